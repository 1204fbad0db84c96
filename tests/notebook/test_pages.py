"""A claim shows itself with its words marked, and nothing in a report can become markup."""

from pathlib import Path

import pytest

from cenotaph import api
from cenotaph.notebook import frame, table_page
from cenotaph.problems import CenotaphError

TEXT = "The mayor said shelling killed five soldiers and wounded five medics in Irpin. Nobody else was hurt."


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("<script>x</script>. " + TEXT)
    api.read(tmp_path / "a.txt", ledger=tmp_path / "a.sqlite")
    return tmp_path / "a.sqlite"


def test_a_list_of_claims_is_a_table_with_the_figure_marked() -> None:
    page = api.find_in_text("Two officers were killed near Izium, the mayor said.")._repr_html_()
    assert "<mark>Two</mark> officers" in page
    assert "1 rows" in page


def test_markup_of_a_report_stays_text(ledger: Path) -> None:
    rows = api.claims(ledger)
    shown = api.claim(ledger, rows[0]["id"])._repr_html_()
    assert "<script>" not in shown + table_page(rows)
    assert "&lt;script&gt;" in shown


def test_the_words_of_fields_are_marked_where_they_stand(ledger: Path) -> None:
    (row,) = (row for row in api.claims(ledger) if row["victims_text"] and "medics" in row["victims_text"])
    shown = api.claim(ledger, row["id"][:10])
    assert shown["id"] == row["id"]
    assert "and <u title='harm'>wounded</u> <mark>five</mark> " in shown._repr_html_()
    assert "<u title='place'>Irpin</u>" in shown._repr_html_()


def test_an_id_that_is_none(ledger: Path) -> None:
    with pytest.raises(CenotaphError):
        api.claim(ledger, "ffffffff")


def test_rows_become_a_data_frame() -> None:
    rows = api.find_in_text("Two officers were killed near Izium, the mayor said.")
    try:
        table = rows.frame()
    except CenotaphError as error:
        assert "install it with pip" in str(error)
    else:
        assert list(table["low"]) == [2]


def test_a_kind_of_frame_that_is_not_there() -> None:
    with pytest.raises(CenotaphError, match="needs nosuchframe"):
        frame([], "nosuchframe")
