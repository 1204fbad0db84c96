"""A copy has the same chain; stopped, it goes on; into another ledger it is refused."""

from collections.abc import Callable
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest
from tests.ledger.test_journal import filed as filed  # noqa: PLC0414
from tests.ledger.test_journal import verified
from tests.postgresql import new_schema

from cenotaph.ledger import ClaimFilter, Filing, Ledger, LedgerError, LedgerName, Store, copying
from cenotaph.ledger.connection import open_to_read, open_to_write
from cenotaph.ledger.copying import copy
from cenotaph.ledger.evidence import KEYS
from cenotaph.ledger.journal import head

Make = Callable[..., Filing]


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> LedgerName:
    """Where the copy goes."""
    if request.param == "sqlite":
        return tmp_path / "copy.sqlite"
    return new_schema(request.getfixturevalue("postgresql"))


def copied(source: LedgerName, target: LedgerName, *, steps: int | None = None) -> list[int]:
    with closing(open_to_read(source)) as from_, closing(open_to_write(target)) as to:
        return list(islice(copy(from_, to), steps))


def contents(name: LedgerName) -> dict[str, list[tuple[object, ...]]]:
    with closing(open_to_read(name)) as connection:
        return {
            table: connection.rows(f"SELECT * FROM {table} ORDER BY {', '.join(keys)}")
            for table, keys in {**KEYS, "journal": ("seq",), "protection": ("seq",)}.items()
        }


def test_a_copy_is_the_same_ledger(filed: LedgerName, target: LedgerName) -> None:
    with Store(filed) as store:
        store.connection.execute("INSERT INTO protection (seq, key) VALUES (1, ?)", (b"key",))
    assert copied(filed, target) == [12]
    assert contents(target) == contents(filed)
    assert verified(target)[1] is None
    assert copied(filed, target) == []


@pytest.mark.parametrize("size", [1, 2, 5])
def test_stopped_at_any_entry_it_is_a_ledger_and_goes_on(
    filed: LedgerName, target: LedgerName, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "_CHUNK", size)
    while copied(filed, target, steps=1):
        entries, wrong = verified(target)
        assert wrong is None
        with closing(open_to_read(target)) as connection:
            assert head(connection).seq == len(entries)
    assert contents(target) == contents(filed)


def test_what_came_since_is_copied_later(filed: LedgerName, target: LedgerName, filing: Make) -> None:
    copied(filed, target)
    with Store(filed) as store:
        store.file(
            [filing("new", "Other words that are newer.", start=0, end=5, quantity_text="Other")], "f/2"
        )
    assert copied(filed, target) == [14]
    with Ledger(target) as ledger:
        assert "new" in {claim.report for claim, _ in ledger.claims(ClaimFilter())}


def test_another_ledger_is_left_as_it_is(filed: LedgerName, target: LedgerName, filing: Make) -> None:
    with Store(target) as store:
        store.file([filing("z", "A ledger of its own.", start=0, end=1, quantity_text="A")], "f/1")
    before = contents(target)
    with pytest.raises(LedgerError, match="holds entries that .* does not have and was left as it is"):
        copied(filed, target)
    assert contents(target) == before
