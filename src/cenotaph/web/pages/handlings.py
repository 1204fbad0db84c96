"""The list of handlings: where the dead and wounded are held, moved, returned, refused, buried."""

from typing import Annotated, Literal, get_args

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from cenotaph.ledger import HandlingFilter
from cenotaph.model import Action, Cargo, Means, Stance
from cenotaph.rows import handling_row
from cenotaph.web.desk import DeskOf
from cenotaph.web.page import page, part
from cenotaph.web.pages.windows import PAGE, PageNumber, Pages
from cenotaph.web.people import Reader
from cenotaph.web.reading.shown import shown

router = APIRouter()

CHOICES = {
    "cargo": get_args(Cargo),
    "action": get_args(Action),
    "means": get_args(Means),
    "stance": get_args(Stance),
}


class HandlingsAsked(BaseModel):
    """What the address of the list asks for."""

    cargo: Cargo | Literal[""] = ""
    action: Action | Literal[""] = ""
    means: Means | Literal[""] = ""
    stance: Stance | Literal[""] = ""
    place: str = Field("", max_length=100)
    source: str = Field("", max_length=200)
    text: str = Field("", max_length=200)
    report: str = Field("", max_length=1000)
    page: PageNumber = 1

    def wanted(self) -> HandlingFilter:
        """The same as a filter of the ledger."""
        asked = self.model_dump(exclude={"page"})
        return HandlingFilter(**{name: value or None for name, value in asked.items()})


@router.get("/handlings", response_class=HTMLResponse)
def handlings(
    request: Request, desk: DeskOf, person: Reader, asked: Annotated[HandlingsAsked, Query()]
) -> HTMLResponse:
    """The handlings that stand, filtered."""
    with desk.ledger() as book:
        found = [handling_row(*one) for one in book.handlings(asked.wanted())]
    pages = Pages(asked.page, len(found))
    shown = found[(asked.page - 1) * PAGE : asked.page * PAGE]
    return page(request, "handlings.html", asked=asked, rows=shown, choices=CHOICES, pages=pages)


@router.get("/handling/{handling_id}/panel", response_class=HTMLResponse)
def panel(
    request: Request, desk: DeskOf, person: Reader, handling_id: str, blind: Literal["", "1"] = ""
) -> HTMLResponse:
    """One handling as the part of a page that stands beside the text."""
    with desk.ledger() as book:
        found = book.handlings_by_id(handling_id)
        if len(found) != 1:
            raise HTTPException(404, f"No one handling has an id that begins with {handling_id!r}.")
        return part(
            request,
            "panel.html",
            shown=shown(book, *found[0], blind_of=person.name if blind else None),
            message=None,
            blind=blind,
        )
