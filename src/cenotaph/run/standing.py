"""What stands, kept in the ledger: statements with the attacks they belong to, brought up to date as reports arrive.

Only what is new or was judged since is worked out: a claim joins the attacks that are there, and an attack whose claims
were changed is made anew from its claims, in the order of reading.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from hashlib import sha256
from itertools import chain, islice

import msgspec
from msgspec import Struct

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
from cenotaph.ledger.database import Columns, Connection
from cenotaph.ledger.filters import speaks_of
from cenotaph.ledger.plain import plain
from cenotaph.model import Claim, Place, Report, Role, Span
from cenotaph.problems import Problem
from cenotaph.reconcile import Claimant, Incident, Join, Statement
from cenotaph.reconcile.days import Days
from cenotaph.reconcile.incidents import (
    LONGEST,
    LOOKED_AT,
    Dated,
    Met,
    Placed,
    finished,
    join,
    kept_under,
    looked_up,
    tie,
)
from cenotaph.run.catching_up import catch_up, last_run_of
from cenotaph.run.profiles import profile_of
from cenotaph.run.statements import statement
from cenotaph.run.tracing import ClaimOrigin, all_origins, origins_of
from cenotaph.run.wanted import is_wanted

_RULES = "1"
"""Raised when the way of reckoning changes, so that ledgers are worked out anew."""

_BATCH = 2_000
_NEVER = 0
"""The day under which an attack without a date is looked up by its victims' names."""

_encode = msgspec.msgpack.Encoder().encode


class _Packed(Struct, frozen=True, array_like=True):
    """A statement as `standing.body` holds it: without the claim's rules and evidence, and without field names."""

    id: str
    report: str
    quantity_text: str
    start: int
    end: int
    harm: str
    low: int | None
    high: int | None
    approx: bool
    side: str | None
    role: Role
    victims_text: str | None
    names: tuple[str, ...]
    place: str | None
    scope: str
    from_: str | None
    until: str | None
    sources: tuple[str, ...]
    stance: str
    part_of: str | None
    place_key: str | None
    sentence: tuple[int, int] | None
    claimant: tuple[str, str, str, str | None, bool]
    testimony: str
    published: str | None
    outlet: str | None
    spot: tuple[str, str, str, str | None, float, float] | None
    within: tuple[str, ...]
    blamed: tuple[str, ...]
    order: int


_decoder = msgspec.msgpack.Decoder(_Packed)
_joins = msgspec.msgpack.Decoder(Join)


def unpacked(body: bytes) -> Statement:
    """The statement of a row's body."""
    one = _decoder.decode(body)
    claim = Claim(
        one.id, one.report, one.quantity_text, one.start, one.end, one.harm, one.low, one.high, one.approx,  # type: ignore[arg-type]
        one.side, one.role, one.victims_text, one.names, one.place, one.scope, one.from_, one.until, one.sources,  # type: ignore[arg-type]
        one.stance, (), one.part_of, (), one.place_key, Span(*one.sentence) if one.sentence else None,  # type: ignore[arg-type]
    )  # fmt: skip
    return Statement(
        claim,
        Claimant(*one.claimant),
        one.testimony,
        one.published,
        one.outlet,
        Place(*one.spot) if one.spot else None,
        one.within,
        one.blamed,
        one.order,
    )


def packed(one: Statement) -> bytes:
    """The body that `unpacked` reads."""
    claim, spot = one.claim, one.place
    return _encode(
        _Packed(
            claim.id, claim.report, claim.quantity_text, claim.start, claim.end, claim.harm, claim.low, claim.high,
            claim.approx, claim.side, claim.role, claim.victims_text, claim.names, claim.place, claim.scope, claim.from_,
            claim.until, claim.sources, claim.stance, claim.part_of, claim.place_key,
            (claim.sentence.start, claim.sentence.end) if claim.sentence else None,
            msgspec.structs.astuple(one.claimant), one.testimony, one.published, one.outlet,
            msgspec.structs.astuple(spot) if spot else None, one.within, one.blamed, one.order,
        )
    )  # fmt: skip


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
        finished(_met(known[id_], each, [])) for id_, each in members.items() if id_ in known
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
        joins = [_joins.decode(joined) for _, joined in members if joined is not None]
        found.append(finished(_met(row, [unpacked(body) for body, _ in members], joins)))
    order = {one.id: at for at, one in enumerate(attacks)}
    return sorted(found, key=lambda one: order[one.id])


def _met(row: Columns, statements: list[Statement], joins: list[Join]) -> Met:
    """An attack from its row and its claims."""
    id_, first, last, inferred, span, place, key, exactness, pending = row
    days = None if first is None else Days(date.fromordinal(first), date.fromordinal(last))
    dated = None if days is None else Dated(days, (bool(inferred), span))
    placed = None if place is None else Placed(exactness, place, key)
    return Met(id_, statements, joins, dated, placed, bool(pending))


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


class LedgerIncidents:
    """Attacks looked up in a ledger's tables; see `reconcile.Known`."""

    def __init__(self, tables: StandingTables) -> None:
        self._tables = tables
        self._held: dict[str, Met | None] = {}

    def near(self, statement: Statement, days: Days | None) -> Iterator[Met]:
        """See Known."""
        claim = statement.claim
        first, last = (days.first.toordinal() - 1, days.last.toordinal() + 1) if days else (0, -1)
        found = self._tables.near(
            looked_up(statement),
            (first - LONGEST, last, first),
            list(map(_of, claim.names)),
            report=claim.report,
            testimony=statement.testimony,
        )
        for met in map(self._known, found):
            if met is not None and not met.pending:
                yield met

    def of(self, claims: Sequence[str]) -> Iterator[Met]:
        """See Known."""
        for met in map(self._known, self._tables.incidents_of(claims) if claims else ()):
            if met is not None:
                yield met

    def keep(self, met: Met, statement: Statement) -> None:
        """See Known."""
        self._held[met.id] = met
        self._tables.meet(_columns(met), _words(statement, met.days))
        joined = next((each for each in reversed(met.joins) if each.claim == statement.claim.id), None)
        self._tables.join(statement.claim.id, met.id, None if joined is None else _encode(joined))
        del met.statements[LOOKED_AT:-LOOKED_AT]

    def _known(self, id_: str) -> Met | None:
        if id_ not in self._held:
            row = next(iter(self._tables.incidents([id_])), None)
            members = self._tables.members(id_, most=LOOKED_AT)
            self._held[id_] = None if row is None else _met(row, [unpacked(body) for body, _ in members], [])
        return self._held[id_]


def _columns(met: Met) -> Columns:
    """The row from which `_met` makes the attack again."""
    when: tuple[int | bool | None, ...] = (None, None, None, None)
    if met.dated is not None:
        first, last = met.dated.days
        when = (first.toordinal(), last.toordinal(), *met.dated.grade)
    where = (met.placed.name, met.placed.key, met.placed.exactness) if met.placed else (None, None, None)
    return (met.id, *when, *where, met.pending)


def _words(statement: Statement, days: Days | None) -> list[tuple[str, int, int]]:
    """What an attack is looked up by, with its days: its places if it is dated, its victims' names in any case."""
    names = [(_of(name), _NEVER, _NEVER) for name in statement.claim.names]
    if days is None or days.length > LONGEST:
        return names
    first, last = days.first.toordinal(), days.last.toordinal()
    return [*names, *((word, first, last) for word in kept_under(statement))]


def _of(name: str) -> str:
    return f"of {name.casefold()}"


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
