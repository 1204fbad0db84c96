"""Who vouches and whose people somebody is are read wherever a sentence tells it: sentences that nobody wrote one by one."""

from collections.abc import Iterator
from itertools import cycle, product

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Claim, Report

_SOURCES = (
    ("the police", "the police"),
    ("army spokesmen", "army spokesmen"),
    ("a hospital spokesman", "a hospital spokesman"),
    ("General Paulo Neto", "Paulo Neto"),
    ("the Interior Ministry", "the Interior Ministry"),
    ("a rebel commander", "a rebel commander"),
    ("the Red Cross", "the Red Cross"),
    ("a doctor at the hospital", "a doctor at the hospital"),
    ("local residents", "local residents"),
    ("a nurse at the town's only clinic", "a nurse at the town's only clinic"),
    ("state television", "state television"),
    ("Ana Robledo, a spokeswoman for the army,", "Ana Robledo"),
)
_CREDITS = (
    "{S} said {C}",
    "{S} said that {C}",
    "{C}, {S} said",
    "{C}, said {S}",
    "According to {S}, {C}",
    "{C}, according to {S}",
    "{C} on Monday, according to {S}",
    "On Monday, according to {S}, {C}",
    "Yesterday, {S} said, {C}",
    "The governor met the press, although, according to {S}, {C}",
    "The road is open, but {S} reported that {C}",
    "{S} told reporters that {C}",
    "It was reported by {S} that {C}",
    "{S} announced on Tuesday that {C}",
    "In a statement, {S} said {C}",
    "{C}, {S} told reporters",
    "{C}, {S} added",
    "As {S} reported, {C}",
    "Meanwhile, {S} stated that {C}",
    "{S} said early today that {C}",
)
_TOLD = (
    "two soldiers were killed",
    "a bomb killed three people",
    "rebels kidnapped five farmers",
    "nine villagers were wounded by shelling",
)

_INTRODUCED = (
    "Rebels are to release {nation} {calling} {name} within days.",
    "{name}, a {nation} {calling}, had worked there for years.",
    "The {nation} {calling} {name} had worked there for years.",
    "{name} is a {nation} {calling}.",
    "Friends mourned {nation} {calling} {name} on Monday.",
    "A {nation} {calling}, {name}, came to the region in May.",
    "Relatives of {name}, a {calling} of {nation} nationality, asked for help.",
)
_NATIONS = (("Norwegian", "Norway"), ("U.S.", "United States"), ("French", "France"), ("Sudanese", "Sudan"))
_CALLINGS = ("anthropologist", "nurse", "aid worker", "soldier")
_HARMED = (
    "Gunmen shot {} dead.",
    "Rebels kidnapped {}.",
    "{} was taken hostage.",
    "The body of {} was found.",
)
_HEADS = (
    "The ELN fought the army in Arauca. ",
    "KABUL, Afghanistan (AP) - The Taliban attacked a base in Kandahar. ",
)


def _claims(text: str, at: int) -> tuple[Claim, ...]:
    """The claims of a text, in capitals for every other one."""
    return tuple(find(Report("r", text.upper() if at % 2 else text, "2024-05-06")).claims)


def _credited(named: str) -> Iterator[str]:
    told = cycle(_TOLD)
    for frame in _CREDITS:
        ends = frame.endswith("{S}") or "{S}," in frame
        sentence = frame.format(S=named.rstrip(",") if ends else named, C=next(told))
        yield f"Fighting went on in the east. {sentence[0].upper()}{sentence[1:]}."


@pytest.mark.parametrize(("named", "source"), _SOURCES)
def test_a_source_is_read_wherever_it_stands(named: str, source: str) -> None:
    wrong = list[tuple[str, list[tuple[str, ...]]]]()
    for at, text in enumerate(_credited(named)):
        told = [
            tuple(name.lower().removeprefix("the ") for name in claim.sources) for claim in _claims(text, at)
        ]
        if told != [(source.lower().removeprefix("the "),)]:
            wrong.append((text, told))
    assert wrong == []


@pytest.mark.parametrize("introduced", _INTRODUCED)
def test_a_person_is_of_the_nation_told_anywhere(introduced: str) -> None:
    harmed, heads, wrong = cycle(_HARMED), cycle(_HEADS), list[tuple[str, list[str | None]]]()
    for at, ((nation, side), calling) in enumerate(product(_NATIONS, _CALLINGS)):
        first = introduced.format(nation=nation, calling=calling, name="Bruce Olson")
        text = f"{next(heads)}{first} {next(harmed).format('Olson')}"
        sides = [claim.side for claim in _claims(text, at // 2)]
        if sides != [side]:
            wrong.append((text, sides))
    assert wrong == []


_HEADS_OF_WIRES = (
    "",
    "PARIS, 8 JAN 90 (AFP) -- [TEXT] ",
    "HAVANA (CUBA), 8 JAN 90 (PRENSA LATINA) -- [TEXT] ",
    "{CAPITAL}, 8 JAN 90 (EFE) -- [TEXT] ",
)
_LANDS = (
    ("Colombia", "COLOMBIAN", "BOGOTA", "BUCARAMANGA", "Peru", "PERUVIAN", "ELN"),
    ("Peru", "PERUVIAN", "LIMA", "AYACUCHO", "Colombia", "COLOMBIAN", "SHINING PATH"),
    ("El Salvador", "SALVADORAN", "SAN SALVADOR", "SAN MIGUEL", "Honduras", "HONDURAN", "FMLN"),
)
# With each sentence, whose its people are, in order: of the land, of the other land, of the group, or of nobody (0).
_PEOPLES = (
    ("L", "TWO ARMY SOLDIERS WERE KILLED TODAY IN {TOWN}, {LAND}."),
    ("L", "AN OFFICER OF THE {ADJ} ARMY WAS KILLED BY GUERRILLAS."),
    ("L", "THREE MEMBERS OF THE {ADJ} NATIONAL GUARD WERE WOUNDED YESTERDAY."),
    ("L", "THE {GROUP} KILLED TWO SOLDIERS IN {TOWN}."),
    ("L", "THE {ADJ} ARMY KILLED SIX PEASANTS."),
    ("L", "{ADJ} TROOPS KILLED SIX PEASANTS YESTERDAY."),
    ("L", "SIX PEASANTS WERE KILLED BY {ADJ} POLICE YESTERDAY."),
    ("L", "MORE THAN 12 REPORTERS HAVE BEEN SHOT DEAD BY THE {ADJ} ARMY."),
    ("L", "THE {ADJ} AIR FORCE BOMBED {TOWN}, KILLING 12 RESIDENTS."),
    ("L", "FIVE CIVILIANS IN {LAND} WERE KILLED BY THE {NADJ} ARMY."),
    ("N", "TWO {NADJ} SOLDIERS WERE KILLED IN {ADJ} TERRITORY."),
    ("N", "A {NADJ} WAS KIDNAPPED IN {TOWN}, {LAND}."),
    ("N", "A BUS WITH {NADJ} SEAMEN WAS BLOWN UP IN {TOWN}. AS A RESULT 20 PEOPLE WERE INJURED."),
    ("N", "A BOMB EXPLODED ON A BUS CARRYING {NADJ} TOURISTS IN {TOWN}. TWELVE PEOPLE WERE WOUNDED."),
    ("N", "A TRUCK WITH {NADJ} SOLDIERS HIT A MINE NEAR {TOWN}. THREE WERE KILLED."),
    ("N", "A GROUP OF {NADJ} SOLDIERS WAS ATTACKED IN {TOWN}. SEVEN OF THEM WERE WOUNDED."),
    ("G", "FOUR REBELS OF THE {GROUP} WERE KILLED NEAR {TOWN}."),
    ("G", "THE ARMY KILLED FOUR MEMBERS OF THE {GROUP} NEAR {TOWN}."),
    (
        "LG",
        "THE ARMY CLASHED WITH THE {GROUP} NEAR {TOWN}. TWO SOLDIERS DIED AND FOUR GUERRILLAS WERE WOUNDED.",
    ),
    ("0", "THREE FOREIGNERS WERE KIDNAPPED IN {TOWN} BY THE {GROUP}."),
)


@pytest.mark.parametrize(("whose", "told"), _PEOPLES)
def test_people_are_of_their_land_from_wherever_the_wire_is_sent(whose: str, told: str) -> None:
    wrong = list[tuple[str, list[str | None]]]()
    for head, (land, adjective, capital, town, other, of_other, group) in product(_HEADS_OF_WIRES, _LANDS):
        text = (head + told).format(
            LAND=land.upper(), ADJ=adjective, CAPITAL=capital, TOWN=town, NADJ=of_other, GROUP=group
        )
        sides = [claim.side for claim in find(Report("r", text, "1990-01-10")).claims]
        meant = {"L": land, "N": other, "G": group.title() if " " in group else group, "0": None}
        if sides != [meant[one] for one in whose]:
            wrong.append((text, sides))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Rockets fired from Gaza killed two people in Ashkelon.", "Israel"),
        ("Rockets fired from Lebanon killed a farmer in Metula.", "Israel"),
        ("Shells fired from Syria killed two people in Kilis.", "Turkey"),
        ("Two people were killed in Kilis by shells fired from Syria.", "Turkey"),
        ("Israeli strikes killed two people in Khan Younis.", "Palestine"),
        (
            "SAN SALVADOR, 3 MAY 90 (EFE) -- [TEXT] A NURSE FROM GERMANY SAW IT: GUERRILLAS KILLED TWO GUARDS IN COLONIA ESCALA.",
            "El Salvador",
        ),
        ("Three peacekeepers were killed in Mali on Monday by rebels.", None),
        ("Two Kenyan peacekeepers were wounded when rebels attacked a base in Goma.", "Kenya"),
    ],
)
def test_nobody_is_of_the_land_that_fires_nor_of_the_one_they_keep(text: str, side: str | None) -> None:
    assert [claim.side for claim in _claims(text, 0)] == [side]
