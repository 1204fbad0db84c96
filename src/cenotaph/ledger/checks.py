"""Checks of what rows say of each other: bytes and their hash, quotes and the text they are quoted from."""

import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

import msgspec

from cenotaph.ledger.database import Connection
from cenotaph.ledger.verifying import Vouched

_QUOTED = {"claim": "quantity_text", "handling": "quote"}
Row = Mapping[str, Any]


def check_bytes(vouched: Vouched) -> str | None:
    """Whether the raw bytes of a report have the hash and the size under which they are kept."""
    for raw in vouched.rows.get("raw", ()):
        data = unpacked(raw["packing"], raw["body"])
        if data is None or (sha256(data).hexdigest(), len(data)) != (raw["sha256"], raw["size"]):
            return "does not hold: the raw bytes are not those that were hashed when the report was read"
    return None


def unpacked(packing: str, body: bytes) -> bytes | None:
    """The bytes as they were found, None where they cannot be unpacked."""
    try:
        return zlib.decompress(body) if packing == "zlib" else bytes(body)
    except zlib.error:
        return None


class SpanCheck:
    """Whether each claim and handling has its words where it says, and all its other spans lie in the text."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last = (0, "")

    def __call__(self, vouched: Vouched) -> str | None:
        """See `verifying.Check`."""
        for report in vouched.rows.get("report", ()):
            self._last = (report["seq"], report["text"])
        for table, column in _QUOTED.items():
            for row in vouched.rows.get(table, ()):
                if row["judgement"] is not None:
                    # What a person corrected or added need not be the words of the text, which may have changed since.
                    continue
                text = self._text(row["finding"])
                if text[row["start"] : row["end"]] != row[column]:
                    return (
                        f"does not hold: the {table} {row['id']} does not stand in its report where it says"
                    )
                if any(not 0 <= start <= end <= len(text) for start, end in _spans(row)):
                    return f"does not hold: a span of the {table} {row['id']} leads out of its report"
        return None

    def _text(self, finding: int) -> str:
        sql = "SELECT r.seq FROM finding AS f JOIN report AS r ON r.seq = f.report WHERE f.seq = ?"
        report = self._connection.rows(sql, (finding,))[0][0]
        if self._last[0] != report:
            self._last = (
                report,
                self._connection.rows("SELECT text FROM report WHERE seq = ?", (report,))[0][0],
            )
        return self._last[1]


def _spans(row: Row) -> Iterator[tuple[int, int]]:
    if row["sentence_start"] is not None:
        yield row["sentence_start"], row["sentence_end"]
    for _, span in msgspec.json.decode(row.get("evidence") or "[]"):
        yield span["start"], span["end"]
