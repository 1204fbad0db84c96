"""The people that open a line of a list under a lead that tells what befell them."""

import re

from cenotaph.find.people.analysis import WEAK, Analysis
from cenotaph.find.people.reading import Reading
from cenotaph.model import Harm

_ITEMS = re.compile(r"[XAZ](?:(?:[obGP][nvdu])*(?:,&?|&)[XA])*")  # "9 soldiers from Ayr and two cooks".


def read_item(sentence: Analysis, opening: int, harm: Harm, best: dict[int, Reading]) -> None:
    """The people that open a line of a list, and those joined to them ("9 guards and two cooks"), who have no reading yet."""
    end = _ITEMS.match(sentence.kinds, opening)
    for at in range(opening, end.end() if end is not None else opening + 1):
        if sentence.kinds[at] not in "XA" and at != opening:
            continue
        own = best.get(at)
        if own is None or sentence.last_word(own.trigger) in WEAK or own.trigger > at + 2:
            best[at] = Reading(0, harm, "listed", at, doubt=False)
