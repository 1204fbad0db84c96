"""The place names of one sentence: found by the words around them, by place nouns, and by the gazetteer."""

from bisect import bisect_left

from cenotaph.find.place.names.corners import corner
from cenotaph.find.place.names.institutions import Institutions
from cenotaph.find.place.names.judging import SiteJudge
from cenotaph.find.place.names.known_names import KnownNames
from cenotaph.find.place.names.leading_words import COMPASS
from cenotaph.find.place.names.leads import Leads
from cenotaph.find.place.names.lines import heads_a_line, is_heading
from cenotaph.find.place.names.name_runs import ARTICLES, NameRuns, is_titled
from cenotaph.find.place.names.other_names import OtherNames
from cenotaph.find.place.names.place_nouns import BOUNDS, TOWN, PlaceNouns, is_owned
from cenotaph.find.place.names.place_words import Gazetteer, Known, PlaceWords, known_nation, place_words
from cenotaph.find.place.names.plain_names import PlainNames
from cenotaph.find.place.names.site import Site
from cenotaph.find.place.names.site_words import (
    LISTS,
    MANY,
    NAMED_DIRECTIONS,
    POINTS,
    TIED,
)
from cenotaph.find.place.names.struck_seats import StruckSeats
from cenotaph.find.text.folding import fold
from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.text.scan import PartyMention, Words
from cenotaph.find.whose.parties import nations

__all__ = ["Known", "PlaceWords", "Site", "SiteFinder", "known_nation", "place_words"]

_SITE_RANK = 5  # As in the pack `places`.


class SiteFinder:
    """Finds the place names of one sentence; made once a sentence, `sites()` does the work."""

    def __init__(
        self, text: str, words: Words, found: list[PartyMention], gazetteer: Gazetteer, *, caps: bool
    ) -> None:
        self._text, self._words, self._pack = text, words, place_words()
        self._groups = {
            mention.start: mention for mention in found if mention.party.kind in ("group", "force")
        }
        self._demonyms = {
            mention.start
            for mention in found
            if mention.party.kind in ("demonym", "people") or self._is_genitive(mention)
        }
        self._leads = Leads(text, words, self._demonyms, gazetteer)
        self._large = [at for at, start in enumerate(words.starts) if text[start].isupper()]
        self._tags, self._common = lexicon().words, lexicon().common
        self._shouted = caps
        self._caps = caps or (len(self._large) > 3 and is_titled(words, len(self._large)))
        self._nouns = PlaceNouns(text, words, caps=self._caps)
        self._runs = NameRuns(text, words, (self._groups, self._demonyms), self._nouns, caps=self._caps)
        self._names = KnownNames(
            text, words, gazetteer, (self._nouns, self._runs), caps=self._caps, shouted=caps
        )
        readers = (self._nouns, self._runs, self._names)
        others = OtherNames(words, readers, self._demonyms, caps=self._caps)
        self._judge = SiteJudge(text, words, readers, others, caps=self._caps, shouted=caps)
        self._plain = PlainNames(text, words, self._nouns, self._leads, self._demonyms, shouted=caps)
        self._seats = Institutions(text, words, (self._nouns, self._leads, self._runs), self._demonyms)
        self._struck = StruckSeats(
            text, words, (self._nouns, self._names, self._seats), (self._groups, self._demonyms)
        )
        self._lists = False  # Whether the names just read are a list of villages, towns or the like.

    def _is_genitive(self, mention: PartyMention) -> bool:
        """ "Syrias army", in text that lost its apostrophes."""
        name = fold(self._text[mention.start : mention.end])
        return mention.party.kind == "country" and name not in nations() and name[-1:] == "s"

    def sites(self) -> list[Site]:
        """The place names, left to right."""
        out, reach = list[Site](), 0
        for at in self._large:
            if at < reach:
                continue
            if at and self._words.lows[at - 1] in ARTICLES and at - 1 >= reach and self._nouns.is_joined(at):
                at -= 1
            plain = self._plain.site(at, out[-1] if out else None) or self._seats.site(at)
            if plain is None and self._shouted:
                plain = self._struck.site(at)
            if plain is not None:
                self._add(out, plain)
                reach = bisect_left(self._words.starts, plain.end)
                continue
            end = self._runs.end(at)
            end = self._names.cut(at, end) if self._caps else self._names.before_nation(at, end)
            while (
                end - at > 1
                and self._words.lows[end - 1] in self._pack.faiths
                and self._words.lows[end - 2] not in self._pack.connectors
            ):
                end -= 1  # "The Sadr City Shiite slum".
            end = self._names.with_territories(at, end)
            if end > at:
                site = self._site(at, end, out[-1] if out else None)
                if site is not None:
                    self._add(out, self._plain.listed(site, out[-1] if out else None))
                reach = end
        return out

    def _add(self, out: list[Site], site: Site) -> None:
        """Put a site behind those before it, or in the place of the last one with which it is a corner."""
        site = corner(self._text, self._words, (self._nouns, self._leads), site, out[-1] if out else None)
        if out and out[-1].end > site.start:
            out.pop()
        out.append(site)

    def _site(self, at: int, end: int, last: Site | None) -> Site | None:
        """The place that the name of words `at`–`end` is, None where it is none; `last` is the site before it."""
        if last is not None and last.rank == 1 and self._text[last.end : self._words.starts[at]] == " ":
            capital = known_nation(" ".join(self._words.lows[at:end]))
            if capital is not None and capital.rank == TOWN:
                return None  # "Mercenaries in Syria Moscow AFP": where a report is from.
        if self._is_in_group(at) or self._names.is_titled_person(at, end) or self._nouns.is_tied(end):
            return None
        first, at = at, self._bare(at, end)
        if at == end:
            return self._plain.of_nation(end)
        if first < at == end - 1 and self._shouted and self._words.starts[at - 1] in self._demonyms:
            return self._plain.of_nation(at)  # "HONDURAN TERRITORY".
        if (
            end - at == 1
            and 0 < self._pack.nouns.get(self._words.lows[at], 0) < TOWN
            and not self._nouns.behind(end)[0]
        ):
            return None  # "The Sheriff's Department", "the District of Douma".
        points = self._words.lows[end - 1] in POINTS and self._pack.directions.issuperset(
            self._words.lows[at:end]
        )
        compass = self._words.lows[end - 1] in COMPASS
        if (points and not self._nouns.behind(end)[0]) or (compass and self._nouns.is_followed(end, ("of",))):
            return None  # "The Eastern part of", "50 km Northeast of".
        if at == 0 and end == 1 and self._common.get(self._words.lows[0]) == "J":
            return None  # "Local hospital officials".
        lead, noun = self._leads.lead(at)
        lead = lead or self._leads.beside(at)
        if (not lead or lead == "of") and not self._nouns.is_of_unit(at):
            lead = self._nouns.struck(end) or lead
        if not lead or lead in TIED:
            lead = self._of_attack(at, end) or self._of_line(at, end) or lead
        begun = at - (
            at > 0 and self._words.lows[at - 1] in POINTS
        )  # "In eastern Tellin and western Sarmin".
        gap = " ".join(self._text[last.end : self._words.starts[begun]].split()) if last else None
        apart = gap == "" and self._nouns.is_followed(end, ("and",))  # "In Tartus Homs and Hasaka".
        listed = last is not None and not lead and (gap in LISTS or apart)
        owner = last if gap is not None and not lead and is_owned(gap) else None
        if owner is not None:
            lead = owner.lead
        self._lists = (listed and self._lists) or not MANY.isdisjoint(self._words.lows[max(0, at - 2) : at])
        if listed and last:
            lead, noun = last.lead, last.rank if self._lists else noun
        if self._nouns.is_followed(end, ("day",)) and self._runs.is_capital(end) and not self._caps:
            return None  # "Bastille Day".
        if self._text[self._words.starts[at] - 1 : self._words.starts[at]].isdigit():
            return None  # "Between 15th and 17th Streets".
        if end - at == 1 and (len(self._words.lows[at]) == 1 or self._nouns.is_adjective(at)):
            return None
        site = self._judge.judged(at, end, lead, noun, listed=self._lists)
        nouned = noun > 0 or self._nouns.behind(end)[0] > 0
        nouned = nouned or (end - at > 1 and self._words.lows[end - 1] in self._pack.nouns)  # "Old City".
        if site is None or (listed and site.country is None and site.key is None and not nouned):
            return None
        if owner is not None and site.rank <= owner.rank < _SITE_RANK:
            site = site._replace(rank=owner.rank + 1)
        described = first < at and not (self._shouted and self._is_part_of_town(first, at, end))
        return None if described and site.country is None and site.rank == TOWN and not nouned else site

    def _is_part_of_town(self, first: int, at: int, end: int) -> bool:
        """ "DOWNTOWN ORBO": whether only words of direction stand before a name that is no English word."""
        directed = self._pack.directions.issuperset(self._words.lows[first:at])
        return directed and self._names.is_uncommon(at, end)

    def _is_in_group(self, at: int) -> bool:
        """ "The Islamic State in the Greater Sahara": a name that is a part of a group's."""
        start = self._words.starts[at]
        return any(group.start <= start < group.end for group in self._groups.values())

    def _of_attack(self, at: int, end: int) -> str:
        """ "The Manchester suicide bomber": the town that the gazetteer has there."""
        if self._caps or not self._plain.names_attack(at, end):
            return ""
        known = self._names.known(at, end)
        hyphened = self._text[self._words.starts[at] - 1] == "-"  # "Pro-Assad gunmen".
        sure = known is not None and (
            (known.sure and known.country) or (not hyphened and self._names.is_uncommon(at, end))
        )
        return "in" if sure else ""

    def _of_line(self, at: int, end: int) -> str:
        """ "Nikopol: 2 wounded", "Kharkiv. Two bombs fell": the place whose people a line counts, a paragraph tells of."""
        counted = heads_a_line(self._text, self._words, at, end)
        if not counted and not is_heading(self._text, self._words, at, end):
            return ""
        known = self._names.known(at, end, noun=True)
        return "in" if known is not None and (counted or known.sure) else ""

    def _bare(self, at: int, end: int) -> int:
        """Where a name begins behind a sentence's first word, directions, words of faith and of nationality."""
        lows = self._words.lows
        known = at == 0 and end > 1 and self._names.known(at, end) is not None  # "Khan Sheikhun".
        while (
            at == 0
            and end > 1
            and not known
            and self._common.get(lows[at])
            and lows[at] not in self._pack.nouns
        ):
            at += 1
        while at < end:
            direction = (
                lows[at] in self._pack.directions
                and end - at > 1
                and lows[at] not in NAMED_DIRECTIONS
                and not self._runs.is_hyphened(at + 1)
            )
            plain = direction or lows[at] in self._pack.faiths
            plain = plain or (end - at > 1 and not self._caps and self._leads.owns_without_sign(at))
            plain = plain or (self._shouted and self._names.is_described(at, end))
            if not plain and (self._words.starts[at] not in self._demonyms or self._is_named_for(at, end)):
                break
            at += 1
        return at

    def _is_named_for(self, at: int, end: int) -> bool:
        """ "The Saudi Hospital": a building that bears a nation's adjective as its name."""
        noun = self._words.lows[end - 1]
        building = self._pack.nouns.get(noun, 0) > _SITE_RANK and noun not in BOUNDS
        return (
            end - at > 1 and building and self._runs.is_capital(at + 1) and self._nouns.are_nouns(at + 1, end)
        )
