"""Judgements on echoes and testimonies: what was traced follows them, and comes back when they are undone."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.run.test_tracing import CASCADE, written

from cenotaph import api
from cenotaph.ledger import LedgerName
from cenotaph.run import read_into
from cenotaph.run.trace_rows import echo_rows, traced_claim_rows
from cenotaph.run.tracing import trace_ledger

WHO: dict[str, Any] = {"by": "A. Lenz", "reason": "read both"}
APART = (
    {"id": "one", "text": "Nine soldiers of Ukraine were killed near Lyman, the Hill Fund said."},
    {
        "id": "two",
        "text": "Near Lyman nine Ukrainian soldiers died in the shelling, according to the Lake Fund.",
    },
)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Indexes of echoes lie in the test's own folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def filled(ledger: LedgerName, tmp_path: Path, reports: Sequence[dict[str, str]]) -> list[str]:
    """A ledger of these reports; the ids of their claims."""
    list(read_into(ledger, [str(written(tmp_path / "r.jsonl", list(reports)))]))
    return [row["id"] for row in api.claims(ledger)]


def told(ledger: LedgerName) -> list[tuple[str, str]]:
    """The testimony and the origin of each claim."""
    return [(row["testimony"], row["origin"]) for row in traced_claim_rows(trace_ledger(ledger))]


def test_two_testimonies_become_one_with_one_origin(ledger_name: LedgerName, tmp_path: Path) -> None:
    one, two = filled(ledger_name, tmp_path, APART)
    before = told(ledger_name)
    assert len(set(before)) == 2
    done = api.judge(ledger_name, one, "accept", subject="testimony", other=two, **WHO)
    assert len(set(told(ledger_name))) == 1
    assert told(ledger_name)[0] == before[0]
    api.judge(ledger_name, done["id"], "undo", **WHO)
    assert told(ledger_name) == before


def test_one_testimony_becomes_two(tmp_path: Path) -> None:
    ledger_name = tmp_path / "l.sqlite"
    claims = filled(ledger_name, tmp_path, CASCADE)
    before = told(ledger_name)
    pair = [claim for claim, one in zip(claims, before, strict=True) if one[0] == before[0][0]][:2]
    done = api.judge(ledger_name, pair[0], "reject", subject="testimony", other=pair[1], **WHO)
    after = dict(zip(claims, told(ledger_name), strict=True))
    assert after[pair[0]][0] != after[pair[1]][0]
    api.judge(ledger_name, done["id"], "undo", **WHO)
    assert told(ledger_name) == before


def test_a_rejected_echo_is_gone_and_comes_back(tmp_path: Path) -> None:
    ledger_name = tmp_path / "l.sqlite"
    filled(ledger_name, tmp_path, CASCADE)
    before = list(echo_rows(trace_ledger(ledger_name)))
    one, other = before[0]["a"], before[0]["b"]
    done = api.judge(ledger_name, one, "reject", subject="echo", other=other, **WHO)
    after = list(echo_rows(trace_ledger(ledger_name)))
    assert {(row["a"], row["b"]) for row in before} - {(row["a"], row["b"]) for row in after} == {
        (one, other)
    }
    assert len(list(echo_rows(trace_ledger(ledger_name, report=one)))) < len(before)
    api.judge(ledger_name, done["id"], "undo", **WHO)
    assert sorted(map(str, echo_rows(trace_ledger(ledger_name)))) == sorted(map(str, before))


def test_a_judgement_holds_when_more_reports_come(tmp_path: Path) -> None:
    ledger_name = tmp_path / "l.sqlite"
    one, two = filled(ledger_name, tmp_path, APART)
    api.judge(ledger_name, one, "accept", subject="testimony", other=two, **WHO)
    third = {
        "id": "three",
        "text": "Seven tanks stood near Izium, and 31 people were wounded there, the Moon Fund said.",
    }
    list(read_into(ledger_name, [str(written(tmp_path / "more.jsonl", [third]))]))
    assert len({testimony for testimony, _ in told(ledger_name)}) == 2
