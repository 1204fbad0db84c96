"""Tracing what a ledger got since it was traced last, without doing the rest again.

Results lie in the ledger's own tables. Beside them a folder holds the index of echoes, which is worked out from the
reports' texts: whoever deletes it loses only time. Each part of the new reports is one transaction.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from cenotaph.ledger import Filed, JudgementFilter, Ledger, LedgerName, TraceTables, is_url
from cenotaph.ledger.connection import open_to_read, open_to_write
from cenotaph.run.corrections import corrections_of
from cenotaph.run.finder import code_digest, finder_version
from cenotaph.run.linking import link
from cenotaph.run.readings import Readers, Told
from cenotaph.run.trace_world import LedgerWorld
from cenotaph.trace import EchoIndex, Register, RegisterEntry, Shelving, SourceCorrection, Tracer, sweep
from cenotaph.trace.naming import folded_name

_PART = 2_048
"""Reports that are traced in one transaction."""


class TraceState(Struct, frozen=True):
    """How far a ledger was traced: the last finding and judgement, by which code, with which corrections of sources;
    where its index of echoes lies. `run` counts the transactions."""

    version: str
    run: int = 0
    finding: int = 0
    judgement: int = 0
    corrections: tuple[SourceCorrection, ...] = ()
    shelving: Shelving = Shelving()


def catch_up(ledger: LedgerName, told: Callable[[int], None] = lambda _: None, *, jobs: int = 1) -> int:
    """Trace the reports of a ledger that were filed, found in anew or judged since it was traced last; how many.

    `told` hears the number of reports of each part that is done; `jobs` processes read whom the reports credit. LedgerError where the ledger cannot be written.
    """
    version = _version()
    with closing(open_to_read(ledger)) as connection:
        state = _state(TraceTables(connection))
        if state.version == version and not TraceTables(connection).has_new(state.finding, state.judgement):
            return 0
    with Ledger(ledger) as book:
        corrections = corrections_of(list(book.judgements(JudgementFilter(subject="source"))))
    with closing(open_to_write(ledger)) as connection, closing(Readers(jobs)) as readers:
        work = _CatchUp(TraceTables(connection), index_folder(ledger), version, corrections, readers)
        done = 0
        while True:
            with connection.transaction():
                reports = work.part()
            if not reports:
                return done
            work.tidy()
            told(reports)
            done += reports


def last_run(ledger: LedgerName) -> int:
    """The number of the last run of tracing, by which `all_origins` tells what changed after it."""
    with Ledger(ledger) as book:
        return last_run_of(book)


def last_run_of(book: Ledger) -> int:
    """The same of a ledger that is open."""
    return _state(TraceTables(book.connection)).run


def index_folder(ledger: LedgerName) -> Path:
    """Where the index of echoes of a ledger lies: beside a file, else in the user's cache."""
    if not is_url(ledger):
        path = Path(ledger)
        return path.with_name(f"{path.name}-trace")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "cenotaph" / sha256(str(ledger).encode()).hexdigest()[:16]


class _CatchUp:
    def __init__(
        self,
        tables: TraceTables,
        folder: Path,
        version: str,
        corrections: tuple[SourceCorrection, ...],
        readers: Readers,
    ) -> None:
        self._readers = readers
        self._tables = tables
        self._folder = folder
        self._version = version
        self._corrections = corrections
        self._state = TraceState(version)
        self._index: EchoIndex | None = None
        self._world: LedgerWorld | None = None

    def part(self) -> int:
        """Trace one part, in a transaction that is open; how many reports."""
        state = self._begun()
        filed = self._tables.filed_since(state.finding, _PART)
        if any(one.replaces for one in filed) and state.finding:
            state = self._anew()
            filed = self._tables.filed_since(0, _PART)
        judgement, judged = self._tables.judged_since(state.judgement)
        again = self._known([*judged, *self._corrected(state)], filed)
        if not filed and not again:
            self._save(msgspec.structs.replace(state, judgement=judgement, corrections=self._corrections))
            return 0
        self._trace(filed, again, state.run + 1)
        last = filed[-1].finding if filed else state.finding
        shelving = self._open_index().save(self._folder)
        self._save(TraceState(self._version, state.run + 1, last, judgement, self._corrections, shelving))
        self._tables.note(state.run + 1, len(filed) + len(again))
        return len(filed) + len(again)

    def tidy(self) -> None:
        """Remove what is of no use after a part was committed."""
        sweep(self._folder, self._state.shelving)

    def _begun(self) -> TraceState:
        state = _state(self._tables)
        if state.version != self._version:
            return self._anew()
        if state != self._state:
            self._state, self._index, self._world = state, None, None
        return state

    def _anew(self) -> TraceState:
        run = _state(self._tables).run
        self._tables.clear()
        # Runs go on counting, so that who asks what changed since one of them is told of everything.
        self._state, self._index, self._world = TraceState(self._version, run), None, None
        return self._state

    def _save(self, state: TraceState) -> None:
        self._tables.save(_STATE, {"": msgspec.msgpack.encode(state)})
        self._state = state

    def _trace(self, filed: Sequence[Filed], again: Sequence[Filed], run: int) -> None:
        world = self._open_world(run)
        tracer = Tracer(world, Register(world.sources, self._corrections))
        known = [one for one in filed if one.report.id in world.credits]
        new = [one for one in filed if one.report.id not in world.credits]
        tracer.forget(one.report.id for one in (*known, *again))
        every = (*filed, *again)
        readings = self._readers.read([Told(one.report, world.claims[one.report.id]) for one in every])
        echoes = self._open_index().add_all(one.report for one in new)
        tracer.add(((one.number, reading) for one, reading in zip(every, readings, strict=True)), echoes)
        world.save()
        link(world, self._tables)
        world.save()

    def _open_world(self, run: int) -> LedgerWorld:
        if self._world is None:
            self._world = LedgerWorld(self._tables, run)
        self._world.start(run)
        return self._world

    def _open_index(self) -> EchoIndex:
        """The index as it was saved; where it is lost it is made anew from the reports that were traced."""
        if self._index is None:
            try:
                self._index = EchoIndex.load(self._folder, self._state.shelving)
            except (OSError, ValueError):
                self._index = EchoIndex()
                for part in _parts(self._traced()):
                    self._index.add_all(one.report for one in part)
        return self._index

    def _traced(self) -> list[Filed]:
        found = [self._tables.filed(id_) for id_ in self._tables.names("credits")]
        return sorted((one for one in found if one is not None), key=lambda one: one.number)

    def _known(self, ids: Sequence[str], filed: Sequence[Filed]) -> list[Filed]:
        """Reports that were traced and are not among those being traced now."""
        new = {one.report.id for one in filed}
        wanted = (id_ for id_ in dict.fromkeys(ids) if id_ not in new)
        found = (self._tables.filed(id_) for id_ in wanted if self._tables.load("credits", id_) is not None)
        return [one for one in found if one is not None and one.finding <= self._state.finding]

    def _corrected(self, state: TraceState) -> list[str]:
        """The reports that credit a source of which people say something else than when it was traced."""
        said = {*state.corrections} ^ {*self._corrections}
        names = {folded_name(name) for one in said for name in (one.name, one.same_as) if name}
        sources = self._open_world(state.run).sources if names else {}
        entries = [name for name in sources if _goes_by(sources[name], names)]
        keys = {sources[name].source.key.encode() for name in entries}
        for name in entries:
            del sources[name]
        if not keys:
            return []
        return [id_ for id_, body in self._tables.all("credits") if any(key in body for key in keys)]


def _goes_by(entry: RegisterEntry, names: set[str]) -> bool:
    return any(folded_name(name) in names for name in (entry.source.name, *entry.names))


Item = TypeVar("Item")


def _parts(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    return (items[start : start + _PART] for start in range(0, len(items), _PART))


_STATE = "state"


def _state(tables: TraceTables) -> TraceState:
    body = tables.load(_STATE, "")
    return TraceState("") if body is None else msgspec.msgpack.decode(body, type=TraceState)


def _version() -> str:
    return f"{finder_version()} {code_digest('trace')}"
