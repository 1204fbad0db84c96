"""What stands in a ledger is what the same reports give at once, however they arrived and whatever was judged since."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import plain_find

from cenotaph import api
from cenotaph.find import Found
from cenotaph.ledger import Ledger, LedgerName
from cenotaph.reconcile import Incident
from cenotaph.run import find_reports, read_into
from cenotaph.run.packing import packed, unpacked
from cenotaph.run.reckoning import Reckoning, reckon_ledger, reckon_outcomes
from cenotaph.run.standing import is_current
from cenotaph.run.wanted import filter_of

pytestmark = pytest.mark.usefixtures("plain_finder")

TEXTS = {
    "a": "5 soldiers were killed near Irpin, the mayor said.",
    "b": "8 soldiers were killed near Irpin, the governor said.",
    "c": "4 medics were killed near Bucha, the medic said.",
    "d": "8 soldiers were killed near Irpin, the medic said. 9 sailors were killed near Odesa, the mayor said.",
}
Write = Callable[..., list[str]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes reports of these names and gives their paths."""

    def write_(*names: str) -> list[str]:
        paths = [tmp_path / f"{name}.jsonl" for name in names]
        for path in paths:
            path.write_text(
                json.dumps({"id": path.stem, "text": TEXTS[path.stem], "published": "2022-03-13"})
            )
        return list(map(str, paths))

    return write_


def _read(ledger: LedgerName, paths: list[str]) -> None:
    for _ in read_into(ledger, paths):
        pass


def _groups(found: Reckoning) -> set[tuple[str, frozenset[str]]]:
    return {(one.id, frozenset(one.claims)) for one in found.incidents}


def _figures(found: Reckoning) -> set[tuple[object, ...]]:
    return {
        (one.id, one.low, one.high, one.label, one.origins, len(one.used)) for one in found.tally().tallies
    }


def test_reports_that_arrive_one_by_one_stand_as_if_read_at_once(
    ledger_name: LedgerName, write: Write
) -> None:
    paths = write(*TEXTS)
    at_once = reckon_outcomes(find_reports(paths))
    for path in paths:
        _read(ledger_name, [path])
        reckon_ledger(ledger_name)
    found = reckon_ledger(ledger_name)
    assert _groups(found) == _groups(at_once)
    assert _figures(found) == _figures(at_once)
    assert [one.claim.id for one in found.statements] == [one.claim.id for one in at_once.statements]


def test_what_was_worked_out_is_not_worked_out_again(
    ledger_name: LedgerName, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    _read(ledger_name, write("a", "b"))
    before = _figures(reckon_ledger(ledger_name))
    with Ledger(ledger_name) as book:
        assert is_current(book)
    monkeypatch.setattr("cenotaph.run.standing.Standing", None)
    assert _figures(reckon_ledger(ledger_name)) == before


def _irpin(ledger: LedgerName) -> list[Incident]:
    return [one for one in reckon_ledger(ledger).incidents if one.place == "Irpin"]


def test_figures_follow_what_a_person_corrects_or_rejects(ledger_name: LedgerName, write: Write) -> None:
    _read(ledger_name, write("a", "b"))
    (row,) = api.tally(ledger_name)
    assert (row["low"], row["high"]) == (5, 8)
    api.judge(ledger_name, "a-0", "correct", by="A. Lenz", reason="misread", fields={"low": 7, "high": 7})
    (row,) = api.tally(ledger_name)
    assert (row["low"], row["high"]) == (7, 8)
    api.judge(ledger_name, "b-0", "reject", by="A. Lenz", reason="of another war")
    (row,) = api.tally(ledger_name)
    assert (row["low"], row["high"], row["used"]) == (7, 7, ["a-0"])


def test_an_attack_follows_what_a_person_judged(ledger_name: LedgerName, write: Write) -> None:
    _read(ledger_name, write("a", "b", "c"))
    assert len(_irpin(ledger_name)) == 1
    api.judge(
        ledger_name, "a-0", "reject", by="A. Lenz", reason="another street", subject="incident", other="b-0"
    )
    assert [len(one.claims) for one in _irpin(ledger_name)] == [1, 1]
    api.judge(ledger_name, "a-0", "accept", by="A. Lenz", reason="one hill", subject="incident", other="c-0")
    assert any({"a-0", "c-0"} <= set(one.claims) for one in reckon_ledger(ledger_name).incidents)


def test_a_change_of_policy_changes_no_claim(ledger_name: LedgerName, write: Write) -> None:
    _read(ledger_name, write("a", "b"))
    before = api.claims(ledger_name)
    for policy in ("ucdp", "ibc", "airwars", "acled", "every-casualty"):
        api.tally(ledger_name, policy=policy)
    assert api.claims(ledger_name) == before


@pytest.mark.parametrize(
    ("wanted", "claims"),
    [
        ({}, 5),
        ({"side": "Ukraine"}, 5),
        ({"side": "Russia"}, 0),
        ({"place": "irpin"}, 3),
        ({"harm": "killed", "scope": "incident"}, 5),
        ({"source": "mayor"}, 2),
        ({"text": "sailors"}, 1),
        ({"report": "d"}, 2),
        ({"role": "civilians"}, 0),
    ],
    ids=str,
)  # fmt: skip
def test_a_filter_means_what_it_means_for_claims(
    ledger_name: LedgerName, write: Write, wanted: dict[str, str], claims: int
) -> None:
    _read(ledger_name, write(*TEXTS))
    condition = filter_of(dict(wanted))
    found = [one.claim.id for one in reckon_ledger(ledger_name, condition).statements]
    assert len(found) == claims
    with Ledger(ledger_name) as book:
        assert found == [claim.id for claim, _ in book.claims(condition)]


def test_a_ledger_that_is_up_to_date_is_only_read(tmp_path: Path, write: Write) -> None:
    ledger = tmp_path / "kept.sqlite"
    api.read(write("a", "b"), ledger=ledger)
    before = ledger.read_bytes()
    assert len(reckon_ledger(ledger).statements) == 2
    assert ledger.read_bytes() == before


def test_sentences_and_reasons_come_from_the_ledger(ledger_name: LedgerName, write: Write) -> None:
    _read(ledger_name, write("a", "b"))
    found = reckon_ledger(ledger_name)
    assert found.quoted(["a-0"]) == {"a-0": "5 soldiers were killed near Irpin, the mayor said"}
    (attack,) = found.explained(found.incidents)
    assert [join.claim for join in attack.joins] == ["b-0"]


def test_a_statement_comes_out_of_its_row_as_it_went_in(write: Write) -> None:
    for one in reckon_outcomes(find_reports(write(*TEXTS))).statements:
        found = unpacked(packed(one))
        assert found.claimant == one.claimant
        assert (found.claim.id, found.claim.low, found.claim.sentence) == (
            one.claim.id,
            one.claim.low,
            one.claim.sentence,
        )
        assert (found.place, found.within, found.testimony, found.published) == (
            one.place, one.within, one.testimony, one.published
        )  # fmt: skip


def test_what_another_finder_finds_no_more_stands_no_more(
    ledger_name: LedgerName, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = write("a", "b", "c")
    _read(ledger_name, paths)
    assert len(reckon_ledger(ledger_name).statements) == 3
    monkeypatch.setattr("cenotaph.run.local.finder_version", lambda: "another")
    monkeypatch.setattr(
        "cenotaph.run.finder.find", lambda report: Found(()) if report.id == "b" else plain_find(report)
    )
    _read(ledger_name, paths)
    found = reckon_ledger(ledger_name)
    assert [one.claim.id for one in found.statements] == ["a-0", "c-0"]
    assert [len(one.claims) for one in found.incidents] == [1, 1]
