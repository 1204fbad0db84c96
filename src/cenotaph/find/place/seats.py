"""Seats of those who speak of an attack elsewhere: "In Geneva, the UN rights chief said", "told the Council in New York"."""

from cenotaph.find.context import ClaimContext
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site

_OPENING = 5  # Characters: "In ".
_SAID = 90  # Characters between a seat that opens a sentence and the verb, over a title and a name.
_BACK = 8  # Sentences.
_OFFICES_OF_MANY = "New York"  # No capital; unlike the seats of the pack it has been attacked itself.
_TOWN = 4  # A rank, as in the pack `places`.


def is_seat(context: ClaimContext, site: Site) -> bool:
    """Whether somebody speaks at a place of what the report has told of another."""
    if site.lead not in ("in", "at", "from"):
        return False
    at = context.sentence_at(site.start)
    start, end = context.sentences[at].start, context.sentences[at].end
    if site.start - start > _OPENING:
        return _is_told_there(context, at, site)
    name = context.text[site.start : site.end]
    seat = name.lower() in place_words().seats
    if not seat and not context.is_capital(name) and name != _OFFICES_OF_MANY:
        return False
    cue = "anybody-says" if seat or _is_abroad(context, at, site) else "office-says"
    if context.says(at, cue, site.end, min(end, site.end + _SAID)) is None:
        return False
    return seat or _is_told_elsewhere(context, at, site)


def _is_told_there(context: ClaimContext, sentence: int, site: Site) -> bool:
    """ "Told the Security Council in New York that", "told a news conference in Ankara"."""
    start = max(context.sentences[sentence].start, site.start - _SAID)
    return context.says(sentence, "told-somebody-in", start, site.start) is not None


def _is_abroad(context: ClaimContext, sentence: int, site: Site) -> bool:
    """Whether the places told before are all of other countries."""
    lands = {other.country for other in _before(context, sentence) if other.country}
    return site.country is not None and bool(lands) and site.country not in lands


def _is_told_elsewhere(context: ClaimContext, sentence: int, site: Site) -> bool:
    name = context.text[site.start : site.end]
    return any(context.text[other.start : other.end] != name for other in _before(context, sentence))


def _before(context: ClaimContext, sentence: int) -> list[Site]:
    """The towns where sentences of the same thread before one tell of violence."""
    words, threads = place_words(), context.threads
    return [
        site
        for other in range(max(0, sentence - _BACK), sentence)
        if threads[other] == threads[sentence]
        and not (words.incident | words.violent).isdisjoint(context.bag(other))
        for site in context.sites(other)
        if site.rank >= _TOWN and site.lead in words.leads | words.reached
    ]
