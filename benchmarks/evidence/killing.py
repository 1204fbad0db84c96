"""The verbs that write, killed at random moments: nothing may be lost or doubled, and the same command completes it."""

import json
import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from ledgers import PADDING, SENTENCE, databases, start

from cenotaph.ledger import ClaimFilter, Ledger, LedgerError, LedgerName
from cenotaph.ledger.connection import open_to_read
from cenotaph.ledger.journal import Head, head
from cenotaph.ledger.verifying import Broken
from cenotaph.run.verifying import verify_ledger

_REPORTS = 120
_JUDGED = 40


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
            {"id": f"r{n}", "text": f"{PADDING}{SENTENCE.format(n + 2)} {n}", "published": "2022-03-13"}
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
        child = start(arguments)
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])

    def _must(self, arguments: list[str]) -> None:
        code = os.waitstatus_to_exitcode(os.waitpid(start(arguments), 0)[1])
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
