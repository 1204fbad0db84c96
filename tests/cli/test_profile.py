"""`cenotaph profile`: listed, shown, set, printed to make one's own from."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_profiles_are_listed_and_shown(run: Run) -> None:
    rows = run("profile", "--list", "--format", "jsonl").rows
    assert {"ukraine", "generic"} <= {row["profile"] for row in rows}
    out = run("profile", "sudan").out
    for words in ("The war in Sudan", "2023-04-15", "Rapid Support Forces", "range"):
        assert words in out


def test_a_profile_is_set_and_its_settings_are_listed(run: Run, reports: Path) -> None:
    run("read", reports)
    assert "generic" in run("profile", "--history").out
    assert run("profile", "--toml").out.endswith('title = "No one war"\n')
    done = run("profile", "ukraine", "--set", "--by", "A. Lenz", "--reason", "ours", "--format", "jsonl")
    assert (done.code, done.rows[0]["name"]) == (0, "ukraine")
    assert "ours" in run("profile", "--history").out
    assert "Russia's war on Ukraine" in run("profile").out
    assert "changes no field" in run("profile", "--resolved").out


def test_a_printed_profile_can_be_set(run: Run, reports: Path, tmp_path: Path) -> None:
    run("read", reports)
    (tmp_path / "mine.toml").write_text(run("profile", "gaza", "--toml").out)
    assert run("profile", "mine.toml", "--set", "--by", "A. Lenz", "--reason", "ours").code == 0


def test_wrong_use_is_told(run: Run, reports: Path) -> None:
    run("read", reports)
    for arguments, words in {
        ("atlantis",): "no profile atlantis",
        ("--set",): "Name the profile to set",
    }.items():
        done = run("profile", *arguments)
        assert done.code == 2
        assert words in done.err
