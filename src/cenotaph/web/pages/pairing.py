"""Whether two are one: persons, attacks, testimonies, sources. Said on the page that shows them, and taken back there."""

from collections.abc import Iterable
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from cenotaph.judging import undone
from cenotaph.ledger import JudgementFilter, Ledger, the_judgement
from cenotaph.model import Subject
from cenotaph.rows import JudgementRow, judgement_row
from cenotaph.run import Draft, Refused, judge_one
from cenotaph.web.desk import Desk, DeskOf
from cenotaph.web.look.addresses import own_address
from cenotaph.web.page import failure
from cenotaph.web.people import Recorder, own_form
from cenotaph.web.team import Person

router = APIRouter()

Thing = Annotated[str, Form(max_length=500)]
Why = Annotated[str, Form(max_length=2000)]
Back = Annotated[str, Form(max_length=3000)]
Pairable = Literal["person", "incident", "testimony", "source"]


@router.post(
    "/judge/pair", response_class=RedirectResponse, status_code=303, dependencies=[Depends(own_form)]
)
def judge_pair(
    request: Request,
    desk: DeskOf,
    person: Recorder,
    subject: Annotated[Pairable, Form()],
    verdict: Annotated[Literal["accept", "reject"], Form()],
    one: Thing = "",
    other: Thing = "",
    reason: Why = "",
    back: Back = "/",
) -> Response:
    """Say that two are one (accept), or that they are not (reject)."""
    draft = Draft(id=one, other=other, subject=subject, verdict=verdict, by=person.name, reason=reason)
    return _filed(request, desk, draft, back)


@router.post(
    "/judge/pair/undo", response_class=RedirectResponse, status_code=303, dependencies=[Depends(own_form)]
)
def undo_pair(
    request: Request, desk: DeskOf, person: Recorder, id: Thing = "", reason: Why = "", back: Back = "/"
) -> Response:
    """Take back what was said of two; what others said, only an editor takes back."""
    _check_own(desk, id, person)
    draft = Draft(id=id, verdict="undo", by=person.name, reason=reason.strip() or "taken back")
    return _filed(request, desk, draft, back)


def said_of(book: Ledger, subject: Subject, ids: Iterable[str]) -> list[JudgementRow]:
    """What people said of pairs with one of these in them, oldest first; what was taken back is among it."""
    every = list(book.judgements(JudgementFilter(subject=subject)))
    gone, wanted = undone(every), set(ids)
    return [
        judgement_row(one, in_force=one.id not in gone)
        for one in every
        if one.one in wanted or one.other in wanted
    ]


def _filed(request: Request, desk: Desk, draft: Draft, back: str) -> Response:
    try:
        judge_one(desk.settings.ledger, draft)
    except Refused as error:
        return failure(request, 422, str(error))
    return RedirectResponse(own_address(back), 303)


def _check_own(desk: Desk, id_: str, person: Person) -> None:
    with desk.ledger() as book:
        found = the_judgement(book, id_) if id_ else None
    if found is None or (found.other is None and found.subject != "source"):
        raise HTTPException(404, f"There is no judgement {id_!r} on two things or a source in this ledger.")
    if found.by != person.name and not person.may("editor"):
        raise HTTPException(403, f"This was judged by {found.by}; only an editor can take it back.")
