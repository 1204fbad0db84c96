"""What a person sees while reports are read: a bar on a terminal, a line for each of the first problems."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from cenotaph.cli.tables import is_pipe
from cenotaph.problems import Problem
from cenotaph.run import Count, Outcome, Repeat, Result

_SPOKEN, _SPOKEN_OF_A_CODE = 20, 5
"""So many problems are named one by one, and so many of one kind; a ledger keeps them all."""


def watched(outcomes: Iterator[Outcome], paths: Sequence[str], count: Count) -> Iterator[Outcome]:
    """Pass the outcomes on, counting them and naming problems on standard error, under a progress bar if that is a
    terminal."""
    speaker = Speaker()
    with _bar(paths) as advance:
        for outcome in outcomes:
            speaker.name(count.add(outcome))
            advance(outcome, count)
            yield outcome
    speaker.finish()


class Speaker:
    """Names the first problems of each kind on standard error, and in the end counts the others."""

    def __init__(self) -> None:
        self._met: Counter[str] = Counter()
        self._left: Counter[str] = Counter()

    def name(self, problems: Iterable[Problem]) -> None:
        """Name those that are still among the first."""
        for problem in problems:
            spoken = self._met.total() - self._left.total()
            self._met[problem.code] += 1
            if spoken < _SPOKEN and self._met[problem.code] <= _SPOKEN_OF_A_CODE:
                print(f"cenotaph: {problem.message}", file=sys.stderr)
            else:
                self._left[problem.code] += 1

    def finish(self) -> None:
        """Count those that were not named, by their codes."""
        if self._left:
            kinds = ", ".join(f"{number:,} × {code}" for code, number in self._left.most_common())
            print(f"cenotaph: and {self._left.total():,} more problems ({kinds}).", file=sys.stderr)


class _Quiet:
    """No terminal, no bar."""

    def __call__(self, outcome: Outcome, count: Count) -> None:
        """Show nothing."""


class _Bar(_Quiet):
    """A bar over the bytes of the named files, with the counts so far, the reports a second and the time left."""

    def __init__(self, paths: Sequence[str]) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            Progress,
            SpinnerColumn,
            TaskProgressColumn,
            TextColumn,
            TimeRemainingColumn,
        )

        total = _bytes_in(paths)
        told = TextColumn("{task.description}")
        left = TimeRemainingColumn(compact=True)
        columns = (BarColumn(bar_width=16), TaskProgressColumn(), left, told) if total else (told,)
        # Rows are printed over the bar where they go to the terminal too; left to itself it would take them from a file.
        self.progress = Progress(
            SpinnerColumn(),
            *columns,
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=sys.stdout.isatty(),
        )
        self._task = self.progress.add_task("reading", total=total)
        self._began = monotonic()

    def __call__(self, outcome: Outcome, count: Count) -> None:
        """Move on by the bytes of one report."""
        rate = (count.reports + count.repeats) / max(monotonic() - self._began, 0.001)
        told = f"{count}, {rate:,.0f}/s"
        self.progress.update(self._task, advance=_bytes_of(outcome), description=told)


@contextmanager
def _bar(paths: Sequence[str]) -> Iterator[_Quiet]:
    if not sys.stderr.isatty() or is_pipe(sys.stdout):
        # A pager has the terminal to itself.
        yield _Quiet()
        return
    bar = _Bar(paths)
    with bar.progress:
        yield bar


@contextmanager
def tracing_bar() -> Iterator[Callable[[int], None]]:
    """Shows on a terminal how many reports have been traced, and how many a second."""
    if not sys.stderr.isatty():
        yield lambda reports: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    console = Console(stderr=True)
    with Progress(SpinnerColumn(), TextColumn("{task.description}"), console=console, transient=True) as bar:
        task, began, done = bar.add_task("tracing"), monotonic(), Counter[str]()

        def told(reports: int) -> None:
            done["reports"] += reports
            rate = done["reports"] / max(monotonic() - began, 0.001)
            bar.update(task, description=f"tracing: {done['reports']:,} reports, {rate:,.0f}/s")

        yield told


def _bytes_of(outcome: Outcome) -> int:
    """The bytes of a report, also of one that was read before, or of a file that gave none."""
    if isinstance(outcome, Result):
        return outcome.document.raw.size
    return outcome.size if isinstance(outcome, Repeat) else _size(Path(outcome.where))


def _bytes_in(paths: Sequence[str]) -> int | None:
    """The bytes of all files named or in the folders named; None where standard input is among them."""
    if "-" in paths:
        return None
    return sum(_size(Path(path)) for path in paths)


def _size(path: Path) -> int:
    if path.is_dir():
        return sum(_size(Path(folder, name)) for folder, _, names in os.walk(path) for name in names)
    return path.stat().st_size if path.is_file() else 0
