"""Page furniture known by its words: share buttons, cookie bars, prompts, error boxes; and captions that repeat."""

import re
from functools import cache

from msgspec import Struct

from cenotaph.language import load_pack
from cenotaph.model import Span

_LINE = re.compile(r"[^\n]+")
_EDGE = " \t\xa0\u200b•·▪*-–—|>»→.…:"
_LONGEST = 320
# Shorter lines may repeat for good reason ("Kharkiv", "5 dead").
_CAPTION = 40


class Rule(Struct, frozen=True):
    """A kind of furniture and the pattern that a whole line of it matches."""

    name: str
    pattern: re.Pattern[str]


@cache
def furniture_rules(language: str = "en") -> tuple[Rule, ...]:
    """The rules of a language's furniture pack, compiled."""
    return tuple(
        Rule(line["name"], re.compile(line["pattern"], re.NOFLAG if line.get("cased") else re.IGNORECASE))
        for line in load_pack("furniture", language)["lines"]
    )


def furniture_rule(line: str) -> str | None:
    """The name of the rule by which a line is furniture, None for a line that may be part of the report."""
    line = line.strip(_EDGE)
    if not line:
        return "blank"
    if len(line) > _LONGEST:
        return None
    return next((rule.name for rule in furniture_rules() if rule.pattern.fullmatch(line)), None)


def furniture_spans(text: str) -> tuple[Span, ...]:
    """The lines of a text that are furniture or repeat a long line (a caption shown twice), in order.

    The first of the repeated lines is left standing. The text itself is not changed.
    """
    spans: list[Span] = []
    seen: set[str] = set()
    for found in _LINE.finditer(text):
        line = found[0].strip()
        if not line:
            continue
        key = line.casefold()
        repeated = len(line) >= _CAPTION and key in seen
        seen.add(key)
        if repeated or furniture_rule(line):
            spans.append(Span(*found.span()))
    return tuple(spans)
