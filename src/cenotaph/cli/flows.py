"""What `cenotaph flow` does: the path of the dead drawn as text, or given to other programs."""

import sys
from collections.abc import Iterator, Sequence

import msgspec

from cenotaph.cli.output import print_rows
from cenotaph.cli.progress import watched
from cenotaph.cli.tables import Column, clean, styled, width_of
from cenotaph.cli.wrapping import wrapped
from cenotaph.ledger import ClaimFilter, HandlingFilter, LedgerName
from cenotaph.reconcile import NOWHERE, Evidence, Figure, Flow, Move, Stop
from cenotaph.rows import chain
from cenotaph.run import Count, find_reports
from cenotaph.run.flow_rows import flow_dot, flow_geojson, flow_rows
from cenotaph.run.flowing import flow_of_ledger, flow_of_outcomes

_COLUMNS = (
    Column("action", lambda row: row["action"]),
    Column("cargo", lambda row: row["cargo"]),
    Column("from", lambda row: row["from"] or "", ratio=2),
    Column("at", lambda row: row["at"] or "", ratio=2),
    Column("to", lambda row: row["to"] or "", ratio=2),
    Column("means", lambda row: ", ".join(row["means"]), most=14),
    Column("how many", lambda row: "; ".join(row["figures"]), ratio=3, least=100),
    Column("origins", lambda row: f"≤ {row['origins']}", right=True),
    Column("in these words", lambda row: row["quotes"][0] if row["quotes"] else "", ratio=4, least=120),
)
_CARGO = {"dead": "the dead", "wounded": "the wounded", "both": "dead and wounded"}
_STOPS = {"overflowing": "past capacity"}
_EMPTY = "Nothing is told of dead or wounded held, moved or buried."


def print_flow(
    paths: Sequence[str], ledger: LedgerName, wanted: dict[str, str | None], *, format_: str, jobs: int
) -> int:
    """The flow of the reports, or of the ledger where none are given; the exit code is 1 if some input was lost."""
    count = Count()
    if paths:
        outcomes = find_reports(paths, stdin=sys.stdin.buffer, jobs=jobs)
        flow = flow_of_outcomes(watched(outcomes, paths, count))
    else:
        condition = msgspec.convert(wanted, HandlingFilter)
        flow = flow_of_ledger(ledger, ClaimFilter(report=condition.report), condition)
    _print(flow, format_)
    return 1 if count.lost else 0


def _print(flow: Flow, format_: str) -> None:
    if format_ == "text":
        print("\n".join(_drawing(flow)) or _EMPTY)
    elif format_ == "dot":
        sys.stdout.write(flow_dot(flow))
    elif format_ == "geojson":
        sys.stdout.write(
            msgspec.json.format(msgspec.json.encode(flow_geojson(flow)), indent=1).decode() + "\n"
        )
    else:
        print_rows(flow_rows(flow), format_=format_, columns=_COLUMNS, empty=_EMPTY)


def _drawing(flow: Flow) -> Iterator[str]:
    """Each place with what leaves it, comes to it, passes through it, and is done there with the dead and wounded."""
    width = width_of(sys.stdout)
    places = [station for station in flow.stations if station.within is None]
    for station in places:
        lines = list(_at(flow, station.id))
        if lines:
            also = [name for name in station.spellings if name != station.name]
            yield styled(
                clean(station.name) + (f" (also {', '.join(map(clean, also))})" if also else ""), "bold"
            )
            for head, body in lines:
                yield from _entry(head, body, width)
            yield ""
    lines = list(_at(flow, NOWHERE))
    if lines:
        yield styled("place not said", "bold")
        for head, body in lines:
            yield from _entry(head, body, width)
        yield ""
    if flow.moves or flow.stops:
        yield styled(
            f"{len(places):,} places, {len(flow.moves):,} moves, {len(flow.stops):,} stops; figures are never added.",
            "dim",
        )


def _at(flow: Flow, place: str) -> Iterator[tuple[str, list[str]]]:
    """The entries of one place and its facilities: a line, and the lines below it."""
    own = {place} | {station.id for station in flow.stations if station.within == place}
    for move in flow.moves:
        if _home(move) in own:
            yield _way(flow, move, own), _told(move.evidence, move.inferred)
    for stop in flow.stops:
        if stop.at in own:
            yield _stop(flow, stop), _told(stop.evidence, None)


def _home(move: Move) -> str:
    """The station under which a move is drawn: where it begins, else where it ends, else where it was seen."""
    return move.from_ or move.to or move.through or NOWHERE


def _way(flow: Flow, move: Move, own: set[str]) -> str:
    means = f" by {', '.join(move.means)}" if move.means else ""
    what = f"{_CARGO[move.cargo]}{means}"
    if move.from_ is None and move.to is None:
        where = f" {_facility(flow, move.through)}" if move.through else ""
        return f"⋯▶{where} {what}, whence and whither not said"
    start, end = _facility(flow, move.from_), _facility(flow, move.to)
    if move.from_ in own:
        return f"{f'{start} ' if start else ''}──▶ {flow.name(move.to) or 'whither not said'}  {what}"
    return f"{flow.name(move.from_) or 'whence not said'} ──▶ {f'{end} ' if end else 'here '} {what}"


def _stop(flow: Flow, stop: Stop) -> str:
    facility = _facility(flow, stop.at)
    return (
        f"●  {f'{facility}: ' if facility else ''}{_CARGO[stop.cargo]} {_STOPS.get(stop.action, stop.action)}"
    )


def _facility(flow: Flow, id_: str | None) -> str:
    """The facility's own name, nothing for a place."""
    station = flow.by_id.get(id_ or "")
    return station.name if station is not None and station.within is not None else ""


def _told(evidence: Evidence, inferred: str | None) -> list[str]:
    """The figures in their words, then on how many legs all of it stands."""
    lines = list(dict.fromkeys(map(_figure, evidence.figures)))
    if not lines and evidence.quotes:
        lines.append(f"“{evidence.quotes[0]}”")
    origins = f"at most {evidence.origins} origin{'' if evidence.origins == 1 else 's'}"
    reports = f"{len(evidence.reports)} report{'' if len(evidence.reports) == 1 else 's'}"
    when = (
        ""
        if not evidence.first
        else f", {evidence.first}" + (f" to {evidence.last}" if evidence.last != evidence.first else "")
    )
    doubt = ", in doubt" if evidence.doubted else ""
    lines.append(f"{reports}, {origins}: {'; '.join(evidence.claimants)}{when}{doubt}")
    return [*lines, inferred] if inferred else lines


def _figure(one: Figure) -> str:
    word = chain(list(one.sources)) if one.sources else one.claimant
    when, doubt = f", {one.date}" if one.date else "", "" if one.stance == "asserted" else f" ({one.stance})"
    return f"“{one.words}” {one.harm}, {word}{when}{doubt}"


def _entry(head: str, body: list[str], width: int) -> Iterator[str]:
    for line in wrapped(f"  {clean(head)}", width):
        yield line
    for text in body:
        for line in wrapped(clean(text), width - 8):
            yield styled(f"        {line}", "dim")
