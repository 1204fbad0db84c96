"""The page of one claim or handling: what it says, its words in their context, where every field comes from."""

import sys
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from cenotaph.cli.show import Shown, evidence, figure, headline
from cenotaph.cli.tables import clean, console, is_coloured, printable, styled, width_of
from cenotaph.cli.wrapping import cells, wrapped
from cenotaph.judging import HANDLING_FIELDS
from cenotaph.model import Claim
from cenotaph.rows import bounds
from cenotaph.run.showing import context_of, value_text

if TYPE_CHECKING:
    from rich.text import Text

_WIDEST = 110
"""Cells of a line that is still easy to read."""

_CLAIM_FIELDS = ("quantity_text", "harm", "side", "role", "victims_text", "names", "place", "scope", "from", "until",
                 "sources", "stance")  # fmt: skip
_REPORT_FIELDS = ("report", "title", "outlet", "published", "url", "source", "media_type", "encoding", "reader",
                  "raw_size", "raw_sha256")  # fmt: skip

Line = tuple[str, str, str]
"""A name, its value, and the words of the report it was read from."""


def print_page(shown: Shown) -> None:
    """Print the page, as wide as the terminal."""
    width = min(width_of(sys.stdout), _WIDEST)
    for line in wrapped(clean(headline(shown.one)), width):
        print(styled(line, "bold"))
    print()
    console(width).print(_in_context(shown))
    sections = {
        shown.one.id: list(_fields(shown)),
        "changed": list(_changed(shown)),
        "judgements": list(_judged(shown)),
        "report": list(_filled(shown, _REPORT_FIELDS)),
    }
    for title, lines in sections.items():
        if not lines:
            continue
        print(f"\n{styled(title, 'bold')}")
        _print_lines(lines, width)


def _print_lines(lines: list[Line], width: int) -> None:
    indent = 2 + max(cells(name) for name, _, _ in lines) + 2
    for name, value, words in lines:
        text = f"{clean(value)}   ← {clean(words)}" if words else clean(value)
        first, *more = wrapped(text, width - indent)
        print(f"  {styled(name, 'dim')}{' ' * (indent - 2 - cells(name))}{first}")
        for line in more:
            print(" " * indent + line)


def _fields(shown: Shown) -> Iterator[Line]:
    one = shown.one
    if not isinstance(one, Claim):
        yield from _filled(shown, tuple(HANDLING_FIELDS))
        yield "rules", "; ".join(filter(None, one.rules)), ""
        return
    read_from = _words_by_field(shown)
    for name in _CLAIM_FIELDS:
        words = read_from.pop(name, "")
        if name == "until" and shown.report.published and words:
            words += f", in a report of {shown.report.published[:10]}"
        yield name, value_text(shown.row[name]) or "–", words
        yield from _beside(shown, name)
    for name, words in read_from.items():
        yield name, "–", words
    yield "rules", "; ".join(filter(None, one.rules)), ""
    yield "finder", str(shown.origin["finder"]), ""


def _beside(shown: Shown, name: str) -> Iterator[Line]:
    """What belongs under a field: the bounds its words mean, the place on the map, whole and parts."""
    one, row = shown.one, shown.row
    if name == "quantity_text" and isinstance(one, Claim):
        yield "low–high", f"{bounds(one.low, one.high)}{', roughly' if one.approx else ''}", ""
        if one.part_of:
            yield "part of", f"{figure(shown.whole)}, {shown.whole.id}" if shown.whole else one.part_of, ""
        for part in shown.parts:
            yield "has the part", f"{figure(part)}, {part.id}", ""
    if name == "place" and row["place_key"]:
        yield (
            "on the map",
            f"{row['place_name']}, {row['country']}, {row['lat']:.4f} {row['lon']:.4f} ({row['place_key']})",
            "",
        )
        if len(shown.spellings) > 1:
            yield "also written", ", ".join(name for name in shown.spellings if name != row["place"]), ""


def _changed(shown: Shown) -> Iterator[Line]:
    """The fields that no longer hold what was found: what they hold, what was found, and why."""
    for change in shown.row["changes"]:
        if change["field"] == "place_key":
            continue
        found = value_text(change["found"]) or "–"
        yield (
            change["field"],
            value_text(shown.row[change["field"]]) or "–",
            f"found was {found}: {change['why']}",
        )


def _judged(shown: Shown) -> Iterator[Line]:
    """What people made of it, oldest first; what was undone stands in brackets."""
    for one in shown.judgements:
        verdict = one["verdict"] if one["in_force"] else f"({one['verdict']})"
        yield one["at"][:16].replace("T", " "), f"{verdict} by {one['by']}: {one['reason']}", ""


def _words_by_field(shown: Shown) -> dict[str, str]:
    found = sorted(evidence(shown), key=lambda row: str(row["field"]))
    return {
        str(field): " … ".join(dict.fromkeys(str(row["words"]) for row in rows))
        for field, rows in groupby(found, key=lambda row: row["field"])
    }


def _filled(shown: Shown, names: tuple[str, ...]) -> Iterator[Line]:
    row = {**shown.origin, **shown.row}
    for name in names:
        if row[name] not in (None, []):
            yield name, value_text(row[name]), ""


def _in_context(shown: Shown) -> "Text":
    """The sentence with its words marked, and what stands around it; in brackets where no style can be shown."""
    from rich.text import Text

    context = context_of(shown.one, shown.report)
    is_cut_before, is_cut_after = context.is_cut
    opening, closing = ("", "") if is_coloured() else ("[", "]")
    parts = (
        ("… " if is_cut_before else "", "dim"),
        (context.before, "dim"),
        (context.sentence_before, ""),
        (f"{opening}{context.figure}{closing}", "bold reverse"),
        (context.sentence_after, ""),
        (context.after, "dim"),
        (" …" if is_cut_after else "", "dim"),
    )
    return Text.assemble(*((printable(part), style) for part, style in parts))
