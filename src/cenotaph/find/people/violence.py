"""Whether a report, or one sentence of it, speaks of armed violence rather than of accidents, illness or disaster."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from cenotaph.find.people.conflict import Conflict
from cenotaph.find.people.violence_words import (
    LISTS,
    NEVER,
    any_word_of,
    counted,
    is_violent,
    listed,
    lists_of,
    openings,
    phrases,
)
from cenotaph.find.text.first_look import FirstLook, first_look, word_places
from cenotaph.find.text.small import small
from cenotaph.find.value import Value
from cenotaph.model import Span

_SPARSE = 1 / 100  # Fewer armed words to a word are a figure of speech or two.
_OUTWEIGHED = 3  # Times.
_CRIME = 5  # Words.
_CRIME_TO_WAR = 4
_FEW = 10
_SPARSE_WAR = 100  # Words to a word of war.
_BRIEF = 60  # Words.
_MANY = 6
_ROW = 5  # Words.
_MURDER = b"murder"
_POLICE = frozenset((b"detectives", b"detective", b"suspicion", b"inquest", b"custody"))
_BY_FORCES = re.compile(
    r"captured (?:alive )?by (?:the )?(?:[a-z’'-]+ ){0,3}(?:forces|troops|soldiers|fighters|army|militia)"
)
_PAST_DEATH = re.compile(r"the (?:19|20)\d\d deaths?\b")  # "The 2013 death of his predecessor".
_UNTOLD = re.compile(r"dead|death|died?|bod(?:y|ies)")  # How somebody died is not told.


class Tally(Value, frozen=True):
    """How many words and phrases of each list of the pack a text holds; `armed` counts the plain ones too."""

    armed: int
    plain: int
    uniform: int
    other: int
    peace: int
    court: int
    camera: int
    violent: int
    crime: int
    theatre: int
    guns: int

    @property
    def at_war(self) -> int:
        """The words of war that no crime at home has."""
        return self.plain - self.guns + self.uniform + self.theatre

    @property
    def war(self) -> int:
        """The words of armed violence that are no figure of speech."""
        return self.plain + self.uniform

    @property
    def sure(self) -> int:
        """The same with those of any violence."""
        return self.war + self.violent


class Violence:
    """What a report speaks of, weighed only where asked; `armed(sentence, trigger)` decides for one claim."""

    def __init__(self, text: str, seen: FirstLook | None = None) -> None:
        """Takes the text of a report, and the first look at it where there was one."""
        self._text, self._seen = text, seen or first_look(text)
        self._tallies: dict[Span, Tally] = {}

    @cached_property
    def _low(self) -> str:
        return small(self._text)

    @cached_property
    def _telling(self) -> dict[bytes, frozenset[str]]:
        """The words of the report that some list has."""
        return {word: lists_of(word.decode()) for word in listed().of(self._seen.words)}

    @cached_property
    def _phrased(self) -> dict[str, set[bytes]]:
        """The lists of which the report may hold a phrase, with the words that such phrases open with."""
        return openings().of(self._seen.words)

    @cached_property
    def _whole(self) -> Tally:
        return self._tally(Span(0, len(self._text)))

    @property
    def armed_words(self) -> float:
        """How many words speak of armed violence; those of uniforms count half, and not at all where more speak of accidents."""
        whole = self._whole
        return whole.armed + (whole.uniform / 2 if whole.armed >= whole.other else 0)

    @property
    def other_words(self) -> int:
        """How many words speak of accidents, illness and disaster."""
        return self._whole.other

    @property
    def war_words(self) -> int:
        """How many words tell of war, and are no figures of speech."""
        return self._whole.war

    @property
    def speaks_of_war(self) -> bool:
        """Whether a report has more than one word of war that no crime at home has: of uniforms, of lands at war."""
        return self._whole.at_war > 1

    @property
    def tells_of_arms(self) -> bool:
        """Whether plain words of violence, as of bombs and gunmen, outnumber those of accidents, illness and disaster."""
        return self._whole.plain > self._whole.other

    def is_untold(self, sentence: Span) -> bool:
        """Whether neither a sentence nor its report tells of armed violence: no plain word of it, and of others next to none, or
        hardly more than of accidents and illness."""
        whole, here = self._whole, self._tally(sentence)
        if whole.plain or here.armed or here.violent:
            return False
        if whole.other:
            return self.armed_words <= _OUTWEIGHED * (whole.other + 1)
        return not whole.violent and whole.armed < _SPARSE * self._length - 1

    @property
    def is_tried_at_home(self) -> bool:
        """Whether a report has police and courts in it and few words of violence, and none that tells of war or of a massacre."""
        whole = self._whole
        return whole.court > 0 and not whole.sure and whole.armed <= _FEW

    @cached_property
    def _is_crime(self) -> bool:
        """Whether all that a report has of violence is the word "murder", told by the police and the courts."""
        whole = self._whole
        if whole.war or not whole.court:
            return False
        words = self._seen.listed
        return 0 < sum(word.startswith(_MURDER) for word in words) >= whole.armed and not _POLICE.isdisjoint(
            words
        )

    @cached_property
    def is_at_home(self) -> bool:
        """Whether a report is of crime at home: many words of it, more than of attacks, and next to none of war."""
        whole = self._whole
        if whole.crime >= max(_CRIME, whole.armed - 1):
            return whole.crime >= _CRIME_TO_WAR * whole.plain + whole.uniform
        tried = whole.crime + whole.court  # "One of the worst attacks in decades" is more than a crime.
        if whole.crime <= 2 + whole.plain or tried <= _CRIME or tried < whole.armed - 1:
            return False
        return whole.plain <= 1 and whole.uniform <= 1

    @cached_property
    def is_peaceful(self) -> bool:
        """Whether a report without words of war has few of violence, or half as many of courts, crime, accidents, matches."""
        whole = self._whole
        milder = whole.court + whole.crime + whole.other + whole.peace
        return self.is_without_war and (whole.armed < _MANY or whole.armed <= 2 * milder)

    @cached_property
    def is_without_war(self) -> bool:
        """Whether a report, longer than a brief, has next to no word of war that crimes at home do not share."""
        return self._whole.at_war <= 1 and self._length >= _BRIEF

    @property
    def is_of_disaster(self) -> bool:
        """Whether it has besides more than twice as many words of accidents, illness and disaster as of violence."""
        return self.is_peaceful and self._whole.other > 2 * self._whole.armed

    @cached_property
    def _never(self) -> bool:
        return NEVER in self._phrased and phrases(NEVER).search(self._low) is not None

    def armed(self, sentence: Span, trigger: str, conflict: Conflict | None = None) -> bool:
        """Whether harm told in a sentence with the words `trigger` is of armed violence, in a report of that conflict."""
        if self.is_at_home and not self._tally(sentence).plain:
            return False
        if is_violent(trigger):
            return True
        if any_word_of("custody").search(trigger.lower()) is not None and not (
            self._is_taken(sentence, trigger) or self.is_of(conflict)
        ):
            return False
        if _UNTOLD.search(trigger.lower()) is not None and self._is_crime:
            return False
        if _PAST_DEATH.match(trigger.lower()) and not self._tally(sentence).sure:
            return False
        return self._is_armed(sentence, trigger.lower()) and (
            "kill" in trigger.lower() or self._is_told(sentence)
        )

    def tells_of_war(self, sentence: Span) -> bool:
        """Whether a sentence has words of war that no crime at home has."""
        return self._tally(sentence).at_war > 0

    def is_of_something_else(self, sentence: Span) -> bool:
        """Whether a sentence has no word of violence, in a report that has few words of war for its length."""
        here = self._tally(sentence)
        return not (here.armed or here.uniform or here.violent) and (
            self._whole.at_war * _SPARSE_WAR < self._length
        )

    def may_be_armed(self, sentence: Span) -> bool:
        """Whether any harm told in a sentence can be of armed violence, whatever its words."""
        low = self._low[sentence.start : sentence.end]
        return self._tally(sentence).violent > 0 or self._is_armed(sentence, low)

    def _is_armed(self, sentence: Span, trigger: str) -> bool:
        """As `armed`, where the words of harm, in lower case, do not tell by themselves."""
        here = self._tally(sentence)
        armed, other = here.armed, here.other
        if not armed and self._never:
            return False
        if not other:
            armed += here.uniform
        if armed != other:
            return armed > other or self.armed_words > 3 * self.other_words + 3
        more = self.armed_words - self.other_words
        return more > 0 or (more == 0 and not other and "kill" in trigger)

    def _is_told(self, sentence: Span) -> bool:
        """Whether a word that tells of any death or loss ("died", "lost", "arrested") may tell of one in war here: the sentence
        or the report has words that are no figures of speech, and is not about matches, films or shares."""
        here, whole = self._tally(sentence), self._whole
        if here.sure:
            return True
        if whole.peace > whole.sure:
            return False
        return whole.sure > 0 or whole.armed > _SPARSE * self._length

    @cached_property
    def _length(self) -> int:
        """How many words the report has, but for those of short lines: the names of a list tell no other story."""
        lines = (line.split() for line in self._low.split("\n"))
        return sum(len(words) for words in lines if len(words) > _ROW)

    def _is_taken(self, sentence: Span, trigger: str) -> bool:
        """Whether somebody arrested or captured is taken in war, not as the suspect of a crime or on film."""
        here, whole = self._tally(sentence), self._whole
        if here.camera and not here.war and "captur" in trigger.lower():
            return False
        low = self._low[sentence.start : sentence.end]
        by_forces = "captur" in trigger.lower() and _BY_FORCES.search(low) is not None
        return by_forces or here.war > 0 or 2 * whole.war >= whole.court

    def is_of(self, conflict: Conflict | None) -> bool:
        """Whether a report that tells of violence plays where there is a conflict: those arrested are not only suspects of a crime."""
        told = self._whole.plain or self._whole.violent
        return bool(told) and conflict is not None and (conflict.names_group or not conflict.is_of_peace)

    def _words(self, span: Span) -> list[bytes]:
        """The words of a part of the text that some list has."""
        whole = span.end - span.start == len(self._text)
        words = self._seen.listed if whole else self._seen.flat[span.start : span.end].split()
        return list(filter(self._telling.__contains__, words))

    @cached_property
    def _told_phrases(self) -> list[tuple[str, int, int, int]]:
        """The phrases that the report holds: list, start, end, and what they count for beside those of their words that have
        counted alone."""
        return [
            (name, *match.span(), counted(name, match.group()))
            for name, words in self._phrased.items()
            if name != NEVER
            for match in self._matches(phrases(name), words)
        ]

    def _matches(self, pattern: re.Pattern[str], openings: Iterable[bytes]) -> Iterator[re.Match[str]]:
        """The phrases of a list, looked for only where the words stand that they open with."""
        reach = 0
        for at in sorted(word_places(self._seen.flat, openings)):
            match = pattern.match(self._low, at) if at >= reach else None
            if match is not None:
                reach = match.end()
                yield match

    def _tally(self, span: Span) -> Tally:
        """What a part of the text holds; single words are looked up, each in all lists at once."""
        if span not in self._tallies:
            counts = dict.fromkeys(LISTS, 0)
            for name in chain.from_iterable(map(self._telling.__getitem__, self._words(span))):
                counts[name] += 1
            for name, start, end, counted in self._told_phrases:
                if span.start <= start and end <= span.end:
                    counts[name] += counted
                    counts["armed"] += counted if name == "plain" else 0
            self._tallies[span] = Tally(*counts.values())
        return self._tallies[span]
