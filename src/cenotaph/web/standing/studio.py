"""Where pictures are made: in the background, one after another, while pages show the last one."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Lock
from time import monotonic

from cenotaph.ledger import Ledger, LedgerName
from cenotaph.reconcile import POLICIES
from cenotaph.run.profiles import profile_of
from cenotaph.web.standing.picture import Picture, Version

Finish = Callable[[Picture], None]

_PATIENCE = 4.0
"""Seconds that a page waits for a new picture before it shows the old one and says so. A small dossier needs less."""


class Studio:
    """Makes the pictures of one ledger. `finish` makes beforehand what pages keep in a picture, so that none waits for it."""

    def __init__(self, ledger: LedgerName, finish: Finish) -> None:
        self._ledger = ledger
        self._finish = finish
        self._maker = ThreadPoolExecutor(1, thread_name_prefix="studio")
        self._lock = Lock()
        self._last: Picture | None = None
        self._next: tuple[Version, Future[Picture]] | None = None
        self._pace = 0.0

    def picture(self, *, patience: float = _PATIENCE) -> tuple[Picture | None, bool]:
        """The newest picture there is, None where none was made yet, and whether it is of the ledger as it is now."""
        version = self._version()
        with self._lock:
            last = self._last
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
        with Ledger(self._ledger) as book:
            version, profile = self._version(), profile_of(book)
        made = Picture(self._ledger, version, profile)
        self._finish(made)
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

    def _version(self) -> Version:
        """Changes whenever a finding, a judgement or a profile is filed."""
        with Ledger(self._ledger) as book:
            return tuple(int(book.select(f"SELECT coalesce(max(seq), 0) FROM {table}")[0][0])
                         for table in ("finding", "judgement", "profile"))  # fmt: skip
