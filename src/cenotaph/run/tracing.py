"""Tracing: reports or a ledger → readings and echoes → chains, origins, testimonies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing

import msgspec
from msgspec import Struct

from cenotaph.ledger import LedgerName, TraceTables
from cenotaph.ledger.connection import open_to_read
from cenotaph.ledger.database import Columns
from cenotaph.model import Report
from cenotaph.problems import CenotaphError
from cenotaph.run.catching_up import catch_up
from cenotaph.run.local import Outcome, Result
from cenotaph.run.readings import reading_of
from cenotaph.run.trace_world import LedgerWorld, echo_of
from cenotaph.trace import Path, SourceRef, Trace, echoes, trace, traced_world
from cenotaph.trace.world import World


class Tracing(Struct, frozen=True):
    """The reports that were traced, by id in the order of reading, and what came of it."""

    reports: Mapping[str, Report]
    trace: Trace


class ClaimOrigin(Struct, frozen=True):
    """Whom a claim goes back to, and the id that it shares with the other claims of its testimony."""

    claim: str
    testimony: str
    origin: SourceRef


class NotTraced(CenotaphError):
    """Something was asked for by an id that is not among what was traced."""

    def __init__(self, what: str, id_: str) -> None:
        super().__init__(
            f"No one {what} {id_} was traced in this ledger; list them with `cenotaph trace --format table`."
        )


def trace_outcomes(outcomes: Iterable[Outcome]) -> Tracing:
    """Trace the reports among the outcomes of `find_reports` with each other; nothing is kept."""
    found = [item for item in outcomes if isinstance(item, Result)]
    readings = [reading_of(one.document.report, one.found.claims) for one in found]
    reports = {reading.report.id: reading.report for reading in readings}
    return Tracing(reports, trace(readings, echoes(reports.values())))


def trace_ledger(ledger: LedgerName, *, report: str | None = None, testimony: str | None = None) -> Tracing:
    """What is known of a ledger's reports; of one report, or of the claims of one testimony, if such is given.

    `testimony` is the beginning of an id. What was filed or judged since the ledger was traced last is traced first. LedgerError where it cannot be.
    """
    catch_up(ledger)
    with closing(open_to_read(ledger)) as connection:
        tables = TraceTables(connection)
        if testimony is not None:
            return _of_testimony(tables, testimony)
        return _of_all(tables) if report is None else _of_report(tables, report)


def _of_all(tables: TraceTables) -> Tracing:
    world = LedgerWorld(tables, 0)
    ids = sorted(tables.names("credits"), key=lambda id_: world.credits[id_].order)
    order = {id_: number for number, id_ in enumerate(ids)}
    shared = (echo for echo in map(echo_of, tables.echoes()) if not world.is_parted(echo.a, echo.b))
    every = sorted(shared, key=lambda e: (order[e.a], order[e.b], e.a_span))
    return Tracing(_reports(tables, ids), traced_world(world, ids, every, _claims(world, ids)))


def _of_report(tables: TraceTables, report: str) -> Tracing:
    world = LedgerWorld(tables, 0)
    if report not in world.credits:
        raise NotTraced("report", report)
    rows = map(echo_of, tables.echoes_of(report))
    found = [echo for echo in rows if not world.is_parted(echo.a, echo.b)]
    others = dict.fromkeys((report, *(id_ for echo in found for id_ in (echo.a, echo.b))))
    return Tracing(_reports(tables, others), traced_world(world, [report], found, _claims(world, [report])))


def _of_testimony(tables: TraceTables, testimony: str) -> Tracing:
    world = LedgerWorld(tables, 0)
    meant = tables.testimonies(testimony)
    if len(meant) != 1:
        raise NotTraced("testimony", testimony)
    told = [(one.report, one.claim) for one in world.members("testimony", meant[0])]
    ids = list(dict.fromkeys(report for report, _ in told))
    return Tracing(_reports(tables, ids), traced_world(world, ids, (), told))


def _reports(tables: TraceTables, ids: Iterable[str]) -> dict[str, Report]:
    found = (tables.filed(id_) for id_ in ids)
    return {one.report.id: one.report for one in found if one is not None}


def _claims(world: World, reports: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((report, claim.id) for report in reports for claim in world.claims[report])


def origins_of(ledger: LedgerName, claims: Sequence[str]) -> dict[str, ClaimOrigin]:
    """The origins of claims by their ids; claims that were not traced are left out."""
    found: dict[str, ClaimOrigin] = {}
    with closing(open_to_read(ledger)) as connection:
        tables = TraceTables(connection)
        for start in range(0, len(claims), _CHUNK):
            for row in tables.claims_told(claims[start : start + _CHUNK]):
                found[row[0]] = _origin(row)
    return found


def all_origins(ledger: LedgerName, *, after_run: int = -1) -> Iterator[ClaimOrigin]:
    """The origin of every claim, in the order of the reports, a few at a time; of those alone whose origin or testimony
    may have changed since the run of tracing `after_run` (`last_run`), if that is given."""
    with closing(open_to_read(ledger)) as connection:
        yield from map(_origin, TraceTables(connection).all_told(after_run))


_CHUNK = 500


def _origin(row: Columns) -> ClaimOrigin:
    claim, way, testimony = row[0], row[5], row[6]
    return ClaimOrigin(claim, testimony, _path.decode(way).origin)


_path = msgspec.msgpack.Decoder(Path)
