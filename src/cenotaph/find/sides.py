"""Whose people the victims are: said by their noun phrase, by what is beside it, or by the place and the report."""

from collections.abc import Sequence
from itertools import pairwise

from cenotaph.find.answers import NOBODY, Side, Where
from cenotaph.find.carrying import carried
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.cues import cue
from cenotaph.find.names import surnames
from cenotaph.find.nouns import NounKind, kind_of, role_words
from cenotaph.find.parties import Party, armed_groups
from cenotaph.find.persons import names_organ, side_of_person
from cenotaph.find.phrases import whole_phrases
from cenotaph.find.scan import PartyMention, parties
from cenotaph.find.theatre import Theatre, country_names, demonyms
from cenotaph.model import Span

__all__ = ["Side", "sides"]

_ARMED: tuple[NounKind, ...] = ("rebels", "attackers", "fighters")
_SAID = ("side-said", "side-from", "side-possessive")


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
        self._kinds = [kind_of(people.victims) for people in harmed]

    def side(self, at: int, told: Sequence[Side]) -> Side:
        """The side of one claim: the first of the readings, from the surest on, that finds one."""
        people, kind = self._harmed[at], self._kinds[at]
        if people.victims and cue("both").found(people.victims):
            return Side(None, None, "side-both")
        if kind in (None, "people") and self._is_of_held_land(people):
            return Side(None, None, "side-held-land")
        person = side_of_person(self._context, people.names[0]) if people.names else None
        return (
            (person if person and person.rule == "side-member" else None)
            or self._said(at)
            or self._beside(at)
            or self._suffered(at)
            or self._possessed(at, told)
            or carried(self._context, self._harmed, self._kinds, at, told)
            or self._same_person(at, told)
            or person
            or (self._armed(at, told) if kind in _ARMED else None)
            or (self._state(at, told) if kind in ("state", "fighters") else None)
            or (NOBODY if kind in ("rebels", "attackers") else self._local(at, told))
        )

    def _is_of_held_land(self, people: Harmed) -> bool:
        """Whether the count is that of authorities whom another state put in ("Moscow-installed officials")."""
        for mention in self._context.parties(people.sentence):
            if mention.glued and cue("installed").found(self._context.text, mention.end, mention.end + 48):
                return True
        return False

    def _said(self, at: int) -> Side | None:
        """The nation or group that the noun phrase itself names."""
        people, span = self._harmed[at], self._harmed[at].victims_span
        if not people.victims:
            return None
        if span is None:
            found = [
                m
                for m in parties(people.victims, caps=self._context.caps)
                if self._owns(people.victims, m, 0)
            ]
        else:
            inside = (m for m in self._context.parties(people.sentence) if span.start <= m.start < span.end)
            if people.names:  # "Maria Asuncion Romero" is no Paraguayan.
                inside = (m for m in inside if not people.start <= m.start < people.end)
            found = [m for m in inside if self._owns(self._context.text, m, span.start)]
        return self._one_of(at, people.victims if span is None else self._context.text, found)

    def _owns(self, text: str, mention: PartyMention, start: int) -> bool:
        """False for the place in "soldiers in Mali", for backers, and for a part of a longer name."""
        if mention.glued or cue("backing").found(text, mention.end, mention.end + 24):
            return False
        before = text[max(start, mention.start - 24) : mention.start].lower().split()
        if mention.party.kind in ("country", "capital") and {"in", "at", "near", "of"} & set(before[-2:]):
            return False
        return not ("of" in before and names_organ(text, mention))

    def _one_of(self, at: int, text: str, found: list[PartyMention]) -> Side | None:
        best = [mention for mention in found if mention.party.kind in ("group", "force")] or found
        if not best:
            return None
        between = text[best[0].end : best[-1].start].lower().split()
        if len({mention.party.side for mention in best}) > 1 and {"and", "or"} & set(between):
            return Side(None, None, "side-several")
        span = Span(best[0].start, best[0].end) if self._harmed[at].victims_span else None
        return Side(self._rebels_of(at, best[0].party) or best[0].party.side, span, "side-said")

    def _rebels_of(self, at: int, party: Party) -> str | None:
        """ "Syrian rebels" are not Syria's."""
        words = set((self._harmed[at].victims or "").lower().split())
        if party.kind != "demonym" or not words & role_words().against_state:
            return None
        return self._theatre.group or f"{demonyms().get(party.side, party.side).capitalize()} rebels"

    def _beside(self, at: int) -> Side | None:
        """ "One soldier from France", "four of the dead were from Ukraine"."""
        people = self._harmed[at]
        end = max(people.end, people.victims_span.end if people.victims_span else 0)
        limit = min(self._context.sentences[people.sentence].end, end + 80)
        match = cue("from").found(self._context.text, end, limit)
        if match is None:
            return None
        target = end + match.end()
        if "," not in match.group() and any(end <= other.start < target for other in self._harmed[at + 1 :]):
            return None
        for mention in self._context.parties(people.sentence):
            if mention.start == target and mention.party.kind in ("country", "demonym", "capital"):
                return _side(mention, "side-from")
        return None

    def _suffered(self, at: int) -> Side | None:
        """ "Russia has lost 300", "the number of Russian casualties reached 300"."""
        people = self._harmed[at]
        for mention in reversed(self._before(people, people.sentence)):
            if cue("suffered").found(self._context.text, mention.end, people.start):
                return _side(mention, "side-suffered")
        return None

    def _before(self, people: Harmed, sentence: int) -> list[PartyMention]:
        return [m for m in self._context.parties(sentence) if m.end <= people.start and not m.glued]

    def _possessed(self, at: int, told: Sequence[Side]) -> Side | None:
        """ "Its citizens", "three of their troops": those of the last party named before."""
        people, cues = self._harmed[at], role_words()
        phrase = [word.strip(",") for word in (people.victims or "").lower().split()]
        own = cue("of-own").found(self._context.text, people.end, people.end + 16)
        if not own and not (phrase and phrase[0] in cues.possessives):
            return None
        if set(phrase) & cues.kin:
            return told[at - 1]._replace(rule="side-kin") if 0 < at <= len(told) else None
        for sentence in range(people.sentence, max(-1, people.sentence - 3), -1):
            found = self._before(people, sentence)
            if found:
                return _side(found[-1], "side-possessive")
        return None

    def _same_person(self, at: int, told: Sequence[Side]) -> Side | None:
        """The side told before for a person of one of these names."""
        own = set().union(*map(surnames, self._harmed[at].names)) if self._harmed[at].names else set()
        for back in range(at - 1, -1, -1):
            if told[back].side and any(own & surnames(name) for name in self._harmed[back].names):
                return told[back]._replace(rule="side-same-person")
        return None

    def _armed(self, at: int, told: Sequence[Side]) -> Side | None:
        """Rebels, militants, gunmen: the group that the sentence or the report is about."""
        people, kind = self._harmed[at], self._kinds[at]
        here = self._groups(people)
        if len({mention.party.side for mention in here}) > 1:
            return Side(None, None, "side-several")
        if here:
            return _side(here[-1], "side-group")
        group = None if kind in ("attackers", "fighters") else self._rebels(at) or self._of_report()
        return (
            self._like_before(at, told, 4, _ARMED)
            or group
            or (self._of_report() if kind == "fighters" else None)
        )

    def _groups(self, people: Harmed) -> list[PartyMention]:
        """The armed groups of the sentence that the victims may be of: of two that are not named in one breath, the one
        that does not open the sentence and act ("The Kurds foiled an attack by the jihadists")."""
        here = [m for m in self._context.parties(people.sentence) if m.party.kind == "group"]
        text, first = self._context.text, here[0].party.side if here else None
        for one, other in pairwise(here):
            if other.party.side != one.party.side and cue("in-one-breath").found(text, one.end, other.start):
                return here
        later = [m for m in here if m.party.side != first and m.start < people.start]
        return later[-1:] or [m for m in here if m.party.side == first]

    def _of_report(self) -> Side | None:
        return Side(self._theatre.group, None, "side-report-group") if self._theatre.group else None

    def _rebels(self, at: int) -> Side | None:
        """Rebels of a country whose many groups go by one name ("Syrian rebels")."""
        if "rebel" not in (self._harmed[at].victims or "").lower():
            return None
        side = country_names().get(self._theatre.country(at) or "")
        group = armed_groups().get(f"{demonyms()[side]} rebels") if side in demonyms() else None
        return Side(group.side, None, "side-rebels") if group else None

    def _like_before(
        self, at: int, told: Sequence[Side], reach: int, kinds: Sequence[NounKind]
    ) -> Side | None:
        for back in range(at - 1, max(-1, at - 1 - reach), -1):
            if self._kinds[back] in kinds and told[back].side:
                return told[back]._replace(rule="side-carried")
        return None

    def _state(self, at: int, told: Sequence[Side]) -> Side | None:
        """Soldiers, policemen: of those told shortly before, or of the nation whose troops the sentences speak of."""
        people = self._harmed[at]
        near = sum(other.sentence >= people.sentence - 6 for other in self._harmed[:at])
        return (
            self._like_before(at, told, near, ("state", "fighters"))
            or self._near_troops(people)
            or self._bodies(people)
        )

    def _near_troops(self, people: Harmed) -> Side | None:
        """ "An army commander was killed ... amongst Russian troops"."""
        for sentence in range(people.sentence, max(-1, people.sentence - 9), -1):
            if sentence != people.sentence and not self._context.tells(sentence, "deadly"):
                continue
            for mention in self._context.parties(sentence):
                troops = cue("troops").found(self._context.text, mention.end, mention.end + 24)
                if mention.party.kind == "demonym" and not mention.glued and troops:
                    return _side(mention, "side-near")
        return None

    def _bodies(self, people: Harmed) -> Side | None:
        """ "Russia left the bodies of 30 soldiers behind"."""
        states = [m for m in self._before(people, people.sentence) if m.party.kind == "country"]
        return _side(states[0], "side-near") if states and people.harm == "bodies" else None

    def _local(self, at: int, told: Sequence[Side]) -> Side:
        """People of the country where the place lies, or which the report is about."""
        people, kind = self._harmed[at], self._kinds[at]
        if kind in (None, "people"):
            toll = (
                self._toll(at, told) if people.scope == "cumulative" and people.harm != "captured" else None
            )
            if toll is not None:
                return toll
            if self._is_between_nations(people):
                return Side(None, None, "side-both")
        name = country_names().get(self._theatre.country(at) or "")
        if name is None:
            return NOBODY
        whole = kind in (None, "people") or (kind == "civilians" and self._is_broken_down(people))
        if whole and not people.names and self._has_foreigners(at, name, told):
            return Side(None, None, "side-foreigners")
        return Side(name, None, "side-place")

    def _is_broken_down(self, people: Harmed) -> bool:
        """ "Six teachers (four Danes and two Finns)"."""
        end = people.victims_span.end if people.victims_span else people.end
        return self._context.text[end : end + 3].lstrip().startswith("(")

    def _toll(self, at: int, told: Sequence[Side]) -> Side | None:
        """A running toll without victims: the one told of just before, or nobody's where it is a whole war's."""
        people = self._harmed[at]
        if self._context.bag(people.sentence) & role_words().war:
            return Side(None, None, "side-war")
        last = self._harmed[at - 1] if at else None
        follows = last is not None and last.scope == "cumulative" and people.sentence - last.sentence <= 2
        return (
            told[at - 1]._replace(rule="side-carried") if follows and self._where[at].name is None else None
        )

    def _is_between_nations(self, people: Harmed) -> bool:
        """ "Fighting between Armenia and Azerbaijan" in the sentence that counts the dead."""
        if cue("between").needs.isdisjoint(self._context.bag(people.sentence)):
            return False
        text, span = self._context.text, self._context.sentences[people.sentence]
        out, at = list[str](), span.start
        for mention in self._context.parties(people.sentence):
            out += [
                text[at : mention.start],
                "\x00" if mention.party.kind in ("country", "demonym") else "\x01",
            ]
            at = mention.end
        return cue("between").found("".join([*out, text[at : span.end]])) is not None

    def _has_foreigners(self, at: int, local: str, told: Sequence[Side]) -> bool:
        """Whether some of these dead are told to be of other nations: then the whole is nobody's alone."""
        people = self._harmed[at]
        for i, other in enumerate(self._harmed):
            if (
                i == at
                or (other.harm, other.scope) != (people.harm, people.scope)
                or abs(other.sentence - people.sentence) > 6
            ):
                continue
            if not self._context.tells(other.sentence, "among"):
                continue
            found = told[i] if i < at else (self._said(i) or self._beside(i) or self._possessed(i, told))
            if found is not None and found.side not in (None, local) and found.rule in _SAID:
                return True
        return False


def _side(mention: PartyMention, rule: str) -> Side:
    return Side(mention.party.side, Span(mention.start, mention.end), rule)
