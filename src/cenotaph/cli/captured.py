"""What `cenotaph capture` does: pages into an archive, and the archive into the ledger."""

import sys
from pathlib import Path
from typing import BinaryIO

import click
from msgspec import Struct

from cenotaph.capture import Limits
from cenotaph.cli.progress import Speaker, watched
from cenotaph.cli.summary import print_summary
from cenotaph.ledger import LedgerName
from cenotaph.problems import Problem
from cenotaph.run import Count
from cenotaph.run.capturing import archive_name, capture_into, file_archive

_MIB = 1 << 20


class Wanted(Struct, frozen=True):
    """What to fetch, where to, and what it may cost: MiB and seconds a page."""

    urls: tuple[str, ...]
    listed: BinaryIO | None
    archive: Path | None
    max_size: int
    max_time: float
    allow_private: bool

    def addresses(self) -> list[str]:
        """Those named and those of the list, without empty lines and comments."""
        lines = [line.decode("utf-8", "replace").strip() for line in self.listed or ()]
        return [*self.urls, *(line for line in lines if line and not line.startswith("#"))]


def capture_and_read(wanted: Wanted, ledger: LedgerName | None, *, format_: str) -> int:
    """Fetch, archive and file; the exit code is 1 if some page could not be had or read."""
    addresses = wanted.addresses()
    if not addresses:
        raise click.UsageError("Name at least one address, or a file of them with --list.")
    archive = wanted.archive or Path(archive_name())
    problems = _capture(wanted, addresses, archive)
    if ledger is None:
        Speaker().name(problems)
        return 1 if problems else 0
    count = Count()
    for _ in watched(file_archive(ledger, archive, problems), [str(archive)], count):
        pass
    print_summary(ledger, count, format_=format_)
    return 1 if count.lost else 0


def _capture(wanted: Wanted, addresses: list[str], archive: Path) -> list[Problem]:
    """Fetch page after page, naming each answer on standard error; what went wrong is told with what reading met."""
    problems: list[Problem] = []
    limits = Limits(size=wanted.max_size * _MIB, seconds=wanted.max_time)
    for found in capture_into(archive, addresses, limits=limits, allow_private=wanted.allow_private):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            one = found.capture
            print(f"{one.status} {len(one.body):,} bytes {one.url}", file=sys.stderr)
    print(f"Archived in {archive}.", file=sys.stderr)
    return problems
