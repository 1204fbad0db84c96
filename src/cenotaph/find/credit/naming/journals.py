"""The journal or paper in which a study or report came out, which vouches for what it found."""

import re

from cenotaph.find.credit.naming.outlets import is_outlet
from cenotaph.find.credit.naming.speakers import Speaker, right_of
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words
from cenotaph.language import load_pack

_CAME_OUT = re.compile(r",?(?:[wT]?[Hb]+|[wT])?R?(?P<out>[VKx])(?:P?R|PDR|PC{1,2}(?=P))*P")
_IN = re.compile("(?:P?R)*P(?=D?[xCN])")
_WRITING = re.compile("[GK]P(?=D?[xCN])")


def journal_of(words: Words, text: str, at: int, who: Speaker) -> Speaker | None:
    """The journal in which researchers without a name say something with the verb at word `at`: "researchers said in | Nature",
    "Writing in | The Lancet, researchers said"."""
    if not who.name.islower() or who.head not in load_pack("sources")["documents"]["authors"]:
        return None
    writing = _WRITING.match(words.tags) if words.lower[0] in ("writing", "reporting") else None
    for where in (_IN.match(words.tags, at + 1), writing):
        if where is not None and words.lower[where.end() - 1] == "in":
            found = right_of(words, where.end(), text)
            if found is not None and is_outlet(found[0].name):
                return found[0]
    return None


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


def journal_inside(words: Words, text: str, start: int, end: int) -> Speaker | None:
    """The paper that a document stands in: "an article | in Sky News"."""
    for at in range(start + 1, end):
        if words.lower[at] == "in" and words.tags[at - 1] == "d":
            found = right_of(words, at + 1, text)
            return found[0] if found is not None and is_outlet(found[0].name) else None
    return None
