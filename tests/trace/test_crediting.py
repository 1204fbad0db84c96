"""Which of the people and outlets that a report names it has its figures from."""

import pytest
from tests.trace.cascade import claim, report, shared, traced, ways

NINE = claim("nine", 9, 9)
NINE_MEN = claim("Nine men", 9, 9)
CASES = [
    ("a figure nobody is credited for is the outlet's own", "Shells killed nine people.", [], "Metro"),
    ("a credit right behind a figure counts for it", "Shells killed nine people. It was dawn, says Ann Roe. Bob Lee, Bob Lee said, slept.", ["Ann Roe", "Bob Lee", "Bob Lee"], "Ann Roe"),
    ("researchers of a body are that body", "Shells killed nine, say researchers of the Ayr School of Peace.", ["researchers of the Ayr School of Peace"], "Ayr School of Peace"),
    ("those of a state are known to the outlet", "Shells killed nine, say researchers of many countries.", ["researchers of many countries"], "Metro"),
    ("a consortium is a body", "Shells killed nine, says a consortium of schools.", ["a consortium of schools"], "a consortium of schools"),
    ("whose picture it is tells nothing", "Men build a fence. --AFP file photo\n\nShells killed nine people, a study says.", ["a study"], "Metro"),
    ("the only outlet in the prose", "Nine of them are known to Der Spiegel. A widow wept.", ["A widow"], "Der Spiegel"),
    ("an outlet that got no answer is no source", "Shells killed nine people. A widow wept. The army did not respond to a request for comment by Reuters.", ["A widow"], "Metro"),
    ("outlets side by side are two ways", "Bild and Dawn counted nine.", ["Bild and Dawn"], "Bild + Dawn"),
    ("a denial by somebody is no word for the figure before it", "Shells killed nine people. That was denied by Iran. Bild has more.", ["Iran", "Bild"], "Bild"),
    ("whoever only denies has no part in it", "Nine men lie there. It rained, Bild wrote. Chad denied it, Chad denied it. Bob Lee slept.", ["Bild", "Chad", "Chad"], "Bild"),
    ("people of the UN speak for it", "Shells killed nine, said UN monitors on the ground. Osh slept.", ["UN monitors on the ground"], "United Nations"),
    ("forces that strike are no authority", "Chad's army has nine. Iran's forces struck. The military spokesman of it said so.", ["Chad's army", "military spokesman"], "Armed forces of Chad"),
    ("an official whom no outlet heard speaks for himself", "Shells killed nine, a military official said. Osh slept, Bild wrote.", ["a military official", "Bild"], "a military official"),
    ("one official among many is known to whoever heard him", "Shells killed nine, an army official told Bild.", ["an army official", "Bild"], "Bild"),
    ("somebody of an armed group stands for it", "Shells killed nine, said a leader of Hamas. Osh slept, Bild wrote.", ["a leader of Hamas", "Bild"], "a leader of Hamas"),
    ("the group is the one that the text names so", "Shells killed nine, said an aid group. It rained, said the Valley Rescue Group at Osh. Dawn broke, said Bild.", ["an aid group", "Valley Rescue Group at Osh", "Bild"], "Valley Rescue Group at Osh"),
    ("a group's voice is that of its spokesman with the figure", "Nine killed, Taliban say. It was dawn. Zabihullah Mujahid told Bild of nine men.", ["Taliban", "Zabihullah Mujahid", "Bild"], "Bild > Zabihullah Mujahid"),
    ("a study is what an outlet has its words from", "The study has nine, Bild wrote. A study published in The Lancet is out.", ["The study", "Bild"], "Bild > The Lancet"),
    ("an agency's own inquiry is its own, whoever else is credited with anything", "OSH (Reuters) - A Reuters investigation found nine dead. It rained, Chad's army said.", ["Chad's army"], "Reuters"),
    ("one official of a body known by name is of that body", "Shells killed nine, an official of NATO said.", ["an official of NATO"], "NATO"),
    ("several are a body", "Shells killed nine, officials said.", ["officials"], "officials"),
    ("officials of an agency's text are known to it alone", "AYR (Reuters) - Shells killed nine, security officials said.", ["security officials"], "Reuters"),
    ("officials of a state are its own", "AYR (Reuters) - Shells killed nine, Chadian officials said.", ["Chadian officials"], "Reuters > Chadian officials"),
    ("an armed group's claim of an attack takes no word from the police", "Shells killed nine, police said. Hamas spoke of revenge.", ["police", "Hamas"], "police"),
    ("the reporter of an outlet", "Shells killed nine, says Haaretz reporter Ann Roe.", ["Ann Roe"], "Haaretz"),
    ("a name behind a noun for a place is where it was", "Nine were shot in the regional capital, Mekele, a widow said.", ["Mekele", "a widow"], "Metro"),
    ("a name behind a place that goes on is no place", "Nine were shot in the Amhara region, Bellingcat said.", ["Bellingcat"], "Bellingcat"),
    ("the study is its maker's", "A study published in The Lancet has more. The study counted nine.", ["The study"], "The Lancet"),
    ("a short form that the text explains", "The Valley Resistance Tracker (VRT) has a list. Nine died, VRT said.", ["VRT"], "Valley Resistance Tracker"),
    ("the commission is the one that was named", "The Chad Peace Commission has a list. Nine died, the commission said.", ["Chad Peace Commission", "the commission"], "Chad Peace Commission"),
    ("the maker of the one study, though he is credited nowhere", "A survey by Airwars is out. Shells killed nine people.", [], "Airwars"),
    ("whoever bears the office beside it", "Shells killed nine, said Ann Roe, the head of the port, on Monday.", ["head of the port"], "Ann Roe"),
    ("whoever bears the office behind it", "Shells killed nine, said the mayor of the town, Ann Roe.", ["mayor of the town"], "Ann Roe"),
    ("a denial is no word for the figure before it", "Shells killed nine people. Iran has denied it. Chad spoke of more.", ["Iran", "Chad", ], "Metro"),
    ("officials stay whose figure it is though somebody is named for something else", "Shells killed nine, officials said. It was dawn, said Ann Roe. Bob Lee wept.", ["officials", "Ann Roe"], "officials"),
    ("officials are those named for a figure", "Shells killed nine, officials said. Osh lost nine men, Ann Roe said.", ["officials", "Ann Roe"], "Ann Roe"),
    ("what an agency has from the police", "OSH (Reuters) - Shells killed nine, police said.", ["police"], "Reuters > police"),
    ("what an agency was told by officials", "OSH (Reuters) - Shells killed nine, officials told Reuters.", ["officials", "Reuters"], "Reuters"),
    ("a public agency is no news agency", "Shells killed nine, officials said. It lost nine men, said the Chad Rescue Agency.", ["officials", "Chad Rescue Agency"], "Chad Rescue Agency"),
    ("an agency's text is whose news it begins with", "OSH (Reuters) - Talks go on, said Ann Roe.\nIt rained. It rained.\nShells killed nine people.", ["Ann Roe"], "Reuters > Ann Roe + Reuters"),
    ("whoever is told of in the next sentence as the figure's source", "Shells killed nine people. That is from Ann Roe. Bob Lee has two of Bob Lee's men.", ["Ann Roe", "Bob Lee", "Bob Lee"], "Ann Roe"),
    ("a state's voice in a headline is that of its office with the figure", "Nine killed, Chad says. The police chief of Chad, Ann Roe, has nine men. Bob Lee, mayor in Chad, wept.", ["Chad", "Ann Roe", "Bob Lee"], "Ann Roe"),
    ("an official is the governor who speaks next", "Shells killed nine, an official said. It was dawn, said Governor Ann Roe.", ["an official", "Governor Ann Roe"], "Ann Roe"),
    ("the mayor is the one person whom the text calls so", "Shells killed nine, its mayor said. Many wept with mayor Ann Roe.", ["its mayor"], "Ann Roe"),
    ("the head of a body is the one whom the text calls so", "Shells killed nine, said the head of Wagner. Wagner's head, Ann Roe, wept.", ["the head of Wagner"], "Ann Roe"),
    ("a tabloid is the one that the next sentence begins with", "A pro-Kremlin tabloid has nine. The text in Komsomolskaya Pravda is gone.", ["A pro-Kremlin tabloid"], "Komsomolskaya Pravda"),
    ("makers of a study side by side are two ways", "A recent careful analysis counted nine. It was conducted by Mediazona and Meduza in a study published by Mediazona and Meduza.", ["A recent careful analysis"], "Mediazona + Meduza"),
    ("the mayor is who speaks after the mayor again", "Nine killed, mayor says. The mayor wept for nine men. Ann Roe said so.", ["mayor", "The mayor", "Ann Roe"], "Ann Roe"),
    ("who is named comes before officials where nobody has a figure", "Nine men lie there. Dawn broke. It rained, officials said. Ash fell, Bild wrote.", ["officials", "Bild"], "Bild"),
    ("a party's figure that no office has stays the party's", "Nine killed, Chad says. Ann Roe, mayor in Chad, wept for two.", ["Chad", "Ann Roe"], "Chad"),
    ("a correspondent speaks for the outlet", "Shells killed nine, says NBC News chief Osh correspondent Ann Roe.", ["correspondent Ann"], "NBC News"),
    ("a weekday bears no office", "On Wednesday, the mayor counted nine. Ann Roe said so.", ["mayor", "Ann Roe"], "Ann Roe"),
    ("a network is nobody", "Shells killed nine, Telegram said on Monday. Ann Roe wept for nine men.", ["Telegram", "Ann Roe"], "Ann Roe"),
    ("defence forces without a state are anybody's", "Shells in Chad killed nine, defence forces told Bild.", ["defence forces", "Bild"], "Bild"),
    ("a figure in the report's own voice is its own though somebody is credited with something else", "Nine men lie there. It rained then. Ann Roe, who slept late, said it was dawn.", ["Ann Roe"], "Metro"),
    ("or that of the one outlet that is credited with anything", "Nine men lie there. It rained then. It was dawn, Bild wrote, and Ann Roe slept.", ["Bild"], "Bild"),
    ("whoever said this said what stands before", "Nine men lie there. It rained then. Ann Roe said this.", ["Ann Roe"], "Ann Roe"),
    ("whoever confirmed the toll told the figure before it", "Nine men lie there. It rained then. Ann Roe confirmed the provisional death toll.", ["Ann Roe"], "Ann Roe"),
    ("whose the figures are is told further on", "Nine died. Two were nurses, it seems. These grim statistics come from the Valley Statistics Programme (VSP).", ["Valley Statistics Programme"], "Valley Statistics Programme"),
    ("who only told it reaches what follows", "It rained then. This was reported by Ann Roe. Nine men lie there. Bob Lee slept.", ["Ann Roe", "Bob Lee"], "Ann Roe"),
    ("but not beyond whoever is credited next", "Ann Roe said this. Dawn broke, Bild wrote. Osh slept. Nine men lie there.", ["Ann Roe", "Bild"], "Bild"),
    ("a state's figure is that of its office which brought it out", "Chad says nine died. Chad's army published the figures on Friday.", ["Chad", "Chad's army"], "Armed forces of Chad"),
    ("a state's figure stays its own though its office speaks", "Chad says nine died. Chad's army wept.", ["Chad", "Chad's army"], "Chad"),
    ("activists are the body named next", "Nine died, activists said. It was dawn, said the Osh Resistance Committee.", ["activists", "Osh Resistance Committee"], "Osh Resistance Committee"),
    ("activists are no person who speaks next", "Nine died, activists said. It was dawn, said Ann Roe.", ["activists", "Ann Roe"], "Metro"),
    ("a spokesman is who is named next", "Nine died, an army spokesman said. It was dawn, said Lieutenant Ann Roe.", ["an army spokesman", "Ann Roe"], "Ann Roe"),
    ("unless he is of another body", "Nine died, a spokesman for the Valley Fund said. It was dawn, said Ann Roe, mayor of Osh.", ["a spokesman for the Valley Fund", "Ann Roe"], "Valley Fund"),
    ("who only condemns a killing has not counted the dead", "Nine died in Osh. It rained then. The United Nations spoke of terror. The United Nations urged calm.", ["The United Nations", "The United Nations"], "Metro"),
    ("the UN's mission somewhere is the UN", "Shells killed nine, the UN mission to the country said.", ["the UN mission to the country"], "United Nations"),
    ("researchers are their body's", "Nine died, researchers at Yale said.", ["researchers at Yale"], "Yale"),
    ("a committee goes by its place", "Nine died, the resistance committee of Osh said.", ["the resistance committee of Osh"], "the resistance committee of Osh"),
    ("the one outlet at the end of the next sentence handed it on", "Chad's army said nine died. It was dawn then, Bild reports. Osh slept.", ["Chad's army", "Bild"], "Bild > Armed forces of Chad"),
    ("but not one that tells something else there", "Chad's army said nine died. Bild wrote that it was dawn then and that nobody was in the streets. Osh slept.", ["Chad's army", "Bild"], "Armed forces of Chad"),
    ("what officials have in a headline is that of whoever is named for the figure below", "Nine died, officials say. Chad's army has nine men. Iran's army wept. Iran's army slept. Iran's army sang.", ["officials", "Chad's army", "Iran's army", "Iran's army", "Iran's army"], "Armed forces of Chad"),
    ("a group's channel is the outlet that the next sentence begins with", "The armed group's TV channel has nine. Al Masirah counted more.", ["The armed group's TV channel"], "Al-Masirah"),
    ("a body's register is the body's", "The WHO's monitoring system for attacks counted nine.", ["WHO's monitoring system for attacks"], "World Health Organization"),
    ("the spokesman of one body is not that of another", "Nine died, said a spokesman for the port. Police spokesman Ann Roe slept, Ann Roe said.", ["a spokesman for the port", "Ann Roe"], "a spokesman for the port"),
    ("a body's head who is named nowhere speaks for it", "Nine died, UNICEF's executive director said.", ["UNICEF's executive director"], "UNICEF"),
    ("the head of a state's office speaks for it", "Nine died, said the head of Chad's army.", ["the head of Chad's army"], "Armed forces of Chad"),
    ("a body without a name speaks for itself", "Nine died, the state railway company said. It was dawn, Bild wrote.", ["the state railway company", "Bild"], "the state railway company"),
    ("so does one of many", "Nine died, a special court said. It was dawn, Bild wrote.", ["a special court", "Bild"], "a special court"),
    ("its people do not", "Nine died, a railway worker said. It was dawn, Bild wrote.", ["a railway worker", "Bild"], "Bild"),
    ("and so it does where an outlet heard it", "Nine died, the port operator told Bild.", ["the port operator", "Bild"], "Bild > the port operator"),
    ("a body in a headline is the one whose longer name has its words", "Nine died, rights commission says. Nine men died, the Chad Human Rights Commission said.", ["rights commission", "Chad Human Rights Commission"], "Chad Human Rights Commission"),
    ("or the one that is described at more length", "Nine died, Chad tribunal says. Nine men died, a special peace tribunal in Chad said.", ["Chad tribunal", "a special peace tribunal in Chad"], "a special peace tribunal in Chad"),
    ("common words with capitals are the name of the group that is called so", "Nine died, said the Ayr-based group Human Rights Defenders. Human Rights Defenders wept.", ["Ayr-based group Human Rights Defenders", "Human Rights Defenders"], "Human Rights Defenders"),
    ("a common word that begins a sentence is no name", "Nine men lie there. Nine died. Lawyers said so, Bild wrote.", ["Lawyers", "Bild"], "Bild"),
    ("a thing tells nothing", "Nine died, AI said. Ann Roe wept for nine men.", ["AI", "Ann Roe"], "Ann Roe"),
    ("but the body that is called so for short does", "Nine died, AI said. Amnesty International (AI) wept.", ["AI"], "Amnesty International"),
    ("the head is who speaks next", "Nine died, Chad's army chief says. Ann Roe told of nine men.", ["Chad's army chief", "Ann Roe"], "Ann Roe"),
    ("a state's count is the state's", "Nine died, according to official Israeli figures.", ["official Israeli figures"], "Israel"),
    ("an official of one body is nobody of another", "Nine died, said an Ayr State official. It was dawn, said military commander Ann Roe.", ["an Ayr State official", "Ann Roe"], "an Ayr State official"),
    ("of several outlets credited with something else none has the figure", "Nine men lie there. It rained then. It was dawn, Bild wrote, and dark, Dawn wrote.", ["Bild", "Dawn"], "Metro"),
    ("an agency's text that credits nobody with its figure is the agency's", "OSH (AP) - Nine men lie there. Dawn broke. It rained then, said Airwars.", ["Airwars"], "Associated Press"),
    ("a byline behind a stroke", "By Ann Roe and Bob Lee / The Associated Press\nNine men lie there. It rained then.", [], "Associated Press"),
    ("the Red Cross of a state is not the committee", "Nine died, the Chadian Red Cross said.", ["Chadian Red Cross"], "Red Cross of Chad"),
    ("the judiciary is an office", "Nine died, Iran's judiciary said.", ["Iran's judiciary"], "Judiciary of Iran"),
    ("a ministry of any task is an office", "Nine died, said Chad's Ministry of Justice.", ["Chad's Ministry of Justice"], "Justice Ministry of Chad"),
    ("the country's ministry is that of the country", "Chad wept. Nine died, the country's health ministry said.", ["country's health ministry"], "Health Ministry of Chad"),
    ("whoever confirmed the casualties told of them", "Nine men lie there. It rained then. Ann Roe confirmed the casualties.", ["Ann Roe"], "Ann Roe"),
    ("what a state's authorities say is that of its office with the figure", "Nine killed, Chad's authorities say. Chad's health ministry has nine men.", ["Chad's authorities", "Chad's health ministry"], "Health Ministry of Chad"),
    ("this was reported by the outlet itself with reference to somebody", "Nine men lie there. This was told by Metro.NET with reference to the press centre of Ann Roe.", ["Ann Roe"], "Ann Roe"),
    ("the Times is the one named in full", "Nine died, Ann Roe told the New York Times. The Times counted nine men.", ["Ann Roe", "New York Times", "The Times"], "New York Times"),
    ("a headline's bare office waits for the text", "Nine killed - Military.\nNine died. The defence ministry of Chad gave no names.", ["Military", "defence ministry of Chad"], "Ministry of Defence of Chad"),
    ("local media are the outlet named next", "Nine died, local media said. It was dawn, Bild reported.", ["local media", "Bild"], "Bild"),
    ("or nobody but whom the outlet has read", "Nine died, local media said. It was dawn, said Ann Roe.", ["local media", "Ann Roe"], "Metro"),
    ("state media are the agency of the state", "Nine died, Syrian state media said. It was dawn, SANA reported.", ["Syrian state media", "SANA"], "SANA"),
    ("its television is no agency", "Nine died, Syrian state television said. It was dawn, SANA reported.", ["Syrian state television", "SANA"], "State media of Syria"),
    ("people heard by an outlet are heard by it wherever they are credited", "Nine died, Osh activists said. It was dawn then, activists told Bild.", ["Osh activists", "activists", "Bild"], "Bild"),
    ("a correspondent of the outlet itself is the outlet", "Shells killed nine, according to a Metro reporter. It was dawn, Bild wrote.", ["Bild"], "Metro"),
    ("a source that must not be named is nobody who is named next", "Nine died, an army official said. He could not speak on the record as he was not authorized to. It was dawn, said Colonel Ann Roe.", ["an army official", "Ann Roe"], "an army official"),
    ("and so it is where the figure's own credit names it", "Nine died, Metro says. It was dawn, Bild wrote.", ["Metro", "Bild"], "Metro"),
    ("whoever told the one outlet that is credited stands behind it", "Nine men lie there. It rained then. Ann Roe told Bild of the rain.", ["Ann Roe", "Bild"], "Bild > Ann Roe"),
    ("who reports for an outlet is the outlet", "Shells killed nine, Ann Roe reported Monday for Haaretz.", ["Ann Roe"], "Haaretz"),
    ("and so is an outlet's own man", "Shells killed nine, wrote Haaretz's Ann Roe.", ["Haaretz's Ann Roe"], "Haaretz"),
    ("whose title stands before his name bears no other one behind it", "It was dawn for rebel leader Bob Lee, the mayor said. Nine died, Ann Roe said.", ["mayor", "Ann Roe"], "Ann Roe"),
    ("a monitoring group is no person", "Nine died, a monitoring group said. Two nurses heard it, the Syrian Observatory said. It was dawn, said Ann Roe.", ["a monitoring group", "Syrian Observatory", "Ann Roe"], "Syrian Observatory for Human Rights"),
    ("the attorney general is the prosecutor", "Nine died, Chad's attorney general said.", ["Chad's attorney general"], "Prosecutor General's Office of Chad"),
    ("a spokesman for somebody with a name speaks for her, whoever heard him", "Nine died, a spokesman for Ann Roe told Bild.", ["a spokesman for Ann Roe", "Bild"], "Bild > Ann Roe"),
    ("but nobody's spokesman for a state", "Nine died, a spokesman for Chad told Bild.", ["a spokesman for Chad", "Bild"], "Bild"),
    ("who brought out the footage has what it shows", "Hamas fighters released a video that shows nine dead. Ann Roe said it was dawn.", ["Hamas fighters", "a video", "Ann Roe"], "Hamas"),
    ("and so where the footage is told without a credit", "Hamas fighters posted pictures of nine dead. Ann Roe said it was dawn.", ["Hamas fighters", "Ann Roe"], "Hamas"),
    ("a report begins with its news, whoever has it, where its figure is on nobody's word", "It was dawn, said Ann Roe. It rained then. Nine men lie there.", ["Ann Roe"], "Ann Roe"),
    ("an army source is known to whom it speaks further on", "Nine died, an army source said. It rained then. It was dawn, an army source told Bild.", ["an army source", "an army source", "Bild"], "Bild"),
    ("one of a nation is not the nation", "Nine died, an American told Bild.", ["an American", "Bild"], "Bild"),
    ("what a land backs does not name it", "Iran-backed men and Iran-led men fled Iraq. Nine died, the country's army said.", ["the country's army"], "Armed forces of Iraq"),
    ("and so has who says that he denies it", "Nine men lie there. Chad says it “firmly denies” that. It was dawn, Bild wrote, and Ann Roe slept.", ["Chad", "Bild"], "Bild"),
    ("an office's sources are known to whoever heard them", "Shells killed nine, army sources told Bild.", ["army sources", "Bild"], "Bild"),
    ("officials of a government are known to whoever heard them", "Shells killed nine, Chad government officials told Bild.", ["Chad government officials", "Bild"], "Bild"),
    ("who speaks for a listed body stands on the way to it", "Shells killed nine, said Ann Roe, country director of Amnesty International.", ["Ann Roe"], "Ann Roe > Amnesty International"),
    ("who spoke for it once does so no more", "Shells killed nine, said Ann Roe, a former country director of Amnesty International.", ["Ann Roe"], "Ann Roe"),
    ("a spy agency's papers are its own", "Shells killed nine, a cache of leaked Chad intelligence documents said.", ["a cache of leaked Chad intelligence documents"], "Intelligence of Chad"),
    ("a network by its noun is nobody", "Shells killed nine, Ann Roe wrote on the Telegram social network.", ["Ann Roe", "the Telegram social network"], "Ann Roe"),
    ("a group without what kind it is", "Shells killed nine, the Osh-based nonprofit Valley Aid Network said.", ["the Osh-based nonprofit Valley Aid Network"], "Valley Aid Network"),
    ("a group named by what it is for", "Shells killed nine, Foundation for Justice said. It was dawn, said Ann Roe.", ["Foundation for Justice", "Ann Roe"], "Foundation for Justice"),
    ("a group of another kind is not the one meant", "Shells killed nine, an aid group said. The net was down, according to advocacy group NetBlocks. It was dawn, said Valley Rescue Group.", ["an aid group", "advocacy group NetBlocks", "Valley Rescue Group"], "Valley Rescue Group"),
    ("whoever others have more or less than has no part", "Shells killed nine, far more than Chad said, Bild found.", ["Chad", "Bild"], "Bild"),
    ("an adviser is whoever is named next", "Shells killed nine, an adviser to the mayor said. It rained then, said Ann Roe.", ["an adviser to the mayor", "Ann Roe"], "Ann Roe"),
    ("evidence is nobody", "Evidence shows nine dead, Ann Roe said.", ["Evidence", "Ann Roe"], "Ann Roe"),
    ("what footage shows is for the text to tell", "A video shows nine dead. It was taken at dawn, Ann Roe said.", ["A video", "Ann Roe"], "Ann Roe"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "credits", "origins"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_whom_a_report_has_its_figures_from(text: str, credits: list[str], origins: str) -> None:
    quantities = ("nine" if "nine" in text else "Nine", *(["nine men"] if "nine men" in text else []))
    claims = [
        claim(quantity, 9, 9, sources=_credited_beside(quantity, text, credits)) for quantity in quantities
    ]
    paper = report("p", text, credits=credits, claims=claims, outlet="Metro")
    assert " + ".join(ways(traced(paper))["p"]) == origins


def _credited_beside(quantity: str, text: str, credits: list[str]) -> tuple[str, ...]:
    sentence = next(one for one in text.split(".") if quantity in one)
    return tuple(reversed([name for name in credits if name in sentence]))


def test_an_agency_credited_by_name_counts_though_the_text_is_its_own() -> None:
    text = "OSH (Reuters) - Two died, said Chad's army. Reuters counted nine. Reuters has nine names."
    paper = report("p", text, credits=["Chad's army", "Reuters", "Reuters"], claims=[NINE], outlet="Metro")
    assert ways(traced(paper))["p"][0] == "Reuters"


def test_whoever_tells_the_figure_that_a_report_opens_with_counts_most() -> None:
    text = "Shells killed nine people. Dawn broke, Chad's army said. Osh lost nine men, Ann Roe said."
    told = claim("nine men", 9, 9, sources=("Ann Roe",))
    paper = report("p", text, credits=["Chad's army", "Ann Roe"], claims=[NINE, told], outlet="Metro")
    assert ways(traced(paper))["p"][0] == "Ann Roe"


def test_whoever_told_an_outlet_the_figure_that_it_is_first_credited_with_alone_comes_first() -> None:
    text = "Bild counted nine people. Ann Roe told Bild of nine men."
    alone, told = (
        claim("nine people", 9, 9, sources=("Bild",)),
        claim("nine men", 9, 9, sources=("Ann Roe", "Bild")),
    )
    paper = report("p", text, credits=["Bild", "Ann Roe", "Bild"], claims=[alone, told], outlet="Metro")
    assert ways(traced(paper))["p"] == ["Bild > Ann Roe", "Bild"]


def test_officials_with_the_opening_figure_do_not_give_way_to_somebody_named_for_another() -> None:
    text = "Shells killed nine people, officials said. Two men died in Osh, Ann Roe said."
    nine, two = (
        claim("nine people", 9, 9, sources=("officials",)),
        claim("Two men", 2, 2, sources=("Ann Roe",)),
    )
    paper = report("p", text, credits=["officials", "Ann Roe"], claims=[nine, two], outlet="Metro")
    assert ways(traced(paper))["p"][0] == "officials"


def test_the_authorities_that_count_the_dead_are_the_victims() -> None:
    text = "Russia, Russia again and Russia struck. Nine died, authorities say."
    nine = claim("Nine", 9, 9, side="Ukraine", sources=("authorities",))
    assert ways(traced(report("p", text, credits=["authorities"], claims=[nine])))["p"] == [
        "Government of Ukraine"
    ]


@pytest.mark.parametrize(
    ("text", "credits", "expected"),
    [
        ("Shells killed nine men, Ann Roe said. It was dawn, said Bob Lee. He was there, Bob Lee said.", ["Ann Roe", "Bob Lee", "Bob Lee"], ["Ann Roe"]),
        ("Bild counted 300. Ann Roe told Bild of 280.", ["Bild", "Ann Roe", "Bild"], ["Bild > Ann Roe", "Bild"]),
        ("Bild counted 300. Ann Roe told Bild of 200.", ["Bild", "Ann Roe", "Bild"], ["Bild"]),
    ],
)  # fmt: skip
def test_whoever_has_no_figure_or_another_one_does_not_lead(
    text: str, credits: list[str], expected: list[str]
) -> None:
    numbers = [number for number in ("nine men", "300", "280", "200") if number in text]
    claims = [
        claim(
            one,
            int(one) if one.isdigit() else 9,
            int(one) if one.isdigit() else 9,
            sources=_credited_beside(one, text, credits),
        )
        for one in numbers
    ]
    assert ways(traced(report("p", text, credits=credits, claims=claims, outlet="Metro")))["p"] == expected


def test_a_vague_word_for_the_wounded_is_not_the_number_of_the_dead() -> None:
    text = "Nearly 20 people died, Bild wrote. Ann Roe spoke of tens wounded."
    dead = claim("Nearly 20 people", 20, 20, approx=True, sources=("Bild",))
    hurt = claim("tens", 20, 99, approx=True, harm="wounded", sources=("Ann Roe",))
    paper = report("p", text, credits=["Bild", "Ann Roe"], claims=[dead, hurt], outlet="Metro")
    assert ways(traced(paper))["p"] == ["Bild"]


def test_a_chain_runs_as_its_figure_tells_it_though_its_sentence_begins_with_the_origin() -> None:
    text = "Ann Roe spoke of nine, according to the Harbour Institute."
    told = claim("nine", 9, 9, sources=("Ann Roe", "Harbour Institute"))
    paper = report("p", text, credits=["Ann Roe", "Harbour Institute"], claims=[told])
    assert ways(traced(paper))["p"] == ["Harbour Institute > Ann Roe"]


def test_one_interview_among_many_credits_is_not_the_road() -> None:
    told = "Nine died, Ann Roe said. " * 5
    text = f"{told}Ann Roe told Bild so."
    paper = report(
        "p", text, credits=[*["Ann Roe"] * 6, "Bild"], claims=[claim("Nine", 9, 9, sources=("Ann Roe",))]
    )
    assert ways(traced(paper))["p"] == ["Ann Roe"]


def test_an_office_that_counts_its_own_is_that_of_the_victims() -> None:
    text = "The Russian army killed nine, said the health ministry."
    nine = claim("nine", 9, 9, side="Ukraine", sources=("the health ministry",))
    paper = report("p", text, credits=["the health ministry"], claims=[nine])
    assert ways(traced(paper))["p"] == ["Health Ministry of Ukraine"]


def test_what_another_report_has_the_same_figure_from_counts_where_nobody_is_credited() -> None:
    one = report(
        "a",
        "Nine men died in the mill, said Ann Roe.",
        credits=["Ann Roe"],
        claims=[claim("Nine men", 9, 9, sources=("Ann Roe",))],
    )
    two = report(
        "b",
        "Nine men died in the mill. It rained, a widow said.",
        credits=["a widow"],
        claims=[NINE_MEN],
        outlet="Metro",
    )
    same = shared(one, "Nine men died in the mill", two, "Nine men died in the mill", "claim")
    assert ways(traced(one, two, echoes=[same]))["b"][0] == "Ann Roe"


def test_a_road_told_of_two_at_once_is_neither_ones() -> None:
    text = "Nine died, Ann Roe said. Bob Lee told Bild what Ann Roe had seen."
    nine = claim("Nine", 9, 9, sources=("Ann Roe",))
    paper = report("p", text, credits=["Ann Roe", "Bob Lee", "Bild", "Ann Roe"], claims=[nine])
    assert ways(traced(paper))["p"] == ["Ann Roe"]


def test_a_party_with_another_figure_comes_behind_whoever_has_the_one_that_a_report_opens_with() -> None:
    text = "Chad said it hit 200. Nine died, said Ann Roe. The army of Chad spoke of 200 more."
    claims = [
        claim("Nine", 9, 9, sources=("Ann Roe",)),
        claim("200", 200, 200, harm="wounded", sources=("Chad",)),
    ]
    paper = report("p", text, credits=["Chad", "Ann Roe", "The army of Chad"], claims=claims, outlet="Metro")
    assert ways(traced(paper))["p"][0] == "Ann Roe"


def test_a_figure_that_another_one_is_set_against_is_not_what_a_report_opens_with() -> None:
    text = "While Chad counted 12 dead, Ann Roe has 40. Osh slept, Chad said."
    claims = [
        claim("12 dead", 12, 12, sources=("Chad",)),
        claim("40", 40, 40, sources=("Ann Roe",)),
    ]
    paper = report("p", text, credits=["Chad", "Ann Roe", "Chad"], claims=claims, outlet="Metro")
    assert ways(traced(paper))["p"][0] == "Ann Roe"


def test_a_figure_that_is_only_a_most_is_one_that_a_report_opens_with() -> None:
    text = "Up to 40 died, Bild wrote. Two died at the mill, Ann Roe said."
    claims = [
        claim("Up to 40", None, 40, sources=("Bild",)),
        claim("Two", 2, 2, sources=("Ann Roe",)),
    ]
    paper = report("p", text, credits=["Bild", "Ann Roe"], claims=claims, outlet="Metro")
    assert ways(traced(paper))["p"][0] == "Bild"


def test_the_total_of_a_war_is_no_part_of_what_a_report_on_one_attack_tells() -> None:
    text = "Nine died in the mill. In all 900 died in the war, Airwars wrote."
    claims = [
        claim("Nine", 9, 9, scope="incident"),
        claim("900", 900, 900, sources=("Airwars",)),
    ]
    paper = report("p", text, credits=["Airwars"], claims=claims, outlet="Metro")
    assert ways(traced(paper))["p"] == ["Metro"]


@pytest.mark.parametrize(("side", "origin"), [("Chad", "Metro"), ("Niger", "Ann Roe")])
def test_whoever_is_of_another_side_does_not_count_the_dead(side: str, origin: str) -> None:
    text = "Shells killed nine. It was dawn, said Ann Roe, the defence minister of Niger."
    paper = report("p", text, credits=["Ann Roe"], claims=[claim("nine", 9, 9, side=side)], outlet="Metro")
    assert ways(traced(paper))["p"] == [origin]


def test_of_a_long_stretch_that_two_reports_share_the_same_part_tells_whose_words_they_are() -> None:
    text = "It was dawn then in Osh, Ann Roe said. Shells killed nine men in the mill, officials told us."
    one = report("a", text, credits=["Ann Roe", "officials"], claims=[])
    two = report("b", text, credits=["officials"], claims=[claim("nine men", 9, 9, sources=("officials",))])
    same = shared(one, text, two, text, "copy")
    assert "Ann Roe" not in ways(traced(one, two, echoes=[same]))["b"]


def test_whoever_has_the_very_figure_comes_before_whoever_has_it_nearly() -> None:
    text = "Up to 100 died in Osh. Ann Roe spoke of 95. Bob Lee counted 100."
    claims = [
        claim("Up to 100", None, 100),
        claim("95", 95, 95, sources=("Ann Roe",)),
        claim("100", 100, 100, sources=("Bob Lee",)),
    ]
    paper = report("p", text, credits=["Ann Roe", "Bob Lee"], claims=claims, outlet="Metro")
    assert ways(traced(paper))["p"][0] == "Bob Lee"


def test_the_end_of_an_outlets_own_address_is_nobody_it_credits() -> None:
    text = "Nine died, said Ann Roe, News.Az reports."
    nine = claim("Nine", 9, 9, sources=("Ann Roe",))
    paper = report("p", text, credits=["Ann Roe", "Az"], claims=[nine], outlet="News.Az")
    assert ways(traced(paper))["p"] == ["Ann Roe"]


def test_a_report_of_no_known_outlet_that_credits_nobody_with_its_figure_is_of_whomever_it_credits_first() -> (
    None
):
    text = "Nine men lie there. It rained then. Ann Roe spoke of rain. Bob Lee slept, Bob Lee said. It was dawn, Bob Lee said."
    credits = ["Ann Roe", "Bob Lee", "Bob Lee", "Bob Lee"]
    assert ways(traced(report("p", text, credits=credits, claims=[NINE_MEN])))["p"][0] == "Ann Roe"


@pytest.mark.parametrize(
    ("adds", "first"), [("", "Associated Press > Ann Roe"), ("also ", "Associated Press")]
)
def test_whoever_also_says_so_does_not_lead(adds: str, first: str) -> None:
    text = (
        f"OSH (AP) - Shells killed 90, officials said. It rained. Ann Roe {adds}said that some 90 had died."
    )
    told = [claim("90", 90, 90, sources=("officials",)), claim("some 90", 90, 90, sources=("Ann Roe",))]
    paper = report("p", text, credits=["officials", "Ann Roe"], claims=told)
    assert ways(traced(paper))["p"][0] == first


def test_how_many_are_held_makes_nobody_lead() -> None:
    text = "Three are missing, a nurse told Bild. Three men had left at dawn, Ann Roe said."
    told = (
        claim("Three", 3, 3, harm="missing", sources=("a nurse", "Bild")),
        claim("Three men", 3, 3, harm="missing", sources=("Ann Roe",)),
    )
    paper = report("p", text, credits=["a nurse", "Bild", "Ann Roe"], claims=told)
    assert ways(traced(paper))["p"][0] == "Bild"
