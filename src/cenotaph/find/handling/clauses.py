"""Handling clauses of one sentence: where a rule of the grammar holds, and how far the clause around it goes."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from cenotaph.find.handling.grammar import Reading, Rule, grammar
from cenotaph.find.text.lexicon import lexicon
from cenotaph.model import Action, Cargo

_MOOD_REACH = 4
_SUBJECT_REACH = 6
_LONGEST = 50
_REMEMBERED = 1 << 12
_PURPOSES = ("moved", "buried", "returned", "cremated")
_SEEN = frozenset(
    ("seen", "heard", "filmed", "said", "believed", "understood", "reported", "thought", "alleged")
)


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
    for rule in _rules_for(frozenset(reading.tags)):
        if (rule.carried and not carried) or (rule.needs_violence and not healthy):
            continue
        for match in rule.pattern.finditer(reading.tags):
            clause = _clause(reading, rule, match, carried)
            if clause is not None:
                _keep(kept, clause)
    return _joined(reading, sorted(kept, key=lambda clause: clause.left))


@lru_cache(maxsize=_REMEMBERED)
def _rules_for(classes: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that have all they need in a sentence with words of these classes."""
    return tuple(rule for rule in grammar().rules if not any(need.isdisjoint(classes) for need in rule.needs))


def _clause(reading: Reading, rule: Rule, match: re.Match[str], carried: Cargo | None) -> Clause | None:
    first, last, do = match.start(), match.end() - 1, match.start("do")
    if not rule.unless.isdisjoint(reading.tags[max(0, first - _SUBJECT_REACH) : last + 1]):
        return None
    if reading.words[do] in rule.unless_word or reading.words[do - 1] in rule.unless_before:
        return None
    if not rule.any_mood and not _is_fact(reading, first, do, rule):
        return None
    first = _subject(reading, first, do)
    left, right = _left(reading, first), _right(reading, last)
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
    start = max(0, do - _MOOD_REACH)
    before = reading.tags[start:do]
    if _SEEN.intersection(reading.words[start:do]):
        return True
    stoppers = letters["modal"] + letters["plan"] + ("" if rule.action == "refused" else letters["not"])
    if rule.action in _PURPOSES and _is_purpose(reading, do):
        return False
    cut = max(before.rfind(letters["comma"]), before.rfind(letters["break"]))
    told = _announced if rule.action in _PURPOSES else _had_to
    return not any(
        reading.tags[at] in stoppers and not told(reading, at) for at in range(start + cut + 1, do)
    )


def _announced(reading: Reading, at: int) -> bool:
    """ "Would be taken to Sumy": what came later, told from before; "will be" is a plan."""
    passive = grammar().letters["be"] in reading.tags[at + 1 : at + 3]
    return (passive and reading.words[at] == "would" and "if" not in reading.words) or _had_to(reading, at)


def _had_to(reading: Reading, at: int) -> bool:
    """ "Had to be buried": done, for want of another way."""
    return reading.words[at] == "to be" and reading.words[at - 1 : at] == ["had"]


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


def _left(reading: Reading, first: int) -> int:
    """The first token of the clause: of the noun phrase that the match starts in, or of the subject before its verb."""
    letters, ends = grammar().letters, grammar().verbs
    auxiliary = letters["be"] + letters["have"] + letters["adverb"]
    index = first
    while index > 0 and reading.tags[index - 1] in auxiliary:
        index -= 1
    if index < first and index > 0 and reading.tags[index - 1] in letters["pronoun"] + letters["somebody"]:
        return index - 1
    while (
        index > max(0, first - _LONGEST)
        and reading.tags[index - 1] not in ends
        and not _is_verb(reading, index - 1)
    ):
        index -= 1
    return index


def _is_verb(reading: Reading, at: int) -> bool:
    """Whether a word that no class lists is a verb behind its subject ("counted") and no adjective ("the bloodied")."""
    letters = grammar().letters
    if reading.tags[at] != letters["word"] or lexicon().common.get(reading.words[at]) != "W" or not at:
        return False
    return reading.tags[at - 1] in "".join(
        letters[name] for name in ("word", "name", "person", "station", "fighter", "medic")
    )


@cache
def _stops() -> tuple[frozenset[str], frozenset[str], frozenset[str], str]:
    letters = grammar().letters
    hard = frozenset(
        letters[name] for name in ("comma", "break", "conjunction", "during", "that", "relative")
    )
    finite = frozenset(
        letters[name] for name in ("be", "have", "said", "took", "modal", "treat", "pronoun", "somebody")
    )
    deeds = frozenset(letters[name] for name in ("taken", "returned", "to", "from", "buried"))
    return hard, finite, deeds, letters["and"]


def _right(reading: Reading, last: int) -> int:
    """The last token of the clause: up to the next comma, conjunction or new statement."""
    hard, finite, deeds, joiner = _stops()
    tags, index = reading.tags, last
    while index + 1 < min(len(tags), last + _LONGEST):
        following = tags[index + 1]
        if index in reading.closed:
            break
        if following == grammar().letters["said"]:
            return max(last, _without_speaker(reading, index))
        if following in hard:
            on = _onward(reading, index + 1)
            if not on:
                break
            index = on
            continue
        if (
            following == joiner
            and tags[index + 2 : index + 3] not in deeds
            and not finite.isdisjoint(_piece(tags, index + 2))
        ):
            break
        index += 1
    return index


def _piece(tags: str, start: int) -> str:
    """The next few tokens, up to a comma or the like."""
    hard = _stops()[0]
    return next(
        (tags[start:at] for at in range(start, min(start + 4, len(tags))) if tags[at] in hard),
        tags[start : start + 4],
    )


def _without_speaker(reading: Reading, index: int) -> int:
    """The token before the short subject that ends at `index` ("... the Observatory" said)."""
    letters = grammar().letters
    names = letters["name"] + letters["person"]
    first = index
    while index - first < 3 and reading.tags[first] in names:
        first -= 1
    return first - 1 if reading.tags[first] == letters["determiner"] else first


def _onward(reading: Reading, at: int) -> int:
    """The token that ends ", and from there to", ", trains" or ", first by van and then by train": the way goes on
    behind the comma; 0 where it does not."""
    letters = grammar().letters
    steps = f"(?:{letters['and']}?[{letters['adverb']}{letters['word']}{letters['in']}]{{0,2}}{letters['by']}[{letters['word']}{letters['determiner']}]{{0,2}}{letters['vehicle']})+"
    stepwise = re.compile(letters["comma"] + steps).match(reading.tags, at)
    if stepwise:
        return stepwise.end() - 1
    listed = re.compile(
        f"{letters['comma']}{letters['and']}?[{letters['word']}{letters['name']}{letters['demonym']}]{{0,2}}{letters['vehicle']}"
    )
    vehicle = listed.match(reading.tags, at)
    if vehicle and letters["vehicle"] in reading.tags[max(0, at - 3) : at]:
        return vehicle.end() - 1
    words = " ".join(reading.words[at : at + 6])
    match = re.match(r"(?:, )?(?:and )?(?:then )?(?:from there|onwards?|on)(?: back)? to\b", words)
    return at + match.group().count(" ") if match else 0


def _keep(kept: list[Clause], clause: Clause) -> None:
    """Add a clause unless an earlier rule has the same deed; of two rules with one deed the clause is the longer."""
    for at, other in enumerate(kept):
        if other.do == clause.do or other.first <= clause.do <= other.last:
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
    """Clauses of one action that overlap, or that only "and" parts, as one."""
    letters = grammar().letters
    out: list[Clause] = []
    for clause in found:
        last = out[-1] if out else None
        between = (
            reading.tags[last.right + 1 : clause.left].strip(letters["and"] + letters["adverb"])
            if last
            else "?"
        )
        if last is not None and last.action == clause.action and (clause.left <= last.right or not between):
            out[-1] = _union(last, clause)
        else:
            out.append(clause)
    return out
