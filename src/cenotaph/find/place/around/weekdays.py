"""Attacks taken up by their day: "Saturday's convoy attack" was where the sentence that told of Saturday had it."""

from collections.abc import Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.around.nearby_sites import NearbySites
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.whereabouts import whereabouts

_REGION, _TOWN = 2, 4  # Ranks, as in the pack `places`.
_BACK = 4  # Sentences.


def of_weekday(
    context: ClaimContext, sites: NearbySites, told: Sequence[tuple[Harmed, Where]], people: Harmed
) -> Where | None:
    """The place of the last attack told before on the weekday that the people's sentence names; `told` are those before."""
    day, words = _day(context, people), place_words()
    if day is None:
        return None
    places = {other.sentence: where for other, where in told if where.name}
    for sentence in range(people.sentence - 1, -1, -1):
        span = context.sentences[sentence]
        spoken = (words.incident | words.violent).isdisjoint(context.bag(sentence))
        if spoken or day not in context.text[span.start : span.end].lower():
            continue
        found = places.get(sentence) or sites.best([sentence], _REGION, "place-event")
        if found is not None:
            return found._replace(rule="place-event")
    return None


def _day(context: ClaimContext, people: Harmed) -> str | None:
    """The day whose attack a sentence takes up: "saturday", "march 22"."""
    weekday = context.tells(people.sentence, "weekdays-attack")
    if weekday is not None:
        return f"{weekday.group(1).lower()}day"
    date = context.tells(people.sentence, "day-of-month") if people.scope == "incident" else None
    return date.group(1).lower() if date is not None else None


def town_of_other_day(context: ClaimContext, people: Harmed, other: Harmed, where: Where) -> Where:
    """The place of others, or its town where the people's sentence opens with another day than theirs: a blast in a shop of
    Tellin, and "on Saturday two were killed in a restaurant"."""
    day = context.tells(people.sentence, "opens-on-day") if where.rank > _TOWN else None
    if day is None or other.sentence == people.sentence:
        return where
    above = range(other.sentence, max(-1, other.sentence - _BACK), -1)
    told = next(filter(None, (context.tells(one, "on-a-day") for one in above)), None)
    if told is None or told.group().lower().startswith(day.group(1).lower()):
        return where
    towns = (
        whereabouts(context, site, where.rule)
        for one in above
        for site in context.sites(one)
        if site.rank == _TOWN and site.lead in place_words().leads
    )
    return next(towns, where)
