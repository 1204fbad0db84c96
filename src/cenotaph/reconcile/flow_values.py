"""The path of the dead as values: what is told, and the stations, moves and stops that it makes."""

from functools import cached_property

from msgspec import Struct

from cenotaph.model import Action, Cargo, Handling, Means, Place
from cenotaph.reconcile.stations import Station
from cenotaph.reconcile.values import Claimant


class Told(Struct, frozen=True):
    """A handling with what weighs it: whose word it is, when it was published, and the gazetteer's places behind its
    words (`at`, `out`, `into` for place, from_place, to_place)."""

    handling: Handling
    claimant: Claimant
    published: str | None = None
    at: Place | None = None
    out: Place | None = None
    into: Place | None = None


class Figure(Struct, frozen=True):
    """How many, in the words of one claim: whose claim it is, on whose word it says so, as of when."""

    claim: str
    words: str
    harm: str
    low: int | None
    high: int | None
    approx: bool
    claimant: str
    sources: tuple[str, ...]
    date: str | None
    stance: str


class Evidence(Struct, frozen=True):
    """What stands behind a move or a stop: handlings and claims by id, reports, quotations, the figures, the dates from
    first to last (of claims, else of their reports), and the origins: their names and how many at the most."""

    handlings: tuple[str, ...]
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    quotes: tuple[str, ...]
    figures: tuple[Figure, ...]
    first: str | None
    last: str | None
    origins: int
    claimants: tuple[str, ...]
    doubted: bool


class Move(Struct, frozen=True):
    """The dead or wounded moved from one station to another (by their ids); None where no report says where. `through`
    is a station that they were seen at on a way of which neither end is told. `inferred` says in a sentence where an
    end was taken from, if the clause itself does not say it."""

    from_: str | None
    to: str | None
    through: str | None
    cargo: Cargo
    action: Action
    means: tuple[Means, ...]
    evidence: Evidence
    inferred: str | None = None


class Stop(Struct, frozen=True):
    """What is done with the dead or wounded at a station: held, refused, buried, past capacity, ..."""

    at: str
    action: Action
    cargo: Cargo
    evidence: Evidence


class Flow(Struct, frozen=True, dict=True):
    """The stations by number of mentions, the moves between them, the stops at them."""

    stations: tuple[Station, ...]
    moves: tuple[Move, ...]
    stops: tuple[Stop, ...]

    @cached_property
    def by_id(self) -> dict[str, Station]:
        """The stations by their ids."""
        return {station.id: station for station in self.stations}

    def name(self, id_: str | None) -> str | None:
        """A station's name with the place that a facility is in: "Mazyr, railway station"."""
        station = self.by_id.get(id_ or "")
        if station is None or station.within is None:
            return station.name if station else None
        return f"{self.name(station.within) or 'place not said'}, {station.name}"
