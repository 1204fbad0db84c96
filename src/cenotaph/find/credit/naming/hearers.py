"""Whom words were told to: "told Radio Liman", "in an interview with the Courier", "speaking to reporters from Le Monde"."""

import re
from functools import lru_cache

from cenotaph.find.credit.naming.fuller_names import is_known
from cenotaph.find.credit.naming.nouns import is_body, is_person
from cenotaph.find.credit.naming.outlets import is_charity, is_listed, is_outlet
from cenotaph.find.credit.naming.phrases import joined
from cenotaph.find.credit.naming.speakers import Speaker, right_of, speaker
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words
from cenotaph.language import load_words

_OCCASION = re.compile(r"(?:R|PR)*P[D#]?x*[xdNL]P")
_HEARER = re.compile(r"D?(?:[xCNsLd]{1,6}(?:K[xNd])?|I|W)")
_TO = ("to", "with", "for")
_HUMP = re.compile(r"[a-z][A-Z]|\w\.\w|\d")
_CARRIED = ("interviewed", "contacted", "reached", "carried", "broadcast", "aired")
# "In comments | carried | by Y", "in a statement published by Y".
_BROUGHT_OUT = re.compile(r"(?:R|PR)*P[D#]?x*[xdNL][KVxd](?:y|P)")
_OUT = (*_CARRIED[3:], "published", "printed", "quoted", "shared", "distributed", "relayed", "cited", "run")
_INTERVIEWED = frozenset(_CARRIED[:3])
_TALKED = frozenset(("spoke", "spoken", "talked"))
_INITIALS = re.compile(r"[A-Z]{3,6}")
_DAYS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]\w+(?:uary|ember|ober)|March|April|May|June|July|August"
)


def hearer(words: Words, text: str, at: int) -> tuple[Speaker | None, int]:
    """The outlet (or police) that the words of the verb at word `at` were told to, and the word behind verb and hearer."""
    if words.lower[at] in word_sets()["hearers"]:
        start = at + 1
    elif handed(words, at) or (
        words.lower[at] in word_sets()["told_to"] and words.lower[at + 1 : at + 2] == ["to"]
    ):
        start = at + 2
    else:
        out = _BROUGHT_OUT.match(words.tags, at + 1)
        if (
            out is not None
            and words.lower[out.end() - 2] in _OUT
            and words.lower[out.end() - 1] in ("by", "on", "in")
        ):
            by = right_of(words, out.end(), text)
            return (by[0], by[1]) if by is not None and hears(by[0]) else (None, at + 1)
        behind = _OCCASION.match(words.tags, at + 1)
        if behind is None or words.lower[behind.end() - 1] not in _TO:
            return hearer_ahead(words, text, at) or hearer_behind(words, text, at), at + 1
        start = behind.end()
    short = _HEARER.match(words.tags, start)
    if short is None:
        return None, at + 1
    end = _whole(words, text, short.end())
    who = _outlet_first(words, text, start, end) or speaker(words, text, start, end)
    if who.head in word_sets()["venues"]:
        return None, end
    listens = who.head in word_sets()["audiences"] or (who.kind == "name" and not is_listed(who.name))
    if listens and words.lower[end : end + 1] in (["from"], ["of"]):
        sent = right_of(words, end + 1, text)
        if sent is not None and hears(sent[0]):
            return sent
    called = not word_sets()["before_name"].isdisjoint(words.lower[start : end - 1])
    return (who if hears(who) or (called and who.name != who.name.lower()) else None), end


def handed(words: Words, at: int) -> bool:
    """Whether a figure was handed to somebody: "a number that residents gave to the paper"."""
    return words.lower[at] in ("gave", "gives", "provided") and words.lower[at + 1 : at + 2] == ["to"]


def hearer_ahead(words: Words, text: str, at: int) -> Speaker | None:
    """The outlet of an opening or an aside before the verb: "Speaking to Y,", "In an interview with Y,", "Interviewed by Y,"."""
    if (
        "," not in words.tags[:at]
        and words.lower[:1] not in (["in"], ["speaking"])
        and _INTERVIEWED.isdisjoint(words.lower[:at])
    ):
        return None
    for number in range(at - 1, 0, -1):
        if words.tags[number] in "VQt":
            return None
        before = words.lower[number - 1]
        talked = words.lower[number] in _TO and before in word_sets()["talking"]
        if talked or (words.lower[number] == "by" and before in _CARRIED):
            return _outlet_at(words, text, number + 1)
    return None


def hearer_behind(words: Words, text: str, at: int) -> Speaker | None:
    """The outlet that a sentence names at its end: "..., said the mayor in an interview with Y", ", speaking to Y"."""
    for number in range(at + 1, len(words.lower) - 1):
        if words.tags[number] in "VQt":
            return None
        if words.lower[number] in word_sets()["talking"] and words.lower[number + 1] in _TO:
            return _outlet_at(words, text, number + 2)
    return None


def spoken_to(words: Words, text: str, at: int) -> Speaker | None:
    """The outlet of people who are told by whom they spoke to: "sources | who spoke with the Courier"."""
    spoke = words.lower[at + 1 : at + 3]
    if words.tags[at : at + 1] != "w" or len(spoke) < 2 or spoke[0] not in word_sets()["talking"]:
        return None
    return _outlet_at(words, text, at + 3) if spoke[1] in _TO else None


def asked_behind(words: Words, text: str, at: int) -> tuple[Speaker, int] | None:
    """Whom an outlet asked by the clause at word `at`, and the word behind: "the Courier, | which spoke to the mayor"."""
    at += words.tags[at : at + 1] == ","
    if words.tags[at : at + 1] != "w":
        return None
    behind = _behind_asking(words, at + 1 + words.tags.startswith(("H", "R"), at + 1))
    found = right_of(words, behind, text) if behind is not None else None
    return found if found is None or not is_outlet(found[0].name) else None


def asked_before(words: Words, text: str, pronoun: str) -> tuple[Speaker, Speaker] | None:
    """Whom an outlet asked by a whole sentence, and the outlet, where "they" of the next can mean him: "The Courier spoke to two nurses"."""
    for at in range(1, len(words.lower) - 2):
        behind = _behind_asking(words, at)
        if behind is not None:
            outlet = _outlet_at(words, text, 0) if words.lower[0] not in word_sets()["talking"] else None
            asked = right_of(words, behind, text)
            many = asked is not None and asked[0].kind == "plural"
            return (asked[0], outlet) if asked and outlet and many == (pronoun == "they") else None
    return None


def _behind_asking(words: Words, at: int) -> int | None:
    """The word behind "spoke to", "has interviewed" at word `at`."""
    verb, *behind = words.lower[at : at + 2] or [""]
    if verb in _INTERVIEWED:
        return at + 1
    return at + 2 if verb in _TALKED and behind and behind[0] in _TO else None


def heard_in(words: Words, text: str) -> Speaker | None:
    """The outlet of a sentence that says where somebody spoke: "He made the remarks in an interview with CNN"."""
    for number in range(1, len(words.lower) - 1):
        if words.lower[number] in word_sets()["talking"] and words.lower[number + 1] in _TO:
            return _outlet_at(words, text, number + 2)
    return None


def _outlet_at(words: Words, text: str, start: int) -> Speaker | None:
    short = _HEARER.match(words.tags, start)
    if short is None:
        return None
    end = _whole(words, text, short.end())
    who = _outlet_first(words, text, start, end) or speaker(words, text, start, end)
    return who if hears(who) and who.head not in word_sets()["hand_on"] else None


def _outlet_first(words: Words, text: str, start: int, end: int) -> Speaker | None:
    """The outlet whose journalist listens: "told | NBC News | correspondent Ann Roe", "told | CNN | 's Ann Roe"."""
    start += words.tags[start] == "D"
    for high in range(end, start, -1):
        whole = high == end or words.tags[high - 1] == "s" or text[words.spans[high][0]].islower()
        if whole and words.tags[high - 1] in "CNs" and is_listed(joined(text, words, start, high)):
            return speaker(words, text, start, high)
    return None


def _whole(words: Words, text: str, end: int) -> int:
    """Where a name ends that goes on with a capitalised word which is none elsewhere: "told Valley Now", "Valley Today"."""
    while (
        end < len(words.tags)
        and not words.upper
        and words.tags[end] in "RKPx"
        and text[words.spans[end][0]].isupper()
        and text[words.spans[end - 1][1] : words.spans[end][0]] == " "
        and _DAYS.fullmatch(text[slice(*words.spans[end])]) is None
    ):
        end += 1
    return end


def hears(who: Speaker) -> bool:
    """Whether somebody is one who hands on what he is told: an outlet, listed or by its looks, or the police. "The press"
    is nobody; the Associated Press is."""
    if is_listed(who.name):
        return True
    if who.head in word_sets()["audiences"] | word_sets()["venues"]:
        return False
    return (
        who.head in word_sets()["hand_on"]
        or is_outlet(who.name)
        or looks_like_outlet(who.name)
        or _is_watching(who)
    )


def _is_watching(who: Speaker) -> bool:
    """Whether a hearer is one who gathers what he is told and brings it out: a charity or monitor by its name, as "Amnesty
    International", "the Valley Rights Watch"."""
    named = len(who.name.split()) > 1 and who.name.removeprefix("the ")[:1].isupper()
    return is_charity(who.name) or (named and who.head in word_sets()["watching"])


@lru_cache(5_000)
def looks_like_outlet(name: str) -> bool:
    """Whether a name that no list has can only be an outlet's where people speak to it: none of a person, state or body."""
    words = name.removeprefix("the ").removeprefix("The ").split()
    if not words or is_known(name) or not all(word[:1].isupper() or word in ("of", "al") for word in words):
        return False
    plain = [word.lower().rstrip(".") for word in words]
    if (
        any(map(is_body, plain))
        or any(map(is_person, plain))
        or not (word_sets()["audiences"] | word_sets()["venues"]).isdisjoint(plain)
    ):
        return False
    if len(words) == 1:
        return _HUMP.search(name) is not None or _INITIALS.fullmatch(name) is not None
    return plain[0] not in load_words("given_names") and not words[0].endswith("'s")
