"""Handlings of a report: the clauses that say the dead or wounded are held, moved, returned, refused, buried."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from cenotaph.find.context import ClaimContext
from cenotaph.find.credit.attribution import Attributor
from cenotaph.find.credit.stance import Stances
from cenotaph.find.handling.clause import Clause
from cenotaph.find.handling.clauses import clauses
from cenotaph.find.handling.fields import FieldReader
from cenotaph.find.handling.gate import may_tell
from cenotaph.find.handling.grammar import grammar
from cenotaph.find.handling.reading import Reading, read_sentence
from cenotaph.find.handling.tracking import Tracker
from cenotaph.find.identity import handling_id
from cenotaph.find.people.conflict import Conflict
from cenotaph.find.people.peaceful import is_of_peace
from cenotaph.find.people.violence import Violence
from cenotaph.find.text.first_look import FirstLook, first_look, sentences_at, word_places
from cenotaph.find.text.small import small
from cenotaph.find.text.word_filter import WordFilter
from cenotaph.language import load_pack
from cenotaph.model import Cargo, Handling, Harm, Report, Span, Stance

_HARMS: dict[Cargo, Harm] = {"dead": "bodies", "wounded": "wounded", "both": "casualties"}
# No sentence is longer; what is (a table, a page without full stops) is read in pieces, so that time stays linear.
_WINDOW = 4000
_BODIES = re.compile(r"\b(?:bodies|corpses|remains|coffins|caskets)\b", re.IGNORECASE)
_WOUNDED = re.compile(r"\bwounded\b", re.IGNORECASE)
_GOES_ON = 3
_GRAVES = re.compile(r"\b(?:graves?|pits?|cemeter\w+|burial|exhum\w+)\b", re.IGNORECASE)


def handlings(
    report: Report,
    spans: Sequence[Span],
    attributor: Attributor | None = None,
    *,
    context: ClaimContext | None = None,
    violence: Violence | None = None,
    stances: Stances | None = None,
    seen: FirstLook | None = None,
    dead: frozenset[int] = frozenset(),
) -> list[Handling]:
    """The handling rows of a report whose sentences are `spans`, in the order of the text.

    What is given beside the report was read from it by the caller; what is not is read here, where it is needed. Who gives the
    first look has found that it may tell of handling. `dead` are the sentences that count people killed in armed violence.
    """
    if seen is None:
        seen = first_look(report.text)
        if not may_tell(seen.words, carried=False):
            return []
    hits = _hits(report.text, seen, spans)
    if not hits:
        return []
    return list(
        _Finder(report, list(spans), _Given(attributor, context, violence, stances, dead)).rows(hits, seen)
    )


class _Given(NamedTuple):
    attributor: Attributor | None
    context: ClaimContext | None
    violence: Violence | None
    stances: Stances | None
    dead: frozenset[int]


def _hits(text: str, seen: FirstLook, spans: Sequence[Span]) -> list[int]:
    """The numbers of the sentences that hold one of the trigger words or phrases."""
    places = [*word_places(seen.flat, _triggering().of(seen.words)), *_phrase_places(small(text))]
    return sentences_at(places, spans)


def _phrase_places(low: str) -> Iterator[int]:
    for phrase in (trigger for trigger in _triggers() if " " in trigger):
        at = low.find(phrase)
        while at >= 0:
            yield at
            at = low.find(phrase, at + 1)


@cache
def _triggering() -> WordFilter[bytes]:
    """Sorts out the words that hold a trigger."""
    stems = re.compile("|".join(_triggers()).encode())
    return WordFilter(lambda word: stems.search(word) is not None)


@cache
def _triggers() -> tuple[str, ...]:
    return tuple(load_pack("handling")["triggers"])


class _Finder:
    def __init__(self, report: Report, spans: list[Span], given: _Given) -> None:
        self._report, self._text, self._spans, self._given = report, report.text, spans, given
        self._tracker = Tracker(report.text, spans)
        self._told: Sequence[int] = ()

    @cached_property
    def _attributor(self) -> Attributor:
        return self._given.attributor or Attributor(self._report, self._spans)

    @cached_property
    def _context(self) -> ClaimContext:
        return self._given.context or ClaimContext(self._report, self._spans)

    @cached_property
    def _fields(self) -> FieldReader:
        return FieldReader(self._context)

    @cached_property
    def _is_of_peace(self) -> bool:
        return is_of_peace(Conflict(self._context, self._told), self._violence)

    @cached_property
    def _violence(self) -> Violence:
        return self._given.violence or Violence(self._text)

    @cached_property
    def _stances(self) -> Stances:
        return self._given.stances or Stances(self._report, self._spans)

    def rows(self, hits: Sequence[int], seen: FirstLook) -> Iterator[Handling]:
        """The rows of the sentences numbered `hits`, and of those behind one that go on with "they" or "them"."""
        self._told = hits
        for sentence in self._tracker.sentences(hits):
            span = self._spans[sentence]
            carried = self._tracker.carried(sentence)
            if not may_tell(seen.words_in(span), carried=carried is not None):
                continue
            for start in range(span.start, span.end, _WINDOW):
                reading = read_sentence(self._text, start, min(start + _WINDOW, span.end))
                yield from self._in_reading(sentence, reading, carried)

    def _in_reading(self, sentence: int, reading: Reading, carried: Cargo | None) -> Iterator[Handling]:
        for clause in clauses(reading, carried=carried):
            if self._holds(sentence, clause) and not self._is_dug_from_ruins(reading, clause):
                row = self._row(sentence, reading, clause)
                self._tracker.note(sentence, row.cargo)
                yield row

    def _holds(self, sentence: int, clause: Clause) -> bool:
        """Whether it is of armed violence: by the sentence where the words of the rule leave it open, else by the report."""
        span = self._spans[sentence]
        seen = self._violence
        if seen.is_at_home or seen.is_untold(span) or (clause.cargo != "dead" and seen.is_tried_at_home):
            return False
        if self._is_of_peace and not seen.tells_of_war(span):
            return False
        if any(not rule.needs_violence for rule in clause.rules):
            return self._violence.other_words <= self._violence.armed_words
        told = {
            sentence,
            sentence - 1,
        } & self._given.dead  # "A sergeant was killed. He was buried on Sunday".
        if (told and clause.cargo == "dead") or self._violence.armed(span, ""):
            return True
        if self._violence.armed_words <= self._violence.other_words:
            return False
        if clause.cargo == "wounded" and sentence and seen.war_words:
            before = self._spans[sentence - 1]  # "Two were shot. She was taken to hospital".
            if seen.armed(before, ""):
                return True
        wounded = _WOUNDED.search(self._text, span.start, span.end) is not None
        return wounded or (self._is_of_the_dead and self._violence.may_be_armed(span))

    def _is_dug_from_ruins(self, reading: Reading, clause: Clause) -> bool:
        """Whether bodies are dug out, in a report that has no grave: from the rubble, which is no handling."""
        dug = reading.tags[clause.do] == grammar().letters["exhumed"]
        return dug and not reading.words[clause.do].startswith("exhum") and not _GRAVES.search(self._text)

    @cached_property
    def _is_of_the_dead(self) -> bool:
        """Whether the report goes on about bodies, so that a burial needs no shot in its own sentence."""
        return len(_BODIES.findall(self._text)) >= _GOES_ON

    def _row(self, sentence: int, reading: Reading, clause: Clause) -> Handling:
        fields = self._fields.read(sentence, reading, clause)
        gone = fields.action in ("buried", "cremated")
        cargo = "dead" if gone else clause.cargo or _by_facility(fields.facility)
        start, end = reading.starts[clause.left], reading.ends[clause.right]
        said = self._attributor.attribute(sentence, start, end)
        stance, doubt, _ = self._stances.stance(sentence, start, end, _HARMS[cargo])
        return Handling(
            id=handling_id(self._report.id, start, end, fields.action),
            report=self._report.id,
            quote=self._text[start:end],
            start=start,
            end=end,
            cargo=cargo,
            action=fields.action,
            facility=fields.facility,
            place=fields.places.place,
            from_place=fields.places.from_place,
            to_place=fields.places.to_place,
            means=fields.means,
            sources=said.sources,
            stance=stance if stance != "asserted" else _stance(reading, clause),
            rules=(
                *(f"handling:{rule.name}" for rule in clause.rules),
                *said.rules,
                *([doubt] if doubt else []),
            ),
            sentence=self._spans[sentence],
        )


def _stance(reading: Reading, clause: Clause) -> Stance:
    """Doubted where a word before the clause or in it says so ("maybe", "unverified reports")."""
    doubt = _doubts()
    before = reading.words[max(0, clause.left - 6) : clause.right + 1]
    return "asserted" if doubt.isdisjoint(before) else "doubted"


@cache
def _doubts() -> frozenset[str]:
    return frozenset(load_pack("handling_fields")["doubts"])


def _by_facility(facility: str | None) -> Cargo:
    """Who is in a facility of which only that it overflows is said."""
    words = (facility or "").lower()
    return (
        "wounded"
        if any(noun in words for noun in ("hospital", "clinic", "medical")) and "morgue" not in words
        else "dead"
    )
