"""The path of the dead: what reports tell of it, and the four reports of the shared seeds where they are there."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from cenotaph.reconcile import Flow
from cenotaph.reconcile.stations import facility_kind
from cenotaph.run import find_reports
from cenotaph.run.flow_rows import flow_dot, flow_geojson, flow_rows
from cenotaph.run.flowing import flow_of_outcomes

CASES = tomllib.loads(Path(__file__).with_name("flows.toml").read_text())["case"]
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def flow_of(texts: list[str], folder: Path) -> Flow:
    """The flow of these texts."""
    lines = (
        json.dumps({"id": f"r{at}", "text": text, "published": "2022-04-02"}) for at, text in enumerate(texts)
    )
    (folder / "r.jsonl").write_text("\n".join(lines))
    return flow_of_outcomes(find_reports([str(folder / "r.jsonl")]))


def meets(row: Any, wanted: dict[str, Any]) -> bool:
    """Whether the row has what is wanted; a wanted 0 says that a bound is open."""
    for name, value in wanted.items():
        if name == "figures":
            if [figure.partition(" (")[0] for figure in row[name]] != value:
                return False
        elif name == "means":
            if sorted(row[name]) != sorted(value):
                return False
        elif row[name] != (None if value == 0 else value):
            return False
    return True


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_reports_tell(case: dict[str, Any], tmp_path: Path) -> None:
    flow = flow_of(case["reports"], tmp_path)
    rows = list(flow_rows(flow))
    wanted = [
        *({"kind": "move", **one} for one in case.get("moves", ())),
        *({"kind": "stop", **one} for one in case.get("stops", ())),
    ]
    for one in wanted:
        assert [row for row in rows if meets(row, one)], (one, rows)
    if case.get("only"):
        assert len(rows) == len(wanted), rows
    for name, spellings in case.get("stations", {}).items():
        assert [list(one.spellings) for one in flow.stations if one.name == name] == [spellings]


def test_a_flow_is_a_graph_and_a_map(tmp_path: Path) -> None:
    flow = flow_of([CASES[0]["reports"][0]], tmp_path)
    dot, places = flow_dot(flow), flow_geojson(flow)
    assert dot.startswith("digraph flow {")
    assert "at most 1 origin(s)" in dot
    kinds = [feature["geometry"]["type"] for feature in places["features"]]
    assert sorted(kinds) == ["LineString", "Point", "Point"]
    (line,) = (one for one in places["features"] if one["geometry"]["type"] == "LineString")
    assert line["properties"]["from"] == "Kherson"
    assert line["geometry"]["coordinates"][0][0] == pytest.approx(32.6, abs=0.2)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("the Mozyr station", "railway station"),
        ("a police station", "police station"),
        ("the regional forensic laboratory", "morgue"),
        ("three separate medical facilities", "hospital"),
        ("a mass grave", "mass grave"),
        ("the village cemetery", "cemetery"),
        ("the airfield", "airport"),
        ("a warehouse", None),
    ],
)
def test_what_a_facility_is_by_its_words(name: str, kind: str | None) -> None:
    assert facility_kind(name) == kind


def test_figures_of_a_flow_are_never_added(tmp_path: Path) -> None:
    text = "30 bodies of soldiers were taken from Kherson to Odesa by train. 20 bodies of soldiers were taken from Kherson to Odesa by train."
    rows = [row for row in flow_rows(flow_of([text], tmp_path)) if row["from"] == "Kherson"]
    assert [(row["low"], row["high"]) for row in rows] == [(20, 30)]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared seeds are not here")
def test_the_seeds() -> None:
    rows = list(flow_rows(flow_of_outcomes(find_reports([str(SEEDS)]))))
    named = {row[end] for row in rows for end in ("from", "to", "at")}
    assert {"Homel", "Mazyr, railway station", "Dnipro, morgue", "Kamenka, cemetery"} <= named
    assert {means for row in rows for means in row["means"]} >= {
        "train",
        "plane",
        "truck",
        "bus",
        "ambulance",
    }
    for wanted in (
        {"from": "Homel", "to": "Russia", "origins": 1, "low": 2500, "high": 0, "figures": ["more than 2,500", "around 2,500"]},
        {"at": "Dnipro, morgue", "action": "held", "figures": ["more than 1,500"], "origins": 1},
        {"action": "refused", "figures": ["3,000"], "origins": 1},
        {"at": "Kamenka, cemetery", "action": "buried", "doubted": True},
        {"at": "Mazyr, morgue", "action": "overflowing"},
    ):  # fmt: skip
        assert [row for row in rows if meets(row, wanted)], wanted
