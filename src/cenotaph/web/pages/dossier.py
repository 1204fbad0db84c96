"""What the dossier is about: its profile, the policy of its figures, and who set them when and why."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from cenotaph.ledger import filed_profiles
from cenotaph.problems import CenotaphError
from cenotaph.reconcile import POLICIES
from cenotaph.run.profiles import (
    GENERIC,
    by_policy,
    file_profile,
    named_profile,
    profile_of,
    profile_text,
    shipped,
)
from cenotaph.web.desk import Desk, DeskOf
from cenotaph.web.page import page
from cenotaph.web.people import Editor, Reader, own_form

router = APIRouter()

_OWN = "own"

Word = Annotated[str, Form(max_length=60)]


@router.get("/dossier", response_class=HTMLResponse)
def dossier(request: Request, desk: DeskOf, person: Reader) -> HTMLResponse:
    """The profile that stands, and those before it."""
    return _page(request, desk, None)


@router.post("/dossier", response_class=HTMLResponse, dependencies=[Depends(own_form)])
def change(
    request: Request,
    desk: DeskOf,
    person: Editor,
    profile: Word = "",
    policy: Word = "",
    text: Annotated[str, Form(max_length=200_000)] = "",
    reason: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Give the dossier a profile that ships, one of its own as TOML, or its present one by another policy."""
    try:
        name, toml = _chosen(desk, profile, text)
        toml = by_policy(toml, policy) if policy else toml
        file_profile(desk.settings.ledger, name, toml, by=person.name, reason=reason)
    except CenotaphError as error:
        return _page(request, desk, str(error), status=422, text=text)
    return RedirectResponse("/dossier", 303)


def _chosen(desk: Desk, profile: str, text: str) -> tuple[str, str]:
    """The name and the TOML: pasted, of a shipped profile, or as it stands. No file of this machine is opened."""
    if text.strip():
        return _OWN, text.replace("\r\n", "\n")
    if profile in shipped():
        return profile, profile_text(profile)
    with desk.ledger() as book:
        filed = filed_profiles(book.connection)
    return (filed[-1].name, filed[-1].text) if filed else (GENERIC, profile_text(GENERIC))


def _page(
    request: Request, desk: Desk, message: str | None, *, status: int = 200, text: str = ""
) -> HTMLResponse:
    with desk.ledger() as book:
        present, filed = profile_of(book), filed_profiles(book.connection)
    return page(
        request,
        "dossier.html",
        status=status,
        profile=present,
        toml=filed[-1].text if filed else profile_text(GENERIC),
        filed=filed[::-1],
        shipped=[(name, named_profile(name)) for name in shipped()],
        policies=POLICIES,
        text=text,
        message=message,
    )
