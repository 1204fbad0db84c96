"""Judging: accept, reject, correct, add, undo. Each form brings the digest of what its reader saw."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, Field

from cenotaph.ledger import JudgementFilter, Ledger, the_one
from cenotaph.model import Claim, Handling, Judgement, Report
from cenotaph.problems import CenotaphError
from cenotaph.run import Draft, Refused, judge_one
from cenotaph.web.desk import Desk, DeskOf
from cenotaph.web.look.addresses import report_address
from cenotaph.web.page import is_part, part
from cenotaph.web.people import Recorder, own_form
from cenotaph.web.reading.forms import form_of, values_of
from cenotaph.web.reading.shown import shown
from cenotaph.web.team import Person

router = APIRouter()

_REASONS = {"accept": "compared with the report", "undo": "taken back"}
"""Why, where one keystroke says it."""

_Text = Annotated[str | None, Field(max_length=5000)]


class Fields(BaseModel):
    """The fields of a claim or handling as a form sends them; those left out are not touched, empty ones emptied."""

    low: _Text = None
    high: _Text = None
    approx: _Text = None
    harm: _Text = None
    side: _Text = None
    role: _Text = None
    victims_text: _Text = None
    names: _Text = None
    place: _Text = None
    scope: _Text = None
    from_: Annotated[_Text, Field(alias="from")] = None
    until: _Text = None
    sources: _Text = None
    stance: _Text = None
    cargo: _Text = None
    action: _Text = None
    facility: _Text = None
    from_place: _Text = None
    to_place: _Text = None
    means: _Text = None

    def sent(self) -> dict[str, str]:
        """The fields that were sent, by the ledger's names."""
        asked = self.model_dump(by_alias=True, include=set(Fields.model_fields))
        return {name: value for name, value in asked.items() if value is not None}


class FieldsAsked(Fields):
    """Values for the form that corrects, and whether it is a blind reading."""

    blind: Literal["", "1"] = ""


class OnOne(Fields):
    """A judgement on a claim or handling: its id, the digest of what was seen, and why."""

    id: str = Field("", max_length=64)
    seen: str = Field("", max_length=64)
    reason: str = Field("", max_length=2000)
    blind: Literal["", "1"] = ""


class Addition(Fields):
    """What was missed: from where to where it stands in the report's text, and why it is added."""

    report: str = Field(max_length=2000)
    start: int = Field(ge=0, le=2**53)
    end: int = Field(ge=0, le=2**53)
    reason: str = Field("", max_length=2000)


@router.post("/judge/add", response_class=HTMLResponse, dependencies=[Depends(own_form)])
def add(request: Request, desk: DeskOf, person: Recorder, form: Annotated[Addition, Form()]) -> Response:
    """Add a claim or handling that the finder missed."""
    sent = form.sent()
    given = {name: value for name, value in values_of(sent).items() if value not in (None, [])}
    draft = Draft(
        id=form.report,
        verdict="add",
        by=person.name,
        reason=form.reason or "missed by the finder",
        fields={**given, "start": form.start, "end": form.end},
    )
    try:
        done = judge_one(desk.settings.ledger, draft)
    except Refused as error:
        with desk.ledger() as book:
            report = _the_report(book, form.report)
        return _adding_page(request, report, (form.start, form.end), "action" in sent, sent, str(error))
    return _done(request, desk, done, person, "")


@router.post("/judge/{verdict}", response_class=HTMLResponse, dependencies=[Depends(own_form)])
def judge(
    request: Request,
    desk: DeskOf,
    person: Recorder,
    verdict: Literal["accept", "reject", "correct", "undo"],
    form: Annotated[OnOne, Form()],
) -> Response:
    """Accept, reject or correct a claim or handling, or undo the last judgement on it (without an id: one's own last)."""
    target = form.id or _own_last(desk, person)
    if verdict == "undo" and form.id and not person.may("editor"):
        _check_own(desk, form.id, person)
    sent = form.sent() if verdict == "correct" else {}
    draft = Draft(
        id=target,
        verdict=verdict,
        by=person.name,
        reason=form.reason.strip() or _REASONS.get(verdict, ""),
        fields=values_of(sent),
        seen=form.seen or None,
        blind=bool(form.blind),
    )
    try:
        done = judge_one(desk.settings.ledger, draft)
    except Refused as error:
        return _refused(request, desk, target, verdict, sent, error, person.name if form.blind else None)
    return _done(request, desk, done, person, form.blind)


@router.get("/edit/{identity}", response_class=HTMLResponse)
def edit(
    request: Request, desk: DeskOf, person: Recorder, identity: str, asked: Annotated[FieldsAsked, Query()]
) -> HTMLResponse:
    """The form that corrects a claim or handling; the address may bring values for its fields."""
    with desk.ledger() as book:
        one, report = _the_one(book, identity)
        seen = shown(book, one, report, blind_of=person.name if asked.blind else None)
        entries = form_of(type(one), {**seen.row, **asked.sent()}, {})
        return part(
            request, "edit.html", shown=seen, entries=entries, message=None, reason="", blind=asked.blind
        )


@router.get("/adding", response_class=HTMLResponse)
def adding(
    request: Request,
    desk: DeskOf,
    person: Recorder,
    report: Annotated[str, Query(max_length=2000)],
    start: Annotated[int, Query(ge=0, le=2**53)],
    end: Annotated[int, Query(ge=0, le=2**53)],
    what: Literal["claim", "handling"] = "claim",
) -> HTMLResponse:
    """The form that adds what the finder missed at those words."""
    with desk.ledger() as book:
        return _adding_page(request, _the_report(book, report), (start, end), what == "handling", {}, None)


def _adding_page(
    request: Request,
    report: Report,
    span: tuple[int, int],
    is_handling: bool,
    sent: dict[str, str],
    message: str | None,
) -> HTMLResponse:
    kind: type[Claim | Handling] = Handling if is_handling else Claim
    return part(
        request,
        "adding.html",
        status=422 if message else 200,
        report=report,
        words=report.text[span[0] : span[1]],
        start=span[0],
        end=span[1],
        kind="handling" if is_handling else "claim",
        entries=form_of(kind, None, sent),
        message=message,
    )


def _refused(
    request: Request,
    desk: Desk,
    target: str,
    verdict: str,
    sent: dict[str, str],
    error: Refused,
    blind_of: str | None,
) -> HTMLResponse:
    """The later of two people is told what the earlier one did, and keeps what they wrote."""
    stale = error.problem.code == "judge.stale"
    with desk.ledger() as book:
        one, report = _the_one(book, target)
        seen = shown(book, one, report, blind_of=blind_of)
    blind = "1" if blind_of else ""
    if verdict != "correct":
        return part(
            request, "panel.html", status=409 if stale else 422, shown=seen, message=str(error), blind=blind
        )
    entries = form_of(type(one), seen.row, sent)
    return part(
        request,
        "edit.html",
        status=409 if stale else 422,
        shown=seen,
        entries=entries,
        message=str(error),
        reason="",
        blind=blind,
    )


def _done(request: Request, desk: Desk, judgement: Judgement, person: Person, blind: str) -> Response:
    """Back to the reading room, or only the part of it beside the text."""
    with desk.ledger() as book:
        try:
            one, report = the_one(book, judgement.one)
        except CenotaphError:
            # What was added by hand and then undone stands nowhere any more.
            if is_part(request):
                return HTMLResponse("", 205)
            return RedirectResponse(report_address(judgement.report or ""), 303)
        if is_part(request):
            seen = shown(book, one, report, blind_of=person.name if blind else None)
            return part(request, "panel.html", shown=seen, message=None, blind=blind)
    kind = {"claim": one.id} if isinstance(one, Claim) else {"handling": one.id}
    return RedirectResponse(f"{report_address(report.id, **kind, blind=blind)}#{one.id}", 303)


def _check_own(desk: Desk, target: str, person: Person) -> None:
    """Only editors take back what others judged."""
    with desk.ledger() as book:
        one, report = _the_one(book, target)
        last = shown(book, one, report).last
    if last is not None and last["by"] != person.name:
        raise HTTPException(403, f"This was judged by {last['by']}; only an editor can take it back.")


def _own_last(desk: Desk, person: Person) -> str:
    with desk.ledger() as book:
        own = [one for one in book.judgements(JudgementFilter(by=person.name)) if one.verdict != "undo"]
        undone = {one.undoes for one in book.judgements(JudgementFilter()) if one.undoes}
    for one in reversed(own):
        if one.id not in undone:
            return one.id
    raise HTTPException(422, f"There is nothing of {person.name}'s that could be undone.")


def _the_one(book: Ledger, identity: str) -> tuple[Claim | Handling, Report]:
    try:
        return the_one(book, identity)
    except CenotaphError as error:
        raise HTTPException(404, str(error)) from error


def _the_report(book: Ledger, id_: str) -> Report:
    found = next(book.reports(id_), None)
    if found is None:
        raise HTTPException(404, f"There is no report {id_!r} in this ledger.")
    return found[0]
