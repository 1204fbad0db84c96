"""A claim or handling as it is shown: its fields, each with the words it was read from, and what people made of it."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct

from cenotaph.judging import HANDLING_FIELDS, as_found, digest, seen_by
from cenotaph.ledger import JudgementFilter, Ledger
from cenotaph.model import Claim, Handling, Report, Span
from cenotaph.rows import JudgementRow, Row, bounds, claim_row, handling_row, judgement_row
from cenotaph.run import history
from cenotaph.run.showing import Context, context_of, value_text

_CLAIM_FIELDS = ("quantity_text", "bounds", "harm", "side", "role", "victims_text", "names", "place", "scope", "from",
                 "until", "sources", "stance")  # fmt: skip
_HIDDEN_WHERE_EMPTY = ("names", "from")


class Words(Struct, frozen=True):
    """Words of the report, and where they stand."""

    text: str
    start: int
    end: int


class Field(Struct, frozen=True):
    """One field: its name, its value for people, the words it was read from, and what was found where it was changed."""

    name: str
    value: str
    words: tuple[Words, ...]
    found: str | None = None
    why: str | None = None


class Shown(Struct, frozen=True):
    """A claim or handling with what the ledger knows around it. `whole` is the claim that it is a part of; `parts` its
    own parts; `spellings` the names under which claims mention its place; `history` what people judged of it."""

    kind: Literal["claim", "handling"]
    one: Claim | Handling
    report: Report
    row: Row
    digest: str
    fields: tuple[Field, ...]
    context: Context
    history: Sequence[JudgementRow]
    whole: Claim | None = None
    parts: Sequence[Claim] = ()
    spellings: Sequence[str] = ()

    @property
    def last(self) -> JudgementRow | None:
        """The judgement that holds last, which an undoing takes back."""
        held = [one for one in self.history if one["in_force"] and one["verdict"] != "undo"]
        return held[-1] if held else None


def shown(book: Ledger, one: Claim | Handling, report: Report, *, blind_of: str | None = None) -> Shown:
    """Gather what there is to show; to the reader `blind_of` only what they judged themselves."""
    judged = [judgement_row(judgement, in_force=holds) for judgement, holds in history(book, one.id)]
    seen = digest(one)
    if blind_of is not None:
        on = list(book.judgements(JudgementFilter(on=one.id)))
        one = (seen_by([one], on, blind_of) or [as_found(one)])[0]
        judged = [row for row in judged if row["by"] == blind_of]
    if isinstance(one, Handling):
        row: Row = handling_row(one, report)
        fields = _fields(one, report, row, tuple(HANDLING_FIELDS))
        return Shown("handling", one, report, row, seen, fields, context_of(one, report), judged)
    row = claim_row(one, report, book.place(one.place_key))
    values = {**row, "bounds": bounds(one.low, one.high, approx=one.approx)}
    whole = next((claim for claim, _ in book.claims_by_id(one.part_of)), None) if one.part_of else None
    return Shown(
        kind="claim",
        one=one,
        report=report,
        row=row,
        digest=seen,
        fields=_fields(one, report, values, _CLAIM_FIELDS),
        context=context_of(one, report),
        history=judged,
        whole=whole,
        parts=book.parts_of(one),
        spellings=book.spellings(one.place_key),
    )


def _fields(
    one: Claim | Handling, report: Report, values: Mapping[str, Any], names: Sequence[str]
) -> tuple[Field, ...]:
    words = _evidence(one, report)
    changes = {change.field.rstrip("_"): change for change in one.changes}
    if {"low", "high", "approx"} & changes.keys():
        bound = next(changes[name] for name in ("low", "high", "approx") if name in changes)
        changes["bounds"] = bound
    fields = [
        Field(
            name,
            value_text(values[name]),
            tuple(words.pop(name, ())),
            changes[name].found.strip('"') if name in changes else None,
            changes[name].why if name in changes else None,
        )
        for name in names
    ]
    kept = [field for field in fields if field.value or field.found or field.name not in _HIDDEN_WHERE_EMPTY]
    return (*kept, *(Field(name, "", tuple(found)) for name, found in words.items()))


def _evidence(one: Claim | Handling, report: Report) -> dict[str, list[Words]]:
    if isinstance(one, Handling):
        return {}
    words = {"quantity_text": [_words(report, Span(one.start, one.end))]}
    for name, span in one.evidence:
        words.setdefault({"from_": "from"}.get(name, name), []).append(_words(report, span))
    return words


def _words(report: Report, span: Span) -> Words:
    return Words(report.text[span.start : span.end], span.start, span.end)
