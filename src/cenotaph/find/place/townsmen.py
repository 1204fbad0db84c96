"""Places of last resort: victims called by their town ("four Dallas police officers"), captives held by a country's police,
those killed beside one who holds office in a town, the town of those who live there or mourn in the sentence before."""

import re

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.pointers import where_nation
from cenotaph.find.place.whereabouts import is_spoken_of, whereabouts
from cenotaph.find.text.folding import fold
from cenotaph.find.whose.cues import cue
from cenotaph.model import Span

_HOLDERS = re.compile(
    r" (?:authorities|police|army|officials|security|intelligence|border|soldiers|troops|coast|customs|immigration|officers)\b"
)
_BY = re.compile(r"\b(?:detained|arrested|held|captured|seized|caught|intercepted) by (?:the )?$")
_LEADS = ("of", "in", "for")
_NEAR = 40  # Characters.
_OFFICE = 70  # Characters from an office to its place.
_FAR = 240  # Characters.
_OTHER = ("other-time", "other-attack", "long-ago", "period", "running", "unsaid-where", "in-such-attacks")
_TOWN = 4  # A rank, as in the pack `places`.
_PEOPLE = re.compile(
    r"\s(?P<town>[A-Z][\w’-]+(?: [A-Z][\w’-]+)?) (?:(?:city|transit|riot|traffic|university|school) )?"
    r"(?:police(?:men|man)?|officers?|residents?|firefighters?|cops?|shopkeepers?|deputies|students?|worshippers|commuters|"
    r"detectives?|prosecutors?|journalists?|taxi drivers?)\b"
)


def of_last_resort(context: ClaimContext, people: Harmed) -> Where | None:
    """What only the words for the victims, for their captors and for the one who was attacked tell."""
    readers = (_of_townsmen, _of_captors, _of_target, _of_holder, _of_locals_before)
    return next(filter(None, (reader(context, people) for reader in readers)), None)


def _of_townsmen(context: ClaimContext, people: Harmed) -> Where | None:
    """The town by which the victims of one attack are called."""
    span = people.victims_span
    if span is None or people.scope != "incident" or people.names:
        return None
    match = _PEOPLE.match(context.text, people.end, span.end)
    if match is None:
        return None
    known = context.known(fold(match["town"]))
    if known is None or known.rank != _TOWN:
        return None
    town = Span(*match.span("town"))
    return Where(context.quote(town), town, known.key, known.country, known.rank, "place-townsmen")


def _of_captors(context: ClaimContext, people: Harmed) -> Where | None:
    """ "A woman detained by Lebanese authorities" was so in Lebanon."""
    if people.harm != "captured":
        return None
    for nation in context.parties(people.sentence):
        near = -_NEAR < nation.start - people.end < 2 * _NEAR
        held = _HOLDERS.match(context.text, nation.end) and _BY.search(
            context.text, max(0, nation.start - _NEAR), nation.start
        )
        if near and held and nation.party.kind == "demonym" and nation.party.iso:
            return where_nation(context, nation)
    return None


def _of_target(context: ClaimContext, people: Harmed) -> Where | None:
    """ "The governor of Tellin escaped a bombing that killed one": where the one who was attacked holds office."""
    if people.scope != "incident" or is_spoken_of(context, people):
        return None
    text, span = context.text, context.sentences[people.sentence]
    held = (
        site
        for site in context.sites(people.sentence)
        if site.lead in _LEADS
        and cue("local-office").found(text, max(span.start, site.start - _OFFICE), site.start)
        and cue("office-attacked").found(text, site.end, span.end)
    )
    best = max(held, key=lambda site: site.rank, default=None)
    return whereabouts(context, best, "place-office") if best is not None else None


def _of_holder(context: ClaimContext, people: Harmed) -> Where | None:
    """ "Gunmen kidnapped Ann Li, the mayor of Tellin": where the one who was harmed holds office."""
    if not people.names or people.scope != "incident" or is_spoken_of(context, people):
        return None
    sites = (site for site in context.sites(people.sentence) if 0 < site.start - people.end < _OFFICE)
    held = (site for site in sites if cue("holds-office").found(context.text, people.end, site.start))
    site = next(held, None)
    return whereabouts(context, site, "place-office") if site is not None else None


def _of_locals_before(context: ClaimContext, people: Harmed) -> Where | None:
    """ "The mayor of Tellin declared a day of mourning. A missile had struck a row of flats, killing five": the one town of
    the sentence before, whose people it tells of."""
    before, start = people.sentence - 1, context.sentences[people.sentence].start
    if before < 0 or people.scope != "incident" or people.names or is_spoken_of(context, people):
        return None
    apart = context.threads[before] != context.threads[people.sentence]
    if apart or any(context.tells(people.sentence, name) for name in _OTHER):
        return None
    sites = [site for site in context.sites(before) if not context.is_in_dateline(site.start)]
    if len(sites) != 1 or sites[0].rank != _TOWN or not sites[0].key or start - sites[0].end > _FAR:
        return None
    theirs = context.says(before, "town-of-theirs", max(0, sites[0].start - _OFFICE), sites[0].start)
    return whereabouts(context, sites[0], "place-townsmen") if theirs is not None else None
