"""The fields that a person may correct, and how the values that they write are read."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args

import msgspec

from cenotaph.model import Action, Cargo, Claim, Handling, Harm, Means, Role, Scope, Stance
from cenotaph.problems import CenotaphError

Value = str | int | bool | list[str] | None
"""A value as it is written in a spreadsheet, on the command line or in JSON."""

EMPTY = "null"
"""What a person writes to empty a field."""

_DATE = re.compile(r"(\d{4}|XXXX)(-(\d\d)(-(\d\d))?)?")
_YES, _NO = ("true", "yes", "1"), ("false", "no", "0")


class WrongValue(CenotaphError):
    """A field that cannot be corrected, or a value that it cannot hold."""


def _number(field: str, text: str) -> int:
    digits = re.sub(r"[,\s_]", "", text)
    if not (digits.isascii() and digits.isdigit()):
        raise WrongValue(f"{text!r} is no number of people for {field}; write digits, or {EMPTY} for open.")
    return int(digits)


def _truth(field: str, text: str) -> bool:
    if text.lower() not in (*_YES, *_NO):
        raise WrongValue(f"{text!r} is neither true nor false, as {field} must be.")
    return text.lower() in _YES


def _text(field: str, text: str) -> str:
    if not text.strip():
        raise WrongValue(f"{field} cannot be blank; write {EMPTY} to empty it.")
    return text.strip()


def _list(field: str, text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;→]", text) if part.strip()]


def _date(field: str, text: str) -> str:
    found = _DATE.fullmatch(text.strip())
    try:
        if not found:
            raise ValueError
        date(2000 if found[1] == "XXXX" else int(found[1]), int(found[3] or 1), int(found[5] or 1))
    except ValueError:
        raise WrongValue(
            f"{text!r} is not a date for {field}; write 2022-03-13, 2022-03, 2022 or XXXX-03-13."
        ) from None
    return text.strip()


def _one_of(kind: Any) -> Callable[[str, str], str]:
    choices: tuple[str, ...] = get_args(kind)

    def read(field: str, text: str) -> str:
        if text.strip().lower() not in choices:
            raise WrongValue(f"{text!r} is no {field}; it must be one of {', '.join(choices)}.")
        return text.strip().lower()

    return read


def _some_of(kind: Any) -> Callable[[str, str], list[str]]:
    one = _one_of(kind)
    return lambda field, text: [one(field, part) for part in _list(field, text)]


Read = Callable[[str, str], Value]

CLAIM_FIELDS: Mapping[str, Read] = {
    "harm": _one_of(Harm),
    "low": _number,
    "high": _number,
    "approx": _truth,
    "side": _text,
    "role": _one_of(Role),
    "victims_text": _text,
    "names": _list,
    "place": _text,
    "scope": _one_of(Scope),
    "from": _date,
    "until": _date,
    "sources": _list,
    "stance": _one_of(Stance),
    "part_of": _text,
}
"""The fields of a claim that a person may correct, each with what reads its value."""

HANDLING_FIELDS: Mapping[str, Read] = {
    "cargo": _one_of(Cargo),
    "action": _one_of(Action),
    "facility": _text,
    "place": _text,
    "from_place": _text,
    "to_place": _text,
    "means": _some_of(Means),
    "sources": _list,
    "stance": _one_of(Stance),
}
"""The same of a handling."""

_FIELDS: dict[type[Claim] | type[Handling], Mapping[str, Read]] = {
    Claim: CLAIM_FIELDS,
    Handling: HANDLING_FIELDS,
}
_NEVER_EMPTY = {"harm", "approx", "role", "scope", "stance", "cargo", "action"}
_LISTS = {"names", "sources", "means"}


def read_value(kind: type[Claim] | type[Handling], field: str, value: Value) -> str:
    """The value as JSON in the form that the field holds. WrongValue, in one sentence, where it cannot hold it."""
    read = _FIELDS[kind].get(field)
    if read is None:
        names = ", ".join(_FIELDS[kind])
        raise WrongValue(f"{field!r} is no field that can be corrected; these can: {names}.")
    if value is None or (isinstance(value, str) and value.strip().lower() == EMPTY):
        return _emptied(field)
    if isinstance(value, list) and field in _LISTS:
        # Part by part, since a name may have in it what divides a written list.
        return msgspec.json.encode([part for one in value for part in _parts(read, field, one)]).decode()
    return msgspec.json.encode(read(field, _as_text(value))).decode()


def checked(one: Claim | Handling) -> None:
    """WrongValue if fields that are right one by one cannot be right together."""
    if isinstance(one, Claim) and one.low is not None and one.high is not None and one.low > one.high:
        raise WrongValue(
            f"low {one.low:,} is above high {one.high:,}; give both bounds, or {EMPTY} for open."
        )
    if isinstance(one, Claim) and one.part_of == one.id:
        raise WrongValue(f"The claim {one.id} cannot be a part of itself.")


def _emptied(field: str) -> str:
    if field in _NEVER_EMPTY:
        raise WrongValue(f"{field} always has a value and cannot be emptied.")
    return "[]" if field in _LISTS else "null"


def _parts(read: Read, field: str, one: str) -> list[str]:
    if field != "means":
        return [one.strip()]
    read_one = read(field, one)
    return read_one if isinstance(read_one, list) else []


def _as_text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "; ".join(value) if isinstance(value, list) else str(value)
