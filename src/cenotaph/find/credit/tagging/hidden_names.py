"""Names that the words of a sentence hide: with odd words in them, numbers behind them, marks around them."""

import re
from functools import cache

from cenotaph.find.credit.naming.outlets import is_listed, known_outlets
from cenotaph.find.credit.tagging.word_table import odd_names, word_sets
from cenotaph.find.credit.tagging.words import Words
from cenotaph.language import load_pack

_QUOTED_NAME = re.compile(r"[<\"]D?C(?:[CPoD]{0,3}C)?,?[>\"]")
_BARE = re.compile(r"[<\"]D?C{1,3},?[>\"]")  # "THE EXTRADITABLES", which no speech is.
_MARKED_NAME = re.compile(r"[<\"]C{1,3}[>\"]")
# Tags of small words that a capital among others makes part of a name: "Hands Across", "the Never Forget project".
_SMALL = frozenset("PRSDbHd")
_GOES_ON = frozenset(("", "V", "t", "H", "b", "M", "Q", "P", "o", ",", "&", ">", '"', ")", "-"))
_OPENS = frozenset('"<>:;|-')
_TIMES = re.compile(
    r"[a-z]+day|[ap]\.?m|gmt|late|early|last|next|hours|days|minutes|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}"
)
# "Breaking the Silence", "Stop the War Coalition".
_CALL = re.compile(r"[A-Za-z](?:[DPo]{0,2}[CNKLdRb]){1,4}")
# Who speaks at a sentence's head: "Bearing Witness | said", "Protect the Children, a charity, | said".
_SPEAKS = re.compile(r"R?[VtHs]|,(?:Dx{0,2}[CNxK]{1,3}[^,]{0,14}|w[^,]{2,24}),R?[VtH]|$")
_UNIT_DIGITS = 3
_CHANNEL = re.compile("[CN]#")


def with_names(words: Words, raw: list[str]) -> str:
    """The tags with listed names whose words mean something else ("Save the Children", "Valley Now") as names."""
    tags = words.tags
    for at, word in enumerate(words.lower):
        for rest in odd_names().get(word, ()):
            end = at + 1 + len(rest)
            last = words.lower[end - 1 : end]
            owns = last != [] and words.tags[end - 1] == "s"
            if (
                tuple(words.lower[at + 1 : end - 1]) == rest[:-1]
                and (last == [rest[-1]] or (owns and _owner(last[0]) == rest[-1]))
                and (raw[at][0].isupper() or raw[at][0].isdigit())
                and raw[end - 1][0].isupper()
            ):
                tags = tags[:at] + "C" * (end - at - owns) + "s" * owns + tags[end:]
                break
    return tags


def _owner(word: str) -> str:
    """Whose something is: "children's", "borders'"."""
    return re.sub(r"['’]s?$", "", word)


def capital_runs(words: Words, raw: list[str]) -> str:
    """The tags with small words as parts of the names in which capitals set them: "Hands Across", "Stop the War Coalition"."""
    tags = list(words.tags)
    if sum(word[:1].isupper() for word in raw) * 2 > len(raw):
        return words.tags  # A headline, which has capitals anyway.
    for at in range(1, len(tags)):
        if tags[at] in _SMALL and _is_part(tags, raw, words.lower, at):
            tags[at] = "C"
    for at, word in enumerate(words.lower):
        call = _CALL.match("".join(tags), at) if word in _calls() and _is_capital(raw[at]) else None
        end = _end_of_call(tags, raw, call) if call is not None else at
        if end > at + 1 and (at or _SPEAKS.match("".join(tags), end) is not None):
            tags[at:end] = "C" * (end - at)
    return "".join(tags)


def _is_part(tags: list[str], raw: list[str], lower: list[str], at: int) -> bool:
    """Whether a small word with a capital is part of a name: behind or before another, and at no sentence's head."""
    if not _is_capital(raw[at]) or lower[at] in _leading() or _TIMES.fullmatch(lower[at]) is not None:
        return False
    following = tags[at + 1] if at + 1 < len(tags) else ""
    capital = at + 1 < len(tags) and following in "CNKs" and _is_capital(raw[at + 1])
    if tags[at - 1] in "CN" and _is_capital(raw[at - 1]):
        return capital or (tags[at] not in "Dd" and following in _GOES_ON)
    return capital and tags[at] != "d" and tags[at - 1] not in _OPENS


def _end_of_call(tags: list[str], raw: list[str], call: re.Match[str]) -> int:
    """Where a name ends that calls for something: at its last word with a capital."""
    end = call.start() + 1
    for at in range(end, call.end()):
        if _is_capital(raw[at]):
            end = at + 1
        elif raw[at] not in ("the", "our", "for", "to", "of", "with", "against"):
            break
    return end


def _is_capital(word: str) -> bool:
    return (
        word[:1].isupper() and re.sub("['’]", "", word).isalpha() and not (len(word) > 1 and word.isupper())
    )


@cache
def _leading() -> frozenset[str]:
    return frozenset(load_pack("reporting")["small"]["leading"])


@cache
def _calls() -> frozenset[str]:
    return frozenset(load_pack("reporting")["bodies"]["calls"])


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
    return words.without(marks) if marks else words


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
