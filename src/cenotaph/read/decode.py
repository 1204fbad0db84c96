"""Bytes to text: which encoding, which bytes were bad, and where each character lies in the bytes."""

import codecs
import re
from collections.abc import Iterator

from msgspec import Struct

from cenotaph.problems import Problem
from cenotaph.read.codes import trouble
from cenotaph.read.guess import guess_encoding
from cenotaph.read.offsets import OffsetMap, Runs, identity

# UTF-32 stands before UTF-16, whose mark its own begins with.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The web reads these labels as windows-1252, which has the same letters and more (WHATWG Encoding, "names and labels").
_WESTERN = frozenset({"ascii", "iso8859-1", "cp1252"})
# Python also knows codecs that are no encodings of text, such as base64.
_TEXT_CODEC = re.compile(
    r"ascii|utf-?\d+.*|cp\d+|iso8859-\d+|koi8-[rtu]|mac-\w+|windows-\d+|tis-620|ptcp154|johab|hz"
    r"|(?:shift_|euc_|gb|big5|iso2022_).*"
)
# The first characters of two, three and four bytes in UTF-8; and those that stand for a byte that is none (PEP 383).
_WIDER = (0x80, 0x800, 0x10000)
_FIRST_ESCAPED, _LAST_ESCAPED = 0xDC80, 0xDCFF
_ESCAPED = re.compile("[\udc80-\udcff]")


class Decoded(Struct, frozen=True):
    """Text, and how it was had: `bad` bytes became U+FFFD, the first at byte `bad_at`; `guessed` if nothing said how."""

    text: str
    encoding: str
    offsets: OffsetMap
    bad: int = 0
    bad_at: int = 0
    guessed: bool = False

    def problems(self, where: str, report: str | None) -> Iterator[Problem]:
        """What a reader of the text should know of its encoding."""
        if self.bad:
            facts = {"encoding": self.encoding, "count": self.bad, "offset": self.bad_at}
            yield trouble("read.encoding-broken", where, report=report, **facts)
        elif self.guessed:
            yield trouble("read.encoding-guessed", where, report=report, encoding=self.encoding)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`: by its byte order mark, else as UTF-8, else as declared, else by a guess. Never raises."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding, skip=len(mark))
    wide = utf16_without_mark(data)
    if wide:
        return _decode_as(data, wide)
    try:
        return _utf8(data, data.decode("utf-8"), skip=0)
    except UnicodeDecodeError as error:
        cut_off = error.reason == "unexpected end of data"
    label = known_encoding(declared)
    if label and not label.startswith(("utf", "us")):
        return _decode_as(data, label)
    encoding = "utf-8" if cut_off or label else guess_encoding(data)
    return _decode_as(data, encoding, guessed=True)


def known_encoding(label: str | None) -> str | None:
    """The name of the text encoding that a declaration means, None if it means none we can decode."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    if not _TEXT_CODEC.fullmatch(name):
        return None
    return "windows-1252" if name in _WESTERN else name


def wide_encoding(head: bytes) -> str | None:
    """The encoding of a beginning whose characters take two or four bytes each, None for all others."""
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return utf16_without_mark(head)


def utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte is 0 (Latin letters) or 4 (Cyrillic ones), the rest are not."""
    head = data[:4096]
    if b"\0" not in head or len(head) < 4:
        return None
    even, odd = head[0::2], head[1::2]
    if _is_high_half(odd) and not _is_high_half(even):
        return "utf-16-le"
    return "utf-16-be" if _is_high_half(even) and not _is_high_half(odd) else None


def _is_high_half(half: bytes) -> bool:
    return half.count(0) + half.count(4) >= 0.8 * len(half)


def _decode_as(data: bytes, encoding: str, *, skip: int = 0, guessed: bool = False) -> Decoded:
    if encoding == "utf-8":
        return _utf8(data, data[skip:].decode("utf-8", "surrogateescape"), skip=skip)
    if encoding.startswith(("utf-16", "utf-32")):
        decoded = _utf_wide(data, encoding, skip)
    else:
        decoded = _legacy(data, encoding)
    bad = decoded.text.count("\ufffd")
    at = decoded.offsets.to_raw(decoded.text.index("\ufffd")) if bad else 0
    return Decoded(decoded.text, encoding, decoded.offsets, bad, at, guessed)


def _utf8(data: bytes, escaped: str, *, skip: int) -> Decoded:
    """`escaped` holds each byte that is not UTF-8 as a lone surrogate (PEP 383)."""
    if len(escaped) + skip == len(data) and escaped.isascii():
        offsets = identity("byte", len(escaped)) if not skip else _shifted(len(escaped), skip)
        return Decoded(escaped, "utf-8", offsets)
    offsets = _places(escaped, skip)
    first = _ESCAPED.search(escaped)
    if first is None:
        return Decoded(escaped, "utf-8", offsets)
    text, bad = _ESCAPED.subn("\ufffd", escaped)
    return Decoded(text, "utf-8", offsets, bad, offsets.to_raw(first.start()))


def _places(escaped: str, skip: int) -> OffsetMap:
    """Where each character lies, by runs of characters that take as many bytes."""
    import numpy as np

    codes = np.frombuffer(escaped.encode("utf-32-le", "surrogatepass"), np.uint32)
    widths = sum((codes >= least for least in _WIDER), np.ones(len(codes), np.uint8))
    widths[(codes >= _FIRST_ESCAPED) & (codes <= _LAST_ESCAPED)] = 1
    starts = np.concatenate(([0], np.flatnonzero(np.diff(widths)) + 1))
    steps = widths[starts].astype(np.int64)
    sizes = np.diff(starts, append=len(codes)) * steps
    raws = skip + np.concatenate(([0], np.cumsum(sizes[:-1])))
    return OffsetMap("byte", len(codes), *(tuple(column.tolist()) for column in (starts, raws, steps)))


def _shifted(length: int, skip: int) -> OffsetMap:
    return OffsetMap("byte", length, (0,), (skip,), (1,))


def _utf_wide(data: bytes, encoding: str, skip: int) -> Decoded:
    text = data[skip:].decode(encoding, "replace")
    unit = 4 if "32" in encoding else 2
    runs, raw = Runs(), skip
    if unit == 4 or max(text, default="") <= "\uffff":
        even = (len(data) - skip) // unit
        runs.add(even, raw, unit)
        # Bytes too few for a character at the end.
        runs.add(len(text) - even, raw + even * unit, (len(data) - skip) % unit)
    else:
        for letter in text:
            width = min(4 if letter > "\uffff" else 2, len(data) - raw)
            runs.add(1, raw, width)
            raw += width
    return Decoded(text, encoding, runs.done("byte"))


def _legacy(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    # One character a byte, as in all the encodings of Europe.
    if len(text) == len(data):
        return Decoded(text, encoding, identity("byte", len(text)))
    return _multibyte(data, encoding)


def _multibyte(data: bytes, encoding: str) -> Decoded:
    """Byte by byte, for encodings whose characters have no width we know beforehand."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    runs, pieces, begun = Runs(), [], 0
    for at in range(len(data) + 1):
        piece = decoder.decode(data[at : at + 1], final=at == len(data))
        if piece:
            end = min(at + 1, len(data))
            runs.add(1, begun, end - begun)
            runs.add(len(piece) - 1, end, 0)
            pieces.append(piece)
            begun = end
    return Decoded("".join(pieces), encoding, runs.done("byte"))
