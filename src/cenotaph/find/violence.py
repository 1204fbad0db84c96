"""Whether a report, or one sentence of it, speaks of armed violence rather than of accidents, illness or disaster."""

import re
from functools import cache, cached_property
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
    """What a report speaks of, weighed once and only where asked; `armed(sentence, trigger)` decides for one claim."""

    def __init__(self, low: str) -> None:
        """Takes the lower-case text of a report; it is weighed when first asked about."""
        self._low = low

    @cached_property
    def armed_words(self) -> float:
        """How many words speak of armed violence; those of uniforms count half."""
        return len(patterns().armed.findall(self._low)) + len(patterns().uniform.findall(self._low)) / 2

    @cached_property
    def other_words(self) -> int:
        """How many words speak of accidents, illness and disaster."""
        return len(patterns().other.findall(self._low))

    @cached_property
    def _never(self) -> bool:
        return patterns().never.search(self._low) is not None

    def armed(self, sentence: str, trigger: str) -> bool:
        """Whether harm told in `sentence` with the words `trigger` is of armed violence."""
        low, found = sentence.lower(), patterns()
        if found.violent.search(trigger.lower()):
            return True
        armed = len(found.armed.findall(low))
        other = len(found.other.findall(low))
        if not armed and self._never:
            return False
        if not other:
            armed += len(found.uniform.findall(low))
        if armed != other:
            return armed > other or self.armed_words > 3 * self.other_words + 3
        return self.armed_words > self.other_words or (not self.other_words and "kill" in trigger.lower())
