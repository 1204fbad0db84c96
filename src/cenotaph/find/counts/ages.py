"""Numbers that are ages: "Omar Said, 42", "aged from four to 10", "two guards, 21 and 19"."""

import re
from collections.abc import Container

from cenotaph.find.counts.numerals import number_words
from cenotaph.find.counts.setting import Setting, says_people, word_lists

AGED = frozenset(("aged", "ages", "age"))
# "Aged three, six and".
_AGES = re.compile(r"\b(?:aged|ages|age) ((?:[\w-]+,? ){1,8}?)(?:(?:and|or) )?$", re.IGNORECASE)
_THEY = frozenset(("they", "two", "both"))
# What stands in a row of figures before one of them and behind it.
_ROW_BEFORE = re.compile(r"\b([a-z]+)(?:,| were| are)((?: [1-9]\d?(?:,| and|, and))*) $")
_ROW_BEHIND = re.compile(r"((?:(?:,| and|, and) [1-9]\d?\b)*)[,.;]")
# "Who was 45 and the mayor of", "is 30 years": a bare figure said of somebody, with an "and" and what else he is.
_WAS = re.compile(r"\b(?:who|he|she) (?:was|is) $")
_AND_ELSE = re.compile(r" and (?:the|an?|had|was|is|has|worked|lived)\b|[,.;]")
_SPANNING = frozenset(("between", "from"))


def is_age(setting: Setting) -> bool:
    """Whether a figure is somebody's age: set off behind a name, behind "aged" or in a row of ages."""
    words, previous = word_lists(), setting.previous()
    if previous in words.ages_before:
        return True
    if (setting.numeral.low or 0) > 120 or not setting.figure.isdigit():
        return False
    if previous in ("under", "over", "above", "below"):
        told = says_people(setting) or not words.people.isdisjoint(setting.after[1:2])
        return setting.previous(2) in words.people and not told
    if _is_one_of_ages(setting) or (_WAS.search(setting.raw_before) and _AND_ELSE.match(setting.raw_after)):
        return True
    stem, after = setting.raw_before.rstrip(), setting.raw_after[:1]
    if stem.endswith(",") and after in (",", ".", ";"):
        of_many = previous in words.people and previous.endswith("s")
        return not of_many and previous not in words.age_not_after
    return stem.endswith("(") and after == ")" and _is_named(setting, words.people)


def _is_named(setting: Setting, people: Container[str]) -> bool:
    """Whether a word like a name stands before a bracket: in capitals one that is no noun for people, behind another."""
    written = setting.sentence[: setting.numeral.start].rstrip("( \n").split()[-2:]
    if not written or written[-1].istitle():
        return bool(written)
    named = len(written) > 1 and all(map(str.isupper, written))
    return named and all(word.lower() not in people for word in written)


def _is_one_of_ages(setting: Setting) -> bool:
    """Whether bare figures in a row, set off from several people or said of them, are their ages: "two guards, 21 and 19, were",
    "the victims were 19 and 23"."""
    before, behind = _ROW_BEFORE.search(setting.raw_before), _ROW_BEHIND.match(setting.raw_after)
    if before is None or behind is None or " and" not in before[2] + behind[1]:
        return False
    return before[1] in word_lists().people or before[1] in _THEY


def is_of_aged(setting: Setting) -> bool:
    """ "Aged from four to 10", "ages ranging between 9 and 14", "aged four and 10", but "aged 20 and 30 women"."""
    if setting.previous() in _SPANNING:
        return setting.previous(3 if setting.previous(2) == "ranging" else 2) in AGED
    if says_people(setting):
        return False
    if setting.previous() in AGED:
        return True
    listed = _AGES.search(setting.sentence[: setting.numeral.start])
    return listed is not None and all(_is_number(word) for word in listed[1].split())


def _is_number(word: str) -> bool:
    bare = word.rstrip(",").lower()
    return bare.isdigit() or bare in number_words()
