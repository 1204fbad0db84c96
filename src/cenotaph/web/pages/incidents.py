"""Incidents: the attacks of which claims tell, which claims belong to one, and which do not."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from cenotaph.reconcile import Incident
from cenotaph.web.desk import DeskOf
from cenotaph.web.pages.asked import Asked, GroupAsked, has_words
from cenotaph.web.pages.claims import CHOICES
from cenotaph.web.pages.pairing import said_of
from cenotaph.web.pages.pictures import PictureOf, pictured
from cenotaph.web.pages.windows import PAGE, Pages
from cenotaph.web.people import Reader
from cenotaph.web.standing import Picture

router = APIRouter()

_CANDIDATES = 10
_DAYS_NEAR = 3


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
def incident(
    request: Request,
    desk: DeskOf,
    person: Reader,
    picture: PictureOf,
    incident_id: str,
    with_: Annotated[
        str,
        Query(
            alias="with",
            max_length=100,
            description="Attacks at that place or on that day, to be said one with it.",
        ),
    ] = "",
) -> HTMLResponse:
    """One attack: its claims, why each belongs to it, its figures, and which others may be the same. The id of a claim
    leads to its attack."""
    found = next(
        (one for one in picture.incidents if one.id == incident_id), picture.incident_of.get(incident_id)
    )
    if found is None:
        raise HTTPException(404, f"There is no incident {incident_id!r} in this ledger any more.")
    (found,) = picture.reckoning.explained([found])
    with desk.ledger() as book:
        said = said_of(book, "incident", found.claims)
    return pictured(
        request,
        picture,
        "incident.html",
        one=found,
        tallies=[one for one in picture.tallies(picture.profile.policy) if one.incident == found.id],
        joins={join.claim: join for join in found.joins},
        with_=with_,
        candidates=_candidates(picture, found, with_),
        said=said,
        names={id_: _name(picture, id_) for row in said for id_ in (row["one"], row["other"] or "")},
    )  # fmt: skip


def _candidates(picture: Picture, one: Incident, words: str) -> Sequence[Incident]:
    """Other attacks that may be the same: at that place or on that day where somebody looks for one, else in this place
    at about this time."""
    others = (each for each in picture.incidents if each.id != one.id)
    if words:
        met = (each for each in others if has_words(each.place, words) or each.from_ == words)
    else:
        met = (
            each for each in others if each.place_key == one.place_key and one.place_key and _near(one, each)
        )
    return [each for each, _ in zip(met, range(_CANDIDATES), strict=False)]


def _near(one: Incident, other: Incident) -> bool:
    """Whether a few days at most lie between the two."""
    mine, theirs = (each.from_ or each.until for each in (one, other))
    if mine is None or theirs is None:
        return False
    return abs((date.fromisoformat(mine) - date.fromisoformat(theirs)).days) <= _DAYS_NEAR


def _name(picture: Picture, id_: str) -> str:
    told = picture.statements.get(id_)
    return f"“{told.claim.quantity_text}” ({told.claimant.name})" if told else id_[:8]


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
