"""Origins and the reports that go back to them, as a graph in columns: origins, those in between, reports."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from cenotaph.web.drawings.svg import drawing, element, link

_ROW, _WIDTH, _TOP = 30.0, 980.0, 30.0
_COLUMNS = (10.0, 350.0, 690.0)
_BOX = 270.0


class Node(Struct, frozen=True):
    """A source or report: its key, name, column (0 origin, 1 between, 2 report), page, and what is said of it."""

    key: str
    name: str
    column: int
    address: str
    said: str = ""


def graph_of(nodes: Sequence[Node], edges: Sequence[tuple[str, str]], title: str) -> Markup | None:
    """The graph; None where there is nothing to draw."""
    if not nodes:
        return None
    places = _places(nodes, edges)
    height = _TOP + _ROW * max(len([one for one in nodes if one.column == n]) for n in range(3)) + 20
    names = {one.key: one.name for one in nodes}
    words = "; ".join(
        f"{names[one]} to {names[two]}" for one, two in edges[:200] if one in names and two in names
    )
    heads = [
        element("text", label, class_="head", x=_COLUMNS[number] + 4, y=16)
        for number, label in enumerate(("origins", "through", "reports"))
    ]
    lines = [_edge(places[one], places[two]) for one, two in edges if one in places and two in places]
    boxes = [_node(one, places[one.key]) for one in nodes]
    return drawing(
        _WIDTH,
        height,
        title,
        words,
        *heads,
        element("g", None, *lines, class_="edges"),
        element("g", None, *boxes, class_="nodes"),
        class_="graph",
    )


def _places(nodes: Sequence[Node], edges: Sequence[tuple[str, str]]) -> Mapping[str, tuple[float, float]]:
    """Where each node stands: origins in the order given, every other column by the middle of what it hangs on."""
    rank: dict[str, float] = {}
    places: dict[str, tuple[float, float]] = {}
    for column in range(3):
        here = [one for one in nodes if one.column == column]
        before = {one.key: [rank[a] for a, b in edges if b == one.key and a in rank] for one in here}
        if column:
            here.sort(key=lambda one: sum(before[one.key]) / len(before[one.key]) if before[one.key] else 1e9)
        for number, one in enumerate(here):
            rank[one.key] = float(number)
            places[one.key] = (_COLUMNS[column], _TOP + number * _ROW)
    return places


def _edge(start: tuple[float, float], end: tuple[float, float]) -> str:
    x, y = start[0] + _BOX, start[1] + 11
    to_x, to_y = end[0], end[1] + 11
    bend = (to_x - x) / 2
    return element(
        "path",
        None,
        d=f"M{x:.1f},{y:.1f}C{x + bend:.1f},{y:.1f} {to_x - bend:.1f},{to_y:.1f} {to_x:.1f},{to_y:.1f}",
    )


def _node(one: Node, place: tuple[float, float]) -> str:
    x, y = place
    shown = one.name if len(one.name) <= 38 else f"{one.name[:37]}…"
    parts = (
        element("rect", None, x=x, y=y, width=_BOX, height=22, rx=3),
        element("text", shown, x=x + 8, y=y + 16),
    )
    return link(
        one.address, f"{one.name}{f': {one.said}' if one.said else ''}", *parts, class_=f"node n{one.column}"
    )
