"""Handlings of a report: the clauses that say the dead or wounded are held, moved, returned, refused, buried."""

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from cenotaph.find.context import ClaimContext
from cenotaph.find.handling_clauses import Clause, clauses
from cenotaph.find.handling_fields import FieldReader
from cenotaph.find.handling_grammar import Reading, read_sentence
from cenotaph.find.numerals import lowered
from cenotaph.find.violence import Violence
from cenotaph.language import load_pack
from cenotaph.model import Cargo, Handling, Report, Span, Stance


def handlings(report: Report, spans: Sequence[Span], attributor: object = None) -> list[Handling]:
    """The handling rows of a report whose sentences are `spans`, in the order of the text."""
    hits = _hits(report.text, spans)
    if not hits:
        return []
    return _Finder(report, spans).rows(hits)


def _hits(text: str, spans: Sequence[Span]) -> list[int]:
    """The numbers of the sentences that hold a trigger word; a text without one costs a look for each trigger."""
    lower = lowered(text)
    present = [trigger for trigger in _triggers() if trigger in lower]
    if not present:
        return []
    starts = [span.start for span in spans]
    hits: set[int] = set()
    for trigger in present:
        at = lower.find(trigger)
        while at >= 0:
            hits.add(bisect_right(starts, at) - 1)
            at = lower.find(trigger, at + 1)
    hits.discard(-1)
    return sorted(hits)


@cache
def _triggers() -> tuple[str, ...]:
    return tuple(load_pack("handling")["triggers"])


class _Finder:
    def __init__(self, report: Report, spans: Sequence[Span]) -> None:
        self._report, self._spans = report, spans
        self._violence = Violence(report.text)
        self._fields = FieldReader(ClaimContext(report, list(spans)))
        self._last: tuple[int, Cargo] | None = None

    def rows(self, hits: Sequence[int]) -> list[Handling]:
        if self._violence.other_words > self._violence.armed_words:
            return []
        rows: list[Handling] = []
        for sentence in self._with_followers(hits):
            span = self._spans[sentence]
            reading = read_sentence(self._report.text, span.start, span.end)
            armed = self._violence.armed(self._report.text[span.start : span.end], "")
            for clause in clauses(reading, violence=armed, carried=self._carried(sentence)):
                rows.append(self._row(sentence, reading, clause))
                self._last = (sentence, rows[-1].cargo)
        return rows

    def _with_followers(self, hits: Sequence[int]) -> list[int]:
        """The hit sentences, and those right behind one that start with "they"."""
        after = [at + 1 for at in hits if at + 1 < len(self._spans) and self._starts_with_pronoun(at + 1)]
        return sorted({*hits, *after})

    def _starts_with_pronoun(self, sentence: int) -> bool:
        start = self._spans[sentence].start
        return self._report.text[start : start + 5].lower() == "they "

    def _carried(self, sentence: int) -> Cargo | None:
        """Who "they" are in a sentence: those whom the sentence before was about."""
        return self._last[1] if self._last and self._last[0] == sentence - 1 else None

    def _row(self, sentence: int, reading: Reading, clause: Clause) -> Handling:
        fields = self._fields.read(sentence, reading, clause)
        cargo = clause.cargo or _by_facility(fields.facility)
        start, end = reading.starts[clause.left], reading.ends[clause.right]
        stance: Stance = "asserted"
        return Handling(
            id=_identity(self._report.id, start, end, fields.action),
            report=self._report.id,
            quote=self._report.text[start:end],
            start=start,
            end=end,
            cargo=cargo,
            action=fields.action,
            facility=fields.facility,
            place=fields.place,
            from_place=fields.from_place,
            to_place=fields.to_place,
            means=fields.means,
            sources=(),
            stance=stance,
            rules=tuple(rule.name for rule in clause.rules),
            sentence=self._spans[sentence],
        )


def _by_facility(facility: str | None) -> Cargo:
    """Who is in a facility of which only that it overflows is said."""
    words = (facility or "").lower()
    return "wounded" if any(noun in words for noun in ("hospital", "clinic", "medical")) and "morgue" not in words else "dead"


def _identity(report: str, start: int, end: int, action: str) -> str:
    return hashlib.sha256(f"{report}\0{start}\0{end}\0{action}".encode()).hexdigest()[:16]
