"""The search for echoes on a cluster: by keys, without comparing all pairs of reports (`trace.keys`).

Texts travel to the workers twice, once to give their keys and once where a pair of them is looked at; the rest is
arrays of numbers. Each task works on one file of reports or one bucket of keys.
"""

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from msgspec import Struct

from cenotaph.ledger import LedgerName, TraceTables
from cenotaph.ledger.connection import open_to_read
from cenotaph.model import Report
from cenotaph.read import Document
from cenotaph.run.spark.files import read_column, unpacked, write_table
from cenotaph.run.spark.session import spark
from cenotaph.run.trace_world import echo_of
from cenotaph.trace import Echo
from cenotaph.trace.echoes import EchoIndex, Known
from cenotaph.trace.keys import ENOUGH_KEYS, Keyed, counts_of, frequent_runs, keys_of, ordered, pairs_of
from cenotaph.trace.weights import stem_frequencies, word_frequencies
from cenotaph.trace.words import Numbers

if TYPE_CHECKING:
    from pyspark import RDD, SparkContext

_NUMBER_BITS = 32
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SPANS = ("a_start", "a_end", "b_start", "b_end")


class _Block(Struct, frozen=True):
    """The reports of one file with those of others that share keys with them, and which pairs to look at."""

    number: int
    reports: tuple[tuple[int, Report], ...]
    pairs: frozenset[tuple[str, str]]


def echoes_with_spark(files: Sequence[Path], master: str, work: Path) -> list[Path]:
    """The echoes among the reports of `find_parts`, as Parquet files in `work`/echoes: one for each of `files`.

    Repeated reports are looked at once: the first one of an id.
    """
    numbered = [(number, str(file.absolute())) for number, file in enumerate(files)]
    with spark(master) as context:
        _Search(context, numbered, work.absolute()).run()
    return sorted((work / "echoes").glob("*.parquet"))


def write_echoes(ledger: LedgerName, work: Path) -> None:
    """The echoes that tracing found in a ledger, as such a file: they are those of the ledger, row for row."""
    with closing(open_to_read(ledger)) as connection:
        found = [echo_of(row) for row in TraceTables(connection).echoes()]
    _write(found, work / "echoes", "ledger")


class _Search:
    def __init__(self, context: "SparkContext", files: Sequence[tuple[int, str]], work: Path) -> None:
        self._context = context
        self._files = context.parallelize(files, max(len(files), 1))
        self._buckets = max(2 * len(files), 2)
        self._work = work

    def run(self) -> None:
        """All of it: counts, keys, pairs, echoes."""
        buckets, work = self._buckets, str(self._work)
        words, stems = self._counts()
        sizes = self._files.map(_outlet_sizes).fold({}, _sum_sizes)
        shared = self._context.broadcast(stems)
        keyed = self._files.flatMap(lambda file: _split(_keyed(file, shared.value), buckets))
        grouped = keyed.groupByKey(buckets).mapValues(_together).persist()
        frequent = np.sort(
            np.concatenate(
                [
                    np.zeros(0, np.uint64),
                    *grouped.values().map(lambda one: frequent_runs(one, sizes)).collect(),
                ]
            )
        )
        known = self._context.broadcast(Known(words, stems, frequent))
        pairs = self._pairs(grouped)
        blocks = self._blocks(pairs)
        blocks.foreach(
            lambda block: _write(_found(block, known.value), Path(work) / "echoes", f"{block.number:06}")
        )

    def _counts(self) -> tuple[Any, Any]:
        """How often words and stems stand in all reports."""
        before = word_frequencies().counts, stem_frequencies().counts
        counted = self._files.map(lambda file: counts_of([one.text for _, one in _reports(file)]))
        return before if counted.isEmpty() else _add(before, counted.treeReduce(_add))

    def _pairs(self, grouped: "RDD[tuple[int, Keyed]]") -> "RDD[tuple[int, tuple[int, int]]]":
        """The pairs that share enough keys, under the number of the later report's file."""
        buckets = self._buckets
        met = grouped.values().flatMap(lambda keyed: _spread(*pairs_of(keyed), buckets))
        return met.groupByKey(buckets).values().flatMap(_often)

    def _blocks(self, pairs: "RDD[tuple[int, tuple[int, int]]]") -> "RDD[_Block]":
        """Each file's reports with the others that they are paired with; the texts of these come from their files."""
        count = self._buckets // 2
        wanted = pairs.map(lambda one: (one[1][0] >> _NUMBER_BITS, (one[1][0], one[0]))).distinct()
        texts = self._files.cogroup(wanted, count).flatMap(_sent)
        own = self._files.map(lambda file: (file[0], file[1]))
        return own.cogroup(texts, count).cogroup(pairs, count).flatMap(_block)


def _reports(file: tuple[int, str]) -> list[tuple[int, Report]]:
    """The reports of a file, each with its number among all."""
    number, path = file
    items = (unpacked(body)[0] for body in read_column(Path(path), "body"))
    found = [item.report for item in items if isinstance(item, Document)]
    return [((number << _NUMBER_BITS) | at, report) for at, report in enumerate(found)]


def _outlet(report: Report) -> int:
    """A number for a report's outlet; 0 where it has none."""
    return 0 if report.outlet is None else zlib.crc32(report.outlet.encode("utf-8", "replace")) or 1


def _outlet_sizes(file: tuple[int, str]) -> dict[int, int]:
    return dict(Counter(_outlet(report) for _, report in _reports(file)))


def _sum_sizes(one: dict[int, int], other: dict[int, int]) -> dict[int, int]:
    return dict(Counter(one) + Counter(other))


def _keyed(file: tuple[int, str], stems: Any) -> Keyed:
    reports = _reports(file)
    numbers = np.array([number for number, _ in reports], np.uint64)
    outlets = np.array([_outlet(report) for _, report in reports], np.uint32)
    return keys_of([report.text for _, report in reports], numbers, outlets, stems)


def _split(keyed: Keyed, buckets: int) -> Iterator[tuple[int, Keyed]]:
    """The keys by bucket; all of one key go into one."""
    where = ((keyed.keys * _MIX) >> np.uint64(40)) % np.uint64(buckets)
    for bucket in np.unique(where).tolist():
        chosen = where == bucket
        yield int(bucket), keyed.chosen(chosen)


def _together(parts: Iterable[Keyed]) -> Keyed:
    held = list(parts)
    return ordered(Keyed(*(np.concatenate(columns) for columns in zip(*held, strict=True))))


def _spread(left: Numbers, right: Numbers, buckets: int) -> Iterator[tuple[int, tuple[Numbers, Numbers]]]:
    """Pairs by bucket; all keys of one pair go into one."""
    where = (((left * _MIX) ^ right) * _MIX >> np.uint64(40)) % np.uint64(buckets)
    for bucket in np.unique(where).tolist():
        chosen = where == bucket
        yield int(bucket), (left[chosen], right[chosen])


def _often(parts: Iterable[tuple[Numbers, Numbers]]) -> Iterator[tuple[int, tuple[int, int]]]:
    held = list(parts)
    both = np.stack([np.concatenate([part[side] for part in held]) for side in (0, 1)], axis=1)
    pairs, counts = np.unique(both, axis=0, return_counts=True)
    for left, right in pairs[counts >= ENOUGH_KEYS].tolist():
        yield right >> _NUMBER_BITS, (left, right)


def _sent(
    one: tuple[int, tuple[Iterable[str], Iterable[tuple[int, int]]]],
) -> Iterator[tuple[int, tuple[int, Report]]]:
    """The reports of a file that others' blocks want, under the numbers of these."""
    number, (paths, wanted) = one
    asked = list(wanted)
    if not asked:
        return
    known = dict(_reports((number, next(iter(paths)))))
    for report, block in asked:
        if block != number:
            yield block, (report, known[report])


def _block(one: Any) -> Iterator[_Block]:
    number, (grouped, pairs) = one
    wanted = list(pairs)
    if not wanted:
        return
    paths, sent = next(iter(grouped))
    reports = dict(sent) | dict(_reports((number, next(iter(paths)))))
    named = ((reports[left].id, reports[right].id) for left, right in wanted)
    used = {report for pair in wanted for report in pair}
    yield _Block(number, tuple(sorted((n, reports[n]) for n in used)), frozenset(named))


def _found(block: _Block, known: Known) -> list[Echo]:
    """The echoes of a block's pairs. Others among its reports are looked at in other blocks, if they are candidates."""
    unique = {report.id: report for _, report in reversed(block.reports)}
    reports = [report for _, report in block.reports if unique[report.id] is report]
    return [echo for echo in EchoIndex(known).add_all(reports) if (echo.a, echo.b) in block.pairs]


def _write(echoes: Sequence[Echo], folder: Path, name: str) -> None:
    spans = [(one.a_span.start, one.a_span.end, one.b_span.start, one.b_span.end) for one in echoes]
    texts: dict[str, tuple[str, Sequence[Any]]] = {
        name: ("text", [getattr(one, name) for one in echoes])
        for name in ("a", "b", "relation", "kind", "why")
    }
    numbers = {name: ("number", [span[at] for span in spans]) for at, name in enumerate(_SPANS)}
    write_table(
        folder / f"{name}.parquet",
        {**texts, **numbers, "score": ("real", [one.score for one in echoes])},
    )


def _add(total: tuple[Any, Any], one: tuple[Any, Any]) -> tuple[Any, Any]:
    return total[0] + one[0], total[1] + one[1]
