"""Whether a number can count people, by the words around it: dates, ages, money, distances and things cannot."""

import re

from cenotaph.find.counts.ages import AGED, is_age, is_of_aged
from cenotaph.find.counts.numerals import Numeral
from cenotaph.find.counts.setting import SIGNS, Setting, says_people, word_lists

_PLAIN = ("", " ", "\n")
_MONEY_SIGNS = tuple("$€£¥₽₹₴₪")
_MARKS_AFTER = tuple("%°′″")
_SUFFIXES = ("-plus", "-odd", "-or-so")
_PER = frozenset(("per", "a", "an", "every", "each"))
_RATE = re.compile(
    r"(?:\s+(?!(?:in|within|during|after|for|over|on)\b)[a-z]+){0,2}?\s+(?:per|an?|every|each)\s+(?:day|week|month|year|hour|night)\b"
    r"(?!\s+(?:after|before|earlier|later|ago|when))"
)
_OUT_OF = re.compile(
    r"\s+out\s+of\s+(?:every\s+)?(?:(?:\d|10|100|1,?000)\b|two|three|four|five|six|seven|eight|nine|ten)"
)
_IN_FEW = re.compile(
    r"\s+in\s+(?:every\s+)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b(?!\s+(?:days|attacks))"
)
_AND_PERCENT = re.compile(r"\s*(?:,|and|to|or|-|–)\s*\d[\d.,]*\s*(?:%|per ?cent|percent)")
_AND_A_HALF = re.compile(r"\s+and\s+a\s+half\s+(?!million|thousand|hundred|dozen)")
_SWAPPED = re.compile(r"\s+for\s+\d[\d,.]*\s+(?:format|formula|exchange|swap|basis|deal|prisoner)")
_OF_N = re.compile(r"\b(?:(?:one|1)\s+in|out\s+of)\s+(?:every\s+)?$")
_MORE_DAYS = re.compile(r"\s*(?:,|and|to|or|-|–)\s*\d{1,2}(?:st|nd|rd|th)?\s+([a-z]+)")
_UNIT = re.compile(
    r" (?:Commando|Para|Squadron|Regiment|Battalion|Brigade|Rifles|Field|Troop|Wing)\b"
)  # "40 Commando".
_LEADING = frozenset(("in", "during", "by", "at"))  # "An attack in which one person died", but "which one".
_SPANS = frozenset(("hour", "day", "week", "month", "year", "minute"))
_CHILDREN_OF = frozenset(("mother", "father", "parent", "parents", "grandmother", "grandfather"))
_PHRASE_END = re.compile(r"\s*(?:[,.;:)]|$|(?:was|were|who|died|and|from|in|has|had)\b)")
_LINE_START = re.compile(r"(?:^|\n)\s*[(\[]?$")


def plainly_people(lower: str, numeral: Numeral, before: list[str], after: list[str]) -> bool | None:
    """The answer where the words right beside the number give it ("28 people", "two days"), else None.

    `before` and `after` are the raw words around the number.
    """
    words = word_lists()
    if not after or lower[numeral.end] not in _PLAIN or (before and before[-1].strip(SIGNS) in words.telling):
        return None
    if not AGED.isdisjoint(before[-3:]):
        return None
    if lower[numeral.start - 1 : numeral.start] not in _PLAIN or not _PER.isdisjoint(after[:4]):
        return None
    if numeral.end - numeral.start == 4 and lower[numeral.start : numeral.end].isdigit():
        return None
    following = after[0].rstrip(SIGNS)
    if following in ("more", "other") and len(after) > 1:
        following = after[1].rstrip(SIGNS)
    if following in words.people or following in ("were", "have", "had", "whom"):
        return True
    return False if following in words.amounts else None


def counts_people(setting: Setting) -> bool:
    """False where the number surely counts no people, by what stands around it."""
    if (
        _is_attached(setting)
        or _is_figure_of_speech(setting)
        or _is_rate(setting)
        or _counts_things(setting.after)
        or is_of_aged(setting)
    ):
        return False
    if not setting.figure[0].isdigit():
        return True
    return not (_is_name(setting) or _is_date(setting) or _is_year_or_hour(setting) or is_age(setting))


def _is_attached(setting: Setting) -> bool:
    """Signs right at the number: "Su-25", "9-year", "37%", "$5", "[3]", "#4", "1." at a line's start."""
    left, right = setting.raw_before[-1:], setting.raw_after[:1]
    if right in _PLAIN and left in _PLAIN:
        return False
    if left and left in "-–/:#+" and (left == "#" or setting.raw_before[-2:-1].isalnum()):
        return True
    if (
        right
        and right in "-–/"
        and setting.raw_after[1:2].isalnum()
        and not setting.raw_after.startswith(_SUFFIXES)
    ):
        return True
    if right in _MARKS_AFTER or left in _MONEY_SIGNS or (left == "[" and right == "]"):
        return True
    return (
        bool(right)
        and right in ".)"
        and len(setting.figure) < 3
        and bool(_LINE_START.search(setting.raw_before))
    )


def _is_name(setting: Setting) -> bool:
    """The number is a name ("Resolution 242", "Flight 17", "No. 85") or a sum ("Rs 500")."""
    words, previous = word_lists(), setting.previous()
    if previous in words.money_before:
        return True
    if setting.previous(2) in words.label_not_after:
        return False  # "Deaths in the war now number 40".
    if previous == "number" and "," in setting.figure:
        return False  # "Losses in the war number 3,825 men".
    if previous in words.names or _UNIT.match(setting.sentence, setting.numeral.end):
        return True
    named = previous in words.labels
    return named and not setting.raw_before.rstrip().endswith(",") and not says_people(setting)


def _is_date(setting: Setting) -> bool:
    words, low = word_lists(), setting.numeral.low or 0
    if setting.numeral.scale != 1:
        return False
    if low <= 31 and (_is_month(setting) or _before_day_and_month(setting)):
        return True
    if setting.previous() not in words.months or setting.raw_before.rstrip().endswith(","):
        return False  # "In late October, 17 soldiers".
    return setting.previous(2) == "on" or not says_people(setting)


def _before_day_and_month(setting: Setting) -> bool:
    match = _MORE_DAYS.match(setting.raw_after)
    return match is not None and match[1] in word_lists().months


def _is_month(setting: Setting) -> bool:
    """A month's name follows; "may" and "march" only in capitals and not before "have" or "be"."""
    word = setting.following()
    if word in ("may", "march"):
        written = setting.sentence[setting.numeral.end :].lstrip()
        return written[0].isupper() and (setting.after + [""])[1] not in ("have", "be", "still", "not")
    return word in word_lists().months


def _is_year_or_hour(setting: Setting) -> bool:
    words, figure = word_lists(), setting.figure
    if figure[0] == "0" and len(figure) > 1:
        return True
    if not (len(figure) == 4 and figure.isdigit()):
        return False
    if "1900" <= figure <= "2099":
        dated = setting.previous() in words.months and (
            setting.following() not in words.people
            or setting.previous(2).isdigit()  # "12 March 2015 Casualties".
        )
        return dated or setting.previous() in words.before_year or not says_people(setting)
    at_hour = setting.previous() in words.before_hour and setting.previous(2) not in words.stands
    return at_hour and int(figure[:2]) < 24 and int(figure[2:]) < 60 and not says_people(setting)


def _is_figure_of_speech(setting: Setting) -> bool:
    words, figure, previous, following = word_lists(), setting.figure, setting.previous(), setting.following()
    if figure == "one":
        named = previous in words.one_before and not setting.raw_before.rstrip().endswith(",")
        named = named and not (
            previous == "which" and setting.previous(2) in _LEADING and following in words.people
        )
        single = named or following in words.one_after
        return single or setting.after[:2] == ["by", "one"] or _is_one_of_the_best(setting.after)
    if previous == "or" and setting.previous(2) in _SPANS:
        return True  # "A week or two ago".
    if previous == "of" and setting.previous(2) in _CHILDREN_OF and _PHRASE_END.match(setting.raw_after):
        return True  # "A mother of three".
    if figure == "another":
        return previous == "one" or following in ("one", "way")
    if figure == "no":
        return following in words.no_after or following[:1].isdigit()
    if figure == "scores":
        return following[:1].isdigit()
    return figure == "many" and previous in words.many_before


def _is_one_of_the_best(after: list[str]) -> bool:
    if (
        after[:1] != ["of"]
        or after[1:2] not in (["the"], ["its"], ["their"], ["his"], ["her"], ["our"], ["my"], ["your"])
        or len(after) < 3
    ):
        return after[:1] == ["of"] and after[-1] in word_lists().things
    return after[2] in word_lists().best or after[2].endswith("est") or after[2] in word_lists().things


def _is_rate(setting: Setting) -> bool:
    """ "10 a day", "one in five", "93 to 24" in a vote."""
    previous, following = setting.previous(), setting.following()
    if setting.raw_after[:1] in (" ", ",") and _AND_PERCENT.match(setting.raw_after):
        return True
    if _AND_A_HALF.match(setting.raw_after) or (following == "for" and _SWAPPED.match(setting.raw_after)):
        return True
    if not _PER.isdisjoint(setting.after) and _RATE.match(setting.raw_after):
        return True
    if following == "out" and _OUT_OF.match(setting.raw_after):
        return True
    if following == "in" and setting.numeral.low == 1 and _IN_FEW.match(setting.raw_after):
        return True
    if previous in ("in", "of", "every") and _OF_N.search(setting.raw_before):
        return True
    ratio = setting.numeral.form == "range" or following == "to" or previous == "to"
    return ratio and any(word in word_lists().vote for word in setting.before[-6:])


def _counts_things(after: list[str]) -> bool:
    """The noun that the number counts is a measure, a stretch of time, money or a thing."""
    words = word_lists()
    for place, word in enumerate(after):
        if word in words.between_noun or word.endswith(("-held", "-launched", "-propelled")):
            continue
        if word in words.amounts:
            return True
        if word not in words.things:
            return False
        following = after[place + 1] if place + 1 < len(after) else ""
        if following in words.things:
            continue
        return following not in words.people and (
            word.endswith("s") or not following or following in words.after_noun
        )
    return False
