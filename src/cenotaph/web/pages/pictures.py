"""A page's picture of the ledger, or the page that asks to wait for the first one."""

from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse

from cenotaph.web.desk import DeskOf
from cenotaph.web.page import page
from cenotaph.web.people import Present
from cenotaph.web.standing import Picture


class NotYet(Exception):
    """What a page shows is not worked out yet; says what."""


def _picture(request: Request, desk: DeskOf, person: Present) -> Picture:
    found, is_now = desk.studio.picture()
    if found is None:
        raise NotYet("The reports are being compared with each other for the first time.")
    request.state.is_now = is_now
    return found


PictureOf = Annotated[Picture, Depends(_picture)]
"""A page's parameter: the newest picture of the ledger."""


def waiting(request: Request, error: Exception) -> HTMLResponse:
    """The page that is shown until what was asked for is worked out."""
    return page(request, "waiting.html", status=503, sentence=str(error))


def pictured(request: Request, picture: Picture, template: str, **context: Any) -> HTMLResponse:
    """A page over a picture; it says where the picture is older than the ledger."""
    return page(request, template, picture=picture, is_now=getattr(request.state, "is_now", True), **context)
