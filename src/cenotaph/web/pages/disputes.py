"""Disputes: filtered by the address, each number with the sentences behind it."""

from collections.abc import Sequence

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from cenotaph.reconcile import Dispute
from cenotaph.web.pages.asked import Asked, GroupAsked, has_words
from cenotaph.web.pages.claims import CHOICES
from cenotaph.web.pages.pictures import PictureOf, pictured
from cenotaph.web.pages.windows import Pages
from cenotaph.web.people import Reader
from cenotaph.web.standing import Picture

router = APIRouter()

_DISPUTES = 20


@router.get("/disputes", response_class=HTMLResponse)
def disputes(request: Request, person: Reader, picture: PictureOf, asked: Asked) -> HTMLResponse:
    """Figures that cannot all hold, by claimant, side by side."""
    found = disputes_asked(picture, asked)
    return pictured(
        request,
        picture,
        "disputes.html",
        asked=asked,
        choices=CHOICES,
        rows=found[(asked.page - 1) * _DISPUTES : asked.page * _DISPUTES],
        pages=Pages(asked.page, len(found), _DISPUTES),
    )


@router.get("/disputes/{dispute_id}", response_class=HTMLResponse)
def dispute(request: Request, person: Reader, picture: PictureOf, dispute_id: str) -> HTMLResponse:
    """One dispute with the sentences of each side."""
    found = [one for one in picture.disputes if one.id == dispute_id]
    if not found:
        raise HTTPException(404, f"There is no dispute {dispute_id!r} in this ledger any more.")
    return pictured(
        request, picture, "disputes.html", asked=GroupAsked(), choices=CHOICES, rows=found, pages=Pages(1, 1)
    )


def disputes_asked(picture: Picture, asked: GroupAsked) -> Sequence[Dispute]:
    """The disputes on such people in which such claimants stand."""
    found = asked.among(picture.disputes, lambda one: one)
    return [one for one in found if _speaks(one, asked.claimant)] if asked.claimant else found


def _speaks(one: Dispute, claimant: str) -> bool:
    return any(has_words(side.claimant.name, claimant) for side in one.positions)
