"""Reading and finding: reports in, rows or a ledger out."""

from collections.abc import Mapping

from cenotaph.api.rows import Paths, Rows, strings
from cenotaph.ledger import (
    LedgerName,
)
from cenotaph.model import (
    Report,
)
from cenotaph.problems import Problem
from cenotaph.rows import ClaimRow, HandlingRow, claim_row
from cenotaph.run import (
    Count,
    Result,
    find_reports,
    find_safely,
    place_of,
    read_into,
)
from cenotaph.run.standing import keep_standing


def find(paths: Paths, *, columns: Mapping[str, str] | None = None, jobs: int = 1) -> Rows[ClaimRow]:
    """The claims in files and folders of any format that can be read, without a ledger. `columns` names the columns of
    tables by what they hold ({"text": "Story"}).

    With `jobs` above 1 the calling script needs `if __name__ == "__main__":`, as ever where Python starts processes.
    """
    rows, count = Rows[ClaimRow](), Count()
    for outcome in find_reports(strings(paths), columns=columns, jobs=jobs):
        rows.problems += count.add(outcome)
        if isinstance(outcome, Result):
            rows += outcome.claim_rows()
    return rows


def find_handlings(
    paths: Paths, *, columns: Mapping[str, str] | None = None, jobs: int = 1
) -> Rows[HandlingRow]:
    """The handlings of the dead and wounded in files and folders; see `find`."""
    rows, count = Rows[HandlingRow](), Count()
    for outcome in find_reports(strings(paths), columns=columns, jobs=jobs):
        rows.problems += count.add(outcome)
        if isinstance(outcome, Result):
            rows += outcome.handling_rows()
    return rows


def find_in_text(text: str, *, id: str = "text", published: str | None = None) -> Rows[ClaimRow]:
    """The claims in one text. `published` (an ISO date) gives weekdays and months their year."""
    report = Report(id, text, published)
    found = find_safely(report)
    return Rows((claim_row(claim, report, place_of(claim)) for claim in found.claims), found.problems)


def read(
    paths: Paths,
    *,
    ledger: LedgerName,
    columns: Mapping[str, str] | None = None,
    jobs: int = 1,
    trace: bool = True,
) -> tuple[Count, list[Problem]]:
    """Read files and folders into a ledger, which is made if there is none, and trace what is new; reports filed before
    are not done again.

    Gives what was counted and the problems met.
    """
    count = Count()
    problems = [
        p for one in read_into(ledger, strings(paths), columns=columns, jobs=jobs) for p in count.add(one)
    ]
    if trace:
        keep_standing(ledger)
    return count, problems
