"""A bar on a terminal over work of which the number of steps is known."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from cenotaph.cli.tables import is_pipe

Advance = Callable[[int, int], None]
"""Takes how many steps are done, and out of how many."""


@contextmanager
def counted(what: str) -> Iterator[Advance]:
    """A bar on standard error while the work goes on; nothing where that is no terminal."""
    if not sys.stderr.isatty() or is_pipe(sys.stdout):
        yield lambda done, of: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn(), TimeRemainingColumn(compact=True))
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)
