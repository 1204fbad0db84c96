"""The two lock files name the same versions, and both setups install from them."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
_PIN = re.compile(r"^([a-z0-9_.-]+)==([^ ;\\]+)", re.MULTILINE | re.IGNORECASE)


def test_pip_and_uv_install_the_same_versions() -> None:
    locked: dict[str, set[str]] = {}
    for package in tomllib.loads((ROOT / "uv.lock").read_text())["package"]:
        locked.setdefault(package["name"], set()).add(package.get("version", ""))
    pinned = _PIN.findall((ROOT / "requirements.lock").read_text())
    assert len(pinned) > 20
    # The benchmarks' peers stand in the first file alone.
    assert [(name, version) for name, version in pinned if version not in locked.get(name, ())] == []


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    named = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    pinned = dict(_PIN.findall((ROOT / "requirements.lock").read_text()))
    assert {re.split(r"[<>=~!\[]", name)[0] for name in named} <= pinned.keys()
