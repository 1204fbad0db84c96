"""Very long reports in stretches: found one by one, so that a whole archive in one file takes time in step with its length."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from cenotaph.find.found import Found
from cenotaph.find.identity import claim_id, handling_id
from cenotaph.model import Claim, Handling, Report, Span

LONGEST = 30_000
"""Characters of a stretch at most: some ten pages. What is told of a place or person further away sheds little light."""

_CUTS = ("\n\n", "\n", ". ", " ")


def find_in_stretches(report: Report, find: Callable[[Report], Found]) -> Found:
    """What `find` finds in a report of any length."""
    if len(report.text) <= LONGEST:
        return find(report)
    parts = [
        _shifted(find(replace(report, text=report.text[start:end])), start)
        for start, end in _stretches(report.text)
    ]
    return Found(
        tuple(claim for part in parts for claim in part.claims),
        tuple(row for part in parts for row in part.handlings),
        tuple(problem for part in parts for problem in part.problems),
    )


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where the stretches start and end: at a paragraph's end, else a line's, a sentence's or a word's."""
    start = 0
    while len(text) - start > LONGEST:
        tries = (text.rfind(cut, start + LONGEST // 2, start + LONGEST) for cut in _CUTS)
        end = next((at + 1 for at in tries if at >= 0), start + LONGEST)
        yield start, end
        start = end
    yield start, len(text)


def _shifted(found: Found, by: int) -> Found:
    """What was found in a stretch that starts at `by`, as rows of the whole report."""
    ids = {
        claim.id: claim_id(claim.report, claim.start + by, claim.end + by, claim.harm)
        for claim in found.claims
    }
    problems = (
        replace(problem, span=_moved(problem.span, by)) if problem.span else problem
        for problem in found.problems
    )
    return Found(
        tuple(_shifted_claim(claim, by, ids) for claim in found.claims),
        tuple(_shifted_handling(row, by) for row in found.handlings),
        tuple(problems),
    )


def _shifted_claim(claim: Claim, by: int, ids: dict[str, str]) -> Claim:
    return replace(
        claim,
        id=ids[claim.id],
        start=claim.start + by,
        end=claim.end + by,
        part_of=ids[claim.part_of] if claim.part_of else None,
        evidence=tuple((field, _moved(span, by)) for field, span in claim.evidence),
        sentence=_moved(claim.sentence, by) if claim.sentence else None,
    )


def _shifted_handling(row: Handling, by: int) -> Handling:
    start, end = row.start + by, row.end + by
    return replace(
        row,
        id=handling_id(row.report, start, end, row.action),
        start=start,
        end=end,
        sentence=_moved(row.sentence, by) if row.sentence else None,
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
