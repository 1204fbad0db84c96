"""Every table of a ledger is vouched for by the journal, or is known not to be evidence."""

from contextlib import closing

from cenotaph.ledger import LedgerName
from cenotaph.ledger.batch import COLUMNS
from cenotaph.ledger.connection import open_to_write
from cenotaph.ledger.evidence import CHANGING, KEYS, PARTS
from cenotaph.ledger.migrating import keeps, migrations

# What is worked out from the rest, or tells only how the ledger is used.
NO_EVIDENCE = {
    *("incident", "incident_key", "ledger_version", "protection", "standing", "standing_done"),
    *("trace_claim", "trace_echo", "trace_kept"),
}


def test_every_table_is_evidence_or_known_not_to_be(ledger_name: LedgerName) -> None:
    with closing(open_to_write(ledger_name)) as connection:
        assert {*connection.tables()} - NO_EVIDENCE == {*KEYS, "journal"}


def test_the_database_keeps_what_the_journal_vouches_for() -> None:
    kept = {keep.table: keep.column for keep in keeps(len(migrations()))}
    assert kept == {table: CHANGING.get(table) for table in (*KEYS, "journal")}
    assert {part.table for parts in PARTS.values() for part in parts} == {*KEYS} == {*COLUMNS}
