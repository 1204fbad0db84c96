"""Names that the words of a sentence hide: with odd words in them, numbers behind them, marks around them."""

import re

from cenotaph.find.credit.naming.outlets import is_listed, known_outlets
from cenotaph.find.credit.tagging.word_table import odd_names, word_sets
from cenotaph.find.credit.tagging.words import Words

_QUOTED_NAME = re.compile(r"[<\"]D?C(?:[CPoD]{0,3}C)?,?[>\"]")
_BARE = re.compile(r"[<\"]D?C{1,3},?[>\"]")  # "THE EXTRADITABLES", which no speech is.
_MARKED_NAME = re.compile(r"[<\"]C{1,3}[>\"]")
_UNIT_DIGITS = 3
_CHANNEL = re.compile("[CN]#")


def with_names(words: Words, raw: list[str]) -> str:
    """The tags with listed names whose words mean something else ("Save the Children", "Valley Now") as names."""
    tags = words.tags
    for at, word in enumerate(words.lower):
        for rest in odd_names().get(word, ()):
            end = at + 1 + len(rest)
            if (
                tuple(words.lower[at + 1 : end]) == rest
                and (raw[at][0].isupper() or raw[at][0].isdigit())
                and raw[end - 1][0].isupper()
            ):
                tags = tags[:at] + "C" * (end - at) + tags[end:]
                break
    return tags


def unquoted_names(words: Words, text: str) -> Words:
    """The words without the marks around an outlet's name behind its noun: 'the weekly "Savana" wrote'."""
    marks = set[int]()
    for match in _QUOTED_NAME.finditer(words.tags):
        second = words.tags[match.start() - 1] == "&" and match.start() - 2 in marks
        bare = words.upper and _BARE.fullmatch(match.group()) is not None
        beside = words.lower[match.start() - 1 : match.start()] + words.lower[match.end() : match.end() + 1]
        if second or bare or not word_sets()["before_name"].isdisjoint(beside):
            marks |= {match.start(), match.end() - 1}
    for match in _MARKED_NAME.finditer(words.tags):
        first, last = words.spans[match.start() + 1], words.spans[match.end() - 2]
        if is_listed(text[first[0] : last[1]]):
            marks |= {match.start(), match.end() - 1}
    if not marks:
        return words
    kept = [at for at in range(len(words.tags)) if at not in marks]
    return Words(
        [words.spans[at] for at in kept],
        [words.lower[at] for at in kept],
        "".join(words.tags[at] for at in kept),
        words.upper,
    )


def numbered(words: Words, raw: list[str], tags: str) -> str:
    """The tags with a channel's number as part of its name: "Channel 24", "France 24"."""
    kept = list(tags)
    for match in _CHANNEL.finditer(tags):
        at = match.start()
        name = f"{words.lower[at]} {words.lower[at + 1]}"
        if raw[at][0].isupper() and (words.lower[at] == "channel" or name in known_outlets()):
            kept[at : at + 2] = "CC"
    return "".join(kept)


def unit_numbers(words: Words, text: str) -> str:
    """The tags with a unit's number as part of its name: "Military Detachment No. 3"."""
    tags = list(words.tags)
    for at in range(1, len(tags) - 1):
        if words.lower[at] == "no" and tags[at + 1] == "#" and tags[at - 1] in "CNx":
            between = text[words.spans[at][1] : words.spans[at + 1][0]]
            if between.startswith(".") and len(words.lower[at + 1]) <= _UNIT_DIGITS:
                tags[at : at + 2] = "CC"
    return "".join(tags)


def services(words: Words) -> str:
    """The tags with "US intelligence" as the service, not what it knows."""
    return "".join(
        "N"
        if words.lower[at] == "intelligence"
        and at
        and (words.tags[at - 1] in "CN" or words.lower[at - 1] == "military")
        else tag
        for at, tag in enumerate(words.tags)
    )
