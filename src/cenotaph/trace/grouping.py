"""Claims that tell the same, put together one by one: into testimonies (one origin) and things (whatever origin).

A claim joins the first group under its key that tells the same: nothing in it clashes with any of the group's faces,
and it is the same thing as one of them. Which groups are looked at does not grow with the ledger: those of claims in
reports that share something with its own, and the last few that have the number in the same place, of the same people,
or, where the number speaks for itself, anywhere. Claims are put in by the order of their reports: one that comes
in before a group's first claim opens the group anew.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from heapq import heapify, heappop, heappush

from msgspec.structs import replace

from cenotaph.model import Claim, Span
from cenotaph.trace.neighbours import Neighbours
from cenotaph.trace.sameness import (
    Linked,
    buckets,
    can_both_hold,
    face,
    figure,
    place_of,
    same_thing,
    speaks_for_itself,
)
from cenotaph.trace.world import Group, Grouping, Order, Telling, World

_MOST_GROUPS = 8
"""Of groups that have one number in one place, only so many are looked at, the latest ones."""

_MOST_FACES = 12
_MOST_ALIKE = 12
"""Of the claims of one number in one report so many are looked at."""

_MOST_OPENED = 200
"""A group of more claims is not opened anew for one that left it or would come first."""

_Links = dict[str, list[tuple[Claim, Linked]]]


class Groups:
    """Puts claims into the groups of one kind."""

    def __init__(self, world: World, neighbours: Neighbours, grouping: Grouping) -> None:
        self._world = world
        self._neighbours = neighbours
        self._grouping: Grouping = grouping
        self._near: tuple[str, dict[object, list[Claim]]] | None = None
        self._last: tuple[str, dict[str, Claim]] | None = None

    def leave(self, tellings: Iterable[Telling]) -> list[Telling]:
        """Take claims out of their groups; these, and those that must be put in again with them."""
        waiting: dict[str, Telling] = {}
        for group in dict.fromkeys(map(self._group_of, tellings)):
            if group:
                waiting |= {one.claim: one for one in self._open(group)}
        return list(waiting.values())

    def take_out(self, telling: Telling) -> None:
        """Take one claim out of its group, which stays as it is."""
        group = self._world.groups.get(self._group_of(telling))
        if group is not None:
            self._world.groups[group.id] = replace(group, size=group.size - 1)
        self._assign(telling, "")

    def put_in(self, tellings: Iterable[Telling]) -> None:
        """Put claims into groups, in their order."""
        waiting = [(one.order, one.report, one.claim) for one in tellings]
        heapify(waiting)
        while waiting:
            order, report, claim = heappop(waiting)
            for one in self._put_in(order, report, claim):
                heappush(waiting, (one.order, one.report, one.claim))

    def _put_in(self, order: Order, report: str, id_: str) -> list[Telling]:
        """Put one claim in; those that have to be put in anew behind it."""
        telling, claim = self._world.told(report)[id_], self._claim(report, id_)
        key = telling.path.origin.key if self._grouping == "testimony" else ""
        found = self._found(claim, key)
        if found is not None and order > found.first or found is not None and found.size > _MOST_OPENED:
            self._join(telling, claim, found)
            return []
        again = self._open(found.id) if found is not None else []
        name = f"{self._grouping}\0{key}\0{claim.id}"
        group = Group(sha256(name.encode()).hexdigest()[:16], key, order, 0, ())
        self._join(telling, claim, group)
        return again

    def _join(self, telling: Telling, claim: Claim, group: Group) -> None:
        faces = group.faces
        if len(faces) < _MOST_FACES and face(claim) not in map(face, faces):
            faces = (*faces, replace(claim, evidence=(), rules=()))
            for cell in _cells(group.key, claim, self._grouping):
                listed = self._world.cells.get(cell, ())
                if group.id not in listed:
                    self._world.cells[cell] = (*listed, group.id)[-_MOST_GROUPS:]
        self._world.groups[group.id] = replace(group, size=group.size + 1, faces=faces)
        self._assign(telling, group.id)

    def _open(self, group: str) -> list[Telling]:
        """Take all claims out of a group, or none where they are very many."""
        known = self._world.groups.get(group)
        if known is None or known.size > _MOST_OPENED:
            return []
        members = list(self._world.members(self._grouping, group))
        for one in members:
            self._assign(one, "")
        del self._world.groups[group]
        return members

    def _claim(self, report: str, id_: str) -> Claim:
        if self._last is None or self._last[0] != report:
            self._last = (report, {claim.id: claim for claim in self._world.claims[report]})
        return self._last[1][id_]

    def _assign(self, telling: Telling, group: str) -> None:
        now = self._world.told(telling.report)[telling.claim]
        self._world.tell(replace(now, **{self._grouping: group}))

    def _group_of(self, telling: Telling) -> str:
        return telling.testimony if self._grouping == "testimony" else telling.thing

    def _found(self, claim: Claim, key: str) -> Group | None:
        links = self._links(claim)
        ids = dict.fromkeys((*links, *self._listed(claim, key)))
        groups = (self._world.groups.get(id_) for id_ in ids)
        fitting = sorted(
            (one for one in groups if one is not None and one.key == key), key=lambda one: one.first
        )
        return next((one for one in fitting if _fits(claim, one, links.get(one.id, []))), None)

    def _listed(self, claim: Claim, key: str) -> Iterator[str]:
        for cell in _cells(key, claim, self._grouping):
            yield from self._world.cells.get(cell, ())

    def _links(self, claim: Claim) -> _Links:
        """The groups of claims in reports that share something with the claim's, with those claims."""
        found: _Links = defaultdict(list)
        where = claim.sentence or Span(claim.start, claim.end)
        spans = defaultdict(list)
        for shared in self._neighbours.at(claim.report, where):
            spans[shared.other].append(shared.there)
        seen = {claim.id}
        near = self._near_of(claim.report)
        for other in (one for number in _numbers(claim) for one in near.get(number, ())):
            telling = self._world.told(other.report).get(other.id)
            if other.id not in seen and telling is not None and self._group_of(telling):
                found[self._group_of(telling)].append((other, _link(claim, other, spans[other.report])))
            seen.add(other.id)
        return found

    def _near_of(self, report: str) -> dict[object, list[Claim]]:
        """By number the claims of a report, and of those that share something with it."""
        if self._near is None or self._near[0] != report:
            near: dict[object, list[Claim]] = defaultdict(list)
            for other in (report, *self._neighbours.others(report)):
                counts: Counter[object] = Counter()
                for claim in self._world.claims.get(other, ()):
                    for number in _numbers(claim):
                        counts[number] += 1
                        if counts[number] <= _MOST_ALIKE:
                            near[number].append(claim)
            self._near = (report, near)
        return self._near[1]


def _link(claim: Claim, other: Claim, spans: Iterable[Span]) -> Linked:
    """What joins two claims, of which the other's report shares these stretches with the claim's sentence."""
    if claim.report == other.report:
        return Linked(one_report=True)
    there = other.sentence or Span(other.start, other.end)
    return Linked(
        reports=True, sentences=any(one.start < there.end and one.end > there.start for one in spans)
    )


def _fits(claim: Claim, group: Group, linked: list[tuple[Claim, Linked]]) -> bool:
    known = {face(other) for other, _ in linked}
    others = [*linked, *((one, Linked()) for one in group.faces if face(one) not in known)]
    return all(can_both_hold(claim, one, link) for one, link in others) and any(
        same_thing(claim, one, link) for one, link in others
    )


def _numbers(claim: Claim) -> frozenset[object]:
    """What claims that tell the same have one in common of: the figure or what it is rounded, or the bare words."""
    return (
        frozenset(buckets(claim)) if figure(claim) is not None else frozenset((claim.quantity_text.lower(),))
    )


def _cells(key: str, claim: Claim, grouping: Grouping) -> Iterator[str]:
    """Under what a group with such a claim is looked up: the number with the place and with each name, or alone."""
    wheres = [f"of {name}" for name in claim.names]
    place = place_of(claim)
    if place is not None:
        wheres.append(f"at {place}")
    if speaks_for_itself(claim):
        wheres.append("anywhere")
    return (f"{grouping[:2]} {key} {number} {where}" for number in sorted(buckets(claim)) for where in wheres)
