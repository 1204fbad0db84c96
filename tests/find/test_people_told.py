"""Who a report tells of as harmed, whole reports read: each case marks the counts that must be found, and no others may be.

`[[34]]` is killed; a letter behind tells another harm: w wounded, m missing, c captured, b bodies, l casualties.
"""

import re

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Report

MARK = re.compile(r"\[\[(.*?)\]\](?:([wmcbl])(?![a-z]))?")
HARMS = {"w": "wounded", "m": "missing", "c": "captured", "b": "bodies", "l": "casualties", None: "killed"}
CASES = [
    # A figure is a number, unless it is somebody of rank.
    "The rebels said they had killed [[34]] soldiers, a figure the army denied.",
    "The bombing killed [[15]] people, a figure given by doctors, and wounded [[40]]w.",
    "[[A]] senior Hamas figure was killed in the strike on Sidon.",
    # Another figure for those told before.
    "[[At least 17]] people were killed in the raid, the police said. Rebels put the figure at [[30]].",
    "The army said [[12]] rebels were killed. The governor put it at [[21]].",
    "The shelling wounded [[12]]w people. A hospital gave a figure of [[19]]w.",
    "The rebels killed [[nine]] soldiers. The ministry put the number of displaced at 40,000.",
    "[[Twenty]]c rebels were captured. The minister put the price of bread at 300.",
    # Wounds of one man, and the short name of those who are counted.
    "The driver suffered nine shrapnel injuries in the rocket attack, which killed [[two]] guards.",
    "[[THREE]] MEMBERS OF THE POPULAR LIBERATION ARMY, EPL, WERE KILLED IN LYSA IN CLASHES WITH THE ARMY.",
    "The shelling killed civilians: [[at least 90]] people [[many]] of whom were children were killed near Mosul.",
    # Parts of those told before.
    "[[Eleven]] people were killed when a rocket hit a bus. [[Four]] of them were children and [[five]] were women.",
    "[[Twelve]] soldiers were killed in the ambush. [[Two]] were officers.",
    "The bomb killed [[five]] policemen. They were on patrol and two of them were talking to a guide.",
    "Israel has killed [[at least 42,000]] people in the war. This includes [[17,000]] children and [[more than 11,400]] women.",
    "Army losses near Bakhmut top [[1,000]]l in a week of shelling",
    "Rebels killed [[1,000]] soldiers in a week and lose 30 men a day.",
    "Rebels hold the top 10 places in the league.",
    # Groups in quotation marks, lists without commas and by year, wire copy that was garbled.
    '[[Four]] members of the "Leith Brigade" militia died in clashes with rebels.',
    "Rebels shelled the town: [[five]] children among [[14]] dead",
    "The shelling killed [[236]] people as follows: [[82]] rebels [[154]] farmers including [[54]] children and [[39]] women.",
    "There were [[2,978]] political killings in 1988; [[1,200]] in 1987; and [[1,000]] in 1986.",
    "Rebels and the army fought. AT LEAST [ [[9]] ] PERSONS DIED DURING THE CLASHES LAST WEEK.",
    "THE POLICE ARRESTED CAPTAIN [[LUIS ROE]]c, RETIRED, AND CIVILIAN [[JOSE RUIZ]]c, WHO HAD BOMBED A BANK.",
    "[[ARTURO LEIVA]], A JUDGE, [[RAUL TORO]], A LAWYER, AND [[TWO]] POLICEMEN WERE KILLED BY GUERRILLAS.",
    "[[ROBERTO RUIZ]]c OF MILAN AND [[MARIO RUIZ]]c OF ROME WERE TAKEN HOSTAGE BY GUERRILLAS.",
    "GUNMEN FIRED ON GENERAL [[QUINTERO]], WHO DIED INSTANTLY.",
    # Who is none of them.
    "NOT A SINGLE SOLDIER WAS KILLED BY THE BOMB, AND NOT ONE REBEL WAS WOUNDED.",
    "TWO BANDS CAME, ONE THAT MURDERED THE PRIEST AND ANOTHER THAT MURDERED [[TWO]] MAIDS.",
    "The blogger seemed to advocate for the assassination of President John Roe.",
    "The army bombed the rebels after the loss of Leith. Thousands of jobs were lost in the war.",
    "The dead woman is not Anna Roe but another rebel.",
    "The gunman, who had two wives, was shot by rebels. Two lawyers of those killed spoke.",
    # By place.
    "The shelling killed [[five]] civilians in the region: [[two]] in Lysa, [[one]] in Dachne and [[two]] in Klyn.",
    "[[Two]] civilians were killed on Monday, [[one]] during a raid in Homs and [[one]] by gunfire near Hama.",
    "[[Eight]]w residents were wounded by rockets: [[seven]]w in Torez and [[one]]w each in Lysa and Dachne.",
    "The army said [[14]] rebels were killed, [[nine]] of them in the north, and [[five]]c captured.",
    "Rebels attacked. [[16]]b bodies had been found in Masala, [[14]]b in Mahini and [[11]]b in Mapasana.",
    "[[Thirteen]]b bodies lay in the street after the ambush: [[eight]]b rebels, [[four]]b soldiers and [[a]]b civilian.",
    "Rebel graves held [[410]]b bodies. Forensic experts had examined [[140]]b of them.",
    # Others say otherwise.
    "Doctors spoke of [[65]] dead in the shelling, while other sources say [[at least 60]].",
    "Early reports put the death toll of the raid at [[around 50]], but later ones raised it to [[about 100]].",
    "Nobody knows how many were killed in the war, but doctors gave a figure of [[over 650]].",
    # By place, in brackets.
    "Most of the killings by rebels are known from Ayr ([[439]]), Dunn ([[368]]) and Leith ([[311]]).",
    # Ways to die.
    "Rebels executed [[some 300]] civilians over five days.",
    "[[At least 92]] protesters in the Amini rallies have been shot dead by police.",
    "Rebels killed “[[many hundreds]]” of people in the town.",
    "The army listed [[8,900]] named fighters as dead.",
    "Villagers searched for [[dozens]]m of farmers who are still missing after the raid by gunmen.",
    "The war has left many families in grief and relatives of the victims in the city.",
    "Rebels shot at a bus. He died of a shot to the head, Omar Said, a guard, told the radio.",
    "The body of [[Luis Gomez]]b, a miner kidnapped by rebels, was found on the road.",
    "Gunmen shot [[16]]w people, [[six]] of them fatally.",
    "Rebels killed [[12]] soldiers and lost [[six]] of their own.",
    "[[Two]] militants, alleged to be locals, were on Friday killed in a gunfight.",
    "[[Two]] children and [[a]] guard were killed by the bomb, as well as [[two]] other people.",
    "The militia hit back, killing [[many]] of the rebels.",
    "[[A]] 12-year-old was shot dead and [[two]]w teenagers were wounded by troops.",
    "[[Ten]] of the [[14]] dead were women, the hospital said of the air strike.",
    "In late October, [[17]] foreign soldiers were killed in a suicide bombing.",
    "[[840]] soldiers were killed, bringing the total since the invasion to [[130,590]].",
    "The force captured [[a]]c Taliban sub-commander.",
    "Russia returned the bodies of [[69]]b soldiers in exchange for [[100]]b fallen Ukrainian servicemen.",
    "Rebels are to hand over [[up to 6,000]]b bodies.",
    "They stormed the village and killed [[31]] people.",
    "Omar Said opened the prison to hold suspects rounded up in the war.",
    "Prices have fallen 20 percent and 300 shops closed in the war.",
    "Rebels hacked [[three]] herders to death with machetes.",
    "Raiders broke in, shooting and slashing [[19]] villagers to death.",
    "The court sentenced three rebels to death for the bombing.",
    "Militiamen burned [[six]] villagers alive.",
    "[[Four]] soldiers paid the ultimate price in the ambush.",
    "[[Two]] policemen made the supreme sacrifice in the gunfight with militants.",
    "The drone strike took out [[six]] al-Shabaab fighters.",
    "The insurgency has claimed [[thousands]] of military and civilian lives.",
    "A missile killed a family of [[six]].",
    "Troops attacked, killing [[20]] Boko Haram/ISWAP fighters.",
    "[[Three]] females and [[an]] Afghan male were shot dead by gunmen.",
    "[[A]] jihadist was killed by troops.",
    "Rebel farmers killed: [[1,204]]. Soldiers killed: [[300]].",
    # Dead and wounded not told apart.
    "The army has [[40,000]]l dead, missing, captured or deserted, the rebel general said.",
    # Wounded by where they were taken or what for.
    "[[Six]] people were killed by the mortar and [[four]]w others taken to hospital.",
    "[[17]]b bodies were taken to hospital after the bombing.",
    "The clinic received [[26]]w people with bullet wounds.",
    "[[Fifty]]w people were treated for injuries after the rocket attack.",
    "[[Nine]]m people are buried under the rubble after the air strike.",
    "A soldier, Omar Said, 18, said his brother, [[Karim]]w, was wounded in the bombing.",
    "Vigilantes said [[half-a-dozen]]w people were injured in the raid by gunmen.",
    "Troops killed [[two]] men in the camp. [[Omar Said]], 17, and [[Karim Aziz]], 20, were shot in the head.",
    "Troops wounded [[two]]w men in the camp. [[Omar Said]]w, 17, and [[Karim Aziz]]w, 20, were shot in the head.",
    "[[At least six]] wounded soldiers and cooks were killed in the raid.",
    "[[Nine]]w soldiers were wounded in a firefight with more than 120 rebels.",
    # Parts of a sum, asides, names told behind.
    "[[Two]] militants were killed and [[three]]w army soldiers, [[one]]w of them a Junior Commissioned Officer (JCO), were injured in a gunfight.",
    "[[Four]]w workers were wounded in the shelling, [[three]]w men and [[one]]w woman.",
    "In the shelling [[another]]w 62-year-old man sustained a shrapnel wound.",
    "[[Four]] men were killed by gunmen. Their names are [[Jaran Yousef]], [[Hussein Grad]] and [[Idriss Shanab]].",
    "He confirmed that bones of [[at least 20]]b people were found in the mass grave.",
    "Russia accepted [[41]]b Russian remains in exchange for [[20]]b bodies of soldiers.",
    "The army sent off the bodies of Privates [[Joey Blanche]]b of Tacu City, Kuda province, and [[Gabby Aches]]b of Misa province.",
    "Police said [[seven]] of the militants killed belonged to Hizbul, [[one]] was a member of Lashkar.",
    "At the morgue, bodies lay everywhere after the air strike including that of [[Mohammad Judeh]]b and his daughter [[Misk]]b.",
    # What a toll counts.
    "[[Two]] peacekeepers died of wounds from the attack, bringing the number of casualties to [[seven]].",
    "The attack brought the number of casualties to [[seven]]l, the army said.",
    "[[Two]] peacekeepers died and [[four]]w were wounded in the attack, bringing the number of casualties to [[seven]]l.",
    "Arevalo said the death toll of the rebels continues to rise following the death of the [[22]] fighters in the bombing.",
    "The death toll from the massacre rose to [[22]].",
    "The bodies of Private [[Alison Claro]]b of Gamu town, Isa province; [[Samuel Taluyan]]b of Kali province; and [[Albert Villa]]b of Luban town were flown home after the ambush.",
    "The table of losses: [[12]] dead, [[30]]w wounded, [[4]]m missing in the shelling.",
    "Rebel raids. Killed by shelling: [[4]], by mines: nobody.",
    # Lists of names.
    "The army named those killed by the mine:\n[[Sgt. Adam Saleh]], 32, from Ayr\nCook Nawab, 30, from Dunn\n[[Sgt. Omar Hadid]], 24, from Leith",
    # Remains.
    "Volunteers counted [[more than 200]]b fresh graves after the massacre.",
    # Other news.
    "The team lost four players to injury before the match.",
    "The storm killed 14 people and left 30 missing.",
    "A family of five won the lottery.",
    "Put the oven at 200 degrees and kill the lights.",
    # Copy without commas: where people end and who tells of them, or the sentence behind a headline, begins.
    "Shelling of Leith market by rebels kills [[9]] NGO",
    "Car bomb in Ayr kills [[28]] Medical source AFP Monday 3 Oct 2016 A bomber has struck a funeral.",
    "Clashes near Ayr resulted in the death of [[over 60]] militants media reported.",
    "Troops repelled the rebels killing [[40]] attackers Ayrs defence ministry said.",
    "The shells wounded [[25]]w others Omar Said told the agency.",
    "Raids on rebels killed [[14]] gunmen [[five]] civilians AFP Thursday 25 Sep 2014",
    # Words of harm in capitals beside a number are no names; brackets only gloss.
    "Monday 21 November [[35]] Civilians Killed in Air Raids on Ayr The council said that the shelling goes on.",
    "A bunker and [[up to 80]] [rebel] fighters were destroyed by missiles.",
    "GUNMEN KIDNAPPED THE UNION [UP] LEADER [[PEDRO LARA]]c AND KILLED [[TWO]] GUARDS.",
    "Bomb kills wounds [[dozens]]l outside Ayr.",
    # No victims: who did it, who tells it, towns, crates, kin, states, the aged, dogs.
    "Men held by Omar Said near the front were killed by a bomb.",
    '"[[Five]] people were killed in the attack and seven others injured" Baraz was quoted as saying.',
    "The capture of Tel Brak was announced by the rebels. They seized thousands of items of supplies.",
    "Omar Said, whose son [[Karim]] was killed by rebels, spoke on Monday.",
    "The police in Riverdale, Colo., said [[two]] gunmen were shot dead by rebels.",
    "Anna Roe, who was an envoy in the war, has died at 83. The rebels mourned her.",
    "Karl Roe, an envoy in the war with the rebels, has died. He was 83. Roe’s death was told by his son; Roe died on Monday.",
    "Rebels shot three dogs in the attack and a dog belonging to Omar Said was killed.",
    "The killing of [[Karim Said]] by rebels was ordered to please Omar Said.",
    "The rally honoured a soldier, Omar Said, and those brave rebels injured in the war.",
    "Rebels who kept him had killed him in an altercation with two guards.",
    "Rebels carried out a massacre in the quarter of Bab Almadin",
    # Told otherwise.
    "The shelling killed [[17]] civilians including [[nine]] in Ayr [[six]] in Dunn and [[two]] in Leith.",
    '"The rebels lost much: [[304]] fighters killed and [[more than 170]]w wounded" Omar Said said.',
    "Rebels killed [[two]] men from (a Danish group) Ayr and [[three]] men from Dunn.",
    "The gunman, identified as [[David Roe]], 67, was also killed by the rebels.",
    "The death toll of the bombings rose to [[32]] and [[more than 115]]w wounded persons.",
    "Rebels and soldiers clashed; if talks fail to end the war, which has killed [[900]] people, more will die.",
    "Troops were able to kill [[nine]] rebels.",
    "[[Another]] Danish reporter, Omar Said, was killed by rebels in April.",
    # People driven from home, prisoners who ran, whom a court wants and whom it sentenced: none of them counts.
    "Since then [[more than 200,000]] people have been killed and over five million displaced by the war.",
    "In the riot 100 prisoners escaped from the jail and rebels fired on guards.",
    "A court revoked a warrant for the arrest of Omar Said, a rebel chief.",
    "Hundreds of officials have been sentenced to death, including Mr. Omar Said, since the war.",
    "A clerk was arrested on suspicion of murder after a woman was found dead at home, said detectives.",
    # Who tells stands behind them without a comma.
    "Among the dead were [[10]] children and [[four]] women said the monitor's director Omar Said after the air raid.",
    "Rockets hit the town and left [[another 12]]w injured Omar Said told a news agency.",
    "Ayr bomb blast kills [[six]] Danish state TV. A bomb blast killed [[six]] people on Monday.",
    "The toll of the rebels' attack has reached [[20]] people in addition to [[tens]]w of others injured SANA reported.",
    # Those who come behind.
    "A bomb killed [[31]] people and injured [[hundreds]]w, [[a]] guard who worked at the plant was murdered, media reported.",
    "State television put the toll of the bombing at [[14]] people with [[29]]w wounded.",
    "Air strikes killed [[47]], the monitor reported. This was later updated to [[82]] on Sunday including [[58]] civilians.",
    "A rebel set off a grenade, killing himself and [[two]] policemen.",
    "The following soldiers died in the attack: Captain [[Jose Ruiz]] and Corporals [[Favian Roe]] and [[Carlos Dunn]].",
    "Rebels killed [[700]] people, including [[a dozen]] candidates for seats and assemblies and [[some thirty]] members of the guard.",
    "[[Forty]]w people, [[11]]w of whom have bullet wounds, were hospitalized after the clashes.",
    "The shells held gas; [[two]] people died and [[eight]]w others experienced breathing difficulties.",
    "[[Omar Said]]w was hit by buckshot and lost an eye when the police fired at rebels.",
    "The square was closed after [[a]] hired killer was killed by the bomb that he was trying to throw.",
    # A post behind a name without a comma; who is told; what was averted; parts with a verb and without.
    "[[One]] of those killed was [[Amjad Danaf]] head of the clinic. The rebels bombed it.",
    "[[Omar Said]] commander of the brigade was killed in an air raid.",
    "His mother confirmed to Radio Minnesota that her son had died in the shooting.",
    "The warning prevented the killing of large numbers of soldiers in the strike.",
    "The bomb killed [[13]] people, among which [[seven]] are police and [[six]] civilians, he said.",
    "In the attack [[two]] girls were killed and [[six]]w of the [[nine]]w that were injured were in critical condition.",
    "Police fatally shoot [[Samuel Roe]] near the hall.",
    "Debris from a drone damaged a house and left [[one]]w woman with burns.",
    "Some 48 drivers have died at the track since Bill Roe died in the grand prix of 1925.",
    # Almost killed is not killed; survivors, guns and killers are no victims; ranges with an open end; people elsewhere.
    "Nadine was almost killed in the attack by the rebels, who nearly killed a general.",
    "More than two dozen surviving victims of the attack spoke; one of three killers of the mayor was named.",
    "The army seized 21 machineguns and [[eight]] guerrillas were killed.",
    "The gas attack killed [[from 500 to well over 1,000]] people, the opposition said.",
    "Rebels killed [[90]] people in the north, while [[80]] died in the south, [[14]] people in the east, and [[seven]] in the west.",
    "[[28]] children among [[76]] killed by barrel bombs.",
    "[[Three]] of the [[nine]] people killed in the raid were children.",
    "The rebels stormed the border, killing [[about 1,200]] people and taking [[about 250]]c hostage.",
    "[[An]] officer and [[three]] conscripts died when their vehicle hit a mine.",
    "Army says [[17]] militants were killed, [[four]]c captured alive in operation.",
    # Held and taken.
    "[[Three]]c clerks have been held by Boko Haram since March. Rebels killed [[two]] others.",
    "Gunmen on camels made off with [[30]]c pupils after the raid.",
    "[[Dozens]]c of girls are in the hands of Boko Haram, which killed [[nine]] in a raid.",
    "The ferry holds 300 people and was hit by a rocket. Soldiers took two women to a hospital.",
    "In May two villages were taken by rebels, who killed [[nine]].",
    "Some of the 40 villages held by rebels were shelled, killing [[nine]].",
    "[[Roger and Jill Hart]]c were captured by rebels. Troops captured Leramun and Bani Zeid from the rebels.",
    "The RSF says it is holding [[more than 200]]c soldiers after the battle.",
    "The whereabouts of [[41]]m pupils are unknown after the raid.",
    "[[At least 30]]m people are believed to be trapped under the rubble after the air strike.",
    "Among those reportedly confirmed killed in the strikes was [[Omar Said]].",
    "[[A]] provincial leader, as well as his deputy, are said to be among those killed in the strike.",
    "[[A]] second hostage, a Dane, also died in the raid. [[Nine]] people inside were killed.",
    "Of the [[36]] dead in the raid, [[16]] were Danes and [[four]] were Swedes.",
    "Gunmen attacked the college, killing [[one]] guard and taking [[20]]c students. [[Three]]c more girls were taken.",
    "The wife of nurse [[Alan Hart]]c, who is being held by the group, wrote to the rebels.",
    "Rebels hurt [[three]]w guards. Among the injured was [[a]]w son of minister Alan Hart, who was lightly hurt.",
    "The parents of [[Adam Roe]] and [[Paul Hart]] — reporters beheaded by the group — spoke.",
    "He told how an elderly woman, whose son was killed by rebels, went to the fort.",
    # Who tells, who is another, and ages.
    "Rebels killed [[51]] clerks in a raid, a village chief, a lawmaker and a member of a club said on Monday.",
    "“We lost [[five]] soldiers in the raid,” a military officer, who did not want to be named, told the agency.",
    "[[Omar Said]] another rebel leader was also killed.",
    "Her children, aged three, six, seven and 17, were wounded in the blast.",
    "The raid killed [[nine]]. The report draws on interviews with 52 victims.",
    "The death toll of the raid, including [[18]] children, currently stood at [[51]].",
    "The toll may rise because there are [[dozens]]m of people missing after the blast.",
    # Given names that are words, and others beside a count.
    "[[Grace Audu]] was shot dead by gunmen on a farm.",
    "[[Victor Roe]] and [[Mark Audu]] were killed in the raid.",
    "[[Two]] brothers died in the blast and [[a]]w third was wounded.",
    "[[Three]] Danes fighting alongside the rebels were killed.",
    "The film shows the beheading of other hostages, including reporter [[Adam Roe]] and nurse [[Anna Hart]].",
    "The minister mourned the death of Senator [[Luis Roe]], shot by gunmen, and spoke of murder and organized crime.",
]


@pytest.mark.parametrize("case", CASES)
def test_those_marked_are_told_and_no_others(case: str) -> None:
    wanted = [(match[1], HARMS[match[2]]) for match in MARK.finditer(case)]
    text = MARK.sub(r"\1", case)
    found = find(Report("r", text, "2024-05-06")).claims
    assert [(claim.quantity_text, claim.harm) for claim in found] == wanted
