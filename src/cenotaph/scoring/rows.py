"""Rows to be compared, as the codebook writes them: one JSON object a line, fields that are not there being null."""

from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from cenotaph.problems import CenotaphError


class ClaimMark(Struct, frozen=True):
    """A claim row, by hand or by machine. A gold row that is `optional` is neither hit nor miss."""

    report: str
    start: int
    end: int
    harm: str
    quantity_text: str | None = None
    low: int | None = None
    high: int | None = None
    approx: bool | None = None
    side: str | None = None
    role: str | None = None
    place: str | None = None
    scope: str | None = None
    until: str | None = None
    sources: tuple[str, ...] | None = ()
    stance: str | None = None
    optional: bool = False


class HandlingMark(Struct, frozen=True):
    """A handling row, by hand or by machine."""

    report: str
    start: int
    end: int
    action: str
    quote: str | None = None
    cargo: str | None = None
    facility: str | None = None
    place: str | None = None
    from_place: str | None = None
    to_place: str | None = None
    means: tuple[str, ...] | None = ()
    sources: tuple[str, ...] | None = ()
    stance: str | None = None
    optional: bool = False


class RowsError(CenotaphError):
    """A file of rows cannot be read."""


Mark = TypeVar("Mark", ClaimMark, HandlingMark)


def read_marks(path: Path, kind: type[Mark]) -> list[Mark]:
    """The rows of a JSON-lines file. RowsError names the line that is not a row."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise RowsError(f"{path} could not be opened ({error.strerror}); check the path.") from error
    return [_mark(line, path, number, kind) for number, line in enumerate(lines, start=1) if line.strip()]


def _mark(line: bytes, path: Path, number: int, kind: type[Mark]) -> Mark:
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise RowsError(
            f"{path}, line {number}, is not a row of the codebook ({error}); mend the line or leave it out."
        ) from error
