"""Whether what a report tells of the place of some goes for others: told in one breath, or of one attack."""

from collections.abc import Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.around.same_attack import FEW, are_as_many
from cenotaph.find.place.unnamed import A_QUARTER, ends_on
from cenotaph.find.place.whereabouts import whereabouts
from cenotaph.find.whose.cues import cue

_FAR_BACK = 8  # Sentences.
_REGION, _TOWN, _BACK = 2, 4, 3  # Ranks, as in the pack `places`; sentences.

_NEXT, _FAR = (
    2,
    5,
)  # Sentences in which a count may go on about an attack, and the bodies found there be told.
_DISTRICT_OF = (" district of ", " area of ")
_LINE, _ROW = 60, 110  # Characters between two names of a list.
_TAKEN = ("captured", "missing")
_MANY = 1_000  # Harmed, whom no attack has.
_FOUND = frozenset(("found", "discovered", "recovered", "rubble", "pulled", "retrieved"))
_LASTING = frozenset(
    (
        "war",
        "conflict",
        "since",
        "years",
        "months",
        "weeks",
        "days",
        "campaign",
        "crackdown",
        "uprising",
        "unrest",
        "protests",
    )
)


class Company:
    """Compares the people of one report's claims, by how they are told."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed]) -> None:
        self._context, self._harmed = context, harmed

    def is_compared(self, people: Harmed, other: Harmed) -> bool:
        """ "Nine died, which surpassed the four of ...", "One was Ali, whose brother shot two": another attack."""
        if other.start < people.end:
            return False
        apart = cue("surpasses").found(self._context.text, people.end, other.start)
        another = self._context.says(people.sentence, "by-another", people.end, other.start)
        return apart is not None or another is not None

    def have_own_deeds(self, people: Harmed, other: Harmed) -> bool:
        """ "The massacre of 43 in Tellin and the murder of Y": each was harmed in a deed of his own."""
        first, second = sorted((people, other), key=lambda one: one.start)
        return cue("known-deed").found(self._context.text, first.end, second.start) is not None

    def are_counted_together(self, people: Harmed, other: Harmed) -> bool:
        """Whether the people are told in one breath with those before, or as some of them ("Among them were")."""
        if not self.are_of_one_kind(people, other):
            return False
        if people.names:
            rows = "\n" in self._context.text[other.end : people.start]
            near = 0 < people.start - other.end < (_ROW if rows else _LINE)
            also = self._context.tells(people.sentence, "also-harmed") is not None
            return bool(other.names) and (near or also)
        if people.sentence == other.sentence:
            return not self.is_compared(other, people)
        return self._context.tells(people.sentence, "of-them") is not None

    def are_alike(self, people: Harmed, other: Harmed) -> bool:
        """Whether what is told of others can go for these: one scope, captives apart, and no two named persons."""
        if people.names and other.names:
            return False
        if people.scope != other.scope and not self._goes_on(people, other):
            return False
        if people.sentence == other.sentence:
            return not self._are_judged_for(people, other)
        return self.are_of_one_kind(people, other)

    def _are_judged_for(self, people: Harmed, other: Harmed) -> bool:
        """ "Arrested three men over a bombing that killed nine": where they were taken is not where it was."""
        if other.harm != "captured" or people.harm == "captured":
            return False
        start = self._context.sentences[people.sentence].start
        return self._context.says(people.sentence, "deed-judged", start, people.start) is not None

    def is_that_attack(self, people: Harmed, last: Harmed) -> bool:
        """ "In March 21 were shot in Tellin. One policeman died in that attack"."""
        next_to = people.sentence - last.sentence == 1
        return next_to and self._context.tells(people.sentence, "that-attack") is not None

    def _goes_on(self, people: Harmed, other: Harmed) -> bool:
        """ "Blasts in Tellin killed 40. More than 240 were wounded": many, and no total of a war."""
        behind = people.sentence - other.sentence
        if people.harm == "bodies" and other.scope == "incident":
            return 0 < behind <= _FAR and not _FOUND.isdisjoint(self._context.bag(people.sentence))
        near = 0 < behind <= _NEXT
        one_attack = people.scope == "cumulative" and other.scope == "incident" and (people.low or 0) < _MANY
        if not near or not one_attack:
            return False
        words = self._context.bag(people.sentence)
        return _LASTING.isdisjoint(words) and self._context.tells(people.sentence, "period") is None

    def are_of_one_kind(self, people: Harmed, other: Harmed) -> bool:
        """False for the arrested and the dead: they need not be of one place."""
        one_captive = (people.harm in _TAKEN) != (other.harm in _TAKEN)
        if self._are_judged_for(people, other):
            return False
        if not one_captive or self._context.tells(people.sentence, "raid"):
            return True
        named = bool(people.names) and people.sentence != other.sentence
        return not named and self._context.tells(people.sentence, "seized") is None

    def wide_before(self, at: int, told: Sequence[Where], rank: int) -> Where | None:
        """ "On another neighbourhood": the town of those told before, whose neighbourhood is not that of these; of other
        villages the district."""
        thread = self._context.threads
        for other, where in zip(reversed(self._harmed[:at]), reversed(told[:at]), strict=True):
            if thread[other.sentence] != thread[self._harmed[at].sentence]:
                return None
            if where.name and where.rank <= rank and not (rank == _TOWN and self._is_quarter(where)):
                return where._replace(rule="place-carried")
        return None

    def _is_quarter(self, where: Where) -> bool:
        """ "Orbo district", "the district of Orbo", and "Orbo" where the report calls it so elsewhere."""
        before = where.span is not None and self._context.plain.endswith(_DISTRICT_OF, 0, where.span.start)
        name = where.name or ""
        return before or ends_on(name, A_QUARTER) or self._is_called(name, where.key)

    def _is_called(self, name: str, key: str | None) -> bool:
        """Whether the report calls a place that no map knows a quarter: "the Orbo district"."""
        return key is None and any(f"{name}{noun}" in self._context.text for noun in A_QUARTER)

    def region_above(self, people: Harmed, ranks: tuple[int, int]) -> Where | None:
        """ "Raids in three other villages": the province that was told last; of "another neighbourhood" the town."""
        for sentence in range(people.sentence - 1, max(-1, people.sentence - _FAR_BACK), -1):
            sites = [
                site
                for site in self._context.sites(sentence)
                if ranks[0] <= site.rank <= ranks[1]
                and not self._is_called(self._context.text[site.start : site.end], site.key)
            ]
            if sites:
                return whereabouts(self._context, sites[0], "place-before")
        return None

    def told_abroad(self, at: int, told: Sequence[Where], last: Where) -> Where | None:
        """The place of as many told above in another country than the last count: the news, and not what it avenged."""
        for other, where in zip(self._harmed[:at], told, strict=False):
            abroad = where.country and last.country and where.country != last.country
            if abroad and (other.low or 0) > FEW and are_as_many(self._harmed[at], other):
                return where
        return None

    def is_of_old(self, people: Harmed, other: Harmed) -> bool:
        """ "Shot in Tellin in 2013", and in the next sentence "raids on Thursday killed two"."""
        tells = self._context.tells
        old = tells(other.sentence, "long-ago") or tells(other.sentence, "other-time")
        long_ago = other.sentence != people.sentence and old is not None
        return long_ago and tells(people.sentence, "on-a-day") is not None

    def all_of(self, at: int, people: Harmed) -> int:
        """Of people told part by part ("two in Tellin, one in Sarmin") all, when others are told in a sentence behind."""
        whole = self._harmed[at].whole
        return at if whole is None or self._harmed[at].sentence == people.sentence else whole

    def told_last(self, at: int, told: Sequence[Where]) -> Where | None:
        """ "Raids killed nine outside Tellin. In January 22 were killed in the area"."""
        sentence = self._harmed[at].sentence
        near = (
            where
            for one, where in zip(self._harmed[:at], told, strict=False)
            if sentence - one.sentence <= _BACK
        )
        last = [where for where in near if where.name and where.rank > _REGION]
        return last[-1]._replace(rule="place-carried") if last else None
