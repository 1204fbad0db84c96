"""Where the words of a credit run over into background that only the report itself vouches for."""

import re
from functools import cache

from cenotaph.find.credit.tagging.words import Words
from cenotaph.language import load_pack

# "The day after", "two weeks before", behind a comma.
_DATED = re.compile(r",[\"<>]?(?:[D#R]{0,2}[RSxd])(?=[SP])")
# "(said) he would", "(said) that it will": a plan of the speaker's own.
_PLAN = re.compile(r"T?[IW]M")
# "(said) it was troubled".
_FEELING = re.compile(r"T?[IW]bR*[Kx]")
# "(warned) of", "(warns) against": a thing named, no clause.
_THING = re.compile(r"[oP]")
# "The same gang that was behind the raids that killed".
_DEED = re.compile(r"D[xCN]{0,3}[xNL](?P<who>[wT])[KHRbxNPoCDT]{1,16}$")
# "A war that has", "the conflict which had", "a war in which 40 cooks have".
_WAR = re.compile(r"[wT]H|Pw[^,;:VQG]{1,10}H")


def background(words: Words, start: int, end: int) -> int:
    """The word in `start:end` where background starts, if words credited to a speaker fill that stretch; else `end`."""
    lower, tags, sets = words.lower, words.tags, _sets()
    found = sets["any"].intersection(lower[start:end])
    if not found:
        return end
    if not sets["acts"].isdisjoint(found):
        end = next(at for at in range(start, end) if lower[at] in sets["acts"])
    if not sets["wars"].isdisjoint(found):
        end = next(
            (at for at in range(start, end) if lower[at] in sets["wars"] and _WAR.match(tags, at + 1)), end
        )
    if sets["occasions"].isdisjoint(found):
        return end
    if (
        _plans(words, start, end)
        or _feels(words, start)
        or _brings_in(words, start, end)
        or (lower[start - 1] in sets["warnings"] and _THING.match(tags, start))
    ):
        return next((at for at in range(start, end) if lower[at] in sets["occasions"]), end)
    for match in _DATED.finditer(tags, start, end):
        if lower[match.end() - 1] in sets["spans"] and lower[match.end()] in sets["occasions"]:
            return match.start()
    return end


def tells_apart(words: Words, at: int) -> bool:
    """Whether the figure at word `at` only says which killer is meant: "the man who killed nine people may be ill"."""
    told = _DEED.search(words.tags[:at])
    return told is not None and words.lower[told.start("who") - 1] in _sets()["killers"]


def _feels(words: Words, start: int) -> bool:
    """Whether the credited words are what the speaker feels, with no "and that" behind it."""
    feeling = _FEELING.match(words.tags, start)
    return (
        feeling is not None
        and words.lower[feeling.end() - 1] in _sets()["feelings"]
        and "&T" not in words.tags[start:]
    )


def _brings_in(words: Words, start: int, end: int) -> bool:
    """Whether the credited words only name what somebody brings in ("announced a curfew after"), and no loss."""
    if words.lower[start - 1] not in _sets()["brought_in"] or words.tags[start : start + 1] != "D":
        return False
    occasion = next((at for at in range(start, end) if words.lower[at] in _sets()["occasions"]), end)
    nouns = {words.lower[at] for at in range(start, occasion) if words.lower[at - 1] != "to"}
    return re.search(r"(?<!D)K|[TVbHM#]", words.tags[start:occasion]) is None and _sets()[
        "losses"
    ].isdisjoint(nouns)


def _plans(words: Words, start: int, end: int) -> bool:
    """Whether the credited words are a plan of the speaker's own, with no "and that" of his behind it."""
    plan = _PLAN.match(words.tags, start)
    if plan is None or words.lower[plan.end() - 1] not in _sets()["plans"]:
        return False
    return "&T" not in words.tags[start:end]


@cache
def _sets() -> dict[str, frozenset[str]]:
    sets = {name: frozenset(words) for name, words in load_pack("reporting")["background"].items()}
    return {**sets, "any": sets["acts"] | sets["wars"] | sets["occasions"]}
