"""Words that pages carry whatever they report: formulas of the language pack, and what one outlet puts on page after page."""

from functools import cache

import numpy as np

from cenotaph.language import load_pack
from cenotaph.trace.arrays import HashSet, first_of_each, group_starts
from cenotaph.trace.runs import three_word_hashes
from cenotaph.trace.sieve import often, pair_hashes
from cenotaph.trace.words import Flags, Hashes, Offsets, word_hashes

MIN_PAGES = 4
_PAGES_IN = 100
_OUTLET_BITS, _REPORT_BITS = np.uint64(16), np.uint64(26)
_OUTLET_MASK = np.uint64((1 << 16) - 1)


def mark_formulas(flags: Flags, threes: Hashes) -> None:
    """Set the flags of words that stand in three words in a row that a formula of the language pack has as well; `threes`
    are the hashes of the three words from each on."""
    spots = _formulas().places_in(threes)
    for step in range(3):
        flags[spots + step] = True


def least_pages(reports: int) -> int:
    """On how many pages an outlet of so many reports must put words for them to be furniture."""
    return max(MIN_PAGES, reports // _PAGES_IN)


def repeated_by_outlet(groups: Offsets, outlets: Offsets, reports: Offsets, sizes: Offsets) -> Flags:
    """Which entries belong to a run of words that one outlet repeats on page after page.

    Entries are places where a run of words stands: `groups` numbers the run (ascending), `outlets` the report's outlet
    (-1 where unknown), `reports` the report; `sizes[o]` is how many reports outlet o has. A run is repeated from four
    reports on, and from one report in a hundred of the outlet's.
    """
    known = outlets >= 0
    known[known] = often(pair_hashes(groups[known], outlets[known]), MIN_PAGES)
    pages = (groups[known].astype(np.uint64) << _OUTLET_BITS) | outlets[known].astype(np.uint64)
    pages = (pages << _REPORT_BITS) | reports[known].astype(np.uint64)
    pages.sort()
    pages = pages[first_of_each(pages)] >> _REPORT_BITS
    starts = group_starts(pages)
    repeaters = pages[starts[:-1]]
    enough = np.diff(starts) >= np.maximum(
        MIN_PAGES, sizes[(repeaters & _OUTLET_MASK).astype(np.int64)] // _PAGES_IN
    )
    flags = np.zeros(int(groups[-1]) + 1 if len(groups) else 0, np.bool_)
    flags[(repeaters[enough] >> _OUTLET_BITS).astype(np.int64)] = True
    return flags[groups]


@cache
def _formulas() -> HashSet:
    formulas: list[str] = load_pack("echo")["formulas"]
    return HashSet(np.concatenate([three_word_hashes(word_hashes(formula)) for formula in formulas]))
