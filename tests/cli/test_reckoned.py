"""`tally`, `incidents`, `series` and `disputes`: over reports and over a ledger, in each format."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cenotaph.cli.options import POLICIES as NAMES
from cenotaph.reconcile import POLICIES

Run = Callable[..., Any]
TOLD = (
    ("one", "2022-03-13", "5 soldiers were killed near Irpin, the mayor said."),
    ("two", "2022-03-13", "8 soldiers were killed near Irpin, the governor said."),
    ("three", "2022-03-30", "4 soldiers were killed near Bucha, the medic said."),
)
FIELDS = (
    "group",
    "harm",
    "scope",
    "place",
    "from",
    "until",
    "low",
    "best",
    "high",
    "label",
    "origins",
    "used",
    "left_out",
)


@pytest.fixture
def told(tmp_path: Path) -> Path:
    path = tmp_path / "told.jsonl"
    lines = ({"id": id_, "text": text, "published": date} for id_, date, text in TOLD)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


@pytest.fixture(params=["reports", "ledger"])
def over(request: pytest.FixtureRequest, run: Run, told: Path) -> tuple[object, ...]:
    """Arguments that name the reports, or the ledger they were read into."""
    if request.param == "reports":
        return (told,)
    run("read", told, "--ledger", "told.sqlite")
    return ("--ledger", "told.sqlite")


def test_a_tally_row_begins_with_the_promised_fields(run: Run, over: tuple[object, ...]) -> None:
    done = run("tally", *over, "--format", "jsonl")
    assert done.code == 0
    assert all(tuple(row)[: len(FIELDS)] == FIELDS for row in done.rows)
    irpin, bucha = done.rows
    assert (irpin["group"], irpin["place"]) == ({"side": "Ukraine", "role": "combatants"}, "Irpin")
    assert (irpin["low"], irpin["best"], irpin["high"], len(irpin["used"])) == (5, None, 8, 2)
    assert (bucha["low"], bucha["high"], bucha["label"], bucha["origins"]) == (4, 4, "weak", 1)


def test_a_figure_without_a_claim_left_rests_on_nothing(run: Run, told: Path) -> None:
    done = run("tally", told, "--policy", "ucdp", "--set", "unreliable=the medic", "--format", "jsonl")
    bucha = done.rows[-1]
    assert (bucha["used"], bucha["why"][-1]) == ([], "No claim is left for it to rest on.")


@pytest.mark.parametrize(
    ("arguments", "lows"),
    [
        (("--place", "Irpin"), [5]),
        (("--side", "Ukrainian"), [5, 4]),
        (("--side", "Russia"), []),
        (("--from", "2022-03-20"), [4]),
        (("--until", "2022-03-20"), [5]),
        (("--source", "the medic"), [4]),
        (("--text", "8 soldiers"), [8]),
        (("--report", "three"), [4]),
        (("--harm", "wounded"), []),
        (("--limit", "1"), [5]),
        (("--policy", "acled"), [5, 4]),
    ],
    ids=str,
)
def test_a_tally_is_of_what_was_asked_for(
    run: Run, over: tuple[object, ...], arguments: tuple[str, ...], lows: list[int]
) -> None:
    rows = run("tally", *over, *arguments, "--format", "jsonl").rows
    assert [row["low"] for row in rows] == lows


def test_the_table_puts_claimants_under_the_figure_and_reasons_on_demand(run: Run, told: Path) -> None:
    lines = run("tally", told, "--place", "Irpin").out.splitlines()
    assert "Ukraine: combatants killed, incident, in Irpin" in lines[2]
    assert "5–8" in lines[2]
    assert "the" in lines[3] and "5" in lines[3]
    reasons = run("tally", told, "--place", "Irpin", "--why").out
    assert "From the lowest to the highest of all figures: 5–8." in reasons
    assert "“8 soldiers were killed near Irpin, the governor said" in reasons


def test_a_policy_can_be_set(run: Run, told: Path) -> None:
    done = run("tally", told, "--policy", "every-casualty", "--set", "treatment=defer", "--place", "Irpin", "--format", "jsonl")  # fmt: skip
    assert (done.rows[0]["low"], done.rows[0]["label"]) == (None, "contested")
    plain = run("tally", told, "--without", "range.agreement", "--format", "jsonl")
    assert {row["label"] for row in plain.rows} == {"provisional"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--set", "treatment"), "sets nothing; write NAME=VALUE"),
        (("--set", "treatment=guess"), "docs/reconcile.md lists its options"),
        (("--set", "colour=red"), "docs/reconcile.md lists its options"),
        (("--without", "ucdp.guess"), "There is no rule 'ucdp.guess'"),
        (("--from", "2022-04", "--until", "2022-03"), "is later than --until 2022-03; swap them"),
    ],
)
def test_what_cannot_be_set_is_told(run: Run, told: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run("tally", told, *arguments)
    assert done.code == 2
    assert words in done.err


def test_figures_are_added_or_it_is_told_why_not(run: Run, told: Path) -> None:
    assert "9–12: the sum of 2 figures" in run("tally", told, "--total").out
    done = run("tally", told, "--total", "--format", "jsonl")
    assert (done.rows[0]["low"], done.rows[0]["high"], len(done.rows[0]["of"])) == (9, 12, 2)


def test_incidents_tell_why_claims_meet(run: Run, over: tuple[object, ...]) -> None:
    irpin, bucha = run("incidents", *over, "--format", "jsonl").rows
    assert [claim["low"] for claim in irpin["claims"]] == [5, 8]
    assert "both in Irpin" in irpin["joins"][0]["why"]
    assert "5 soldiers" in run("incidents", *over, "--why").out
    assert bucha["joins"] == []


@pytest.mark.parametrize("verb", ["tally", "incidents", "series", "disputes"])
@pytest.mark.parametrize("format_", ["table", "json", "jsonl", "csv"])
def test_every_format_is_printed(run: Run, told: Path, verb: str, format_: str) -> None:
    done = run(verb, told, "--format", format_)
    assert (done.code, done.err) == (0, "")


def test_a_table_cell_holds_no_nested_row(run: Run, told: Path) -> None:
    head, first = run("tally", told, "--format", "csv").out.splitlines()[:2]
    assert head.startswith("side,role,harm,scope,place,from,until,low,best,high,label,origins,used,left_out")
    assert first.startswith("Ukraine,combatants,killed,incident,Irpin,")


def test_two_counts_of_one_attack_are_a_dispute(run: Run, told: Path) -> None:
    rows = run("disputes", told, "--format", "jsonl").rows
    assert [(row["claimant"], row["low"]) for row in rows] == [("the governor", 8), ("the mayor", 5)]
    assert rows[0]["why"] == "The mayor says 5 and the governor 8, which cannot both hold."


def test_a_ledger_that_is_not_there_is_told(run: Run) -> None:
    done = run("tally", "--ledger", "none.sqlite")
    assert done.code == 2
    assert "none.sqlite" in done.err


def test_the_command_line_knows_every_policy() -> None:
    assert NAMES == tuple(POLICIES)
