"""What changed between two claims of one testimony, field by field."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from cenotaph.model import Claim
from cenotaph.trace.credits import Credit
from cenotaph.trace.naming import folded_name
from cenotaph.trace.sameness import figure
from cenotaph.trace.source import SourceRef

Field = Literal["number", "bound", "approx", "harm", "scope", "source", "credit", "doubt", "place"]


class Drift(Struct, frozen=True, rename={"from_": "from"}):
    """One field that a claim tells otherwise than the claim it goes back to.

    `from_` is what the claim in report `via` says, `to` what this one says; None where one says nothing of it.
    """

    field: Field
    from_: str | None
    to: str | None
    via: str


def drift(earlier: Claim, earlier_credit: Credit, later: Claim, later_credit: Credit) -> tuple[Drift, ...]:
    """What the later claim tells otherwise than the earlier one."""
    changes = [
        *_numbers(earlier, later),
        *_change("harm", earlier.harm, later.harm),
        *_change("scope", earlier.scope, later.scope),
        *_sources(earlier_credit, later_credit),
        *_credits(earlier_credit, later_credit),
        *_doubt(earlier, later),
        *_places(earlier, later),
    ]
    return tuple(Drift(field, before, after, earlier.report) for field, before, after in changes)


_Change = tuple[Field, str | None, str | None]


def _change(field: Field, before: str | None, after: str | None) -> Iterator[_Change]:
    if before != after:
        yield field, before, after


def _numbers(earlier: Claim, later: Claim) -> Iterator[_Change]:
    """One change for the figure, its bound, or its being approximate, each in the reports' own words."""
    words = earlier.quantity_text, later.quantity_text
    if figure(earlier) != figure(later):
        yield "number", *words
    if _bound(earlier) != _bound(later):
        yield "bound", *words
    elif earlier.approx != later.approx:
        yield "approx", *words


def _bound(claim: Claim) -> str:
    """How a figure is bounded: "exactly" also where it is only approximate."""
    if claim.low is None or claim.high is None:
        return "at most" if claim.low is None else "at least"
    return "exactly" if claim.low == claim.high else "between"


def _sources(earlier: Credit, later: Credit) -> Iterator[_Change]:
    """The first source, where both claims have one and call it otherwise: "one medic" becomes "staff"."""
    before, after = _first(earlier), _first(later)
    if before is None or after is None or before.key == after.key:
        return
    if folded_name(before.name) != folded_name(after.name) or _is_one(before) != _is_one(after):
        yield "source", before.name, after.name


def _first(credit: Credit) -> SourceRef | None:
    return next(iter((*credit.named, *credit.described)), None)


def _is_one(source: SourceRef) -> bool:
    """Whether a description is of one person ("a medic", "one medic")."""
    return source.name.split()[0].lower() in ("a", "an", "one", "another")


def _credits(earlier: Credit, later: Credit) -> Iterator[_Change]:
    """Outlets and named sources that the earlier claim credits and the later one does not."""
    kept = {source.key for source in (*later.carriers, *later.named)}
    for source in (*earlier.carriers, *earlier.named):
        if source.key not in kept:
            following = later.carriers if source.carries else later.named
            yield "credit", source.name, following[0].name if following else None


def _doubt(earlier: Claim, later: Claim) -> Iterator[_Change]:
    if earlier.stance != later.stance:
        yield "doubt", earlier.stance, later.stance


def _places(earlier: Claim, later: Claim) -> Iterator[_Change]:
    """Another place, or one dropped or added; another spelling of the same place is no change."""
    same = earlier.place_key is not None and earlier.place_key == later.place_key
    if not same and (earlier.place or "").casefold() != (later.place or "").casefold():
        yield "place", earlier.place, later.place
