"""The chain: it holds, and whatever is changed behind its back is found and named."""

import hashlib
import re
import zlib
from collections.abc import Callable
from contextlib import closing

import pytest
from msgspec.structs import replace

from cenotaph.ledger import Filing, LedgerError, LedgerName, Store, is_url, journal
from cenotaph.ledger.checks import SpanCheck, check_bytes
from cenotaph.ledger.connection import open_to_read, open_to_write
from cenotaph.ledger.database import Connection
from cenotaph.ledger.journal import Entry
from cenotaph.ledger.migrating import Keep, keeps, migrations
from cenotaph.ledger.verifying import Broken, verify
from cenotaph.model import Judgement, Place, Span
from cenotaph.problems import Problem

Make = Callable[..., Filing]
HOMEL = Place("geonames:627907", "Homyel'", "city", "BY", 52.43, 30.98)
CLAIM_ID = hashlib.sha256(b"a").hexdigest()
BROKEN = Problem("read.json", "days.jsonl:3 is not JSON; mend it.", "days.jsonl:3")


def verified(name: LedgerName) -> tuple[list[Entry], str | None]:
    """The entries that hold, and what is wrong with the first that does not."""
    with closing(open_to_read(name)) as connection, connection.snapshot():
        found = list(verify(connection, [check_bytes, SpanCheck(connection)]))
    wrong = [one.sentence for one in found if isinstance(one, Broken)]
    return [one for one in found if isinstance(one, Entry)], wrong[0] if wrong else None


def unlocked(connection: Connection) -> None:
    """Do as one would who has the database in his hands: put its own rules out of force."""
    if is_url(connection.name):
        connection.execute("SET session_replication_role = replica")
        return
    connection.execute("PRAGMA foreign_keys = OFF")
    for keep in keeps(len(migrations())):
        for deed in ("delete", "update", "once"):
            connection.execute(f"DROP TRIGGER IF EXISTS {keep.table}_no_{deed}")


@pytest.fixture
def filed(ledger_name: LedgerName, filing: Make) -> LedgerName:
    """A ledger with all kinds of entries: reports read twice, findings made twice, problems met and settled."""
    odd = Problem("find.odd", "The figure is odd; look at it.", "a", "a", Span(3, 5))
    with Store(ledger_name) as store:
        first = replace(filing(), places=(HOMEL,), problems=(odd,))
        store.file(
            [
                first,
                BROKEN,
                filing(
                    "b",
                    "Old reading of it.",
                    data=b"<p>page</p>",
                    start=0,
                    end=3,
                    quantity_text="Old",
                    sentence=None,
                    evidence=(),
                ),
            ],
            "f/1",
        )
        store.finish()
    with Store(ledger_name) as store:
        store.file(
            [
                first,
                filing(
                    "days.jsonl:3",
                    "x" * 20_000,
                    start=0,
                    end=1,
                    quantity_text="x",
                    sentence=None,
                    evidence=(),
                ),
            ],
            "f/2",
        )
        store.file(
            [
                filing(
                    "b",
                    "New reading of it.",
                    data=b"<p>page</p>",
                    start=0,
                    end=3,
                    quantity_text="New",
                    sentence=None,
                    evidence=(),
                )
            ],
            "f/2",
        )
        store.finish()
    with Store(ledger_name) as store:
        (claim,) = first.claims
        store.judge(
            [
                Judgement(
                    "j1",
                    "claim",
                    claim.id,
                    None,
                    "correct",
                    (("low", "13"),),
                    "A slip.",
                    "Anna",
                    "2022-03-14T10:00:00Z",
                    report="a",
                )
            ]
        )
    return ledger_name


def test_all_that_was_filed_is_vouched_for(filed: LedgerName) -> None:
    entries, wrong = verified(filed)
    assert wrong is None
    assert [(entry.kind, entry.subject) for entry in entries] == [
        ("report", "a"),
        ("place", "Homyel'"),
        ("finding", "a"),
        ("problem", "days.jsonl:3"),
        ("report", "b"),
        ("finding", "b"),
        ("finding", "a"),
        ("report", "days.jsonl:3"),
        ("finding", "days.jsonl:3"),
        ("report", "b"),
        ("finding", "b"),
        ("judgement", CLAIM_ID),
    ]


def test_a_problem_that_is_settled_and_met_again_is_told(ledger_name: LedgerName, filing: Make) -> None:
    steps: list[list[Filing | Problem]] = [
        [BROKEN],
        [replace(filing("d"), raw=replace(filing("d").raw, source="days.jsonl:3"))],
        [BROKEN],
        [BROKEN],
    ]
    for items in steps:
        with Store(ledger_name) as store:
            store.file(items, "f/1")
            store.finish()
    entries, wrong = verified(ledger_name)
    assert ([entry.kind for entry in entries], wrong) == (
        ["problem", "report", "finding", "settled", "reopened"],
        None,
    )


CHANGES = {
    "a text": ("UPDATE report SET text = text || ' ' WHERE seq = 1", "Entry 1 .report of a,"),
    "raw bytes": ("UPDATE raw SET body = CAST('<q>page</p>' AS BLOB) WHERE size = 11", "Entry 5 "),
    "a raw hash": ("UPDATE raw SET sha256 = 'g' || substr(sha256, 2) WHERE size = 11", "Entry 5 "),
    "a figure": ("UPDATE claim SET low = 13 WHERE finding = 1", "Entry 3 .finding of a,"),
    "a field made empty": ("UPDATE claim SET sources = '[]' WHERE finding = 1", "Entry 3 "),
    "a field made null": ("UPDATE claim SET high = NULL, low = NULL WHERE finding = 2", "Entry 6 "),
    "a place": ("UPDATE place SET lat = 52.44", "Entry 2 .place of Homyel',"),
    "a problem": ("UPDATE problem SET code = 'find.old' WHERE seq = 1", "Entry 3 "),
    "a problem of reading": ("UPDATE problem SET message = 'Fine.' WHERE seq = 2", "Entry 4 "),
    "a problem that stands no more": ("UPDATE problem SET stands = 0 WHERE seq = 1", "The problem 1 was changed"),
    "a claim taken out": ("DELETE FROM claim WHERE finding = 1", "Entry 3 "),
    "a claim put in": ("INSERT", "1 rows in the table claim"),
    "a place put in": ("INSERT INTO place VALUES ('geonames:1', 'X', 'city', NULL, 0, 0)", "1 rows in the table place"),
    "a finding that stands again": ("UPDATE finding SET superseded_by = 5 WHERE seq = 1", "Entry 7 .*superseded_by"),
    "a report that stands no more": ("UPDATE report SET superseded_by = 4 WHERE seq = 1", "The report 1 was changed"),
    "a judgement": ("UPDATE judgement SET reason = 'A slap.'", "Entry 12 .judgement of"),
    "what came of a judgement": ("UPDATE claim SET low = 14 WHERE judgement = 1", "Entry 12 "),
    "a claim that stands again": ("UPDATE claim SET superseded_by = 2 WHERE superseded_by IS NOT NULL", "Entry 12 .*superseded_by"),
    "an entry's words": ("UPDATE journal SET subject = 'c' WHERE seq = 1", "Entry 1 .*was changed"),
    "an entry's time": ("UPDATE journal SET at = '2022-03-13T00:00:00Z' WHERE seq = 9", "Entry 9 .*was changed"),
    "an entry's body": ("UPDATE journal SET body = body || ' ' WHERE seq = 9", "Entry 9 .*was changed"),
    "an entry's body that is no JSON": ("UPDATE journal SET body = '{' WHERE seq = 9", "Entry 9 .*was changed"),
    "an entry's hash": ("UPDATE journal SET hash = 'g' || substr(hash, 2) WHERE seq = 12", "Entry 12 .*was changed"),
    "an entry taken out": ("DELETE FROM journal WHERE seq = 4", "Entry 4 is missing; entry 5 comes in its place"),
    "the last entry taken out": ("DELETE FROM journal WHERE seq = 12", "1 rows in the table (claim|judgement)"),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_behind_its_back_is_named(filed: LedgerName, what: str) -> None:
    statement, sentence = CHANGES[what]
    with closing(open_to_write(filed)) as connection:
        unlocked(connection)
        if is_url(filed):
            statement = statement.replace("AS BLOB", "AS BYTEA")
        if what == "a claim put in":
            columns = connection.columns("claim")
            taken = ", ".join("9" if name == "position" else f'"{name}"' for name in columns)
            statement = f"INSERT INTO claim SELECT {taken} FROM claim WHERE finding = 1"
        assert connection.execute(statement) == 1
    wrong = verified(filed)[1]
    assert wrong is not None
    assert re.search(sentence, wrong), wrong


@pytest.mark.parametrize(
    ("column", "value"), [("quantity_text", "at least 13"), ("start", 34), ("sentence_end", 999)]
)
def test_words_that_never_stood_there_are_found_though_the_chain_vouches_for_them(
    ledger_name: LedgerName, filing: Make, column: str, value: object
) -> None:
    wrong_from_the_start = {"sentence": Span(0, 999)} if column == "sentence_end" else {column: value}
    with Store(ledger_name) as store:
        store.file([filing(**wrong_from_the_start)], "f/1")
    assert "Entry 2 (finding of a" in (verified(ledger_name)[1] or "")


@pytest.mark.parametrize("keep", keeps(len(migrations())), ids=lambda keep: keep.table)
def test_the_database_refuses_to_change_what_is_kept(filed: LedgerName, keep: Keep) -> None:
    table, column = keep.table, keep.column
    with closing(open_to_write(filed)) as connection:
        if not connection.rows(f"SELECT 1 FROM {table} LIMIT 1"):
            pytest.skip("nothing of it is filed here")
        fixed = [name for name in connection.columns(table) if name != column]
        statements = [f"DELETE FROM {table}", *(f'UPDATE {table} SET "{name}" = "{name}"' for name in fixed)]
        if connection.rows(f"SELECT 1 FROM {table} WHERE {column} IS NOT NULL") if keep.once else ():
            statements.append(f"UPDATE {table} SET {column} = 1 WHERE {column} IS NOT NULL")
        for statement in statements:
            with pytest.raises(LedgerError, match=f"rows of {table} are kept as they are"):
                connection.execute(statement)
    assert verified(filed)[1] is None


def test_an_entry_of_ones_own_is_part_of_the_chain(
    filed: LedgerName, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CENOTAPH_BY", "Anna")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1647180000")
    with closing(open_to_write(filed)) as connection:
        with connection.transaction():
            assert journal.append(connection, "export", "march.csv", {"rows": 3, "a": ["x", None]}) == 13
        with pytest.raises(ZeroDivisionError), connection.transaction():
            journal.append(connection, "export", "april.csv", {"rows": 1 // 0})
    entries, wrong = verified(filed)
    assert (wrong, len(entries)) == (None, 13)
    last = entries[-1]
    assert (last.at, last.body) == ("2022-03-13T14:00:00Z", '{"a":["x",null],"by":"Anna","rows":3}')


def test_the_hash_can_be_worked_out_without_cenotaph(filed: LedgerName) -> None:
    before = "0" * 64
    for one in verified(filed)[0]:
        words = f'{before}[{one.seq},"{one.at}","{one.kind}","{one.subject}",{one.body}]'
        before = hashlib.sha256(words.encode()).hexdigest()
        assert one.hash == before


def test_packed_bytes_are_vouched_for_as_they_lie(ledger_name: LedgerName, filing: Make) -> None:
    """The same bytes packed otherwise are another row."""
    data = b"A quiet day at the front. " * 900
    with Store(ledger_name) as store:
        store.file([filing(text=data.decode(), start=0, end=1, quantity_text="A")], "f/1")
        unlocked(store.connection)
        store.connection.execute("UPDATE raw SET body = ?", (zlib.compress(data, level=9),))
    assert "Entry 1 " in (verified(ledger_name)[1] or "")


def test_nothing_is_an_honest_chain(ledger_name: LedgerName) -> None:
    Store(ledger_name).close()
    with closing(open_to_read(ledger_name)) as connection:
        assert list(verify(connection)) == []
        assert journal.head(connection) == journal.Head(0, journal.START)
