"""Verbs of several words as one: "was able to verify", "went on to say", "made it known", "called us to say"."""

import re

from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words

STRESSING = frozenset(("did", "do", "does"))
_EXPRESSING = frozenset(
    ("expressed", "expresses", "voiced", "gave", "gives", "has", "have", "had", "holds", "of")
)
MAKING = frozenset(("made", "makes", "make", "let", "lets"))
_KNOWN = frozenset(("clear", "known", "plain"))
_TO_SAY = frozenset(("say", "report", "announce", "state", "confirm", "claim"))
GOING = frozenset(("went", "goes", "going"))
# "Expressed | the suspicion | that", "expressed | his confidence to the judge | that", "is of | the opinion | that".
_OPINION = re.compile(r"(?:Dx?)?(?P<noun>[xNd])(?:PD?[CxNL]{1,3})?(?=T)")
_NEWS = re.compile("D[xKR]{0,2}[dVx](?=T)")  # "An unverified claim".
_CALLED = re.compile(r"[DCxNWI]{0,6}P(?=[Vd]T)")


def ascertained(words: Words) -> str:
    """The tags with "was able to verify", "could confirm", "managed to document" as one verb, unless they are denied."""
    tags = list(words.tags)
    for at in range(1, len(tags)):
        if words.lower[at] not in word_sets()["ascertain"]:
            continue
        before = at - 1 - (tags[at - 1] == "R")
        start = before - 1 if words.lower[before] == "to" else before
        if (
            start < 1
            or words.lower[start] not in ("able", "managed", "could", "can")[2 * (start == before) :]
        ):
            continue
        while start > 1 and tags[start - 1] in "bHR":
            start -= 1
        if "not" not in words.lower[start:at] and tags[start - 1 : start] != ["M"]:
            tags[start : at + 1] = [*"H" * (at - start), "V"]
    return "".join(tags)


def as_one(words: Words) -> str:
    """The tags with "both" and "each" behind those who speak as a part of their verb: "an aide and a clerk both told"."""
    tags = list(words.tags)
    for at in range(1, len(tags) - 1):
        spoken = tags[at - 1] in "NCL" and tags[at + 1] in "VHbt"
        if spoken and words.lower[at] in ("both", "each"):
            tags[at] = "R"
    return "".join(tags)


def gone_on(words: Words) -> str:
    """The tags with "went on to say", "goes on to report that" as one verb."""
    tags = list(words.tags)
    for at in range(3, len(tags)):
        told = tags[at] == "V" or (tags[at] == "d" and tags[at + 1 : at + 2] == ["T"])
        if told and words.lower[at - 3] in GOING and words.lower[at - 2 : at] == ["on", "to"]:
            tags[at - 3 : at + 1] = "HHHV"
    return "".join(tags)


def stressed(words: Words) -> str:
    """The tags with "did" right before what somebody said as a part of its verb: "did confirm", "but did say that"."""
    tags = list(words.tags)
    for at in range(1, len(tags) - 1):
        told = tags[at + 1] == "V" or tags[at + 1 : at + 3] == ["d", "T"]
        if told and words.lower[at] in STRESSING:
            tags[at : at + 2] = "HV"
    return "".join(tags)


def made_known(words: Words) -> str:
    """The tags with "made it known that", "expressed the suspicion that", "is of the opinion that" as one verb."""
    tags = words.tags
    for at, word in enumerate(words.lower):
        end = at
        if word in MAKING and tags[at - 1 : at] != "b":
            end = next(
                (far for far in range(at + 1, at + 4) if not _KNOWN.isdisjoint(words.lower[far : far + 1])),
                at,
            )
            end = end if tags[end + 1 : end + 2] == "T" else _news_told(words, at)
        elif word in word_sets()["repeating"]:
            end = _news_told(words, at)
        elif word in _EXPRESSING and (opinion := _OPINION.match(tags, at + 1)) is not None:
            told = words.lower[opinion.start("noun")] in word_sets()["opinions"]
            end = opinion.end() - 1 if told else at
        if end > at:
            start = at - (word == "of" and tags[at - 1 : at] == "b")
            tags = tags[:start] + "H" * (end - start) + "V" + tags[end + 1 :]
    return tags


def _news_told(words: Words, at: int) -> int:
    """The word before "that" where a verb is about a claim or report: "made an unverified | claim", "repeat the | report"."""
    news = _NEWS.match(words.tags, at + 1)
    told = news is not None and words.lower[news.end() - 1] in word_sets()["claims"]
    return news.end() - 1 if news is not None and told else at


def called_to_say(words: Words) -> str:
    """The tags with "called us to report that", "telephoned the station to say that" as one verb."""
    tags = words.tags
    for at, word in enumerate(words.lower):
        if word not in word_sets()["calling"] or tags[at - 1 : at] == "b":
            continue
        to = _CALLED.match(tags, at + 1)
        if to is not None and words.lower[to.end() - 1] == "to" and words.lower[to.end()] in _TO_SAY:
            tags = tags[:at] + "H" * (to.end() - at) + "V" + tags[to.end() + 1 :]
    return tags
