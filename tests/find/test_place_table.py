"""The table file gives back what was written into it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cenotaph.find.place.geo.entry import KINDS, Entry, Hit, Name
from cenotaph.find.place.geo.table import PlaceTable, write_table

COUNTRY = Entry(630336, "Belarus", "country", "BY", 53.53, 28.03, 7.0)
TOWN = Entry(627907, "Homel", "city", "BY", 52.4345, 30.9754, 5.7, parent=0)
SEA = Entry(0, "Black Sea", "water", None, 43.4, 34.3)
NAMES = [
    Name("homel", 1, main=True),
    Name("gomel", 1, main=False, common=True, noted=True),
    Name("black sea", 2, main=True),
]


@pytest.fixture
def table(tmp_path: Path) -> PlaceTable:
    write_table(tmp_path / "small.bin", [COUNTRY, TOWN, SEA], NAMES)
    return PlaceTable(tmp_path / "small.bin")


def test_a_place_comes_back_whole(table: PlaceTable) -> None:
    town = table.entry(1)
    assert (town.number, town.name, town.kind, town.country, town.parent) == (
        627907,
        "Homel",
        "city",
        "BY",
        0,
    )
    assert (town.lat, town.lon, town.size) == pytest.approx((52.4345, 30.9754, 5.7), abs=0.05)
    assert table.entry(2).country is None
    assert len(table) == 3


def test_a_name_says_how_the_place_bears_it(table: PlaceTable) -> None:
    assert table.hits("gomel") == [Hit(1, main=False, common=True, noted=True)]
    assert table.hits("minsk") == []


def test_a_name_that_is_mostly_a_word_is_not_borne(table: PlaceTable) -> None:
    assert table.bears("homel")
    assert not table.bears("gomel")


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"PK" + bytes(100))
    with pytest.raises(ValueError, match="build it again"):
        PlaceTable(tmp_path / "other.bin")


@settings(max_examples=20, deadline=None)
@given(lat=st.floats(-90, 90), lon=st.floats(-180, 180), size=st.floats(0, 10), kind=st.sampled_from(KINDS))
def test_points_keep_their_metres(
    tmp_path_factory: pytest.TempPathFactory, lat: float, lon: float, size: float, kind: str
) -> None:
    path = tmp_path_factory.mktemp("table") / "one.bin"
    write_table(
        path, [Entry(1, "X", next(known for known in KINDS if known == kind), "XX", lat, lon, size)], []
    )
    back = PlaceTable(path).entry(0)
    assert back.kind == kind
    assert (back.lat, back.lon) == pytest.approx((lat, lon), abs=5e-5)
    assert back.size == pytest.approx(size, abs=0.03)
