"""Capitals that a report tells of without their names: "in Sudan's capital", "a hotel in the capital"."""

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.parties import nations
from cenotaph.model import Span

_CAPITALS = (" capital", "'s capital", "’s capital", "s capital")


class Capitals:
    """Finds the capitals that one report's sentences mean."""

    def __init__(self, context: ClaimContext) -> None:
        self._context = context

    def told(self, people: Harmed) -> Where | None:
        """The capital of a country that a sentence names, by the dateline: "in Sudan's capital", "a hotel in the capital"."""
        match, line = self._context.tells(people.sentence, "anaphor"), self._context.dateline
        of_line = match is not None and match.group(1).lower() == "capital" and line is not None
        if not of_line or line is None or self._is_abroad(people.sentence):
            return self.of_land(people.sentence)
        return (
            at_dateline(self._context, line) if self._context.is_capital(self._context.quote(line)) else None
        )

    def of_land(self, sentence: int) -> Where | None:
        """ "In South Sudan's capital", under a dateline of Juba."""
        if "capital" not in self._context.bag(sentence):
            return None
        line = self._context.dateline
        by_line = line is not None and self._context.is_capital(self._context.quote(line))
        by_line = by_line and not self._is_abroad(sentence)
        if line is not None and by_line and self._context.tells(sentence, "own-capital"):
            return at_dateline(self._context, line)
        return next(filter(None, map(self._of_nation, self._context.parties(sentence))), None)

    def _is_abroad(self, sentence: int) -> bool:
        """ "In Orbia's capital", under the dateline of another land."""
        line = self._context.dateline_country
        return any(
            party.party.iso not in (None, line) and self._context.plain.startswith(_CAPITALS, party.end)
            for party in self._context.parties(sentence)
        )

    def _of_nation(self, nation: PartyMention) -> Where | None:
        """ "In the Yemeni capital", "the capital of Yemen", where the report names Sanaa elsewhere."""
        text = self._context.plain
        own = text.startswith(_CAPITALS, nation.end)
        own = own and not text.endswith(("facto ", "factor "), 0, nation.start)
        behind = cue("unnamed-capital").found(text, nation.end, nation.end + 14) if own else None
        if behind is None and not text.endswith("the capital of ", 0, nation.start):
            return None
        named = (
            party
            for party in self._context.named
            if party.party.kind == "capital" and party.party.iso == nation.party.iso
        )
        first = next(named, None)
        if nation.party.iso is None or (first is None and behind is None):
            return None
        # "Died in the Afghan capital", which the report never names.
        end = nation.end + (behind.end() if behind is not None else 0)
        span = Span(nation.start, end) if first is None else Span(first.start, first.end)
        return Where(self._context.quote(span), span, None, nation.party.iso, 4, "place-anaphor")


def at_dateline(context: ClaimContext, line: Span) -> Where:
    """The place that a report's dateline names."""
    return Where(context.quote(line), line, None, context.dateline_country, 4, "place-dateline")


def city_key(name: str, country: str | None) -> str | None:
    """The key of a town that is known by its land's table, which has none: a capital."""
    places = gazetteer().lookup(name) if country else ()
    return next((place.key for place in places if place.country == country and place.kind == "city"), None)


def capital_key(country: str | None) -> str | None:
    """The key of a country's capital."""
    names = (name for name, party in nations().items() if party.kind == "capital" and party.iso == country)
    return next((key for name in names if (key := city_key(name, country))), None) if country else None
