"""Where a report tells the town of a spot: beside it, in its sentence, or in the sentences of its attack."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.events.asides import Asides
from cenotaph.find.people.violence_words import lists_of
from cenotaph.find.place.capitals import Capitals, capital_key, city_key
from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.find.place.names.place_nouns import is_owned
from cenotaph.find.place.names.place_words import Known, place_words
from cenotaph.find.place.names.sites import Site
from cenotaph.find.place.nested.nesting import TOWN
from cenotaph.find.place.unnamed import A_QUARTER, WIDE
from cenotaph.find.place.whereabouts import is_home, is_of_care, is_of_speaker, is_of_speech, is_tag
from cenotaph.find.text.folding import fold
from cenotaph.find.whose.cues import cue
from cenotaph.model import Span

_FAR = frozenset(
    ("beyond", "near", "outside", "around", "between")
)  # What leads to a town that a spot is not in.
_BELOW = 4  # Sentences below a spot that may tell its town.
_LAND = 1  # A rank, as in the pack `places`.
_LINES = ("coast", "border")
_LED, _DEED = 8, 40  # Words; characters.
_NAMED = 4  # Letters of a name: shorter ones are cut ("St.", "Mt.").


class Town(NamedTuple):
    """A town as a report writes it ("Tellin", "Orbo district of Tellin"), its key and country where known."""

    name: str
    key: str | None
    country: str | None


class TownsTold:
    """Finds the towns that one report tells; `told` holds the places of its claims."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed], told: Sequence[Where]) -> None:
        self._context, self._harmed, self._told = context, harmed, told
        self._asides, self._capitals = Asides(context), Capitals(context)

    def beside(self, start: int, end: int) -> Town | None:
        """What is told right behind a spot or before it: "Orbo College in the Sarja district of Tellin", "Tellin's Orbo
        market"."""
        sites = self._context.sites(self._context.sentence_at(start))
        behind = self._behind(end, [site for site in sites if site.start >= end])
        if behind is not None:
            return behind
        owners = (site for site in sites if site.end <= start and self.is_town(site))
        text = self._context.text
        return next((self._town(site) for site in owners if is_owned(text[site.end : start])), None)

    def _behind(self, end: int, sites: Sequence[Site]) -> Town | None:
        """The quarter and the town that are told to hold what ends at `end`, as far as one stands behind the other."""
        chain = list[Site]()
        for site in sites:
            if not self._holds(chain[-1].end if chain else end, site, first=not chain):
                break
            chain.append(site)
            if not self._is_quarter(site):
                break
        return self._town(chain[-1], Span(chain[-2:][0].start, chain[-1].end)) if chain else None

    def _holds(self, end: int, site: Site, *, first: bool) -> bool:
        gap = self._context.text[end : site.start].replace("\n", " ")
        town = self.is_town(site) if first else self._known(site) is not None
        if not (town or self._is_quarter(site) or (first and self._is_settlement(site))):
            return False
        if any(word in place_words().reference and of == "of" for word, of in pairwise(gap.lower().split())):
            return False  # "Orbo base, north of Tellin".
        if gap.strip() == "," or cue("lies-in").found(gap) or cue("lies-within").found(gap):
            return True
        return first and cue("spot-lies-in").found(gap) is not None

    def holder(self, span: Span) -> Town | None:
        """The town or province that is told to hold all of a list: "Orbo and Sarja in Tellin province"."""
        for site in self._context.sites(self._context.sentence_at(span.start)):
            gap = self._context.text[span.end : site.start] if site.start >= span.end else ""
            name = " ".join(self._context.text[site.start : site.end].split())
            wide = _LAND < site.rank <= TOWN and not name.lower().endswith(_LINES)
            if gap and wide and (cue("lies-in").found(gap) or cue("lies-within").found(gap)):
                return Town(name, site.key, site.country)
        return None

    def only(self, sentence: int, where: Where) -> Town | None:
        """The one town that a sentence says things happened in."""
        town = self._only(sentence)
        return None if town is None or self._is_parted(town, where) else self._town(town)

    def _only(self, sentence: int) -> Site | None:
        leads = (place_words().leads | place_words().reached) - _FAR
        towns = [
            site
            for site in self._context.sites(sentence)
            if self.is_town(site)
            and site.lead in leads
            and self._is_led_to(sentence, site)
            and not self._context.is_in_dateline(site.start)
            and not is_of_care(self._context, site)
            and not is_of_speech(self._context, site)
            and not is_home(self._context, site)
            and not is_tag(self._context, site)
            and not is_of_speaker(self._context, site, self._harmed)
        ]
        names = {self._context.text[site.start : site.end] for site in towns}
        return towns[0] if len(names) == 1 else None

    def capital(self, people: Harmed) -> Town | None:
        """ "At the Orbo Hotel in the Libyan capital"."""
        found = self._capitals.told(people) if "capital" in self._context.bag(people.sentence) else None
        if found is None or found.name is None:
            return None
        name = found.name.title() if found.name.isupper() else found.name
        return Town(name, found.key or capital_key(found.country), found.country)

    def _is_led_to(self, sentence: int, site: Site) -> bool:
        """ "In Tellin", "the Tellin shooting", and not "the Tellin bombers" of long ago or an agency ("SANA said")."""
        if self._context.text[site.start : site.end].isupper() and not self._context.caps:
            return False
        if site.lead in self._context.words_before(sentence, site.start)[-_LED:]:
            return True
        return cue("names-deed").found(self._context.text, site.end, site.end + _DEED) is not None

    def around(self, people: Harmed, where: Where) -> Town | None:
        """The town told nearest for the attack of a spot: in the sentences above it, below it, last by the dateline."""
        sentence = people.sentence if where.span is None else self._context.sentence_at(where.span.start)
        if any(self._asides.is_of_other_time(one) for one in {sentence, people.sentence}):
            return None
        region = self._region(where)
        for near in self._near(sentence):
            town = self._claimed(near) or self._only(near)
            if town is not None:
                return self._town(town) if self._may_hold(town, region) else None
        return self._of_line(where) if region is None else None

    def _region(self, where: Where) -> str | None:
        """The province that a spot is said to lie in: "Orbo College in Sarja state", "in Sarja province troops hit Orbo mosque"."""
        end = where.span.end if where.span is not None else 0
        sites = self._context.sites(self._context.sentence_at(end - 1))
        for site in sites:
            if site.end < end and site.lead == "in" and _LAND < site.rank < WIDE:
                return self._context.text[site.start : site.end]
        for site in sites:
            gap = self._context.text[end : site.start] if site.start >= end else None
            if gap is not None and site.rank <= WIDE and cue("lies-within").found(gap):
                return self._context.text[site.start : site.end] if site.rank > _LAND else None
        return None

    def _may_hold(self, town: Site, region: str | None) -> bool:
        """Whether a town told around lies in the province that the spot is said to lie in."""
        return region is None or self._context.holds(region, self._context.text[town.start : town.end])

    def _near(self, sentence: int) -> Iterator[int]:
        """The sentences that tell of the same attack, those above first."""
        threads = self._context.threads
        last = min(len(threads), sentence + _BELOW + 1)
        for near in (*range(sentence - 1, -1, -1), *range(sentence + 1, last)):
            if threads[near] == threads[sentence] and self._tells_of_it(near):
                yield near

    def _tells_of_it(self, sentence: int) -> bool:
        armed = any("armed" in lists_of(word) for word in self._context.bag(sentence))
        return armed and not self._context.is_caption(sentence) and not self._asides.is_of_past(sentence)

    def _claimed(self, sentence: int) -> Site | None:
        """The one town that the claims of a sentence were given."""
        spans = {
            where.span
            for people, where in zip(self._harmed, self._told, strict=True)
            if people.sentence == sentence and where.span is not None and where.rank == TOWN
        }
        sites = [site for site in self._context.sites(sentence) if Span(site.start, site.end) in spans]
        return sites[0] if len(sites) == 1 and self.is_town(sites[0]) else None

    def _of_line(self, where: Where) -> Town | None:
        """The dateline's town; a capital only where the report names no other place of its land."""
        line = self._context.dateline
        name = self._context.quote(line) if line is not None else ""
        known = self._context.known(fold(name)) if name else None
        if known is None or known.rank != TOWN or where.country not in (None, known.country):
            return None
        if where.country is None and self._is_told_from_abroad(known.country):
            return None
        if self._context.is_capital(name) and self._names_another(known.country, fold(name)):
            return None
        return Town(name.title(), known.key or city_key(name, known.country), known.country)

    def _is_told_from_abroad(self, country: str | None) -> bool:
        """Whether wire copy of a dateline in one land names another, or its groups, more often."""
        named = (one for one in self._context.named if not self._context.is_in_dateline(one.start))
        counts = Counter(one.party.iso for one in named if one.party.iso)
        return self._context.caps and counts[country or ""] < max(counts.values(), default=0)

    def _names_another(self, country: str | None, capital: str) -> bool:
        """Whether a report names a place of a land besides its capital."""
        sites = (site for at in range(len(self._context.sentences)) for site in self._context.sites(at))
        return any(
            _LAND < site.rank <= TOWN
            and site.country == country
            and fold(self._context.text[site.start : site.end]) != capital
            for site in sites
        )

    def _is_parted(self, town: Site, where: Where) -> bool:
        """ "Six were hurt in Tellin, while ten were in Orbo market": another attack."""
        if where.span is None:
            return True
        start, end = sorted((town.end, where.span.start))
        gap = self._context.text[start:end]
        return ";" in gap or " while " in gap or cue("next-clause").found(gap) is not None

    def is_town(self, site: Site) -> bool:
        """Whether the gazetteer knows a site as a town; a district or province beside its town is none."""
        return site.rank >= TOWN and self._known(site) is not None and self._key(site) is not None

    def _known(self, site: Site) -> Known | None:
        """What the gazetteer knows of a site that bears a town's name, of a land that the report speaks of, if it speaks
        of any, of the only one that has it, or large."""
        name = fold(self._context.text[site.start : site.end])
        known = self._context.known(name)
        building = place_words().nouns.get(name.rpartition(" ")[2], 0) > TOWN
        if known is None or known.rank != TOWN or building or name.endswith(A_QUARTER):
            return None
        certain = known.sure or known.country or not self._context.countries or gazetteer().well_known(name)
        return known if certain else None

    def _is_quarter(self, site: Site) -> bool:
        """ "The Orbo district", which a town has."""
        return site.rank >= WIDE and self._context.text[site.start : site.end].lower().endswith(A_QUARTER)

    def _is_settlement(self, site: Site) -> bool:
        """ "The Lotus restaurant in Orbo": a town or quarter that nobody knows, right behind what is in it."""
        name = fold(self._context.text[site.start : site.end])
        known = self._context.known(name)
        town = site.rank == TOWN and (known is None or known.rank >= TOWN)
        return town and site.lead == "in" and len(name) >= _NAMED

    def _town(self, site: Site, span: Span | None = None) -> Town:
        name = " ".join(self._context.quote(span or Span(site.start, site.end)).split())
        return Town(name, self._key(site) if self._known(site) else None, site.country)

    def _key(self, site: Site) -> str | None:
        return site.key or city_key(self._context.text[site.start : site.end], site.country)
