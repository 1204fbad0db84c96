"""The application: its pages, what guards them, and how it answers where a page cannot be had."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from cenotaph import __version__
from cenotaph.ledger import Store
from cenotaph.problems import CenotaphError
from cenotaph.web.annex import HAS_ANNEXES, Annexes, Relay, work
from cenotaph.web.desk import Desk
from cenotaph.web.guard import Guard
from cenotaph.web.page import failure
from cenotaph.web.pages import ROUTERS
from cenotaph.web.pages.finished import finish
from cenotaph.web.pages.pictures import NotYet, is_pictured, waiting
from cenotaph.web.people import Reader
from cenotaph.web.settings import Settings
from cenotaph.web.standing import Gallery, Studio


def workbench(settings: Settings) -> FastAPI:
    """The application on a ledger, which is made if there is none. LedgerError if it cannot be opened."""
    with Store(settings.ledger):
        pass
    studio = Studio(settings.ledger, finish, has_annexes=HAS_ANNEXES)
    app = _application(Desk(settings, studio))
    if HAS_ANNEXES:
        annexes = app.state.annexes = Annexes(settings, app.state.desk.tokens.key, work, studio.fail)
        app.add_middleware(Relay, annexes=annexes, is_for_annex=_is_for_annex)
    return _guarded(app)


def annexed(settings: Settings, key: bytes) -> FastAPI:
    """The same for an annex, over the one picture that it makes first."""
    return _guarded(_application(Desk(settings, Gallery(settings.ledger, finish), key)))


def _application(desk: Desk) -> FastAPI:
    app = FastAPI(
        title="Cenotaph",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        # Served below, to those who may read.
        openapi_url=None,
        lifespan=_lifespan,
        description="The pages of the workbench, and the rows behind them under /api.",
    )
    app.state.desk = desk
    app.mount("/static", StaticFiles(directory=str(files("cenotaph.web").joinpath("static"))), "static")
    for router in ROUTERS:
        app.include_router(router)
    app.get("/openapi.json", include_in_schema=False)(_description)
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(RequestValidationError, _on_bad_request)
    app.add_exception_handler(CenotaphError, _on_error)
    app.add_exception_handler(NotYet, waiting)
    return app


def _is_for_annex(scope: Scope) -> bool:
    """Whether a request is for a page that is made of a picture."""
    return any(route.matches(scope)[0] is Match.FULL for route in _pictured())


@cache
def _pictured() -> list[BaseRoute]:
    return [route for router in ROUTERS for route in router.routes if is_pictured(route)]


def _guarded(app: FastAPI) -> FastAPI:
    accounts = app.state.desk.accounts
    app.add_middleware(Guard, log=accounts.note if accounts else None)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    if hasattr(app.state, "annexes"):
        app.state.annexes.close()
    app.state.desk.close()


def _description(request: Request, person: Reader) -> JSONResponse:
    """The OpenAPI description of every page and row."""
    return JSONResponse(request.app.openapi())


def _on_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return failure(request, error.status_code, str(error.detail), dict(error.headers or {}))


def _on_bad_request(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    sentences = "; ".join(f"{one['loc'][-1]}: {one['msg'].lower()}" for one in error.errors())
    return failure(request, 422, f"The address or form asks for something that does not exist ({sentences}).")


def _on_error(request: Request, error: Exception) -> Response:
    return failure(request, 503, str(error))
