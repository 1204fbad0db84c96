"""Whose the dead of a running toll are: nobody's where a whole war or years of violence cost them."""

from collections.abc import Sequence

from cenotaph.find.answers import Side
from cenotaph.find.context import Harmed
from cenotaph.find.whose.claimed import Claimed
from cenotaph.find.whose.countries.foreigners import PLAIN
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.parties import country_names, group_sides

_WAR = 50_000  # Dead of a war.
_COUNTRY = 1  # A rank.
_SIDE = 60  # Characters behind a count in which one side is told.
_YEARS = 1_000  # Dead of an insurgency of years.
_GAZA = "PS"  # Of the dead that a war has cost there.


class WarTolls:
    """Reads the running tolls of one report."""

    def __init__(self, claimed: Claimed) -> None:
        self._context, self._harmed, self._kinds, self._where, self._theatre = claimed

    def toll(self, at: int, told: Sequence[Side]) -> Side | None:
        """A running toll without victims: the one told of just before, or nobody's where it is a whole war's."""
        people = self._harmed[at]
        if self._is_of_a_roving_group(at):
            return Side(None, None, "side-war")
        total = people.scope == "cumulative" or (people.harm == "killed" and (people.low or 0) >= _WAR)
        if not total or people.harm == "captured" or self._theatre.is_called(at):
            return None
        if self._context.says(people.sentence, "on-a-side", people.end, people.end + _SIDE):
            return None  # "The fighting has left nine dead on the rebel side".
        war = self._context.tells(people.sentence, "whole-war") or self._is_of_years(people)
        if war or self._is_of_a_war(at) or self._is_since(at) or self._goes_on(people.sentence):
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

    def _is_of_a_roving_group(self, at: int) -> bool:
        """ "The Front, which has killed 15,000 people" in a report on another land than the Front's own."""
        people, text = self._harmed[at], self._context.text
        if people.harm != "killed" or (people.low or 0) < _YEARS or self._where[at].name is not None:
            return False
        groups = [
            m
            for m in self._context.parties(people.sentence)
            if m.party.kind == "group" and m.end < people.start
        ]
        abroad = bool(groups) and groups[-1].party.iso != self._theatre.country(at)
        return abroad and cue("killed-over-years").found(text, groups[-1].end, people.start) is not None

    def _is_of_a_war(self, at: int) -> bool:
        """ "Since then more than 250,000 people have been killed across the country": so many die in wars alone."""
        people, bag = self._harmed[at], self._context.bag(self._harmed[at].sentence)
        many = people.harm == "killed" and (people.low or 0) >= _WAR and self._where[at].rank <= _COUNTRY
        return many and "genocide" not in bag and (people.victims is not None or "toll" in bag)

    def _is_of_years(self, people: Harmed) -> bool:
        """ "Rebel violence has killed 3,000 people since 2004", or so many, "mostly militants", this year: of whichever side."""
        if people.harm != "killed" or (people.low or 0) < _YEARS:
            return False
        end = self._context.sentences[people.sentence].end
        mixed = self._context.says(people.sentence, "mostly-armed", people.end, end)
        return mixed is not None or self._context.tells(people.sentence, "years-of-violence") is not None

    def _is_since(self, at: int) -> bool:
        """ "The war began in 2011. Since then thousands have died": of the war that the sentence before tells of."""
        sentence = self._harmed[at].sentence
        if not sentence or self._where[at].rank > _COUNTRY or self._kinds[at] not in PLAIN:
            return False
        if self._theatre.country(at) == _GAZA:
            return False
        told = self._context.tells(sentence, "since-it-began")
        return told is not None and self._context.tells(sentence - 1, "whole-war") is not None

    def _goes_on(self, sentence: int) -> bool:
        """ "The fighting between the army and the Front is in its eighth day. It has left nine dead"."""
        if not sentence or self._context.tells(sentence, "it-has-cost") is None:
            return False
        return any(self._context.tells(sentence - 1, cue) for cue in ("whole-war", "fighting-between"))

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
