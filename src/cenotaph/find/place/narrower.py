"""A narrower place for the same harm, told right below: the headline has the province, the next sentence the village."""

from collections.abc import Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.leads import place_words
from cenotaph.find.place.sites import Site
from cenotaph.find.place.whereabouts import is_of_speaker, whereabouts
from cenotaph.find.whose.cues import cue

_AHEAD, _FAR = 3, 30  # Sentences: those that go on about a claim, and those that take up its attack by name.
_REACH = 90  # Characters.
_DEAD = frozenset(("killed", "bodies", "casualties"))
_BEFORE = 70  # Characters.
_FEW = 3  # Two or one dead of one attack are as many as those of another.
_WIDE, _TOWN, _QUARTER = 3, 4, 5  # Ranks, as in the pack `places`: districts, regions and countries are wide.
_LONG = frozenset(("border", "coast", "waters", "island", "islands", "mountains"))
_VILLAGES = ("village", "locality", "camp", "hamlet")
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
        self._taken = dict[tuple[int, str], Where]()  # What took over from a wide place in a thread.

    def narrowed(self, at: int, where: Where) -> Where:
        """The place of a claim, or a narrower one inside it that a sentence below tells for the same harm."""
        people = self._harmed[at]
        if where.name is None or self._rank(where) > _TOWN or people.scope != "incident":
            return where
        wide = where._replace(rank=min(where.rank, _WIDE)) if self._is_unnamed(where) else where
        several, thread = self._are_several(people), self._context.threads
        for sentence in range(people.sentence + 1, min(len(thread), people.sentence + _FAR)):
            if thread[sentence] != thread[people.sentence]:
                break
            inside = self._inside(people, sentence, wide, several=several)
            if inside:
                best = max(inside, key=lambda site: self._fit(site, wide))
                narrow = whereabouts(self._context, best, f"{where.rule}, narrower")
                self._taken.setdefault((thread[people.sentence], where.name), narrow)
                return narrow
        return where

    def _fit(self, site: Site, wide: Where) -> tuple[bool, bool, int, int]:
        return (self._is_owned(site, wide), not _is_bound(site), site.rank, -site.start)

    def _inside(self, people: Harmed, sentence: int, wide: Where, *, several: bool) -> list[Site]:
        """The places in a wide one that a sentence tells for these people."""
        near = sentence - people.sentence <= _AHEAD and self._is_of_this(people, sentence)
        event = self._context.tells(sentence, "this-event")
        if not near and (event is None or self._counts_more_alike(people, sentence)):
            return []
        if self._is_of_older_time(sentence):
            return []
        if self._says_inside(sentence, wide):
            wide = wide._replace(rank=min(wide.rank, _WIDE))
        happened = self._context.tells(sentence, "it-happened") is not None
        if not (happened or (self._rank(wide) <= _WIDE and not several)):
            return []
        reach = 0 if near or event is None else self._context.sentences[sentence].start + event.end()
        return [
            site
            for site in self._context.sites(sentence)
            if site.start >= reach
            and (near or site.start - reach < _REACH)
            and self._is_inside(site, wide)
            and (near or self._is_surely_inside(site, wide))
        ]

    def _says_inside(self, sentence: int, wide: Where) -> bool:
        """ "In Tellin village in Sarmin", "Sarmin's Tellin district", where Sarmin is the wide one."""
        text, span, name = self._context.text, self._context.sentences[sentence], wide.name or ""
        reach = len(f" of {name}")
        if text.find(name, max(0, span.start - reach), span.end + reach) < 0:
            return False
        return any(
            self._is_owned(site, wide)
            or (
                text.endswith(_VILLAGES, site.start, site.end)
                and text.startswith((f" in {wide.name}", f" of {wide.name}"), site.end)
            )
            for site in self._context.sites(sentence)
        )

    def _is_owned(self, site: Site, wide: Where) -> bool:
        return self._context.text.endswith((f"{wide.name}'s ", f"{wide.name}’s "), 0, site.start)

    def _counts_more_alike(self, people: Harmed, sentence: int) -> bool:
        """Whether a sentence counts others harmed alike, who may be of another attack; parts ("including") are not."""
        alike = _DEAD if people.harm in _DEAD else {people.harm}
        told = [other for other in self._harmed if other.sentence == sentence and other.harm in alike]
        part = "including" in self._context.bag(sentence)
        return any(not self._are_as_many(people, other) for other in told) and not part

    def _is_surely_inside(self, site: Site, wide: Where) -> bool:
        """Whether the gazetteer or the site's own noun puts it there, for sentences far below."""
        return (
            site.country is None
            or (wide.rank <= 1 and site.country == wide.country)
            or self._context.holds(wide.name or "", self._context.text[site.start : site.end])
        )

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
            found[at]
            or shared.get((people.sentence, told[at].name, people.scope))
            or self._of_incident(people, told[at])
            for at, people in enumerate(self._harmed)
        ]

    def _of_incident(self, people: Harmed, where: Where) -> Where:
        """What took over from the same wide place for others of the incident."""
        taken = self._taken.get((self._context.threads[people.sentence], where.name or ""))
        done = where.rule.endswith("narrower")
        if taken is None or done or people.scope != "incident" or self._are_several(people):
            return where
        return taken._replace(rule=f"{where.rule}, narrower")

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
        """ "In a remote village of Butuan City", "in western Baghdad": village and quarter may have their names below."""
        if where.span and cue("compass").found(f"{(where.name or '').partition(' ')[0]} "):
            return True
        before = max(0, where.span.start - _BEFORE) if where.span else 0
        return where.span is not None and (
            cue("unnamed").found(self._context.text, before, where.span.start) is not None
        )

    def _are_several(self, people: Harmed) -> bool:
        """ "Attacks in two districts": the places below are each of a part; "the latest of several attacks" is one."""
        several = place_words().several & self._context.bag(people.sentence)
        return bool(several) and not self._context.tells(people.sentence, "latest")

    def _is_of_this(self, people: Harmed, sentence: int) -> bool:
        """Whether a sentence may go on about these people: it counts nobody else."""
        told = [other for other in self._harmed if other.sentence == sentence]
        mates = [mate for mate in self._harmed if mate.sentence == people.sentence]
        return not told or any(self._may_be(mate, other) for mate in mates for other in told)

    def _is_of_older_time(self, sentence: int) -> bool:
        return bool(self._context.tells(sentence, "long-ago") or self._context.tells(sentence, "other-time"))

    def _are_as_many(self, people: Harmed, other: Harmed) -> bool:
        return other.low is not None and (other.harm, other.low) == (people.harm, people.low)

    def _may_be(self, people: Harmed, other: Harmed) -> bool:
        """Whether two counts may be of the same people, found dead and killed."""
        alike = people.harm == other.harm or {people.harm, other.harm} <= _DEAD
        return other.low is not None and alike and other.low == people.low

    def _is_finer(self, site: Site, where: Where) -> bool:
        """Whether a site is narrower; an area is as well, in a district."""
        rank, name = self._rank(where), where.name or ""
        area = site.rank == rank == _WIDE and self._context.text.endswith("area", site.start, site.end)
        return site.rank > rank or self._is_owned(site, where) or (area and not name.endswith("area"))

    def _is_inside(self, site: Site, where: Where) -> bool:
        """Whether something happened at a site that may lie in the wider place."""
        if (
            not self._is_finer(site, where)
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
