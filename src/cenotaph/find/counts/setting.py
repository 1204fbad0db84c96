"""A number and the words around it, and the word lists that tell by them whether it counts people."""

from functools import cache
from typing import NamedTuple

from cenotaph.find.counts.numerals import Numeral
from cenotaph.find.value import Value
from cenotaph.language import load_pack

SIGNS = ".,;:()[]\"'“”‘’!?…"
OPENING = "(\"'“‘["
_ABBREVIATIONS = ("u.s.", "a.m.", "p.m.")
# Lists whose words in front of a number call for the careful look.
_TELLING = ("months", "names", "labels", "ages-before", "money-before", "one-before", "many-before")


class Words(NamedTuple):
    """The pack's word lists as sets."""

    months: frozenset[str]
    before_year: frozenset[str]
    before_hour: frozenset[str]
    stands: frozenset[str]
    names: frozenset[str]
    labels: frozenset[str]
    label_not_after: frozenset[str]
    ages_before: frozenset[str]
    age_not_after: frozenset[str]
    money_before: frozenset[str]
    amounts: frozenset[str]
    durations: frozenset[str]
    things: frozenset[str]
    people: frozenset[str]
    between_noun: frozenset[str]
    after_noun: frozenset[str]
    one_before: frozenset[str]
    one_after: frozenset[str]
    best: frozenset[str]
    many_before: frozenset[str]
    no_after: frozenset[str]
    vote: frozenset[str]
    telling: frozenset[str]


class Setting(Value, frozen=True):
    """A number and what stands around it, in lower case but for `sentence`.

    `before` and `after` are words with their outer signs taken off, `after` no further than the first sign.
    """

    sentence: str
    numeral: Numeral
    figure: str
    raw_before: str
    raw_after: str
    before: list[str]
    after: list[str]

    def previous(self, back: int = 1) -> str:
        return self.before[-back] if len(self.before) >= back else ""

    def following(self) -> str:
        return self.after[0] if self.after else ""


def setting_of(sentence: str, lower: str, numeral: Numeral) -> Setting:
    """The surroundings of a number in a sentence, `lower` being the sentence in lower case."""
    start, end = numeral.start, numeral.end
    raw_before, raw_after = lower[max(0, start - 56) : start], lower[end : end + 64]
    before = [word.strip(SIGNS) for word in raw_before.split()[-8:]]
    return Setting(sentence, numeral, lower[start:end], raw_before, raw_after, before, _phrase(raw_after))


def _phrase(raw_after: str) -> list[str]:
    """The words that follow, up to the first that ends in a sign."""
    words = []
    for token in raw_after.split(None, 8)[:8]:
        if token[-1] in SIGNS:
            words.append(token.strip(SIGNS))
            if token not in _ABBREVIATIONS:
                break
        else:
            words.append(token.lstrip(SIGNS))
    return words


def says_people(setting: Setting) -> bool:
    """Whether what follows a number speaks of people or of what befell them."""
    return setting.following() in word_lists().people or setting.following() in (
        "were",
        "have",
        "had",
        "are",
        "of",
    )


@cache
def word_lists() -> Words:
    """The pack's word lists around numbers."""
    lists = dict(load_pack("quantities")["not-people"])
    lists["amounts"] = [*lists["measures"], *lists["durations"], *lists["money"]]
    lists["telling"] = [word for name in _TELLING for word in lists[name]]
    return Words(*(frozenset(lists[name.replace("_", "-")]) for name in Words._fields))
