"""Places of what followed a deed: where it is judged or its dead are remembered, what was closed after it."""

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site

_CEREMONIES = frozenset(
    ("funeral", "funerals", "vigil", "vigils", "memorial", "ceremony", "rally", "march", "service", "mass")
)
_BEFORE = 6  # Words.


def is_of_what_followed(context: ClaimContext, people: Harmed, site: Site) -> bool:
    """Whether a place before those harmed is not that of the deed itself."""
    if site.end > people.start:
        return False
    return _is_judged_there(context, people, site) or _is_answered_there(context, people, site)


def _is_answered_there(context: ClaimContext, people: Harmed, site: Site) -> bool:
    """ "Tellin airport was closed hours after nine were killed in Sarmin"."""
    if context.says(people.sentence, "right-after", site.end, people.start) is None:
        return False
    leads = place_words().leads | place_words().reached
    behind = (other for other in context.sites(people.sentence) if other.start > people.end)
    return any(other.lead in leads for other in behind)


def _is_judged_there(context: ClaimContext, people: Harmed, site: Site) -> bool:
    """ "Prosecutors in Tellin charged him with the murder of nine", "crowds marched in Tellin to protest the deaths of":
    where a deed is judged or remembered, before those whom it harmed."""
    if people.harm == "captured":
        return False
    at = people.sentence
    if context.says(at, "deed-judged", site.end, people.start) is not None:
        return True
    before = context.words_before(at, site.start)[-_BEFORE:]
    if _CEREMONIES.isdisjoint(before):
        return False
    return context.says(at, "mourned-for", site.end, people.start) is not None
