"""Stations that a report of what was on the air names: "RADIO AYR IN SPANISH AT 1212 GMT BROADCASTS A REPORT"."""

import re

from cenotaph.find.credit.credited_sentences import CreditedSentences
from cenotaph.find.credit.naming.speakers import Speaker, speaker
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words

_HOUR = re.compile(r"\bAT\s\d{4}\sGMT\b")
_NAME = re.compile("[CN]{1,6}$")
# By which such a report means the station that it listens to.
_MEANT = frozenset(("announcer", "station", "report", "reports", "newscast", "roundup", "bulletin"))
_POINTERS = frozenset(("the", "this", "a", "an", "another", "of"))


def stations(text: str, read: CreditedSentences) -> list[tuple[int, Speaker]]:
    """The stations of a report with the sentence that names each, in order."""
    found: list[tuple[int, Speaker]] = []
    for match in _HOUR.finditer(text):
        index = read.index_of(match.start())
        if (who := _named(read.words(index), text)) is not None:
            found.append((index, who))
    return found


def _named(words: Words, text: str) -> Speaker | None:
    """Who stands before "in Spanish"."""
    for at in range(1, len(words.lower) - 1):
        if words.lower[at] == "in" and words.lower[at + 1] in word_sets()["languages"]:
            name = _NAME.search(words.tags[:at])
            return speaker(words, text, name.start(), at) if name is not None else None
    return None


def means_station(who: Speaker) -> bool:
    """Whether a source can be the station that is listened to: "the announcer", "another report"."""
    return who.head in _MEANT and set(who.name.lower().split()) <= _MEANT | _POINTERS
