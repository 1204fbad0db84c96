"""Whether two claims of one origin tell the same thing: the same harm to the same people, in numbers that agree."""

from typing import NamedTuple

from cenotaph.model import Claim
from cenotaph.trace.states import names_nation

_HARMS = {"bodies": "killed"}
_SMALL, _LARGE = 10, 100
_DAYS_OF_ONE_INCIDENT = 10
"""Characters of a full date: an incident's claims agree in the day."""


class Linked(NamedTuple):
    """What else joins two claims: their reports share words or a claim; just these two sentences do; one report has both."""

    reports: bool = False
    sentences: bool = False
    one_report: bool = False


def family(claim: Claim) -> str:
    """The harm under which figures are compared: bodies are people killed."""
    return _HARMS.get(claim.harm, claim.harm)


def figure(claim: Claim) -> int | None:
    """The number that a claim turns on: its low bound, else its high one."""
    return claim.low if claim.low is not None else claim.high


def buckets(claim: Claim) -> frozenset[int]:
    """The figure, and what it is when rounded or cut to two digits: claims that tell the same have one in common."""
    number = figure(claim)
    return frozenset() if number is None else frozenset((number, _cut(number), _rounded(number)))


def speaks_for_itself(claim: Claim) -> bool:
    """Whether a figure is large and uneven enough to be known again by itself."""
    number = figure(claim)
    return number is not None and number >= _LARGE and number != _cut(number, digits=1)


def can_both_hold(one: Claim, two: Claim, linked: Linked) -> bool:
    """Whether two claims do not speak of different things: their numbers agree, and nothing else in them clashes."""
    if not _same_number(one, two) or _contradict(one, two, linked):
        return False
    return is_vague(one) == is_vague(two) or linked.sentences or _same_victims(one, two, linked)


def same_thing(one: Claim, two: Claim, linked: Linked) -> bool:
    """Whether two claims of one origin tell the same. Small and round numbers need more than the number."""
    if not can_both_hold(one, two, linked):
        return False
    if _same_victims(one, two, linked) or linked.sentences or set(one.names) & set(two.names):
        return True
    known = figure(one) or 0
    if known < _SMALL or _same_number(one, two) == "rounded":
        return _same_place(one, two) and (_same_day(one, two) or linked.reports or linked.one_report)
    if not speaks_for_itself(one):
        return _same_place(one, two) or linked.reports or linked.one_report
    return True


def face(claim: Claim) -> tuple[object, ...]:
    """All of a claim that `can_both_hold` and `same_thing` look at: claims with one face are one to them."""
    number = figure(claim) if figure(claim) is not None else claim.quantity_text.lower()
    numbers = (number, claim.low, claim.high, claim.approx, is_vague(claim))
    people = (claim.side, claim.role, claim.names)
    return (
        *numbers,
        family(claim),
        claim.scope == "incident",
        _day(claim),
        *people,
        place_of(claim),
        claim.spot,
    )


def _same_victims(one: Claim, two: Claim, linked: Linked) -> bool:
    return (
        linked.one_report
        and bool(one.victims_text)
        and _folded(one.victims_text) == _folded(two.victims_text)
    )


def _same_number(one: Claim, two: Claim) -> str:
    """How the numbers agree: "same", "rounded", or not at all ("")."""
    mine, theirs = figure(one), figure(two)
    if mine is not None and mine == theirs:
        return "same"
    if mine is None or theirs is None:
        return "same" if one.quantity_text.lower() == two.quantity_text.lower() else ""
    if one.high is not None and one.high == two.high:
        return "same"
    small, large = sorted((one, two), key=lambda claim: figure(claim) or 0)
    if min(mine, theirs) < _LARGE:
        return ""
    if small.high is None and _cut(max(mine, theirs)) == min(mine, theirs):
        return "rounded"
    loose, exact = (large, small) if large.approx or large.low is None else (small, large)
    is_loose = loose.approx or loose.low is None
    return "rounded" if is_loose and _rounded(figure(exact) or 0) == figure(loose) else ""


def _contradict(one: Claim, two: Claim, linked: Linked) -> bool:
    """Whether something else in two claims can't both hold; harm and place may change where the sentences are linked."""
    if _other_people(one, two):
        return True
    if not linked.sentences and (family(one) != family(two) or _other_place(one, two)):
        return True
    if "incident" in (one.scope, two.scope) and not linked.sentences:
        return _differ(_day(one), _day(two))
    return False


def _other_people(one: Claim, two: Claim) -> bool:
    if one.names and two.names and not set(one.names) & set(two.names):
        return True
    return _differ(one.side, two.side) or {one.role, two.role} == {"combatants", "civilians"}


def _differ(one: str | None, two: str | None) -> bool:
    return one is not None and two is not None and one != two


def is_vague(claim: Claim) -> bool:
    """Whether the quantity is a word ("dozens"), whose bounds are ours and not the report's."""
    return claim.approx and claim.low != claim.high and not any(map(str.isdigit, claim.quantity_text))


def _folded(text: str | None) -> str:
    return (text or "").casefold()


def _same_place(one: Claim, two: Claim) -> bool:
    return place_of(one) is not None and place_of(one) == place_of(two) and not are_two_spots(one, two)


def _other_place(one: Claim, two: Claim) -> bool:
    return _differ(place_of(one), place_of(two)) or are_two_spots(one, two)


def are_two_spots(one: Claim, two: Claim) -> bool:
    """Whether two claims name different quarters or buildings of a town."""
    return None not in (one.spot, two.spot) and one.spot != two.spot


def place_of(claim: Claim) -> str | None:
    """The place by its key or name; a whole country says too little to tell two attacks apart."""
    if claim.place is None or names_nation(claim.place):
        return None
    return claim.where


def _same_day(one: Claim, two: Claim) -> bool:
    return _day(one) is not None and _day(one) == _day(two)


def _day(claim: Claim) -> str | None:
    """The day a claim is dated to; None where its date is open or not a day."""
    until = claim.until
    return until if until and "X" not in until and len(until) >= _DAYS_OF_ONE_INCIDENT else None


def _cut(number: int, *, digits: int = 2) -> int:
    unit = int(10 ** max(0, len(str(number)) - digits))
    return number // unit * unit


def _rounded(number: int) -> int:
    unit = int(10 ** max(0, len(str(number)) - 2))
    return (number + unit // 2) // unit * unit
