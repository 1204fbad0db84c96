"""A narrower place for the same harm, told right below: the headline has the province, the next sentence the village."""

from collections.abc import Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.leads import place_words
from cenotaph.find.place.sites import Site
from cenotaph.find.place.whereabouts import is_of_speaker, whereabouts

_AHEAD = 3  # Sentences.
_WIDE = 3  # A rank, as in the pack `places`: districts, regions and countries.
_REACHED = frozenset(
    ("on", "between", "along", "attacked", "hit", "struck", "targeted", "stormed", "bombed", "shelled")
)


class Narrower:
    """Looks below the claims of one report for places inside those that they were given."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed]) -> None:
        self._context, self._harmed = context, harmed
        self._leads = place_words().leads | _REACHED

    def narrowed(self, at: int, where: Where) -> Where:
        """The place of a claim, or a narrower one inside it that one of the next sentences tells for it."""
        people = self._harmed[at]
        if where.name is None or where.rank > _WIDE or people.scope != "incident":
            return where
        if place_words().several & self._context.bag(people.sentence):
            return where  # "Attacks in two districts": the places below are each of a part.
        last = min(len(self._context.sentences), people.sentence + _AHEAD + 1)
        for sentence in range(people.sentence + 1, last):
            if self._context.threads[sentence] != self._context.threads[people.sentence]:
                break
            if self._is_of_this(people, sentence):
                inside = [site for site in self._context.sites(sentence) if self._is_inside(site, where)]
                if inside:
                    best = max(inside, key=lambda site: (site.rank, -site.start))
                    return whereabouts(self._context, best, f"{where.rule}, narrower")
        return where

    def _is_of_this(self, people: Harmed, sentence: int) -> bool:
        """Whether a sentence may go on about these people: it counts nobody else and tells of no other time."""
        told = [other for other in self._harmed if other.sentence == sentence]
        if told and not any(self._are_as_many(people, other) for other in told):
            return False
        return not (self._context.tells(sentence, "long-ago") or self._context.tells(sentence, "other-time"))

    def _are_as_many(self, people: Harmed, other: Harmed) -> bool:
        return other.low is not None and (other.harm, other.low) == (people.harm, people.low)

    def _is_inside(self, site: Site, where: Where) -> bool:
        """Whether something happened at a site that may lie in the wider place."""
        if (
            site.rank <= where.rank
            or site.lead not in self._leads
            or self._context.is_in_dateline(site.start)
        ):
            return False
        if where.country and site.country and where.country != site.country:
            return False
        named = self._context.text[site.start : site.end] in (where.name or "")
        return not named and not is_of_speaker(self._context, site, self._harmed)
