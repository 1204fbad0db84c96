"""The review queue, and how far two readers agree."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from cenotaph.ledger import JudgementFilter
from cenotaph.scoring import agreement
from cenotaph.web.desk import DeskOf
from cenotaph.web.page import page
from cenotaph.web.pages.asked import Asked, has_words
from cenotaph.web.pages.claims import CHOICES
from cenotaph.web.pages.pictures import PictureOf, pictured
from cenotaph.web.pages.windows import PAGE, Pages
from cenotaph.web.people import Reader
from cenotaph.web.reviewing import queue

router = APIRouter()

Words = Annotated[str, Query(max_length=100)]


@router.get("/review", response_class=HTMLResponse)
def review(request: Request, person: Reader, picture: PictureOf, asked: Asked) -> HTMLResponse:
    """The claims that nobody has judged, those first that matter most."""
    found = asked.among(queue(picture), lambda one: one.statement.claim)
    if asked.claimant:
        found = [one for one in found if has_words(one.statement.claimant.name, asked.claimant)]
    return pictured(
        request,
        picture,
        "review.html",
        asked=asked,
        choices=CHOICES,
        rows=found[(asked.page - 1) * PAGE : asked.page * PAGE],
        pages=Pages(asked.page, len(found)),
    )


@router.get("/review/agreement", response_class=HTMLResponse)
def readers(
    request: Request, desk: DeskOf, person: Reader, one: Words = "", other: Words = ""
) -> HTMLResponse:
    """How far two readers agree on the claims that both have judged, and where they do not."""
    with desk.ledger() as book:
        judgements = [j for j in book.judgements(JudgementFilter()) if j.subject in ("claim", "handling")]
    names = sorted({judgement.by for judgement in judgements})
    pair = (one, other) if one and other else tuple(names[:2])
    found = agreement(judgements, pair[0], pair[1]) if len(pair) == 2 and pair[0] != pair[1] else None
    return page(request, "agreement.html", names=names, pair=pair, found=found)
