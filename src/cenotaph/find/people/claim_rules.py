"""The rules of the pack `claims`: patterns over the chunks of a sentence that read who is harmed."""

import re
from functools import cache
from typing import NamedTuple

from cenotaph.language import load_pack
from cenotaph.model import Harm

_TRIGGER = re.compile(r"\(\?P<t>(\[[^\]]+\]|\w)")


class Rule(NamedTuple):
    """One pattern, compiled. Group `v` holds the people, `t` the word of harm; `triggers` are the letters `t` can be.

    `harm` replaces the trigger's own, `every` takes all counts in `v` as they stand ("from 7 to 9"),
    `lead` is the word that must stand before the people; `words` are those of which group `s` must end on one.
    """

    name: str
    pattern: re.Pattern[str]
    triggers: frozenset[str]
    cost: int
    harm: Harm | None
    every: bool
    lead: str | None
    words: frozenset[str]


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of the pack, their macros expanded."""
    return tuple(
        Rule(row["name"], re.compile(expanded(row["pattern"])), _triggers(row["pattern"]), row["cost"],
             row.get("harm"), row.get("every", False), row.get("lead"),
             frozenset(row.get("words", ())))
        for row in load_pack("claims")["rule"]
    )  # fmt: skip


@cache
def part_before() -> re.Pattern[str]:
    """What stands before a part of a whole: "including", "among them", a dash behind a number, and a list's members."""
    members = expanded("{ITEM}{POST}(?:{SEP}{ITEM}{POST})*{SEP}")
    return re.compile(rf"(?:i|G[yr],?|G[yr]B?|[XZ][-:])(?:{members})?$")


def expanded(pattern: str) -> str:
    """A pattern with the pack's macros in place of their names ("{LIST}")."""
    macros = load_pack("claims")["macros"]
    while (grown := re.sub(r"\{([A-Z]+)\}", lambda match: macros[match.group(1)], pattern)) != pattern:
        pattern = grown
    return pattern


def _triggers(pattern: str) -> frozenset[str]:
    match = _TRIGGER.search(pattern)
    return frozenset(match.group(1).strip("[]")) if match else frozenset()
