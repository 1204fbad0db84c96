"""A dossier as one HTML file that needs no server and runs no script: figures, the claims behind them, their sentences."""

from collections.abc import Sequence
from typing import BinaryIO

from cenotaph.export.dossier import Dossier
from cenotaph.problems import Problem
from cenotaph.rows import as_of, bounds, chain


def write_html(dossier: Dossier, out: BinaryIO) -> Sequence[Problem]:
    """Every number leads to the sentences behind it, every sentence to its report."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    pages = Environment(
        loader=PackageLoader("cenotaph.export", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters |= {"as_of": as_of, "chain": chain}
    by_report: dict[str, list[str]] = {report: [] for report in dossier.pages}
    for id_, claim in dossier.claims.items():
        by_report[claim["report"]].append(id_)
    told = pages.get_template("dossier.html.jinja").render(
        dossier=dossier, by_report=by_report, bounds=bounds
    )
    out.write(told.encode())
    return ()
