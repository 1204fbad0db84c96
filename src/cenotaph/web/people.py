"""Who is at work, what they may do, and that a form is theirs."""

from typing import Annotated, Literal, get_args

from fastapi import Depends, HTTPException, Request
from msgspec import Struct

from cenotaph.web.desk import DeskOf

Role = Literal["reader", "recorder", "editor"]
ROLES: tuple[Role, ...] = get_args(Role)
"""What people may be, each allowed what those before it are: read, judge and add reports, decide for all."""

TOKEN_FIELD = "token"


class Person(Struct, frozen=True):
    """Somebody at work, and the session they are in."""

    name: str
    role: Role
    session: str = ""

    def may(self, role: Role) -> bool:
        """Whether they have that role or a higher one."""
        return ROLES.index(self.role) >= ROLES.index(role)


def _present(request: Request, desk: DeskOf) -> Person:
    """Whoever is logged in; without accounts, whoever sits at this machine."""
    person = Person(desk.settings.person, "editor", "local")
    request.state.person = person
    request.state.token = desk.tokens.of(person.session)
    return person


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
    given = request.headers.get("x-csrf-token")
    if given is None:
        form = await request.form()
        given = str(form.get(TOKEN_FIELD, ""))
    if not desk.tokens.is_one(person.session, (given,)):
        raise HTTPException(403, "This form is older than the server or the session; load its page again.")


Reader = Annotated[Person, Depends(reader)]
Recorder = Annotated[Person, Depends(recorder)]
Editor = Annotated[Person, Depends(editor)]
