"""Lists by the page: reports and claims filtered, sorted and counted by the database, so that a long ledger costs no more
than what is shown of it."""

from typing import Generic, Literal, TypeVar

import msgspec
from msgspec import Struct

from cenotaph.ledger.columns import CLAIM_COLUMNS, claim_of
from cenotaph.ledger.database import marks
from cenotaph.ledger.filters import ClaimFilter, Condition, claim_condition, stands
from cenotaph.ledger.plain import plain
from cenotaph.ledger.query import Ledger
from cenotaph.model import Claim, Report

Item = TypeVar("Item")

ReportOrder = Literal["read", "published", "outlet", "title", "claims", "handlings", "problems"]
ClaimOrder = Literal["read", "low", "high", "harm", "side", "place", "until", "origin", "report"]


class Window(Struct, frozen=True):
    """Which rows of a list are wanted: `size` of them after the first `start`, in an order."""

    order: str = "read"
    descending: bool = False
    start: int = 0
    size: int = 100


class Listed(Struct, Generic[Item], frozen=True):
    """The rows of one window, and how many there are in all."""

    rows: list[Item]
    total: int


class ReportFilter(Struct, frozen=True, kw_only=True):
    """Conditions on a report; None asks nothing. `text` stands in its title, outlet or id, in either case; `from_` and
    `until` bound the date it was published."""

    text: str | None = None
    outlet: str | None = None
    from_: str | None = None
    until: str | None = None


class ReportLine(Struct, frozen=True):
    """A report in a list, without its text."""

    id: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    source: str
    claims: int
    handlings: int
    problems: int


_COUNTED = f"""SELECT r.id, r.published, r.outlet, r.title, r.url, r.source, r.seq,
(SELECT count(*) FROM claim AS c WHERE c.finding = f.seq AND {stands("c")}) AS claims,
(SELECT count(*) FROM handling AS h WHERE h.finding = f.seq AND {stands("h")}) AS handlings,
(SELECT count(*) FROM problem AS p WHERE p.finding = f.seq AND p.stands = 1) AS problems
FROM report AS r LEFT JOIN finding AS f ON f.report = r.seq AND f.superseded_by IS NULL
WHERE r.superseded_by IS NULL"""
_MATCHING = "SELECT count(*) FROM report AS r WHERE r.superseded_by IS NULL"
_STANDING = """FROM claim AS c JOIN finding AS f ON f.seq = c.finding JOIN report AS r ON r.seq = f.report
WHERE f.superseded_by IS NULL AND r.superseded_by IS NULL"""
_COLUMNS = ", ".join(f'c."{name}"' for name in CLAIM_COLUMNS)

_REPORT_ORDERS: dict[str, str] = {
    "read": "seq",
    "published": "coalesce(published, '')",
    "outlet": "lower(coalesce(outlet, ''))",
    "title": "lower(coalesce(title, ''))",
    "claims": "claims",
    "handlings": "handlings",
    "problems": "problems",
}
_CLAIM_ORDERS: dict[str, str] = {
    "read": "r.seq",
    "low": "coalesce(c.low, -1)",
    "high": "coalesce(c.high, 9223372036854775807)",
    "harm": "c.harm",
    "side": "coalesce(c.side, '')",
    "place": "lower(coalesce(c.place, ''))",
    "until": """coalesce(c.until, c."from", r.published, '')""",
    "origin": "lower(coalesce(c.origin, ''))",
    "report": "r.id",
}


def list_reports(book: Ledger, wanted: ReportFilter, window: Window) -> Listed[ReportLine]:
    """The standing reports that meet every condition, one window of them."""
    condition, values = _report_condition(wanted)
    total = int(book.select(f"{_MATCHING} {condition}", values)[0][0])
    order = _ordered(_REPORT_ORDERS, window, "seq")
    rows = book.select(
        f"SELECT * FROM ({_COUNTED} {condition}) AS listed ORDER BY {order} LIMIT ? OFFSET ?",
        [*values, window.size, window.start],
    )
    return Listed([ReportLine(*row[:6], *row[7:]) for row in rows], total)


def list_claims(book: Ledger, wanted: ClaimFilter, window: Window) -> Listed[tuple[Claim, Report]]:
    """The standing claims that meet every condition, one window of them; their reports come whole."""
    condition = _by_names(book, wanted)
    order = _ordered(_CLAIM_ORDERS, window, "r.seq, c.start, c.position")
    if wanted.text is not None:
        return _by_words(book, condition, order, wanted.text, window)
    total = int(book.select(f"SELECT count(*) {_STANDING} {condition.sql}", condition.values)[0][0])
    rows = book.select(
        f"SELECT r.seq, {_COLUMNS} {_STANDING} {condition.sql} ORDER BY {order} LIMIT ? OFFSET ?",
        [*condition.values, window.size, window.start],
    )
    return Listed([(claim_of(tuple(row[1:])), book.report(row[0])) for row in rows], total)


def _by_names(book: Ledger, wanted: ClaimFilter) -> Condition:
    """The filter as SQL. Names of sides and places are compared once for each that the ledger has, and not for each claim."""
    rest = claim_condition(msgspec.structs.replace(wanted, side=None, place=None))
    sql, values = [rest.sql], list(rest.values)
    if wanted.side is not None:
        sides = [side for (side,) in book.select("SELECT DISTINCT side FROM claim WHERE side IS NOT NULL")]
        meant = {side for side in sides if plain(side) == plain(wanted.side)} | set(wanted.sides)
        sql.append(f"AND c.side IN ({marks(len(meant))})")
        values += sorted(meant)
    if wanted.place is not None:
        known = book.select("SELECT DISTINCT place, place_key FROM claim WHERE place IS NOT NULL")
        named = [(name, key) for name, key in known if plain(name) == plain(wanted.place)]
        keys = {key for _, key in named if key} | set(wanted.place_keys)
        names = {name for name, _ in named}
        sql.append(f"AND (c.place IN ({marks(len(names))}) OR c.place_key IN ({marks(len(keys))}))")
        values += [*sorted(names), *sorted(keys)]
    return Condition(" ".join(sql), tuple(values))


def _by_words(
    book: Ledger, condition: Condition, order: str, text: str, window: Window
) -> Listed[tuple[Claim, Report]]:
    """Words of the claim's sentence are compared outside SQL: where each sentence stands is enough to find those that
    speak of them, and only a window of these is read whole."""
    words = plain(text) or ""
    texts = {
        seq: body
        for seq, body in book.select("SELECT r.seq, r.text FROM report AS r WHERE r.superseded_by IS NULL")
        if words in (plain(body) or "")
    }
    where = (
        'r.seq, c.finding, c.position, coalesce(c.sentence_start, c.start), coalesce(c.sentence_end, c."end")'
    )
    rows = book.select(f"SELECT {where} {_STANDING} {condition.sql} ORDER BY {order}", condition.values)
    found = [
        (seq, finding, position)
        for seq, finding, position, start, end in rows
        if seq in texts and words in (plain(texts[seq][start:end]) or "")
    ]
    one = f"SELECT {_COLUMNS} FROM claim AS c WHERE c.finding = ? AND c.position = ?"
    shown = found[window.start : window.start + window.size]
    claims = [(claim_of(book.select(one, (finding, at))[0]), book.report(seq)) for seq, finding, at in shown]
    return Listed(claims, len(found))


def _report_condition(wanted: ReportFilter) -> tuple[str, list[str | int | None]]:
    parts: list[str] = []
    values: list[str | int | None] = []
    if wanted.text:
        parts.append(
            "AND lower(coalesce(r.title, '') || ' ' || coalesce(r.outlet, '') || ' ' || r.id) LIKE ?"
        )
        values.append(f"%{wanted.text.lower()}%")
    for sql, value in (
        ("AND r.outlet = ?", wanted.outlet),
        ("AND r.published >= ?", wanted.from_),
        ("AND r.published <= ? || '~'", wanted.until),
    ):
        if value:
            parts.append(sql)
            values.append(value)
    return " ".join(parts), values


def _ordered(orders: dict[str, str], window: Window, then: str) -> str:
    direction = "DESC" if window.descending else "ASC"
    return f"{orders.get(window.order, then.partition(',')[0])} {direction}, {then}"
