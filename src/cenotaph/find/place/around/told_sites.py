"""Which place of a sentence an attack may have been at that the sentence does not count the harmed of."""

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.around.nearby_sites import may_be_of_harm
from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.find.place.joint import joint
from cenotaph.find.place.names.sites import Site
from cenotaph.find.place.sentence.judged import is_of_what_followed
from cenotaph.find.place.whereabouts import is_of_origin, is_of_state, whereabouts
from cenotaph.find.whose.cues import cue

_LAND, _REGION = 1, 2  # Ranks, as in the pack `places`.
_OFFICE = 70  # Characters before a place, with what leads there.
_WITHIN = frozenset(("in", "across", "throughout", "inside", "within", "over", "around", "near"))
_AWAY = frozenset(
    ("from", "left", "leaving", "to", "toward", "towards", "with", "for", "by", "against", "via", "as")
)
_TOLD_BEFORE = ("place-carried", "place-before", "place-last")
_HEADS = frozenset(("mayor", "governor"))
_CARE = frozenset(("hospital", "hospitals", "clinic", "morgue", "mortuary", "center", "centre"))


def narrowest_told(context: ClaimContext, sentence: int, ranks: range) -> Site | None:
    """The narrowest place of a sentence in a range of ranks, the last of its like."""
    if context.is_caption(sentence):
        return None
    sites = [site for site in context.sites(sentence) if site.rank in ranks and _may_be(context, site)]
    return max(reversed(sites), key=lambda site: site.rank, default=None)


def of_local_office(context: ClaimContext, people: Harmed) -> Site | None:
    """ "Tellin's mayor said", "the governor of Tellin state said": those who tell of the dead of their own place."""
    sites = (site for site in context.sites(people.sentence) if _is_of_local_office(context, site))
    return next((site for site in sites if not is_of_what_followed(context, people, site)), None)


def of_office_elsewhere(context: ClaimContext, people: Harmed, found: Where) -> Where | None:
    """The place of a mayor or governor who tells of people whom nothing places but a far town told before: "Shelling killed two in
    Tellin. The mayor of Sarmin said one had died"."""
    site = of_local_office(context, people)
    if site is None or site.key is None or found.key is None or found.rule not in _TOLD_BEFORE:
        return None
    if _HEADS.isdisjoint(context.bag(people.sentence)):
        return None
    if context.says(people.sentence, "says", site.end, people.start) is None:
        return None
    office = whereabouts(context, site, "place-office")
    far = gazetteer().are_apart(
        (found.name or "").partition(" and ")[0], found.key, office.name or "", site.key
    )
    return office if far and not context.holds(office.name or "", found.name or "") else None


def _is_of_local_office(context: ClaimContext, site: Site) -> bool:
    text = context.text
    if site.rank < _REGION or is_of_state(context, site) or context.is_capital(text[site.start : site.end]):
        return False
    before = max(context.sentences[context.sentence_at(site.start)].start, site.start - _OFFICE)
    held = (cue(name).found(text, before, site.start) for name in ("locals-in", "local-office"))
    return any(held) or cue("office-behind").found(text, site.end, site.end + _OFFICE) is not None


def _may_be(context: ClaimContext, site: Site) -> bool:
    if _acts(context, site) or site.lead in _AWAY or (site.rank <= _LAND and not _is_land(context, site)):
        return False
    if not _CARE.isdisjoint(context.text[site.start : site.end].lower().split()):
        return False
    if cue("avenging").found(context.text, max(0, site.start - 2 * _OFFICE), site.start):
        return False
    if is_of_origin(context, site):
        return False
    return may_be_of_harm(context, site)


def _acts(context: ClaimContext, site: Site) -> bool:
    """Whether a name that no preposition leads to is who did something: not the town in "visited Tellin"."""
    before = context.words_before(context.sentence_at(site.start), site.start)[-1:]
    return site.actor and not (before and before[0].endswith("ed"))


def _is_land(context: ClaimContext, site: Site) -> bool:
    """Whether a land is told of as where things happen, and neither as one of a list nor as whose something is ("on the
    U.S. embassy")."""
    text, all_of = context.text, joint(context, site)
    short = text[site.end - 1] == "." or text[site.start : site.end].isupper()
    owner = short and not context.caps and text[site.end : site.end + 2].strip().islower()
    return site.lead in _WITHIN and not owner and "," not in text[all_of.start : all_of.end]
