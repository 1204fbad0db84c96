"""Filings in our own words, for tests that need no reader and no finder."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from cenotaph.ledger import Filing, Raw, report_key
from cenotaph.model import Claim, Report, Span

TEXT = "The governor said on Friday that at least 12 soldiers had been killed near Homel."
CLAIM = Claim(
    id="c0ffee01",
    report="a",
    quantity_text="at least 12",
    start=33,
    end=44,
    harm="killed",
    low=12,
    high=None,
    approx=False,
    side="Ukraine",
    role="combatants",
    victims_text="soldiers",
    names=(),
    place="Homel",
    scope="incident",
    from_=None,
    until="2022-03-11",
    sources=("The governor",),
    stance="asserted",
    rules=("quantity.at-least", "harm.killed"),
    part_of=None,
    evidence=(("place", Span(75, 80)), ("sources", Span(0, 12))),
    place_key="geonames:627907",
    sentence=Span(0, 81),
)
MakeFiling = Callable[..., Filing]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a test's ledger lies."""
    return tmp_path / "test.sqlite"


@pytest.fixture
def filing() -> MakeFiling:
    """Makes the filing of a report with one claim; keyword arguments change fields of the claim."""

    def make(id_: str = "a", text: str = TEXT, *, data: bytes | None = None, **changes: Any) -> Filing:
        report = Report(id_, text, published="2022-03-13")
        data = text.encode() if data is None else data
        digest = sha256(data).hexdigest()
        raw = Raw(digest, data, f"{id_}.txt", "text/plain", "utf-8", "text/1", b"\x90")
        changes.setdefault("id", sha256(id_.encode()).hexdigest())
        claim = replace(CLAIM, report=id_, **changes)
        return Filing(report_key(report, digest), report, raw, (claim,), (), ())

    return make
