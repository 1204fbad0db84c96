"""Figures of one attack as one event, for the formats that have a row an event."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from cenotaph.export.dossier import Dossier
from cenotaph.model import Place
from cenotaph.reconcile import Tally
from cenotaph.rows import ClaimRow


class Event(Struct, frozen=True):
    """One attack: its figures for killed people, and the claims behind them."""

    id: str
    tallies: tuple[Tally, ...]
    claims: tuple[ClaimRow, ...]
    place: Place | None

    @property
    def first(self) -> Tally:
        """The figure that dates and places the event."""
        return self.tallies[0]

    def dates(self) -> tuple[str | None, str | None]:
        """The first and the last day, as EDTF; the day of the last report where no claim tells."""
        starts = [one.from_ for one in self.tallies if one.from_]
        ends = [one.until for one in self.tallies if one.until]
        until = (
            max(ends, default=None)
            or max((one["published"] or "" for one in self.claims), default="")[:10]
            or None
        )
        return min(starts, default=None) or until, until

    def sides(self) -> list[str]:
        """Whose people were killed, each once."""
        return list(dict.fromkeys(one.side for one in self.tallies if one.side))

    def summed(self, tallies: Iterable[Tally]) -> tuple[int, int, int]:
        """Low, best and high of figures that count different people of this one attack, and are no part of each other.

        An open bound counts as the best figure.
        """
        low = best = high = 0
        for one in tallies:
            middle = next((number for number in (one.best, one.low, one.high) if number is not None), 0)
            low += one.low if one.low is not None else middle
            best += middle
            high += one.high if one.high is not None else middle
        return low, best, high


def events(dossier: Dossier) -> Iterator[Event]:
    """The attacks of a dossier in the order of its tallies; of parts ("children") only the whole is told."""
    grouped: dict[str, list[Tally]] = defaultdict(list)
    for one in dossier.tallies:
        if one.harm == "killed" and one.scope == "incident" and one.part is None and one.used:
            grouped[one.incident or one.id].append(one)
    for id_, tallies in grouped.items():
        claims = {claim["id"]: claim for one in tallies for claim in dossier.claims_behind(one)}
        place = next((found for one in tallies if (found := dossier.place_of(one))), None)
        yield Event(id_, tuple(tallies), tuple(claims.values()), place)


def first_url(claims: Iterable[ClaimRow]) -> str:
    """The address of the first report that has one."""
    return next((claim["url"] for claim in claims if claim["url"]), "")


def outlets(claims: Iterable[ClaimRow]) -> list[str]:
    """Who published the claims, each once: the outlet, else the report's id."""
    return list(dict.fromkeys(claim["outlet"] or claim["report"] for claim in claims))


def plain_date(edtf: str | None) -> str:
    """A day or month as formats without uncertainty write it, nothing where it has unknown digits."""
    return "" if edtf is None or "X" in edtf or "/" in edtf else edtf.rstrip("~?%")
