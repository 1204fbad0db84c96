"""A page's picture of the ledger, or the page that asks to wait for the first one."""

from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.dependencies.models import Dependant
from fastapi.responses import HTMLResponse
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from cenotaph.web.desk import DeskOf
from cenotaph.web.page import page
from cenotaph.web.people import Present
from cenotaph.web.standing import Picture

_PATIENCE = 1.0
"""Seconds that a page waits for a picture which it can do without."""


class NotYet(Exception):
    """What a page shows is not worked out yet; says what."""


def _picture(request: Request, desk: DeskOf, person: Present) -> Picture:
    found, request.state.is_now = desk.pictures.picture()
    if found is None:
        raise NotYet("The reports are being compared with each other for the first time.")
    return found


def _perhaps(request: Request, desk: DeskOf, person: Present) -> Picture | None:
    found, request.state.is_now = desk.pictures.picture(patience=_PATIENCE)
    return found


PictureOf = Annotated[Picture, Depends(_picture)]
"""A page's parameter: the newest picture of the ledger."""

PerhapsPicture = Annotated[Picture | None, Depends(_perhaps)]
"""The same for a page that is of use without one too."""


def is_pictured(route: BaseRoute) -> bool:
    """Whether the page is made of a picture."""
    return isinstance(route, APIRoute) and _asks_for_one(route.dependant)


def _asks_for_one(dependant: Dependant) -> bool:
    return dependant.call in (_picture, _perhaps) or any(map(_asks_for_one, dependant.dependencies))


def waiting(request: Request, error: Exception) -> HTMLResponse:
    """The page that is shown until what was asked for is worked out."""
    return page(request, "waiting.html", status=503, sentence=str(error))


def pictured(request: Request, picture: Picture, template: str, **context: Any) -> HTMLResponse:
    """A page over a picture; it says where the picture is older than the ledger."""
    return page(request, template, picture=picture, is_now=getattr(request.state, "is_now", True), **context)
