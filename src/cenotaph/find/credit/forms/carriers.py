"""Outlets that a sentence says carried something: "has published", "footage obtained by"."""

import re
from collections.abc import Iterator
from functools import cache

from cenotaph.find.credit.naming.hearers import hears
from cenotaph.find.credit.naming.outlets import is_outlet
from cenotaph.find.credit.naming.speakers import Speaker, right_of, speaker
from cenotaph.find.credit.naming.subjects import subject_before
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words

_BY = re.compile(r"(?:P?D?[RC#|]{1,3})?y")  # "On Monday by".
_DOCUMENT = re.compile(r"P?D?[xCKN#R]{0,4}d")


def may_carry(piece: str) -> bool:
    """Whether a sentence holds a verb of carrying; a quick look before its words are tagged."""
    return _verbs().search(piece) is not None


def carriers(words: Words, text: str) -> list[Speaker]:
    """The outlets that are subject or agent of a verb of carrying, left to right."""
    found: list[Speaker] = []
    for at, word in enumerate(words.lower):
        if word not in word_sets()["carrying"]:
            continue
        by = _BY.match(words.tags, at + 1)
        who = _agent(words, text, by.end()) if by is not None else _subject(words, text, at)
        if who is not None and (is_outlet(who.name) or _issues(words, at, who) or _brought(words, at, by)):
            found.append(who)
    return [*found, *_receivers(words, text), *_places(words, text), *_among_many(words, text)]


def _places(words: Words, text: str) -> Iterator[Speaker]:
    """The outlets in which something appeared: "first reported in the Valley Post"."""
    for at, word in enumerate(words.lower[:-1]):
        behind = at + 1 + (words.tags[at + 1] == "R")
        if word in word_sets()["appearing"] and words.lower[behind : behind + 1] in (["in"], ["on"]):
            who = _agent(words, text, behind + 1)
            if who is not None and is_outlet(who.name):
                yield who


def _journals(words: Words, text: str) -> Iterator[Speaker]:
    """The journals that a study is in: "research in The Lancet"."""
    for at in range(1, len(words.lower) - 1):
        if words.tags[at - 1] == "d" and words.lower[at] == "in":
            who = _agent(words, text, at + 1)
            if who is not None and is_outlet(who.name):
                yield who


def _among_many(words: Words, text: str) -> Iterator[Speaker]:
    """The outlets that are named of many: "several outlets, including the Valley Post"."""
    for at, word in enumerate(words.lower):
        if word in word_sets()["among"] and _of_many(words, at):
            who = _agent(words, text, at + 1 + (words.lower[at + 1 : at + 2] == ["them"]))
            if who is not None and is_outlet(who.name):
                yield who


def _of_many(words: Words, at: int) -> bool:
    """Whether "including", "among them" or "such as" at word `at` names some of several outlets told right before."""
    before = at - (words.lower[at] == "as")
    before -= words.tags[before - 1 : before] == ","
    return before > 0 and words.lower[before - 1] in word_sets()["many_outlets"]


def issuer(words: Words, text: str) -> Speaker | None:
    """The body that a sentence says brought out a document or looked into something ("Amnesty published a report"), or the
    journal that it says one came out in."""
    if word_sets()["bringing"].isdisjoint(words.lower):
        return _brought_out_in(words, text)
    for at, word in enumerate(words.lower):
        if word in word_sets()["bringing"] and words.tags[at] in "VKtx":
            who = _subject(words, text, at)
            if who is not None and who.kind in ("body", "name"):
                lists = not word_sets()["lists"].isdisjoint(words.lower[at + 1 : at + 4])
                brings = (
                    lists
                    or word in word_sets()["looking"]
                    or _DOCUMENT.match(words.tags, _behind_particle(words, at))
                )
                return who if brings else None
    return _brought_out_in(words, text)


def _behind_particle(words: Words, at: int) -> int:
    """The word behind a verb and its particle: "put out | a report", "made public | a report"."""
    return at + 1 + (words.lower[at + 1 : at + 2] in (["out"], ["public"], ["up"]))


def _brought_out_in(words: Words, text: str) -> Speaker | None:
    """The journal or paper in which a study or report came out."""
    if "d" not in words.tags:
        return None
    return next(_places(words, text), None) or next(_journals(words, text), None)


def _issues(words: Words, at: int, who: Speaker) -> bool:
    """Whether a body brings out a document: "the commission issued a report condemning", "Port Front fighters posted a video"."""
    issued = _DOCUMENT.match(words.tags, at + 1)
    is_body = who.kind in ("body", "name") or (
        who.kind == "plural" and who.name[:1].isupper() and not who.definite
    )
    return issued is not None and words.lower[at] in word_sets()["issuing"] and is_body


def _brought(words: Words, at: int, by: re.Match[str] | None) -> bool:
    """Whether a document was brought out by somebody: "the report was released on Monday by the port"."""
    passive = re.search(r"dH?b+R*$", words.tags[:at]) is not None
    return by is not None and passive and words.lower[at] in word_sets()["issuing"]


def _receivers(words: Words, text: str) -> list[Speaker]:
    """The outlets that something was sent to or shared with: "in a statement sent to", "lists leaked to"."""
    found: list[Speaker] = []
    for at, word in enumerate(words.lower):
        if word in word_sets()["sending"] and words.lower[at + 1 : at + 2] in (["to"], ["with"]):
            taken = right_of(words, at + 2, text)
            if taken is not None and hears(taken[0]) and is_outlet(taken[0].name):
                found.append(taken[0])
    return found


def _agent(words: Words, text: str, at: int) -> Speaker | None:
    taken = right_of(words, at, text)
    return None if taken is None else taken[0]


def _subject(words: Words, text: str, at: int) -> Speaker | None:
    taken = subject_before(words, at)
    return None if taken is None else speaker(words, text, taken[1], taken[2])


@cache
def _verbs() -> re.Pattern[str]:
    verbs = sorted(word_sets()["carrying"] | word_sets()["sending"] | word_sets()["appearing"])
    return re.compile(rf"\b(?:{'|'.join(verbs)})\b", re.IGNORECASE)
