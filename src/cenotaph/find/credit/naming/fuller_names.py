"""Short mentions led back to the name a report gave before: an office, a group by its kind, a pronoun."""

import re
from functools import lru_cache

from cenotaph.find.credit.naming.nouns import is_body, is_office, is_person
from cenotaph.find.credit.naming.outlets import is_charity, is_listed, is_outlet, is_source
from cenotaph.find.credit.naming.speakers import Speaker, speaker, untitled
from cenotaph.find.credit.tagging.speech_tags import tag_words
from cenotaph.find.credit.tagging.words import Words
from cenotaph.find.text.folding import fold
from cenotaph.find.whose.parties import armed_groups, nations
from cenotaph.model import Span

# What many outlets are called by for short.
_SHARED = frozenset(
    ("Times", "Post", "Journal", "Mail", "Telegraph", "Herald", "Tribune", "Guardian", "Star", "Sun", "News")
)
_NAMED = re.compile(r"L*(C{2,4})(?![C])")
# "Ann Roe was", "On Monday, the mayor of Osh, Ann Roe, was", "Visibly moved, Roe showed".
_OPENING = re.compile(
    r"^(?:R,?|S)*(?:(?:P[^,;:<>\"|V]{1,14}|[CKx][xK]{1,3}),)?(?:D?[xLNC]{0,4}L(?:[oP][DCxN]{1,5},)?)?(?:D[xLN]+P[^,]{1,9},)?"
    r"(?P<name>C{1,4})(?=R?[-,HKVbMQut])"
)
# The subject that a sentence opens with; of "Amnesty's report was released" the issuer.
_SUBJECT = re.compile(
    r"^(?:R,?|S)*(?:P[^,;:<>\"|V]{1,14},)?(?P<name>(?:[D#]?[xCN]{0,4}s)(?=x?d[HKVMQb])|(?:(?:DK|[D#])?[xCNs]{0,5}(?:L+s[xCN]{0,3}|L)?[LNC])(?:[oP]D?[CxN]{1,4})?)(?=[HKVMQtubd])"
)
_LEVEL = re.compile(
    r"^(?:regional|provincial|local|district|city|state|county|town|municipal|area|national|federal)\s+",
    re.IGNORECASE,
)
_ONE_BODY = ("staff", "forces", "police")
_SPOKEN_OF = {"he": ("person",), "she": ("person",), "it": ("body",), "they": ("plural",)}
_SMALL = re.compile(r"\b[a-z]{3}")
_GROUPS = ("group", "movement", "organization", "organisation", "militia", "faction")


def fuller(text: str, who: Speaker) -> Speaker:
    """The speaker under the name that the text gives behind an office ("the vice president"), or by the surname alone where it
    has told him in full before ("Gen. Roe"); else unchanged."""
    if who.kind == "person" and who.definite:
        return _by_office(text, who)
    bare = untitled(who)
    return bare if bare is not who and _in_full_before(bare.name, text[: who.span.start]) else who


def whole_outlet(text: str, who: Speaker) -> Speaker:
    """ "The Times" under the name of the outlet that the report names whole before it: "the New York Times"."""
    name = who.name.removeprefix("the ").removeprefix("The ")
    if name not in _SHARED:
        return who
    named = re.search(rf"\b(?:[A-Z][a-z]+ ){{1,3}}{name}\b", text[: who.span.start])
    whole = named.group().removeprefix("The ") if named is not None else name
    return who._replace(name=whole) if whole != name and is_listed(whole) else who


def is_known(name: str) -> bool:
    """Whether a name is a country's, a group's or an outlet's, and so nobody's surname."""
    key = fold(name)
    return key in nations() or key in armed_groups() or is_outlet(name)


def is_armed(name: str) -> bool:
    """Whether a name is an armed group's or a state's force."""
    return fold(name) in armed_groups()


def group_before(text: str, words: Words, head: str, end: int) -> Speaker | None:
    """The armed group or charity named last before word `end`, for "the group"; None where none is, or another kind is meant."""
    if head not in _GROUPS:
        return None
    for last in range(min(end, len(words.tags)), 0, -1):
        for size in (4, 3, 2, 1):
            if last >= size and words.tags[last - 1] in "CN":
                span = Span(words.spans[last - size][0], words.spans[last - 1][1])
                if is_charity(text[span.start : span.end]):
                    return Speaker(text[span.start : span.end], span, "body", words.lower[last - 1], False)
                party = armed_groups().get(fold(text[span.start : span.end]))
                if party is not None and party.kind == "group":
                    return Speaker(text[span.start : span.end], span, "body", words.lower[last - 1], False)
    return None


def subject_of(text: str, words: Words, pronoun: str) -> Speaker | None:
    """Who opens a sentence as its subject, if a pronoun in the next one can mean them: a person, or for "it" a party."""
    match = _OPENING.match(words.tags)
    if match is None:
        return opening_speaker(text, words, pronoun)
    start, end = match.span("name")
    span = Span(words.spans[start][0], words.spans[end - 1][1])
    name = " ".join(text[span.start : span.end].split())
    titled = start > 0 and words.tags[start - 1] == "L"  # "President Roe".
    alone = end - start == 1 and pronoun != "it" and not titled
    is_bare = alone and not _in_full_before(name, text[: span.start])
    if (pronoun == "it") != is_known(name) or pronoun == "they" or is_bare:
        return opening_speaker(text, words, pronoun) if pronoun in ("it", "they") else None
    return Speaker(name, span, "body" if pronoun == "it" else "person", words.lower[end - 1], False)


def _in_full_before(surname: str, text: str) -> bool:
    """Whether a text has told a person's first name with a surname: a name before it that is no office."""
    return any(
        not is_person(first.lower().rstrip("."))
        for first in re.findall(rf"([A-Z][A-Za-z][\w’'.-]*)\s+{re.escape(surname)}\b", text)
    )


def opening_speaker(text: str, words: Words, pronoun: str) -> Speaker | None:
    """Whoever a sentence opens with that can speak, as the pronoun has it: "The coroner", "Two nurses", "The doctors' union"."""
    match = _SUBJECT.match(words.tags)
    if match is None:
        return None
    who = speaker(words, text, *match.span("name"))
    many = pronoun == "it" and who.head in _ONE_BODY
    articled = match["name"].startswith("D") and who.name[:1].isupper() and not is_known(who.name)
    is_one = who.kind == "name" and (_is_body_name(who) or articled)  # "The Watchlist on Children".
    kind = "body" if many or is_one else who.kind
    return who._replace(definite=False) if kind in _SPOKEN_OF.get(pronoun, ()) else None


def _is_body_name(who: Speaker) -> bool:
    """Whether a name is a body's: listed, an armed group's, initials of a body told, or with a number ("the M-20")."""
    listed = is_source(who.name) or is_outlet(who.name) or is_armed(who.name)
    told = any(map(is_body, who.about))  # "The rights group Fair Words".
    return listed or told or is_body(who.head) or who.name[-1].isdigit()


def _by_office(text: str, who: Speaker) -> Speaker:
    """ "The vice president" as the one whom the text names behind that office."""
    office = re.sub(r"(?i)^the\s+", "", who.name)
    span = _named_behind(text, office)
    if span is None and (plain := _LEVEL.sub("", office)) != office and is_office(plain.lower()):
        span = _named_behind(text, plain)  # "The regional governor": "Governor Ann Roe".
    return (
        who if span is None else who._replace(name=" ".join(text[span.start : span.end].split()), span=span)
    )


@lru_cache(64)
def _named_behind(text: str, office: str) -> Span | None:
    """Where a text first has a name behind an office: looked for once, since a report may credit "the mayor" all along."""
    for match in re.finditer(rf"(?i)\b{re.escape(office)}\s+(?=[A-Z])", text):
        if match.group().isupper() and _SMALL.search(text) is not None:
            continue  # A headline in capitals parts no name from what its bearer does.
        words = tag_words(text, Span(match.end(), min(len(text), match.end() + 60)))
        named = _NAMED.match(words.tags)
        if named is not None:
            return Span(words.spans[named.start(1)][0], words.spans[named.end(1) - 1][1])
    return None
