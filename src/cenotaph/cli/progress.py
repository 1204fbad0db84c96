"""What a person sees while reports are read: a bar on a terminal, a line for each problem."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from cenotaph.run import Count, Outcome, Result

_SPOKEN = 20
"""So many problems are named one by one; a ledger keeps them all."""


def watched(outcomes: Iterator[Outcome], paths: Sequence[str], count: Count) -> Iterator[Outcome]:
    """Pass the outcomes on, counting them and naming problems on standard error, under a progress bar if that is a
    terminal."""
    with _bar(paths) as advance:
        for outcome in outcomes:
            before = count.problems
            for problem in count.add(outcome)[: max(0, _SPOKEN - before)]:
                click.echo(f"cenotaph: {problem.message}", err=True)
            advance(outcome, count)
            yield outcome
    if count.problems > _SPOKEN:
        click.echo(f"cenotaph: and {count.problems - _SPOKEN:,} more problems.", err=True)


class _Quiet:
    """No terminal, no bar."""

    def __call__(self, outcome: Outcome, count: Count) -> None:
        """Show nothing."""


class _Bar(_Quiet):
    """A bar over the bytes of the named files, with the counts so far."""

    def __init__(self, paths: Sequence[str]) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self.progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self.progress.add_task("reading", total=_bytes_in(paths))

    def __call__(self, outcome: Outcome, count: Count) -> None:
        """Move on by the bytes of one report."""
        size = outcome.document.raw.size if isinstance(outcome, Result) else 0
        self.progress.update(self._task, advance=size, description=str(count))


@contextmanager
def _bar(paths: Sequence[str]) -> Iterator[_Quiet]:
    if not sys.stderr.isatty():
        yield _Quiet()
        return
    bar = _Bar(paths)
    with bar.progress:
        yield bar


def _bytes_in(paths: Sequence[str]) -> int | None:
    """The bytes of all files named or in the folders named; None where standard input is among them."""
    if "-" in paths:
        return None
    return sum(_size(Path(path)) for path in paths)


def _size(path: Path) -> int:
    if path.is_dir():
        return sum(_size(Path(folder, name)) for folder, _, names in os.walk(path) for name in names)
    return path.stat().st_size if path.is_file() else 0
