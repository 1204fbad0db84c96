"""The dates of a claim: which time of its sentence, of the sentences before or of the whole report says when."""

import pytest

from cenotaph.find.text.sentences import sentences
from cenotaph.find.time.dating import claim_times
from cenotaph.find.time.named_times import ReportTimes
from cenotaph.model import Harm, Report, Scope, Span


def dates(
    text: str,
    quantity: str,
    scope: Scope = "incident",
    published: str | None = "2022-04-14",
    harm: Harm = "killed",
) -> tuple[str | None, str | None]:
    spans = sentences(text)
    start = text.rindex(quantity)
    index = max(place for place, span in enumerate(spans) if span.start <= start)
    named = ReportTimes(Report("r", text, published=published), spans)
    found = claim_times(named, index, Span(start, start + len(quantity)), scope, harm)
    assert all(text[words.start : words.end].strip() for words in found.evidence)
    return found.from_, found.until


@pytest.mark.parametrize(
    ("text", "quantity", "expected"),
    [
        ("A shell killed 5 people on Tuesday.", "5", ("2022-04-12", "2022-04-12")),
        ("Police said on Wednesday that a shell killed 5 people on Tuesday.", "5", ("2022-04-12", "2022-04-12")),
        ("The governor said on Wednesday that a shell killed 5 people.", "5", (None, None)),
        ("Last month officials confirmed that 5 people were killed.", "5", (None, "2022-03")),
        ("A blast killed 5 people, the worst since the attack of 3 May 2019.", "5", (None, None)),
        ("A shell fell on the port on Tuesday. It killed 5 people.", "5", ("2022-04-12", "2022-04-12")),
        ("Five killed by shell.\n\nA shell fell on the port on Monday and left 5 dead.", "Five", ("2022-04-11", "2022-04-11")),
        ("A shell killed 5 on Tuesday. Another 3 had died the previous day.", "3", ("2022-04-11", "2022-04-11")),
        ("A missile killed 5 people overnight.", "5", ("2022-04-13", "2022-04-14")),
        ("The talks on Wednesday broke off a day after a shell killed 5 people.", "5", ("2022-04-12", "2022-04-12")),
        ("Envoys met on Wednesday following Monday's bombings. Medics say 5 were killed.", "5", ("2022-04-11", "2022-04-11")),
        ("The raid on Tuesday hit a bus. The heads of 5 men were found on Monday night, the police said on Wednesday.", "5", ("2022-04-11", "2022-04-11")),
        ("Aid came. " * 30 + "The port on April 2 (Reuters Agency) A shell hit it and 5 people died.", "5", (None, None)),
        ("Five were killed by shells.\nAid came.\nTalks went on.\nOn Sunday, a raid killed two.", "Five", (None, None)),
        ("In March two raids killed 40 people.", "40", ("2022-03", "2022-03")),
        ("A blast killed 9 on Thursday and 5 were shot dead at a market on Monday.", "5", ("2022-04-11", "2022-04-11")),
        ("The toll from a bombing on Monday rose to 5 on Wednesday.", "5", ("2022-04-11", "2022-04-11")),
        ("A shell killed 5 people over the past day.", "5", ("2022-04-13", "2022-04-13")),
        ("The chief on Wednesday accorded honours to 5 guards. They were killed in a raid on Monday.", "5", ("2022-04-11", "2022-04-11")),
        ("The envoy was saddened by the death of 5 guards.\nThe attack took place on the road to the old port beyond the hills and the two lakes on Monday. Raids of the past week left many dead.", "5", ("2022-04-11", "2022-04-11")),
        ("A raid on Tuesday hit a post. Before the ambush 5 rebels had died in clashes.", "5", (None, None)),
        ("A shell hit a bus on Tuesday. Guards fought for over five hours and 5 died.", "5", ("2022-04-12", "2022-04-12")),
        ("According to an army statement on Wednesday 5 guards were killed.", "5", (None, None)),
        ("A shell killed 3 in the port on Monday. In another attack shortly afterwards 5 died on a farm.", "5", ("2022-04-11", "2022-04-11")),
        ("A shell killed 3 in the port on Monday. In another attack 5 died on a farm.", "5", (None, None)),
        ("A shell hit the port on Tuesday. It was the worst attack since 19 March, when 5 people died.", "5", ("2022-03-19", "2022-03-19")),
        ("A blast killed 5 people. No more was told of Tuesdays blast in the port.", "5", ("2022-04-12", "2022-04-12")),
        ("A man was charged on Monday over January's shooting in the port, in which 5 died.", "5", ("2022-01", "2022-01")),
        ("A weekend attack on a mine killed 5 people.", "5", ("2022-04-09", "2022-04-10")),
        ("A strike this week killed 5 rebels. Warplanes bombed their camp on Tuesday.", "5", ("2022-04-12", "2022-04-12")),
        ("Earlier this week a mine killed 5 guards. Warplanes bombed a camp on Tuesday.", "5", (None, None)),
        ("5 people were killed in the blast at the port. It happened on Tuesday, when the quay was full.", "5", ("2022-04-12", "2022-04-12")),
        ("A bombing at the port on Monday shook the city.\n\nAid came. The army rose after the bombing at the port, which killed 5 guards.", "5", ("2022-04-11", "2022-04-11")),
        ("A bomber struck yesterday. The attack came a day after another walked into a bar near the gate, killing 5 people.", "5", ("2022-04-12", "2022-04-12")),
        ("The war broke out in April 2016. A shell killed 5 people on Sunday.", "5", ("2022-04-10", "2022-04-10")),
        ("Last updated at Jan 062022 The port\nAir strikes on the port on Sunday killed 5 people.", "5", ("2022-01-02", "2022-01-02")),
        ("As reported earlier, on April 1 shells killed 5 people.", "5", ("2022-04-01", "2022-04-01")),
        ("5 rebels were shot dead. Tuesday's operation in the port saw troops come by boat.", "5", ("2022-04-12", "2022-04-12")),
        ("A shell hit a mill on Tuesday as envoys weighed a truce due to begin on Monday. Some 5 people died.", "5", ("2022-04-12", "2022-04-12")),
        ("The charity spoke of news this week of 5 boys beheaded in the port on Sunday.", "5", ("2022-04-10", "2022-04-10")),
        ("In July 1989 rebels bombed a bus. Some 5 marines died.", "5", ("1989-07", "1989-07")),
        ("In July 1989 rebels bombed a bus.\n\nSome 5 marines died.", "5", (None, None)),
        ("In July 1989 rebels founded a party. Some 5 marines died.", "5", (None, None)),
        ("In July 1989 rebels bombed a bus. The minister spoke at length and said the army had lost 5 marines.", "5", (None, None)),
        ("It recalled a shootout last May at a mill. The police say that 5 bikers died in that incident.", "5", ("2021-05", "2021-05")),
        ("Raids this week killed 5 farmers, according to the head of a group on Wednesday. Tuesday's raids hit two mills.", "5", ("2022-04-12", "2022-04-12")),
        ("A shell hit the mill on Monday. In a separate incident, a mortar round killed 5 people.", "5", ("2022-04-11", "2022-04-11")),
        ("A bomb hit the mill on Monday. Meanwhile the council said the bombing killed 5 people.", "5", ("2022-04-11", "2022-04-11")),
        ("A bomb hit the mill on Monday. Meanwhile the council said a storm killed 5 people.", "5", (None, None)),
        ("5 people were killed and a bridge was left in ruins.\nSo it was on Monday along the old road that leads from the river to the port and on to the mill, for the third time in as many weeks, an attack like those.\nAid came.\nAid left.\nA raid killed two on Friday.", "5", ("2022-04-11", "2022-04-11")),
        ("Some 5 people were killed in the port. Gunmen attacked a post shortly before midnight Monday.", "5", ("2022-04-11", "2022-04-11")),
        ("Some 5 rebels of a band that overran the port on April 2, were killed on Sunday.", "5", ("2022-04-10", "2022-04-10")),
        ("The siege began on Monday night. Troops stormed the hotel on Tuesday. In all 5 were killed.", "5", ("2022-04-11", "2022-04-12")),
    ],
)  # fmt: skip
def test_an_incident_is_dated_by_its_day(
    text: str, quantity: str, expected: tuple[str | None, str | None]
) -> None:
    assert dates(text, quantity) == expected


@pytest.mark.parametrize(
    ("text", "quantity", "expected"),
    [
        ("Some 3,000 have been killed since 24 February.", "3,000", ("2022-02-24", "2022-04-14")),
        (
            "Since the invasion began on 24 February, 3,000 have been killed.",
            "3,000",
            ("2022-02-24", "2022-04-14"),
        ),
        ("The ministry said on Tuesday that 3,000 had been killed so far.", "3,000", (None, "2022-04-12")),
        ("The office counted 3,000 dead as of March 13.", "3,000", (None, "2022-03-13")),
        ("The mission counted 3,000 dead last year.", "3,000", ("2021-01-01", "2021-12-31")),
        ("The mission counted 300 dead last month.", "300", ("2022-03", "2022-03")),
        (
            "He is the highest officer killed since 2016, when Amin Rahal was shot.",
            "Amin Rahal",
            ("2016", "2016"),
        ),
        ("The army lost 300 men in March. These include 20 officers.", "20", ("2022-03", "2022-03")),
    ],
)
def test_a_total_runs_to_its_as_of_day(
    text: str, quantity: str, expected: tuple[str | None, str | None]
) -> None:
    assert dates(text, quantity, "cumulative") == expected


def test_bodies_held_are_dated_by_the_day_named_just_before() -> None:
    text = "The mayor spoke on Wednesday. The morgues of the city hold 300 corpses."
    assert dates(text, "300", "holding") == (None, "2022-04-13")


def test_a_total_told_on_an_unnamed_day_has_no_as_of_day() -> None:
    assert dates("The ministry has claimed that 3,000 have been killed.", "3,000", "cumulative") == (
        None,
        None,
    )
    assert dates("The war has claimed the lives of 3,000.", "3,000", "cumulative") == (None, "2022-04-14")


def test_bodies_refused_before_the_telling_are_not_dated_by_it() -> None:
    text = "He said on Friday that the generals had refused to take the bodies of 300 men."
    assert dates(text, "300", "holding") == (None, None)


def test_the_date_in_the_head_of_a_wire_report_resolves_its_weekdays() -> None:
    text = "BOGOTA, 9 JAN 90 (EFE) -- [TEXT] A BOMB KILLED 3 POLICEMEN ON SUNDAY."
    assert dates(text, "3", published=None) == ("1990-01-07", "1990-01-07")


def test_without_any_date_nothing_is_made_up() -> None:
    assert dates("A shell killed 5 people on Tuesday.", "5", published=None) == (None, None)
    assert dates("A shell killed 5 people.", "5") == (None, None)


def test_the_same_report_always_gives_the_same_dates() -> None:
    text = "A shell killed 5 people on Tuesday. Another 3 died of wounds. Two more fell the same day."
    spans = sentences(text)
    named = ReportTimes(Report("r", text, published="2022-04-14"), spans)
    backwards = [claim_times(named, index, spans[index], "incident", "killed") for index in (2, 1, 0)][::-1]
    named = ReportTimes(Report("r", text, published="2022-04-14"), spans)
    assert backwards == [claim_times(named, index, spans[index], "incident", "killed") for index in (0, 1, 2)]


def test_remains_are_dated_by_their_own_paragraph() -> None:
    text = "A shell hit the port on Tuesday and killed 5.\n\nRescuers found 9 bodies in a cellar."
    assert dates(text, "9", harm="bodies") == (None, None)
    assert dates("Rescuers came on Tuesday. They found 9 bodies.", "9", harm="bodies")[1] == "2022-04-12"


def test_a_day_of_the_month_is_of_the_year_told_with_it() -> None:
    text = "A tribunal looked into August 2014. It says 5 people were killed on Aug. 7."
    assert dates(text, "5", published="2018-08-10") == ("2014-08-07", "2014-08-07")


@pytest.mark.parametrize("opening", ["In another attack", "In a separate incident", "In other violence"])
def test_another_incident_has_not_the_day_of_the_first(opening: str) -> None:
    text = f"A shell killed 5 on Tuesday. {opening}, a mine went off under a bus. Another 3 were killed."
    assert dates(text, "3") == (None, None)


def test_the_nearest_day_of_the_paragraph_comes_before_the_main_one() -> None:
    text = "A shell hit the port on Tuesday.\n\nOn Monday a mine went off. It killed 5 people."
    assert dates(text, "5") == ("2022-04-11", "2022-04-11")


def test_a_day_of_a_comparison_dates_nothing() -> None:
    text = "The raid, the worst by the group in the past decade, killed 5 people."
    assert dates(text, "5") == (None, None)


def test_an_attack_taken_up_by_its_name_has_its_own_day() -> None:
    text = (
        "Fighting broke out on Tuesday.\n\nThe bombing of a clinic early on Saturday shocked aid workers.\n\n"
        "In the hills, 5 people were killed in the bombing."
    )
    assert dates(text, "5") == ("2022-04-09", "2022-04-09")


def test_a_toll_is_that_of_the_event_just_told() -> None:
    text = (
        "A shell killed 9 on Tuesday.\n\nIn January, gunmen massacred villagers in the hills. "
        "Prosecutors put the toll at 70."
    )
    assert dates(text, "70") == ("2022-01", "2022-01")


def test_the_day_of_a_statement_dates_nothing() -> None:
    text = "A spokesman disclosed this while confirming the attack in a statement on Tuesday. The team found 5 people killed."
    assert dates(text, "5") == (None, None)


def test_a_week_earlier_is_told_from_the_day_before_it() -> None:
    text = "A shell killed 5 people on Tuesday. A week earlier, 3 had been killed there."
    assert dates(text, "3") == ("2022-04-05", "2022-04-05")


def test_a_total_is_not_dated_by_what_ended_it() -> None:
    text = "Talks to end the war that has killed 9,000 people broke down with the last offer in March."
    assert dates(text, "9,000", "cumulative") == (None, "2022-04-14")


def test_where_many_days_are_told_none_is_that_of_a_sentence_without_one() -> None:
    text = (
        "A shell killed 5 on Sunday. One hit a bus on Monday. One hit a mill on Tuesday. "
        + "Aid came. " * 4
        + "In a port 3 were killed."
    )
    assert dates(text, "3") == (None, None)


@pytest.mark.parametrize(
    ("text", "quantity", "scope", "harm", "expected"),
    [
        ("The morgue has received 480 bodies since the siege began on New Year's Eve, a nurse said on Monday.", "480", "holding", "bodies", ("2021-12-31", "2022-04-11")),
        ("From January this year 125 rebels have been killed.", "125", "cumulative", "killed", ("2022-01", "2022-04-14")),
        ("A revolt broke out in 2012 and has claimed 900 lives since.", "900", "cumulative", "killed", ("2012", "2022-04-14")),
        ("In 2021 some 566 guards died. Among the dead were 417 recruits.", "417", "cumulative", "killed", ("2021", "2021")),
        ("Tuesday's raid was one of many that have killed 2,000 people.", "2,000", "cumulative", "killed", (None, "2022-04-14")),
        ("Bodies of 9 men found.\nThe corpses were dug up on Tuesday near the port.", "9", "incident", "bodies", ("2022-04-12", "2022-04-12")),
    ],
)  # fmt: skip
def test_what_runs_and_what_is_held_is_dated(
    text: str, quantity: str, scope: Scope, harm: Harm, expected: tuple[str | None, str | None]
) -> None:
    assert dates(text, quantity, scope, harm=harm) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guards shot a man on Wednesday, police said.\n\nThe war has claimed 3,000 lives.", "2022-04-13"),
        ("Guards shot a man late on Wednesday.\n\nThe war has claimed 3,000 lives.", "2022-04-14"),
        ("Guards shot a man on Tuesday.\n\nThe war has claimed 3,000 lives.", "2022-04-14"),
        (
            "Guards shot a man on Wednesday. Aides met on Thursday.\n\nThe war has claimed 3,000 lives.",
            "2022-04-14",
        ),
    ],
)
def test_a_total_is_as_of_the_day_of_the_news_that_a_page_brings_a_day_later(
    text: str, expected: str
) -> None:
    assert dates(text, "3,000", "cumulative") == (None, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE WAR HAS CLAIMED 3,000 LIVES.", None),
        ("THE WAR HAS SO FAR CLAIMED 3,000 LIVES.", "2022-04-14"),
        ("THE CHIEF SAID ON TUESDAY THAT THE WAR HAS CLAIMED 3,000 LIVES.", "2022-04-12"),
    ],
)
def test_in_capitals_a_total_is_as_of_no_day_that_nobody_tells(text: str, expected: str | None) -> None:
    assert dates("THE GENERAL SPOKE OF PEACE AND OF ELECTIONS. " + text, "3,000", "cumulative") == (
        None,
        expected,
    )


@pytest.mark.parametrize(("weekday", "day"), [("Tuesday", None), ("Thursday", "2022-02-24")])
def test_without_a_page_s_date_a_weekday_takes_no_day_of_another_weekday(
    weekday: str, day: str | None
) -> None:
    text = f"A shell killed 5 people on {weekday}.\n\nThe army began its assault on the port on February 24, 2022."
    assert dates(text, "5", published=None)[1] == day
