"""Capturing: addresses → pages in an archive → the ledger."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from cenotaph.capture import Archive, Capture, Fetcher, Limits
from cenotaph.ledger import LedgerName
from cenotaph.problems import CenotaphError, Problem
from cenotaph.read import read_paths
from cenotaph.run.local import Outcome, file_into


class Fetched(Struct, frozen=True):
    """An answer that was archived, and the address that was asked for."""

    asked: str
    capture: Capture


def archive_name(now: datetime | None = None) -> str:
    """A file's name that sorts by time: capture-20220313T101500Z.warc.gz."""
    return f"capture-{(now or datetime.now(UTC)).strftime('%Y%m%dT%H%M%SZ')}.warc.gz"


def capture_into(
    archive: Path, urls: Iterable[str], *, limits: Limits | None = None, allow_private: bool = False
) -> Iterator[Fetched | Problem]:
    """Fetch pages and write their answers to a new archive, as they come. CenotaphError if there is such a file."""
    fetcher = Fetcher(limits, allow_private=allow_private)
    with closing(fetcher), _opened(archive) as out:
        writer = Archive(out, archive.name)
        for url in dict.fromkeys(urls):
            for answer in fetcher.fetch(url):
                if isinstance(answer, Problem):
                    yield answer
                else:
                    with _explained(archive):
                        writer.add(answer)
                    yield Fetched(url, answer)


def _opened(archive: Path) -> BinaryIO:
    """A new file: an archive is never written over."""
    try:
        with _explained(archive):
            return archive.open("xb")
    except FileExistsError as error:
        raise CenotaphError(
            f"{archive} exists already; name another file with --to, so that no evidence is lost."
        ) from error


@contextmanager
def _explained(archive: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        raise CenotaphError(
            f"{archive} could not be written ({error.strerror}); name another file with --to."
        ) from error


def file_archive(
    ledger: LedgerName, archive: Path, problems: Iterable[Problem] = (), *, jobs: int = 1
) -> Generator[Outcome]:
    """Read an archive into the ledger, with the problems of capturing it."""
    yield from file_into(ledger, chain(problems, read_paths([str(archive)])), jobs=jobs)
