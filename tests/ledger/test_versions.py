"""Ledgers of every earlier version, on both databases: brought to this one with all they held, and vouched for."""

from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from tests.ledger.test_journal import verified

from cenotaph.ledger import (
    ClaimFilter,
    HandlingFilter,
    Ledger,
    LedgerError,
    LedgerName,
    Store,
    is_url,
    migrating,
    postgres,
    sqlite,
)
from cenotaph.ledger.connection import open_to_write
from cenotaph.ledger.migrating import migrations, statements
from cenotaph.ledger.postgres import translated

DUMPS = sorted(Path(__file__).with_name("versions").glob("*.sql"))


@pytest.fixture(params=range(1, len(migrations())))
def older(
    request: pytest.FixtureRequest, ledger_name: LedgerName, monkeypatch: pytest.MonkeyPatch
) -> LedgerName:
    """A ledger of an earlier version, filled with what the newest dump that it takes holds."""
    version, all_ = request.param, migrations()
    with monkeypatch.context() as patch:
        for module in (migrating, sqlite, postgres):
            patch.setattr(module, "migrations", lambda: all_[:version])
        with closing(open_to_write(ledger_name)) as connection, connection.transaction():
            for statement in statements(
                [dump for dump in DUMPS if int(dump.stem) <= version][-1].read_text()
            ):
                connection.execute(translated(statement) if is_url(ledger_name) else statement)
    return ledger_name


def test_it_is_brought_up_with_all_it_held(older: LedgerName, request: pytest.FixtureRequest) -> None:
    with pytest.raises(LedgerError, match="brings it to version"):
        Ledger(older)
    Store(older).close()
    with Ledger(older) as ledger:
        assert [(claim.id, claim.side) for claim, _ in ledger.claims(ClaimFilter())] == [("c1", "Ukraine")]
        assert [handling.id for handling, _ in ledger.handlings(HandlingFilter())] == ["h1"]
        assert {report.id for report, _ in ledger.reports()} == {"quiet", "irpin"}
        assert [problem.code for problem in ledger.problems()] == ["find.odd"]
    entries, wrong = verified(older)
    assert wrong is None
    kinds = Counter(entry.kind for entry in entries)
    assert (kinds["report"], kinds["finding"], kinds["settled"]) == (3, 4, 1)
    adopted = {'"adopted":true' in entry.body for entry in entries}
    assert adopted == {request.node.callspec.params["older"] < 6}
