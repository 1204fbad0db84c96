"""Whose the people are of whom only the place tells: its country's, unless several nations or sides are counted."""

from collections.abc import Callable, Sequence

from cenotaph.find.answers import NOBODY, Side
from cenotaph.find.context import Harmed
from cenotaph.find.whose.armed.fighting import is_of_fighting
from cenotaph.find.whose.claimed import Claimed
from cenotaph.find.whose.countries.foreigners import PLAIN, SAID, Foreigners
from cenotaph.find.whose.countries.nationalities import Nationalities
from cenotaph.find.whose.countries.wars import WarTolls
from cenotaph.find.whose.counts.together import (
    are_of_all_lands,
    are_shot_by,
    headed,
    is_of_both,
    summed_below,
)
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import COMBATANT
from cenotaph.find.whose.parties import country_names, disputed, group_sides, holders

_HOSTAGES = frozenset(("hostages", "captives", "hostage", "captive"))
_BEHEADED = frozenset(("behead", "beheads", "beheaded", "beheading", "beheadings"))
_OTHERS = 24  # Characters behind a count in which "other people" stands.
_OF_2001 = 2_000  # The dead of 11 September 2001.
_WORLD_WAR = 3_000_000  # Soldiers of many nations.
_GAZA = "PS"  # Of the dead that a war has cost there.
_ROUND_UP = 100  # Whoever lives there is taken along.
_PARTS = 4  # Counts of parts behind a whole.


class PlainSides:
    """Finds the sides of one report's people whom nothing names; `said` answers what a claim's own words tell."""

    def __init__(self, claimed: Claimed, said: Callable[[int, Sequence[Side]], Side | None]) -> None:
        self._context, self._harmed, self._kinds, self._where, self._theatre = claimed
        self._own = said
        self._wars = WarTolls(claimed)
        self._nationalities = Nationalities(claimed.context)
        self._foreigners = Foreigners(claimed, said)

    def side(self, at: int, told: Sequence[Side]) -> Side:
        """People of the country where the place lies, or which the report is about; nobody's where sides are mixed."""
        people, kind = self._harmed[at], self._kinds[at]
        if kind in PLAIN and not people.names:
            found = self.beside_foreigners(at, told) or self._of_many(at)
            found = found or self._wars.toll(at, told) or self._again(at, told)
            if found is not None:
                return found
            if self._is_suspected(people):
                return Side(None, None, "side-suspect")
            if self._theatre.is_of_joined_lands(at):
                return Side(None, None, "side-several")
        if (people.low or 0) >= _OF_2001 and self._context.tells(people.sentence, "nine-eleven"):
            return Side("United States", None, "side-place")
        if people.harm == "killed" and (people.low or 0) >= _WORLD_WAR:
            return Side(None, None, "side-war")
        if self._theatre.country(at) != _GAZA and are_of_all_lands(self._context, people):
            return Side(None, None, "side-callings")
        found = self._spoken_for(at, told) if kind in PLAIN else self._abroad(at)
        found = found or self._listed_by(at) or self._reported(at) or self._told_elsewhere(at)
        name = country_names().get(self._theatre.country(at) or "")
        if (
            found is not None
            or name is None
            or self._is_in_disputed_land(at, name)
            or self._is_deed_of(at, name)
        ):
            return found or NOBODY
        if self._are_hostages(at):
            if name not in holders() and name not in holders().values():
                return Side(None, None, "side-hostages")  # Whoever was there, of whatever nation.
            name = holders().get(name, name)
        if name in holders() and are_shot_by(self._context, people, name):
            name = holders()[name]
        return self.unless_foreign(at, Side(name, None, "side-place"), told)

    def _is_deed_of(self, at: int, state: str) -> bool:
        """ "Israel says it has killed 80 fighters": whoever these are, they are not the speaker's."""
        people = self._harmed[at]
        ahead = [m for m in self._context.parties(people.sentence) if m.end <= people.start]
        if not ahead or ahead[-1].party.side != state or ahead[-1].party.kind != "country":
            return False
        return cue("own-deed").found(self._context.text, ahead[-1].end, people.start) is not None

    def _are_hostages(self, at: int) -> bool:
        """ "Four hostages", "X and Y, hostages seized at a party", "the video of X's beheading"."""
        people = self._harmed[at]
        if _HOSTAGES & set((people.victims or "").lower().split()):
            return True
        placed = self._where[at].rule.startswith("place-sentence")
        if not people.names or (not placed and _BEHEADED & self._context.bag(people.sentence)):
            return bool(people.names)
        end = self._context.sentences[people.sentence].end
        return self._context.says(people.sentence, "hostages-behind", people.end, end) is not None

    def _is_in_disputed_land(self, at: int, name: str) -> bool:
        """ "In the Israeli-controlled Golan Heights": people of land that another state holds, of whom nothing else is said."""
        if self._kinds[at] not in (*PLAIN, "civilians") or name not in disputed().values():
            return False
        where = self._where[at]
        sentence = self._context.sentence_at(where.span.start) if where.span else self._harmed[at].sentence
        span = self._context.sentences[sentence]
        text = (where.name or "") + self._context.text[span.start : span.end]
        return any(land in text for land, holder in disputed().items() if holder == name)

    def unless_foreign(self, at: int, side: Side, told: Sequence[Side]) -> Side:
        """The side, unless some of these people are told to be of another nation: then the whole is nobody's alone."""
        mixed = self._foreigners.are_among(at, side.side or "", told)
        return Side(None, None, "side-foreigners") if mixed else side

    def beside_foreigners(self, at: int, told: Sequence[Side]) -> Side | None:
        """ "An American and nine others" in Spain: of the others nobody says whose they are."""
        people, local = self._harmed[at], country_names().get(self._theatre.country(at) or "")
        if not at or local is None or not self._are_others(at):
            return None
        if self._kinds[at - 1] == "state" and self._harmed[at - 1].harm != people.harm:
            return None  # "Killed 12 Turkish soldiers and left four others wounded".
        another = self._context.plain.startswith(("another", "Another"), people.start)
        if self._kinds[at - 1] == "state" and another:
            return None  # "Six Turkish soldiers were killed a day after another six were also killed".
        last = told[at - 1]
        if local in self._theatre.strikers(at):
            return None  # "Danish shelling killed ten Finns and wounded 20 others".
        foreign = last.rule in SAID and last.side not in (None, local) and last.side not in group_sides()
        foreign = foreign and not any(one.side == last.side and one.rule == "side-place" for one in told)
        return Side(None, None, "side-others") if foreign else None

    def _are_others(self, at: int) -> bool:
        """ "Killed nine Danes and hurt ten others", "killed nine Danes. Ten people were also hurt"."""
        people, last = self._harmed[at], self._harmed[at - 1]
        if last.sentence == people.sentence:
            return cue("others").found(self._context.text, people.start, people.end + _OTHERS) is not None
        if last.sentence != people.sentence - 1 or last.harm == people.harm:
            return False
        end = self._context.sentences[people.sentence].end
        also = self._context.says(people.sentence, "also-hurt", people.end, end)
        return also is not None and self._kinds[at - 1] not in COMBATANT

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

    def _again(self, at: int, told: Sequence[Side]) -> Side | None:
        """What is told elsewhere of people counted in the same words: a headline's seven dead are those of the text."""
        twin = headed(self._context, self._harmed, at)
        if twin is None:
            return self._sum_below(at, told)
        found = told[twin] if twin < at else self._of_twin(twin, told)
        return found._replace(rule="side-again") if found else None

    def _of_twin(self, at: int, told: Sequence[Side]) -> Side | None:
        """What a claim below a headline tells; nobody's where it counts several nations or the dead of two sides."""
        if is_of_both(self._context, self._harmed, at):
            return Side(None, None, "side-both")
        said = self._of_many(at) or self._own(at, told) or self._sum_below(at, told)
        if said or self._kinds[at] not in PLAIN:
            return said
        here = country_names().get(self._theatre.country(at) or "")
        found = self.unless_foreign(at, Side(here, None, "side-place"), told)
        placed = self._where[at].rule.startswith("place-sentence") and self._harmed[at].harm != "captured"
        return found if here and (found.side is None or placed) else None

    def _sum_below(self, at: int, told: Sequence[Side]) -> Side | None:
        """A headline's total of the dead of two sides: "18 killed", and below "15 rebels and three soldiers"."""
        kinds = {self._kinds[i] for i in summed_below(self._context, self._harmed, at)}
        against, others = kinds & {"rebels", "attackers", "fighters"}, kinds & {"state", "civilians"}
        return Side(None, None, "side-several") if against and others else None

    def _told_elsewhere(self, at: int) -> Side | None:
        people = self._harmed[at]
        nations = self._nationalities
        said = nations.mixed(people) or nations.based(people) if self._kinds[at] in PLAIN else None
        if said is None and self._kinds[at] not in COMBATANT:
            said = nations.listed(people)
        said = said or nations.counted(people) or nations.of_lands(people) or self._summed_by_nation(at)
        return said or nations.posted(people) or nations.vouched(people)

    def _summed_by_nation(self, at: int) -> Side | None:
        """ "Ten tourists", and in the next sentence "nine Danes and a Finn": nobody's alone."""
        people, sides, rest = self._harmed[at], set[str | None](), self._harmed[at].low or 0
        for i, other in enumerate(self._harmed[at + 1 : at + 1 + _PARTS], at + 1):
            near = other.harm == people.harm and other.sentence <= people.sentence + 1
            own = self._own(i, ()) if near and not other.names else None
            if own is None or own.rule not in SAID:
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
            or (people.low or 0) >= _ROUND_UP
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
        if cue("tells-killed").found(text, last.end, people.start):
            return None  # "A gas attack the United States says killed 1,400".
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
