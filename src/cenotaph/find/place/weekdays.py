"""Attacks taken up by their day: "Saturday's convoy attack" was where the sentence that told of Saturday had it."""

from collections.abc import Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.nearby_sites import NearbySites
from cenotaph.find.place.place_words import place_words

_REGION = 2  # A rank, as in the pack `places`.


def of_weekday(
    context: ClaimContext, sites: NearbySites, told: Sequence[tuple[Harmed, Where]], people: Harmed
) -> Where | None:
    """The place of the last attack told before on the weekday that the people's sentence names; `told` are those before."""
    match = context.tells(people.sentence, "weekdays-attack")
    if match is None:
        return None
    day, words = f"{match.group(1).lower()}day", place_words()
    places = {other.sentence: where for other, where in told if where.name}
    for sentence in range(people.sentence - 1, -1, -1):
        bag = context.bag(sentence)
        if day not in bag or (words.incident | words.violent).isdisjoint(bag):
            continue
        found = places.get(sentence) or sites.best([sentence], _REGION, "place-event")
        if found is not None:
            return found._replace(rule="place-event")
    return None
