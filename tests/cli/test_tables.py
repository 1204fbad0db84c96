"""Tables in the width there is, whatever stands in their cells."""

import pytest

from cenotaph.cli.tables import Column, Layout, clean, print_table
from cenotaph.cli.wrapping import cells, wrapped
from cenotaph.rows import Row, as_of, in_words

COLUMNS = (
    Column("id", lambda row: row["id"]),
    Column("place", lambda row: row["place"], most=14),
    Column("words", lambda row: row["words"], ratio=1, lines=2),
)


def row(**fields: str) -> Row:
    return {"id": "c0ffee01", "place": "Mykolaiv", "words": "two"} | fields


@pytest.mark.parametrize("width", [40, 60, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    rows = [row(place="Novohrad-Volynskyi district", words="They spoke of seven dead. " * 9), row()]
    layout = Layout(COLUMNS, rows, width)
    lines = "\n".join([layout.head(), *map(layout.row, rows)]).splitlines()
    assert max(map(cells, lines)) <= width
    assert lines[2].startswith("c0ffee01  Novohrad")


def test_columns_take_only_what_their_words_need() -> None:
    assert Layout(COLUMNS, [row()], 100).row(row()) == "c0ffee01  Mykolaiv  two"


def test_a_cell_that_is_too_high_ends_in_an_ellipsis() -> None:
    text = "one two three four five six"
    assert wrapped(text, 9) == ["one two", "three", "four five", "six"]
    assert wrapped(text, 9, most=2) == ["one two", "three…"]


def test_words_are_broken_only_where_they_fit_no_line_and_paths_after_a_slash() -> None:
    assert wrapped("near Donaudampfschiff", 8) == ["near", "Donaudam", "pfschiff"]
    assert wrapped("reports/march.jsonl", 12) == ["reports/", "march.jsonl"]


@pytest.mark.parametrize(
    ("text", "taken"),
    [("Homel", 5), ("基辅", 4), ("Şanlıurfa", 9), ("e\u0301", 1), ("محمد", 4), ("\u200fخان", 3)],
)
def test_cells_are_those_of_a_terminal(text: str, taken: int) -> None:
    assert cells(text) == taken


def test_a_report_cannot_steer_the_terminal() -> None:
    assert clean("two\x1b[2J\n dead\x07") == "two\N{REPLACEMENT CHARACTER}[2J dead\N{REPLACEMENT CHARACTER}"
    assert clean("\u200fخان") == "\u200fخان"


def test_rows_beyond_those_looked_at_are_printed_in_the_same_widths(
    capsys: pytest.CaptureFixture[str],
) -> None:
    many = [row() for _ in range(300)] + [row(id="a long identity")]
    print_table(many, columns=COLUMNS, empty="none")
    lines = capsys.readouterr().out.splitlines()
    assert lines[-4:] == ["a long    Mykolaiv  two", "identity", "", "301 rows"]


def test_styles_are_for_terminals(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    styled = (Column("id", lambda row: row["id"], style="dim"),)
    print_table([row()], columns=styled)
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setenv("FORCE_COLOR", "1")
    print_table([row()], columns=styled)
    assert "\x1b[2mc0ffee01\x1b[0m" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    print_table([row()], columns=styled)
    assert "\x1b" not in capsys.readouterr().out


def test_a_long_sentence_is_cut_around_its_figure() -> None:
    sentence = "It rained all day. " * 9 + "At least 12 men died, he said. " + "Nobody came. " * 9
    shown = in_words({"sentence": sentence, "quantity_text": "At least 12"})
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert "At least 12 men died" in shown
    assert len(shown) < 130


@pytest.mark.parametrize(
    ("from_", "until", "published", "shown"),
    [
        (None, "2022-03-13", None, "2022-03-13"),
        ("2022-03-13", "2022-03-13", None, "2022-03-13"),
        ("2022-02-24", "2022-03-13", None, "–2022-03-13"),
        (None, None, "2022-03-14T08:00:00+02:00", "(2022-03-14)"),
        (None, None, None, ""),
    ],
)
def test_the_date_of_a_claim(from_: str | None, until: str | None, published: str | None, shown: str) -> None:
    assert as_of({"from": from_, "until": until, "published": published}) == shown
