"""What keeps a place told below from being that of a claim: another day, another attack, no name at all."""

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.names.sites import Site
from cenotaph.find.whose.cues import cue

_POSTS = (" base", " post", " outpost", " checkpoint", " position", " camp", " barracks")
_RAIDS = frozenset(("raid", "raids", "operation", "operations", "clash", "clashes"))
_EARLIER = ("day", "week", "month", "year", "hour")


def is_set_apart(context: ClaimContext, people: Harmed) -> bool:
    """ "The attack comes a day after a blast in Tellin that killed 28", of which the report does not go on to tell."""
    came = context.tells(people.sentence, "came-as") if people.harm != "bodies" else None
    start = context.sentences[people.sentence].start
    before = came is not None and any(word in came.group().lower() for word in _EARLIER)
    return came is not None and before and people.start > start + came.start()


def opens_item(context: ClaimContext, people: Harmed) -> bool:
    """ "MEANWHILE, POLICE ARRESTED NINE": wire copy in capitals goes on to its next item, which was elsewhere."""
    return context.caps and context.tells(people.sentence, "opens-item") is not None


def is_suspect(context: ClaimContext, people: Harmed) -> bool:
    """ "Three were detained in connection with the blast": they may have been taken anywhere, but for raids."""
    if people.harm != "captured" or not _RAIDS.isdisjoint(context.bag(people.sentence)):
        return False
    return context.tells(people.sentence, "arrested-over") is not None


def is_of_an_army(context: ClaimContext, site: Site, sentence: int) -> bool:
    """ "The deadliest assault on an Israeli base": no name."""
    if not context.plain.endswith(_POSTS, site.start, site.end):
        return False
    nations = (party for party in context.parties(sentence) if party.start == site.start)
    return any(party.party.kind == "demonym" for party in nations)


def is_of_other_day(context: ClaimContext, people: Harmed, sentence: int) -> bool:
    """Whether a sentence names one day of a month and that of the people another: "on 17 October", "on 18 October"."""
    return _are_days_apart(context, people.sentence, sentence, "on-day-of-month")


def is_of_other_weekday(context: ClaimContext, people: Harmed, sentence: int) -> bool:
    """The same of days of the week, those left out on which somebody spoke: "on Monday", "on Tuesday"."""
    return _are_days_apart(context, people.sentence, sentence, "on-weekday")


def _are_days_apart(context: ClaimContext, one: int, two: int, days: str) -> bool:
    own, other = context.tells(one, days), context.tells(two, days)
    if own is None or other is None:
        return False
    span = context.sentences[one]
    return other.group(1).lower() not in context.text[span.start : span.end].lower()


def is_of_another_attack(context: ClaimContext, sentence: int, site: Site) -> bool:
    """ "Earlier this week a strike hit Tellin", and not "Tellin, where people had fled previous attacks"."""
    start = context.sentences[sentence].start
    return context.says(sentence, "other-attack", start, site.start) is not None


def is_of_other_time(context: ClaimContext, sentence: int) -> bool:
    """Whether a sentence is about what was before: "in 2014", "last month", "the attack came as others fought in
    Tellin", unless that is "in the same" place."""
    if any(_tells_time(context, sentence, kind) for kind in ("long-ago", "other-time")):
        return True
    tells = context.tells
    if tells(sentence, "past-deeds") or tells(sentence, "opens-earlier"):
        return True
    another = tells(sentence, "came-as") or tells(sentence, "another-deed")
    return another is not None and "same" not in context.bag(sentence)


def _tells_time(context: ClaimContext, sentence: int, kind: str) -> bool:
    """Whether a sentence tells of a time, and not of what a place has been ("hit Orbo, which troops took in 2014")."""
    time = context.tells(sentence, kind)
    if time is None:
        return False
    at = context.sentences[sentence].start + time.start()
    last = max((site.end for site in context.sites(sentence) if site.end <= at), default=at)
    return cue("has-been").found(context.text, last, at) is None
