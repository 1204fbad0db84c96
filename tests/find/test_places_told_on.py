"""Places of claims whose sentences go on about an attack: who speaks from elsewhere, who lives there, how many were counted."""

from collections.abc import Callable
from typing import Any

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Report

Ask = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Bandits killed [[nine]] ((people)) in Orba village of Talata Mafara Local Government Area of Zamfara State.", ["Orba village"]),
        ("Gunmen stormed Gidan-damba village in Tsafe Local Government Area, killing [[nine]] ((men)).", ["Gidan-damba village"]),
        ("Bandits attacked Angwar Orba in Kaura district, killing [[nine]] ((men)).", ["Angwar Orba"]),
        ("Militants hit a post near the Afghanistan border, killing [[two]] ((soldiers)). They came to the post in the Datta Khel town of North Waziristan.", ["Datta Khel town"]),
        ("[[Three]] ((men)) were hurt in the attack in Dera Ismail Khan, a district in Khyber Pakhtunkhwa. Troops went to the post in the town of Orban.", ["Orban"]),
        ("A raid on Silgadji killed a child. Jihadists killed [[51]] ((men)) in Mali and [[12]] ((troops)) in Burkina Faso. They stormed the village of Orbarou.", ["Mali", "Burkina Faso"]),
        ("Gunmen struck the village of Orban in Burkina Faso. This week [[40]] ((people)) were killed in various attacks.", ["Burkina Faso"]),
        ("A car bomb hit Baghdad. Two bombs killed [[29]] ((people)) across the capital, and an attack near Najaf left [[seven]] ((policemen)) dead.", ["Baghdad", "Najaf"]),
        ("Gunmen shot [[a]] ((soldier)) dead at a mosque in Lakki Marwat. The army identified the dead soldier as [[Arif Ullah]].", ["Lakki Marwat", "Lakki Marwat"]),
        ("[[Two]] ((aid workers)) were shot dead in Juba.", ["Juba"]),
        ("Ali Roe, governor of Iraq's northern province of Kirkuk, escaped a bombing that killed [[one]] ((guard)).", ["Kirkuk"]),
        ("The mayor of Kandahar condemned a bombing that killed [[nine]] ((people)).", ["Kandahar"]),
        ("Rebels overran a garrison near Aweil. They lost [[nine]] ((men)).", ["Aweil"]),
        ("Jets fired a volley of missiles at cities across Ukraine. [[Dozens]] of ((people)) were killed.", ["Ukraine"]),
        ("Kenya's police chief visited Garissa. He said [[four]] ((officers)) had been killed.", ["Garissa"]),
        ("Bandits raided a camp in Tellin. Separately, troops shot [[two]] ((men)).", [None]),
        ("A debate broke out in London over sales of arms. [[Nine]] ((miners)) died when a drone hit a camp near Zalingei.", ["Zalingei"]),
        ("The army called the raid on Tellin retaliation for a blast on a bridge in Orbo. [[Nine]] ((men)) died.", ["Tellin"]),
        ("The governor of the Donetsk region spoke of [[two]] ((dead)).", ["Donetsk region"]),
        ("A clash killed [[nine]] ((people)). The president called early elections in the Palestinian territories.", [None]),
        ("A strike in Sidon killed [[a]] ((leader of the group)). The talks were put off. [[Roe]]'s killing takes away the man who spoke for it. The envoy knew nothing of the strike on Roe.", ["Sidon", "Sidon"]),
        ("The death toll in Gaza rose to [[65]], the ministry said, as jets struck Rafah.", ["Gaza"]),
        ("[[Seven]] ((people)) were killed in Israel, including a soldier hit by a rocket near the border and a boy in Sderot.", ["Israel"]),
        ("[[Three]] ((nurses)) remain unaccounted for after they were captured in Aleppo.", ["Aleppo"]),
        ("A suicide bomber struck a hospital in Quetta on Monday. [[Nine]] ((people)) died.", ["Quetta"]),
        ("A jet hit a house in Quetta. He is treated at a hospital in Kabul. [[Nine]] ((people)) died.", ["Quetta"]),
        ("Jets struck Hodeidah on Monday. In Geneva, the UN rights chief said [[nine]] ((people)) had died.", ["Hodeidah"]),
        ("An air strike hit Kunduz. In Washington, General John Ort said [[nine]] ((people)) had died.", ["Kunduz"]),
        ("In Baghdad, police said a bomb killed [[nine]] ((people)).", ["Baghdad"]),
        ("An envoy told the Security Council in New York that [[nine]] ((people)) had been killed.", [None]),
        ("A gunman opened fire on Friday, killing [[two]] ((men)). Both were from Yatta, a village near Hebron.", [None]),
        ("Police shot dead [[a]] ((man)) in Lod. His brother, who lives in Haifa, said [[two]] ((others)) were wounded.", ["Lod", "Lod"]),
        ("Bombers struck the Zantella district near Damascus. The monitor said [[nine]] ((people)) had died.", ["Zantella district"]),
        ("A bomb killed [[two]] ((men)) in Cizre. Cizre, in Sirnak province, is under curfew. [[One]] ((officer)) died later.", ["Cizre", "Cizre"]),
        ("Two bombings hit a suburb of Beirut, killing [[43]] ((people)). [[More than 240]] were wounded.", ["Beirut", "Beirut"]),
        ("Jets killed [[43]] ((people)) in Beirut. The years of war left [[340]] ((men)) dead.", ["Beirut", None]),
        ("The mayor of Odesa declared a day of mourning. A missile had struck a row of flats, killing [[five]] ((people)).", ["Odesa"]),
        ("Hospitals in Kharkiv appealed for blood. At least [[six]] ((people)) died when two bombs hit a store.", ["Kharkiv"]),
        ("Residents of Odesa wept. Last month [[five]] ((people)) had died in a raid.", [None]),
        ("[[Six]] ((people)) were shot at a parade in Herat. The suspect was caught in Ghazni. [[Thirty]] ((people)) were hurt.", ["Herat", "Herat"]),
        ("A wave of unrest has rattled Mozambique, where [[eleven]] ((people)) were shot dead.", ["Mozambique"]),
        ("A [[boy]] was shot dead as armed ((men)) took to the streets of Nablus.", ["Nablus"]),
        ("Sri Lanka's army said it killed [[nineteen]] ((rebels)) in a battle in the island's north.", ["Sri Lanka"]),
        ("Turkish troops killed [[25]] ((rebels)) in the east of the country.", ["Turkey"]),
        ("[[Two]] ((guards)) were killed in a clash. Gunmen tried to storm a northern Gaza training camp, an aide said.", ["northern Gaza training camp"]),
        ("[[Three]] ((fishermen)) were shot, he said. The men were travelling on the San Miguel River.", ["San Miguel River"]),
        ("He shot [[39]] ((people)) dead in Sousse. In March, gunmen killed [[21]] ((tourists)) in Tunis. [[One]] ((officer)) died in that attack.", ["Sousse", "Tunis", "Tunis"]),
        ("A bomb hit a wedding in Hasaka. The hurt were taken to Qamishli, where a doctor said [[nine]] ((guests)) had died on the way.", ["Hasaka"]),
        ("NICE, France (Reuters) - A gunman drove a truck into a crowd on Thursday, killing [[80]] ((people)). [[Ten]] ((more)) are critical.", ["NICE", "NICE"]),
        ("PARIS (Reuters) - A gunman killed [[80]] ((people)) on Thursday.", [None]),
        ("Jets struck a school in Tellin. It took in [[six]] ((bodies)), Orbo Hospital said. Medics said [[nine]] ((pupils)) had been wounded.", ["Tellin", "Tellin"]),
        ("A bomb struck a camp in Tellin on Monday. We have since established that [[nine]] ((people)) died.", ["Tellin"]),
        ("[[Nine]] ((men)) died in a raid. The mortar fire hit a tent in Daraa.", ["Daraa"]),
        ("[[Ten]] ((leaders)) were killed. On that date the rebels left the talks in Costa Rica.", [None]),
        ("[[Five]] ((men)) were killed in an attack. It must be condemned, she said aboard a plane to Berlin, where she began a tour.", [None]),
        ("A bomb hit a shop in Asmara on Monday. [[Two]] ((men)) died in the Orbo supermarket. On Saturday, [[one]] ((girl)) was killed.", ["Orbo supermarket", "Asmara"]),
        ("He arrived at Orbo Airport. He was greeted at the airport. Troops killed [[nine]] ((men)), he said.", [None]),
        ("Jets hit a camp in Tellin. [[Scores]] of ((suspects)) were seized across the country.", [None]),
        ("On 17 October the rebels killed [[ten]] ((soldiers)). On 18 October they attacked guards in the town of Tellin.", [None]),
        ("[[An]] Albanian ((militant)) was killed in Syria in 2013. Raids on Thursday killed [[two]] ((others)).", ["Syria", None]),
        ("A car bomb killed [[two]] ((men)) in Tellin. [[Nine]] ((rebels)) were killed, and were taken to areas of the town.", ["Tellin", "Tellin"]),
        ("[[Luke Somers]], held captive by militants in Yemen, was killed. [[Somers]] died in a raid.", ["Yemen", "Yemen"]),
        ("Gunmen raided homes in the Tellin district at one O'clock, killing [[nine]] ((men)).", ["Tellin district"]),
        ("[[Dozens]] of ((people)) were hurt in Mar del Plata.", ["Mar del Plata"]),
        ("[[Haines]], an aid worker, was abducted in Syria in 2013.", ["Syria"]),
        ("Militants carried out an attack in Tellin, killing [[nine]] ((men)).", ["Tellin"]),
        ("The conflict has killed [[36,000]] ((people)) and driven two million from homes in northeast Nigeria.", ["northeast Nigeria"]),
        ("Raids killed [[nine]] ((men)) outside Mainok. In January [[22]] ((soldiers)) were killed in attacks in the area.", ["Mainok", "Mainok"]),
        ("Blasts killed [[nine]] ((men)) in Tellin. State media in Beijing said [[two]] ((bombers)) were among the dead.", ["Tellin", "Tellin"]),
        ("Raids killed [[nine]] ((men)) despite Damascus promises of a truce.", [None]),
        ("A missile struck Tellin, killing [[nine]] ((men)). He told Finland's parliament that [[300]] ((others)) were hurt.", ["Tellin", "Tellin"]),
        ("Raids killed [[nine]] ((men)) in northern Syria. Isis, which has killed [[five]] Western ((hostages)), holds others.", ["northern Syria", None]),
        ("[[Two]] ((men)) were killed by rebels. The two were shot as they left a church in the village of Orbo.", ["Orbo"]),
        ("[[Nine]] ((men)) were killed in the village of Orbo. [[Another 17]] ((rebels)) died in air strikes in the same area.", ["Orbo", "Orbo"]),
        ("[[At least ten]] ((soldiers)) were killed in seven of the country's 14 departments. Fighting went on in Tellin.", [None]),
        ("[[Nine]] ((men)) were killed. Also on Wednesday jets struck posts in Orbo town.", [None]),
        ("A blast in Tellin killed [[nine]] ((men)). [[A dozen]] ((others)) died in attacks elsewhere in the country.", ["Tellin", None]),
        ("A blast hit a post in Baqubah. It killed [[28]] ((men)), the deadliest attack in Iraq in more than a month.", ["Baqubah"]),
        ("[[Six]] ((men)) died in Tellin. The attack came a day after a blast in Ankara that killed [[28]] ((men)). The bomb went off on the Orbo road.", ["Orbo road", "Ankara"]),
        ("A strike on Deir Billa, about 15 kilometres from the town of Batroun, killed [[two]] ((men)).", ["Deir Billa"]),
        ("[[Two]] ((men)) died in a raid on Tellin. It was the deadliest assault on an Israeli base for years.", ["Tellin"]),
        ("Raids killed [[nine]] ((men)) in Jenin. [[One]] of the dead was Ali, whose brother shot [[three]] ((men)) in Tel Aviv.", ["Jenin", "Jenin", "Tel Aviv"]),
        ("A bomb killed [[nine]] ((men)) in Siirt. [[Dozens]] of ((people)), most of them soldiers, have died in the violence since July.", ["Siirt", None]),
        ("A suicide bomber struck a mosque in Quetta on Monday. Officials said [[two]] ((men)) died.", ["Quetta"]),
        ("An air strike destroyed an embassy in Quetta, killing [[nine]] ((people)), the ministry said.", ["Quetta"]),
        ("[[Two]] ((men)) were killed in an attack on a court in Quetta.", ["Quetta"]),
        ("[[Two]] ((men)) died when rockets landed near a hospital in Quetta.", ["Quetta"]),
        ("Gunmen opened fire at a meeting in Quetta, killing [[two]] ((men)).", ["Quetta"]),
        ("A bomb hit a court bus in Quetta, killing [[two]] ((judges)).", ["Quetta"]),
        ("[[Two]] ((men)) were killed. He told a court in Quetta of it.", [None]),
        ("A blast killed [[two]] ((men)) in Herat, an official at an embassy in Kabul said.", ["Herat"]),
        ("In the war in Iraq, [[nine]] U.S. ((soldiers)) have died in the country.", ["Iraq"]),
        ("[[Two]] ((workers)) were killed. They were among seven who were seized in southern Nigeria.", ["southern Nigeria"]),
    ],
)  # fmt: skip
def test_places_that_are_told_on(ask: Ask, text: str, places: list[str | None]) -> None:
    assert ask(text).places == places


def test_a_figure_told_again_says_where_an_unnamed_village_was() -> None:
    text = "Troops killed 48 people in a northern village. They killed 48 people in the village of Orbo."
    assert [claim.place for claim in find(Report(id="r", text=text)).claims] == ["Orbo", "Orbo"]
