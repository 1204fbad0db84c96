"""Places that the sentences below take up, and what keeps them from others: parts, other quarters, suspects, homes."""

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Report


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # Some of the dead are told again with the place; one attack is taken up with its quarter; what a place was before.
        ("A bomb killed 26 weavers in eastern Syria on Friday. Nine children were among the victims of the raid on a queue at a post in Hasakeh province.", ["Hasakeh province (eastern Syria)", "Hasakeh province"]),
        ("A bomb killed 26 weavers in eastern Syria on Friday. Nine children were killed in an attack on a queue in Hasakeh province.", ["eastern Syria", "Hasakeh province"]),
        ("Nine people died in rebel shelling of a quarter of Aleppo as rebels took three villages in the south. More than 40 people were also wounded in the attack on the Orbo area.", ["Orbo area (Aleppo)", "Orbo area"]),
        ("A bomb killed six weavers in Aleppo on Wednesday. The blast hit the southwestern neighbourhood of Salaheddin, which was a front line before troops took the city in December.", ["Salaheddin (Aleppo)"]),
        ("A bomb killed six weavers in Aleppo on Wednesday. A blast hit the southwestern neighbourhood of Orbo in December.", ["Aleppo"]),
        ("Shells killed 18 weavers in a quarter of Aleppo. Another 50 were wounded in the citys central neighborhood of Orbo.", ["Orbo in Aleppo", "Orbo in Aleppo"]),
        ("Rockets killed four soldiers in northern Syria. The army said that they were hit in a rocket attack south of the town of Orbo near the Turkish border.", ["Orbo (northern Syria)"]),
        ("A car bomb killed seven weavers in Aden. A bomber struck a post about 300 metres (yards) from the Orbo palace, a guard said.", ["Orbo palace in Aden"]),
        # Another quarter than the one told before, another attack than the one told about, suspects.
        ("Rebel fire on Aleppo killed 14 people. It hit the district of Orbo on Sunday, killing 13 people. Rockets on another government-held neighbourhood killed one man.", ["Aleppo", "Orbo", "Aleppo"]),
        ("Gunmen attacked a convoy in the Mexican state of Michoacan, killing one soldier. Police in the town of Tacambaro said that 40 men attacked it. The attack comes a day after rebels launched raids in at least three states, killing up to 14 people.", ["Tacambaro (Michoacan)", None]),
        ("A car bomb killed 13 soldiers in Kayseri. It went off by a gate in Kayseri. Nine men have been arrested in connection with the blast.", ["Kayseri", None]),
        ("Troops stormed houses in Hebron. Seven people were arrested in the raid on suspicion of throwing stones.", ["Hebron"]),
        # Who comes or lives where.
        ("A bomb killed a soldier in Manbij, Syria. A US serviceman, 36-year-old Sergeant John B. Roe of Tulsa, Oklahoma, died beside him and four others were wounded in the blast.", ["Manbij", "Manbij", "Manbij"]),
        ("A blast in an area in the Syrian city of Homs killed at least 30 people. A doctor living in Orbo area said that districts were also hit.", ["Homs"]),
        # Kinds of people told behind "including" part no count from its place.
        ("Jets killed 31 civilians including women and children in raids with barrel bombs launched by the air force on the towns of Binnish and Saraqib in rural Aleppo.", ["Binnish and Saraqib in Aleppo"]),
        # The same figure below with its quarter, an unnamed building named as struck, where a blast "took place".
        ("Five soldiers were killed in a gunfight in Juba on Thursday. Talks went on. Nobody spoke. Some wept. Some left. A general said that five soldiers were killed in the Orbo neighbourhood.", ["Orbo neighbourhood (Juba)", "Orbo neighbourhood"]),
        ("Two soldiers were killed in a gunfight in Juba on Thursday. Talks went on. Nobody spoke. Some wept. Some left. A general said that two soldiers were killed in the Orbo neighbourhood.", ["Juba", "Orbo neighbourhood"]),
        ("Jets hit a hospital in Aleppo, killing 27 people. A new wave of raids on the city killed at least 30 more. Talks went on. Nobody spoke. The bombed Orbo hospital was run by a charity.", ["Orbo hospital in Aleppo", "Aleppo"]),
        ("Police stormed a Dhaka restaurant on Saturday, in which 20 people were killed on Friday. Talks went on. Nobody spoke. Some wept. Gunmen attacked the Orbo restaurant on Friday night.", ["Orbo restaurant in Dhaka"]),
        ("A bomb killed a soldier in Manbij, Syria. Talks went on. Nobody spoke. Some wept. Some left. The blast that targeted the patrol took place close to the Orbo graveyard.", ["Orbo graveyard in Manbij"]),
        ("Air strikes killed 70 people outside Damascus, a monitor said. It said that the air force hit the Eastern Ghouta district overnight.", ["Eastern Ghouta district (Damascus)"]),
        ("Air raids hit Aleppo on Sunday, some of them the Qaterji neighbourhood. A monitor said nine men were killed in Qaterji and two others died in the Mayssar neighbourhood of the city. Another five men were killed in two other districts.", ["Qaterji", "Mayssar neighbourhood", "Aleppo"]),
        ("The army shelled fighters in Damascus. In the southern province of Quneitra troops killed many fighters as they shelled Orbo Mosque.", ["Orbo Mosque"]),
        # What is only compared to, and a capital that stands for its state.
        ("Fighting is at its worst since the battle for eastern Aleppo two years ago with air strikes causing hundreds of deaths, aid workers said.", [None]),
        ("The owner of a mercenary firm showed a picture of dozens of his men, who had been killed. His company fights on Moscow's behalf.", [None]),
        # Names: saints, seas, posts.
        ("A bomb hit the church of St. Peter in Orbo, killing nine people.", ["St. Peter in Orbo"]),
        ("Rebels stormed the Orbo police post in Sri Lanka, killing nine guards.", ["Orbo police post"]),
        ("Rebels fight in the Indian Ocean island's north, where nine guards were killed.", [None]),
    ],
)  # fmt: skip
def test_places_taken_up_below(text: str, places: list[str | None]) -> None:
    claims = find(Report(id="r", text=text, published="2024-05-01")).claims
    assert [claim.place for claim in claims] == places


@pytest.mark.parametrize(
    ("behind", "place"),
    [
        ("since the beginning of the countrys conflict in March 2011", None),
        ("since an uprising against the king began in 2011", None),
        ("in ten years of civil war", None),
        ("since 1984 as a result of political violence", None),
        ("since Monday", "Syria"),
        ("since 1980", "Syria"),
    ],
)
def test_a_total_of_a_land_since_its_war_began_has_no_place(behind: str, place: str | None) -> None:
    text = f"More than 21,000 people have been killed in Syria {behind}."
    assert [claim.place for claim in find(Report(id="r", text=text, published="2024-05-01")).claims] == [
        place
    ]
