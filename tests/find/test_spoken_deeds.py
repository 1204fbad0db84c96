"""Days of deeds that a sentence only speaks of, of "the past few hours", and of fighting that has gone on since it began."""

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Report


def until(text: str, published: str = "2024-05-15") -> list[str | None]:
    found = sorted(find(Report("r", text, published=published)).claims, key=lambda claim: claim.start)
    return [claim.until for claim in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Another verb takes the day.
        ("The president referred on Tuesday to the murder of two priests in Tellin.", None),
        ("The murder of two priests today prompted a meeting of the council.", None),
        ("Captain Orbo, who is linked to the murder of two priests, was removed on Tuesday.", None),
        ("Judges will strike after they resigned on Tuesday to protest against the killing of two clerks.", None),
        # The deed does.
        ("The president spoke of the murder of two priests on Sunday.", "2024-05-12"),
        ("Sunday's brutal murder of two priests shocked the town.", "2024-05-12"),
        ("The murder of two priests on Sunday prompted a meeting of the council.", "2024-05-12"),
        ("The killing of two priests was carried out on Sunday by rebels.", "2024-05-12"),
        ("Fighting on Sunday resulted in the death of two soldiers.", "2024-05-12"),
        # The last hours.
        ("Two soldiers were killed in the past few hours near Tellin.", "2024-05-15"),
        ("A bomb went off a few minutes ago in Tellin and killed two men.", "2024-05-15"),
        ("A bomb in Tellin killed two men after a few minutes.", None),
        # A date beside "today" says which day that was.
        ("Gunmen killed two priests today, 13 May, in Tellin.", "2024-05-13"),
        ("Gunmen killed two priests today, and on 13 May a bomb was found.", "2024-05-15"),
    ],
)  # fmt: skip
def test_a_day_is_that_of_the_deed_that_it_stands_with(text: str, expected: str | None) -> None:
    assert until(text) == [expected]


def test_the_news_of_the_past_few_hours_is_of_the_day_for_what_follows() -> None:
    text = "Clashes broke out in the last few hours near Tellin. The army said two soldiers were killed."
    assert until(text) == ["2024-05-15"]


@pytest.mark.parametrize(
    "text",
    [
        "Since the start of the offensive on 2 May, about 900 people have died and hundreds have been hurt.",
        "The uprising, which began at 900 (1500 GMT) on 2 May in two jails, has left 900 dead and scores hurt.",
        "The offensive launched on 2 May by the rebels against the government has left 900 dead and hundreds wounded.",
    ],
)
def test_a_toll_since_the_fighting_began_runs_to_the_day_of_the_report(text: str) -> None:
    assert until(text) == ["2024-05-15", "2024-05-15"]


def test_what_since_a_bombing_was_done_is_of_its_own_day() -> None:
    assert until("Troops have guarded Tellin since a bombing on Sunday killed nine men.") == ["2024-05-12"]


NEWS = "Two guards were shot on Sunday in Tellin. The town is quiet. Shops are shut. Roads are open. Trains run. "


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # A deed that is only spoken of is not of the day of the news told far above, nor of that told right before.
        (NEWS + "A bishop spoke of the murder of nine priests.", None),
        ("A mayor was sworn in on Sunday. A bishop then spoke of the murder of nine priests.", None),
        # Unless the same people were told of there, or nobody only spoke of it.
        (NEWS + "A bishop spoke of the murder of the two guards.", "2024-05-12"),
        (NEWS + "Nine priests were murdered.", "2024-05-12"),
    ],
)
def test_the_day_of_the_news_is_not_that_of_a_deed_spoken_of(text: str, day: str | None) -> None:
    assert until(text)[-1:] == [day]


LEAD = "LIMA, 15 MAY 24 (EFE) -- [TEXT] "
SPOKEN = LEAD + "A BISHOP SPOKE OF THE MURDER OF NINE PRIESTS. TRAINS RUN. SHOPS ARE OPEN. ROADS ARE SHUT. "


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Below a lead in capitals comes its day; further below that of another deed.
        (LEAD + "NINE CLERKS WERE SHOT IN CUZCO. THE ROADS ARE SHUT. THE RAID TOOK PLACE ON SUNDAY.", "2024-05-12"),
        (LEAD + "THE ROADS ARE SHUT. NINE CLERKS WERE SHOT IN CUZCO. TRAINS RUN. SHOPS ARE OPEN. A BOMB WENT OFF ON SUNDAY.", None),
        (LEAD + "THE ROADS ARE SHUT. NINE CLERKS WERE SHOT IN CUZCO. TRAINS RUN. SHOPS ARE OPEN. THE NINE WERE AMBUSHED ON SUNDAY.", "2024-05-12"),
    ],
)  # fmt: skip
def test_the_day_told_far_below_in_capitals_is_another_deeds(text: str, day: str | None) -> None:
    assert until(text)[:1] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # The one day on which the report says that such a deed was done, or these people were harmed.
        ("A bishop spoke of the murder of nine priests. Nobody owned up to the crime committed on 2 May.", "2024-05-02"),
        ("Police freed a man held for the death of the nine priests. The priests were shot at home on 2 May.", "2024-05-02"),
        (SPOKEN + "THE PRIESTS WERE SHOT AT THE HANDS OF A GANG NEAR THE SCHOOL YARD SUNDAY.", "2024-05-12"),
        # Not that of another's murder, nor one of two days.
        (SPOKEN + "HE KNEW OF ORBO'S MURDER ON 2 MAY.", None),
        (SPOKEN + "HE TOLD OF THE MURDER ON 2 MAY OF A CLERK.", None),
        (SPOKEN + "THE PRIESTS WERE SHOT ON 2 MAY. THE PRIESTS WERE KILLED ON 3 MAY.", None),
        (SPOKEN + "THE PRIESTS WERE SHOT ON 2 MAY.", "2024-05-02"),
    ],
)  # fmt: skip
def test_a_deed_spoken_of_is_of_the_day_on_which_it_was_done(text: str, day: str | None) -> None:
    assert until(text)[:1] == [day]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (LEAD + "HE SPOKE OF THE THOUSANDS OF PEASANTS WHO HAVE BEEN KILLED.", [None]),
        (LEAD + "HE SAID THAT 3,000 PEASANTS HAVE BEEN KILLED SO FAR.", ["2024-05-15"]),
        (LEAD + "BETWEEN JANUARY AND APRIL 900 REBELS WERE KILLED. IN THE SAME PERIOD 40 SOLDIERS DIED.", ["2024-04", "2024-04"]),
    ],
)  # fmt: skip
def test_what_a_running_count_in_capitals_is_as_of(text: str, days: list[str | None]) -> None:
    assert until(text) == days
