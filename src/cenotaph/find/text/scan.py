"""The words of a stretch of text with their offsets, and the parties (nations, groups, forces) that a text names."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from operator import attrgetter, itemgetter
from typing import NamedTuple

from cenotaph.find.text.folding import fold
from cenotaph.find.text.group_names import unlisted
from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.text.word_filter import WordFilter
from cenotaph.find.value import Value
from cenotaph.find.whose.parties import Party, armed_groups, nations
from cenotaph.model import Span

_WORD = re.compile(r"[^\W\d_](?:\.(?:[^\W\d_]\.)+|[^\W\d_]*(?:['’][^\W\d_]+)*)|\d+(?:[.,]\d+)*")
_ASCII_WORD = re.compile(_WORD.pattern, re.ASCII)  # The same for ASCII text, where it is quicker.
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][^\W_]*")  # "M23" too.
_ASCII_CAPITALISED = re.compile(r"[A-Z][a-zA-Z0-9]*")
_MARKED_NAME = re.compile(
    r"[A-Z](?:\.[A-Z]\.(?:[A-Z]\.)*|[^\W\d_]*['’](?![sS]\b)[^\W\d_]+)"
)  # "U.S.", "Da'esh"
_DOT = re.compile(r"\.[A-Z]\.")
_APOSTROPHE = re.compile(r"['’](?![sS]\b)[^\W\d_]")
_NAME_REACH = 40  # Characters.
_NEXT = re.compile(r"[\s'’.,/()–-]{1,3}([^\W_]+)")
_SURNAME = re.compile(r" ([A-Z][a-z]+)")
_GIVEN_NAMES = frozenset(("Jordan", "Chad", "Georgia", "Israel", "Kenya"))
_SURNAMES = frozenset(("montenegro",))
_STREET = re.compile(r"\s(?:STREETS?|AVENUES?|BOULEVARDS?|Streets?|Avenues?|Boulevards?)\b")
_IN_THE_CAUCASUS = re.compile(
    r"\b(?:Georgians?\b(?=.*\bGeorgia\b)|Tbilisi|Abkhaz|Ossetia|Caucas|Armenia|Azerbaijan|Russia|Soviet|Moscow|Saakashvili)",
    re.DOTALL,
)
_IN_THE_STATES = re.compile(
    r"\b(?:U\.S\.|US|American?s?|United States|FBI|Atlanta|Savannah|Fort [A-Z]|Alabama|Florida|Texas|Carolina|Tennessee|Washington|[Ss]heriff|Trump|Obama|Biden)\b"
)
_CONTINENTS = ("latin", "south", "central", "north", "spanish")
_HYPHENS = ("-", "–")
_POSSESSIVE = ("'s", "’s")
_BOTH = 2
_CLAUSES = ("and ", "or ", "but ", "the ", "a ", "an ", "in ", "who ", "was ", "were ", "with ", "one ")
_REMEMBERED = 1 << 15
_UNCAPITALISED = frozenset(("al", "peshmerga"))  # Words that names begin with in small letters.
_WORD_REACH = 18  # Characters that a word of a party's name and the space before it may take.
# In capitals these abbreviations cannot be told from common words.
_COMMON_IN_CAPITALS = frozenset(
    ("us", "is", "car", "it", "who", "so", "and", "an", "no", "he", "as", "aid", "rd")
)


class Words(Value, frozen=True):
    """Words with their offsets in the text and their folded forms, the possessive "'s" left out."""

    starts: list[int]
    ends: list[int]
    lows: list[str]


class PartyMention(Value, frozen=True):
    """A party named at `start`–`end`; `glued` where a hyphen ties it to another word ("Russian-backed", "pro-Russian", "non-Russian")."""

    start: int
    end: int
    party: Party
    glued: bool


def scan(text: str, span: Span) -> Words:
    """The words of `text` within `span`."""
    piece = text[span.start : span.end]
    plain = piece.isascii()
    piece = piece.lower() if plain else piece
    found = (_ASCII_WORD if plain else _WORD).findall(piece)
    lows = found if plain else [word.lower() for word in found]
    starts, ends = list[int](), list[int]()
    at, begin, find = 0, span.start, piece.index
    for word in found:
        at = find(word, at)
        starts.append(begin + at)
        at += len(word)
        ends.append(begin + at)
    if not plain or "'" in piece or "." in piece[:-1]:
        for at, low in enumerate(lows):
            if not low.isalnum() or not low.isascii():
                lows[at], ends[at] = _plain(low, ends[at])
    return Words(starts, ends, lows)


def _plain(low: str, end: int) -> tuple[str, int]:
    """A word without its genitive, folded, and where it then ends."""
    return (fold(low[:-2]), end - 2) if low.endswith(_POSSESSIVE) else (fold(low), end)


def parties(text: str, *, caps: bool) -> list[PartyMention]:
    """The parties that `text` names, left to right; `caps` where it is all capitals."""
    found, reach, words = list[PartyMention](), 0, _capitalised(text)
    for start, end, options in sorted(_candidates(text, words), key=itemgetter(0)):
        if start >= reach:
            mention = _longest(text, start, end, options, caps=caps)
            if mention is not None:
                found.append(mention)
                reach = mention.end
    return found if caps else _with_unlisted(text, found, words)


def _with_unlisted(text: str, found: list[PartyMention], words: frozenset[str]) -> list[PartyMention]:
    """The parties named, and beside them the groups that only the form of their names tells."""
    new = [
        PartyMention(start, end, party, glued=False)
        for start, end, party in unlisted(text, words)
        if not any(m.start < end and start < m.end and m.party.kind in ("group", "force") for m in found)
    ]
    if not new:
        return found
    kept = (m for m in found if not any(m.start < one.end and one.start < m.end for one in new))
    return sorted((*kept, *new), key=attrgetter("start"))


def _capitalised(text: str) -> frozenset[str]:
    return frozenset((_ASCII_CAPITALISED if text.isascii() else _CAPITALISED).findall(text))


def _candidates(text: str, words: frozenset[str]) -> list[tuple[int, int, "Options"]]:
    """Where words stand with which a party's name begins; one look at the set of all words spares most of the text."""
    found = list[tuple[int, int, Options]]()
    genitives = "'" not in text and "’" not in text  # Texts that lost their apostrophes ("Syrias").
    for word in _opening().of(words | _UNCAPITALISED):
        first = _first_of(word)
        places, named = _places(text, word), first.named or (first.bare if genitives else None)
        if named is not None:
            found += [(start, start + len(word), named) for start in places]
        if first.owner is not None:
            ends = ((start, start + len(word)) for start in places)
            found += [
                (start, end + 2, first.owner) for start, end in ends if text.startswith(_POSSESSIVE, end)
            ]
    for start, end in _marked_names(text):
        options = _by_first_word().get(fold(text[start:end]))
        if options is not None:
            found.append((start, end, options))
    return found


class First(NamedTuple):
    """The names that begin with a word, with it less its "s", and with its genitive ("Lord's Resistance Army")."""

    named: "Options | None"
    bare: "Options | None"
    owner: "Options | None"


@lru_cache(maxsize=_REMEMBERED)
def _first_of(word: str) -> First:
    index, low = _by_first_word(), word.lower()
    return First(index.get(low), index.get(low[:-1]) if low[-1] == "s" else None, index.get(low + "s"))


@cache
def _opening() -> WordFilter[str]:
    """Sorts out the words that some name begins with."""
    return WordFilter(lambda word: any(_first_of(word)))


def _marked_names(text: str) -> Iterator[tuple[int, int]]:
    """Where names with dots or an apostrophe stand ("U.S.", "Da'esh"): looked for around those signs alone."""
    reach = 0
    apostrophes = _APOSTROPHE.finditer(text) if "'" in text or "’" in text else ()
    signs = [*_DOT.finditer(text), *apostrophes]
    for at in sorted(match.start() for match in signs):
        start = at
        while start > reach and text[start - 1].isalpha():
            start -= 1
        match = _MARKED_NAME.search(text, start, at + _NAME_REACH) if at >= reach else None
        if match is not None:
            yield match.span()
            reach = match.end()


def _places(text: str, word: str) -> list[int]:
    """Where `word` stands as a whole word."""
    found, at, size = list[int](), text.find(word), len(word)
    while at >= 0:
        if not (text[at + size : at + size + 1].isalpha() or text[at - 1 : at].isalpha()):
            found.append(at)
        at = text.find(word, at + size)
    return found


class Options(NamedTuple):
    """The names that begin with one word: the word `alone`, or the words behind it, by the second word, longest first."""

    alone: Party | None
    longer: dict[str, list[tuple[list[str], Party]]]


def _longest(text: str, start: int, end: int, options: Options, *, caps: bool) -> PartyMention | None:
    """The longest name of `options` whose first word is at `start`–`end`."""
    behind = _NEXT.match(text, end) if options.longer else None
    named = options.longer.get(behind.group(1).lower()) if behind else None
    if named:
        reach = end + _WORD_REACH * len(named[0][0])
        following = scan(text, Span(end, min(len(text), reach)))
        for rest, party in named:
            if _are(following.lows[: len(rest)], rest, text) and _counts(
                text, start, following.ends[len(rest) - 1], party, caps=caps
            ):
                return _mention(text, start, following.ends[len(rest) - 1], party)
    if (
        options.alone is not None
        and not _is_given_name(text, start, end)
        and _counts(text, start, end, options.alone, caps=caps)
    ):
        return _mention(text, start, end, options.alone)
    return None


def _are(words: list[str], rest: list[str], text: str) -> bool:
    """Whether these are the words of a name, be it with the genitive of a text that lost its apostrophes."""
    if words == rest:
        return True
    lost = len(words) == len(rest) and words[:-1] == rest[:-1] and words[-1] == rest[-1] + "s"
    return lost and "'" not in text and "’" not in text


def _is_given_name(text: str, start: int, end: int) -> bool:
    """ "Jordan Buckley", "Israel Katz": a country's name in front of a surname, or as part of another name; and Georgia of the United States."""
    if text[start:end].lower().startswith("america") and text[:start].lower().rstrip().endswith(_CONTINENTS):
        return True  # "Latin America".
    if text[start:end].lower() == "mexico" and text[:start].lower().rstrip().endswith(" new"):
        return True
    if _STREET.match(text, end) is not None:
        return True  # "The corner of Orbo and Peru Streets".
    if text[start:end].lower() in _SURNAMES and _is_surname(text, text[start:end]):
        return True
    if text[start:end] == "Georgia" and _IN_THE_CAUCASUS.search(text) is None:
        return _IN_THE_STATES.search(text) is not None
    if text[start:end] not in _GIVEN_NAMES:
        return False
    behind = _SURNAME.match(text, end)
    return behind is not None and behind.group(1).lower() not in lexicon().common


@lru_cache(maxsize=8)
def _is_surname(text: str, name: str) -> bool:
    """Whether a report has a person of that name: a name that is no word of the language stands right before it somewhere."""
    given = re.compile(rf"\b([A-Z][A-Za-z]+) {name}\b").finditer(text)
    return any(match.group(1).lower() not in lexicon().common for match in given)


def _counts(text: str, start: int, end: int, party: Party, *, caps: bool) -> bool:
    """Whether the letters are capitals where the party's name asks for them."""
    if not party.cased:
        return True
    name = text[start:end]
    if caps or _is_among_capitals(text, start, end):
        plain = name.lower() in _COMMON_IN_CAPITALS or name.lower() in lexicon().common
        return not plain or not name.isalpha()
    return name.upper() == name


def _is_among_capitals(text: str, start: int, end: int) -> bool:
    """Whether the words on both sides are in capitals too, as in a headline: "UNDER THE CAR OF THE DEPUTY"."""
    before = text[max(0, start - _WORD_REACH) : start].split()[-1:]
    behind = text[end : end + _WORD_REACH].split()[:1]
    around = [word for word in (*before, *behind) if word.isalpha() and len(word) > 1]
    return len(around) == _BOTH and all(word.isupper() for word in around)


def _mention(text: str, start: int, end: int, party: Party) -> PartyMention:
    glued = text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isalpha()
    if glued and text[end] == "–":  # A dash between clauses: "one Dane–and four Finns".
        glued = not text.startswith(_CLAUSES, end + 1)
    glued = glued or (
        text[start - 1 : start] == "-" and text[max(0, start - 4) : start].lower() in ("pro-", "nti-", "non-")
    )
    return PartyMention(start, end, party, glued)


@cache
def _by_first_word() -> dict[str, Options]:
    """First word → (the other words, party), longest first; the names of groups and forces win over nations'."""
    index: dict[str, Options] = {}
    for names in (armed_groups(), nations()):
        for key, party in names.items():
            first, *rest = key.removeprefix("the ").split(" ")
            options = index.setdefault(first, Options(None, {}))
            if rest:
                options.longer.setdefault(rest[0], []).append((rest, party))
            elif options.alone is None:
                index[first] = options._replace(alone=party)
    for options in index.values():
        for named in options.longer.values():
            named.sort(key=lambda name: -len(name[0]))
    return index
