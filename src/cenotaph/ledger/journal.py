"""The journal: every change of a ledger as an entry of a hash chain.

The hash of an entry is the SHA-256 of the hash before it (64 hexadecimal digits; zeros before the first) followed by the
entry as canonical JSON: `[seq,"at","kind","subject",body]`, without blanks, the body's keys in order, UTF-8. So nobody
can change, leave out, add or reorder an entry without changing every hash after it. The database refuses changes of
the table (`KEEP journal`).

    with connection.transaction():
        ...                                              # the change itself
        journal.append(connection, "export", "march.csv", {"rows": 120, "sha256": digest})
"""

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import msgspec
from msgspec import Struct

from cenotaph.ledger.database import Connection

START = "0" * 64
"""What stands before the first entry."""

Body = Mapping[str, Any]
"""What an entry says: texts, numbers, lists and mappings of them. Entries of evidence name rows (see `evidence`)."""

ADD = "INSERT INTO journal (seq, at, kind, subject, body, hash) VALUES (?, ?, ?, ?, ?, ?)"
"""Adds an entry, its fields in order."""


class Event(Struct, frozen=True):
    """What an entry is about: what kind of change, of what, and what is said of it."""

    kind: str
    subject: str
    body: Body


class Head(Struct, frozen=True):
    """The last entry of a chain: its number (0 where there is none yet) and its hash."""

    seq: int
    hash: str


class Entry(Struct, frozen=True):
    """A row of the journal. `body` is its canonical JSON."""

    seq: int
    at: str
    kind: str
    subject: str
    body: str
    hash: str

    def expected_hash(self, before: str) -> str:
        """The hash that this entry must have behind one with the hash `before`."""
        return _hash(before, self.seq, self.at, self.kind, self.subject, self.body)


def append(connection: Connection, kind: str, subject: str, body: Body) -> int:
    """Add an entry within the transaction that makes the change; its number.

    Where the variable CENOTAPH_BY says who works, the body says it too, as `by`.
    """
    return append_all(connection, [Event(kind, subject, body)])


def append_all(connection: Connection, events: Sequence[Event]) -> int:
    """Add entries in order, see `append`; the number of the last one."""
    last, at, by = head(connection), now(), os.environ.get("CENOTAPH_BY")
    rows, before = [], last.hash
    for seq, event in enumerate(events, start=last.seq + 1):
        body = canonical({"by": by, **event.body} if by else event.body)
        before = _hash(before, seq, at, event.kind, event.subject, body)
        rows.append((seq, at, event.kind, event.subject, body, before))
    connection.many(ADD, rows)
    return last.seq + len(rows)


def head(connection: Connection) -> Head:
    """Where the chain ends."""
    rows = connection.rows("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
    return Head(*rows[0]) if rows else Head(0, START)


def canonical(value: Any) -> str:
    """The one way to write a value as JSON: keys in order, no blanks."""
    return msgspec.json.encode(value, order="deterministic").decode()


def now() -> str:
    """The time in UTC, to the second. SOURCE_DATE_EPOCH sets it, for ledgers that must come out the same twice."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(fixed), UTC) if fixed else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _hash(before: str, seq: int, at: str, kind: str, subject: str, body: str) -> str:
    fields = msgspec.json.encode((seq, at, kind, subject, msgspec.Raw(body.encode())))
    return sha256(before.encode() + fields).hexdigest()
