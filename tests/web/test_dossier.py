"""The dossier's profile and its policy, chosen in the browser."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import settled

from cenotaph.ledger import Ledger, filed_profiles
from cenotaph.run.profiles import profile_of

OWN = 'title = "The siege"\npolicy = "ibc"\n\n[options]\nminimum_origins = 3\n'


@pytest.mark.parametrize(
    ("form", "title", "policy"),
    [
        ({"profile": "ukraine"}, "Russia's war on Ukraine", "range"),
        ({"profile": "sudan", "policy": "ucdp"}, "The war in Sudan", "ucdp"),
        ({"policy": "acled"}, "No one war", "acled"),
        ({"text": OWN}, "The siege", "ibc"),
        ({"text": OWN, "policy": "airwars"}, "The siege", "airwars"),
    ],
)
def test_a_profile_and_a_policy_are_set_and_the_figures_follow(
    client: TestClient, ledger: Path, form: dict[str, str], title: str, policy: str
) -> None:
    shown = client.post("/dossier", data={**form, "reason": "it is this war"})
    assert shown.status_code == 200
    assert "it is this war" in shown.text
    with Ledger(ledger) as book:
        assert (profile_of(book).title, profile_of(book).policy) == (title, policy)
    assert f'<option value="{policy}" selected>' in settled(client, "/tally").text


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"profile": "ukraine", "reason": " "}, "why"),
        ({"text": "title = 7", "reason": "try"}, "own"),
        ({"policy": "none", "reason": "try"}, "none"),
        ({"profile": "/etc/passwd", "policy": "none", "reason": "try"}, "none"),
    ],
)
def test_what_cannot_be_a_profile_is_told_and_nothing_is_set(
    client: TestClient, ledger: Path, form: dict[str, str], sentence: str
) -> None:
    answer = client.post("/dossier", data=form)
    assert answer.status_code == 422
    assert sentence in answer.text
    with Ledger(ledger) as book:
        assert filed_profiles(book.connection) == []
