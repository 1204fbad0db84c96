"""The annexes of one workbench: which of them answers, and when the next one is opened."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from msgspec import Struct

from cenotaph.web.settings import Settings
from cenotaph.web.standing.version import Version, is_large, version_of

Work = Callable[[Settings, bytes, Connection, str], None]
"""What an annex does: with the settings, the key of the forms' secret words, the line to the server, where its door is."""


_ENDED = (
    "The figures of this ledger could not be worked out: the process that does it was ended, perhaps for want of memory. "
    "Give it more, and start `cenotaph serve` again."
)


class _Annex(Struct):
    version: Version
    process: SpawnProcess
    line: Connection
    door: Path

    def close(self) -> None:
        """It hears that the line is cut, and ends by itself when it has answered."""
        self.line.close()


class Annexes:
    """Opens an annex where a large ledger has changed, and lets the last one answer until the new one has its figures.

    `tell` hears why the figures of a ledger could not be worked out.
    """

    def __init__(self, settings: Settings, key: bytes, work: Work, tell: Callable[[str], None]) -> None:
        self._settings, self._key, self._work, self._tell = settings, key, work, tell
        self._folder = TemporaryDirectory(prefix="cenotaph-")
        self._opener = ThreadPoolExecutor(1, thread_name_prefix="annex")
        self._lock = Lock()
        self._present: _Annex | None = None
        self._opening: _Annex | None = None
        self._failed: Version | None = None
        self._count = 0

    def door(self) -> Path | None:
        """Where the newest annex that has its figures is asked; None where there is none."""
        version = version_of(self._settings.ledger)
        if not is_large(version):
            return None
        with self._lock:
            present = self._present
            wanted = present is None or present.version != version
            if wanted and self._opening is None and self._failed != version:
                self._open(version)
        return present.door if present else None

    def close(self) -> None:
        """Close them all."""
        with self._lock:
            for annex in (self._present, self._opening):
                if annex is not None:
                    annex.close()
            self._present = self._opening = None
        self._opener.shutdown(wait=False, cancel_futures=True)
        self._folder.cleanup()

    def _open(self, version: Version) -> None:
        self._count += 1
        door = Path(self._folder.name, str(self._count))
        context = get_context("spawn")
        line, far_end = context.Pipe()
        process = context.Process(
            target=self._work, args=(self._settings, self._key, far_end, str(door)), daemon=True
        )
        process.start()
        far_end.close()
        self._opening = _Annex(version, process, line, door)
        self._opener.submit(self._wait_for, self._opening)

    def _wait_for(self, annex: _Annex) -> None:
        """Until it says that it has its figures, or why it cannot."""
        try:
            failure = annex.line.recv()
        except (EOFError, OSError):
            failure = _ENDED
        with self._lock:
            if self._opening is not annex:
                return
            self._opening = None
            if failure:
                self._failed = annex.version
                self._tell(failure)
                annex.close()
                return
            if self._present is not None:
                self._present.close()
            self._present = annex
