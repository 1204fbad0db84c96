"""What reports call the bodies of the UN by: their tasks ("the UN health agency"), the lands of missions ("the UN mission in Libya")."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cenotaph.language import load_pack
from cenotaph.trace.naming import folded_name

_IN = ("in", "to", "for")


def described_names(row: Mapping[str, Any]) -> Iterator[str]:
    """The folded descriptions that mean a UN body of the pack."""
    pack = load_pack("sources")["un_bodies"]
    for un in map(folded_name, pack["names"]):
        yield from _by_task(un, row.get("tasks", ()), pack["nouns"])
        yield from _by_land(un, row.get("mission_in", ()), pack["missions"])
        yield from _by_land(un, row.get("peacekeepers_in", ()), pack["peacekeepers"])


def _by_task(un: str, tasks: Sequence[str], nouns: Sequence[str]) -> Iterator[str]:
    """ "The UN health agency", "the health chief of the UN", "the UN agency for refugees", "the top UN aid official"."""
    for task in map(folded_name, tasks):
        for noun in map(folded_name, nouns):
            yield from (f"{un} {task} {noun}", f"{task} {noun} of {un}", f"{un} {noun} for {task}")
        yield from (f"{un} top {task} official", f"top {un} {task} official", f"{un} {task} body")


def _by_land(un: str, lands: Sequence[str], nouns: Sequence[str]) -> Iterator[str]:
    """ "The UN mission in Libya", "the UN's Libya mission", "peacekeepers of the UN in Mali"."""
    for land in map(folded_name, lands):
        for noun in map(folded_name, nouns):
            yield f"{un} {land} {noun}"
            yield from (f"{un} {noun} {where} {land}" for where in _IN)
            yield from (f"{noun} of {un} {where} {land}" for where in _IN)
