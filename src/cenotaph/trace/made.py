"""The study or report that a text tells from: who made it, where the text says so, and whether its first figure is that one's."""

from collections.abc import Callable, Iterable
from functools import cached_property

from cenotaph.model import Span
from cenotaph.trace.credits import Credit, Sources
from cenotaph.trace.documents import is_of_old, maker_told_from, tells_of_study
from cenotaph.trace.figures import Figures
from cenotaph.trace.reading import Reading

_BESIDE = 2
"""A maker named less than so many sentences from a figure is its maker."""


class Made:
    """The one study or report that a text tells from; `identify` gives the sources that a name at an offset stands for."""

    def __init__(self, reading: Reading, figures: Figures, identify: Callable[[str, int], Sources]) -> None:
        self._reading, self._figures, self._identify = reading, figures, identify

    @cached_property
    def maker(self) -> str | None:
        """The maker's name."""
        return maker_told_from(self._reading.report.text)

    @cached_property
    def told(self) -> tuple[Span, Sources] | None:
        """The sentence that names the maker of what the text tells from, and who that is."""
        if self.maker is None:
            return None
        text = self._reading.report.text
        at = max(text.find(self.maker), text.find(self.maker.split()[0]))
        span = next((one for one in self._reading.sentences if one.start <= at < one.end), None)
        if span is None or is_of_old(text, span):
            return None
        return (span, self._identify(self.maker, at))

    @cached_property
    def tells_opening(self) -> bool:
        """Whether the maker stands in the sentence of the figure that the text opens with, or next to it, or that is said to be a
        study's ("the researchers estimate"), and nobody is credited for that figure anywhere."""
        first = self._figures.opens_untold
        if self.told is None or first is None:
            return False
        sentences, text = self._reading.sentences, self._reading.report.text
        if abs(sentences.index(self.told[0]) - first) < _BESIDE:
            return True
        return any(tells_of_study(text, span) for span in sentences[max(0, first - 1) : first + 1])

    def is_credited(self, found: Iterable[Credit]) -> bool:
        """Whether the text credits the maker with anything."""
        named = (credit.named + (credit.carriers if credit.by_name else ()) for credit in found)
        keys = {source.key for sources in named for source in sources}
        return self.told is not None and any(source.key in keys for source in self.told[1])

    def has_figure(self) -> bool:
        """Whether the maker's sentence has a figure, or the first one is the maker's."""
        here = self.told is not None and any(one.sentence == self.told[0] for one in self._reading.claims)
        return here or self.tells_opening
