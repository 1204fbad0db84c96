"""What tracing remembers beside a ledger: the index of echoes, the echoes, and whom each report credits.

It is all worked out from the ledger: whoever deletes it loses only time. Where the finder's rules changed, or a report
it knew no longer stands in the ledger, it starts anew.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Self

import msgspec
from msgspec import Struct

from cenotaph.ledger import LedgerName, is_url
from cenotaph.model import Citation, Claim, Report, Span
from cenotaph.trace import Echo, EchoIndex, Reading

_TABLES = """
CREATE TABLE IF NOT EXISTS made (finder TEXT NOT NULL, indexes INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS reading (seq INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS echo (seq INTEGER PRIMARY KEY, body BLOB NOT NULL);
"""


class _Kept(Struct, frozen=True):
    """Whom a report credits and where its sentences stand."""

    citations: tuple[Citation, ...]
    sentences: tuple[Span, ...]


class TraceMemory:
    """The folder `LEDGER-trace` beside a ledger, or in the user's cache for one in PostgreSQL."""

    def __init__(self, ledger: LedgerName, finder: str) -> None:
        self._folder = _folder_of(ledger)
        self._finder = finder
        self._indexes = 0
        self._open()
        if not self._is_sound():
            self._start_anew()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def unknown(self, reports: Sequence[Report]) -> list[Report]:
        """The reports that are not remembered yet, in order."""
        digests = {_digest(report): report for report in reports}
        known = {row[0] for row in self._connection.execute("SELECT digest FROM reading")}
        if not known <= digests.keys():
            self._start_anew()
            known = set()
        return [report for digest, report in digests.items() if digest not in known]

    def add(self, readings: Sequence[Reading]) -> None:
        """Compare new reports with each other and with those remembered, and remember them.

        The index goes into a folder of its own, which counts once the tables name it: stopped at any point, either all
        of it is remembered or nothing.
        """
        if not readings:
            return
        index = EchoIndex.load(self._index()) if self._indexes else EchoIndex()
        found = index.add_all(reading.report for reading in readings)
        before = self._index()
        self._indexes += 1
        shutil.rmtree(self._index(), ignore_errors=True)
        index.save(self._index())
        with self._connection as run:
            run.execute("UPDATE made SET indexes = ?", (self._indexes,))
            run.executemany("INSERT INTO echo (body) VALUES (?)", map(_packed, found))
            run.executemany("INSERT INTO reading (digest, body) VALUES (?, ?)", map(_kept, readings))
        shutil.rmtree(before, ignore_errors=True)

    def readings(self, reports: Iterable[Report], claims: Mapping[str, Sequence[Claim]]) -> list[Reading]:
        """The readings of remembered reports, with the claims that the ledger has of them."""
        decoder = msgspec.msgpack.Decoder(_Kept)
        kept = {row[0]: row[1] for row in self._connection.execute("SELECT digest, body FROM reading")}
        bodies = ((report, decoder.decode(kept[_digest(report)])) for report in reports)
        return [
            Reading(report, tuple(claims.get(report.id, ())), body.citations, body.sentences)
            for report, body in bodies
        ]

    def echoes(self) -> list[Echo]:
        """Every echo that was found, in the order of finding."""
        decoder = msgspec.msgpack.Decoder(Echo)
        return [
            decoder.decode(body) for (body,) in self._connection.execute("SELECT body FROM echo ORDER BY seq")
        ]

    def _index(self) -> Path:
        return self._folder / f"index-{self._indexes}"

    def _open(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(self._folder / "memory.sqlite")
        self._connection.executescript(_TABLES)

    def _is_sound(self) -> bool:
        """Whether it was made by the same rules and has its index."""
        finder, self._indexes = self._connection.execute("SELECT finder, indexes FROM made").fetchone() or (
            "",
            0,
        )
        return finder == self._finder and (
            self._indexes == 0 or (self._index() / "contents.msgpack").is_file()
        )

    def _start_anew(self) -> None:
        with closing(self._connection):
            shutil.rmtree(self._folder)
        self._open()
        self._indexes = 0
        with self._connection as run:
            run.execute("INSERT INTO made VALUES (?, 0)", (self._finder,))


def _folder_of(ledger: LedgerName) -> Path:
    if not is_url(ledger):
        return Path(ledger).with_name(f"{Path(ledger).name}-trace")
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return caches / "cenotaph" / f"{sha256(str(ledger).encode()).hexdigest()[:16]}-trace"


def _packed(echo: Echo) -> tuple[bytes]:
    return (msgspec.msgpack.encode(echo),)


def _kept(reading: Reading) -> tuple[str, bytes]:
    return _digest(reading.report), msgspec.msgpack.encode(_Kept(reading.citations, reading.sentences))


def _digest(report: Report) -> str:
    return sha256(msgspec.json.encode(report)).hexdigest()
