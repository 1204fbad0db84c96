"""What tracing needs to know of one report."""

from datetime import datetime

from msgspec import Struct

from cenotaph.model import Citation, Claim, Report, Span


class Reading(Struct, frozen=True):
    """A report with what was found in it: its claims, whom it credits, and where its sentences stand."""

    report: Report
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    sentences: tuple[Span, ...]


def is_later(one: Report, other: Report) -> bool:
    """Whether the dates prove that `one` came out after `other`: by the hour where both tell it with its zone."""
    mine, theirs = _moment(one.published), _moment(other.published)
    if mine is None or theirs is None:
        return False
    if mine.tzinfo is not None and theirs.tzinfo is not None:
        return mine > theirs
    return mine.date() > theirs.date()


def _moment(published: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(published) if published else None
    except ValueError:
        return None
