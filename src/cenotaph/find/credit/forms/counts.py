"""Counts that somebody keeps: "Moscow's own count of its dead was 498"."""

import re

from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.forms.scopes import clause_end
from cenotaph.find.credit.naming.speakers import pointed_at, speaker
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words
from cenotaph.find.text.folding import fold
from cenotaph.find.whose.parties import nations

OWNER = re.compile(r"(?P<by>[D#]*[CxN]*s)[Cx]*$")
_OWN = re.compile(r"(?P<by>D)x{0,2}$")
_POINTERS = {"their": "they", "his": "he", "her": "she", "its": "it"}  # "Their estimate was 300 dead".
_FIGURE = re.compile(r"d(?:[oP][DxCsNLRK]{1,6})?[HMR]*[bKx]?[KPRx]*(?P<figure>#)")
_FIGURE_OF = re.compile(r"do[PDRx]{0,3}(?P<figure>#)")  # "The UN's estimate of 300 dead".


def count_of(words: Words, text: str, at: int) -> Anchor | None:
    """ "Moscow's own count of its dead was 498": whoever's count it is vouches for the figure behind it."""
    owner = OWNER.search(words.tags[:at]) or _OWN.search(words.tags[:at])
    figure = _FIGURE.match(words.tags, at) or _FIGURE_OF.match(words.tags, at)
    if owner is None or figure is None or words.lower[at] not in word_sets()["toll_objects"]:
        return None
    start, end = owner.span("by")
    low = figure.start("figure")
    if words.tags[end - 1] == "D":
        whose = _POINTERS.get(words.lower[start])
        who = pointed_at(words, start, whose) if whose is not None else None
        return Anchor("count of", who, start, at + 1, low, clause_end(words.tags, low)) if who else None
    if fold(words.lower[end - 1][:-2]) in word_sets()["mute"]:
        return None  # "Bringing the attack's death toll to 18".
    if _counts_own(words, end, at) and fold(words.lower[end - 1][:-2]) in nations():
        return None
    return Anchor(
        "count of", speaker(words, text, start, end), start, at + 1, low, clause_end(words.tags, low)
    )


def _counts_own(words: Words, start: int, at: int) -> bool:
    """Whether "Russia's casualty count" is that of its losses, and no more its own than anybody's."""
    between = words.lower[start:at]
    return "own" not in between and not {"casualty", "death", "combat", "war"}.isdisjoint(between)
