"""The list of claims, and the page of one."""

from typing import Annotated, Literal, get_args

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from cenotaph.ledger import ClaimFilter, Ledger, list_claims
from cenotaph.model import Claim, Harm, Report, Role, Scope, Stance
from cenotaph.rows import claim_row
from cenotaph.run import keys_of, sides_of
from cenotaph.web.desk import DeskOf
from cenotaph.web.page import page, part
from cenotaph.web.pages.pairing import said_of
from cenotaph.web.pages.pictures import PerhapsPicture
from cenotaph.web.pages.reports import DATE
from cenotaph.web.pages.windows import PageNumber, Pages, Sort, window
from cenotaph.web.people import Reader
from cenotaph.web.reading.relations import relations
from cenotaph.web.reading.shown import shown
from cenotaph.web.standing import Picture

router = APIRouter()

CHOICES = {
    "harm": get_args(Harm),
    "role": get_args(Role),
    "scope": get_args(Scope),
    "stance": get_args(Stance),
}
"""The values that a field of a claim may have, for forms."""


class ClaimsAsked(BaseModel):
    """What the address of the list asks for."""

    side: str = Field("", max_length=100)
    harm: Harm | Literal[""] = ""
    role: Role | Literal[""] = ""
    scope: Scope | Literal[""] = ""
    stance: Stance | Literal[""] = ""
    place: str = Field("", max_length=100)
    source: str = Field("", max_length=200)
    from_: str = Field("", alias="from", pattern=DATE)
    until: str = Field("", pattern=DATE)
    text: str = Field("", max_length=200)
    report: str = Field("", max_length=1000)
    sort: Sort = ""
    page: PageNumber = 1

    def wanted(self) -> ClaimFilter:
        """The same as a filter of the ledger, with all that goes by the names of its side and its place."""
        asked = {name: getattr(self, name) or None for name in _ASKED}
        return ClaimFilter(
            **asked,
            sides=sides_of(self.side) if self.side else (),
            place_keys=keys_of(self.place) if self.place else (),
        )


_ASKED = ("side", "harm", "role", "scope", "stance", "place", "source", "from_", "until", "text", "report")


@router.get("/claims", response_class=HTMLResponse)
def claims(
    request: Request, desk: DeskOf, person: Reader, asked: Annotated[ClaimsAsked, Query()]
) -> HTMLResponse:
    """The claims that stand, filtered and sorted."""
    with desk.ledger() as book:
        found = list_claims(book, asked.wanted(), window(asked.sort, asked.page, "read"))
        rows = [claim_row(claim, report, book.place(claim.place_key)) for claim, report in found.rows]
    return page(
        request,
        "claims.html",
        asked=asked,
        sort=asked.sort or "read",
        rows=rows,
        choices=CHOICES,
        pages=Pages(asked.page, found.total),
    )


@router.get("/claim/{claim_id}", response_class=HTMLResponse)
def claim(
    request: Request, desk: DeskOf, person: Reader, picture: PerhapsPicture, claim_id: str
) -> HTMLResponse:
    """One claim, with all that stands behind it."""
    with desk.ledger() as book:
        one, report = the_claim(book, claim_id)
        seen = shown(book, one, report)
        told = relations(picture, one.id) if picture else None
        said = said_of(book, "testimony", [one.id])
    return page(
        request,
        "claim.html",
        shown=seen,
        message=None,
        picture=picture,
        is_now=request.state.is_now,
        told=told,
        said=said,
        names={id_: _words(picture, id_) for row in said for id_ in (row["one"], row["other"] or "")},
    )


@router.get("/claim/{claim_id}/panel", response_class=HTMLResponse)
def panel(
    request: Request, desk: DeskOf, person: Reader, claim_id: str, blind: Literal["", "1"] = ""
) -> HTMLResponse:
    """The same as the part of a page that stands beside the text."""
    with desk.ledger() as book:
        one, report = the_claim(book, claim_id)
        return part(
            request,
            "panel.html",
            shown=shown(book, one, report, blind_of=person.name if blind else None),
            message=None,
            blind=blind,
        )


def _words(picture: Picture | None, id_: str) -> str:
    """The figure of a claim in its report's words, where the claim stands."""
    told = picture.statements.get(id_) if picture else None
    return f"“{told.claim.quantity_text}” in {told.claim.report}" if told else id_[:8]


def the_claim(book: Ledger, claim_id: str) -> tuple[Claim, Report]:
    """The standing claim of that id, or the beginning of one that no other shares; 404 where there is none."""
    found = book.claims_by_id(claim_id) if claim_id else []
    exact = [one for one in found if one[0].id == claim_id] or found
    if len(exact) != 1:
        raise HTTPException(404, f"No one claim has an id that begins with {claim_id!r}.")
    return exact[0]
