"""Handling clauses of one sentence: where a rule of the grammar holds, and how far the clause around it goes."""

import re
from functools import lru_cache

from cenotaph.find.handling.clause import Clause
from cenotaph.find.handling.ends import left_end, right_end
from cenotaph.find.handling.grammar import Rule, grammar
from cenotaph.find.handling.joining import joined, keep
from cenotaph.find.handling.moods import is_fact, is_supposed
from cenotaph.find.handling.owners import is_another, is_anothers
from cenotaph.find.handling.reading import Reading
from cenotaph.find.handling.subjects import is_theirs, is_thrown_into_a_grave
from cenotaph.model import Cargo

_LOSSES = frozenset(("casualty", "casualties"))  # The killed and the wounded alike.
_SUBJECT_REACH = 6
_REMEMBERED = 1 << 12


def clauses(reading: Reading, *, carried: Cargo | None = None) -> list[Clause]:
    """The handling clauses of a sentence, left to right; `carried`: who "they" are, from the sentence before."""
    healthy = grammar().illness.isdisjoint(reading.words)
    kept: list[Clause] = []
    bodies = reading.tags.find(grammar().letters["body"])
    for rule in _rules_for(frozenset(reading.tags)):
        if (rule.carried and not carried and bodies < 0) or (rule.needs_violence and not healthy):
            continue
        if rule.follows and not kept:
            continue
        match = rule.pattern.search(reading.tags)
        while match:
            if _is_known(kept, rule, match.start("do")):
                match = rule.pattern.search(reading.tags, match.end())
                continue
            clause = _clause(reading, rule, match, carried)
            if clause is not None and rule.follows:
                clause = _following(kept, clause)
            if clause is not None:
                keep(reading, kept, clause)
            # Behind a match that does not hold another may start, before that one ends.
            behind = match.end() if clause is not None else match.start() + 1
            match = rule.pattern.search(reading.tags, behind)
    return joined(reading, sorted(kept, key=lambda clause: clause.left))


def _is_known(kept: list[Clause], rule: Rule, do: int) -> bool:
    """Whether a deed is told already, and by a rule that holds wherever this one does."""
    return any(
        other.do == do and (rule.needs_violence or not all(known.needs_violence for known in other.rules))
        for other in kept
    )


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
    action = rule.actions.get(reading.tags[do], rule.action)
    if action == "abandoned" and is_thrown_into_a_grave(reading, do):
        action = "buried"
    if rule.actions and not is_theirs(reading, rule, match, do, action):
        return None
    if is_another(reading, first, do):
        return None
    if is_supposed(reading, do) or (not rule.any_mood and not is_fact(reading, first, do, action)):
        return None
    if action != "buried" and is_anothers(reading, first, last):
        return None
    first, last = _subject(reading, first, do), _to_the_body(reading, last)
    left, right = left_end(reading, first), right_end(reading, last)
    named = _cargo(reading, *_coupled(reading, first, last))
    if named == "both" and _are_victims(reading, first, last):
        care = "".join(grammar().letters[name] for name in ("hospital", "treated", "treat", "hospitalized"))
        tended = any(tag in care for tag in reading.tags[do : right + 1])
        named = rule.cargo or ("wounded" if tended else named)
    cargo = (
        ((_cargo(reading, 0, first - 1) or carried) if rule.carried and first else None)
        or (carried if rule.carried else None)
        or named
        or rule.cargo
    )
    return Clause((rule,), first, last, do, left, right, action, cargo or _cargo(reading, left, right))


def _are_victims(reading: Reading, first: int, last: int) -> bool:
    """Whether only "victims" says who they are: who takes them to a hospital takes the wounded."""
    letters, tags = grammar().letters, reading.tags[first : last + 1]
    told = letters["body"] + letters["dead"] + letters["wounded"]
    return not any(tag in told for tag in tags) and not _LOSSES.intersection(reading.words[first : last + 1])


def _following(kept: list[Clause], clause: Clause) -> Clause | None:
    """A clause that goes on about those of the clause it stands right behind: "were washed and taken home"."""
    before = [other for other in kept if other.do < clause.do and other.right + 1 >= clause.first]
    if not before or before[-1].cargo is None:
        return None
    return clause._replace(left=clause.first + 1, cargo=max(before, key=lambda other: other.do).cargo)


def _subject(reading: Reading, first: int, do: int) -> int:
    """Where the subject starts: behind the last comma before the deed, if the dead or wounded are named there again."""
    letters = grammar().letters
    comma = reading.tags.rfind(letters["comma"], first, do)
    cargo = [letters[name] for name in ("body", "dead", "wounded", "victims")]
    again = [at for at in range(comma + 1, do) if reading.tags[at] in cargo]
    return again[0] if comma > first and again else first


def _to_the_body(reading: Reading, last: int) -> int:
    """The end of a match that ends on whose body it is: "the exhumation of one victim's remains"."""
    return last + 1 if last in reading.owners and _is_body(reading, last + 1) else last


def _is_body(reading: Reading, at: int) -> bool:
    return reading.tags[at : at + 1] == grammar().letters["body"]


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
