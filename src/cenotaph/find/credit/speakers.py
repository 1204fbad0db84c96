"""Who speaks: noun phrases of a tagged sentence as short names, with what is needed to resolve later mentions."""

import re
from functools import cache
from typing import NamedTuple

from cenotaph.find.credit.nouns import Kind, noun_kinds
from cenotaph.find.credit.outlets import folded, is_outlet, is_source, known_outlets
from cenotaph.find.credit.word_table import word_sets
from cenotaph.find.credit.words import Words
from cenotaph.language import load_pack
from cenotaph.model import Span

# A noun phrase that can speak wherever it stands, and one that only a clause boundary before it lets us trust.
SPEAKER = r"(?:[D#]+K?)?[CxsLNd]{0,7}[NLCd](?:[oP](?:DK|[D#]*)(?:C{7,10}|[CxsLNd]{1,6}))*"
ANYONE = r"(?:[D#]+K?)?[CxsLNd]{1,8}(?:(?<=C)#)?(?:[oP][D#]*[CxsLNd]{1,6}){0,4}"
_ON_THE_RIGHT = re.compile(
    r"(?:[D#]+R?)?K?[CxsLNdW]{1,9}(?:(?:[oP]|[KV]?y|[KV](?:P?R)y)[D#]*K?[CxsLNd]{1,7})*(?:&D?[CxsLNd]{0,5}[NLCd](?=$|[,;:.<>\"RwP|-]))?"
)
_NAMED_BEHIND = re.compile(r",(L*C{2,4})(?=$|[,;<>\"(P])")
_APPOSITION = re.compile(r",(?P<name>L*C{1,5})(?:,.*)?$|,(?P<about>.*)$")
_ACRONYM = re.compile(r",C(?:,|$)")
_TITLED = re.compile(r"^(?P<about>.*[LN])(?P<name>C{1,5})$")
# An office with the full name of its bearer: a name behind the comma is a place ("Bishop Ann Roe of Ayr, Scotland").
_OFFICE_OF = re.compile(r"D?[xCsN]{0,4}L[oP][^,;<>\"]*?(?P<name>CC)$")
_NAMED = re.compile("LC{2,}[oP]")
_ISSUED = re.compile(r"^[D#]*[CxKsL]*d(?:[oP]|[KV]?(?:P?R)?y)(?P<by>.+)$")
_COMPOUND = re.compile("[NC]&[D#]*[CxsLN]*N")  # "The Observatory and the state news agency SANA".
_MADE = re.compile(r"^[D#]*(?P<by>[CxKL]*N)d$")  # "The health ministry statement".
_BY_NAME = re.compile(r"^[D#]*(?P<by>C{1,4})x?d$")  # "A Reuters tally".
_OWNED = re.compile(r"^(?P<by>[D#]*[CxLN]*s)[CxKL]*d$")
_PLACE_BEFORE = re.compile(r"^C+(?=[xLNd]*[LNd]$)")


_ROLE_BEHIND = re.compile(r"C{2,4}(?=D?x?L[oP])")
_ARTICLES = ("the", "its", "their", "his", "her", "that", "this")
_POINTERS = ("the", "this", "that", "same", "its", "his", "her")


class Speaker(NamedTuple):
    """One who is credited. `name` is the short name as written; `definite` where it points back ("he", "the source");
    `about` holds the words of the whole phrase, for telling which one "the minister" means.
    """

    name: str
    span: Span
    kind: Kind
    head: str
    definite: bool
    about: frozenset[str] = frozenset()


def speaker(words: Words, text: str, start: int, end: int) -> Speaker:
    """The speaker that the words `start:end` (a noun phrase, appositions included) stand for."""
    low, high = _core(words, text, start, end)
    name = _outlet_of(_joined(text, words, low, high))
    tags, head = words.tags[low:high], _head(words, low, high)
    about, span = frozenset(words.lower[start:end]), _span(words, low, high)
    if tags == "I":
        return Speaker(name, span, _pronoun_kind(head), head, True, about)
    phrase = re.split("[oP]", words.tags[start:end], maxsplit=1)[0]
    kind = _kind(tags, head) if (low, high) == (start, end) or "L" not in phrase else "person"
    return Speaker(name, span, kind, head, _points_back(words, low, high, head), about)


def pointed_at(words: Words, at: int, pronoun: str) -> Speaker:
    """The speaker that a pronoun in another case ("him", "his") at word `at` stands for."""
    about = frozenset((pronoun,))
    return Speaker(pronoun, _span(words, at, at + 1), _pronoun_kind(pronoun), pronoun, True, about)


def right_of(words: Words, start: int, text: str) -> tuple[Speaker, int] | None:
    """The speaker whose noun phrase starts at word `start`, and the word behind it; None where none starts there."""
    if words.tags[start : start + 1] == "I":
        return speaker(words, text, start, start + 1), start + 1
    match = _ON_THE_RIGHT.match(words.tags, start)
    if match is None:
        return None
    end = _short_of_role(words, text, start, match.end())
    end = _short_of_onlooker(words, start, end)
    if (short := _short_of_site(words, start, end)) < end:
        return speaker(words, text, start, short), end
    named = _NAMED_BEHIND.match(words.tags, end)
    if words.tags[end : end + 3] in (",C,", ",C") and _is_acronym(words, text, end + 1):
        return speaker(words, text, end + 1, end + 2), end + 2
    if named is not None and words.tags[end - 1] != "C" and _is_office(words, start, end):
        return speaker(words, text, named.start(1), named.end(1)), named.end(1)
    return speaker(words, text, start, end), end


def _short_of_onlooker(words: Words, start: int, end: int) -> int:
    """Where a named body's document ends when an outlet has seen it: "a Red Cross report | seen by the paper"."""
    for at in range(start, end - 1):
        if (
            words.tags[at + 1] == "y"
            and words.lower[at] in word_sets()["seeing"]
            and "C" in words.tags[start:at]
        ):
            return at
    return end


def _short_of_site(words: Words, start: int, end: int) -> int:
    """Where a name ends when the site it wrote on follows: "reported by the governor Ann Roe | on Telegram"."""
    for at in range(start + 1, end - 1):
        if words.lower[at] in ("on", "via") and not word_sets()["sites"].isdisjoint(
            words.lower[at + 1 : end]
        ):
            return at
    return end


def _short_of_role(words: Words, text: str, start: int, end: int) -> int:
    """Where a name ends when its bearer's role follows without a comma ("Jane Roe head of the clinic")."""
    role = _ROLE_BEHIND.match(words.tags, start, end)
    return role.end() if role is not None and text[words.spans[role.end()][0]].islower() else end


def untitled(who: Speaker) -> Speaker:
    """A speaker without the office before a surname: whom "he" means is named, not addressed."""
    *offices, surname = who.name.split()
    if offices and all(noun_kinds().get(word.lower().rstrip(".")) == "person" for word in offices):
        return who._replace(name=surname)
    return who


def is_preliminary(who: Speaker) -> bool:
    """Whether a source is nobody's data in particular ("preliminary figures"), such as another speaker goes by."""
    name = who.name.lower().removeprefix("the ").removeprefix("an ").removeprefix("a ")
    return name.startswith(("preliminary ", "initial ", "latest "))


def _core(words: Words, text: str, start: int, end: int) -> tuple[int, int]:
    """The short name inside a noun phrase: the person behind a title or in apposition, the issuer of a statement."""
    tags = words.tags[start:end]
    comma = tags.find(",")
    if comma >= 0:
        short = _ACRONYM.match(tags, comma)
        if short is not None and _is_acronym(words, text, start + comma + 1):
            return start + comma + 1, start + comma + 2
        named = _APPOSITION.match(tags, comma)
        if (
            named is not None
            and named["name"]
            and _described(tags[:comma])
            and not _NAMED.search(tags[:comma])
        ):
            return _core(words, text, start + named.start("name"), start + named.end("name"))
        end, tags = start + comma, tags[:comma]
    end = _short_of_role(words, text, start, end)
    tags = words.tags[start:end]
    if (bearer := _bearer(words, start, end)) is not None:
        return bearer, end
    if tags.startswith("#D"):
        return _core(words, text, start + 1, end)
    if (issue := _behind_issue(words, start, end)) is not None:
        return _core(words, text, issue, end)
    for pattern, group in ((_ISSUED, "by"), (_OWNED, "by"), (_MADE, "by"), (_TITLED, "name")):
        match = pattern.match(tags)
        if pattern is _TITLED and _COMPOUND.search(tags):
            continue
        if match is not None and _is_inside(words, text, start, start + match.start(group), group):
            low, high = match.span(group)
            if high - low == 1 and group == "name":
                low = len(tags[:low].rstrip("L"))
                return start + low, start + high
            return _core(words, text, start + low, start + high)
    signed = _BY_NAME.match(tags)
    if signed is not None and _signs(
        _joined(text, words, start + signed.start("by"), start + signed.end("by"))
    ):
        return start + signed.start("by"), start + signed.end("by")
    return _behind_article(words, text, start, end), end


def _signs(name: str) -> bool:
    """Whether a name before a document is its issuer's: a listed body or outlet, or initials."""
    return is_source(name) or is_outlet(name) or (name.isupper() and name.isalpha() and len(name) > 2)


def _bearer(words: Words, start: int, end: int) -> int | None:
    """Where the bearer's name starts that ends an office of several words ("the head of the region Ann Roe")."""
    office = _OFFICE_OF.match(words.tags, start, end)
    if office is None:
        return None
    name = office.start("name")
    last = words.lower[name - 1]
    return name if words.tags[name - 1] in "NLd" or last in _portfolios() else None


def _behind_issue(words: Words, start: int, end: int) -> int | None:
    """Where the outlet starts in "a report in Tuesday's edition of the daily Roe"."""
    return next(
        (
            at + 2
            for at in range(start, end - 2)
            if words.lower[at] in ("edition", "issue") and words.lower[at + 1] == "of"
        ),
        None,
    )


def _behind_article(words: Words, text: str, start: int, end: int) -> int:
    """Where a phrase starts without "its" or the "the" of a name; what points back ("the group") keeps it."""
    if _points_back(words, start, end, _head(words, start, end)):
        return start
    while end - start > 1 and words.lower[start] in _ARTICLES:
        if words.lower[start] == "the" and not _proper(words, text, start + 1):
            break
        start += 1
    return start


def _is_office(words: Words, start: int, end: int) -> bool:
    """Whether a phrase names an office or role that one person holds."""
    return "L" in words.tags[start:end] or noun_kinds().get(_head(words, start, end)) == "person"


def _is_acronym(words: Words, text: str, at: int) -> bool:
    word = text[slice(*words.spans[at])]
    return word.isupper() and word.isalpha() and 3 <= len(word) <= 8


def _outlet_of(name: str) -> str:
    """The outlet behind "SANA's reporter", "a CNN correspondent"; any other name as it is."""
    first, _, last = name.removeprefix("a ").removeprefix("an ").rpartition(" ")
    if last.lower() not in ("reporter", "correspondent", "journalist", "newsman"):
        return name
    for outlet in (first.removesuffix("'s").removesuffix("’s"), first.removesuffix("s")):
        if folded(outlet) in known_outlets():
            return outlet
    return name


def _is_inside(words: Words, text: str, start: int, at: int, group: str) -> bool:
    """Whether the name found at word `at` of a phrase is the speaker: the issuer ("of", "from", "by") or the bearer of an office."""
    if group == "by":
        if at > start and words.lower[at - 1] == "from":
            return not _is_spot(words, text, at)
        return at == start or words.tags[at - 1] != "P"
    return _titled(words, text, at)


def _is_spot(words: Words, text: str, at: int) -> bool:
    """Whether what follows "reports from" is a spot and nobody who speaks: "the scene", "the site in Ayr"."""
    noun = at + (words.tags[at] == "D")
    return words.tags[noun : noun + 1] == "x" and words.tags[noun + 1 : noun + 2] not in ("N", "L", "d", "C")


def _titled(words: Words, text: str, name: int) -> bool:
    """Whether the word before a run of capitalised words introduces a name: an office, or a role in lower case."""
    return words.tags[name - 1] == "L" or text[words.spans[name - 1][0]].islower()


def _proper(words: Words, text: str, at: int) -> bool:
    """Whether a name, not a common noun, stands at word `at`."""
    return words.tags[at] in "Cs" or (not words.upper and text[words.spans[at][0]].isupper())


def _described(tags: str) -> bool:
    """Whether a phrase describes rather than names: it ends in an office or role, or starts with an article."""
    return tags[:1] in "D#" or "L" in tags or tags[-1:] in "NL"


def _kind(tags: str, head: str) -> Kind:
    if "&" in tags:
        return "plural"
    known = noun_kinds().get(head)
    if known is not None:
        return known
    return "name"


def _head(words: Words, start: int, end: int) -> str:
    """The head noun, lower case: the last word before a prepositional phrase."""
    cut = re.search("[oPy]", words.tags[start + 1 : end])
    return words.lower[start + cut.start() if cut else end - 1]


def _pronoun_kind(pronoun: str) -> Kind:
    kinds: dict[str, Kind] = {"it": "body", "they": "plural"}
    return kinds.get(pronoun, "person")


def _points_back(words: Words, start: int, end: int, head: str) -> bool:
    """Whether a phrase only points at a source named before: "the (same, Lebanese) group", nothing behind it."""
    if words.lower[start] not in _POINTERS or re.search("[oPs&]", words.tags[start:end]):
        return (
            head in noun_kinds()
            and words.tags[start:end].strip("xCN") in ("L", "LL")
            and "C" not in words.tags[end - 1]
        )
    if head not in load_pack("reporting")["nouns"]["anaphors"]:
        return False
    if not _initials().isdisjoint(words.lower[start : end - 1]):
        return False  # "The UN mission".
    return all(
        tag != "C" or words.lower[at] in _demonyms() or words.lower[at].endswith("-based")
        for at, tag in enumerate(words.tags[start : end - 1], start)
    )


def _span(words: Words, start: int, end: int) -> Span:
    return Span(words.spans[start][0], words.spans[end - 1][1])


def _joined(text: str, words: Words, start: int, end: int) -> str:
    span = _span(words, start, end)
    name = " ".join(text[span.start : span.end].split())
    if name[-2:-1] == "." and text[span.end : span.end + 1] == ".":
        return name + "."
    return name.removesuffix("'s").removesuffix("’s").rstrip("'’") if words.tags[end - 1] == "s" else name


@cache
def _portfolios() -> frozenset[str]:
    return frozenset(load_pack("reporting")["bodies"]["portfolios"])


@cache
def _initials() -> frozenset[str]:
    return frozenset(load_pack("reporting")["bodies"]["initials"])


@cache
def _demonyms() -> frozenset[str]:
    """Adjectives of nations, lower case: "the Lebanese group" still points back."""
    return frozenset(
        word.lower() for nation in load_pack("nations")["nations"] for word in nation.get("demonyms", ())
    )
