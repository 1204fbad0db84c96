"""What stands after people have judged: scenarios of what was found, what was judged, what is expected."""

from typing import Any

import msgspec
import pytest

from cenotaph.judging import as_judged, digest, identified, in_force, judged
from cenotaph.model import Claim, Judgement, Verdict

FOUND = Claim(
    id="c1", report="r", quantity_text="12", start=0, end=2, harm="killed", low=12, high=12, approx=False, side="Sudan",
    role="unknown", victims_text=None, names=(), place="El Fasher", scope="incident", from_=None, until=None,
    sources=("a medic",), stance="asserted", rules=("plain",),
)  # fmt: skip
OTHER = msgspec.structs.replace(FOUND, id="c2", start=9, end=11)
MISSED: dict[str, Any] = {
    name: value
    for name, value in msgspec.to_builtins(FOUND).items()
    if name not in ("id", "report", "rules", "verdict", "changes")
}


def said(at: int, verdict: Verdict, on: str = "c1", undoes: str | None = None, **fields: Any) -> Judgement:
    """A judgement whose id is its place in the order."""
    packed = tuple((name.rstrip("_"), msgspec.json.encode(value).decode()) for name, value in fields.items())
    return Judgement(
        f"j{at}", "claim", on, None, verdict, packed, f"why {at}", "AL", f"{at}", undoes=undoes, report="r"
    )


SCENARIOS: list[tuple[str, list[Judgement], dict[str, dict[str, Any]]]] = [
    ("nobody judged", [], {"c1": {"verdict": None, "side": "Sudan"}, "c2": {"verdict": None}}),
    ("accepted", [said(1, "accept")], {"c1": {"verdict": "accepted", "changes": ()}, "c2": {}}),
    ("rejected", [said(1, "reject")], {"c2": {}}),
    ("corrected", [said(1, "correct", side="RSF", low=10)], {"c1": {"verdict": "corrected", "side": "RSF", "low": 10}, "c2": {}}),
    ("two fields, one after the other", [said(1, "correct", side="RSF"), said(2, "correct", low=9)],
     {"c1": {"side": "RSF", "low": 9}, "c2": {}}),
    ("the later of two", [said(1, "correct", side="RSF"), said(2, "correct", side="SAF")], {"c1": {"side": "SAF"}, "c2": {}}),
    ("rejected, then corrected", [said(1, "reject"), said(2, "correct", low=11)], {"c1": {"verdict": "corrected"}, "c2": {}}),
    ("corrected, then accepted", [said(1, "correct", low=11), said(2, "accept")], {"c1": {"verdict": "accepted", "low": 11}, "c2": {}}),
    ("undone", [said(1, "reject"), said(2, "undo", undoes="j1")], {"c1": {"verdict": None}, "c2": {}}),
    ("the undoing undone", [said(1, "reject"), said(2, "undo", undoes="j1"), said(3, "undo", undoes="j2")], {"c2": {}}),
    ("one of two corrections undone", [said(1, "correct", side="RSF"), said(2, "correct", low=9), said(3, "undo", undoes="j1")],
     {"c1": {"side": "Sudan", "low": 9}, "c2": {}}),
    ("emptied", [said(1, "correct", side=None)], {"c1": {"side": None}, "c2": {}}),
    ("added", [said(1, "add", on="c3", **MISSED)], {"c1": {}, "c2": {}, "c3": {"verdict": "added", "low": 12}}),
    ("added and corrected", [said(1, "add", on="c3", **MISSED), said(2, "correct", on="c3", low=3)],
     {"c1": {}, "c2": {}, "c3": {"verdict": "corrected", "low": 3}}),
    ("added and rejected", [said(1, "add", on="c3", **MISSED), said(2, "reject", on="c3")], {"c1": {}, "c2": {}}),
    ("added and undone", [said(1, "add", on="c3", **MISSED), said(2, "undo", on="c3", undoes="j1")], {"c1": {}, "c2": {}}),
    ("of another subject", [msgspec.structs.replace(said(1, "reject"), subject="testimony", other="c2")], {"c1": {}, "c2": {}}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("judgements", "expected"), [one[1:] for one in SCENARIOS], ids=[one[0] for one in SCENARIOS]
)
def test_what_stands(judgements: list[Judgement], expected: dict[str, dict[str, Any]]) -> None:
    standing = {one.id: one for one in judged([FOUND, OTHER], judgements, Claim)}
    assert list(standing) == list(expected)
    for id_, fields in expected.items():
        assert {name: getattr(standing[id_], name) for name in fields} == fields


def test_a_correction_keeps_what_was_found_whose_word_it_is_and_why() -> None:
    standing = as_judged(FOUND, [said(1, "correct", side="RSF"), said(2, "correct", side="SAF")])
    (change,) = standing.changes
    assert (change.field, change.found, change.by, change.why) == ("side", '"Sudan"', "judgement:j2", "why 2")


def test_a_field_that_gets_back_what_was_found_is_no_change() -> None:
    standing = as_judged(FOUND, [said(1, "correct", side="RSF"), said(2, "correct", side="Sudan")])
    assert standing.changes == ()


def test_the_words_of_a_corrected_field_are_no_longer_its_evidence() -> None:
    found = msgspec.convert(msgspec.to_builtins(FOUND) | {"evidence": [["side", [1, 2]], ["place", [3, 4]]]} | {
        "evidence": [["side", {"start": 1, "end": 2}], ["place", {"start": 3, "end": 4}]]}, Claim)  # fmt: skip
    assert [name for name, _ in as_judged(found, [said(1, "correct", side="RSF")]).evidence] == ["place"]


def test_the_digest_changes_with_what_a_person_sees_and_with_nothing_else() -> None:
    same = msgspec.structs.replace(FOUND, rules=("newer",))
    assert digest(FOUND) == digest(same)
    seen = {
        digest(as_judged(FOUND, [one]))
        for one in (said(1, "accept"), said(1, "reject"), said(1, "correct", low=1))
    }
    assert len(seen | {digest(FOUND)}) == 4


def test_a_judgement_is_known_by_all_that_it_says() -> None:
    one = identified(said(1, "accept"))
    assert identified(one) == one
    assert identified(msgspec.structs.replace(one, reason="other")).id != one.id
    assert in_force([one]) == [one]
