"""What tracing needs to know of one report."""

from datetime import datetime
from functools import lru_cache

from msgspec import Struct

from cenotaph.model import Citation, Claim, Report, Span


class Reading(Struct, frozen=True):
    """A report with what was found in it: its claims, whom it credits, and where its sentences stand.

    `failed` says why whom it credits could not be read.
    """

    report: Report
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    sentences: tuple[Span, ...]
    failed: str | None = None


def is_later(one: str | None, other: str | None) -> bool:
    """Whether the dates prove that what was published `one` came out after what was published `other`: by the hour
    where both tell it with its zone."""
    mine, theirs = _moment(one), _moment(other)
    if mine is None or theirs is None:
        return False
    if mine.tzinfo is not None and theirs.tzinfo is not None:
        return mine > theirs
    return mine.date() > theirs.date()


def days_between(one: str | None, other: str | None) -> int | None:
    """How many days lie between the dates of two reports, as far as both are known."""
    mine, theirs = _moment(one), _moment(other)
    return None if mine is None or theirs is None else abs((mine.date() - theirs.date()).days)


@lru_cache(10_000)
def _moment(published: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(published) if published else None
    except ValueError:
        return None
