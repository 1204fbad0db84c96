"""Places that people come from or are taken to, and where they were harmed all the same, or not."""

from itertools import pairwise

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site
from cenotaph.find.whose.cues import cue

_VERB = 6  # Words before a place among which its verb stands.
_STEPS = 60  # Characters.
_TOWN, _QUARTER = 4, 5  # Ranks, as in the pack `places`.
_SEIZED = frozenset(
    (
        "kidnapped",
        "abducted",
        "seized",
        "taken",
        "snatched",
        "captured",
        "arrested",
        "detained",
        "kidnapping",
        "abduction",
    )
)
_BROUGHT = frozenset(
    ("taken", "rushed", "brought", "evacuated", "flown", "airlifted", "transferred", "carried")
)


class Ways:
    """Reads "from", "to" and "into" before the places of one report."""

    def __init__(self, context: ClaimContext) -> None:
        self._context = context

    def is_moved_to(self, people: Harmed, site: Site) -> bool:
        """ "The bodies were flown to Tellin", "13 wounded were handed over to"."""
        before = self._context.words_before(people.sentence, site.start)[-_VERB:]
        return not place_words().taken.isdisjoint(before)

    def was_fled(self, people: Harmed, site: Site) -> bool:
        """ "Killed during an evacuation from Tellin": where they were hit as they left."""
        before = max(people.end, site.start - _STEPS)
        return (
            site.start > people.end
            and cue("fled-from").found(self._context.text, before, site.start) is not None
        )

    def is_taken_from(self, people: Harmed, site: Site) -> bool:
        """ "Kidnapped from their office in Tellin"."""
        if people.harm != "captured" or site.lead != "from":
            return False
        before = self._context.words_before(people.sentence, site.start)[-_VERB:]
        if site.rank > _TOWN and not _SEIZED.isdisjoint(before):
            return True  # "Seized two men from the complex", and not "two men from Tellin".
        return any(low in _SEIZED and then == "from" for low, then in pairwise(before))

    def is_stormed(self, people: Harmed, site: Site) -> bool:
        """ "Carried a rifle into the packed Orbo club and started shooting, killing 50"."""
        if site.lead != "into" or site.rank <= _QUARTER or site.end > people.start:
            return False
        return self._context.says(people.sentence, "went-in-firing", site.end, people.start) is not None

    def is_fired_at(self, people: Harmed, site: Site) -> bool:
        """ "Fired rockets into the city of Tellin"."""
        before = max(self._context.sentences[people.sentence].start, site.start - 2 * _STEPS)
        return cue("fired-into").found(self._context.text, before, site.start) is not None

    def is_brought_to(self, people: Harmed, site: Site) -> bool:
        """ "The wounded were taken to Tellin, where a doctor said 16 had died on the way"."""
        before = self._context.words_before(people.sentence, site.start)[-_VERB:]
        return people.start > site.end and not _BROUGHT.isdisjoint(before)
