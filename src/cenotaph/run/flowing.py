"""The path of the dead from reports or a ledger: handlings and claims are traced together, and their places resolved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.ledger import ClaimFilter, HandlingFilter, Ledger, LedgerName
from cenotaph.model import Claim, Handling, Place, Report
from cenotaph.reconcile import Flow, Profile, Told, flow
from cenotaph.run.local import Outcome, Result
from cenotaph.run.profiles import GENERIC, named_profile, profile_of
from cenotaph.run.readings import reading_of
from cenotaph.run.statements import claimant_of, statement
from cenotaph.trace import Traced, echoes, trace

Found = tuple[Report, Sequence[Claim], Sequence[Handling]]
"""A report with what was found in it, as judged."""


def flow_of_outcomes(outcomes: Iterable[Outcome]) -> Flow:
    """The flow that reports tell, without a ledger."""
    found = [item for item in outcomes if isinstance(item, Result)]
    told = [(one.document.report, one.found.claims, one.found.handlings) for one in found]
    return _flow(told, named_profile(GENERIC))


def flow_of_ledger(ledger: LedgerName, claims: ClaimFilter, handlings: HandlingFilter) -> Flow:
    """The flow that the standing claims and handlings of a ledger tell, as far as they meet the filters."""
    with Ledger(ledger) as book:
        profile = profile_of(book)
        found: dict[str, tuple[Report, list[Claim], list[Handling]]] = {}
        for handling, report in book.handlings(handlings):
            found.setdefault(report.id, (report, [], []))[2].append(handling)
        for claim, report in book.claims(claims):
            if report.id in found or claim.scope in ("holding", "flow"):
                found.setdefault(report.id, (report, [], []))[1].append(claim)
    return _flow(list(found.values()), profile)


def _flow(found: Sequence[Found], profile: Profile) -> Flow:
    reports = {report.id: report for report, _, _ in found}
    traced = {one.claim.id: one for one in _traced(found)}
    statements = [
        statement(claim, report, traced[claim.id].origin, traced[claim.id].testimony, order, profile)
        for order, (claim, report) in enumerate(
            (claim, report) for report, claims, _ in found for claim in claims
        )
    ]
    told = [
        one
        for report, claims, handlings in found
        for one in _told(report, claims, handlings, traced, profile)
    ]
    return flow(told, [one for one in statements if one.claim.report in reports])


def _traced(found: Sequence[Found]) -> Iterator[Traced]:
    """Claims and handlings traced together. A handling is traced as a claim without a number, by its sources."""
    readings = [
        reading_of(report, (*claims, *map(_as_claim, handlings))) for report, claims, handlings in found
    ]
    yield from trace(readings, echoes([report for report, _, _ in found])).claims


def _as_claim(one: Handling) -> Claim:
    return Claim(
        id=one.id, report=one.report, quantity_text=one.quote, start=one.start, end=one.end, harm="bodies", low=None,
        high=None, approx=False, side=None, role="unknown", victims_text=None, names=(), place=None, scope="flow",
        from_=None, until=None, sources=one.sources, stance=one.stance, sentence=one.sentence,
    )  # fmt: skip


def _told(
    report: Report,
    claims: Sequence[Claim],
    handlings: Sequence[Handling],
    traced: Mapping[str, Traced],
    profile: Profile,
) -> Iterator[Told]:
    keys = {claim.place: claim.place_key for claim in claims if claim.place and claim.place_key}
    names = tuple(
        dict.fromkeys(
            name
            for one in handlings
            for name in (one.place, one.from_place, one.to_place)
            if name is not None
        )
    )
    context = tuple(dict.fromkeys((*names, *keys)))
    places = {name: _place(name, keys.get(name), context) for name in names}
    for one in handlings:
        at, out, into = (places.get(name or "") for name in (one.place, one.from_place, one.to_place))
        yield Told(one, claimant_of(traced[one.id].origin, profile), report.published, at, out, into)


@lru_cache(4096)
def _place(name: str, key: str | None, context: tuple[str, ...]) -> Place | None:
    """The place that a name means beside the others of its report; the same as in its claims, where one has it."""
    if key is not None:
        return next((place for place in gazetteer().lookup(name) if place.key == key), None)
    return gazetteer().resolve(name, [other for other in context if other != name])
