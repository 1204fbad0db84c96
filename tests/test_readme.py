"""The README and the tutorial do what they say: their commands run on the sample, their links lead somewhere."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").glob("*.md"),
        ROOT / "sample/README.md",
        ROOT / "benchmarks/README.md",
    ]
)
LINK = re.compile(r"\]\(([^)#:]+)(?:#([\w-]+))?\)")
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
CODE = re.compile(r"```python\n(.*?)```", re.DOTALL)


def commands(page: str) -> Iterator[str]:
    """The lines that a page gives to a shell."""
    for block in CONSOLE.findall((ROOT / page).read_text()):
        yield from (line[2:] for line in block.splitlines() if line.startswith("$ "))


def run(script: str, folder: Path) -> str:
    """What a shell prints in a folder with the sample, `cenotaph` being the one under test."""
    shutil.copytree(ROOT / "sample", folder / "sample")
    function = f'cenotaph() {{ "{sys.executable}" -m cenotaph "$@"; }}\n'
    done = subprocess.run(
        ["sh", "-ec", function + script], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_commands_run_on_the_sample(page: str, tmp_path: Path) -> None:
    lines = [line for line in commands(page) if "cenotaph" in line]
    assert len(lines) > 5
    out = run("\n".join(f"{line}\necho '== end'" for line in lines), tmp_path)
    printed = out.split("== end\n")[:-1]
    to_a_file = [" > " in line for line in lines]
    assert [bool(part.strip()) for part in printed] == [not quiet for quiet in to_a_file]
    empty = ("No claims", "Nothing in the ledger", "Nothing that meets", "Nothing is told")
    assert not [part for part in printed if any(words in part for words in empty)]


def test_make_targets_of_the_readme_exist() -> None:
    targets = [line.split()[1] for line in commands("README.md") if line.startswith("make ")]
    assert targets == ["sample", "test"]
    assert all(f"\n{target}:" in (ROOT / "Makefile").read_text() for target in targets)


@pytest.mark.parametrize(("page", "name"), [("README.md", "rows"), ("docs/finding.md", "tokens")])
def test_python_of_a_page_runs(page: str, name: str) -> None:
    (code,) = CODE.findall((ROOT / page).read_text())
    subprocess.run([sys.executable, "-c", f"{code}\nassert {name}"], cwd=ROOT, check=True)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    found = LINK.findall(page.read_text())
    assert [target for target, _ in found if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", ["README.md", "docs/methodology.md"])
def test_figures_are_those_of_the_last_recorded_run(page: str) -> None:
    recorded = json.loads((ROOT / "benchmarks/accuracy.json").read_text())
    table = (
        (ROOT / page).read_text().partition("<!-- figures -->\n")[2].partition("<!-- end of figures -->")[0]
    )
    (_, *sets), _, *rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()
    ]
    assert set(sets) == recorded.keys()
    assert len(rows) > 5
    for name, *cells in rows:
        assert cells == [short(recorded[one]["figures"].get(name)) for one in sets], name


def short(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)
