"""What a person sees while reports are read: a bar on a terminal, a line for each problem."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from cenotaph.problems import Problem
from cenotaph.run import Outcome, Repeat, Result, is_lost

_SPOKEN = 20
"""So many problems are named one by one; a ledger keeps them all."""


class Count:
    """Counts what goes by and names problems on standard error."""

    def __init__(self) -> None:
        self.reports = self.claims = self.handlings = self.repeats = self.problems = self.lost = 0

    def __str__(self) -> str:
        return f"{self.reports:,} reports, {self.claims:,} claims, {self.handlings:,} handlings"

    def add(self, outcome: Outcome) -> None:
        """Count one outcome and say aloud what is a problem."""
        if isinstance(outcome, Problem):
            self._problem(outcome)
        elif isinstance(outcome, Repeat):
            self.repeats += 1
        else:
            self.reports += 1
            self.claims += len(outcome.found.claims)
            self.handlings += len(outcome.found.handlings)
            for problem in outcome.found.problems:
                self._problem(problem)

    def close(self) -> None:
        """Say how many problems were not named."""
        if self.problems > _SPOKEN:
            click.echo(f"cenotaph: and {self.problems - _SPOKEN:,} more problems.", err=True)

    def _problem(self, problem: Problem) -> None:
        self.problems += 1
        self.lost += is_lost(problem)
        if self.problems <= _SPOKEN:
            click.echo(f"cenotaph: {problem.message}", err=True)


def watched(outcomes: Iterator[Outcome], paths: Sequence[str], count: Count) -> Iterator[Outcome]:
    """Pass the outcomes on, counting them, under a progress bar if standard error is a terminal."""
    with _bar(paths) as advance:
        for outcome in outcomes:
            count.add(outcome)
            advance(outcome, count)
            yield outcome
    count.close()


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
