"""The journal or paper in which a study or report came out, which vouches for what it found."""

import re

from cenotaph.find.credit.naming.outlets import is_outlet
from cenotaph.find.credit.naming.speakers import Speaker, right_of
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words

_CAME_OUT = re.compile(r",?(?:[wT][Hb]*)?(?P<out>[VKx])(?:P?R|PDR)?P")


def journal_behind(words: Words, text: str, at: int) -> tuple[Speaker, int] | None:
    """The journal behind a document that ends before word `at`, and the word behind it: "a study | published on Friday in
    The Lancet", "a report | that appeared in the Port Post"."""
    out = _CAME_OUT.match(words.tags, at)
    if out is None or words.lower[out.end() - 1] != "in":
        return None
    if words.lower[out.start("out")] not in word_sets()["appearing"] | {"published"}:
        return None
    found = right_of(words, out.end(), text)
    return found if found is not None and is_outlet(found[0].name) else None
