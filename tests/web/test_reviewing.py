"""The queue, blind second readings, and how far two readers agree."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import client_of, settled

from cenotaph import api
from cenotaph.model import Judgement, Verdict
from cenotaph.scoring import agreement
from cenotaph.web import Settings

CLAIM = "95cc92e31343a289"


def said(by: str, verdicts: str) -> list[Judgement]:
    """A reader's verdicts on claims 0, 1, 2, ...: a(ccept), r(eject), "." for none."""
    names: dict[str, Verdict] = {"a": "accept", "r": "reject"}
    return [
        Judgement(
            f"{by}{at}", "claim", str(at), None, names[letter], (), "read", by, "2022-04-01", report="r"
        )
        for at, letter in enumerate(verdicts)
        if letter != "."
    ]


@pytest.mark.parametrize(
    ("anna", "boris", "kappa", "f1"),
    [
        ("aarr", "aarr", 1.0, 1.0),
        ("aarr", "rraa", -1.0, 0.0),
        # Worked by hand: 3 of 4 alike; by chance (3/4)(2/4) + (1/4)(2/4) = 0.5; (0.75 - 0.5) / 0.5.
        ("aaar", "aarr", 0.5, 4 / 5),
        ("aaaa", "aaaa", None, 1.0),
        ("aa..", "..aa", None, 0.0),
    ],
)
def test_agreement_is_told_beyond_chance(anna: str, boris: str, kappa: float | None, f1: float) -> None:
    found = agreement([*said("anna", anna), *said("boris", boris)], "anna", "boris")
    assert found.f1 == pytest.approx(f1)
    assert found.kappa == (None if kappa is None else pytest.approx(kappa))


def test_a_second_reading_does_not_show_the_first(ledger: Path) -> None:
    fields = {"side": "Belarus", "low": "2400"}
    api.judge(ledger, CLAIM, "correct", by="anna", reason="as I read it", fields=fields)
    with client_of(Settings(ledger, person="boris")) as boris:
        open_eyed = boris.get(f"/report/homel-trains?claim={CLAIM}").text
        blind = boris.get(f"/report/homel-trains?claim={CLAIM}&blind=1").text
        assert "Belarus</bdi>" in open_eyed
        assert "anna" in open_eyed
        assert "anna" not in blind
        assert "2,400" not in blind
        panel = boris.get(f"/claim/{CLAIM}/panel?blind=1", headers={"x-part": "1"}).text
        seen = panel.partition('name="seen" value="')[2].partition('"')[0]
        form = {"id": CLAIM, "seen": seen, "blind": "1"}
        assert boris.post("/judge/accept", data=form, headers={"x-part": "1"}).status_code == 200
        compared = boris.get("/review/agreement").text
        assert CLAIM[:8] in compared


CORRECTION = {"low": "2400"}


@pytest.mark.parametrize(
    ("blind", "fields", "alike"),
    [
        (False, {}, True),
        (True, {}, False),
        (True, CORRECTION, True),
        (True, {"low": "2300"}, False),
    ],
)
def test_who_accepts_a_correction_agrees_with_it_and_who_makes_the_same_blind_too(
    ledger: Path, *, blind: bool, fields: dict[str, str], alike: bool
) -> None:
    api.judge(ledger, CLAIM, "correct", by="anna", reason="as I read it", fields=CORRECTION)
    with client_of(Settings(ledger, person="boris")) as boris:
        form = {"id": CLAIM, "reason": "as the page says", "blind": "1" if blind else "", **fields}
        filed = boris.post(f"/judge/{'correct' if fields else 'accept'}", data=form, headers={"x-part": "1"})
        assert filed.status_code == 200
        compared = boris.get("/review/agreement").text
        assert (CLAIM[:8] not in compared) == alike


def test_what_was_judged_leaves_the_queue(client: TestClient) -> None:
    first = settled(client, "/review?harm=bodies").text
    assert f"claim={CLAIM}" in first
    client.post("/judge/accept", data={"id": CLAIM})
    assert f"claim={CLAIM}" not in settled(client, "/review?harm=bodies").text


def test_the_figure_follows_a_correction(client: TestClient) -> None:
    wanted = "/api/tally?side=Russia&harm=bodies&place=Homel"
    before = settled(client, wanted).json()["rows"]
    client.post("/judge/correct", data={"id": CLAIM, "low": "2700", "high": "", "reason": "as the page says"})
    after = settled(client, wanted).json()["rows"]
    assert [row["low"] for row in before] != [row["low"] for row in after]
    assert 2700 in [said["low"] for row in after for said in row["said"]]
