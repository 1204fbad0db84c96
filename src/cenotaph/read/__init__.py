"""Bytes in, reports out: text, HTML, PDF and JSON lines, each with a map from clean text back to the raw page."""

from cenotaph.read.codes import CODES
from cenotaph.read.document import Document, Raw
from cenotaph.read.fields import byte_offset
from cenotaph.read.furniture import furniture_spans
from cenotaph.read.offsets import OffsetMap
from cenotaph.read.parts import Part, parts_of, read_part
from cenotaph.read.paths import read_bytes, read_paths

__all__ = [
    "CODES",
    "Document",
    "OffsetMap",
    "Part",
    "Raw",
    "byte_offset",
    "furniture_spans",
    "parts_of",
    "read_bytes",
    "read_part",
    "read_paths",
]
