"""How values are put to a person: bounds, dates, chains of sources."""

from cenotaph.cli.tables import Column
from cenotaph.rows import Row


def bounds(low: int | None, high: int | None, *, approx: bool = False) -> str:
    """Bounds as people write them: "2,500+", "up to 40", "7,000–15,000", "~2,500"; "?" where nothing bounds them."""
    about = "~" if approx else ""
    if low is None:
        return "?" if high is None else f"up to {about}{high:,}"
    if high is None:
        return f"{about}{low:,}+"
    return f"{about}{low:,}" if low == high else f"{about}{low:,}–{high:,}"


def chain(sources: list[str]) -> str:
    """The sources from the origin outward; a dash where the report speaks in its own voice."""
    return " → ".join(sources) or "–"


def as_of(row: Row) -> str:
    """The claim's dates, or its report's date in brackets where it has none."""
    start, end = row["from"], row["until"]
    if start and end and start != end:
        return f"{start} – {end}"
    return end or start or (f"({row['published'][:10]})" if row["published"] else "")


def _text(value: object) -> str:
    return "" if value is None else f"{value:,}" if isinstance(value, int) else str(value)


def _how_many(row: Row) -> str:
    figure = bounds(row["low"], row["high"], approx=row["approx"])
    return figure if row["stance"] == "asserted" else f"{figure} ({row['stance']})"


CLAIM_COLUMNS = (
    Column("id", lambda row: row["id"][:8], style="dim"),
    Column("report", lambda row: row["report"], ratio=2, least=100),
    Column("as of", as_of),
    Column("place", lambda row: row["place"] or "", ratio=2),
    Column("side", lambda row: row["side"] or "", ratio=2),
    Column("harm", lambda row: row["harm"]),
    Column("how many", _how_many, right=True),
    Column("of whom", lambda row: row["victims_text"] or ", ".join(row["names"]), ratio=3, least=120),
    Column("on whose word", lambda row: chain(row["sources"]), ratio=4),
)
HANDLING_COLUMNS = (
    Column("id", lambda row: row["id"][:8], style="dim"),
    Column("report", lambda row: row["report"], ratio=2),
    Column("cargo", lambda row: row["cargo"]),
    Column("action", lambda row: row["action"]),
    Column("where", lambda row: _route(row), ratio=4),
    Column("means", lambda row: ", ".join(row["means"]), ratio=2, least=100),
    Column("in these words", lambda row: row["quote"], ratio=6, least=120),
    Column("on whose word", lambda row: chain(row["sources"]), ratio=3),
)
REPORT_COLUMNS = (
    Column("report", lambda row: row["report"], ratio=2),
    Column("published", lambda row: (row["published"] or "")[:10]),
    Column("outlet", lambda row: row["outlet"] or "", ratio=2),
    Column("title", lambda row: row["title"] or "", ratio=4, least=100),
    Column("claims", lambda row: _text(row["claims"]), right=True),
    Column("handlings", lambda row: _text(row["handlings"]), right=True),
    Column("source", lambda row: row["source"], ratio=3),
)
PROBLEM_COLUMNS = (
    Column("code", lambda row: row["code"]),
    Column("lost", lambda row: "lost" if row["lost"] else ""),
    Column("what happened", lambda row: row["message"], ratio=1),
)


def _route(row: Row) -> str:
    """The facility and the place, or from where to where."""
    at = ", ".join(part for part in (row["facility"], row["place"]) if part)
    if not (row["from_place"] or row["to_place"]):
        return at
    way = f"{row['from_place'] or '…'} → {row['to_place'] or '…'}"
    return f"{at}: {way}" if at else way
