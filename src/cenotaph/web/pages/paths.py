"""The path of the dead, the map, the graph of origins."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from msgspec import Struct

from cenotaph.model import Cargo, Place
from cenotaph.reconcile import Flow, Move, Statement
from cenotaph.rows import Row
from cenotaph.run.flow_rows import flow_rows
from cenotaph.web.drawings.graph import Node, graph_of
from cenotaph.web.drawings.map import Spot, Way, map_of
from cenotaph.web.look.addresses import report_address, with_query
from cenotaph.web.pages.asked import Asked, has_words
from cenotaph.web.pages.claims import CHOICES
from cenotaph.web.pages.pictures import PictureOf, pictured
from cenotaph.web.pages.windows import PageNumber, Pages
from cenotaph.web.people import Reader
from cenotaph.web.standing import Picture

router = APIRouter()

_SPOTS, _WAYS = 400, 200
_ORIGINS, _REPORTS = 24, 60
_NOT_POINTS = ("country", "world", "water")

Words = Annotated[str, Query(max_length=200)]


class Places(Struct, frozen=True):
    """Where claims lie: on the map, those of most claims first; in no more than a country, with how many do; nowhere;
    and how many claims there are."""

    spots: list[Spot]
    wide: list[tuple[str, int]]
    nowhere: int
    total: int


@router.get("/flow", response_class=HTMLResponse)
def flow(
    request: Request,
    person: Reader,
    picture: PictureOf,
    cargo: Cargo | Literal[""] = "",
    action: Words = "",
    means: Words = "",
    place: Words = "",
) -> HTMLResponse:
    """The path of the dead and wounded: moves between stations, and what is done at each."""
    rows = [row for row in flow_rows(picture.flow) if _row_is_asked(row, cargo, action, means, place)]
    meant = [way for way in ways(picture.flow) if cargo in ("", way.cargo)]
    drawn = map_of(_stations(picture.flow), meant, "The path of the dead and wounded")
    return pictured(
        request,
        picture,
        "flow.html",
        rows=rows,
        map=drawn,
        cargo=cargo,
        action=action,
        means=means,
        place=place,
    )


@router.get("/map", response_class=HTMLResponse)
def map_(request: Request, person: Reader, picture: PictureOf, asked: Asked) -> HTMLResponse:
    """Where the harm was, by how exactly it is told, and which way the dead were taken."""
    if asked.asks_nothing:
        where = everywhere(picture)
    else:
        where = _places(asked.told(picture.reckoning.statements))
    return pictured(
        request,
        picture,
        "map.html",
        asked=asked,
        choices=CHOICES,
        # Conditions are on claims; ways are told by handlings.
        map=map_of(where.spots, ways(picture.flow) if asked.asks_nothing else [], "Places and ways"),
        wide=where.wide,
        nowhere=where.nowhere,
        total=where.total,
    )


@router.get("/origins", response_class=HTMLResponse)
def origins(
    request: Request,
    person: Reader,
    picture: PictureOf,
    source: Words = "",
    number: Annotated[PageNumber, Query(alias="page")] = 1,
) -> HTMLResponse:
    """Reports under the origins that they go back to, as a graph and as a list."""
    groups: dict[str, list[str]] = {}
    for one in picture.tracing.trace.reports:
        for origin in dict.fromkeys(origin.name for origin in one.origins):
            groups.setdefault(origin, []).append(one.report)
    found = sorted(
        ((name, reports) for name, reports in groups.items() if has_words(name, source)),
        key=lambda pair: (-len(pair[1]), pair[0]),
    )
    shown = found[(number - 1) * _ORIGINS : number * _ORIGINS]
    return pictured(
        request,
        picture,
        "origins.html",
        source=source,
        groups=shown,
        graph=_graph(picture, [name for name, _ in shown]),
        independence=picture.independence,
        pages=Pages(number, len(found), _ORIGINS),
    )


def everywhere(picture: Picture) -> Places:
    """The places of all claims. Worked out once a picture."""
    return picture.kept("places", lambda one: _places(one.reckoning.statements))


def _places(told: Sequence[Statement]) -> Places:
    counts = Counter(None if one.place is None else one.place.key for one in told)
    places = {one.place.key: one.place for one in told if one.place}
    ranked = [(places[key], count) for key, count in counts.most_common() if key is not None]
    return Places(
        [_spot(place, count) for place, count in ranked if place.kind not in _NOT_POINTS][:_SPOTS],
        [(place.name, count) for place, count in ranked if place.kind in _NOT_POINTS],
        counts[None],
        len(told),
    )


def _spot(place: Place, count: int) -> Spot:
    address = with_query("/claims", {"place": place.name})
    return Spot(place.name, place.lat, place.lon, place.kind, count, address)


def _stations(flow: Flow) -> list[Spot]:
    """The stations whose place is known."""
    return [
        Spot(one.name, one.lat, one.lon, "city", one.mentions, with_query("/flow", {"place": one.name}))
        for one in flow.stations
        if one.lat is not None and one.lon is not None and one.kind not in _NOT_POINTS
    ][:_SPOTS]


def ways(flow: Flow) -> list[Way]:
    """The moves of which a place is known."""
    stations = {one.id: one for one in flow.stations}

    def point(id_: str | None) -> tuple[float, float] | None:
        one = stations.get(id_ or "")
        while one is not None and one.lat is None and one.within:
            one = stations.get(one.within)
        if one is None or one.lat is None or one.lon is None or one.kind in _NOT_POINTS:
            return None
        return one.lat, one.lon

    found: list[Way] = []
    for move in flow.moves:
        start, end = point(move.from_ or move.through), point(move.to)
        if (start or end) and start != end:
            found.append(Way(start, end, _said(flow, move), _address(move), move.cargo))
    return found[:_WAYS]


def _said(flow: Flow, move: Move) -> str:
    means = f" by {', '.join(move.means)}" if move.means else ""
    figures = "; ".join(one.words for one in move.evidence.figures[:3])
    ends = f"{flow.name(move.from_ or move.through)} to {flow.name(move.to)}"
    return f"{move.cargo} {move.action}{means}, {ends}{f': {figures}' if figures else ''}"


def _address(move: Move) -> str:
    if move.evidence.handlings and move.evidence.reports:
        first = move.evidence.handlings[0]
        return f"{report_address(move.evidence.reports[0], handling=first)}#{first}"
    return "/flow"


def _row_is_asked(row: Row, cargo: str, action: str, means: str, place: str) -> bool:
    return (
        cargo in ("", row["cargo"])
        and action in ("", row["action"])
        and (not means or means in row["means"])
        and (not place or any(has_words(row[end], place) for end in ("from", "to", "at")))
    )


def _graph(picture: Picture, names: Iterable[str]) -> object:
    """The origins, the carriers between, and the reports, with the ways from one to the other."""
    wanted = set(names)
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str], None] = {}
    reports = 0
    for one in picture.tracing.trace.reports:
        ways_ = [way for way in one.ways if way.origin.name in wanted]
        if not ways_ or reports >= _REPORTS:
            continue
        reports += 1
        report = picture.tracing.reports[one.report]
        nodes[f"r:{one.report}"] = Node(
            f"r:{one.report}", report.title or one.report, 2, report_address(one.report), report.outlet or ""
        )
        for way in ways_:
            chain = [f"s:{source.name}" for source in reversed(way.sources)]
            for number, source in enumerate(reversed(way.sources)):
                address = with_query("/origins", {"source": source.name})
                key = chain[number]
                if key not in nodes or number < nodes[key].column:
                    nodes[key] = Node(key, source.name, min(number, 1), address, source.kind)
            for pair in zip(chain, [*chain[1:], f"r:{one.report}"], strict=True):
                edges[pair] = None
    return graph_of(list(nodes.values()), list(edges), "Origins and the reports that go back to them")
