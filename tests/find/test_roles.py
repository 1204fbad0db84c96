"""Whether the victims bore arms, on sentences of our own; the pack's nouns on the pack's examples."""

from collections.abc import Callable
from typing import Any

import pytest

from cenotaph.find.finder import find
from cenotaph.find.whose.nouns import KINDS
from cenotaph.language import load_pack
from cenotaph.model import Report

Ask = Callable[..., Any]
PACK = load_pack("roles")


@pytest.mark.parametrize("row", PACK["examples"], ids=lambda row: row["victims"])
def test_a_noun_phrase_has_the_role_of_its_example(ask: Ask, row: dict[str, str]) -> None:
    assert ask(f"On Monday [[nine]] (({row['victims']})) died.").roles == [row["role"]]


def test_every_kind_of_noun_has_an_example_that_needs_it() -> None:
    words = {word for row in PACK["examples"] for word in row["victims"].split()}
    lacking = [kind for kind in KINDS if kind != "attackers" and words.isdisjoint(PACK[kind])]
    assert lacking == []


def test_a_noun_is_of_one_kind() -> None:
    kinds = [kind for kind in KINDS if kind != "people"]
    twice = {
        noun for kind in kinds for other in kinds if kind < other for noun in {*PACK[kind]} & {*PACK[other]}
    }
    assert twice == set()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("{{First Lt. Ann Roe}} died of a sniper's shot.", "combatants"),
        ("{{Ann Roe}} was killed in action last year.", "combatants"),
        ("Planes bombed the theatre and killed [[ten]] ((people)).", "civilians"),
        ("Bandits raided a mine and killed [[ten]] ((people)).", "civilians"),
        ("Shells hit the old town of Varda and killed [[ten]] ((people)).", "civilians"),
        ("Workers pulled [[ten]] ((people)) from under the rubble.", "civilians"),
        ("[[Dozens]] were killed in an attack on an army camp.", "combatants"),
        ("An attack on an army camp killed [[ten]] ((people)).", "unknown"),
        ("The soldiers killed were identified as {{Ann Roe}} and Carl Dunn.", "combatants"),
        ("{{Ann Roe}}, married to Major Carl Roe, was shot dead in Ayr.", "civilians"),
        ("{{Ann Roe}}, wife of the commander of Ayr, Major Carl Dunn, was shot dead.", "civilians"),
        ("{{Ann Roe}} was shot dead in Ayr. General Dunn praised Ann Roe in a speech.", "civilians"),
        ("Rebels shot a judge, {{Ann Roe}}, police commander Carl Dunn and a clerk.", "civilians"),
        ("Gunmen shot [[a]] ((retired air force officer)) in Ayr.", "civilians"),
        ("Troops shot [[two]] ((party militants)) in Ayr.", "civilians"),
        ("Gunmen shot [[two]] ((members)) of that guerrilla organization in Ayr.", "combatants"),
        ("The rebels claim to have inflicted [[400]] casualties on the government forces.", "combatants"),
        ("The rebels counted [[eight]] dead among the civilians.", "civilians"),
        ("Inmates who hold [[40]] ((people)) hostage killed one of them in Ayr.", "civilians"),
        ("Rockets hit a wedding and killed [[ten]] ((people)).", "civilians"),
        ("A suicide bomber killed [[ten]] ((people)) in the capital.", "unknown"),
        ("Gunmen killed [[ten]] ((people)) in the capital.", "civilians"),
        ("An air strike killed [[ten]] ((people)) in Chad.", "civilians"),
        ("An air strike killed [[ten]] ((people)) at a military camp in Chad.", "unknown"),
        ("An Israeli air strike killed [[ten]] ((people)) in Tyre, Lebanon.", "unknown"),
        ("Israeli troops killed [[four]] ((Palestinians)) in Jenin. A paramedic was hurt.", "unknown"),
        ("Bandits and [[ten]] ((people)) died in a firefight.", "unknown"),
        ("Rebels ambushed an army convoy. [[Eleven]] were killed.", "combatants"),
        ("The raid killed [[ten]] ((people)), including several children.", "civilians"),
        (
            "Army helicopters hit a hill and [[ten]] ((people)), including children, have died after army raids.",
            "civilians",
        ),
        ("Raids killed [[ten]] ((people)), including guards and nurses, on Monday.", "mixed"),
        ("“We have lost [[six]] ((men)) in the ambush,” the general said.", "combatants"),
        ("Officials put the number of soldiers killed in the siege at [[900]].", "combatants"),
        ("Officials put the number of people killed in the siege at [[900]].", "unknown"),
        ("The bodies of the soldiers, {{Carl Dunn}} and Ann Roe, were flown home.", "combatants"),
        ("The mayor condemned the murder of [[ten]] ((people)).", "civilians"),
        ("Artillery fire killed [[ten]] ((people)) on Monday.", "unknown"),
        ("Soldiers fired on protesters and killed [[ten]] ((people)).", "civilians"),
        ("[[Two]] ((hostages)) were killed in Iraq.", "civilians"),
        ("[[Two]] ((members)) of the FARDC were killed.", "combatants"),
        ("[[Ten]] ((policemen)) and their driver were killed.", "combatants"),
        ("Shells fell and [[ten]] ((people)) died in Chad. Residents fled.", "civilians"),
        ("[[Ten]] ((people)) died in a gun battle in Chad. Residents fled.", "unknown"),
        ("The [[two]] others were civilians, a doctor said.", "civilians"),
        ("[[133]] ((people)) were killed from the Danish Defence Ministry.", "combatants"),
        ("[[Three]] ((security members)) died under mortar fire.", "combatants"),
        ("The army shot [[two]] ((men)) who opened fire on a patrol.", "combatants"),
        ("[[Ninety]] ((people)), mostly militants, were killed.", "mixed"),
        ("[[Ninety]] ((people)), most of them children, were killed.", "civilians"),
        ("[[Ninety]] ((people)) were killed in a mostly Shiite quarter.", "unknown"),
        ("The raid killed [[ninety]] ((people)), including civilians.", "mixed"),
        ("The raid killed [[nine]] ((people)) including policemen.", "mixed"),
        ("Gas killed [[300]] out of 400 soldiers.", "combatants"),
        ("Troops repelled the militants and killed [[46]] of them.", "combatants"),
        ("Villagers fled and [[three]] of them were shot dead.", "civilians"),
        ("Soldiers made men kneel and shot [[three]] of them dead.", "unknown"),
        ("The warlord and [[four]] of his men were shot dead.", "combatants"),
        ("The ministry reported [[44]] killed among its troops.", "combatants"),
        ("A bomb that they were making went off and killed [[six]] ((people)).", "combatants"),
        ("[[Six]] ((people)) died when an army helicopter was shot down.", "combatants"),
        ("A bomber drove into a crowd of police recruits, killing [[65]].", "combatants"),
        ("A mine hit a bus carrying soldiers, killing [[nine]].", "combatants"),
        ("A group of gunmen stormed a post, killing [[nine]].", "unknown"),
        ("[[Nine]] were shot dead by soldiers.", "unknown"),
        ("[[Seven]] were pro-government fighters, it said of those killed.", "combatants"),
        ("A bomb hit a market in Varda. [[Ten]] ((people)) died by a roadside bomb in Oda.", "unknown"),
        ("A bomb hit a market in Varda. [[Ten]] ((people)) died in the blast.", "civilians"),
        ("The mayor, {{Ann Roe}}, and two of her bodyguards were shot dead.", "civilians"),
        ("{{Carl Dunn}}, another rebel leader, was killed in the shelling.", "combatants"),
        ("[[Ninety]] ((people)) - militants and civilians - have been killed.", "mixed"),
        ("Rebels hold [[three]] ((Indonesian sailors)) seized from a tugboat.", "civilians"),
        ("A missile killed [[three]] ((sailors)) on a frigate.", "combatants"),
        ("Troops shot [[one]] ((person)) who tried to attack them.", "combatants"),
        ("{{Ann Roe}}, 29, was shot. The rebels claimed Roe as a fighter.", "combatants"),
        ("[[Five]] died, all of them soldiers.", "combatants"),
        ("[[Five]] ((people)) died, none of them fighters.", "civilians"),
        ("[[Five]] ((people)) died in the strike. The army said all were militants.", "combatants"),
        ("[[Five]] killed as drone hits militant hideout.", "combatants"),
        ("“Our losses are [[two]] killed,” the commander said.", "combatants"),
        ("The missile killed [[22]] ((crew members)) of the frigate.", "combatants"),
        ("{{Carl Dunn}}, who served in the Royal Marines, was killed by a mine.", "combatants"),
        ("{{Ann Roe}}, who served in the town council, was killed by a mine.", "civilians"),
        ("[[Six]] of the dead were policemen and one a civilian.", "combatants"),
        ("Police shot [[two]] ((gang members)).", "combatants"),
        ("Rebels shot [[two]] ((village defence volunteers)).", "combatants"),
        ("Shells killed [[two]] ((civil defence volunteers)).", "civilians"),
        ("The Taliban commander {{Mullah Carl Dunn}} was killed.", "combatants"),
        ("{{Mullah Carl Dunn}}, who led prayers, was killed.", "civilians"),
        ("Kyiv said it inflicted [[300]] ((Russian casualties)) on the enemy forces.", "combatants"),
    ],
)
def test_people_get_their_role_from_what_is_beside_them(ask: Ask, text: str, role: str) -> None:
    harm = "casualties" if "casualties" in text else "killed"
    assert ask(text, harm=harm).roles == [role]


def test_parts_of_both_kinds_make_a_whole_mixed(ask: Ask) -> None:
    text = (
        "The mine wounded [[eight]] ((people)) ([[three]] ((soldiers)) and [[five]] ((civilians))) in Mali."
    )
    assert ask(text, harm="wounded").roles == ["mixed", "combatants", "civilians"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The war has killed [[200,000]] ((people)).", "mixed"),
        ("The conflict has claimed [[9,000]] ((lives)) in Orbia.", "mixed"),
        ("The armed struggle of the terrorists has claimed [[9,000]] ((lives)).", "unknown"),
        ("Of the war's dead [[9,000]] ((people)) died under torture in jails.", "unknown"),
        ("The war goes on with raids on clinics that have left [[400]] dead.", "unknown"),
    ],
)
def test_a_war_s_whole_toll_counts_all_kinds_of_people(ask: Ask, text: str, role: str) -> None:
    assert ask(text, scope="cumulative", low=9000).roles == [role]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "The Danish invasion of Sweden goes on. An analyst puts Danish deaths at more than 7,000. Oslo speaks of 9,000 dead.",
            ["combatants", "combatants"],
        ),
        (
            "The Danish invasion of Sweden goes on. An analyst puts Swedish deaths at more than 7,000 since May.",
            ["unknown"],
        ),
        (
            "Since May raids on Chad have killed 1,417 civilians, the office said. In Moundou 468 people have been killed, in Sarh 949 have been killed.",
            ["civilians"] * 3,
        ),
        (
            "Since May raids on Chad have killed 1,417 civilians, the office said. In Moundou 468 people have been killed, in Sarh 950 have been killed.",
            ["civilians", "unknown", "unknown"],
        ),
        ("Carl Dunn wrote that his son Evan, a conscript and a cook on board, was missing.", ["combatants"]),
        ("Carl Dunn wrote that his son Evan, a miner, was missing after the raid.", ["civilians"]),
        (
            "Chad said that 900 soldiers had surrendered on Monday. Among them were 90 officers and 40 women.",
            ["combatants"] * 3,
        ),
        (
            "Chad said that 900 soldiers of Niger had surrendered on Monday. A governor put the number of captives at more than 900.",
            ["combatants", "combatants"],
        ),
        ("A lorry of explosives blew up in the Orbo district of Varda, killing 31 people.", ["civilians"]),
        (
            "A car bomb blew up near a checkpoint in the Orbo district of Varda, killing 31 people.",
            ["unknown"],
        ),
        ("Car bombs in Kano and Maiduguri killed 31 people.", ["civilians"]),
        ("A car bomb in Kano killed 31 people.", ["unknown"]),
        ("Car bomb kills 31 in Kano\n\nA car bomb in a street of Kano killed 31 people.", ["civilians"] * 2),
        (
            "Rebels hit Kano. A bomb at a market in Kano killed eight people.\n\nAid came.\n\nIt rained.\n\nIn April a car bomb near a checkpoint in Bauchi killed eight people.",
            ["civilians", "unknown"],
        ),
        (
            "Gunmen fled Bucha. Police found the bodies of 20 people. All wore civilian clothes.",
            ["civilians"],
        ),
    ],
)
def test_what_a_report_tells_elsewhere_or_beside_of_people(text: str, roles: list[str]) -> None:
    assert [claim.role for claim in find(Report("r", text)).claims] == roles


def test_a_toll_told_before_is_of_the_same_people(ask: Ask) -> None:
    text = "Gunmen killed [[24]] ((soldiers)) in Mali. The army had first put the toll at [[10]] ((people))."
    assert ask(text).roles == ["combatants"] * 2
    assert ask(text.replace("had first put", "put")).roles == ["combatants", "unknown"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Nine Russians were captured near Robotyne, Ukraine's army said.", "combatants"),
        ("Nine Russians were kidnapped near Robotyne, Ukraine's army said.", "civilians"),
        ("Israeli troops captured nine Palestinians in Gaza.", "unknown"),
    ],
)
def test_whom_an_army_captures_of_its_enemys_nation_are_soldiers(text: str, role: str) -> None:
    assert [claim.role for claim in find(Report("r", text)).claims] == [role]


def test_a_rank_in_the_plural_is_that_of_all_names_behind_it() -> None:
    text = "Corporals Carl Dunn and Evan Poe were killed in the ambush."
    assert [claim.role for claim in find(Report("r", text)).claims] == ["combatants"] * 2
    teachers = find(Report("r", text.replace("Corporals", "Teachers"))).claims
    assert {claim.role for claim in teachers} == {"civilians"}
    told = find(Report("r", "POLICEMEN BO LIND AND ANN ROE WERE KILLED IN AYR."))
    assert [claim.role for claim in told.claims] == ["combatants", "combatants"]


def test_a_figure_told_again_is_of_the_same_people() -> None:
    text = "The raid killed five people including a fighter. A medic said five people were killed."
    assert [claim.role for claim in find(Report("r", text)).claims] == ["mixed", "combatants", "mixed"]
    other = [claim.role for claim in find(Report("r", text.replace("said five", "said six"))).claims]
    assert other[2] == "unknown"


def test_civilians_counted_among_people_make_them_mixed(ask: Ask) -> None:
    assert ask("Raids killed [[90]] ((people)), including [[20]] ((civilians)).").roles == [
        "mixed",
        "civilians",
    ]


def test_the_wounded_share_the_role_of_the_dead(ask: Ask) -> None:
    assert ask("[[Two]] ((officers)) died and [[six]] were hurt in Peru.").roles == ["combatants"] * 2


def test_a_title_or_a_group_makes_a_person_a_combatant(ask: Ask) -> None:
    text = "Major {{Ivan Sokolov}} died there. So did {{Anna Berg}}, a photographer. Hamas buried its leader {{Ali Naser}}."
    assert ask(text).roles == ["combatants", "civilians", "combatants"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army killed 35 rebels, including ten women.", ["combatants", "combatants"]),
        (
            "Twelve people were killed, including seven marines and five gunmen.",
            ["combatants", "combatants", "combatants"],
        ),
        (
            "Twelve people were killed, including six marines and five gunmen.",
            ["mixed", "combatants", "combatants"],
        ),
    ],
)
def test_a_whole_and_its_parts_agree(text: str, told: list[str]) -> None:
    assert [claim.role for claim in find(Report(id="r", text=text)).claims] == told


def test_a_nations_name_behind_soldiers_means_soldiers(ask: Ask) -> None:
    text = "A rocket killed [[45]] ((Danish soldiers)) and [[five]] ((Finns)) in Mali."
    assert ask(text).roles == ["combatants", "combatants"]


def test_those_told_to_be_policemen_make_the_whole_mixed(ask: Ask) -> None:
    text = "A bomb killed [[eight]] ((people)). At least [[three]] of the dead were police officers."
    assert ask(text).roles == ["mixed", "combatants"]


@pytest.mark.parametrize(("people", "role"), [("Danish", "combatants"), ("Danes", "unknown")])
def test_a_nation_s_adjective_shares_the_noun_that_follows_and_its_people_do_not(
    ask: Ask, people: str, role: str
) -> None:
    text = f"The bomb killed [[60]] (({people})) and [[13]] ((German soldiers))."
    assert ask(text, harm="killed").roles == [role, "combatants"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("All 14 hostage-takers died when police stormed a bank in Puebla, Mexico.", "combatants"),
        ("A security man was killed by a mine in central Nepal.", "combatants"),
        ("Attorney General Carlos Rivas was killed by a bomb in San Salvador.", "civilians"),
        ("The junta killed 75 opponents of the regime in Chile.", "civilians"),
        ("Five Georgian volunteers fighting for Ukraine were killed near Lyman.", "combatants"),
        ("Soldiers killed two pirates off Somalia.", "combatants"),
        ("Gunmen killed three mayors in Ayacucho in Peru.", "civilians"),
        ("A sailor was killed when a missile hit a Greek-owned ship off Yemen.", "civilians"),
        ("The enemy sustained 45 casualties in San Salvador, the guerrilla radio said.", "combatants"),
    ],
)
def test_nouns_of_several_words(text: str, role: str) -> None:
    assert [claim.role for claim in find(Report(id="r", text=text)).claims] == [role]


def test_locals_beside_foreign_soldiers_are_none() -> None:
    text = "A bomber at Kabul airport, Afghanistan, killed 13 US service members and about 170 Afghans."
    assert [claim.role for claim in find(Report(id="r", text=text)).claims] != ["combatants"] * 2
