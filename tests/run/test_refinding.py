"""A change of the rules shows what it gained, lost and changed; what people judged holds where the words are the same."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.conftest import plain_find
from tests.run.newer_reader import newer

from cenotaph import api
from cenotaph.find import Found
from cenotaph.ledger import ClaimFilter, Ledger, LedgerName
from cenotaph.ledger.verifying import Broken
from cenotaph.model import Claim, Report, Verdict
from cenotaph.run import Draft, judge_one, read_into, refinding
from cenotaph.run.refinding import Refound, refind
from cenotaph.run.verifying import verify_ledger

pytestmark = pytest.mark.usefixtures("plain_finder")
TEXTS = {
    "a": "5 soldiers were killed near Irpin, the mayor said.",
    "b": "7 soldiers were killed near Bucha, the governor said. Up to 9 medics were killed near Sumy, the medic said.",
    "c": "Nothing happened.",
}


def newer_find(report: Report) -> Found:
    """Rules of tomorrow: Irpin is told as Kyiv, "up to" is read, the governor is not believed any more."""
    claims = [_as_tomorrow(claim, report) for claim in plain_find(report).claims]
    return Found(tuple(claim for claim in claims if claim.sources != ("the governor",)))


def _as_tomorrow(claim: Claim, report: Report) -> Claim:
    before = re.compile("[Uu]p to $").search(report.text[: claim.start])
    if before:
        start = before.start()
        return replace(
            claim,
            id=f"{report.id}-{start}",
            start=start,
            quantity_text=report.text[start : claim.end],
            low=None,
        )
    return replace(claim, place="Kyiv") if claim.place == "Irpin" else claim


@pytest.fixture
def ledger(ledger_name: LedgerName, tmp_path: Path) -> LedgerName:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text)
    list(read_into(ledger_name, [str(tmp_path / f"{name}.txt") for name in TEXTS]))
    return ledger_name


@pytest.fixture
def tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cenotaph.run.finder.find", newer_find)
    monkeypatch.setattr(refinding, "finder_version", lambda: "rules/next")


def told(found: list[Refound]) -> list[tuple[str, str, list[tuple[str, object, object]]]]:
    return [
        (change.kind, one.before.id, [(field.field, field.old, field.new) for field in change.fields])
        for one in found
        for change in one.changes
    ]


EXPECTED = [
    ("changed", "a", [("place", "Irpin", "Kyiv")]),
    ("lost", "b", []),
    ("changed", "b", [("quantity_text", "9", "Up to 9"), ("low", 9, None)]),
]


def standing(ledger: LedgerName) -> list[tuple[str, str | None, str | None]]:
    with Ledger(ledger) as book:
        return [(claim.quantity_text, claim.place, claim.verdict) for claim, _ in book.claims(ClaimFilter())]


def holds(ledger: LedgerName) -> bool:
    return not any(isinstance(one, Broken) for one in verify_ledger(ledger))


def test_a_dry_run_shows_and_changes_nothing(ledger: LedgerName, tomorrow: None) -> None:
    before = standing(ledger)
    assert told(list(refind(ledger, dry_run=True))) == EXPECTED
    rows = api.refind(ledger, dry_run=True)
    assert [(row["change"], row["sentence"].endswith("said")) for row in rows] == [
        (kind, True) for kind, *_ in EXPECTED
    ]
    assert api.verify(ledger) is None
    assert standing(ledger) == before


def test_new_findings_supersede_and_are_vouched_for(ledger: LedgerName, tomorrow: None) -> None:
    assert told(list(refind(ledger))) == EXPECTED
    assert standing(ledger) == [("5", "Kyiv", None), ("Up to 9", "Sumy", None)]
    assert [one.fresh for one in refind(ledger)] == [True, True, True]
    assert holds(ledger)


def test_nothing_is_done_where_nothing_changed(ledger: LedgerName) -> None:
    assert [(one.fresh, one.changes) for one in refind(ledger)] == [(True, ())] * 3


def test_what_people_judged_holds_in_the_same_words_and_is_asked_about_elsewhere(
    ledger: LedgerName, request: pytest.FixtureRequest
) -> None:
    verdicts: tuple[tuple[str, Verdict], ...] = (("a-0", "accept"), ("b-0", "accept"), ("b-60", "reject"))
    for id_, verdict in verdicts:
        judge_one(ledger, Draft(id=id_, verdict=verdict, by="Anna", reason="Seen on film."))
    request.getfixturevalue("tomorrow")
    changes = [change for one in refind(ledger) for change in one.changes]
    assert [change.judged for change in changes] == [True, True, True]
    assert standing(ledger)[0] == ("5", "Kyiv", "accepted")
    with Ledger(ledger) as book:
        codes = [
            (problem.code, problem.report) for problem in book.problems() if problem.code.startswith("judge")
        ]
    assert codes == [("judge.reread", "a"), ("judge.orphan", "b"), ("judge.orphan", "b")]
    assert holds(ledger)


def test_a_text_is_read_again_where_its_reader_changed(
    ledger: LedgerName, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cenotaph.run.rereading.read_bytes", newer)
    found = list(refind(ledger))
    assert [(one.text_changed, one.after.text[:2], one.before.id == one.after.id) for one in found] == [
        (True, "» ", True)
    ] * 3
    with Ledger(ledger) as book:
        assert {report.text for report, _ in book.reports()} == {f"» {text}" for text in TEXTS.values()}
    assert [one.fresh for one in refind(ledger)] == [True] * 3
    assert holds(ledger)
