"""Whose attack a sentence speaks of: "a Russian missile", "killed by al-Shabaab fighters", "blamed on Boko Haram".

The words and their examples are data: packs/LANGUAGE/attackers.toml. What a sentence leaves open stays open.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cenotaph.find.text.folding import fold
from cenotaph.find.whose.parties import Party, armed_groups, nations
from cenotaph.language import load_pack

_WORD = re.compile(r"[\w'’]+")
_LONGEST_NAME = 6
_BETWEEN = 2
_LISTED = 3
_OR = ("or", "and")


class _Named(NamedTuple):
    side: str
    start: int
    end: int


@lru_cache(4096)
def attackers(sentence: str) -> tuple[str, ...]:
    """The sides that the sentence says attacked, in the order of the text; none where it denies or leaves it open."""
    words = [fold(word) for word in _WORD.findall(sentence)]
    text = f" {' '.join(words)} "
    if any(f" {phrase} " in text for phrase in _phrases("not")) or not _may_tell(words):
        return ()
    named = list(_parties(_WORD.findall(sentence), words))
    found = [one.side for at, one in enumerate(named) if _attacks(at, named, words)]
    return tuple(dict.fromkeys(found))


def _attacks(at: int, named: list[_Named], words: list[str]) -> bool:
    """Whether a weapon or a deed follows the party's name, or words like "killed by" stand before it; a party in a row
    with the next one ("Russian or Turkish jets") does what that one does."""
    one = named[at]
    before = " ".join(words[max(0, one.start - _LISTED) : one.start]).removesuffix(" the")
    if any(before == phrase or before.endswith(f" {phrase}") for phrase in _phrases("behind")):
        return True
    following = words[one.end : one.end + _BETWEEN + 2]
    for step in range(min(_BETWEEN + 1, len(following))):
        if following[step] in _phrases("weapons") or " ".join(following[step : step + 2]) in _phrases(
            "weapons"
        ):
            return True
    if following[:1] and following[0] in _phrases("verbs"):
        return True
    if at + 1 == len(named):
        return False
    beside = words[one.end : named[at + 1].start]
    return len(beside) == 1 and beside[0] in _OR and _attacks(at + 1, named, words)


def _parties(written: list[str], words: list[str]) -> Iterator[_Named]:
    """The parties that the words name, the longest name at each place."""
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
            name = " ".join(words[at : at + length])
            party = nations().get(name) or armed_groups().get(name)
            if party is not None and _is_written(party, written[at : at + length]):
                yield _Named(party.side, at, at + length)
                at += length
                break
        else:
            at += 1


def _is_written(party: Party, written: list[str]) -> bool:
    """A party's name has a capital, and one that is also a word is in capitals throughout."""
    return all(word.isupper() for word in written) if party.cased else any(w[:1].isupper() for w in written)


def _may_tell(words: list[str]) -> bool:
    return not _first_words().isdisjoint(words)


@cache
def _phrases(name: str) -> frozenset[str]:
    return frozenset(map(fold, load_pack("attackers")[name]))


@cache
def _first_words() -> frozenset[str]:
    """Words of which a sentence that tells an attacker has at least one."""
    lists = ("weapons", "verbs", "behind")
    return frozenset(phrase.split()[0] for name in lists for phrase in _phrases(name))
