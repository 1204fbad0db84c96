"""GDELT's count strings: a line a report, in the columns of the Global Knowledge Graph that hold counts (GKG 2.1 codebook)."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import BinaryIO

from cenotaph.export.dossier import Dossier
from cenotaph.export.notes import counted
from cenotaph.export.tables import write_csv
from cenotaph.problems import Problem
from cenotaph.rows import ClaimRow

COLUMNS = ("GKGRECORDID", "V2.1DATE", "V2SOURCECOMMONNAME", "V2DOCUMENTIDENTIFIER", "V1COUNTS", "V2.1COUNTS")
_TYPES = {"killed": "KILL", "bodies": "KILL", "wounded": "WOUND", "captured": "KIDNAP"}
# GDELT: 1 a country, 4 a city of the world, 5 a state of the world.
_KINDS = {"country": 1, "city": 4, "site": 4}


def write_gdelt(dossier: Dossier, out: BinaryIO) -> Sequence[Problem]:
    """Claims with a number, of harms that GDELT has a type for; of a range the lower bound."""
    told: dict[str, list[ClaimRow]] = {report: [] for report in dossier.pages}
    for claim in dossier.claims.values():
        if claim["harm"] in _TYPES and _number(claim) is not None:
            told.setdefault(claim["report"], []).append(claim)
    write_csv(out, COLUMNS, (_row(dossier, report, claims) for report, claims in told.items() if claims))
    return counted(
        len(dossier.claims) - sum(map(len, told.values())), "claims", "GDELT has no count for them"
    )


def _row(dossier: Dossier, report: str, claims: list[ClaimRow]) -> dict[str, str | None]:
    page = dossier.pages[report]
    return {
        "GKGRECORDID": report,
        "V2.1DATE": "".join(letter for letter in (page.published or "")[:10] if letter.isdigit()).ljust(
            14, "0"
        )
        if page.published
        else None,
        "V2SOURCECOMMONNAME": page.outlet,
        "V2DOCUMENTIDENTIFIER": page.url or report,
        "V1COUNTS": ";".join(_count(dossier, claim) for claim in claims),
        "V2.1COUNTS": ";".join(f"{_count(dossier, claim)}#{claim['start']}" for claim in claims),
    }


def _number(claim: ClaimRow) -> int | None:
    return claim["low"] if claim["low"] is not None else claim["high"]


def _count(dossier: Dossier, claim: ClaimRow) -> str:
    """CountType#Count#ObjectType#LocationType#FullName#CountryCode#ADM1Code#Latitude#Longitude#FeatureID."""
    place = dossier.places.get(claim["place_key"] or "")
    where: list[object] = [""] * 7
    if place is not None:
        country = _fips().get(place.country or "", "")
        where = [
            _KINDS.get(place.kind, 5),
            place.name,
            country,
            country,
            place.lat,
            place.lon,
            place.key.partition(":")[2],
        ]
    parts = [_TYPES[claim["harm"]], _number(claim), claim["victims_text"] or "", *where]
    return "#".join(str(part).replace("#", " ").replace(";", ",") for part in parts)


@cache
def _fips() -> dict[str, str]:
    """FIPS 10-4 codes by ISO 3166 alpha-2, from GeoNames' table of countries."""
    lines = files("cenotaph.export").joinpath("fips.txt").read_text("ascii").split()
    return dict(line.split("=") for line in lines)
