"""Whether the dead that a clause moves are given over to their own: by one side to the other, to a go-between, or flown home."""

import re
from functools import cache
from typing import NamedTuple

from cenotaph.find.context import ClaimContext
from cenotaph.find.handling.clause import Clause
from cenotaph.find.handling.grammar import grammar
from cenotaph.find.handling.reading import Reading
from cenotaph.find.text.scan import PartyMention
from cenotaph.language import load_pack

_COMES_HOME = re.compile(
    r"\b(?:bod(?:y|ies)|remains|coffins?|caskets?)\b[^.]{0,120}\b(?:flown (?:back )?home|fl(?:y|ies|ew) (?:back )?home|brought (?:back )?home|(?:came|come|coming|arrived?) (?:back )?home|arriv(?:ed?|ing|es) back|repatriated|return(?:s|ed) to (?:his|her|their) home)",
    re.IGNORECASE,
)
_STATE_HONOURS = re.compile(
    r"\b(?:flag-(?:draped|covered|wrapped)|(?:draped|wrapped|covered) (?:in|with) [^.]{0,40}flags?)\b",
    re.IGNORECASE,
)
_AIRFIELD = re.compile(r"\b(?:airport|air ?base|air ?field|air force base|RAF [A-Z])")
_HOME = r"\b(?:native (?:village|town|place|of)|native|hometown|home (?:in|village|town)|hail(?:s|ed)|family lives?|lived in|resident of|belong(?:s|ed) to|born in)\b[^.\n]{0,30}?\b%s\b"
_SWAPPING = re.compile(
    r"\b(?:exchang(?:e|ed|ing)|swap(?:s|ped|ping)?|hand(?:ed|ing|s)? over|hand-?overs?|repatriat)",
    re.IGNORECASE,
)
_TOLD_AGAIN = 3
_KEPT_REACH = 6
_PURPOSES = (["for", "identification"], ["for", "autopsy"], ["for", "examination"], ["as", "unclaimed"])
_OWN = re.compile(
    r"\bto ((?:their|his|her)(?: respective)? (?:home ?towns?|home village|native (?:village|town)s?))\b"
)
_REMAINS = r"(?:bod(?:y|ies)|corpses?|remains|coffins?|caskets?|dead)"
_DEAD_BEFORE = re.compile(
    rf"\b(?:{_REMAINS} of (?:[\w-]+ ){{0,5}}|(?:slain|fallen|killed|dead) )$", re.IGNORECASE
)
_DEAD_BEHIND = re.compile(
    rf" (?:[\w'’-]+ ){{0,2}}(?:{_REMAINS}\b|fallen\b|slain\b|(?:[\w-]+ )?(?:who (?:were|had been) )?killed\b)",
    re.IGNORECASE,
)
_BEFORE = 60  # Characters.
_KIN = frozenset(
    (
        "families",
        "family",
        "relatives",
        "kin",
        "next of kin",
        "loved ones",
        "parents",
        "widow",
        "wife",
        "brother",
        "brothers",
        "mother",
        "father",
    )
)
_KIN_REACH = 5
_SUBJECT_REACH = 6
_KEPT = ("hospital", "morgue", "grave")  # Who goes there is not given over.


class _Words(NamedTuple):
    giving: frozenset[str]
    sides: frozenset[str]
    swaps: frozenset[str]
    go_betweens: frozenset[str]
    flying: frozenset[str]
    bound: frozenset[str]
    coffins: frozenset[str]
    homes: frozenset[str]


@cache
def _pack() -> _Words:
    fields = load_pack("handling_fields")
    return _Words(*(frozenset(fields[name]) for name in _Words._fields))


def is_given_over(context: ClaimContext, sentence: int, reading: Reading, clause: Clause) -> bool:
    """ "Moscow transferred 40 bodies", "delivered the coffins to the Red Cross", "transferred by the rebel side"."""
    words, do = _pack(), clause.do
    if reading.words[do] not in words.giving or _is_kept(reading, clause):
        return False
    behind = reading.words[do + 1 : clause.right + 1]
    if not words.sides.isdisjoint(behind) or not words.swaps.isdisjoint(reading.words):
        return True
    if clause.cargo == "dead" and tells_of_a_swap(context.text) and not goes_somewhere(reading, clause):
        return True
    if grammar().letters["to"] in reading.tags[do : clause.right + 1]:
        return _is_a_state(context, sentence, reading, clause, "to")
    return _acts(context, sentence, reading, clause)


def is_fetched_from_a_side(context: ClaimContext, sentence: int, reading: Reading, clause: Clause) -> bool:
    """ "The Red Cross collected two coffins from Hamas": a go-between, who fetches them from the other side."""
    words = _pack()
    if reading.tags[clause.do] != grammar().letters["collected"]:
        return False
    before = reading.words[max(0, clause.do - _SUBJECT_REACH) : clause.do]
    swapped = not words.swaps.isdisjoint(reading.words) or tells_of_a_swap(context.text)
    return (swapped and not words.go_betweens.isdisjoint(before)) or _is_a_state(
        context, sentence, reading, clause, "from"
    )


def goes_somewhere(reading: Reading, clause: Clause) -> bool:
    """Whether a clause says where to."""
    return grammar().letters["to"] in reading.tags[clause.do : clause.right + 1]


def tells_of_a_swap(text: str) -> bool:
    """Whether a report tells more than once that the dead are handed over, exchanged or repatriated."""
    return len(_SWAPPING.findall(text)) >= _TOLD_AGAIN


def is_got_back(context: ClaimContext, sentence: int, reading: Reading, clause: Clause) -> bool:
    """ "The hospital received the bodies of 30 from Israel": from the other side, and not from the street."""
    got = reading.tags[clause.do] == grammar().letters["got_back"]
    return got and _is_a_state(context, sentence, reading, clause, "from")


def _is_a_state(context: ClaimContext, sentence: int, reading: Reading, clause: Clause, lead: str) -> bool:
    """Whether the clause goes on "to Israel" or "from Israel": a state or a group behind the preposition."""
    letter = grammar().letters[lead]
    at = next((at for at in range(clause.do, clause.right) if reading.tags[at] == letter), None)
    if at is None:
        return False
    behind = range(reading.starts[at], reading.ends[min(at + 2, clause.right)])
    states = (site.start for site in context.sites(sentence) if site.rank == 1)
    parties = (
        mention.start
        for mention in context.parties(sentence)
        if lead == "to" or mention.party.kind != "demonym"
    )
    return any(start in behind for start in (*states, *parties))


def is_flown_home(context: ClaimContext, reading: Reading, clause: Clause) -> bool:
    """ "The casket was flown to Fort Bragg", "a coffin was loaded on a plane bound for Accra", where the dead come home."""
    words = _pack()
    span = reading.words[clause.do : clause.right + 1]
    way = (
        reading.words[clause.do] in words.flying
        and grammar().letters["to"] in reading.tags[clause.do : clause.right + 1]
    )
    bound = not words.bound.isdisjoint(span) and "for" in span
    coffins = not words.coffins.isdisjoint(reading.words[clause.first : clause.right + 1])
    return (way or bound) and not _is_kept(reading, clause) and (coffins or comes_home(context.text))


def is_home(text: str, name: str) -> bool:
    """Whether the report says that somebody is of a place: "his native village, Naudanu", "his family lives in Rajouri"."""
    place = re.escape(name)
    return re.search(_HOME % place, text) is not None


def is_passed_on(reading: Reading, clause: Clause) -> bool:
    """ "Handed over to the charity from two morgues", "given to the institute for identification": from one keeper to the next."""
    letters, do = grammar().letters, clause.do
    if reading.tags[do] != letters["returned"] and reading.words[do] not in ("given", "gave"):
        return False
    end = min(clause.right + _KEPT_REACH, len(reading.tags))
    behind = reading.words[do:end]
    if not _pack().homes.isdisjoint(behind):
        return False
    kept = letters["morgue"] + letters["hospital"]
    if any(
        reading.tags[at] == letters["from"]
        and any(tag in kept for tag in reading.tags[at : at + _KEPT_REACH])
        for at in range(do, end)
    ):
        return True
    return _pack().sides.isdisjoint(behind) and any(
        behind[at : at + 2] in _PURPOSES for at in range(len(behind))
    )


def goes_to_kin(reading: Reading, clause: Clause) -> bool:
    """ "Taken to their families", "flown home"; "washed for burial by relatives" is no way home."""
    to = grammar().letters["to"]
    return any(
        reading.words[at] in _pack().homes
        and (reading.words[at] not in _KIN or to in reading.tags[max(clause.do, at - _KIN_REACH) : at])
        for at in range(clause.do, clause.right + 1)
    )


def goes_to_a_side(reading: Reading, clause: Clause) -> bool:
    """ "Transferred to the Georgian side"."""
    letters = grammar().letters
    side = re.compile(
        f"{letters['to']}{letters['determiner']}?[{letters['demonym']}{letters['name']}]{letters['side']}"
    )
    return side.search(reading.tags, clause.do, clause.right + 1) is not None


def is_of_the_dead(text: str, mention: PartyMention) -> bool:
    """Whether a nationality is that of the dead: "the bodies of two Israeli soldiers", "Ugandan remains", "killed Kenyan soldiers"."""
    before = text[max(0, mention.start - _BEFORE) : mention.start]
    return bool(_DEAD_BEFORE.search(before) or _DEAD_BEHIND.match(text, mention.end))


def own_town(text: str, reading: Reading, clause: Clause) -> str | None:
    """The words of a clause for the town that the dead are of, where it names none: "his hometown"."""
    found = _OWN.search(text, reading.starts[clause.do], reading.ends[clause.right])
    return found.group(1) if found else None


def comes_home(text: str) -> bool:
    """Whether a report tells that the dead come home, or of coffins under flags at an airfield."""
    if _COMES_HOME.search(text) is not None:
        return True
    return _STATE_HONOURS.search(text) is not None and _AIRFIELD.search(text) is not None


def _is_kept(reading: Reading, clause: Clause) -> bool:
    kept = "".join(grammar().letters[name] for name in _KEPT)
    return any(tag in kept for tag in reading.tags[clause.do : clause.right + 1])


def _acts(context: ClaimContext, sentence: int, reading: Reading, clause: Clause) -> bool:
    """Whether a side, a state or a group stands before the deed as who does it."""
    start, end = reading.starts[clause.left], reading.starts[clause.do]
    parties = any(
        start <= mention.start < end and mention.party.kind != "demonym"
        for mention in context.parties(sentence)
    )
    if grammar().letters["side"] in reading.tags[clause.left : clause.do]:
        return True
    states = (site for site in context.sites(sentence) if site.actor or site.rank == 1)
    return parties or any(start <= site.start < end for site in states)
