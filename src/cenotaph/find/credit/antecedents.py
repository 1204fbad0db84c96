"""Which source named before a pronoun or a definite noun can stand for."""

from collections.abc import Callable
from functools import cache

from cenotaph.find.credit.naming.fuller_names import is_armed, is_known
from cenotaph.find.credit.naming.outlets import is_outlet, outlet_nouns
from cenotaph.find.credit.naming.speakers import Speaker
from cenotaph.language import load_pack

# "The agency", "the bureau" may mean a body known by its initials.
_ACRONYM_HEADS = ("agency", "bureau")
# No "civil defence agency" is AFP.
_OF_NEWS = frozenset(
    (
        "agency", "bureau", "news", "press", "wire", "official", "semi-official", "state", "state-run", "private", "local", "main",
        "national", "independent", "same",
    )
)  # fmt: skip
# Words that tell nobody apart: "the same official" may be anyone, "the regional governor" is no "rebel fighter".
_BARE = frozenset(("the", "this", "that", "these", "those", "same"))

# No ministry is called "the group".
_OFFICES = frozenset(("ministry", "government", "department", "police", "parliament", "court"))
_STUDIES = frozenset(("study", "research", "survey", "analysis", "paper", "researchers", "authors"))

Fit = Callable[[Speaker, Speaker], bool]

_PRONOUNS = {
    "he": ("person", "name"),
    "she": ("person", "name"),
    "it": ("body", "name", "document"),
    "they": ("plural", "body"),
}


def is_pronoun(who: Speaker) -> bool:
    """Whether a speaker is only "he", "she", "it" or "they"."""
    return who.name.lower() in _PRONOUNS


def is_study(who: Speaker) -> bool:
    """Whether a speaker is "the study", "the researchers": what a sentence before brought up, and nobody else of its own."""
    return who.head in _STUDIES


def leads_on(pointer: Speaker, candidate: Speaker) -> bool:
    """Whether what stands for the candidate stands for the pointer too: a name, "the ministry" behind "it", or "the army sources"
    behind "the sources"."""
    if not candidate.definite:
        return True
    told = pointer.about - _BARE
    return not is_pronoun(candidate) and (is_pronoun(pointer) or told < candidate.about - _BARE)


def fitting(pointer: Speaker) -> tuple[Fit, ...]:
    """The tests to look for an antecedent with, strictest first."""
    if is_pronoun(pointer):
        return (_by_pronoun,)
    if pointer.head == "reports":
        return (_same_words, _by_kind)  # Of "local media" told last.
    if pointer.head in _ACRONYM_HEADS:
        return (_same_words, _by_acronym)
    if pointer.head not in _generic() or (
        pointer.kind in ("person", "plural") and len(pointer.about - _BARE) > 1
    ):
        return (_same_words,)
    if is_study(pointer):
        return (_same_words, _of_study, _issuer, _by_kind)
    return (_same_words, _issuer, _by_kind) if pointer.kind == "document" else (_same_words, _by_kind)


def means_outlet(pointer: Speaker) -> bool:
    """Whether "the network" may mean an outlet named before; no "civil defence agency" does."""
    told = pointer.about - _BARE - _OF_NEWS - outlet_nouns()
    return pointer.head in outlet_nouns() and not (told and pointer.head in _ACRONYM_HEADS)


def opens_as_agency(pointer: Speaker, candidate: Speaker) -> bool:
    """Whether "the agency" means a body with another noun that the sentence before opens with ("the UN Human Rights Office")."""
    return pointer.about - _BARE == {"agency"} and candidate.kind == "body"


def words_needed(fits: Fit, pointer: Speaker) -> frozenset[str]:
    """The words without which a test finds nobody in a sentence, in lower case."""
    return pointer.about - _BARE if fits is _same_words else frozenset()


def _by_pronoun(pointer: Speaker, candidate: Speaker) -> bool:
    word = pointer.name.lower()
    if word == "it" and candidate.head in ("source", "forces", "police", "staff"):
        return True
    return candidate.kind in _PRONOUNS[word] and not (word in ("he", "she") and is_known(candidate.name))


def _by_acronym(pointer: Speaker, candidate: Speaker) -> bool:
    initials = candidate.name.isupper() and candidate.name.isalpha()
    told = pointer.about - _BARE - _OF_NEWS
    return candidate.kind in ("name", "body") and initials and not (told and is_outlet(candidate.name))


def _same_words(pointer: Speaker, candidate: Speaker) -> bool:
    """ "The health ministry" is the one whose name or office holds its words."""
    if pointer.kind == "body" and candidate.kind == "person":
        return False
    return pointer.about - _BARE <= candidate.about


def _of_study(pointer: Speaker, candidate: Speaker) -> bool:
    """ "The study" is rather that of whoever was said to have made "research" than of a ministry."""
    return not _STUDIES.isdisjoint(candidate.about)


def _issuer(pointer: Speaker, candidate: Speaker) -> bool:
    """ "The report" is rather that of a body with a name than of "investigators"."""
    return candidate.kind in ("body", "name")


def _by_kind(pointer: Speaker, candidate: Speaker) -> bool:
    if pointer.head == "sources":
        return candidate.kind == "plural"
    if pointer.head == "source":
        told = candidate.kind in ("person", "name", "body") or candidate.head == "police"
        return told or "same" in pointer.about
    if pointer.kind == "document":
        return candidate.kind != "document"
    if pointer.kind == "person" and is_known(candidate.name):
        return False
    if not _suits(pointer, candidate) or (
        pointer.head == "group" and not _OFFICES.isdisjoint(candidate.about)
    ):
        return False
    if candidate.kind == "name" and candidate.name.islower():
        return False  # "Other adults".
    return candidate.kind in ("name", pointer.kind) or (pointer.kind == "body" and _is_named(candidate))


def _suits(pointer: Speaker, candidate: Speaker) -> bool:
    """ "The rights group" is no army and no party to the war, "the armed group" no charity."""
    bears_arms = is_armed(candidate.name) or not _armed_heads().isdisjoint(candidate.about)
    if not _peaceful().isdisjoint(pointer.about):
        return not bears_arms
    return bears_arms or _armed().isdisjoint(pointer.about)


def _is_named(candidate: Speaker) -> bool:
    """Whether a speaker in the plural is a body by its name: "Doctors Without Borders"."""
    words = candidate.name.split()
    return candidate.kind == "plural" and len(words) > 1 and all(word[:1].isupper() for word in words)


@cache
def _peaceful() -> frozenset[str]:
    return frozenset(load_pack("reporting")["bodies"]["peaceful"])


@cache
def _armed() -> frozenset[str]:
    return frozenset(load_pack("reporting")["bodies"]["armed"])


@cache
def _armed_heads() -> frozenset[str]:
    return frozenset(load_pack("reporting")["bodies"]["under_arms"])


@cache
def _generic() -> frozenset[str]:
    return frozenset(load_pack("reporting")["nouns"]["generic"])
