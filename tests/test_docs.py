"""The documentation names everything there is: verbs, options, choices, exit codes, fields."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from cenotaph import api, cli
from cenotaph.cli.verbs import cenotaph
from cenotaph.rows import ClaimRow, HandlingRow

DOCS = Path(__file__).parents[1] / "docs"
COMMAND_LINE = (DOCS / "cli.md").read_text()


def section(verb: str) -> str:
    """The text under the heading of a verb."""
    return COMMAND_LINE.partition(f"\n## {verb}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("verb", list(cenotaph.commands))
def test_every_verb_option_and_choice_stands_in_its_section(verb: str) -> None:
    text = section(verb)
    assert f"`cenotaph {verb}" in text
    assert f"](#{verb})" in COMMAND_LINE
    for option in cenotaph.commands[verb].params:
        if isinstance(option, click.Option):
            assert f"`{option.opts[0]}" in text, option.opts[0]
            if (
                isinstance(option.type, click.Choice)
                and "--format" not in option.opts
                and verb != "handlings"
            ):
                assert all(choice in text for choice in option.type.choices), option.opts[0]
        else:
            assert option.make_metavar(click.Context(cenotaph.commands[verb])).strip(".") in text


def test_every_exit_code_stands_in_the_table() -> None:
    for code in (cli.OK, cli.SOME_LOST, cli.CANNOT, cli.INTERRUPTED):
        assert f"\n| {code} | " in COMMAND_LINE


@pytest.mark.parametrize(("row", "heading"), [(ClaimRow, "Claim rows"), (HandlingRow, "Handling rows")])
def test_every_field_stands_in_the_codebook(row: type[ClaimRow] | type[HandlingRow], heading: str) -> None:
    text = (DOCS / "codebook.md").read_text().partition(f"## {heading}\n")[2].partition("\n## ")[0]
    shared = {"published", "outlet", "title", "url"} if row is HandlingRow else set()
    assert {name for name in row.__annotations__ if f"`{name}`" not in text} == shared


def test_every_function_of_the_python_face_has_its_sentence() -> None:
    for name, thing in vars(api).items():
        if (
            callable(thing)
            and getattr(thing, "__module__", "").startswith(api.__name__)
            and not name.startswith("_")
        ):
            assert thing.__doc__, name


def test_the_map_of_files_is_in_step() -> None:
    script = DOCS.parent / "tools/map.py"
    assert subprocess.run([sys.executable, script, "--check"], check=False).returncode == 0, (
        "python tools/map.py"
    )
