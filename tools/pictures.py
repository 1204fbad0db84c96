"""Draw the terminal pictures of the README from real runs on the sample.

usage: pictures.py OUT_FOLDER   (docs/img; `make sample` first, so that sample.sqlite is there)

The fonts are the viewer's own: the drawings name no address to fetch one from.
"""

import json
import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
WIDTH = 104
SHOWN_LINES = 44
_FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_LINE_END_SPACES = re.compile(r"[ \t]+$", re.MULTILINE)


def run(*arguments: str) -> str:
    """What `cenotaph` prints to a terminal of that width, colours included."""
    environment = {**os.environ, "COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "cenotaph", *arguments, "--ledger", "sample.sqlite"]
    return subprocess.run(
        command, cwd=ROOT, env=environment, text=True, check=True, stdout=subprocess.PIPE
    ).stdout


def drawing(title: str, printed: str) -> str:
    """The lines of a terminal as SVG."""
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True)
    console.print(Text.from_ansi("\n".join(printed.rstrip().splitlines()[:SHOWN_LINES])))
    return (
        _LINE_END_SPACES.sub("", _FONT_FACE.sub("", console.export_svg(title=title, unique_id="cenotaph")))
        + "\n"
    )


def drifting_claim() -> str:
    """The id of the claim that the sample is about."""
    found = run("claims", "--report", "homel-trains", "--harm", "bodies", "--format", "jsonl")
    return str(json.loads(found.splitlines()[0])["id"])


def main(out: Path) -> None:
    """Draw what `read` sums up and what `show` shows."""
    ident = drifting_claim()
    pictures = {
        "read": ("cenotaph read sample/reports --ledger sample.sqlite", run("read", "sample/reports")),
        "show": (f"cenotaph show {ident[:8]} --ledger sample.sqlite", run("show", ident)),
    }
    for name, (title, printed) in pictures.items():
        (out / f"{name}.svg").write_text(drawing(title, printed))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
