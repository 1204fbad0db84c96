"""Who asks for a page, what they may do, and that a form is theirs."""

from typing import Annotated, NoReturn

from fastapi import Depends, HTTPException, Request

from cenotaph.web.desk import DeskOf
from cenotaph.web.look.addresses import with_query
from cenotaph.web.team import Person, Role

COOKIE = "cenotaph"
TOKEN_FIELD = "token"
LOCAL = "local"
"""The session of whoever sits at this machine, where there are no accounts."""


def _present(request: Request, desk: DeskOf) -> Person:
    """Whoever is logged in; without accounts, whoever sits at this machine."""
    if desk.accounts is None:
        person: Person | None = Person(desk.settings.person, "editor", LOCAL)
    else:
        person = desk.accounts.person(request.cookies.get(COOKIE, ""))
    if person is None:
        _send_to_login(request)
    request.state.person = person
    request.state.token = desk.tokens.of(person.session)
    return person


def _send_to_login(request: Request) -> NoReturn:
    """Pages lead to the login and back; programs and scripts are told."""
    if (
        request.method != "GET"
        or request.url.path.startswith(("/api/", "/openapi.json"))
        or request.headers.get("x-part")
    ):
        raise HTTPException(401, "Nobody is logged in; log in first.")
    back = str(request.url.replace(scheme="", netloc=""))
    raise HTTPException(303, "Log in first.", {"location": with_query("/login", {"back": back})})


Present = Annotated[Person, Depends(_present)]


def reader(person: Present) -> Person:
    """Whoever may read."""
    return person


def recorder(person: Present) -> Person:
    """Whoever may judge claims and add reports."""
    return _having(person, "recorder")


def editor(person: Present) -> Person:
    """Whoever may decide for all."""
    return _having(person, "editor")


def _having(person: Person, role: Role) -> Person:
    if not person.may(role):
        raise HTTPException(
            403, f"{person.name} is a {person.role}, and this takes a {role}; ask an editor of the dossier."
        )
    return person


async def own_form(request: Request, desk: DeskOf, person: Present) -> None:
    """Refuse a form without the secret word of the session."""
    await check_token(request, desk, person.session)


async def check_token(request: Request, desk: DeskOf, session: str) -> None:
    """Refuse a form without the secret word of that session."""
    given = request.headers.get("x-csrf-token")
    if given is None:
        form = await request.form()
        given = str(form.get(TOKEN_FIELD, ""))
    if not desk.tokens.is_one(session, (given,)):
        raise HTTPException(403, "This form is older than the server or the session; load its page again.")


Reader = Annotated[Person, Depends(reader)]
Recorder = Annotated[Person, Depends(recorder)]
Editor = Annotated[Person, Depends(editor)]
