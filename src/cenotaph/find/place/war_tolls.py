"""Totals of a whole war, which have no place but the region that the war is said to be in."""

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.pointers import where_nation
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.cues import cue

_MANY, _MILLIONS = 1_000, 2_000_000
_WAR = 100_000  # Dead, which no attack has.
_TO = ("told ", "addressed ", "briefed ", " to ")  # "Told Finland's parliament".
_ASIDE = 12  # Characters between a group and "which".
_REGION = 2  # A rank, as in the pack `places`.
_CLAUSE = 120  # Characters.


def is_war_toll(context: ClaimContext, people: Harmed) -> bool:
    """ "Ravaged by a war that has killed", where no region is named behind "war"."""
    if people.scope != "cumulative" and (people.low or 0) < _WAR:
        return False
    start = context.sentences[people.sentence].start
    match = context.says(people.sentence, "war-toll", start, people.start)
    if match is None and (people.low or 0) >= _WAR:
        match = context.says(people.sentence, "fighting-toll", start, people.start)
    if match is None:
        return False
    if _is_in_region(context, people):
        return False
    return not any(
        site.rank > 1 or cue("compass").found(context.text, max(start, site.start - 30), site.start)
        for site in context.sites(people.sentence)
        if start + match.start() <= site.start
        and (site.end <= people.start or (site.lead == "in" and site.rank <= _REGION))
    )


def _is_in_region(context: ClaimContext, people: Harmed) -> bool:
    """ "The conflict has killed 36,000 people and driven two million from their homes in northeast Orbia"."""
    text = context.text
    return any(
        site.lead == "in" and cue("compass").found(text, max(people.end, site.start - 30), site.start)
        for site in context.sites(people.sentence)
        if site.start > people.end
    )


def is_of_groups_past(context: ClaimContext, people: Harmed) -> bool:
    """ "Isis, which has killed five hostages": what a group did before, wherever."""
    start = context.sentences[people.sentence].start
    match = context.says(people.sentence, "groups-past", start, people.start)
    if match is None:
        return False
    at = start + match.start()
    named = (party.end for party in context.parties(people.sentence) if party.party.kind == "group")
    return match.group().lower().startswith("the ") or any(0 <= at - end <= _ASIDE for end in named)


def is_of_world_war(people: Harmed, where: Where) -> bool:
    """ "Some 8.5 million died between 1914 and 1918, many on the fields of Verdun": millions did not die in one town."""
    return people.scope == "cumulative" and (people.low or 0) >= _MILLIONS and where.rank > _REGION


def is_of_a_string(context: ClaimContext, people: Harmed, start: int) -> bool:
    """Whether a total is told of a "string of attacks" behind an offset of its sentence."""
    if people.scope != "cumulative":
        return False
    return context.says(people.sentence, "string-of", start, people.start) is not None


def is_of_the_land(context: ClaimContext, people: Harmed) -> bool:
    """ "Clashes in different parts of the country left 29 casualties": none of the places told around is theirs."""
    span = context.sentences[people.sentence]
    first, last = max(span.start, people.start - _CLAUSE), min(span.end, people.end + _CLAUSE)
    if context.says(people.sentence, "across-the-land", first, last) is not None:
        return True
    various = context.tells(
        people.sentence, "various-attacks"
    )  # "This week about 40 died in various attacks".
    told = "where" in context.bag(people.sentence) or context.is_headline(people.sentence)
    return various is not None and not told


def gaza_toll(context: ClaimContext, people: Harmed) -> Where | None:
    """Thousands of Palestinians counted in a report on Gaza were of Gaza."""
    span = people.victims_span
    if people.scope != "cumulative" or span is None or (people.low or 0) < _MANY:
        return None
    counted = any(
        party.party.side == "Palestine" and span.start <= party.start < span.end
        for party in context.parties(people.sentence)
    )
    named = [
        party for party in context.named if party.party.kind == "metonym" and party.party.side == "Palestine"
    ]
    if not counted or not named:
        return None
    return where_nation(context, min(named, key=lambda party: abs(party.start - people.start)))


def of_health_office(context: ClaimContext, people: Harmed) -> Where | None:
    """A country's health office counts the dead of its own land: "according to Lebanese health authorities"."""
    for nation in context.parties(people.sentence):
        office = cue("health-office").found(context.text, nation.end, nation.end + 30) or cue(
            "health-office-of"
        ).found(context.text, max(0, nation.start - 50), nation.start)
        if office and nation.party.kind in ("country", "demonym", "metonym") and nation.party.iso:
            return where_nation(context, _own_land(context, people.sentence, nation))
    return None


def _own_land(context: ClaimContext, at: int, nation: PartyMention) -> PartyMention:
    """Gaza, where the Palestinians counted are those of Gaza: the nearest name of a nation's part by itself."""
    if nation.party.kind == "metonym" or nation.party.side != "Palestine":
        return nation
    sentences = sorted(range(len(context.sentences)), key=lambda one: abs(one - at))
    named = (party for one in sentences for party in context.parties(one))
    return next((p for p in named if p.party.kind == "metonym" and p.party.side == "Palestine"), nation)


def counts_a_nation(context: ClaimContext, people: Harmed) -> bool:
    """Whether the victims are counted as a nation's ("75 Syrians", "puts Russian deaths at 7,000"), or a total by one ("Kyiv speaks of 900 dead")."""
    span, parties = people.victims_span, context.parties(people.sentence)
    if span is not None and any(span.start <= party.start < span.end for party in parties):
        return True
    return people.scope == "cumulative" and any(_is_tallied(context, party, people) for party in parties)


def _is_tallied(context: ClaimContext, party: PartyMention, people: Harmed) -> bool:
    """Whether a nation stands before a total as the one that counts ("Kyiv speaks of 900") or whose people are counted."""
    if party.end > people.start or context.plain.endswith(_TO, 0, party.start):
        return False
    if party.party.kind in ("country", "capital"):
        return True
    return cue("tallied").found(context.text, party.end, people.start) is not None
