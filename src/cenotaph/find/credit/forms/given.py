"""What a verb is about that tells only with some objects: a figure, news told before, a place on the net, or a deed."""

import re

from cenotaph.find.credit.naming.outlets import is_source
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words

_TELLING = (["left"], ["killed"], ["wounded"], ["injured"], ["had"], ["has"], ["caused"], ["destroyed"])
_FIGURE_REACH = 10  # Words within which the figure stands that is given.
_DEGREE = frozenset(("more", "than", "at", "least", "up", "to", "over", "nearly", "almost", "about", "some"))
_NEWS = re.compile(r"D[xCNd]{1,2}(?:$|[P|,R]|#)")
# "(Said) it was behind a blast that killed nine": what it owns up to is the deed.
_TAKEN_ON = re.compile(
    r"(?:that )?(?:it|they|he|she) (?:(?:is|was|are|were|had been|has been|have been) )(?:behind|responsible for)\b"
)


def closes_on_site(words: Words, at: int, start: int) -> bool:
    """ "Nine dockers died, the mayor posted on Facebook": at the sentence's end, behind a comma."""
    behind = words.lower[at + 1 : at + 3]
    closes = behind[:1] == ["on"] and behind[-1] in word_sets()["sites"]
    return closes and words.tags[start - 1 : start] == ","


def closes_sentence(words: Words, at: int, start: int) -> bool:
    """ "Nine dockers died, the paper mentioned": the sentence's last word, behind a comma or an outlet."""
    last = words.tags[at + 1 : at + 2] in ("", "|")
    return last and start > 0 and (words.tags[start - 1] == "," or is_source(" ".join(words.lower[start:at])))


def gives_figure(words: Words, at: int) -> bool:
    """ "Gave a higher toll of 83", "published the names of 40 dead"."""
    near, sets = words.lower[at + 1 : at + 6], word_sets()
    figure = "#" in words.tags[at + 1 : at + _FIGURE_REACH]
    return figure and not (sets["toll_objects"] | sets["lists"]).isdisjoint(near)


def gives_news(words: Words, at: int) -> bool:
    """ "Shared this information on Telegram", "released the figures": what was told before, and nothing behind it."""
    return _NEWS.match(words.tags, at + 1) is not None and not word_sets()["news"].isdisjoint(
        words.lower[at + 2 : at + 4]
    )


def claims_deed(words: Words, at: int, *, speaks: bool = False) -> bool:
    """ "Claimed responsibility for", "said it was behind", "claimed the lives of", "claimed dual attacks"; `speaks` says that the subject is one
    who can speak, so that "claims 40 enemy deaths" tells of them."""
    if _TAKEN_ON.match(" ".join(words.lower[at + 1 : at + 7])) is not None:
        return True
    if not words.lower[at].startswith(("claim", "declar")):
        return False
    for index in range(at + 1, min(at + 7, len(words.tags))):
        if words.lower[index] in word_sets()["not_before"]:
            return words.lower[index + 1 : index + 2] not in _TELLING  # "Claimed the attack left nine dead".
        if words.lower[index] in _DEGREE:
            continue
        if words.tags[index] == "#" and words.lower[index + 1 : index + 4]:
            taken = word_sets()["taken"] - ({"deaths"} if speaks else set())
            return not taken.isdisjoint(words.lower[index + 1 : index + 4])
        if words.tags[index] not in 'DxCsLNR<"':
            return False
    return False
