"""Whose people the victims are: said by their noun phrase, by what is beside it, or by the place and the report."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.nouns import NounKind, kind_of, role_words
from cenotaph.find.parties import Party, armed_groups, nations
from cenotaph.find.answers import Where
from cenotaph.find.scan import PartyMention, parties
from cenotaph.model import Span

_PEOPLES_OWN = ("country", "demonym", "people", "group", "force")
_BOTH = re.compile(r"\b(?:both|all|either|each) sides?\b|\bregime and rebel\b|\brebel and (?:regime|government)\b|\bgovernment and rebel\b", re.I)
_FROM = re.compile(r"^[^.;]{0,60}?\b(?:was|were|came|come|is|are)?\s*from (?:the )?(?=[A-Z])|^,? (?:a|an) (?=[A-Z]\w+ (?:citizen|national|native)\b)", re.I)
_BACKING = re.compile(r"\W+(?:backed|led|made|born|trained|occupied|installed|supported|run|controlled|held|linked)\b", re.I)
_FORCE_NOUNS = frozenset(
    "forces troops army military air airstrike airstrikes strike strikes shelling bombing bombardment warplanes war drone drones missile missiles rocket rockets attack attacks raid raids artillery jets planes police security soldiers fighters militants rebels mercenaries gunmen terrorists regime invasion offensive assault fire navy marines officials authorities president ministry minister defense defence".split()
)


_ORGANS = frozenset("alliance party association federation movement organisation organization union front league congress council committee commission corporation society foundation observatory network".split())
_SUFFERED = re.compile(
    r"(?:['’]s)?(?: [\w-]+){0,3}? (?:suffered|lost|sustained|admitted|acknowledged|taken|recorded)\b[^.;,]{0,20}$| (?:has|have|had) $"
    r"| (?:\w+ )?(?:losses|victims|casualties|dead|death toll|deaths)\b[^.;]{0,90}$",
    re.I,
)
_ADMINISTERED = re.compile(r"-(?:administered|controlled|ruled) \W*(?:\w+ )?")
_ADJECTIVE = re.compile(r"U\.?S\.? \w|U\.?K\.? \w")
_DIVISION = re.compile(r"\s+(?:department|province|state|district|county)\b", re.I)
_JOINED = re.compile(r"\b(?:and|or|while|with|plus|to|includ\w+|but|as)\b|[,;:(&-]", re.I)
_OF_OWN = re.compile(r"\s+of (?:its|their|our|his|her|my)\b", re.I)
_OF_WHOM = re.compile(r"\s+of (?:whom|them|which|those)\b", re.I)
_LISTED = re.compile(r"\s[-–—]\s*(?:an? [\w -]{3,45} and\s*)?$")
_DIE = re.compile(r"\s+(?:have |had )?(?:die|died|are dying|were killed|perished)\b", re.I)
_APPOSITION = re.compile(r"(?:\s*\([^)]{1,30}\))?(?:,\s*(?:\d+,\s*)?|,?\s+(?=who ))(?:an?|the|who|one of)\s[^.;]{0,120}", re.I)
_LOWER = re.compile(r"[a-z]+")
_TITLED = frozenset("citizen national militant militants fighter diplomat embassy politician lawmaker activist soldier officer sergeant lieutenant general student journalist".split())
_LEADERSHIP = re.compile(r"['’]s? (?:\w+ )?(?:leadership|leader|chief|founder)", re.I)
_TROOPS = re.compile(r"\s+(?:\w+ )?(?:troops|soldiers|servicemen|conscripts)\b", re.I)
_DEADLY = re.compile(r"\b(?:dead|killed|bodies|corpses|losses|casualties|died|wounded|remains|slain)\b", re.I)
_BETWEEN = re.compile(r"between (?:the )?\x00 and (?:the )?\x00|\x00 and \x00 (?:forces|troops|soldiers)", re.I)
_AMONG = re.compile(r"\b(?:among|of (?:them|the (?:dead|deceased|victims|wounded))|citizens?|nationals?|tourists?|foreign\w*|its|were also|one American died)\b|\(", re.I)


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
        for read in (self._member, self._said, self._beside, self._suffered, self._possessed, self._carried, self._person):
            found = read(at)
            if found is not None:
                return found
        kind = self._kinds[at]
        if kind in ("rebels", "attackers", "fighters"):
            return self._armed(at, kind)
        if kind == "state":
            return self._state(at)
        return self._local(at)

    def _member(self, at: int) -> Side | None:
        """A named person's armed group, which tells more than the nationality ("a Colombian, a member of the M-19")."""
        if not self._harmed[at].names:
            return None
        found = self._around_name(at)
        return found if found is not None and found.rule == "side-member" else None

    def _said(self, at: int) -> Side | None:
        """The nation or group that the noun phrase itself names."""
        people = self._harmed[at]
        if not people.victims:
            return None
        span = people.victims_span
        text = self._context.text if span is not None else people.victims
        if span is not None:
            mentions = [m for m in self._context.parties(people.sentence) if span.start <= m.start < span.end]
        else:
            mentions = parties(text, caps=self._context.caps)
        start = span.start if span else 0
        found = [m for m in mentions if not m.glued and not _BACKING.match(text, m.end) and self._owns(text, m, start)]
        return self._one_of(at, text, found, span is not None)

    def _owns(self, text: str, mention: PartyMention, start: int) -> bool:
        """False for the place in "soldiers in Mali" and for a part of a longer name ("of the American Popular Alliance")."""
        before = text[max(start, mention.start - 24) : mention.start].lower().split()
        if mention.party.kind in ("country", "capital") and {"in", "at", "near", "of"} & set(before[-2:]):
            return False
        return not ("of" in before and _names_organ(text, mention))

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
        return f"{demonyms().get(party.side, party.side).capitalize()} rebels"

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

    def _suffered(self, at: int) -> Side | None:
        """ "Russia has lost 300", "the number of Russian casualties reached 300"."""
        people, text = self._harmed[at], self._context.text
        for mention in reversed(self._context.parties(people.sentence)):
            if mention.end <= people.start and not mention.glued and _SUFFERED.match(text[mention.end : people.start]):
                return Side(mention.party.side, Span(mention.start, mention.end), "side-suffered")
        return None

    def _possessed(self, at: int) -> Side | None:
        """ "Its citizens", "three of their troops": those of the last party named before."""
        people, cues, text = self._harmed[at], role_words(), self._context.text
        phrase = (people.victims or "").lower().split()
        after = _OF_OWN.match(text[people.end : people.end + 16])
        if not (phrase and phrase[0] in cues.possessives) and after is None:
            return None
        if {word.strip(",") for word in phrase} & cues.kin:
            return self._out[at - 1]._replace(rule="side-kin") if 0 < at <= len(self._out) else None
        for sentence in range(people.sentence, max(-1, people.sentence - 3), -1):
            for mention in reversed(self._context.parties(sentence)):
                if mention.end <= people.start and not mention.glued:
                    return Side(mention.party.side, Span(mention.start, mention.end), "side-possessive")
        return None

    def _carried(self, at: int) -> Side | None:
        """Others, the rest, part of them: the side of the people told of before."""
        people = self._harmed[at]
        if not at or people.names:
            return None
        if people.whole is not None and people.whole < at and self._kinds[at] in (None, "people", "civilians", "attackers", "fighters"):
            return self._out[people.whole]._replace(rule="side-whole")
        if self._is_part(people):
            return self._out[at - 1]._replace(rule="side-part")
        before = self._harmed[at - 1]
        same = before.sentence == people.sentence or (before.sentence == people.sentence - 1 and people.victims is None)
        if not same or not self._points_back(people) or self._own_verb(at) or self._whole_war(at) or not self._joined(before, people):
            return None
        if self._two_before(at):
            return Side(None, None, "side-several")
        return self._out[at - 1]._replace(rule="side-carried")

    def _is_part(self, people: Harmed) -> bool:
        """ "107 of whom", "two of them", "two soldiers - a sergeant and a private"."""
        text = self._context.text
        return bool(_OF_WHOM.match(text[people.end : people.end + 12]) or _LISTED.search(text[max(0, people.start - 60) : people.start]))

    def _whole_war(self, at: int) -> bool:
        """Whether a running total of a war opens a sentence of its own."""
        people = self._harmed[at]
        if people.scope != "cumulative" or self._harmed[at - 1].sentence == people.sentence:
            return False
        return bool(self._context.bag(people.sentence) & role_words().war)

    def _joined(self, before: Harmed, people: Harmed) -> bool:
        """Whether two counts of one sentence stand in a list ("3 dead and 12 wounded") and not as subject and object."""
        between = self._context.text[before.end : people.start]
        return before.sentence != people.sentence or people.victims is not None or bool(_JOINED.search(between))

    def _own_verb(self, at: int) -> bool:
        """ "As thousands die": people of their own, not the ones told before."""
        people = self._harmed[at]
        return people.victims is None and people.scope == "cumulative" and bool(_DIE.match(self._context.text[people.end : people.end + 20]))

    def _two_before(self, at: int) -> bool:
        """Whether the two claims before, in this sentence, are of two sides and this one of another harm."""
        if at < 2 or self._harmed[at - 2].sentence != self._harmed[at].sentence:
            return False
        return self._out[at - 1].side != self._out[at - 2].side and self._harmed[at - 1].harm == self._harmed[at - 2].harm != self._harmed[at].harm

    def _points_back(self, people: Harmed) -> bool:
        phrase = " ".join((people.victims or "").lower().split())
        own = people.victims_span is not None and people.victims_span.start >= people.end
        return not phrase or phrase in role_words().elliptic or not own

    def _person(self, at: int) -> Side | None:
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
        surname = self._harmed[at].names[0].split()[-1]
        nation = None
        for match in re.finditer(r"\b" + re.escape(surname) + r"\b", self._context.text):
            for found in self._descriptors(match.start(), match.end()):
                if found.rule == "side-member":
                    return found
                nation = nation or found
        return nation

    def _descriptors(self, start: int, end: int) -> Iterator[Side]:
        text = self._context.text
        sentence = self._context.sentence_at(start)
        span = self._context.sentences[sentence]
        after = _APPOSITION.match(text[end : span.end])
        low = max(span.start, start - 60, *(text.rfind(sign, 0, start) for sign in ",.;:]["))
        leaders = role_words().leaders
        for first, last in ((low, start), (end, end + after.end() if after else end)):
            words = set(_LOWER.findall(text[first:last].lower()))
            for mention in self._context.parties(sentence):
                if not (first <= mention.start < last) or mention.glued:
                    continue
                if mention.party.kind in ("group", "force") and words & leaders:
                    yield Side(mention.party.side, Span(mention.start, mention.end), "side-member")
                elif mention.party.kind == "demonym" and words & (leaders | _TITLED) and not _names_organ(text, mention):
                    yield Side(mention.party.side, Span(mention.start, mention.end), "side-title")
        for mention in self._context.parties(sentence):
            if mention.party.kind == "group" and _LEADERSHIP.match(text[mention.end : mention.end + 30]):
                yield Side(mention.party.side, Span(mention.start, mention.end), "side-member")

    def _armed(self, at: int, kind: NounKind) -> Side:
        """Rebels, militants, gunmen: the group that the sentence or the report is about."""
        people = self._harmed[at]
        here = [m for m in self._context.parties(people.sentence) if m.party.kind == "group"]
        names = list(dict.fromkeys(m.party.side for m in here))
        if kind == "attackers" and not here:
            return self._same_kind(at) or NOBODY
        here = [m for m in here if m.start < people.start or len(here) == 1] or here
        if len(names) == 1:
            return Side(names[0], Span(here[0].start, here[0].end), "side-group")
        if len(names) > 1:
            return Side(None, None, "side-several")
        told = self._same_kind(at)
        if told is not None:
            return told
        rebels = self._rebels(at)
        if rebels is not None:
            return rebels
        if kind == "fighters":
            return self._state(at)
        group = self._main_group(people.sentence, None)
        return Side(group, None, "side-report-group") if group else NOBODY

    def _rebels(self, at: int) -> Side | None:
        """Rebels of a country whose many groups go by one name ("Syrian rebels")."""
        if "rebel" not in (self._harmed[at].victims or "").lower():
            return None
        iso = self._country(at)
        side = country_names().get(iso or "")
        group = armed_groups().get(f"{demonyms()[side]} rebels") if side in demonyms() else None
        return Side(group.side, None, "side-rebels") if group else None

    def _same_kind(self, at: int) -> Side | None:
        for back in range(at - 1, max(-1, at - 5), -1):
            if self._kinds[back] in ("rebels", "attackers", "fighters") and self._out[back].side:
                return self._out[back]._replace(rule="side-carried")
        return None

    def _main_group(self, sentence: int, iso: str | None) -> str | None:
        """The armed group that the report names most, None where two are named as often."""
        if self._groups is None:
            self._groups = Counter(m.party.side for m in self._context.named if m.party.kind == "group")
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
        """The nation whose troops this sentence or one before speaks of ("demoralised soldiers ... amongst Russian troops")."""
        text = self._context.text
        for sentence in range(people.sentence, max(-1, people.sentence - 9), -1):
            if sentence != people.sentence and not _DEADLY.search(self._context.quote(self._context.sentences[sentence])):
                continue
            for mention in self._context.parties(sentence):
                if mention.party.kind == "demonym" and not mention.glued and _TROOPS.match(text[mention.end : mention.end + 24]):
                    return Side(mention.party.side, Span(mention.start, mention.end), "side-near")
        actor = next((m for m in self._context.parties(people.sentence) if m.end <= people.start and m.party.kind == "country" and not m.glued), None)
        if actor is not None and people.harm == "bodies":
            return Side(actor.party.side, Span(actor.start, actor.end), "side-near")
        return None

    def _local(self, at: int) -> Side:
        """People of the country where the place lies, or which the report is about."""
        people, kind = self._harmed[at], self._kinds[at]
        if kind in (None, "people"):
            if people.scope == "cumulative" and people.harm != "captured":
                toll = self._toll(at)
                if toll is not None:
                    return toll
            if self._between(people):
                return Side(None, None, "side-both")
        iso = self._country(at)
        if iso is None:
            return NOBODY
        if kind in (None, "people") and not people.names and self._foreigners(at, iso):
            return Side(None, None, "side-foreigners")
        return Side(country_names()[iso], None, "side-place") if iso in country_names() else NOBODY

    def _between(self, people: Harmed) -> bool:
        """ "Fighting between Armenia and Azerbaijan" in the sentence that counts the dead."""
        return bool(_BETWEEN.search(self._between_text(people)))

    def _between_text(self, people: Harmed) -> str:
        """The sentence with its nations written as one sign each."""
        text, span = self._context.text, self._context.sentences[people.sentence]
        out, at = [], span.start
        for mention in self._context.parties(people.sentence):
            out += [text[at : mention.start], "\x00" if mention.party.kind in ("country", "demonym") else "\x01"]
            at = mention.end
        return "".join([*out, text[at : span.end]])

    def _foreigners(self, at: int, iso: str) -> bool:
        """Whether some of these dead are told to be of other nations: then the whole is nobody's alone."""
        local = country_names().get(iso)
        for i, other in enumerate(self._harmed):
            if i == at or other.harm != self._harmed[at].harm or other.scope != self._harmed[at].scope or abs(other.sentence - self._harmed[at].sentence) > 6:
                continue
            sentence = self._context.sentences[other.sentence]
            if not _AMONG.search(self._context.text, sentence.start, sentence.end):
                continue
            found = self._out[i] if i < at else (self._said(i) or self._beside(i) or self._possessed(i))
            if found is not None and found.side not in (None, local) and found.rule in ("side-said", "side-from", "side-possessive"):
                return True
        return False

    def _toll(self, at: int) -> Side | None:
        """A running toll without victims: the one told of just before, or nobody's where it is a whole war's."""
        people = self._harmed[at]
        sentence = self._context.bag(people.sentence)
        last = self._harmed[at - 1] if at else None
        if last is not None and not sentence & role_words().war and last.scope == "cumulative" and people.sentence - last.sentence <= 2 and self._where[at].name is None:
            return self._out[at - 1]._replace(rule="side-carried")
        return Side(None, None, "side-war") if sentence & role_words().war else None

    def _country(self, at: int) -> str | None:
        """The country where the claim's place lies, if the report names that country or names none; else its theatre."""
        held = self._held_by(self._where[at].span)
        if held is not None:
            return held
        iso = self._where[at].country
        return iso if iso is not None and self._plausible(iso) else self._theatre(at)

    def _held_by(self, span: Span | None) -> str | None:
        """The state in "Indian-administered Kashmir"."""
        if span is None:
            return None
        for mention in self._context.parties(self._context.sentence_at(span.start)):
            if mention.glued and _ADMINISTERED.fullmatch(self._context.text[mention.end : span.start]):
                return mention.party.iso
        return None

    def _plausible(self, iso: str) -> bool:
        named = {country for _, country in self._named()}
        return not named or iso in named

    def _theatre(self, at: int) -> str | None:
        """The country that the report is about at this claim: of the nearest place told, then by its words."""
        found = [(abs(i - at), w.country) for i, w in enumerate(self._where) if w.country and self._plausible(w.country)]
        if found:
            return min(found)[1]
        votes = Counter[str]()
        if self._context.dateline_country:
            votes[self._context.dateline_country] = 3
        for number, iso in self._named():
            votes[iso] += 3 if number == self._harmed[at].sentence else 2 if number <= 1 else 1
        return votes.most_common(1)[0][0] if votes else None

    def _named(self) -> list[tuple[int, str]]:
        """The countries named, with their sentences; forces, strikes and officials do not count."""
        if self._countries is None:
            self._countries = list(self._name_countries())
        return self._countries

    def _name_countries(self) -> Iterator[tuple[int, str]]:
        text = self._context.text
        for mention in self._context.named:
            if mention.party.iso is None or mention.party.kind in ("group", "force") or mention.glued:
                continue
            after = text[mention.end : mention.end + 24].lower().split()[:1]
            if mention.party.kind == "demonym" and after and after[0].strip(",.'’") in _FORCE_NOUNS:
                continue
            if mention.party.kind == "metonym" and mention.party.side != "Palestine":
                continue
            if _ADJECTIVE.match(text[mention.start : mention.end + 2]) or _DIVISION.match(text[mention.end : mention.end + 14]):
                continue
            yield self._context.sentence_at(mention.start), mention.party.iso


def _names_organ(text: str, mention: PartyMention) -> bool:
    """Whether a nation's adjective begins the name of an organisation ("American Popular Alliance")."""
    after = text[mention.end : mention.end + 60].split()[:4]
    return after[:1] != [] and after[0][:1].isupper() and any(word.lower().strip(",()") in _ORGANS for word in after)


@cache
def demonyms() -> dict[str, str]:
    """The short English name of a country → the first of its people's names, folded."""
    found: dict[str, str] = {}
    for key, party in nations().items():
        if party.kind == "demonym":
            found.setdefault(party.side, key)
    return found


@cache
def country_names() -> dict[str, str]:
    """ISO 3166 code → the short English name that claims carry."""
    return {party.iso: party.side for party in nations().values() if party.kind == "country" and party.iso is not None}
