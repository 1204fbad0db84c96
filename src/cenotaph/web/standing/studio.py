"""Where pictures are made: in the background, one after another, while pages show the last one."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Lock
from time import monotonic
from typing import Protocol

from cenotaph.ledger import Ledger, LedgerName
from cenotaph.problems import CenotaphError
from cenotaph.reconcile import POLICIES
from cenotaph.run.profiles import profile_of
from cenotaph.web.standing.picture import Picture
from cenotaph.web.standing.version import Version, is_large, version_of

Finish = Callable[[Picture], None]

_PATIENCE = 4.0
"""Seconds that a page waits for a new picture before it shows the old one and says so. A small dossier needs less."""


class Pictures(Protocol):
    """Where pages get their picture from."""

    def picture(self, *, patience: float = _PATIENCE) -> tuple[Picture | None, bool]:
        """The newest picture there is, None where there is none yet, and whether it is of the ledger as it is now."""
        ...

    def close(self) -> None:
        """Make no more."""
        ...


class Gallery:
    """The one picture of a large ledger, in the process that made it; with the figures by every policy, since no page waits
    for them here."""

    def __init__(self, ledger: LedgerName, finish: Finish) -> None:
        self._ledger = ledger
        self._picture = _made(ledger, finish)
        for policy in POLICIES:
            self._picture.tallies(policy)

    def picture(self, *, patience: float = _PATIENCE) -> tuple[Picture | None, bool]:
        """See Pictures."""
        return self._picture, self._picture.version == version_of(self._ledger)

    def close(self) -> None:
        """See Pictures."""


class Studio:
    """Makes the pictures of one ledger, as long as it is no large one that has annexes. `finish` makes beforehand what pages keep in a picture, so
    that none waits for it."""

    def __init__(self, ledger: LedgerName, finish: Finish, *, has_annexes: bool = False) -> None:
        self._ledger = ledger
        self._finish = finish
        self._has_annexes = has_annexes
        self._failure = ""
        self._maker = ThreadPoolExecutor(1, thread_name_prefix="studio")
        self._lock = Lock()
        self._last: Picture | None = None
        self._next: tuple[Version, Future[Picture]] | None = None
        self._pace = 0.0

    def picture(self, *, patience: float = _PATIENCE) -> tuple[Picture | None, bool]:
        """See Pictures."""
        version = version_of(self._ledger)
        with self._lock:
            last = self._last
            if self._has_annexes and is_large(version):
                return self._of_a_large_one()
            if last is not None and last.version == version:
                return last, True
            future = self._begin(version)
        # Whoever has an older picture waits only where a new one is made quickly.
        wait = patience if last is None or self._pace < _PATIENCE else 0.0
        try:
            made = future.result(wait)
        except TimeoutError:
            return last, False
        return made, made.version == version

    def fail(self, why: str) -> None:
        """An annex could not work the figures out; pages say why."""
        self._failure = why

    def _of_a_large_one(self) -> tuple[Picture | None, bool]:
        """Its pages come from an annex, unless none is open yet."""
        if self._last is None and self._failure:
            raise CenotaphError(self._failure)
        return self._last, False

    def close(self) -> None:
        """Make no more."""
        with self._lock:
            self._last = None
        self._maker.shutdown(wait=False, cancel_futures=True)

    def _begin(self, version: Version) -> Future[Picture]:
        """One picture is made at a time; a change that comes meanwhile is in the next one."""
        if self._next is None or (self._next[1].done() and self._next[0] != version):
            self._next = version, self._maker.submit(self._make)
        return self._next[1]

    def _make(self) -> Picture:
        began = monotonic()
        made = _made(self._ledger, self._finish)
        self._pace = monotonic() - began
        with self._lock:
            self._last = made
        with suppress(RuntimeError):  # closed meanwhile
            self._maker.submit(self._other_policies, made)
        return made

    def _other_policies(self, picture: Picture) -> None:
        """Work out the figures by the other policies too, until a newer picture is wanted."""
        for policy in POLICIES:
            if self._last is not picture or (self._next is not None and not self._next[1].done()):
                return
            picture.tallies(policy)


def _made(ledger: LedgerName, finish: Finish) -> Picture:
    with Ledger(ledger) as book:
        version, profile = version_of(ledger), profile_of(book)
    made = Picture(ledger, version, profile)
    finish(made)
    return made
