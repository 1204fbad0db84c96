"""Reports and ledgers traced end to end, with the finder itself."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cenotaph.cli.verbs import cenotaph
from cenotaph.run import find_reports, read_into
from cenotaph.run.trace_rows import echo_rows, report_rows, traced_claim_rows
from cenotaph.run.tracing import Tracing, trace_outcomes

SEEDS = Path(__file__).parents[3] / "shared" / "gold" / "seeds"
"""Reports that are not ours to keep here: what they are read for lies beside the project, or nowhere."""

QUOTE = "We stacked them in the chapel because the cold room was full by Tuesday"
CASCADE = [
    {
        "id": "wire", "outlet": "Reuters", "published": "2023-05-02",
        "text": f'A nurse in Izium told Reuters that more than 1,240 bodies of Russian soldiers had been taken to Russia '
                f'from Izium by train. The figure could not be independently verified. "{QUOTE}," the nurse said.',
    },
    {
        "id": "tabloid", "outlet": "Daily Mail", "published": "2023-05-03",
        "text": f'Staff at the hospital in Izium said about 1,240 bodies of Russian soldiers had been taken to Russia '
                f'from Izium. "{QUOTE}," one of them said, Reuters reported.',
    },
    {
        "id": "blog", "outlet": "Hill Weekly", "published": "2023-05-04",
        "text": f'The corridors were dark. "{QUOTE}," a nurse said.',
    },
    {
        "id": "apart", "outlet": "Kyiv Post", "published": "2023-05-04",
        "text": "Ukraine's General Staff said 17 soldiers were wounded near Lyman on Tuesday.",
    },
]  # fmt: skip


def written(path: Path, reports: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(report) + "\n" for report in reports))
    return path


def check(tracing: Tracing) -> None:
    """The cascade is traced as a reader would trace it."""
    rows = {row["report"]: row for row in report_rows(tracing)}
    assert {id_: row["origins"] for id_, row in rows.items()} == {
        "wire": ["Reuters"], "tabloid": ["Reuters"], "blog": ["Reuters"], "apart": ["General Staff of Ukraine"],
    }  # fmt: skip
    assert rows["tabloid"]["echo_of"][0] == "wire"
    assert rows["wire"]["echo_of"] == ["blog"] or rows["wire"]["echo_of"] == []
    claims = {row["report"]: row for row in traced_claim_rows(tracing)}
    assert claims["wire"]["testimony"] == claims["tabloid"]["testimony"] != claims["apart"]["testimony"]
    assert {change["field"] for change in claims["tabloid"]["drift"]} >= {"bound", "source", "doubt"}
    assert {change["via"] for change in claims["tabloid"]["drift"]} == {"wire"}


def test_a_cascade_of_reports(tmp_path: Path) -> None:
    check(trace_outcomes(find_reports([str(written(tmp_path / "r.jsonl", CASCADE))])))


@pytest.mark.parametrize(
    ("broken", "origin"),
    [
        ("cenotaph.run.readings.citations", "General Staff of Ukraine"),
        ("cenotaph.trace.crediting.byline", "Kyiv Post"),
    ],
)
def test_a_report_that_breaks_the_reading_of_credits_is_a_problem_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str, origin: str
) -> None:
    module, name = broken.rsplit(".", 1)
    real = getattr(import_module(module), name)

    def breaking(read: Any, *rest: Any) -> Any:
        if "Lyman" in (read if isinstance(read, str) else read.text):
            raise ValueError("no such word")
        return real(read, *rest)

    monkeypatch.setattr(broken, breaking)
    path = written(tmp_path / "r.jsonl", CASCADE)
    found = trace_outcomes(find_reports([str(path)]))
    rows = {row["report"]: row["origins"] for row in report_rows(found)}
    assert rows == {"wire": ["Reuters"], "tabloid": ["Reuters"], "blog": ["Reuters"], "apart": [origin]}
    (problem,) = found.trace.problems
    assert (problem.code, problem.report) == ("trace.failed", "apart")
    assert "(ValueError: no such word)" in problem.message


@pytest.fixture(scope="module")
def tracing() -> Tracing:
    """The reports that the project began with, traced."""
    return trace_outcomes(find_reports([str(SEEDS / "reports.jsonl")]))


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed reports do not lie beside the project")
class TestSeeds:
    """What the seed reports must show."""

    def test_three_have_one_origin_and_the_fourth_shares_none(self, tracing: Tracing) -> None:
        origins = {row["report"]: row["origins"] for row in report_rows(tracing)}
        for id_ in ("000", "001", "002"):
            assert origins[id_] == ["Radio Free Europe/Radio Liberty"]
        assert not set(origins["003"]) & set(origins["000"])

    def test_every_marked_echo_is_found(self, tracing: Tracing) -> None:
        marked = [json.loads(line) for line in (SEEDS / "echoes.jsonl").read_text().splitlines()]
        found = list(echo_rows(tracing))
        assert len(marked) == 6
        for row in marked:
            assert any(
                all(one[key] == row[key] for key in ("a", "b", "relation", "kind"))
                and all(max(one[s][0], row[s][0]) < min(one[s][1], row[s][1]) for s in ("a_span", "b_span"))
                for one in found
            ), row

    def test_the_figure_two_of_them_share_is_one_testimony_with_its_drift(self, tracing: Tracing) -> None:
        rows = [row for row in traced_claim_rows(tracing) if row["low"] == 2500]
        assert [row["report"] for row in rows] == ["001", "002"]
        assert len({row["testimony"] for row in rows}) == 1
        assert {row["origin"] for row in rows} == {"Radio Free Europe/Radio Liberty"}
        assert {"bound", "source", "doubt"} <= {change["field"] for change in rows[1]["drift"]}


@pytest.mark.parametrize("what", ["reports", "echoes", "claims"])
@pytest.mark.parametrize("format_", ["tree", "table", "json", "jsonl", "csv"])
def test_every_view_in_every_format(tmp_path: Path, what: str, format_: str) -> None:
    path = str(written(tmp_path / "r.jsonl", CASCADE))
    done = CliRunner().invoke(
        cenotaph, ["trace", path, "--what", what, "--format", format_], standalone_mode=False
    )
    assert done.exception is None
    assert "tabloid" in done.stdout
    if format_ == "jsonl":
        first = json.loads(done.stdout.splitlines()[0])
        expected = {
            "reports": ["report", "cites", "origins", "echo_of"],
            "echoes": ["a", "b", "relation", "kind", "a_span", "b_span", "score", "why"],
            "claims": ["origin", "testimony", "drift"],
        }[what]
        assert list(first)[-len(expected) :] == expected


def test_the_tree_tells_the_road_and_the_drift(tmp_path: Path) -> None:
    path = str(written(tmp_path / "r.jsonl", CASCADE))
    tree = CliRunner().invoke(cenotaph, ["trace", path], env={"COLUMNS": "200"}).stdout
    assert tree.startswith("Reuters (agency)  3 reports")
    assert "echo of wire" in tree
    assert "At most 2 independent origins." in tree
    claims = CliRunner().invoke(cenotaph, ["trace", path, "--what", "claims"], env={"COLUMNS": "200"}).stdout
    assert "2 claims, 1 testimony, at most 1 independent origin" in claims
    assert "bound: “more than 1,240” → “about 1,240”, against wire" in claims


def test_a_ledger_is_traced_where_no_reports_are_given(tmp_path: Path) -> None:
    ledger = str(tmp_path / "l.sqlite")
    list(read_into(Path(ledger), [str(written(tmp_path / "r.jsonl", CASCADE))]))
    arguments = ["trace", "--ledger", ledger, "--format", "jsonl"]
    rows = [json.loads(line) for line in CliRunner().invoke(cenotaph, arguments).stdout.splitlines()]
    assert [row["report"] for row in rows] == ["wire", "tabloid", "blog", "apart"]
