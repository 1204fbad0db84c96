"""ACLED's 31 columns, a row an attack, `fatalities` by the policy `acled`. What is in which column: docs/exports.md."""

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from cenotaph.export.dossier import Dossier
from cenotaph.export.events import Event, events, outlets, plain_date
from cenotaph.export.notes import left_out
from cenotaph.export.tables import write_csv
from cenotaph.problems import Problem

COLUMNS = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
]

# ACLED: 1 a town, 2 near a town or part of a region, 3 a larger region. From UCDP's where_prec.
_GEO = {1: 1, 2: 2, 3: 2}
# ACLED: 1 the day, 2 a week or weekend, 3 a month. From UCDP's date_prec; sources on ACLED's scale differ on 2 and 3.
_TIME = {1: 1, 2: 2, 3: 2}


def write_acled(dossier: Dossier, out: BinaryIO) -> Sequence[Problem]:
    """Killed people of single attacks: ACLED collects no injuries and gives no side its dead."""
    write_csv(out, COLUMNS, (_row(dossier, event) for event in events(dossier)))
    rest = [one for one in dossier.tallies if one.used and (one.harm != "killed" or one.scope != "incident")]
    return left_out(rest, "ACLED's events are attacks, and it collects no other harms")


def _row(dossier: Dossier, event: Event) -> dict[str, Any]:
    _, best, _ = event.summed(event.tallies)
    start, end = event.dates()
    place, first = event.place, event.first
    country = place.country if place else None
    day = plain_date(end or start)
    return {
        "event_id_cnty": f"{country or 'XX'}-{event.id}",
        "event_date": day,
        "year": day[:4],
        "time_precision": _TIME.get(first.precision.date_prec, 3),
        "country": country,
        "location": place.name if place else first.place,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geo_precision": _GEO.get(first.precision.where_prec, 3),
        "source": outlets(event.claims),
        "notes": " ".join(_notes(event)),
        "fatalities": best,
        "tags": [f"label={first.label}", f"origins={max(one.origins for one in event.tallies)}"],
        "timestamp": dossier.made,
    }


def _notes(event: Event) -> Iterator[str]:
    """The sentences behind the figure, then how it was come by."""
    yield from dict.fromkeys(claim["sentence"] for claim in event.claims if claim["sentence"])
    yield from dict.fromkeys(why for one in event.tallies for why in one.why)
