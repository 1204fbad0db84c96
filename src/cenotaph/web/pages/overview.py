"""The first page: what stands, over time and on the map; what is new, what went wrong, what waits."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from cenotaph.ledger import ClaimFilter, ReportFilter, Window, list_claims, list_reports
from cenotaph.reconcile import POLICIES
from cenotaph.rows import claim_row
from cenotaph.web.desk import DeskOf
from cenotaph.web.drawings.chart import has_days, series_chart
from cenotaph.web.drawings.map import map_of
from cenotaph.web.page import page
from cenotaph.web.pages.figures import policy_of
from cenotaph.web.pages.paths import everywhere, ways
from cenotaph.web.pages.pictures import PictureOf, pictured
from cenotaph.web.pages.series import all_series, heading
from cenotaph.web.people import Reader
from cenotaph.web.reviewing import queue

router = APIRouter()

_FIGURES, _NEWEST, _WAITING = 10, 8, 8


@router.get("/", response_class=HTMLResponse)
def overview(
    request: Request,
    desk: DeskOf,
    person: Reader,
    picture: PictureOf,
    policy: Annotated[str, Query(max_length=30)] = "",
    chart: Annotated[int, Query(ge=0, le=1000, description="Which of the charts to draw.")] = 0,
) -> HTMLResponse:
    """The overview of the dossier."""
    name = policy_of(picture, policy)
    groups = [group for group in all_series(picture) if any(map(has_days, group))]
    with desk.ledger() as book:
        newest = list_claims(book, ClaimFilter(), Window("read", descending=True, size=_NEWEST))
        reports = list_reports(book, ReportFilter(), Window(size=0)).total
        if reports == 0:
            return page(request, "welcome.html")
        unjudged = list_claims(book, ClaimFilter(verdict="unjudged"), Window(size=0)).total
        rows = [claim_row(claim, report, book.place(claim.place_key)) for claim, report in newest.rows]
        problems = sum(1 for _ in book.problems())
    chosen = groups[min(chart, len(groups) - 1)] if groups else []
    return pictured(
        request,
        picture,
        "overview.html",
        policy=POLICIES[name],
        policies=POLICIES,
        figures=[one for one in picture.tallies(name) if one.part is None][:_FIGURES],
        groups=[heading(group[0]) for group in groups[:12]],
        chart_number=chart,
        chart=series_chart(chosen, picture.disputes, heading(chosen[0])) if chosen else None,
        map=map_of(everywhere(picture).spots[:150], ways(picture.flow), "Places and ways"),
        newest=rows,
        counts={"reports": reports, "claims": newest.total, "unjudged": unjudged, "problems": problems,
                "origins": picture.independence.at_most, "disputes": len(picture.disputes)},
        waiting=queue(picture)[:_WAITING],
    )  # fmt: skip
