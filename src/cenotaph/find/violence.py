"""Whether a report, or one sentence of it, speaks of armed violence rather than of accidents, illness or disaster."""

import re
from functools import cache
from typing import NamedTuple

from cenotaph.find.alternation import any_of
from cenotaph.language import load_pack


class Patterns(NamedTuple):
    """Compiled word lists of the pack `violence`; they match lower-case text."""

    armed: re.Pattern[str]
    uniform: re.Pattern[str]
    other: re.Pattern[str]
    violent: re.Pattern[str]
    never: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """The patterns, compiled once."""
    pack = load_pack("violence")
    return Patterns(*(any_of(pack[name]) for name in Patterns._fields))


class Violence:
    """What a report speaks of, weighed once; `armed(sentence, trigger)` decides for one claim."""

    def __init__(self, low: str) -> None:
        """Weighs the lower-case text of a report."""
        found = patterns()
        self.armed_words = len(found.armed.findall(low)) + len(found.uniform.findall(low)) / 2
        self.other_words = len(found.other.findall(low))
        self.never = found.never.search(low) is not None

    def armed(self, sentence: str, trigger: str) -> bool:
        """Whether harm told in `sentence` with the words `trigger` is of armed violence."""
        low, found = sentence.lower(), patterns()
        if found.violent.search(trigger.lower()):
            return True
        armed = len(found.armed.findall(low))
        other = len(found.other.findall(low))
        if self.never and not armed:
            return False
        if not other:
            armed += len(found.uniform.findall(low))
        if armed != other:
            return armed > other or self.armed_words > 3 * self.other_words + 3
        return self.armed_words > self.other_words or (not self.other_words and "kill" in trigger.lower())
