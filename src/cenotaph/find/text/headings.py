"""Headings that stand in the first line of their paragraph: "Prisoners. Both sides returned 150", "Kursk region: The governor"."""

import re

_HEADING = re.compile(r"[A-Z][a-z][\w’'-]*(?: [\w’'-]+){0,2}[.:]")


def heads_a_paragraph(text: str, start: int, end: int) -> bool:
    """Whether the sentence at `start`–`end` is no more than one to three words and opens a paragraph that goes on behind it."""
    opens = start == 0 or text[start - 1] == "\n"
    goes_on = text[end : end + 1] == " " and not text[end : end + 2].isspace()
    return opens and goes_on and _HEADING.fullmatch(text, start, end) is not None
