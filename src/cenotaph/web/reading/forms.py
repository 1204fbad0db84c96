"""The forms in which a claim or handling is corrected or added: a field after another, with what it may hold."""

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from msgspec import Struct

from cenotaph.judging import HANDLING_FIELDS, Value
from cenotaph.model import Action, Cargo, Claim, Handling, Harm, Means, Role, Scope, Stance
from cenotaph.rows import Row

_CHOICES: dict[str, tuple[str, ...]] = {
    "harm": get_args(Harm),
    "role": get_args(Role),
    "scope": get_args(Scope),
    "stance": get_args(Stance),
    "cargo": get_args(Cargo),
    "action": get_args(Action),
    "approx": ("no", "yes"),
}
_LISTS = ("sources", "names", "means")
_NUMBERS = ("low", "high")
CLAIM_FORM = ("low", "high", "approx", "harm", "side", "role", "victims_text", "names", "place", "scope", "from",
              "until", "sources", "stance")  # fmt: skip
_HINTS = {
    "low": "open",
    "high": "open",
    "from": "2022-03-13",
    "until": "2022-03-13",
    "sources": "one a line, the origin first",
    "names": "one a line",
    "means": "one a line: " + ", ".join(get_args(Means)),
}
_DEFAULTS = {"role": "unknown", "scope": "incident", "stance": "asserted", "approx": "no", "cargo": "dead"}


class Entry(Struct, frozen=True):
    """One field of a form; `was` is the value somebody else has given it since the form was opened."""

    name: str
    value: str
    kind: Literal["choice", "number", "list", "text"]
    choices: Sequence[str] = ()
    hint: str = ""
    was: str | None = None


def form_of(kind: type[Claim] | type[Handling], row: Row | None, sent: Mapping[str, str]) -> list[Entry]:
    """The form for a row (or a new one), filled with what was `sent` where somebody wrote already."""
    names = CLAIM_FORM if kind is Claim else HANDLING_FIELDS
    return [
        _entry(name, _DEFAULTS.get(name, "") if row is None else _text(row[name]), sent) for name in names
    ]


def _entry(name: str, present: str, sent: Mapping[str, str]) -> Entry:
    value = sent.get(name, present)
    kind: Literal["choice", "number", "list", "text"] = (
        "choice"
        if name in _CHOICES
        else "list"
        if name in _LISTS
        else "number"
        if name in _NUMBERS
        else "text"
    )
    was = present if sent and _same(value) != _same(present) else None
    return Entry(name, value, kind, _CHOICES.get(name, ()), _HINTS.get(name, ""), was)


def values_of(sent: Mapping[str, str]) -> dict[str, Value]:
    """What a form sent, as values of the ledger: nothing where a field was left empty, a list a line."""
    return {name: _value(name, text) for name, text in sent.items()}


def _value(name: str, text: str) -> Value:
    if name in _LISTS:
        return [line.strip() for line in text.splitlines() if line.strip()]
    return text.strip() or None


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "\n".join(map(str, value))
    return "" if value is None else str(value)


def _same(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
