"""Which report is new, which was read before, and which one bears another's id."""

import sqlite3
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from cenotaph.ledger import Known, Store, report_key
from cenotaph.problems import Problem
from cenotaph.read import Document
from cenotaph.run.codes import notice

Item = Document | Problem


class Repeat(Struct, frozen=True):
    """A report that was read before and has nothing new: the id it goes by, where it was met again, its bytes."""

    id: str
    where: str
    size: int


Admitted = Document | Problem | Repeat


class Register(Protocol):
    """Decides what becomes of each document that was read."""

    def admit(self, items: Sequence[Item]) -> list[Admitted]:
        """The items in order: documents already dealt with are only named, those bearing another's id get one of
        their own and a problem that says so."""
        ...


class PassingRegister:
    """The register of one run without a ledger. It keeps two numbers a report, in a scratch file where they are many."""

    def __init__(self) -> None:
        # An unnamed SQLite database lies in memory until it is large, and is gone with its connection.
        self._raws = sqlite3.connect("", isolation_level=None)
        self._raws.execute("CREATE TABLE raw_of (name INTEGER PRIMARY KEY, raw INTEGER NOT NULL)")
        self._raws.execute("BEGIN")

    def admit(self, items: Sequence[Item]) -> list[Admitted]:
        """See Register."""
        admitted: list[Admitted] = []
        for item in items:
            if isinstance(item, Problem):
                admitted.append(item)
                continue
            if not self._differs(item):
                admitted.append(self._once(item))
                continue
            again = renamed(item)
            admitted += [same_id(item, again), self._once(again)]
        return admitted

    def _differs(self, document: Document) -> bool:
        """Whether another report with other bytes had the id before."""
        row = self._raws.execute(
            "SELECT raw FROM raw_of WHERE name = ?", (_short(document.report.id),)
        ).fetchone()
        return row is not None and row[0] != _short(document.raw.sha256)

    def _once(self, document: Document) -> Document | Repeat:
        name, raw = _short(document.report.id), _short(document.raw.sha256)
        new = self._raws.execute("INSERT OR IGNORE INTO raw_of VALUES (?, ?)", (name, raw)).rowcount
        return document if new else Repeat(document.report.id, document.raw.source, document.raw.size)


class LedgerRegister:
    """The register of a run into a ledger, which remembers what runs before it read.

    Between `admit` and `settle` a document is under way: known here, not yet in the ledger.
    """

    def __init__(self, store: Store, finder: str) -> None:
        self._store = store
        self._finder = finder
        self._under_way: dict[str, Known] = {}
        self._keys: dict[tuple[str, str], str] = {}
        self._names_under_way: dict[str, str] = {}

    def admit(self, items: Sequence[Item]) -> list[Admitted]:
        """See Register."""
        keys = [
            report_key(item.report, item.raw.sha256) if isinstance(item, Document) else "" for item in items
        ]
        known = self._store.known(key for key in keys if key) | self._under_way
        names = self._store.named(item.report.id for item in items if isinstance(item, Document))
        names |= self._names_under_way
        admitted: list[Admitted] = []
        for key, item in zip(keys, items, strict=True):
            if isinstance(item, Problem):
                admitted.append(item)
                continue
            decided = self._again(item, known[key]) if key in known else _new(item, names)
            for document in decided:
                if isinstance(document, Document):
                    known[key] = Known(document.report.id, document.raw.sha256, self._finder)
                    names.setdefault(document.report.id, document.raw.sha256)
                    self._under_way[key] = known[key]
                    self._keys[_name(document)] = key
                    self._names_under_way[document.report.id] = document.raw.sha256
            admitted += decided
        return admitted

    def key(self, document: Document) -> str:
        """The `report_key` of a document that was admitted and is not settled yet."""
        return self._keys[_name(document)]

    def settle(self, documents: Iterable[Document]) -> None:
        """These are in the ledger now."""
        for document in documents:
            del self._under_way[self._keys.pop(_name(document))]
            del self._names_under_way[document.report.id]

    def _again(self, document: Document, known: Known) -> list[Admitted]:
        """Bytes that were read before: only a newer finder has work to do on them."""
        decided: list[Admitted] = []
        if known.id not in (document.report.id, renamed(document).report.id):
            facts = {"id": known.id, "new": document.report.id}
            decided.append(notice("report.same-bytes", document.raw.source, report=known.id, **facts))
        if known.finder != self._finder:
            return [*decided, replace(document, report=replace(document.report, id=known.id))]
        return decided or [Repeat(known.id, document.raw.source, document.raw.size)]


def _name(document: Document) -> tuple[str, str]:
    return document.report.id, document.raw.sha256


def _new(document: Document, names: dict[str, str]) -> list[Admitted]:
    if names.get(document.report.id, document.raw.sha256) == document.raw.sha256:
        return [document]
    again = renamed(document)
    return [same_id(document, again), again]


def renamed(document: Document) -> Document:
    """The document under its id and the beginning of its bytes' SHA-256, for where another report has the id."""
    identity = f"{document.report.id}@{document.raw.sha256[:8]}"
    return replace(document, report=replace(document.report, id=identity))


def same_id(document: Document, again: Document) -> Problem:
    """Two reports under one id: the second is kept under another."""
    facts = {"id": document.report.id, "new": again.report.id}
    return notice("report.same-id", document.raw.source, report=again.report.id, **facts)


def _short(text: str) -> int:
    """60 bits of a hash: small to keep for every report of a run."""
    return int.from_bytes(sha256(text.encode("utf-8", "surrogatepass")).digest()[:8], "big") >> 4
