"""Values on their way to PostgreSQL and back, where it knows fewer of them than SQLite."""

from typing import Any

import psycopg
from psycopg.adapt import Dumper
from psycopg.types.numeric import IntDumper
from psycopg.types.string import StrDumperUnknown, TextLoader

_NUL, _MARK = "\x00", "\ufdd0"
"""A text may hold NUL, which PostgreSQL refuses: it is written as a mark that no text uses, and a digit."""


class _TextDumper(StrDumperUnknown):
    def dump(self, obj: str) -> Any:
        if _NUL in obj or _MARK in obj:
            obj = obj.replace(_MARK, _MARK + "1").replace(_NUL, _MARK + "0")
        return super().dump(obj)


class _TextLoader(TextLoader):
    def load(self, data: Any) -> Any:
        text = super().load(data)
        if isinstance(text, str) and _MARK in text:
            return text.replace(_MARK + "0", _NUL).replace(_MARK + "1", _MARK)
        return text


class _FlagDumper(IntDumper):
    """True and False are 1 and 0, as SQLite has it."""

    def dump(self, obj: bool) -> Any:
        return super().dump(int(obj))


def adapt(raw: "psycopg.Connection[Any]") -> None:
    """Let the connection take what SQLite takes and give what SQLite gives."""
    dumpers: dict[type, type[Dumper]] = {str: _TextDumper, bool: _FlagDumper}
    for kind, dumper in dumpers.items():
        raw.adapters.register_dumper(kind, dumper)
    raw.adapters.register_loader("text", _TextLoader)
    raw.adapters.register_loader("numeric", _WholeLoader)


class _WholeLoader(TextLoader):
    """A sum of integers is an integer again."""

    def load(self, data: Any) -> Any:
        digits = str(super().load(data))
        return float(digits) if "." in digits else int(digits)
