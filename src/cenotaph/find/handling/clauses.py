"""Handling clauses of one sentence: where a rule of the grammar holds, and how far the clause around it goes."""

import re
from functools import lru_cache
from typing import NamedTuple

from cenotaph.find.handling.ends import left_end, right_end
from cenotaph.find.handling.grammar import Rule, grammar
from cenotaph.find.handling.reading import Reading
from cenotaph.model import Action, Cargo

_MOOD_REACH = 4
_JOINED_REACH = 8
_ORDINALS = frozenset(("first", "last", "latest"))
_ORDINAL_REACH = 6
_SUBJECT_REACH = 6
_REMEMBERED = 1 << 12
_PURPOSES = ("moved", "buried", "returned", "cremated")
_TOLD = frozenset(("said", "reported", "thought", "understood", "believed"))
_SEEN = _TOLD.union(("seen", "heard", "filmed", "alleged"))


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


def clauses(reading: Reading, *, carried: Cargo | None = None) -> list[Clause]:
    """The handling clauses of a sentence, left to right; `carried`: who "they" are, from the sentence before."""
    healthy = grammar().illness.isdisjoint(reading.words)
    kept: list[Clause] = []
    bodies = reading.tags.find(grammar().letters["body"])
    for rule in _rules_for(frozenset(reading.tags)):
        if (rule.carried and not carried and bodies < 0) or (rule.needs_violence and not healthy):
            continue
        for match in rule.pattern.finditer(reading.tags):
            clause = _clause(reading, rule, match, carried)
            if clause is not None:
                _keep(reading, kept, clause)
    return _joined(reading, sorted(kept, key=lambda clause: clause.left))


@lru_cache(maxsize=_REMEMBERED)
def _rules_for(classes: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that have all they need in a sentence with words of these classes."""
    return tuple(rule for rule in grammar().rules if not any(need.isdisjoint(classes) for need in rule.needs))


def _clause(reading: Reading, rule: Rule, match: re.Match[str], carried: Cargo | None) -> Clause | None:
    first, last, do = match.start(), match.end() - 1, match.start("do")
    if rule.carried and not carried and grammar().letters["body"] not in reading.tags[:first]:
        return None
    if not rule.unless.isdisjoint(reading.tags[max(0, first - _SUBJECT_REACH) : last + 1]):
        return None
    if rule.only_word and reading.words[do] not in rule.only_word:
        return None
    if reading.words[do] in rule.unless_word or reading.words[do - 1] in rule.unless_before:
        return None
    if not rule.any_mood and not _is_fact(reading, first, do, rule):
        return None
    first = _subject(reading, first, do)
    left, right = left_end(reading, first), right_end(reading, last)
    cargo = (
        ((_cargo(reading, 0, first - 1) or carried) if rule.carried and first else None)
        or (carried if rule.carried else None)
        or _cargo(reading, *_coupled(reading, first, last))
        or rule.cargo
    )
    return Clause((rule,), first, last, do, left, right, rule.action, cargo or _cargo(reading, left, right))


def _subject(reading: Reading, first: int, do: int) -> int:
    """Where the subject starts: behind the last comma before the deed, if the dead or wounded are named there again."""
    letters = grammar().letters
    comma = reading.tags.rfind(letters["comma"], first, do)
    cargo = [letters[name] for name in ("body", "dead", "wounded", "victims")]
    again = [at for at in range(comma + 1, do) if reading.tags[at] in cargo]
    return again[0] if comma > first and again else first


def _coupled(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The match with those of the dead and wounded that "and" or "or" ties to its ends."""
    letters, tags = grammar().letters, reading.tags
    cargo = [letters[name] for name in ("body", "dead", "wounded", "victims")]
    counted = "".join(letters[name] for name in ("number", "numeral", "determiner", "somebody", "word", "of"))
    between = "".join(
        letters[name] for name in ("of", "person", "fighter", "number", "numeral", "victims", "comma", "word")
    )
    before = re.search(
        f"[{''.join(cargo)}][{between}]{{0,6}}{letters['and']}[{counted}]{{0,3}}$", tags[:first]
    )
    if before and tags[first] in cargo:
        first = before.start()
    elif tags[first] == letters["victims"] and tags[first - 1 : first] == letters["wounded"]:
        first -= 1  # "The injured victims".
    follow = re.match(
        f"[{between}]{{0,3}}{letters['and']}[{counted}]{{0,3}}?(?=[{''.join(cargo)}](?![{letters['be']}{letters['have']}]))",
        tags[last + 1 :],
    )
    if follow and tags[last + 1 + follow.end() : last + 2 + follow.end()] in cargo:
        last += 1 + follow.end()
    return first, last


def _is_fact(reading: Reading, first: int, do: int, rule: Rule) -> bool:
    """Whether the words before the deed leave it a fact: no plan, no possibility, no denial."""
    letters = grammar().letters
    joined = reading.tags[do - 1 : do] == letters["and"]  # "Must find and bury".
    start = max(0, do - (_JOINED_REACH if joined else _MOOD_REACH))
    before = reading.tags[start:do]
    if any(_is_seen(reading, at) for at in range(start, do)):
        return True
    if "unless" in reading.words[max(0, first - _MOOD_REACH) : do]:
        return False
    stoppers = (
        letters["modal"]
        + letters["plan"]
        + ("" if rule.action == "refused" else letters["not"] + letters["refuse"])
    )
    if rule.action in _PURPOSES and _is_purpose(reading, do):
        return False
    cut = max(before.rfind(letters["comma"]), before.rfind(letters["break"]))
    told = _announced if rule.action in _PURPOSES else _had_to
    return not any(
        reading.tags[at] in stoppers and not told(reading, at) for at in range(start + cut + 1, do)
    )


def _is_seen(reading: Reading, at: int) -> bool:
    """Whether somebody "was seen", "heard" or "is said to" do it; who "said it would" has not."""
    word, before = reading.words[at], reading.tags[max(0, at - 2) : at]
    return word in _SEEN and (word not in _TOLD or grammar().letters["be"] in before)


def _announced(reading: Reading, at: int) -> bool:
    """ "Would be taken to Sumy": what came later, told from before; "will be" is a plan."""
    passive = grammar().letters["be"] in reading.tags[at + 1 : at + 3]
    return (passive and reading.words[at] == "would" and "if" not in reading.words) or _had_to(reading, at)


def _had_to(reading: Reading, at: int) -> bool:
    """ "Had to be buried": done, for want of another way; "the first soldier to be buried" is."""
    if reading.words[at] != "to be":
        return False
    return reading.words[at - 1 : at] == ["had"] or not _ORDINALS.isdisjoint(
        reading.words[max(0, at - _ORDINAL_REACH) : at]
    )


def _is_purpose(reading: Reading, do: int) -> bool:
    """ "Efforts to evacuate the wounded": what is wanted, unless they "managed to"."""
    took = {grammar().letters[name] for name in ("took", "bury", "return", "cremate")}
    if do < 2 or reading.words[do - 1] != "to" or reading.tags[do] not in took:
        return False
    return reading.words[do - 2] not in grammar().managed


def _cargo(reading: Reading, first: int, last: int) -> Cargo | None:
    """Who the clause is about, by the words that matched."""
    letters, tags = grammar().letters, reading.tags[first : last + 1]
    dead = letters["body"] in tags or letters["dead"] in tags
    wounded = letters["wounded"] in tags or (letters["injury"] in tags and not dead)
    if dead and wounded:
        return "both"
    if dead or wounded:
        return "dead" if dead else "wounded"
    if letters["victims"] in tags:
        return "dead" if letters["morgue"] in tags or letters["grave"] in tags else "both"
    return None


def _keep(reading: Reading, kept: list[Clause], clause: Clause) -> None:
    """Add a clause unless an earlier rule has the same deed; of two rules with one deed the clause is the longer.

    A deed before the "and" of another is one of its own ("were taken to Serbia and buried").
    """
    for at, other in enumerate(kept):
        joined = grammar().letters["and"] in reading.tags[clause.do : other.do]
        if other.do == clause.do or (other.first <= clause.do <= other.last and not joined):
            if other.action == clause.action:
                cargo = other.cargo if other.do == clause.do else None
                kept[at] = _union(other, clause._replace(cargo=cargo or clause.cargo))
            return
    kept.append(clause)


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


def _joined(reading: Reading, found: list[Clause]) -> list[Clause]:
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
