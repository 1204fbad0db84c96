"""Each verb prints what it promises, in each format."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cenotaph.cli.verbs import cenotaph

CODEBOOK_CLAIM = (
    *(
        "report",
        "quantity_text",
        "start",
        "end",
        "harm",
        "low",
        "high",
        "approx",
        "side",
        "role",
        "victims_text",
    ),
    *("names", "place", "scope", "from", "until", "sources", "stance"),
)
Run = Callable[..., Any]


def test_find_gives_the_fields_of_the_codebook(run: Run, reports: Path) -> None:
    done = run("find", reports, "--format", "jsonl")
    assert done.code == 0
    assert [list(row)[: len(CODEBOOK_CLAIM)] for row in done.rows] == [list(CODEBOOK_CLAIM)] * 2
    assert [(row["report"], row["low"], row["sources"]) for row in done.rows] == [
        ("a", 5, ["the mayor"]),
        ("b", 9, ["the governor"]),
    ]
    assert done.rows[0]["sentence"] == "5 soldiers were killed near Irpin, the mayor said"


def test_find_reads_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = b"8 men were killed near Sumy, the mayor said."
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert [row["low"] for row in run("find", "-", "--format", "jsonl").rows] == [8]


@pytest.mark.parametrize("verb", [["find", "reports.jsonl"], ["claims"]])
def test_every_format_has_the_same_rows(run: Run, reports: Path, verb: list[str]) -> None:
    run("read", reports)
    lines = run(*verb, "--format", "jsonl").rows
    assert json.loads(run(*verb, "--format", "json").out) == lines
    table = list(csv.DictReader(io.StringIO(run(*verb, "--format", "csv").out)))
    assert [row["report"] for row in table] == [row["report"] for row in lines] == ["a", "b"]
    assert [row["sources"] for row in table] == ["the mayor", "the governor"]
    assert list(table[0]) == list(lines[0])


def test_no_rows_are_still_well_formed(run: Run, reports: Path) -> None:
    run("read", reports)
    nobody = ("claims", "--side", "Nobody", "--format")
    assert json.loads(run(*nobody, "json").out) == []
    assert run(*nobody, "jsonl").out == run(*nobody, "csv").out == ""
    assert "Nothing in the ledger meets" in run("claims", "--side", "Nobody").out


def test_tables_show_who_says_what_of_whom(run: Run, reports: Path) -> None:
    out = run("find", reports).out
    for words in ("Irpin", "Ukraine", "killed", "the governor", "(2022-03-13)", "2 rows"):
        assert words in out


@pytest.mark.parametrize("columns", ["60", "100"])
def test_tables_fit_the_terminal(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    run("read", reports)
    for verb in (["find", reports], ["claims"], ["reports"], ["problems"], ["read", reports]):
        assert max(map(len, run(*verb).out.splitlines())) <= int(columns)


def test_read_ends_with_a_summary(run: Run, reports: Path) -> None:
    out = run("read", reports).out
    for words in (
        "Who says how many, of whom, where",
        "Ukraine: combatants, killed, incident, in Bucha\n  the governor         9        1  9 medics were killed",
        "the mayor",
        "Read 3 reports, 2 claims, 0 handlings.",
    ):
        assert words in out
    assert "3 were in the ledger before" in run("read", reports).out


def test_read_gives_its_summary_to_machines_too(run: Run, reports: Path) -> None:
    groups = run("read", reports, "--format", "jsonl").rows
    assert [(group["claimant"], group["low"], group["high"], group["reports"]) for group in groups] == [
        ("the governor", 9, 9, 1),
        ("the mayor", 5, 5, 1),
    ]


def test_claims_are_filtered_and_limited(run: Run, reports: Path) -> None:
    run("read", reports)
    for options, expected in {
        ("--place", "bucha"): ["b"],
        ("--from", "2022-03-14"): ["b"],
        ("--until", "2022-03-13"): ["a"],
        ("--text", "Irpin"): ["a"],
        ("--harm", "wounded"): [],
        ("--limit", "1"): ["a"],
    }.items():
        rows = run("claims", *options, "--format", "jsonl").rows
        assert [row["report"] for row in rows] == expected, options


def test_the_ledger_of_the_environment_is_used(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CENOTAPH_LEDGER", str(tmp_path / "mine.sqlite"))
    run("read", reports)
    assert (tmp_path / "mine.sqlite").exists()
    assert not (tmp_path / "cenotaph.sqlite").exists()
    assert len(run("claims", "--format", "jsonl").rows) == 2


def test_reports_and_problems_are_listed(run: Run, reports: Path) -> None:
    run("read", reports, "nowhere.txt")
    rows = run("reports", "--format", "jsonl").rows
    assert [(row["report"], row["claims"]) for row in rows] == [("a", 1), ("b", 1), ("c", 0)]
    assert all(len(row["raw_sha256"]) == 64 for row in rows)
    (problem,) = run("problems", "--format", "jsonl").rows
    assert (problem["code"], problem["lost"]) == ("read.missing", True)
    assert "nowhere.txt does not exist" in run("problems").out
    assert "Nothing in the ledger meets" in run("handlings").out


def test_show_has_all_that_stands_behind_a_claim(run: Run, reports: Path) -> None:
    run("read", reports)
    (row,) = run("claims", "--report", "b", "--format", "jsonl").rows
    out = run("show", row["id"]).out
    for words in ("9 killed (Ukraine), on the word of the governor", "Late news. [9] medics", "plain", "Bucha",
                  "2022-03-14T08:00:00+02:00", "raw_sha256", "reports.jsonl:2"):  # fmt: skip
        assert words in out
    (shown,) = run("show", row["id"], "--format", "jsonl").rows
    assert shown.items() >= row.items()
    assert len(shown["raw_sha256"]) == 64


def test_show_asks_for_more_of_an_id_that_several_have(run: Run, tmp_path: Path) -> None:
    text = "1 soldiers were killed near Irpin, the mayor said. 2 soldiers were killed near Irpin, the mayor said."
    (tmp_path / "x.txt").write_text(text)
    run("read", "x.txt")
    done = run("show", "x-")
    assert (done.code, done.said) == (
        2,
        ["cenotaph: 2 ids begin with x- (x-0, x-51); give more of its letters."],
    )
    assert "No claim or handling" in run("show", "zzz").err


def test_score_prints_figures_and_errors(run: Run, reports: Path, tmp_path: Path) -> None:
    rows = run("find", reports, "--format", "jsonl").rows
    gold, found = tmp_path / "gold.jsonl", tmp_path / "found.jsonl"
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows))
    found.write_text(
        json.dumps(rows[0] | {"side": "Russia"}) + "\n" + json.dumps(rows[1] | {"report": "z"}) + "\n"
    )
    out = run("score", gold, found, "--errors", "3").out
    for words in ("detection_f1", "0.5", "missed", "false alarm", "wrong side", "gold Ukraine, got Russia"):
        assert words in out
    assert json.loads(run("score", gold, gold, "--json").out)["strict_f1"] == 1.0


@pytest.mark.parametrize("verb", [[], *([name] for name in cenotaph.commands)])
def test_help_of_every_verb_has_examples(run: Run, verb: list[str]) -> None:
    done = run(*verb, "--help")
    assert done.code == 0
    assert "Examples:\n" in done.out
    assert done.out.count("cenotaph ") >= 2


def test_the_version(run: Run) -> None:
    assert run("--version").out.startswith("cenotaph, version ")


def test_starting_loads_neither_readers_nor_finders_nor_the_terminal() -> None:
    script = "import sys, cenotaph.cli.verbs as v; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {
        "rich",
        "sqlite3",
        "multiprocessing",
        "cenotaph.find",
        "cenotaph.read",
        "cenotaph.ledger",
        "cenotaph.run",
    }
    assert heavy.isdisjoint(loaded)


def test_a_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "text": "Quiet."}) + "\n" for n in range(3000)))
    command = f"{sys.executable} -m cenotaph read {path} --ledger {tmp_path}/l.sqlite --format csv && " \
        f"{sys.executable} -m cenotaph reports --ledger {tmp_path}/l.sqlite --format csv"  # fmt: skip
    shell = f"set -o pipefail; ({command}) | head -1"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("report,published")
