"""Persons: whom reports name as dead, wounded, missing or captured."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from cenotaph.web.pages.asked import Asked, has_words
from cenotaph.web.pages.claims import CHOICES
from cenotaph.web.pages.pictures import PictureOf, pictured
from cenotaph.web.pages.windows import PAGE, Pages
from cenotaph.web.people import Reader

router = APIRouter()


@router.get("/persons", response_class=HTMLResponse)
def persons(
    request: Request,
    person: Reader,
    picture: PictureOf,
    asked: Asked,
    name: Annotated[str, Query(max_length=200)] = "",
) -> HTMLResponse:
    """The persons, filtered, and who of them may be one person under several spellings."""
    found = [
        one for one in picture.people.persons
        if any(has_words(spelling, name) for spelling in (one.name, *one.spellings))
        and (not asked.side or any(has_words(side, asked.side) for side in one.sides))
        and (not asked.place or any(has_words(place, asked.place) for place in one.places))
        and (not asked.harm or asked.harm in one.harms) and (not asked.role or asked.role in one.roles)
        and (not asked.claimant or any(has_words(who, asked.claimant) for who in one.claimants))
    ]  # fmt: skip
    return pictured(
        request,
        picture,
        "persons.html",
        asked=asked,
        name=name,
        choices=CHOICES,
        rows=found[(asked.page - 1) * PAGE : asked.page * PAGE],
        matches=[match for match in picture.people.matches][:50] if asked.page == 1 and not name else [],
        names={one.id: one.name for one in picture.people.persons},
        pages=Pages(asked.page, len(found)),
    )


@router.get("/persons/{person_id}", response_class=HTMLResponse)
def one(request: Request, person: Reader, picture: PictureOf, person_id: str) -> HTMLResponse:
    """One person with every sentence that names them."""
    found = next((each for each in picture.people.persons if each.id == person_id), None)
    if found is None:
        raise HTTPException(404, f"There is no person {person_id!r} in this ledger any more.")
    return pictured(
        request,
        picture,
        "person.html",
        one=found,
        matches=[match for match in picture.people.matches if person_id in (match.one, match.other)],
        names={each.id: each.name for each in picture.people.persons},
    )
