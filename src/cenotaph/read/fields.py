"""From a character of a JSON record's text to the byte where it is written, found only when somebody asks."""

import re

import msgspec

from cenotaph.read.decode import decode
from cenotaph.read.document import Document

_TOKEN = re.compile(r"\"((?:[^\"\\]++|\\.)*+)\"(\s*:)?|[{}\[\]]", re.DOTALL)
_WRITTEN = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL
)


def byte_offset(document: Document, offset: int) -> int:
    """The byte of `raw.data` at which a character of the text is written, or its end for the text's length.

    Raises IndexError outside the text; ValueError for a PDF, whose characters are drawings on a page, and where the
    characters are written in packed or encoded form (Word, mail, feeds, tables).
    """
    at = document.offsets.to_raw(offset)
    if document.offsets.unit == "byte":
        return at
    if document.offsets.unit == "glyph":
        raise ValueError("A PDF's characters have pages and places, not bytes; use offsets.page.")
    if document.raw.reader not in ("json/1", "workbook/1", "parquet/1"):
        raise ValueError(
            f"What {document.raw.reader} reads has no byte for each character; show its raw record."
        )
    return _byte_in_record(document.raw.data, at)


def _byte_in_record(data: bytes, offset: int) -> int:
    decoded = decode(data)
    record = decoded.text
    start, end = _text_field(record)
    for found in _WRITTEN.finditer(record, start, end):
        if offset == 0:
            return decoded.offsets.to_raw(found.start())
        offset -= 1
    return decoded.offsets.to_raw(end)


def _text_field(record: str) -> tuple[int, int]:
    """Where the string of the record's own "text" is written, between its quotes; of several, the last counts."""
    depth, key, field = 0, None, (0, 0)
    for token in _TOKEN.finditer(record):
        if token[0] in "{[":
            depth, key = depth + 1, None
        elif token[0] in "}]":
            depth -= 1
        elif token[2] is not None:
            key = msgspec.json.decode(f'"{token[1]}"') if depth == 1 else None
        elif depth == 1 and key == "text":
            field, key = token.span(1), None
    return field
