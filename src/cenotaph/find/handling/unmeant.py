"""Words of handling that tell of none here: "took 20 minutes", "he referred to the dead", "the hospital bombing"."""

from functools import cache
from typing import NamedTuple

from cenotaph.language import load_pack

_TIME_REACH = 6
_TOLL_REACH = 14


class _Words(NamedTuple):
    take: frozenset[str]
    spans: frozenset[str]
    losses: frozenset[str]
    refer: frozenset[str]
    loads: frozenset[str]
    heaps: frozenset[str]
    nouns: frozenset[str]
    bring: frozenset[str]
    struck: frozenset[str]
    shares: frozenset[str]


@cache
def _pack() -> _Words:
    pack = load_pack("handling_fields")["unmeant"]
    return _Words(*(frozenset(pack[name]) for name in _Words._fields))


@cache
def looked_at() -> frozenset[str]:
    """The words, and those right behind them, that may mean something else."""
    words = _pack()
    return words.take | words.refer | words.loads | words.nouns | words.bring | words.struck | words.shares


def is_unmeant(letters: dict[str, str], tags: list[str], words: list[str], at: int) -> bool:
    """Whether the word at a token, of a class of handling, tells of none."""
    known, low = _pack(), words[at]
    if tags[at] in (letters["hospital"], letters["morgue"], letters["grave"]):
        return not known.struck.isdisjoint(words[at + 1 : at + 2])
    if low in known.take:
        return _takes_time(letters, tags, words, at) or _takes_losses(letters, tags, words, at)
    if low in known.refer:
        return words[at + 1 : at + 2] == ["to"] and _is_active(letters, tags, at)
    if low in known.loads:
        return not at or words[at - 1] in known.heaps
    if low in known.nouns:
        return at > 0 and tags[at - 1] in (letters["determiner"], letters["owning"])
    if low in known.bring:
        return _brings_a_toll(letters, tags, at)
    return low == "body" and words[at - 2 : at - 1] == ["of"] and words[at - 3] in known.shares


def _takes_time(letters: dict[str, str], tags: list[str], words: list[str], at: int) -> bool:
    """ "Took almost 20 minutes", "have taken many long hours"."""
    inner = [letters[name] for name in ("determiner", "adverb", "number", "numeral", "word", "of")]
    for behind in range(at + 1, min(at + _TIME_REACH, len(tags))):
        if words[behind] in _pack().spans:
            return True
        if tags[behind] not in inner:
            return False
    return False


def _takes_losses(letters: dict[str, str], tags: list[str], words: list[str], at: int) -> bool:
    """ "Is said to have taken casualties": has had them; who "took casualties to" a clinic moved them."""
    inner = [letters[name] for name in ("determiner", "adverb", "number", "numeral", "word")]
    behind = at + 1
    while behind < len(tags) and tags[behind] in inner:
        behind += 1
    if behind >= len(tags) or words[behind] not in _pack().losses:
        return False
    ways = [letters[name] for name in ("to", "from", "off", "by", "in", "for")]
    return tags[behind + 1 : behind + 2] not in [[way] for way in ways]


def _is_active(letters: dict[str, str], tags: list[str], at: int) -> bool:
    """Whether somebody stands before a verb as who does it: "he referred", "the minister refers"."""
    doers = ("pronoun", "somebody", "relative", "name", "have", "modal", "that")
    return at > 0 and tags[at - 1] in [letters[name] for name in doers]


def _brings_a_toll(letters: dict[str, str], tags: list[str], at: int) -> bool:
    """ "Bringing the fatalities in the attack to six"."""
    numbers, rough = (letters["number"], letters["numeral"]), (letters["determiner"], letters["adverb"])
    ends = [letters[name] for name in ("break", "comma", "conjunction", "and", "said", "that", "person")]
    for to in range(at + 2, min(at + _TOLL_REACH, len(tags) - 1)):
        if tags[to] != letters["to"]:
            continue
        number = to + 1 + (tags[to + 1] in rough)
        if tags[number : number + 1] in ([numbers[0]], [numbers[1]]):
            return number + 1 == len(tags) or tags[number + 1] in ends
    return False
