"""Where harm was done: the place that a report gives for it, in the claim's sentence or around it."""

from collections.abc import Sequence

from cenotaph.find.answers import NOWHERE, Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.around.dated_deeds import UNTOLD, DatedDeeds
from cenotaph.find.place.around.elsewhere import Elsewhere
from cenotaph.find.place.around.last_told import LastTold
from cenotaph.find.place.around.told_sites import of_office_elsewhere
from cenotaph.find.place.nested.narrower import Narrower
from cenotaph.find.place.pointers import Pointers
from cenotaph.find.place.sentence.in_sentence import InSentence
from cenotaph.find.place.townsmen import of_last_resort
from cenotaph.find.place.unnamed import ends_on, is_directed
from cenotaph.find.place.war_tolls import gaza_toll, is_of_world_war, is_war_toll
from cenotaph.find.text.folding import fold

_LAND, _TOWN, _QUARTER = 1, 4, 5  # Ranks, as in the pack `places`.
_SEVERAL = ("cities", "towns", "villages")
__all__ = ["Where", "places"]


def places(context: ClaimContext, harmed: Sequence[Harmed]) -> list[Where]:
    """The places of all claims of a report, in the order of `harmed`, which is that of the text."""
    chooser = InSentence(context, harmed)
    here = [chooser.choose(at) for at in range(len(harmed))]
    elsewhere, narrower, out = Elsewhere(context, harmed, here), Narrower(context, harmed), list[Where]()
    pointers, first = Pointers(context), list[Where]()
    here = [_of_its_whole(harmed, at, here) for at in range(len(harmed))]
    deeds = DatedDeeds(context)
    for at, own in enumerate(here):
        named = deeds.place(harmed[at], own)
        toll = gaza_toll(context, harmed[at]) if named is None else None
        if toll is not None or named is UNTOLD or is_war_toll(context, harmed[at]):
            out.append(toll or (UNTOLD if named is UNTOLD else NOWHERE))
            first.append(out[-1])
            continue
        where = (
            named
            or _of_whole(harmed, at, out)
            or _around(context, pointers, harmed[at], elsewhere.around(at, out))
        )
        where = where or chooser.office(at) or of_last_resort(context, harmed[at])
        where = where or pointers.part_of_land(harmed[at]) or NOWHERE
        if is_of_world_war(harmed[at], where):
            where = NOWHERE
        first.append(where)
        where = narrower.narrowed(at, where)
        out.append(where if where.name else pointers.of_lead(harmed[at]) or where)
    out = [_within(*pair) for pair in zip(first, narrower.joined(out), strict=True)]
    last = LastTold(context, harmed)
    for at, where in enumerate(out):
        out[at] = where if where.name or where.rule == UNTOLD.rule else last.place(at, out) or where
    return out


def _within(first: Where, found: Where) -> Where:
    """A village told below "in Tellin province" keeps that name of the claim's own sentence; a bare land says no more than
    the gazetteer."""
    if found.within or found.rule == first.rule or found.name is None or first.name is None:
        return found
    alike = fold(first.name) in fold(found.name) or fold(found.name) in fold(first.name)
    told = first.rank > _LAND or (first.rank == _LAND and is_directed(first))
    spot = (
        first.rank in (_TOWN, _QUARTER)
        and found.rule.endswith("narrower")
        and not ends_on(first.name, _SEVERAL)
    )
    narrower = first.rank < found.rank or spot
    return found._replace(within=first.name) if told and narrower and not alike else found


def _around(context: ClaimContext, pointers: Pointers, people: Harmed, found: Where | None) -> Where | None:
    """What the sentences around tell, unless a claim's own has the adjective of another country ("on a Yemeni port") or a
    far town's mayor speak."""
    if found is not None and (office := of_office_elsewhere(context, people, found)) is not None:
        return office
    nation = pointers.unnamed(people)
    if nation is None or (found is not None and found.country in (None, nation.country)):
        return found
    return nation


def _of_its_whole(harmed: Sequence[Harmed], at: int, here: Sequence[Where | None]) -> Where | None:
    """ "Nine of Orbo in northern Tellin were killed, two of them women": a part told in the sentence of its whole was harmed
    where that was, unless a place stands behind the part itself."""
    people, own = harmed[at], here[at]
    whole = harmed[people.whole] if people.whole is not None else None
    if whole is None or people.whole is None or own is None or own.span is None:
        return own
    apart = whole.sentence != people.sentence or whole.harm != people.harm or own.span.start >= people.start
    return own if apart or whole.start > people.start else here[people.whole] or own


def _of_whole(harmed: Sequence[Harmed], at: int, told: Sequence[Where]) -> Where | None:
    """A part was harmed where its whole was."""
    whole = harmed[at].whole
    return told[whole] if whole is not None and whole < at and harmed[whole].harm == harmed[at].harm else None
