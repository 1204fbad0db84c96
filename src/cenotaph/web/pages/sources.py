"""The sources: whom reports credit, under which names; which names are one source, and what a source is."""

from collections.abc import Mapping
from typing import Annotated, get_args

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from cenotaph.run import Draft, Refused, judge_one
from cenotaph.run.sources import SourceRow
from cenotaph.trace import SourceKind
from cenotaph.web.desk import DeskOf
from cenotaph.web.look.addresses import with_query
from cenotaph.web.page import failure
from cenotaph.web.pages.asked import has_words
from cenotaph.web.pages.pairing import Thing, Why, said_of
from cenotaph.web.pages.pictures import PictureOf, pictured
from cenotaph.web.pages.windows import PAGE, PageNumber, Pages
from cenotaph.web.people import Reader, Recorder, own_form
from cenotaph.web.standing import Picture

router = APIRouter()

_CANDIDATES = 20

Name = Annotated[str, Query(max_length=500)]
Field = Annotated[str, Form(max_length=200)]


@router.get("/sources", response_class=HTMLResponse)
def sources(
    request: Request,
    person: Reader,
    picture: PictureOf,
    name: Name = "",
    kind: Name = "",
    side: Name = "",
    number: Annotated[PageNumber, Query(alias="page")] = 1,
) -> HTMLResponse:
    """Whom the reports credit, under which names, for how many claims."""
    found = [
        row for row in picture.sources
        if any(has_words(one, name) for one in (row["name"], *row["names"]))
        and kind in ("", row["kind"]) and has_words(row["side"], side)
    ]  # fmt: skip
    return pictured(
        request,
        picture,
        "sources.html",
        name=name,
        kind=kind,
        side=side,
        kinds=sorted({row["kind"] for row in picture.sources}),
        rows=found[(number - 1) * PAGE : number * PAGE],
        pages=Pages(number, len(found)),
    )


@router.get("/source", response_class=HTMLResponse)
def source(
    request: Request,
    desk: DeskOf,
    person: Reader,
    picture: PictureOf,
    name: Name,
    with_: Annotated[
        str, Query(alias="with", max_length=200, description="Sources of that name, to be said one with it.")
    ] = "",
) -> HTMLResponse:
    """One source: what it is, each name with the sentences that credit it, and which others may be the same. A name
    that reports gave it leads to its source."""
    found = next(
        (row for row in picture.sources if row["named"] and name in (row["name"], *row["names"])), None
    )
    if found is None:
        raise HTTPException(404, f"There is no source {name!r} in this ledger any more.")
    with desk.ledger() as book:
        said = said_of(book, "source", (found["name"], *found["names"]))
    return pictured(
        request,
        picture,
        "source.html",
        one=found,
        address=with_query("/source", {"name": found["name"]}),
        credits={each: _crediting(picture, each) for each in found["names"]},
        kinds=get_args(SourceKind),
        with_=with_,
        candidates=_candidates(picture, found, with_),
        said=[row for row in said if row["other"]],
        corrections=[row for row in said if not row["other"]],
    )


@router.post(
    "/judge/source", response_class=RedirectResponse, status_code=303, dependencies=[Depends(own_form)]
)
def correct_source(
    request: Request,
    desk: DeskOf,
    person: Recorder,
    picture: PictureOf,
    name: Thing,
    kind: Field = "",
    side: Field = "",
    belongs_to: Field = "",
    protected: Field = "",
    reason: Why = "",
) -> Response:
    """Say what a source is; only what differs from what the page showed is filed."""
    row = next((row for row in picture.sources if row["named"] and row["name"] == name), None)
    if row is None:
        return failure(request, 404, f"There is no source {name!r} in this ledger any more.")
    given = {"kind": kind, "side": side, "belongs_to": belongs_to, "protected": protected}
    fields = {field: value.strip() for field, value in given.items() if value.strip() != _shown(row)[field]}
    if not fields:
        return failure(request, 422, f"Nothing that you wrote of {name} differs from what stands.")
    draft = Draft(id=name, subject="source", verdict="correct", by=person.name, reason=reason, fields=fields)
    try:
        judge_one(desk.settings.ledger, draft)
    except Refused as error:
        return failure(request, 422, str(error))
    return RedirectResponse(with_query("/source", {"name": name}), 303)


def _shown(row: SourceRow) -> Mapping[str, str]:
    """What the form showed of the fields that can be corrected."""
    return {
        "kind": row["kind"],
        "side": row["side"] or "",
        "belongs_to": row["house"] or "",
        "protected": "yes" if row["protected"] else "no",
    }


def _crediting(picture: Picture, name: str) -> list[str]:
    """A claim for each sentence whose figures the name is credited with."""
    crediting = (id_ for id_, told in picture.statements.items() if name in told.claim.sources)
    return list({picture.sentence(id_): id_ for id_ in crediting}.values())


def _candidates(picture: Picture, one: SourceRow, name: str) -> list[SourceRow]:
    """Other sources of that name, for somebody who looks for one."""
    others = (
        row for row in picture.sources
        if name and row["named"] and row["name"] != one["name"]
        and any(has_words(each, name) for each in (row["name"], *row["names"]))
    )  # fmt: skip
    return list(others)[:_CANDIDATES]
