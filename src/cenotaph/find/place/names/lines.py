"""Places that head a line or a paragraph: "Nikopol: 2 wounded", "Kharkiv. Two bombs fell on a street", "Kursk region."."""

import re
from functools import cache

from cenotaph.find.counts.numerals import number_words
from cenotaph.find.text.scan import Words


def heads_a_line(text: str, words: Words, at: int, end: int) -> bool:
    """Whether words `at`–`end` of a sentence open a line whose people are counted behind a colon or dash."""
    opens = at == 0 or "\n" in text[words.ends[at - 1] : words.starts[at]]
    return opens and _counts().match(text, words.ends[end - 1]) is not None


def heads_a_paragraph(text: str, words: Words, at: int, end: int) -> bool:
    """Whether words `at`–`end` are, over a place noun, all of a sentence that opens a paragraph which goes on behind it."""
    if at or len(words.lows) - end > 1 or text[: words.starts[0]].rstrip(" \t")[-1:] not in ("", "\n"):
        return False
    behind = text[words.ends[-1] : words.ends[-1] + 3]
    return behind[:1] in (".", ":") and behind[1:2] == " " and behind[2:].strip() != ""


@cache
def _counts() -> re.Pattern[str]:
    """A colon or a dash, and a number behind it."""
    return re.compile(rf" ?[:–—-] ?(?:\d|(?:{'|'.join(number_words())})\b)", re.IGNORECASE)
