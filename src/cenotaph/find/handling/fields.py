"""What a handling clause says beside its action: facility, means of transport and places."""

import re
from functools import cache
from typing import NamedTuple

from cenotaph.find.context import ClaimContext
from cenotaph.find.handling.clause import Clause
from cenotaph.find.handling.facilities import FacilityReader
from cenotaph.find.handling.grammar import grammar
from cenotaph.find.handling.homeward import (
    is_fetched_from_a_side,
    is_flown_home,
    is_given_over,
    is_got_back,
    is_passed_on,
)
from cenotaph.find.handling.reading import Reading, read_sentence
from cenotaph.find.handling.spots import Places
from cenotaph.find.handling.stations import TRAVEL, PlaceReader
from cenotaph.language import load_pack
from cenotaph.model import Action, Means

_SUBJECT_REACH = 16


class Fields(NamedTuple):
    """The fields of a row that the clause and what stands around it give."""

    action: Action
    facility: str | None
    places: Places
    means: tuple[Means, ...]


class FieldReader:
    """Reads the fields of one report's clauses, in order, remembering what was told."""

    def __init__(self, context: ClaimContext) -> None:
        self._facilities, self._places = FacilityReader(context), PlaceReader(context)
        self._told: tuple[int, tuple[Means, ...]] | None = None
        self._context = context

    def read(self, sentence: int, reading: Reading, clause: Clause) -> Fields:
        """The fields of a clause of sentence number `sentence`."""
        home = clause.action == "moved" and self._goes_home(sentence, reading, clause)
        if clause.action == "held" and clause.cargo == "dead":
            home = is_got_back(self._context, sentence, reading, clause)
        action: Action = "returned" if home else clause.action
        if (
            action == "returned"
            and clause.cargo == "wounded"
            and (_goes_to_medics(reading, clause) or reading.words[clause.do].endswith((" back", " home")))
        ):
            action = "moved"
        if action == "returned" and is_passed_on(reading, clause):
            action = "moved"
        facility = self._facilities.of(sentence, reading, clause)
        if facility is not None and (
            (action == "returned" and facility.kind == "station")
            or (action in TRAVEL and facility.kind == "morgue" and _drives(facility.name))
        ):
            facility = None
        places = self._places.read(sentence, reading, clause, action, facility)
        means = self._means(sentence, reading, clause) if action in TRAVEL else ()
        return Fields(action, facility.name if facility else None, places, means)

    def _goes_home(self, sentence: int, reading: Reading, clause: Clause) -> bool:
        """Whether what is moved are dead on the way to their own."""
        if reading.tags[clause.do] == grammar().letters["exhumed"]:
            return False  # What is done with them then is told by a verb of its own.
        if self._places.goes_home(sentence, reading, clause):
            return True
        if clause.cargo != "dead":
            return False
        return (
            is_given_over(self._context, sentence, reading, clause)
            or is_fetched_from_a_side(self._context, sentence, reading, clause)
            or is_flown_home(self._context, reading, clause)
        )

    def _means(self, sentence: int, reading: Reading, clause: Clause) -> tuple[Means, ...]:
        found = (*_aboard(reading, clause), *_named(reading, clause.left, clause.right))
        found = found or self._means_before(sentence, reading, clause) or _crew(reading, clause)
        if found:
            self._told = (sentence, found)
        return tuple(dict.fromkeys(found))

    def _means_before(self, sentence: int, reading: Reading, clause: Clause) -> tuple[Means, ...]:
        """ "Loaded at night": on what was told last; "they were filled": the vehicles of the sentence before."""
        words = _pack()
        if (
            self._told
            and sentence - self._told[0] <= words.reach
            and reading.words[clause.do] in words.carried_on
        ):
            return self._told[1][-1:]
        if not sentence or reading.tags[clause.do] != grammar().letters["full"]:
            return ()
        span = self._context.sentences[sentence - 1]
        before = read_sentence(self._context.text, span.start, span.end)
        return _named(before, 0, len(before.tags) - 1)[-1:]


def _goes_to_medics(reading: Reading, clause: Clause) -> bool:
    """ "The wounded were handed over to the medics"."""
    letters = grammar().letters
    care = (letters["medic"], letters["hospital"], letters["ambulance"])
    return (
        any(tag in care for tag in reading.tags[clause.do : clause.right + 1])
        or "medical" in (reading.words[clause.do : clause.right + 1])
    )


class _MeansWords(NamedTuple):
    kinds: dict[str, Means]
    carried_on: frozenset[str]
    flying: frozenset[str]
    reach: int


@cache
def _pack() -> _MeansWords:
    fields = load_pack("handling_fields")
    kinds = {word: kind for kind, words in fields["means"].items() for word in words}
    return _MeansWords(
        kinds, frozenset(fields["carried_on"]), frozenset(fields["flying"]), fields["means_reach"]
    )


def _named(reading: Reading, left: int, right: int) -> tuple[Means, ...]:
    """The means named from token `left` to `right`, in the order of the words."""
    words = [
        reading.words[at]
        for at in range(left, min(right + 1, len(reading.words)))
        if not _is_left(reading, at)
    ]
    kinds = [(word, kind) for word in words if (kind := _pack().kinds.get(word))]
    named = tuple(kind for word, kind in kinds if not word.startswith("airlift"))
    if "helicopter" in named:  # "A helicopter flew them out" needs no plane.
        named = tuple(kind for word, kind in kinds if kind != "plane" or word not in _pack().flying)
    return named or tuple(kind for _, kind in kinds)


def _is_left(reading: Reading, at: int) -> bool:
    """Whether a vehicle is what they are taken out of: "carried out of the yellow bus"."""
    letters = grammar().letters
    inner = "".join(
        letters[name] for name in ("determiner", "owning", "pointing", "word", "number", "demonym")
    )
    if reading.tags[at] != letters["vehicle"]:
        return False
    before = at - 1
    while before > 0 and reading.tags[before] in inner:
        before -= 1
    return reading.tags[before] == letters["from"] or reading.words[before].endswith(" out of")


def _drives(facility: str) -> bool:
    """Whether what holds the dead is what carries them: "refrigerated lorries"."""
    return any(facility.lower().endswith(word) for word in _pack().kinds if " " in word)


def _aboard(reading: Reading, clause: Clause) -> tuple[Means, ...]:
    """ "In the lorries, the bodies are taken": a vehicle before the clause."""
    letters = grammar().letters
    inner = letters["word"] + letters["determiner"] + letters["name"] + letters["demonym"]
    before = re.compile(
        f"[{letters['in']}{letters['by']}][{inner}]{{0,3}}{letters['vehicle']}{letters['comma']}$"
    )
    match = before.search(reading.tags[: clause.left])
    return _named(reading, match.start(), clause.left - 1) if match else ()


def _crew(reading: Reading, clause: Clause) -> tuple[Means, ...]:
    """ "An ambulance driver said he evacuated": the vehicle of those who moved them."""
    before = reading.words[max(0, clause.first - _SUBJECT_REACH) : clause.left]
    return ("ambulance",) if {"ambulance", "ambulances"}.intersection(before) else ()
