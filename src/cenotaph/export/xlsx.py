"""An Excel workbook: what stands, the claims, the path of the dead, the reports, and a sheet that says what it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from cenotaph.export.dossier import Dossier
from cenotaph.export.events import outlets
from cenotaph.export.reckoning_rows import flat, tally_row
from cenotaph.export.rows import claim_rows
from cenotaph.export.tables import cell
from cenotaph.problems import Problem

# Excel's own limit of a cell.
_LONGEST = 32_767


def write_xlsx(dossier: Dossier, out: BinaryIO) -> Sequence[Problem]:
    """Every sheet has its header frozen."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    _sheet(book, "What stands", _figures(dossier))
    _sheet(book, "Claims", ({**row, "changes": None} for row in claim_rows(dossier)))
    _sheet(book, "Path of the dead", dossier.handlings)
    _sheet(book, "Reports", _pages(dossier))
    _sheet(book, "About", _about(dossier))
    book.save(out)
    return ()


def _sheet(book: Any, title: str, rows: Iterable[Mapping[str, Any]]) -> None:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    columns: list[str] = []
    for row in rows:
        if not columns:
            columns = list(row)
            sheet.append(columns)
        sheet.append([_cell(row[column]) for column in columns])


def _cell(value: Any) -> Any:
    """A value that Excel takes: no control characters, no formula, no more than a cell holds."""
    plain = cell(value)
    if not isinstance(plain, str):
        return plain
    return "".join(letter for letter in plain if letter >= " " or letter in "\n\t")[:_LONGEST]


_FIGURE = (
    "side",
    "role",
    "part",
    "harm",
    "scope",
    "place",
    "from",
    "until",
    "low",
    "best",
    "high",
    "label",
    "origins",
)


def _figures(dossier: Dossier) -> Iterator[dict[str, Any]]:
    for one in dossier.tallies:
        claims = dossier.claims_behind(one)
        row = flat(tally_row(one))
        yield {
            **{name: row[name] for name in _FIGURE},
            "sources": outlets(claims),
            "words": claims[0]["sentence"] if claims else None,
            "used": row["used"],
            "left_out": row["left_out"],
            "why": " ".join(one.why),
        }


def _pages(dossier: Dossier) -> Iterator[dict[str, Any]]:
    for page in dossier.pages.values():
        yield {
            "report": page.report,
            "published": page.published,
            "outlet": page.outlet,
            "title": page.title,
            "url": page.url,
            "source": page.source,
            "sha256": page.sha256,
        }


def _about(dossier: Dossier) -> Iterator[dict[str, Any]]:
    told = {
        "dossier": dossier.name,
        "made": dossier.made,
        "made with": f"Cenotaph {dossier.version}",
        "policy": dossier.policy,
        "withheld": dossier.protected,
        "read this first": "A row says what a report says, on whose word. It is no finding on what happened. Never add rows together.",
    }
    for name, value in told.items():
        yield {"what": name, "value": value}
