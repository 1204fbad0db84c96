"""Names that only help to find the place of another: "Douma near Damascus"."""

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.names.sites import Site
from cenotaph.find.whose.cues import cue

_FAR_ENDS = ("to", "toward", "towards", "with", "for")
_COASTS = ("coast", "river", "border")

_EMBASSY = 45  # Characters.
_LENGTHS = ("river", "valley", "highway", "road", "freeway")


def refers(context: ClaimContext, people: Harmed, site: Site) -> bool:
    """ "Douma near Damascus", "near the US embassy in Kabul": the name only helps to find the other."""
    others = context.sites(people.sentence)
    if any(0 < site.start - other.end < 30 and not _is_long(context, other) for other in others):
        return True
    if site.lead == "near" and not people.names and any(_is_of(people, other, site) for other in others):
        return True
    embassy = cue("embassy").found(context.text, site.start, site.end)
    return embassy is not None and any(0 < other.start - site.end < _EMBASSY for other in others)


def _is_long(context: ClaimContext, site: Site) -> bool:
    """ "On the bank of the Tellin river near Sarmin", "on the Orbo highway, near Sarmin"."""
    return context.text[site.start : site.end].lower().rpartition(" ")[2] in _LENGTHS


def _is_of(people: Harmed, other: Site, site: Site) -> bool:
    """ "Died in Tellin on Sunday as the army stormed a stronghold near Damascus": the place right behind the people."""
    return people.end <= other.start < site.start and other.lead == "in" and other.rank > 1


def is_of_destination(context: ClaimContext, site: Site) -> bool:
    """ "On the road that links Tellin with Sarmin, on the southern coast": where the far end lies."""
    return context.plain.endswith(_COASTS, site.start, site.end) and any(
        other.lead in _FAR_ENDS
        and other.end < site.start
        and (
            context.text[other.end : site.start].strip() == ","
            or cue("lies-in").found(context.text, other.end, site.start)
        )
        for other in context.sites(context.sentence_at(site.start))
    )
