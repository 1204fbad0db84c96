"""What `cenotaph read` does: reports into the ledger, then a summary of what it holds."""

import sys
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path

from cenotaph.cli.progress import tracing_bar, watched
from cenotaph.cli.summary import print_summary
from cenotaph.ledger import LedgerName, is_url
from cenotaph.problems import CenotaphError
from cenotaph.run import Count, Outcome, read_into
from cenotaph.run.catching_up import catch_up
from cenotaph.run.standing import keep_standing


def file_and_summarise(
    paths: Sequence[str],
    ledger: LedgerName,
    *,
    columns: Mapping[str, str] | None,
    format_: str,
    jobs: int,
    trace: bool,
    spark: str | None,
    work: Path | None,
) -> int:
    """File every report, trace them, and print the summary; the exit code is 1 if some input was lost."""
    count = Count()
    if spark is None:
        outcomes = read_into(ledger, paths, stdin=sys.stdin.buffer, columns=columns, jobs=jobs)
    else:
        work = work or _work_beside(ledger)
        outcomes = _on_cluster(ledger, paths, spark, work, columns)
    for _ in watched(outcomes, paths, count):
        pass
    if trace:
        with tracing_bar() as told:
            catch_up(ledger, told, jobs=jobs)
        if work is not None and spark is not None:
            _write_echoes(ledger, work)
        keep_standing(ledger)
    print_summary(ledger, count, format_=format_)
    return 1 if count.lost else 0


def _on_cluster(
    ledger: LedgerName, paths: Sequence[str], spark: str, work: Path, columns: Mapping[str, str] | None
) -> Generator[Outcome]:
    if "-" in paths or columns:
        raise CenotaphError(
            "Workers of Spark read files: leave out - and --columns, or read without --spark."
        )
    from cenotaph.run.spark import read_with_spark

    return read_with_spark(ledger, paths, spark, work)


def _write_echoes(ledger: LedgerName, work: Path) -> None:
    from cenotaph.run.spark import write_echoes

    write_echoes(ledger, work)


def _work_beside(ledger: LedgerName) -> Path:
    if is_url(ledger):
        raise CenotaphError("Name a folder with --work that driver and workers see under one path.")
    return Path(f"{ledger}-spark")
