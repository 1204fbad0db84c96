"""Reports that share no words and tell one figure: what they have from whom decides where one of them comes from."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from tests.run.test_catching_up import add

from cenotaph import api
from cenotaph.ledger import LedgerName
from cenotaph.run.catching_up import catch_up
from cenotaph.run.trace_rows import report_rows
from cenotaph.run.tracing import trace_ledger

WHO: dict[str, Any] = {"by": "A. Lenz", "reason": "read both"}


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def of(id_: str, text: str, published: str) -> dict[str, str]:
    return {"id": id_, "text": text, "published": published}


BARE = of(
    "bare",
    "Shells killed 300 villagers in Batken and in Naryn during the war. The Harbour Watch has its desk in a mill. "
    "Rain is on the way, said Bob Lee.",
    "2024-05-15",
)
TOLD = (
    of(
        "one",
        "The Harbour Watch said on Monday that 300 people had been killed by shells in Naryn and Batken.",
        "2024-07-15",
    ),
    of(
        "two",
        "In Batken and Naryn 300 people were killed in the shelling, according to the Harbour Watch.",
        "2024-09-15",
    ),
    of(
        "three",
        "A toll of 300 people killed: that is what the Harbour Watch counts after the shelling of Batken, Naryn.",
        "2024-11-15",
    ),
)


def origin(ledger: LedgerName, id_: str) -> list[str]:
    return next(row["origins"] for row in report_rows(trace_ledger(ledger)) if row["report"] == id_)


def test_alone_a_report_has_its_own_words(ledger_name: LedgerName, tmp_path: Path) -> None:
    add(ledger_name, tmp_path, BARE)
    assert origin(ledger_name, "bare") == ["Bob Lee"]


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_reports_akin_to_one_name_its_origin_in_whatever_order_they_come(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    ledger = tmp_path / "l.sqlite"
    for number in order:
        add(ledger, tmp_path, (BARE, *TOLD)[number])
        catch_up(ledger)
    assert origin(ledger, "bare") == ["Harbour Watch", "Bob Lee"]
    assert not [echo for echo in trace_ledger(ledger).trace.echoes if "bare" in (echo.a, echo.b)]


def test_two_that_people_told_apart_are_akin_no_more(ledger_name: LedgerName, tmp_path: Path) -> None:
    add(ledger_name, tmp_path, BARE, *TOLD)
    assert origin(ledger_name, "bare")[0] == "Harbour Watch"
    for other in TOLD:
        api.judge(ledger_name, "bare", "reject", subject="echo", other=other["id"], **WHO)
    assert origin(ledger_name, "bare") == ["Bob Lee"]
