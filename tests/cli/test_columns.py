"""Columns of tables, named on the command line."""

import subprocess
import sys
from pathlib import Path

import pytest

TABLE = "Wording;Day\nShelling killed five soldiers near Irpin on Monday, the mayor said.;2022-03-16\n"


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cenotaph", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_columns_are_told_by_field(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(TABLE)
    found = run("find", "a.csv", "--columns", "text=Wording,published=Day", "--format", "csv", cwd=tmp_path)
    assert (found.returncode, found.stderr) == (0, "")
    assert "2022-03-14" in found.stdout


@pytest.mark.parametrize("columns", ["Wording", "text=", "body=Wording"])
def test_a_wrong_pair_is_explained(tmp_path: Path, columns: str) -> None:
    (tmp_path / "a.csv").write_text(TABLE)
    found = run("find", "a.csv", "--columns", columns, cwd=tmp_path)
    assert found.returncode == 2
    assert "write FIELD=NAME with a field of id, text" in found.stderr
