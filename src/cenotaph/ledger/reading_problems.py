"""Problems of reading: met again they are not filed again, and they stand until their source is read without them."""

import re

from cenotaph.ledger.batch import Batch
from cenotaph.ledger.columns import problem_columns, problem_key
from cenotaph.ledger.database import Connection, marks
from cenotaph.problems import Problem

_RECORD = re.compile(r":\d+$|\[\d+\]$")
"""The line or record within a file, at the end of a source."""


class ReadingProblems:
    """The problems of one run beside those that stand from earlier ones."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._met: set[str] = set()
        self._gone: set[str] = set()
        self._file = ""
        self._stale: dict[str, list[str]] = {}
        rows = connection.rows('SELECT "where", key FROM problem WHERE finding IS NULL AND stands = 1')
        for where, key in rows:
            self._stale.setdefault(where, []).append(key)

    def file(self, problem: Problem, batch: Batch) -> None:
        """File a problem, unless it stands already."""
        key = problem_key(problem)
        if key in self._met:
            return
        self._met.add(key)
        sql = "SELECT seq, stands FROM problem WHERE key = ? AND finding IS NULL"
        known = self._connection.rows(sql, (key,))
        if not known:
            seq = batch.number("problem")
            row = ("problem", (seq, None, *problem_columns(problem)))
            batch.file("problem", problem.where, {"problem": seq}, [row])
        elif not known[0][1]:
            batch.file("reopened", problem.where, {}, (), [("problem", known[0][0], "stands", 1)])

    def passed(self, source: str, batch: Batch) -> None:
        """A source was read. What was wrong with it is settled once all of its file was read without it."""
        if not self._stale:
            return
        file = _RECORD.sub("", source)
        if file != self._file:
            self.settle(batch)
            self._file = file
        for where in {source, file}:
            self._gone.update(self._stale.pop(where, ()))

    def settle(self, batch: Batch) -> None:
        """What was wrong with the file that was read last, and was not met again, no longer stands."""
        gone = sorted(self._gone - self._met)
        self._gone.clear()
        if not gone:
            return
        sql = f"""SELECT "where", seq FROM problem WHERE finding IS NULL AND stands = 1
        AND key IN ({marks(len(gone))}) ORDER BY seq"""
        for where, seq in self._connection.rows(sql, gone):
            batch.file("settled", where, {}, (), [("problem", seq, "stands", 0)])
