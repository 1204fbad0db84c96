"""What the words beside a name say of the person: rank, unit, age, sex, and in an apposition who it was."""

import re
from functools import cache
from typing import Any, NamedTuple

from msgspec import Struct

from cenotaph.language import load_pack

_BESIDE = 90
"""Characters on either side of a name in which its words are looked for."""

_YEARS = r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
_IN_WORDS = {word: number for number, word in enumerate(_YEARS.split("|")[1:], start=1)}
_AGE = re.compile(
    rf"^,?\s*\(?(?:aged )?(\d{{1,3}})\)?(?=[\s,.;)]|$)(?!\s+(?:people|soldiers|others|civilians|km|miles|years ago))"
    rf"|^,?\s*(?:an?|the)\s+({_YEARS})-year-old\b|^,?\s*(?:who was |was )?aged (\d{{1,3}})\b|^,?\s*who was (\d{{1,3}})\b"
    rf"|^,?\s*an?\s+[^,.;]{{3,60}}\sof (\d{{1,3}})\b"
)
_AGE_BEFORE = re.compile(rf"\b({_YEARS})-year-old(?:\s+[\w-]+){{0,4}}\s*,?\s*$|\baged (\d{{1,3}}),?\s*$")
_APPOSITION = re.compile(
    rf"^,?\s*(?:\(?\d{{1,3}}\)?,)?\s*(?:an?|the)\s+(?:(?:{_YEARS})-year-old\s+)?"
    r"((?:(?!\s(?:was|were|who|whom|whose|is|are|has|had|died|when|after|and)\b)[^,.;:()]){3,70})"
)
_OLDEST = 119


class Described(Struct, frozen=True):
    """What one mention says of the person named; None where it says nothing. `description` is in the report's words."""

    rank: str | None = None
    unit: str | None = None
    age: int | None = None
    sex: str | None = None
    description: str | None = None
    office: bool = False


def described(text: str, start: int, end: int) -> Described:
    """What stands beside the name at `text[start:end]`, a sentence or a report."""
    before, after = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    titled = before
    before = re.split(r"(?<=[a-z]{2}[.!?])\s|[;\n]", before)[-1]
    after = re.split(r"(?<=[a-z]{2}[.!?])\s|[;\n]", after)[0]
    apposition = _APPOSITION.match(after)
    words = apposition[1].strip() if apposition else None
    return Described(
        _rank(titled, words),
        _unit(before, after),
        _age(before, after),
        _sex(before, words),
        words,
        _office(before, words),
    )


def _rank(before: str, words: str | None) -> str | None:
    """The rank right before the name, or in the apposition behind it."""
    found = _rank_before().search(before)
    if found is None and words is not None:
        found = _rank_in().search(words)
    return _ranks()[_plain(found["rank"])] if found else None


def _age(before: str, after: str) -> int | None:
    found = _AGE.match(after) or _AGE_BEFORE.search(before)
    told = next(filter(None, found.groups()), None) if found else None
    years = _IN_WORDS.get(told) or int(told) if told else None
    return years if years is not None and years <= _OLDEST else None


def _unit(before: str, after: str) -> str | None:
    """The unit named nearest: behind the name first."""
    behind, ahead = _unit_pattern().search(after), list(_unit_pattern().finditer(before))
    found = behind or (ahead[-1] if ahead else None)
    return " ".join(found["unit"].split()) if found else None


def _sex(before: str, words: str | None) -> str | None:
    near = set(re.findall(r"\w+", f"{' '.join(before.split()[-3:])} {words or ''}".casefold()))
    pack = _pack()
    female, male = near & set(pack["female"]), near & set(pack["male"])
    return None if bool(female) == bool(male) else "female" if female else "male"


def _office(before: str, words: str | None) -> bool:
    near = f"{' '.join(before.split()[-4:])} {words or ''}"
    return _offices().search(near) is not None


class Titled(NamedTuple):
    """A name without what stands before it: a rank, an office or another title."""

    name: str
    rank: str | None = None
    office: bool = False


def without_title(name: str) -> Titled:
    """The name by itself: of "Maj. Gen. Andrei Petrov" the rank is told too."""
    found = _titled().match(name)
    if found is None:
        return Titled(name)
    title = _plain(found["title"].strip())
    return Titled(name[found.end() :], _ranks().get(title), title in _pack()["offices"])


def is_public_rank(rank: str | None) -> bool:
    """Whether whoever holds the rank is known in public anyway."""
    return rank in _pack()["public_ranks"]


def higher(one: str | None, other: str | None) -> str | None:
    """The more precise or higher of two ranks."""
    order = [row["rank"] for row in _pack()["ranks"]]
    known = [rank for rank in (one, other) if rank is not None]
    return min(known, key=order.index, default=None)


@cache
def _pack() -> dict[str, Any]:
    return load_pack("persons")


@cache
def _ranks() -> dict[str, str]:
    return {_plain(name): row["rank"] for row in _pack()["ranks"] for name in row["names"]}


@cache
def _rank_words() -> str:
    """The longest first, each with or without its dots."""
    names = sorted((name for row in _pack()["ranks"] for name in row["names"]), key=len, reverse=True)
    return "|".join(r"\.?[ -]".join(map(re.escape, re.split(r"[ -]", name))) + r"\.?" for name in names)


@cache
def _titled() -> re.Pattern[str]:
    words = "|".join(map(re.escape, (*_pack()["offices"], *_pack()["titles"])))
    return re.compile(rf"(?P<title>{_rank_words()}|(?:{words})\.?)\s+(?=\S)", re.IGNORECASE)


@cache
def _rank_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<rank>{_rank_words()})(?: \(ret(?:\.|ired)?\))?\s*$", re.IGNORECASE)


@cache
def _rank_in() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<rank>{_rank_words()})(?![\w-])", re.IGNORECASE)


@cache
def _unit_pattern() -> re.Pattern[str]:
    kinds = "|".join(_pack()["units"])
    numbered = rf"\b\d{{1,4}}(?:st|nd|rd|th)?(?:[ -](?:[A-Z][\w-]*|rifle|motor|motorised|motorized|mechanised|mechanized|tank|airborne|assault|guards|separate|infantry|artillery|naval|marine|special|air|territorial|combined|arms|defence|defense|mountain|army)){{0,6}}[ -](?i:{kinds})\b"
    # "The Indian army" beside a name is as often who killed as whose soldier it was.
    own = "|".join(kind for kind in _pack()["units"] if kind not in ("army", "corps", "fleet", "company"))
    named = rf"\b(?:[A-Z][\w’'-]+[ -]){{1,3}}(?i:{own})\b"
    return re.compile(rf"(?P<unit>{numbered}|{named})")


@cache
def _offices() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, _pack()['offices']))})(?![\w-])", re.IGNORECASE
    )


def _plain(rank: str) -> str:
    return rank.casefold().replace(".", "").replace("-", " ")
