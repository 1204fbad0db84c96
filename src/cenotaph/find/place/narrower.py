"""A narrower place for the same harm, told right below: the headline has the province, the next sentence the village."""

from collections.abc import Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.leads import place_words
from cenotaph.find.place.sites import Site
from cenotaph.find.place.whereabouts import is_of_speaker, whereabouts
from cenotaph.find.whose.cues import cue

_AHEAD = 3  # Sentences.
_BEFORE = 70  # Characters.
_FEW = 3  # Two or one dead of one attack are as many as those of another.
_WIDE, _TOWN, _QUARTER = 3, 4, 5  # Ranks, as in the pack `places`: districts, regions and countries are wide.
_LONG = frozenset(("border", "coast", "waters"))
_REACHED = frozenset(
    (
        "on",
        "between",
        "along",
        "attacked",
        "hit",
        "struck",
        "targeted",
        "stormed",
        "bombed",
        "shelled",
        "patrolling",
        "raided",
        "invaded",
        "overran",
        "entered",
    )
)


class Narrower:
    """Looks below the claims of one report for places inside those that they were given."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed]) -> None:
        self._context, self._harmed = context, harmed
        self._leads = place_words().leads | _REACHED

    def narrowed(self, at: int, where: Where) -> Where:
        """The place of a claim, or a narrower one inside it that one of the next sentences tells for it."""
        people, given = self._harmed[at], where
        if (
            where.name is None
            or self._rank(where) > _TOWN
            or people.scope != "incident"
            or self._are_several(people)
        ):
            return where
        if self._is_unnamed(where):
            where = where._replace(rank=min(where.rank, _WIDE))
        wide = self._rank(where) <= _WIDE
        last = min(len(self._context.sentences), people.sentence + _AHEAD + 1)
        for sentence in range(people.sentence + 1, last):
            if self._context.threads[sentence] != self._context.threads[people.sentence]:
                break
            if not (wide or self._context.tells(sentence, "it-happened")):
                continue
            if self._is_of_this(people, sentence):
                inside = [site for site in self._context.sites(sentence) if self._is_inside(site, where)]
                if inside:
                    best = max(inside, key=lambda site: (not _is_bound(site), site.rank, -site.start))
                    return whereabouts(self._context, best, f"{where.rule}, narrower")
        return given

    def joined(self, told: Sequence[Where]) -> list[Where]:
        """The places of all claims, those that are wide or unknown replaced by that of the same figure told below, for all
        claims that one sentence puts in the wide one."""
        found = [self._below(at, told) for at in range(len(told))]
        shared = {
            (people.sentence, where.name, people.scope): place
            for people, where, place in zip(self._harmed, told, found, strict=True)
            if place
        }
        return [
            found[at] or shared.get((people.sentence, told[at].name, people.scope), told[at])
            for at, people in enumerate(self._harmed)
        ]

    def _below(self, at: int, told: Sequence[Where]) -> Where | None:
        people, where, context = self._harmed[at], told[at], self._context
        if people.scope != "incident" or people.names or (people.low or 0) < _FEW or where.rank > _WIDE:
            return None
        if self._are_several(people):
            return None
        for other, place in zip(self._harmed[at + 1 :], told[at + 1 :], strict=True):
            if context.threads[other.sentence] == context.threads[people.sentence] and (
                other.sentence > people.sentence
                and other.scope == people.scope
                and self._are_as_many(people, other)
                and self._holds(where, place)
            ):
                return place._replace(rule=f"{where.rule}, same figure")
        return None

    def _holds(self, wide: Where, narrow: Where) -> bool:
        """Whether a narrower place lies in a wider one as far as is known; in none, everything from a region down does."""
        if narrow.name is None or wide.name is None:
            return narrow.rank > 1
        if narrow.rank <= wide.rank or narrow.name in wide.name:
            return False
        if wide.country and narrow.country and (wide.rank <= 1 or wide.country != narrow.country):
            return wide.country == narrow.country
        return narrow.country is None or self._context.holds(wide.name, narrow.name)

    def _rank(self, where: Where) -> int:
        """How narrow a place is; a border is as long as the land that it bounds is wide."""
        return _WIDE if (where.name or "").rpartition(" ")[2] in _LONG else where.rank

    def _is_unnamed(self, where: Where) -> bool:
        """ "In a remote village of Butuan City": the village may have its name below."""
        before = max(0, where.span.start - _BEFORE) if where.span else 0
        return where.span is not None and (
            cue("unnamed").found(self._context.text, before, where.span.start) is not None
        )

    def _are_several(self, people: Harmed) -> bool:
        """ "Attacks in two districts": the places below are each of a part; "the latest of several attacks" is one."""
        several = place_words().several & self._context.bag(people.sentence)
        return bool(several) and not self._context.tells(people.sentence, "latest")

    def _is_of_this(self, people: Harmed, sentence: int) -> bool:
        """Whether a sentence may go on about these people: it counts nobody else and tells of no other time."""
        told = [other for other in self._harmed if other.sentence == sentence]
        mates = [mate for mate in self._harmed if mate.sentence == people.sentence]
        if told and not any(self._are_as_many(mate, other) for mate in mates for other in told):
            return False
        return not (self._context.tells(sentence, "long-ago") or self._context.tells(sentence, "other-time"))

    def _are_as_many(self, people: Harmed, other: Harmed) -> bool:
        return other.low is not None and (other.harm, other.low) == (people.harm, people.low)

    def _is_inside(self, site: Site, where: Where) -> bool:
        """Whether something happened at a site that may lie in the wider place."""
        if (
            site.rank <= self._rank(where)
            or site.lead not in self._leads
            or self._context.is_in_dateline(site.start)
        ):
            return False
        if where.country and site.country and where.country != site.country:
            return False
        named = self._context.text[site.start : site.end] in (where.name or "")
        return not named and not is_of_speaker(self._context, site, self._harmed)


def _is_bound(site: Site) -> bool:
    """ "Near the Ugandan border": what only helps to find the others."""
    return site.lead == "near" and site.rank > _QUARTER
