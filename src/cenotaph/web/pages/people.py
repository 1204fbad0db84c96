"""Persons: whom reports name as dead, wounded, missing or captured; who of them are one, and who are not."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from cenotaph.reconcile import Match, Person
from cenotaph.web.desk import DeskOf
from cenotaph.web.pages.asked import Asked, has_words
from cenotaph.web.pages.claims import CHOICES
from cenotaph.web.pages.pairing import said_of
from cenotaph.web.pages.pictures import PictureOf, pictured
from cenotaph.web.pages.windows import PAGE, Pages
from cenotaph.web.people import Reader
from cenotaph.web.standing import Picture

router = APIRouter()

_MATCHES, _CANDIDATES = 50, 20


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
        if _goes_by(one, name)
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
        matches=picture.people.matches[:_MATCHES] if asked.page == 1 and not name else (),
        names={one.id: one.name for one in picture.people.persons},
        pages=Pages(asked.page, len(found)),
    )


@router.get("/persons/{person_id}", response_class=HTMLResponse)
def one(
    request: Request,
    desk: DeskOf,
    person: Reader,
    picture: PictureOf,
    person_id: str,
    with_: Annotated[
        str,
        Query(alias="with", max_length=200, description="Persons of that name, to be said one with this."),
    ] = "",
) -> HTMLResponse:
    """One person with every sentence that names them, and who may be the same. Any mention leads to its person."""
    found = next((each for each in picture.people.persons if person_id in each.mentions), None)
    if found is None:
        raise HTTPException(404, f"There is no person {person_id!r} in this ledger any more.")
    with desk.ledger() as book:
        said = said_of(book, "person", found.mentions)
    return pictured(
        request,
        picture,
        "person.html",
        one=found,
        mentions=[(id_, id_.partition("#")[0], _name(picture, id_)) for id_ in found.mentions],
        matches=_matches(picture, found),
        with_=with_,
        candidates=_candidates(picture, found, with_),
        said=said,
        names={id_: _name(picture, id_) for row in said for id_ in (row["one"], row["other"] or "")},
        by_id={each.id: each for each in picture.people.persons},
    )


def _goes_by(one: Person, name: str) -> bool:
    return any(has_words(spelling, name) for spelling in (one.name, *one.spellings))


def _matches(picture: Picture, one: Person) -> Sequence[tuple[str, Match]]:
    """Who may be the same, each with the match that says why."""
    return [
        (match.other if match.one == one.id else match.one, match)
        for match in picture.people.matches
        if one.id in (match.one, match.other)
    ]


def _candidates(picture: Picture, one: Person, name: str) -> Sequence[Person]:
    """Other persons of that name, for somebody who looks for one."""
    others = (each for each in picture.people.persons if each.id != one.id and _goes_by(each, name))
    return list(others)[:_CANDIDATES] if name else []


def _name(picture: Picture, mention: str) -> str:
    """The name that a mention has in its report; its id where the claim stands no more."""
    id_, _, number = mention.partition("#")
    told = picture.statements.get(id_)
    names = told.claim.names if told else ()
    at = int(number) - 1 if number.isdigit() else 0
    return names[at] if at < len(names) else mention
