"""Persons from reports or a ledger: claims that name people are traced, and what stands beside the names is read."""

from collections.abc import Iterable, Iterator, Mapping

from cenotaph.judging import Pairs, pairs
from cenotaph.ledger import ClaimFilter, JudgementFilter, Ledger, LedgerName
from cenotaph.model import Report
from cenotaph.reconcile import People, Person, Statement, mentions_of, people
from cenotaph.rows import Row
from cenotaph.run.local import Outcome
from cenotaph.run.profiles import GENERIC, named_profile
from cenotaph.run.standing import claims_by_ids, keep_standing, standing
from cenotaph.run.statements import statements_of
from cenotaph.run.tracing import Tracing, trace_outcomes
from cenotaph.run.wanted import is_wanted

ALL = ClaimFilter()


def people_of_outcomes(outcomes: Iterable[Outcome], wanted: ClaimFilter = ALL) -> People:
    """The persons whom reports name, without a ledger."""
    tracing = trace_outcomes(outcomes)
    told = statements_of(tracing, named_profile(GENERIC))
    return _people((one for one in told if _is_named(one, tracing, wanted)), tracing.reports, Pairs())


def people_of_ledger(ledger: LedgerName, wanted: ClaimFilter = ALL) -> People:
    """The persons whom the claims of a ledger name, joined and parted as people judged."""
    keep_standing(ledger)
    with Ledger(ledger) as book:
        judged = pairs(list(book.judgements(JudgementFilter(subject="person"))), "person")
        named = [one for one in standing(book, wanted)[0] if one.claim.names]
        reports = {report.id: report for _, report in claims_by_ids(book, [one.claim.id for one in named])}
    return _people(named, reports, judged)


def _people(named: Iterable[Statement], reports: Mapping[str, Report], judged: Pairs) -> People:
    """Matches are sought among those who are asked for."""
    mentions = [mention for one in named for mention in mentions_of(one, reports[one.claim.report].text)]
    return people(mentions, judged)


def _is_named(one: Statement, tracing: Tracing, wanted: ClaimFilter) -> bool:
    return bool(one.claim.names) and is_wanted(one.claim, tracing.reports[one.claim.report], wanted)


def person_rows(found: People) -> Iterator[Row]:
    """One row a person; `matches` are the ids of those who may be the same, with their scores."""
    matches: dict[str, list[str]] = {}
    for match in found.matches:
        matches.setdefault(match.one, []).append(f"{match.other} {match.score}")
        matches.setdefault(match.other, []).append(f"{match.one} {match.score}")
    for person in found.persons:
        yield {**person_row(person), "matches": matches.get(person.id, [])}


def person_row(person: Person) -> Row:
    """The row of one person."""
    return {
        "id": person.id,
        "name": person.name,
        "spellings": list(person.spellings),
        "rank": person.rank,
        "ranks": list(person.ranks),
        "units": list(person.units),
        "ages": list(person.ages),
        "sex": person.sex,
        "descriptions": list(person.descriptions),
        "sides": list(person.sides),
        "roles": list(person.roles),
        "harms": list(person.harms),
        "places": list(person.places),
        "place_keys": list(person.place_keys),
        "dates": list(person.dates),
        "private": person.private,
        "origins": person.origins,
        "claimants": list(person.claimants),
        "reports": list(person.reports),
        "claims": list(person.claims),
        "mentions": list(person.mentions),
    }


def match_rows(found: People) -> Iterator[Row]:
    """One row a match: both persons, the score, and the reasons with their points."""
    by_id = {person.id: person for person in found.persons}
    for match in found.matches:
        one, other = by_id[match.one], by_id[match.other]
        yield {
            "one": one.id,
            "other": other.id,
            "one_name": one.name,
            "other_name": other.name,
            "score": match.score,
            "reasons": [f"{reason.points:+.2f} {reason.why}" for reason in match.reasons],
            "one_claims": list(one.claims),
            "other_claims": list(other.claims),
        }
