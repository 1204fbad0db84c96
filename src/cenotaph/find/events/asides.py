"""What a report sets beside the attack that it is about: "it came a day after gunmen killed four", "in March seven died"."""

import re

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.events.event import Event
from cenotaph.find.events.words import event_words
from cenotaph.find.text.small import small
from cenotaph.model import Span

_WHO, _CLAUSE = re.compile(r"\b(?:who|whose|which)\b[^,.;]*$"), 60  # Characters.
_HEAD = 12  # Characters of a sentence, behind which "a day after" tells no clause before the news.
_OPENING, _TELLING = 3, 7  # Words: "On Friday night"; "on Tuesday, police in the town said".
_SAID = frozenset(("said", "told", "reported", "announced", "confirmed", "says", "added"))
_TIMES = ("long-ago", "other-time")
_PAST = (*_TIMES, "came-as", "past-deeds")


class Asides:
    """Reads the sentences of one report."""

    def __init__(self, context: ClaimContext) -> None:
        self._context = context
        self._parts = dict[tuple[int, bool], Span | None]()

    def words(self, people: Harmed, *, placed: bool) -> list[str]:
        """The words of that part of a claim's sentence that tells of its attack; `placed` where it says where that was."""
        words, apart = self._context.words(people.sentence), self._apart(people.sentence, placed=placed)
        if apart is None:
            return words.lows
        inside = apart.start <= people.start < apart.end
        told = zip(words.lows, words.starts, strict=True)
        return [low for low, start in told if (apart.start <= start < apart.end) == inside]

    def is_aside(self, people: Harmed, main: Event, first: Harmed, *, placed: bool) -> bool:
        """Whether a claim is of another attack than `main`, which the report is about and tells first of `first`."""
        apart = self._apart(people.sentence, placed=placed)
        if apart is not None and apart.start <= people.start < apart.end:
            return True
        if self._opens(people.sentence) or self._is_of_other_day(people, main):
            return True
        tells, start = self._context.tells, self._context.sentences[people.sentence].start
        who = self._context.says(people.sentence, "who-did", start, people.start)
        if who is not None or (main.place is None and not main.days):
            return False
        return any(self._dates(people.sentence, cue) and not tells(first.sentence, cue) for cue in _TIMES)

    def _dates(self, sentence: int, cue: str) -> bool:
        """Whether words of another time stand in a sentence, and not in what it tells of somebody ("who retired in 2012")."""
        time = self._context.tells(sentence, cue)
        if time is None:
            return False
        at = self._context.sentences[sentence].start + time.start()
        return _WHO.search(self._context.text, max(0, at - _CLAUSE), at) is None

    def is_of_other_time(self, sentence: int) -> bool:
        """Whether a sentence has words of another time than the news."""
        return self._opens(sentence) or any(self._context.tells(sentence, cue) for cue in _TIMES)

    def is_of_past(self, sentence: int) -> bool:
        """Whether a sentence that counts nobody tells of another attack, or of two."""
        if self._opens(sentence) or self._apart(sentence, placed=True) is not None:
            return True
        return any(self._context.tells(sentence, cue) for cue in _PAST)

    def _apart(self, sentence: int, *, placed: bool) -> Span | None:
        """The part of a sentence that tells of another attack: "a day after a raid in Tellin killed five"."""
        if (sentence, placed) not in self._parts:
            self._parts[sentence, placed] = self._found(self._context.sentences[sentence], placed=placed)
        return self._parts[sentence, placed]

    def _found(self, span: Span, *, placed: bool) -> Span | None:
        low, words = small(self._context.text), event_words()
        match = words.behind.search(low, span.start, span.end)
        if match is None and placed:
            match = words.theirs.search(low, span.start, span.end)
        if match is None or match.start() - span.start > _HEAD:
            return Span(match.start(), span.end) if match is not None else None
        comma = low.find(",", match.end(), span.end)  # "Hours after a raid killed four, gunmen ..."
        return Span(match.start(), comma) if comma >= 0 else None

    def _opens(self, sentence: int) -> bool:
        span = self._context.sentences[sentence]
        return event_words().whole.match(self._context.text[span.start : span.end].lower()) is not None

    def _is_of_other_day(self, people: Harmed, main: Event) -> bool:
        """ "On Friday, eight ...", where the report tells of Monday."""
        lows = self._context.words(people.sentence).lows
        opening = event_words().days.intersection(lows[:_OPENING])
        if not opening or not main.days or not main.days.isdisjoint(opening):
            return False
        return _SAID.isdisjoint(lows[:_TELLING])
