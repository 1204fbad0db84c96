"""What only may have befallen people or may come ("could kill thousands"), told by the verb, by who governs it, or by an "if"."""

import re
from typing import Literal

from cenotaph.find.people.analysis import Analysis

Hedge = Literal["", "doubted", "hypothetical"]

_DOUBTING = frozenset(("may", "might", "could"))
_EMPHATIC = frozenset(("did", "do", "does"))
_HELD = frozenset(("believed", "reported", "said", "thought", "known", "presumed", "understood", "confirmed"))
_FACTUAL = frozenset(
    ("managed", "helped", "began", "continued", "used", "succeeded")
)  # "managed to kill" tells what happened.
_CONDITIONS = frozenset(("if", "unless", "as long as", "supposing", "supposing that", "assuming that"))
_CAUSING = frozenset(
    ("cause", "lead", "result", "bring", "mean", "provoke", "trigger", "risk", "prevent", "avoid")
)
_NOUNS = frozenset("TCHLXZ")
_STATES = frozenset("hD")
_VERBS = frozenset("WVwBlfR")
_SEEMING = ("appear", "seem")  # "Appeared to be more than 50 bodies".
_WANTING = frozenset(
    (
        "warrant",
        "warrants",
        "order",
        "orders",
        "call",
        "calls",
        "called",
        "calling",
        "reward",
        "bounty",
        "request",
        "plan",
        "plans",
        "advocate",
        "advocates",
        "advocated",
        "advocating",
        "plot",
        "plots",
        "conspiracy",
    )
)
_SENTENCED = frozenset(("sentenced", "condemned", "sentencing"))
_ESCAPING = frozenset(("escaped", "escapes", "escape", "avoided", "avoid", "escaping", "avoiding"))
_AIMS = frozenset(
    (
        "intention",
        "the intention",
        "aim",
        "the aim",
        "purpose",
        "the purpose",
        "intent",
        "hope",
        "the hope",
        "goal",
        "possibility",
        "risk",
        "threat",
        "options",
        "option",
        "plot",
        "ways",
    )
)
_ORDINAL = re.compile(
    r"first|second|third|youngest|oldest|eldest|last|latest|only|th|st|nd|rd|.*(?:th|\dst|\dnd|\drd)"
)
_NEARLY = frozenset(("almost", "nearly", "narrowly"))
_ORDERS = frozenset(("order", "orders"))
_GIVEN = frozenset(("gave", "given", "giving", "signed", "signing", "issued", "issuing"))
_TELLING = frozenset(("confirm", "report", "say", "tell", "announce"))  # "We can confirm four dead".
_SAVING = frozenset(("save", "saved", "saves", "saving"))
# "Is on track to suffer a million casualties".
_EXPECTED = frozenset(
    ("expected", "set", "likely", "track", "course", "poised", "due", "ready", "projected", "forecast")
)
# "Prevented the killing of many", "discussed the assassination of the general".
_UNDONE = frozenset(
    (
        "prevented",
        "averted",
        "avoided",
        "foiled",
        "thwarted",
        "discussed",
        "discussing",
        "planning",
        "plotting",
    )
)


def hedge_of(sentence: Analysis, at: int) -> Hedge:
    """ "hypothetical" for what may come ("could kill"), "doubted" for what may have been ("may have killed")."""
    first, last = sentence.edges(at)
    tags, word = sentence.tokens.tags[first : last + 1], sentence.tokens.words[first]
    if "n" in tags or not _NEARLY.isdisjoint(sentence.tokens.words[max(0, first - 1) : last]):
        return "hypothetical"  # "Was almost killed".
    if word == "being" and not _ESCAPING.isdisjoint(sentence.tokens.words[max(0, first - 1) : first]):
        return "hypothetical"  # "Who narrowly escaped being blown up".
    if (
        sentence.kinds[at] == "g"
        and sentence.last_word(at - 1) in ("of", "for")
        and sentence.last_word(at - 2) in _AIMS
    ):
        return "hypothetical"  # "With the intention of kidnapping".
    if "m" in tags and not word.startswith(_SEEMING):
        if "S" in tags and word == "would":
            return "hypothetical"  # "A longer raid would have killed hundreds."
        if "S" not in tags and word not in _EMPHATIC:
            return "hypothetical"
        return "doubted" if word in _DOUBTING else ""
    if "t" in tags and sentence.kinds[at] == "f" and _is_used(sentence, at):
        return ""
    if "t" not in tags or "S" in tags or _is_done(sentence.tokens.words[max(0, first - 2) : first]):
        return ""
    if _is_ordered(sentence, at):
        return ""  # "Charged with having ordered somebody to kill the four cooks".
    if _is_ranked(sentence, at):
        return ""  # "Was the third man to be killed".
    if tags[0] in "BR" and sentence.tokens.words[first + tags.index("t") - 1] in _HELD:
        return ""  # "Were believed to be wounded".
    if tags.startswith("tB") and sentence.kinds[at - 1 : at] == "V" and sentence.last_word(at - 1) in _HELD:
        return ""  # "Is believed to be holding".
    return "hypothetical"


def _is_ranked(sentence: Analysis, at: int) -> bool:
    """Whether "to die" tells what befell the first or the 200th of many, of whom no "would" stands before."""
    ranked = at - 1
    while sentence.kinds[ranked - 1 : ranked] in ("o", "P"):
        ranked -= 2  # "The latest commander of the group to be killed".
    if sentence.kinds[ranked : ranked + 1] not in ("d", "n", "T") or _is_modal(sentence, ranked - 1):
        return False
    return any(_ORDINAL.fullmatch(word) for word in sentence.tokens.words[slice(*sentence.edges(ranked))])


def _is_ordered(sentence: Analysis, at: int) -> bool:
    """Whether "to kill" tells what the order was that somebody gave: the one order to kill those people was carried out."""
    if at < 2 or sentence.last_word(at - 1) not in _ORDERS or sentence.last_word(at - 2) not in _GIVEN:
        return False
    definite = (
        sentence.tokens.words[sentence.chunks.firsts[chunk]]
        for chunk in (at - 1, min(at + 1, len(sentence.kinds) - 1))
    )
    return set(definite) == {"the"}


def _is_done(before: list[str]) -> bool:
    """Whether the words before "to kill" tell that it was done: "managed", "were able"."""
    return before[-1:] == ["able"] and before[0] in ("was", "were") or not _FACTUAL.isdisjoint(before[-1:])


def _is_used(sentence: Analysis, at: int) -> bool:
    """Whether "to kill" tells what something was used for: "used bombs and gas to kill 300 soldiers"."""
    clause = max(sentence.kinds.rfind(mark, 0, at) for mark in "c;,r")
    return any(
        sentence.kinds[verb] in "Ww" and sentence.last_word(verb) in ("used", "using")
        for verb in range(clause + 1, at)
    )


def hedge_around(sentence: Analysis, trigger: int, people: int) -> Hedge:
    """The same for what a noun tells, by the verb that governs it ("could cause 500 deaths"), and behind an "if"."""
    if "attempted" in sentence.tokens.words[slice(*sentence.edges(trigger))]:
        return "hypothetical"
    if sentence.kinds[trigger] == "D":
        return ""  # A verb of its own: "are still missing".
    start = min(trigger, people)
    clause = max(sentence.kinds.rfind(mark, 0, start) for mark in "c;")
    if sentence.kinds[trigger - 1 : trigger + 1] == "rk" or (
        sentence.kinds[trigger - 1 : trigger] == "r" and _is_perfect(sentence, trigger)
    ):
        return ""  # "If they fail to end the war, which has killed 900", "if the army, which killed a priest, is purged".
    if clause >= 0 and sentence.last_word(clause) in _CONDITIONS:
        return "hypothetical"
    kind = sentence.kinds[trigger]
    if kind == "p" and sentence.last_word(trigger - 1) in _UNDONE:
        return "hypothetical"  # "Who are planning General Said's murder".
    if kind not in _NOUNS | _STATES | {"E"}:
        return ""
    if (
        kind == "E"
        and sentence.last_word(trigger - 1) == "for"
        and sentence.last_word(trigger - 2) in _WANTING
    ):
        return "hypothetical"  # "A warrant for the arrest of".
    if (
        kind == "E"
        and sentence.last_word(trigger - 1) == "to"
        and sentence.last_word(trigger - 2) in _SENTENCED
    ):
        return "hypothetical"  # "Were sentenced to death, including".
    verbs = [at for at in range(clause + 1, max(trigger, people)) if sentence.kinds[at] in _VERBS]
    near = [at for at in verbs if at > trigger] or verbs[-1:]
    if kind == "E" and sentence.last_word(trigger - 1) in _UNDONE:
        return "hypothetical"
    if kind == "E" and near and near[0] < trigger and sentence.last_word(near[0]) not in _CAUSING:
        return ""  # "Could cause the deaths of 500", but "will look into the killing of three".
    if not near or (sentence.kinds[trigger] in _STATES and sentence.kinds[near[0]] == "B"):
        return ""  # "There might be many dead."
    if kind == "X" and sentence.kinds[near[0]] == "B" and sentence.last_word(near[0] - 1) == "there":
        return ""  # "There could be 300 wounded men".
    if _is_to_come(sentence, near[0]):
        return "hypothetical"  # "Is on track to suffer a million casualties".
    if not _is_modal(sentence, near[0]):
        return ""
    counts = sentence.kinds[near[0]] == "B" or sentence.last_word(near[0]) in ("be", "number")
    estimated = sentence.kinds[trigger] == "L" and counts
    return (
        "doubted" if estimated else "hypothetical"
    )  # "The toll may be as high as 90", "could be nearer to 90".


def _is_to_come(sentence: Analysis, at: int) -> bool:
    """Whether a verb behind "to" tells what is only expected; but "is believed to have suffered", "went on to suffer"."""
    first, last = sentence.edges(at)
    bare = sentence.tokens.words[first] == "to" and "S" not in sentence.tokens.tags[first : last + 1]
    return bare and sentence.last_word(at - 1) in _EXPECTED


def _is_perfect(sentence: Analysis, at: int) -> bool:
    """Whether a verb tells of what has been: "has killed"."""
    tags = sentence.tokens.tags[slice(*sentence.edges(at))]
    return "S" in tags and "m" not in tags


def _is_modal(sentence: Analysis, at: int) -> bool:
    first, last = sentence.edges(at)
    tags = sentence.tokens.tags[first : last + 1]
    untrue = "S" not in tags or sentence.tokens.words[first] == "would"  # "Would have had effects".
    modal = "m" in tags and untrue and sentence.last_word(at) not in _TELLING
    modal = modal and not sentence.tokens.words[first].startswith(_SEEMING)
    return modal or sentence.last_word(at) in _SAVING
