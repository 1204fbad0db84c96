"""Other spellings of a name: transliteration and naming rules from packs/geo/spellings.toml, and slips of one letter."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import chain
from string import ascii_lowercase
from typing import Any

from msgspec import Struct

MAX_VARIANTS = 160
_MOST_RULES = 3
_MIN_FOR_SLIPS = 6


class SpellingRule(Struct, frozen=True):
    """One rule: replaces every match of `pattern` in a folded name by `put`; `examples` and `counter_examples` prove it.

    `frame` marks rules that take off words around a name and leave the name itself as it is.
    """

    name: str
    pattern: re.Pattern[str]
    put: str
    examples: tuple[tuple[str, str], ...]
    counter_examples: tuple[str, ...]
    frame: bool


def load_geo_pack(name: str) -> dict[str, Any]:
    """The pack `packs/geo/NAME.toml` as a dictionary."""
    return tomllib.loads(files("cenotaph").joinpath("packs", "geo", f"{name}.toml").read_text("utf-8"))


@cache
def spelling_rules() -> tuple[SpellingRule, ...]:
    """The rules in the order in which they are tried."""
    return tuple(
        SpellingRule(
            row["name"],
            re.compile(row["find"]),
            row["put"],
            tuple((written, reached) for written, reached in row["examples"]),
            tuple(row["counter_examples"]),
            row.get("frame", False),
        )
        for row in load_geo_pack("spellings")["rule"]
    )


def variants(folded: str) -> Iterator[list[str]]:
    """Other spellings of a folded name: those that one rule gives, then two rules, then three."""
    seen, level = {folded}, [folded]
    for _ in range(_MOST_RULES):
        if len(seen) >= MAX_VARIANTS:
            return
        level = list(dict.fromkeys(word for word in _one_rule(level) if word not in seen))
        seen.update(level)
        yield level


def _one_rule(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for rule in spelling_rules():
            changed = rule.pattern.sub(rule.put, name)
            if changed and changed != name:
                yield changed


def unframed(folded: str) -> set[str]:
    """The name without what only frames it: "the", a point of the compass, "region of", "province"."""
    if " " not in folded:
        return set()
    names, frames = {folded}, [rule for rule in spelling_rules() if rule.frame]
    for rule in frames:
        names |= {rule.pattern.sub(rule.put, name) for name in names}
    return names - {folded, ""}


def slips(folded: str) -> list[str]:
    """Every spelling one slip away: a letter lost, added, changed or swapped with the next; none for short names."""
    if len(folded) < _MIN_FOR_SLIPS:
        return []
    cuts = [(folded[:at], folded[at:]) for at in range(len(folded) + 1)]
    lost = (left + right[1:] for left, right in cuts if right)
    swapped = (left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1)
    changed = (left + letter + right[1:] for left, right in cuts if right for letter in ascii_lowercase)
    added = (left + letter + right for left, right in cuts for letter in ascii_lowercase)
    return [word for word in dict.fromkeys(chain(lost, swapped, changed, added)) if word != folded]
