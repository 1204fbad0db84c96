"""One entry for the many ways in which reports name or describe a body, an office, an outlet."""

import pytest

from cenotaph.language import load_pack
from cenotaph.model import Report
from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.offices import office
from cenotaph.trace.register import Register
from cenotaph.trace.shipped import house_of, shipped
from cenotaph.trace.source import SourceRef


def identify(name: str, text: str = "") -> SourceRef:
    return Register().identify(name, Report("r", text), at=len(text))


def rows(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, entry) for entry, names in table.items() for name in names]


OUTLETS = {
    "Time magazine": ["TIME", "Time magazine", "the magazine Time", "Time"],
    "The Times": ["The Times newspaper", "the newspaper The Times"],
    "The Independent": ["the Independent newspaper", "Britain's Independent newspaper"],
    "The Sun": ["the Sun", "the Sun tabloid", "the tabloid The Sun"],
    "El País": ["the newspaper El Pais", "Spain's El País newspaper"],
    "Mediazona": ["the news site Mediazona", "the independent outlet Mediazona"],
    "Nature": ["the journal Nature", "Nature"],
    "Science": ["the journal Science", "Science magazine"],
    "The Lancet": ["the medical journal The Lancet", "the Lancet medical journal", "The Lancet"],
    "Dawn": ["the Dawn newspaper", "Pakistan's Dawn newspaper"],
    "Anadolu Agency": ["Turkey's state-run Anadolu agency", "the Anadolu agency", "Anadolu"],
    "Sky News": ["Sky news", "Sky"],
    "Al-Aqsa TV": ["Aqsa TV", "Hamas's Al-Aqsa TV"],
    "Al-Naba": ["Islamic State's Al-Naba newspaper", "al-Naba"],
    "BBC Russian": [
        "BBC News Russian",
        "the BBC's Russian service",
        "the Russian service of the BBC",
        "the BBC News Russian service",
    ],
    "Khit Thit Media": ["the local media outlet Khit Thit", "Khit Thit"],
    "Important Stories": ["iStories", "the outlet Important Stories"],
}
SERVICES = {
    "National Intelligence Service of South Korea": ["Seoul's spy agency", "the spy agency in Seoul", "South Korea's spy agency", "South Korean intelligence", "South Korea's NIS", "South Korea's National Intelligence Service"],
    "National Intelligence Organization of Turkey": ["Turkish intelligence", "Turkey's MIT", "Turkey's intelligence agency", "Turkey's MIT intelligence agency", "Ankara's spy agency"],
    "Inter-Services Intelligence": ["Pakistan's spy agency", "Pakistan's ISI", "Pakistani intelligence"],
    "State Security Committee of Belarus": ["Belarus's KGB", "the KGB of Belarus", "Belarus's state security committee"],
    "Mossad": ["Israel's spy agency Mossad", "Israel's foreign intelligence service", "the Mossad"],
    "Shin Bet": ["Israel's Shin Bet security service", "Israel's domestic security agency", "Israel's internal security service"],
    "MI5": ["Britain's domestic intelligence agency", "the MI5 Security Service", "MI5"],
    "MI6": ["Britain's MI6", "the Secret Intelligence Service", "Britain's foreign intelligence service"],
    "FSB": ["Russia's Federal Security Service", "Russia's FSB security service", "the head of the FSB"],
    "GRU": ["Russia's military intelligence", "Russian military intelligence agency", "the GRU"],
    "SVR": ["Russia's foreign intelligence service", "Russia's SVR"],
    "CIA": ["the CIA director", "the Central Intelligence Agency"],
    "Security Service of Ukraine": ["Ukraine's SBU security service", "Ukraine's security service", "the SBU chief"],
    "Main Directorate of Intelligence of Ukraine": ["Ukraine's HUR military intelligence agency", "Ukraine's military spy agency", "HUR", "GUR"],
    "Intelligence of Chad": ["Chad's spy agency", "Chadian intelligence", "the intelligence services of Chad", "the intelligence agency in N'Djamena", "Chad's intelligence chief"],
}  # fmt: skip
OFFICES = {
    "Coast guard of Turkey": ["Turkey's coast guard", "the Turkish coastguard", "the coast guard in Ankara", "the head of Turkey's coast guard"],
    "Border service of Poland": ["Poland's Border Guard", "Polish border guards"],
    "Navy of Peru": ["the Peruvian navy", "Peru's naval forces", "the navy in Lima"],
    "Emergency service of Turkey": ["AFAD", "Turkey's disaster agency AFAD", "Turkey's disaster management agency"],
    "Emergency service of Lebanon": ["Lebanon's civil defence", "the Lebanese Civil Defense", "civil defence in Lebanon"],
    "State Emergency Service of Ukraine": ["Ukraine's emergency services", "Ukraine's State Emergency Service"],
    "Foreign Ministry of India": ["India's external affairs ministry", "the foreign ministry in New Delhi", "India's Ministry of External Affairs"],
    "Interior Ministry of United Kingdom": ["the UK Home Office", "the British home secretary"],
    "Health Ministry of South Africa": ["South Africa's health department", "South Africa's Department of Health"],
    "Health Ministry of Lebanon": ["the Lebanese health ministry", "Lebanon's Ministry of Public Health"],
    "Pentagon": ["the US defense secretary", "the US defense department"],
    "State Department of the United States": ["the US Secretary of State", "the State Department", "the US foreign ministry"],
    "Government of United Kingdom": ["Downing Street", "the British prime minister's office"],
    "Presidency of France": ["the Elysee", "the Élysée Palace", "the French presidency"],
    "Presidency of Peru": ["Peru's presidential spokesman", "the Peruvian president's office"],
    "Parliament of Israel": ["the Knesset", "the Israeli parliament"],
    "US Congress": ["the US Congress", "the American parliament"],
    "Revolutionary Guards": ["the IRGC", "Iran's Revolutionary Guards", "the Islamic Revolutionary Guard Corps"],
    "National Unity Government of Myanmar": ["Myanmar's shadow government", "the shadow National Unity Government", "the NUG", "Myanmar's National Unity Government"],
    "Interior Ministry of Taliban": ["the Taliban's interior ministry", "the Taliban-run interior ministry", "Afghanistan's Taliban-run interior ministry"],
    "Health Ministry of Houthis": ["the Houthi-run health ministry", "Yemen's Houthi-controlled health ministry"],
    "Government of Syria": ["Syria's new government", "Syria's interim government"],
    "Border service of India": ["India's Border Security Force", "India's BSF"],
    "OPCW": ["the global chemical weapons watchdog", "the head of the OPCW"],
    "Ministry of Defence of United Kingdom": ["the UK Ministry of Defence's daily intelligence update"],
    "Prosecutor's office of Chad": ["Chadian prosecutors", "Chad's public prosecution service", "prosecutors in Chad"],
    "Prosecutor General's Office of Ukraine": ["Ukrainian prosecutors", "Ukraine's general prosecutor"],
    "Gaza Interior Ministry": ["Gaza's interior ministry", "the Hamas-run interior ministry"],
    "Benjamin Netanyahu": ["Netanyahu's office", "Israeli Prime Minister Benjamin Netanyahu's office"],
}  # fmt: skip
UN = {
    "World Health Organization": ["the UN health chief", "the health chief of the UN", "the UN health agency", "the UN's health agency", "the head of the World Health Organization", "the WHO chief", "the WHO's regional director", "the U.N.'s top health official"],
    "UNICEF": ["the UN's children's agency", "the UN children's fund", "UNICEF's executive director"],
    "OCHA": ["the UN's humanitarian chief", "the UN aid chief", "the UN relief chief", "the UN's top humanitarian official"],
    "UNHCR": ["the UN refugee agency", "the UN refugee chief", "the UN agency for refugees"],
    "OHCHR": ["the UN rights chief", "the UN's human rights office", "the United Nations rights agency"],
    "World Food Programme": ["the UN food agency", "the head of the WFP"],
    "IOM": ["the UN migration agency", "the UN's migration chief"],
    "IAEA": ["the UN nuclear watchdog", "the U.N.'s atomic watchdog", "the IAEA's director general"],
    "UNRWA": ["the UN agency for Palestinian refugees", "the UN's Palestinian refugee agency", "the UNRWA chief", "the UN agency for Palestinian refugees, UNRWA"],
    "UNAMA": ["the UN mission in Afghanistan", "the United Nations mission to Afghanistan", "the UN's Afghanistan mission"],
    "MONUSCO": ["UN peacekeepers in Congo", "the UN mission in the Democratic Republic of Congo", "the MONUSCO peacekeeping force"],
    "UNIFIL": ["the U.N. peacekeeping force in Lebanon", "UN peacekeepers in southern Lebanon"],
    "MINUSMA": ["the UN peacekeeping mission in Mali", "UN peacekeepers in Mali"],
    "UNSMIL": ["the UN mission in Libya"],
    "United Nations": ["the UN secretary-general", "the UN chief", "the UN mission to the country"],
}  # fmt: skip
COUNTERS = {
    "Syrian Observatory for Human Rights": ["SOHR", "the Britain-based Syrian Observatory war monitor", "the head of the Syrian Observatory"],
    "White Helmets": ["the White Helmets rescue group", "Syria's White Helmets rescuers", "the Syrian civil defense"],
    "HRANA": ["the US-based Human Rights Activists News Agency", "the rights group HRANA"],
    "Iran Human Rights": ["the Norway-based Iran Human Rights", "IHR"],
    "ACLED": ["Armed Conflict Location & Event Data", "the conflict monitor ACLED"],
    "UCDP": ["the Uppsala Conflict Data Programme"],
    "Yemen Data Project": ["the Yemen Data Project"],
    "Kivu Security Tracker": ["KST", "the Kivu Security Tracker"],
    "Sudan Doctors Network": ["the Sudanese Doctors' Network", "the medical group Sudan Doctors Network"],
    "Yale Humanitarian Research Lab": ["the Yale lab", "the Humanitarian Research Lab at Yale University", "Yale's Humanitarian Research Lab"],
    "Ethiopian Human Rights Commission": ["Ethiopia's human rights commission", "EHRC"],
    "El Fasher Resistance Committee": ["the El Fasher Resistance Committees", "the resistance committee in El Fasher"],
    "Karapatan": ["the Philippine rights group Karapatan"],
    "CEPADHO": ["Congo's CEPADHO"],
    "Indepaz": ["Colombia's Indepaz"],
    "ULMWP": ["the United Liberation Movement for West Papua"],
    "Magen David Adom": ["Israel's ambulance service", "Israel's Magen David Adom ambulance service"],
    "Gaza Health Ministry": ["Gaza's Hamas-run health ministry", "health officials in Gaza", "the health ministry run by Hamas", "the Hamas-ruled health ministry", "the Hamas health minister"],
    "Gaza Civil Defence": ["the Hamas-run Civil Defence agency", "the Hamas-run emergency services", "Gaza's civil defense agency", "civil defence rescuers in Gaza"],
    "Gaza Government Media Office": ["the media office of Gaza's government", "the Hamas-run government media office"],
}  # fmt: skip


@pytest.mark.parametrize(("name", "entry"), rows(OUTLETS | SERVICES | OFFICES | UN | COUNTERS))
def test_one_source_has_many_names(name: str, entry: str) -> None:
    found = identify(name)
    assert (found.name, found.named) == (entry, True)


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("a Ukrainian news agency", "Ukrainian News Agency"),
        ("a top Iraqi diplomat", "Diplomat"),
        ("an observer", "The Observer"),
        ("Chad's National Intelligence Service", "The National"),
        ("London Ambulance Service", "Emergency service of United Kingdom"),
        ("Kyiv's emergency services", "State Emergency Service of Ukraine"),
        ("the Khartoum State health ministry", "Health Ministry of Sudan"),
        ("Paris prosecutors", "Prosecutor's office of France"),
        ("Kyiv prosecutor's office", "Prosecutor's office of Ukraine"),
        ("New York City's health department", "Health Ministry of United States"),
        ("a city health department", "Health Ministry of United States"),
        ("the Russian-installed administration", "Government of Ukraine"),
        ("the Russian-installed administration", "Government of Russia"),
        ("the ambulance service of Kherson", "State Emergency Service of Ukraine"),
        ("the embassy in Kyiv", "Embassy of Ukraine"),
        ("troops in Mali", "Armed forces of Mali"),
        ("a former CIA director", "CIA"),
        ("Chad's National Unity Government", "National Unity Government of Myanmar"),
        ("UN peacekeepers in Mali", "MONUSCO"),
        ("the head of Wagner", "Wagner Group"),
        ("an Israeli spy", "Intelligence of Israel"),
        ("the Hamas-run health ministry", "Health Ministry of Hamas"),
        ("the head of the port of Wagner", "Wagner Group"),
        ("us", "United States"),
        ("the car", "Central African Republic"),
    ],
)
def test_what_only_sounds_like_it_is_another(name: str, entry: str) -> None:
    assert identify(name).name != entry


@pytest.mark.parametrize("name", ["us", "told us", "all of us"])
def test_us_in_small_letters_is_nobodys_country(name: str) -> None:
    found = identify(name)
    assert (found.named, found.side) == (False, None)


@pytest.mark.parametrize(
    ("name", "text", "entry"),
    [
        ("MIT", "Nine were held in Ankara, ", "National Intelligence Organization of Turkey"),
        ("MIT", "Nine students were held in Boston, ", "MIT"),
        ("the NIS", "Troops of North Korea fell, ", "National Intelligence Service of South Korea"),
        ("the ISI", "Militants struck in Pakistan, ", "Inter-Services Intelligence"),
        ("the ISI", "Militants struck in Mosul, ", "Islamic State"),
        ("SAF", "Nyala in Sudan was bombed, ", "Armed forces of Sudan"),
        ("Palestinian health officials", "A strike on Gaza killed nine, ", "Gaza Health Ministry"),
        ("Palestinian health officials", "Troops raided Jenin, ", "Health Ministry of Palestine"),
        ("the Palestinian health ministry", "Gaza and the West Bank were hit, ", "Health Ministry of Palestine"),
        ("the National Unity Government", "The junta of Myanmar denied it, ", "National Unity Government of Myanmar"),
        ("Stephen O'Brien", "At the United Nations ", "OCHA"),
        ("Stephen O'Brien", "At the port of Cork ", "Stephen O'Brien"),
    ],
)  # fmt: skip
def test_the_text_tells_who_is_meant(name: str, text: str, entry: str) -> None:
    assert identify(name, text).name == entry


@pytest.mark.parametrize(
    ("person", "house"),
    [
        ("WHO Director-General Tedros Adhanom Ghebreyesus", "World Health Organization"),
        ("IAEA chief Rafael Grossi", "IAEA"),
        ("Mark Lowcock", "OCHA"),
        ("Cindy McCain", "World Food Programme"),
        ("Amy Pope", "IOM"),
        ("Bintou Keita", "MONUSCO"),
        ("António Guterres", "United Nations"),
        ("Jan Egeland", "Norwegian Refugee Council"),
        ("Firass Abiad", "Health Ministry of Lebanon"),
        ("HRANA", "Human Rights Activists in Iran"),
    ],
)
def test_a_head_is_of_the_house(person: str, house: str) -> None:
    assert house_of(identify(person)).name == house


def shown() -> list[tuple[str, str]]:
    pack = load_pack("sources")["offices"]
    return [(side, name) for row in pack for side, name in row.get("shown", {}).items()]


@pytest.mark.parametrize(("side", "name"), shown())
def test_a_states_own_name_for_an_office_leads_to_one_entry(side: str, name: str) -> None:
    row = next(one for one in load_pack("sources")["offices"] if one.get("shown", {}).get(side) == name)
    found = office(folded_tokens(row["names"][0]), side)
    listed = identify(name)
    assert found is not None
    assert (found.key, found.kind) == (listed.key, listed.kind)


@pytest.mark.parametrize("row", load_pack("sources")["in_context"], ids=lambda row: row["names"][0])
def test_what_a_name_means_in_context_is_an_entry(row: dict[str, str]) -> None:
    assert shipped(folded_tokens(row["source"])) is not None
