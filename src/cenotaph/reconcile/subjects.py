"""What figures are about: statements on the same people, harm, place and sense of "how many" come together.

Sub-counts stay apart from their whole. A role or side that one claim leaves open is that of the others, where these
leave no choice.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from cenotaph.model import Claim, Role
from cenotaph.reconcile.days import days_of
from cenotaph.reconcile.rules import Subject
from cenotaph.reconcile.values import Incident, Statement

_PEOPLE: tuple[Role, ...] = ("unknown", "mixed")
_PRONOUNS = frozenset(("them", "whom", "these", "those", "us"))


def by_subject(
    statements: Sequence[Statement], incidents: Iterable[Incident] = ()
) -> dict[Subject, list[Statement]]:
    """The statements by what they are about, in the order in which the subjects are first met."""
    attacks = {claim: incident for incident in incidents for claim in incident.claims}
    claims = {one.claim.id: one.claim for one in statements}
    places = _places(statements)
    found: dict[Subject, list[Statement]] = defaultdict(list)
    for one in statements:
        found[_subject(one, attacks.get(one.claim.id), claims, places)].append(one)
    return _together(_started(found))


def _subject(
    one: Statement, attack: Incident | None, claims: Mapping[str, Claim], places: Mapping[str, Statement]
) -> Subject:
    claim = one.claim
    whole = claims.get(claim.part_of or "")
    part = _part(claim, whole) if whole is not None else None
    role: Role = "unknown" if claim.role == "mixed" else claim.role
    if attack is not None:
        return Subject(
            claim.side, role, claim.harm, claim.scope, attack.place, attack.place_key, part, attack.id
        )
    where = places[one.testimony].claim
    start = claim.from_ if claim.scope == "cumulative" else None
    return Subject(claim.side, role, claim.harm, claim.scope, where.place, where.where, part, None, start)


def _part(claim: Claim, whole: Claim) -> str:
    """What a part is called: by its own noun, else by that of its whole; "them" is no name."""
    told = ((one.victims_text or "").casefold() for one in (claim, whole))
    role = "people" if claim.role in _PEOPLE else claim.role
    return next((noun for noun in told if noun and noun not in _PRONOUNS), role)


def _places(statements: Iterable[Statement]) -> dict[str, Statement]:
    """For each testimony the claim that places it most exactly: "in Ukraine" and "in Dnipro" are one account."""
    found: dict[str, Statement] = {}
    for one in statements:
        known = found.get(one.testimony)
        if known is None or _exactness(one) > _exactness(known):
            found[one.testimony] = one
    return found


def _exactness(one: Statement) -> int:
    if one.claim.place is None:
        return 0
    return 2 + len(one.within) if one.claim.place_key and not _is_country(one) else 1


def _is_country(one: Statement) -> bool:
    return one.place is not None and one.place.kind == "country"


def _started(found: Mapping[Subject, list[Statement]]) -> dict[Subject, list[Statement]]:
    """Running totals that do not say from when they count go with those that count from the earliest day."""
    starts: dict[Subject, list[str]] = defaultdict(list)
    for subject in found:
        if subject.start is not None:
            starts[replace(subject, start=None)].append(subject.start)
    earliest = {bare: min(told, key=_day) for bare, told in starts.items()}
    merged: dict[Subject, list[Statement]] = defaultdict(list)
    for subject, statements in found.items():
        bare = replace(subject, start=None)
        merged[bare if _is_same_day(subject.start, earliest.get(bare)) else subject] += statements
    return merged


def _is_same_day(start: str | None, earliest: str | None) -> bool:
    """Whether a total counts from the earliest day; "24 February" in a report without a date is that of any year."""
    if start is None or start == earliest:
        return True
    return earliest is not None and earliest.startswith("XXXX") and start[4:] == earliest[4:]


def _day(edtf: str) -> tuple[bool, str]:
    """In the order of time; a date without its year comes first, since reports tell so of the war's beginning."""
    days = days_of(edtf)
    return (True, days.first.isoformat()) if days else (False, edtf)


def _together(found: Mapping[Subject, list[Statement]]) -> dict[Subject, list[Statement]]:
    """A claim that leaves role or side open joins the only subject of its attack that has one."""
    attacks: dict[str | None, list[Subject]] = defaultdict(list)
    for subject in found:
        attacks[subject.incident].append(subject)
    merged: dict[Subject, list[Statement]] = defaultdict(list)
    for subject, statements in found.items():
        merged[_closed(subject, attacks[subject.incident]) if subject.incident else subject] += statements
    return {subject: sorted(members, key=lambda one: one.order) for subject, members in merged.items()}


def _closed(subject: Subject, all_: Iterable[Subject]) -> Subject:
    if subject.role not in _PEOPLE and subject.side is not None:
        return subject
    fuller = [other for other in all_ if other != subject and _may_be(subject, other)]
    return fuller[0] if len(fuller) == 1 else subject


def _may_be(open_: Subject, other: Subject) -> bool:
    """Whether `other` is the same subject but for what `open_` leaves open."""
    if open_.role not in _PEOPLE and open_.role != other.role:
        return False
    if open_.side is not None and open_.side != other.side:
        return False
    return (open_.incident, open_.harm, open_.part) == (other.incident, other.harm, other.part)
