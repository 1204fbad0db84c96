"""CSV with HXL tags (HXL 1.1, Humanitarian Exchange Language): a row a figure, every `#affected` a number."""

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from cenotaph.export.dossier import Dossier
from cenotaph.export.events import first_url, outlets, plain_date
from cenotaph.export.notes import left_out
from cenotaph.export.tables import write_csv
from cenotaph.problems import Problem
from cenotaph.reconcile import Tally

_HARMS = {"killed": "killed", "wounded": "injured", "captured": "abducted"}
"""Harms that HXL's core has an attribute for; it has none for missing people, remains, or dead and wounded together."""

_COLUMNS = {
    "Side": "#group+name",
    "Role": "#description+role",
    "Part": "#description+part",
    **{
        f"{harm.capitalize()} {bound}": f"#affected+{tag}{attribute}"
        for harm, tag in _HARMS.items()
        for bound, attribute in (("low", "+min"), ("best", ""), ("high", "+max"))
    },
    "Scope": "#description+scope",
    "From": "#date+start",
    "Until": "#date+end",
    "Place": "#loc+name",
    "Latitude": "#geo+lat",
    "Longitude": "#geo+lon",
    "Sources": "#meta+source",
    "Address": "#meta+url",
    "Words": "#description",
    "Label": "#status",
    "Origins at most": "#meta+origins+num",
    "Figure": "#meta+id",
}  # fmt: skip


def write_hxl(dossier: Dossier, out: BinaryIO) -> Sequence[Problem]:
    """Figures with at least one bound of harms that HXL knows."""
    told = [
        one for one in dossier.tallies if one.harm in _HARMS and (one.low, one.best, one.high) != (None,) * 3
    ]
    write_csv(out, list(_COLUMNS), _rows(dossier, told), tags=list(_COLUMNS.values()))
    rest = [one for one in dossier.tallies if one.used and one not in told]
    return left_out(rest, "HXL has no tag for them, or they have no number")


def _rows(dossier: Dossier, tallies: Sequence[Tally]) -> Iterator[dict[str, Any]]:
    for one in tallies:
        claims, place = dossier.claims_behind(one), dossier.place_of(one)
        harm = one.harm.capitalize()
        yield {
            "Side": one.side,
            "Role": one.role,
            "Part": one.part,
            f"{harm} low": one.low,
            f"{harm} best": one.best,
            f"{harm} high": one.high,
            "Scope": one.scope,
            "From": plain_date(one.from_),
            "Until": plain_date(one.until),
            "Place": one.place,
            "Latitude": place.lat if place else None,
            "Longitude": place.lon if place else None,
            "Sources": outlets(claims),
            "Address": first_url(claims),
            "Words": claims[0]["sentence"] if claims else None,
            "Label": one.label,
            "Origins at most": one.origins,
            "Figure": one.id,
        }
