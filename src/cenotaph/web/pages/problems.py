"""What could not be read or decided."""

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from cenotaph.run import row_of_problem
from cenotaph.web.desk import DeskOf
from cenotaph.web.page import page
from cenotaph.web.pages.windows import PAGE, PageNumber, Pages
from cenotaph.web.people import Reader

router = APIRouter()


@router.get("/problems", response_class=HTMLResponse)
def problems(
    request: Request,
    desk: DeskOf,
    person: Reader,
    code: Annotated[str, Query(max_length=60)] = "",
    number: Annotated[PageNumber, Query(alias="page")] = 1,
) -> HTMLResponse:
    """The problems that stand, by kind."""
    with desk.ledger() as book:
        rows = [row_of_problem(problem) for problem in book.problems()]
    codes = Counter(row["code"] for row in rows)
    chosen = [row for row in rows if not code or row["code"] == code]
    shown = chosen[(number - 1) * PAGE : number * PAGE]
    return page(
        request, "problems.html", rows=shown, codes=codes, code=code, pages=Pages(number, len(chosen))
    )
