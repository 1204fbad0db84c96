"""Where one record of a WARC file ends and the next begins (ISO 28500, 4). Libraries stop quietly where a file was cut
off, so the lengths are counted here, and only whole records are handed on."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from msgspec import Struct

from cenotaph.read.source import MIB, STREAM_ERRORS

MAX_RECORD = 64 * MIB
_MAX_HEADER = MIB
_LENGTH = re.compile(rb"^Content-Length:\s*(\d{1,18})\s*$", re.IGNORECASE | re.MULTILINE)


class Framed(Struct, frozen=True):
    """A whole record, header and block; `block_size` in bytes. A record over `MAX_RECORD` has no bytes here."""

    data: bytes
    block_size: int


class Broken(Struct, frozen=True):
    """The end of an archive that does not end well: cut off within a record, or with something that is no record."""

    reason: str
    cut_off: bool = False


_CUT_OFF = Broken("it ends within a record", cut_off=True)


def framed(stream: BinaryIO) -> Iterator[Framed | Broken]:
    """The whole records of a stream in order; at its end, `Broken` if it does not end with a whole record."""
    try:
        while first := _first_line(stream):
            if not first.startswith(b"WARC/"):
                yield _CUT_OFF if b"WARC/".startswith(first) else Broken("a record should begin with WARC/")
                return
            record = _rest(first, stream)
            yield record
            if isinstance(record, Broken):
                return
    except STREAM_ERRORS:
        yield _CUT_OFF


def _first_line(stream: BinaryIO) -> bytes:
    """The next line that is not empty; nothing at the end."""
    while line := stream.readline(_MAX_HEADER):
        if line.strip(b"\r\n"):
            return line
    return b""


def _rest(first: bytes, stream: BinaryIO) -> Framed | Broken:
    header = _header(first, stream)
    if header is None:
        return _CUT_OFF
    length = _LENGTH.search(header)
    if length is None:
        return Broken("a record does not say how long it is")
    size = int(length[1])
    if size > MAX_RECORD:
        return Framed(b"", size) if _skip(stream, size) else _CUT_OFF
    block = stream.read(size)
    return Framed(header + block, size) if len(block) == size else _CUT_OFF


def _header(first: bytes, stream: BinaryIO) -> bytes | None:
    """The header with the empty line that closes it; None if it is not closed."""
    header = bytearray(first)
    while line := stream.readline(_MAX_HEADER):
        header += line
        if not line.strip(b"\r\n"):
            return bytes(header)
        if len(header) > _MAX_HEADER:
            return None
    return None


def _skip(stream: BinaryIO, size: int) -> bool:
    while size and (piece := stream.read(min(size, MIB))):
        size -= len(piece)
    return not size
