"""Clauses of one sentence brought together: one row for one deed, however many rules tell it."""

import re

from cenotaph.find.handling.clause import Clause
from cenotaph.find.handling.grammar import grammar
from cenotaph.find.handling.reading import Reading
from cenotaph.model import Cargo


def keep(reading: Reading, kept: list[Clause], clause: Clause) -> None:
    """Add a clause unless an earlier rule has the same deed; of two rules with one deed the clause is the longer.

    A deed before the "and" of another is one of its own ("were taken to Serbia and buried").
    """
    if _is_setting(reading, kept, clause):
        return
    if clause.action == "overflowing":  # "Cannot keep up with the stream of wounded".
        kept[:] = [other for other in kept if not clause.first <= other.do <= clause.last]
    for at, other in enumerate(kept):
        between = reading.tags[clause.do : other.do]
        joined = any(grammar().letters[name] in between for name in ("and", "conjunction"))
        if other.do == clause.do or (other.first <= clause.do <= other.last and not joined):
            if other.action == clause.action:
                cargo = other.cargo if other.do == clause.do else None
                kept[at] = _union(other, clause._replace(cargo=cargo or clause.cargo))
            return
    kept.append(clause)


def _is_setting(reading: Reading, kept: list[Clause], clause: Clause) -> bool:
    """Whether a place that tells of the held is only where the deed before it was done: "carried a man inside a clinic"."""
    letters = grammar().letters
    if clause.action != "held" or reading.tags[clause.do] not in letters["in"] + letters["on"]:
        return False
    verbs = letters["be"] + letters["have"] + letters["relative"] + letters["somebody"] + letters["and"]
    return any(
        other.do < clause.do <= other.right
        and other.first <= clause.first <= other.last
        and not any(tag in verbs for tag in reading.tags[other.do + 1 : clause.do])
        for other in kept
    )


def _union(one: Clause, other: Clause) -> Clause:
    first, last = min(one.first, other.first), max(one.last, other.last)
    left, right = min(one.left, other.left), max(one.right, other.right)
    names = {rule.name for rule in one.rules}
    rules = one.rules + tuple(rule for rule in other.rules if rule.name not in names)
    return one._replace(
        rules=rules, first=first, last=last, left=left, right=right, cargo=_both(one.cargo, other.cargo)
    )


def _both(one: Cargo | None, other: Cargo | None) -> Cargo | None:
    if one is None or other is None or one == other:
        return one or other
    return "both"


def joined(reading: Reading, found: list[Clause]) -> list[Clause]:
    """Clauses of one action that overlap, or that only "and" parts, as one; two that each count their own stay two."""
    letters = grammar().letters
    out: list[Clause] = []
    for clause in found:
        last = out[-1] if out else None
        if last is None or last.action != clause.action:
            out.append(clause)
            continue
        between = reading.tags[last.right + 1 : clause.left].strip(letters["and"] + letters["adverb"])
        if last.last < clause.first and _counts(reading, last) and _counts(reading, clause):
            clause = clause._replace(left=clause.left if clause.left > last.last else clause.first)
            out[-1] = last._replace(right=min(last.right, _before(reading, clause.left)))
            out.append(clause)
        elif clause.left <= last.right or not between:
            out[-1] = _union(last, clause)
        else:
            out.append(clause)
    return out


def _counts(reading: Reading, clause: Clause) -> bool:
    """Whether the words that matched, or those right before them, hold a number with the dead or wounded."""
    letters = grammar().letters
    cargo = "".join(letters[name] for name in ("body", "dead", "wounded", "victims"))
    between = "".join(
        letters[name] for name in ("word", "demonym", "name", "determiner", "of", "person", "fighter")
    )
    number = f"[{letters['number']}{letters['numeral']}]"
    counted = re.compile(f"{number}[{between}]{{0,3}}[{cargo}]|[{cargo}]{letters['of']}{number}")
    return counted.search(reading.tags, max(0, clause.first - 3), clause.last + 3) is not None


def _before(reading: Reading, left: int) -> int:
    """The last token before a clause, "and" left out."""
    at = left - 1
    while at > 0 and reading.tags[at] == grammar().letters["and"]:
        at -= 1
    return at
