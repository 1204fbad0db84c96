"""Whose people the victims are: said by their noun phrase, by what is beside it, or by the place and the report."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.nouns import NounKind, kind_of, role_words
from cenotaph.find.parties import Party, nations
from cenotaph.find.places import Where
from cenotaph.find.scan import PartyMention, parties, scan
from cenotaph.model import Span

_PEOPLES_OWN = ("country", "demonym", "people", "group", "force")
_BOTH = re.compile(r"\b(?:both|all|either|each) sides?\b|\bregime and rebel\b|\brebel and (?:regime|government)\b|\bgovernment and rebel\b", re.I)
_FROM = re.compile(r"^[^.;]{0,60}?\b(?:was|were|came|come|is|are)?\s*from (?:the )?(?=[A-Z])|^,? (?:a|an) (?=[A-Z]\w+ (?:citizen|national|native)\b)", re.I)
_BACKING = re.compile(r"\W+(?:backed|led|made|born|trained|occupied|installed|supported|run|controlled|held|linked)\b", re.I)
_FORCE_NOUNS = frozenset(
    "forces troops army military air airstrike airstrikes strike strikes shelling bombing bombardment warplanes war drone drones missile missiles rocket rockets attack attacks raid raids artillery jets planes police security soldiers fighters militants rebels mercenaries gunmen terrorists regime invasion offensive assault fire navy marines officials authorities president ministry minister defense defence".split()
)


class Side(NamedTuple):
    """The side of a claim's victims (None where nothing tells, or several are counted together), where it is read, why."""

    side: str | None
    span: Span | None
    rule: str


NOBODY = Side(None, None, "side-none")


def sides(context: ClaimContext, harmed: Sequence[Harmed], where: Sequence[Where]) -> list[Side]:
    """The sides of all claims of a report, in the order of `harmed`, which is that of the text."""
    reader = _Reader(context, harmed, where)
    return reader.read()


class _Reader:
    """Reads the sides of one report's claims, first to last, each knowing those before it."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed], where: Sequence[Where]) -> None:
        self._context, self._harmed, self._where = context, harmed, where
        self._out: list[Side] = []
        self._kinds = [kind_of(people.victims) for people in harmed]
        self._groups: Counter[str] | None = None
        self._countries: list[tuple[int, str]] | None = None

    def read(self) -> list[Side]:
        for at in range(len(self._harmed)):
            self._out.append(self._side(at))
        return self._out

    def _side(self, at: int) -> Side:
        people = self._harmed[at]
        if people.victims and _BOTH.search(people.victims):
            return Side(None, None, "side-both")
        for found in (self._said(at), self._beside(at), self._possessed(at), self._carried(at), self._named(at)):
            if found is not None:
                return found
        kind = self._kinds[at]
        if kind in ("rebels", "attackers", "fighters"):
            return self._armed(at, kind)
        if kind == "state":
            return self._state(at)
        return self._local(at)

    def _said(self, at: int) -> Side | None:
        """The nation or group that the noun phrase itself names."""
        people = self._harmed[at]
        if not people.victims:
            return None
        span = people.victims_span
        text = self._context.text if span is not None else people.victims
        words = scan(text, span or Span(0, len(people.victims)))
        found = [
            mention
            for mention in parties(text, words, caps=self._context.caps)
            if not mention.glued and not _BACKING.match(text, mention.end) and self._owns(text, mention, words.starts[0] if words.starts else 0)
        ]
        return self._one_of(at, text, found, span is not None)

    def _owns(self, text: str, mention: PartyMention, start: int) -> bool:
        """False for the place in "soldiers in Mali"."""
        before = text[max(start, mention.start - 12) : mention.start].lower().split()
        return not (before and mention.party.kind in ("country", "capital") and {"in", "at", "near", "of"} & set(before[-2:]) and before[-1] != "from")

    def _one_of(self, at: int, text: str, found: list[PartyMention], here: bool) -> Side | None:
        best = [mention for mention in found if mention.party.kind in ("group", "force")] or found
        if not best:
            return None
        names = list(dict.fromkeys(mention.party.side for mention in best))
        if len(names) > 1 and re.search(r"\b(?:and|or)\b", text[best[0].end : best[-1].start], re.I):
            return Side(None, None, "side-several")
        mention = best[0]
        side = self._rebels_of(at, mention.party) or mention.party.side
        return Side(side, Span(mention.start, mention.end) if here else None, "side-said")

    def _rebels_of(self, at: int, party: Party) -> str | None:
        """ "Syrian rebels" are not Syria's."""
        words = set((self._harmed[at].victims or "").lower().split())
        if party.kind != "demonym" or not words & {"rebel", "rebels", "insurgent", "insurgents", "separatist", "separatists", "guerrillas", "guerrilla"}:
            return None
        return self._main_group(self._harmed[at].sentence, party.iso) or self._demonym_rebels(party)

    def _demonym_rebels(self, party: Party) -> str:
        demonym = next((key for key, other in nations().items() if other.side == party.side and other.kind == "demonym"), party.side)
        return f"{demonym.capitalize()} rebels"

    def _beside(self, at: int) -> Side | None:
        """ "One soldier from France", "four of the dead were from Ukraine"."""
        people = self._harmed[at]
        end = max(people.end, people.victims_span.end if people.victims_span else 0)
        limit = self._context.sentences[people.sentence].end
        following = [other.start for other in self._harmed if other.start > people.start]
        match = _FROM.search(self._context.text[end : min(limit, end + 80)])
        if match is None or any(end <= start < end + match.end() and "," not in match.group() for start in following):
            return None
        target = end + match.end()
        for mention in self._context.parties(people.sentence):
            if mention.start == target and mention.party.kind in ("country", "demonym", "capital"):
                return Side(mention.party.side, Span(mention.start, mention.end), "side-from")
        return None

    def _possessed(self, at: int) -> Side | None:
        """ "Its citizens", "their troops": those of the last party named before in the sentence."""
        people = self._harmed[at]
        window = self._context.text[max(0, people.start - 14) : people.end + 16].lower().split()
        phrase = (people.victims or "").lower().split()
        if not role_words().possessives & {*phrase[:1], *window} or self._kinds[at] not in ("state", "fighters", "civilians", "people", None):
            return None
        if not role_words().possessives & {*phrase[:1], *self._context.text[people.end : people.end + 16].lower().split()[:2]} and not (
            role_words().possessives & set(self._context.text[max(0, people.start - 8) : people.start].lower().split()[-1:])
        ):
            return None
        for sentence in (people.sentence, people.sentence - 1):
            if sentence < 0:
                break
            for mention in reversed(self._context.parties(sentence)):
                if mention.end <= people.start and not mention.glued:
                    return Side(mention.party.side, Span(mention.start, mention.end), "side-possessive")
        return None

    def _carried(self, at: int) -> Side | None:
        """Others, the rest, part of them: the side of the people told of before."""
        people = self._harmed[at]
        if not at or people.names:
            return None
        if people.whole is not None and people.whole < at and self._kinds[at] in (None, "people"):
            return self._out[people.whole]._replace(rule="side-whole")
        before = self._harmed[at - 1]
        same = before.sentence == people.sentence or (before.sentence == people.sentence - 1 and people.victims is None)
        if same and self._points_back(people) :
            return self._out[at - 1]._replace(rule="side-carried")
        return None

    def _points_back(self, people: Harmed) -> bool:
        phrase = " ".join((people.victims or "").lower().split())
        own = people.victims_span is not None and people.victims_span.start >= people.end
        return not phrase or phrase in role_words().elliptic or not own

    def _named(self, at: int) -> Side | None:
        """A named person's: by what stands around the name, anywhere in the report."""
        people = self._harmed[at]
        if not people.names:
            return None
        return self._told_before(at) or self._around_name(at)

    def _told_before(self, at: int) -> Side | None:
        last = {name.lower().split()[-1] for name in self._harmed[at].names}
        for back in range(at - 1, -1, -1):
            if any(name.lower().split()[-1] in last or last & set(name.lower().split()) for name in self._harmed[back].names) and self._out[back].side:
                return self._out[back]._replace(rule="side-same-person")
        return None

    def _around_name(self, at: int) -> Side | None:
        """The group or nation in the apposition or title beside any mention of the name."""
        people = self._harmed[at]
        name = people.names[0]
        surname = name.split()[-1]
        for match in re.finditer(r"\b" + re.escape(surname) + r"\b", self._context.text):
            found = self._descriptor(match.start(), match.end(), surname)
            if found is not None:
                return found
        return None

    def _descriptor(self, start: int, end: int, surname: str) -> Side | None:
        text = self._context.text
        sentence = self._sentence_at(start)
        span = self._context.sentences[sentence]
        after = re.match(r"[^.;]{0,30}?,?\s*(?:\(\w+\),?\s*)?(?:a|an|the|who was|was|is|one of)\s[^.;]{0,90}", text[end : span.end], re.I)
        ranges = [(max(span.start, start - 50), start)]
        if after:
            ranges.append((end, end + after.end()))
        leaders = role_words().leaders
        for low, high in ranges:
            words = set(text[low:high].lower().replace(",", " ").split())
            if not words & leaders and not words & {"citizen", "national", "militant", "militants", "fighter", "member", "diplomat", "embassy", "politician", "lawmaker", "activist", "soldier", "officer", "sergeant", "lieutenant", "general"}:
                continue
            inside = [m for m in self._context.parties(sentence) if low <= m.start < high and not m.glued]
            inside = [m for m in inside if m.party.kind in ("group", "force")] or [m for m in inside if m.party.kind == "demonym"]
            if inside:
                return Side(inside[0].party.side, Span(inside[0].start, inside[0].end), "side-title")
        return None

    def _sentence_at(self, offset: int) -> int:
        spans = self._context.sentences
        return next((i for i, span in enumerate(spans) if span.start <= offset < span.end), len(spans) - 1)

    def _armed(self, at: int, kind: NounKind) -> Side:
        """Rebels, militants, gunmen: the group that the sentence or the report is about."""
        people = self._harmed[at]
        here = [m for m in self._context.parties(people.sentence) if m.party.kind == "group"]
        names = list(dict.fromkeys(m.party.side for m in here))
        if kind == "attackers" and not here:
            return self._same_kind(at) or NOBODY
        if len(names) == 1:
            return Side(names[0], Span(here[0].start, here[0].end), "side-group")
        if len(names) > 1:
            return Side(None, None, "side-several")
        told = self._same_kind(at)
        if told is not None:
            return told
        country = self._where[at].country or self._theatre(at)
        if kind == "fighters":
            return self._state(at)
        group = self._main_group(people.sentence, None)
        if group:
            return Side(group, None, "side-report-group")
        if kind == "rebels" and country:
            party = next((p for p in nations().values() if p.iso == country and p.kind == "demonym"), None)
            if party is not None and "rebel" in (people.victims or "").lower():
                return Side(self._demonym_rebels(party), None, "side-rebels")
        return NOBODY

    def _same_kind(self, at: int) -> Side | None:
        for back in range(at - 1, max(-1, at - 5), -1):
            if self._kinds[back] in ("rebels", "attackers", "fighters") and self._out[back].side:
                return self._out[back]._replace(rule="side-carried")
        return None

    def _main_group(self, sentence: int, iso: str | None) -> str | None:
        """The armed group that the report names most, None where two are named as often."""
        if self._groups is None:
            self._groups = Counter(
                m.party.side for i in range(len(self._context.sentences)) for m in self._context.parties(i) if m.party.kind == "group"
            )
        ranked = self._groups.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    def _state(self, at: int) -> Side:
        """Soldiers, policemen: of the country said beside them, of those told before, or of the place's country."""
        people = self._harmed[at]
        for back in range(at - 1, -1, -1):
            if self._kinds[back] in ("state", "fighters") and self._out[back].side and self._harmed[back].sentence >= people.sentence - 6:
                return self._out[back]._replace(rule="side-carried")
        near = self._nearby_force(people)
        if near is not None:
            return near
        return self._local(at)

    def _nearby_force(self, people: Harmed) -> Side | None:
        """The nation whose troops the sentence speaks of ("demoralised soldiers ... amongst Russian troops")."""
        text = self._context.text
        for mention in self._context.parties(people.sentence):
            after = text[mention.end : mention.end + 20].lower().split()[:1]
            if mention.party.kind == "demonym" and after and after[0].strip(",.'’") in ("troops", "soldiers", "servicemen", "army", "forces", "military"):
                return Side(mention.party.side, Span(mention.start, mention.end), "side-near")
        actor = next((m for m in self._context.parties(people.sentence) if m.end <= people.start and m.party.kind == "country" and not m.glued), None)
        if actor is not None and people.harm == "bodies":
            return Side(actor.party.side, Span(actor.start, actor.end), "side-near")
        return None

    def _local(self, at: int) -> Side:
        """People of the country where the place lies, or which the report is about."""
        people, kind = self._harmed[at], self._kinds[at]
        if people.scope == "cumulative" and kind in (None, "people") and people.victims != "" :
            carried = self._toll(at)
            if carried is not None:
                return carried
        iso = self._where[at].country or self._theatre(at)
        if iso is None:
            return NOBODY
        party = next((p for p in nations().values() if p.iso == iso and p.kind == "country"), None)
        return Side(party.side, None, "side-place") if party else NOBODY

    def _toll(self, at: int) -> Side | None:
        """A running toll without victims: the one told of just before, or nobody's where it is a whole war's."""
        people = self._harmed[at]
        sentence = self._context.quote(self._context.sentences[people.sentence]).lower()
        if at and self._harmed[at - 1].scope == "cumulative" and people.sentence - self._harmed[at - 1].sentence <= 2 and self._where[at].name is None:
            return self._out[at - 1]._replace(rule="side-carried")
        if any(re.search(rf"\b{word}\b", sentence) for word in role_words().war):
            return Side(None, None, "side-war")
        return None

    def _theatre(self, at: int) -> str | None:
        """The country that the report is about at this claim: of the nearest place told, then by its words."""
        found = [(abs(i - at), w.country) for i, w in enumerate(self._where) if w.country]
        if found:
            return min(found)[1]
        return self._dominant(self._harmed[at].sentence)

    def _dominant(self, sentence: int) -> str | None:
        """The country named most, its forces, strikes and officials not counted."""
        if self._countries is None:
            self._countries = self._named_countries()
        votes = Counter[str]()
        for number, iso in self._countries:
            votes[iso] += 3 if number == sentence else 2 if number <= 1 else 1
        return votes.most_common(1)[0][0] if votes else None

    def _named_countries(self) -> list[tuple[int, str]]:
        text, out = self._context.text, []
        for number in range(len(self._context.sentences)):
            for mention in self._context.parties(number):
                if mention.party.iso is None or mention.party.kind in ("group", "force", "metonym") or mention.glued:
                    continue
                after = text[mention.end : mention.end + 24].lower().split()[:1]
                if mention.party.kind == "demonym" and after and after[0].strip(",.'’") in _FORCE_NOUNS:
                    continue
                out.append((number, mention.party.iso))
        return out
