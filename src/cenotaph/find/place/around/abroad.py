"""What a claim's own sentence says against the place of another country, told before it."""

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site


def land_named(context: ClaimContext, people: Harmed, where: Where | None) -> Site | None:
    """ "Strikes targeted the port on Yemen's coast, killing three", after one who died in Tel Aviv: the land that the sentence
    names, where `where` lies in another; None where it does not."""
    words = place_words()
    lands = [
        site
        for site in context.sites(people.sentence)
        if site.rank == 1 and site.country and site.lead in words.leads | words.reached
    ]
    country = where.country if where is not None else None
    return lands[0] if lands and country and country not in {land.country for land in lands} else None
