"""How long pages of the workbench take on a large ledger: processor time of the server, page by page, asked for the first
time and, as the median, again.

usage: workbench.py [--reports N] [--claims N] [--ledger FILE]

The reports are drawn from a small grammar, ten claims each, and filed as found by a finder that knows this grammar alone:
what is measured is the workbench. FILE keeps the ledger for the next run.
"""

import argparse
import random
import re
import sys
import tempfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from statistics import median
from time import process_time, sleep

import msgspec
from fastapi.testclient import TestClient

from cenotaph.find import Found
from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.model import Claim, Report, Span
from cenotaph.problems import Problem
from cenotaph.read import Document, read_bytes
from cenotaph.reconcile import POLICIES
from cenotaph.run import file_into, finder
from cenotaph.web import Settings
from cenotaph.web.app import workbench

_TOWNS = ("Irpin", "Bucha", "Kharkiv", "Mariupol", "Chernihiv", "Sumy", "Izium", "Kherson", "Mykolaiv", "Odesa", "Lviv",
          "Dnipro", "Kramatorsk", "Homel", "Mazyr", "Rubizhne", "Popasna", "Bakhmut", "Trostianets", "Okhtyrka")  # fmt: skip
_SAY = (
    "the mayor",
    "the governor",
    "police",
    "a medic",
    "the general staff",
    "a resident",
    "the city council",
)
_SENTENCE = re.compile(
    r"(\d+) (soldiers|civilians|people) were (killed|wounded) in (\w+) on (\S+), (.+?) said\."
)
_ROUNDS = 5
ROWS = ("/reports", "/reports?sort=-claims&page=20", "/report/r500", "/claims", "/claims?sort=-low&page=50",
        "/claims?side=Ukraine&harm=killed&place=Bucha", "/claims?source=mayor", "/claims?text=Kharkiv", "/handlings",
        "/problems", "/review/agreement", "/downloads", "/method", "/add")  # fmt: skip
FIGURES = ("/", "/tally", "/tally?policy=ucdp&side=Ukraine", "/tally?claimant=mayor", "/series", "/series?side=Ukraine",
           "/disputes", "/disputes?side=Ukraine", "/incidents", "/incidents?side=Ukraine&harm=killed", "/map",
           "/map?side=Ukraine&harm=killed", "/flow", "/origins", "/sources", "/sources?name=mayor", "/persons", "/review",
           "/review?side=Ukraine")  # fmt: skip
FIRST_OF = ("/tally", "/series", "/disputes", "/incidents", "/claims")
"""Lists whose first row leads to a page of its own."""
BAR_SECONDS = 0.3


def main() -> int:
    """Build the ledger if it is not there, ask for each page, print the medians; 1 if one is over the bar."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--ledger", type=Path)
    options = parser.parse_args()
    ledger = options.ledger or Path(tempfile.mkdtemp()) / "large.sqlite"
    if not ledger.exists():
        _build(ledger, options.reports)
    app = workbench(Settings(ledger))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        worst = max(_told(client, page) for page in ROWS)
        began = process_time()
        app.state.desk.studio.picture(patience=36_000)
        print(f"{'all figures worked out anew':50} {process_time() - began:8.2f} s", flush=True)
        began = process_time()
        for policy in POLICIES:
            _wait(client, f"/tally?policy={policy}")
        print(f"{'and by the other policies':50} {process_time() - began:8.2f} s", flush=True)
        pages = (*FIGURES, *(_first_of(client, page) for page in FIRST_OF))
        worst = max(worst, *(_told(client, page) for page in pages))
    return int(worst > BAR_SECONDS)


def _told(client: TestClient, page: str) -> float:
    first, *again = _times(client, page)
    slower = max(first, median(again))
    over = "  over the bar" if slower > BAR_SECONDS else ""
    print(f"{page:50} {first * 1000:8.0f} ms {median(again) * 1000:8.0f} ms{over}", flush=True)
    return slower


def _times(client: TestClient, page: str) -> list[float]:
    found: list[float] = []
    for _ in range(_ROUNDS):
        began = process_time()
        answer = client.get(page)
        found.append(process_time() - began)
        assert answer.status_code == 200, (page, answer.status_code)
    return found


def _wait(client: TestClient, page: str) -> None:
    while client.get(page).status_code == 503:
        sleep(0.5)


def _first_of(client: TestClient, page: str) -> str:
    kind = {"/claims": "/claim/", "/series": "/series/of"}.get(page, f"{page}/")
    return unescape(re.findall(rf'href="({kind}[^"]*)"', client.get(page).text)[0])


def _build(ledger: Path, reports: int) -> None:
    finder.find = _find  # type: ignore[attr-defined]
    began = process_time()
    for _ in file_into(ledger, _documents(reports)):
        pass
    print(f"{'filed ' + format(reports, ',') + ' reports':50} {process_time() - began:8.2f} s")


def _documents(reports: int) -> Iterator[Document | Problem]:
    chance = random.Random(5)
    for number in range(reports):
        day = f"2022-{chance.randint(3, 12):02}-{chance.randint(1, 28):02}"
        lines = [
            f"{chance.randint(2, 4000)} {chance.choice(('soldiers', 'civilians', 'people'))} were "
            f"{chance.choice(('killed', 'wounded'))} in {chance.choice(_TOWNS)} on {day}, {chance.choice(_SAY)} said."
            for _ in range(10)
        ]
        record = {
            "id": f"r{number}",
            "title": f"Report {number} from {chance.choice(_TOWNS)}",
            "outlet": f"Outlet {chance.randint(1, 200)}",
            "published": day,
            "text": "\n".join(lines),
        }
        yield from read_bytes(msgspec.json.encode(record), f"r{number}.json", "application/json")


def _find(report: Report) -> Found:
    return Found(tuple(_claim(match, report) for match in _SENTENCE.finditer(report.text)), (), ())


def _claim(match: re.Match[str], report: Report) -> Claim:
    place = next(iter(gazetteer().lookup(match[4])), None)
    people = match[2]
    return Claim(
        id=f"{report.id}-{match.start():04}", report=report.id, quantity_text=match[1], start=match.start(1),
        end=match.end(1), harm="killed" if match[3] == "killed" else "wounded", low=int(match[1]), high=int(match[1]),
        approx=False, side="Ukraine" if people != "people" else None,
        role={"soldiers": "combatants", "civilians": "civilians"}.get(people, "unknown"),  # type: ignore[arg-type]
        victims_text=people, names=(), place=match[4], scope="incident" if int(match[1]) < 2000 else "cumulative",
        from_=match[5], until=match[5], sources=(match[6],), stance="asserted", rules=("grammar",),
        place_key=place.key if place else None, sentence=Span(match.start(), match.end()),
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
