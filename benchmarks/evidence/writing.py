"""Several processes that file reports at once in PostgreSQL, a quarter of them the same ones: each must be there once."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256

from tests.postgresql import new_schema, programs, server

from cenotaph.ledger import Filing, LedgerName, Raw, Store, report_key
from cenotaph.ledger.connection import open_to_read
from cenotaph.ledger.verifying import Broken
from cenotaph.model import Claim, Report
from cenotaph.run.verifying import verify_ledger

_CLAIMS = 20


def write(writers: int, claims: int) -> bool:
    """Let several processes file reports at once, a quarter of them the same ones under the same names; whether each is there
    once."""
    if programs() is None:
        print("PostgreSQL is not installed")
        return True
    reports = claims // _CLAIMS
    with server() as url:
        ledger = new_schema(url)
        Store(ledger).close()
        began = time.monotonic()
        children = [_writer(ledger, number, writers, reports) for number in range(writers)]
        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        took = time.monotonic() - began
        with closing(open_to_read(ledger)) as connection:
            counted = connection.rows("SELECT count(*), count(DISTINCT (finding, id)) FROM claim")[0]
            keys = connection.rows("SELECT count(*), count(DISTINCT key), count(DISTINCT id) FROM report")[0]
        *_, last = verify_ledger(ledger)
    told = (
        f"does not hold: {last.sentence}"
        if isinstance(last, Broken)
        else f"of {last.entries:,} entries holds"
    )
    print(
        f"{writers} writers, {counted[0]:,} claims ({counted[1]:,} of them different) in {keys[0]:,} reports "
        f"({keys[1]:,} different) in {took:.0f} s; exit codes {codes}; the chain {told}"
    )
    whole = reports * _CLAIMS
    held = not isinstance(last, Broken)
    return held and not any(codes) and counted == (whole, whole) and keys == (reports,) * 3


def _writer(ledger: LedgerName, number: int, writers: int, reports: int) -> int:
    """A process that files its share, and every fourth report whoever's it is."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    mine = [n for n in range(reports) if n % writers == number or n % 4 == 0]
    with Store(ledger) as store:
        for start in range(0, len(mine), 16):
            store.file([_filing(n) for n in mine[start : start + 16]], "f/1")
    os._exit(0)


def _filing(number: int) -> Filing:
    text = " ".join(f"{n + 2} men of unit {number} fell." for n in range(_CLAIMS))
    report = Report(f"r{number}", text, published="2022-03-13")
    digest = sha256(text.encode()).hexdigest()
    raw = Raw(digest, text.encode(), f"r{number}.txt", "text/plain", "utf-8", "text/1", b"x")
    return Filing(report_key(report, digest), report, raw, tuple(_claims(report)), (), ())


def _claims(report: Report) -> Iterator[Claim]:
    start = 0
    for n in range(_CLAIMS):
        words = str(n + 2)
        start = report.text.index(f"{words} men", start)
        yield Claim(
            id=sha256(f"{report.id}-{n}".encode()).hexdigest()[:16], report=report.id, quantity_text=words, start=start,
            end=start + len(words), harm="killed", low=n + 2, high=n + 2, approx=False, side=None, role="unknown",
            victims_text="men", names=(), place=None, scope="incident", from_=None, until=None, sources=(), stance="asserted",
        )  # fmt: skip
