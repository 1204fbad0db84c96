"""docs/reading.md says what the code does."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from cenotaph.read import CODES
from cenotaph.read.pdf.glyphs import MAX_PAGES
from cenotaph.read.pdf.paper import MAX_PDF
from cenotaph.read.readers import READERS
from cenotaph.read.records import MAX_ARRAY
from cenotaph.read.source import MAX_TEXT, MIB

DOCS = (Path(__file__).parents[2] / "docs" / "reading.md").read_text()


@pytest.mark.parametrize("code", CODES)
def test_every_problem_stands_in_the_docs_with_its_sentence(code: str) -> None:
    row = next(line for line in DOCS.splitlines() if line.startswith(f"| `{code}` |"))
    _, report, sentence = row.removesuffix(" |").split(" | ")
    assert sentence == CODES[code].sentence.replace("{where}", "{file}")
    assert (report == "lost") is CODES[code].lost


def test_no_problem_of_the_docs_is_unknown() -> None:
    assert {line.split("`")[1] for line in DOCS.splitlines() if line.startswith("| `read.")} == CODES.keys()


def test_every_extension_stands_in_the_docs() -> None:
    assert all(f"`{extension}`" in DOCS for reader in READERS for extension in reader.extensions)


def test_the_limits_are_those_of_the_code() -> None:
    for size in (MAX_TEXT, MAX_ARRAY, MAX_PDF):
        assert f"{size // MIB} MiB" in DOCS
    assert f"{MAX_PAGES:,} pages" in DOCS


def test_the_example_runs(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "march.txt").write_text("Two dead.")
    example = DOCS.partition("```python\n")[2].partition("```")[0]
    done = subprocess.run(
        [sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [
        f"march 9 {sha256(b'Two dead.').hexdigest()}",
        "news.jsonl.gz does not exist; check the path.",
    ]
