"""What is PostgreSQL's own: other schemas, wrong addresses, passwords, and rows told as SQLite tells them."""

from collections.abc import Callable
from contextlib import closing

import pytest
from tests.postgresql import new_schema

from cenotaph.ledger import Filing, Ledger, LedgerError, LedgerName, Store
from cenotaph.ledger.connection import open_to_read, open_to_write
from cenotaph.ledger.migrating import migrations
from cenotaph.ledger.name import shown
from cenotaph.ledger.plain import plain

Make = Callable[..., Filing]


@pytest.fixture
def url(postgresql: str) -> str:
    """An empty schema."""
    return new_schema(postgresql)


def in_database(url: str, *statements: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize("opened", [Store, Ledger])
def test_a_schema_of_another_program_is_left_as_it_was(url: str, opened: Callable[[str], object]) -> None:
    in_database(url, "CREATE TABLE recipes (name text)")
    with pytest.raises(LedgerError, match="holds tables that are no Cenotaph ledger and was left as it is"):
        opened(url)
    in_database(url, "SELECT name FROM recipes")


@pytest.mark.parametrize("opened", [Store, Ledger])
def test_a_newer_version_is_named(url: str, opened: Callable[[str], object]) -> None:
    Store(url).close()
    in_database(url, f"UPDATE ledger_version SET version = {len(migrations()) + 1}")
    with pytest.raises(LedgerError, match=f"version {len(migrations()) + 1}.*update Cenotaph"):
        opened(url)


def test_nothing_there_to_look_at(url: str) -> None:
    with pytest.raises(LedgerError, match=r"There is no ledger at .*make one with"):
        Ledger(url)


def test_no_server_is_a_sentence(tmp_path: object) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(LedgerError, match=r"cannot be reached \(.*\); check its address") as raised:
        Store(f"postgresql://me:secret@/x?host={tmp_path}")
    assert "secret" not in str(raised.value)


def test_one_opened_for_reading_takes_no_writing(url: str) -> None:
    Store(url).close()
    with (
        closing(open_to_read(url)) as connection,
        pytest.raises(LedgerError, match="the server takes no changes"),
    ):
        connection.execute("DELETE FROM report")


@pytest.mark.parametrize(
    ("url", "printed"),
    [
        ("postgresql://me:secret@db.example/war", "postgresql://me@db.example/war"),
        ("postgresql://me@db.example/war", "postgresql://me@db.example/war"),
        ("postgresql:///war?host=/run/pg&password=secret&user=me", "postgresql:///war?host=/run/pg&password=&user=me"),
        ("me:secret@here.sqlite", "me:secret@here.sqlite"),
    ],
)  # fmt: skip
def test_a_password_is_not_printed(url: str, printed: str) -> None:
    assert shown(url) == printed


WORDS = [
    "Şanlıurfa",
    "KRAKÓW",
    "Łódź",
    "Côte d’Ivoire",
    "Мозырь",
    "Straße",
    "ΣΟΦΌΣ",
    "a\u0308",
    "ﬁ",
    "北京",
    "ÅNGSTRÖM",
    "",
]


def test_plain_letters_are_the_same_in_both(ledger_name: LedgerName) -> None:
    with closing(open_to_write(ledger_name)) as connection:
        assert [connection.rows("SELECT plain(?)", (word,))[0][0] for word in WORDS] == list(
            map(plain, WORDS)
        )


def test_sums_and_flags_are_whole_numbers(ledger_name: LedgerName, filing: Make) -> None:
    with Store(ledger_name) as store:
        store.file([filing("a", approx=True), filing("b", "Other words.", approx=False)], "f/1")
        assert (
            repr(store.connection.rows("SELECT sum(approx), sum(low), max(approx) FROM claim"))
            == "[(1, 24, 1)]"
        )
        assert store.connection.rows("SELECT report FROM claim WHERE approx = ?", (True,)) == [("a",)]
