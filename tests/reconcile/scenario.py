"""Scenarios: given these claims, under this policy, expect this. The files in `scenarios/` are for recorders to read.

A claim is a line: who says how many; `id` names it, and what it does not say is as under [claims] of its file. Sources
stand in sources.toml with their kind and side. `expect` lists the figures that come out, with as many of their fields as
matter; `left_out` pairs a claim with words of the reason, `because` is words of a reason for the figure. `rule` names the rule without which it comes out otherwise.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.judging import Pairs
from cenotaph.model import Claim, Place, Span
from cenotaph.reconcile import (
    POLICIES,
    Claimant,
    Incidents,
    Options,
    Statement,
    Tallies,
    Tally,
    incidents,
    tally,
)
from cenotaph.run.statements import within

FOLDER = Path(__file__).parent / "scenarios"

_VAGUE = {
    "dozens": (24, 99),
    "tens": (20, 99),
    "hundreds": (200, 999),
    "several": (3, 9),
    "thousands": (2000, 9999),
}
_NUMBER = re.compile(r"(~)?(\d+)(?:(\+)|-(\d+))?")


class Scenario(Struct, frozen=True, forbid_unknown_fields=True):
    """One scenario as its file tells it."""

    name: str
    claims: tuple[dict[str, Any], ...]
    policy: str = "range"
    rule: str | None = None
    options: dict[str, Any] = {}
    expect: tuple[dict[str, Any], ...] = ()
    incidents: tuple[tuple[str, ...], ...] | None = None
    problems: tuple[str, ...] = ()
    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    series: tuple[dict[str, Any], ...] | None = None
    disputes: tuple[dict[str, Any], ...] | None = None
    add: dict[str, Any] | None = None
    source: str | None = None


def scenarios(name: str) -> list[tuple[str, Scenario, Mapping[str, Any]]]:
    """The scenarios of a file, each with its label and the file's defaults for claims."""
    content = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    found = [msgspec.convert(one, Scenario) for one in content["scenario"]]
    return [(f"{name}: {one.name}", one, content.get("claims", {})) for one in found]


def all_scenarios() -> list[tuple[str, Scenario, Mapping[str, Any]]]:
    """The scenarios of all files."""
    names = sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != "sources")
    return [one for name in names for one in scenarios(name)]


def statements(scenario: Scenario, defaults: Mapping[str, Any]) -> list[Statement]:
    """The claims of a scenario with what weighs them."""
    return [statement({**defaults, **one}, at) for at, one in enumerate(scenario.claims)]


def reckoned(
    scenario: Scenario, defaults: Mapping[str, Any], *, without: str | None = None
) -> tuple[Incidents, Tallies]:
    """What comes of a scenario; `without` switches a rule off."""
    told = statements(scenario, defaults)
    pairs = Pairs(*(frozenset(map(frozenset, pairs)) for pairs in (scenario.together, scenario.apart)))
    attacks = incidents(told, pairs)
    options = msgspec.convert({**scenario.options, "without": [without] if without else []}, Options)
    return attacks, tally(told, POLICIES[scenario.policy], options, attacks.incidents)


def statement(told: Mapping[str, Any], at: int) -> Statement:
    """One claim from its line."""
    who = told["who"]
    source = _sources()[who]
    low, high, approx = _number(str(told.get("says", "many")))
    place = _place(told.get("place"))
    report = told.get("report", f"report {at}")
    claim = Claim(
        id=told.get("id", f"claim {at}"),
        report=report,
        quantity_text=str(told.get("says", "many")),
        start=0,
        end=1,
        harm=told.get("harm", "killed"),
        low=low,
        high=high,
        approx=approx,
        side=told.get("side") or None,
        role=told.get("role", "civilians"),
        victims_text=told.get("victims"),
        names=tuple(told.get("names", ())),
        place=told.get("place") or None,
        scope=told.get("scope", "incident"),
        from_=told.get("from"),
        until=told.get("on") or None,
        sources=(who,),
        stance=told.get("stance", "asserted"),
        part_of=told.get("part_of"),
        place_key=place.key if place else None,
        sentence=Span(10 * told.get("sentence", at), 10 * told.get("sentence", at) + 9),
    )
    return Statement(
        claim,
        claimant(who, source),
        told.get("testimony", f"testimony {at}"),
        told.get("published") or None,
        told.get("outlet"),
        place,
        within(place),
        tuple(told.get("blames", ())),
        at,
        told.get("former", False),
    )


def claimant(who: str, source: Mapping[str, Any]) -> Claimant:
    """The claimant that a name of sources.toml stands for."""
    side = source.get("side")
    return Claimant(f"side:{side}" if side else f"name:{who}", side or who, source["kind"], side)


def differences(tallies: Tallies, scenario: Scenario) -> list[str]:
    """In what the figures differ from those expected; nothing where they do not."""
    left = list(tallies.tallies)
    found = []
    for wanted in scenario.expect:
        best = min(left, key=lambda one: len(_wrong(one, wanted)), default=None)
        if best is None:
            found.append(f"no figure for {wanted}")
            continue
        found += _wrong(best, wanted)
        left.remove(best)
    if left:
        found.append(f"more figures than expected: {left}")
    return found


def _wrong(one: Tally, wanted: Mapping[str, Any]) -> list[str]:
    wrong = []
    reasons = {each.claim: each.why for each in one.left_out}
    for field, value in wanted.items():
        if field == "because":
            wrong += [] if any(value in why for why in one.why) else [f"no reason says {value!r}: {one.why}"]
            continue
        if field == "left_out":
            wrong += [
                f"{id_} left out: {reasons.get(id_)!r}"
                for id_, why in value.items()
                if why not in reasons.get(id_, "")
            ]
            continue
        got = _field(one, field)
        if got != (None if value == "none" else value):
            wrong.append(f"{field} is {got!r}, not {value!r}")
    return wrong


def _field(one: Tally, field: str) -> Any:
    if field == "used":
        return [each.claim for each in one.used]
    if field in ("event_clarity", "date_prec", "where_prec"):
        return getattr(one.precision, field)
    if field == "conceded":
        return list(one.conceded) if one.conceded else None
    if field == "why":
        return list(one.why)
    return getattr(one, {"from": "from_"}.get(field, field))


@cache
def _sources() -> dict[str, dict[str, Any]]:
    return tomllib.loads((FOLDER / "sources.toml").read_text("utf-8"))


def _number(says: str) -> tuple[int | None, int | None, bool]:
    """ "5", "5-8", "5+", "~500", "up to 8", "dozens"; anything else gives no number."""
    if says in _VAGUE:
        return *_VAGUE[says], True
    if says.startswith("up to "):
        return None, int(says.removeprefix("up to ")), False
    match = _NUMBER.fullmatch(says.replace(",", ""))
    if match is None:
        return None, None, True
    low = int(match[2])
    return low, None if match[3] else int(match[4] or low), bool(match[1])


@cache
def _place(name: str | None) -> Place | None:
    return next(iter(gazetteer().lookup(name)), None) if name else None
