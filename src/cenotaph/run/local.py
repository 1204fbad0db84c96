"""One machine: paths → read → find → a stream of results, or a ledger."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from time import monotonic
from typing import BinaryIO

import msgspec
from msgspec import Struct

from cenotaph.find import Found
from cenotaph.ledger import Filing, LedgerName, Met, Raw, Store
from cenotaph.model import Report
from cenotaph.problems import Problem
from cenotaph.read import Document, read_paths
from cenotaph.rows import ClaimRow, HandlingRow, claim_row, handling_row
from cenotaph.run.finder import find_safely, finder_version
from cenotaph.run.places import place_of
from cenotaph.run.pool import found_in
from cenotaph.run.register import Admitted, Item, LedgerRegister, PassingRegister, Register, Repeat

_BATCH_REPORTS = 64
_BATCH_CHARACTERS = 2_000_000
_BATCH_SECONDS = 1.0
"""A batch is one transaction: large enough to be fast, small enough that a killed run has little to do again."""


class Result(Struct, frozen=True):
    """A report that was read, and what was found in it."""

    document: Document
    found: Found

    def claim_rows(self) -> list[ClaimRow]:
        """The claims as flat rows."""
        return [claim_row(claim, self.document.report, place_of(claim)) for claim in self.found.claims]

    def handling_rows(self) -> list[HandlingRow]:
        """The handlings as flat rows."""
        return [handling_row(handling, self.document.report) for handling in self.found.handlings]


Outcome = Result | Problem | Repeat
"""What comes of one report, or of something that is none."""


def find_reports(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
    jobs: int = 1,
) -> Iterator[Outcome]:
    """Read and find, one report after another, in the order of `paths` whatever the number of `jobs`.

    `columns` names the columns of tables by what they hold, see `read_paths`.
    """
    for batch in _results(read_paths(paths, stdin, columns=columns), PassingRegister(), jobs=jobs):
        yield from batch


def read_into(
    ledger: LedgerName,
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
    jobs: int = 1,
) -> Generator[Outcome]:
    """Read, find and file in the ledger, see `find_reports` and `file_into`."""
    yield from file_into(ledger, read_paths(paths, stdin, columns=columns), jobs=jobs)


def file_into(
    ledger: LedgerName,
    items: Iterator[Item],
    *,
    jobs: int = 1,
    find: Callable[[Report], Found] = find_safely,
) -> Generator[Outcome]:
    """Find in documents and file them in the ledger; what is yielded has been filed. Reports filed before are not done
    again. `find` gives what is found in a report, with one job.

    Stopped at any point, the ledger holds whole batches of reports; run again, it goes on from there.
    LedgerError if the ledger cannot be opened or written.
    """
    finder = finder_version()
    with Store(ledger) as store:
        register = LedgerRegister(store, finder)
        for batch in _results(items, register, jobs=jobs, find=find):
            while batch:
                crossed = _file(store, register, batch, finder)
                yield from (one for one in batch if not (isinstance(one, Result) and one.document in crossed))
                # Another writer was quicker with a name: these reports get another one, and are looked at again.
                batch = [o for b in _results(iter(crossed), register, jobs=1) for o in b] if crossed else []
        store.finish()


def _file(store: Store, register: LedgerRegister, batch: Sequence[Outcome], finder: str) -> list[Document]:
    """File a batch; the documents that were left out."""
    items = [_item(one, register) for one in batch]
    crossed = {(one.report.id, one.key) for one in store.file(items, finder)}
    done = [one.document for one in batch if isinstance(one, Result)]
    left = [one for one in done if (one.report.id, register.key(one)) in crossed]
    register.settle(done)
    return left


def _item(outcome: Outcome, register: LedgerRegister) -> Filing | Problem | Met:
    if isinstance(outcome, Result):
        return _filing(outcome, register.key(outcome.document))
    return Met(outcome.where) if isinstance(outcome, Repeat) else outcome


def _results(
    items: Iterator[Item],
    register: Register,
    *,
    jobs: int,
    find: Callable[[Report], Found] = find_safely,
) -> Iterator[list[Outcome]]:
    admitted = (register.admit(batch) for batch in _batches(items))
    with closing(found_in(admitted, _reports, jobs=jobs, find=find)) as found:
        for batch, findings in found:
            yield _joined(batch, findings)


def _reports(batch: Sequence[Admitted]) -> list[Report]:
    return [item.report for item in batch if isinstance(item, Document)]


def _joined(batch: Sequence[Admitted], findings: Iterable[Found]) -> list[Outcome]:
    following = iter(findings)
    return [Result(item, next(following)) if isinstance(item, Document) else item for item in batch]


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    characters, began = 0, monotonic()
    for item in items:
        batch.append(item)
        characters += len(item.report.text) if isinstance(item, Document) else 0
        full = len(batch) >= _BATCH_REPORTS or characters >= _BATCH_CHARACTERS
        if full or monotonic() - began >= _BATCH_SECONDS:
            yield batch
            batch, characters, began = [], 0, monotonic()
    if batch:
        yield batch


def _filing(result: Result, key: str) -> Filing:
    document, found = result.document, result.found
    raw = document.raw
    kept = Raw(
        raw.sha256,
        raw.data,
        raw.source,
        raw.media_type,
        raw.encoding,
        raw.reader,
        msgspec.msgpack.encode(document.offsets),
    )
    places = {place.key: place for place in map(place_of, found.claims) if place}
    return Filing(
        key, document.report, kept, found.claims, found.handlings, found.problems, tuple(places.values())
    )
