"""What a ledger stands: killed at random moments, changed by single bytes, written by several at once.

usage: evidence.py kill [--rounds 300] [--seed N]      read, judge and copy killed with SIGKILL, on both databases
       evidence.py change [--places 1000] [--seed N]   single bytes changed in rows and raw bytes, each looked for by verify
       evidence.py write [--writers 4] [--claims 100000]   several writers at once on PostgreSQL

Each prints its figures and exits with 1 where anything was lost, doubled, not completed or not found. PostgreSQL runs as a server
of the benchmark's own; where none is installed, SQLite alone is tried. The test suite runs each with small numbers.
"""

import argparse
import json
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.postgresql import new_schema, programs, server

from cenotaph import cli
from cenotaph.ledger import (
    ClaimFilter,
    Filing,
    Ledger,
    LedgerError,
    LedgerName,
    Raw,
    Store,
    is_url,
    report_key,
)
from cenotaph.ledger.checks import SpanCheck, check_bytes
from cenotaph.ledger.connection import open_to_read, open_to_write
from cenotaph.ledger.database import Connection
from cenotaph.ledger.evidence import KEYS
from cenotaph.ledger.journal import Head, head
from cenotaph.ledger.migrating import keeps, migrations
from cenotaph.ledger.verifying import Broken, verify
from cenotaph.model import Claim, Report
from cenotaph.run.verifying import verify_ledger

_REPORTS = 120
_JUDGED = 40
_SENTENCE = "{0} soldiers were killed near Kharkiv on Friday, the governor said."
_PADDING = "The market opened late and closed early. " * 6


# Killing


def kill(rounds: int, seed: int) -> bool:
    """Kill each verb at random moments until `rounds` kills were survived; whether nothing was lost or doubled."""
    random, right = Random(seed), True
    with TemporaryDirectory() as scratch, databases() as made:
        share = -(-rounds // (3 * len(made)))
        for database, new in made.items():
            one = _Killing(Path(scratch) / database, new, random)
            for verb in ("read", "judge", "copy"):
                kills, wrong = one.rounds(verb, share)
                told = (
                    "; ".join(f"{count} × {what}" for what, count in wrong.items())
                    or "nothing lost, nothing doubled, all completed"
                )
                print(f"{database}: {verb} killed {kills} times: {told}", flush=True)
                right = right and not wrong and kills == share
    return right


class _Killing:
    """One verb after another on ledgers of one database."""

    def __init__(self, folder: Path, new: Callable[[str], LedgerName], random: Random) -> None:
        folder.mkdir()
        self._folder, self._new, self._random, self._number = folder, new, random, 0
        lines = [
            {"id": f"r{n}", "text": f"{_PADDING}{_SENTENCE.format(n + 2)} {n}", "published": "2022-03-13"}
            for n in range(_REPORTS)
        ]
        self._source = folder / "reports.jsonl"
        self._source.write_text("".join(json.dumps(line) + "\n" for line in lines))
        self._read = new("read")
        self._must(["read", str(self._source), "--ledger", str(self._read)])
        self._sheet = folder / "sheet.jsonl"
        with Ledger(self._read) as book:
            claims = [claim.id for claim, _ in book.claims(ClaimFilter())][:_JUDGED]
        verdicts = (
            {"id": id_, "verdict": "reject" if n % 3 else "accept", "reason": "Seen.", "by": "A"}
            for n, id_ in enumerate(claims)
        )
        self._sheet.write_text("".join(json.dumps(verdict) + "\n" for verdict in verdicts))

    def rounds(self, verb: str, kills: int) -> tuple[int, Counter[str]]:
        """Kill it so often, going on with the same ledger until it is done and then with another."""
        done, wrong = 0, Counter[str]()
        command, undisturbed = self._job(verb)
        began = time.monotonic()
        self._must(command(undisturbed))
        takes = time.monotonic() - began
        while done < kills:
            command, ledger = self._job(verb)
            before = Head(0, "")
            for _ in range(self._random.randint(1, 8)):
                if done == kills or not self._killed(command(ledger), self._random.uniform(0, takes)):
                    break
                done += 1
                before = self._look(ledger, before, wrong)
            self._must(command(ledger))
            self._complete(verb, ledger, wrong)
        return done, wrong

    def _job(self, verb: str) -> tuple[Callable[[LedgerName], list[str]], LedgerName]:
        commands: dict[str, Callable[[LedgerName], list[str]]] = {
            "read": lambda ledger: ["read", str(self._source), "--ledger", str(ledger)],
            "judge": lambda ledger: ["judge", "--sheet", str(self._sheet), "--ledger", str(ledger)],
            "copy": lambda ledger: ["copy", str(self._read), str(ledger)],
        }
        return commands[verb], self._ledger(verb)

    def _ledger(self, verb: str) -> LedgerName:
        """An empty ledger, for judging a copy of the one that was read."""
        self._number += 1
        ledger = self._new(f"{verb}{self._number}")
        if verb == "judge":
            self._must(["copy", str(self._read), str(ledger)])
        return ledger

    def _killed(self, arguments: list[str], delay: float) -> bool:
        """Run the command line in a process of its own and kill that; whether it was still running."""
        child = _start(arguments)
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])

    def _must(self, arguments: list[str]) -> None:
        code = os.waitstatus_to_exitcode(os.waitpid(_start(arguments), 0)[1])
        # A sheet that was filed in part or whole before is told so, row by row, with an exit code of 1.
        if code not in ((0, 1) if arguments[0] == "judge" else (0,)):
            raise SystemExit(f"cenotaph {' '.join(arguments)} exited with {code}")

    def _look(self, ledger: LedgerName, before: Head, wrong: Counter[str]) -> Head:
        """The ledger after a kill: it holds, and what was there before is there."""
        try:
            *_, last = verify_ledger(ledger, reread=False)
        except LedgerError as error:
            # Killed before there was a ledger.
            wrong["cannot be opened"] += "no ledger" not in str(error) and "is not a Cenotaph" not in str(
                error
            )
            return before
        wrong["does not hold"] += isinstance(last, Broken)
        with closing(open_to_read(ledger)) as connection:
            now = head(connection)
            kept = before.seq == 0 or connection.rows(
                "SELECT hash FROM journal WHERE seq = ?", (before.seq,)
            ) == [(before.hash,)]
        wrong["lost"] += not kept
        return now

    def _complete(self, verb: str, ledger: LedgerName, wrong: Counter[str]) -> None:
        *_, last = verify_ledger(ledger)
        wrong["does not hold in the end"] += isinstance(last, Broken)
        with closing(open_to_read(ledger)) as connection, closing(open_to_read(self._read)) as read:

            def count(what: str) -> tuple[int, ...]:
                return tuple(connection.rows(f"SELECT {what}")[0])

            wrong["reports lost or doubled"] += count("count(*), count(DISTINCT key) FROM report") != (
                _REPORTS,
                _REPORTS,
            )
            wrong["claims lost or doubled"] += count(
                "count(*), count(DISTINCT id) FROM claim WHERE judgement IS NULL"
            ) != (_REPORTS, _REPORTS)
            if verb == "judge":
                wrong["judgements lost or doubled"] += count(
                    "count(*), count(DISTINCT one) FROM judgement"
                ) != (_JUDGED, _JUDGED)
            if verb == "copy":
                wrong["other heads"] += head(connection) != head(read)
        for name in [name for name, times in wrong.items() if not times]:
            del wrong[name]


def _start(arguments: list[str]) -> int:
    """The command line in a child that has loaded all modules already."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    sys.argv = ["cenotaph", *arguments]
    try:
        cli.main()
    except SystemExit as exit_:
        os._exit(int(exit_.code or 0))
    os._exit(99)


# Changing


def change(places: int, seed: int) -> bool:
    """Change one byte after another, each in a transaction that is taken back; whether verify found all."""
    random, right = Random(seed), True
    with TemporaryDirectory() as scratch, databases() as made:
        share = -(-places // len(made))
        for database, new in made.items():
            ledger = _evidence(Path(scratch) / f"{database}.jsonl", new("changed"))
            missed = _missed(ledger, share, random)
            for one in missed:
                print(f"{database}: not found: {one}")
            print(f"{database}: {share - len(missed)} of {share} single-byte changes found", flush=True)
            right = right and not missed
    return right


def _evidence(source: Path, ledger: LedgerName) -> LedgerName:
    """A ledger with rows in all tables of evidence."""
    lines = [{"id": f"r{n}", "text": f"{_SENTENCE.format(n + 2)} Two bodies lie in the morgue in Homel. {_PADDING * (60 if n == 3 else 1)}"}
             for n in range(12)]  # fmt: skip
    source.write_text("".join(json.dumps(line) + "\n" for line in lines) + "{broken\n")
    sheet = source.with_suffix(".sheet.jsonl")
    for arguments in (
        ["read", str(source)],
        ["profile", "sudan", "--set", "--reason", "It is.", "--by", "A"],
    ):
        os.waitpid(_start([*arguments, "--ledger", str(ledger)]), 0)
    with Ledger(ledger) as book:
        ids = [claim.id for claim, _ in book.claims(ClaimFilter())][:3]
    sheet.write_text(
        "".join(
            json.dumps({"id": id_, "verdict": "accept", "reason": "Seen.", "by": "A"}) + "\n" for id_ in ids
        )
    )
    os.waitpid(_start(["judge", "--sheet", str(sheet), "--ledger", str(ledger)]), 0)
    return ledger


def _missed(ledger: LedgerName, places: int, random: Random) -> list[str]:
    missed: list[str] = []
    with closing(open_to_write(ledger)) as connection:
        tables = {**KEYS, "journal": ("seq",)}
        rows = {table: connection.rows(f"SELECT count(*) FROM {table}")[0][0] for table in tables}
        filled = [table for table in tables if rows[table]]
        print(f"  rows: {', '.join(f'{rows[table]} {table}' for table in tables)}")
        done = 0
        while done < places:
            table = random.choice(filled)
            column = random.choice(connection.columns(table))
            with _taken_back(connection):
                told = _change_one(connection, table, tables[table], column, random)
                if told is None:
                    continue
                done += 1
                *_, last = verify(connection, [check_bytes, SpanCheck(connection)])
                if not isinstance(last, Broken):
                    missed.append(told)
    return missed


@contextmanager
def _taken_back(connection: Connection) -> Iterator[None]:
    """A transaction without the database's own rules, which leaves nothing."""
    if is_url(connection.name):
        connection.execute("BEGIN")
        connection.execute("SET LOCAL session_replication_role = replica")
    else:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN")
        for keep in keeps(len(migrations())):
            for deed in ("delete", "update", "once"):
                connection.execute(f"DROP TRIGGER IF EXISTS {keep.table}_no_{deed}")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def _change_one(
    connection: Connection, table: str, keys: tuple[str, ...], column: str, random: Random
) -> str | None:
    """Change one byte of one value; where, or None where there is none to change."""
    names = ", ".join(f'"{key}"' for key in keys)
    found = connection.rows(f'SELECT {names}, "{column}" FROM {table} ORDER BY {names}')
    *key, value = random.choice(found)
    new = _other(value, random)
    if new is None or new == value:
        return None
    where = " AND ".join(f'"{one}" = ?' for one in keys)
    try:
        connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE {where}', (new, *key))
    except LedgerError:
        # Two rows would have one key: the database itself refuses.
        return None
    return f"{table}.{column} of {key}: {str(value)[:60]!r} → {str(new)[:60]!r}"


def _other(value: object, random: Random) -> object:
    """The value with one byte changed: of text and bytes one of them, of a number one of its eight."""
    if isinstance(value, int):
        return value ^ (random.randint(1, 127) << 8 * random.randrange(7))
    if isinstance(value, float):
        return value + random.choice((1e-9, 1.0, 64.0))
    if isinstance(value, bytes) and value:
        at = random.randrange(len(value))
        return value[:at] + bytes([value[at] ^ random.randint(1, 255)]) + value[at + 1 :]
    if isinstance(value, str) and value:
        at = random.randrange(len(value))
        return value[:at] + chr((ord(value[at]) ^ random.randint(1, 31)) or 1) + value[at + 1 :]
    return None


# Writing


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


_CLAIMS = 20


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


@contextmanager
def databases() -> Iterator[dict[str, Callable[[str], LedgerName]]]:
    """What makes a new ledger's name, by database."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        made: dict[str, Callable[[str], LedgerName]] = {"SQLite": lambda name: folder / f"{name}.sqlite"}
        if programs() is not None:
            url = stack.enter_context(server())
            made["PostgreSQL"] = lambda name: new_schema(url)
        yield made


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("kill", "change", "write"))
    for name, usual in (("rounds", 300), ("places", 1000), ("writers", 4), ("claims", 100_000), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    given = parser.parse_args()
    runs = {
        "kill": lambda: kill(given.rounds, given.seed),
        "change": lambda: change(given.places, given.seed),
        "write": lambda: write(given.writers, given.claims),
    }
    sys.exit(not runs[given.what]())


if __name__ == "__main__":
    main()
