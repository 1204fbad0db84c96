"""Sentences without the titles of the documents that they name: "the report | “Counting the Dead” | says"."""

import re

from cenotaph.find.credit.tagging.words import Words

_WORDS = '[^<>"|]{1,24}'
# "The report, titled “Counting the Dead”, says": the commas go with it.
_TITLED = re.compile(rf"d(?P<drop>(?P<comma>,)?K(?:<{_WORDS}>|\"{_WORDS}\")(?(comma),?))")
_QUOTED = re.compile(rf"d(?P<drop>,?(?:<{_WORDS}>|\"{_WORDS}\"))")
_NAMING = frozenset(("titled", "entitled", "called", "headed", "headlined", "named", "dubbed"))
_LONG = 4  # Letters, from which on a title writes its words with a capital.


def without_titles(words: Words, text: str) -> Words:
    """The words without quoted titles behind documents; what a document is quoted with is none ("the report “killed nine”")."""
    if "d" not in words.tags or ("<" not in words.tags and '"' not in words.tags):
        return words
    drop: set[int] = set()
    for pattern in (_TITLED, _QUOTED):
        for match in pattern.finditer(words.tags):
            start, end = match.span("drop")
            if _NAMING.isdisjoint(words.lower[start:end]) and not _is_title(words, text, start, end):
                continue
            drop.update(range(start, end))
    return words.without(drop) if drop else words


def _is_title(words: Words, text: str, start: int, end: int) -> bool:
    """Whether all long words have a capital, as in a title, but for prepositions."""
    long = [
        words.spans[at][0]
        for at in range(start, end)
        if len(words.lower[at]) >= _LONG and words.tags[at] not in "PS"
    ]
    return bool(long) and all(text[at].isupper() for at in long)
