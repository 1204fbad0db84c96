"""A world of traced reports that lies in a ledger: what is asked for is read, what is put in is written by `save`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from typing import TypeVar

import msgspec

from cenotaph.judging import pairs
from cenotaph.ledger import TraceTables
from cenotaph.model import Claim, Span
from cenotaph.problems import Problem
from cenotaph.trace import Echo, Path, RegisterEntry
from cenotaph.trace.credits import Credits
from cenotaph.trace.neighbours import Shared, both_sides
from cenotaph.trace.ways import ReportOrigins
from cenotaph.trace.world import Alike, Group, Grouping, Telling

Value = TypeVar("Value")

_MOST_HELD = 8_192
"""Values of a kind that are kept in memory between two parts."""
_path = msgspec.msgpack.Decoder(Path)


class Kept(MutableMapping[str, Value]):
    """The values of one kind by name, each read once."""

    def __init__(self, tables: TraceTables, kind: str, type_: object) -> None:
        self._tables = tables
        self._kind = kind
        self._decoder: msgspec.msgpack.Decoder[Value] = msgspec.msgpack.Decoder(type_)
        self._held: dict[str, Value | None] = {}
        self._changed: set[str] = set()

    def __getitem__(self, name: str) -> Value:
        if name not in self._held:
            body = self._tables.load(self._kind, name)
            self._held[name] = None if body is None else self._decoder.decode(body)
        found = self._held[name]
        if found is None:
            raise KeyError(name)
        return found

    def __setitem__(self, name: str, value: Value) -> None:
        self._held[name] = value
        self._changed.add(name)

    def __delitem__(self, name: str) -> None:
        self._held[name] = None
        self._changed.add(name)

    def __iter__(self) -> Iterator[str]:
        self.save()
        return iter(self._tables.names(self._kind))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def save(self) -> None:
        """Write what was put in or taken out."""
        encode = msgspec.msgpack.encode
        changes = {name: self._held[name] for name in sorted(self._changed)}
        self._tables.save(
            self._kind, {name: None if value is None else encode(value) for name, value in changes.items()}
        )
        self._changed.clear()
        if len(self._held) > _MOST_HELD:
            self._held.clear()


class LedgerWorld:
    """See `trace.world.World`. `run` numbers the times that reports were traced."""

    def __init__(self, tables: TraceTables, run: int) -> None:
        self._tables = tables
        self._run = run
        self.credits: Kept[Credits] = Kept(tables, "credits", Credits)
        self.origins: Kept[ReportOrigins] = Kept(tables, "origins", ReportOrigins)
        self.orphans: Kept[tuple[Problem, ...]] = Kept(tables, "orphans", tuple[Problem, ...])
        self.groups: Kept[Group] = Kept(tables, "group", Group)
        self.cells: Kept[tuple[str, ...]] = Kept(tables, "cell", tuple[str, ...])
        self.numbers: Kept[Alike] = Kept(tables, "number", Alike)
        self.entered: Kept[tuple[str, ...]] = Kept(tables, "entered", tuple[str, ...])
        self.akin: Kept[tuple[str, ...]] = Kept(tables, "akin", tuple[str, ...])
        self.sources: Kept[RegisterEntry] = Kept(tables, "source", RegisterEntry)
        self.claims: Mapping[str, Sequence[Claim]] = _Asked(tables.claims_of)
        self._told: dict[str, dict[str, Telling]] = {}
        self._changed: dict[str, Telling | None] = {}
        self._runs: dict[str, tuple[str, str, int]] = {}
        self._echoes: list[Echo] = []
        self._new: dict[str, list[Shared]] = {}
        self._parted = pairs(tables.judgements("echo"), "echo").apart

    def start(self, run: int) -> None:
        """What is written from now on belongs to that run; claims are asked for anew."""
        self._run = run
        self._told.clear()
        self._runs.clear()
        self.claims = _Asked(self._tables.claims_of)
        self._parted = pairs(self._tables.judgements("echo"), "echo").apart

    def is_parted(self, one: str, other: str) -> bool:
        """Whether a person said that what two reports share is no echo."""
        return frozenset((one, other)) in self._parted

    def akin_to(self, report: str) -> Iterable[str]:
        """See World."""
        return (one for one in self.akin.get(report, ()) if not self.is_parted(report, one))

    def shared(self, report: str) -> Iterable[Shared]:
        """See World."""
        filed = both_sides(map(echo_of, self._tables.echoes_of(report))).get(report, [])
        found = (*filed, *self._new.get(report, ()))
        return [one for one in found if not self.is_parted(report, one.other)]

    def add_echoes(self, echoes: Iterable[Echo]) -> None:
        """See World."""
        found = list(echoes)
        self._echoes += found
        for report, shared in both_sides(found).items():
            self._new.setdefault(report, []).extend(shared)

    def drop_claim_echoes(self, report: str) -> None:
        """See World."""
        self._save_echoes()
        self._tables.drop_claim_echoes(report)

    def told(self, report: str) -> Mapping[str, Telling]:
        """See World."""
        if report not in self._told:
            rows = self._tables.told(report)
            self._told[report] = {one.claim: one for one in map(_telling_of, rows)}
            self._runs |= {
                claim: (origin, testimony, run) for claim, _, _, _, origin, _, testimony, _, run in rows
            }
        return self._told[report]

    def tell(self, telling: Telling) -> None:
        """See World."""
        before = self.told(telling.report).get(telling.claim)
        if before != telling:
            self._told[telling.report][telling.claim] = telling
            self._changed[telling.claim] = telling

    def untell(self, telling: Telling) -> None:
        """See World."""
        self.told(telling.report)
        self._told[telling.report].pop(telling.claim, None)
        self._changed[telling.claim] = None

    def members(self, grouping: Grouping, group: str) -> Sequence[Telling]:
        """See World."""
        self._save_told()
        return list(map(_telling_of, self._tables.members(grouping, group)))

    def save(self) -> None:
        """Write everything that changed."""
        for kept in (self.credits, self.origins, self.orphans, self.groups, self.cells, self.numbers):
            kept.save()
        self.entered.save()
        self.akin.save()
        self.sources.save()
        self._save_echoes()
        self._save_told()
        if len(self._told) > _MOST_HELD:
            self._told.clear()
            self._runs.clear()

    def _save_echoes(self) -> None:
        self._tables.add_echoes([_echo_row(echo) for echo in self._echoes])
        self._echoes, self._new = [], {}

    def _save_told(self) -> None:
        self._tables.untell(claim for claim, telling in self._changed.items() if telling is None)
        self._tables.tell(
            _telling_row(one, self._run_of(one)) for one in self._changed.values() if one is not None
        )
        self._changed.clear()

    def _run_of(self, telling: Telling) -> int:
        """The run in which the claim's origin or testimony changed last."""
        origin, testimony, run = self._runs.get(telling.claim, ("", "", self._run))
        same = (origin, testimony) == (telling.path.origin.key, telling.testimony)
        return run if same else self._run


class _Asked(Mapping[str, Sequence[Claim]]):
    """The claims of reports, the last ones kept."""

    def __init__(self, ask: Callable[[str], tuple[Claim, ...]]) -> None:
        self._ask = ask
        self._held: dict[str, tuple[Claim, ...]] = {}

    def __getitem__(self, report: str) -> tuple[Claim, ...]:
        if report not in self._held:
            if len(self._held) > _MOST_HELD:
                self._held.clear()
            self._held[report] = self._ask(report)
        return self._held[report]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)


def echo_of(row: Sequence[object]) -> Echo:
    """The echo of a row of the ledger."""
    a, b, relation, kind, a_start, a_end, b_start, b_end, score, why = row
    spans = {"a_span": (a_start, a_end), "b_span": (b_start, b_end)}
    fields = {"a": a, "b": b, "relation": relation, "kind": kind, "score": score, "why": why}
    return msgspec.convert(
        fields | {name: dict(zip(("start", "end"), span)) for name, span in spans.items()}, Echo
    )


def _echo_row(echo: Echo) -> tuple[object, ...]:
    spans = _ends(echo.a_span) + _ends(echo.b_span)
    return (echo.a, echo.b, echo.relation, echo.kind, *spans, echo.score, echo.why)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _telling_of(row: Sequence[object]) -> Telling:
    claim, report, number, place, _, way, testimony, thing, _ = row
    fields = {
        "claim": claim,
        "report": report,
        "order": (number, place),
        "testimony": testimony,
        "thing": thing,
    }
    return msgspec.convert({**fields, "path": _path.decode(way)}, Telling)  # type: ignore[arg-type]


def _telling_row(one: Telling, run: int) -> tuple[object, ...]:
    way = msgspec.msgpack.encode(one.path)
    return (one.claim, one.report, *one.order, one.path.origin.key, way, one.testimony, one.thing, run)
