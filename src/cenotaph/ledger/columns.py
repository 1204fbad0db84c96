"""Claims, handlings and problems as the ledger's columns, and back."""

from hashlib import sha256
from typing import Any

import msgspec

from cenotaph.ledger.database import Columns
from cenotaph.model import Claim, Handling, Judgement, Span
from cenotaph.problems import Problem

_LISTS = {"names", "sources", "rules", "means", "evidence", "changes", "fields"}


def _names(kind: type[msgspec.Struct], skipped: set[str]) -> tuple[str, ...]:
    return tuple(name for name in kind.__struct_encode_fields__ if name not in skipped)


CLAIM_COLUMNS = (*_names(Claim, {"sentence"}), "sentence_start", "sentence_end", "origin")
"""The columns of `claim` that one Claim fills, in the order of `claim_columns`."""

HANDLING_COLUMNS = (*_names(Handling, {"sentence"}), "sentence_start", "sentence_end", "origin")
"""The columns of `handling` that one Handling fills, in the order of `handling_columns`."""

JUDGEMENT_COLUMNS = Judgement.__struct_encode_fields__
"""The columns of `judgement` that one Judgement fills, in the order of `judgement_columns`."""

PROBLEM_COLUMNS = ("key", "code", "message", "where", "report", "span_start", "span_end")
"""The columns of `problem` that one Problem fills, in the order of `problem_columns`."""


def claim_columns(claim: Claim) -> Columns:
    """The values of CLAIM_COLUMNS."""
    return (
        claim.id,
        claim.report,
        claim.quantity_text,
        claim.start,
        claim.end,
        claim.harm,
        claim.low,
        claim.high,
        int(claim.approx),
        claim.side,
        claim.role,
        claim.victims_text,
        _pack(claim.names),
        claim.place,
        claim.scope,
        claim.from_,
        claim.until,
        _pack(claim.sources),
        claim.stance,
        _pack(claim.rules),
        claim.part_of,
        _pack(claim.evidence),
        claim.place_key,
        claim.verdict,
        _pack(claim.changes) if claim.changes else None,
        *_ends(claim.sentence),
        claim.sources[0] if claim.sources else None,
    )


def handling_columns(handling: Handling) -> Columns:
    """The values of HANDLING_COLUMNS."""
    return (
        handling.id,
        handling.report,
        handling.quote,
        handling.start,
        handling.end,
        handling.cargo,
        handling.action,
        handling.facility,
        handling.place,
        handling.from_place,
        handling.to_place,
        _pack(handling.means),
        _pack(handling.sources),
        handling.stance,
        _pack(handling.rules),
        handling.verdict,
        _pack(handling.changes) if handling.changes else None,
        *_ends(handling.sentence),
        handling.sources[0] if handling.sources else None,
    )


def judgement_columns(judgement: Judgement) -> Columns:
    """The values of JUDGEMENT_COLUMNS."""
    packed = {"fields": _pack(judgement.fields)}
    return tuple(packed.get(name, getattr(judgement, name)) for name in JUDGEMENT_COLUMNS)


def problem_columns(problem: Problem) -> Columns:
    """The values of PROBLEM_COLUMNS."""
    span = _ends(problem.span)
    return (problem_key(problem), problem.code, problem.message, problem.where, problem.report, *span)


def problem_key(problem: Problem) -> str:
    """The SHA-256 of the problem's canonical form: the same problem met again is the same row."""
    return sha256(msgspec.json.encode(problem)).hexdigest()


def claim_of(columns: Columns) -> Claim:
    """The Claim that `claim_columns` was given."""
    return msgspec.convert(_with_sentence(_fields(CLAIM_COLUMNS, columns)), Claim, strict=False)


def handling_of(columns: Columns) -> Handling:
    """The Handling that `handling_columns` was given."""
    return msgspec.convert(_with_sentence(_fields(HANDLING_COLUMNS, columns)), Handling, strict=False)


def judgement_of(columns: Columns) -> Judgement:
    """The Judgement that `judgement_columns` was given."""
    return msgspec.convert(_fields(JUDGEMENT_COLUMNS, columns), Judgement)


def problem_of(columns: Columns) -> Problem:
    """The Problem that `problem_columns` was given."""
    _, code, message, where, report, start, end = columns
    return Problem(code, message, where, report, _span(start, end))


def _fields(names: tuple[str, ...], columns: Columns) -> dict[str, Any]:
    fields = dict(zip(names, columns, strict=True))
    for name in _LISTS & fields.keys():
        fields[name] = msgspec.json.decode(fields[name] or "[]")
    return fields


def _with_sentence(fields: dict[str, Any]) -> dict[str, Any]:
    fields["sentence"] = _span(fields.pop("sentence_start"), fields.pop("sentence_end"))
    del fields["origin"]
    return fields


def _pack(values: tuple[Any, ...]) -> str:
    return msgspec.json.encode(values).decode() if values else "[]"


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
