"""Cenotaph from Python: the verbs of the command line as functions that give rows.

    from cenotaph import api
    rows = api.find("reports/")                      # pandas.DataFrame(rows), polars.DataFrame(list(rows))
    api.read("reports/", ledger="march.sqlite")
    api.claims("march.sqlite", side="Russia", harm="killed")

Rows are plain dicts (`cenotaph.rows`). What could not be read does not raise: it stands in `.problems`. CenotaphError is
raised where the whole call cannot go on (no such ledger, full disk).
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Generic, Literal, TypedDict, TypeVar, Unpack, cast

from cenotaph.judging import Value
from cenotaph.ledger import (
    ClaimFilter,
    Group,
    HandlingFilter,
    Ledger,
    LedgerName,
    ReportRow,
    report_row,
    summarise,
    the_one,
)
from cenotaph.ledger.verifying import Broken
from cenotaph.model import (
    Action,
    Cargo,
    Claim,
    Harm,
    Means,
    Place,
    Report,
    Role,
    Scope,
    Stance,
    Subject,
    Verdict,
)
from cenotaph.notebook import claim_page, frame, table_page
from cenotaph.problems import CenotaphError, Problem
from cenotaph.reconcile import Options, People
from cenotaph.rows import ClaimRow, HandlingRow, JudgementRow, Row, claim_row, handling_row, judgement_row
from cenotaph.run import (
    Count,
    Draft,
    Result,
    find_reports,
    find_safely,
    history,
    judge_one,
    keys_of,
    place_of,
    read_into,
    sides_of,
)
from cenotaph.run import judge_sheet as file_sheet
from cenotaph.run import sources as list_sources
from cenotaph.run.claim_changes import change_row
from cenotaph.run.flow_rows import flow_rows
from cenotaph.run.flowing import flow_of_ledger, flow_of_outcomes
from cenotaph.run.persons import match_rows, people_of_ledger, people_of_outcomes, person_rows
from cenotaph.run.profiles import GENERIC
from cenotaph.run.reckoning import Reckoning, reckon_ledger, reckon_outcomes
from cenotaph.run.reckoning_rows import dispute_rows, incident_row, series_rows, tally_row
from cenotaph.run.refinding import refind as find_anew
from cenotaph.run.sources import SourceRow
from cenotaph.run.standing import keep_standing
from cenotaph.run.statements import by_claim
from cenotaph.run.trace_rows import echo_rows, report_rows, traced_claim_rows
from cenotaph.run.tracing import Tracing, trace_ledger, trace_outcomes
from cenotaph.run.verifying import verify_ledger
from cenotaph.run.wanted import filter_of
from cenotaph.scoring import (
    ClaimMark,
    HandlingMark,
    Score,
    compare_claims,
    compare_handlings,
    measured,
    read_marks,
)
from cenotaph.trace import SourceKind

PathLike = str | os.PathLike[str]
Paths = PathLike | Iterable[PathLike]
RowType = TypeVar("RowType")
PolicyName = Literal["range", "ucdp", "ibc", "airwars", "acled", "every-casualty"]


class Wanted(TypedDict, total=False):
    """Which claims are meant (see `ledger.ClaimFilter`)."""

    side: str
    harm: Harm
    role: Role
    scope: Scope
    stance: Stance
    place: str
    source: str
    from_: str
    until: str
    text: str
    report: str


Traced = Literal["reports", "echoes", "claims"]


class Rows(list[RowType], Generic[RowType]):
    """A list of rows, and beside it what could not be read or decided on the way."""

    def __init__(self, rows: Iterable[RowType] = (), problems: Iterable[Problem] = ()) -> None:
        super().__init__(rows)
        self.problems: list[Problem] = list(problems)

    def frame(self, kind: str | None = None) -> Any:
        """The rows as a data frame of pandas or polars, whichever is installed, or the one named."""
        return frame(cast("list[Mapping[str, Any]]", self), kind)

    def _repr_html_(self) -> str:
        return table_page(cast("list[Mapping[str, Any]]", self), len(self.problems))


class ShownClaim(dict[str, Any]):
    """The row of one claim, which shows itself in a notebook with its words marked."""

    def __init__(self, claim: Claim, report: Report, place: Place | None) -> None:
        row = claim_row(claim, report, place)
        super().__init__(row)
        self._page = claim_page(claim, report, row)

    def _repr_html_(self) -> str:
        return self._page


def find(paths: Paths, *, columns: Mapping[str, str] | None = None, jobs: int = 1) -> Rows[ClaimRow]:
    """The claims in files and folders of any format that can be read, without a ledger. `columns` names the columns of
    tables by what they hold ({"text": "Story"}).

    With `jobs` above 1 the calling script needs `if __name__ == "__main__":`, as ever where Python starts processes.
    """
    rows, count = Rows[ClaimRow](), Count()
    for outcome in find_reports(_strings(paths), columns=columns, jobs=jobs):
        rows.problems += count.add(outcome)
        if isinstance(outcome, Result):
            rows += outcome.claim_rows()
    return rows


def find_handlings(
    paths: Paths, *, columns: Mapping[str, str] | None = None, jobs: int = 1
) -> Rows[HandlingRow]:
    """The handlings of the dead and wounded in files and folders; see `find`."""
    rows, count = Rows[HandlingRow](), Count()
    for outcome in find_reports(_strings(paths), columns=columns, jobs=jobs):
        rows.problems += count.add(outcome)
        if isinstance(outcome, Result):
            rows += outcome.handling_rows()
    return rows


def find_in_text(text: str, *, id: str = "text", published: str | None = None) -> Rows[ClaimRow]:
    """The claims in one text. `published` (an ISO date) gives weekdays and months their year."""
    report = Report(id, text, published)
    found = find_safely(report)
    return Rows((claim_row(claim, report, place_of(claim)) for claim in found.claims), found.problems)


def read(
    paths: Paths,
    *,
    ledger: LedgerName,
    columns: Mapping[str, str] | None = None,
    jobs: int = 1,
    trace: bool = True,
) -> tuple[Count, list[Problem]]:
    """Read files and folders into a ledger, which is made if there is none, and trace what is new; reports filed before
    are not done again.

    Gives what was counted and the problems met.
    """
    count = Count()
    problems = [
        p for one in read_into(ledger, _strings(paths), columns=columns, jobs=jobs) for p in count.add(one)
    ]
    if trace:
        keep_standing(ledger)
    return count, problems


def trace(
    ledger: LedgerName,
    what: Traced = "claims",
    *,
    report: str | None = None,
    testimony: str | None = None,
) -> Rows[Row]:
    """Where the reports of a ledger come from (`what` is "reports"), what they share ("echoes"), or their claims with
    origin, testimony and drift ("claims"); of one report or testimony, if such is given.

    What was filed since the ledger was traced last is traced first. Ties, loops and orphan numbers are `.problems`.
    """
    return _traced(trace_ledger(ledger, report=report, testimony=testimony), what)


def trace_files(paths: Paths, what: Traced = "claims", *, jobs: int = 1) -> Rows[Row]:
    """The same of the reports in files and folders, without a ledger."""
    problems: list[Problem] = []
    count = Count()
    found = []
    for outcome in find_reports(_strings(paths), jobs=jobs):
        problems += count.add(outcome)
        found.append(outcome)
    rows = _traced(trace_outcomes(found), what)
    rows.problems[:0] = problems
    return rows


def _traced(tracing: Tracing, what: Traced) -> Rows[Row]:
    rows = {"reports": report_rows, "echoes": echo_rows, "claims": traced_claim_rows}[what](tracing)
    return Rows(rows, tracing.trace.problems)


def sources(
    ledger: LedgerName,
    *,
    kind: SourceKind | None = None,
    side: str | None = None,
    name: str | None = None,
    named: bool | None = None,
    protected: bool | None = None,
) -> list[SourceRow]:
    """The source register of a ledger, as far as it meets every condition given; see `run.sources.sources`."""
    return list_sources.sources(ledger, kind=kind, side=side, name=name, named=named, protected=protected)


def claims(
    ledger: LedgerName,
    *,
    side: str | None = None,
    harm: Harm | None = None,
    role: Role | None = None,
    scope: Scope | None = None,
    stance: Stance | None = None,
    place: str | None = None,
    source: str | None = None,
    from_: str | None = None,
    until: str | None = None,
    text: str | None = None,
    report: str | None = None,
    verdict: str | None = None,
) -> list[ClaimRow]:
    """The claims that stand in a ledger and meet every condition given (see `ledger.ClaimFilter`)."""
    wanted = ClaimFilter(
        side=side,
        sides=sides_of(side) if side else (),
        harm=harm,
        role=role,
        scope=scope,
        stance=stance,
        place=place,
        place_keys=keys_of(place) if place else (),
        source=source,
        from_=from_,
        until=until,
        text=text,
        report=report,
        verdict=verdict,
    )
    with Ledger(ledger) as book:
        return [claim_row(one, report_, book.place(one.place_key)) for one, report_ in book.claims(wanted)]


def claim(ledger: LedgerName, id_: str) -> ShownClaim:
    """The one claim whose id begins so. CenotaphError where there is none, or there are several."""
    with Ledger(ledger) as book:
        found, report = the_one(book, id_)
        if not isinstance(found, Claim):
            raise CenotaphError(f"{id_} is a handling and no claim; api.handlings has its row.")
        return ShownClaim(found, report, book.place(found.place_key))


def handlings(
    ledger: LedgerName,
    *,
    cargo: Cargo | None = None,
    action: Action | None = None,
    means: Means | None = None,
    stance: Stance | None = None,
    place: str | None = None,
    source: str | None = None,
    text: str | None = None,
    report: str | None = None,
    verdict: str | None = None,
) -> list[HandlingRow]:
    """The handlings that stand in a ledger and meet every condition given (see `ledger.HandlingFilter`)."""
    wanted = HandlingFilter(
        cargo=cargo,
        action=action,
        means=means,
        stance=stance,
        place=place,
        source=source,
        text=text,
        report=report,
        verdict=verdict,
    )
    with Ledger(ledger) as book:
        return [handling_row(handling, report_) for handling, report_ in book.handlings(wanted)]


def judge(
    ledger: LedgerName,
    id: str,
    verdict: Verdict,
    *,
    by: str,
    reason: str,
    fields: Mapping[str, Value] | None = None,
    seen: str | None = None,
    subject: Subject | None = None,
    other: str | None = None,
) -> JudgementRow:
    """File a person's judgement: accept, reject or correct the claim or handling whose id begins so, add one to the
    report of that id, undo a judgement, or say of a pair whether the two are the same.

    `seen` is the `digest` of the row that the person saw. `run.Refused` where the judgement is wrong, or the row has
    changed since it was seen (its `problem.code` is then judge.stale).
    """
    draft = Draft(
        id=id,
        verdict=verdict,
        by=by,
        reason=reason,
        fields=fields or {},
        seen=seen,
        subject=subject,
        other=other,
    )
    return judgement_row(judge_one(ledger, draft), in_force=True)


def judge_sheet(ledger: LedgerName, sheet: PathLike, *, by: str | None = None) -> Rows[JudgementRow]:
    """File the judgements of a CSV, Excel or JSON-lines file, all that can be; what cannot stands in `.problems`."""
    done = file_sheet(ledger, Path(sheet), by=by)
    return Rows((judgement_row(one, in_force=True) for one in done.filed), done.problems)


def judgements(ledger: LedgerName, id: str | None = None) -> list[JudgementRow]:
    """What people judged, oldest first: everything, or only of the claim, handling, pair or judgement of that id."""
    with Ledger(ledger) as book:
        return [judgement_row(one, in_force=holds) for one, holds in history(book, id)]


def flow(ledger: LedgerName | None = None, *, reports: Paths = (), cargo: Cargo | None = None) -> list[Row]:
    """The path of the dead and wounded that a ledger, or files and folders, tell: a row for each move and each stop.

    `cargo` is a condition on a ledger's handlings.
    """
    paths = _strings(reports)
    if ledger is not None and not paths:
        return list(flow_rows(flow_of_ledger(ledger, ClaimFilter(), HandlingFilter(cargo=cargo))))
    return list(flow_rows(flow_of_outcomes(find_reports(paths))))


def persons(ledger: LedgerName | None = None, *, reports: Paths = (), **wanted: Unpack[Wanted]) -> list[Row]:
    """The people whom claims of a ledger, or of files and folders, name (docs/persons.md)."""
    return list(person_rows(_people(ledger, reports, wanted)))


def matches(ledger: LedgerName | None = None, *, reports: Paths = (), **wanted: Unpack[Wanted]) -> list[Row]:
    """Who of the people named may be one person, and why; only a judgement makes them one."""
    return list(match_rows(_people(ledger, reports, wanted)))


def _people(ledger: LedgerName | None, reports: Paths, wanted: Wanted) -> People:
    condition = filter_of({name.rstrip("_"): value for name, value in wanted.items()})
    paths = _strings(reports)
    if ledger is not None and not paths:
        return people_of_ledger(ledger, condition)
    return people_of_outcomes(find_reports(paths), condition)


def reports(ledger: LedgerName) -> list[ReportRow]:
    """The reports in a ledger, with where their bytes came from."""
    with Ledger(ledger) as book:
        return [report_row(report, provenance) for report, provenance in book.reports()]


def problems(ledger: LedgerName) -> list[Problem]:
    """What could not be read or decided, as far as it still stands."""
    with Ledger(ledger) as book:
        return list(book.problems())


def verify(ledger: LedgerName) -> str | None:
    """What is wrong with a ledger, in a sentence; None where all of it is as it was filed (docs/evidence.md)."""
    *_, last = verify_ledger(ledger)
    return last.sentence if isinstance(last, Broken) else None


def refind(ledger: LedgerName, *, dry_run: bool = False, jobs: int = 1) -> Rows[Row]:
    """Find once more, by the rules of today, in the texts that a ledger keeps: a row for each claim gained, lost or changed.

    With `dry_run` nothing is filed. The problems ask about what people had judged and is read otherwise now.
    """
    rows = Rows[Row]()
    for one in find_anew(ledger, dry_run=dry_run, jobs=jobs):
        rows += [change_row(change, one.before, one.after) for change in one.changes]
        rows.problems += one.asks
    return rows


def summary(ledger: LedgerName) -> list[Group]:
    """The claims of a ledger by group and claimant."""
    with Ledger(ledger) as book:
        return summarise(book.claims(ClaimFilter()))


def tally(
    ledger: LedgerName | None = None,
    *,
    reports: Paths = (),
    profile: str = GENERIC,
    policy: PolicyName | None = None,
    options: Options | None = None,
    **wanted: Unpack[Wanted],
) -> Rows[Row]:
    """The figures that stand in a ledger, or in files and folders, by a published policy (docs/reconcile.md).

    `profile` is that of the reports' war; a ledger has its own. Without a policy it is the profile's. Each row has every claim that was used or left out, with the
    reason. Nothing is added together.
    """
    reckoning = _reckoned(ledger, reports, profile, wanted)
    found = reckoning.tally(policy, options)
    return Rows(map(tally_row, found.tallies), (*reckoning.problems, *found.problems))


def incidents(
    ledger: LedgerName | None = None, *, reports: Paths = (), profile: str = GENERIC, **wanted: Unpack[Wanted]
) -> Rows[Row]:
    """The attacks of which claims tell, each with its claims and why they belong there."""
    reckoning = _reckoned(ledger, reports, profile, wanted)
    told = by_claim(reckoning.statements)
    found = reckoning.explained(reckoning.incidents)
    return Rows((incident_row(one, told) for one in found), reckoning.problems)


def series(
    ledger: LedgerName | None = None, *, reports: Paths = (), profile: str = GENERIC, **wanted: Unpack[Wanted]
) -> Rows[Row]:
    """The running totals of each claimant, a row for each figure, falls and restarts marked in `turn`."""
    reckoning = _reckoned(ledger, reports, profile, wanted)
    return Rows(series_rows(reckoning.series()), reckoning.problems)


def disputes(
    ledger: LedgerName | None = None, *, reports: Paths = (), profile: str = GENERIC, **wanted: Unpack[Wanted]
) -> Rows[Row]:
    """The figures that cannot all hold, a row for each claimant's position."""
    reckoning = _reckoned(ledger, reports, profile, wanted)
    return Rows(dispute_rows(reckoning.disputes()), reckoning.problems)


def score(gold: PathLike, predicted: PathLike) -> Score:
    """How good the claim rows of one JSON-lines file are, measured against the rows marked by hand in another."""
    return measured(compare_claims(read_marks(Path(gold), ClaimMark), read_marks(Path(predicted), ClaimMark)))


def score_handlings(gold: PathLike, predicted: PathLike) -> Score:
    """The same for handling rows."""
    found = read_marks(Path(predicted), HandlingMark)
    return measured(compare_handlings(read_marks(Path(gold), HandlingMark), found))


def _strings(paths: Paths) -> list[str]:
    return [os.fspath(paths)] if isinstance(paths, str | os.PathLike) else [os.fspath(path) for path in paths]


def _reckoned(ledger: LedgerName | None, reports: Paths, profile: str, wanted: Wanted) -> Reckoning:
    condition = filter_of({name.rstrip("_"): value for name, value in wanted.items()})
    paths = _strings(reports)
    if ledger is not None and not paths:
        return reckon_ledger(ledger, condition)
    return reckon_outcomes(find_reports(paths), condition, profile)
