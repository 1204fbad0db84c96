"""The ways in which one outlet tells what another heard from somebody: whoever told it comes first, the mouth behind."""

from itertools import product

import pytest

from cenotaph.find import find
from cenotaph.model import Report

FORMS = [
    "{outlet} quoted {teller} as saying that shelling killed nine soldiers.",
    "Shelling killed nine soldiers, {outlet} quoted {teller} as saying.",
    "Shelling killed nine soldiers, {teller} was quoted as saying by {outlet}.",
    "Shelling killed nine soldiers, {teller} said, as quoted by {outlet}.",
    "Shelling killed nine soldiers, says {teller}, quoted by {outlet}.",
    "Shelling killed nine soldiers, {outlet} reported, citing {teller}.",
    "Shelling killed nine soldiers, according to {outlet}, which cited {teller}.",
    "Shelling killed nine soldiers, according to {outlet}, citing {teller}.",
    "Shelling killed nine soldiers, {outlet} reports with reference to {teller}.",
    "Shelling killed nine soldiers, {teller} told {outlet}.",
    "Shelling killed nine soldiers, {teller} said in an interview with {outlet}.",
    "Shelling killed nine soldiers, {teller} said in comments carried by {outlet}.",
    "Shelling killed nine soldiers, {teller} said in a statement published by {outlet}.",
    "Shelling killed nine soldiers, {teller} said, {outlet} reported.",
    "Shelling killed nine soldiers, according to {teller}, {outlet} reports.",
    "According to {outlet}, {teller} said shelling killed nine soldiers.",
    "On Monday, according to {outlet}, {teller} said that shelling killed nine soldiers.",
    "{outlet} writes that, according to {teller}, shelling killed nine soldiers.",
]
TELLERS = ["the port ministry", "Ann Roe", "Chad's army"]
OUTLETS = ["Reuters", "the Valley Post newspaper"]


@pytest.mark.parametrize(("form", "teller", "outlet"), list(product(FORMS, TELLERS, OUTLETS)))
def test_a_chain_begins_with_whoever_told_it(form: str, teller: str, outlet: str) -> None:
    text = form.format(teller=teller, outlet=outlet)
    report = Report(id="r", text=text[0].upper() + text[1:], published="2023-05-01")
    (chain,) = (claim.sources for claim in find(report).claims)
    told, heard = chain[0].lower(), chain[-1].lower()
    assert (told.removeprefix("the "), len(chain)) == (teller.lower().removeprefix("the "), 2)
    assert heard.removeprefix("the ") in outlet.lower()


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Shelling killed nine soldiers, according to Ann Roe, the head of the port.", ("ann roe",)),
        ("Fighting in Ayr by rebels killed nine soldiers, according to Ann Roe, the mayor.", ("ann roe",)),
        ("Shelling killed nine soldiers, police said, while Reuters reported a fire.", ("police",)),
        ("According to police, nine soldiers died in shelling. Reuters reported a fire.", ("police",)),
        ("The army, which according to Reuters lost a tank, said shelling killed nine soldiers.", ("army",)),
    ],
)
def test_what_else_an_outlet_has_makes_no_chain(text: str, chain: tuple[str, ...]) -> None:
    (found,) = (claim.sources for claim in find(Report(id="r", text=text, published="2023-05-01")).claims)
    assert tuple(name.lower().removeprefix("the ") for name in found) == chain
