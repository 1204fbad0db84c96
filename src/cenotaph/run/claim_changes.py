"""What a change of the rules changed: claims gained, lost, and read otherwise, field by field."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal

import msgspec
from msgspec import Struct

from cenotaph.model import Claim, Report
from cenotaph.rows import Row

Kind = Literal["gained", "lost", "changed"]

_NOT_SHOWN = {
    "id",
    "report",
    "start",
    "end",
    "rules",
    "evidence",
    "sentence",
    "part_of",
    "verdict",
    "changes",
}
"""Fields that only say where a claim stands and how it was found."""


class FieldChange(Struct, frozen=True):
    """A field and its two values, as they stand in a row."""

    field: str
    old: Any
    new: Any


class ClaimChange(Struct, frozen=True):
    """A claim before and after; one of them is None where it was gained or lost. `judged` says that people had judged it."""

    old: Claim | None
    new: Claim | None
    fields: tuple[FieldChange, ...] = ()
    judged: bool = False

    @property
    def kind(self) -> Kind:
        """What became of it."""
        return "gained" if self.old is None else "lost" if self.new is None else "changed"


def claim_changes(
    before: Sequence[Claim], after: Sequence[Claim], judged: frozenset[str] = frozenset()
) -> Iterator[ClaimChange]:
    """The changes in the order of the text. Claims with one id are the same; of the others those that lie over each other
    are taken for one claim whose words changed."""
    now = {claim.id: claim for claim in after}
    then = {claim.id: claim for claim in before}
    gone = [claim for claim in before if claim.id not in now]
    come = [claim for claim in after if claim.id not in then]
    pairs = [(claim, now[claim.id]) for claim in before if claim.id in now]
    for claim in list(gone):
        other = next((one for one in come if one.start < claim.end and claim.start < one.end), None)
        if other is not None:
            gone.remove(claim)
            come.remove(other)
            pairs.append((claim, other))
    changed = (
        ClaimChange(old, new, fields, old.id in judged)
        for old, new in pairs
        if (fields := tuple(_fields(old, new)))
    )
    lost = (ClaimChange(claim, None, judged=claim.id in judged) for claim in gone)
    found = [*changed, *lost, *(ClaimChange(None, claim) for claim in come)]
    yield from sorted(found, key=lambda change: (change.new or change.old).start)  # type: ignore[union-attr]


def _fields(old: Claim, new: Claim) -> Iterator[FieldChange]:
    before, after = msgspec.to_builtins(old), msgspec.to_builtins(new)
    for field in before:
        if field not in _NOT_SHOWN and before[field] != after[field]:
            yield FieldChange(field, before[field], after[field])


def change_row(change: ClaimChange, before: Report, after: Report) -> Row:
    """The change as a flat row, with the claim's sentence: of a lost one as it stood, else as it stands."""
    one, report = (change.new, after) if change.new else (change.old, before)
    assert one is not None
    span = one.sentence
    return {
        "change": change.kind,
        "report": one.report,
        "id": one.id,
        "was": change.old.id if change.old and change.new and change.old.id != change.new.id else None,
        "judged": change.judged,
        "quantity_text": one.quantity_text,
        "harm": one.harm,
        "low": one.low,
        "high": one.high,
        "fields": [msgspec.structs.asdict(field) for field in change.fields],
        "sentence": report.text[span.start : span.end] if span else None,
    }
