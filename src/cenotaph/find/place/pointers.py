"""Places that a claim's sentence points at without a name: "in the city", "here", "in his country", "on a Yemeni port"."""

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.capitals import Capitals, at_dateline
from cenotaph.find.place.joint import joint
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site
from cenotaph.find.place.whereabouts import is_of_speaker, is_spoken_of, whereabouts
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.cues import cue
from cenotaph.model import Span

_REGION = 2  # A rank, as in the pack `places`.
_WIDE, _QUARTER, _BACK, _HELP = 3, 5, 4, 20  # Ranks; sentences; characters.
_FACILITIES = frozenset(
    ("hospital", "morgue", "mortuary", "clinic", "medical", "center", "centre", "complex", "lab")
)
_MANY = frozenset(
    ("villages", "towns", "cities", "districts", "neighborhoods", "neighbourhoods", "provinces", "regions")
)
_WIDELY = frozenset(
    ("across", "nationwide", "country", "region", "province", "abroad", "war", "since", "years")
)
_BROUGHT = frozenset(("taken", "brought", "evacuated", "carried", "rushed", "transferred", "flown"))
_TAKEN = 8  # Words.
_HOMES = frozenset(("residence", "villa", "monastery", "convent"))
_NATIONAL = frozenset(("country", "demonym", "force"))
_PROVINCIAL = frozenset(("provincial", "regional", "state"))
_NOUN = 9  # Characters before a name: "town of ".
_OF = (" of ", "\nof ")


class Pointers:
    """Resolves what one report's sentences point at."""

    def __init__(self, context: ClaimContext) -> None:
        self._context, self._capitals = context, Capitals(context)

    def pointed_at(self, people: Harmed) -> Where | None:
        """ "Here", "in the city", "in his country"."""
        context, line = self._context, self._context.dateline
        if line is not None and "here" in context.bag(people.sentence):
            return at_dateline(self._context, line)
        if line is not None and context.tells(people.sentence, "this-city"):
            return at_dateline(self._context, line)
        match = context.tells(people.sentence, "country")
        if match is not None:
            limit = context.sentences[people.sentence].start + match.start()
            whose = people.victims_span or people  # "More than 900 French soldiers have died in the country".
            nations = [
                m
                for m in context.parties(people.sentence)
                if m.start < limit
                and m.party.iso
                and m.party.kind != "group"
                and not people.start <= m.start < max(whose.end, people.end + 2)
            ]
            the = "the" in match.group().lower().split()
            lands = [m for m in nations if the and context.plain.endswith("in ", 0, m.start)]
            if nations:
                return where_nation(self._context, (lands or nations)[-1])
        if (own := self._own_town(people)) is not None:
            return own
        if (counting := self._counting(people)) is not None:
            return counting
        capital = None if self._is_another_day(people) else self._capitals.of_land(people.sentence)
        return capital or self._there(people) or self.anaphor(people)

    def part_of_land(self, people: Harmed) -> Where | None:
        """ "Turkish troops killed 25 in clashes in the east of the country": the land, by its people, its army or the dateline."""
        match = self._context.tells(people.sentence, "part-of-land")
        if match is None:
            return None
        limit = self._context.sentences[people.sentence].start + match.start()
        nations = [
            m for m in self._context.parties(people.sentence) if m.party.iso and m.party.kind in _NATIONAL
        ]
        before = [m for m in nations if m.end <= limit]
        if nations:
            return where_nation(self._context, before[0] if before else nations[0])
        return None

    def _own_town(self, people: Harmed) -> Where | None:
        """ "Tellin's mayor said two had died in his city"."""
        return self.of_mayor(people) if self._context.tells(people.sentence, "own-town") else None

    def of_mayor(self, people: Harmed) -> Where | None:
        """ "Tellin's mayor said": the mayor's own town."""
        owner = self._context.tells(people.sentence, "town-mayor")
        known = self._context.known(owner.group(1).lower()) if owner is not None else None
        if owner is None or known is None or known.rank <= 1:
            return None
        start = self._context.sentences[people.sentence].start
        span = Span(start + owner.start(1), start + owner.end(1))
        return Where(self._context.quote(span), span, known.key, known.country, known.rank, "place-anaphor")

    def _there(self, people: Harmed) -> Where | None:
        """ "An attack there in March": the narrowest place of the last sentence that names one."""
        if not self._context.tells(people.sentence, "attack-there"):
            return None
        for sentence in range(people.sentence - 1, max(-1, people.sentence - _BACK), -1):
            sites = [
                site
                for site in self._context.sites(sentence)
                if site.rank > 1
                and site.lead not in ("from", "to", "of", "beyond", "with")
                and not is_of_speaker(self._context, site)
            ]
            if sites:
                return whereabouts(self._context, max(sites, key=lambda one: one.rank), "place-anaphor")
        return None

    def _counting(self, people: Harmed) -> Where | None:
        """ "The hospital was dealing with 200 injured": the last facility named."""
        if people.harm not in ("wounded", "bodies"):
            return None
        start = self._context.sentences[people.sentence].start
        match = self._context.says(people.sentence, "facility-counts", start, people.start)
        if match is None:
            return None
        limit = start + match.start()
        for sentence in range(people.sentence, max(-1, people.sentence - _BACK), -1):
            sites = [s for s in self._context.sites(sentence) if s.end <= limit and self._is_facility(s)]
            if sites:
                return whereabouts(self._context, sites[-1], "place-anaphor")
        return None

    def _is_facility(self, site: Site) -> bool:
        words = self._context.text[site.start : site.end].lower().split()
        return site.rank > _QUARTER and not _FACILITIES.isdisjoint(words)

    def _is_another_day(self, people: Harmed) -> bool:
        """ "Died in raids, a day after an attack in the capital"."""
        end = self._context.sentences[people.sentence].end
        return cue("days-after").found(self._context.text, people.end, end) is not None

    def anaphor(self, people: Harmed, but: Site | None = None) -> Where | None:
        """ "In the city": the last place of that kind named before, `but` left out."""
        match = self._context.tells(people.sentence, "anaphor")
        if match is None:
            return None
        noun, limit = match.group(1).lower(), self._context.sentences[people.sentence].start + match.start()
        if self._context.plain.startswith(_OF, limit + match.end() - match.start()):
            return None  # "The Israeli city of".
        if people.harm != "bodies" and self._is_where_taken(people, limit):
            return None
        rank = 4 if noun in ("capital", "city") else place_words().nouns.get(noun, 6 if noun in _HOMES else 4)
        rank = _REGION if noun == "enclave" else rank  # Gaza, and not the last town.
        small = noun in ("village", "town", "hamlet", "settlement")
        for sentence in range(people.sentence, -1, -1):
            sites = [
                site
                for site in self._context.sites(sentence)
                if site.end <= limit
                and self._answers(site, noun, rank)
                and not (small and self._is_seat(site))
                and site is not but
            ]
            if sites:
                if noun in _MANY and not any(self._is_of_several(site) for site in sites):
                    continue
                called = [site for site in sites if noun in self._called(site)]
                found = whereabouts(self._context, (called or sites)[-1], "place-anaphor")
                helps = cue("near-before").found(self._context.text, max(0, limit - _HELP), limit + _HELP)
                return found._replace(rank=_WIDE) if helps else found  # "North of the capital".
        line, end = self._context.dateline, limit + match.end() - match.start()
        if any(limit < mention.start < end for mention in self._context.parties(people.sentence)):
            return None  # "The Chechen capital".
        if noun == "capital" and line is not None:
            of_province = not _PROVINCIAL.isdisjoint(match.group().lower().split())
            if of_province != self._context.is_capital(self._context.quote(line)):
                return at_dateline(self._context, line)
        return None

    def land_of_many_attacks(self, sentence: int) -> Where | None:
        """ "Chad has seen a spate of raids along its lake": the land, for those counted next."""
        if self._context.tells(sentence, "spate") is None:
            return None
        lands = (m for m in self._context.parties(sentence) if m.party.kind == "country" and m.party.iso)
        land = next(lands, None)
        return where_nation(self._context, land) if land is not None else None

    def _is_seat(self, site: Site) -> bool:
        """Whether a town is that of the dateline or of who speaks, which is not "the village"."""
        return self._context.is_in_dateline(site.start) or is_of_speaker(self._context, site)

    def _is_where_taken(self, people: Harmed, at: int) -> bool:
        """ "Rebels suffered losses, who were taken to areas in the region"."""
        before = self._context.words_before(people.sentence, at)[-_TAKEN:]
        return people.end < at and not _BROUGHT.isdisjoint(before)

    def _is_of_several(self, site: Site) -> bool:
        return joint(self._context, site) != Span(site.start, site.end)

    def _called(self, site: Site) -> str:
        """A name with its place noun: "the town of Tellin"."""
        return self._context.text[max(0, site.start - _NOUN) : site.end].lower()

    def _answers(self, site: Site, noun: str, rank: int) -> bool:
        """Whether "the square" can mean a site."""
        name = self._context.text[site.start : site.end]
        if site.lead in ("of", "beyond", "from", "to", "with") and noun not in name.lower():
            return False
        if rank >= 5:
            before = self._context.text[max(0, site.start - len(noun) - 2) : site.start].lower()
            return noun in name.lower() or before == f"{noun}, "
        if noun in ("village", "town") and self._context.is_capital(name):
            return False
        return site.rank == rank and (noun != "capital" or self._context.is_capital(name))

    def of_lead(self, people: Harmed) -> Where | None:
        """The town of the dateline, for those of the sentence behind it that names no place: "NICE, France - A gunman drove a
        truck into a crowd"; a capital's stands for the whole country, and wire in capitals for its station."""
        context, line = self._context, self._context.dateline
        if line is None or context.caps or people.scope != "incident" or people.harm == "bodies":
            return None
        lead = context.sentence_at(line.start)
        while context.is_in_dateline(context.sentences[lead].end):
            lead += 1  # "ROANOKE, Va." ends on a stop.
        if people.sentence != lead or context.is_capital(context.quote(line)):
            return None
        if any(not context.is_in_dateline(site.start) for site in context.sites(people.sentence)):
            return None
        told = (
            party for party in context.parties(people.sentence) if not context.is_in_dateline(party.start)
        )
        lands = {party.party.iso for party in told if party.party.kind == "country"}
        if lands - {None, context.dateline_country} or not _WIDELY.isdisjoint(context.bag(people.sentence)):
            return None
        return None if is_spoken_of(context, people) else at_dateline(self._context, line)

    def unnamed(self, people: Harmed) -> Where | None:
        """ "A strike on a Yemeni port": the country of a place without a name."""
        text, span = self._context.text, self._context.sentences[people.sentence]
        for nation in self._context.parties(people.sentence):
            word = text[nation.end + 1 : nation.end + 20].split(maxsplit=1)[:1]
            if not word or nation.party.kind != "demonym" or not nation.party.iso:
                continue
            led = cue("at-a").found(text, max(span.start, nation.start - 30), nation.start)
            if (
                led
                and people.scope == "incident"
                and word[0].strip(",.") in place_words().nouns
                and text[nation.end] == " "
            ):
                return where_nation(self._context, nation)
        return None


def where_nation(context: ClaimContext, nation: PartyMention) -> Where:
    """The country of a nation, which is its place."""
    named = nation.party.kind == "metonym"  # "Gaza".
    name = context.text[nation.start : nation.end] if named else nation.party.side
    return Where(name, Span(nation.start, nation.end), None, nation.party.iso, 1, "place-country")
