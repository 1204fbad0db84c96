"""The finder as a whole: whole claims from short reports, and what is no claim."""

import pytest

from cenotaph.find import find
from cenotaph.model import Claim, Report


def claims(text: str, published: str | None = "2024-05-15") -> tuple[Claim, ...]:
    return find(Report("r", text, published, "The Lake Gazette")).claims


def test_a_claim_has_every_field() -> None:
    text = (
        "Syria’s health ministry said on Tuesday that at least 12 civilians were killed in shelling of Idlib."
    )
    (claim,) = claims(text)
    assert text[claim.start : claim.end] == claim.quantity_text == "at least 12"
    assert (claim.harm, claim.low, claim.high, claim.approx) == ("killed", 12, None, False)
    assert (claim.side, claim.role, claim.place) == ("Syria", "civilians", "Idlib")
    assert (claim.scope, claim.until, claim.stance) == ("incident", None, "asserted")
    assert len(claim.sources) == 1 and "health ministry" in claim.sources[0]
    assert claim.place_key is not None
    assert {field for field, _ in claim.evidence} >= {"harm", "sources", "place"}
    assert claim.rules[0] == "mention:passive"


def test_a_part_knows_its_whole() -> None:
    whole, part = claims("The raid killed 30 people, including four children.")
    assert (part.low, part.harm, part.part_of) == (4, "killed", whole.id)


def test_a_part_was_harmed_when_and_where_its_whole_was() -> None:
    whole, part, _ = claims(
        "The office recorded 1,035 deaths, including 90 children, since February. A missile hit a bus in Sumy on Monday, "
        "killing four people."
    )
    assert (whole.scope, whole.from_, whole.place) == ("cumulative", "2024-02", None)
    assert (part.scope, part.from_, part.place) == (whole.scope, whole.from_, whole.place)


def test_parts_below_their_whole_are_of_its_days_unless_they_have_one() -> None:
    whole, men, women, one = claims(
        "The office recorded 1,035 civilians killed by shelling from 1 February to 9 April. This included 600 killed men and "
        "90 women. One of them died on 3 May."
    )
    assert {(part.scope, part.from_, part.until) for part in (whole, men, women)} == {
        ("cumulative", "2024-02-01", "2024-04-09")
    }
    assert (men.part_of, women.part_of, women.harm) == (whole.id, whole.id, "killed")
    assert one.until == "2024-05-03"


def test_killed_and_wounded_stand_apart() -> None:
    found = claims("A car bomb in Mosul killed 7 soldiers and wounded 20.")
    assert [(one.harm, one.low) for one in found] == [("killed", 7), ("wounded", 20)]


def test_killed_and_wounded_in_one_breath_are_casualties() -> None:
    (claim,) = claims("Scores of people were killed and injured in the bombing of Sanaa.")
    assert claim.harm == "casualties"


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed 14 people and flooded the valley.",
        "An earthquake of magnitude 6 left 200 dead in the mountains.",
        "Twelve people died when two buses collided on the motorway.",
        "The council voted 93 to 24 for the embargo on the regime.",
        "A rocket hit a market 30 kilometres from the border; nobody was hurt.",
        "The army destroyed 45 tanks and 12 trucks of the rebels.",
        "The plan could kill thousands of soldiers, the general warned.",
        "Troops captured Kalynivka, a village of 400 houses, after a week of fighting.",
        "The bombing went on while the director of Kill Bill spoke in Cannes of his soldiers.",
        "After the shelling, Merrill Lynch Capital Markets closed its office in Sidon.",
        "An independent body and 168 public bodies were shelled out of their offices by the army.",
        "Since the war 20,000 workers lost their jobs, and the army's team lost to Spain and lost four in a row.",
        "The bombing was a loss of 24 mln dlrs to the oil firm.",
        "The front remains quiet and the army's influence remains.",
        "A longer bombardment would have killed 300 people.",
        "The enemy's bombing has left the roads to all but two of the villages open.",
        "He was 42 and had fought in the war for three years before he was wounded.",
    ],
)
def test_what_is_no_claim(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Rebels killed 12 Taliban, 30 Houthis and 350 militia.",
            {("killed", 12), ("killed", 30), ("killed", 350)},
        ),
        ("At least 70 army and rebel fighters were killed in Idlib.", {("killed", 70)}),
        ("The army lost a total of 5,137 servicemen in the war.", {("killed", 5137)}),
        ("Soldiers raided the village; one Musa Ibrahim was killed.", {("killed", 1)}),
        ("The raids did kill and wound nine militants.", {("casualties", 9)}),
        ("Bandits took six women and several men hostage.", {("captured", 6), ("captured", 3)}),
        ("In Kirkuk, a policeman was killed by gunmen.", {("killed", 1)}),
        ("The bureau in Geneva and its office in Goma, Yusuf Barre was killed in the raid.", {("killed", 1)}),
        (
            "In Diyala, Anbar and Mosul, a guard, two soldiers and a child were shot dead.",
            {("killed", 1), ("killed", 2)},
        ),
        ("In Baghdad, Ali Hassan, a policeman, was killed by gunmen.", {("killed", 1)}),
        ("Shells killed 14 people in Baghdad, Ali Hassan, the mayor, said.", {("killed", 14)}),
        (
            "Shells killed 14 people in Baghdad, Ali Hassan, a cook, and two guards.",
            {("killed", 14), ("killed", 1), ("killed", 2)},
        ),
        ("The rebels beheaded a German and two Canadian hostages.", {("killed", 1), ("killed", 2)}),
        ("A yet to be determined number of soldiers were killed.", {("killed", None)}),
        ("Of the 19 soldiers, seven were killed.", {("killed", 7)}),
        ("Out of a total of 558 villagers, 251 were killed by the rebels.", {("killed", 251)}),
        (
            "Rebels murdered 12 people (9 soldiers and three civilians).",
            {("killed", 12), ("killed", 9), ("killed", 3)},
        ),
        ("The battle brought the army's death toll since October 27 to 144.", {("killed", 144)}),
        ("Two Jaish-e-Mohammad (JeM) militants were killed.", {("killed", 2)}),
        ("The bombing has killed 90 people since May, a 17 and 28 per cent rise.", {("killed", 90)}),
        ("John Dunn (46) died when a bomb went off near Trillick, Co Tyrone.", {("killed", 1)}),
        ("Officials said casualties of the war may reach 400.", set()),
        ("The raid could cause the deaths of 500 people.", set()),
        ("A judge will look into the killing of three nurses by rebels.", {("killed", 3)}),
        ("About a quarter of a million people lost their lives in the war.", {("killed", 250_000)}),
        ("At least 3,392 soldiers remain in Russian captivity.", {("captured", 3392)}),
        ("The army's death toll was 34 and 20 villagers were wounded.", {("killed", 34), ("wounded", 20)}),
        ("On January 24, 65 POWs were killed by their captors.", {("killed", 65)}),
        (
            "Rebels left 40 bodies in a ditch. Another five were found in the river.",
            {("bodies", 40), ("bodies", 5)},
        ),
        (
            "Soldiers left 90 bodies there. Several hundred are stored in wagons.",
            {("bodies", 90), ("bodies", 300)},
        ),
        ("Soldiers found 90 bodies. Another five were sold at the market.", {("bodies", 90)}),
        (
            "Rebels shelled Ayr. The hospital received nine dead and 42 injured.",
            {("bodies", 9), ("wounded", 42)},
        ),
        ("Rebels shelled Ayr • Police recover 28 corpses • President Marwan Ali mourns", {("bodies", 28)}),
        (
            "Since the war 86 bodies were found in Ayr, and 28 others in Sana.",
            {("bodies", 86), ("bodies", 28)},
        ),
        ("The army and the rebels agreed on a 6,000 for 6,000 swap of bodies.", set()),
        ("Gunmen slit the throats of at least 87 villagers.", {("killed", 87)}),
        ("It was reported that five villagers had their throats cut by gunmen.", {("killed", 5)}),
        ("Six out of 40 soldiers wounded in the raid died.", {("killed", 6)}),
        ("Nine out of ten soldiers died in the war.", set()),
        ("Seven of the wounded soldiers later died.", {("killed", 7)}),
        ("Half of the 900 recruits were killed in the war.", set()),
        ("All but two of the soldiers were killed in the war.", set()),
        ("Half of the 60 dead in the raid were children.", {("killed", 60)}),
        ("The death toll of the war may be as high as 400,000.", {("killed", None)}),
    ],
)
def test_who_is_counted(text: str, told: set[tuple[str, int | None]]) -> None:
    assert {(one.harm, one.low) for one in claims(text)} == told


def test_the_same_report_gives_the_same_rows() -> None:
    report = Report("r", "Gunmen kidnapped 9 nurses near Goma, the Red Cross said.", "2023-02-01")
    assert find(report) == find(report)


def test_a_text_without_harm_costs_no_claim() -> None:
    assert find(Report("r", "The orchestra played to a full house.")).claims == ()
