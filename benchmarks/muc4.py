"""MUC-4's answer keys as a measure: the distinct pairs of effect and number that each report of 1988 to 1990 tells.

Killed and bodies count as DEATH, wounded as INJURY; a qualifier is left aside ("at least 5" is 5). Only reports whose key has a
pair are scored, and the keys cover attacks on civilians and authorities and not combat: the figures compare with other
systems on these reports, and the precision is a lower bound.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from gold import Figures, Outcome, key
from msgspec import Struct

from cenotaph.find import find
from cenotaph.model import Claim, Report

EFFECTS = {"killed": "DEATH", "bodies": "DEATH", "wounded": "INJURY"}

Pair = tuple[str, tuple[int, ...]]


class KeyPair(Struct, frozen=True):
    """One pair of a key: any of the effects with any of the numbers."""

    effect: tuple[str, ...]
    numbers: tuple[int, ...]
    optional: bool = False


class KeyReport(Struct, frozen=True):
    """A report with its key."""

    id: str
    text: str
    pairs: tuple[KeyPair, ...]


def outcome(keys: Path) -> Outcome:
    """Find in the reports of a file of keys and compare the pairs."""
    hits, missed, alarms = dict[str, str](), dict[str, str](), dict[str, str]()
    with keys.open("rb") as lines:
        for line in lines:
            report = msgspec.json.decode(line, type=KeyReport)
            if report.pairs:
                _compare(report, pairs(find(Report(report.id, report.text)).claims), hits, missed, alarms)
    marked, found = len(hits) + len(missed), len(hits) + len(alarms)
    figures: Figures = {
        "claims marked": marked,
        "precision": round(len(hits) / max(1, found), 3),
        "recall": round(len(hits) / max(1, marked), 3),
        "found, F1": round(2 * len(hits) / max(1, marked + found), 3),
    }
    return Outcome(figures, hits, missed, alarms)


def pairs(claims: Iterable[Claim]) -> set[Pair]:
    """The pairs that claims make; vague words and open counts of other harms make none."""
    return set(_pairs(claims))


def _pairs(claims: Iterable[Claim]) -> Iterator[Pair]:
    for claim in claims:
        numbers = tuple(sorted({bound for bound in (claim.low, claim.high) if bound is not None}))
        vague = claim.approx and len(numbers) == 2
        if claim.harm in EFFECTS and numbers and not vague:
            yield EFFECTS[claim.harm], numbers


def _compare(
    report: KeyReport, found: set[Pair], hits: dict[str, str], missed: dict[str, str], alarms: dict[str, str]
) -> None:
    left = list(dict.fromkeys(report.pairs))
    for effect, numbers in sorted(found, key=str):
        right = next((p for p in left if effect in p.effect and set(numbers) & set(p.numbers)), None)
        if right is None:
            alarms |= _told(report, effect, numbers)
        else:
            left.remove(right)
            if not right.optional:
                hits |= _told(report, right.effect, right.numbers)
    for pair in left:
        if not pair.optional:
            missed |= _told(report, pair.effect, pair.numbers)


def _told(report: KeyReport, effect: object, numbers: tuple[int, ...]) -> dict[str, str]:
    return {key("muc4", report.id, effect, numbers): f"{report.id}: {effect} {numbers}"}
