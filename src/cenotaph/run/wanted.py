"""Which claims are meant: a filter with all names of its side and place, and the same filter over claims in memory."""

from typing import Any

import msgspec

from cenotaph.ledger import ClaimFilter
from cenotaph.ledger.filters import speaks_of
from cenotaph.ledger.plain import plain
from cenotaph.model import Claim, Report
from cenotaph.problems import CenotaphError
from cenotaph.run.places import keys_of
from cenotaph.run.sides import sides_of

_EMPTY_WORDS = {"the", "of", "a", "an"}


def filter_of(wanted: dict[str, Any]) -> ClaimFilter:
    """The filter with all that goes by the names of its side and its place; CenotaphError where it asks for no time."""
    condition = msgspec.convert(
        {name: value for name, value in wanted.items() if value is not None}, ClaimFilter
    )
    start, end = condition.from_, condition.until
    if start and end and start[: len(end)] > end:
        raise CenotaphError(f"--from {start} is later than --until {end}; swap them.")
    return msgspec.structs.replace(
        condition,
        sides=sides_of(condition.side) if condition.side else (),
        place_keys=keys_of(condition.place) if condition.place else (),
    )


def is_wanted(claim: Claim, report: Report, wanted: ClaimFilter) -> bool:
    """Whether a claim meets the filter, as `Ledger.claims` decides it."""
    return (
        _is(claim.side, wanted.side, wanted.sides)
        and all(
            getattr(wanted, name) in (None, getattr(claim, name))
            for name in ("harm", "role", "scope", "stance", "report")
        )
        and _is_there(claim, wanted)
        and _is_credited(claim, wanted.source)
        and _is_in_time(claim, report, wanted)
        and speaks_of(claim, report, wanted.text)
    )


def _is(value: str | None, wanted: str | None, others: tuple[str, ...] = ()) -> bool:
    return wanted is None or (value is not None and (plain(value) == plain(wanted) or value in others))


def _is_there(claim: Claim, wanted: ClaimFilter) -> bool:
    """The name of the place or of its spot ("Orbo College" of "Orbo College in Tellin"), or another name of the town."""
    names = (claim.place, claim.spot, (claim.place or "").partition(" (")[0] or None)
    told = any(_is(name, wanted.place) for name in names)
    return told or (claim.place_key or "") in wanted.place_keys


def _is_credited(claim: Claim, source: str | None) -> bool:
    words = (source or "").split()
    sources = plain(" ".join(claim.sources)) or ""
    return all(
        (plain(word) or "") in sources
        for word in [word for word in words if word.lower() not in _EMPTY_WORDS] or words
    )


def _is_in_time(claim: Claim, report: Report, wanted: ClaimFilter) -> bool:
    if wanted.from_ is None and wanted.until is None:
        return True
    own = [date for date in (claim.from_, claim.until) if date and not date.startswith("X")]
    dates = own or ([report.published] if report.published else [])
    if not dates:
        return False
    return (wanted.from_ is None or f"{dates[-1]}~" >= wanted.from_) and (
        wanted.until is None or dates[0] <= f"{wanted.until}~"
    )
