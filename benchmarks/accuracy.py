"""How right the finder is on reports marked by hand, set by set, and what a change of the rules gained and lost.

usage: accuracy.py [--gold FOLDER] [--news FILE] [--changes N] [--record]

The sample stands in the repository. The other sets are read where they lie (../shared beside the project, if not told otherwise):
seeds, open (re3d and muc together), news, whose texts --news or CENOTAPH_NEWS names, and the keys of MUC-4. What is absent is
named and left out. Claims gained and lost since the last recorded run are told with their sentences. The record, accuracy.json, holds
figures and hashes of places and no text; --record writes it anew, and with it the tables of figures in the documentation.
"""

import argparse
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
import muc4
from gold import Figures, Outcome, absent, gold_sets, outcome
from msgspec import Struct

RECORD = Path(__file__).with_suffix(".json")
ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
PAGES = {
    "README.md": ("claims marked", "found, F1", "strict, F1", "low_high", "side", "role", "place", "until", "origin", "stance"),
    "docs/methodology.md": (
        "claims marked", "precision", "recall", "found, F1", "strict, F1", "low_high", "side", "role", "place", "scope",
        "until", "origin", "stance", "false alarms in these", "handlings marked", "handling, F1",
    ),
    "src/cenotaph/web/data/accuracy.md": (
        "claims marked", "precision", "recall", "found, F1", "strict, F1", "low_high", "side", "role", "place", "scope",
        "until", "origin", "stance", "false alarms in these", "handlings marked", "handling, F1",
    ),
}  # fmt: skip
"""Pages with a table of figures, and which figures it has."""
_TABLE = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)


class Recorded(Struct, frozen=True):
    """What a run leaves behind of a set: its figures, and the keys of its claims found and of its false alarms."""

    figures: Figures
    hits: frozenset[str]
    alarms: frozenset[str]


def outcomes(gold: Path, news: Path | None) -> Iterator[tuple[str, Outcome]]:
    """Each set that is there."""
    for one in gold_sets(gold, news):
        if missing := absent(one):
            print(f"{missing} is not there, so {one.name} is left out.")
        else:
            yield one.name, outcome(one)
    keys = gold / "muc4/dev.jsonl"
    if keys.exists():
        yield "muc4", muc4.outcome(keys)
    else:
        print(f"{keys} is not there, so muc4 is left out.")


def print_table(now: Mapping[str, Outcome], before: Mapping[str, Recorded]) -> None:
    """The figures of each set, with the change since the recorded run in brackets."""
    names = list(dict.fromkeys(name for one in now.values() for name in one.figures))
    print("".join([f"{'':26}", *(f"{name:>17}" for name in now)]))
    for name in names:
        cells = (_cell(name, one.figures, before.get(of)) for of, one in now.items())
        print("".join([f"{name:26}", *(f"{cell:>17}" for cell in cells)]))


def _cell(name: str, figures: Figures, before: Recorded | None) -> str:
    value = figures.get(name)
    if value is None:
        return "–"
    shown = f"{value:.3f}" if isinstance(value, float) else str(value)
    old = before.figures.get(name) if before else None
    return shown if old is None or abs(value - old) < 5e-4 else f"{shown} ({value - old:+.3g})"


def print_changes(name: str, now: Outcome, before: Recorded, most: int) -> None:
    """What was gained and lost since the recorded run. A false alarm that is gone has no words any more and is counted."""
    told = {
        "lost": [words for at, words in now.missed.items() if at in before.hits],
        "gained": [words for at, words in now.hits.items() if at not in before.hits],
        "new false alarm": [words for at, words in now.alarms.items() if at not in before.alarms],
    }
    gone = len(before.alarms - now.alarms.keys())
    print(
        f"\n{name}: "
        + ", ".join(f"{len(words)} {what}" for what, words in told.items())
        + f", {gone} false alarms gone"
    )
    for what, words in told.items():
        for one in words[:most]:
            print(f"  {what:16} {one}")


def main() -> None:
    """Measure, compare with the record, and write it anew if asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=SHARED, help="the folder that holds gold/ and muc4/")
    parser.add_argument(
        "--news", type=Path, default=os.environ.get("CENOTAPH_NEWS"), help="texts of the set news"
    )
    parser.add_argument(
        "--changes", type=int, default=10, metavar="N", help="tell up to N changes of each kind"
    )
    parser.add_argument("--record", action="store_true", help="write the record anew")
    options = parser.parse_args()
    before = msgspec.json.decode(RECORD.read_bytes(), type=dict[str, Recorded]) if RECORD.exists() else {}
    now = dict(outcomes(options.gold, options.news and Path(options.news)))
    print_table(now, before)
    for name, one in now.items():
        if name in before:
            print_changes(name, one, before[name], options.changes)
    if options.record:
        kept = {
            name: Recorded(one.figures, frozenset(one.hits), frozenset(one.alarms))
            for name, one in now.items()
        }
        record({**before, **kept})


def record(sets: dict[str, Recorded]) -> None:
    """Write the record and the tables of figures."""
    RECORD.write_bytes(
        msgspec.json.format(msgspec.json.encode(sets, order="deterministic"), indent=1) + b"\n"
    )
    for page, names in PAGES.items():
        path = ROOT / page
        path.write_text(_TABLE.sub(markdown(sets, names), path.read_text()))


def markdown(sets: Mapping[str, Recorded], names: tuple[str, ...]) -> str:
    """The figures as a table, a line a figure and a column a set."""
    rows = [["", *sets], ["---", *("---:" for _ in sets)]]
    rows += [[name, *(short(one.figures.get(name)) for one in sets.values())] for name in names]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def short(value: float | None) -> str:
    """A figure as the documentation writes it."""
    return "–" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()
