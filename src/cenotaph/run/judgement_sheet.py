"""Judgements written in a table: a CSV, Excel or JSON-lines file, one judgement a row."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import msgspec
from msgspec import Struct

from cenotaph.judging import CLAIM_FIELDS, HANDLING_FIELDS, Value, WrongValue, digest, read_value, value
from cenotaph.ledger import Ledger, LedgerName, the_one
from cenotaph.model import Claim, Handling, Standing, Subject, Verdict
from cenotaph.problems import CenotaphError, Problem
from cenotaph.rows import ClaimRow, HandlingRow
from cenotaph.run.judging import Draft, Judged, judge
from cenotaph.run.sheet_rows import rows_of

_FIELDS = {*CLAIM_FIELDS, *HANDLING_FIELDS, "words", "start", "end"}
_MINE = {"id", "verdict", "reason", "by", "seen", "digest", "subject", "other"}
_PASSED_OVER = {*ClaimRow.__annotations__, *HandlingRow.__annotations__} - _FIELDS - _MINE
_NO_VERDICT = {"", *get_args(Standing)}
"""A row of an exported list on which nobody has written."""


class Sheet(Struct, frozen=True):
    """What a file of judgements holds: those to file, what in it is none, and exported rows on which no verdict is
    written, with all that their cells hold."""

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...]
    silent: tuple[Draft, ...]


def judge_sheet(ledger: LedgerName, path: Path, *, by: str | None) -> Judged:
    """File the judgements of a file, all that can be. A cell that was changed in a row without a verdict is a problem, so
    that nobody's work is passed over in silence."""
    sheet = read_sheet(path, by=by)
    with Ledger(ledger) as book:
        forgotten = tuple(_forgotten(book, sheet.silent))
    done = judge(ledger, sheet.drafts)
    return Judged(done.filed, (*sheet.problems, *forgotten, *done.problems))


def read_sheet(path: Path, *, by: str | None) -> Sheet:
    """The judgements of a file, and what in it is none. `by` is who judges where a row does not say. A row without a
    verdict is passed over, so that an exported list can be filled in here and there; an empty cell changes nothing.
    CenotaphError where the file cannot be read."""
    drafts: list[Draft] = []
    silent: list[Draft] = []
    problems: list[Problem] = []
    strangers: set[str] = set()
    for number, row in rows_of(path):
        where = f"{path}:{number}"
        for name in row.keys() - _FIELDS - _MINE - _PASSED_OVER - strangers:
            strangers.add(name)
            problems.append(_wrong(where, f"the column {name!r} means nothing here and was passed over"))
        verdict = str(row.get("verdict") or "").strip().lower()
        if verdict in get_args(Verdict):
            drafts.append(_draft(row, verdict, by, where))
        elif verdict not in _NO_VERDICT:
            choices = ", ".join(get_args(Verdict))
            problems.append(_wrong(where, f"{verdict!r} is no verdict; write one of {choices}"))
        elif row.get("digest") and row.get("id"):
            silent.append(_draft(row, "correct", by, where))
    return Sheet(tuple(drafts), tuple(problems), tuple(silent))


def _forgotten(book: Ledger, silent: Iterable[Draft]) -> Iterator[Problem]:
    """Rows that nobody but the writer of the sheet can have changed, since the ledger still has what was exported."""
    for draft in silent:
        try:
            one, _ = the_one(book, draft.id)
            fields = sorted(name for name, new in draft.fields.items() if _differs(one, name, new))
        except CenotaphError:
            continue
        if fields and draft.seen == digest(one):
            what = ", ".join(fields)
            yield _wrong(
                draft.where,
                f"{what} of {one.id} was changed, but no verdict is written; write correct and a reason",
            )


def _differs(one: Claim | Handling, name: str, new: Value) -> bool:
    try:
        return read_value(type(one), name, new) != value(one, name)
    except WrongValue:
        return name in (CLAIM_FIELDS if isinstance(one, Claim) else HANDLING_FIELDS)


def _draft(row: Mapping[str, Any], verdict: str, by: str | None, where: str) -> Draft:
    fields = {name: row[name] for name in row if name in _FIELDS and row[name] != ""}
    if verdict != "add":
        fields = {name: new for name, new in fields.items() if name not in ("words", "start", "end")}
    subject = str(row.get("subject") or "") or None
    return msgspec.convert(
        {
            "id": str(row.get("report") if verdict == "add" else row.get("id") or ""),
            "verdict": verdict,
            "reason": str(row.get("reason") or ""),
            "by": str(row.get("by") or by or ""),
            "fields": fields if verdict in ("correct", "add") else {},
            "seen": str(row.get("seen") or row.get("digest") or "") or None,
            "subject": subject if subject in get_args(Subject) else None,
            "other": str(row.get("other") or "") or None,
            "where": where,
        },
        Draft,
    )


def _wrong(where: str, what: str) -> Problem:
    return Problem("judge.wrong", f"{where}: {what}.", where)
