"""`cenotaph capture` from the command line."""

import subprocess
import sys
from pathlib import Path

from tests.capture.site import site


def run(*words: str, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cenotaph", *words]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, text=True, check=False)


def test_pages_go_into_an_archive_and_the_ledger(tmp_path: Path) -> None:
    with site() as (address, _):
        links = f"# today\n{address}/page\n\n{address}/none\n"
        done = run(
            "capture", "--list", "-", "--allow-private", "--to", "a.warc.gz", cwd=tmp_path, stdin=links
        )
    assert done.returncode == 1
    assert "five people" in done.stdout
    assert done.stderr.count("was answered with HTTP 404") == 1
    assert (tmp_path / "a.warc.gz").stat().st_size > 1000
    assert "capture.status" in run("problems", "--lost", cwd=tmp_path).stdout


def test_without_reading_no_ledger_is_made(tmp_path: Path) -> None:
    with site() as (address, _):
        done = run("capture", f"{address}/page", "--allow-private", "--no-read", cwd=tmp_path)
    assert done.returncode == 0
    assert [path.name.startswith("capture-") for path in tmp_path.iterdir()] == [True]


def test_no_address_is_wrong_use(tmp_path: Path) -> None:
    done = run("capture", cwd=tmp_path)
    assert (done.returncode, "Name at least one address" in done.stderr) == (2, True)
