"""Counts that somebody keeps: "Moscow's own count of its dead was 498", "by figures that the port compiled"."""

import re

from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.forms.scopes import FINITE, clause_end
from cenotaph.find.credit.naming.speakers import Speaker, pointed_at, right_of, speaker
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words
from cenotaph.find.text.folding import fold
from cenotaph.find.whose.parties import nations

OWNER = re.compile(r"(?P<by>[D#]*[CxN]*s)[Cx]*$")
_OWN = re.compile(r"(?P<by>D)x{0,2}$")
_POINTERS = {"their": "they", "his": "he", "her": "she", "its": "it"}  # "Their estimate was 300 dead".
_BY_COUNT_OF = re.compile(r"yD?x{0,2}do")
_BY_DOCUMENT = re.compile(r"yD?x{0,2}d")
_BY_COUNT = re.compile(r"y(?P<by>D?[CxN]{0,4}s)x{0,2}d")
_ISSUED_BEHIND = re.compile(
    r"[Tw]?H?(?P<by>D?[xCNLs]{0,6}?[xCNL](?:[oP]D?[CxN]{1,3}?)?(?:&D?[xCNL]{1,5}?)?)(?:H?[VK])"
)
_FIGURE = re.compile(
    r"d(?:[oP][DxCsNLRK]{1,6})?(?:,w[^,;|]{1,14},)?[HMR]*[bKx]?[<\"]?[KPRx]*[<\"]?(?P<figure>#)"
)
_FIGURE_OF = re.compile(r"do[PDRx]{0,3}(?P<figure>#)")  # "The UN's estimate of 300 dead".


def count_of(words: Words, text: str, at: int) -> Anchor | None:
    """ "Moscow's own count of its dead was 498": whoever's count it is vouches for the figure behind it."""
    owner = OWNER.search(words.tags[:at]) or _OWN.search(words.tags[:at])
    figure = _FIGURE.match(words.tags, at) or _FIGURE_OF.match(words.tags, at)
    if owner is None or figure is None or words.lower[at] not in word_sets()["toll_objects"]:
        return None
    start, end = owner.span("by")
    low = figure.start("figure")
    if words.tags[end - 1] == "D":
        whose = _POINTERS.get(words.lower[start])
        who = pointed_at(words, start, whose) if whose is not None else None
        return Anchor("count of", who, start, at + 1, low, clause_end(words.tags, low)) if who else None
    if fold(words.lower[end - 1][:-2]) in word_sets()["mute"]:
        return None  # "Bringing the attack's death toll to 18".
    if _counts_own(words, end, at) and fold(words.lower[end - 1][:-2]) in nations():
        return None
    return Anchor(
        "count of", speaker(words, text, start, end), start, at + 1, low, clause_end(words.tags, low)
    )


def _counts_own(words: Words, start: int, at: int) -> bool:
    """Whether "Russia's casualty count" is that of its losses, and no more its own than anybody's."""
    between = words.lower[start:at]
    return "own" not in between and not {"casualty", "death", "combat", "war"}.isdisjoint(between)


def reckoned(words: Words, text: str, at: int) -> Anchor | None:
    """ "By the paper's count", "by the count of the paper", "by figures that the paper compiled": whose count it is."""
    return _by_ones_count(words, text, at) or _by_count_of(words, text, at) or _by_document(words, text, at)


def _by_ones_count(words: Words, text: str, at: int) -> Anchor | None:
    """ "By the paper's count, ...": whose count it is."""
    count = _BY_COUNT.match(words.tags, at)
    if count is None or words.lower[count.end() - 1] not in word_sets()["toll_objects"]:
        return None
    return _whose_count(words, speaker(words, text, *count.span("by")), at, count.end())


def _by_count_of(words: Words, text: str, at: int) -> Anchor | None:
    """ "By the count of the port, ...": whose count it is."""
    count = _BY_COUNT_OF.match(words.tags, at)
    if count is None or words.lower[count.end() - 2] not in word_sets()["toll_objects"]:
        return None
    found = right_of(words, count.end(), text)
    if found is None or found[0].head in word_sets()["mute"] | word_sets()["toll_objects"]:
        return None
    return _whose_count(words, found[0], at, found[1])


def _by_document(words: Words, text: str, at: int) -> Anchor | None:
    """ "By figures that the port and its clerks compiled": whose figures they are."""
    made = _BY_DOCUMENT.match(words.tags, at)
    told = issuer_behind(words, text, made.end()) if made is not None else None
    if told is None:
        return None
    return _whose_count(words, told[0], at, told[1])


def _whose_count(words: Words, who: Speaker, at: int, end: int) -> Anchor:
    """The credit of a count in `at:end`: for what stands before it if that tells anything, else for what follows."""
    if FINITE.search(words.tags[:at]):
        return Anchor("count of", who, at, end, 0, at, forward=False)
    return Anchor("count of", who, at, end, end, len(words.tags))


def issuer_behind(words: Words, text: str, at: int) -> tuple[Speaker, int] | None:
    """Who "released" the document just named, and the word behind: "according to a report that the ombudsman released"."""
    issued = _ISSUED_BEHIND.match(words.tags, at)
    making = word_sets()["issuing"] | word_sets()["compiling"]
    if issued is None or words.lower[issued.end() - 1] not in making:
        return None
    return speaker(words, text, *issued.span("by")), issued.end()
