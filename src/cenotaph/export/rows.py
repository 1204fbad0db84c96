"""The rows themselves: claims as CSV and JSON lines, with the origin that tracing found."""

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

import msgspec

from cenotaph.export.dossier import Dossier
from cenotaph.export.tables import write_csv
from cenotaph.problems import Problem


def write_jsonl(dossier: Dossier, out: BinaryIO) -> Sequence[Problem]:
    """One claim a line, with the fields of the codebook and its testimony and origin."""
    out.writelines(msgspec.json.encode(row) + b"\n" for row in claim_rows(dossier))
    return ()


def write_rows(dossier: Dossier, out: BinaryIO) -> Sequence[Problem]:
    """The same as CSV."""
    rows = list(claim_rows(dossier))
    columns = [name for name in rows[0] if name != "changes"] if rows else []
    write_csv(out, columns, rows)
    return ()


def claim_rows(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """Claims with the testimony and origin behind them."""
    for id_, claim in dossier.claims.items():
        origin = dossier.origins.get(id_)
        yield {
            **claim,
            "testimony": origin.testimony if origin else None,
            "origin": origin.name if origin else None,
        }
