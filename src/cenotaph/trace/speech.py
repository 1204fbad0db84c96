"""Where people speak in a report: words in quotation marks, and sentences that report speech.

Found on arrays of characters, hundreds of texts at a time. A passage is a stretch of neighbouring words. A quotation
of several sentences gives one passage for all of it, if it is not too long, and one a sentence.
"""

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cenotaph.language import load_pack
from cenotaph.trace.arrays import HashSet, first_of_each, ranges
from cenotaph.trace.words import Batch, Codes, Flags, Offsets, word_hashes

_OPEN, _CLOSE, _STRAIGHT, _APOSTROPHE, _STOP, _LINE = 1, 2, 3, 4, 5, 6
_CLASSES = {
    _OPEN: "\u201c\u201e\u00ab\u2018\u201f",
    _CLOSE: "\u201d\u00bb",
    _STRAIGHT: '"',
    _APOSTROPHE: "'\u2019",
    _STOP: ".!?\u2026",
    _LINE: "\n\0",
}
_LETTER, _LOWER, _SPACE, _JOINT = 1, 2, 3, 4
_MIN_WORDS, _MAX_WORDS, _MIN_REPORTED_WORDS = 5, 60, 7


class Passages(NamedTuple):
    """Stretches of words: `firsts[i]:lasts[i]` are word numbers of the batch, `quoted[i]` whether in quotation marks."""

    firsts: Offsets
    lasts: Offsets
    quoted: Flags


def find_speech(batch: Batch) -> Passages:
    """The passages of a batch in which somebody is quoted or reported, in order."""
    places, kinds = _marks(batch.codes)
    stops = places[_is_sentence_end(batch.codes, places, kinds)]
    quoted = _quoted_passages(batch, _quotations(places, kinds), stops)
    reported = _reported(batch, stops, quoted)
    both = np.concatenate((quoted, reported))
    is_quoted = np.arange(len(both)) < len(quoted)
    order = np.lexsort((-both[:, 1], both[:, 0]))
    return Passages(both[order, 0], both[order, 1], is_quoted[order])


def _marks(codes: Codes) -> tuple[Offsets, NDArray[np.uint8]]:
    """Offsets of quotation marks, full stops and line ends, each with its class; an apostrophe in a word is none."""
    table, shapes = _tables()
    places = np.flatnonzero(table[codes])
    kinds = table[codes[places]]
    before = shapes[codes[places - 1]]
    behind = shapes[codes[np.minimum(places + 1, len(codes) - 1)]]
    straight = (kinds == _STRAIGHT) | (kinds == _APOSTROPHE)
    opens = straight & ((before == _SPACE) | (before == _JOINT)) & (behind != _SPACE)
    closes = straight & ~opens & (before != _SPACE)
    single = kinds == _APOSTROPHE
    stopped = table[codes[places - 1]] == _STOP
    comma = codes[places - 1] == ord(",")
    closes &= ~single | ((stopped | comma) & (behind != _LETTER) & (behind != _LOWER))
    kinds = np.where(opens, _OPEN, np.where(closes, _CLOSE, np.where(straight, 0, kinds))).astype(np.uint8)
    kept = kinds > 0
    return places[kept], kinds[kept]


def _is_sentence_end(codes: Codes, places: Offsets, kinds: NDArray[np.uint8]) -> Flags:
    """Which marks end a sentence: line ends, and full stops behind a word in small letters, a figure or a bracket."""
    _, shapes = _tables()
    behind = shapes[codes[np.minimum(places + 1, len(codes) - 1)]]
    one, two, three = (shapes[codes[places - step]] for step in (1, 2, 3))
    plain = (one == _LOWER) & (two == _LOWER) & ((three == _LOWER) | (three == _SPACE))
    is_word_end = plain | ((one != _LOWER) & (one != _LETTER))
    ends: Flags = (kinds == _LINE) | (
        (kinds == _STOP) & (behind != _LOWER) & (behind != _LETTER) & is_word_end
    )
    return ends


def _quotations(places: Offsets, kinds: NDArray[np.uint8]) -> Offsets:
    """Rows of (start, end): from an opening mark to the closing one.

    A quotation may also run to the next opening mark, where that one starts the next line or stands behind a full stop.
    """
    solid = np.flatnonzero((kinds == _OPEN) | (kinds == _CLOSE))
    if len(solid) < 2:
        return np.zeros((0, 2), np.int64)
    here, there = solid[:-1], solid[1:]
    crossed = np.cumsum(kinds == _LINE)
    same_line = crossed[here] == crossed[there]
    opened = kinds[here] == _OPEN
    closed = opened & same_line & (kinds[there] == _CLOSE)
    behind_stop = (kinds[there - 1] == _STOP) & (places[there] - places[there - 1] == 2)
    behind_line = (kinds[there - 1] == _LINE) & (places[there] - places[there - 1] == 1)
    carried = opened & (kinds[there] == _OPEN) & np.where(same_line, behind_stop, behind_line)
    lines = np.append(places[kinds == _LINE], places[-1])
    first_line = lines[np.searchsorted(lines, places[here])]
    kept = closed | carried
    ends = np.minimum(places[there], first_line)
    return np.stack((places[here][kept] + 1, ends[kept]), axis=1)


def _quoted_passages(batch: Batch, spans: Offsets, stops: Offsets) -> Offsets:
    """Word ranges of the quotations of 5 to 60 words, and of each sentence of those that have several."""
    quotations = np.searchsorted(batch.starts, spans)
    sizes = quotations[:, 1] - quotations[:, 0]
    ends = np.searchsorted(batch.starts, stops)
    ends = ends[first_of_each(ends)]
    lowest = np.searchsorted(ends, quotations[:, 0], "right")
    cuts = np.searchsorted(ends, quotations[:, 1]) - lowest
    several = cuts > 0
    whole = quotations[(sizes >= _MIN_WORDS) & ((sizes <= _MAX_WORDS) | ~several)]
    inner = ends[ranges(lowest[several], cuts[several])]
    firsts = np.sort(np.concatenate((quotations[several, 0], inner)), kind="stable")
    lasts = np.sort(np.concatenate((inner, quotations[several, 1])), kind="stable")
    return np.concatenate((whole, np.stack((firsts, lasts), axis=1)))


def _reported(batch: Batch, stops: Offsets, quoted: Offsets) -> Offsets:
    """Word ranges of the sentences that hold a reporting word and no quotation of their own."""
    edges = np.searchsorted(batch.starts, stops)
    edges = edges[first_of_each(edges)]
    if len(edges) < 2:
        return np.zeros((0, 2), np.int64)
    tellers = _reporting_words().places_in(batch.hashes)
    numbers = np.searchsorted(edges, tellers, "right")
    numbers = numbers[first_of_each(numbers)]
    numbers = numbers[numbers < len(edges)]
    firsts = np.where(numbers > 0, edges[numbers - 1], 0)
    lasts = edges[numbers]
    sizes = lasts - firsts
    covered = np.zeros(len(batch.starts) + 1, np.int32)
    np.add.at(covered, quoted[:, 0], 1)
    np.add.at(covered, quoted[:, 1], -1)
    inside = np.concatenate(([0], np.cumsum(np.cumsum(covered) > 0)))
    kept = (sizes >= _MIN_REPORTED_WORDS) & (sizes <= _MAX_WORDS) & (inside[lasts] == inside[firsts])
    return np.stack((firsts[kept], lasts[kept]), axis=1)


@cache
def _reporting_words() -> HashSet:
    return HashSet(word_hashes(load_pack("echo")["reporting"]))


@cache
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Per code point of the basic plane: its class as a mark, and its shape as a neighbour."""
    marks, shapes = np.zeros(0x10000, np.uint8), np.zeros(0x10000, np.uint8)
    for kind, letters in _CLASSES.items():
        for letter in letters:
            marks[ord(letter)] = kind
    for code in range(0x10000):
        letter = chr(code)
        if letter.isalnum():
            shapes[code] = _LOWER if letter.islower() else _LETTER
        elif letter.isspace() or letter == "\0":
            shapes[code] = _SPACE
        elif letter in "([{\u2014\u2013-":
            shapes[code] = _JOINT
    return marks, shapes
