"""The words of a stretch of text with their offsets, and the parties (nations, groups, forces) that a text names."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cenotaph.find.folding import fold
from cenotaph.find.lexicon import lexicon
from cenotaph.find.numerals import lowered
from cenotaph.find.parties import Party, armed_groups, nations
from cenotaph.model import Span

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_MARKED = re.compile(r"[^\W\d_]['’.,][^\W_]|[^\x00-\x7f]|\d[.,]\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_MARKED_NAME = re.compile(r"\b(?:[A-Z]\.){2,}|\b[A-Z][^\W\d_]*['’](?![sS]\b)[^\W\d_]+")
_NEXT = re.compile(r"[\s'’.,/()–-]{1,3}([^\W_]+)")
_POSSESSIVE = ("'s", "’s")
_REACH = 96  # Characters that the longest name of a party may stretch behind its first word.
# In capitals these abbreviations cannot be told from common words.
_COMMON_IN_CAPITALS = frozenset(
    ("us", "is", "car", "it", "who", "so", "and", "an", "no", "he", "as", "aid", "rd")
)


class Words(NamedTuple):
    """Words with their offsets in the text and their folded forms, the possessive "'s" left out."""

    starts: list[int]
    ends: list[int]
    lows: list[str]


class PartyMention(NamedTuple):
    """A party named at `start`–`end`; `glued` where a hyphen ties it to another word ("Russian-backed", "pro-Russian")."""

    start: int
    end: int
    party: Party
    glued: bool


def scan(text: str, span: Span) -> Words:
    """The words of `text` within `span`."""
    matches = list(_WORD.finditer(text, span.start, span.end))
    ends = [match.end() for match in matches]
    lows = [match.group().lower() for match in matches]
    if _MARKED.search(text, span.start, span.end):
        for at, low in enumerate(lows):
            if not low.isalnum() or not low.isascii():
                lows[at], ends[at] = _plain(low, ends[at])
    return Words([match.start() for match in matches], ends, lows)


def _plain(low: str, end: int) -> tuple[str, int]:
    """A word without its genitive, folded, and where it then ends."""
    return (fold(low[:-2]), end - 2) if low.endswith(_POSSESSIVE) else (fold(low), end)


def parties(text: str, *, caps: bool) -> list[PartyMention]:
    """The parties that `text` names, left to right; `caps` where it is all capitals."""
    index, found, reach = _by_first_word(), list[PartyMention](), 0
    for start, end, options in sorted(_candidates(text, index), key=_position):
        if start >= reach and (text[start].isupper() or text[start : start + 2] == "al"):
            mention = _longest(text, start, end, options, caps=caps)
            if mention is not None:
                found.append(mention)
                reach = mention.end
    return found


def _candidates(text: str, index: dict[str, "Options"]) -> Iterator[tuple[int, int, "Options"]]:
    """Where words stand with which a party's name begins; one look at the set of all words spares most of the text."""
    lower = lowered(text)
    words = set(_LETTERS.findall(lower))
    for word in words & index.keys():
        yield from ((start, start + len(word), index[word]) for start in _places(lower, word))
    if "'" not in text and "’" not in text:  # Genitives that lost their apostrophe ("Syrias").
        for word in words:
            if word[-1] == "s" and word not in index and word[:-1] in index:
                yield from ((start, start + len(word), index[word[:-1]]) for start in _places(lower, word))
    for match in _MARKED_NAME.finditer(text):  # "Da'esh", "U.S."
        options = index.get(fold(match.group()))
        if options is not None:
            yield *match.span(), options


def _places(lower: str, word: str) -> Iterator[int]:
    """Where `word` stands in `lower` as a whole word."""
    at = lower.find(word)
    while at >= 0:
        end = at + len(word)
        if not lower[at - 1 : at].isalpha() and not lower[end : end + 1].isalpha():
            yield at
        at = lower.find(word, end)


class Options(NamedTuple):
    """The names that begin with one word: the word `alone`, or the words behind it, by the second word, longest first."""

    alone: Party | None
    longer: dict[str, list[tuple[list[str], Party]]]


def _longest(text: str, start: int, end: int, options: Options, *, caps: bool) -> PartyMention | None:
    """The longest name of `options` whose first word is at `start`–`end`."""
    behind = _NEXT.match(text, end) if options.longer else None
    named = options.longer.get(behind.group(1).lower()) if behind else None
    if named:
        following = scan(text, Span(end, min(len(text), end + _REACH)))
        for rest, party in named:
            if following.lows[: len(rest)] == rest and _counts(
                text, start, following.ends[len(rest) - 1], party, caps=caps
            ):
                return _mention(text, start, following.ends[len(rest) - 1], party)
    if options.alone is not None and _counts(text, start, end, options.alone, caps=caps):
        return _mention(text, start, end, options.alone)
    return None


def _counts(text: str, start: int, end: int, party: Party, *, caps: bool) -> bool:
    """Whether the letters are capitals where the party's name asks for them."""
    if not party.cased:
        return True
    name = text[start:end]
    if caps:
        plain = name.lower() in _COMMON_IN_CAPITALS or name.lower() in lexicon().common
        return not plain or not name.isalpha()
    return name.upper() == name


def _mention(text: str, start: int, end: int, party: Party) -> PartyMention:
    behind, before = text[end : end + 2], text[max(0, start - 4) : start].lower()
    glued = (behind[:1] in ("-", "–") and behind[1:].isalpha()) or before in ("pro-", "nti-")
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


def _position(candidate: tuple[int, int, Options]) -> tuple[int, int]:
    return candidate[:2]
