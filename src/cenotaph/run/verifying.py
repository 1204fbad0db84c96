"""Verifying a ledger: its chain and rows, and its texts read once more from their bytes."""

from collections.abc import Iterator
from contextlib import closing

from msgspec import Struct

from cenotaph.ledger import LedgerName, Raw
from cenotaph.ledger.checkpoints import Checkpoint, compare
from cenotaph.ledger.checks import SpanCheck, check_bytes, unpacked
from cenotaph.ledger.connection import open_to_read
from cenotaph.ledger.journal import head
from cenotaph.ledger.verifying import Broken, Check, Vouched, verify
from cenotaph.run.rereading import read_again


class Verified(Struct):
    """What was looked at so far: entries out of all, reports, and how many of their texts were read again and came out
    the same. `other_reader` counts those whose reader has changed since, of which bytes and text are vouched for alone.
    """

    entries: int
    of: int
    reports: int = 0
    read_again: int = 0
    other_reader: int = 0
    rows: int = 0
    head: str = ""


def verify_ledger(
    ledger: LedgerName, *, reread: bool = True, checkpoint: Checkpoint | None = None
) -> Iterator[Verified | Broken]:
    """Go over the whole ledger; yields how far it is, entry by entry, and ends with what is wrong, if anything is.

    A checkpoint is compared first. LedgerError where the ledger cannot be opened.
    """
    with closing(open_to_read(ledger)) as connection, connection.snapshot():
        last = head(connection)
        done = Verified(0, last.seq, head=last.hash)
        wrong = compare(connection, checkpoint) if checkpoint else None
        if wrong:
            yield Broken(checkpoint.entries if checkpoint else None, wrong)
            return
        reading = _Reading(done)
        checks: list[Check] = [check_bytes, SpanCheck(connection), *([reading] if reread else [])]
        yield done
        for one in verify(connection, checks):
            if isinstance(one, Broken):
                yield one
                return
            done.entries += 1
            yield done


class _Reading:
    """Reads the bytes of each report again and compares the text."""

    def __init__(self, done: Verified) -> None:
        self._done = done

    def __call__(self, vouched: Vouched) -> str | None:
        """See `verifying.Check`."""
        for report, raw in zip(vouched.rows.get("report", ()), vouched.rows.get("raw", ()), strict=True):
            self._done.reports += 1
            names = ("source", "media_type", "encoding", "reader", "offsets")
            data = unpacked(raw["packing"], raw["body"]) or b""
            again = read_again(Raw(raw["sha256"], data, *(report[name] for name in names)))
            if again is None or again.raw.reader != report["reader"]:
                self._done.other_reader += 1
            elif again.report.text != report["text"]:
                return f"does not hold: its bytes, read again by {report['reader']}, give another text"
            else:
                self._done.read_again += 1
        return None
