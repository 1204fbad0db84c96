"""A claim as it is shown: its fields, each with the words it was read from."""

from collections.abc import Sequence

from msgspec import Struct

from cenotaph.ledger import Ledger
from cenotaph.model import Claim, Report, Span
from cenotaph.rows import ClaimRow, bounds, claim_row

_AROUND = 280
"""Characters of the report shown on either side of a claim's sentence."""

_FIELDS = ("quantity_text", "bounds", "harm", "side", "role", "victims_text", "names", "place", "scope",
           "from", "until", "sources", "stance")  # fmt: skip
_HIDDEN_WHERE_EMPTY = ("names", "from")


class Words(Struct, frozen=True):
    """Words of the report, and where they stand."""

    text: str
    start: int
    end: int


class Field(Struct, frozen=True):
    """One field of a claim: its name, its value for people, and the words it was read from."""

    name: str
    value: str
    words: tuple[Words, ...]


class Context(Struct, frozen=True):
    """A sentence with what stands before and after it, and the figure in it: five stretches of the report."""

    before: str
    sentence_before: str
    figure: str
    sentence_after: str
    after: str


class ShownClaim(Struct, frozen=True):
    """A claim with what the ledger knows around it. `whole` is the claim that it is a part of; `parts` its own parts;
    `spellings` the names under which claims mention its place."""

    claim: Claim
    report: Report
    row: ClaimRow
    fields: tuple[Field, ...]
    context: Context
    whole: Claim | None
    parts: Sequence[Claim]
    spellings: Sequence[str]


def shown_claim(book: Ledger, claim: Claim, report: Report) -> ShownClaim:
    """Gather what there is to show."""
    row = claim_row(claim, report, book.place(claim.place_key))
    whole = next((one for one, _ in book.claims_by_id(claim.part_of)), None) if claim.part_of else None
    return ShownClaim(
        claim=claim,
        report=report,
        row=row,
        fields=tuple(_fields(claim, report, row)),
        context=_context(claim, report),
        whole=whole,
        parts=book.parts_of(claim),
        spellings=book.spellings(claim.place_key),
    )


def _fields(claim: Claim, report: Report, row: ClaimRow) -> list[Field]:
    words: dict[str, list[Words]] = {"quantity_text": [_words(report, Span(claim.start, claim.end))]}
    for name, span in claim.evidence:
        words.setdefault({"from_": "from"}.get(name, name), []).append(_words(report, span))
    values = {**row, "bounds": bounds(claim.low, claim.high, approx=claim.approx)}
    fields = [Field(name, _value(values[name]), tuple(words.pop(name, ()))) for name in _FIELDS]
    shown = [one for one in fields if one.value or one.name not in _HIDDEN_WHERE_EMPTY]
    return shown + [Field(name, "", tuple(found)) for name, found in words.items()]


def _words(report: Report, span: Span) -> Words:
    return Words(report.text[span.start : span.end], span.start, span.end)


def _value(value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, list):
        return " → ".join(map(str, value))
    return f"{value:,}" if isinstance(value, int) else str(value)


def _context(claim: Claim, report: Report) -> Context:
    sentence = claim.sentence or Span(claim.start, claim.end)
    text = report.text
    return Context(
        text[max(0, sentence.start - _AROUND) : sentence.start],
        text[sentence.start : claim.start],
        text[claim.start : claim.end],
        text[claim.end : sentence.end],
        text[sentence.end : sentence.end + _AROUND],
    )
