"""What people judged, all of it, the newest first: of claims and handlings, and of pairs."""

from collections.abc import Sequence
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from cenotaph.judging import undone
from cenotaph.ledger import JudgementFilter
from cenotaph.model import Subject, Verdict
from cenotaph.rows import JudgementRow, judgement_row
from cenotaph.web.desk import DeskOf
from cenotaph.web.look.addresses import claim_address, report_address, with_query
from cenotaph.web.page import page
from cenotaph.web.pages.windows import PAGE, PageNumber, Pages
from cenotaph.web.people import Reader

router = APIRouter()


class JudgementsAsked(BaseModel):
    """What the address of the list asks for; `on` is the id or name of one of the things judged."""

    by: str = Field("", max_length=100)
    verdict: Verdict | Literal[""] = ""
    subject: Subject | Literal[""] = ""
    report: str = Field("", max_length=1000)
    on: str = Field("", max_length=200)
    page: PageNumber = 1


@router.get("/judgements", response_class=HTMLResponse)
def judgements(
    request: Request, desk: DeskOf, person: Reader, asked: Annotated[JudgementsAsked, Query()]
) -> HTMLResponse:
    """The judgements, filtered."""
    wanted = JudgementFilter(
        on=asked.on or None, by=asked.by or None, subject=asked.subject or None, report=asked.report or None
    )
    with desk.ledger() as book:
        every = list(book.judgements(JudgementFilter(subject=asked.subject or None)))
        gone = undone(every)
        found = [one for one in book.judgements(wanted) if asked.verdict in ("", one.verdict)][::-1]
    rows = [
        judgement_row(one, in_force=one.id not in gone)
        for one in found[(asked.page - 1) * PAGE : asked.page * PAGE]
    ]
    return page(
        request,
        "judgements.html",
        asked=asked,
        rows=[(row, _things(row)) for row in rows],
        people=sorted({one.by for one in every}),
        verdicts=get_args(Verdict),
        subjects=get_args(Subject),
        pages=Pages(asked.page, len(found)),
    )


def _things(row: JudgementRow) -> Sequence[tuple[str, str]]:
    """What was judged: its name, and the page that shows it."""
    ends = [end for end in (row["one"], row["other"]) if end is not None]
    return [(end if row["subject"] in ("source", "echo") else end[:8], _page(row, end)) for end in ends]


def _page(row: JudgementRow, end: str) -> str:
    if row["subject"] == "source":
        return with_query("/source", {"name": end})
    if row["subject"] == "echo":
        return report_address(end)
    if row["subject"] == "handling":
        return f"{report_address(row['report'] or '', handling=end)}#{end}"
    if row["subject"] == "person":
        return f"/persons/{end.replace('#', '%23')}"
    return claim_address(end)
