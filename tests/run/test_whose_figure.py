"""Whom a page has its figure from, found and traced: own voice, chains, state media, people who are not to be known."""

import json
from pathlib import Path

import pytest

from cenotaph.run import find_reports
from cenotaph.run.trace_rows import report_rows
from cenotaph.run.tracing import trace_outcomes

CASES = [
    (
        "an office that cites another one has it from that",
        "Some 40 people were killed in the shelling of Tellin, the United Nations said, citing Chad's health ministry.",
        "Metro",
        ["United Nations", "Health Ministry of Chad"],
        ["Health Ministry of Chad"],
    ),
    (
        "state media are a voice of their state",
        (
            "At least 22 people were killed by two bombs in Tellin on Tuesday, Syrian state media said. "
            "The bombers came in one car, Governor Ann Roe told Bild."
        ),
        "Metro",
        ["State media of Syria"],
        ["State media of Syria"],
    ),
    (
        "a page in its own voice whose outlet is unknown has nobody",
        "A bomb killed nine people in Tellin on Friday. President Bob Lee of Chad condemned the attack.",
        None,
        [],
        [],
    ),
    (
        "a page in its own voice whose outlet is unknown goes back to whoever it credits first",
        (
            "A bomb killed nine people in Tellin on Friday. President Bob Lee of Chad condemned the attack. "
            "Ann Roe, the mayor, said the market would stay closed."
        ),
        None,
        ["Ann Roe"],
        ["Ann Roe"],
    ),
    (
        "whoever speaks of something else in the sentence of a figure has no part in it",
        (
            "The mayor of Tellin, Ann Roe, has warned of cold nights after the strike, and Chad's army says 40 people died. "
            "Rescuers went home, Ann Roe said. Ann Roe thanked them, Ann Roe said."
        ),
        "Metro",
        ["Armed forces of Chad"],
        ["Armed forces of Chad"],
    ),
    (
        "an officer who is not to be known is nobody named next",
        (
            "At least 25 rebels were killed in Tellin on Monday. "
            "\"We shot 25 rebels,\" an army officer, speaking anonymously, said. "
            "The council is not so sure, said its spokesman Bob Lee."
        ),
        "Metro",
        ["an army officer"],
        ["an army officer"],
    ),
    (
        "whoever announced the death that a page opens with has its figures",
        (
            "A strike killed the leader of the Tellin rebels, the Pentagon confirmed on Friday. It had been long in the making. "
            "Six people died in the attack on Monday."
        ),
        "Metro",
        ["Pentagon"],
        ["Pentagon"],
    ),
    (
        "an armed body that speaks next is no mayor",
        "A bomb killed 14 people in Tellin, the mayor said. The Free Tellin Army, in a statement, said it had laid it.",
        "Metro",
        ["the mayor"],
        ["the mayor"],
    ),
    (
        "an inquiry's finding is the inquiry's",
        "An inquiry into the raid on Tellin found that troops had killed 24 villagers. It was led by Judge Ann Roe.",
        "Metro",
        ["An inquiry into the raid on Tellin"],
        ["An inquiry into the raid on Tellin"],
    ),
    (
        "one official of a listed body speaks for it",
        "Two more people died in the bombing of Tellin, a State Department official said. Their brother wept, said Bob Lee.",
        "Metro",
        ["State Department of the United States"],
        ["State Department of the United States"],
    ),
    (
        "a president who speaks next is no governor",
        (
            "Three people died in an attack on Tellin and eight were hurt, the provincial governor said. "
            "The only way is to win, Mr Zelensky wrote."
        ),
        "Metro",
        ["the provincial governor"],
        ["the provincial governor"],
    ),
    (
        "a report of another year is no source of today's figure",
        (
            "A bomber killed 11 people in a bus in Tellin on Wednesday. "
            "The new chief of the rebels was named in a United Nations paper last year."
        ),
        "Metro",
        ["Metro"],
        ["Metro"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "outlet", "cites", "origins"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_whose_figure(
    tmp_path: Path, text: str, outlet: str | None, cites: list[str], origins: list[str]
) -> None:
    page = {"id": "page", "text": text, "outlet": outlet, "published": "2024-05-15"}
    file = tmp_path / "page.jsonl"
    file.write_text(json.dumps(page))
    (row,) = report_rows(trace_outcomes(find_reports([str(file)])))
    assert (row["cites"], row["origins"]) == (cites, origins)
