"""Bounds of figures: whether they can all hold, and what spans them. None is open."""

from collections.abc import Iterable, Sequence

from cenotaph.model import Claim

Bounds = tuple[int | None, int | None]

_ABOUT = 0.1
"""A rough number ("about 500") stands for anything within a tenth of it."""


def bounds_of(claim: Claim) -> Bounds:
    """A claim's bounds, a single rough number taken for what is near it."""
    low, high = claim.low, claim.high
    if claim.approx and low is not None and low == high:
        near = int(low * _ABOUT)
        return low - near, low + near
    return low, high


def can_both_hold(one: Bounds, other: Bounds) -> bool:
    """Whether some number lies within both."""
    return _reaches(one[1], other[0]) and _reaches(other[1], one[0])


def _reaches(high: int | None, low: int | None) -> bool:
    return high is None or low is None or low <= high


def lowest(claims: Iterable[Claim]) -> int | None:
    """The lowest number that any claim gives; an upper bound alone ("up to 40") counts only where nothing else does."""
    found = list(claims)
    lows = [claim.low for claim in found if claim.low is not None]
    return min(lows, default=None)


def highest(claims: Sequence[Claim]) -> int | None:
    """The highest number that any claim gives; None (open) where that is a lower bound ("more than 2,500")."""
    tops = [claim.high for claim in claims if claim.high is not None]
    open_lows = [claim.low for claim in claims if claim.high is None and claim.low is not None]
    if not tops:
        return None
    return None if any(low >= max(tops) for low in open_lows) else max(tops)


def has_number(claim: Claim) -> bool:
    """Whether the claim bounds its number on either side ("many" does not)."""
    return claim.low is not None or claim.high is not None


def shown(bounds: Bounds, *, approx: bool = False) -> str:
    """Bounds in words for a sentence: "2,500 or more", "up to 40", "7,000–15,000"."""
    low, high = bounds
    about = "about " if approx else ""
    if low is None:
        return "no number" if high is None else f"up to {about}{high:,}"
    if high is None:
        return f"{about}{low:,} or more"
    return f"{about}{low:,}" if low == high else f"{about}{low:,}–{high:,}"


def said(claim: Claim) -> str:
    """The claim's number in words for a sentence."""
    return shown((claim.low, claim.high), approx=claim.approx)
