"""What tests of several folders need."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.postgresql import new_schema, server

from cenotaph.find import Found
from cenotaph.ledger import LedgerName
from cenotaph.model import Claim, Report, Span

_KILLED = re.compile(r"(\d+) (\w+) were killed near (\w+), (the \w+) said")


def plain_find(report: Report) -> Found:
    """A finder for tests of what lies around it: "5 soldiers were killed near Irpin, the mayor said".

    It breaks on a text with "BREAK" in it.
    """
    if "BREAK" in report.text:
        raise ValueError("a rule went wrong\nand says more")
    return Found(tuple(_claim(match, report) for match in _KILLED.finditer(report.text)))


def _claim(match: re.Match[str], report: Report) -> Claim:
    figure = int(match[1])
    return Claim(
        id=f"{report.id}-{match.start()}",
        report=report.id,
        quantity_text=match[1],
        start=match.start(1),
        end=match.end(1),
        harm="killed",
        low=figure,
        high=figure,
        approx=False,
        side="Ukraine",
        role="combatants",
        victims_text=match[2],
        names=(),
        place=match[3],
        scope="incident",
        from_=None,
        until=None,
        sources=(match[4],),
        stance="asserted",
        rules=("plain",),
        sentence=Span(match.start(), match.end()),
    )


@pytest.fixture
def plain_finder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let runs in this process find with `plain_find`."""
    monkeypatch.setattr("cenotaph.run.finder.find", plain_find)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL server of the tests' own; tests that ask for it are skipped where there is none."""
    with server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def ledger_name(request: pytest.FixtureRequest, tmp_path: Path) -> LedgerName:
    """Where a test's ledger lies, once in each database."""
    if request.param == "sqlite":
        return tmp_path / "test.sqlite"
    return new_schema(request.getfixturevalue("postgresql"))
