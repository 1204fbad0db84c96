"""The rules of the pack `claims`: patterns over the chunks of a sentence that read who is harmed."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from cenotaph.find.text.needs import Need, needs
from cenotaph.find.value import Value
from cenotaph.language import load_pack
from cenotaph.model import Harm

_REMEMBERED = 1 << 14


class Rule(Value, frozen=True):
    """One pattern, compiled. Group `v` holds the people, `t` the word of harm; `needs` are sets of chunks: one of each must be there.

    `harm` replaces the trigger's own, `every` takes all counts in `v` as they stand ("from 7 to 9"),
    `lead` is the word that must stand before the people; `words` are those of which group `s` must end on one,
    `tail` those of which one must stand right behind the people; a rule that `gives` its harm does so to a verb that has none;
    a `sure` one reads only people whose noun is one for people by the lexicon's own lists; it reads no sentence that has a word of `unless`.
    `opens` are words of which the people's chunk must begin with one ("exceed 40,000"). A group `a` must be armed people (people/captors.py), a group `w` end on one of `where`. `asked` are all sets of words of each of which
    a sentence must have one.
    """

    name: str
    pattern: re.Pattern[str]
    needs: frozenset[Need]
    cost: int
    harm: Harm | None
    every: bool
    lead: str | None
    words: frozenset[str]
    tail: frozenset[str]
    gives: bool
    sure: bool
    unless: frozenset[str]
    where: frozenset[str]
    opens: frozenset[str]
    asked: tuple[frozenset[str], ...]

    def may_match(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words has those that the rule asks for: a cheap look before its pattern."""
        for asked in self.asked:  # A generator for each of scores of rules cost a hundredth of the finder.
            if asked.isdisjoint(words):
                return False
        return self.unless.isdisjoint(words)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of the pack, their macros expanded."""
    return tuple(
        Rule(row["name"], re.compile(pattern := expanded(row["pattern"])), needs(pattern), row["cost"],
             row.get("harm"), row.get("every", False), row.get("lead"),
             frozenset(row.get("words", ())), frozenset(row.get("tail", ())), row.get("gives", False), row.get("sure", False),
             frozenset(row.get("unless", ())), frozenset(row.get("where", ())), frozenset(row.get("opens", ())), tuple(_asked(row)))
        for row in load_pack("claims")["rule"]
    )  # fmt: skip


def _asked(row: Mapping[str, Any]) -> Iterator[frozenset[str]]:
    """The sets of words of each of which a sentence must have one for the rule of a row."""
    yield from (frozenset(row[field]) for field in ("words", "tail", "where") if row.get(field))
    if "lead" in row:
        yield frozenset((row["lead"],))


@lru_cache(maxsize=_REMEMBERED)
def rules_for(kinds: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that have all they need in a sentence with chunks of these kinds."""
    lacking = 0
    for need, needing in _by_need():
        if need.isdisjoint(kinds):
            lacking |= needing
    return _without(lacking)


@lru_cache(maxsize=_REMEMBERED)
def _without(lacking: int) -> tuple[Rule, ...]:
    return tuple(rule for at, rule in enumerate(rules()) if not lacking >> at & 1)


@cache
def _by_need() -> tuple[tuple[Need, int], ...]:
    """Each need with the rules that have it, as the bits of a number in the order of the rules."""
    needing: dict[Need, int] = {}
    for at, rule in enumerate(rules()):
        for need in rule.needs:
            needing[need] = needing.get(need, 0) | 1 << at
    return tuple(needing.items())


@cache
def part_before() -> re.Pattern[str]:
    """What stands before a part of a whole: "including", "among them", a dash behind a number, and a list's members."""
    members = expanded("{ITEM}{POST}(?:{SEP}{ITEM}{POST})*(?:{SEP}|(?<=X))")
    return re.compile(
        rf"(?:iB?|G[yr],?|G[yr]B?|Z[oG][yr]B?v,?&|G[yr]ZBv,?&|or|[XZ](?:B[nvd]|[kKIh]|cW)?[-:]|[XZ][kKI]?\((?=X|$))(?:{members})?$"
    )


@cache
def counted_before() -> re.Pattern[str]:
    """The same before numbers by place: "killed five in Donetsk region: two in Lyman, one in Dachne and"."""
    there = "(?:[Pboc]{NP}n?)*"
    return re.compile(
        expanded(
            f"[XZH](?:{there}|P[^XZHA.;:]{{1,10}})[kKIhlVWB]?{there}:(?:{{ITEM}}{{POST}}[kh]?(?:{{SEP}}{{ITEM}}{{POST}}[kh]?)*{{SEP}})?$"
        )
    )


def expanded(pattern: str) -> str:
    """A pattern with the pack's macros in place of their names ("{LIST}")."""
    macros = load_pack("claims")["macros"]
    while (grown := re.sub(r"\{([A-Z]+)\}", lambda match: macros[match.group(1)], pattern)) != pattern:
        pattern = grown
    return pattern
