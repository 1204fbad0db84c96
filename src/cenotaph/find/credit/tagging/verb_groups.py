"""Verbs of several words as one: "was able to verify", "went on to say", "did confirm"."""

from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words

STRESSING = frozenset(("did", "do", "does"))
GOING = frozenset(("went", "goes", "going"))


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
