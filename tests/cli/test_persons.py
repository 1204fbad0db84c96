"""`cenotaph persons`: people and matches, and a judgement that makes two records one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cenotaph.find import find

Run = Callable[..., Any]
TEXTS = {
    "a": "Colonel Volodymyr Petrenko, 44, was killed near Izium, Ukraine's army said.",
    "b": "Vladimir Petrenko, a 44-year-old colonel, was killed near Izium, Russian media said.",
    "c": "Olha Koval, 40, and Danylo Koval, 12, were killed in Dnipro, the governor said.",
}
WHO = ("--by", "A. Lenz", "--reason", "the same man")


@pytest.fixture
def told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports that name people, read with the real finder into a ledger."""
    monkeypatch.setattr("cenotaph.run.finder.find", find)
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text)
    run("read", "a.txt", "b.txt", "c.txt")


def test_people_are_listed_with_who_may_be_the_same(run: Run, told: None) -> None:
    out = run("persons").out
    for words in ("Volodymyr Petrenko", "colonel", "44", "Olha Koval", "(0."):
        assert words in out
    assert "one name in two languages" in run("persons", "--what", "matches").out
    rows = run("persons", "a.txt", "b.txt", "c.txt", "--format", "jsonl").rows
    assert rows == run("persons", "--format", "jsonl").rows


def test_a_judgement_makes_two_records_one_and_can_be_undone(run: Run, told: None) -> None:
    (match,) = run("persons", "--what", "matches", "--format", "jsonl").rows
    pair = (match["one"][:8], "--subject", "person", "--other", match["other"][:8])
    (done,) = run("judge", pair[0], "accept", *pair[1:], *WHO, "--format", "jsonl").rows
    first = run("persons", "--format", "jsonl").rows[0]
    assert first["spellings"] == ["Volodymyr Petrenko", "Vladimir Petrenko"]
    run("judge", done["id"], "undo", *WHO)
    assert len(run("persons", "--what", "matches", "--format", "jsonl").rows) == 1
    run("judge", pair[0], "reject", *pair[1:], *WHO)
    assert "No two of those named" in run("persons", "--what", "matches").out
    assert len(run("persons", "--format", "jsonl").rows) == 4


def test_a_mention_that_is_none_is_told(run: Run, told: None) -> None:
    both = [row["id"] for row in run("persons", "--report", "c", "--format", "jsonl").rows]
    for arguments, words in {
        (both[0] + "#9", "accept", "--subject", "person", "--other", both[1]): "is no mention of a person",
        ("zzz", "accept", "--subject", "person", "--other", both[1]): "No claim or handling",
    }.items():
        done = run("judge", *arguments, *WHO)
        assert (done.code, words in done.err) == (2, True)
