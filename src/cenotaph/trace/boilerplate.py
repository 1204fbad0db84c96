"""Words that pages carry whatever they report: formulas of the language pack, and what one outlet puts on page after page."""

from functools import cache

import numpy as np

from cenotaph.language import load_pack
from cenotaph.trace.arrays import HashSet, first_of_each, group_starts
from cenotaph.trace.runs import three_word_hashes
from cenotaph.trace.words import Flags, Hashes, Offsets, word_hashes

_MIN_PAGES = 4
_PAGES_IN = 100


def formula_words(threes: Hashes, words: int) -> Flags:
    """Which of `words` words stand in three words in a row that a formula of the language pack has as well."""
    flags = np.zeros(words, np.bool_)
    spots = _formulas().places_in(threes)
    for step in range(3):
        flags[spots + step] = True
    return flags


def repeated_by_outlet(groups: Offsets, outlets: Offsets, reports: Offsets, sizes: Offsets) -> Flags:
    """Which entries belong to a run of words that one outlet repeats on page after page.

    Entries are places where a run of words stands: `groups` numbers the run (ascending), `outlets` the report's outlet
    (-1 where unknown), `reports` the report; `sizes[o]` is how many reports outlet o has. A run is repeated from four
    reports on, and from one report in a hundred of the outlet's.
    """
    known = np.flatnonzero(outlets >= 0)
    order = known[np.lexsort((reports[known], outlets[known], groups[known]))]
    pages = first_of_each(groups[order]) | first_of_each(outlets[order]) | first_of_each(reports[order])
    order = order[pages]
    starts = group_starts(groups[order] * len(sizes) + outlets[order])
    counts = np.diff(starts)
    enough = counts >= np.maximum(_MIN_PAGES, sizes[outlets[order[starts[:-1]]]] // _PAGES_IN)
    return np.isin(groups, groups[order[starts[:-1][enough]]])


@cache
def _formulas() -> HashSet:
    formulas: list[str] = load_pack("echo")["formulas"]
    return HashSet(np.concatenate([three_word_hashes(word_hashes(formula)) for formula in formulas]))
