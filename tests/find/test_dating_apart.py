"""Days of people whom a sentence sets apart from its news, and of people told of twice: read from whole reports."""

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Report


def until(text: str, published: str | None = "2024-05-15") -> list[str | None]:
    found = sorted(find(Report("r", text, published=published)).claims, key=lambda claim: claim.start)
    return [claim.until for claim in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells killed three farmers near Baidoa on Monday, officials said, two days after a mine in Jowhar killed nine soldiers.", ["2024-05-13", "2024-05-11"]),
        ("A mortar round hit a clinic in Taiz on Sunday, medics said, a day after a drone killed five people in Ibb.", ["2024-05-11"]),
        ("Clashes broke out in Goma on Monday following a mosque bombing that killed 14 worshippers in Beni.", [None]),
        ("Troops patrolled Quetta on Monday following Friday's bombing that killed 21 people.", ["2024-05-10"]),
        ("Shops in Mosul stayed shut on Tuesday in the wake of a car bomb that killed 17 shoppers.\n\nSunday's bombing in Mosul was the third this year.", ["2024-05-12"]),
        ("Police put up walls on Tuesday against an attacker like one in Nantes who drove a van into a crowd, killing eight people.\n\nThey were planned before Saturday's attack in Nantes.", ["2024-05-11"]),
        ("A court in Paris on Tuesday jailed a man accused of killing four soldiers.", [None]),
        ("A court in Paris sentenced a man to life in prison on Tuesday for the murder of two soldiers in Homs on 3 March.", ["2024-03-03"]),
        ("A rebel pleaded guilty on Tuesday to his part in the murder of six aid workers.", [None]),
        ("Mourners on Tuesday buried five students killed in a raid on Sunday.", ["2024-05-12"]),
        ("Four years after a bomb in Bana killed 70 people, survivors gathered on Tuesday.", [None]),
        ("The minister said on Sunday that peace was near, hours after 46 people were killed by twin blasts in Homs.", ["2024-05-12"]),
        ("The guards fell 24 hours after 46 people were killed by twin blasts in Homs, a minister said on Sunday.", [None]),
        ("Guards have held nine men since Thursday over the bombings in Leith that killed 31 people and for the raid on Ayr last November that killed 130.\n\nThe bombers struck Leith on Tuesday.", ["2024-05-15", "2024-05-14", "2023-11"]),
        ("Senators spoke on Monday in the wake of the weekend shooting in Leith.\n\nThe talks came after a man walked into a bar and killed 19 people.", ["2024-05-12"]),
        ("A judge on Tuesday heard one more plea of a widow and her lawyers over the Dec. 2 raid by two brothers that killed 14 people. The two were shot dead by guards.", ["2023-12-02", "2023-12-02"]),
        ("A lawyer declined to comment on the plea on Sunday. Sixteen people died and 31 others were wounded in the attack by gunmen.", [None, None]),
        ("Gunmen killed four voters in Leith ahead of local elections on Sunday.", [None]),
        ("Two bombings last year blamed on the rebels hit Leith and Ayr, the latter killing nine people.", ["2023"]),
        ("The blast came on Sunday. It followed the killing of 19 villagers by shells in Homs.", ["2024-05-12"]),
    ],
)  # fmt: skip
def test_people_set_apart_have_their_own_day(text: str, expected: list[str | None]) -> None:
    assert until(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On March 25, a car bomb struck a post, killing eight guards, and in April, two blasts killed 30 people.", ["2024-03-25", "2024-04"]),
        ("A bomb on Saturday killed 50 people in Lahore.\n\nSixty people were wounded in the blast, which surpassed the 2007 massacre.", ["2024-05-11", "2024-05-11"]),
        ("Four policemen were killed in 2021, two in 2022 and three others in 2023.", ["2021", "2022", "2023"]),
        ("In early March, an overnight raid by rebels on a camp in the hills killed 13 recruits.", ["2024-03"]),
        ("A rocket hit Safed on Saturday, killing a woman. In addition to the dead, 30 were wounded in the strike.", ["2024-05-11", "2024-05-11"]),
        ("The gunman, seen with his lawyer in March, killed 17 cadets.", [None]),
        ("Soldiers fired on marchers on Bloody Sunday, killing 13 people.", [None]),
        ("Troops have been on alert since a gunman killed 41 people in a club on May 3.", ["2024-05-03"]),
    ],
)  # fmt: skip
def test_the_time_of_another_clause_dates_nobody(text: str, expected: list[str | None]) -> None:
    assert until(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last month's attack on a bus in Karak killed seven recruits.\n\nThe bus was ambushed in Karak on April 9.", ["2024-04-09"]),
        ("A bomb in Kano killed seven recruits last month.\n\nOn April 9 a raid in Bauchi wounded three people.", ["2024-04", "2024-04-09"]),
        ("Rebels attacked a barracks in Kidal on March 3. At least 1,100 people were killed in the assault, the army said.", ["2024-03-03"]),
        ("Last month gunmen raided a school in Kuriga. They killed a teacher and abducted 40 pupils.", ["2024-04", "2024-04"]),
        ("Fighters raided a post in Gao last week. The group said it had killed about 60 soldiers.", [None]),
    ],
)  # fmt: skip
def test_an_attack_told_in_two_sentences_has_one_time(text: str, expected: list[str | None]) -> None:
    assert until(text) == expected


def test_the_same_people_have_the_same_day() -> None:
    named = "Bakers spoke of the killing of Omar Said by the rebels. Aid came. Omar Said was shot and killed on April 30 by a sniper."
    assert until(named) == ["2024-04-30", "2024-04-30"]
    figure = "Poet tells of raid that killed 34 people. Shells fell on the port on Monday, and 34 people were killed. Aid came."
    assert set(until(figure)) == {"2024-05-13"}
    carried = (
        "Shells fell on Homs on Monday, killing two people.\n\nThe emergency began after a raid killed 34 people in Hama.\n\n"
        "The raid in Hama on 3 March killed 34 people."
    )
    assert until(carried) == ["2024-05-13", "2024-03-03", "2024-03-03"]
    small = (
        "Poets speak of two people killed at a mill.\n\nAid came.\n\nIn March two people were killed in Homs."
    )
    assert until(small) == [None, "2024-03"]
    few = (
        "Shells fell on the port of Homs on Monday. State media said eight people were killed. Aid came.\n\nA bus burned.\n\n"
        "On 25 April a car bomb struck a post in Hama, killing eight people."
    )
    assert until(few) == ["2024-05-13", "2024-04-25"]


def test_a_line_of_its_own_below_the_headline_dates_the_report() -> None:
    told = "\n\nThe raid killed nine people on Thursday, medics said."
    assert until("Raid on Baidoa\n\nPort Sudan, 14 November 2025" + told, published=None) == ["2025-11-13"]
    assert until("Raid on Baidoa\n\nFriday, 14 November 2025" + told, published=None) == ["2025-11-13"]
    held = "Raid on Baidoa\n\nA law was passed on 14 November 2025\n\nNine people were killed on Thursday."
    assert until(held, published=None) != ["2025-11-13"]


def test_a_page_s_own_date_tells_the_year_and_closes_a_count() -> None:
    glued = "Published16 November 2022Share page\nShells killed three people in September in Bakhmut."
    assert until(glued, published=None) == ["2022-09"]
    bare = "Published16 FebruaryShare page\nHundreds of captured soldiers are held at camps in the west."
    assert until(bare, published=None) == ["XXXX-02-16"]
    wire = "LUHANSK, July 27 (Agency) - Some 400 people have been killed in the past months."
    assert until(wire, published=None) == ["XXXX-07-27"]


def test_an_attack_told_by_its_deed_dates_those_hurt_in_it() -> None:
    text = (
        "Rebels overran a post near Vavuniya early on Thursday, killing 24 policemen, officials said.\n\n"
        "It was the second time in three days that they attacked police.\n\n"
        "Rebels on Tuesday hurled grenades at a van in Vavuniya, killing two policemen.\n\n"
        "Nine people were wounded in the attack."
    )
    claims = find(Report(id="r", text=text, published="1996-08-29")).claims
    assert [claim.until for claim in claims] == ["1996-08-29", "1996-08-27", "1996-08-27"]
