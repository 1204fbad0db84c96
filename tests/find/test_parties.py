"""Whose people: words for nations, groups and forces lead to one short English name."""

import pytest

from cenotaph.find.text.folding import fold
from cenotaph.find.whose.parties import armed_groups, member_nouns, nations
from cenotaph.language import load_pack


@pytest.mark.parametrize(
    ("word", "side", "kind"),
    [
        ("Russians", "Russia", "demonym"), ("Kremlin", "Russia", "metonym"), ("Burkinabé", "Burkina Faso", "demonym"),
        ("SALVADORAN", "El Salvador", "demonym"), ("Emirati", "United Arab Emirates", "demonym"), ("U.S.", "United States", "country"),
        ("Kiev", "Ukraine", "capital"), ("Côte d'Ivoire", "Ivory Coast", "country"), ("Pentagon", "United States", "metonym"),
        ("Palestinians", "Palestine", "demonym"), ("Scottish", "United Kingdom", "demonym"), ("Rohingya", "Rohingya", "people"),
    ],
)  # fmt: skip
def test_nationality_words(word: str, side: str, kind: str) -> None:
    party = nations()[fold(word)]
    assert (party.side, party.kind) == (side, kind)


@pytest.mark.parametrize(
    ("word", "side", "kind"),
    [
        ("ISIL", "Islamic State", "group"), ("Da'esh", "Islamic State", "group"), ("Al-Qa'ida", "al-Qaeda", "group"),
        ("Ansar Allah", "Houthis", "group"), ("Rapid Support Forces", "RSF", "group"), ("Senderistas", "Shining Path", "group"),
        ("IDF", "Israel", "force"), ("US Marines", "United States", "force"), ("Azov Regiment", "Ukraine", "force"),
        ("Iraqi army", "Iraq", "force"), ("Wagner Group", "Wagner", "group"), ("FARC", "FARC", "group"),
    ],
)  # fmt: skip
def test_armed_groups_and_forces(word: str, side: str, kind: str) -> None:
    party = armed_groups()[fold(word)]
    assert (party.side, party.kind) == (side, kind)


def test_words_in_capitals_count_in_capitals_only() -> None:
    assert nations()["us"].cased
    assert armed_groups()["is"].cased
    assert not nations()["russian"].cased
    assert not armed_groups()["isis"].cased


def test_every_force_fights_for_a_side_that_has_a_name() -> None:
    sides = {party.side for party in nations().values()} | {"African Union", "United Nations", "NATO"}
    assert {row["side"] for row in load_pack("armed_groups")["forces"]} <= sides


def test_no_group_takes_a_name_of_another() -> None:
    rows = load_pack("armed_groups")["groups"]
    owner: dict[str, str] = {}
    for row in rows:
        for alias in (row["name"], *row.get("aliases", ())):
            assert owner.setdefault(fold(alias), row["name"]) == row["name"]


def test_every_country_has_its_own_code_and_name() -> None:
    rows = load_pack("nations")["nations"]
    assert len({row["iso"] for row in rows}) == len({row["name"] for row in rows}) == len(rows)


def test_member_nouns() -> None:
    assert {"fighters", "militants", "soldiers"} <= member_nouns()
