"""Whose a deed is: whether the dead or wounded that a way names are those its verb is about."""

import re
from functools import cache

from cenotaph.find.handling.grammar import Rule, grammar
from cenotaph.find.handling.reading import Reading
from cenotaph.model import Action

_GRAVE_REACH = 10
_RUINS_REACH = 6
_SPLIT_REACH = 10
_ASIDE = 5
_DOOMED = frozenset(
    ("executed", "killed", "shot", "hanged", "beheaded", "questioned", "interrogated", "tried")
)
_RUINS = frozenset(("rubble", "debris", "ruins", "collapsed", "avalanche", "wreckage", "snow"))
_DIGGING = frozenset(("bury", "buries"))
_SPEAKING = frozenset(("he", "she", "i", "we"))
_COUNTED = frozenset(("included", "includes", "include"))
_TAKING = frozenset(("taken", "took", "takes", "take", "taking"))
_DEALING = frozenset(
    ("inflicted", "inflicting", "inflicts", "inflict", "caused", "causing", "suffered", "sustained")
)
_TIDINGS = frozenset(
    (
        "information",
        "report",
        "reports",
        "news",
        "word",
        "call",
        "calls",
        "claims",
        "complaints",
        "tip",
        "images",
        "photos",
    )
)
_LYING = frozenset(("lay", "lie", "lies", "stood", "sat"))


def is_thrown_into_a_grave(reading: Reading, do: int) -> bool:
    """Whether what is thrown away is thrown into a grave."""
    letters = grammar().letters
    behind = reading.tags[do : do + _GRAVE_REACH]
    cut = re.search(
        f"[{letters['break']}{letters['comma']}{letters['conjunction']}{letters['during']}]", behind
    )
    where = reading.words.index("where") if "where" in reading.words[max(0, do - _GRAVE_REACH) : do] else 0
    if where and reading.tags[where - 1] == letters["grave"]:
        return True  # "A pit where the bodies were tossed".
    return letters["grave"] in behind[: cut.start() if cut else None]


def is_theirs(reading: Reading, rule: Rule, match: re.Match[str], do: int, action: Action) -> bool:
    """Whether what a way finds is the deed's: no ruins that bury, and the dead and wounded the deed's own subject."""
    letters, tags = grammar().letters, reading.tags
    digs = _digs(reading, do)
    if (
        not digs
        and action in ("buried", "moved")
        and letters["debris"] in tags[do : max(do, match.end()) + _RUINS_REACH]
    ):
        return False
    if tags[do] == letters["left"] and not _is_left_outside(reading, do):
        return False
    if _is_led_to_death(reading, do) or _is_toll(reading, match.start(), do):
        return False
    if tags[do] == letters["got_back"] and _is_told_or_tended(reading, do, match.end()):
        return False
    if rule.opens:
        return _opens_clause(reading, match.start())
    return not rule.joins or _is_subject(reading, match.start(), do)


def _digs(reading: Reading, do: int) -> bool:
    """Whether somebody buries somebody, and may do it under a tree: no ruins do."""
    if reading.words[do] in _DIGGING:
        return True
    letters, tags = grammar().letters, reading.tags
    by_hand = (
        reading.words[do] == "buried"
        and tags[do - 1] in letters["pronoun"] + letters["kin"] + letters["family"]
    )
    return by_hand and _RUINS.isdisjoint(reading.words[do : do + _GRAVE_REACH])


def _is_left_outside(reading: Reading, do: int) -> bool:
    """Whether those who are left are left in the open or behind, and in nobody's care."""
    letters, behind = grammar().letters, reading.tags[do + 1 : do + _GRAVE_REACH]
    open_air = [letters[name] for name in ("open", "behind", "rotting", "dying")]
    cared_for = [letters[name] for name in ("hospital", "morgue", "room", "building", "vehicle")]
    where_they_fell = reading.words[do + 1 : do + 2] == ["where"]
    return (where_they_fell or any(tag in behind for tag in open_air)) and not any(
        tag in behind for tag in cared_for
    )


def _is_led_to_death(reading: Reading, do: int) -> bool:
    """ "Rounded up and taken to be executed": no dead man and no wounded one is."""
    return reading.words[do + 1 : do + 2] == ["to be"] and not _DOOMED.isdisjoint(
        reading.words[do + 2 : do + 3]
    )


def _is_toll(reading: Reading, first: int, do: int) -> bool:
    """ "Inflicted nine casualties and proceeded to", "the casualties it has taken": how many there were, and nobody moved."""
    letters, tags = grammar().letters, reading.tags
    between = tags[first:do]
    counted = [at for at in range(first, do) if reading.words[at] in _COUNTED]
    after = tags[counted[0] : do] if counted else ""
    if any(letters[name] in after for name in ("relative", "somebody", "that")):
        return True  # "The victims included three women who were travelling".
    if tags[first] != letters["victims"]:
        return False
    if reading.words[do] in _TAKING and any(letters[name] in between for name in ("pronoun", "somebody")):
        return letters["be"] not in between
    relative = any(letters[name] in between for name in ("relative", "somebody", "that"))
    return not relative and not _DEALING.isdisjoint(reading.words[max(0, first - _ASIDE) : first])


def _is_told_or_tended(reading: Reading, do: int, end: int) -> bool:
    """ "Received reports of three bodies", "the clinic, one of two, has received nine dead": nobody is given back to their own."""
    kept = grammar().letters["hospital"] + grammar().letters["morgue"]
    return not _TIDINGS.isdisjoint(reading.words[do:end]) or (
        any(tag in kept for tag in reading.tags[:do]) and grammar().letters["from"] not in reading.tags[do:]
    )


def _is_subject(reading: Reading, first: int, do: int) -> bool:
    """Whether the dead or wounded named at `first` are those the verb group before `do` is about.

    Each verb group between needs a "who", "that" or "when" before it; without one it is theirs, and the deed another's.
    """
    letters, tags = grammar().letters, reading.tags
    group = _verb_group(reading, first, do)
    if tags[group - 1] in letters["pronoun"] + letters["them"] and group - 1 > first:
        return False
    if reading.words[group - 1] in _SPEAKING and letters["said"] in tags[first:group]:
        return False  # "The wounded man said he had been taken".
    if reading.words[do].split(" ")[0].endswith("ing") and letters["and"] in tags[first + 1 : group]:
        return False  # "The dead on the floor and people arriving".
    opened, relative, joins = 0, False, False
    for at in range(first + 1, group):
        tag = tags[at]
        if tag in _opening():
            relative = tag != letters["conjunction"]
            # "That began in May" has its verb; "that the army", "when the army" wait for theirs.
            opened += not relative or tags[at + 1] in _nominal() + _verbal()
            joins = joins or not relative
        elif (tag in _verbal() or reading.words[at].endswith("n't") or reading.words[at] in _LYING) and tags[
            at - 1
        ] not in _verbal():
            opened -= 1
            if opened < 0:
                return False
    if opened and relative and group - 1 > first:
        return tags[group - 1] in _opening()
    return not joins or _opens_clause(reading, first)


def _verb_group(reading: Reading, first: int, do: int) -> int:
    """Where the verb group that ends with the deed starts: "were, officials said, taken", "were on Monday taken"."""
    tags, be = reading.tags, grammar().letters["be"]
    group = do
    while group > first + 1 and tags[group - 1] in _group():
        group -= 1
    if reading.words[group - 1] == "to" and tags[group - 2] == grammar().letters["have"]:
        return group - 2  # "Had to make their way".
    if be in tags[group:do]:
        return group
    split = tags.rfind(be, max(first + 1, do - _SPLIT_REACH), do)
    return split if split > first and _is_aside(tags[split + 1 : do]) else group


def _is_aside(words: str) -> bool:
    """Whether words inside a verb group leave it whole: "on Monday", ", officials said,"."""
    comma = grammar().letters["comma"]
    return words[:1] == comma == words[-1:] or (comma not in words and len(words) < _ASIDE)


def _opens_clause(reading: Reading, first: int) -> bool:
    """Whether the noun phrase of the dead or wounded starts its clause, and is nobody's object."""
    letters, at = grammar().letters, first
    inside = "".join(
        letters[name] for name in ("number", "numeral", "determiner", "word", "name", "demonym", "of", "dead")
    )
    while at and reading.tags[at - 1] in inside:
        at -= 1
    before = "".join(letters[name] for name in ("comma", "break", "said", "that", "conjunction", "and"))
    return not at or reading.tags[at - 1] in before


@cache
def _opening() -> str:
    return "".join(grammar().letters[name] for name in ("relative", "somebody", "that", "conjunction"))


@cache
def _nominal() -> str:
    names = (
        "determiner",
        "owning",
        "pointing",
        "name",
        "number",
        "numeral",
        "pronoun",
        "demonym",
        "person",
        "fighter",
    )
    return "".join(grammar().letters[name] for name in names)


@cache
def _verbal() -> str:
    return "".join(grammar().letters[name] for name in ("be", "have", "modal", "took", "arrive", "remain"))


@cache
def _group() -> str:
    return "".join(grammar().letters[name] for name in ("be", "being", "have", "modal", "adverb", "not"))
