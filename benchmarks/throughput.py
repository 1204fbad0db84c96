"""How many news articles a second, side by side with what else could be used and with the limit, and how much memory.

usage: throughput.py [--articles N] [--rounds N] [--texts PATH ...] [--memory [N]] [--doubling [N]]

One core. In each round every contender goes once over the same texts, one after the other; the medians of the rounds are told.
`find` gives claims and handlings with all fields; `read` reads the texts from a JSON-lines file and files them in a new SQLite ledger;
`scan` looks for the same words of harm in the same bytes with one compiled pattern, which nothing that reads the text can beat. Of others'
tools there are, each with what it gives and what not in peers.py:
  spaCy       the least: words, and numbers near nine words of harm by two patterns of a Matcher;
  equal work  spaCy with the vocabulary and the shapes that the finder has: the words from which claims are made, no fields;
  with values the same, quantulum3 reading the quantities of the sentences that matched: what `find` starts from (on a few of the articles);
  quantulum3  over whole texts (on a few of the articles).
They come with the dependency group `bench`; without it the others run alone. --texts measures on real reports, as one mix. --memory streams N reports (100,000) through `find` and `read` and tells
the resident memory on the way. --doubling files 10,000, 20,000, 40,000 ... up to N (320,000) short reports in ledgers of their own and
tells what each doubling costs in time and memory.
"""

import argparse
import re
import resource
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from time import process_time
from typing import NamedTuple

import msgspec
import peers
from news import MIXES, Newsroom, reports_in

from cenotaph.find import find
from cenotaph.model import Report
from cenotaph.run import find_reports, read_into

_HARM = ["killed", "wounded", "dead", "died", "injured", "missing", "captured", "bodies", "soldiers"]
_HARM_BYTES = re.compile(rb"(?i)\b(?:" + "|".join(_HARM).encode() + rb")\b")
_STEPS = 10
_DOUBLED_FROM = 10_000
_SHORT = 60  # Words.


class Contender(NamedTuple):
    """What is measured: a run over so many articles."""

    run: Callable[[], object]
    articles: int


def contenders(reports: list[Report], scratch: Path) -> dict[str, Contender]:
    """What is measured, by name."""
    file = scratch / "reports.jsonl"
    write(file, reports)
    ledger, raw = scratch / "ledger.sqlite", [report.text.encode() for report in reports]
    found = {
        "find": Contender(lambda: exhaust(map(find, reports)), len(reports)),
        "read": Contender(lambda: read_anew(file, ledger), len(reports)),
        "scan": Contender(lambda: exhaust(map(_HARM_BYTES.findall, raw)), len(reports)),
    }
    for name, reader, most in peers.readers():
        few = reports[:most]
        found[name] = Contender(partial(read_all, reader, few), len(few))
    return found


def read_all(reader: Callable[[str], object], reports: list[Report]) -> None:
    """Give each text to a reader."""
    exhaust(reader(report.text) for report in reports)


def exhaust(things: Iterable[object]) -> None:
    """Go through things and keep none."""
    deque(things, maxlen=0)


def write(file: Path, reports: Iterable[Report]) -> None:
    """Reports as JSON lines."""
    with file.open("wb") as out:
        out.writelines(msgspec.json.encode(report) + b"\n" for report in reports)


def read_anew(file: Path, ledger: Path) -> None:
    """Read a file into a ledger that is not there yet."""
    ledger.unlink(missing_ok=True)
    exhaust(read_into(ledger, [str(file)]))


def seconds(one: Contender) -> float:
    """Processor time of one run, for each article."""
    start = process_time()
    one.run()
    return (process_time() - start) / one.articles


def measure(name: str, reports: list[Report], rounds: int) -> None:
    """Print articles a second and the ratios, medians over the rounds."""
    with tempfile.TemporaryDirectory() as scratch:
        running = contenders(reports, Path(scratch))
        for one in running.values():
            one.run()
        times = [{of: seconds(one) for of, one in running.items()} for _ in range(rounds)]
    words = sum(len(report.text.split()) for report in reports) / len(reports)
    print(f"{name}: {len(reports):,} articles of {words:.0f} words, {rounds} rounds")
    for of in running:
        rate = 1 / median(one[of] for one in times)
        print(f"  {of:11} {rate:9,.0f} articles a second {_ratios(of, times)}")


def _ratios(of: str, times: list[dict[str, float]]) -> str:
    """How many times as fast as the others, the median of the rounds' ratios."""
    others = [other for other in times[0] if other != of]
    told = (f"{median(one[other] / one[of] for one in times):.3g} × {other}" for other in others)
    return f"({', '.join(told)})"


def measure_memory(number: int) -> None:
    """Print the resident memory while `find` and then `read` go over so many reports of the general mix."""
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "reports.jsonl"
        write(file, Newsroom(2).articles(number, MIXES["general"]))
        running: Mapping[str, Iterable[object]] = {
            "find": find_reports([str(file)]),
            "read": read_into(Path(scratch) / "ledger.sqlite", [str(file)]),
        }
        for name, outcomes in running.items():
            following = iter(outcomes)
            for step in range(1, _STEPS + 1):
                exhaust(islice(following, number // _STEPS))
                print(
                    f"  {name}: {number // _STEPS * step:8,} reports, {resident():6.0f} MB resident",
                    flush=True,
                )
            exhaust(following)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  at most {peak:.0f} MB")


def measure_doubling(most: int) -> None:
    """Print time and memory of filing ever twice as many short reports of the general mix."""
    number, before = min(_DOUBLED_FROM, most), 0.0
    while number <= most:
        with tempfile.TemporaryDirectory() as scratch:
            file = Path(scratch) / "reports.jsonl"
            write(file, Newsroom(3, _SHORT).articles(number, MIXES["general"]))
            took = number * seconds(
                Contender(partial(read_anew, file, Path(scratch) / "ledger.sqlite"), number)
            )
        times = f"{took / before:.2f} times as long" if before else ""
        print(f"  {number:8,} reports {took:7.1f} s {resident():6.0f} MB resident  {times}", flush=True)
        number, before = 2 * number, took


def resident() -> float:
    """The memory that the process holds now, in megabytes (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--texts", nargs="+", metavar="PATH")
    parser.add_argument("--memory", type=int, nargs="?", const=100_000, metavar="N")
    parser.add_argument("--doubling", type=int, nargs="?", const=320_000, metavar="N")
    options = parser.parse_args()
    if options.memory:
        measure_memory(options.memory)
    elif options.doubling:
        measure_doubling(options.doubling)
    elif options.texts:
        measure("texts", reports_in(options.texts), options.rounds)
    else:
        for name, share in MIXES.items():
            measure(name, list(Newsroom(1).articles(options.articles, share)), options.rounds)


if __name__ == "__main__":
    main()
