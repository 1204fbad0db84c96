"""A ledger is traced as it grows, and what was traced is not done again."""

import json
import shutil
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest
from tests.run.test_tracing import CASCADE, check, written

from cenotaph import api
from cenotaph.ledger import LedgerName
from cenotaph.model import Claim, Report, Verdict
from cenotaph.problems import CenotaphError
from cenotaph.run import read_into
from cenotaph.run.catching_up import catch_up, index_folder, last_run
from cenotaph.run.readings import reading_of
from cenotaph.run.sources import SourceRow
from cenotaph.run.trace_rows import echo_rows, report_rows, traced_claim_rows
from cenotaph.run.tracing import NotTraced, Tracing, all_origins, origins_of, trace_ledger
from cenotaph.trace import Reading


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def add(ledger: LedgerName, tmp_path: Path, *reports: dict[str, str]) -> None:
    list(
        read_into(
            ledger, [str(written(tmp_path / f"{reports[0]['id']}-{len(reports)}.jsonl", list(reports)))]
        )
    )


def rows_of(tracing: Tracing) -> list[list[str]]:
    """Everything told, apart from the order in which echoes were found."""
    return [sorted(map(str, rows(tracing))) for rows in (report_rows, traced_claim_rows, echo_rows)]


def test_a_ledger_traced_report_by_report_is_traced_as_all_at_once(
    ledger_name: LedgerName, tmp_path: Path
) -> None:
    at_once = tmp_path / "once.sqlite"
    for one in CASCADE:
        add(ledger_name, tmp_path, one)
        assert catch_up(ledger_name) == 1
    add(at_once, tmp_path, *CASCADE)
    slowly = trace_ledger(ledger_name)
    check(slowly)
    assert rows_of(slowly) == rows_of(trace_ledger(at_once))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_in_whatever_order_reports_come(tmp_path: Path, order: tuple[int, ...]) -> None:
    """The wire's own report may come last: those that retold it before then lead to it."""
    slowly, at_once = tmp_path / "slowly.sqlite", tmp_path / "once.sqlite"
    reports = [CASCADE[number] for number in order]
    for one in reports:
        add(slowly, tmp_path, one)
        catch_up(slowly)
    add(at_once, tmp_path, *reports)
    assert rows_of(trace_ledger(slowly)) == rows_of(trace_ledger(at_once))


def test_only_new_reports_are_read_for_credits(
    ledger_name: LedgerName, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noted(report: Report, claims: Sequence[Claim]) -> Reading:
        read.append(report.id)
        return reading_of(report, claims)

    monkeypatch.setattr("cenotaph.run.readings.reading_of", noted)
    for one in CASCADE:
        add(ledger_name, tmp_path, one)
        catch_up(ledger_name)
    assert catch_up(ledger_name) == 0
    assert read == [one["id"] for one in CASCADE]


def test_a_lost_index_is_made_anew(ledger_name: LedgerName, tmp_path: Path) -> None:
    add(ledger_name, tmp_path, *CASCADE[:2])
    catch_up(ledger_name)
    shutil.rmtree(index_folder(ledger_name))
    add(ledger_name, tmp_path, *CASCADE[2:])
    check(trace_ledger(ledger_name))


def test_the_folder_holds_only_what_is_of_use(tmp_path: Path) -> None:
    ledger = tmp_path / "l.sqlite"
    for one in CASCADE:
        add(ledger, tmp_path, one)
        catch_up(ledger)
    assert len(list(index_folder(ledger).iterdir())) <= 3


def test_origins_of_claims_by_their_ids(ledger_name: LedgerName, tmp_path: Path) -> None:
    add(ledger_name, tmp_path, *CASCADE)
    catch_up(ledger_name)
    every = list(all_origins(ledger_name))
    assert [one.origin.name for one in every] == ["Reuters", "Reuters", "General Staff of Ukraine"]
    assert every[0].testimony == every[1].testimony != every[2].testimony
    asked = origins_of(ledger_name, [every[1].claim, "no such claim"])
    assert asked == {every[1].claim: every[1]}


def test_what_changed_since_a_run(ledger_name: LedgerName, tmp_path: Path) -> None:
    add(ledger_name, tmp_path, *CASCADE[:1], *CASCADE[2:])
    catch_up(ledger_name)
    before = last_run(ledger_name)
    assert list(all_origins(ledger_name, after_run=before)) == []
    add(ledger_name, tmp_path, CASCADE[1])
    catch_up(ledger_name)
    assert [one.claim for one in all_origins(ledger_name, after_run=before)] == [
        row["id"] for row in api.trace(ledger_name) if row["report"] == "tabloid"
    ]


def test_one_report_or_one_testimony(ledger_name: LedgerName, tmp_path: Path) -> None:
    add(ledger_name, tmp_path, *CASCADE)
    (row,) = api.trace(ledger_name, report="tabloid")
    assert {change["field"] for change in row["drift"]} >= {"bound", "source", "doubt"}
    told = api.trace(ledger_name, testimony=row["testimony"][:10])
    assert [one["report"] for one in told] == ["wire", "tabloid"]
    assert [one["report"] for one in api.trace(ledger_name, "reports", report="wire")] == ["wire"]
    with pytest.raises(NotTraced, match="nowhere"):
        api.trace(ledger_name, report="nowhere")


def test_a_corrected_claim_is_traced_as_it_stands(ledger_name: LedgerName, tmp_path: Path) -> None:
    add(ledger_name, tmp_path, *CASCADE)
    row = next(row for row in api.trace(ledger_name) if row["report"] == "tabloid")
    api.judge(
        ledger_name, row["id"], "correct", by="Ada", reason="a typing error", fields={"low": 2, "high": 2}
    )
    after = next(row for row in api.trace(ledger_name) if row["report"] == "tabloid")
    assert after["low"] == 2
    assert after["testimony"] != row["testimony"]
    assert after["drift"] == []
    api.judge(ledger_name, row["id"], "reject", by="Ada", reason="no claim")
    assert "tabloid" not in {row["report"] for row in api.trace(ledger_name)}


@pytest.mark.parametrize("verdict", ["accept", "reject"])
def test_sources_that_people_join_and_part(ledger_name: LedgerName, tmp_path: Path, verdict: Verdict) -> None:
    text = "Nine soldiers of Ukraine were killed near Lyman, {} said."
    names = ("the Hill Fund", "the Lake Fund") if verdict == "accept" else ("Reuters", "Thomson Reuters")
    add(ledger_name, tmp_path, *({"id": name, "text": text.format(name)} for name in names))
    before = {row["origin"] for row in api.trace(ledger_name)}
    assert len(before) == (2 if verdict == "accept" else 1)
    api.judge(
        ledger_name, names[0], verdict, by="Ada", reason="their own word", subject="source", other=names[1]
    )
    after = {row["origin"] for row in api.trace(ledger_name)}
    assert len(after) == (1 if verdict == "accept" else 2)


def test_the_register_of_sources(ledger_name: LedgerName, tmp_path: Path) -> None:
    add(ledger_name, tmp_path, *CASCADE)
    rows = {row["name"]: row for row in api.sources(ledger_name, named=True)}
    assert rows["Reuters"]["claims"] == 2
    assert (rows["General Staff of Ukraine"]["kind"], rows["General Staff of Ukraine"]["side"]) == (
        "military",
        "Ukraine",
    )
    assert "Ukraine's General Staff" in rows["General Staff of Ukraine"]["names"]
    hidden = api.sources(ledger_name, protected=True)
    assert {row["report"] for row in hidden} <= {"wire", "tabloid", "blog"}
    assert all(not row["named"] for row in hidden)
    assert [row["name"] for row in api.sources(ledger_name, kind="military", side="Ukrainian")] == [
        "General Staff of Ukraine"
    ]


def test_what_a_source_is_said_to_be_holds_for_every_report(ledger_name: LedgerName, tmp_path: Path) -> None:
    add(ledger_name, tmp_path, *CASCADE)

    def register() -> dict[str, SourceRow]:
        return {row["name"]: row for row in api.sources(ledger_name, named=True)}

    assert (register()["Reuters"]["kind"], register()["Reuters"]["side"]) == ("agency", None)
    said = api.judge(
        ledger_name,
        "Reuters",
        "correct",
        by="Ada",
        reason="a test",
        subject="source",
        fields={"kind": "ngo", "side": "Ukraine", "protected": True, "belongs_to": "the Hill Fund"},
    )
    row = register()["Reuters"]
    assert (row["kind"], row["side"], row["protected"], row["house"]) == (
        "NGO",
        "Ukraine",
        True,
        "the Hill Fund",
    )
    api.judge(ledger_name, said["id"], "undo", by="Ada", reason="a test")
    assert register()["Reuters"]["kind"] == "agency"


@pytest.mark.parametrize(
    ("name", "fields", "sentence"),
    [
        ("Reuters", {"kind": "baker"}, "no kind of source"),
        ("Reuters", {"harm": "killed"}, "no field of a source"),
        ("Reuters", {"protected": "perhaps"}, "true or false"),
        ("Reuters", {"belongs_to": "null"}, "undo the judgement"),
        ("Reuters", {}, "names no field"),
        ("The Kitchen Gazette", {"kind": "NGO"}, "No report of the ledger credits"),
    ],
)
def test_what_a_source_cannot_be_said_to_be(
    ledger_name: LedgerName, tmp_path: Path, name: str, fields: dict[str, str], sentence: str
) -> None:
    add(ledger_name, tmp_path, *CASCADE)
    with pytest.raises(CenotaphError, match=sentence):
        api.judge(ledger_name, name, "correct", by="Ada", reason="a test", subject="source", fields=fields)


def test_copies_of_a_short_brief_are_one_testimony_and_cost_no_more_each(tmp_path: Path) -> None:
    ledger = tmp_path / "l.sqlite"
    text = "Shelling of the village of Huta killed two people and wounded seven, the governor's office said on Monday."
    copies = [
        {"id": f"r{number:03}", "text": text, "outlet": f"Outlet {number}", "published": "2024-03-05"}
        for number in range(150)
    ]
    path = tmp_path / "copies.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in copies))
    list(read_into(ledger, [str(path)]))
    told = api.trace(ledger)
    assert len(told) == 300
    assert len({row["testimony"] for row in told}) == 2


def test_several_processes_read_what_one_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cenotaph.run.readings._WORTH_WORKERS", 2)
    traced = []
    for jobs in (1, 2):
        ledger = tmp_path / f"{jobs}.sqlite"
        add(ledger, tmp_path, *CASCADE)
        assert catch_up(ledger, jobs=jobs) == len(CASCADE)
        traced.append(rows_of(trace_ledger(ledger)))
    assert traced[0] == traced[1]
