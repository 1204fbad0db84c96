"""What a person says a source is: its kind, its side, its house, whether it is protected."""

from collections.abc import Callable, Mapping
from typing import get_args

import msgspec

from cenotaph.judging import Value, WrongValue
from cenotaph.ledger import Ledger, TraceTables
from cenotaph.ledger.filters import ClaimFilter
from cenotaph.trace import RegisterEntry, SourceKind, shipped_name

_EMPTY = "null"
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}


def read_source_fields(fields: Mapping[str, Value]) -> tuple[tuple[str, str], ...]:
    """The new values as JSON, by their fields. WrongValue, in one sentence, where a source has no such field or the
    field cannot hold it."""
    if not fields:
        raise WrongValue(
            f"The correction of a source names no field; these can be: {', '.join(SOURCE_FIELDS)}."
        )
    for name in fields:
        if name not in SOURCE_FIELDS:
            raise WrongValue(
                f"{name!r} is no field of a source; these can be corrected: {', '.join(SOURCE_FIELDS)}."
            )
    read = {name: SOURCE_FIELDS[name](str(value).strip()) for name, value in fields.items()}
    return tuple(sorted((name, msgspec.json.encode(value).decode()) for name, value in read.items()))


def known_source(book: Ledger, name: str) -> str:
    """The name as it stands, if a report of the ledger credits it or the register ships it; else WrongValue."""
    name = name.strip()
    if name and (shipped_name(name) or _is_credited(book, name) or _is_registered(book, name)):
        return name
    raise WrongValue(f"No report of the ledger credits a source {name!r}; see `cenotaph sources`.")


def _is_credited(book: Ledger, name: str) -> bool:
    return any(name in claim.sources for claim, _ in book.claims(ClaimFilter(source=name)))


def _is_registered(book: Ledger, name: str) -> bool:
    decoder = msgspec.msgpack.Decoder(RegisterEntry)
    entries = (decoder.decode(body) for _, body in TraceTables(book.connection).all("source"))
    return any(name == entry.source.name or name in entry.names for entry in entries)


def _kind(text: str) -> str:
    kind = next((one for one in get_args(SourceKind) if one.casefold() == text.casefold()), None)
    if kind is None:
        raise WrongValue(
            f"{text!r} is no kind of source; it must be one of {', '.join(get_args(SourceKind))}."
        )
    return str(kind)


def _side(text: str) -> str:
    """Empty for none, since no value at all says nothing of the side."""
    return "" if text.lower() == _EMPTY else text


def _house(text: str) -> str:
    if text.lower() in ("", _EMPTY):
        raise WrongValue(
            "belongs_to names the house that the source belongs to; to part them again, undo the judgement."
        )
    return text


def _protected(text: str) -> bool:
    if text.lower() not in _TRUTHS:
        raise WrongValue(f"{text!r} does not say whether the source is protected; write true or false.")
    return _TRUTHS[text.lower()]


SOURCE_FIELDS: Mapping[str, Callable[[str], str | bool]] = {
    "kind": _kind,
    "side": _side,
    "belongs_to": _house,
    "protected": _protected,
}
"""The fields of a source that a person may correct, each with what reads its value."""
