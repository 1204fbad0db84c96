"""Pages as they are asked for: what they show, how they answer what does not exist, what they refuse."""

import re
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import HERE, client_of, settled

from cenotaph import api
from cenotaph.problems import CenotaphError
from cenotaph.web import Settings
from cenotaph.web.pages import series
from cenotaph.web.serving import check
from cenotaph.web.standing import picture

ROOT = Path(__file__).parents[2]
CLAIM = "95cc92e31343a289"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/reports", "Night trains carry the dead out of Belarus"),
        ("/reports?text=kramatorsk", "1–2 of 2"),
        ("/reports?sort=-claims", "Civilian casualties in Ukraine"),
        ("/reports?from=2022-04-10&until=2022-04", "1–3 of 3"),
        ("/claims?side=Russian&harm=bodies", "more than 2,500"),
        ("/claims?place=Homel", "Gomel"),
        ("/claims?text=2,500", "hospital staff"),
        ("/claims?sort=-low&harm=killed", "16,100"),
        ("/claims?page=2", "51–"),
        ("/handlings?means=ambulance", "ambulance"),
        ("/problems?code=report.no-date", "give it a published date"),
        (f"/report/homel-trains?claim={CLAIM}", "a medical worker at the regional clinical hospital"),
        ("/report?id=homel-trains", "Night trains carry"),
        (f"/claim/{CLAIM}", "read it in the report"),
        (f"/claim/{CLAIM[:8]}", "read it in the report"),
        (f"/claim/{CLAIM}", "The road from its origin"),
        ("/", "What stands"),
        ("/?policy=airwars&chart=1", "Over time"),
        ("/tally?side=Russia&harm=killed", "contested"),
        ("/tally?label=fair&sort=-best", "at most 2"),
        ("/series?harm=killed&side=Russia", "a senior military official of NATO"),
        ("/series/of?side=Russia&role=combatants&harm=killed", "<h1>Russia (combatants), killed</h1>"),
        ("/disputes?side=Russia", "Cannot hold with"),
        ("/incidents?place=Kramatorsk", "Kramatorsk"),
        ("/incidents?sort=-claims", "who says how many"),
        ("/flow?action=refused", "Moscow"),
        ("/map?claimant=nobody", "No claim that meets these conditions"),
        ("/map", "Crimea is shown as part of Ukraine"),
        ("/origins?source=Radio", "Radio Free Europe/Radio Liberty"),
        ("/sources?kind=medic", "protected"),
        ("/persons?name=Hall", "Benjamin Hall"),
        ("/review?harm=killed", "the only claim behind"),
        ("/review/agreement", "it takes two"),
        ("/judgements?subject=claim&verdict=accept", "Nothing meets these conditions"),
        ("/dossier", "No one war"),
        ("/downloads", "UCDP GED"),
        ("/method", "Never added together"),
        ("/api/claims?side=Russia", '"total"'),
        ("/api/tally?policy=ucdp", '"event_clarity"'),
        ("/api/series", '"turn"'),
    ],
)
def test_a_page_shows_what_its_address_asks_for(client: TestClient, address: str, shown: str) -> None:
    assert shown in settled(client, address).text


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/nowhere", 404, "Not Found"),
        ("/report/nowhere", 404, "There is no report"),
        ("/claim/ffffffffffffffff", 404, "No one claim"),
        ("/claims?harm=death", 422, "does not exist"),
        ("/claims?from=soon", 422, "does not exist"),
        ("/reports?page=0", 422, "does not exist"),
        ("/add/gone", 404, "not remembered"),
        ("/series/of?side=Atlantis", 404, "no such series"),
    ],
)
def test_what_does_not_exist_is_said_on_a_page(
    client: TestClient, address: str, status: int, sentence: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert sentence in answer.text
    assert "<h1>" in answer.text


def test_each_figure_leads_to_the_sentences_behind_it(client: TestClient) -> None:
    row = settled(client, "/api/tally?side=Russia&harm=killed").json()["rows"][0]
    shown = client.get(f"/tally/{row['id']}").text
    assert row["used"]
    for id_ in [*row["used"], *(one["claim"] for one in row["left_out"])]:
        assert f"/claim/{id_}" in shown
    assert "that 498 servicemen" in shown


@pytest.mark.parametrize("format_", ["csv", "jsonl", "html", "hxl", "ucdp", "geojson", "xlsx"])
def test_every_export_can_be_downloaded(client: TestClient, format_: str) -> None:
    answer = client.get(f"/download/{format_}?side=Russia")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]
    assert len(answer.content) > 200


def test_the_page_on_the_method_tells_the_measured_figures() -> None:
    shown = (ROOT / "src/cenotaph/web/data/accuracy.md").read_text()
    assert shown in (ROOT / "docs/methodology.md").read_text()


def test_every_page_forbids_what_it_does_not_need(client: TestClient) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")
    styles = re.findall(
        r"<style|style=|<script(?![^>]*src=)|\son\w+=", client.get("/report/homel-trains").text
    )
    assert styles == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.example"}, 403),
        ({"host": "127.0.0.1.evil.example"}, 403),
        ({"host": "localhost:8471"}, 200),
        ({"host": "[::1]:8471"}, 200),
    ],
)
def test_the_server_answers_under_the_name_of_this_machine_alone(
    client: TestClient, headers: dict[str, str], status: int
) -> None:
    assert client.get("/reports", headers=headers).status_code == status


@pytest.mark.parametrize(
    "headers",
    [
        {"x-csrf-token": "guessed"},
        {"x-csrf-token": ""},
        {"origin": "https://evil.example"},
        {"sec-fetch-site": "cross-site"},
    ],
)
def test_a_form_of_another_page_changes_nothing(client: TestClient, headers: dict[str, str]) -> None:
    sent = client.post("/add/text", data={"text": "Five soldiers were killed near Irpin."}, headers=headers)
    assert sent.status_code == 403


def test_pasted_text_becomes_a_report(client: TestClient, ledger: Path) -> None:
    form = {
        "text": "Five soldiers were killed near Irpin on Friday.",
        "id": "note",
        "published": "2022-03-28",
    }
    sent = client.post("/add/text", data=form)
    client.app.state.desk.uploads.close()  # type: ignore[attr-defined]
    assert "1 report filed with 1 claim" in client.get(sent.url.path).text
    assert [row["until"] for row in api.claims(ledger, report="note")] == ["2022-03-25"]


def test_files_become_reports_and_problems(client: TestClient) -> None:
    files = [
        ("files", ("one.txt", b"Two medics were wounded in Bucha, police said.")),
        ("files", ("two.txt", b"")),
    ]
    sent = client.post("/add/files", files=files)
    client.app.state.desk.uploads.close()  # type: ignore[attr-defined]
    shown = client.get(sent.url.path).text
    assert "1 report filed" in shown
    assert "two.txt" in shown


def test_an_upload_of_nothing_is_told(client: TestClient) -> None:
    assert client.post("/add/text", data={"text": "  "}).status_code == 422
    assert client.post("/add/files").status_code == 422


def test_another_address_needs_accounts(tmp_path: Path) -> None:
    with pytest.raises(CenotaphError, match="nobody has to log in"):
        check(Settings(tmp_path / "a.sqlite", host="0.0.0.0"))


def test_a_workbench_makes_its_ledger(tmp_path: Path) -> None:
    with client_of(Settings(tmp_path / "new.sqlite")) as client:
        assert "no reports in this ledger yet" in client.get("/reports").text
        assert client.get("/").url == f"{HERE}/"


def test_of_many_claimants_the_first_are_shown_with_the_way_to_all(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(series, "_CLAIMANTS", 1)
    shown = settled(client, "/series?side=Russia&harm=killed").text
    address, all_ = re.findall(r'<a href="(/series/of[^"]*)">All (\d+) claimants</a>', shown)[0]
    assert settled(client, unescape(address)).text.count('data-label="claimant"') >= int(all_) > 1


def test_figures_by_other_policies_come_without_a_page_working_them_out(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "_PATIENCE", 0.0)
    assert "UCDP" in settled(client, "/tally?policy=ucdp").text
