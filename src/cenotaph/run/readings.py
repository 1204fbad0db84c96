"""What tracing needs to know of a report, from the finder's own grasp of credits and sentences."""

from collections.abc import Sequence

from cenotaph.find.credit.attribution import citations
from cenotaph.find.people.violence import Violence
from cenotaph.find.text.first_look import first_look, harm_places, harmed_sentences
from cenotaph.find.text.sentences import sentences
from cenotaph.model import Claim, Report, Span
from cenotaph.trace import Reading


def reading_of(report: Report, claims: Sequence[Claim]) -> Reading:
    """The report with its claims, whom it credits, and its sentences.

    A report that says nothing of people harmed in armed violence tells nothing that anybody could be credited for here;
    its credits are not read.
    """
    spans = sentences(report.text) if claims else _telling(report.text)
    return Reading(report, tuple(claims), citations(report, spans) if spans else (), tuple(spans))


def _telling(text: str) -> list[Span]:
    """The sentences of a text if one of them may speak of armed violence; else none."""
    seen = first_look(text)
    places = harm_places(seen)
    if not places:
        return []
    violence = Violence(text, seen)
    return sentences(text) if any(map(violence.may_be_armed, harmed_sentences(text, places))) else []
