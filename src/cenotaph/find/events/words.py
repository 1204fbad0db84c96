"""The words by which reports tell of attacks, as data: the pack `events`."""

import re
from functools import cache
from typing import NamedTuple

from cenotaph.find.place.names.place_words import place_words
from cenotaph.language import load_pack


class EventWords(NamedTuple):
    """The pack `events`: the kinds of each word for a deed, and the rest as sets and patterns."""

    kinds: dict[str, frozenset[str]]
    any: frozenset[str]
    scenes: frozenset[str]
    hurt: frozenset[str]
    plural: frozenset[str]
    days: frozenset[str]
    behind: re.Pattern[str]
    theirs: re.Pattern[str]
    whole: re.Pattern[str]


@cache
def event_words() -> EventWords:
    """The English words, of text in lower case."""
    pack = load_pack("events")
    kinds = dict[str, set[str]]()
    for kind, words in pack["kinds"].items():
        for word in words:
            kinds.setdefault(word, set()).add(kind)
    return EventWords(
        {word: frozenset(found) for word, found in kinds.items()},
        frozenset(pack["any"]),
        frozenset(pack["scenes"]["words"]) | place_words().nouns.keys(),
        frozenset(pack["hurt"]),
        frozenset(pack["plural"]),
        frozenset(load_pack("times")["weekdays"]),
        re.compile(pack["aside"]["behind"]),
        re.compile(pack["aside"]["theirs"]),
        re.compile(pack["aside"]["whole"]),
    )
