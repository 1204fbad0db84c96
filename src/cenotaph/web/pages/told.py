"""Disputes and incidents: each filtered by its address, each number with the sentences behind it."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from cenotaph.reconcile import Dispute, Incident
from cenotaph.web.pages.asked import Asked, GroupAsked, has_words
from cenotaph.web.pages.claims import CHOICES
from cenotaph.web.pages.pictures import PictureOf, pictured
from cenotaph.web.pages.windows import PAGE, Pages
from cenotaph.web.people import Reader
from cenotaph.web.standing import Picture

router = APIRouter()

_DISPUTES = 20


@router.get("/disputes", response_class=HTMLResponse)
def disputes(request: Request, person: Reader, picture: PictureOf, asked: Asked) -> HTMLResponse:
    """Figures that cannot all hold, by claimant, side by side."""
    found = [one for one in picture.disputes if asked.meets(one) and _speaks(one, asked.claimant)]
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


@router.get("/incidents", response_class=HTMLResponse)
def incidents(
    request: Request,
    person: Reader,
    picture: PictureOf,
    asked: Asked,
    least: Annotated[int, Query(ge=1, le=1000, description="Reports that tell of it, at least.")] = 1,
) -> HTMLResponse:
    """The attacks of which claims tell."""
    found = [one for one in picture.incidents if _is_asked(picture, one, asked, least)]
    if asked.sort.removeprefix("-") == "from":
        found.sort(key=lambda one: one.from_ or "", reverse=asked.sort.startswith("-"))
    elif asked.sort.removeprefix("-") == "claims":
        found.sort(key=lambda one: len(one.claims), reverse=asked.sort.startswith("-"))
    return pictured(
        request,
        picture,
        "incidents.html",
        asked=asked,
        least=least,
        choices=CHOICES,
        rows=found[(asked.page - 1) * PAGE : asked.page * PAGE],
        pages=Pages(asked.page, len(found)),
        sort=asked.sort,
    )


@router.get("/incidents/{incident_id}", response_class=HTMLResponse)
def incident(request: Request, person: Reader, picture: PictureOf, incident_id: str) -> HTMLResponse:
    """One attack: its claims, why each belongs to it, and its figures."""
    found = next((one for one in picture.incidents if one.id == incident_id), None)
    if found is None:
        raise HTTPException(404, f"There is no incident {incident_id!r} in this ledger any more.")
    (found,) = picture.reckoning.explained([found])
    tallies = [one for one in picture.tallies(picture.profile.policy) if one.incident == incident_id]
    return pictured(request, picture, "incident.html", one=found, tallies=tallies,
                    joins={join.claim: join for join in found.joins})  # fmt: skip


def _speaks(one: Dispute, claimant: str) -> bool:
    return not claimant or any(has_words(side.claimant.name, claimant) for side in one.positions)


def _is_asked(picture: Picture, one: Incident, asked: GroupAsked, least: int) -> bool:
    told = [picture.statements[id_] for id_ in one.claims if id_ in picture.statements]
    return (
        has_words(one.place, asked.place)
        and len({each.claim.report for each in told}) >= least
        and (not asked.harm or any(each.claim.harm == asked.harm for each in told))
        and (not asked.side or any(has_words(each.claim.side, asked.side) for each in told))
        and (not asked.role or any(each.claim.role == asked.role for each in told))
        and (not asked.claimant or any(has_words(each.claimant.name, asked.claimant) for each in told))
    )
