"""Hundreds of reports that say "four killed in that town, police said": claims that only look alike must make no echoes.

Their words alone tie none of them; it is the finder's claims that do, so both stages run here.
"""

from random import Random

import msgspec
import pytest
from tests.run.briefs import briefs, retellings, shuffled

from cenotaph.run import find_reports
from cenotaph.run.trace_rows import echo_rows
from cenotaph.run.tracing import trace_outcomes

BRIEFS, TOLD_TWICE = 200, 40

Pairs = set[frozenset[str]]


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pairs, Pairs]:
    """The pairs of reports that truly tell of one attack, and those that the tracer ties."""
    random = Random(13)
    told = retellings(TOLD_TWICE, random)
    reports = shuffled([*briefs(BRIEFS, random), *(one for pair in told for one in pair)], random)
    path = tmp_path_factory.mktemp("briefs") / "reports.jsonl"
    path.write_bytes(b"\n".join(map(msgspec.json.encode, reports)))
    rows = echo_rows(trace_outcomes(find_reports([str(path)])))
    return {frozenset((a.id, b.id)) for a, b in told}, {frozenset((row["a"], row["b"])) for row in rows}


def test_what_is_tied_is_told_twice(pairs: tuple[Pairs, Pairs]) -> None:
    true, tied = pairs
    assert len(true & tied) >= 0.8 * len(tied)


def test_what_is_told_twice_is_tied(pairs: tuple[Pairs, Pairs]) -> None:
    true, tied = pairs
    assert len(true & tied) >= 0.9 * len(true)
