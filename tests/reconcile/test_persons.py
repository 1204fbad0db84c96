"""Persons: who is named, what stands beside the name, and who may be one person under several spellings."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from cenotaph.judging import Pairs
from cenotaph.reconcile import People, mentions_of, people
from cenotaph.reconcile.names import agreement
from cenotaph.reconcile.person_words import Described, described, without_title
from cenotaph.run import find_reports
from cenotaph.run.persons import people_of_outcomes, person_row, person_rows
from cenotaph.run.statements import statements_of
from cenotaph.run.tracing import trace_outcomes

CASES = tomllib.loads(Path(__file__).with_name("persons.toml").read_text())["case"]
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def written(texts: list[str], folder: Path) -> str:
    """The texts as a file of reports."""
    lines = (
        json.dumps({"id": f"r{at}", "text": text, "published": "2024-02-04"}) for at, text in enumerate(texts)
    )
    (folder / "r.jsonl").write_text("\n".join(lines))
    return str(folder / "r.jsonl")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_who_is_named_and_who_may_be_one(case: dict[str, Any], tmp_path: Path) -> None:
    found = people_of_outcomes(find_reports([written(case["reports"], tmp_path)]))
    rows = list(map(person_row, found.persons))
    if "persons" in case:
        assert len(rows) == len(case["persons"])
        for row, wanted in zip(rows, case["persons"], strict=True):
            assert {name: row[name] for name in wanted} == wanted
    names = {person.id: person.name for person in found.persons}
    proposed = {frozenset((names[match.one], names[match.other])): match for match in found.matches}
    assert proposed.keys() == {frozenset(wanted["pair"]) for wanted in case.get("matches", ())}
    for wanted in case.get("matches", ()):
        match = proposed[frozenset(wanted["pair"])]
        told = " ".join(reason.why for reason in match.reasons)
        assert all(why in told for why in wanted["why"])
        assert match.score == pytest.approx(
            min(sum(reason.points for reason in match.reasons), 0.99), abs=0.01
        )


def two(folder: Path) -> tuple[list[Any], People]:
    """Two mentions of what may be one person, and their people."""
    paths = [written(CASES[3]["reports"], folder)]
    tracing = trace_outcomes(find_reports(paths))
    found = [
        one for s in statements_of(tracing) for one in mentions_of(s, tracing.reports[s.claim.report].text)
    ]
    return found, people(found)


def test_only_a_person_s_judgement_merges(tmp_path: Path) -> None:
    mentions, before = two(tmp_path)
    pair = frozenset(one.id for one in mentions)
    assert (len(before.persons), len(before.matches)) == (2, 1)
    (one,) = people(mentions, Pairs(together=frozenset({pair}))).persons
    assert one.spellings == ("Volodymyr Petrenko", "Vladimir Petrenko")
    assert one.id == before.persons[0].id
    apart = people(mentions, Pairs(apart=frozenset({pair})))
    assert (len(apart.persons), apart.matches) == (2, ())


def test_a_judgement_parts_what_one_report_seems_to_say(tmp_path: Path) -> None:
    paths = [written(CASES[2]["reports"], tmp_path)]
    tracing = trace_outcomes(find_reports(paths))
    found = [
        one for s in statements_of(tracing) for one in mentions_of(s, tracing.reports[s.claim.report].text)
    ]
    assert len(people(found).persons) == 1
    pair = frozenset(one.id for one in found)
    assert len(people(found, Pairs(apart=frozenset({pair}))).persons) == 2


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ("Ivan Petrov", "Ivan Petrov", 0.75, 0.75),
        ("Volodymyr Petrenko", "Vladimir Petrenko", 0.7, 0.75),
        ("Андрей Петренко", "Andrei Petrenko", 0.7, 0.75),
        ("Олександр Шевченко", "Alexander Shevchenko", 0.7, 0.75),
        ("محمد المصري", "Mohammed al-Masri", 0.5, 0.7),
        ("Hussein Ali", "Ali Hussain", 0.7, 0.75),
        ("A. Petrenko", "Andriy Petrenko", 0.5, 0.6),
        ("Khaled Nabhan", "Khalid Nabhaan", 0.65, 0.72),
        ("Petrenko", "Andriy Petrenko", 0.35, 0.45),
        ("Ivan Petrov", "Petr Ivanov", 0.0, 0.0),
        ("Ivan Petrov", "Ivan Sidorov", 0.0, 0.0),
        ("Ivan Petrov", "Igor Petrov", 0.0, 0.0),
        ("", "Ivan Petrov", 0.0, 0.0),
    ],
)
def test_how_names_agree(one: str, other: str, low: float, high: float) -> None:
    found = agreement(one, other)
    assert low <= found.points <= high, found
    assert found.points == agreement(other, one).points
    assert bool(found.reasons) == bool(found.points)


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("Lt. Col. Ihor Savchuk was killed", "Ihor Savchuk", {"rank": "lieutenant colonel"}),
        ("Anna Koval (8) was killed", "Anna Koval", {"age": 8}),
        ("Ivan Melnyk, who was 24, was killed", "Ivan Melnyk", {"age": 24}),
        ("Ivan Melnyk, a sergeant of the 10th Mountain Assault Brigade, died", "Ivan Melnyk", {"rank": "sergeant", "unit": "10th Mountain Assault Brigade"}),
        ("the 24-year-old conscript Ivan Melnyk died", "Ivan Melnyk", {"age": 24}),
        ("Ivan Melnyk, 12 people said, died", "Ivan Melnyk", {"age": None}),
        ("the mayor, Ivan Melnyk, was abducted", "Ivan Melnyk", {"office": True}),
        ("Ivan Melnyk, the deputy mayor of Sumy, was abducted", "Ivan Melnyk", {"office": True}),
        ("Ivan Melnyk was killed", "Ivan Melnyk", {"rank": None, "unit": None, "age": None, "sex": None, "office": False}),
        ("a schoolgirl, Olha Koval, was killed", "Olha Koval", {"sex": "female"}),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name(text: str, name: str, wanted: dict[str, Any]) -> None:
    at = text.index(name)
    found: Described = described(text, at, at + len(name))
    assert {field: getattr(found, field) for field in wanted} == wanted


@pytest.mark.parametrize(
    ("written", "name", "rank", "office"),
    [
        ("Maj. Gen. Andrii Koval", "Andrii Koval", "major general", False),
        ("Private Ryan Lee", "Ryan Lee", "private", False),
        ("Mayor Olha Koval", "Olha Koval", None, True),
        ("Msgr Tomás Rey", "Tomás Rey", None, False),
        ("Majed Ali", "Majed Ali", None, False),
        ("Colonel", "Colonel", None, False),
    ],
)
def test_a_title_is_no_part_of_a_name(written: str, name: str, rank: str | None, office: bool) -> None:
    assert without_title(written) == (name, rank, office)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared seeds are not here")
def test_the_seeds() -> None:
    (row,) = person_rows(people_of_outcomes(find_reports([str(SEEDS)])))
    assert (row["rank"], row["sides"], row["harms"], row["units"]) == (
        "colonel",
        ["Russia"],
        ["killed"],
        ["37th rifle brigade"],
    )
