"""The import contract holds, and packages that break it are caught: a check that cannot fail checks nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = (
    "cli",
    "web",
    "api",
    "run",
    "export",
    "read",
    "find",
    "trace",
    "ledger",
    "capture",
    "reconcile",
    "scoring",
    "language",
    "notebook",
    "rows",
    "judging",
    "problems",
    "model",
    "__main__",
)

BREAKS = [
    ("find", "ledger"),
    ("ledger", "read"),
    ("reconcile", "export"),
    ("read", "find"),
    ("scoring", "ledger"),
    ("find", "run"),
    ("model", "problems"),
    ("problems", "language"),
    ("rows", "ledger"),
    ("run", "cli"),
    ("api", "web"),
    ("ledger", "stranger"),
]


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    """Run this project's contract over the package below `root`."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    options = ["--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    return subprocess.run(
        [*command, *options],
        check=False,
        cwd=root,
        env={"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
    )


def package(root: Path, *, importer: str = "", imported: str = "") -> Path:
    """An empty package with our layers, in which `importer` imports `imported`."""
    folder = root / "cenotaph"
    folder.mkdir()
    for name in {"__init__", *MODULES, imported} - {""}:
        text = f"from cenotaph import {imported}\n" if name == importer else ""
        folder.joinpath(f"{name}.py").write_text(text)
    return root


def test_the_contract_holds() -> None:
    done = lint(ROOT / "src")
    assert done.returncode == 0, done.stdout


def test_the_empty_package_keeps_the_contract(tmp_path: Path) -> None:
    done = lint(package(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("importer", "imported"), BREAKS)
def test_a_package_that_breaks_the_contract_is_caught(tmp_path: Path, importer: str, imported: str) -> None:
    done = lint(package(tmp_path, importer=importer, imported=imported))
    assert done.returncode == 1
    assert f"cenotaph.{imported}" in done.stdout or imported in done.stdout
