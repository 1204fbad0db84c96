"""Several places that a sentence names in one breath: "Jabla, Tartus and Homs", "Tellin, north of Sarmin, and nearby Orbo"."""

from collections.abc import Sequence

from cenotaph.find.context import ClaimContext
from cenotaph.find.place.names.site_words import MANY
from cenotaph.find.place.names.sites import Site
from cenotaph.find.whose.cues import cue
from cenotaph.model import Span

_QUARTERS = frozenset(("districts", "neighborhoods", "neighbourhoods", "quarters", "suburbs"))
_PLURALS = MANY | {"regions", "counties", "departments", "states", "governorates"}
_LAND, _REGION, _DISTRICT = 1, 2, 3  # Ranks, as in the pack `places`.
_BEFORE = 30  # Characters before a name in which its point of the compass stands.


def joint(context: ClaimContext, site: Site) -> Span:
    """The span of all of "Jabla, Tartus and Homs", where `site` is one of them."""
    sites = _named(context, site)
    at = next(i for i, other in enumerate(sites) if other.start == site.start)
    ranks = _ranks(context, sites)
    gaps = [_gap(context, ranks, sites, i) for i in range(len(sites) - 1)]
    first, last = at, at
    while first and gaps[first - 1]:
        first -= 1
    while last + 1 < len(sites) and gaps[last]:
        last += 1
    listed = last > first and gaps[last - 1] == "and"
    return Span(sites[first].start, sites[last].end) if listed else Span(site.start, site.end)


def is_one_of_several(context: ClaimContext, site: Site) -> bool:
    """ "In the neighbourhoods of Tellin Sarmin and Orbo": all of them, of which none is the place of one attack."""
    before = context.words_before(context.sentence_at(site.start), joint(context, site).start)[-2:]
    return before[-1:] == ["of"] and before[0] in _QUARTERS


def _named(context: ClaimContext, site: Site) -> list[Site]:
    """The places of a site's sentence but for those that only tell how the one before them lies ("Tellin, near Orbo, and")."""
    text, sites = context.text, context.sites(context.sentence_at(site.start))
    return [
        one
        for before, one in zip((None, *sites), sites, strict=False)
        if one.start == site.start
        or before is None
        or not text.startswith(", and", one.end)
        or cue("aside-near").found(text, before.end, one.start) is None
    ]


def _ranks(context: ClaimContext, sites: Sequence[Site]) -> list[int]:
    """How narrow the sites are, those of a list as its plural noun says ("Tellin, Sarmin and Orbo provinces"), a part of a
    land as a region."""
    ranks = [_REGION if one.rank == _LAND and _has_compass(context, one) else one.rank for one in sites]
    for i in range(len(sites) - 2, -1, -1):
        last = context.text[sites[i + 1].start : sites[i + 1].end].lower().rpartition(" ")[2]
        plural = last in _PLURALS or (i + 2 < len(sites) and ranks[i + 1] != sites[i + 1].rank)
        if plural and _joint(context, sites[i], sites[i + 1]):
            ranks[i] = ranks[i + 1]
    return ranks


def _has_compass(context: ClaimContext, site: Site) -> bool:
    return cue("compass").found(context.text, max(0, site.start - _BEFORE), site.start) is not None


def _gap(context: ClaimContext, ranks: Sequence[int], sites: Sequence[Site], at: int) -> str | None:
    """What joins a site to the next: "and", a comma, or None."""
    left, right = sites[at], sites[at + 1]
    if cue("count-behind").found(context.text, right.end, right.end + _BEFORE):
        return None  # "Two died in Tellin, and in Sarmin five".
    if ranks[at] == ranks[at + 1]:
        return _joint(context, left, right)
    towns = min(ranks[at], ranks[at + 1]) >= _DISTRICT
    return "and" if towns and cue("and-another").found(context.text, left.end, right.start) else None


def _joint(context: ClaimContext, left: Site, right: Site) -> str | None:
    if cue("and").found(context.text, left.end, right.start):
        return "and"
    gap = context.text[left.end : right.start]
    if gap.strip() == "," or gap == " ":
        return ","
    another = any(cue(name).found(gap) for name in ("and-another", "aside-near-and"))
    return "and" if another else None
