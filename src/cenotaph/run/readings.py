"""What tracing needs to know of a report, from the finder's own grasp of credits and sentences."""

from collections.abc import Sequence

from cenotaph.find.credit.attribution import citations
from cenotaph.find.text.sentences import sentences
from cenotaph.model import Claim, Report
from cenotaph.trace import Reading


def reading_of(report: Report, claims: Sequence[Claim]) -> Reading:
    """The report with its claims, whom it credits, and its sentences."""
    spans = sentences(report.text)
    return Reading(report, tuple(claims), citations(report, spans), tuple(spans))
