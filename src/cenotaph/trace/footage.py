"""Who brought out the footage that a report has its figures from: "Hamas posted a video that shows nine dead"."""

import re
from collections.abc import Sequence

from cenotaph.model import Citation, Claim
from cenotaph.trace.credits import Credit
from cenotaph.trace.reading import Reading
from cenotaph.trace.source_kinds import is_somebody, kind_of

_WORD = re.compile(r"[a-z]+")


def shows(reading: Reading, number: int, group: Sequence[Citation]) -> bool:
    """Whether a sentence has its figure from footage alone, which those whom it credits brought out."""
    span = reading.sentences[number]
    return any(_is_shown(reading, claim, group) for claim in reading.claims if claim.sentence == span)


def _is_shown(reading: Reading, claim: Claim, group: Sequence[Citation]) -> bool:
    """Whether only footage tells a claim: by its own chain, or by the words between whoever is credited and the figure."""
    if claim.sources:
        return not any(map(is_somebody, claim.sources))
    behind = (reading.report.text[one.span.end : claim.start] for one in group)
    return any(kind_of(word) == "footage" for words in behind for word in _WORD.findall(words))


def shown_by(claim: Claim, found: Sequence[Credit]) -> Credit | None:
    """The credit of whoever brought out the footage that a claim is from, if nobody else tells it."""
    if any(map(is_somebody, claim.sources)):
        return None
    here = (one for one in found if one.span == claim.sentence and one.of_claim and one.named)
    return next(here, None)
