"""Those around the leader of an armed group: aides, deputies, guards and followers are the group's."""

from cenotaph.find.answers import Side
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.text.folding import fold
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.parties import leaders
from cenotaph.find.whose.persons.names import led_by
from cenotaph.find.whose.persons.persons import Persons

_AROUND = (
    "aide",
    "deput",
    "guard",
    "right-hand",
    "lieutenant",
    "companion",
    "associate",
    "confidant",
    "henchm",
    "courier",
)
_BEHIND = 100  # Characters.
_AHEAD = 60


def of_companion(context: ClaimContext, people: Harmed, persons: Persons) -> Side | None:
    """ "X, an aide to the Front's leader Carl Roe", "one of Roe's bodyguards": the group that Carl Roe is told to lead."""
    span = context.sentences[people.sentence]
    text = context.text
    if not any(word in text[span.start : span.end].lower() for word in _AROUND):
        return None
    end = max(people.end, people.victims_span.end if people.victims_span else 0)
    start = max(span.start, people.start - _AHEAD) if people.names else people.start
    for found in (
        cue("aide-of").found(text, people.start if not people.names else end, min(span.end, end + _BEHIND)),
        cue("aide-ahead").found(text, start, people.start if people.names else min(span.end, end + _BEHIND)),
    ):
        leader = next((name for name in found.groups() if name), None) if found else None
        group = led_by(leader) if leader else None
        side = Side(group, None, "side-member") if group else persons.side(leader) if leader else None
        if side is not None and side.rule == "side-member":
            return side
    return None


def of_follower(context: ClaimContext, people: Harmed) -> Side | None:
    """ "Eleven rebels loyal to Riek Machar": of that leader's group."""
    end = max(people.end, people.victims_span.end if people.victims_span else 0)
    limit = min(context.sentences[people.sentence].end, end + _BEHIND)
    found = context.says(people.sentence, "loyal-to", end, limit)
    words = fold(found.group(1)).split() if found else ()
    group = next((leaders()[word] for word in words if word in leaders()), None)
    return Side(group, None, "side-member") if group else None
