"""Traces as trees: reports under their origins, words under the reports that share them, claims under what they tell."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from cenotaph.cli.tables import console
from cenotaph.model import Report, Span
from cenotaph.rows import chain
from cenotaph.run.tracing import Tracing
from cenotaph.trace import Drift, Echo, Independence, SourceRef, Traced, TracedReport

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

_WORDS = 110
_NOWHERE = "nobody that has a name"


def print_reports(tracing: Tracing) -> None:
    """Each origin with the reports that mostly go back to it, and the road each took."""
    trace = tracing.trace
    groups: dict[str, list[TracedReport]] = {}
    for one in trace.reports:
        groups.setdefault(one.origins[0].key if one.origins else "", []).append(one)
    trees = (_origin_tree(tracing, members) for members in groups.values())
    _print(trees, f"{len(trace.reports):,} reports", trace.independence(), "There are no reports to trace.")


def print_echoes(tracing: Tracing) -> None:
    """Each pair of reports with what they share, in the words of both."""
    trees = []
    for (a, b), members in groupby(tracing.trace.echoes, key=lambda echo: (echo.a, echo.b)):
        found = list(members)
        how = f"{b} ← {a}" if found[0].relation == "derived" else f"{a} – {b}"
        tree = _tree(how, found[0].relation)
        for echo in found:
            _add_echo(tree, echo, tracing)
        trees.append(tree)
    _print(trees, f"{len(tracing.trace.echoes):,} echoes", None, "No report echoes another one.")


def print_claims(tracing: Tracing) -> None:
    """What is told, with how many independent origins at the most, and every claim under it with its drift."""
    trace = tracing.trace
    by_id = {one.claim.id: one for one in trace.claims}
    trees = []
    for thing in trace.things:
        claims = [by_id[id_] for id_ in thing.claims]
        tree = _tree(_thing(claims), _legs(len(claims), len(thing.testimonies), thing.independence))
        for testimony in thing.testimonies:
            members = [one for one in claims if one.testimony == testimony]
            branch = tree.add(_text(_named(members[0].origin), f"testimony {testimony[:8]}"))
            for one in members:
                _add_claim(branch, one)
        trees.append(tree)
    told = {one.testimony for one in trace.claims}
    _print(
        trees,
        f"{len(trace.claims):,} claims, {len(told):,} testimonies",
        None,
        "There are no claims to trace.",
    )


TREES: dict[str, Callable[[Tracing], None]] = {
    "reports": print_reports,
    "echoes": print_echoes,
    "claims": print_claims,
}
"""How each view is printed as a tree."""


def _origin_tree(tracing: Tracing, members: list[TracedReport]) -> "Tree":
    first = members[0].origins[:1]
    tree = _tree(
        _named(first[0]) if first else _NOWHERE, f"{len(members)} report{'s' if len(members) > 1 else ''}"
    )
    for one in members:
        branch = tree.add(_text(_headed(tracing.reports[one.report]), ""))
        for way in one.ways:
            branch.add(_text(" ← ".join(source.name for source in way.sources), way.why))
        if one.echo_of:
            branch.add(_text("", f"echo of {', '.join(one.echo_of)}"))
    return tree


def _add_echo(tree: "Tree", echo: Echo, tracing: Tracing) -> None:
    branch = tree.add(_text(f"{echo.kind} {echo.score:.2f}", echo.why))
    for report, span in ((echo.a, echo.a_span), (echo.b, echo.b_span)):
        branch.add(_text(f"{report}: ", _words(tracing.reports[report], span)))


def _add_claim(tree: "Tree", one: Traced) -> None:
    claim = one.claim
    said = f"{claim.report}: {claim.quantity_text} {claim.harm}"
    said += f", {chain(list(claim.sources))}" if claim.sources else ""
    branch = tree.add(
        _text(said + (f" ({claim.stance})" if claim.stance != "asserted" else ""), one.path.why)
    )
    for change in one.drift:
        branch.add(_text("", _change(change)))


def _change(change: Drift) -> str:
    before, after = (f"“{text}”" if text else "nothing" for text in (change.from_, change.to))
    return f"{change.field}: {before} → {after}, against {change.via}"


def _thing(claims: list[Traced]) -> str:
    """What the claims tell, in the words of the first."""
    claim = claims[0].claim
    about = (claim.side, next((one.claim.place for one in claims if one.claim.place), None))
    return ", ".join(part for part in (f"{claim.quantity_text} {claim.harm}", *about) if part)


def _legs(claims: int, testimonies: int, independence: Independence) -> str:
    at_most = independence.at_most
    many = f"{claims} claim{'s' if claims > 1 else ''}, {testimonies} testimon{'ies' if testimonies > 1 else 'y'}"
    return f"{many}, at most {at_most} independent origin{'s' if at_most > 1 else ''}"


def _named(source: SourceRef) -> str:
    """A source with what it is and whose."""
    kind = source.kind if source.side in (None, source.name) else f"{source.kind}, {source.side}"
    return f"{source.name} ({kind})"


def _headed(report: Report) -> str:
    parts = (report.id, report.outlet, (report.published or "")[:10], report.title)
    return " · ".join(part for part in parts if part)


def _words(report: Report, span: Span) -> str:
    text = " ".join(report.text[span.start : span.end].split())
    return text if len(text) <= _WORDS else f"{text[:_WORDS].rsplit(' ', 1)[0]} …"


def _tree(label: str, note: str) -> "Tree":
    from rich.tree import Tree

    return Tree(_text(label, note, style="bold"))


def _text(label: str, note: str, *, style: str = "") -> "Text":
    """A label and, dim behind it, a note; texts are shown as they are, without markup."""
    from rich.text import Text

    text = Text(label, style=style)
    return text.append(("  " if label else "") + note, style="not bold dim") if note else text


def _print(trees: Iterable["Tree"], counted: str, independence: Independence | None, empty: str) -> None:
    """The trees, then how many of what; for reports also how many origins they have at the most, and why."""
    out = console()
    shown = False
    for tree in trees:
        out.print(tree)
        shown = True
    if not shown:
        print(empty)
        return
    out.print(f"{counted}.", style="dim")
    for line in _bound(independence):
        out.print(line, style="dim")


def _bound(independence: Independence | None) -> Iterator[str]:
    if independence is not None:
        many = "origin" if independence.at_most == 1 else "origins"
        yield f"At most {independence.at_most:,} independent {many}."
        yield from independence.reasons
