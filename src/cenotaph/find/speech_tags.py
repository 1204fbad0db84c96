"""A sentence as words and a string of one-letter tags, so that who-says-what is a matter of regexes over the tags.

Tags: V reporting verb, G its participle, Q citing verb, t toll verb, u "accused", D determiner, # number, I pronoun,
W "we", w relative, T "that", P preposition, o "of", y "by", A "according", S subordinator, & "and"/"or", H perfect
auxiliary, b form of be or a negation, M modal, R adverb or time word, N noun that can speak, d document, L title,
C capitalised, s possessive, K other verb, x anything else; and , ; : - ( ) [ ] < > " as themselves.
"""

import re
from functools import cache
from typing import NamedTuple

from cenotaph.language import load_pack
from cenotaph.model import Span

_WORD = re.compile(
    r"\d[\d,.]*\d(?![^\W\d_])|[^\W_]+(?:[.’'&/\-][^\W_]+)*(?:['’](?=\s))?|[,;:()\[\]“”\"]|[–—]|(?<=\s)-+(?=\s)|(?<=\s)[‘'](?=\w)"
)
_MARKS = {"“": "<", "”": ">", "–": "-", "—": "-", "‘": "<"}
# Later groups do not overwrite earlier ones: a word keeps the first tag it is given.
_GROUPS = (
    ("small", "determiners", "D"),
    ("small", "pronouns", "I"),
    ("small", "speakers_own", "W"),
    ("small", "relatives", "w"),
    ("small", "modals", "M"),
    ("small", "perfect", "H"),
    ("small", "be", "b"),
    ("small", "adverbs", "R"),
    ("small", "subordinators", "S"),
    ("small", "prepositions", "P"),
    ("small", "numbers", "#"),
    ("verbs", "say", "V"),
    ("verbs", "saying", "G"),
    ("verbs", "citing", "Q"),
    ("verbs", "accuse", "u"),
    ("verbs", "toll", "t"),
    ("verbs", "document", "V"),
    ("small", "breakers", "K"),
    ("nouns", "plural", "N"),
    ("nouns", "person", "N"),
    ("nouns", "title", "L"),
    ("nouns", "body", "N"),
    ("nouns", "document", "d"),
    ("small", "particles", "C"),
)
_FIXED = {"of": "o", "by": "y", "that": "T", "and": "&", "or": "&", "according": "A", "by": "y"}


class Words(NamedTuple):
    """The words of one sentence: their spans in the report, their lower-case forms, and a tag each."""

    spans: list[tuple[int, int]]
    lower: list[str]
    tags: str
    upper: bool


def tag_words(text: str, span: Span) -> Words:
    """The tagged words of `text[span]`; spans count from the start of `text`."""
    table = _table()
    spans, lowers, tags = [], [], []
    upper = _mostly_capitals(text[span.start : span.end])
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group()
        low = word.lower()
        tag = table.get(low)
        if tag is None or (tag in "VGtuQMKx" and word[0].isupper() and not upper and tags):
            tag = _by_shape(word, low, tag, upper)
        spans.append(match.span())
        lowers.append(low)
        tags.append(tag)
    return Words(spans, lowers, _mend("".join(tags), lowers, text, spans, upper), upper)


def _mostly_capitals(piece: str) -> bool:
    """Whether a sentence is set in capitals, as old wire copy is."""
    letters = piece[:400]
    return sum(map(str.isupper, letters)) > 2 * sum(map(str.islower, letters)) + 2


def _by_shape(word: str, low: str, tag: str | None, upper: bool) -> str:
    """The tag of a word that no list holds, by its look."""
    mark = _MARKS.get(word)
    if mark is not None:
        return mark
    first = word[0]
    if not first.isalnum():
        return "-" if first == "-" else "<" if first == "'" else first
    if first.isdigit():
        return "#"
    if low.endswith(("'s", "’s", "s'", "s’")):
        return "s"
    if tag is not None:
        return tag.lower() if tag in "V" else tag
    if low.endswith("ly") and len(low) > 4:
        return "R"
    if (upper or first.islower()) and low.endswith(("ed", "ing")) and "-" not in low and len(low) > 4:
        return "K"
    return "C" if first.isupper() or low.startswith(("al-", "el-")) else "x"


def _mend(tags: str, lowers: list[str], text: str, spans: list[tuple[int, int]], upper: bool) -> str:
    """Settle capitalised verbs: verbs in a headline in title case, names elsewhere ("Edward Said")."""
    if "v" not in tags:
        return tags
    capitals = sum(text[start].isupper() for start, _ in spans)
    headline = capitals * 2 > len(spans)
    return tags.replace("v", "V" if headline else "C")


@cache
def _table() -> dict[str, str]:
    pack = load_pack("reporting")
    table = dict(_FIXED)
    for section, name, tag in _GROUPS:
        for word in pack[section][name]:
            table.setdefault(word, tag)
    return table
