"""A claim's row leads to the place on the map, whatever spelling the report used."""

from pathlib import Path

import pytest

from cenotaph import api
from cenotaph.run import keys_of


@pytest.mark.parametrize("spelling", ["Homel", "Gomel"])
def test_spellings_meet_in_one_place_of_the_ledger(tmp_path: Path, spelling: str) -> None:
    for name in ("Homel", "Gomel"):
        text = (
            f"Shelling killed five soldiers in {name} on Friday, the governor of the Belarusian region said."
        )
        (tmp_path / f"{name}.txt").write_text(text)
    api.read(tmp_path, ledger=tmp_path / "l.sqlite")
    rows = api.claims(tmp_path / "l.sqlite", place=spelling)
    assert [row["report"] for row in rows] == ["Gomel", "Homel"]
    assert {row["place_key"] for row in rows} == {"geonames:627907"}
    assert {(row["country"], round(row["lat"] or 0), round(row["lon"] or 0)) for row in rows} == {
        ("BY", 52, 31)
    }
    assert (
        rows[0].items() >= {key: value for key, value in api.find(tmp_path / "Gomel.txt")[0].items()}.items()
    )


@pytest.mark.parametrize(
    ("asked", "reports"),
    [("Baghdad", ["a", "b", "c"]), ("Orbo Hotel", ["a"]), ("Orbo Hotel in Baghdad", ["a"]), ("orbo college", ["b"]), ("Orbo", [])],
)  # fmt: skip
def test_a_spot_in_a_town_is_found_by_itself_and_by_its_town(
    tmp_path: Path, asked: str, reports: list[str]
) -> None:
    for name, where in (
        ("a", "at the Orbo Hotel in Baghdad"),
        ("b", "at Orbo College, Baghdad"),
        ("c", "in Baghdad"),
    ):
        (tmp_path / f"{name}.txt").write_text(f"Gunmen killed five soldiers {where} on Friday.")
    api.read(tmp_path, ledger=tmp_path / "l.sqlite")
    rows = api.claims(tmp_path / "l.sqlite", place=asked)
    assert sorted(row["report"] for row in rows) == reports
    assert {(row["country"], round(row["lat"] or 0), round(row["lon"] or 0)) for row in rows} <= {
        ("IQ", 33, 44)
    }


def test_the_keys_of_a_name() -> None:
    assert "geonames:627907" in keys_of("Homiel")
    assert keys_of("Xyzzqville") == ()
