"""The command line run in this process, with a finder for tests."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cenotaph.cli import main

REPORTS = {
    "a": ("2022-03-13", "5 soldiers were killed near Irpin, the mayor said. Trams ran as usual."),
    "b": ("2022-03-14T08:00:00+02:00", "Late news. 9 medics were killed near Bucha, the governor said."),
    "c": (None, "Nothing happened."),
}


class Done:
    """How a command ended: its exit code and what it printed."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows of output in JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def said(self) -> list[str]:
        """What was said on standard error, a sentence a line."""
        return self.err.splitlines()


Run = Callable[..., Done]


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, plain_finder: None
) -> Run:
    """Runs `cenotaph` with these arguments in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")

    def run_(*arguments: object) -> Done:
        monkeypatch.setattr("sys.argv", ["cenotaph", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as exit_:
            main()
        return Done(int(str(exit_.value.code)), *capsys.readouterr())

    return run_


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Three reports as JSON lines; two have a claim each."""
    path = tmp_path / "reports.jsonl"
    lines = ({"id": id_, "text": text, "published": date} for id_, (date, text) in REPORTS.items())
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path
