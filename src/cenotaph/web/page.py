"""Answering with a page, or with a page that says why there is none."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from cenotaph.web.look.navigation import NAVIGATION
from cenotaph.web.look.templates import rendered


def page(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """The page of a template, with what every page shows."""
    desk = request.app.state.desk
    shared = {
        "request": request,
        "dossier": desk.name,
        "navigation": NAVIGATION,
        "here": request.url.path,
        "person": getattr(request.state, "person", None),
        "token": getattr(request.state, "token", ""),
        "query": dict(request.query_params),
    }
    return HTMLResponse(rendered(template, **shared, **context), status)


def part(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """A part of a page for a script that asks for it; for everybody else the same part as a page of its own."""
    if is_part(request):
        return page(request, template, status=status, **context)
    return page(request, "alone.html", status=status, inner=template, **context)


def is_part(request: Request) -> bool:
    """Whether a script of the page asks, for a part of it."""
    return request.headers.get("x-part") == "1"


def failure(
    request: Request, status: int, sentence: str, headers: Mapping[str, str] | None = None
) -> Response:
    """Why there is no such page, as a page, or as JSON for programs."""
    if request.url.path.startswith(("/api/", "/openapi.json")):
        answer: Response = JSONResponse({"detail": sentence}, status)
    else:
        answer = page(request, "failure.html", status=status, status_code=status, sentence=sentence)
    answer.headers.update(headers or {})
    return answer
