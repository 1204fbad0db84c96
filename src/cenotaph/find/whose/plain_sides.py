"""Whose the people are of whom only the place tells: its country's, unless several nations or sides are counted."""

from collections.abc import Callable, Sequence

from cenotaph.find.answers import NOBODY, Side, Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.fighting import is_of_fighting
from cenotaph.find.whose.nationalities import Nationalities
from cenotaph.find.whose.nouns import COMBATANT, NounKind
from cenotaph.find.whose.parties import country_names, group_sides
from cenotaph.find.whose.theatre import Theatre
from cenotaph.find.whose.together import headed, is_told_foreign, summed_below

PLAIN: tuple[NounKind | None, ...] = (None, "people")
_SAID = ("side-said", "side-from", "side-possessive", "side-title")
_NEAR = 6  # Sentences within which others are told to be of the same attack.
_CLOSE = 2  # Sentences within which others harmed in the same place are of the same attack.
_GAZA = "PS"  # Of the dead that a war has cost there.
_COUNTRY = 1  # A rank.
_LISTED = 10  # Counts behind a whole among which its nations are told.
_PARTS = 4  # Counts of parts behind a whole.
_DEATHS = frozenset(("killed", "bodies"))


class PlainSides:
    """Finds the sides of one report's people whom nothing names; `said` answers what a claim's own words tell."""

    def __init__(
        self,
        context: ClaimContext,
        harmed: Sequence[Harmed],
        kinds: Sequence[NounKind | None],
        where: Sequence[Where],
        theatre: Theatre,
        said: Callable[[int, Sequence[Side]], Side | None],
    ) -> None:
        self._context, self._harmed, self._kinds, self._where = context, harmed, kinds, where
        self._theatre, self._own = theatre, said
        self._nationalities = Nationalities(context)

    def side(self, at: int, told: Sequence[Side]) -> Side:
        """People of the country where the place lies, or which the report is about; nobody's where sides are mixed."""
        people, kind = self._harmed[at], self._kinds[at]
        if kind in PLAIN and not people.names:
            found = self._of_many(at) or self._toll(at, told) or self._again(at, told)
            if found is not None:
                return found
            if self._is_suspected(people):
                return Side(None, None, "side-suspect")
        found = self._spoken_for(at, told) if kind in PLAIN else self._abroad(at)
        found = found or self._listed_by(at) or self._reported(at) or self._told_elsewhere(at)
        name = country_names().get(self._theatre.country(at) or "")
        if found is not None or name is None:
            return found or NOBODY
        return self.unless_foreign(at, Side(name, None, "side-place"), told)

    def unless_foreign(self, at: int, side: Side, told: Sequence[Side]) -> Side:
        """The side, unless some of these people are told to be of another nation: then the whole is nobody's alone."""
        people = self._harmed[at]
        whole = self._kinds[at] in PLAIN or (self._kinds[at] == "civilians" and self._is_counted_apart(at))
        foreign = self._has_foreigners(at, side.side or "", told) if whole and not people.names else False
        if foreign or (whole and self._is_told_by_nation(at, side.side or "")):
            return Side(None, None, "side-foreigners")
        return side

    def _of_many(self, at: int) -> Side | None:
        """Dead of fighting, which both sides suffer; a count that holds the attacker; people of whom nobody knows."""
        people = self._harmed[at]
        if any(other.whole == at and self._kinds[i] == "attackers" for i, other in enumerate(self._harmed)):
            return Side(None, None, "side-with-attacker")
        if people.harm != "captured" and is_of_fighting(self._context, people):
            return Side(None, None, "side-both")
        end = self._context.sentences[people.sentence].end
        if self._context.says(people.sentence, "tried-to-attack", people.end, end):
            return NOBODY
        unknown = self._context.tells(people.sentence, "unspecified")
        return Side(None, None, "side-unspecified") if unknown else None

    def _toll(self, at: int, told: Sequence[Side]) -> Side | None:
        """A running toll without victims: the one told of just before, or nobody's where it is a whole war's."""
        people = self._harmed[at]
        if people.scope != "cumulative" or people.harm == "captured":
            return None
        if self._context.tells(people.sentence, "whole-war"):
            held = Side("Palestine", None, "side-place") if self._where[at].country == _GAZA else None
            return self._of_war_on(people) or self._struck(at) or held or Side(None, None, "side-war")
        last = self._harmed[at - 1] if at else None
        if self._context.says(
            people.sentence, "in-fighting", people.end, self._context.sentences[people.sentence].end
        ):
            return Side(None, None, "side-both")
        follows = last is not None and last.scope == "cumulative" and people.sentence - last.sentence <= 2
        if follows and told[at - 1].rule in ("side-both", "side-war"):
            return told[at - 1]
        if not follows or self._where[at].name is not None or told[at - 1].side in self._theatre.strikers(at):
            return None
        if people.victims is not None and told[at - 1].side in group_sides():
            return None
        return told[at - 1]._replace(rule="side-carried")

    def _of_war_on(self, people: Harmed) -> Side | None:
        """ "The war on Gaza has killed": the dead are of those it is waged on."""
        for mention in self._context.parties(people.sentence):
            if cue("war-on").found(self._context.text, max(0, mention.start - 16), mention.start):
                return self._theatre.side_of(mention, "side-said", 0)
        return None

    def _struck(self, at: int) -> Side | None:
        """ "Killed in air strikes on Lebanon since the war began": those of the land that is struck."""
        name = country_names().get(self._theatre.struck(at) or "")
        return Side(name, None, "side-struck") if name else None

    def _again(self, at: int, told: Sequence[Side]) -> Side | None:
        """What is told elsewhere of people counted in the same words: a headline's seven dead are those of the text."""
        twin = headed(self._context, self._harmed, at)
        if twin is None:
            return self._sum_below(at, told)
        found = told[twin] if twin < at else self._of_twin(twin, told)
        return found._replace(rule="side-again") if found else None

    def _of_twin(self, at: int, told: Sequence[Side]) -> Side | None:
        """What a claim below a headline tells; nobody's where it counts several nations or the dead of two sides."""
        said = self._of_many(at) or self._own(at, told) or self._sum_below(at, told)
        if said or self._kinds[at] not in PLAIN:
            return said
        here = country_names().get(self._theatre.country(at) or "")
        found = self.unless_foreign(at, Side(here, None, "side-place"), told)
        return found if here and found.side is None else None

    def _sum_below(self, at: int, told: Sequence[Side]) -> Side | None:
        """A headline's total of the dead of two sides: "18 killed", and below "15 rebels and three soldiers"."""
        kinds = {self._kinds[i] for i in summed_below(self._context, self._harmed, at)}
        against, others = kinds & {"rebels", "attackers", "fighters"}, kinds & {"state", "civilians"}
        return Side(None, None, "side-several") if against and others else None

    def _told_elsewhere(self, at: int) -> Side | None:
        people = self._harmed[at]
        nations = self._nationalities
        said = nations.mixed(people) or nations.based(people) if self._kinds[at] in PLAIN else None
        said = said or nations.counted(people) or nations.of_lands(people) or self._summed_by_nation(at)
        return said or nations.posted(people) or nations.vouched(people)

    def _summed_by_nation(self, at: int) -> Side | None:
        """ "Ten tourists", and in the next sentence "nine Danes and a Finn": nobody's alone."""
        people, sides, rest = self._harmed[at], set[str | None](), self._harmed[at].low or 0
        for i, other in enumerate(self._harmed[at + 1 : at + 1 + _PARTS], at + 1):
            near = other.harm == people.harm and other.sentence <= people.sentence + 1
            own = self._own(i, ()) if near and not other.names else None
            if own is None or own.rule not in _SAID:
                break
            sides.add(own.side)
            rest -= other.low or 0
            if rest <= 0:
                break
        whole = rest == 0 and len(sides) > 1 and not people.names
        return Side(None, None, "side-several") if whole else None

    def _is_suspected(self, people: Harmed) -> bool:
        """Whether they are held for an attack: nobody says whose such people are."""
        if (
            people.harm != "captured"
            or people.scope == "cumulative"
            or not self._context.tells(people.sentence, "in-custody")
        ):
            return False
        near = range(max(0, people.sentence - 1), people.sentence + 1)
        return any(self._context.tells(sentence, "suspected") for sentence in near)

    def _spoken_for(self, at: int, told: Sequence[Side]) -> Side | None:
        """In fighting between nations, an official counts his own nation's dead where no place is said."""
        people = self._harmed[at]
        if self._where[at].rule.startswith("place-sentence") or not any(
            side.rule == "side-both" for side in told
        ):
            return None
        for mention in self._context.parties(people.sentence):
            official = cue("officials").found(self._context.text, mention.end, mention.end + 50)
            if official and mention.end < people.start and not mention.glued and mention.party.iso:
                return self._theatre.side_of(mention, "side-spoken-for", at)
        return None

    def _listed_by(self, at: int) -> Side | None:
        """ "The Danish Defence Ministry published the names of nine people": a state names its own dead."""
        people, text = self._harmed[at], self._context.text
        start = self._context.sentences[people.sentence].start
        if self._context.says(people.sentence, "names-of", start, people.start) is None:
            return None
        for mention in self._context.parties(people.sentence):
            ahead = mention.end < people.start and not mention.glued and mention.party.iso is not None
            if ahead and cue("own-officials-tell").found(text, mention.end, people.start):
                return self._theatre.side_of(mention, "side-announced", at)
        return None

    def _reported(self, at: int) -> Side | None:
        """ "Russia says a drone killed a reporter": of two states that tell of attacks each tells of its own dead."""
        people, text = self._harmed[at], self._context.text
        here = self._where[at].rule.startswith("place-sentence")
        if people.harm == "captured" or here or self._kinds[at] not in (*PLAIN, "civilians"):
            return None
        speakers = [
            m
            for m in self._context.parties(people.sentence)
            if m.party.kind == "country" and not m.glued and m.end < people.start
        ]
        last = speakers[-1] if speakers else None
        others = len({m.party.side for m in speakers}) > 1
        if last is None or not (others or self._theatre.strikers(at) - {last.party.side}):
            return None
        if cue("own-deed").found(text, last.end, people.start):
            return None
        told = cue("state-tells").found(text, last.end, people.start)
        return self._theatre.side_of(last, "side-spoken-for", at) if told else None

    def _abroad(self, at: int) -> Side | None:
        """Students or holidaymakers abroad are of the country from which the report is sent."""
        home = self._theatre.home
        if home in (None, self._theatre.country(at)) or self._harmed[at].names:
            return None
        abroad = self._context.tells(self._harmed[at].sentence, "abroad")
        return Side(country_names().get(home or ""), None, "side-home") if abroad else None

    def _is_counted_apart(self, at: int) -> bool:
        """ "Six teachers (four Danes and two Finns)", "nine nurses, including two foreigners"."""
        people = self._harmed[at]
        end = people.victims_span.end if people.victims_span else people.end
        if self._context.text[end : end + 3].lstrip().startswith("("):
            return True
        return any(other.whole == at and self._is_foreign(i) for i, other in enumerate(self._harmed))

    def _is_told_by_nation(self, at: int, local: str) -> bool:
        """ "Twenty people", and below "nine Italians, seven Japanese and an American": of several other nations."""
        people, nations = self._harmed[at], dict[int, set[str | None]]()
        if people.names or people.scope != "incident":
            return False
        for i, other in enumerate(self._harmed[at + 1 : at + 1 + _LISTED], at + 1):
            fewer = (other.low or 0) < (people.low or 0) and other.sentence - people.sentence <= 2 * _NEAR
            if other.harm == people.harm and fewer and not other.names and self._kinds[i] not in COMBATANT:
                own = self._own(i, ())
                if own is not None and own.rule in _SAID and own.side not in (None, local):
                    nations.setdefault(other.sentence, set()).add(own.side)
        return any(len(named) > 1 for named in nations.values())

    def _is_foreign(self, at: int) -> bool:
        """ "Nine foreigners", "nine of the wounded were foreigners"."""
        people = self._harmed[at]
        if people.victims and cue("foreign").found(people.victims):
            return True
        return is_told_foreign(self._context, people)

    def _has_foreigners(self, at: int, local: str, told: Sequence[Side]) -> bool:
        return any(
            i != at and self._is_of_same_attack(at, i) and self._is_of_another_nation(i, local, told)
            for i in range(len(self._harmed))
        )

    def _is_in_one_place(self, at: int, i: int) -> bool:
        """Whether two claims told close to each other are of one place."""
        close = abs(self._harmed[i].sentence - self._harmed[at].sentence) <= _CLOSE
        here, there = self._where[at], self._where[i]
        return close and here.rank > _COUNTRY and here.name == there.name

    def _is_of_same_attack(self, at: int, i: int) -> bool:
        people, other = self._harmed[at], self._harmed[i]
        if other.whole == at:
            return True
        if other.harm != people.harm and {other.harm, people.harm} != _DEATHS:
            return False
        if self._is_elsewhere(at, i):
            return False
        near = other.scope == people.scope and abs(other.sentence - people.sentence) <= _NEAR
        in_place = self._is_in_one_place(at, i)
        if not (near or in_place) or not self._may_be_part(at, i):
            return False
        apart = self._context.text[other.start - 1 : other.start] == "("
        return in_place or apart or self._context.tells(other.sentence, "among") is not None

    def _is_elsewhere(self, at: int, i: int) -> bool:
        """Whether a sentence says of another claim that it happened in another country than this one."""
        here, there = self._theatre.country(at), self._theatre.country(i)
        said = self._where[i].rule.startswith("place-sentence")
        return said and None not in (here, there) and here != there

    def _may_be_part(self, at: int, i: int) -> bool:
        """Whether a claim counts fewer than another; foreigners may be as many."""
        people, other = self._harmed[at].low, self._harmed[i].low
        if people is None or other is None or other <= (people or 1) - 1:
            return True
        return other <= people and self._is_foreign(i)

    def _is_of_another_nation(self, i: int, local: str, told: Sequence[Side]) -> bool:
        """Whether a claim is told to be of foreigners, or in words of belonging of another nation's people."""
        if self._is_foreign(i):
            return True
        if self._kinds[i] in COMBATANT:
            return False
        found = told[i] if i < len(told) else self._own(i, told)
        if found is not None and found.side in group_sides():
            return False
        return found is not None and found.side not in (None, local) and found.rule in _SAID
