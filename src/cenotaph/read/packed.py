"""Files that are ZIP archives inside: collections of web archives, Word documents, spreadsheets."""

import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from tempfile import SpooledTemporaryFile

from cenotaph.read.source import MIB, Source

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    NotImplementedError,
    RuntimeError,
)
"""What the standard library raises for a ZIP file that is damaged, locked or packed in a way it does not know."""

_IN_MEMORY = 16 * MIB
_MAGIC = b"PK\x03\x04"


def looks_like_zip(head: bytes, name: str, extension: str, marks: tuple[bytes, ...]) -> bool:
    """A ZIP file by this extension, or with one of the marks near its beginning, where the names of its files stand."""
    if not head.startswith(_MAGIC):
        return False
    return PurePath(name.lower()).suffix == extension or any(mark in head for mark in marks)


@contextmanager
def opened_zip(source: Source) -> Iterator[zipfile.ZipFile | None]:
    """The ZIP archive in a stream, by way of a scratch file, since its table of contents stands at its end; None if it
    is none."""
    with SpooledTemporaryFile(_IN_MEMORY) as scratch:
        shutil.copyfileobj(source.stream, scratch, MIB)
        try:
            archive = zipfile.ZipFile(scratch)
        except BROKEN:
            yield None
            return
        with archive:
            yield archive


def unpacked_size(archive: zipfile.ZipFile) -> int:
    """How many bytes it says its files have unpacked."""
    return sum(entry.file_size for entry in archive.infolist())
