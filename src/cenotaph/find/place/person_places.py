"""Where a named person was harmed, when a report tells it anywhere."""

from collections.abc import Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.leads import place_words
from cenotaph.find.place.whereabouts import whereabouts
from cenotaph.find.whose.names import may_be_one, surnames

_VIOLENCE = 14  # Words.


class PersonPlaces:
    """Looks for the places of one report's named people; `here` holds what their claims' sentences say."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed], here: Sequence[Where | None]) -> None:
        self._context, self._harmed, self._here = context, harmed, here

    def place(self, at: int, told: Sequence[Where]) -> Where | None:
        """The narrowest place told for a person of the same name anywhere in the report."""
        names = self._harmed[at].names
        if not names:
            return None
        pairs = zip(self._harmed, self._here, strict=True)
        found = [
            here for other, here in pairs if here and any(may_be_one(names[0], name) for name in other.names)
        ]
        before = zip(self._harmed, told, strict=False)
        found += [
            where
            for other, where in before
            if where.name and any(may_be_one(names[0], name) for name in other.names)
        ]
        words = names[0].split()
        for sentence in self._context.sentences_with(*words[-2 if len(words) > 2 else -1 :]):
            bag = self._context.bag(sentence)
            if any(
                h.sentence == sentence and h.names and not may_be_one(names[0], h.names[0])
                for h in self._harmed
            ):
                continue
            if (
                sentence != self._harmed[at].sentence
                and surnames(names[0]) & bag
                and bag & place_words().violent
            ):
                found += self._violent(sentence)
        return max(found, key=lambda here: here.rank)._replace(rule="place-person") if found else None

    def _violent(self, sentence: int) -> list[Where]:
        """The places of a sentence that stand close behind a word of violence."""
        pack, found = place_words(), []
        for site in self._context.sites(sentence):
            before = set(self._context.words_before(sentence, site.start)[-_VIOLENCE:])
            if (
                site.lead in pack.leads
                and not self._context.is_in_dateline(site.start)
                and before & (pack.violent | pack.incident)
            ):
                found.append(whereabouts(self._context, site, "place-person"))
        return found
