"""Whether a ledger is whole, and what newer rules would find."""

from cenotaph.api.rows import Rows
from cenotaph.ledger import (
    LedgerName,
)
from cenotaph.ledger.verifying import Broken
from cenotaph.rows import Row
from cenotaph.run.claim_changes import change_row
from cenotaph.run.refinding import refind as find_anew
from cenotaph.run.verifying import verify_ledger


def verify(ledger: LedgerName) -> str | None:
    """What is wrong with a ledger, in a sentence; None where all of it is as it was filed (docs/evidence.md)."""
    *_, last = verify_ledger(ledger)
    return last.sentence if isinstance(last, Broken) else None


def refind(ledger: LedgerName, *, dry_run: bool = False, jobs: int = 1) -> Rows[Row]:
    """Find once more, by the rules of today, in the texts that a ledger keeps: a row for each claim gained, lost or changed.

    With `dry_run` nothing is filed. The problems ask about what people had judged and is read otherwise now.
    """
    rows = Rows[Row]()
    for one in find_anew(ledger, dry_run=dry_run, jobs=jobs):
        rows += [change_row(change, one.before, one.after) for change in one.changes]
        rows.problems += one.asks
    return rows
