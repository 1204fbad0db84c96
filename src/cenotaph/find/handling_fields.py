"""What a handling clause says beside its action: facility, means of transport, and the places it names."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from cenotaph.find.context import ClaimContext
from cenotaph.find.handling_clauses import Clause
from cenotaph.find.handling_grammar import Reading, grammar
from cenotaph.find.sites import Site, site_name
from cenotaph.language import load_pack
from cenotaph.model import Action, Means

_CITY_RANK = 3
_TRAVEL = frozenset(("moved", "returned"))


class Fields(NamedTuple):
    """The fields of a handling row that the clause and what stands before it give."""

    action: Action
    facility: str | None
    place: str | None
    from_place: str | None
    to_place: str | None
    means: tuple[Means, ...]


class Told(NamedTuple):
    """What a report has told before: the last clause's facility, means and places, for words that point back."""

    sentence: int
    facility: str | None
    place: str | None
    means: tuple[Means, ...]


class FieldReader:
    """Reads the fields of the clauses of one report, in order, remembering what was told."""

    def __init__(self, context: ClaimContext) -> None:
        self._context, self._text = context, context.text
        self._told: Told | None = None

    def read(self, sentence: int, reading: Reading, clause: Clause) -> Fields:
        """The fields of a clause of sentence number `sentence`."""
        places = _Places(self._context, sentence, reading, clause)
        action: Action = "returned" if clause.action == "moved" and places.goes_home() else clause.action
        facility = self._facility(sentence, reading, clause)
        means = _means(reading, clause) if action in _TRAVEL else ()
        if not means and action in _TRAVEL:
            means = self._means_before(sentence, reading, clause)
        place, from_place, to_place = places.fields(action, facility is not None)
        fields = Fields(action, facility, place, from_place, to_place, means)
        self._told = Told(sentence, facility, to_place or place or from_place, means)
        return fields

    def _facility(self, sentence: int, reading: Reading, clause: Clause) -> str | None:
        span = _facility_tokens(reading, clause)
        if span is None:
            return None
        return _words(self._text, reading, *span)

    def _means_before(self, sentence: int, reading: Reading, clause: Clause) -> tuple[Means, ...]:
        """ "loaded at night" is loaded on what the clause before said."""
        loaded = any(word in _pack().carried_on for word in reading.words[clause.first : clause.last + 1])
        near = self._told is not None and sentence - self._told.sentence <= _pack().means_reach
        return self._told.means if loaded and near and self._told is not None else ()


class _FieldWords(NamedTuple):
    means: dict[str, Means]
    carried_on: frozenset[str]
    means_reach: int
    homes: frozenset[str]
    pointers: dict[str, int]


@cache
def _pack() -> _FieldWords:
    pack = load_pack("handling")["fields"]
    means = {word: kind for kind, words in pack["means"].items() for word in words}
    return _FieldWords(
        means, frozenset(pack["carried_on"]), pack["means_reach"], frozenset(pack["homes"]), pack["pointers"]
    )


def _means(reading: Reading, clause: Clause) -> tuple[Means, ...]:
    """The means named in the clause, each once, in the order of the words."""
    known = _pack().means
    found = (known.get(word) for word in reading.words[clause.left : clause.right + 1])
    return tuple(dict.fromkeys(kind for kind in found if kind))


def _facility_tokens(reading: Reading, clause: Clause) -> tuple[int, int] | None:
    """First and last token of the facility's noun phrase: that of the match, else the first of the clause."""
    letters = grammar().letters
    kinds = ["hospital", "morgue", "grave"] + (["station"] if clause.action in _TRAVEL else [])
    wanted = frozenset(letters[kind] for kind in kinds)
    order = [*range(clause.first, clause.last + 1), *range(clause.left, clause.right + 1)]
    at = next((index for index in order if reading.tags[index] in wanted), None)
    if at is None:
        return None
    return _noun_phrase(reading, at, wanted)


def _noun_phrase(reading: Reading, at: int, wanted: frozenset[str]) -> tuple[int, int]:
    """The noun phrase around a facility noun, with facilities that "and" joins to it."""
    letters = grammar().letters
    inside = (
        frozenset(
            letters[name]
            for name in (
                "word",
                "name",
                "number",
                "demonym",
                "person",
                "family",
                "victims",
                "body",
                "overflow",
            )
        )
        | wanted
    )
    first, last = at, at
    while first > 0 and reading.tags[first - 1] in inside:
        first -= 1
    if first > 0 and reading.tags[first - 1] == letters["determiner"]:
        first -= 1
    while last + 1 < len(reading.tags) and reading.tags[last + 1] in wanted:
        last += 1
    joined = re.compile(
        f"{letters['and']}[{''.join(sorted(inside))}{letters['determiner']}{letters['of']}]{{0,5}}?[{''.join(sorted(wanted))}]"
    )
    match = joined.match(reading.tags, last + 1)
    return first, (match.end() - 1 if match else last)


def _words(text: str, reading: Reading, first: int, last: int) -> str:
    """The verbatim words from token `first` to `last` on one line, a possessive ending and quotation marks apart."""
    quote = " ".join(text[reading.starts[first] : reading.ends[last]].split())
    return quote.strip("\"“”‘’'")


class _Places:
    """The places of one clause."""

    def __init__(self, context: ClaimContext, sentence: int, reading: Reading, clause: Clause) -> None:
        self._context, self._sentence, self._reading, self._clause = context, sentence, reading, clause
        self._start, self._end = reading.starts[clause.left], reading.ends[clause.right]
        self._sites = context.sites(sentence)

    def _inside(self) -> list[Site]:
        return [site for site in self._sites if site.start >= self._start and site.end <= self._end]

    def goes_home(self) -> bool:
        """Whether the dead go to their families, back, or to the country they are said to be of."""
        clause, reading = self._clause, self._reading
        tail = reading.words[clause.do : clause.right + 1]
        if _pack().homes.intersection(tail):
            return True
        home = {
            m.party.iso
            for at in (self._sentence, self._sentence - 1)
            if at >= 0
            for m in self._context.parties(at)
            if m.party.kind == "demonym"
        }
        return clause.cargo == "dead" and any(
            site.lead == "to" and site.rank == 1 and site.country in home for site in self._inside()
        )

    def fields(self, action: Action, has_facility: bool) -> tuple[str | None, str | None, str | None]:
        """Place, from_place and to_place."""
        place = origin = target = None
        for site in self._inside():
            name = site_name(self._context.text, site)
            lead = self._lead(site)
            if action in _TRAVEL and lead in ("to", "into", "toward", "towards", "onto"):
                target = name
            elif action in _TRAVEL and lead == "from":
                origin = name
            elif action in _TRAVEL and has_facility and self._to_facility(site):
                target = target or name
            else:
                place = self._narrower(place, name)
        if not (place or origin or target):
            place, origin = self._around(action)
        return place, origin, target

    def _lead(self, site: Site) -> str:
        return site.lead

    def _to_facility(self, site: Site) -> bool:
        """Whether the place stands behind "to the hospital"."""
        letters, reading, clause = grammar().letters, self._reading, self._clause
        before = [
            tag
            for tag, start in zip(reading.tags, reading.starts, strict=True)
            if reading.starts[clause.do] < start < site.start
        ]
        return letters["to"] in before

    def _narrower(self, known: str | None, name: str) -> str:
        return known or name

    def _around(self, action: Action) -> tuple[str | None, str | None]:
        before = [site for site in self._sites if site.end <= self._start and site.rank >= _CITY_RANK]
        if not before:
            return None, None
        name = site_name(self._context.text, before[-1])
        return (None, name) if action == "returned" else (name, None)


def sites_before(context: ClaimContext, sentence: int, reach: int) -> Sequence[Site]:
    """The places named in the `reach` sentences before a sentence, nearest last."""
    return [site for at in range(max(0, sentence - reach), sentence) for site in context.sites(at)]
