"""The table of formats. A new one is a row here and a section in docs/exports.md."""

from collections.abc import Callable, Sequence
from typing import BinaryIO

from msgspec import Struct

from cenotaph.export.acled import write_acled
from cenotaph.export.annotations import write_annotations
from cenotaph.export.dossier import Dossier
from cenotaph.export.ftm import write_ftm
from cenotaph.export.gdelt import write_gdelt
from cenotaph.export.geojson import write_geojson
from cenotaph.export.html import write_html
from cenotaph.export.hxl import write_hxl
from cenotaph.export.parquet import write_parquet
from cenotaph.export.prov import write_prov
from cenotaph.export.rows import write_jsonl, write_rows
from cenotaph.export.schema_org import write_schema_org
from cenotaph.export.ucdp import write_ucdp
from cenotaph.export.wacz import write_wacz
from cenotaph.export.xlsx import write_xlsx
from cenotaph.problems import Problem


class Export(Struct, frozen=True):
    """A format: its file's ending and media type, what it is in a few words, and how it is written.

    `policy` is the one whose figures it must have, None for the dossier's; `raw` if it holds the reports' raw bytes. What
    a format cannot carry comes back as problems.
    """

    ending: str
    media_type: str
    what: str
    write: Callable[[Dossier, BinaryIO], Sequence[Problem]]
    policy: str | None = None
    raw: bool = False


EXPORTS: dict[str, Export] = {
    "csv": Export(".csv", "text/csv", "claims, a row each", write_rows),
    "jsonl": Export(".jsonl", "application/x-ndjson", "claims, one a line", write_jsonl),
    "xlsx": Export(
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "a workbook: figures, claims, the path of the dead, reports",
        write_xlsx,
    ),
    "parquet": Export(".parquet", "application/vnd.apache.parquet", "claims for data frames", write_parquet),
    "html": Export(".html", "text/html", "the dossier as one page that needs no server", write_html),
    "hxl": Export(".hxl.csv", "text/csv", "figures with HXL tags", write_hxl),
    "ucdp": Export(".ucdp.csv", "text/csv", "attacks in UCDP GED's 49 columns", write_ucdp, policy="ucdp"),
    "acled": Export(".acled.csv", "text/csv", "attacks in ACLED's 31 columns", write_acled, policy="acled"),
    "gdelt": Export(".gdelt.csv", "text/csv", "GDELT's count strings, a line a report", write_gdelt),
    "geojson": Export(
        ".geojson", "application/geo+json", "claims as points, with their precision", write_geojson
    ),
    "ftm": Export(".ftm.json", "application/x-ndjson", "FollowTheMoney entities, one a line", write_ftm),
    "annotations": Export(
        ".annotations.jsonld",
        "application/ld+json",
        "a W3C Web Annotation for every claim",
        write_annotations,
    ),
    "schema-org": Export(
        ".schema.jsonld", "application/ld+json", "schema.org Claim and ClaimReview", write_schema_org
    ),
    "prov": Export(".prov.json", "application/json", "W3C PROV of every claim", write_prov),
    "wacz": Export(".wacz", "application/wacz", "the raw pages as a web archive", write_wacz, raw=True),
}
