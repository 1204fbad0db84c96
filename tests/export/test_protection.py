"""No export tells a protected name, or where somebody protected was, unless it is asked to."""

import io
import zipfile
from pathlib import Path

import msgspec
import pytest

from cenotaph import api
from cenotaph.export import EXPORTS
from cenotaph.run.exporting import Wanted, dossier_of, export, unmasked

SECRETS = ("Kovalenko", "Olena", "Chuhuiv", "Taras", "Melnyk")
REPORTS = (
    {
        "id": "olena-kovalenko",
        "published": "2022-03-15",
        "outlet": "Harbour Wire",
        "title": "Olena Kovalenko killed in Chuhuiv",
        "url": "https://harbour.example/olena-kovalenko",
        "text": "Olena Kovalenko, a teacher, was killed in Chuhuiv on Monday. Kovalenko had stayed in Chuhuiv for her pupils. "
        "Soldiers captured Taras Melnyk near Chuhuiv the same day.",
    },
    {
        "id": "front",
        "published": "2022-03-16",
        "outlet": "River Post",
        "title": "Losses near Izyum",
        "url": "https://river.example/front",
        "text": "Twelve Russian soldiers were killed near Izyum on Tuesday, the Ukrainian General Staff said.",
    },
)


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("guarded")
    (folder / "week.jsonl").write_bytes(b"\n".join(map(msgspec.json.encode, REPORTS)))
    api.read(folder / "week.jsonl", ledger=folder / "week.sqlite")
    return folder / "week.sqlite"


def unpacked(data: bytes) -> str:
    """All that is in a file, its packed parts unpacked."""
    found = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found += [archive.read(name) for name in archive.namelist()]
    import gzip

    found += [gzip.decompress(one) for one in found if one.startswith(b"\x1f\x8b")]
    return "\n".join(one.decode("utf-8", "replace") for one in found).casefold()


def written(ledger: Path, format_: str, wanted: Wanted) -> str:
    out = io.BytesIO()
    export(ledger, format_, out, wanted)
    return unpacked(out.getvalue())


@pytest.mark.parametrize("format_", EXPORTS)
@pytest.mark.parametrize("level", ["region", "country", "none"])
def test_no_export_holds_a_protected_word(guarded: Path, format_: str, level: str) -> None:
    if format_ == "parquet":
        pytest.importorskip("pyarrow")
    told = written(guarded, format_, msgspec.convert({"level": level}, Wanted))
    assert [secret for secret in SECRETS if secret.casefold() in told] == []


def test_they_do_where_nothing_is_withheld(guarded: Path) -> None:
    told = written(guarded, "jsonl", Wanted(level=None))
    assert all(secret.casefold() in told for secret in SECRETS)


def test_soldiers_of_a_count_and_public_bodies_stay(guarded: Path) -> None:
    told = written(guarded, "jsonl", Wanted())
    assert "ukrainian general staff" in told
    assert "izyum" in told


def test_a_name_has_one_pseudonym_that_only_its_ledger_undoes(guarded: Path) -> None:
    once, again = (dossier_of(guarded), dossier_of(guarded))
    (name,) = {name for claim in once.claims.values() for name in claim["names"] if claim["harm"] == "killed"}
    assert name in {name for claim in again.claims.values() for name in claim["names"]}
    assert name.startswith("Person ")
    assert unmasked(guarded, name) == ["Olena Kovalenko"]
    assert unmasked(guarded, "Person 0000000000") == []


def test_the_place_is_told_by_its_region(guarded: Path) -> None:
    places = {
        level: next(
            claim["place"]
            for claim in dossier_of(guarded, msgspec.convert({"level": level}, Wanted)).claims.values()
            if claim["names"]
        )
        for level in ("region", "country", "none")
    }
    assert places["country"] == "Ukraine"
    assert places["none"] is None
    assert places["region"] is not None
    assert "Kharkiv" in places["region"]


def test_masked_texts_keep_their_offsets(guarded: Path) -> None:
    dossier = dossier_of(guarded)
    for claim in dossier.claims.values():
        assert dossier.pages[claim["report"]].text[claim["start"] : claim["end"]] == claim["quantity_text"]
