"""Claimants' running totals: those on the same people together, with their chart, and each figure with its words."""

from collections.abc import Iterable

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup
from msgspec import Struct

from cenotaph.reconcile import Series
from cenotaph.web.drawings.chart import series_chart
from cenotaph.web.look.addresses import with_query
from cenotaph.web.pages.asked import Asked, GroupAsked, has_words
from cenotaph.web.pages.claims import CHOICES
from cenotaph.web.pages.pictures import PictureOf, pictured
from cenotaph.web.pages.windows import PAGE, Pages
from cenotaph.web.people import Reader
from cenotaph.web.standing import Picture

router = APIRouter()

_SERIES = 20
_CHARTS, _CLAIMANTS = 4, 12

_People = tuple[str | None, str, str, str | None]


class Shown(Struct, frozen=True):
    """What a page shows of the series on the same people, of how many in all, and the address of all of them."""

    title: str
    series: list[Series]
    chart: Markup | None
    total: int
    address: str


@router.get("/series", response_class=HTMLResponse)
def series(request: Request, person: Reader, picture: PictureOf, asked: Asked) -> HTMLResponse:
    """Claimants' running totals, by the people they are on."""
    found = series_asked(picture, asked)
    shown = found[(asked.page - 1) * _SERIES : asked.page * _SERIES]
    return pictured(
        request,
        picture,
        "series.html",
        asked=asked,
        choices=CHOICES,
        groups=[
            _people(picture, group, slice(_CLAIMANTS), chart=number < _CHARTS)
            for number, group in enumerate(shown)
        ],
        pages=Pages(asked.page, len(found), _SERIES),
    )


@router.get("/series/of", response_class=HTMLResponse)
def series_of(request: Request, person: Reader, picture: PictureOf, asked: Asked) -> HTMLResponse:
    """The series of all claimants on the same people, by the page."""
    wanted = (asked.side or None, asked.role, asked.harm, asked.place or None)
    found = next((group for group in all_series(picture) if _people_of(group[0]) == wanted), None)
    if found is None:
        raise HTTPException(404, "There are no such series in this ledger any more.")
    shown = _people(picture, found, slice((asked.page - 1) * PAGE, asked.page * PAGE), chart=True)
    return pictured(
        request, picture, "series_of.html", group=shown,
        pages=Pages(asked.page, len(found)),
    )  # fmt: skip


def all_series(picture: Picture) -> list[list[Series]]:
    """The series on the same people, those of most claimants first. Worked out once a picture."""
    return picture.kept("series", lambda one: _grouped(one.series))


def series_asked(picture: Picture, asked: GroupAsked) -> list[list[Series]]:
    """The series on such people by such claimants, those on the same people together."""
    if asked.asks_nothing:
        return all_series(picture)
    found = asked.among(all_series(picture), lambda group: group[0])
    if not asked.claimant:
        return list(found)
    return _grouped(one for group in found for one in group if has_words(one.claimant.name, asked.claimant))


def _grouped(every: Iterable[Series]) -> list[list[Series]]:
    groups: dict[_People, list[Series]] = {}
    for one in every:
        groups.setdefault(_people_of(one), []).append(one)
    return sorted(groups.values(), key=lambda group: (-len(group), -sum(len(one.steps) for one in group)))


def _people_of(one: Series) -> _People:
    return one.side, one.role, one.harm, one.place


def _people(picture: Picture, group: list[Series], part: slice, *, chart: bool) -> Shown:
    title = heading(group[0])
    drawn = series_chart(group, picture.disputes, title) if chart else None
    side, role, harm, place = _people_of(group[0])
    address = with_query("/series/of", {"side": side, "role": role, "harm": harm, "place": place})
    return Shown(title, group[part], drawn, len(group), address)


def heading(one: Series) -> str:
    """Whose people, what befell them, where."""
    people = " ".join(part for part in (one.side or "people of no stated side", _plain(one.role)) if part)
    return f"{people}, {one.harm}{f', {one.place}' if one.place else ''}"


def _plain(role: str) -> str:
    return {"combatants": "(combatants)", "civilians": "(civilians)"}.get(role, "")
