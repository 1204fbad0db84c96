"""The weights of the signs by which an origin is chosen can be fitted to reports that somebody marked."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from tests.test_benchmarks import ROOT, printed

SHIPPED = ROOT / "src/cenotaph/packs/en/origins.toml"


def marked(folder: Path, name: str, stories: int) -> list[str]:
    """Stories of three reports each, in which a monitor has the dead and a mayor speaks too, and their marks."""
    reports: list[dict[str, str]] = []
    marks: list[dict[str, object]] = []
    for story in range(stories):
        figure, monitor = 210 + 10 * story, f"{name} Watch {'ABCDEFGHIJ'[story]}"
        texts = [
            f"Shells killed {figure} people in Batken, {monitor} said. Mayor Bob Lee spoke of rain.",
            f"{monitor} said on Monday that {figure} people were killed in Batken. Mayor Bob Lee slept.",
            f"Mayor Bob Lee said it rained. {monitor} said {figure} people were killed in Batken.",
        ]
        for number, text in enumerate(texts):
            id_ = f"{name}-{story}-{number}"
            reports.append({"id": id_, "text": text, "published": "2024-05-15"})
            marks.append({"report": id_, "origins": [monitor]})
    files = (folder / f"{name}.jsonl", folder / f"{name}.marks.jsonl")
    files[0].write_text("".join(json.dumps(row) + "\n" for row in reports))
    files[1].write_text("".join(json.dumps(row) + "\n" for row in marks))
    return list(map(str, files))


def test_weights_are_fitted_to_marked_reports(tmp_path: Path) -> None:
    out = tmp_path / "origins.toml"
    files = [path for name in ("Chu", "Osh") for path in marked(tmp_path, name, 6)]
    printed("tools/fit_origins.py", "--out", str(out), *files)
    weights = tomllib.loads(out.read_text())["weights"]
    assert weights["opens by name"] > 0 > weights["no figure"]
    assert out.read_text().startswith(SHIPPED.read_text().partition("[weights]")[0])


def test_the_shipped_weights_let_others_speak_for_a_source() -> None:
    weights = tomllib.loads(SHIPPED.read_text())["weights"]
    assert min(weights[sign] for sign in weights if sign.startswith("others ")) > 0
    assert weights["first by words"] > 0 > weights["no figure"]


@pytest.mark.parametrize(
    ("marks", "told"),
    [([], "name a file of marks behind each"), ([{"report": "other", "origins": []}], "check its id")],
)
def test_what_is_wrong_with_the_files_is_said(
    tmp_path: Path, marks: list[dict[str, object]], told: str
) -> None:
    files = marked(tmp_path, "Chu", 1)
    Path(files[1]).write_text("".join(json.dumps(row) + "\n" for row in marks))
    command = [sys.executable, "tools/fit_origins.py", *files[: 2 if marks else 1]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode
    assert told in done.stderr
    assert "Traceback" not in done.stderr
