"""What `cenotaph tally`, `incidents`, `series` and `disputes` do: reports or a ledger reckoned, and one view printed."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec
from msgspec import Struct

from cenotaph.cli.output import print_rows
from cenotaph.cli.progress import Speaker, watched
from cenotaph.cli.reckoned_pages import print_attacks, print_figures, print_positions, print_sum, print_totals
from cenotaph.export.reckoning_rows import dispute_rows, flat, incident_row, series_rows, tally_row
from cenotaph.ledger import LedgerName
from cenotaph.problems import CenotaphError, Problem
from cenotaph.reconcile import POLICIES, Options, Profile, Sum, flagged, headline
from cenotaph.rows import Row
from cenotaph.run import Count, find_reports
from cenotaph.run.profiles import GENERIC
from cenotaph.run.reckoning import Reckoning, reckon_ledger, reckon_outcomes
from cenotaph.run.statements import by_claim
from cenotaph.run.wanted import filter_of

_LISTS = ("prefer", "unreliable", "without")


class Asked(Struct, frozen=True):
    """What these verbs are asked: of which reports or which ledger, on which claims, by which profile, and how it is printed."""

    paths: Sequence[str]
    ledger: LedgerName
    wanted: dict[str, Any]
    profile: str | None
    limit: int | None
    format_: str
    jobs: int


def print_tally(
    asked: Asked,
    *,
    policy: str | None,
    settings: Sequence[str],
    without: Sequence[str],
    total: bool,
    why: bool,
) -> int:
    """The figures by a policy, or their sum; the exit code is 1 if some input was lost."""
    count, reckoning = _reckoned(asked)
    name = policy or reckoning.profile.policy
    options = options_of(
        settings, without, reckoning.profile if policy in (None, reckoning.profile.policy) else None
    )
    found = reckoning.tally(name, options)
    _tell((*reckoning.problems, *found.problems))
    if total:
        return _print_total(headline(found.tallies, POLICIES[name]), asked.format_) or count
    figures = found.tallies[: asked.limit]
    if asked.format_ == "table":
        print_figures(figures, reckoning if why else None)
    else:
        _print(map(tally_row, figures), asked.format_)
    return count


def print_incidents(
    asked: Asked,
    *,
    why: bool,
) -> int:
    """The attacks with the claims that meet in each."""
    count, reckoning = _reckoned(asked)
    _tell(reckoning.problems)
    statements = by_claim(reckoning.statements)
    attacks = sorted(reckoning.incidents, key=lambda one: (one.from_ or "~", one.id))[: asked.limit]
    rows = [incident_row(one, statements) for one in reckoning.explained(attacks)]
    if asked.format_ == "table":
        print_attacks(rows, reckoning if why else None)
    else:
        _print(rows, asked.format_)
    return count


def print_series(
    asked: Asked,
    *,
    flagged: bool,
) -> int:
    """The running totals of each claimant."""
    count, reckoning = _reckoned(asked)
    found = reckoning.series()
    _print_or(_flagged(found) if flagged else found, series_rows, print_totals, asked)
    return count


def print_disputes(asked: Asked) -> int:
    """The claimants who contradict each other."""
    count, reckoning = _reckoned(asked)
    _print_or(reckoning.disputes(), dispute_rows, print_positions, asked)
    return count


def options_of(settings: Sequence[str], without: Sequence[str], profile: Profile | None) -> Options:
    """The options of a policy: those of the profile, and over them what NAME=VALUE says. CenotaphError where there is no
    such option, value or rule."""
    values: dict[str, Any] = dict(profile.options) if profile else {}
    values["without"] = [*values.get("without", ()), *without]
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals:
            raise CenotaphError(f"{setting!r} sets nothing; write NAME=VALUE, such as treatment=defer.")
        values[name] = [part.strip() for part in value.split(",")] if name in _LISTS else _number(value)
    known = {rule.code for policy in POLICIES.values() for rule in policy.rules}
    unknown = [code for code in values["without"] if code not in known]
    if unknown:
        raise CenotaphError(f"There is no rule {unknown[0]!r}; docs/reconcile.md lists them.")
    try:
        return msgspec.convert(values, Options)
    except msgspec.ValidationError as error:
        raise CenotaphError(
            f"The policy cannot be set so: {error}; docs/reconcile.md lists its options."
        ) from error


def _number(value: str) -> str | int:
    return int(value) if value.isdigit() else value


def _reckoned(asked: Asked) -> tuple[int, Reckoning]:
    """The exit code, and what comes of the reports, or of the ledger where none are given."""
    condition = filter_of(asked.wanted)
    count = Count()
    if not asked.paths:
        if asked.profile is not None:
            raise CenotaphError(
                "--profile goes with REPORTS; set that of a ledger with `cenotaph profile --set`."
            )
        return 0, reckon_ledger(asked.ledger, condition)
    outcomes = find_reports(asked.paths, stdin=sys.stdin.buffer, jobs=asked.jobs)
    reckoning = reckon_outcomes(watched(outcomes, asked.paths, count), condition, asked.profile or GENERIC)
    return (1 if count.lost else 0), reckoning


def _flagged(found: Any) -> Any:
    return flagged(found)


def _tell(problems: Iterable[Problem]) -> None:
    speaker = Speaker()
    speaker.name(problems)
    speaker.finish()


def _print_total(total: Sum | tuple[Problem, ...], format_: str) -> int:
    """The sum, or the reasons why there is none, which is exit code 1."""
    if not isinstance(total, Sum):
        _tell(total)
        return 1
    if format_ == "table":
        print_sum(total)
    else:
        _print([msgspec.to_builtins(total)], format_)
    return 0


def _print_or(
    found: Sequence[Any],
    rows: Callable[[Iterable[Any]], Iterator[Row]],
    page: Callable[[Sequence[Any]], None],
    asked: Asked,
) -> None:
    if asked.format_ == "table":
        page(found[: asked.limit])
    else:
        _print(islice(rows(found), asked.limit), asked.format_)


def _print(rows: Iterable[Row], format_: str) -> None:
    print_rows(map(flat, rows) if format_ == "csv" else rows, format_=format_, columns=(), empty="")
