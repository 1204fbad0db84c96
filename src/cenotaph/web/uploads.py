"""Reports that people upload: filed one upload after another, by one writer, while pages tell how far it is."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from secrets import token_urlsafe
from threading import Lock

from msgspec import Struct

from cenotaph.ledger import LedgerName
from cenotaph.problems import CenotaphError, Problem
from cenotaph.read import Document, read_bytes
from cenotaph.run import Count, Result, file_into

_REMEMBERED = 200


class Sent(Struct, frozen=True):
    """One file as it came: its name and its bytes, and its media type where it is known."""

    name: str
    data: bytes
    media_type: str | None = None


class Progress(Struct):
    """How far an upload is. `reports` are the ids of those filed, with how many claims each has."""

    id: str
    files: int
    bytes: int
    bytes_done: int = 0
    state: str = "waiting"
    reports: list[tuple[str, int]] = []
    problems: list[Problem] = []
    repeats: int = 0
    failed: str | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self.state in ("done", "failed")


class Uploads:
    """The uploads of one workbench, the newest few of them remembered."""

    def __init__(self, ledger: LedgerName) -> None:
        self._ledger = ledger
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="uploads")
        self._known: OrderedDict[str, Progress] = OrderedDict()
        self._lock = Lock()

    def add(self, sent: Sequence[Sent]) -> Progress:
        """Begin with an upload."""
        progress = Progress(token_urlsafe(9), len(sent), sum(len(one.data) for one in sent))
        with self._lock:
            self._known[progress.id] = progress
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        self._writer.submit(self._file, sent, progress)
        return progress

    def get(self, id_: str) -> Progress | None:
        """The upload of that id."""
        return self._known.get(id_)

    def close(self) -> None:
        """Finish what is under way and begin nothing more."""
        self._writer.shutdown(cancel_futures=True)

    def _file(self, sent: Sequence[Sent], progress: Progress) -> None:
        progress.state = "reading"
        count = Count()
        try:
            for outcome in file_into(self._ledger, _documents(sent, progress)):
                progress.problems += count.add(outcome)
                progress.repeats = count.repeats
                if isinstance(outcome, Result):
                    progress.reports.append((outcome.document.report.id, len(outcome.found.claims)))
            progress.state = "done"
        except CenotaphError as error:
            progress.failed, progress.state = str(error), "failed"


def _documents(sent: Sequence[Sent], progress: Progress) -> Iterator[Document | Problem]:
    for one in sent:
        yield from read_bytes(one.data, one.name, one.media_type)
        progress.bytes_done += len(one.data)
