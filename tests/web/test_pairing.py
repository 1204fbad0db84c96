"""Saying on a page that two are one or are not, and taking it back."""

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import settled

KRAMATORSK = "/incidents?place=Kramatorsk&sort=-claims"


def sections(html: str) -> list[str]:
    """The forms on a page that say of two whether they are one."""
    return re.findall(r'<form method="post" action="/judge/pair".*?</form>', html, re.DOTALL)


def say(client: TestClient, form: str, verdict: str) -> str:
    """Send such a form; the page that it leads to."""
    fields = {
        name: unescape(value)
        for name, value in re.findall(r'name="(\w+)" (?:required maxlength="2000" )?value="([^"]*)"', form)
    }
    sent = client.post("/judge/pair", data={**fields, "verdict": verdict, "reason": "as the lists say"})
    assert sent.status_code == 200, sent.text
    return settled(client, fields["back"]).text


def test_two_persons_are_made_one_and_taken_apart_again(client: TestClient) -> None:
    rows = re.findall(
        r'data-label="name"><a href="(/persons/[^"]+)"><bdi>([^<]+)', settled(client, "/persons").text
    )
    (address, name), (_, other) = rows[0], rows[1]
    found = settled(client, f"{address}?with={other}").text
    merged = say(client, sections(found)[-1], "accept")
    assert merged.count("<h1><bdi>") == 1
    assert name in merged
    assert other in merged
    assert "as the lists say" in merged
    undo = re.findall(r'name="id" value="(\w+)"', merged)[-1]
    assert client.post("/judge/pair/undo", data={"id": undo, "back": address}).status_code == 200
    apart = settled(client, address).text
    assert "no longer holds" in apart
    assert other not in apart.partition("What people said")[0]


def test_a_claim_is_taken_out_of_an_attack_and_put_back(client: TestClient) -> None:
    before = settled(client, KRAMATORSK).text
    address = re.findall(r'href="(/incidents/\w+)"', before)[0]
    whole = settled(client, address).text
    claims = re.findall(r'class="opens" href="/claim/(\w+)">', whole)
    forms = [form for form in sections(whole) if "Not of this attack" in form]
    split = say(client, forms[-1], "reject")
    assert "not one" in split
    taken = re.findall(r'name="other" value="(\w+)"', forms[-1])[0]
    assert f'href="/claim/{taken}"' not in split.partition("Perhaps the same attack")[0]
    assert taken in claims
    undo = re.findall(r'name="id" value="(\w+)"', split)[-1]
    client.post("/judge/pair/undo", data={"id": undo, "back": "/"})
    assert f'href="/claim/{taken}"' in settled(client, f"/incidents/{claims[0]}").text


def test_a_retelling_is_said_to_be_a_testimony_of_its_own_and_again_not(client: TestClient) -> None:
    address = "/claim/95cc92e31343a289"
    parted = say(client, sections(settled(client, address).text)[0], "reject")
    assert "not one" in parted
    assert sections(parted) == []
    undo = re.findall(r'name="id" value="(\w+)"[^>]*><input type="hidden" name="back"', parted)[-1]
    client.post("/judge/pair/undo", data={"id": undo, "back": address})
    assert len(sections(settled(client, address).text)) == 1


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"subject": "person", "one": "nobody", "other": "none"}, "nobody"),
        ({"subject": "source", "one": "the mayor", "other": "the mayor"}, "the same as itself"),
        ({"subject": "source", "one": "the mayor", "other": "the governor", "reason": ""}, "needs a reason"),
    ],
)
def test_what_cannot_be_said_of_two_is_told(client: TestClient, form: dict[str, str], sentence: str) -> None:
    answer = client.post("/judge/pair", data={"reason": "why", "verdict": "accept", **form})
    assert answer.status_code == 422
    assert sentence in answer.text


def test_only_judgements_on_two_are_taken_back_here(client: TestClient) -> None:
    assert client.post("/judge/pair/undo", data={"id": "0"}).status_code == 404
