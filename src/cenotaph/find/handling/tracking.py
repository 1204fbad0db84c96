"""Whom a report handles: the dead or wounded that "they", "them" or "the transfer" stand for some sentences on."""

import re
from collections.abc import Iterator, Sequence

from cenotaph.model import Cargo, Span

_BODIES = re.compile(r"\b(?:bodies|corpses|remains|coffins|caskets|the dead|those killed|the fallen)\b")
_WOUNDED = re.compile(
    r"\b(?:wounded|injured) (?:soldiers|men|people|fighters|civilians|children)\b|\bthe (?:wounded|injured)\b"
)
_HURT = re.compile(r"\b(?:wounded|wounding|injured|injuring|hurt)\b")
_COUNTED = re.compile(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|all|both|several|some|most|many|others|the rest|he|she)"
    r"(?: of them| others| more)? (?:were|was|are|is|have|had|has)\b"
)
_QUOTES = "\"'“‘« "
_OPENING = 60  # Characters of a sentence in which "them" points back.
_REACH = 2  # Sentences.


class Tracker:
    """Remembers, sentence by sentence, who was handled last."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._text, self._spans = text, spans
        self._last: tuple[int, Cargo] | None = None

    def note(self, sentence: int, cargo: Cargo) -> None:
        """Sentence number `sentence` tells of handling such dead or wounded."""
        self._last = (sentence, cargo)

    def carried(self, sentence: int) -> Cargo | None:
        """Who "they" are in a sentence: those handled last, or whose bodies the sentence before names."""
        if self._last and 0 < sentence - self._last[0] <= _REACH:
            return self._last[1]
        if sentence and self._counts_the_hurt(sentence):
            return "wounded"
        if not sentence or not self._points_back(sentence):
            return None
        before = self._spans[sentence - 1]
        dead = _BODIES.search(self._text, before.start, before.end)
        wounded = _WOUNDED.search(self._text, before.start, before.end)
        if dead and wounded:
            return "both"
        return "dead" if dead else "wounded" if wounded else None

    def sentences(self, hits: Sequence[int]) -> Iterator[int]:
        """The sentences to read: those numbered `hits`, and those behind that go on about the same dead or wounded."""
        wanted, count = set(hits), len(self._spans)
        for sentence in range(min(hits), min(max(hits) + _REACH + 1, count)):
            follows = self._last is not None and sentence - self._last[0] <= _REACH
            behind = sentence - 1 in wanted and (
                self._points_back(sentence) or self._counts_the_hurt(sentence)
            )
            if sentence in wanted or follows or behind:
                yield sentence

    def _counts_the_hurt(self, sentence: int) -> bool:
        """ "The blast wounded nine. Six were flown to the capital"."""
        span, before = self._spans[sentence], self._spans[sentence - 1]
        opening = self._text[span.start : min(span.start + _OPENING, span.end)].lower().lstrip(_QUOTES)
        return (
            _COUNTED.match(opening) is not None
            and _HURT.search(self._text, before.start, before.end) is not None
        )

    def _points_back(self, sentence: int) -> bool:
        """ "They were flown home", "hearses took them to the barracks"."""
        start = self._spans[sentence].start
        opening = self._text[start : min(start + _OPENING, self._spans[sentence].end)].lower()
        return opening.lstrip(_QUOTES).startswith(("they ", "then, they ")) or " them " in opening
