"""The verbs: what each takes and how its help reads. What they do is loaded when one is called, so that starting stays
quick."""

from pathlib import Path

import click

from cenotaph import __version__
from cenotaph.cli.options import (
    DATE,
    FILE,
    FORMATS,
    TRACED,
    WHAT,
    filter_options,
    format_option,
    jobs_option,
    ledger_option,
    limit_option,
    reports_argument,
)
from cenotaph.model import Action, Cargo, Harm, Means, Role, Scope, Stance


class InOrder(click.Group):
    """A group that lists its verbs in the order of a working day, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs as they were defined."""
        return list(self.commands)


@click.group(cls=InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version=__version__, prog_name="cenotaph")
def cenotaph() -> None:
    """Reads reports on a war and keeps an auditable ledger of who says how many are dead, wounded, missing or
    captured, on whose word, in which sentence.

    \b
    Examples:
      cenotaph find report.txt                     claims of one report, as a table
      cenotaph read reports/                       a folder of reports into cenotaph.sqlite
      cenotaph claims --side Russia --harm killed  what stands, filtered
      cenotaph show 3f2a91                         one claim in its sentence, with its rules and report
      cenotaph trace reports/                      which reports retell one source, and what they changed

    \b
    Exit codes:
      0  all done
      1  done, but some input could not be read (each is named on standard error)
      2  wrong use, or it cannot go on (no such ledger, disk full, ...)
      130  stopped by Ctrl-C; what was filed stands
    """


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
@jobs_option
def find(paths: tuple[str, ...], what: str, format_: str, jobs: int) -> int:
    """Print the claims found in REPORTS, with no ledger.

    REPORTS are files, folders or - for standard input: plain text, HTML, PDF or JSON lines.

    \b
    Examples:
      cenotaph find report.txt
      cenotaph find reports/ --format jsonl > claims.jsonl
      cenotaph find page.html --what handling
      curl -s https://example.org/news | cenotaph find - --format csv
    """
    from cenotaph.cli.found import print_found

    return print_found(paths, what=what, format_=format_, jobs=jobs)


@cenotaph.command
@reports_argument
@ledger_option
@jobs_option
@format_option
def read(paths: tuple[str, ...], ledger: Path, jobs: int, format_: str) -> int:
    """Read REPORTS into the ledger and print who says how many, of whom, where.

    REPORTS are files, folders or - for standard input: plain text, HTML, PDF or JSON lines. Reports that the ledger
    has are not done again, so a run that was stopped goes on where it was when the same command is run again.

    \b
    Examples:
      cenotaph read reports/
      cenotaph read monday.jsonl tuesday.jsonl --ledger march.sqlite
      cenotaph read archive/ --jobs 8
      zcat dump.jsonl.gz | cenotaph read - --format json
    """
    from cenotaph.cli.filed import file_and_summarise

    return file_and_summarise(paths, ledger, format_=format_, jobs=jobs)


@cenotaph.command
@ledger_option
@filter_options(
    ("--side", "Whose people the victims are, under any name: Russia, Russian, Moscow."),
    ("--harm", "What befell them.", Harm),
    ("--role", "Who the victims are.", Role),
    ("--scope", "One attack, a running total, a number held, a number moved.", Scope),
    ("--stance", "How the figure is put forward.", Stance),
    ("--place", "A place, under any of its spellings."),
    ("--source", "Words of the sources' names, in any order."),
    ("--from", "Claims as of this date or later.", DATE),
    ("--until", "Claims as of this date or earlier.", DATE),
    ("--text", "Words of the claim's sentence."),
    ("--report", "The id of a report."),
)
@limit_option
@format_option
def claims(ledger: Path, limit: int | None, format_: str, **wanted: str | None) -> None:
    """List the claims that stand in the ledger.

    A claim with no dates of its own is placed at its report's date (in brackets in the table); one with neither is left
    out by --from and --until. Names are found in any case, with and without accents.

    \b
    Examples:
      cenotaph claims --side Russia --harm killed
      cenotaph claims --place Gomel --from 2022-03-01 --until 2022-03-31
      cenotaph claims --source "Ministry of Defence" --stance denied --format csv
    """
    from cenotaph.cli.lists import print_claims

    print_claims(ledger, wanted, limit=limit, format_=format_)


@cenotaph.command
@ledger_option
@filter_options(
    ("--cargo", "The dead, the wounded, or both.", Cargo),
    ("--action", "What was done with them.", Action),
    ("--means", "How they were moved.", Means),
    ("--stance", "How the figure is put forward.", Stance),
    ("--place", "Part of the name of a place or facility."),
    ("--source", "Words of the sources' names, in any order."),
    ("--text", "Words of the clause."),
    ("--report", "The id of a report."),
)
@limit_option
@format_option
def handlings(ledger: Path, limit: int | None, format_: str, **wanted: str | None) -> None:
    """List how the dead and wounded are said to be held, moved or buried.

    \b
    Examples:
      cenotaph handlings --action moved --means train
      cenotaph handlings --place Mazyr --format jsonl
    """
    from cenotaph.cli.lists import print_handlings

    print_handlings(ledger, wanted, limit=limit, format_=format_)


@cenotaph.command
@ledger_option
@limit_option
@format_option
def reports(ledger: Path, limit: int | None, format_: str) -> None:
    """List the reports in the ledger, with where their bytes came from.

    \b
    Examples:
      cenotaph reports
      cenotaph reports --format csv > reports.csv
    """
    from cenotaph.cli.lists import print_reports

    print_reports(ledger, limit=limit, format_=format_)


@cenotaph.command
@ledger_option
@click.option("--code", help="Only problems of this code or this stage (read.empty, read).")
@click.option("--lost", is_flag=True, help="Only those that cost input.")
@limit_option
@format_option
def problems(ledger: Path, code: str | None, lost: bool, limit: int | None, format_: str) -> None:
    """List what could not be read or decided.

    A problem with "lost" cost a report; the others left a doubt.

    A problem of reading stands until its source is read without it.

    \b
    Examples:
      cenotaph problems --lost
      cenotaph problems --code report.no-date --format jsonl
    """
    from cenotaph.cli.lists import print_problems

    print_problems(ledger, code=code, lost=lost, limit=limit, format_=format_)


@cenotaph.command
@click.argument("identity", metavar="ID")
@ledger_option
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True,
              help="A page for people; json, jsonl or csv for machines.")  # fmt: skip
def show(identity: str, ledger: Path, format_: str) -> None:
    """Show one claim or handling with all that stands behind it.

    ID is the beginning of its id. The page has its sentence in context, its fields, rules and evidence, its place and
    dates, its report and the SHA-256 of the raw bytes.

    \b
    Examples:
      cenotaph show 3f2a91c4
      cenotaph show 3f2a91c4 --ledger march.sqlite --format json
    """
    from cenotaph.cli.show import print_one

    print_one(ledger, identity, format_=format_)


@cenotaph.command
@click.argument("paths", metavar="[REPORTS...]", nargs=-1)
@ledger_option
@click.option("--what", type=click.Choice(TRACED), default="reports", show_default=True,
              help="Where reports come from, what they share, or what became of each claim.")  # fmt: skip
@click.option("--format", "format_", type=click.Choice(("tree", *FORMATS)), default="tree", show_default=True,
              help="A tree or a table for people; json, jsonl (one row a line) or csv for machines.")  # fmt: skip
@jobs_option
def trace(paths: tuple[str, ...], ledger: Path, what: str, format_: str, jobs: int) -> int:
    """Show where REPORTS, or the reports of a ledger, come from and what changed on the way.

    Reports that retell one source have one origin, however many there are. Without REPORTS the ledger is traced; what
    its reports share is remembered in a folder beside it, so that only new reports are compared.

    \b
    Examples:
      cenotaph trace reports/                  each origin, the reports that go back to it, and how
      cenotaph trace reports/ --what echoes    the words and claims that reports share
      cenotaph trace reports/ --what claims    testimonies, and their drift from report to report
      cenotaph trace --ledger march.sqlite --format jsonl
    """
    from cenotaph.cli.traced import print_trace

    return print_trace(paths, ledger, what=what, format_=format_, jobs=jobs)


@cenotaph.command
@click.argument("gold", type=FILE)
@click.argument("predicted", type=FILE)
@click.option("--what", type=click.Choice(WHAT), default="claims", show_default=True,
              help="Which rows the two files hold.")  # fmt: skip
@click.option("--errors", type=click.IntRange(min=0), default=0, metavar="N",
              help="Also list up to N misses, false alarms and wrong values of each field.")  # fmt: skip
@click.option("--format", "format_", type=click.Choice(FORMATS[:2]), default="table", show_default=True,
              help="A table for people or json for machines.")  # fmt: skip
@click.option("--json", "format_", flag_value="json", help="The same as --format json.")
def score(gold: Path, predicted: Path, what: str, errors: int, format_: str) -> None:
    """Score found rows against rows marked by hand.

    GOLD and PREDICTED hold JSON lines as the codebook describes. A predicted claim matches a gold one of its report if
    their quantities overlap and their harm is the same; a handling, if the clauses share half of the shorter one and the
    action is the same. Fields are scored on matched rows. strict_f1 counts a claim only if its bounds, side and origin
    are all right.

    \b
    Examples:
      cenotaph find reports/ --format jsonl > found.jsonl
      cenotaph score by-hand.jsonl found.jsonl
      cenotaph score by-hand.jsonl found.jsonl --errors 5
      cenotaph score handling.jsonl found-handling.jsonl --what handling --json
    """
    from cenotaph.cli.score import print_score

    print_score(gold, predicted, what=what, errors=errors, format_=format_)
