"""What `cenotaph sources` prints."""

from cenotaph.cli.output import print_rows
from cenotaph.cli.tables import Column
from cenotaph.ledger import LedgerName
from cenotaph.run.sources import sources
from cenotaph.trace import SourceKind

_COLUMNS = (
    Column("source", lambda row: row["name"], ratio=4),
    Column("kind", lambda row: row["kind"]),
    Column("side", lambda row: row["side"] or "–"),
    Column("house", lambda row: row["house"] or "", ratio=2, least=100),
    Column("is", lambda row: _state(row["named"], row["protected"])),
    Column("claims", lambda row: f"{row['claims']:,}", right=True),
    Column("names", lambda row: row["report"] or "; ".join(row["names"]), ratio=5, least=100),
)


def print_sources(
    ledger: LedgerName,
    *,
    kind: SourceKind | None,
    side: str | None,
    name: str | None,
    named: bool | None,
    protected: bool | None,
    limit: int | None,
    format_: str,
) -> int:
    """Print the sources that meet the conditions."""
    rows = sources(ledger, kind=kind, side=side, name=name, named=named, protected=protected)
    shown = rows if limit is None else rows[:limit]
    print_rows(iter(shown), format_=format_, columns=_COLUMNS, empty="There are no such sources.")
    return 0


def _state(named: bool, protected: bool) -> str:
    return "protected" if protected else "named" if named else "unnamed"
