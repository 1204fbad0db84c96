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


def test_two_names_are_made_one_source_and_taken_apart_again(client: TestClient) -> None:
    address = "/source?name=Maksym"
    found = settled(client, f"{address}&with=Kozytskyi").text
    joined = say(client, next(form for form in sections(found) if "One source" in form), "accept")
    assert "as the lists say" in joined
    assert "KOZYTSKYI" in joined.partition("Another name")[0]
    undo = re.findall(r'name="id" value="(\w+)"', joined)[-1]
    client.post("/judge/pair/undo", data={"id": undo, "back": address})
    assert "KOZYTSKYI" not in settled(client, address).text.partition("Another name")[0]


def test_what_a_source_is_is_corrected_and_taken_back(client: TestClient) -> None:
    shown = {"name": "The Lantern", "kind": "outlet", "side": "", "belongs_to": "", "protected": "no"}
    address = "/source?name=The+Lantern"
    settled(client, address)
    same = client.post("/judge/source", data={**shown, "reason": "looked it up"})
    assert same.status_code == 422
    assert "Nothing that you wrote" in same.text
    client.post("/judge/source", data={**shown, "kind": "NGO", "side": "Ukraine", "reason": "looked it up"})
    after = settled(client, address).text
    assert "<dt>kind</dt><dd>NGO</dd><dt>side</dt><dd>Ukraine</dd>" in after
    assert "looked it up" in after
    undo = re.findall(r'name="id" value="(\w+)"', after)[-1]
    client.post("/judge/pair/undo", data={"id": undo, "back": address})
    assert "<dt>kind</dt><dd>outlet</dd>" in settled(client, address).text


def test_a_source_that_nobody_credits_has_no_page(client: TestClient) -> None:
    settled(client, "/sources")
    assert client.get("/source?name=The+Kitchen+Gazette").status_code == 404
    answer = client.post(
        "/judge/source", data={"name": "The Kitchen Gazette", "kind": "NGO", "reason": "why"}
    )
    assert answer.status_code == 404
