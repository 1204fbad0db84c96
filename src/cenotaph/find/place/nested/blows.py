"""The spot of a town where a sentence says that the blow of an attack fell: "the car was parked in the Orbo district",
"gunmen stormed Orbo College"."""

from collections.abc import Iterator

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site
from cenotaph.find.place.unnamed import A_QUARTER, ends_on
from cenotaph.find.whose.cues import cue

_TOWN = 4  # A rank, as in the pack `places`.
_BEHIND, _WITHIN, _NOUN = 90, 40, 14  # Characters.
_TOWNS = (" village", " town", " city", " villages", " towns", " cities")
_TOWN_OF = ("town of ", "village of ", "city of ", "hamlet of ", "township of ", "island of ")


class Blows:
    """Reads where the attacks of one report fell."""

    def __init__(self, context: ClaimContext) -> None:
        self._context = context

    def fell_at(self, sentence: int, site: Site, town: Where) -> Site | None:
        """A place where the blow of an attack fell, if it is a spot of a town; one that is called a quarter or a street
        is not its namesake elsewhere, whose key it loses."""
        if not self._falls_at(sentence, site) or self._is_a_town(site) or self._is_of_another(site, town):
            return None
        name = self._context.text[site.start : site.end]
        if site.rank == _TOWN and town.rule.endswith("narrower"):
            return None  # A second town, where the first is told below.
        if site.key is None or self._context.holds(town.name or "", name):
            return site
        spot = site.rank > _TOWN or ends_on(name, A_QUARTER)
        return site._replace(key=None, country=None) if spot else None

    def _falls_at(self, sentence: int, site: Site) -> bool:
        """Whether the blow of an attack fell at a place, which is none of another attack's."""
        context, span = self._context, self._context.sentences[sentence]
        if site.lead not in place_words().leads | place_words().reached:
            return False
        if context.says(sentence, "another-blow", span.start, site.start) is not None:
            return False
        behind = min(span.end, site.end + _BEHIND)
        return (
            context.says(sentence, "blow-before", span.start, site.start) is not None
            or context.says(sentence, "blow-behind", site.end, behind) is not None
        )

    def _is_a_town(self, site: Site) -> bool:
        """ "The town of Orbo", "Orbo village", and not "Orbo Town", which a quarter of a city may be called."""
        text = self._context.text
        before, name = text[max(0, site.start - _NOUN) : site.start].lower(), text[site.start : site.end]
        called = name.endswith(" Town")
        return before.endswith(_TOWN_OF) or (not called and name.lower().endswith(_TOWNS))

    def _is_of_another(self, site: Site, town: Where) -> bool:
        """Whether the report puts a place in another town than this: "the Orbo district in Sarmin city"."""
        name = town.name or "-"
        for other in self._holders(site):
            told = self._context.text[other.start : other.end]
            if name not in told and told.removesuffix(" city") not in name:
                return True
        return False

    def _holders(self, site: Site) -> Iterator[Site]:
        """The towns in which the report says that a place lies, wherever it names it."""
        text, name = self._context.text, self._context.text[site.start : site.end]
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            for other in self._context.sites(self._context.sentence_at(at)):
                near = end <= other.start < end + _WITHIN and other.rank == _TOWN
                if near and cue("lies-within").found(text, end, other.start) is not None:
                    yield other
            at = text.find(name, end)
