"""Reports that tell one figure, and are asked whom they credit though they share no words."""

import pytest
from tests.trace.cascade import claim, report

from cenotaph.trace import Reading, Register, Tracer
from cenotaph.trace.akin import join, part
from cenotaph.trace.neighbours import Neighbours
from cenotaph.trace.world import Memory

HERE = "Soldiers killed 90 in Batken and Naryn."


def of(id_: str, text: str, quantity: str, number: int, harm: str = "killed") -> Reading:
    return report(id_, text, claims=[claim(quantity, number, number, harm=harm)])


def world_of(*readings: Reading) -> Memory:
    world = Memory({one.report.id: one.claims for one in readings})
    Tracer(world, Register()).add(enumerate(readings), ())
    return world


@pytest.mark.parametrize(
    ("text", "quantity", "number", "harm", "is_akin"),
    [
        ("In Naryn and in Batken the dead were 90, said Ann Roe.", "90", 90, "killed", True),
        ("In Naryn and in Batken the dead were 91, said Ann Roe.", "91", 91, "killed", False),
        ("In Naryn and in Batken the hurt were 90, said Ann Roe.", "90", 90, "wounded", False),
        ("In Naryn the dead were 90, said Ann Roe.", "90", 90, "killed", False),
    ],
    ids=["the same", "another number", "another harm", "one name in common"],
)
def test_who_is_akin(text: str, quantity: str, number: int, harm: str, is_akin: bool) -> None:
    world = world_of(of("a", HERE, "90", 90), of("b", text, quantity, number, harm))
    assert world.akin == ({"a": ("b",), "b": ("a",)} if is_akin else {"a": (), "b": ()})
    assert Neighbours(world.shared, world.akin_to).nearest("a") == (("b",) if is_akin else ())
    assert not world.echoes


def test_small_numbers_fall_on_many_things() -> None:
    world = world_of(*(of(id_, "Soldiers killed nine in Batken and Naryn.", "nine", 9) for id_ in "ab"))
    assert world.akin == {"a": (), "b": ()}


def test_a_report_that_is_taken_out_is_akin_to_nobody() -> None:
    akin: dict[str, tuple[str, ...]] = {}
    join("a", (), akin)
    join("b", ("a",), akin)
    part("b", akin)
    assert akin == {"a": ()}


def test_of_many_only_the_last_are_kept() -> None:
    akin: dict[str, tuple[str, ...]] = {}
    for number in range(50):
        join(f"{number}", [f"{other}" for other in range(number)], akin)
    assert len(akin["49"]) == 30
    assert all(one in akin[other] for one in akin for other in akin[one])
    part("49", akin)
    assert not any("49" in others for others in akin.values())
