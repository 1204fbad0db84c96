"""Where harm was done, as the claim's own sentence tells it."""

from collections.abc import Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.capitals import Capitals
from cenotaph.find.place.joint import joint
from cenotaph.find.place.names.place_nouns import is_owned
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site
from cenotaph.find.place.pointers import Pointers
from cenotaph.find.place.sentence.crossing import Crossing
from cenotaph.find.place.sentence.fitting import Fitting
from cenotaph.find.place.sentence.judged import is_of_what_followed
from cenotaph.find.place.sentence.pointed import Pointed
from cenotaph.find.place.sentence.referring import refers
from cenotaph.find.place.sentence.spoken_of import SpokenOf
from cenotaph.find.place.war_tolls import is_of_the_land
from cenotaph.find.place.whereabouts import is_looked_back_on, is_of_office, whereabouts
from cenotaph.find.whose.cues import cue
from cenotaph.model import Span

# Points: a place is the likelier the narrower it is and the nearer it stands, see `InSentence.score`.
_BASE, _RANK, _DISTANCE, _ACTOR, _REFERENCE = 10.0, 6.0, 24, 10.0, 14.0
_LINKED = 7.0
_LINKS = ("that-killed", "attack-that-killed")
_DESCRIBED = 12.0
_ADJACENT, _INCLUDED, _AFTER_ANOTHER, _SAID, _CAME = 6.0, 25.0, 40.0, 8.0, 40.0
_CLOSING = (" -", "- ", "–", "—", ")")  # Signs that end "- including a child -".
_LONG = {
    "control": 1,
    "river": 2,
    "valley": 2,
    "sea": 2,
    "lake": 2,
    "border": 2,
    "highway": 3,
    "freeway": 3,
    "road": 3,
}  # Ranks.
_TOWN = 4  # A rank.
_DISTRICT = 3  # A rank: "the Tellin area in Sarmin".
_BORDERS = ("border ", "frontier ")
_PART = 110  # Characters.
_NAMED, _WHERE, _EDGE = 40, 60, 40  # Characters.


class InSentence:
    """Chooses among the places that a claim's own sentence names."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed]) -> None:
        self._context, self._harmed = context, harmed
        self._pointers, self._capitals = Pointers(context), Capitals(context)
        self._pointed = Pointed(context, harmed, self._pointers)
        self._fitting, self._crossing = Fitting(context, harmed), Crossing(context, harmed)
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
            sites = SpokenOf(self._context, people).near(sites)
        scored = [(self._score(at, site), site) for site in sites if self._fitting.fits(people, site)]
        top, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        if best is None or top <= 0:
            for site in filter(self._is_of_locals, sites):
                if not is_of_what_followed(self._context, people, site):
                    self._offices[at] = site
            behind = next((site for site in sites if site.start >= people.end), None)
            return self._pointed.between(people, behind) if behind is not None else None
        if is_of_office(self._context, best) and not self._is_where_it_was(people, best):
            self._offices[at] = best
            return None
        if best.end <= people.start and is_of_the_land(self._context, people):
            return None  # "In Tellin to counter an offensive that left 48 dead throughout the country".
        if best.start >= people.end and (told := self._pointed.between(people, best)):
            return told
        if best.end <= people.start and (told := self._pointed.behind(people, best)):
            return told
        if best.actor or best.lead == "beyond":
            pointed = self._pointers.anaphor(people)
            if pointed is not None and pointed.rank >= (5 if best.actor else 4):
                return pointed
        if people.scope == "cumulative" and best.rank <= 1 and self._is_of_several_lands(best):
            return None  # "In strikes on Syria and Iraq since 2014".
        of_nation = best.rank <= 1 or self._context.plain.endswith("capital of ", 0, best.start)
        capital = self._capitals.told(people) if of_nation else None
        return capital or whereabouts(self._context, best, "place-sentence")

    def _is_of_locals(self, site: Site) -> bool:
        """ "Rescuers in Tellin said": those who see the dead of their own town."""
        text = self._context.text
        if site.rank < _TOWN or self._context.is_capital(text[site.start : site.end]):
            return False
        return cue("locals-in").found(text, max(0, site.start - _NAMED), site.start) is not None

    def _is_of_several_lands(self, site: Site) -> bool:
        return joint(self._context, site) != Span(site.start, site.end)

    def _is_where_it_was(self, people: Harmed, site: Site) -> bool:
        """ "The chief of Tellin district, where the assault occurred"."""
        end = site.end + _WHERE
        return self._context.says(people.sentence, "where-it-was", site.end, end) is not None

    def _score(self, at: int, site: Site) -> float:
        """How well a place fits a claim: narrow places and near ones first."""
        people = self._harmed[at]
        distance = site.start - people.end if site.start >= people.end else people.start - site.end
        score = (
            _BASE
            + self._rank(people, site) * _RANK
            - self._crossing.cost(at, site)
            - min(distance, 10 * _DISTANCE) / _DISTANCE
        )
        if site.actor or site.lead == "of":
            score -= _ACTOR
        comma = not site.lead and "," in self._context.text[people.end : site.start]
        if comma and cue("is-subject").found(self._context.text, site.end, site.end + _EDGE):
            score -= _ACTOR  # "Bombs killed 31, and hurt hundreds, Belgium's Tihange plant was".
        between = (people.end, site.start) if site.start >= people.end else (site.end, people.start)
        score -= _REFERENCE * self._context.text.count(";", *between)
        if site.lead == "beyond":
            alone = self._holds_the_rest(people, site) or self._is_only_town(people, site)
            score -= (1 if alone else 2) * _REFERENCE
        if self._is_one_of_several(people, site) and cue("worst-day").found(
            self._context.text, people.end, site.start
        ):
            score -= _REFERENCE  # "In one of the deadliest days along the border".
        if self._describes(people, site):
            score -= _DESCRIBED
        edge = cue("on-the-edge").found(self._context.text, max(0, site.start - _EDGE), site.start)
        if (edge or site.lead in ("near", "outside", "around")) and refers(self._context, people, site):
            score -= _REFERENCE
        massacre = cue("massacre-behind").found(self._context.text, site.end, site.end + 30)
        if people.harm == "bodies" and (massacre or self._fitting.verb_is(people, site, place_words().slain)):
            score -= (
                2 * _REFERENCE if massacre else _REFERENCE
            )  # "The bodies of men killed in Homs" may be elsewhere.
        if self._is_container(people, site) or self._is_owner(people, site):
            score -= _REFERENCE
        if self._context.plain.startswith(_BORDERS, site.start) and self._names_town(people):
            score -= _REFERENCE  # "On the border with Orbia, north of Tellin".
        return score + self._between(people, site)

    def _names_town(self, people: Harmed) -> bool:
        return any(site.rank >= _TOWN and site.lead for site in self._context.sites(people.sentence))

    def _rank(self, people: Harmed, site: Site) -> int:
        """A river is as wide as a province and a road as a district, unless bodies lie there."""
        if people.harm == "bodies":
            return site.rank
        return _LONG.get(self._context.text[site.start : site.end].lower().rpartition(" ")[2], site.rank)

    def _holds_the_rest(self, people: Harmed, site: Site) -> bool:
        """ "West of the city of Adra in Damascus countryside": no other place but where the town lies."""
        text = self._context.text
        others = [other for other in self._context.sites(people.sentence) if other.start != site.start]
        return bool(others) and all(
            other.start > site.end and cue("lies-in").found(text, site.end, other.start) for other in others
        )

    def _is_only_town(self, people: Harmed, site: Site) -> bool:
        """ "In Orbia, 20 km from Tellin": no other place but the land around."""
        others = [other for other in self._context.sites(people.sentence) if other.start != site.start]
        return bool(others) and all(other.rank <= 1 and other.end < site.start for other in others)

    def _describes(self, people: Harmed, site: Site) -> bool:
        """ "Three fighters from committees in Homs were killed in Hadar": a place that only says who they are."""
        if site.start < people.end:
            return False
        gap, behind = self._context.text[people.end : site.start], self._context.text[site.end : site.end + 8]
        return " from " in gap and behind.startswith((" were ", " was ", " have ", " had "))

    def _is_container(self, people: Harmed, site: Site) -> bool:
        """ "Jolo town, Sulu": the name behind the comma only tells where the one before it lies."""
        text, others = self._context.text, self._context.sites(people.sentence)
        return joint(self._context, site) == Span(site.start, site.end) and any(
            other.end < site.start
            and (
                text[other.end : site.start].strip() in (",", "(")
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
        if self._is_where_it_was(people, site):
            return _INCLUDED
        if site.end <= people.start:
            said = cue("says").found(text, site.end, people.start)
            came = (
                self._context.says(people.sentence, "since-then", site.end, people.start)
                or cue("came-after").found(text, site.end, people.start)
                or cue("credit").found(text, site.end, people.start)
            )
            if self._crossing.opens(site, people) or self._is_of_toll(people, site):
                return _INCLUDED
            where = cue("where-before").found(text, self._end(people, site), people.start)
            end = self._end(people, site)
            linked = any(self._context.says(people.sentence, way, end, people.start) for way in _LINKS)
            return (
                (_LINKED if linked else 0)
                - (_SAID if said else 0)
                - (_CAME if came else 0)
                + (_INCLUDED if where else 0)
            )
        if cue("in-another").found(text, people.end, site.start):
            return _INCLUDED
        if cue("there-behind").found(text, people.end, people.end + 40):
            return -_AFTER_ANOTHER  # "Leaving two dead there": a place told before.
        end = people.victims_span.end if people.victims_span else people.end
        near = 0 <= site.start - end < 14 and not text.startswith(", ", end)
        score = _ADJACENT if near or text[end : site.start] in (", in ", ", at ") else 0.0
        if cue("there-at-once").found(text, people.end, site.start):
            score += _DESCRIBED  # "45 in and around Tellin and 22 in neighbouring Sarmin".
        owner = text.startswith(("'s", "’s"), site.end)
        if people.scope == "cumulative" and not owner and cue("dead-in").found(text, end, site.start):
            score += _INCLUDED  # A total "in Lebanon", whatever the fighting was along.
        part = text[max(people.end, site.start - _PART) : site.start].lower().partition("including")[2]
        if part and not any(sign in part for sign in _CLOSING) and not (len(part) > _EDGE and "," in part):
            score -= 0.0 if self._tells_kinds(people, site, part) else _INCLUDED
        if people.harm == "captured" and cue("held-over").found(text, people.end, site.start):
            return score - _AFTER_ANOTHER
        apart = any(cue(name).found(text, people.end, site.start) for name in self._apart(people))
        if apart and people.scope == "cumulative" and self._fitting.is_fought_for(people, site):
            apart = False  # "Since the campaign to retake".
        return score - (_AFTER_ANOTHER if apart else 0)

    def _tells_kinds(self, people: Harmed, site: Site, part: str) -> bool:
        """ "Nine including women and children in a raid on Tellin", and not "nine, including a bishop in Tellin"."""
        counted = any(people.end <= other.start < site.start for other in self._harmed)
        return not counted and cue("kinds").found(part) is not None

    def _is_one_of_several(self, people: Harmed, site: Site) -> bool:
        return site.start > people.end and len(self._context.sites(people.sentence)) > 1

    def _is_of_toll(self, people: Harmed, site: Site) -> bool:
        """ "The death toll in Tellin rose to 65"."""
        near = people.start - site.end < _EDGE
        return (
            near
            and cue("toll-in").found(self._context.text, max(0, site.start - _EDGE), site.start) is not None
        )

    def _apart(self, people: Harmed) -> tuple[str, ...]:
        """The cues of words behind which another matter is told; "killed after a bomber blew himself up in" is none."""
        return (
            "surpasses",
            "days-after",
            *(("following",) if self._are_taken_before(people) else ()),
        )

    def _are_taken_before(self, people: Harmed) -> bool:
        """Whether those taken or missed were so before what follows; "unaccounted for after they were captured in" tells how."""
        told = people.harm in ("captured", "missing")
        end = self._context.sentences[people.sentence].end
        return told and cue("after-taken").found(self._context.text, people.end, end) is None
