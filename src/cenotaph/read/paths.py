"""Files, folders and standard input to streams of reports."""

import os
import stat
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import BinaryIO

from cenotaph.problems import Problem
from cenotaph.read.codes import trouble
from cenotaph.read.document import Document
from cenotaph.read.idents import distinct_ids, printable, stem
from cenotaph.read.readers import EXTENSIONS, read_stream
from cenotaph.read.sniff import suffix


def read_paths(
    paths: Sequence[str], stdin: BinaryIO | None = None, *, columns: Mapping[str, str] | None = None
) -> Iterator[Document | Problem]:
    """The reports of files, of folders (searched through, in order of name, hidden files left out) and, for "-", of
    `stdin`. A file named twice is read once. What cannot be read is a `Problem`, and the rest goes on.

    `columns` names the columns of CSV files and spreadsheets by what they hold ("text": "Body")."""
    found = list(walk(paths))
    files = [path for path in found if isinstance(path, str)]
    ids = dict(zip(files, distinct_ids(files), strict=True))
    for path in found:
        if isinstance(path, Problem):
            yield path
        elif path != "-":
            yield from read_file(path, ids[path], columns)
        elif stdin is None:
            yield trouble("read.unreadable", path, reason="no standard input was given")
        else:
            yield from read_stream(stdin, "standard input", "stdin", columns=columns)


def read_bytes(
    data: bytes, name: str, media_type: str | None = None, *, columns: Mapping[str, str] | None = None
) -> Iterator[Document | Problem]:
    """The reports in `data`, as if from a file called `name`, or of `media_type` ("text/html; charset=koi8-r")."""
    yield from read_stream(BytesIO(data), name, stem(name), media_type, columns)


def read_file(path: str, ident: str, columns: Mapping[str, str] | None) -> Iterator[Document | Problem]:
    """The reports of one file."""
    try:
        with open(path, "rb") as stream:
            yield from read_stream(stream, printable(path), ident, columns=columns)
    except (OSError, ValueError) as error:
        yield trouble("read.unreadable", printable(path), reason=_why(error))


def walk(paths: Sequence[str]) -> Iterator[str | Problem]:
    """Each file once, in order; a problem in the place of what is not there."""
    seen: set[str] = set()
    for path in paths:
        for found in _expand(path):
            if isinstance(found, Problem):
                yield found
            elif (key := os.path.abspath(found) if found != "-" else "-") not in seen:
                seen.add(key)
                yield found


def _expand(path: str) -> Iterator[str | Problem]:
    if path == "-":
        yield path
        return
    try:
        mode = os.stat(path).st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        yield trouble("read.missing", printable(path))
    except OSError as error:
        yield trouble("read.unreadable", printable(path), reason=_why(error))
    else:
        if stat.S_ISDIR(mode):
            yield from _folder(path)
        else:
            yield path


def _folder(top: str) -> Iterator[str | Problem]:
    problems: list[Problem] = []
    others: Counter[str] = Counter()
    count = 0

    def note(error: OSError) -> None:
        problems.append(trouble("read.unreadable", printable(str(error.filename)), reason=_why(error)))

    for folder, folders, names in os.walk(top, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith("."):
                continue
            kind = suffix(name)
            if kind and kind not in EXTENSIONS:
                others[kind] += 1
                continue
            count += 1
            yield os.path.join(folder, name)
    yield from problems
    where = printable(top)
    if others:
        names_of = ", ".join(sorted(others)[:5])
        yield trouble("read.skipped", where, count=others.total(), names=names_of)
    elif not count and not problems:
        yield trouble("read.empty-folder", where)


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
