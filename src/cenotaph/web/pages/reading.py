"""The reading room: one report, what was found in it marked in place, and the claim that is looked at beside it."""

from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from cenotaph.judging import seen_by
from cenotaph.ledger import ClaimFilter, HandlingFilter, JudgementFilter, Ledger
from cenotaph.model import Claim, Handling, Report
from cenotaph.rows import bounds
from cenotaph.web.desk import DeskOf
from cenotaph.web.look.addresses import report_address
from cenotaph.web.page import page
from cenotaph.web.people import Reader
from cenotaph.web.reading.marks import Mark, paragraphs
from cenotaph.web.reading.shown import shown

router = APIRouter()

PART = 1_000_000
"""Characters of a report on one page; a longer report comes in parts."""

Part = Annotated[int, Query(ge=1, le=10_000, description="Which part of a long report, from 1.")]
Id = Annotated[str, Query(max_length=200)]
Blind = Annotated[Literal["", "1"], Query(description="1: what others judged is not shown.")]


@router.get("/report", response_class=HTMLResponse)
def report_of_query(
    request: Request,
    desk: DeskOf,
    person: Reader,
    id: Annotated[str, Query(max_length=2000)],
    part: Part = 1,
    claim: Id = "",
    handling: Id = "",
    blind: Blind = "",
) -> HTMLResponse:
    """A report whose id cannot stand in a path."""
    return report(request, desk, person, id, part, claim, handling, blind)


@router.get("/report/{report_id:path}", response_class=HTMLResponse)
def report(
    request: Request,
    desk: DeskOf,
    person: Reader,
    report_id: str,
    part: Part = 1,
    claim: Id = "",
    handling: Id = "",
    blind: Blind = "",
) -> HTMLResponse:
    """A report with its claims and handlings marked; `claim` or `handling` names the one to look at."""
    with desk.ledger() as book:
        found = next(book.reports(report_id), None)
        if found is None:
            raise HTTPException(404, f"There is no report {report_id!r} in this ledger.")
        one, provenance = found
        claims = [item for item, _ in book.claims(ClaimFilter(report=report_id, verdict="any"))]
        handlings = [item for item, _ in book.handlings(HandlingFilter(report=report_id, verdict="any"))]
        if blind:
            judged = list(book.judgements(JudgementFilter(report=report_id)))
            claims = seen_by(claims, judged, person.name)
            handlings = seen_by(handlings, judged, person.name)
        chosen = next((item for item in claims if item.id == claim), None)
        moved = next((item for item in handlings if item.id == handling), None)
        focus = chosen or moved
        part = focus.start // PART + 1 if focus else part
        return page(
            request,
            "reading.html",
            report=one,
            provenance=provenance,
            address=report_address(report_id),
            claims=claims,
            handlings=handlings,
            part=min(part, _parts(one)),
            parts_=_parts(one),
            paragraphs=paragraphs(one.text, _marks(claims, handlings), (part - 1) * PART, part * PART),
            shown=shown(book, _standing(book, focus), one, blind_of=person.name if blind else None)
            if focus
            else None,
            blind=blind,
            message=None,
            problems=_problems(book, one),
        )


def _standing(book: Ledger, one: Claim | Handling) -> Claim | Handling:
    """The claim or handling as it stands, whose digest a judgement has to bring."""
    found = book.claims_by_id(one.id) if isinstance(one, Claim) else book.handlings_by_id(one.id)
    return next((item for item, _ in found if item.id == one.id), one)


def _parts(report: Report) -> int:
    return max(1, -(-len(report.text) // PART))


def _marks(claims: list[Claim], handlings: list[Handling]) -> list[Mark]:
    of_claims = [
        Mark("claim", one.id, one.start, one.end, _label(one), one.verdict or "open") for one in claims
    ]
    return of_claims + [
        Mark("handling", one.id, one.start, one.end, f"{one.cargo} {one.action}", one.verdict or "open")
        for one in handlings
    ]


def _label(claim: Claim) -> str:
    side = f", {claim.side}" if claim.side else ""
    return f"{bounds(claim.low, claim.high, approx=claim.approx)} {claim.harm}{side}"


def _problems(book: Ledger, report: Report) -> list[str]:
    return [problem.message for problem in book.problems() if problem.report == report.id]
