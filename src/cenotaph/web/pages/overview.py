"""The first page: what the ledger holds and what waits."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from cenotaph.web.desk import DeskOf
from cenotaph.web.page import page
from cenotaph.web.people import Reader

router = APIRouter()


@router.get("/", response_class=HTMLResponse)
def overview(request: Request, desk: DeskOf, person: Reader) -> HTMLResponse:
    """The overview of the dossier."""
    with desk.ledger() as book:
        return page(request, "overview.html", reports=0, problems=sum(1 for _ in book.problems()))
