"""A large ledger of made-up reports: ten claims each from a small grammar, found by a finder that knows this grammar alone."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from cenotaph.find import Found
from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.model import Claim, Report, Span
from cenotaph.problems import Problem
from cenotaph.read import Document, read_bytes
from cenotaph.run import file_into, finder

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


def build(ledger: Path, reports: int) -> None:
    """File that many reports in a ledger."""
    finder.find = _find  # type: ignore[attr-defined]
    for _ in file_into(ledger, _documents(reports)):
        pass


def crowded(ledger: Path, claims: int) -> None:
    """File one report with that many claims, called crowded."""
    finder.find = _find  # type: ignore[attr-defined]
    lines = (
        f"{at % 90 + 10} soldiers were killed in {_TOWNS[at % len(_TOWNS)]} on 2022-03-13, the mayor said."
        for at in range(claims)
    )
    for _ in file_into(ledger, read_bytes("\n".join(lines).encode(), "crowded.txt")):
        pass


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
