"""Whether a deed is told as a fact: no plan, no possibility, no denial."""

from functools import cache

from cenotaph.find.handling.governing import deed_of, is_thought_of
from cenotaph.find.handling.grammar import grammar
from cenotaph.find.handling.reading import Reading
from cenotaph.find.text.lexicon import lexicon
from cenotaph.model import Action

_MOOD_REACH = 4
_JOINED_REACH = 8
_ASKED_REACH = 5
_ASKING = frozenset(("if", "whether", "where", "how", "when"))
_UNKNOWN = frozenset(("unclear", "unknown", "unsure"))
_ORDINALS = frozenset(("first", "last", "latest"))
_ORDINAL_REACH = 6
_INTENDED_REACH = 9
_WITNESSING = frozenset(
    (
        "see",
        "watch",
        "witness",
        "attend",
        "mark",
        "film",
        "mourn",
        "protest",
        "condemn",
        "denounce",
        "follow",
        "report",
    )
)
_COMING = ("moved", "buried", "cremated")  # Of a return "would be" is a promise.
_GATHERED = frozenset(
    (
        "turned out",
        "turned",
        "gathered",
        "flocked",
        "thronged",
        "lined up",
        "rushed",
        "raced",
        "hurried",
        "dashed",
        "scrambled",
        "came",
        "arrived",
        "flew",
        "flying",
        "used",
        "worked",
        "working",
    )
)
_GATHERED_REACH = 7
_LEADS = frozenset(("before", "after", "once", "until", "when"))
_LEAD_REACH = 3
_NOBODY = frozenset(("no", "none", "nobody", "neither", "no one", "not one"))
_PERHAPS = ("may", "might")
_TOLD = frozenset(("said", "reported", "thought", "understood", "believed"))
_SEEN = _TOLD.union(("seen", "heard", "filmed", "alleged"))


def is_fact(reading: Reading, first: int, do: int, action: Action) -> bool:
    """Whether the words before the deed leave it a fact: no plan, no possibility, no denial."""
    letters = grammar().letters
    do = deed_of(reading, do)
    if is_thought_of(reading, do):
        return False
    if action not in ("refused", "abandoned") and _is_nobody(reading, first, do):
        return False
    joined = reading.tags[do - 1 : do] == letters["and"]  # "Must find and bury".
    start = max(0, do - (_JOINED_REACH if joined else _MOOD_REACH))
    before = reading.tags[start:do]
    if any(_is_seen(reading, at) for at in range(start, do)):
        return True
    if "unless" in reading.words[max(0, first - _MOOD_REACH) : do]:
        return False
    stoppers = (
        letters["modal"]
        + letters["unable"]
        + ("" if action == "refused" else letters["halting"])
        + letters["plan"]
        + ("" if action == "refused" else letters["not"] + letters["refuse"])
    )
    if action != "refused" and (_is_purpose(reading, do) or _is_intended(reading, do)):
        return False
    cut = max(before.rfind(letters["comma"]), before.rfind(letters["break"]))
    told = _announced if action in _COMING or "where" in reading.words[max(0, first - 1) : do] else _had_to
    stopped = any(reading.tags[at] in stoppers and not told(reading, at) for at in range(start + cut + 1, do))
    return not stopped and not _is_asked(reading, first) and not _is_to_come(reading, first, do)


def is_supposed(reading: Reading, do: int) -> bool:
    """ "Even if I were to bury the bodies"."""
    start = max(0, do - _JOINED_REACH)
    ifs = [at for at in range(start, do) if reading.words[at] in ("if", "even if")]
    return bool(ifs) and grammar().letters["comma"] not in reading.tags[ifs[-1] : do]


def _is_to_come(reading: Reading, first: int, do: int) -> bool:
    """ "A march will be held before his body is moved": what is done before or after something that will be."""
    lead = next(
        (at for at in range(first, max(-1, first - _LEAD_REACH), -1) if reading.words[at] in _LEADS), None
    )
    present = any(word in ("is", "are") for word in reading.words[first:do])
    return lead is not None and present and "will" in reading.words[:lead]


def _is_nobody(reading: Reading, first: int, do: int) -> bool:
    """ "None of the wounded were taken", "no one who lived there was treated": a clause whose subject is nobody."""
    letters, tags = grammar().letters, reading.tags
    borders = "".join(letters[name] for name in ("comma", "break", "conjunction", "that", "said", "and"))
    start = max((tags.rfind(border, 0, max(first, 0)) for border in borders), default=-1) + 1
    if reading.words[start] not in _NOBODY:
        return False
    if reading.words[start] == "no":
        return reading.words[start + 1 : start + 2] not in (["fewer"], ["less"], ["sooner"], ["more"])
    goes_on = "".join(letters[name] for name in ("of", "somebody", "relative", "be", "have", "modal"))
    return tags[start + 1 : start + 2] in goes_on


def _is_asked(reading: Reading, first: int) -> bool:
    """ "Nobody knows if the bodies were buried", "has not said where they were taken": what is not known."""
    words = reading.words
    if _ASKING.isdisjoint(words[max(0, first - _ASKED_REACH) : first]):
        return False
    letters = grammar().letters
    asks = [at for at in range(max(0, first - _ASKED_REACH), first) if words[at] in _ASKING]
    before = range(max(0, asks[-1] - _ASKED_REACH), asks[-1])
    return words[asks[-1]] == "whether" or any(
        reading.tags[at] in letters["not"] + letters["refuse"] or words[at] in _UNKNOWN for at in before
    )


def _is_seen(reading: Reading, at: int) -> bool:
    """Whether somebody "was seen", "heard" or "is said to" do it; who "said it would" has not."""
    word, before = reading.words[at], reading.tags[max(0, at - 2) : at]
    return word in _SEEN and (word not in _TOLD or grammar().letters["be"] in before)


def _announced(reading: Reading, at: int) -> bool:
    """ "Would be taken to Sumy", "where they would be buried": what came later, told from before; "might have been taken": what
    is thought; "will be" and "said they would be handed over" is a plan."""
    if reading.words[at] in _PERHAPS and reading.tags[at + 1 : at + 2] == grammar().letters["have"]:
        return True
    passive = grammar().letters["be"] in reading.tags[at + 1 : at + 3]
    return (passive and reading.words[at] == "would" and "if" not in reading.words) or _had_to(reading, at)


def _had_to(reading: Reading, at: int) -> bool:
    """ "Had to be buried": done, for want of another way; "the first soldier to be buried" is."""
    if reading.words[at] != "to be":
        return False
    before = reading.words[max(0, at - _ORDINAL_REACH) : at]
    return before[-1:] == ["had"] or ("line" not in before and not _ORDINALS.isdisjoint(before))


def _is_purpose(reading: Reading, do: int) -> bool:
    """ "Efforts to evacuate the wounded": what is wanted, unless they "managed to"."""
    if (
        do < 2
        or reading.words[do - 1] not in ("to", "help")
        or reading.words[do].endswith("ing")
        or reading.tags[do] not in _aims()
    ):
        return False
    to = do - 1 if reading.words[do - 1] == "to" else do - 2
    gathered = not _GATHERED.isdisjoint(reading.words[max(0, to - _GATHERED_REACH) : to])
    return reading.words[to] == "to" and not gathered and reading.words[to - 1] not in grammar().managed


def _is_intended(reading: Reading, do: int) -> bool:
    """ "To complete the exchange of bodies", "to release two and hand over the remains": what somebody else's "to" governs."""
    letters, tags = grammar().letters, reading.tags
    joined = tags[do] in _bases() and reading.words[do - 1] in ("and", "or")
    if not joined and tags[do] not in _nouns():
        return False
    for to in range(do - 2, max(0, do - _INTENDED_REACH), -1):
        if (
            tags[to]
            in letters["comma"] + letters["break"] + letters["be"] + letters["have"] + letters["that"]
        ):
            return False
        if reading.words[to] == "to" and _is_infinitive(reading, to + 1):
            witnessed = not joined and reading.words[to + 1] in _WITNESSING
            return not witnessed and reading.words[to - 1] not in grammar().managed
    return False


def _is_infinitive(reading: Reading, at: int) -> bool:
    """Whether a word behind "to" is a verb: one of handling, or one that no class lists and an article follows."""
    letters, tags = grammar().letters, reading.tags
    at += tags[at] == letters["adverb"]
    if tags[at] in _bases():
        return True
    article = tags[at + 1 : at + 2] in (letters["determiner"], letters["owning"])
    return tags[at] == letters["word"] and (article or lexicon().common.get(reading.words[at]) == "f")


@cache
def _aims() -> str:
    """The letters of verbs that behind "to" only say what somebody wants."""
    return "".join(
        grammar().letters[name]
        for name in ("took", "bury", "return", "cremate", "placed", "thrown", "left", "left_behind", "treat")
    )


@cache
def _bases() -> str:
    """The letters of verbs in their base form."""
    return "".join(
        grammar().letters[name]
        for name in ("took", "bury", "return", "cremate", "release", "accept", "treat")
    )


@cache
def _nouns() -> str:
    """The letters of the nouns of deeds."""
    return "".join(
        grammar().letters[name] for name in ("handover", "transfer", "moving_out", "burial", "exhumation")
    )
