"""The profile of a ledger: set, kept, and laid over the claims without changing them."""

import json
from pathlib import Path

import pytest

from cenotaph import api
from cenotaph.ledger import Ledger, LedgerName, filed_profiles
from cenotaph.problems import CenotaphError
from cenotaph.reconcile import ProfileError
from cenotaph.run.profiles import profile_of, resolutions, set_profile

TEXT = "More than 1,200 people have been killed across the enclave since the war began, the health ministry said."


@pytest.fixture
def file(tmp_path: Path) -> LedgerName:
    """A ledger of one report, in a file."""
    return filled(tmp_path, tmp_path / "l.sqlite")


@pytest.fixture
def ledger(tmp_path: Path, ledger_name: LedgerName) -> LedgerName:
    """The same, once in each database."""
    return filled(tmp_path, ledger_name)


def filled(tmp_path: Path, ledger_name: LedgerName) -> LedgerName:
    """Read the report into a ledger."""
    (tmp_path / "r.jsonl").write_text(json.dumps({"id": "a", "text": TEXT, "published": "2023-10-09"}))
    api.read(tmp_path / "r.jsonl", ledger=ledger_name)
    return ledger_name


def test_a_dossier_has_the_generic_profile_until_it_is_given_another(ledger: LedgerName) -> None:
    with Ledger(ledger) as book:
        assert profile_of(book).title == "No one war"
        assert list(resolutions(book, profile_of(book))) == []
    before = api.claims(ledger)
    set_profile(ledger, "ukraine", by="A. Lenz", reason="mistaken")
    set_profile(ledger, "gaza", by="A. Lenz", reason="it is this war")
    with Ledger(ledger) as book:
        assert profile_of(book).title == "Israel and Gaza"
        assert [(one.name, one.reason) for one in filed_profiles(book.connection)] == [
            ("ukraine", "mistaken"), ("gaza", "it is this war"),
        ]  # fmt: skip
        found = {row["field"]: (row["found"], row["resolved"]) for row in resolutions(book, profile_of(book))}
    assert found["from"] == (None, "2023-10-07")
    assert found["from"] == (None, "2023-10-07")
    assert found["sources"] == (["the health ministry"], ["Gaza Health Ministry"])
    assert api.claims(ledger) == before


def test_a_profile_of_one_s_own_is_kept_as_it_was_when_it_was_set(file: LedgerName, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('title = "Mine"')
    set_profile(file, str(mine), by="A. Lenz", reason="ours")
    mine.write_text('title = "Changed"')
    with Ledger(file) as book:
        assert profile_of(book).title == "Mine"


@pytest.mark.parametrize(
    ("name", "by", "words"),
    [("atlantis", "A. Lenz", "There is no profile atlantis"), ("gaza", "", "say who does it")],
)
def test_what_cannot_be_set_is_told(file: LedgerName, name: str, by: str, words: str) -> None:
    with pytest.raises(ProfileError) as error:
        set_profile(file, name, by=by, reason="so")
    assert words in str(error.value)


def test_no_ledger_is_made_by_setting_a_profile(tmp_path: Path) -> None:
    with pytest.raises(CenotaphError):
        set_profile(tmp_path / "none.sqlite", "gaza", by="A. Lenz", reason="so")
    assert not (tmp_path / "none.sqlite").exists()
