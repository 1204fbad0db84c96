"""Files cut into parts that can be read apart: stretches of JSON lines, row groups of Parquet, every other file whole.

Read one after another, the parts of some paths give what `read_paths` gives for the paths.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO

from msgspec import Struct

from cenotaph.problems import Problem
from cenotaph.read.decode import wide_encoding
from cenotaph.read.document import Document
from cenotaph.read.idents import distinct_ids, printable
from cenotaph.read.office.parquet import MAGIC, read_groups, row_groups
from cenotaph.read.paths import read_file, walk
from cenotaph.read.records import read_lines
from cenotaph.read.sniff import HEAD
from cenotaph.read.source import Source

_LINES = (".jsonl", ".ndjson")
_PARQUET = ".parquet"
_GZIP = b"\x1f\x8b"


class Part(Struct, frozen=True):
    """A file; or the bytes `start` to `end` of one, or of Parquet some row groups, whose first line or row there has the
    number `first`."""

    path: str
    ident: str
    start: int = 0
    end: int | None = None
    first: int = 1
    groups: tuple[int, ...] = ()


def parts_of(paths: Sequence[str], *, size: int) -> Iterator[Part | Problem]:
    """The parts of files and folders in order, those of JSON lines and of Parquet of about `size` bytes."""
    found = list(walk(paths))
    files = [path for path in found if isinstance(path, str)]
    ids = dict(zip(files, distinct_ids(files), strict=True))
    for path in found:
        if isinstance(path, Problem):
            yield path
        else:
            yield from _cut(path, ids[path], size)


def read_part(part: Part) -> Iterator[Document | Problem]:
    """The reports of a part."""
    if part.groups:
        source = Source(BytesIO(), printable(part.path), part.ident, MAGIC)
        yield from read_groups(part.path, source, part.groups, part.first)
        return
    if part.end is None:
        yield from read_file(part.path, part.ident, None)
        return
    with open(part.path, "rb") as file:
        file.seek(part.start)
        data = file.read(part.end - part.start)
    yield from read_lines(Source(BytesIO(data), printable(part.path), part.ident, data[:HEAD]), part.first)


def _cut(path: str, ident: str, size: int) -> Iterator[Part]:
    if path.lower().endswith(_LINES) and _is_plain(path):
        yield from _cut_lines(path, ident, size)
    elif path.lower().endswith(_PARQUET) and len(groups := row_groups(path)) > 1:
        yield from _cut_groups(path, ident, size, groups)
    else:
        yield Part(path, ident)


def _cut_lines(path: str, ident: str, size: int) -> Iterator[Part]:
    start, first = 0, 1
    with open(path, "rb") as file:
        while data := file.read(size):
            data += file.readline()
            yield Part(path, ident, start, start + len(data), first)
            start += len(data)
            first += data.count(b"\n")


def _cut_groups(path: str, ident: str, size: int, groups: Sequence[tuple[int, int]]) -> Iterator[Part]:
    held: list[int] = []
    first, rows, length = 1, 0, 0
    for number, (count, unpacked) in enumerate(groups):
        held, rows, length = [*held, number], rows + count, length + unpacked
        if length >= size or number == len(groups) - 1:
            yield Part(path, ident, first=first, groups=tuple(held))
            held, first, rows, length = [], first + rows, 0, 0


def _is_plain(path: str) -> bool:
    """Whether a file can be read and is neither packed nor of an encoding of two bytes."""
    try:
        with open(path, "rb") as file:
            head = file.read(HEAD)
    except OSError:
        return False
    return bool(head) and not head.startswith(_GZIP) and not wide_encoding(head)
