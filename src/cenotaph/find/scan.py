"""The words of a sentence with their offsets, and the parties (nations, groups, forces) that they name."""

import re
from functools import cache
from typing import NamedTuple

from cenotaph.find.folding import fold
from cenotaph.find.lexicon import lexicon
from cenotaph.find.parties import Party, armed_groups, nations
from cenotaph.model import Span

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*|\d+(?:[.,]\d+)*")
_LOWER_STARTS = frozenset(("al", "an", "pro", "the"))
# In capitals these abbreviations cannot be told from common words.
_COMMON_IN_CAPITALS = frozenset(("us", "is", "car", "it", "who", "so", "and", "an", "no", "he", "as", "aid", "rd"))


class Words(NamedTuple):
    """The words of one sentence: offsets in the report's text, and their folded forms."""

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
    """The words of `text` within `span`, the possessive "'s" left out."""
    starts, ends, lows = [], [], []
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group()
        if word in ("s", "S") and text[match.start() - 1 : match.start()] in ("'", "’"):
            continue
        starts.append(match.start())
        ends.append(match.end())
        lows.append(word.lower() if word.isascii() and word.isalnum() else fold(word))
    return Words(starts, ends, lows)


def parties(text: str, words: Words, *, caps: bool) -> list[PartyMention]:
    """The parties named among `words`, left to right; `caps` where the text is all capitals."""
    index, found, reach = _by_first_word(), [], 0
    for at, low in enumerate(words.lows):
        if at < reach:
            continue
        options = index.get(low) or (index.get(low[:-1]) if low[-1] == "s" else None)
        if options is None or not (text[words.starts[at]].isupper() or low in _LOWER_STARTS):
            continue
        for rest, party in options:
            end = at + 1 + len(rest)
            if words.lows[at + 1 : end] == rest and _counts(text, words, at, end, party, caps=caps):
                found.append(_mention(text, words, at, end, party))
                reach = end
                break
    return found


def _counts(text: str, words: Words, at: int, end: int, party: Party, *, caps: bool) -> bool:
    """Whether the letters are capitals where the party's name asks for them."""
    if not party.cased:
        return any(text[start].isupper() for start in words.starts[at:end])
    if caps:
        plain = words.lows[at] in _COMMON_IN_CAPITALS or words.lows[at] in lexicon().common
        return not plain or end - at > 1 or "." in text[words.starts[at] : words.ends[at]]
    return text[words.starts[at] : words.ends[end - 1]].upper() == text[words.starts[at] : words.ends[end - 1]]


def _mention(text: str, words: Words, at: int, end: int, party: Party) -> PartyMention:
    start, stop = words.starts[at], words.ends[end - 1]
    behind, before = text[stop : stop + 2], text[max(0, start - 4) : start].lower()
    glued = (behind[:1] in "-–" and behind[1:].isalpha()) or before in ("pro-", "nti-")
    return PartyMention(start, stop, party, glued)


@cache
def _by_first_word() -> dict[str, list[tuple[list[str], Party]]]:
    """First word → (the other words, party), longest first; the names of groups and forces win over nations'."""
    index: dict[str, list[tuple[list[str], Party]]] = {}
    for names in (armed_groups(), nations()):
        for key, party in names.items():
            first, *rest = key.split(" ")
            index.setdefault(first, []).append((rest, party))
    for options in index.values():
        options.sort(key=lambda option: -len(option[0]))
    return index
