"""Where a report's dateline stands: "KABUL, Afghanistan —", "SAN SALVADOR, 12 NOV 89 (AFP) -- [TEXT]", "Dhaka:"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cenotaph.model import Span

_SHOUTED = r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}"
_PLAIN = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}"
_BEHIND = r"(?:, ?(?:[A-Z][\w. ]{2,24}?|\d{1,2} [A-Z][a-z]+(?: \d{4})?|\d{4})){0,3}(?: \([^)\n]{2,40}\))?"  # The region or the day, and the agency.
# A dateline that opens the text.
_FIRST = re.compile(
    r"\s*(?:[A-Z][\w.'’ -]+(?:, |\()){0,3}[^\n]{0,60}?\([^)\n]{2,70}\)(?: ?(?:--|—|–|:) ?| - )(?:\[[^\]]*\]\s*)*"
    r"|\s*[A-Z][A-Z .'’-]+(?: \([A-Z][A-Z .]{2,30}\))?, (?:\d{1,2} [A-Z]{3} \d{2}|NO DATE)(?: \([^)\n]{2,60}\)\s*)? ?(?:--|—|–) ?(?:\[[^\]]*\]\s*)*"
    r"|\s*[A-Z][A-Z .'’-]+(?:, [A-Z][\w. ]+)?(?: (?:--|—|–|-) |[—–](?=[A-Z]))"
    r"|(?P<bare>\s*)(?:[A-Z]{4,}|[A-Z]{2,}(?: [A-Z]{2,}){1,2})(?:, (?:[A-Z][a-z]+\.|[A-Z][a-z]+(?: [A-Z][a-z]+)?))? (?=[A-Z]?[a-z])"
)
_FIRST_NAME = re.compile(rf"\s*({_SHOUTED}|{_PLAIN}(?=,? \())")
# One that opens a paragraph below the headline, or the text with a colon.
_BELOW = re.compile(
    rf"^(?P<opening>{_SHOUTED}|{_PLAIN}) ?: (?=[A-Z\d\"“])|(?<=\n)[ \t]*(?:(?P<shouted>{_SHOUTED}){_BEHIND} ?(?:--|—|–|-|:) |(?P<plain>{_PLAIN}){_BEHIND} ?(?P<sign>--|—|–|-|:) ?)"
)
_HEAD = 700  # Characters of a text in which its dateline may stand.


class Dateline(NamedTuple):
    """A dateline and the name of its place; `sure` where no other line of a report looks like it."""

    whole: Span
    name: Span | None
    sure: bool


def datelines(text: str) -> Iterator[Dateline]:
    """What may be the report's dateline, the likeliest first."""
    first = _FIRST.match(text)
    if first is not None:
        name = _FIRST_NAME.match(text)
        yield Dateline(
            Span(0, first.end()), Span(*name.span(1)) if name else None, sure=first["bare"] is None
        )
    for match in _BELOW.finditer(text, 0, _HEAD):
        kind = next(name for name in ("opening", "shouted", "plain") if match[name])
        if kind == "plain" and text[match.end() : match.end() + 1].isdigit():
            continue  # A line of a table: "Odesa: 62 killed".
        yield Dateline(Span(*match.span()), Span(*match.span(kind)), sure=False)
