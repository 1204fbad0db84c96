"""Values as people write them, and the one sentence where they cannot be."""

import pytest

from cenotaph.judging import CLAIM_FIELDS, HANDLING_FIELDS, Value, WrongValue, read_value
from cenotaph.model import Claim, Handling


@pytest.mark.parametrize(
    ("field", "written", "held"),
    [
        ("low", "2,500", "2500"),
        ("low", 2500, "2500"),
        ("high", "null", "null"),
        ("high", None, "null"),
        ("approx", "yes", "true"),
        ("approx", False, "false"),
        ("harm", "Killed", '"killed"'),
        ("side", " RSF ", '"RSF"'),
        ("sources", "a medic; Radio Dabanga", '["a medic","Radio Dabanga"]'),
        ("sources", "a medic → Radio Dabanga", '["a medic","Radio Dabanga"]'),
        ("sources", ["a medic; a nurse"], '["a medic; a nurse"]'),
        ("names", "null", "[]"),
        ("until", "2024-05", '"2024-05"'),
        ("from", "XXXX-05-30", '"XXXX-05-30"'),
    ],
)
def test_what_people_write_of_a_claim(field: str, written: Value, held: str) -> None:
    assert read_value(Claim, field, written) == held


def test_what_people_write_of_a_handling() -> None:
    assert read_value(Handling, "means", "Truck; train") == '["truck","train"]'


@pytest.mark.parametrize(
    ("kind", "field", "written", "words"),
    [
        (Claim, "low", "many", "'many' is no number of people for low; write digits, or null for open."),
        (Claim, "low", "-3", "'-3' is no number"),
        (Claim, "approx", "perhaps", "neither true nor false"),
        (Claim, "harm", "dead", "must be one of killed, wounded"),
        (Claim, "until", "13 March", "write 2022-03-13"),
        (Claim, "until", "2024-02-30", "is not a date"),
        (Claim, "harm", "null", "always has a value"),
        (Claim, "sied", "RSF", "'sied' is no field that can be corrected"),
        (Claim, "start", "3", "'start' is no field"),
        (Claim, "side", "  ", "cannot be blank"),
        (Handling, "means", "sledge", "'sledge' is no means"),
        (Handling, "low", "3", "'low' is no field"),
    ],
)
def test_what_cannot_be(kind: type[Claim] | type[Handling], field: str, written: str, words: str) -> None:
    with pytest.raises(WrongValue) as error:
        read_value(kind, field, written)
    assert words in str(error.value)


def test_the_fields_are_fields_of_claims_and_handlings() -> None:
    assert CLAIM_FIELDS.keys() <= set(Claim.__struct_encode_fields__)
    assert HANDLING_FIELDS.keys() <= set(Handling.__struct_encode_fields__)
