"""How the losses of armies are told: what harm a figure is of, whose it is, and what is no figure of losses."""

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Report

WAR = "\n\nThe war goes on; the front line has hardly moved."


def told(text: str) -> list[tuple[str, str, str | None]]:
    found = find(Report(id="r", text=text + WAR, published="2001-01-10"))
    return [(one.quantity_text, one.harm, one.side) for one in found.claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What the figure is of.
        (
            "Eritrean military losses are nearing 30,000, with up to 12,000 of them dead, aides said.",
            [("nearing 30,000", "casualties", "Eritrea"), ("up to 12,000", "killed", "Eritrea")],
        ),
        (
            "Eritrea has now lost more than 7,400 people, dead and wounded, since the fighting began.",
            [("more than 7,400", "casualties", "Eritrea")],
        ),
        (
            "Eritrea has lost 7,400 men in dead and wounded since May, Addis Ababa says.",
            [("7,400", "casualties", "Eritrea")],
        ),
        (
            "In May alone Eritrea lost around 4,500 men, a minister said, 2,500 of them killed.",
            [("around 4,500", "casualties", "Eritrea"), ("2,500", "killed", "Eritrea")],
        ),
        (
            "Eritrea said that Ethiopia's dead and wounded numbered more than 9,060.",
            [("more than 9,060", "casualties", "Ethiopia")],
        ),
        (
            "Eritrean dead and wounded since the invasion exceed 7,000.",
            [("exceed 7,000", "casualties", "Eritrea")],
        ),
        (
            "The number of Eritrean soldiers killed or wounded since May 1998 is now above 7,000.",
            [("above 7,000", "casualties", "Eritrea")],
        ),
        (
            "The report put Eritrean losses since the start of the war at 7,420, of which at least 1,150 were deaths.",
            [("7,420", "casualties", "Eritrea"), ("at least 1,150", "killed", "Eritrea")],
        ),
        (
            "Of Eritrea's 6,000 casualties in the war, 1,150 were killed, aides said.",
            [("6,000", "casualties", "Eritrea"), ("1,150", "killed", "Eritrea")],
        ),
        (
            "In May Eritrea suffered 4,560 casualties, the ministry said. The April count was 4,190.",
            [("4,560", "casualties", "Eritrea"), ("4,190", "casualties", "Eritrea")],
        ),
        (
            "Eritrean casualties for May reached 4,560; the total for April was 4,190.",
            [("4,560", "casualties", "Eritrea"), ("4,190", "casualties", "Eritrea")],
        ),
        # Whose it is.
        (
            "At 4,560 men, the total for May was the highest Eritrea has suffered in the war.",
            [("4,560", "casualties", "Eritrea")],
        ),
        (
            "It was Eritrea's costliest week of the fighting, with total casualties of 4,560.",
            [("4,560", "casualties", "Eritrea")],
        ),
        ("Asmara's casualties in May came to 4,560.", [("4,560", "casualties", "Eritrea")]),
        (
            "The war has cost Eritrea more than 6,000 dead and wounded.",
            [("more than 6,000", "casualties", "Eritrea")],
        ),
        (
            "Asmara has suffered 6,000 casualties in the war, while Addis Ababa's stand at about 4,000.",
            [("6,000", "casualties", "Eritrea"), ("about 4,000", "casualties", "Ethiopia")],
        ),
        (
            "Ethiopia has suffered about 4,000 casualties in the war. For Eritrea the figure is over 6,000.",
            [("about 4,000", "casualties", "Ethiopia"), ("over 6,000", "casualties", "Eritrea")],
        ),
        (
            "Eritrea's losses are 3,150. Ethiopia, for its part, has lost 7,000 soldiers, and 1,000 to 1,200 are wounded.",
            [
                ("3,150", "casualties", "Eritrea"),
                ("7,000", "killed", "Ethiopia"),
                ("1,000 to 1,200", "wounded", "Ethiopia"),
            ],
        ),
        (
            "Azerbaijan put its own losses in the war with Armenia at 2,783 killed and over 100 missing.",
            [("2,783", "killed", "Azerbaijan"), ("over 100", "missing", "Azerbaijan")],
        ),
        (
            "The Ethiopian army had its worst month in the war with Eritrea. In all, 4,500 soldiers were killed.",
            [("4,500", "killed", "Ethiopia")],
        ),
        (
            "May was the bloodiest month of the war for the Ethiopian army. In those days 4,570 troops were killed.",
            [("4,570", "killed", "Ethiopia")],
        ),
        (
            "Cuban troops sent to Angola's Cuando region have suffered 400 casualties, including 100 dead.",
            [("400", "casualties", "Cuba"), ("100", "killed", "Cuba")],
        ),
        (
            "Sudan's army said that the RSF had lost 1,200 fighters in the fighting.",
            [("1,200", "killed", "RSF")],
        ),
        (
            "This number includes 160 casualties Eritrean forces suffered over the past day in Ethiopia.",
            [("160", "casualties", "Eritrea")],
        ),
        (
            "The Eritrean military's total losses in men since the invasion of Ethiopia have climbed to 11,680.",
            [("11,680", "casualties", "Eritrea")],
        ),
        (
            "Ethiopia's armed forces have 4,600 dead and 3,800 wounded since the start of the war.",
            [("4,600", "killed", "Ethiopia"), ("3,800", "wounded", "Ethiopia")],
        ),
        (
            "Units of the Centre group inflicted losses of up to 470 troops on the Eritrean army, Ethiopia's ministry said.",
            [("up to 470", "casualties", "Eritrea")],
        ),
        (
            "Addis Ababa's tally of Eritrean casualties in the war passed 10,000 in May.",
            [("10,000", "casualties", "Eritrea")],
        ),
        # Of whose losses a leader speaks as his own.
        (
            "Ethiopian Prime Minister Abiy Ahmed said his army had suffered 900 casualties in the war with Eritrea.",
            [("900", "casualties", "Ethiopia")],
        ),
        (
            "Azerbaijani President Ilham Aliyev spoke. Aliyev put his country's losses in the war with Armenia at 2,783 dead.",
            [("2,783", "killed", "Azerbaijan")],
        ),
        (
            '"We have lost 430 of our soldiers in the war with Iraq," Rafsanjani said.\n\nIran\'s President Akbar Rafsanjani left.',
            [("430", "killed", "Iran")],
        ),
        (
            "Armenian Prime Minister Nikol Pashinyan said that his forces had killed 900 Azerbaijani soldiers in the war.",
            [("900", "killed", "Azerbaijan")],
        ),
        # Both sides together.
        (
            "About 90,000 soldiers have died in the war between Eritrea and Ethiopia, diplomats said.",
            [("About 90,000", "killed", None)],
        ),
        (
            "Eritrean and Ethiopian losses together exceed 50,000.",
            [("exceed 50,000", "casualties", None)],
        ),
        (
            "Nearly 500,000 soldiers were killed or wounded in Ukraine after the Russian invasion, aides said.",
            [("Nearly 500,000", "casualties", None)],
        ),
        (
            "Dead and wounded on both sides of the war now number more than 50,000.",
            [("more than 50,000", "casualties", None)],
        ),
    ],
)
def test_a_figure_of_losses(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Eritrean average daily casualties rose to 152 in May, the ministry said of the war.",
        "The daily average of Eritrean casualties was 152 in May.",
        "Losses of armoured vehicles have passed 2,000, the Eritrean army said.",
        "Eritrean tank losses have reached 200.",
        "Eritrea is expected to suffer 9,000 casualties by summer in the war.",
        "Eritrea is on track to suffer 9,000 casualties in the war.",
        "Eritrea is likely to suffer over 9,000 casualties in the war.",
        "Eritrea's losses in the war have forced it to call up 30,000 men.",
        "At 6,000 men, the force is the largest Eritrea has sent to war.",
        "With 6,000 men in Ethiopia, Eritrea's losses could rise in the war.",
    ],
)
def test_what_is_no_figure_of_losses(text: str) -> None:
    assert told(text) == []
