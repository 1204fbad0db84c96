"""A flow as flat rows, as a graph for Graphviz, and as a map."""

from collections.abc import Iterator
from typing import Any

from cenotaph.reconcile import Evidence, Flow, Move, Station
from cenotaph.rows import Row, bounds


def flow_rows(flow: Flow) -> Iterator[Row]:
    """One row a move, then one a stop. `low` and `high` are the lowest and the highest bound of its figures, which are
    never added; stations stand under their names, and under their ids behind."""
    for move in flow.moves:
        ends = {"from": move.from_, "to": move.to, "at": move.through}
        yield _row(
            flow, "move", move.action, move.cargo, ends, list(move.means), move.evidence, move.inferred
        )
    for stop in flow.stops:
        yield _row(flow, "stop", stop.action, stop.cargo, {"at": stop.at}, [], stop.evidence, None)


def _row(
    flow: Flow,
    kind: str,
    action: str,
    cargo: str,
    ends: dict[str, str | None],
    means: list[str],
    evidence: Evidence,
    inferred: str | None,
) -> Row:
    lows = [figure.low for figure in evidence.figures if figure.low is not None]
    highs = [figure.high for figure in evidence.figures]
    return {
        "kind": kind,
        "action": action,
        "cargo": cargo,
        **{end: flow.name(ends.get(end)) for end in ("from", "to", "at")},
        "means": means,
        "figures": [_figure(one.words, one.claimant, one.date) for one in evidence.figures],
        "low": min(lows, default=None),
        "high": None if None in highs else max((high for high in highs if high is not None), default=None),
        "first": evidence.first,
        "last": evidence.last,
        "origins": evidence.origins,
        "claimants": list(evidence.claimants),
        "doubted": evidence.doubted,
        "inferred": inferred,
        "reports": list(evidence.reports),
        "handlings": list(evidence.handlings),
        "claims": list(evidence.claims),
        "quotes": list(evidence.quotes),
        **{f"{end}_id": ends.get(end) for end in ("from", "to", "at")},
    }


def _figure(words: str, claimant: str, date: str | None) -> str:
    return f"{words} ({claimant}{f', {date}' if date else ''})"


def flow_dot(flow: Flow) -> str:
    """The flow as a directed graph in the language of Graphviz."""
    lines = ["digraph flow {", "  rankdir=LR; node [shape=box];"]
    shown = {end for move in flow.moves for end in (move.from_, move.to, move.through) if end}
    for station in flow.stations:
        notes = [stop.action for stop in flow.stops if stop.at == station.id]
        if notes or station.id in shown:
            label = "\\n".join([flow.name(station.id) or station.id, *dict.fromkeys(notes)])
            lines.append(f"  {_quoted(station.id)} [label={_quoted(label)}];")
    for number, move in enumerate(flow.moves):
        start, end = move.from_ or move.through or f"from {number}", move.to or f"to {number}"
        for loose in {start, end} - shown:
            lines.append(f'  {_quoted(loose)} [label="?", shape=plaintext];')
        lines.append(f"  {_quoted(start)} -> {_quoted(end)} [label={_quoted(_label(move))}];")
    return "\n".join([*lines, "}", ""])


def flow_geojson(flow: Flow) -> dict[str, Any]:
    """The flow as GeoJSON (RFC 7946): a point for each station on the map, a line for each move between two of them. A
    facility stands where its place does."""
    stations = {station.id: station for station in flow.stations if station.lat is not None}
    features = [_point(flow, station) for station in stations.values()]
    for move in flow.moves:
        if move.from_ in stations and move.to in stations:
            line = [_position(stations[end]) for end in (move.from_, move.to)]
            properties = next(_rows_of(flow, move))
            features.append(_feature("LineString", line, properties))
    return {"type": "FeatureCollection", "features": features}


def _rows_of(flow: Flow, move: Move) -> Iterator[Row]:
    return flow_rows(Flow(flow.stations, (move,), ()))


def _point(flow: Flow, station: Station) -> dict[str, Any]:
    stops = [f"{stop.cargo} {stop.action}" for stop in flow.stops if stop.at == station.id]
    properties = {
        "id": station.id,
        "name": flow.name(station.id),
        "kind": station.kind,
        "spellings": list(station.spellings),
        "country": station.country,
        "stops": stops,
    }
    return _feature("Point", _position(station), properties)


def _feature(kind: str, coordinates: list[Any], properties: Row) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _position(station: Station) -> list[float | None]:
    return [station.lon, station.lat]


def _label(move: Move) -> str:
    figures = ", ".join(bounds(one.low, one.high, approx=one.approx) for one in move.evidence.figures)
    parts = (move.cargo, ", ".join(move.means), figures, f"at most {move.evidence.origins} origin(s)")
    return "\\n".join(part for part in parts if part)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'
