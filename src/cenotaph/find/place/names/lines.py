"""Places that head a line or a paragraph: "Nikopol: 2 wounded", "Kharkiv. Two bombs fell on a street", "Kursk region."."""

import re
from functools import cache

from cenotaph.find.counts.numerals import number_words
from cenotaph.find.text.headings import heads_a_paragraph
from cenotaph.find.text.scan import Words


def heads_a_line(text: str, words: Words, at: int, end: int) -> bool:
    """Whether words `at`–`end` of a sentence open a line whose people are counted behind a colon or dash."""
    opens = at == 0 or "\n" in text[words.ends[at - 1] : words.starts[at]]
    return opens and _counts().match(text, words.ends[end - 1]) is not None


def is_heading(text: str, words: Words, at: int, end: int) -> bool:
    """Whether words `at`–`end` are, over a place noun, all of a sentence that heads its paragraph."""
    whole = at == 0 and len(words.lows) - end <= 1
    return whole and heads_a_paragraph(text, words.starts[0], words.ends[-1] + 1)


@cache
def _counts() -> re.Pattern[str]:
    """A colon or a dash, and a number behind it."""
    return re.compile(rf" ?[:–—-] ?(?:\d|(?:{'|'.join(number_words())})\b)", re.IGNORECASE)
