"""People who are part of those told before them, in the sentence ("12, including three children") or in the one before
("one of them was a child", "they were identified as")."""

import re

from cenotaph.find.counts.setting import word_lists
from cenotaph.find.people.analysis import Analysis
from cenotaph.find.people.called import called_behind
from cenotaph.find.people.claim_rules import counted_before, part_before
from cenotaph.find.people.reading import Reading
from cenotaph.model import Harm

_OF_BEFORE = re.compile(
    r"(?P<v>[XZ])[oG](?:y(?:B|W)|dB(?=[vAd]|P[np]))|(?P<z>Z)B(?=[vA])|Zi(?P<u>[XZA](?:(?:,&?|&)[XZA])*)|(?:i|Gy|y[iW]i?|ni)B?(?P<w>[XZA](?:(?:,&?|&)[XZA])*)"
)
_AND_WERE = re.compile(r"(?:,?[&c]|,)(?P<v>Z)(?:B(?=[vA])|(?=A))")
# "Four of them were children and five were women", "two were guards and one a cook".
_OF_BODIES = re.compile(r"(?<![oP])[XZ]oy(?=[.,;&cP]|$)")  # "Experts have examined 140 of them".
_OF_THEM = re.compile(r"[XZ][oG][ry]")
_THESE = frozenset(("this", "that", "these", "those"))
_BEHIND = "so many of them, behind"  # A rule.
_OWN = "noun phrase"  # What people's own noun says.
_PART_MARKS = frozenset("iG-:(o")
# Numbers alone that were found or are kept where the sentence before tells of bodies.
_FOUND = re.compile(r"(?<![oGP])Z[lV]")
_FINDING = frozenset(
    (
        "found",
        "discovered",
        "recovered",
        "stored",
        "kept",
        "piled",
        "dumped",
        "collected",
        "retrieved",
        "identified",
        "dug up",
    )
)
_BY_PLACE = re.compile(r"iZ(?:P[np]+,?&?Z)*P[np]+,?&?$")  # "Including nine in Ayr eight in Dunn".
_OF_WHAT = re.compile(r"[nu](?:[oPb][npdu])*,?i$")
_SAYS_WHO = re.compile(r"p,(?:n,)?$")
_CLOSES = re.compile(r"(?:[oP][nZdvp])*(?:[,.;)-]|$)")
PART_COST = 50


def carry(sentence: Analysis, harm: Harm, best: dict[int, Reading]) -> None:
    """ "One of them was a child", "Among them were two nurses": parts of the people of the sentence before; and bodies like
    those told in it: "Another five were found in the river"."""
    match = _OF_BEFORE.match(sentence.kinds)
    if match is not None and sentence.kinds[0] == "n" and sentence.last_word(0) not in _THESE:
        return
    for at in range(*match.span(match.lastgroup or 0)) if match else ():
        if sentence.kinds[at] in "XZA" and sentence.kinds[at - 1 : at] not in ("o", "P"):
            best.setdefault(at, Reading(PART_COST, harm, "part of those before", at, doubt=False))
    for of_them in _OF_BODIES.finditer(sentence.kinds) if harm == "bodies" else ():
        best.setdefault(
            of_them.start(), Reading(PART_COST, harm, "part of those before", of_them.start(), doubt=False)
        )
    for goes_on in _AND_WERE.finditer(sentence.kinds) if match is not None else ():
        best.setdefault(
            goes_on.start("v"),
            Reading(PART_COST, harm, "part of those before", goes_on.start("v"), doubt=False),
        )
    for found in _FOUND.finditer(sentence.kinds) if harm == "bodies" else ():
        if sentence.last_word(found.end() - 1) in _FINDING:
            best.setdefault(
                found.start(), Reading(PART_COST, harm, "found as those before", found.start(), doubt=False)
            )


def mark_parts(sentence: Analysis, best: dict[int, Reading]) -> None:
    """Parts of a whole named before them take its harm: "12 people, including three children", "five of them"."""
    kinds, parts = sentence.kinds, set[int]()
    for goes_on in _AND_WERE.finditer(kinds) if best else ():
        of_group = [
            at
            for at in best
            if at < goes_on.start() and kinds[at] == "Z" and kinds[at + 1 : at + 2] in ("o", "B")
        ]
        if of_group and best[of_group[-1]].harm != "casualties":
            told = best[of_group[-1]]
            best.setdefault(goes_on.start("v"), told._replace(cost=PART_COST))
    if not best or _PART_MARKS.isdisjoint(kinds):
        return
    for at, kind in enumerate(kinds):
        if kind == "p" and called_behind(sentence, at - 2) == at and at - 2 in parts:
            best.pop(at, None)  # "Including a guard, Omar Said, ...": who that is.
            continue
        if kind not in "XZAp" or not _is_part(sentence, at) or _opens_clause(kinds, at, best.get(at)):
            continue
        whole = _whole_of(kinds, at, parts, best)
        if whole is None and (mate := _beside(kinds, at, best)) is not None:
            best[at] = best[mate]._replace(cost=PART_COST)  # "This included 40 killed men and 12 women".
        elif whole is not None and whole in best:
            parts.add(at)
            own = best.get(at)
            said = own is not None and (own.rule == _BEHIND or _is_said(kinds, at, own))
            best[at] = own._replace(whole=whole) if own and said else _as_part(own, best[whole], whole)


def _whole_of(kinds: str, at: int, parts: set[int], best: dict[int, Reading]) -> int | None:
    """The people of whom a part is told: those before the mark of a part that are none themselves, or right before a bracket."""
    mark = part_before().search(kinds[:at])
    last = mark.start() if mark is not None else at - 1
    if mark is not None and last in best and "(" in kinds[last + 1 : last + 3]:
        return last
    told = (i for i in range(last, -1, -1) if i not in parts and kinds[i] in "XZH")
    return next(
        (i for i in told if i in best or kinds[i - 1 : i] != "o"), None
    )  # "Ten of one family, seven".


def _beside(kinds: str, at: int, best: dict[int, Reading]) -> int | None:
    """The people told before those of a list that have no plain reading of their own."""
    if at in best and best[at].cost < PART_COST:
        return None
    return next((i for i in range(at - 1, -1, -1) if kinds[i] in "XZH" and i in best), None)


def _is_said(kinds: str, at: int, own: Reading) -> bool:
    """Whether "five of them" have a word of harm of their own, and no other people before it."""
    return (
        own.trigger > at
        and _OF_THEM.match(kinds, at) is not None
        and set("XZ").isdisjoint(kinds[at + 1 : own.trigger])
    )


def _opens_clause(kinds: str, at: int, own: Reading | None) -> bool:
    """ "Including three children, 75 people have been injured": behind the list its own subject and verb."""
    return own is not None and kinds[at - 1 : at] == "," and own.trigger == at + 1 and own.cost <= 1


def _as_part(own: Reading | None, whole: Reading, at: int) -> Reading:
    """A part's reading: its own where that is a plain one, else its whole's."""
    told = (
        own is not None and own.rule == _OWN and whole.harm == "casualties"
    )  # "Nine casualties, including a wounded man".
    if own is not None and (told or own.cost <= 1):
        return own._replace(whole=at)
    return Reading(PART_COST, whole.harm, "part of a whole", whole.trigger, whole.doubt, at)


def _counts_things(noun: str, joint: str) -> bool:
    """Whether "including" is said of several things: "strikes, including one"."""
    return noun.endswith("s") and noun in word_lists().things and joint in ("including", "include")


def _is_part(sentence: Analysis, at: int) -> bool:
    kinds = sentence.kinds
    if kinds[at - 3 : at] == "ino" and sentence.last_word(at - 2) == "those":
        return True  # "83 bodies, including those of 22 minors".
    if _OF_THEM.match(kinds, at):
        return kinds[at - 1 : at] not in ("P", "b", "o", "f")  # "Had tried to arrest five of them".
    if (
        kinds[at - 1 : at] == ","
        and kinds[at + 1 : at + 2] == "i"
        and sentence.last_word(at + 1).endswith("them")
    ):
        return True  # "Three people, a girl among them".
    if kinds[at] == "p" and kinds[at - 3 : at] in ("Pp&", "Pp,"):
        return False  # "One each in Homs and Hama".
    if kinds[at] == "A" and _SAYS_WHO.search(kinds, 0, at) and _CLOSES.match(kinds, at + 1):
        return False  # "Including Omar Said, a clerk, and Anna Roe, 55, a nurse".
    if kinds[at] in "pA" and kinds[at - 1 : at] == "X":
        return False  # "Killed 11, including four children Al Jazeera reported".
    before = kinds[:at]
    of = _OF_WHAT.search(before)
    if of is not None and _counts_things(sentence.last_word(of.start()), sentence.last_word(at - 1)):
        return False  # "Two men were killed while strikes in Ayr, including one in the port, ...".
    if kinds[at] == "Z" and _BY_PLACE.search(kinds, 0, at):
        return True
    if kinds[at - 2 : at + 1] == "iXX":
        return True  # "Including 11 women nine children".
    return part_before().search(before) is not None or (
        kinds[at] in "XZA" and ":" in before and counted_before().search(before) is not None
    )
