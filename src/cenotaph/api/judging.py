"""What people make of it."""

from collections.abc import Mapping
from pathlib import Path

from cenotaph.api.rows import PathLike, Rows
from cenotaph.judging import Value
from cenotaph.ledger import (
    Ledger,
    LedgerName,
)
from cenotaph.model import (
    Subject,
    Verdict,
)
from cenotaph.rows import JudgementRow, judgement_row
from cenotaph.run import (
    Draft,
    history,
    judge_one,
)
from cenotaph.run import judge_sheet as file_sheet


def judge(
    ledger: LedgerName,
    id: str,
    verdict: Verdict,
    *,
    by: str,
    reason: str,
    fields: Mapping[str, Value] | None = None,
    seen: str | None = None,
    subject: Subject | None = None,
    other: str | None = None,
) -> JudgementRow:
    """File a person's judgement: accept, reject or correct the claim or handling whose id begins so, add one to the
    report of that id, undo a judgement, or say of a pair whether the two are the same.

    `seen` is the `digest` of the row that the person saw. `run.Refused` where the judgement is wrong, or the row has
    changed since it was seen (its `problem.code` is then judge.stale).
    """
    draft = Draft(
        id=id,
        verdict=verdict,
        by=by,
        reason=reason,
        fields=fields or {},
        seen=seen,
        subject=subject,
        other=other,
    )
    return judgement_row(judge_one(ledger, draft), in_force=True)


def judge_sheet(ledger: LedgerName, sheet: PathLike, *, by: str | None = None) -> Rows[JudgementRow]:
    """File the judgements of a CSV, Excel or JSON-lines file, all that can be; what cannot stands in `.problems`."""
    done = file_sheet(ledger, Path(sheet), by=by)
    return Rows((judgement_row(one, in_force=True) for one in done.filed), done.problems)


def judgements(ledger: LedgerName, id: str | None = None) -> list[JudgementRow]:
    """What people judged, oldest first: everything, or only of the claim, handling, pair or judgement of that id."""
    with Ledger(ledger) as book:
        return [judgement_row(one, in_force=holds) for one, holds in history(book, id)]
