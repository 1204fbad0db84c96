"""Claims of one origin about the same thing are one testimony, and what changed between them is told."""

from collections.abc import Sequence
from typing import Any

import pytest
from tests.trace.cascade import claim, codes, report, shared, traced

from cenotaph.model import Claim
from cenotaph.trace import Echo, Reading, Trace

MEDIC = "a medic at the depot"


def wire(*claims: Claim, **fields: Any) -> Reading:
    """The first report: Reuters heard a medic."""
    text = f"By June over 340 bodies had left Osh, {MEDIC} told Reuters. That could not be checked. Then 23 came back."
    return report("wire", text, credits=[MEDIC, "Reuters"], claims=claims, published="2023-06-01", **fields)


def paper(text: str, *claims: Claim, credits: Sequence[str] = (), **fields: Any) -> Reading:
    """A later report."""
    return report("paper", text, credits=credits, claims=claims, published="2023-06-02", **fields)


FIRST = claim(
    "over 340", 340, None, harm="bodies", place="Osh", side="Chad", stance="doubted", scope="flow",
    sources=(MEDIC, "Reuters"),
)  # fmt: skip


def ids_of(found: Trace) -> dict[str, str]:
    return {one.claim.quantity_text: one.testimony for one in found.claims}


def drift_of(found: Trace, report_: str) -> dict[str, tuple[str | None, str | None]]:
    return {change.field: (change.from_, change.to) for one in found.claims for change in one.drift
            if one.claim.report == report_}  # fmt: skip


def pair(text: str, second: Claim, *, credits: Sequence[str] = (), linked: bool = True) -> Trace:
    """The wire's claim and one of a later paper, their sentences linked."""
    one, two = wire(FIRST), paper(text, second, credits=credits)
    echoes: list[Echo] = []
    if linked:
        echoes.append(
            shared(one, "By June over 340 bodies had left Osh", two, text.partition(",")[0], "claim")
        )
    return traced(one, two, echoes=echoes)


def test_a_retelling_is_the_same_testimony_with_its_drift() -> None:
    second = claim("about 340", 340, 340, approx=True, harm="bodies", place="Osh", side="Chad", scope="flow",
                   sources=("staff of the depot's clinic",))  # fmt: skip
    text = "In all about 340 bodies had left Osh, said staff of the depot's clinic."
    found = pair(text, second, credits=["staff of the depot's clinic"])
    assert len(set(ids_of(found).values())) == 1
    assert {one.origin.name for one in found.claims} == {"Reuters"}
    assert drift_of(found, "paper") == {
        "bound": ("over 340", "about 340"),
        "source": (MEDIC, "staff of the depot's clinic"),
        "credit": ("Reuters", None),
        "doubt": ("doubted", "asserted"),
    }
    assert {change.via for one in found.claims for change in one.drift} == {"wire"}
    assert drift_of(found, "wire") == {}


@pytest.mark.parametrize(
    ("field", "quantity", "changed", "expected"),
    [
        ("approx", "some 340", {"low": 340, "high": None, "approx": True}, ("over 340", "some 340")),
        ("harm", "over 340", {"harm": "killed"}, ("bodies", "killed")),
        ("scope", "over 340", {"scope": "cumulative"}, ("flow", "cumulative")),
        ("place", "over 340", {"place": "Jalal-Abad"}, ("Osh", "Jalal-Abad")),
        ("place", "over 340", {"place": None}, ("Osh", None)),
        ("doubt", "over 340", {"stance": "asserted"}, ("doubted", "asserted")),
        ("number", "over 300", {"low": 300}, ("over 340", "over 300")),
    ],
)
def test_each_field_drifts_alone(
    field: str, quantity: str, changed: dict[str, Any], expected: tuple[str | None, str | None]
) -> None:
    values: dict[str, Any] = {
        "harm": "bodies",
        "place": "Osh",
        "side": "Chad",
        "stance": "doubted",
        "scope": "flow",
    }
    values |= {"sources": (MEDIC, "Reuters"), "low": 340, "high": None, **changed}
    text = f"In all {quantity} bodies went, {MEDIC} told Reuters."
    found = pair(
        text, claim(quantity, values.pop("low"), values.pop("high"), **values), credits=[MEDIC, "Reuters"]
    )
    same = field != "number"
    assert (len({one.testimony for one in found.claims}) == 1) is same
    assert drift_of(found, "paper") == ({field: expected} if same else {})


def test_a_rounded_number_is_the_same_testimony() -> None:
    exact = claim("347", 347, 347, sources=("Chad's army",))
    rounded = claim("about 350", 350, 350, approx=True, sources=("Chad's army",))
    one = report("one", "Chad's army lost 347 men.", credits=["Chad's army"], claims=[exact])
    two = report(
        "two", "Men of Chad's army lost about 350 of them.", credits=["Chad's army"], claims=[rounded]
    )
    found = traced(one, two, echoes=[shared(one, "lost 347 men", two, "lost about 350", "claim")])
    assert len({one_.testimony for one_ in found.claims}) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"side": "Sudan"},
        {"harm": "wounded"},
        {"place": "Naryn", "names": ()},
        {"role": "civilians"},
        {"names": ("Ali Dost",)},
    ],
)
def test_claims_of_one_origin_about_something_else_stay_apart(other: dict[str, Any]) -> None:
    values: dict[str, Any] = {"side": "Chad", "place": "Osh", "role": "combatants", "names": ("Joe Roe",)}
    values["sources"] = ("Chad's army",)
    one = report(
        "one", "Chad's army lost 341 men.", credits=["Chad's army"], claims=[claim("341", 341, 341, **values)]
    )
    changed = claim("341", 341, 341, **(values | other))
    two = report("two", "Chad's army counted 341 men.", credits=["Chad's army"], claims=[changed])
    assert len({one_.testimony for one_ in traced(one, two).claims}) == 2


def test_small_numbers_of_one_spokesman_are_not_the_same_attack() -> None:
    found = []
    for id_, day in (("one", "2023-03-02"), ("two", "2023-05-09")):
        fields = {"scope": "incident", "until": day, "sources": ("Chad's army",)}
        own = claim("two", 2, 2, **fields)
        found.append(report(id_, "Chad's army lost two men.", credits=["Chad's army"], claims=[own]))
    assert len({one.testimony for one in traced(*found).claims}) == 2


def test_a_figure_repeated_in_a_headline_has_the_origin_given_for_it() -> None:
    text = "Raid kills 41 near Osh. The raid killed 41 people near Osh, Chad's army said."
    bare = claim("41", 41, 41, place="Osh")
    told = claim("41 people", 41, 41, place="Osh", sources=("Chad's army",))
    found = traced(report("one", text, credits=["Chad's army"], claims=[bare, told], outlet="Metro"))
    assert {one.origin.name for one in found.claims} == {"Armed forces of Chad"}
    assert len(set(ids_of(found).values())) == 1


def test_a_claim_in_its_own_voice_is_its_outlets() -> None:
    found = traced(report("one", "Nine died in Osh.", claims=[claim("Nine", 9, 9)], outlet="Metro"))
    assert found.claims[0].origin.name == "Metro"


def test_the_same_figure_from_two_sides_has_two_independent_origins() -> None:
    one = report("one", "Chad's army lost 341 men.", credits=["Chad's army"],
                 claims=[claim("341", 341, 341, sources=("Chad's army",))])  # fmt: skip
    two = report("two", "The Red Cross knows of 341 dead.", credits=["Red Cross"],
                 claims=[claim("341", 341, 341, sources=("Red Cross",))])  # fmt: skip
    found = traced(one, two)
    assert [(len(thing.testimonies), thing.independence.at_most) for thing in found.things] == [(2, 2)]


def test_ten_outlets_that_retell_one_witness_are_one_origin() -> None:
    readings = [wire(FIRST, outlet="Reuters")]
    echoes = []
    for number in range(9):
        text = f"In all over 340 bodies went, {MEDIC} told Reuters."
        told = claim("over 340", 340, None, harm="bodies", sources=(MEDIC, "Reuters"))
        readings.append(report(f"paper{number}", text, credits=[MEDIC, "Reuters"], claims=[told]))
        echoes.append(shared(readings[0], "over 340 bodies", readings[-1], "over 340 bodies"))
    found = traced(*readings, echoes=echoes)
    assert [(len(thing.claims), thing.independence.at_most) for thing in found.things] == [(10, 1)]
    assert found.independence().at_most == 1


def test_a_figure_that_the_credited_report_lacks_is_an_orphan() -> None:
    one = wire(FIRST, outlet="Reuters")
    told = claim("900", 900, 900, sources=("Reuters",))
    kept = claim("340", 340, 340, sources=("Reuters",))
    two = paper("Reuters has it that 900 died and 340 bodies had left Osh.", told, kept, credits=["Reuters"])
    link = shared(one, "bodies had left Osh", two, "bodies had left Osh")
    found = traced(one, two, echoes=[link])
    orphan = next(problem for problem in found.problems if problem.code == "trace.orphan")
    assert codes(found) == [("trace.orphan", "paper")]
    assert orphan.span is not None
    assert two.report.text[orphan.span.start : orphan.span.end] == "900"


def test_a_figure_is_no_orphan_where_the_reports_share_nothing() -> None:
    told = claim("900", 900, 900, sources=("Reuters",))
    two = paper("Reuters has it that 900 died.", told, credits=["Reuters"])
    assert codes(traced(wire(FIRST, outlet="Reuters"), two)) == []
