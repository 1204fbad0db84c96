"""What governs a deed: the verb that a place goes with, an "-ing" that only says what is thought of or kept from happening."""

from functools import cache

from cenotaph.find.handling.grammar import grammar
from cenotaph.find.handling.reading import Reading

_REACH = 14
_TALK_REACH = 4
_BACK = frozenset(("back", "returned", "returning", "came", "home", "return", "returns", "comes"))
_THOUGHT = frozenset(
    (
        "cost",
        "costs",
        "idea",
        "possibility",
        "hope",
        "hopes",
        "aim",
        "aims",
        "purpose",
        "goal",
        "prospect",
        "chance",
        "difficulty",
        "risk",
        "right",
        "rights",
        "intention",
        "option",
        "question",
        "instead",
        "responsibility",
        "capable",
        "incapable",
        "problem",
        "need",
        "importance",
    )
)
_WOULD_REACH = 12
_ABOUT = frozenset(("about", "on", "for"))
_SETTING = ("in", "on", "near", "morgue", "grave", "room")
_OPENING = ("determiner", "owning", "number", "numeral", "body", "them")
_CLAUSE_ENDS = (
    "comma",
    "break",
    "conjunction",
    "that",
    "relative",
    "somebody",
    "pronoun",
    "said",
    "and",
    "be",
)
_VERBS = ("held", "placed", "holding", "stacking", "thrown", "left", "left_behind", "bury", "capacity")


def deed_of(reading: Reading, do: int) -> int:
    """The verb that a place goes with ("put the bodies *in* a morgue"), or the word itself where that is the deed."""
    letters, tags = grammar().letters, reading.tags
    if tags[do] not in _letters(_SETTING):
        return do
    for at in range(do - 1, max(-1, do - _REACH), -1):
        if tags[at] in letters["break"] + letters["conjunction"] + letters["that"] + letters["said"]:
            return do
        if tags[at] in _letters(_VERBS):
            return at
        if _is_base(reading, at):
            return do if tags[do - 1] == letters["body"] else at  # "Identify the bodies in the morgue".
    return do


def _is_base(reading: Reading, at: int) -> bool:
    """Whether a word that no class lists is a verb: "cannot display", "to house the bodies"."""
    letters, tags = grammar().letters, reading.tags
    if tags[at] != letters["word"] or not at:
        return False
    if tags[at - 1] in letters["modal"] + letters["not"] + letters["unable"]:
        return True
    return reading.words[at - 1] == "to" and tags[at + 1 : at + 2] in [*_letters(_OPENING)]


def is_thought_of(reading: Reading, do: int) -> bool:
    """ "Kept them from burying the dead", "the cost of bringing the bodies home", "plans for handing over the remains"."""
    words = reading.words
    if not words[do].split(" ")[0].endswith("ing") or do < 1:
        return False
    lead, before = words[do - 1], words[max(0, do - 1 - _TALK_REACH) : do - 1]
    if words[do] == "being" or lead == "being":
        return words[do - 2 : do - 1] == ["with"]
    if _is_imagined(reading, do):
        return True
    if lead == "from":
        return _BACK.isdisjoint(before[-1:])
    if lead == "of":
        return not _THOUGHT.isdisjoint(before[-1:])
    planned = grammar().letters["plan"] in reading.tags[max(0, do - 1 - _TALK_REACH) : do - 1]
    return planned and lead in _ABOUT


@cache
def _letters(names: tuple[str, ...]) -> str:
    return "".join(grammar().letters[name] for name in names)


def _is_imagined(reading: Reading, do: int) -> bool:
    """ "Thinks that bringing the body home will help": the deed is the subject of what only would be."""
    letters, tags = grammar().letters, reading.tags
    if tags[do - 1] not in letters["said"] + letters["that"] + letters["word"] + letters["break"]:
        return False
    for at in range(do + 1, min(do + _WOULD_REACH, len(tags))):
        if tags[at] in _letters(_CLAUSE_ENDS):
            return False
        if tags[at] == letters["modal"]:
            return True
    return False
