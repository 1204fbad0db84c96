"""The list of reports."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from cenotaph.ledger import ReportFilter, list_reports
from cenotaph.web.desk import DeskOf
from cenotaph.web.page import page
from cenotaph.web.pages.windows import PageNumber, Pages, Sort, window
from cenotaph.web.people import Reader

router = APIRouter()

DATE = r"^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$"


class ReportsAsked(BaseModel):
    """What the address of the list asks for."""

    text: str = Field("", max_length=200)
    outlet: str = Field("", max_length=200)
    from_: str = Field("", alias="from", pattern=DATE)
    until: str = Field("", pattern=DATE)
    sort: Sort = ""
    page: PageNumber = 1


@router.get("/reports", response_class=HTMLResponse)
def reports(
    request: Request, desk: DeskOf, person: Reader, asked: Annotated[ReportsAsked, Query()]
) -> HTMLResponse:
    """The reports that stand, filtered and sorted."""
    wanted = ReportFilter(
        text=asked.text or None,
        outlet=asked.outlet or None,
        from_=asked.from_ or None,
        until=asked.until or None,
    )
    with desk.ledger() as book:
        found = list_reports(book, wanted, window(asked.sort, asked.page, "-published"))
    return page(
        request,
        "reports.html",
        asked=asked,
        sort=asked.sort or "-published",
        rows=found.rows,
        pages=Pages(asked.page, found.total),
    )
