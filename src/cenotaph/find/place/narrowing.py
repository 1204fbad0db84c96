"""A narrower place that a report gives for the attack whose place a claim's sentence names widely."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.leads import place_words
from cenotaph.find.place.sites import Site
from cenotaph.find.place.whereabouts import whereabouts
from cenotaph.find.text.folding import fold

_AHEAD, _CLOSE, _OPENING, _WITHIN = 8, 3, 4, 9  # Sentences, sentences, words.
_SITE, _TOWN, _COUNTRY = 6, 4, 1  # Ranks, as in the pack `places`.
_NEAR = ("near", "outside", "around")
_QUARTERS = frozenset(("area", "district", "neighborhood", "neighbourhood", "quarter", "suburb", "sector"))
_LINES = frozenset(("border", "river", "lake", "road", "highway", "coast"))


class Narrowing:
    """Narrows the places of one report's claims; `here` holds what their own sentences say."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed], here: Sequence[Where | None]) -> None:
        self._context, self._harmed, self._here = context, harmed, here

    def narrowed(self, at: int, found: Where) -> Where:
        """The narrower place of the same attack ("the blast hit Sultanahmet square" after Istanbul), else `found`."""
        people = self._harmed[at]
        if found.rank >= _SITE or found.span is None or people.scope not in ("incident", "holding"):
            return found
        if self._is_near(people, found):
            found = self._near(people, found) or found
        return (
            self._of_twin(at, found)
            or self._of_kind(people, found)
            or self._of_report(people, found)
            or found
        )

    def _is_near(self, people: Harmed, found: Where) -> bool:
        sites = self._context.sites(people.sentence)
        return any(found.span and site.start == found.span.start and site.lead in _NEAR for site in sites)

    def _of_twin(self, at: int, found: Where) -> Where | None:
        """The place of people counted alike elsewhere in the report, where that lies in the one found."""
        people = self._harmed[at]
        for other, here in zip(self._harmed, self._here, strict=True):
            if here is None or here.rank <= found.rank or other.sentence == people.sentence:
                continue
            if not self._are_twins(people, other) or self._is_near(other, here):
                continue
            if not _is_hospital(here.name) and self._lies_in(found, here.name or "", here.country):
                return here._replace(rule="place-twin")
        return None

    def _are_twins(self, people: Harmed, other: Harmed) -> bool:
        """Whether the same number is told with the same harm; a one may be anybody."""
        if people.low is None or people.low < 2 or people.harm == "bodies":
            return False
        return (people.low, people.harm) == (other.low, other.harm)

    def _of_kind(self, people: Harmed, found: Where) -> Where | None:
        """The university that "stormed a university" means: the next one with a name."""
        match = self._context.tells(people.sentence, "some-site")
        if match is None or people.sentence > _OPENING:
            return None
        noun = match.group(1).lower()
        for sentence in self._sentences(people):
            sites = self._context.sites(sentence) if noun in self._context.bag(sentence) else ()
            for site in sites:
                name = fold(self._context.text[site.start : site.end])
                named = name.endswith(" " + noun) and _bare(found.name) not in name
                if named and site.rank >= _TOWN and self._is_within(found, site):
                    return whereabouts(self._context, site, None, "place-kind")
        return None

    def _of_report(self, people: Harmed, found: Where) -> Where | None:
        """The first narrower place that a sentence gives for the attack."""
        if people.sentence > _OPENING or found.rank > _TOWN:
            return None
        if self._context.tells(people.sentence, "several-places"):
            return None
        loose = self._context.tells(people.sentence, "plural") is None
        for sentence in self._sentences(people):
            if not loose and self._counts_others(people, sentence):
                return None
            if self._context.bag(sentence).isdisjoint(_telling_words()):
                continue
            for site in self._context.sites(sentence):
                if self._is_narrower(found, site) and self._is_told(people, found, site, loose=loose):
                    return whereabouts(self._context, site, None, "place-narrowed")
        return None

    def _sentences(self, people: Harmed) -> Iterator[int]:
        """The sentences behind the claim's, up to one that tells of another attack."""
        context, shift = self._context, place_words().shift
        for sentence in range(people.sentence + 1, min(people.sentence + 1 + _AHEAD, len(context.sentences))):
            if shift & set(context.words(sentence).lows[:2]) or context.tells(sentence, "other-time"):
                continue
            yield sentence

    def _is_narrower(self, found: Where, site: Site) -> bool:
        context = self._context
        if site.actor or site.start < context.body or site.lead not in place_words().before:
            return False
        noun = fold(context.text[site.start : site.end]).rpartition(" ")[2]
        if noun in _LINES or context.text.startswith(("'s", "’s"), site.end):
            return False
        if site.rank == found.rank == _TOWN:
            return self._is_held(found, site)
        return site.rank > max(found.rank, 2) or (noun in _QUARTERS and found.rank == _TOWN)

    def _is_within(self, found: Where, site: Site) -> bool:
        """Whether a site lies in the place found, as far as anything tells."""
        country = site.country if site.country in self._context.countries else None
        name = self._context.text[site.start : site.end]
        if self._lies_in(found, name, country) or self._is_held(found, site):
            return True
        quarter = site.rank > _TOWN or fold(name).rpartition(" ")[2] in _QUARTERS
        return quarter and not self._is_of_another(found, site)

    def _is_of_another(self, found: Where, site: Site) -> bool:
        """Whether the sentence of a site names another town than the one found."""
        context, outer = self._context, _bare(found.name)
        others = (
            other for other in context.sites(context.sentence_at(site.start)) if other.start != site.start
        )
        return any(o.rank == _TOWN and outer not in fold(context.text[o.start : o.end]) for o in others)

    def _lies_in(self, found: Where, name: str, country: str | None) -> bool:
        """Whether a place lies in the one found, as far as the gazetteer knows or the name says."""
        if found.rank <= _COUNTRY:
            return country in (None, found.country)
        outer = _bare(found.name)
        return self._context.holds(outer, name) and not self._context.holds(name, outer)

    def _is_held(self, found: Where, site: Site) -> bool:
        """Whether the words behind a site say that it lies in the place found: "Milis in Idlib province"."""
        context, end = self._context, site.end
        for wider in context.sites(context.sentence_at(site.start)):
            if wider.start <= end or wider.start - end > 30:
                continue
            name, end = context.text[wider.start : wider.end], wider.end
            if wider.rank >= site.rank:
                continue
            if fold(name).startswith(_bare(found.name)) or self._lies_in(found, name, wider.country):
                return True
        return False

    def _is_told(self, people: Harmed, found: Where, site: Site, *, loose: bool) -> bool:
        """Whether a sentence says that the attack was at a site: "the attack" stands close before it, or, where one
        attack is told of (`loose`), any word of violence."""
        sentence, pack = self._context.sentence_at(site.start), place_words()
        before = self._context.words_before(sentence, site.start)[-_WITHIN:]
        same, near = self._is_of_the_same(people, sentence), sentence - people.sentence <= _CLOSE
        lows = self._context.words(sentence).lows
        told = lows if near and same and loose else lows[:2] + before
        taken_up = any(
            first in ("the", "this") and second in pack.incident for first, second in pairwise(told)
        )
        if taken_up and (same or loose):
            return near or site.rank > _TOWN or self._is_within(found, site)
        if not (loose and same and set(before) & (pack.incident | pack.violent)):
            return False
        return self._is_within(found, site)

    def _counts_others(self, people: Harmed, sentence: int) -> bool:
        """Whether a sentence counts other people at a place of their own."""
        pairs = zip(self._harmed, self._here, strict=True)
        mates = [other for other, here in pairs if here is not None and other.sentence == sentence]
        return bool(mates) and not any(self._are_twins(people, other) for other in mates)

    def _is_of_the_same(self, people: Harmed, sentence: int) -> bool:
        """Whether a sentence counts nobody, or the same people."""
        mates = [other for other in self._harmed if other.sentence == sentence]
        return not mates or any(self._are_twins(people, other) for other in mates)

    def _near(self, people: Harmed, found: Where) -> Where | None:
        """The place that "near Aleppo" stands for: "Orum al-Kubra in Aleppo province" told later of the attack."""
        name, leads = fold(found.name or ""), place_words().leads
        for sentence in range(people.sentence + 1, len(self._context.sentences)):
            for site, wider in pairwise(self._context.sites(sentence)):
                close = 0 < wider.start - site.end < 8 and not wider.actor
                told = close and site.rank >= _TOWN and site.lead in leads
                if told and fold(self._context.text[wider.start : wider.end]).startswith(name):
                    return whereabouts(self._context, site, None, "place-near")
        return None


@cache
def _telling_words() -> frozenset[str]:
    return place_words().incident | place_words().violent


def _is_hospital(name: str | None) -> bool:
    return name is not None and "hospital" in name.lower()


def _bare(name: str | None) -> str:
    """A place's name without its compass word and its place noun."""
    words, pack = fold(name or "").split(), place_words()
    while len(words) > 1 and words[0] in pack.directions:
        words = words[1:]
    return " ".join(words[:-1] if len(words) > 1 and words[-1] in pack.nouns else words)
