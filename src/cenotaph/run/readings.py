"""What tracing needs to know of a report, from the finder's own grasp of credits and sentences."""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future
from typing import NamedTuple

import msgspec

from cenotaph.find.credit.attribution import citations
from cenotaph.find.people.violence import Violence
from cenotaph.find.text.first_look import first_look, harm_places, harmed_sentences
from cenotaph.find.text.sentences import sentences
from cenotaph.model import Citation, Claim, Report, Span
from cenotaph.problems import failure
from cenotaph.run.pool import lost_workers_explained, workers
from cenotaph.trace import Reading

_CHUNK = 64
_WORTH_WORKERS = 512
"""Fewer reports are read sooner than worker processes have started."""


def reading_of(report: Report, claims: Sequence[Claim]) -> Reading:
    """The report with its claims, whom it credits, and its sentences.

    A report without a word of war that says nothing of people harmed in armed violence tells nothing that anybody could be
    credited for here; its credits are not read. A report that breaks the reading has no credits, and `failed` says why.
    """
    try:
        spans = sentences(report.text) if claims else _telling(report.text)
        return Reading(report, tuple(claims), citations(report, spans) if spans else (), tuple(spans))
    except Exception as error:  # noqa: BLE001
        return Reading(report, tuple(claims), (), (), failure(error))


def _telling(text: str) -> list[Span]:
    """The sentences of a text that has words of war, or one sentence that may speak of people harmed in armed violence; else
    none. A page on an arrest, a captured plane or a video of captives need not tell of any harm."""
    seen = first_look(text)
    violence = Violence(text, seen)
    harmed = harmed_sentences(text, harm_places(seen))
    return sentences(text) if violence.speaks_of_war or any(map(violence.may_be_armed, harmed)) else []


class Told(NamedTuple):
    """A report with its claims, to be read."""

    report: Report
    claims: Sequence[Claim]


class Readers:
    """Reads in `jobs` processes, once there is enough to read; close it at the end."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._executor: Executor | None = None

    def read(self, told: Sequence[Told]) -> Iterator[Reading]:
        """The readings in order. Workers begin at once, not only when the first one is asked for."""
        if self._jobs == 1 or (self._executor is None and len(told) < _WORTH_WORKERS):
            return (reading_of(*one) for one in told)
        self._executor = self._executor or workers(self._jobs)
        chunks = [told[start : start + _CHUNK] for start in range(0, len(told), _CHUNK)]
        waiting = deque(
            (chunk, self._executor.submit(_read_packed, msgspec.msgpack.encode(chunk))) for chunk in chunks
        )
        return _unpacked(waiting)

    def close(self) -> None:
        """End the worker processes."""
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)


class _Read(msgspec.Struct, array_like=True):
    citations: tuple[Citation, ...]
    sentences: tuple[Span, ...]
    failed: str | None


def _unpacked(waiting: deque[tuple[Sequence[Told], Future[bytes]]]) -> Iterator[Reading]:
    while waiting:
        chunk, future = waiting.popleft()
        with lost_workers_explained():
            found = msgspec.msgpack.decode(future.result(), type=list[_Read])
        for one, read in zip(chunk, found, strict=True):
            yield Reading(one.report, tuple(one.claims), read.citations, read.sentences, read.failed)


def _read_packed(packed: bytes) -> bytes:
    told = msgspec.msgpack.decode(packed, type=list[tuple[Report, list[Claim]]])
    found = (reading_of(report, claims) for report, claims in told)
    return msgspec.msgpack.encode([_Read(one.citations, one.sentences, one.failed) for one in found])
