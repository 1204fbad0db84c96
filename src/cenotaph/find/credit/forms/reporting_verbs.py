"""Whether a verb that may report does: "the port said", and not "gunmen said to be", "claimed the lives of nine"."""

import re

from cenotaph.find.credit.forms.given import (
    claims_deed,
    closes_on_site,
    closes_sentence,
    gives_figure,
    gives_news,
)
from cenotaph.find.credit.naming.hearers import handed
from cenotaph.find.credit.naming.nouns import is_body, noun_kinds
from cenotaph.find.credit.naming.outlets import is_source
from cenotaph.find.credit.naming.subjects import is_compared, plain_head
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words

THAT = re.compile(r"(?:D?x{0,2}d)?+(?:R|P[D#]?[xCRNLds#]{0,4}+|[DN])*+(?:T|[:,]?[<\"]|:)")
_CLAUSE = re.compile(r"(?:[D#NxCLs]{1,7}|I)R?[bHMKV]")  # "(Spokesmen indicated) the troops were".
_BROUGHT_IN = re.compile(r"D[xCN]{1,3}(?=$|[PS&,|])")
_DENIED = re.compile(r"(?:P?R|P[D#]?[xCN]{1,3})*+[DxCsNLR]{0,5}(?:d|T)|K")
_ON_AIR = frozenset(("radio", "video"))  # "Said by radio that".
_ATTACKERS = frozenset(("group", "militants", "gunmen", "attackers", "assailants", "terrorists", "jihadists"))
# "Soldiers killed 31, rights group finds", "31 died, the port has found in a survey on Monday".
_FINDS = ("finds", "found", "find")
_ENDS = re.compile(r"(?:P?R|P[D#]?[xCRNLds#]{1,5})*(?:$|\|)")
_FOUND = re.compile("[DKPS#NxCLso]{2,16}?[bHK]")


def _found_by_body(words: Words, at: int, head: str) -> bool:
    """Whether a body, or "it", found that something was so, with no "that": "the council found | nine people had been killed"."""
    speaks = head == "it" or is_body(head)
    return speaks and words.lower[at] == "found" and _FOUND.match(words.tags, at + 1) is not None


def _speaks(words: Words, start: int, end: int) -> bool:
    """Whether a subject is a name, or by its noun somebody who can speak."""
    return words.tags[end - 1] == "C" or noun_kinds().get(plain_head(words, start, end)) is not None


def _can_speak(words: Words, start: int, end: int) -> bool:
    """Whether a subject can only be one who speaks: by its noun or office, or as a listed body or outlet."""
    noun = noun_kinds().get(plain_head(words, start, end)) is not None or "L" in words.tags[start:end]
    return noun or is_source(" ".join(words.lower[start:end]).removeprefix("the "))


def reports(words: Words, at: int, subject: tuple[str, int, int]) -> bool:
    """Whether the verb at word `at` reports here: its subject can speak, and its object is not "responsibility"."""
    sets, verb = word_sets(), words.lower[at]
    kind, start, end = subject
    head = plain_head(words, start, end)
    if (
        head in sets["mute"]
        or is_compared(words, start, end)
        or words.tags[at - 1] in "bMP"
        or words.tags[at - 1 : at] == "D"
    ):
        return False
    if verb in sets["nounlike"] and words.tags[at + 1 : at + 2] in ("V", "o", "b", "H"):
        return False
    if verb.startswith(("comment", "remark")) and words.lower[at + 1 : at + 2] == ["on"]:
        return False  # "He commented on the raid in which nine died".
    if verb.startswith("declar") and _BROUGHT_IN.match(words.tags, at + 1) is not None:
        return False  # "Demanded that the sides declare a truce".
    if words.lower[at + 1 : at + 2] == ["nothing"]:
        return False  # "Sides say nothing as nine die".
    if verb == "believed" and not _ATTACKERS.isdisjoint(words.lower[start:end]):
        return False  # "The group believed that they were spies": why it struck.
    if verb.startswith("point") and words.lower[at + 1 : at + 2] != ["out"]:
        return False  # "Chad, which points to a rise".
    if (
        verb == "confirmed"
        and words.lower[at + 1 : at + 2] == ["as"]
        and words.tags[at + 1 : at + 4] != "SDS"
    ):
        return False  # "Soldier killed in Ayr confirmed as Ann Roe".
    if verb in sets["held"] and words.lower[at + 1 : at + 3] in (["to", "be"], ["to", "have"]):
        return False  # "Killed by gunmen said to be".
    by = words.tags[at + 1 : at + 2] == "y" and (sets["sent_by"] | _ON_AIR).isdisjoint(
        words.lower[at + 2 : at + 3]
    )
    if by and (verb in sets["of_things"] or verb == "said"):
        return False  # "An attack on a base in Nampala claimed by the group".
    if verb in sets["nounlike"] and kind == "phrase" and words.tags[at + 1 : at + 2] not in ("", "|"):
        return False
    if verb in sets["deny"]:
        charged = not sets["charges"].isdisjoint(words.lower[at + 1 : at + 5])
        return charged or _DENIED.match(words.tags, at + 1) is not None
    if (
        verb in sets["of_documents"]
        and ("d" in words.tags[start:end] or words.tags[start - 1 : start] == "P")
        and words.tags[at + 1 : at + 2] in ("P", "y")
    ):
        return False  # "A report carried by", "in an interview published in".
    if (
        verb.startswith("indicat")
        and _CLAUSE.match(words.tags, at + 1) is not None
        and _speaks(words, start, end)
    ):
        return True
    if verb in sets["document"] and verb not in ("said",) and "d" not in words.tags[start:end]:
        ends = _ENDS.match(words.tags, at + 1) is not None
        closes = verb in _FINDS and ends and words.tags[start - 1 : start] == ","
        return (
            closes
            or _found_by_body(words, at, head)
            or (re.match(THAT, words.tags[at + 1 :]) is not None and verb not in sets["with_that"])
        )
    if (
        verb in sets["with_that"]
        and re.match(THAT, words.tags[at + 1 :]) is None
        and words.lower[at + 1 : at + 2] != ["how"]
        and words.tags[max(1, start - 1) : start] not in ('"', ">")
        and not gives_figure(words, at)
        and not gives_news(words, at)
        and not closes_sentence(words, at, start)
        and not closes_on_site(words, at, start)
        and not (words.tags[start - 1 : start] == "w" and handed(words, at))
    ):
        return False
    return not claims_deed(words, at, speaks=_can_speak(words, start, end))
