"""Which source named before a pronoun or a definite noun can stand for."""

from collections.abc import Callable
from functools import cache

from cenotaph.find.speakers import Speaker, is_outlet
from cenotaph.language import load_pack

Fit = Callable[[Speaker, Speaker], bool]

_PRONOUNS = {
    "he": ("person", "name"),
    "she": ("person", "name"),
    "it": ("body", "name", "document"),
    "they": ("plural", "body"),
}


def fitting(pointer: Speaker) -> tuple[Fit, ...]:
    """The tests to look for an antecedent with, strictest first."""
    if pointer.name.lower() in _PRONOUNS:
        return (_by_pronoun,)
    if pointer.head not in _generic():
        return (_same_words,)
    return (_same_words, _issuer, _by_kind) if pointer.kind == "document" else (_same_words, _by_kind)


def _by_pronoun(pointer: Speaker, candidate: Speaker) -> bool:
    word = pointer.name.lower()
    return candidate.kind in _PRONOUNS[word] and not (word in ("he", "she") and is_outlet(candidate.name))


def _same_words(pointer: Speaker, candidate: Speaker) -> bool:
    """ "The health ministry" is the one whose name or office holds its words."""
    if pointer.kind == "body" and candidate.kind == "person":
        return False
    return pointer.about - {"the", "this", "that", "same"} <= candidate.about


def _issuer(pointer: Speaker, candidate: Speaker) -> bool:
    """ "The report" is rather that of a body with a name than of "investigators"."""
    return candidate.kind in ("body", "name")


def _by_kind(pointer: Speaker, candidate: Speaker) -> bool:
    if pointer.head == "sources":
        return candidate.kind == "plural"
    if pointer.head == "source":
        return candidate.kind in ("person", "name", "body")
    if pointer.kind == "document":
        return candidate.kind != "document"
    return candidate.kind in ("name", pointer.kind)


@cache
def _generic() -> frozenset[str]:
    return frozenset(load_pack("reporting")["nouns"]["generic"])
