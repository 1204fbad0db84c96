"""A stream of bytes to read reports from, with what is known of it before the first byte is understood."""

import codecs
import gzip
import io
import zlib
from collections.abc import Mapping
from typing import Any, BinaryIO, Protocol, cast

from msgspec import Struct, structs

from cenotaph.problems import Problem
from cenotaph.read.codes import trouble
from cenotaph.read.sniff import HEAD

MIB = 1 << 20
MAX_TEXT = 16 * MIB
STREAM_ERRORS = (OSError, EOFError, zlib.error)
_GZIP = b"\x1f\x8b\x08"
_NESTED = 2


class Source(Struct, frozen=True):
    """A stream, the name to speak of it by, the id of a report without one, the declared media type and charset, and the
    columns of a table by what they hold ("text": "Body")."""

    stream: BinaryIO
    where: str
    ident: str
    head: bytes
    media_type: str | None = None
    charset: str | None = None
    columns: Mapping[str, str] | None = None

    def take(self, limit: int) -> bytes | Problem:
        """The whole stream, or the problem that it is larger than `limit` bytes or empty."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            drain(self.stream)
            return trouble("read.too-large", self.where, limit=f"{limit // MIB} MiB")
        return data


def open_source(
    stream: BinaryIO,
    where: str,
    ident: str,
    media_type: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> Source:
    """Look at the beginning of a stream, seeing through gzip. Raises one of `STREAM_ERRORS`."""
    head, stream = _peek(stream)
    for _ in range(_NESTED):
        if not head.startswith(_GZIP):
            break
        # GzipFile reads any object with `read`; it checks length and CRC at the end.
        head, stream = _peek(gzip.GzipFile(fileobj=stream))
    kind, _, rest = (media_type or "").partition(";")
    charset = rest.lower().partition("charset=")[2].strip(" \"'") or None
    return Source(stream, where, ident, head, kind.strip().lower() or None, charset, columns)


def recoded(source: Source, encoding: str) -> Source:
    """The same source read as UTF-8."""
    stream = io.BufferedReader(_Recoded(source.stream, encoding), HEAD)
    return structs.replace(
        source, stream=stream, head=source.head.decode(encoding, "replace").encode("utf-8", "replace")
    )


def drain(stream: BinaryIO) -> None:
    """Read a stream to its end and forget it, so that a pipe's writer is not cut off."""
    while stream.read(MIB):
        pass


class _Stepwise(Protocol):
    """A stream that gives what it has, up to `size` bytes."""

    def read1(self, size: int = -1, /) -> bytes: ...


class _Steps:
    """`read1` for a stream that has only `read`."""

    def __init__(self, stream: BinaryIO | gzip.GzipFile) -> None:
        self.read1 = stream.read


class _Joined(io.RawIOBase):
    """A head that was read already, and then the rest of its stream, or the error behind the head."""

    def __init__(self, head: bytes, rest: _Stepwise, broken: Exception | None) -> None:
        self._head = memoryview(head)
        self._rest = rest
        self._broken = broken

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        if self._broken and not self._head:
            raise self._broken
        # One step at a time: of a stream that breaks off, `read` would lose all that came before the break.
        piece = self._head[: len(buffer)] if self._head else self._rest.read1(len(buffer))
        self._head = self._head[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)


class _Recoded(io.RawIOBase):
    """A stream of text turned into UTF-8 on the way."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._reader = codecs.getreader(encoding)(stream, "replace")
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        if not self._left:
            self._left = self._reader.read(HEAD).encode("utf-8", "replace")
        piece, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


def _peek(stream: BinaryIO | gzip.GzipFile) -> tuple[bytes, BinaryIO]:
    steps = cast(_Stepwise, stream) if hasattr(stream, "read1") else _Steps(stream)
    head, broken = _beginning(steps)
    return head, io.BufferedReader(_Joined(head, steps, broken), HEAD)


def _beginning(stream: _Stepwise) -> tuple[bytes, Exception | None]:
    """As many bytes as telling the format takes, and how the stream broke behind them: asked again, it may just end."""
    head = b""
    try:
        while len(head) < HEAD and (piece := stream.read1(HEAD - len(head))):
            head += piece
    except STREAM_ERRORS as error:
        if not head:
            raise
        return head, error
    return head, None
