"""Hospitals, morgues, graves and stations: the one a clause names, and the one that "there" or "where" points to."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cenotaph.find.context import ClaimContext
from cenotaph.find.handling.clause import Clause
from cenotaph.find.handling.grammar import grammar
from cenotaph.find.handling.reading import Reading, read_sentence
from cenotaph.language import load_pack

_KINDS = ("hospital", "morgue", "grave", "station", "building")
_NEAR = 2
_LOOK_BACK = 12


class Facility(NamedTuple):
    """A facility named at `start`–`end` of the report; `named` if a proper name is part of it or stands right behind it.

    `kind` is the class of its noun: "hospital", "morgue", "grave" or "station".
    """

    name: str
    start: int
    end: int
    named: bool
    kind: str
    told: int = 0
    """Where the text before tells its name, if it is only "the hospital" here: the offset behind that name."""


class FacilityReader:
    """Finds facilities in one report; `reading` of other sentences is made only when a word points there."""

    def __init__(self, context: ClaimContext) -> None:
        self._context, self._text = context, context.text

    def of(self, sentence: int, reading: Reading, clause: Clause) -> Facility | None:
        """The facility of a clause: named in it, or pointed to."""
        kinds = _kinds(clause)
        order = [*range(clause.first, clause.last + 1), *range(clause.left, clause.right + 1)]
        at = next((index for index in order if reading.tags[index] in kinds), None)
        if at is None:
            return self._pointed(sentence, reading, clause, kinds) or self._building(reading, clause)
        found = self._phrase(reading, at, kinds)
        return found if found.named or not _is_definite(found) else self._named_before(sentence, found)

    def _building(self, reading: Reading, clause: Clause) -> Facility | None:
        """Another building that they are in or go to: a barracks, a mosque."""
        letters = grammar().letters
        inner = "".join(letters[name] for name in ("determiner", "word", "name", "number", "demonym"))
        ways = letters["to"] + (letters["in"] if clause.action != "moved" else "")
        found = re.compile(f"[{ways}][{inner}]{{0,4}}({letters['building']})").search(
            reading.tags, clause.do, clause.right + 1
        )
        return self._phrase(reading, found.start(1), frozenset(letters["building"])) if found else None

    def _pointed(
        self, sentence: int, reading: Reading, clause: Clause, kinds: frozenset[str]
    ) -> Facility | None:
        words = _pack()
        if reading.words[clause.left - 1] == "where" and clause.left:
            return next(self._all(reading, clause.left - 1, kinds | _station(), backward=True), None)
        if not words.loading.isdisjoint(reading.words[clause.first : clause.last + 1]):
            return next(self._all(reading, clause.left, kinds | _station(), backward=True), None)
        if reading.words[clause.right] in words.there or reading.words[clause.do] in words.there:
            return self._near(sentence, kinds)
        return None

    def _near(self, sentence: int, kinds: frozenset[str]) -> Facility | None:
        """The facility of the sentences around that "there" may stand for: one with a name before one without."""
        best: Facility | None = None
        for distance in range(1, _NEAR + 1):
            for at in (sentence - distance, sentence + distance):
                for found in self._in_sentence(at, kinds):
                    if best is None or (found.named and not best.named):
                        best = found
        return best

    def _named_before(self, sentence: int, found: Facility) -> Facility:
        """ "The hospital" is the one named last, if one was named; where it stands is told there and not here."""
        kind = frozenset(grammar().letters[found.kind])
        for at in range(sentence, max(-1, sentence - _LOOK_BACK), -1):
            named = [
                other for other in self._in_sentence(at, kind) if other.named and other.end <= found.start
            ]
            if named:
                return found._replace(name=named[-1].name, told=named[-1].end)
        return found

    def _in_sentence(self, sentence: int, kinds: frozenset[str]) -> list[Facility]:
        if not 0 <= sentence < len(self._context.sentences):
            return []
        span = self._context.sentences[sentence]
        if not _pack().nouns.search(self._text, span.start, span.end):
            return []
        reading = read_sentence(self._text, span.start, span.end)
        return list(self._all(reading, len(reading.tags), kinds, backward=False))

    def _all(
        self, reading: Reading, end: int, kinds: frozenset[str], *, backward: bool
    ) -> Iterator[Facility]:
        order = range(end - 1, -1, -1) if backward else range(end)
        return (self._phrase(reading, at, kinds) for at in order if reading.tags[at] in kinds)

    def _phrase(self, reading: Reading, at: int, kinds: frozenset[str]) -> Facility:
        first, last = _noun_phrase(reading, at, kinds)
        start, end = reading.starts[first], reading.ends[last]
        name = " ".join(self._text[start:end].split()).strip("\"“”‘’'")
        letters = grammar().letters
        tail = reading.tags[last + 1 : last + 6]
        proper = re.match(
            f"{letters['in']}[{letters['word']}{letters['determiner']}{letters['of']}]*{letters['name']}",
            tail,
        )
        capital = any(self._text[reading.starts[index]].isupper() for index in range(first + 1, last + 1))
        kind = next(name for name in _KINDS if letters[name] == reading.tags[at])
        return Facility(name, start, end, capital or proper is not None, kind)


class _FacilityWords(NamedTuple):
    loading: frozenset[str]
    there: frozenset[str]
    nouns: re.Pattern[str]


@cache
def _pack() -> _FacilityWords:
    pack = load_pack("handling")
    nouns = [noun for kind in _KINDS for noun in pack["classes"][kind]]
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, nouns)) + r")\b", re.IGNORECASE)
    fields = load_pack("handling_fields")
    return _FacilityWords(frozenset(fields["loading"]), frozenset(fields["there"]), pattern)


def _kinds(clause: Clause) -> frozenset[str]:
    """The classes of the facilities that a clause of this action can be about."""
    names = {"buried": ("grave",), "cremated": (), "moved": ("hospital", "morgue", "grave", "station")}
    return frozenset(
        grammar().letters[name] for name in names.get(clause.action, ("hospital", "morgue", "grave"))
    )


def _station() -> frozenset[str]:
    return frozenset(grammar().letters["station"])


def _is_definite(found: Facility) -> bool:
    return (
        found.name.lower().startswith("the ") and found.name.count(" ") == 1 and not found.name.endswith("s")
    )


def _noun_phrase(reading: Reading, at: int, kinds: frozenset[str]) -> tuple[int, int]:
    """First and last token of the noun phrase around a facility noun, with facilities that "and" joins to it."""
    letters = grammar().letters
    inner = (
        "word",
        "name",
        "number",
        "demonym",
        "person",
        "fighter",
        "family",
        "victims",
        "body",
        "overflow",
        "count",
    )
    inside = frozenset(letters[name] for name in inner) | kinds
    first, last = at, at
    while first > 0 and reading.tags[first - 1] in inside:
        first -= 1
    if first > 0 and reading.tags[first - 1] == letters["determiner"]:
        first -= 1
    while last + 1 < len(reading.tags) and reading.tags[last + 1] in kinds:
        last += 1
    between = "".join(sorted(inside)) + letters["determiner"] + letters["of"]
    match = re.compile(f"{letters['and']}[{between}]{{0,5}}?[{''.join(sorted(kinds))}]").match(
        reading.tags, last + 1
    )
    return first, (match.end() - 1 if match else last)
