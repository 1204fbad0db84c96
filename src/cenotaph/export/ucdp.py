"""UCDP GED's 49 columns (version 23.1), a row an attack. What is in which column: docs/exports.md.

Where UCDP's coders decide (actors' numbers, type of violence), the cell is empty rather than guessed, and 0 where the
format wants a number.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from typing import Any, BinaryIO

from cenotaph.export.dossier import Dossier
from cenotaph.export.events import Event, events, first_url, outlets, plain_date
from cenotaph.export.notes import left_out
from cenotaph.export.tables import write_csv
from cenotaph.problems import Problem

COLUMNS = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
]
_ROLES = ("combatants", "civilians")


def write_ucdp(dossier: Dossier, out: BinaryIO) -> Sequence[Problem]:
    """Killed people of single attacks; UCDP's events hold no running totals and no other harms."""
    write_csv(out, COLUMNS, _rows(dossier))
    rest = [one for one in dossier.tallies if one.used and (one.harm != "killed" or one.scope != "incident")]
    return left_out(rest, "UCDP's events are attacks with people killed")


def _rows(dossier: Dossier) -> Iterator[dict[str, Any]]:
    for event in events(dossier):
        yield {**_deaths(event), **_where(event), **_when(event), **_sources(dossier, event), **_who(event)}


def _deaths(event: Event) -> dict[str, Any]:
    low, best, high = event.summed(event.tallies)
    side_a, side_b = _two_sides(event)
    combatants = [one for one in event.tallies if one.role == "combatants"]
    return {
        "deaths_a": event.summed(one for one in combatants if one.side == side_a and side_a)[1],
        "deaths_b": event.summed(one for one in combatants if one.side == side_b and side_b)[1],
        "deaths_civilians": event.summed(one for one in event.tallies if one.role == "civilians")[1],
        "deaths_unknown": event.summed(
            one
            for one in event.tallies
            if one.role not in _ROLES or one.role == "combatants" and one.side not in (side_a, side_b)
        )[1],
        "best": best,
        "high": max(high, best),
        "low": min(low, best),
    }


def _two_sides(event: Event) -> tuple[str, str]:
    """The sides of the dead in the order of the figures. Who attacked is for UCDP's coders to say."""
    sides = event.sides()
    return sides[0] if sides else "", sides[1] if len(sides) > 1 else ""


def _who(event: Event) -> dict[str, Any]:
    side_a, side_b = _two_sides(event)
    number = int.from_bytes(sha256(event.id.encode()).digest()[:6], "big")
    return {
        "id": number,
        "relid": f"CENOTAPH-{event.id}",
        "side_a": side_a,
        "side_b": side_b,
        "code_status": "Clear",
    }


def _where(event: Event) -> dict[str, Any]:
    place, first = event.place, event.first
    point = f"POINT ({place.lon} {place.lat})" if place else None
    grid = None if place is None else int((place.lat + 90) * 2) * 720 + int((place.lon + 180) * 2) + 1
    return {
        "where_prec": first.precision.where_prec,
        "where_coordinates": place.name if place else first.place,
        "where_description": first.place,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geom_wkt": point,
        "priogrid_gid": grid,
        "country": place.country if place else None,
    }


def _when(event: Event) -> dict[str, Any]:
    start, end = (_day(edtf, last=last) for edtf, last in zip(event.dates(), (False, True), strict=True))
    return {
        "year": (start or end or "")[:4],
        "event_clarity": event.first.precision.event_clarity,
        "date_prec": event.first.precision.date_prec,
        "date_start": start or end,
        "date_end": end or start,
    }


def _day(edtf: str | None, *, last: bool) -> str:
    """A day, since UCDP's columns hold nothing else: of a month or year the first or the last one."""
    plain = plain_date(edtf)
    if len(plain) == 7:
        year, month = map(int, plain.split("-"))
        following = date(year + month // 12, month % 12 + 1, 1)
        return date.fromordinal(following.toordinal() - 1).isoformat() if last else f"{plain}-01"
    return (
        f"{plain}-12-31" if len(plain) == 4 and last else f"{plain}-01-01" if len(plain) == 4 else plain[:10]
    )


def _sources(dossier: Dossier, event: Event) -> dict[str, Any]:
    """`source_original` is the origin that tracing found: the word behind all the reports."""
    origins = [dossier.origins[claim["id"]].name for claim in event.claims if claim["id"] in dossier.origins]
    first = event.claims[0]
    return {
        "number_of_sources": len({claim["report"] for claim in event.claims}),
        "source_article": [f"{claim['outlet'] or claim['report']},{claim['published'] or ''},{claim['title'] or ''}"
                           for claim in {one["report"]: one for one in event.claims}.values()],
        "source_office": outlets(event.claims),
        "source_date": (first["published"] or "")[:10],
        "source_headline": first["title"],
        "source_original": list(dict.fromkeys(origins)),
        "conflict_name": dossier.name,
        "adm_1": None,
        "region": None,
        "dyad_name": None,
        "url": first_url(event.claims),
    }  # fmt: skip
