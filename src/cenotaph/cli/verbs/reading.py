"""Verbs that read reports: `find` without a ledger, `read` into one."""

from pathlib import Path

import click

from cenotaph.cli.options import (
    WHAT,
    columns_option,
    format_option,
    jobs_option,
    ledger_option,
    reports_argument,
)
from cenotaph.cli.verbs.group import cenotaph


@cenotaph.command
@reports_argument
@click.option(
    "--what",
    type=click.Choice(WHAT),
    default="claims",
    show_default=True,
    help="Claims of how many, or handlings of the dead and wounded.",
)
@format_option
@columns_option
@jobs_option
def find(paths: tuple[str, ...], what: str, columns: dict[str, str] | None, format_: str, jobs: int) -> int:
    """Print the claims found in REPORTS, with no ledger.

    REPORTS are files, folders or - for standard input: text, HTML, PDF, Word, JSON lines, CSV, Parquet and workbooks,
    WARC and WACZ, feeds, mail.

    \b
    Examples:
      cenotaph find report.txt
      cenotaph find reports/ --format jsonl > claims.jsonl
      cenotaph find page.html --what handling
      curl -s https://example.org/news | cenotaph find - --format csv
    """
    from cenotaph.cli.found import print_found

    return print_found(paths, what=what, columns=columns, format_=format_, jobs=jobs)


@cenotaph.command
@reports_argument
@ledger_option
@columns_option
@jobs_option
@click.option("--trace/--no-trace", default=True, show_default=True,
              help="Then trace what is new: whom it goes back to, what it echoes.")  # fmt: skip
@click.option("--spark", metavar="MASTER", help="Read and find with the workers of this Spark master.")
@click.option("--work", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
              help="Where the workers of Spark leave what they found: a folder that all see.")  # fmt: skip
@format_option
def read(
    paths: tuple[str, ...],
    ledger: str,
    columns: dict[str, str] | None,
    jobs: int,
    trace: bool,
    spark: str | None,
    work: Path | None,
    format_: str,
) -> int:
    """Read REPORTS into the ledger and print who says how many, of whom, where.

    REPORTS are files, folders or - for standard input: text, HTML, PDF, Word, JSON lines, CSV, Parquet and workbooks,
    WARC and WACZ, feeds, mail. Reports that the ledger
    has are not done again, so a run that was stopped goes on where it was when the same command is run again.

    \b
    Examples:
      cenotaph read reports/
      cenotaph read monday.jsonl tuesday.jsonl --ledger march.sqlite
      cenotaph read archive/ --jobs 8
      cenotaph read incidents.xlsx --columns text=Story,published=Day
      zcat dump.jsonl.gz | cenotaph read - --format json
      cenotaph read /data/warc --spark spark://master:7077 --work /data/work
    """
    from cenotaph.cli.filed import file_and_summarise

    return file_and_summarise(
        paths, ledger, columns=columns, format_=format_, jobs=jobs, trace=trace, spark=spark, work=work
    )
