"""What stands, kept in the ledger: statements with the attacks they belong to, brought up to date as reports arrive.

Only what is new or was judged since is worked out: a claim joins the attacks that are there, and an attack whose claims
were changed is made anew from its claims, in the order of reading.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from hashlib import sha256
from itertools import chain, islice

import msgspec

from cenotaph.judging import pairs
from cenotaph.ledger import (
    ClaimFilter,
    Done,
    JudgementFilter,
    Ledger,
    LedgerName,
    StandingRow,
    StandingTables,
)
from cenotaph.ledger.connection import open_to_write
from cenotaph.ledger.database import Connection
from cenotaph.ledger.filters import speaks_of
from cenotaph.ledger.plain import plain
from cenotaph.model import Claim, Report
from cenotaph.problems import Problem
from cenotaph.reconcile import Incident, Statement
from cenotaph.reconcile.incidents import finished, join, tie
from cenotaph.run.catching_up import catch_up, last_run_of
from cenotaph.run.ledger_incidents import LedgerIncidents, join_of, met_of
from cenotaph.run.packing import packed, unpacked
from cenotaph.run.profiles import profile_of
from cenotaph.run.statements import statement
from cenotaph.run.tracing import ClaimOrigin, all_origins, origins_of
from cenotaph.run.wanted import is_wanted

_RULES = "2"
"""Raised when the way of reckoning changes, so that ledgers are worked out anew."""

_BATCH = 2_000


def keep_standing(ledger: LedgerName) -> None:
    """Trace and work out what the ledger got since the last time; only what is new is done. LedgerError where there is
    something to do and the ledger cannot be written."""
    catch_up(ledger)
    with Ledger(ledger) as book:
        goal = _goal(book)
        done = StandingTables(book.connection).done()
    if done == goal:
        return
    with Ledger(ledger) as book, closing(open_to_write(ledger)) as connection:
        if done is None or done.rules != goal.rules:
            told = all_origins(ledger)
        else:
            judged = origins_of(ledger, StandingTables(book.connection).claims_judged_since(done.judgement))
            told = chain(judged.values(), all_origins(ledger, after_run=done.run))
        Standing(connection, book).update(told, goal)


def is_current(book: Ledger) -> bool:
    """Whether everything that the ledger holds is worked out."""
    return StandingTables(book.connection).done() == _goal(book)


def _goal(book: Ledger) -> Done:
    """Up to where it can be worked out."""
    profile = sha256(msgspec.json.encode(profile_of(book))).hexdigest()[:12]
    return StandingTables(book.connection).newest(last_run_of(book), f"{_RULES}+{profile}")


def standing(book: Ledger, wanted: ClaimFilter) -> tuple[list[Statement], list[Incident]]:
    """The statements that are wanted, in the order of reading, and the attacks to which they belong, with these claims
    alone (`explained` gives the others)."""
    tables = StandingTables(book.connection)
    rows = ((unpacked(body), incident) for body, incident in tables.bodies(wanted))
    found = [(one, incident) for one, incident in rows if _is_wanted(one, wanted)]
    if wanted.text is not None:
        telling = {
            claim.id
            for claim, report in claims_by_ids(book, [one.claim.id for one, _ in found])
            if speaks_of(claim, report, wanted.text)
        }
        found = [(one, incident) for one, incident in found if one.claim.id in telling]
    members: dict[str, list[Statement]] = defaultdict(list)
    for one, incident in found:
        if incident is not None:
            members[incident].append(one)
    known = {str(row[0]): row for row in tables.incidents(list(members))}
    return [one for one, _ in found], [
        finished(met_of(known[id_], each, [])) for id_, each in members.items() if id_ in known
    ]


def ties(book: Ledger, attacks: Sequence[Incident], statements: Sequence[Statement]) -> list[Problem]:
    """A problem for each attack that stands alone since its first claim fits several."""
    pending = {
        row[0] for row in StandingTables(book.connection).incidents([one.id for one in attacks]) if row[-1]
    }
    told = {one.claim.id: one for one in statements}
    return [tie(told[one.claims[0]].claim) for one in attacks if one.id in pending]


def _is_wanted(one: Statement, wanted: ClaimFilter) -> bool:
    """What the filter asks and no column tells; its `text` is asked of the sentences later."""
    if wanted.source is None:
        return True
    return is_wanted(
        one.claim, Report(one.claim.report, "", one.published), ClaimFilter(source=wanted.source)
    )


def explained(book: Ledger, attacks: Sequence[Incident]) -> list[Incident]:
    """The attacks with all their claims, and why each belongs there."""
    tables = StandingTables(book.connection)
    found = []
    for row in tables.incidents([one.id for one in attacks]):
        members = tables.members(str(row[0]))
        joins = [join_of(joined) for _, joined in members if joined is not None]
        found.append(finished(met_of(row, [unpacked(body) for body, _ in members], joins)))
    order = {one.id: at for at, one in enumerate(attacks)}
    return sorted(found, key=lambda one: order[one.id])


def claims_by_ids(book: Ledger, ids: Iterable[str]) -> Iterator[tuple[Claim, Report]]:
    """The standing claims of these ids, each with its report."""
    for _, claim, report in StandingTables(book.connection).claims(list(ids)):
        yield claim, report


class Standing:
    """What stands in a ledger, through a connection that is open for writing; `book` is the same ledger as it was."""

    def __init__(self, connection: Connection, book: Ledger) -> None:
        self._connection = connection
        self._tables = StandingTables(connection)
        self._profile = profile_of(book)
        self._pairs = pairs(list(book.judgements(JudgementFilter())), "incident")

    def update(self, told: Iterable[ClaimOrigin], goal: Done) -> None:
        """Work out the claims whose origins are told, and the attacks that were judged since; then it is done up to `goal`."""
        tables = self._tables
        with self._connection.transaction():
            done = tables.done()
            if done is None or done.rules != goal.rules:
                tables.clear()
            else:
                self._replace({}, tables.pairs_judged_since(done.judgement), tables.gone_since(done))
            for some in _batches(told, _BATCH):
                self._replace({one.claim: one for one in some}, (), set())
            tables.mark(goal)

    def _replace(self, told: Mapping[str, ClaimOrigin], judged: Sequence[str], gone: set[str]) -> None:
        """Put claims in the place of what was known of them. They, and those whose attack they were in, join attacks
        again in the order of reading."""
        tables = self._tables
        freed = set(tables.dissolve(tables.incidents_of([*told, *judged, *gone]))) - told.keys() - gone
        tables.drop([*told, *gone])
        made = [
            (number, statement(claim, report, one.origin, one.testimony, number, self._profile))
            for number, claim, report in tables.claims(list(told))
            for one in [told[claim.id]]
        ]
        tables.add(_row(number, one) for number, one in made)
        again = map(unpacked, tables.bodies_of(sorted(freed)))
        self._meet(sorted((*again, *(one for _, one in made)), key=lambda one: one.order))

    def _meet(self, statements: Iterable[Statement]) -> None:
        known = LedgerIncidents(self._tables)
        for one in statements:
            if one.claim.scope == "incident":
                join(one, known, self._pairs)


def _row(number: int, one: Statement) -> StandingRow:
    claim = one.claim
    dates = [each for each in (claim.from_, claim.until) if each and not each.startswith("X")]
    dates = dates or ([one.published] if one.published else [])
    return StandingRow(
        number,
        claim.id,
        claim.report,
        plain(claim.side),
        claim.harm,
        claim.role,
        claim.scope,
        claim.stance,
        plain(claim.place),
        claim.place_key,
        dates[0] if dates else None,
        dates[-1] if dates else None,
        one.claimant.key,
        one.testimony,
        packed(one),
    )


def _batches(told: Iterable[ClaimOrigin], size: int) -> Iterator[list[ClaimOrigin]]:
    following = iter(told)
    while some := list(islice(following, size)):
        yield some
