"""Who is accused of a killing is not its victim, though his name is told right behind it."""

import pytest

from cenotaph.find import find
from cenotaph.model import Report


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Police showed two men suspected of killing Mayor Bo Lind. Their names are Adam Dunn and Omar Neto.", ["Bo Lind"]),
        ("Two men charged with murdering Mayor Bo Lind were held. The two men are Adam Dunn and Omar Neto.", ["Bo Lind"]),
        ("POLICE SHOWED TWO MEN SUSPECTED OF KILLING MAYOR BO LIND. THEIR NAMES ARE ADAM DUNN AND OMAR NETO.", ["BO LIND"]),
        ("Gunmen killed two men in Homs on Friday. Their names are Adam Dunn and Omar Neto.", ["Adam Dunn", "Omar Neto"]),
    ],
)  # fmt: skip
def test_names_behind_an_accusation(text: str, named: list[str]) -> None:
    text = "Gunmen fired on the town hall on Friday. " + text
    assert [name for claim in find(Report("r", text)).claims for name in claim.names] == named
