"""Where a subject begins that no comma parts from the words before it, as in bare wire copy: "wounded 50 | state media said"."""

import re
from functools import cache

from cenotaph.find.credit.naming.nouns import is_single, noun_kinds
from cenotaph.find.credit.naming.outlets import is_source, known_outlets
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words
from cenotaph.language import load_pack

_NAMED_LAST = re.compile(r"D?[xN]{1,3}C$")
_BODY = re.compile("x?N{1,2}")
_BEARER_BEFORE = re.compile(r"D?[xCN]*LC{1,4}(?=x{1,2}N{1,2}$)")
_DAY = re.compile(r"[12]?\d|3[01]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_VAGUE = frozenset(("dozens", "scores", "hundreds"))
_PLACED = re.compile(r"P[D#]?[xC]{1,3}$")  # "Activists | in the town".
_PERSON = re.compile(r"(?:K|x#)(?=D?C{2,}(?:P?C+)*$)")  # "Left 30 injured | Ann Roe".
_LONGEST_NAME = 7  # Words.
_OPEN = frozenset("CNRK#x")
_GOVERNING = frozenset("PoK")


def behind_run_on(words: Words, start: int, end: int, *, is_phrase: bool) -> int:
    """The word where the subject in `start:end` begins, behind what only runs on into it; `is_phrase` says that nothing parts
    the subject from the words before."""
    first = _behind_object(words, start, end) if is_phrase else start
    first = _behind_count(words, first, end)
    first = _behind_town(words, _behind_name(words, first, end), end)
    return _teller(words, first, end) if _runs_on(words, first, end) else first


def _runs_on(words: Words, start: int, end: int) -> bool:
    """Whether nothing parts a subject from the verb, preposition or count before it, or from a deed that is nobody's word."""
    if any(_is_deed(words, at, end) for at in range(start, end - 1)):
        return "," not in words.tags[start:end]  # "Three attacks in Ayr | activists said".
    counted = "#" in words.tags[max(0, start - 1) : start + 1] and not word_sets()["counted"].isdisjoint(
        words.lower[start:end]
    )
    return "," not in words.tags[start:end] and (counted or words.tags[start - 1 : start] in _GOVERNING)


def _is_deed(words: Words, at: int, end: int) -> bool:
    """Whether word `at` is a deed that tells of nothing, with where it was or a listed body behind: "shelling | in Ayr", "attacks | Amnesty"."""
    behind = words.tags[at + 1] == "P" or is_source(_bare(words, at + 1, end))
    return behind and words.lower[at] in word_sets()["mute"]


def _teller(words: Words, start: int, end: int) -> int:
    """Where those begin at a subject's end who only tell: a listed outlet or body, people or papers such as tell, a name behind
    a word of harm."""
    if words.tags.startswith("DD", start):
        return start + 1  # "Injured many | the ministry said".
    for at in range(max(start + 1, end - _LONGEST_NAME), end):
        apposed = words.tags[at - 1] == "&" or words.lower[at - 1] in noun_kinds()
        if words.tags[at] in "DC" and not apposed and _is_told_of(words, at, end):
            return at
    placed = _PLACED.search(words.tags[start:end])
    for head in (end - 1, start + placed.start() - 1 if placed is not None else end - 1):
        first = _of_tellers(words, start, head)
        if first > start:
            return first
    person = _PERSON.search(words.tags[start:end])
    return start + person.end() if person is not None else start


def _is_told_of(words: Words, start: int, end: int) -> bool:
    """Whether words are a listed body's name, or one behind which only stands what it is: "SANA state news agency"."""
    last = end
    while last - 1 > start and words.lower[last - 1] in word_sets()["kinds"]:
        last -= 1
    return is_source(_bare(words, start, end)) or (last < end and is_source(_bare(words, start, last)))


def _bare(words: Words, start: int, end: int) -> str:
    last = end - (words.lower[end - 1] in _sets()["dispatches"] and end - start > 1)
    return " ".join(words.lower[start:last]).removeprefix("the ")


def _of_tellers(words: Words, start: int, head: int) -> int:
    """Where those begin of whom word `head` is the noun, if they are such as tell and other words stand before; else `start`."""
    if words.lower[head] not in _sets()["run_on"]:
        return start
    first = head
    while first > start and words.lower[first - 1] in _sets()["of_run_on"]:
        first -= 1
    if first == start or words.lower[first - 1] in word_sets()["counted"]:
        return first
    described = words.tags[first - 1] in "Cx" and "P" not in words.tags[max(0, start - 1) : first - 1]
    return start if described or words.tags[first - 1] not in _OPEN else first


def kinds_of_tellers() -> frozenset[str]:
    """What may stand before those who tell: "state" media, "medical" sources, a "monitoring" group."""
    return _sets()["of_run_on"]


@cache
def _sets() -> dict[str, frozenset[str]]:
    nouns = load_pack("reporting")["nouns"]
    return {name: frozenset(nouns[name]) for name in ("run_on", "of_run_on", "dispatches")}


def _behind_object(words: Words, start: int, end: int) -> int:
    """Where a subject starts that no comma parts from the object of a preposition ("in Douma medical sources said")."""
    if start and words.tags[start - 1] in "Po" and words.tags[start] in "Cs":
        for at in range(start + 1, end - 1):
            if words.tags[at] == "C" and is_source(_bare(words, at, end)):
                return at  # "In Ayr | Human Rights Watch".
        match = re.match(r"[Cs]+(?=[xNLd]*[NLd]$)", words.tags[start:end])
        return start + match.end() if match else start
    return start


def _behind_name(words: Words, start: int, end: int) -> int:
    """Where a subject starts that no comma parts from a named bearer of an office: "killing the chief Ann Roe | local sources"."""
    named = _BEARER_BEFORE.match(words.tags, start, end)
    return named.end() if named is not None else start


def _behind_count(words: Words, start: int, end: int) -> int:
    """Where a subject starts that runs on without a comma behind a count: "injured seven | Governor Roe said"."""
    if (
        words.tags[start] == "D"
        and words.lower[start + 1] in ("day", "week", "month", "year")
        and end - start > 2
    ):
        return start + 2  # "Earlier in the day | the agency said".
    named = _NAMED_LAST.match(words.tags, start, end)
    if (
        named is not None
        and words.tags[start - 1 : start] in ("P", "o", "K")
        and words.lower[end - 1] in known_outlets()
    ):
        return end - 1  # "Back from the pier | SANA", "destroyed their trucks | SANA".
    if words.tags[start - 1 : start] == "&" and words.lower[start] in ("its", "their") and end - start > 3:
        return (
            start + 2 if words.lower[start + 1].endswith("s") else start
        )  # "And its outskirts | local media".
    if words.tags[start] != "#" or words.lower[start] == "one" or end - start < 2:
        return start
    dated = re.match("#{1,3}", words.tags[start : end - 1])
    if dated is not None and _YEAR.fullmatch(words.lower[start + dated.end() - 1]):
        return start + dated.end()  # "Thu Oct 5 2017 | Russia says".
    monthly = words.tags[start - 1 : start] == "R" or words.lower[start - 1 : start] == ["may"]
    if monthly and _DAY.fullmatch(words.lower[start]) and words.tags[start + 1] in "CNL":
        return start + 1  # "On August 8 | President Roe said".
    if words.tags[start + 1] == "K" and end - start > 2 and words.tags[start - 1 : start] in ("&", "K"):
        return start + 2  # "Dozens injured | Syrian media said".
    if words.lower[start] in _VAGUE and words.tags[start + 1] == "N" and words.tags[start - 1 : start] == "K":
        return start + 1  # "Injuring dozens | activists said".
    if words.lower[start - 1 : start] in (["to"], ["at"]) and _tells_of_toll(words, start):
        return start + 1  # "The toll rose to nine | local media reported".
    for at in range(end - 2, start, -1):
        if words.lower[at] in word_sets()["counted"] and words.tags[at + 1] not in "Po&":
            return at + 1
    article = words.lower[start + 1] in ("a", "an", "the")
    titled = re.search("L+C+$", words.tags[start:end]) is not None
    return start + 1 if article or titled or is_single(words.lower[end - 1]) else start


def _tells_of_toll(words: Words, end: int) -> bool:
    """Whether a toll, or a number of dead, is what the words before `end` tell of."""
    return not word_sets()["toll_objects"].isdisjoint(words.lower[:end])


def _behind_town(words: Words, start: int, end: int) -> int:
    """Where a subject starts that no comma parts from a town before it: "in Homs city | state media said"."""
    for at in range(start + 1, end - 1):
        if words.lower[at] not in word_sets()["towns"] or words.tags[at - 1] != "C":
            continue
        name = re.search(r"[PoK]D?C+$", words.tags[:at])
        if name is not None and _BODY.fullmatch(words.tags, at + 1, end) is not None:
            return at + 1
    return start
