"""Whose people the victims are: said by their noun phrase, by what is beside it, or by the place and the report."""

from collections.abc import Sequence

from cenotaph.find.answers import NOBODY, Side, Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.whose.armed.armed_sides import ArmedSides
from cenotaph.find.whose.armed.soldiers import SoldierSides, is_ranked
from cenotaph.find.whose.belonging.bases import Bases
from cenotaph.find.whose.belonging.beside import Beside
from cenotaph.find.whose.belonging.leaders import of_leader
from cenotaph.find.whose.belonging.losses import Losses
from cenotaph.find.whose.belonging.owners import Owners
from cenotaph.find.whose.belonging.said import Said
from cenotaph.find.whose.claimed import Claimed
from cenotaph.find.whose.countries.foreigners import PLAIN
from cenotaph.find.whose.countries.plain_sides import PlainSides
from cenotaph.find.whose.countries.theatre import Theatre
from cenotaph.find.whose.counts.carrying import carried, listed
from cenotaph.find.whose.counts.naming import identified
from cenotaph.find.whose.counts.struck import target
from cenotaph.find.whose.counts.together import enemy_of_speaker, headed, is_of_both, nato, peacekeepers
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.kinds import ARMED, side_kind
from cenotaph.find.whose.nouns import is_mixed
from cenotaph.find.whose.parties import country_names, enemies, group_sides, natives
from cenotaph.find.whose.persons.named import Named
from cenotaph.find.whose.phrases import whole_phrases

_POSSESSIVE = ("'s ", "’s ")  # "Soldiers of Ukraine's 36th brigade" are Ukraine's.
_ENEMY = 24  # Characters behind a count in which "enemy soldiers" stands.
_PEACEKEEPERS = ("peacekeeper", "blue helmet", "blue beret")

__all__ = ["Side", "sides"]


def sides(context: ClaimContext, harmed: Sequence[Harmed], where: Sequence[Where]) -> list[Side]:
    """The sides of all claims of a report, in the order of `harmed`, which is that of the text."""
    reader, out = _Reader(context, whole_phrases(context, harmed), where), list[Side]()
    for at in range(len(harmed)):
        out.append(reader.side(at, out))
    return out


class _Reader:
    """Reads the sides of one report's claims, each knowing the answers (`told`) on those before it."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed], where: Sequence[Where]) -> None:
        self._context, self._harmed, self._where = context, harmed, where
        self._theatre = Theatre(context, harmed, where)
        self._kinds = [side_kind(context, people) for people in harmed]
        claimed = Claimed(context, harmed, self._kinds, where, self._theatre)
        self._armed, self._owners = ArmedSides(claimed), Owners(claimed)
        self._losses, self._bases = Losses(claimed), Bases(claimed)
        self._said, self._named = Said(claimed, self._owners), Named(claimed)
        self._plain, self._beside = PlainSides(claimed, self._own), Beside(claimed, self._owners)
        self._soldiers = SoldierSides(claimed, self._armed.like_before)

    def side(self, at: int, told: Sequence[Side]) -> Side:
        """The side of one claim: the first of the readings, from the surest on, that finds one."""
        people, kind = self._harmed[at], self._kinds[at]
        start = self._context.sentences[people.sentence].start
        if is_of_both(self._context, self._harmed, at) and not self._is_of_a_group(at):
            one = self._beside.of(at) if people.low == 1 else None
            presumed = one if one is not None and one.rule == "side-presumed" else None
            return presumed or self._alliance(people) or Side(None, None, "side-both")
        if self._context.says(people.sentence, "coalition-toll", start, people.start):
            return nato(self._context) or Side(None, None, "side-both")
        if people.victims and is_mixed(people.victims) and self._context.tells(people.sentence, "whole-war"):
            return Side(None, None, "side-war")
        person = self._named.of(at)
        return (
            (person if person and person.rule in ("side-member", "side-attacker") else None)
            or self._of_whole(at, told)
            or self._own_or(person, at, told)
            or self._of_next(at, told)
            or self._enemy(at)
            or self._titled(person, at, told)
            or self._of_target(at)
            or self._carried(at, told)
            or self._peacekeepers(self._harmed[at])
            or self._named.led(at)
            or self._named.again(at, told)
            or person
            or identified(self._context, self._harmed, at, told)
            or listed(self._context, self._harmed, self._kinds, at, told)
            or self._headed(at, told)
            or self._named.introduced(at, told)
            or self._beside.told_of(at)
            or self._bases.of(at)
            or self._mate(at, told)
            or (NOBODY if kind == "fighters" and self._said.is_backed(at) else None)
            or (self._armed.against_state(at, told) if kind in ARMED else None)
            or (self._soldiers.of_state(at, told) if kind == "state" else None)
            or (
                self._soldiers.of_contingent(at, told) if is_ranked(self._context, self._harmed[at]) else None
            )
            or (NOBODY if kind in ("rebels", "attackers") else self._of_land(at, told))
        )

    def _is_of_a_group(self, at: int) -> bool:
        """Whether the noun phrase itself names an armed group."""
        found = self._said.of(at) if self._harmed[at].victims_span else None
        return found is not None and found.side in group_sides()

    def _of_whole(self, at: int, told: Sequence[Side]) -> Side | None:
        """ "18 militants, one of them a Chilean": whatever nation's, a part of a group's dead is the group's."""
        whole = self._harmed[at].whole
        if whole is None or whole >= at or self._kinds[at] in ("civilians", "state"):
            return None
        if told[whole].side not in group_sides() or self._kinds[whole] not in ARMED:
            return None
        own = self._said.of(at)
        nation = own is not None and own.side is not None and own.side not in group_sides()
        return told[whole]._replace(rule="side-whole") if nation else None

    def _alliance(self, people: Harmed) -> Side | None:
        """ "Foreign troops": of the alliance that the report names."""
        if not people.victims or cue("foreign-troops").found(people.victims) is None:
            return None
        return nato(self._context)

    def _own(self, at: int, told: Sequence[Side]) -> Side | None:
        """What the claim's own words tell: its noun phrase, what stands beside it, whom it belongs to."""
        return (
            self._owners.fights_for(at)
            or self._said.of(at)
            or self._losses.of_figure(at)
            or of_leader(self._context, self._harmed[at])
            or self._beside.of(at)
            or self._owners.joined(at)
            or self._losses.of(at)
            or self._owners.handed(at)
            or self._owners.possessed(at, told)
            or self._owners.taken_back(at)
            or self._owners.backed(at)
        )

    def _of_land(self, at: int, told: Sequence[Side]) -> Side:
        """What the land tells; but fighters whom its own forces killed are nobody's."""
        found = self._plain.side(at, told)
        own = self._kinds[at] == "fighters" and found.side in self._theatre.strikers(at)
        return NOBODY if own else found

    def _of_target(self, at: int) -> Side | None:
        """ "Raiders attacked German tourists, killing two": of the nation of those told to be struck."""
        struck = target(self._context, self._harmed[at])
        nation = struck.nation if struck else None
        if nation is None or self._theatre.country(at) in natives().get(nation.party.side, ()):
            return None
        return self._theatre.side_of(nation, "side-target", at, armed=self._kinds[at] == "state")

    def _own_or(self, person: Side | None, at: int, told: Sequence[Side]) -> Side | None:
        """The claim's own words; but "his colleague X" is of the nation that is told beside X's name."""
        own = self._own(at, told)
        if own is not None and own.side in group_sides() and self._named.has_left(at):
            return None  # "The Front's leader X", elsewhere told to stand for president.
        titled = person is not None and person.rule == "side-title"
        return person if titled and own is not None and own.rule == "side-possessive" else own

    def _peacekeepers(self, people: Harmed) -> Side | None:
        """ "Two peacekeepers": of the nation whose contingent the report names, else of the mission."""
        if not any(word in (people.victims or "").lower() for word in _PEACEKEEPERS):
            return None
        return peacekeepers(self._context)

    def _carried(self, at: int, told: Sequence[Side]) -> Side | None:
        """The side of the people told before whom the claim points back to."""
        found = carried(self._context, self._harmed, self._kinds, at, told)
        if found is not None and found.rule == "side-carried" and self._is_of_other_land(at, told):
            return None  # "Killed two people in Haifa, and jets killed 12 in Tyre".
        callings = self._kinds[at] == "civilians" and found is not None
        if found is None or not (callings or told[at - 1].rule == "side-place"):
            return found and (self._plain.beside_foreigners(at, told) or found)
        return self._plain.unless_foreign(at, found, told)

    def _titled(self, person: Side | None, at: int, told: Sequence[Side]) -> Side | None:
        """ "Two hostages, Carl Roe, a Briton, and ...": of the nation told beside the name, where of the others only the land tells."""
        if person is None or person.rule != "side-title" or not at:
            return None
        return person if told[at - 1].rule in ("side-place", "side-hostages", "side-carried") else None

    def _is_of_other_land(self, at: int, told: Sequence[Side]) -> bool:
        """Whether a count has a place of its own in another land than that of the local people told before it."""
        span = self._where[at].span
        behind = span is not None and span.start > self._harmed[at - 1].end
        if self._harmed[at].names or not (behind and self._where[at].rule.startswith("place-sentence")):
            return False
        iso = self._theatre.country(at)
        here, there = (country_names().get(land or "") for land in (iso, self._theatre.country(at - 1)))
        named = iso in self._context.countries and None not in (here, there)
        return named and here != there and told[at - 1].side == there

    def _headed(self, at: int, told: Sequence[Side]) -> Side | None:
        """A headline's soldiers are those of whom the text below tells more ("Seven troops die": "seven Danish troops")."""
        bare = self._kinds[at] is None and self._harmed[at].victims is None
        if not bare and self._kinds[at] not in (*ARMED, "state", "civilians"):
            return None
        twin = headed(self._context, self._harmed, at)
        if twin is None or twin < at or (bare and self._kinds[twin] not in ARMED):
            return None
        found = self._own(twin, told)
        if found is None and self._kinds[twin] in ARMED:
            found = self._armed.of_groups(twin, told)
        if found is None and bare:
            found = self._armed.against_state(twin, told) or NOBODY
        return found._replace(rule="side-again") if found else None

    def _enemy(self, at: int) -> Side | None:
        """ "The enemy lost 300 servicemen", the Russian ministry said: of the state at war with the one that speaks."""
        people = self._harmed[at]
        start = self._context.sentences[people.sentence].start
        if self._context.says(people.sentence, "enemys", start, people.end + _ENEMY) is None:
            return self._enemy_of_claimant(at)
        found = enemy_of_speaker(self._context, people.sentence) or self._theatre.enemy(at)
        return Side(found, None, "side-enemy") if found else None

    def _enemy_of_claimant(self, at: int) -> Side | None:
        """ "Orbia's army said that it had killed 50 soldiers": those of the state at war with it."""
        people = self._harmed[at]
        start = self._context.sentences[people.sentence].start
        claimed = self._kinds[at] in ("state", *ARMED) and self._context.says(
            people.sentence, "says-it-killed", start, people.start
        )
        if not claimed:
            return None
        said = start + claimed.start()
        parties = (m for m in self._context.parties(people.sentence) if m.party.kind != "capital")
        before = [mention for mention in parties if mention.end <= said]
        forces = [mention.party.side for mention in before if mention.party.kind == "force"]
        claimants = {*forces[-1:]} or {mention.party.side for mention in before}
        enemy = enemies().get(claimants.pop()) if len(claimants) == 1 else None
        return Side(enemy, None, "side-enemy") if enemy else None

    def _of_next(self, at: int, told: Sequence[Side]) -> Side | None:
        """ "One of the bodies of the five slain rebels", "killed 28 and wounded 30 rebels": of those counted right behind."""
        people = self._harmed[at]
        other = self._harmed[at + 1] if at + 1 < len(self._harmed) else None
        if other is None or other.sentence != people.sentence:
            return None
        of_them = self._context.says(people.sentence, "of-the-next", people.end, other.start)
        bare = people.victims is None and self._kinds[at + 1] not in (None, *PLAIN)
        alike = bare and cue("and-harmed").found(self._context.text, people.end, other.start)
        if not (of_them or alike):
            return None
        armed = self._kinds[at + 1] in ARMED and self._harmed[at + 1].victims == "them"
        return self._own(at + 1, told) or (
            (self._armed.against_state(at + 1, told) or NOBODY) if armed else None
        )

    def _mate(self, at: int, told: Sequence[Side]) -> Side | None:
        """ "Anna Berg, 48, and the British nurse Carl Dunn": two persons named in one breath."""
        people = self._harmed[at]
        other = self._harmed[at + 1] if at + 1 < len(self._harmed) else None
        if not people.names or other is None or other.sentence != people.sentence:
            return None
        if not (other.names or self._kinds[at + 1] == "rebels"):
            return None
        between = cue("side-list").found(self._context.text, people.end, other.start)
        if between is None:
            return None
        return self._named.of(at + 1) if other.names else self._with_fellows(at, told)

    def _with_fellows(self, at: int, told: Sequence[Side]) -> Side | None:
        """ "X and six members of the group"."""
        found = self._own(at + 1, told) or (
            self._armed.against_state(at + 1, told) if self._kinds[at + 1] == "rebels" else None
        )
        return found._replace(rule="side-mate") if found else None
