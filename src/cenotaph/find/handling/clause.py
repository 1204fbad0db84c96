"""A handling clause: which words say what is done with whom."""

from typing import NamedTuple

from cenotaph.find.handling.grammar import Rule
from cenotaph.model import Action, Cargo


class Clause(NamedTuple):
    """One clause: tokens `first` to `last` matched, `do` says what is done; `left` to `right` is the whole clause (inclusive)."""

    rules: tuple[Rule, ...]
    first: int
    last: int
    do: int
    left: int
    right: int
    action: Action
    cargo: Cargo | None
