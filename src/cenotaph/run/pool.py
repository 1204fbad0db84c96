"""Finding over batches of reports, in this process or in several, always in the order given."""

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from typing import TypeVar

import msgspec

from cenotaph.find import Found
from cenotaph.model import Report
from cenotaph.problems import CenotaphError
from cenotaph.run.finder import find_safely

Batch = TypeVar("Batch")


class WorkerLost(CenotaphError):
    """A worker process was ended from outside."""


def found_in(
    batches: Iterable[Batch],
    reports_of: Callable[[Batch], list[Report]],
    *,
    jobs: int,
    find: Callable[[Report], Found] = find_safely,
) -> Generator[tuple[Batch, list[Found]]]:
    """Each batch with what was found in its reports; `jobs` processes work at once, the order stays. Another way to
    `find` is for this process alone."""
    if jobs == 1:
        for batch in batches:
            yield batch, [find(report) for report in reports_of(batch)]
        return
    executor = workers(jobs)
    try:
        with lost_workers_explained():
            yield from _in_order(executor, batches, reports_of, ahead=2 * jobs)
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


@contextmanager
def lost_workers_explained() -> Iterator[None]:
    """WorkerLost where a worker process is gone."""
    try:
        yield
    except BrokenExecutor as error:
        raise WorkerLost(
            "A worker process was ended, perhaps for want of memory; what was filed stands, so run again with fewer --jobs."
        ) from error


def workers(count: int) -> Executor:
    """Worker processes; loaded here, since most runs need none."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_leave_interrupts)


def _in_order(
    executor: Executor,
    batches: Iterable[Batch],
    reports_of: Callable[[Batch], list[Report]],
    *,
    ahead: int,
) -> Generator[tuple[Batch, list[Found]]]:
    """No more than `ahead` batches are read before their turn, so that memory stays bounded."""
    waiting: deque[tuple[Batch, Future[bytes]]] = deque()
    for batch in batches:
        packed = msgspec.msgpack.encode(reports_of(batch))
        waiting.append((batch, executor.submit(_find_packed, packed)))
        if len(waiting) >= ahead:
            yield _result(*waiting.popleft())
    while waiting:
        yield _result(*waiting.popleft())


def _result(batch: Batch, future: Future[bytes]) -> tuple[Batch, list[Found]]:
    return batch, msgspec.msgpack.decode(future.result(), type=list[Found])


def _find_packed(packed: bytes) -> bytes:
    reports = msgspec.msgpack.decode(packed, type=list[Report])
    return msgspec.msgpack.encode([find_safely(report) for report in reports])


def _leave_interrupts() -> None:
    """Ctrl-C is for the parent, which ends the workers itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
