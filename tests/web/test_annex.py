"""Large ledgers: the figures are worked out in a process of their own, which then makes the pages over them."""

from multiprocessing import active_children
from pathlib import Path
from time import sleep

import pytest
from tests.web.conftest import client_of, settled

from cenotaph.web import Settings
from cenotaph.web.standing import version

CLAIM = "95cc92e31343a289"


@pytest.fixture(autouse=True)
def _every_ledger_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version, "LARGE", 1)


def test_an_annex_makes_the_pages_over_figures_and_the_next_one_follows_a_judgement(ledger: Path) -> None:
    wanted = "/api/tally?side=Russia&harm=bodies&place=Homel"
    with client_of(Settings(ledger)) as client:
        assert client.get("/series").status_code == 503
        before = settled(client, wanted).json()
        (first,) = active_children()
        page = client.get(f"/claim/{CLAIM}").text
        assert "The road from its origin" in page
        # The secret word of a form holds wherever its page was made.
        client.headers["x-csrf-token"] = page.partition('name="token" value="')[2].partition('"')[0]
        client.post(
            "/judge/correct", data={"id": CLAIM, "low": "2700", "high": "", "reason": "as the page says"}
        )
        assert client.get(wanted).json() == {**before, "is_now": False}
        after = settled(client, wanted).json()
        assert 2700 in [said["low"] for row in after["rows"] for said in row["said"]]
        first.join(20)
        assert not first.is_alive()
    for one in active_children():
        one.join(20)
        assert not one.is_alive()


def _dies(settings: Settings, key: bytes, line: object, door: str) -> None:
    raise SystemExit(1)


def test_a_page_says_that_the_figures_could_not_be_worked_out(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cenotaph.web.app.work", _dies)
    with client_of(Settings(ledger)) as client:
        for _ in range(300):
            shown = client.get("/tally").text
            if "could not be worked out" in shown:
                break
            sleep(0.1)
        else:
            raise AssertionError(shown)
        assert client.get("/claims").status_code == 200
