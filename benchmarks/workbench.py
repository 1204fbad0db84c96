"""How long every page of the workbench takes on a large ledger, as a browser meets it: warm, and right after a judgement while
the figures are worked out anew.

usage: workbench.py [--reports N] [--rounds N] [--ledger FILE]

A server is started and asked over HTTP. Of each page's answers the median and the 95th percentile are told, in
milliseconds of the clock and of the processors (the server's and that of the process that makes the page), which other
work on the machine lengthens less. FILE keeps the ledger for the next run. Ends with 1 where a page needs more than 300 ms
of the processors at the 95th percentile.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from statistics import quantiles
from time import sleep

from large_ledger import build
from served import Served, Time

BAR = 300.0
PAGES = (
    "/", "/?policy=ucdp", "/reports", "/reports?sort=-claims&page=20", "/reports?text=Kharkiv", "/report/r500", "/report?id=r501",
    "/claims", "/claims?sort=-low&page=50", "/claims?side=Ukraine&harm=killed&place=Bucha", "/claims?source=mayor",
    "/claims?text=Kharkiv", "/handlings", "/problems", "/tally", "/tally?policy=ucdp&side=Ukraine", "/tally?claimant=mayor",
    "/tally?sort=-best&page=3", "/series", "/series?side=Ukraine", "/disputes", "/disputes?side=Ukraine", "/incidents",
    "/incidents?side=Ukraine&harm=killed", "/incidents?sort=-claims", "/map", "/map?side=Ukraine&harm=killed", "/flow",
    "/origins", "/origins?source=mayor", "/sources", "/sources?name=mayor", "/persons", "/persons?name=a", "/review",
    "/review?side=Ukraine", "/review?harm=killed&page=40", "/review/agreement", "/judgements", "/dossier", "/downloads",
    "/method", "/team", "/add", "/api/claims", "/api/claims?text=Kharkiv", "/api/handlings", "/api/reports", "/api/tally",
    "/api/tally?policy=airwars", "/api/series", "/api/disputes",
)  # fmt: skip
FIRST_OF = {
    "/claims": "/claim/", "/series": "/series/of", "/tally": "/tally/", "/disputes": "/disputes/", "/incidents": "/incidents/",
}  # fmt: skip
"""Lists whose first row leads to a page of its own."""
NOT_PAGES = {
    "/login",
    "/add/{upload_id}",
    "/download/{format_}",
    "/persons/{person_id}",
    "/handling/{handling_id}/panel",
}
"""Addresses that are no pages, or of which this ledger has none: downloads take as long as they are long."""


def main() -> int:
    """Build the ledger if it is not there, ask for each page, print the figures; 1 if one is over the bar."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--ledger", type=Path)
    options = parser.parse_args()
    ledger = options.ledger or Path(tempfile.mkdtemp()) / "large.sqlite"
    if not ledger.exists():
        build(ledger, options.reports)
    with Served(ledger) as server:
        server.until_figures_are_current()
        print(
            f"{'figures of ' + ledger.name + ' worked out':58} {server.worked:8.1f} s of a processor",
            flush=True,
        )
        pages = [*PAGES, *_further(server)]
        _all_are_asked(server, pages)
        warm = _printed("warm", {page: [server.ask(page) for _ in range(options.rounds)] for page in pages})
        after = _after_judgements(server, pages, options.rounds)
    return int(max(*warm, *after) > BAR)


def _further(server: Served) -> Iterator[str]:
    for page, kind in FIRST_OF.items():
        first = unescape(re.findall(rf'href="({kind}[^"]*)"', server.text(page))[0])
        yield first
        if kind == "/claim/":
            yield from (
                f"{first}/panel",
                f"/edit/{first.rpartition('/')[2]}",
                "/adding?report=r500&start=0&end=3",
            )


def _all_are_asked(server: Served, pages: Iterable[str]) -> None:
    """Every page that the workbench describes is among those measured."""
    asked = [page.partition("?")[0] for page in pages]
    described = {path for path, methods in server.json("/openapi.json")["paths"].items() if "get" in methods}
    patterns = {path: re.compile(re.sub(r"\{[^}]+\}", "[^/]+", path)) for path in described - NOT_PAGES}
    missing = [path for path, pattern in patterns.items() if not any(map(pattern.fullmatch, asked))]
    assert missing == [], missing


def _after_judgements(server: Served, pages: list[str], rounds: int) -> list[float]:
    """One page after another while figures are worked out; another judgement whenever they are done."""
    claims = re.findall(r"[?&]claim=([\w-]+)", server.text("/review?page=3"))
    judged, found = [], {page: [] for page in pages}  # type: tuple[list[Time], dict[str, list[Time]]]
    asked = 0
    while asked < rounds * len(pages):
        if server.has_current_figures():
            judged.append(server.judge(claims[len(judged)]))
            sleep(0.2)
        found[pages[asked % len(pages)]].append(server.ask(pages[asked % len(pages)]))
        asked += 1
    return _printed(
        "while figures are worked out after a judgement", {"a judgement is filed": judged, **found}
    )


def _printed(when: str, found: dict[str, list[Time]]) -> list[float]:
    """The table of one run; the 95th percentiles of the processors' time."""
    print(
        f"\n{when:58} {'clock':>17} {'processor':>17}\n{'':58} {'median':>8} {'p95':>8} {'median':>8} {'p95':>8}",
        flush=True,
    )
    worst = []
    for page, times in found.items():
        clock, processor = (
            _middle_and_late(one.clock for one in times),
            _middle_and_late(one.processor for one in times),
        )
        worst.append(processor[1])
        over = "  over the bar" if processor[1] > BAR else ""
        print(
            f"{page:58} {clock[0]:8.0f} {clock[1]:8.0f} {processor[0]:8.0f} {processor[1]:8.0f}{over}",
            flush=True,
        )
    every = [time for times in found.values() for time in times]
    clock, processor = (
        _middle_and_late(one.clock for one in every),
        _middle_and_late(one.processor for one in every),
    )
    print(
        f"{f'all {len(every)} answers':58} {clock[0]:8.0f} {clock[1]:8.0f} {processor[0]:8.0f} {processor[1]:8.0f}",
        flush=True,
    )
    return worst


def _middle_and_late(times: Iterable[float]) -> tuple[float, float]:
    """The median and the 95th percentile, in milliseconds."""
    found = [1000 * one for one in times]
    cut = quantiles(found * 2 if len(found) == 1 else found, n=20, method="inclusive")
    return cut[9], cut[18]


if __name__ == "__main__":
    sys.exit(main())
