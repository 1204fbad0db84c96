"""The country that a claim speaks of when it names none: of its place, or of the report around it."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from cenotaph.find.answers import Side, Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.assaults import AssaultReader, is_told_as_cause, state_at_war_with, strikes_its_own
from cenotaph.find.whose.countries.called import CalledLands
from cenotaph.find.whose.countries.known import likeliest, of_marks, of_well_known_names, well_known
from cenotaph.find.whose.countries.lands import Lands
from cenotaph.find.whose.countries.placed import PlacedLands
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.parties import People, country_names, elsewhere, enemies, natives, peoples
from cenotaph.find.whose.report_groups import ReportGroups
from cenotaph.model import Span

_DATELINE, _SAME_SENTENCE, _OPENING, _ANYWHERE = 3, 3, 2, 1  # Votes.
_OPENING_SENTENCES = 3
_COUNTRY = 1  # A rank.
_ENEMY = 3  # An enemy struck is named at least a third as often as the country that strikes.
_MAINLY = 3  # Times that a country is named as often as any other which the report is not about.
_LAND = 50  # Characters before a country's name in which "in war-torn northern" stands.


class Theatre:
    """The countries and armed groups that a report is about."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed], where: Sequence[Where]) -> None:
        self._context, self._harmed, self._where = context, harmed, where
        self._told: dict[int, str | None] = {}
        self._assaults, self._lands = AssaultReader(context), Lands(context)
        self.groups = ReportGroups(context)
        self._called = CalledLands(context, harmed, where)
        self._placed = PlacedLands(context, harmed, where, self._assaults, self._lands)

    def country(self, at: int) -> str | None:
        """The country (ISO 3166) where the claim's place lies, if the report names that country or names none; else
        the one the report is about."""
        if at not in self._told:
            self._told[at] = self._country(at)
        return self._told[at]

    def _country(self, at: int) -> str | None:
        held = self._called.held(at)
        if held is not None:
            return held
        if self._lands.community is not None:
            return self._lands.community
        called = self._called.struck(at)
        if called is not None:
            return called
        if self._is_where_sent(at) and self._lands.spoken_of:
            return self._lands.spoken_of
        placed, sentence = self._placed.countries[at], self._harmed[at].sentence
        if placed and self._placed.is_by_cause(at):
            placed = None
        assaults = self._assaults.of(sentence, self._harmed[at].start)
        before = self._assaults.of(sentence - 1)
        struck = assaults.struck[0] if len(set(assaults.struck)) == 1 else None
        told = self._land_named(at)
        far = placed in assaults.striking or not self._placed.is_here(at)
        if far and told is not None and placed not in (None, told) and self._lands.opens(sentence) == told:
            return told  # "In Cambodia's Oddar Meanchey province", whatever town is told elsewhere.
        if (
            placed
            and self._where[at].rule.startswith("place-sentence")
            and not (placed in assaults.striking and (struck or self._where[at].rank <= _COUNTRY))
        ):
            return placed
        if self._where[at].name is None and self._is_of_several_lands(at):
            return None
        if told is not None or struck is not None:
            return told or struck
        away = assaults.striking | assaults.leading
        alone = self._lands.by_name(sentence) - away
        if before.struck and not away and not alone:
            return before.struck[-1]
        if placed and self._where[at].rule == "place-before" and self._are_taken_at_home(at, away):
            return self._context.dateline_country
        if len(alone) == 1 and placed and placed not in alone and self._where[at].rule == "place-before":
            return next(iter(alone))  # A sentence that speaks of one land alone, behind a place in another.
        if placed and (placed not in away or self._strikes_at_home(at, placed)):
            return placed
        if self._where[at].name is None and (town := self._called.town(sentence)):
            return town
        led = bool(assaults.leading)  # "The Hamas-led attack" is no army's.
        if not led and self._is_placed_nowhere(away) and strikes_its_own(away, self._lands.in_text.keys()):
            return next(iter(away))
        about = self._about(at, away)
        if not away and about in before.striking and self._where[at].rank != _COUNTRY:
            about = self._of_struck(at, about) or about
        return None if about in assaults.leading else about

    def _is_placed_nowhere(self, away: frozenset[str]) -> bool:
        """Whether no claim has a place in a land that doesn't strike."""
        return away.issuperset(iso for iso in self._placed.countries if iso)

    def _are_taken_at_home(self, at: int, away: frozenset[str]) -> bool:
        """ "People arrested by the Danish army", in a report from Denmark: there, wherever somebody was told of before."""
        return self._harmed[at].harm == "captured" and away == {self._context.dateline_country}

    def _of_struck(self, at: int, about: str | None) -> str | None:
        """ "Russia struck Kharkiv. Two people were killed.": the land of the place, or that at war with the striker."""
        where, name = self._where[at], self._where[at].name
        enemy = state_at_war_with(about or "") if len(self._context.countries) == 1 else None
        if name is None:  # "Russia bombed a theatre in Mariupol. The city counted 2,400 dead."
            struck = {site.country for site in self._context.sites(self._harmed[at].sentence - 1)}
            return enemy if enemy in struck else None
        return where.country or well_known(name) or enemy or likeliest(name)

    def _is_where_sent(self, at: int) -> bool:
        """Whether a claim has no other place than that from which the report was sent."""
        line, name = self._context.dateline, self._where[at].name
        return line is not None and name is not None and name in self._context.quote(line)

    def _strikes_at_home(self, at: int, placed: str) -> bool:
        """Whether a claim's own place lies in a country that strikes and that the report is about: a regime's raids on its towns."""
        told = self._where[at].name and placed not in self._assaults.of(self._harmed[at].sentence).leading
        votes = self._votes(at)
        others = max((count for iso, count in votes.items() if iso != placed), default=0)
        return bool(told) and votes[placed] >= _MAINLY * others

    def is_of_other_land(self, at: int, back: int, side: str) -> bool:
        """Whether a claim's sentence names another land than that of an earlier claim's on its own land's people."""
        here, there = self._land_named(at), self._land_named(back) or self.country(back)
        return here is not None and there not in (None, here) and country_names().get(there or "") == side

    def is_called(self, at: int) -> bool:
        """Whether the words for a claim's attack tell whom it struck: "the Hamas-led attack, which killed"."""
        return self._called.struck(at) is not None

    def is_of_joined_lands(self, at: int) -> bool:
        """Whether a claim's sentence tells what happened in two lands at once."""
        return self._called.are_joined(at)

    def struck(self, at: int) -> str | None:
        """The one country that a claim's sentence tells of as struck by another that it names."""
        assaults = self._assaults.of(self._harmed[at].sentence, self._harmed[at].start)
        return assaults.struck[0] if assaults.striking and len(set(assaults.struck)) == 1 else None

    def strikers(self, at: int) -> frozenset[str]:
        """The short names of the countries that a claim's sentence tells of as attacking."""
        striking = self._assaults.of(self._harmed[at].sentence, self._harmed[at].start).striking
        return frozenset(country_names()[iso] for iso in striking if iso in country_names())

    def enemy(self, at: int) -> str | None:
        """The side of the one state at war with the country that a claim speaks of."""
        return enemies().get(country_names().get(self.country(at) or "", ""))

    def _is_of_several_lands(self, at: int) -> bool:
        """ "Attacks in Mali, Niger and Burkina Faso killed 4,000 people in 2019"."""
        if self._harmed[at].scope != "cumulative":
            return False
        sentence = self._harmed[at].sentence
        listed = self._context.tells(sentence, "in-several-lands") is not None
        return listed and len(self._lands.by_name(sentence)) > 1

    def _land_named(self, at: int) -> str | None:
        """The country in whose land the sentence says that it happened ("in war-torn northern Ethiopia")."""
        sentence = self._harmed[at].sentence
        start = self._context.sentences[sentence].start
        found = {
            mention.party.iso
            for mention in self._context.parties(sentence)
            if self._lands.is_told_as_land(mention, max(start, mention.start - _LAND))
            and not is_told_as_cause(self._context, sentence, mention.start)
        }
        return next(iter(found)) if len(found) == 1 else None

    def side_of(self, mention: PartyMention, rule: str, at: int, *, armed: bool = False) -> Side:
        """The side of people said to be a party's; of a people without a state the `armed` are a group's, the others of
        the country where they live."""
        span, party = Span(mention.start, mention.end), mention.party
        if party.kind != "people":
            meant = elsewhere().get((party.side, self.country(at) or "")) if party.kind == "group" else None
            return Side(meant or party.side, span, rule)
        people, place = peoples()[party.side], self._where[at].country or self.country(at)
        if armed:
            rebels = cue("rebels-behind").found(self._context.text, mention.end, mention.end + 16)
            group = (people.rebels.get(place or "") if rebels else None) or self.fighters_of(people, place)
            return Side(group or party.side, span, rule)
        iso = place if place in people.countries or not people.countries else people.countries[0]
        return Side(country_names().get(iso or "", party.side), span, rule)

    def fighters_of(self, people: People, place: str | None) -> str | None:
        """The armed group of a people: one that the report names, else that of the place."""
        here = people.groups.get(place or "") or [
            group for named in people.groups.values() for group in named
        ]
        named = next((m.party.side for m in self._context.named if m.party.side in here), None)
        return named or next(iter(here), None)

    def _about(self, at: int, striking: frozenset[str]) -> str | None:
        """The country of the nearest place told, else the one named most; one that strikes only where no other is named."""
        found = [(abs(i - at), i > at, iso) for i, iso in enumerate(self._placed.countries) if iso]
        others, votes = [one for one in found if one[-1] not in striking], self._votes(at)
        if others:
            near, (most, count) = min(others)[-1], next(iter(votes.most_common(1)), (None, 0))
            aside = most not in striking and near in votes and _MAINLY * votes[near] < count
            return most if aside else near
        if striking and (enemy := self._enemy(votes, striking)) is not None:
            return enemy
        if striking and (home := self.groups.home_of(self._harmed[at].sentence)) not in (None, *striking):
            return home  # "Israel's offensive against Hezbollah killed 175 people".
        if found:
            return min(found)[-1]
        sent = self._of_places or self._context.dateline_country
        away = striking.issuperset(votes) and sent not in striking
        if votes and not away:
            return self._foremost(votes)
        return (
            self._of_places
            or self._lands.first_force(striking)
            or self.groups.home
            or (self._context.dateline_country if self._is_filed_abroad else None)
            or (None if self._context.countries - self._lands.served else self._untold)
        )

    @cached_property
    def _is_filed_abroad(self) -> bool:
        """ "HAVANA (CUBA)": copy in capitals tells its dateline's land where it is filed under another, and speaks more of that."""
        spoken_of, sent = self._lands.in_text, self._context.told_where_sent
        return (
            self._context.caps and sent is not None and spoken_of[sent] < max(spoken_of.values(), default=1)
        )

    @cached_property
    def _untold(self) -> str | None:
        """The country of a report that names none: of its well-known towns, of its courts and police, or of the likeliest
        place of the name in its dateline."""
        line = self._context.dateline
        sent = likeliest(self._context.quote(line)) if line is not None else None
        return of_well_known_names(self._context.text) or of_marks(self._context.text) or sent

    def _foremost(self, votes: Counter[str]) -> str:
        """The country with most votes; of several with as many one that the report does not tell of as striking."""
        (first, most), *others = votes.most_common()
        tied = {first, *(iso for iso, count in others if count == most)}
        if len(tied) > 1:
            told = {sentence for sentence, iso in self._lands.named if iso in tied}
            tied -= {iso for sentence in told for iso in self._assaults.of(sentence).striking}
            if self._of_places in tied:
                return self._of_places or first
        return first if first in tied or not tied else min(tied)

    def _enemy(self, votes: Counter[str], striking: frozenset[str]) -> str | None:
        """The country named most beside those that strike, if it is named about as often: else they strike at home."""
        named = votes + Counter(
            m.party.iso
            for m in self._context.named
            if m.party.iso
            and m.party.kind != "group"
            and striking.isdisjoint(natives().get(m.party.side, ()))
        )  # "Guatemalan troops killed nine Indian peasants".
        others = [(count, iso) for iso, count in named.items() if iso not in striking]
        if not others:
            return None
        count, iso = max(others)
        return iso if count * _ENEMY >= max(named[one] for one in striking) else None

    def _votes(self, at: int) -> Counter[str]:
        """The countries named, each with what its mentions weigh for a claim."""
        votes = Counter[str]()
        sent = None if self._is_filed_abroad else self._context.dateline_country
        if sent:
            votes[sent] = _DATELINE if self._speaks_of_dateline else 1
        for iso in self._lands.titled:
            votes[iso] += _OPENING
        for sentence, iso in self._lands.named:
            here = sentence == self._harmed[at].sentence
            votes[iso] += _SAME_SENTENCE if here else _OPENING if sentence <= 1 else _ANYWHERE
        if self._lands.spoken_of and sent:
            votes[sent] = 1
        return votes

    @cached_property
    def _speaks_of_dateline(self) -> bool:
        """Whether the land from which the report is sent is spoken of in it, or no other is: from Beirut one writes of Syria."""
        lands = {iso for _, iso in self._lands.named} | self._lands.titled
        return not lands or self._context.dateline_country in (*lands, self._context.station_home)

    @cached_property
    def _of_places(self) -> str | None:
        """The country of the first place that the report's opening or a claim's sentence names."""
        sentences = {
            *range(min(_OPENING_SENTENCES, len(self._context.sentences))),
            *(h.sentence for h in self._harmed),
        }
        sites = (site for sentence in sorted(sentences) for site in self._context.sites(sentence))
        found = [site.country for site in sites if site.country]
        told = (country for country in found if country in self._context.countries)
        return next(told, next(iter(found), None))

    @cached_property
    def home(self) -> str | None:
        """The country from whose town the report is datelined."""
        line = self._context.dateline
        return self._context.dateline_country or (well_known(self._context.quote(line)) if line else None)
