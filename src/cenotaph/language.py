"""Language packs: rules as data (TOML under packs/LANGUAGE/), loaded once and only when first asked for."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_pack(name: str, language: str = "en") -> dict[str, Any]:
    """The pack `packs/LANGUAGE/NAME.toml` as a dictionary; FileNotFoundError where there is none."""
    return tomllib.loads(files("cenotaph").joinpath("packs", language, f"{name}.toml").read_text("utf-8"))


@cache
def load_words(name: str, language: str = "en") -> frozenset[str]:
    """The word list `packs/LANGUAGE/NAME.txt`, one entry a line, `#` starting a comment line."""
    lines = files("cenotaph").joinpath("packs", language, f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
