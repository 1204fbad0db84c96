"""Every export reads back to the same figures, by the reader of its own world where there is one."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cenotaph.export import EXPORTS, Dossier
from cenotaph.read import Document, read_bytes
from cenotaph.run.exporting import Wanted, dossier_of, export

OPEN = Wanted(level=None)
DOCS = (Path(__file__).parents[2] / "docs" / "exports.md").read_text()


def written(ledger: Path, format_: str, wanted: Wanted = OPEN) -> bytes:
    out = io.BytesIO()
    export(ledger, format_, out, wanted)
    return out.getvalue()


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


@pytest.fixture(scope="module")
def dossier(ledger: Path) -> Dossier:
    return dossier_of(ledger, OPEN)


Figures = set[tuple[str, int | None, int | None]]


def figures(dossier: Dossier) -> Figures:
    return {(id_, claim["low"], claim["high"]) for id_, claim in dossier.claims.items()}


def _number(cell: Any) -> int | None:
    return None if cell in (None, "") else int(cell)


def _of_rows(rows: list[dict[str, Any]]) -> Figures:
    return {(row["id"], _number(row["low"]), _number(row["high"])) for row in rows}


def _of_workbook(data: bytes) -> Figures:
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Claims"]
    head, *rows = sheet.iter_rows(values_only=True)
    return _of_rows([dict(zip(head, row, strict=True)) for row in rows])


def _of_annotations(data: bytes) -> Figures:
    found = set()
    for one in json.loads(data)["items"]:
        body = json.loads(one["body"]["value"])
        found.add((one["id"].rpartition(":")[2], body["low"], body["high"]))
    return found


def _of_prov(data: bytes) -> Figures:
    entities = json.loads(data)["entity"]
    return {
        (id_.rpartition("/")[2], one.get("cenotaph:low"), one.get("cenotaph:high"))
        for id_, one in entities.items()
        if id_.startswith("cenotaph:claim/")
    }


READERS: dict[str, Callable[[bytes], Figures]] = {
    "csv": lambda data: _of_rows(table(data)),
    "jsonl": lambda data: _of_rows(list(map(json.loads, data.splitlines()))),
    "xlsx": _of_workbook,
    "annotations": _of_annotations,
    "prov": _of_prov,
    "schema-org": lambda data: {
        (one["@id"].rpartition(":")[2], one["minValue"], one["maxValue"])
        for one in json.loads(data)["@graph"]
        if one["@type"] == "Claim"
    },
}


@pytest.mark.parametrize("format_", READERS)
def test_every_claim_reads_back_to_its_bounds(ledger: Path, dossier: Dossier, format_: str) -> None:
    assert len(dossier.claims) >= 6
    assert READERS[format_](written(ledger, format_)) == figures(dossier)


@pytest.mark.parametrize("format_", [name for name in EXPORTS if name != "parquet"])
def test_every_format_is_written_and_documented(ledger: Path, format_: str) -> None:
    assert written(ledger, format_)
    assert f"`{format_}`" in DOCS


def test_points_are_claims_with_coordinates(ledger: Path, dossier: Dossier) -> None:
    features = json.loads(written(ledger, "geojson"))["features"]
    placed = {id_ for id_, claim in dossier.claims.items() if claim["lat"] is not None}
    assert {one["id"] for one in features} == placed
    kharkiv = next(one for one in features if one["properties"]["place"] == "Kharkiv")
    assert [round(number) for number in kharkiv["geometry"]["coordinates"]] == [36, 50]
    assert kharkiv["properties"]["precision"] == "city"


def test_points_are_valid_geojson(ledger: Path) -> None:
    geojson = pytest.importorskip("geojson")
    assert geojson.loads(written(ledger, "geojson")).is_valid


def test_hxl_has_tags_and_every_affected_is_a_number(ledger: Path) -> None:
    rows = list(csv.reader(io.StringIO(written(ledger, "hxl").decode())))
    tags, figures_ = rows[1], rows[2:]
    for tag in ("#affected+killed", "#affected+injured", "#affected+abducted", "#group+name", "#date+start", "#date+end",
                "#loc+name", "#geo+lat", "#geo+lon", "#meta+source", "#meta+url", "#description"):  # fmt: skip
        assert tag in tags
    affected = [
        cell
        for row in figures_
        for tag, cell in zip(tags, row, strict=True)
        if tag.startswith("#affected") and cell
    ]
    assert "14000" in affected
    assert all(cell.isdigit() for cell in affected)


def test_hxl_is_read_by_its_own_library(ledger: Path, tmp_path: Path) -> None:
    hxl = pytest.importorskip("hxl")
    (tmp_path / "a.csv").write_bytes(written(ledger, "hxl"))
    data = hxl.data(str(tmp_path / "a.csv"), hxl.InputOptions(allow_local=True))
    assert {row.get("#affected+killed-min-max") for row in data} >= {"5", "12"}


def test_ucdp_sums_what_it_lists(ledger: Path) -> None:
    rows = table(written(ledger, "ucdp"))
    assert len(rows[0]) == 49
    for row in rows:
        parts = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
        assert int(row["best"]) == sum(int(row[part]) for part in parts)
        assert int(row["low"]) <= int(row["best"]) <= int(row["high"])
    izyum = next(row for row in rows if row["where_description"] == "Izyum")
    assert (izyum["best"], izyum["deaths_civilians"], izyum["date_start"]) == ("14", "0", "2022-03-15")
    assert "General Staff" in izyum["source_original"]
    kharkiv = next(row for row in rows if row["where_description"] == "Kharkiv")
    assert (kharkiv["deaths_civilians"], kharkiv["source_office"], kharkiv["where_prec"]) == (
        "5",
        "Harbour Wire",
        "1",
    )


def test_acled_has_one_figure_an_attack(ledger: Path) -> None:
    rows = table(written(ledger, "acled"))
    assert len(rows[0]) == 31
    izyum = next(row for row in rows if row["location"] == "Izium" or row["location"] == "Izyum")
    assert (izyum["fatalities"], izyum["event_date"], izyum["time_precision"]) == ("14", "2022-03-15", "1")
    assert "Twelve Russian soldiers were killed" in izyum["notes"]


def test_counts_of_gdelt_name_type_number_and_place(ledger: Path) -> None:
    rows = {row["GKGRECORDID"]: row for row in table(written(ledger, "gdelt"))}
    counts = rows["night"]["V1COUNTS"].split(";")
    assert counts[0].startswith("KILL#5#five civilians#") or counts[0].startswith("KILL#5#civilians#")
    assert "#Kharkiv#UP#" in counts[0]
    assert [count.split("#")[0] for count in counts] == ["KILL", "WOUND", "KILL"]
    offset = int(rows["night"]["V2.1COUNTS"].split(";")[0].rpartition("#")[2])
    assert offset == len("Shelling killed ")
    assert rows["night"]["V2.1DATE"] == "20220315000000"


def test_quotations_of_annotations_stand_in_the_text(ledger: Path, dossier: Dossier) -> None:
    for one in json.loads(written(ledger, "annotations"))["items"]:
        quotation, position = one["target"]["selector"]
        text = dossier.pages[dossier.claims[one["id"].rpartition(":")[2]]["report"]].text
        assert text[position["start"] : position["end"]] == quotation["exact"]
        assert quotation["prefix"] + quotation["exact"] + quotation["suffix"] in text


def test_entities_refer_to_each_other(ledger: Path) -> None:
    entities = [json.loads(line) for line in written(ledger, "ftm").splitlines()]
    known = {one["id"] for one in entities}
    for one in entities:
        for name in ("document", "resolved", "proof"):
            assert set(one["properties"].get(name, ())) <= known
    assert {one["schema"] for one in entities} == {"Article", "Mention", "Event", "Person", "Organization"}


def test_entities_are_read_by_their_own_library(ledger: Path) -> None:
    ftm = pytest.importorskip("followthemoney")
    for line in written(ledger, "ftm").splitlines():
        entity = json.loads(line)
        proxy = ftm.model.get_proxy(entity, cleaned=False)
        assert {name: set(proxy.get(name)) for name in entity["properties"]} == {
            name: set(values) for name, values in entity["properties"].items()
        }


def test_provenance_is_read_by_its_own_library(ledger: Path, dossier: Dossier) -> None:
    model = pytest.importorskip("prov.model")
    document = model.ProvDocument.deserialize(content=written(ledger, "prov").decode(), format="json")
    found = [one for one in document.get_records(model.ProvEntity) if "claim/" in str(one.identifier)]
    assert len(found) == len(dossier.claims)


def test_parquet_reads_back(ledger: Path, dossier: Dossier) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = parquet.read_table(io.BytesIO(written(ledger, "parquet"))).to_pylist()
    assert _of_rows(rows) == figures(dossier)
    assert rows[0]["names"] == []


def test_the_collection_holds_every_raw_page_and_is_whole(ledger: Path, dossier: Dossier) -> None:
    data = written(ledger, "wacz")
    with zipfile.ZipFile(io.BytesIO(data)) as collection:
        package = json.loads(collection.read("datapackage.json"))
        for one in package["resources"]:
            assert one["hash"] == f"sha256:{sha256(collection.read(one['path'])).hexdigest()}"
    found = [one for one in read_bytes(data, "evidence.wacz")]
    # The pages of this ledger are JSON records, which an archive holds and a reader of pages leaves alone.
    assert not any(isinstance(one, Document) for one in found)
    assert "application/json (3)" in " ".join(getattr(one, "message", "") for one in found)


def test_the_collection_is_valid_by_its_own_tool(ledger: Path, tmp_path: Path) -> None:
    validate = pytest.importorskip("wacz.validate")
    (tmp_path / "evidence.wacz").write_bytes(written(ledger, "wacz"))
    tool = validate.Validation(str(tmp_path / "evidence.wacz"))
    tool.version = tool.detect_version()
    # The tool gives 0 where nothing is missing, and True where paths and hashes agree.
    assert tool.check_required_contents() == 0
    assert tool.check_file_paths()
    assert tool.check_file_hashes()


def test_the_page_holds_every_sentence_and_no_script(ledger: Path, dossier: Dossier) -> None:
    page = written(ledger, "html").decode()
    assert "<script" not in page
    assert all(f'id="claim-{id_}"' in page for id_ in dossier.claims)
    assert page.count("14,000") >= 2


def test_a_cell_is_never_a_formula(tmp_path: Path) -> None:
    from cenotaph.export.tables import cell

    assert cell("=cmd|' /C calc'!A0") == "'=cmd|' /C calc'!A0"
    assert cell(["a", "b"]) == "a; b"
    assert (cell(None), cell(-5)) == ("", -5)


def test_what_a_format_cannot_carry_is_counted(ledger: Path) -> None:
    (problem,) = export(ledger, "ucdp", io.BytesIO(), OPEN)
    assert "since UCDP's events are attacks with people killed" in problem.message
