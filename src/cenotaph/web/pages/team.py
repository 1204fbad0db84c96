"""Logging in and out, and the accounts that editors look after."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from cenotaph.problems import CenotaphError
from cenotaph.web.desk import Desk, DeskOf
from cenotaph.web.look.addresses import own_address
from cenotaph.web.page import page
from cenotaph.web.people import COOKIE, Editor, Reader, check_token, own_form
from cenotaph.web.team import ROLES, Accounts, Role

router = APIRouter()

_NOBODY = "nobody"
"""The session of whoever has not logged in yet."""

Name = Annotated[str, Form(max_length=60)]
Password = Annotated[str, Form(max_length=1000)]
Back = Annotated[str, Query(max_length=3000)]


async def _login_form(request: Request, desk: DeskOf) -> None:
    await check_token(request, desk, _NOBODY)


@router.get("/login", response_class=HTMLResponse)
def login_page(request: Request, desk: DeskOf, back: Back = "/") -> Response:
    """The form to log in by."""
    if desk.accounts is None:
        return RedirectResponse("/", 303)
    return _login_page(request, desk, back, None)


@router.post("/login", response_class=HTMLResponse, dependencies=[Depends(_login_form)])
def log_in(
    request: Request,
    desk: DeskOf,
    name: Name = "",
    password: Password = "",
    back: Annotated[str, Form(max_length=3000)] = "/",
) -> Response:
    """Begin a session."""
    accounts = _accounts(desk)
    try:
        secret = accounts.log_in(name, password)
    except CenotaphError as error:
        return _login_page(request, desk, back, str(error), 429)
    if secret is None:
        accounts.note(name, "was refused")
        return _login_page(request, desk, back, "This name and this password do not belong together.", 401)
    accounts.note(name, "logged in")
    answer = RedirectResponse(own_address(back), 303)
    secure = "https" in (request.url.scheme, request.headers.get("x-forwarded-proto"))
    answer.set_cookie(COOKIE, secret, httponly=True, samesite="lax", secure=secure, path="/")
    return answer


@router.post("/logout", response_class=RedirectResponse, status_code=303, dependencies=[Depends(own_form)])
def log_out(desk: DeskOf, person: Reader) -> Response:
    """End the session."""
    accounts = _accounts(desk)
    accounts.log_out(person.session)
    accounts.note(person.name, "logged out")
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE, path="/")
    return answer


@router.get("/team", response_class=HTMLResponse)
def team(request: Request, desk: DeskOf, person: Editor) -> HTMLResponse:
    """The accounts, and the log of who did what."""
    return _team_page(request, desk, None)


@router.post("/team", response_class=HTMLResponse, dependencies=[Depends(own_form)])
def change(
    request: Request,
    desk: DeskOf,
    person: Editor,
    name: Name = "",
    role: Annotated[Role, Form()] = "reader",
    password: Password = "",
    what: Annotated[Literal["put", "remove"], Form()] = "put",
) -> Response:
    """Add an account, change one, or take one away. The last editor stays."""
    accounts = _accounts(desk)
    try:
        _keep_an_editor(accounts, name, role if what == "put" else "reader")
        if what == "put":
            accounts.put(name, role, password or None)
        else:
            accounts.remove(name)
    except CenotaphError as error:
        return _team_page(request, desk, str(error), 422)
    return RedirectResponse("/team", 303)


def _keep_an_editor(accounts: Accounts, name: str, role: Role) -> None:
    editors = {one.name for one in accounts.all() if one.role == "editor"}
    if editors == {name} and role != "editor":
        raise CenotaphError(f"{name} is the only editor; make another one first.")


def _login_page(
    request: Request, desk: Desk, back: str, message: str | None, status: int = 200
) -> HTMLResponse:
    request.state.token = desk.tokens.of(_NOBODY)
    return page(request, "login.html", status=status, back=own_address(back), message=message)


def _team_page(request: Request, desk: Desk, message: str | None, status: int = 200) -> HTMLResponse:
    accounts = desk.accounts
    everybody = accounts.all() if accounts else []
    log = accounts.log() if accounts else []
    return page(
        request, "team.html", status=status, everybody=everybody, log=log, roles=ROLES, message=message,
        is_team=accounts is not None,
    )  # fmt: skip


def _accounts(desk: Desk) -> Accounts:
    if desk.accounts is None:
        raise HTTPException(404, "This workbench has no accounts; start it with --accounts.")
    return desk.accounts
