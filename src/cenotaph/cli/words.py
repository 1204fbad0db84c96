"""The columns of the tables that list claims, handlings, reports and problems."""

from cenotaph.cli.tables import Column
from cenotaph.rows import Row, as_of, bounds, chain, in_words


def _text(value: object) -> str:
    return "" if value is None else f"{value:,}" if isinstance(value, int) else str(value)


def _how_many(row: Row) -> str:
    figure = bounds(row["low"], row["high"], approx=row["approx"])
    return figure if row["stance"] == "asserted" else f"{figure} ({row['stance']})"


MARKS = {"accepted": " ✓", "corrected": " ✎", "added": " +", "rejected": " ✗"}
"""What stands behind the id of a row that a person has judged."""

CLAIM_COLUMNS = (
    Column("id", lambda row: row["id"][:8] + MARKS.get(row["verdict"], ""), style="dim"),
    Column("report", lambda row: row["report"], most=22, least=130),
    Column("as of", as_of, least=76),
    Column("place", lambda row: row["place"] or "", most=14, least=66),
    Column("side", lambda row: row["side"] or "", most=12),
    Column("harm", lambda row: row["harm"]),
    Column("how many", _how_many, right=True, most=14),
    Column("on whose word", lambda row: chain(row["sources"]), ratio=2),
    Column("in these words", in_words, ratio=3, least=110),
)
HANDLING_COLUMNS = (
    Column("id", lambda row: row["id"][:8] + MARKS.get(row["verdict"], ""), style="dim"),
    Column("report", lambda row: row["report"], most=22, least=100),
    Column("cargo", lambda row: row["cargo"]),
    Column("action", lambda row: row["action"]),
    Column("where", lambda row: _route(row), ratio=3),
    Column("means", lambda row: ", ".join(row["means"]), most=12, least=80),
    Column("on whose word", lambda row: chain(row["sources"]), ratio=2),
    Column("in these words", lambda row: row["quote"], ratio=4, least=100),
)
REPORT_COLUMNS = (
    Column("report", lambda row: row["report"], most=24),
    Column("published", lambda row: (row["published"] or "")[:10]),
    Column("outlet", lambda row: row["outlet"] or "", most=16),
    Column("title", lambda row: row["title"] or "", ratio=3, least=100),
    Column("claims", lambda row: _text(row["claims"]), right=True),
    Column("handlings", lambda row: _text(row["handlings"]), right=True),
    Column("source", lambda row: row["source"], ratio=2),
)
PROBLEM_COLUMNS = (
    Column("code", lambda row: row["code"]),
    Column("lost", lambda row: "lost" if row["lost"] else ""),
    Column("what happened", lambda row: row["message"], ratio=1, lines=0),
)


def _route(row: Row) -> str:
    """The facility and the place, or from where to where."""
    at = ", ".join(part for part in (row["facility"], row["place"]) if part)
    if not (row["from_place"] or row["to_place"]):
        return at
    way = f"{row['from_place'] or '…'} → {row['to_place'] or '…'}"
    return f"{at}: {way}" if at else way
