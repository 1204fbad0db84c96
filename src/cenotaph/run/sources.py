"""The source register of a ledger: whom its reports credit, under which names, and for how many claims."""

from collections.abc import Iterator
from contextlib import closing
from typing import TypedDict

import msgspec

from cenotaph.ledger import LedgerName, TraceTables
from cenotaph.ledger.connection import open_to_read
from cenotaph.run.catching_up import catch_up
from cenotaph.run.sides import sides_of
from cenotaph.trace import RegisterEntry, SourceKind, SourceRef, house_of, shipped_name
from cenotaph.trace.credits import Credits


class SourceRow(TypedDict):
    """One source: the name shown, what it is and whose, the house it belongs to or speaks for, the names that reports
    gave it, how many claims have it as their origin, and the reports that an unnamed one stands in."""

    name: str
    kind: str
    side: str | None
    house: str | None
    named: bool
    protected: bool
    shipped: bool
    names: list[str]
    claims: int
    report: str | None


def sources(
    ledger: LedgerName,
    *,
    kind: SourceKind | None = None,
    side: str | None = None,
    name: str | None = None,
    named: bool | None = None,
    protected: bool | None = None,
) -> list[SourceRow]:
    """The sources of a ledger that meet every condition given, those of most claims first; `name` is a part of a name.

    People without a name are an entry for each report that they stand in.
    """
    catch_up(ledger)
    with closing(open_to_read(ledger)) as connection:
        tables = TraceTables(connection)
        counts = tables.counts_of_origins()
        rows = [_row(entry, counts, None) for entry in _named(tables)] if named is not False else []
        if named is not True:
            rows += [_row(RegisterEntry(one), counts, report) for report, one in _unnamed(tables)]
    wanted = [row for row in rows if _meets(row, kind, side, name, protected)]
    return sorted(wanted, key=lambda row: (-row["claims"], row["name"], row["kind"], row["report"] or ""))


def _named(tables: TraceTables) -> Iterator[RegisterEntry]:
    decoder = msgspec.msgpack.Decoder(RegisterEntry)
    return (decoder.decode(body) for _, body in tables.all("source"))


def _unnamed(tables: TraceTables) -> Iterator[tuple[str, SourceRef]]:
    decoder = msgspec.msgpack.Decoder(Credits)
    for report, body in tables.all("credits"):
        found = decoder.decode(body)
        credits = (*found.credits, *found.of_claims.values())
        people = (one for credit in credits for one in (*credit.described, *credit.named) if not one.named)
        yield from ((report, one) for one in dict.fromkeys(people))


def _row(entry: RegisterEntry, counts: dict[str, int], report: str | None) -> SourceRow:
    source = entry.source
    return {
        "name": source.name,
        "kind": source.kind,
        "side": source.side,
        "house": house_of(source).name if source.house else None,
        "named": source.named,
        "protected": source.protected,
        "shipped": source.named and shipped_name(source.name) is not None,
        "names": list(entry.names),
        "claims": counts.get(source.key, 0),
        "report": report,
    }


def _meets(
    row: SourceRow, kind: SourceKind | None, side: str | None, name: str | None, protected: bool | None
) -> bool:
    wanted = (name or "").casefold()
    return (
        kind in (None, row["kind"])
        and (side is None or row["side"] in (side, *sides_of(side)))
        and any(wanted in one.casefold() for one in (row["name"], *row["names"]))
        and protected in (None, row["protected"])
    )
