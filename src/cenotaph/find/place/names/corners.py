"""Corners of two streets, which are one place: "AT ORBO AND TELLIN STREETS", "the intersection of Orbo and 5th Avenues"."""

from bisect import bisect_left

from cenotaph.find.place.names.leads import Leads
from cenotaph.find.place.names.place_nouns import PlaceNouns
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.site import Site
from cenotaph.find.text.scan import Words

STREETS = ("streets", "avenues")
_LAST = tuple(form for noun in STREETS for form in (noun, noun.title(), noun.upper()))
_ONE = ("street", "avenue", "boulevard", "road")
_QUARTER = 5  # A rank, as in the pack `places`.
_LONGEST = 4  # Words of a street's name.
_ORDINAL = ("st", "nd", "rd", "th")
_BARRED = frozenset(("of", "the", "and", "or"))


def corner(text: str, words: Words, readers: tuple[PlaceNouns, Leads], site: Site, last: Site | None) -> Site:
    """The corner that a street is half of, with the `last` site or what the words before it name; itself where it is none."""
    (nouns, leads), lead = readers, last.lead if last is not None else ""
    if last is not None and lead and _is_crossed(text, last, site):
        return Site(last.start, site.end, _QUARTER, lead, None, None, actor=False)
    at, pack = bisect_left(words.starts, site.start), place_words()
    if at < 2 or words.lows[at - 1] != "and" or not text.endswith(_LAST, site.start, site.end):
        return site
    first = at - 1
    while first and at - 1 - first < _LONGEST and (nouns.is_joined(first) or words.lows[first] in _ORDINAL):
        low = words.lows[first - 1]
        named = text[words.starts[first - 1]].isupper() or low.isdigit()
        if not named or low in pack.before or low in pack.toward or low in _BARRED:
            break
        first -= 1
    lead = leads.lead(first)[0]
    if first == at - 1 or not (lead in pack.leads or lead in pack.reached):
        return site
    return Site(words.starts[first], site.end, _QUARTER, lead, None, None, actor=False)


def _is_crossed(text: str, last: Site, site: Site) -> bool:
    """ "Orbo Street and Tellin Avenue"."""
    streets = (text[one.start : one.end].lower().endswith(_ONE) for one in (last, site))
    return text[last.end : site.start].lower().split() == ["and"] and all(streets)
