"""Judgements filed in a ledger: everything follows them, nothing is lost, and a stale one is refused."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cenotaph import api
from cenotaph.ledger import LedgerName
from cenotaph.ledger.connection import open_to_read
from cenotaph.model import Verdict
from cenotaph.problems import CenotaphError
from cenotaph.run import Refused

TEXTS = {
    "a": "5 soldiers were killed near Irpin, the mayor said. Trams ran as usual, and seven nurses were hurt.",
    "b": "9 medics were killed near Bucha, the governor said.",
}
WHO: dict[str, Any] = {"by": "A. Lenz", "reason": "read the page"}


@pytest.fixture
def file(tmp_path: Path, plain_finder: None) -> LedgerName:
    """A ledger of two reports with a claim each, in a file."""
    return filled(tmp_path, tmp_path / "l.sqlite")


@pytest.fixture
def ledger(tmp_path: Path, plain_finder: None, ledger_name: LedgerName) -> LedgerName:
    """The same, once in each database."""
    return filled(tmp_path, ledger_name)


def filled(tmp_path: Path, ledger_name: LedgerName) -> LedgerName:
    """Read the reports into a ledger."""
    lines = (json.dumps({"id": id_, "text": text, "published": "2022-03-13"}) for id_, text in TEXTS.items())
    (tmp_path / "r.jsonl").write_text("\n".join(lines))
    api.read(tmp_path / "r.jsonl", ledger=ledger_name)
    return ledger_name


def test_a_rejected_claim_falls_out_of_everything(ledger: LedgerName) -> None:
    api.judge(ledger, "a-0", "reject", **WHO)
    assert [row["id"] for row in api.claims(ledger)] == ["b-0"]
    assert [row["id"] for row in api.claims(ledger, verdict="rejected")] == ["a-0"]
    assert [row["id"] for row in api.claims(ledger, verdict="any")] == ["a-0", "b-0"]
    assert [group.claimant for group in api.summary(ledger)] == ["the governor"]
    assert [(row["report"], row["claims"]) for row in api.reports(ledger)] == [("a", 0), ("b", 1)]


def test_a_corrected_claim_is_found_by_its_new_fields_and_keeps_the_old_ones(ledger: LedgerName) -> None:
    api.judge(ledger, "a-0", "correct", fields={"side": "Russia", "place": "Homel"}, **WHO)
    (row,) = api.claims(ledger, side="Russia", place="Gomel")
    assert (row["verdict"], row["place_name"], row["country"]) == ("corrected", "Homel", "BY")
    assert {change["field"]: change["found"] for change in row["changes"]} == {
        "side": "Ukraine", "place": "Irpin", "place_key": None,
    }  # fmt: skip
    assert [row["id"] for row in api.claims(ledger, side="Ukraine")] == ["b-0"]
    assert [row["id"] for row in api.claims(ledger)] == ["a-0", "b-0"]


def test_a_claim_that_the_finder_missed_is_added_by_its_words(file: LedgerName) -> None:
    fields = {"words": "seven", "harm": "wounded", "scope": "incident", "role": "civilians"}
    done = api.judge(file, "a", "add", fields=fields, **WHO)
    row = api.claims(file, harm="wounded")[0]
    assert (row["id"], row["low"], row["high"], row["verdict"]) == (done["one"], 7, 7, "added")
    assert TEXTS["a"][row["start"] : row["end"]] == "seven"
    assert row["sentence"] == "Trams ran as usual, and seven nurses were hurt."
    assert row["rules"] == [f"judgement:{done['id']}"]
    assert [row["low"] for row in api.claims(file)] == [5, 7, 9]


def test_an_undoing_brings_back_what_was_found(file: LedgerName) -> None:
    before = api.claims(file)
    rejected = api.judge(file, "a-0", "reject", **WHO)
    api.judge(file, rejected["id"][:6], "undo", **WHO)
    assert api.claims(file) == before
    api.judge(file, "a-0", "correct", fields={"low": 4}, **WHO)
    api.judge(file, "a-0", "undo", **WHO)
    assert api.claims(file) == before
    history = [(row["verdict"], row["in_force"]) for row in api.judgements(file, "a-0")]
    assert history == [("reject", False), ("undo", True), ("correct", False), ("undo", True)]


def test_an_edit_of_something_that_changed_meanwhile_is_refused_and_nothing_is_lost(
    ledger: LedgerName,
) -> None:
    seen = api.claims(ledger)[0]["digest"]
    api.judge(ledger, "a-0", "correct", fields={"low": 4}, seen=seen, by="B. Okoro", reason="four")
    with pytest.raises(Refused) as refused:
        api.judge(ledger, "a-0", "correct", fields={"low": 3}, seen=seen, **WHO)
    assert refused.value.problem.code == "judge.stale"
    assert "B. Okoro judged it at" in str(refused.value)
    assert "(correct: four)" in str(refused.value)
    assert api.claims(ledger)[0]["low"] == 4
    assert len(api.judgements(ledger)) == 1


def test_of_two_who_judge_at_once_one_is_told(ledger: LedgerName) -> None:
    seen = api.claims(ledger)[0]["digest"]

    def judge(number: int) -> str:
        try:
            api.judge(
                ledger, "a-0", "correct", fields={"low": number}, seen=seen, by=f"P{number}", reason="so"
            )
        except Refused as refused:
            return refused.problem.code
        return "filed"

    with ThreadPoolExecutor(4) as threads:
        assert sorted(threads.map(judge, range(4))) == ["filed", *["judge.stale"] * 3]


def test_judgements_hold_when_a_newer_finder_reads_again(
    ledger: LedgerName, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    api.judge(ledger, "a-0", "correct", fields={"side": "Russia"}, **WHO)
    api.judge(ledger, "b-0", "reject", **WHO)
    api.judge(ledger, "a", "add", fields={"words": "seven", "harm": "wounded", "scope": "incident"}, **WHO)
    before = api.claims(ledger)
    monkeypatch.setattr("cenotaph.run.local.finder_version", lambda: "rules/2")
    api.read(tmp_path / "r.jsonl", ledger=ledger)
    assert api.claims(ledger) == before
    assert not api.problems(ledger)


def test_a_judgement_whose_claim_is_found_no_more_is_a_problem(
    ledger: LedgerName, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cenotaph.find import Found

    api.judge(ledger, "a-0", "accept", **WHO)
    monkeypatch.setattr("cenotaph.run.finder.find", lambda report: Found())
    monkeypatch.setattr("cenotaph.run.local.finder_version", lambda: "rules/3")
    api.read(tmp_path / "r.jsonl", ledger=ledger)
    (problem,) = api.problems(ledger)
    assert problem.code == "judge.orphan"
    assert "A. Lenz judged (accept: read the page), is no longer found in a" in problem.message


def test_nothing_is_overwritten(ledger: LedgerName) -> None:
    def rows() -> list[tuple[Any, ...]]:
        connection = open_to_read(ledger)
        sql = "SELECT finding, position, id, low, side, verdict, changes, judgement FROM claim ORDER BY finding, position"
        found = connection.rows(sql)
        connection.close()
        return found

    kept = rows()
    steps: list[tuple[Verdict, dict[str, Any]]] = [
        ("correct", {"low": 4}),
        ("reject", {}),
        ("undo", {}),
        ("accept", {}),
    ]
    for verdict, fields in steps:
        api.judge(ledger, "a-0", verdict, fields=fields, **WHO)
        now = rows()
        assert [row for row in now if row in kept] == kept
        kept = now
    assert len(kept) == 6


WRONG: list[tuple[str, Verdict, dict[str, Any], str]] = [
    ("zzz", "accept", {}, "No claim or handling"),
    ("a-0", "correct", {}, "names no field whose value would change"),
    ("a-0", "correct", {"fields": {"low": 5}}, "names no field whose value would change"),
    ("a-0", "correct", {"fields": {"low": 50}}, "low 50 is above high 5"),
    ("a-0", "correct", {"fields": {"part_of": "a-0"}}, "cannot be a part of itself"),
    ("a-0", "accept", {"fields": {"low": 5}}, "the verdict must be correct"),
    ("a-0", "accept", {"reason": " "}, "needs a reason"),
    ("a-0", "accept", {"by": ""}, "needs the name of who judges"),
    ("a-0", "undo", {}, "Nobody has judged a-0"),
    ("q", "add", {"fields": {"words": "seven"}}, "There is no report q"),
    ("a", "add", {"fields": {"words": "soldiers of", "harm": "killed"}}, "stands nowhere in a"),
    ("a", "add", {"fields": {"words": "s", "harm": "killed"}}, "times in a"),
    ("a", "add", {"fields": {"words": "seven", "harm": "killed"}}, "scope is missing"),
    ("a", "add", {"fields": {"start": 4, "end": 900, "harm": "killed"}}, "start and end"),
    ("a", "add", {"fields": {"words": "nurses", "harm": "killed", "scope": "incident"}}, "says no number"),
    ("a-0", "correct", {"subject": "testimony", "other": "b-0"}, "only say accept or reject"),
    ("a-0", "accept", {"subject": "testimony"}, "name the other too"),
    ("a-0", "accept", {"subject": "testimony", "other": "a-0"}, "same as itself"),
    ("a", "accept", {"subject": "echo", "other": "q"}, "There is no report q"),
    ("a-0", "accept", {"other": "b-0"}, "say what they are: echo, testimony"),
]  # fmt: skip


def test_what_cannot_be_judged_is_told_in_a_sentence_and_not_filed(file: LedgerName) -> None:
    for id_, verdict, more, words in WRONG:
        with pytest.raises(CenotaphError) as error:
            api.judge(file, id_, verdict, **{**WHO, **more})
        assert words in str(error.value)
    assert api.judgements(file) == []


def test_pairs_are_kept_in_order_and_leave_the_claims_alone(file: LedgerName) -> None:
    done = api.judge(file, "b-0", "reject", subject="testimony", other="a-0", **WHO)
    assert (done["one"], done["other"]) == ("a-0", "b-0")
    assert [row["verdict"] for row in api.claims(file)] == [None, None]
    with pytest.raises(CenotaphError, match="has said reject of a-0 already"):
        api.judge(file, "a-0", "reject", subject="testimony", other="b-0", **WHO)
    assert [row["id"] for row in api.judgements(file, "b-0")] == [done["id"]]
    api.judge(file, "a-0", "accept", **WHO)
    assert [row["verdict"] for row in api.claims(file)] == ["accepted", None]


SHEET = """id,verdict,reason,by,low,side,report,digest,odd
a-0,correct,says three,,3,,,,
b-0,reject,of 2014,B. Okoro,,,,,
,add,missed it,,,,a,,
b-0,maybe,,,,,,,
a-0,accepted,,,,,,,
a-0,correct,no change,,,,,beef,
"""


def test_a_spreadsheet_is_filed_and_what_is_wrong_in_it_is_told(file: LedgerName, tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text(SHEET)
    done = api.judge_sheet(file, tmp_path / "s.csv", by="A. Lenz")
    assert [(row["one"], row["verdict"], row["by"]) for row in done] == [
        ("a-0", "correct", "A. Lenz"), ("b-0", "reject", "B. Okoro"),
    ]  # fmt: skip
    told = sorted(problem.message.removeprefix(str(tmp_path)) for problem in done.problems)
    assert [message[:9] for message in told] == ["/s.csv:2:", "/s.csv:4:", "/s.csv:5:", "/s.csv:7:"]
    for message, words in zip(told, ("'odd' means nothing", "Say which words", "'maybe' is no verdict", "names no field"), strict=True):  # fmt: skip
        assert words in message
    assert [(row["id"], row["low"]) for row in api.claims(file)] == [("a-0", 3)]


def test_an_exported_list_comes_back_as_a_sheet(file: LedgerName, tmp_path: Path) -> None:
    rows = [dict(row) for row in api.claims(file)]
    rows[1] |= {"verdict": "correct", "reason": "colonels", "role": "combatants", "low": 8}
    (tmp_path / "s.jsonl").write_text("\n".join(map(json.dumps, rows)))
    done = api.judge_sheet(file, tmp_path / "s.jsonl", by="A. Lenz")
    assert [(row["one"], row["fields"]) for row in done] == [("b-0", {"low": 8})]
    again = api.judge_sheet(file, tmp_path / "s.jsonl", by="A. Lenz")
    assert not again
    assert [problem.code for problem in again.problems] == ["judge.wrong"]


def test_the_tally_follows_and_goes_back(ledger: LedgerName) -> None:
    def figures() -> list[tuple[str | None, int | None]]:
        return sorted((row["group"]["side"], row["low"]) for row in api.tally(ledger))

    before = figures()
    assert before == [("Ukraine", 5), ("Ukraine", 9)]
    api.judge(ledger, "a-0", "correct", fields={"side": "Russia", "low": 4}, **WHO)
    assert figures() == [("Russia", 4), ("Ukraine", 9)]
    rejected = api.judge(ledger, "b-0", "reject", **WHO)
    assert figures() == [("Russia", 4)]
    api.judge(ledger, rejected["id"], "undo", **WHO)
    api.judge(ledger, "a-0", "undo", **WHO)
    assert figures() == before


def test_a_handling_that_was_missed_is_added(file: LedgerName) -> None:
    fields = {"words": "Trams ran as usual", "cargo": "dead", "action": "moved", "means": "train; truck"}
    done = api.judge(file, "a", "add", fields=fields, **WHO)
    (row,) = api.handlings(file, means="truck")
    assert (row["id"], row["means"], row["verdict"]) == (done["one"], ["train", "truck"], "added")
    assert [flow["handlings"] for flow in api.flow(file)] == [[done["one"]]]
    api.judge(file, row["id"], "correct", fields={"to_place": "Homel"}, **WHO)
    assert [flow["to"] for flow in api.flow(file)] == ["Homel"]
    api.judge(file, done["id"], "undo", **WHO)
    assert api.handlings(file) == []


def test_a_cell_that_was_changed_without_a_verdict_is_told(file: LedgerName, tmp_path: Path) -> None:
    rows = [dict(row) for row in api.claims(file)]
    rows[0] |= {"side": "Russia", "low": 4}
    api.judge(file, "b-0", "correct", fields={"low": 8}, **WHO)
    (tmp_path / "s.jsonl").write_text("\n".join(map(json.dumps, rows)))
    done = api.judge_sheet(file, tmp_path / "s.jsonl", by="A. Lenz")
    assert not done
    (problem,) = done.problems
    assert "s.jsonl:1: low, side of a-0 was changed, but no verdict is written" in problem.message


def test_a_workbook_and_a_table_with_semicolons_are_sheets_too(file: LedgerName, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["id", "verdict", "reason", "low", "until", "approx"])
    book.worksheets[0].append(["a-0", "correct", "four", 4.0, date(2022, 3, 11), True])
    book.save(tmp_path / "s.xlsx")
    (done,) = api.judge_sheet(file, tmp_path / "s.xlsx", by="A. Lenz")
    assert done["fields"] == {"approx": True, "low": 4, "until": "2022-03-11"}
    (tmp_path / "s.csv").write_text('id;verdict;reason;sources\nb-0;correct;both;"a nurse; a medic"\n')
    (done,) = api.judge_sheet(file, tmp_path / "s.csv", by="A. Lenz")
    assert done["fields"] == {"sources": ["a nurse", "a medic"]}
    (tmp_path / "no.xlsx").write_text("no workbook")
    with pytest.raises(CenotaphError, match="cannot be read"):
        api.judge_sheet(file, tmp_path / "no.xlsx", by="A. Lenz")
