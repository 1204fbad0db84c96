"""Profiles: those that ship are sound, and each rule resolves what it should and leaves the rest alone."""

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest

from cenotaph.find import find
from cenotaph.find.whose.parties import armed_groups, nations
from cenotaph.judging import changed
from cenotaph.model import Claim, Report
from cenotaph.problems import CenotaphError
from cenotaph.reconcile import Profile, read_profile, resolved
from cenotaph.run.profiles import named_profile, profile_from, shipped

CASES = tomllib.loads(Path(__file__).with_name("profiles.toml").read_text())["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_a_profile_makes_of_a_report(case: dict[str, Any]) -> None:
    report = Report("r", case["text"], outlet=case.get("outlet"))
    (claim,) = find(report).claims
    given: dict[str, Any] = {name: case[name] or None for name in ("side", "place") if name in case}
    given |= {"sources": tuple(case["sources"])} if "sources" in case else {}
    claim = msgspec.structs.replace(claim, **given, **({"place_key": None} if "place" in given else {}))
    standing = resolved(claim, report, named_profile(case["profile"]))
    found = {change.field: change for change in standing.changes}
    assert found.keys() == {one["field"] for one in case["resolved"]}
    before, after = (msgspec.json.decode(msgspec.json.encode(one)) for one in (claim, standing))
    for one in case["resolved"]:
        change = found[one["field"]]
        assert after[one["field"]] == one["value"]
        assert change.by == f"profile:{one['rule']}"
        assert one.get("why", "") in change.why
        assert msgspec.json.decode(change.found) == before[one["field"]]


def test_every_rule_has_a_case_that_holds() -> None:
    assert {one["rule"] for case in CASES for one in case["resolved"]} == {
        "since",
        "source",
        "whose",
        "party",
        "place",
    }


def test_a_person_s_correction_is_left_alone() -> None:
    report = Report("r", CASES[0]["text"])
    (claim,) = find(report).claims
    corrected = changed(claim, {"from": '"2022-03-01"'}, by="judgement:x", why="the page says so")
    emptied = changed(corrected, {"from": "null"}, by="judgement:y", why="it does not")
    corrected_back = msgspec.structs.replace(emptied, changes=corrected.changes, from_=None)
    assert resolved(corrected, report, named_profile("ukraine")) == corrected
    assert resolved(corrected_back, report, named_profile("ukraine")) == corrected_back


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_profile_is_sound(name: str) -> None:
    profile = named_profile(name)
    assert all(start.source and start.called for start in profile.starts)
    assert name == "generic" or (profile.starts and profile.parties and profile.countries)


@pytest.mark.parametrize("name", shipped())
def test_the_parties_are_named_as_claims_name_them(name: str) -> None:
    sides = {party.side for index in (nations(), armed_groups()) for party in index.values()}
    assert {party.name for party in named_profile(name).parties} - sides == set()


def test_the_profiles_are_of_the_wars_most_recorded() -> None:
    wars = {"ukraine", "gaza", "sudan", "yemen", "syria", "myanmar", "sahel", "congo", "lebanon"}
    assert wars <= set(shipped())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title = ", "cannot be read"),
        ("starts = []", "missing required field `title`"),
        ('title = "x"\nstarts = [{date = "May 2020", called = [], source = ""}]', "begins on 'May 2020'"),
        ('title = "x"\nvoices = [{name = "A", side = "B"}]', "gives A the side 'B'"),
        ('title = "x"\nparties = [{name = "A", against = "B"}]', "which is none of its parties (A)"),
        ('title = "x"\npolicy = "mine"', "asks for the policy 'mine'"),
        ('title = "x"\n[options]\nminimum_origins = "two"', "minimum_origins"),
        ('title = "x"\nsurprise = 1', "surprise"),
    ],
)
def test_what_is_wrong_in_a_profile_is_told_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(CenotaphError) as error:
        profile_from(text, "mine.toml")
    assert words in str(error.value)
    assert "mine.toml" in str(error.value)


def test_a_claimant_is_known_by_any_of_its_names() -> None:
    profile: Profile = read_profile(
        (Path(__file__).parents[2] / "src/cenotaph/profiles/ukraine.toml").read_text(), ""
    )
    for name, side in {
        "Konashenkov": "Russia",
        "the Russian Defence Ministry": "Russia",
        "Ukraine’s military": "Ukraine",
        "a Ukrainian officer": "Ukraine",
        "Mediazona": None,
        "the Ukrainian and Russian armies": None,
        "a passer-by": None,
    }.items():
        assert profile.side_of(name) == side, name


def test_a_claim_in_no_war_is_the_same_object() -> None:
    report = Report("r", CASES[0]["text"])
    claim: Claim = find(report).claims[0]
    assert resolved(claim, report, named_profile("generic")) is claim
