"""What stands: the figures by a policy, and one of them with every claim used or left out."""

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import Field

from cenotaph.reconcile import POLICIES, Series, Tally
from cenotaph.web.drawings.chart import series_chart
from cenotaph.web.pages.asked import GroupAsked, has_words
from cenotaph.web.pages.claims import CHOICES
from cenotaph.web.pages.pictures import NotYet, PictureOf, pictured
from cenotaph.web.pages.windows import PAGE, Pages
from cenotaph.web.people import Reader
from cenotaph.web.standing import Picture

router = APIRouter()

LABELS = ("confirmed", "fair", "weak", "provisional", "contested", "discounted")


class FiguresAsked(GroupAsked):
    """What the address of the list asks for."""

    policy: str = Field(default="", max_length=30)
    label: Literal["", "confirmed", "fair", "weak", "provisional", "contested", "discounted"] = ""


@router.get("/tally", response_class=HTMLResponse)
def figures(
    request: Request, person: Reader, picture: PictureOf, asked: Annotated[FiguresAsked, Query()]
) -> HTMLResponse:
    """The figures by a policy."""
    policy = policy_of(picture, asked.policy)
    found = figures_asked(picture, asked, policy)
    ordered = _sorted(found, asked.sort)
    return pictured(
        request,
        picture,
        "figures.html",
        asked=asked,
        policy=POLICIES[policy],
        policies=POLICIES,
        labels=LABELS,
        choices=CHOICES,
        rows=ordered[(asked.page - 1) * PAGE : asked.page * PAGE],
        pages=Pages(asked.page, len(ordered)),
        sort=asked.sort,
    )


@router.get("/tally/{tally_id}", response_class=HTMLResponse)
def figure(
    request: Request,
    person: Reader,
    picture: PictureOf,
    tally_id: str,
    policy: Annotated[str, Query(max_length=30)] = "",
) -> HTMLResponse:
    """One figure: what the rules did, and every claim used or left out with its sentence."""
    name = policy_of(picture, policy)
    found = next((one for one in picture.tallies(name) if one.id == tally_id), None)
    if found is None:
        raise HTTPException(404, f"The policy {name} makes no figure {tally_id!r} of this ledger.")
    there = [other for other in POLICIES if picture.soon(other)]
    others = [(other, one) for other in there for one in picture.tallies(other) if one.id == tally_id]
    return pictured(
        request,
        picture,
        "figure.html",
        one=found,
        policy=POLICIES[name],
        others=others,
        all_there=len(there) == len(POLICIES),
        chart=series_chart(_same_people(picture.series, found), picture.disputes, "Claimants over time"),
        incident=next((one for one in picture.incidents if one.id == found.incident), None),
    )


def figures_asked(picture: Picture, asked: FiguresAsked, policy: str) -> list[Tally]:
    """The figures by a policy on such people, of such claimants, of such a standing."""
    found = asked.among(picture.tallies(policy), lambda one: one)
    return [
        one
        for one in found
        if asked.label in ("", one.label)
        and (not asked.claimant or any(has_words(said.claimant.name, asked.claimant) for said in one.said))
    ]


def policy_of(picture: Picture, asked: str) -> str:
    """The policy asked for, or the dossier's own. NotYet while its figures are being worked out."""
    if asked and asked not in POLICIES:
        raise HTTPException(404, f"There is no policy {asked!r}; there are {', '.join(POLICIES)}.")
    policy = asked or picture.profile.policy
    if not picture.soon(policy):
        raise NotYet(f"The figures by the rules of {POLICIES[policy].title} are being worked out.")
    return policy


def _same_people(series: Sequence[Series], one: Tally) -> list[Series]:
    if one.scope != "cumulative":
        return []
    group = (one.side, one.role, one.harm, one.place)
    return [each for each in series if (each.side, each.role, each.harm, each.place) == group]


def _sorted(found: list[Tally], sort: str) -> list[Tally]:
    keys = {
        "best": lambda one: one.best or one.low or one.high or 0,
        "origins": lambda one: one.origins,
        "until": lambda one: one.until or "",
        "side": lambda one: one.side or "~",
        "place": lambda one: (one.place or "~").lower(),
        "label": lambda one: LABELS.index(one.label),
    }
    key = keys.get(sort.removeprefix("-"))
    return sorted(found, key=key, reverse=sort.startswith("-")) if key else found
