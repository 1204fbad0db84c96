"""Quantities of a text: numbers with their qualifiers and ranges, and whether they can count people at all."""

import re
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from cenotaph.find.counts.counting import counts_people, plainly_people
from cenotaph.find.counts.numerals import Form, Numeral, lowered, numerals
from cenotaph.find.counts.setting import OPENING, setting_of, word_lists
from cenotaph.language import load_pack

_SYMBOLS = {"~": "about", "≈": "about", ">": "at-least", "<": "at-most"}
_RISING = (
    ["gone"],
    ["went"],
    ["go"],
    ["goes"],
    ["risen"],
    ["rose"],
    ["climbed"],
    ["shot"],
    ["jumped"],
    ["toll"],
    ["count"],
)
_HANDING = frozenset(
    (
        "hand",
        "hands",
        "handed",
        "handing",
        "take",
        "takes",
        "took",
        "taken",
        "taking",
        "turn",
        "turns",
        "turned",
        "turning",
        "give",
        "gave",
        "given",
        "giving",
    )
)
_LAST_DAY = 31
_DASHES = ("-", "–", "—", "--")


class Quantity(Struct, frozen=True, gc=False):
    """A quantity: `start`–`end` hold it with its qualifier, `number_start`–`number_end` without.

    `low` and `high` are inclusive, None where open. `count` is False where it surely counts no people.
    """

    start: int
    end: int
    low: int | None
    high: int | None
    approx: bool
    form: Form
    count: bool
    number_start: int
    number_end: int


class Lexicon(NamedTuple):
    """The words around numbers, from the pack."""

    qualifiers: dict[str, str]
    last_words: frozenset[str]
    suffixes: dict[str, str]
    first_words: frozenset[str]
    suffix: re.Pattern[str]
    leads: frozenset[str]
    joins: frozenset[str]
    negations: frozenset[str]
    change: frozenset[str]
    unsure: frozenset[str]
    months: frozenset[str]


def quantities(text: str, start: int, end: int) -> list[Quantity]:
    """All quantities of `text[start:end]`, left to right, not overlapping."""
    sentence = text[start:end]
    lower = lowered(sentence)
    bare = numerals(lower)
    if not bare:
        return []
    found, reach = [], 0
    for numeral in _ranges(lower, _without_leads(lower, bare)):
        quantity = _quantity(sentence, lower, start, reach, numeral)
        reach = quantity.end - start
        found.append(quantity)
    return found


def _quantity(sentence: str, lower: str, offset: int, reach: int, numeral: Numeral) -> Quantity:
    low, high, approx = numeral.low, numeral.high, numeral.approx
    left, right = numeral.start, numeral.end
    before, after = lower[max(0, left - 56) : left].split(), lower[right : right + 64].split(None, 8)
    if _may_be_qualified(lower, numeral, before, after):
        if before[-1:] == ["over"] and after and after[0].strip(".,;:") in word_lists().durations:
            before = []  # "Killed 300 people over five days".
        left, right, effects = _qualifiers(lower, reach, numeral, before)
        low, high = _bounds(low, high, effects)
        approx = approx or "about" in effects
    people = plainly_people(lower, numeral, before, after)
    if people is None:
        people = counts_people(setting_of(sentence, lower, numeral))
    return Quantity(
        left + offset,
        right + offset,
        low,
        high,
        approx,
        numeral.form,
        people,
        numeral.start + offset,
        numeral.end + offset,
    )


def _may_be_qualified(lower: str, numeral: Numeral, before: list[str], after: list[str]) -> bool:
    """Whether a word beside the number could belong to a qualifier: a cheap look before the careful one."""
    if before and before[-1].lstrip(OPENING) in _lexicon().last_words:
        return True
    if (
        lower[numeral.end : numeral.end + 1] in ("+", "-")
        or lower[numeral.start - 1 : numeral.start] in _SYMBOLS
    ):
        return True
    return bool(after) and after[0] in _lexicon().first_words


def _without_leads(lower: str, found: list[Numeral]) -> list[Numeral]:
    """The numerals less those that only lead up to the next one: "another" 10, "as many as" 80."""
    leads = _lexicon().leads
    return [
        numeral
        for place, numeral in enumerate(found)
        if place + 1 == len(found)
        or found[place + 1].start - numeral.end > 14
        or lower.startswith("-year-old", found[place + 1].end)  # "Another 62-year-old man".
        or " ".join(lower[numeral.start : found[place + 1].start].split()) not in leads
    ]


def _ranges(lower: str, found: list[Numeral]) -> list[Numeral]:
    """The numerals, with each two that bound one range merged."""
    merged = found[:1]
    for numeral in found[1:]:
        last = merged[-1]
        joined = (
            _joined(lower, last, numeral) if numeral.start - last.end <= 16 and last.form != "range" else None
        )
        if joined is None:
            merged.append(numeral)
        else:
            merged[-1] = joined
    return merged


def _joined(lower: str, first: Numeral, second: Numeral) -> Numeral | None:
    """The range from `first` to `second`, or None where they are two counts."""
    gap = lower[first.end : second.start]
    join = " ".join(gap.replace(",", " ").split())
    opened = join.startswith("to ") and _lexicon().qualifiers.get(join[3:]) == "at-least"
    join = "to" if opened else join  # "From 500 to well over 1,000".
    if first.low is None or second.high is None or (join not in _lexicon().joins and join not in _DASHES):
        return None
    low, high = first.low, second.high
    if first.scale == 1 and second.scale > 1 and low * second.scale < high:
        low *= second.scale
    if low >= high or not _is_range(lower, first, join) or _ends_date(lower, first, second):
        return None
    return Numeral(
        first.start,
        second.end,
        low,
        None if opened else high,
        first.approx or second.approx,
        "range",
        second.scale,
    )


def _is_range(lower: str, first: Numeral, join: str) -> bool:
    """ "A and B" is a range after "between" alone; "from A to B" is none after a word of change ("rose")."""
    before = lower[max(0, first.start - 48) : first.start].split()
    if join == "and":
        return bool(before) and before[-1] == "between"
    if join == "to" and before and before[-1] in ("from", "by"):
        return _lexicon().change.isdisjoint(before[-6:])
    return True


def _ends_date(lower: str, first: Numeral, second: Numeral) -> bool:
    """Whether the first number is a day of a month and the second is none: "since October 27 to 144"."""
    before = lower[max(0, first.start - 12) : first.start].split()
    return bool(before) and before[-1] in _lexicon().months and (second.high or 0) > _LAST_DAY


def _bounds(low: int | None, high: int | None, effects: set[str]) -> tuple[int | None, int | None]:
    if "at-least" in effects:
        return low, None
    return (None, high) if "at-most" in effects else (low, high)


def _qualifiers(lower: str, reach: int, numeral: Numeral, before: list[str]) -> tuple[int, int, set[str]]:
    """Where the number begins and ends with the qualifiers around it, and what they do."""
    left, effects = _before(lower, reach, numeral, [word.lstrip(OPENING) for word in before])
    suffix = _lexicon().suffix.match(lower, numeral.end)
    if suffix is None:
        return left, numeral.end, effects
    effects.add("at-least" if suffix[0] == "+" else _lexicon().suffixes[suffix[0][1:]])
    return left, suffix.end(), effects


def _before(lower: str, reach: int, numeral: Numeral, words: list[str]) -> tuple[int, set[str]]:
    """Where the qualifiers in front of the number begin, and what they do: read leftwards, the longest first."""
    lexicon, at, effects = _lexicon(), numeral.start, set[str]()
    if lower[at - 1 : at] in _SYMBOLS:
        return at - 1, {_SYMBOLS[lower[at - 1]]}
    while words and words[-1] in lexicon.last_words:
        size = next((n for n in (4, 3, 2, 1) if _effect(words[-n:], n, numeral.form)), 0)
        begin = _begin(lower, at, words[-size:]) if size else -1
        if begin < reach or (words[-size:] == ["up", "to"] and words[-size - 1 : -size] in _RISING):
            break
        if words[-size:] == ["over"] and words[-2:-1] and words[-2] in _HANDING:
            break  # "Hand over 600 bodies".
        if words[-size:] == ["estimated"] and words[-2:-1] and words[-2] not in lexicon.unsure:
            break  # "The army estimated 40 rebels were killed".
        effects.add(lexicon.qualifiers[" ".join(words[-size:])])
        at, words = begin, words[:-size]
    if "at-least" in effects and not lexicon.negations.isdisjoint(words[-4:]):
        effects.discard("at-least")  # "I cannot speak to more than 400-500" opens no bound.
    return at, effects


def _effect(words: list[str], size: int, form: Form) -> bool:
    effect = _lexicon().qualifiers.get(" ".join(words)) if len(words) == size else None
    return effect is not None and (effect != "between" or form == "range")


def _begin(lower: str, at: int, words: list[str]) -> int:
    """Where `words` begin in front of `at`, or -1 where anything but white space stands between them."""
    for word in reversed(words):
        stop = len(lower[:at].rstrip())
        if stop == at or not lower.endswith(word, 0, stop):
            return -1
        at = stop - len(word)
    return at


@cache
def _lexicon() -> Lexicon:
    pack = load_pack("quantities")
    qualifiers = {phrase: effect for effect, phrases in pack["qualifiers"].items() for phrase in phrases}
    suffixes = {phrase: effect for effect, phrases in pack["suffixes"].items() for phrase in phrases}
    longest_first = sorted(suffixes, key=len, reverse=True)
    return Lexicon(
        qualifiers,
        frozenset(phrase.split()[-1] for phrase in qualifiers),
        suffixes,
        frozenset(phrase.split()[0] for phrase in suffixes),
        re.compile(rf"\+|[ -](?:{'|'.join(longest_first)})\b(?! than)"),
        months=frozenset(pack["not-people"]["months"]),
        **{
            name: frozenset(pack[name]["words"])
            for name in ("leads", "joins", "negations", "change", "unsure")
        },
    )
