"""Numerals of a text: figures, number words and vague quantity words, with their bounds, before any qualifier."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from cenotaph.find.text.letters import letters_of
from cenotaph.find.value import Value
from cenotaph.language import load_pack

Form = Literal["figure", "word", "range", "vague"]
Bounds = tuple[int | None, int | None]

_DIGITS = re.compile(r"[0-9]+")
_HARMED_MANY = re.compile(
    r"(?:^|,|results?|\b(?:kill|wound|injur|leav|left|destroy|eliminat|captur|arrest)\w*) +\Z"
)
"""Behind one of these "numbers of" is a quantity ("killing numbers of them"), not the figures that somebody gives."""
_PAIR = re.compile(
    r"both (?:of (?:them|us)\b|(?:were|are|had|have|died)\b"
    r"|(?:(?!(?:and|or|the|his|her|their|its|on|in|at|from|to|by|for)\b)[a-z-]+ ){0,2}?(?:[a-z-]*(?:men|people|children)|[a-z-]{3,}s)\b(?!,? (?:and|or|&)\b))"
)
_EACH_OF_TWO = re.compile(r"\b(?:were|are|is|was|be|been|had|have|who|them|they|which) \Z")
"""Behind one of these "both" is said of people told before it: "were both killed"."""
_SPACES = "\u00a0\u2009\u202f"
_WAY = re.compile(r" (?:north|south|east|west|from|away|off|deep|high|long|wide|inside|outside|behind)")


class Numeral(Value, frozen=True):
    """One bare number: `low` and `high` inclusive, None where open; `scale` is the power it is said in (1, 100, 1000)."""

    start: int
    end: int
    low: int | None
    high: int | None
    approx: bool
    form: Form
    scale: int


class Grammar(NamedTuple):
    """The compiled pattern, the words it can start with, and what the words are worth."""

    pattern: re.Pattern[str]
    heads: frozenset[str]
    values: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, Bounds]


def numerals(lower: str) -> list[Numeral]:
    """The bare numbers of a lower-case text, left to right."""
    grammar, reach, found = _grammar(), 0, list[Numeral]()
    positions = starts(lower, grammar.heads)
    for position in positions:
        match = grammar.pattern.match(lower, position) if position >= reach else None
        if match is not None:
            reach = match.end()
            numeral = _numeral(grammar, match)
            if numeral is not None:
                found.append(numeral)
    return found


def lowered(text: str) -> str:
    """`text` in lower case with every character in its place (some letters change length when lowered: those stay)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def starts(lower: str, heads: frozenset[str]) -> list[int]:
    """Where an expression may start in a lower-case text: at digits, and at a head word with no letter on either side."""
    flat = letters_of(lower)
    return sorted([*digits_in(lower), *places_of(heads.intersection(flat.split()), flat)])


def digits_in(lower: str) -> Iterator[int]:
    """Where figures start."""
    return (match.start() for match in _DIGITS.finditer(lower))


def places_of(words: Iterable[str], flat: str) -> Iterator[int]:
    """Where the words stand in a text of which only the letters are left."""
    padded = f" {flat} "
    for word in words:
        needle = f" {word} "
        at = padded.find(needle)
        while at >= 0:
            yield at
            at = padded.find(needle, at + 1)


def _numeral(grammar: Grammar, match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    if match["digits"]:
        return _figure(grammar, match, start, end)
    if match["word"]:
        if match["word"] == "both" and not _is_pair(match):
            return None
        value, scale = _word_value(grammar, match["word"])
        dozens = match["word"].endswith("dozen")
        return Numeral(start, end, value, value, dozens, "vague" if dozens else "word", scale)
    if match["vague"]:
        if match["vague"].startswith("numbers") and not _HARMED_MANY.search(match.string, 0, start):
            return None
        low, high, scale = _vague_bounds(grammar, " ".join(match["vague"].split()))
        return Numeral(start, end, low, high, True, "vague", scale)
    return None


def _is_pair(match: re.Match[str]) -> bool:
    """Whether "both" is a number of people: "both men", "both of them", not "both he and she", "were both"."""
    told = _PAIR.match(match.string, match.start()) is not None
    return told and _EACH_OF_TWO.search(match.string, 0, match.start()) is None


def _figure(grammar: Grammar, match: re.Match[str], start: int, end: int) -> Numeral | None:
    """A figure with its scale word; None for a fraction of a person, which counts something else."""
    unit = match["unit"] or match["letter"]
    if match["letter"] == "m" and _WAY.match(match.string, end):
        return None  # "30m south of the town".
    scale = grammar.scales[unit] if unit else 1
    separator = match["gap"]
    digits = match["digits"].replace(separator, "") if separator else match["digits"].replace(",", ".")
    value = int(digits) * scale if "." not in digits else Decimal(digits) * scale
    if value != int(value):
        return None
    said_in = 1000 if separator and digits.endswith("000") and scale == 1 else scale
    form: Form = "vague" if unit == "dozen" else "figure"
    return Numeral(start, end, int(value), int(value), unit == "dozen", form, said_in)


def _word_value(grammar: Grammar, words: str) -> tuple[int, int]:
    """Value and scale of a run of number words: each scale word multiplies what stands since the last larger one."""
    total, current, scale = Decimal(0), Decimal(0), 1
    for word in words.replace("-", " ").split():
        if word == "half":
            current = Decimal("0.5")
        elif word in grammar.scales:
            scale = grammar.scales[word]
            current = (current or Decimal(1)) * scale
            if scale >= 1000:
                total, current = total + current, Decimal(0)
        else:
            current += grammar.values.get(word, 0)
    return int(total + current), scale


def _vague_bounds(grammar: Grammar, words: str) -> tuple[int | None, int | None, int]:
    """Bounds and scale of a vague quantity: from the pack, times the scale word where one ends it ("several hundred")."""
    head, _, last = words.rpartition(" ")
    scale = grammar.scales.get(last, 1) if words not in grammar.vague else 1  # "A quarter of a million".
    known = words if scale == 1 else head.removesuffix(" of")
    bounds = grammar.vague.get(known) or grammar.vague[words.split()[0]]
    low, high = (None if bound is None else bound * scale for bound in bounds)
    return low, high, scale


@cache
def number_words() -> frozenset[str]:
    """The words for the whole numbers below a hundred that are one word: "seven", "seventeen", "seventy"."""
    numbers = load_pack("quantities")["numbers"]
    return frozenset((*numbers["units"], *numbers["teens"], *numbers["tens"]))


@cache
def _grammar() -> Grammar:
    pack = load_pack("quantities")
    numbers = {**pack["numbers"], "teens": pack["numbers"]["teens"] | _run_together(pack["numbers"])}
    values = {**numbers["units"], **numbers["teens"], **numbers["tens"], **numbers["single"]}
    scales = {"hundred": 100, "dozen": 12, **numbers["scales"]}
    vague = {words: (bounds.get("low"), bounds.get("high")) for words, bounds in pack["vague"].items()}
    heads = {*values, *scales, *(words.split()[0] for words in vague), "a", "an", "half"}
    return Grammar(
        re.compile(_pattern(numbers, list(vague))),
        frozenset(heads),
        values,
        {**scales, **numbers["letters"]},
        vague,
    )


def _run_together(numbers: dict[str, dict[str, int]]) -> dict[str, int]:
    """Numbers written as one word where a line of wire copy was joined: "thirtythree"."""
    tens, units = numbers["tens"].items(), numbers["units"].items()
    return {ten + unit: many + few for ten, many in tens for unit, few in units}


def _either(words: list[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def _pattern(numbers: dict[str, dict[str, int]], vague: list[str]) -> str:
    scale = _either(list(numbers["scales"]))
    grouped = rf"\d{{1,3}}(?P<gap>[, {_SPACES}.])\d{{3}}(?:(?P=gap)\d{{3}})*(?!\d)"
    unit = rf"(?:[\s-]?(?P<unit>hundred|dozen|{scale})\b|(?P<letter>{_either(list(numbers['letters']))})\b)?"
    plural = r"(?:dozens|scores|hundreds|thousands|millions)"
    scaled = rf"(?:several|a\s+few|a\s+couple(?:\s+of)?|many)\s+(?:hundred|dozen|{scale})\b"
    repeated = rf"(?P<plural>{plural})\s+(?:and|upon|of)\s+(?P=plural)\b"
    return (
        r"(?<![\w.,])(?:"
        r"(?P<stamp>\d{1,4}([./:-])\d{1,2}\2\d{1,4}\b|\d{1,2}:\d\d\b)"
        rf"|(?P<digits>{grouped}|\d+(?:[.,]\d+)?){unit}(?![a-z\d]|[.,]\d)"
        rf"|(?P<vague>{scaled}|{repeated}|{_either(vague)}\b)"
        rf"|(?P<word>{_words(numbers, scale)})"
        r")"
    )


def _words(numbers: dict[str, dict[str, int]], scale: str) -> str:
    """The pattern of a number in words, up to "two million three hundred thousand and five"."""
    units, teens, tens, single = (
        _either(list(numbers[name])) for name in ("units", "teens", "tens", "single")
    )
    below_100 = rf"(?:{tens}(?:[\s-]+{units})?\b|{teens}\b|{units}\b)"
    below_1000 = rf"(?:{below_100}(?:[\s-]+hundred\b(?:\s+(?:and\s+)?{below_100})?)?)"
    tail = rf"(?:\s+(?:and\s+)?{below_1000}(?:[\s-]+{scale}\b)?){{0,3}}"
    of_scale = rf"(?:hundred\b(?:\s+(?:and\s+)?{below_100})?(?:\s+{scale}\b)?|{scale}\b){tail}|dozen\b"
    return rf"{below_1000}(?:[\s-]+(?:{scale}\b{tail}|dozen\b))?|(?:half[\s-]+(?:an?[\s-]+)?|an?\s+)?(?:{of_scale})|{single}\b"
