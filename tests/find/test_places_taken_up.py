"""Places that the sentences below take up, and what keeps them from others: parts, other quarters, suspects, homes."""

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Report


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # Some of the dead are told again with the place; one attack is taken up with its quarter; what a place was before.
        ("A bomb killed 26 weavers in eastern Syria on Friday. Nine children were among the victims of the attack on a queue at a post in Hasakeh province.", ["Hasakeh province (eastern Syria)", "Hasakeh province"]),
        ("A bomb killed 26 weavers in eastern Syria on Friday. Nine children were killed in an attack on a queue in Hasakeh province.", ["eastern Syria", "Hasakeh province"]),
        ("Seven people died in rebel shelling of a neighbourhood of Aleppo as rebels took three villages in the south. More than 40 people were also wounded in the attack on the Orbo area.", ["Orbo area (Aleppo)", "Orbo area"]),
        ("A bomb killed six weavers in Aleppo on Wednesday. The blast hit the southwestern neighbourhood of Salaheddin, which was a front line before troops took the city in December.", ["Salaheddin (Aleppo)"]),
        ("A bomb killed six weavers in Aleppo on Wednesday. A blast hit the southwestern neighbourhood of Orbo in December.", ["Aleppo"]),
        ("Shells killed 18 weavers in a quarter of Aleppo. Another 50 were wounded in the citys central neighborhood of Orbo.", ["Orbo in Aleppo", "Orbo in Aleppo"]),
        ("Rockets killed four soldiers in northern Syria. The army said that they were hit in a rocket attack south of the town of Orbo near the Turkish border.", ["Orbo (northern Syria)"]),
        ("A car bomb killed seven weavers in Aden. A bomber struck a post about 300 metres (yards) from the Orbo palace, a guard said.", ["Orbo palace in Aden"]),
        # Another quarter than the one told before, another attack than the one told about, suspects.
        ("Rebel fire on Aleppo killed 14 people. It hit the district of Orbo on Sunday, killing 13 people. Rockets on another government-held neighbourhood killed one man.", ["Aleppo", "Orbo", "Aleppo"]),
        ("Gunmen attacked a convoy in the Mexican state of Michoacan, killing one soldier. Police in the town of Tacambaro said that 40 men attacked it. The attack comes a day after rebels launched raids in at least three states, killing up to 14 people.", ["Tacambaro (Michoacan)", None]),
        ("A car bomb killed 13 soldiers in Kayseri. It went off by a gate in Kayseri. Seven people have been arrested in connection with the blast.", ["Kayseri", None]),
        ("Troops stormed houses in Hebron. Seven people were arrested in the raid on suspicion of throwing stones.", ["Hebron"]),
        # Who comes or lives where.
        ("A bomb killed a soldier in Manbij, Syria. A US serviceman, 36-year-old Sergeant John B. Roe of Austin, Texas, died alongside him and five others were wounded in the blast.", ["Manbij", "Manbij", "Manbij"]),
        ("A blast in an area in the Syrian city of Homs killed at least 40 people. A doctor living in Orbo area said that districts were also hit.", ["Homs"]),
        # Kinds of people told behind "including" part no count from its place.
        ("Jets killed 35 civilians including women and children in barrel bomb raids launched by the air force on the towns of Binnish and Saraqib in rural Aleppo.", ["Binnish and Saraqib in Aleppo"]),
        # Names: saints, seas, posts.
        ("A bomb hit the church of St. Peter in Orbo, killing nine people.", ["St. Peter in Orbo"]),
        ("Rebels stormed the Orbo police post in Sri Lanka, killing nine guards.", ["Orbo police post"]),
        ("Rebels fight in the Indian Ocean island's north, where nine guards were killed.", [None]),
    ],
)  # fmt: skip
def test_places_taken_up_below(text: str, places: list[str | None]) -> None:
    claims = find(Report(id="r", text=text, published="2024-05-01")).claims
    assert [claim.place for claim in claims] == places
