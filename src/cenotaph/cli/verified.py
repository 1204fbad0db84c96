"""What `cenotaph verify`, `checkpoint` and `copy` do."""

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec

from cenotaph.cli.counting import counted
from cenotaph.cli.output import print_rows
from cenotaph.ledger import LedgerName
from cenotaph.ledger.checkpoints import Checkpoint, make_checkpoint, read_checkpoint, signature_wrong
from cenotaph.ledger.connection import open_to_read, open_to_write
from cenotaph.ledger.copying import copy
from cenotaph.ledger.journal import head
from cenotaph.ledger.verifying import Broken
from cenotaph.run.verifying import Verified, verify_ledger


def print_verified(
    ledger: LedgerName, checkpoint: Path | None, key: Path | None, *, reread: bool, format_: str
) -> int:
    """Whether the ledger holds; the exit code is 1 if it does not."""
    told = read_checkpoint(checkpoint) if checkpoint else None
    done, broken = Verified(0, 0), _unsigned(told, key)
    if broken is None:
        for one in _watched(verify_ledger(ledger, reread=reread, checkpoint=told)):
            if isinstance(one, Broken):
                broken = one
            else:
                done = one
    _print(done, broken, told, checked=key is not None, format_=format_)
    return 1 if broken else 0


def _unsigned(checkpoint: Checkpoint | None, key: Path | None) -> Broken | None:
    if checkpoint is None or key is None:
        return None
    wrong = signature_wrong(checkpoint, key)
    return Broken(None, wrong) if wrong else None


def _watched(steps: Iterator[Verified | Broken]) -> Iterator[Verified | Broken]:
    with counted("verifying") as advance:
        for one in steps:
            if isinstance(one, Verified):
                advance(one.entries, one.of)
            yield one


def _print(
    done: Verified, broken: Broken | None, told: Checkpoint | None, *, checked: bool, format_: str
) -> None:
    if format_ != "table":
        wrong = {"holds": broken is None, "entry": broken and broken.entry, "why": broken and broken.sentence}
        print_rows([{**wrong, **msgspec.structs.asdict(done)}], format_=format_, columns=(), empty="")
    elif broken:
        print(broken.sentence)
    else:
        for line in _lines(done, told, checked=checked):
            print(line)


def _lines(done: Verified, told: Checkpoint | None, *, checked: bool) -> Iterator[str]:
    yield f"All {done.entries:,} entries hold, and all rows are those that they vouch for."
    if done.read_again:
        yield f"The bytes of {done.read_again:,} of {done.reports:,} reports were read again and gave the same text."
    if done.other_reader:
        yield f"{done.other_reader:,} were read by an earlier version of their reader; bytes and text are those that were filed."
    if told:
        signed = (
            "" if told.signature is None else f", {'signed' if checked else 'its signature not looked at'}"
        )
        yield f"It is the ledger of the checkpoint of {told.at} ({told.entries:,} entries{signed}), and what came after."
    yield f"The last entry has the hash {done.head}."


def print_checkpoint(ledger: LedgerName, out: Path | None, key: Path | None) -> None:
    """Where the chain stands, into a file or to standard output."""
    with closing(open_to_read(ledger)) as connection:
        checkpoint = make_checkpoint(connection, key)
    words = msgspec.json.format(msgspec.json.encode(checkpoint)).decode() + "\n"
    if out is None:
        sys.stdout.write(words)
        return
    out.write_text(words)
    print(f"{checkpoint.entries:,} entries, the last with the hash {checkpoint.head}: {out}.")


def copy_and_tell(source: LedgerName, target: LedgerName) -> None:
    """Copy one ledger into another, and say where both end."""
    with closing(open_to_read(source)) as from_, closing(open_to_write(target)) as to:
        before, last = head(to), head(from_)
        with counted("copying") as advance:
            for done in copy(from_, to):
                advance(done, last.seq)
        after = head(to)
        print(
            f"Copied {after.seq - before.seq:,} entries from {from_.name} to {to.name}; both end with the hash {after.hash}."
        )
