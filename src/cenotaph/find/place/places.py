"""Where harm was done: the place that a report gives for it, in the claim's sentence or around it."""

from collections.abc import Sequence

from cenotaph.find.answers import NOWHERE, Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.elsewhere import Elsewhere
from cenotaph.find.place.leads import place_words
from cenotaph.find.place.narrower import Narrower
from cenotaph.find.place.sites import Site, is_owned
from cenotaph.find.place.whereabouts import (
    is_looked_back_on,
    is_of_office,
    is_of_speaker,
    joint,
    whereabouts,
)
from cenotaph.find.whose.cues import cue
from cenotaph.model import Span

__all__ = ["Where", "places"]

# Points: a place is the likelier the narrower it is and the nearer it stands, see `_Sentence.score`.
_BASE, _RANK, _DISTANCE, _ACTOR, _REFERENCE = 10.0, 6.0, 24, 10.0, 14.0
_CROSSED, _BEFORE, _TAKEN, _PASSED = 7.0, 3.0, 7.0, 2.0
_OTHERS = 20.0
_ADJACENT, _INCLUDED, _AFTER_ANOTHER, _SAID, _CAME = 6.0, 25.0, 40.0, 8.0, 40.0
_THERE = frozenset(("in", "at", "near", "on", "inside", "outside"))
_DISTRICT = 3  # A rank: "the Tellin area in Sarmin".
_VERB, _VERB_OF_CARE = 6, 9  # Words before a place among which its verb stands.
_COUNTED, _STEPS = 40, 60  # Characters.
_CARE = frozenset(("hospital", "clinic"))
_NAMED = 40  # Characters.
_BORN = 14  # Words behind "born" in which a place is the birthplace.
_WAR_WORDS = frozenset(("war", "invasion", "invaded", "conflict", "uprising"))


def places(context: ClaimContext, harmed: Sequence[Harmed]) -> list[Where]:
    """The places of all claims of a report, in the order of `harmed`, which is that of the text."""
    chooser = _Sentence(context, harmed)
    here = [chooser.choose(at) for at in range(len(harmed))]
    elsewhere, narrower, out = Elsewhere(context, harmed, here), Narrower(context, harmed), list[Where]()
    for at, named in enumerate(here):
        where = named or _of_whole(harmed, at, out) or _around(elsewhere, harmed[at], elsewhere.around(at, out))
        where = where or chooser.office(at) or NOWHERE
        out.append(narrower.narrowed(at, where))
    return narrower.joined(out)


def _around(elsewhere: Elsewhere, people: Harmed, found: Where | None) -> Where | None:
    """What the sentences around tell, unless a claim's own has the adjective of another country ("on a Yemeni port")."""
    nation = elsewhere.of_nation(people)
    if nation is None or (found is not None and found.country in (None, nation.country)):
        return found
    return nation


def _of_whole(harmed: Sequence[Harmed], at: int, told: Sequence[Where]) -> Where | None:
    """A part was harmed where its whole was."""
    whole = harmed[at].whole
    return told[whole] if whole is not None and whole < at and harmed[whole].harm == harmed[at].harm else None


class _Sentence:
    """Chooses among the places that a claim's own sentence names."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed]) -> None:
        self._context, self._harmed = context, harmed
        self._offices = dict[int, Site]()

    def office(self, at: int) -> Where | None:
        """The place of the speaker's office, where the report has no other for a claim."""
        mates = (
            i for i, site in self._offices.items() if self._harmed[i].sentence == self._harmed[at].sentence
        )
        nearest = min(mates, key=lambda mate: abs(mate - at), default=None)
        return (
            whereabouts(self._context, self._offices[nearest], "place-office")
            if nearest is not None
            else None
        )

    def choose(self, at: int) -> Where | None:
        """The place of the claim, None where its sentence names none that fits."""
        people = self._harmed[at]
        sites = self._context.sites(people.sentence)
        if sites and is_looked_back_on(self._context, people):
            sites = [site for site in sites if -60 < site.start - people.end < self._reach(people)]
        scored = [(self._score(at, site), site) for site in sites if self._fits(people, site)]
        top, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        if best is None or top <= 0:
            return None
        if is_of_office(self._context, best):
            self._offices[at] = best
            return None
        if best.actor or best.lead == "beyond":
            pointed = Elsewhere(self._context, self._harmed, ()).anaphor(people)
            if pointed is not None and pointed.rank >= (5 if best.actor else 4):
                return pointed
        return whereabouts(self._context, best, "place-sentence")

    def _reach(self, people: Harmed) -> int:
        """How far behind a name spoken of its place may stand: farther where its verb stands between."""
        behind = self._context.text[people.end : people.end + _NAMED].lower().split()[:3]
        return _NAMED + _NAMED if not place_words().violent.isdisjoint(behind) else _NAMED

    def _fits(self, people: Harmed, site: Site) -> bool:
        """Whether a place named in the sentence can be where the harm was done."""
        if (
            site.rank < 1
            or (site.start < people.end and site.end > people.start)
            or self._context.is_in_dateline(site.start)
        ):
            return False
        if any(name.lower() in self._context.text[site.start : site.end].lower() for name in people.names):
            return False
        born = "born" in self._context.words_before(people.sentence, site.start)[-_BORN:]
        if born or self._acts(site):
            return False
        if (
            people.scope == "incident"
            and people.harm != "bodies"
            and self._verb_is(people, site, place_words().taken)
        ):
            return False
        if self._is_of_others(people, site) or self._is_where_they_died_later(people, site):
            return False
        if not self._leads_there(people, site) or self._is_of_the_war(people, site):
            return False
        return not is_of_speaker(self._context, site, self._harmed)

    def _verb_is(self, people: Harmed, site: Site, verbs: frozenset[str]) -> bool:
        """Whether one of the verbs leads to a place: "treated at a clinic in Homs", where they were not hurt."""
        if site.lead not in _THERE:
            return False
        before = self._context.words_before(people.sentence, site.start)[-_VERB_OF_CARE:]
        if _CARE.isdisjoint(before):
            before = before[-_VERB:]
        follows = (["place"], ["out"])  # "Taken place", "carried out".
        return any(low in verbs and before[at + 1 : at + 2] not in follows for at, low in enumerate(before))

    def _is_of_others(self, people: Harmed, site: Site) -> bool:
        """ "Five in the region: two in Tellin, one in Sarmin": where some of them were, or others."""
        before = max(people.end, site.start - _COUNTED)
        return people.end < site.start and (
            cue("counted-there").found(self._context.text, before, site.start) is not None
        )

    def _is_where_they_died_later(self, people: Harmed, site: Site) -> bool:
        """ "Ten died on the way to a hospital in Tellin" were not harmed there."""
        if people.harm == "bodies" or site.end <= people.start:
            return False
        return cue("dies-later").found(self._context.text, people.end, site.end) is not None

    def _leads_there(self, people: Harmed, site: Site) -> bool:
        if site.lead in ("with", "by", "through", "for", "against", "via", "of"):
            return False
        if site.lead in ("from", "left", "leaving"):
            return people.harm == "bodies" or self._was_fled(people, site)
        if people.scope == "flow":
            return False  # "Handed over to", "killed in": not where they are moved from.
        if site.lead in ("to", "into", "toward", "towards"):
            where = cue("where").found(self._context.text, site.end, site.end + 80)
            return (
                where is not None
                or "there" in self._context.bag(people.sentence)
                or self._is_fired_at(people, site)
            )
        if site.lead == "between" and self._context.is_capital(self._context.text[site.start : site.end]):
            return False
        if site.lead in ("at", "on") and site.rank <= 1:
            return not self._context.text.startswith(("'s", "’s"), site.end)
        return site.rank > 1 or not (site.actor or site.lead in ("between", "as"))

    def _was_fled(self, people: Harmed, site: Site) -> bool:
        """ "Killed during an evacuation from Tellin": where they were hit as they left."""
        before = max(people.end, site.start - _STEPS)
        return site.start > people.end and cue("fled-from").found(self._context.text, before, site.start) is not None

    def _is_fired_at(self, people: Harmed, site: Site) -> bool:
        """ "Fired rockets into the city of Tellin"."""
        before = max(self._context.sentences[people.sentence].start, site.start - 2 * _STEPS)
        return cue("fired-into").found(self._context.text, before, site.start) is not None

    def _acts(self, site: Site) -> bool:
        """ "Moscow intervened": a capital that stands for its state."""
        text = self._context.text
        return (
            site.actor
            and self._context.is_capital(text[site.start : site.end])
            and cue("acts").found(text, site.end, site.end + 40) is not None
        )

    def _is_of_the_war(self, people: Harmed, site: Site) -> bool:
        """ "Since it intervened in Syria", "the war in Ukraine": the country of the war and not the place of this harm."""
        linked = cue("where-before").found(self._context.text, site.end, people.start)
        if site.rank > 2 or (site.end <= people.start and linked is not None):
            return False
        start = max(self._context.sentences[people.sentence].start, site.start - 60)
        before = self._context.text[start : site.start].lower().split()
        if cue("own-war").found(self._context.text, site.end, site.end + 20):
            return True
        return (bool(_WAR_WORDS & set(before[-4:])) and "toll" not in before[-2:]) or (
            people.scope == "cumulative" and "since" in before
        )

    def _score(self, at: int, site: Site) -> float:
        """How well a place fits a claim: narrow places and near ones first."""
        people = self._harmed[at]
        distance = site.start - people.end if site.start >= people.end else people.start - site.end
        score = (
            _BASE + site.rank * _RANK - self._crossing(at, site) - min(distance, 10 * _DISTANCE) / _DISTANCE
        )
        if site.actor:
            score -= _ACTOR
        between = (people.end, site.start) if site.start >= people.end else (site.end, people.start)
        score -= _REFERENCE * self._context.text.count(";", *between)
        if site.lead == "beyond":
            score -= 2 * _REFERENCE
        if site.lead in ("near", "outside", "around") and self._refers(people, site):
            score -= _REFERENCE
        massacre = cue("massacre-behind").found(self._context.text, site.end, site.end + 30)
        if people.harm == "bodies" and (massacre or self._verb_is(people, site, place_words().slain)):
            score -= (
                2 * _REFERENCE if massacre else _REFERENCE
            )  # "The bodies of men killed in Homs" may be elsewhere.
        if self._is_container(people, site) or self._is_owner(people, site):
            score -= _REFERENCE
        return score + self._between(people, site)

    def _is_container(self, people: Harmed, site: Site) -> bool:
        """ "Jolo town, Sulu": the name behind the comma only tells where the one before it lies."""
        text, others = self._context.text, self._context.sites(people.sentence)
        return joint(self._context, site) == Span(site.start, site.end) and any(
            other.end < site.start
            and (
                text[other.end : site.start].strip() == ","
                or (
                    other.rank >= min(site.rank, _DISTRICT)
                    and cue("lies-in").found(text, other.end, site.start)
                )
            )
            for other in others
        )

    def _end(self, people: Harmed, site: Site) -> int:
        """The end of a place with the larger ones that it is said to lie in: "Tellin village, in Sarmin district, where"."""
        end = site.end
        for other in self._context.sites(people.sentence):
            gap = self._context.text[end : other.start] if other.start >= end else None
            if gap is not None and (gap.strip() == "," or cue("lies-in").found(gap)):
                end = other.end
        return end

    def _is_owner(self, people: Harmed, site: Site) -> bool:
        """ "Kabul's Dasht district": the town that a narrower place right behind it is of."""
        text, others = self._context.text, self._context.sites(people.sentence)
        return any(
            o.rank > site.rank and is_owned(text[site.end : o.start]) for o in others if o.start > site.end
        )

    def _between(self, people: Harmed, site: Site) -> float:
        """What the words between a claim and a place say for it or against it."""
        text = self._context.text
        if site.end <= people.start:
            said = cue("says").found(text, site.end, people.start)
            came = cue("came-after").found(text, site.end, people.start) or cue("credit").found(
                text, site.end, people.start
            )
            where = cue("where-before").found(text, self._end(people, site), people.start)
            return (-_SAID if said else 0) - (_CAME if came else 0) + (_INCLUDED if where else 0)
        if cue("there-behind").found(text, people.end, people.end + 40):
            return -_AFTER_ANOTHER  # "Leaving two dead there": a place told before.
        end = people.victims_span.end if people.victims_span else people.end
        score = _ADJACENT if 0 <= site.start - end < 14 else 0.0
        owner = text.startswith(("'s", "’s"), site.end)
        if people.scope == "cumulative" and not owner and cue("dead-in").found(text, end, site.start):
            score += _INCLUDED  # A total "in Lebanon", whatever the fighting was along.
        if "including" in text[max(0, site.start - 40) : site.start].lower():
            score -= _INCLUDED
        apart = any(
            cue(name).found(text, people.end, site.start) for name in ("following", "surpasses", "days-after")
        )
        return score - (_AFTER_ANOTHER if apart else 0)

    def _refers(self, people: Harmed, site: Site) -> bool:
        """ "Douma near Damascus", "near the US embassy in Kabul": the name only helps to find the other."""
        others = self._context.sites(people.sentence)
        if any(0 < site.start - other.end < 30 for other in others):
            return True
        embassy = cue("embassy").found(self._context.text, site.start, site.end)
        return embassy is not None and any(0 < other.start - site.end < 30 for other in others)

    def _crossing(self, at: int, site: Site) -> float:
        """The cost of what lies between: other claims, which may have places of their own; their parts have none."""
        people = self._harmed[at]
        mates = [i for i, other in enumerate(self._harmed) if other.sentence == people.sentence and i != at]
        if site.start >= people.end:
            between = [i for i in mates if people.end <= self._harmed[i].start < site.start]
            others = [self._harmed[i].start for i in between if not self._is_part(i)]
            return _CROSSED * len(others) + (_OTHERS if others and self._has_own(people, max(others)) else 0)
        taken = not self._is_part(at) and any(self._harmed[i].end <= site.start for i in mates)
        between = [i for i in mates if site.end <= self._harmed[i].start < people.start]
        return _BEFORE + (_TAKEN if taken else 0) + _PASSED * sum(not self._is_part(i) for i in between)

    def _has_own(self, people: Harmed, next_one: int) -> bool:
        """Whether a place stands between these people and the next: "killed six in Tellin and eight others in Sarmin"."""
        return any(
            people.end <= site.start < next_one and site.lead in _THERE and site.rank > 1
            for site in self._context.sites(people.sentence)
        )

    def _is_part(self, at: int) -> bool:
        people = self._harmed[at]
        before = max(0, people.start - 30)
        return (
            people.whole is not None
            or cue("part").found(self._context.text, before, people.start) is not None
        )
