"""Figures, attacks, running totals and disputes as a person reads them: a heading, and under it who says what."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from cenotaph.cli.tables import Column, Layout, clean, styled, width_of
from cenotaph.cli.wrapping import wrapped
from cenotaph.reconcile import Dispute, Said, Series, Sum, Tally
from cenotaph.rows import Row, bounds
from cenotaph.run.reckoning import Reckoning

_MOST_CLAIMANTS = 12
_NOTHING = "Nothing that meets these conditions."

_FIGURE_COLUMNS = (
    Column("", lambda row: row["what"], ratio=3, lines=2),
    Column("low–high", lambda row: row["range"], right=True, most=20, lines=4),
    Column("best", lambda row: row["best"], right=True),
    Column("label", lambda row: row["label"]),
    Column("origins", lambda row: row["origins"], right=True, least=70),
    Column("as of", lambda row: row["date"], least=76),
)
_STEP_COLUMNS = (
    Column("as of", lambda row: row["date"] or "–"),
    Column("how many", lambda row: bounds(row["low"], row["high"]), right=True),
    Column("turn", lambda row: "" if row["turn"] == "first" else row["turn"]),
    Column("what it did", lambda row: row["why"], ratio=3, lines=2, least=70),
    Column("id", lambda row: row["claims"][0][:8], style="dim"),
)
_POSITION_COLUMNS = (
    Column("claimant", lambda row: row["claimant"], ratio=2, lines=2),
    Column("how many", lambda row: bounds(row["low"], row["high"]), right=True),
    Column("as of", lambda row: row["date"] or "–"),
    Column("cannot hold with", lambda row: ", ".join(row["against"]), ratio=3, lines=2),
    Column("id", lambda row: row["claims"][0][:8], style="dim"),
)
_CLAIM_COLUMNS = (
    Column("id", lambda row: row["id"][:8], style="dim"),
    Column("harm", lambda row: row["harm"]),
    Column("how many", lambda row: row["quantity_text"], right=True, most=20),
    Column("whose", lambda row: row["side"] or "", least=60),
    Column("on whose word", lambda row: row["claimant"], ratio=2, lines=2),
    Column("report", lambda row: row["report"], ratio=2, lines=1, least=90),
    Column("", lambda row: f"part of {row['part_of'][:8]}" if row["part_of"] else "", least=90),
)


def print_figures(figures: Sequence[Tally], reckoning: Reckoning | None) -> None:
    """Each figure over its claimants; with a reckoning also the rules, and every claim with its reason and sentence."""
    if not figures:
        print(_NOTHING)
        return
    width = width_of(sys.stdout)
    columns = [column for column in _FIGURE_COLUMNS if width >= column.least]
    rows = [row for one in figures for row in (_figure_row(one), *_claimant_rows(one))]
    layout = Layout(columns, rows, width)
    print(layout.head())
    for one in figures:
        print(styled(layout.row(_figure_row(one)), "bold"))
        claimants = list(_claimant_rows(one))
        for row in claimants[:_MOST_CLAIMANTS]:
            print(layout.row(row))
        if len(claimants) > _MOST_CLAIMANTS:
            print(f"    … and {len(claimants) - _MOST_CLAIMANTS:,} more claimants")
        if reckoning is not None:
            _print_lines(_reasons(one, reckoning), width)
    count = len(figures)
    print(styled(f"\n{count:,} figure{'' if count == 1 else 's'} by the policy {figures[0].policy}.", "dim"))


def print_sum(total: Sum) -> None:
    """The sum in a line."""
    best = f", best {total.best:,}" if total.best is not None else ""
    left = f"; {len(total.left_out):,} that the policy keeps out of totals" if total.left_out else ""
    print(f"{bounds(total.low, total.high)}{best}: the sum of {len(total.of):,} figures{left}.")


def print_attacks(rows: Sequence[Row], reckoning: Reckoning | None) -> None:
    """Each attack over the claims that tell of it; with a reckoning also why each belongs there, and its sentence."""
    if not rows:
        print(_NOTHING)
        return
    width = width_of(sys.stdout)
    columns = [column for column in _CLAIM_COLUMNS if width >= column.least]
    layout = Layout(columns, [claim for row in rows for claim in row["claims"]], width, indent=2)
    print(layout.head())
    for row in rows:
        print(styled(clean(_attack(row)), "bold"))
        why = {join["claim"]: f"{join['why']} ({join['score']:.2f})" for join in row["joins"]}
        quoted = reckoning.quoted([claim["id"] for claim in row["claims"]]) if reckoning else {}
        for claim in row["claims"]:
            print(layout.row(claim))
            if reckoning is not None:
                _print_lines(
                    [why.get(claim["id"], "The first to tell of it."), f"“{quoted[claim['id']]}”"], width
                )
    print(styled(f"\n{len(rows):,} incident{'' if len(rows) == 1 else 's'}", "dim"))


def print_totals(found: Sequence[Series]) -> None:
    """Each claimant's running totals, one figure a line."""
    rows = [
        {"date": step.date, "low": step.low, "high": step.high, "turn": step.turn, "why": step.why, "claims": step.claims,
         "heading": f"{one.claimant.opening} on {_who(one.side, one.role)} {one.harm}{_in(one.place)}"}
        for one in found for step in one.steps
    ]  # fmt: skip
    _print_under_headings(rows, _STEP_COLUMNS, f"{len(found):,} series")


def print_positions(found: Sequence[Dispute]) -> None:
    """Each dispute with its claimants side by side, the highest first."""
    rows = [
        {"claimant": one.claimant.name, "low": one.low, "high": one.high, "date": one.date, "against": one.against,
         "claims": one.claims,
         "heading": f"{_who(each.side, each.role)} {each.harm}, {each.scope}{_in(each.place)}: {each.why}"}
        for each in found for one in each.positions
    ]  # fmt: skip
    _print_under_headings(rows, _POSITION_COLUMNS, f"{len(found):,} dispute{'' if len(found) == 1 else 's'}")


def _print_under_headings(rows: Sequence[Row], columns: Iterable[Column], count: str) -> None:
    if not rows:
        print(_NOTHING)
        return
    width = width_of(sys.stdout)
    layout = Layout([column for column in columns if width >= column.least], rows, width, indent=2)
    print(layout.head())
    for heading, members in groupby(rows, key=lambda row: row["heading"]):
        for line in wrapped(clean(str(heading)), width):
            print(styled(line, "bold"))
        for row in members:
            print(layout.row(row))
    print(styled(f"\n{count}", "dim"))


def _figure_row(one: Tally) -> Row:
    where = _in(one.place)
    part = f", {one.part}" if one.part else ""
    conceded = f" (conceded {bounds(*one.conceded)})" if one.conceded else ""
    return {
        "what": f"{_who(one.side, one.role)} {one.harm}{part}, {one.scope}{where}",
        "range": bounds(one.low, one.high) + conceded,
        "best": "" if one.best is None else f"{one.best:,}",
        "label": one.label,
        "origins": f"{one.origins:,} at most",
        "date": _date(one),
    }


def _claimant_rows(one: Tally) -> Iterator[Row]:
    """One row a claimant: their figures in the order of time, those left out in brackets."""
    for _, members in groupby(one.said, key=lambda said: said.claimant.key):
        said = list(members)
        figures = dict.fromkeys(map(_said, said))
        yield {
            "what": f"    {said[0].claimant.name}",
            "range": (" → " if one.scope == "cumulative" else ", ").join(figures),
            "best": "",
            "label": "",
            "origins": "",
            "date": said[-1].date or "",
        }


def _said(said: Said) -> str:
    figure = bounds(said.low, said.high, approx=said.approx and said.low == said.high)
    return figure if said.used else f"({figure})"


def _reasons(one: Tally, reckoning: Reckoning) -> Iterator[str]:
    """The rules that made the figure, then each claim with its reason and its sentence."""
    yield from one.why
    quoted = reckoning.quoted([reason.claim for reason in (*one.used, *one.left_out)])
    for mark, reasons in (("used", one.used), ("left out", one.left_out)):
        for reason in reasons:
            yield f"{reason.claim[:8]} {mark}: {reason.why} “{quoted[reason.claim]}”"


def _print_lines(lines: Iterable[str], width: int) -> None:
    for line in lines:
        first, *more = wrapped(clean(line), max(width - 8, 20))
        print(styled(f"      · {first}", "dim"))
        for rest in more:
            print(styled(f"        {rest}", "dim"))


def _attack(row: Mapping[str, object]) -> str:
    """ "Kharkiv, 2024-05-02, blamed on Russia   5c1f09aa"."""
    start, end = row["from"], row["until"]
    when = f"{start}–{end}" if start != end else f"{start or 'date not known'}"
    blamed = row["blamed"]
    on = f", blamed on {' and '.join(blamed)}" if isinstance(blamed, list) and blamed else ""
    return f"{row['place'] or 'Place not said'}, {when}{on}   {str(row['id'])[:8]}"


def _date(one: Tally) -> str:
    if one.scope == "incident" and one.from_ and one.from_ != one.until:
        return f"{one.from_}–{one.until}"
    return one.until or ""


def _who(side: str | None, role: str) -> str:
    who = {"unknown": "people", "mixed": "people of all roles"}.get(role, role)
    return f"{side}: {who}" if side else f"side not said: {who}"


def _in(place: str | None) -> str:
    return f", in {place}" if place else ""
