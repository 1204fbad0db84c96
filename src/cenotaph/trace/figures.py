"""What a report's figures say of whom it has them from: which of them it opens with, who tells which sentence's."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache, cached_property

from cenotaph.language import load_pack
from cenotaph.model import Claim, Span
from cenotaph.trace.credits import Credit
from cenotaph.trace.reading import days_between
from cenotaph.trace.source_kinds import is_somebody
from cenotaph.trace.states import names_nation

_ALSO = re.compile(r"\b(?:also|likewise)\b")
_OF_DEAD = frozenset(("killed", "bodies", "casualties"))
_SHORTLY = 4
"""A lead without a figure stands at most so many sentences before the figure that it is about."""
_OF_LIVING = frozenset(("captured", "missing"))
_MANY = 10
_LONG = 60
"""A figure of so many days before another one is what that is held against."""
_WHOLE_WAR = 5
"""A total of more than so many times the dead of one attack is that of more than the attack."""
_ROUNDED, _FEW = 12, 20
"""Numbers that differ by less than a twelfth are one figure, rounded, unless they are small."""


class Figures:
    """The claims of one report, with the sentences that they stand in."""

    def __init__(self, claims: Sequence[Claim], sentences: Sequence[Span], text: str) -> None:
        self._claims, self._sentences, self._text = claims, sentences, text

    @cached_property
    def _of_blood(self) -> Sequence[Claim]:
        """The claims that a report is about: those of dead and wounded, if it has any, and not those of captives beside them; those
        with a number, if it has any, and not "many"."""
        bloody = [one for one in self._claims if one.harm not in _OF_LIVING] or self._claims
        return [one for one in bloody if one.low is not None or one.high is not None] or bloody

    @cached_property
    def opening(self) -> tuple[str, ...]:
        """The ids of the claims with the figure of dead or wounded that a report opens with, wherever it tells it."""
        figures = self._told
        if not figures:
            return ()
        first = self._whole(_beyond_one(figures), figures)
        exact = _made_exact(first, figures)
        told = {(_size(one), one.harm) for one in (first, exact)}
        return tuple(one.id for one in figures if (_size(one), one.harm) in told)

    @property
    def numbers(self) -> dict[str, tuple[int, ...]]:
        """The least and the most of each claim that has a number, by its id."""
        found = {one.id: (one.low, one.high) for one in self._claims}
        return {
            id_: tuple(dict.fromkeys(n for n in both if n is not None))
            for id_, both in found.items()
            if any(n is not None for n in both)
        }

    @cached_property
    def _told(self) -> Sequence[Claim]:
        """The figures of dead and wounded that no other one is set against."""
        figures = [claim for claim in self._of_blood if _size(claim) is not None]
        figures = [one for one in figures if not self._is_conceded(one, figures)] or figures
        latest = max((one.until for one in figures if one.until is not None), default=None)
        return [one for one in figures if not _is_long_before(one, latest)] or figures

    def _whole(self, part: Claim, figures: Sequence[Claim]) -> Claim:
        """The figure that another one is a part of: "a child is among nine people killed" opens with the nine."""
        same = [one for one in figures if one.sentence == part.sentence and one.harm == part.harm]
        for one in same:
            between = self._text[part.end : one.start].lower().split()
            if one.start > part.end and "among" in between and "," not in self._text[part.end : one.start]:
                return one
        return part

    def _is_conceded(self, claim: Claim, others: Sequence[Claim]) -> bool:
        """Whether a figure stands in a clause that another one of its sentence is set against: "While police say nine, ..."."""
        where = claim.sentence
        rivals = [
            one
            for one in others
            if where is not None and one.sentence == where and _size(one) != _size(claim)
        ]
        if any(", but " in self._text[claim.end : one.start] for one in rivals):
            return True  # "First reports spoke of 100 dead, but the port has raised the number to 200".
        if where is None or not self._text[where.start : claim.start].lower().startswith(_conceding()):
            return False
        behind = (one for one in others if one.sentence == where and one.start > claim.end)
        return any("," in self._text[claim.end : one.start] and _size(one) != _size(claim) for one in behind)

    def _is_added(self, claim: Claim) -> bool:
        """Whether a figure is told as another voice's beside one before: "the port also said that nine died"."""
        where = claim.sentence
        return where is not None and _ALSO.search(self._text, where.start, claim.start) is not None

    @cached_property
    def background(self) -> frozenset[str]:
        """The ids of the figures of a whole war or year in a report that opens with one attack, of which many more died than in
        that: they are no part of what it tells."""
        first = next((claim for claim in self._claims if claim.id in self.opening), None)
        if first is None or first.scope != "incident":
            return frozenset()
        least = (first.high or first.low or 0) * _WHOLE_WAR
        return frozenset(
            one.id for one in self._claims if one.scope == "cumulative" and (_size(one) or 0) > least
        )

    @cached_property
    def only_background(self) -> frozenset[int]:
        """The numbers of the sentences with figures that are all background."""
        if not self.background:
            return frozenset()
        own = {claim.sentence for claim in self._claims if claim.id not in self.background}
        where = {claim.sentence for claim in self._claims if claim.id in self.background} - own
        return frozenset(number for number, span in enumerate(self._sentences) if span in where)

    @cached_property
    def opens_untold(self) -> int | None:
        """The number of the first sentence with the figure that the report opens with, if nobody is credited for that figure."""
        return min(self.untold, default=None)

    def leads_in(self, number: int) -> bool:
        """Whether a sentence shortly before a figure that nobody is credited for tells of the same dead without one: "A strike killed the group's leader, the
        port confirmed. ... Nine died"."""
        first = self.opens_untold
        if first is None or not 0 < first - number <= _SHORTLY:
            return False
        span = self._sentences[number]
        words = self._text[span.start : span.end].lower().split()
        counted = not _numbers().isdisjoint(words) or any(word[0].isdigit() for word in words)
        return not counted and any(word.startswith(_harms()) for word in words)

    @cached_property
    def tellers(self) -> dict[int, frozenset[str]]:
        """Whom the claims of each sentence with dead or wounded are from, by the sentence's number."""
        return {
            number: frozenset(
                name for claim in self._of_blood if claim.sentence == span for name in claim.sources
            )
            for number, span in enumerate(self._sentences)
            if any(claim.sentence == span for claim in self._of_blood)
        }

    @cached_property
    def chains(self) -> dict[int, tuple[frozenset[str], ...]]:
        """The chains of the figures of a sentence by its number, where it has several and nobody stands in two; that of a figure
        that another one is set against comes last."""
        found = {}
        figures = sorted(self._of_blood, key=lambda one: self._is_conceded(one, self._of_blood))
        for number, span in enumerate(self._sentences):
            told = dict.fromkeys(
                frozenset(one.sources) for one in figures if one.sentence == span and one.sources
            )
            if len(told) > 1 and all(one == two or one.isdisjoint(two) for one in told for two in told):
                found[number] = tuple(told)
        return found

    def handed_on(self, number: int, names: Collection[str]) -> tuple[str, ...]:
        """Those named in a sentence, nearest first, if they are one chain, in which each has a figure from the next."""
        span = self._sentences[number]
        told = (claim.sources for claim in self._of_blood if claim.sentence == span)
        chain = next((one for one in told if len(one) > 1 and set(one) == set(names)), ())
        return tuple(reversed(chain))

    @cached_property
    def untold(self) -> frozenset[int]:
        """The numbers of the sentences with the figure that a report opens with, if nobody is credited for that anywhere."""
        opening = [claim for claim in self._of_blood if claim.id in self.opening]
        told = any(is_somebody(name) for claim in opening for name in claim.sources)
        where = {claim.sentence for claim in opening} if not told else ()
        return frozenset(number for number, span in enumerate(self._sentences) if span in where)

    @cached_property
    def told_by_states(self) -> frozenset[int]:
        """The numbers of the sentences with a figure of dead or wounded on the word of a state alone: "Chad says nine died"."""
        told = [one for one in self._of_blood if one.sources and all(map(names_nation, one.sources))]
        where = {claim.sentence for claim in told}
        return frozenset(number for number, span in enumerate(self._sentences) if span in where)

    @cached_property
    def victims(self) -> str | None:
        """The nation that more of the dead and wounded are of than of any other."""
        news = [claim for claim in self._of_blood if claim.scope != "cumulative"] or self._of_blood
        sides = Counter(claim.side for claim in news if claim.side is not None)
        most = sides.most_common(2)
        return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else None

    def lead(self, credits: dict[str, Credit]) -> str | None:
        """The claim by which somebody with a name vouches for the figure that a report opens with in its own voice, or on that of
        an outlet or of people without a name; where nobody does, an outlet. `credits` are those of the claims."""
        opening = next((claim for claim in self._claims if claim.id in self.opening), None)
        if opening is None or opening.harm in _OF_LIVING or credits[opening.id].named:
            return None  # How many are held or missing is often known long before.
        if credits[opening.id].by_name and credits[opening.id].described:
            return None  # "Survivors told the paper" leaves nothing open.
        others = [one for one in self._claims if one.id != opening.id and one.harm not in _OF_LIVING]
        if credits[opening.id].by_name or credits[opening.id].described:
            others = [one for one in others if not self._is_added(one)]
        exact = [one for one in others if one.id in self.opening or _is_same(one, opening)]
        same = [*exact, *(one for one in others if one not in exact and _is_as_many(one, opening))]
        named = [claim for claim in same if any(source.named for source in credits[claim.id].named)]
        by_outlet = [claim for claim in same if credits[claim.id].by_name and not credits[opening.id].by_name]
        first = sorted((*named, *by_outlet), key=lambda one: one not in exact)
        return next((claim.id for claim in first), None)


@cache
def _numbers() -> frozenset[str]:
    return frozenset(load_pack("reporting")["small"]["numbers"])


@cache
def _harms() -> tuple[str, ...]:
    return tuple(load_pack("sources")["words"]["harms"])


@cache
def _conceding() -> tuple[str, ...]:
    return tuple(f"{word} " for word in load_pack("sources")["words"]["conceding"])


def _is_same(one: Claim, other: Claim) -> bool:
    """Whether two claims have the same number, which a vague word is not for another harm ("20 killed", "tens wounded")."""
    same_harm = one.harm == other.harm or "wounded" not in (one.harm, other.harm)
    same_harm = same_harm or not (one.approx or other.approx)
    return _size(one) == _size(other) and same_harm


def _is_as_many(one: Claim, other: Claim) -> bool:
    """Whether two claims have the same number, or one of them that of the other rounded."""
    here, there = _size(one), _size(other)
    if here is None or there is None:
        return False
    is_rounded = one.harm == other.harm and max(here, there) > _FEW
    return _is_same(one, other) or (is_rounded and abs(here - there) * _ROUNDED <= max(here, there))


def _is_long_before(claim: Claim, latest: str | None) -> bool:
    """Whether a figure was known long before the latest of a report: "In September the ministry had said that 40 died"."""
    days = days_between(_last_day(claim.until), _last_day(latest))
    return days is not None and days > _LONG


def _last_day(date: str | None) -> str | None:
    """A day at the end of a month that is given alone."""
    return f"{date}-28" if date is not None and len(date) == len("2022-09") else date


def _beyond_one(figures: Sequence[Claim]) -> Claim:
    """The first figure of a report, or the first one of many behind that of one body or one man alone: "The body of a woman was found; the toll is 18"."""
    first = figures[0]
    beside = any(one.sentence == first.sentence for one in figures[1:])
    if _size(first) != 1 or (beside and first.scope == "incident"):
        return first
    return next((one for one in figures if one.harm in _OF_DEAD and (_size(one) or 0) >= _MANY), first)


def _made_exact(first: Claim, figures: Sequence[Claim]) -> Claim:
    """The exact figure for what a report opens with in a vague word ("dozens ... 44"), if that is vague and one stands below."""
    if first.low is None or first.high is None or first.low == first.high:
        return first
    same = [one for one in figures if one.harm == first.harm]
    same = [one for one in same if first.place is None or one.place in (first.place, None)]
    exact = (one for one in same if one.low is None or one.high is None or one.low == one.high)
    return next((one for one in exact if first.low <= (_size(one) or 0) <= first.high), first)


def _size(claim: Claim) -> int | None:
    """The number of a claim, be it the least or the most that there are."""
    return claim.low if claim.low is not None else claim.high
