"""Whose people the noun phrase of a claim itself names: a nation's, a group's, those of its rebels."""

from cenotaph.find.answers import Side
from cenotaph.find.text.scan import PartyMention, parties
from cenotaph.find.whose.armed.armed_groups import Groups
from cenotaph.find.whose.belonging.owners import Owners
from cenotaph.find.whose.claimed import Claimed
from cenotaph.find.whose.counts.together import MISSIONS, goes_on, peacekeepers
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.kinds import ARMED
from cenotaph.find.whose.nouns import role_words
from cenotaph.find.whose.organs import names_organ
from cenotaph.find.whose.parties import Party, catch_alls, country_names, demonyms, holders, natives, peoples

_SETTLERS = frozenset(("settler", "settlers", "jewish"))
_CONTINGENTS = ("United Nations", "African Union")
_INSURGENTS = frozenset(
    ("militants", "militant", "rebels", "rebel", "insurgents", "separatists", "guerrillas")
)
_POSSESSIVE = ("'s ", "’s ")  # "Soldiers of Ukraine's 36th brigade" are Ukraine's.


class Said:
    """Reads the noun phrases of one report's claims."""

    def __init__(self, claimed: Claimed, owners: Owners) -> None:
        self._context, self._harmed, self._kinds, _, self._theatre = claimed
        self._groups, self._owners = Groups(claimed), owners

    def of(self, at: int) -> Side | None:
        """The nation or group that the noun phrase itself names."""
        people, span = self._harmed[at], self._harmed[at].victims_span
        if not people.victims:
            return None
        if span is None:
            found = [
                m
                for m in parties(people.victims, caps=self._context.caps)
                if self._owns(at, people.victims, m, 0)
            ]
        else:
            inside = (m for m in self._context.parties(people.sentence) if span.start <= m.start < span.end)
            if people.names:  # "Maria Asuncion Romero" is no Paraguayan.
                inside = (m for m in inside if not people.start <= m.start < people.end)
            found = [m for m in inside if self._owns(at, self._context.text, m, span.start)]
            if people.harm == "bodies" and self._owners.taken_back(at):  # "Soldiers from Azerbaijan".
                found = [m for m in found if not self._context.text[: m.start].endswith("from ")]
        text = people.victims if span is None else self._context.text
        return self._one_of(at, text, found) or self._of_birth(at) or self._of_settlers(at)

    def is_backed(self, at: int) -> bool:
        """ "Danish-backed fighters", "pro-Danish militiamen": of whom only the backer is told."""
        span = self._harmed[at].victims_span
        told = self._context.parties(self._harmed[at].sentence) if span else []
        return any(m.glued for m in told if span and span.start <= m.start < span.end)

    def _of_settlers(self, at: int) -> Side | None:
        """ "Two settlers", "a Jewish couple" of a land that another state holds: that state's."""
        if _SETTLERS.isdisjoint((self._harmed[at].victims or "").lower().split()):
            return None
        local = country_names().get(self._theatre.country(at) or "", "")
        side = holders().get(local, local if local in holders().values() else None)
        return Side(side, None, "side-settlers") if side else None

    def _of_birth(self, at: int) -> Side | None:
        """ "A Danish-born photographer"."""
        span, text = self._harmed[at].victims_span, self._context.text
        if span is None or "-born" not in text[span.start : span.end]:
            return None
        told = (m for m in self._context.parties(self._harmed[at].sentence) if m.start >= span.start)
        born = next((m for m in told if m.glued and text.startswith("-born", m.end)), None)
        return self._theatre.side_of(born, "side-said", at) if born else None

    def _owns(self, at: int, text: str, mention: PartyMention, start: int) -> bool:
        """False for the place in "soldiers in Mali", for backers and speakers, and for a part of a longer name."""
        behind = text[mention.end : mention.end + 24]
        state = mention.party.kind in ("country", "capital")
        if state and behind.lower().split()[:1] in (["killed"], ["captured"], ["wounded"]):
            return False  # "The Danes killed Carl Roe", read as one phrase.
        if (
            mention.glued
            or cue("held-by").found(behind)
            or cue("backing").found(behind)
            or cue("says-behind").found(behind)
        ):
            return False
        if mention.party.kind == "group" and cue("hostages-of").found(behind):
            return False  # "Danish Front hostages", whom the Front holds.
        before = text[max(start, mention.start - 24) : mention.start].lower().split()
        land = mention.party.kind in ("country", "capital") and not cue("adjective").found(
            text, mention.start, mention.end + 2
        )
        if self._theatre.country(at) in natives().get(mention.party.side, ()):
            return False  # "Nine Indian peasants" of Guatemala.
        if before[-1:] == ["ethnic"]:
            return False  # "45 ethnic Albanians" of Kosovo.
        if before[-2:] == ["task", "force"]:
            return False  # "Task Force Baghdad soldiers".
        owner = before[-1:] == ["of"] and self._context.plain.startswith(_POSSESSIVE, mention.end)
        if land and not owner and {"in", "at", "near", "of"} & set(before[-2:]):
            return False
        return mention.party.kind == "group" or not ("of" in before and names_organ(text, mention))

    def _one_of(self, at: int, text: str, found: list[PartyMention]) -> Side | None:
        if any(mention.party.kind == "demonym" for mention in found):  # "Danish soldiers of the AU force".
            found = [mention for mention in found if mention.party.side not in MISSIONS]
        best = [mention for mention in found if mention.party.kind in ("group", "force")] or found
        if best and all(mention.party.side in _CONTINGENTS for mention in best):
            sent = peacekeepers(self._context)
            return sent if sent and self._harmed[at].victims_span else None
        if not best:
            return None
        between = text[best[0].end : best[-1].start].lower().split()
        alone = (
            between[-2:] in (["and", "the"], ["and", "a"], ["and", "an"]) and best[-1].party.kind == "demonym"
        )
        # "Two German nurses and the Korean teacher".
        listed = ({"and", "or"} & set(between) and not alone) or "foreign" in (
            self._harmed[at].victims or ""
        ).lower().split()
        armed = self._kinds[at] in (*ARMED, "state")  # Of a people without a state.
        sides = {self._theatre.side_of(mention, "side-said", at, armed=armed).side for mention in best}
        hails = best[-1].party.kind == "country" and self._context.plain.endswith("from ", 0, best[-1].start)
        more = hails and goes_on(self._context, self._harmed[at].sentence, best[-1])
        if (len(sides) > 1 and listed) or more:
            return Side(None, None, "side-several")
        side = self._theatre.side_of(best[0], "side-said", at, armed=armed)
        side = side._replace(
            side=self._group_of(at, best[0]) or self._rebels_of(at, best[0].party) or side.side
        )
        return side if self._harmed[at].victims_span else side._replace(span=None)

    def _group_of(self, at: int, mention: PartyMention) -> str | None:
        """ "Three Danish militants affiliated to the Front" are the Front's."""
        people = self._harmed[at]
        if mention.party.kind != "demonym" or self._kinds[at] not in ARMED or not people.victims_span:
            return None
        for other in self._context.parties(people.sentence):
            behind = self._context.text[people.victims_span.end : other.start]
            if other.party.kind == "group" and cue("member-of").found(behind):
                return other.party.side
        foreign = mention.party.iso != self._theatre.country(at) and self._kinds[at] == "rebels"
        here = self._groups.here(at) if foreign else []
        return here[-1].side if here else None

    def _rebels_of(self, at: int, party: Party) -> str | None:
        """ "Syrian rebels" are not Syria's."""
        words = set((self._harmed[at].victims or "").lower().split())
        if party.kind == "people" and self._kinds[at] == "rebels" and words & _INSURGENTS:
            return peoples()[party.side].rebels.get(self._theatre.country(at) or "")
        against = words & role_words().against_state or ("opposition" in words and self._kinds[at] in ARMED)
        if party.kind not in ("demonym", "country") or not against:
            return None
        catch_all = catch_alls().get(party.iso or "")
        return (
            catch_all
            or self._theatre.groups.most_named
            or f"{demonyms().get(party.side, party.side).capitalize()} rebels"
        )
