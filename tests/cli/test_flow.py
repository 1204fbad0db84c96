"""`cenotaph flow`: drawn from reports or a ledger, as judged, in every format."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cenotaph.find import find

Run = Callable[..., Any]
TEXT = (
    "At least 40 bodies of soldiers were taken from Kherson to Odesa by train, a rescuer said. "
    "The morgue in Odesa is overflowing with the bodies of soldiers, a nurse said."
)


@pytest.fixture
def told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A report of a move and a morgue, read with the real finder into a ledger."""
    monkeypatch.setattr("cenotaph.run.finder.find", find)
    (tmp_path / "told.txt").write_text(TEXT)
    run("read", "told.txt")
    return tmp_path / "told.txt"


@pytest.mark.parametrize("given", [["told.txt"], []])
def test_the_drawing_shows_stations_means_and_words(run: Run, told: Path, given: list[str]) -> None:
    out = run("flow", *given).out
    for words in ("Kherson\n  ──▶ Odesa  the dead by train", "“At least 40” bodies, a rescuer", "at most 1 origin",
                  "Odesa\n  ●  morgue: the dead past capacity", "1 moves, 1 stops; figures are never added"):  # fmt: skip
        assert words in out


def test_a_rejected_handling_is_not_drawn(run: Run, told: Path) -> None:
    (move, _) = run("handlings", "--format", "jsonl").rows
    run("judge", move["id"], "reject", "--by", "A. Lenz", "--reason", "a rumour")
    rows = run("flow", "--format", "jsonl").rows
    assert [row["action"] for row in rows if row["handlings"]] == ["overflowing"]


def test_a_corrected_handling_is_drawn_as_corrected(run: Run, told: Path) -> None:
    (move, _) = run("handlings", "--format", "jsonl").rows
    run("judge", move["id"], "correct", "--to-place", "Mykolaiv", "--by", "A. Lenz", "--reason", "as printed")
    assert "──▶ Mykolaiv" in run("flow").out


def test_every_format(run: Run, told: Path) -> None:
    rows = run("flow", "told.txt", "--format", "jsonl").rows
    assert json.loads(run("flow", "told.txt", "--format", "json").out) == rows
    assert run("flow", "told.txt", "--format", "csv").out.startswith(
        "kind,action,cargo,from,to,at,means,figures"
    )
    assert "Odesa, morgue" in run("flow", "told.txt", "--format", "table").out
    assert run("flow", "told.txt", "--format", "dot").out.startswith("digraph")
    assert json.loads(run("flow", "told.txt", "--format", "geojson").out)["type"] == "FeatureCollection"


def test_nothing_to_draw_is_told(run: Run, reports: Path) -> None:
    assert "Nothing is told of dead or wounded held" in run("flow", reports).out
