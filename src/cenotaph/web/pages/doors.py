"""Doors out: rows as JSON under /api, downloads in every export, and the methodology."""

import re
from importlib.resources import files
from tempfile import SpooledTemporaryFile
from typing import IO, Annotated, Any, cast

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, Response, StreamingResponse

from cenotaph import __version__
from cenotaph.export import EXPORTS
from cenotaph.export.reckoning_rows import dispute_rows, series_rows, tally_row
from cenotaph.ledger import ReportFilter, list_claims, list_reports
from cenotaph.reconcile import POLICIES
from cenotaph.rows import claim_row, handling_row
from cenotaph.run.exporting import Wanted, export
from cenotaph.run.finder import finder_version
from cenotaph.run.profiles import profile_of
from cenotaph.web.desk import DeskOf
from cenotaph.web.page import page
from cenotaph.web.pages.asked import Asked
from cenotaph.web.pages.claims import CHOICES, ClaimsAsked
from cenotaph.web.pages.disputes import disputes_asked
from cenotaph.web.pages.figures import FiguresAsked, figures_asked, policy_of
from cenotaph.web.pages.handlings import HandlingsAsked
from cenotaph.web.pages.pictures import PictureOf
from cenotaph.web.pages.reports import ReportsAsked
from cenotaph.web.pages.series import series_asked
from cenotaph.web.pages.windows import PAGE, window
from cenotaph.web.people import Reader

router = APIRouter()

_IN_MEMORY = 8_000_000
_CHUNK = 1 << 16

Rows = dict[str, Any]
"""What every list under /api answers: how many things meet the conditions, and the rows of one page of them."""


@router.get("/api/claims")
def claims(desk: DeskOf, person: Reader, asked: Annotated[ClaimsAsked, Query()]) -> Rows:
    """Claim rows, as the command line gives them."""
    with desk.ledger() as book:
        found = list_claims(book, asked.wanted(), window(asked.sort, asked.page, "read"))
        rows = [claim_row(claim, report, book.place(claim.place_key)) for claim, report in found.rows]
    return {"total": found.total, "rows": rows}


@router.get("/api/handlings")
def handlings(desk: DeskOf, person: Reader, asked: Annotated[HandlingsAsked, Query()]) -> Rows:
    """Handling rows."""
    with desk.ledger() as book:
        rows = [handling_row(*one) for one in book.handlings(asked.wanted())]
    return {"total": len(rows), "rows": rows[(asked.page - 1) * PAGE : asked.page * PAGE]}


@router.get("/api/reports")
def reports(desk: DeskOf, person: Reader, asked: Annotated[ReportsAsked, Query()]) -> Rows:
    """Reports, without their texts."""
    wanted = ReportFilter(text=asked.text or None, outlet=asked.outlet or None,
                          from_=asked.from_ or None, until=asked.until or None)  # fmt: skip
    with desk.ledger() as book:
        found = list_reports(book, wanted, window(asked.sort, asked.page, "-published"))
    fields = found.rows[0].__struct_fields__ if found.rows else ()
    rows = [{name: getattr(row, name) for name in fields} for row in found.rows]
    return {"total": found.total, "rows": rows}


@router.get("/api/tally")
def tally(
    request: Request, person: Reader, picture: PictureOf, asked: Annotated[FiguresAsked, Query()]
) -> Rows:
    """The figures by a policy; `is_now` says whether they are of the ledger as it is now."""
    found = figures_asked(picture, asked, policy_of(picture, asked.policy))
    rows = [tally_row(one) for one in found[(asked.page - 1) * PAGE : asked.page * PAGE]]
    return {"total": len(found), "is_now": request.state.is_now, "rows": rows}


@router.get("/api/series")
def series(request: Request, person: Reader, picture: PictureOf, asked: Asked) -> Rows:
    """Each figure of each series, as many series as a page has."""
    found = [one for group in series_asked(picture, asked) for one in group]
    rows = list(series_rows(found[(asked.page - 1) * PAGE : asked.page * PAGE]))
    return {"total": len(found), "is_now": request.state.is_now, "rows": rows}


@router.get("/api/disputes")
def disputes(request: Request, person: Reader, picture: PictureOf, asked: Asked) -> Rows:
    """Each position in each dispute, as many disputes as a page has."""
    found = disputes_asked(picture, asked)
    rows = list(dispute_rows(found[(asked.page - 1) * PAGE : asked.page * PAGE]))
    return {"total": len(found), "is_now": request.state.is_now, "rows": rows}


@router.get("/downloads", response_class=HTMLResponse)
def downloads(request: Request, person: Reader) -> HTMLResponse:
    """Every export, with what it is."""
    return page(request, "downloads.html", exports=EXPORTS, choices=CHOICES, policies=POLICIES)


@router.get("/download/{format_}", response_class=StreamingResponse)
def download(
    desk: DeskOf,
    person: Reader,
    format_: str,
    asked: Annotated[ClaimsAsked, Query()],
    policy: Annotated[str, Query(max_length=30)] = "",
) -> Response:
    """One export of the claims that meet a filter. Private persons and protected sources are withheld."""
    if format_ not in EXPORTS or (policy and policy not in POLICIES):
        raise HTTPException(404, f"There is no export {format_!r} by {policy or 'any rules'!r}.")
    # Read while it is sent, so that it cannot be closed here.
    out = cast(IO[bytes], SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115
    export(desk.settings.ledger, format_, out, Wanted(claims=asked.wanted(), policy=policy or None))  # type: ignore[arg-type]
    out.seek(0)
    name = re.sub(r"[^\w-]+", "-", desk.name) + EXPORTS[format_].ending
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    chunks = iter(lambda: out.read(_CHUNK), b"")
    return StreamingResponse(chunks, media_type=EXPORTS[format_].media_type, headers=headers)


@router.get("/method", response_class=HTMLResponse)
def method(request: Request, desk: DeskOf, person: Reader) -> HTMLResponse:
    """How figures are made here, and how often they are wrong: from the code, the profile and the last measurement."""
    with desk.ledger() as book:
        profile = profile_of(book)
    table = files("cenotaph.web").joinpath("data", "accuracy.md").read_text("utf-8")
    lines = [
        [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
        for line in table.splitlines()
        if line.startswith("|")
    ]
    return page(
        request,
        "method.html",
        version=__version__,
        finder=finder_version(),
        profile=profile,
        policies=POLICIES,
        head=lines[0],
        measured=lines[2:],
    )
