"""Whoever is credited is found however source, verb and form are combined: sentences that nobody wrote one by one.

In capitals each source goes with each form and each verb; each who spoke in one sentence with each way of pointing back to him in the
next. In small letters each body goes with each form, and with those that pages leave when they lose their commas.
"""

from bisect import bisect_right

import pytest

from cenotaph.find.credit.attribution import Attributor
from cenotaph.find.text.sentences import sentences
from cenotaph.model import Report, Span

# The source as the sentence has it, and the word that its name must hold.
_SOURCES = (
    ("THE ARMED FORCES PRESS COMMITTEE (COPRELA)", "COPRELA"),
    ("A MILITARY SPOKESMAN", "SPOKESMAN"),
    ("THE NATIONAL POLICE", "POLICE"),
    ("RELIABLE SOURCES", "SOURCES"),
    ("COL BO LIND ROE", "ROE"),
    ("DEFENSE MINISTER GENERAL ANN ROE", "ROE"),
    ("THE FDR", "FDR"),
    ("RADIO TELLIN", "TELLIN"),
    ("MILITARY DETACHMENT NO. 8", "8"),
    ("THE NEWSPAPER EL HERALDO", "HERALDO"),
    ("WITNESSES", "WITNESSES"),
    ("MSGR BO LIND ROE, AUXILIARY BISHOP OF TELLIN", "ROE"),
    ("THE INSTITUTE OF PORT SECURITY (IPS)", "IPS"),
    ("THE ORBO GOVERNOR'S OFFICE", "OFFICE"),
    ("THE UP", "UP"),
    ("SHINING PATH", "PATH"),
    ("THE 19 APRIL MOVEMENT", "MOVEMENT"),
    ('"THE ORBISTAS"', "ORBISTAS"),
    ("THE COMMANDER OF THE 8TH BRIGADE", "COMMANDER"),
)
_FORMS = (
    "{} REPORTED TODAY THAT [NINE] PEASANTS WERE KILLED.",
    "[NINE] PEASANTS WERE KILLED IN A CLASH, {} REPORTED TODAY.",
    "ACCORDING TO {}, [NINE] PEASANTS WERE KILLED.",
    "[NINE] PEASANTS WERE KILLED, ACCORDING TO {}.",
    "MEANWHILE, {} LAST NIGHT ANNOUNCED THAT [NINE] PEASANTS WERE KILLED.",
    "{} INDICATED [NINE] PEASANTS WERE KILLED.",
    "{} CONFIRMED TO THE PRESS THE DEATH OF [NINE] PEASANTS.",
    '"[NINE] PEASANTS WERE KILLED IN THE CLASH," {} SAID.',
    "IN A COMMUNIQUE ISSUED TODAY, {} STATED THAT [NINE] PEASANTS WERE KILLED.",
    "AS REPORTED BY {}, [NINE] PEASANTS WERE KILLED.",
    "ALTHOUGH {} SAID THAT [NINE] PEASANTS WERE KILLED, NO BODIES WERE FOUND.",
    "{} SAID THE ATTACK, IN WHICH [NINE] PEASANTS WERE KILLED, LASTED 2 HOURS.",
    "{} ACCUSED THE GUERRILLAS OF KILLING [NINE] PEASANTS.",
    "{} CLAIMED RESPONSIBILITY TODAY FOR THE MURDER OF [NINE] PEASANTS.",
)
_VERBS = (
    "SAID", "POINTED OUT", "DENOUNCED", "GUARANTEED", "CORROBORATED", "STRESSES", "WENT ON TO SAY", "CALLED US TO REPORT",
    "CALLED RADIO TELLIN TO SAY", "MADE IT KNOWN", "MADE CLEAR", "LET IT BE KNOWN", "EXPRESSED THE SUSPICION",
    "EXPRESSED HIS CONFIDENCE TO THE JUDGE", "GAVE ASSURANCES", "SENT A LETTER TO THE PRESS STATING",
    "BROADCAST A COMMUNIQUE ANNOUNCING", "ISSUED A BULLETIN REPORTING", "TOLD THE LOCAL PRESS", "HAS INFORMED US",
    "REPORTED IN TELLIN TODAY", "HAVE EVIDENCE",
)  # fmt: skip
# Who opens a sentence, his surname, and what he is.
_PEOPLE = (
    ("COLONEL BO LIND ROE", "THE COLONEL"),
    ("INTERIOR MINISTER ANN LIND ROE", "THE MINISTER"),
    ("PRESIDENT BO ROE", "THE PRESIDENT"),
)
_LEADS = (
    "{} SAID TODAY THAT THE ROAD IS CLOSED. ",
    "{} REFERRED TODAY TO THE CLASHES IN TELLIN. ",
    "{} BLAMED THE GUERRILLAS FOR THE ATTACK. ",
    "{} STRONGLY DEFENDED HIS MEN ON MONDAY. ",
    "THE ROAD IS CLOSED, ACCORDING TO {}. ",
)
_BACK = (
    "HE ADDED THAT [NINE] PEASANTS WERE KILLED.",
    "{} ADDED THAT [NINE] PEASANTS WERE KILLED.",
    '"[NINE] PEASANTS WERE KILLED," {} POINTED OUT.',
    "[NINE] PEASANTS WERE KILLED, HE SAID.",
    "ACCORDING TO HIM, [NINE] PEASANTS WERE KILLED.",
)

# The same in small letters: who is credited, as the sentence has him, and a word of his name.
_BODIES = (
    ("the health ministry", "ministry"),
    ("Latvia's General Staff", "Staff"),
    ("the Valley Observatory for Human Rights", "Observatory"),
    ("UNICEF", "UNICEF"),
    ("Governor Bohdan Lind", "Bohdan"),
    ("residents", "residents"),
    ("a hospital official", "official"),
    ("the Red Cross", "Cross"),
    ("local media", "media"),
    ("Tellin's civil defense agency", "agency"),
    ("Doctors Without Borders", "Doctors"),
    ("human rights groups", "groups"),
    ("Myanmar's shadow government", "government"),
    ("Save the Children", "Save"),
)
_SMALL_FORMS = (
    "According to {}, [nine] people were killed.",
    "A February 2 report by {} said [nine] people were killed.",
    "It came after a raid in which, {} says, [nine] people died.",
    "The number of dead, which {} puts at [nine], may rise.",
    "The death toll, as given by {}, was [nine].",
    "[Nine] people have been killed this month, by the count of {}.",
    "[Nine] people have died, by figures that {} compiled.",
    "The toll is likely to be higher – according to {}, [nine] people have died.",
    "{} has so far recorded [nine] deaths.",
    "{} told Radio Liman that, as of midday on Monday, it had recorded [nine] deaths.",
    "{} claims [nine] enemy deaths since the war began.",
    "{} made the claim that [nine] people had been killed.",
    "In May, {} said its deputy head, [Bo Lee], was killed.",
)
_COMMALESS = (
    "[Nine] people were killed {} said.",
    "[Nine] people died in the strike {} told Radio Liman on Friday.",
    "The death toll rose to [nine] {} announced on Friday.",
    "Meanwhile {} said [nine] people were killed.",
    "Raiders strike again Meanwhile {} said [nine] people were killed.",
    "Nine people were killed {} said updating a toll of [five].",
    "In the north {} said [nine] people had been killed.",
)


def _origin(marked: str) -> str:
    """On whose word the figure in [brackets] stands."""
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    spans = sentences(text)
    index = bisect_right(spans, Span(start, len(text))) - 1
    found = Attributor(Report(id="r", text=text), spans).attribute(index, start, marked.index("]") - 1)
    return found.sources[0] if found.sources else ""


def _filled(form: str, source: str) -> str:
    """A form with its source, an apposition closed by a comma where the sentence goes on."""
    goes_on = "," in source and "{}." not in form and "{}," not in form
    return form.format(source + "," * goes_on)


@pytest.mark.parametrize(("source", "word"), _SOURCES)
def test_a_source_is_found_in_every_form(source: str, word: str) -> None:
    cases = [_filled(form, source) for form in _FORMS]
    assert [case for case in cases if word not in _origin(case).replace(".", " ").split()] == []


@pytest.mark.parametrize("verb", _VERBS)
def test_every_verb_credits_its_subject(verb: str) -> None:
    forms = (
        f"{{}} {verb} THAT [NINE] PEASANTS WERE KILLED.",
        f"{{}} {verb} THAT, DURING A CLASH IN TELLIN, [NINE] PEASANTS WERE KILLED.",
    )
    sources = (("WITNESSES", "WITNESSES"), ("COL BO LIND ROE", "ROE"), ("THE FDR", "FDR"))
    missed = [
        form.format(source)
        for form in forms
        for source, word in sources
        if word not in _origin(form.format(source))
    ]
    assert missed == []


@pytest.mark.parametrize(("person", "office"), _PEOPLE)
def test_he_and_his_office_lead_back_to_the_name(person: str, office: str) -> None:
    cases = [lead.format(person) + back.format(office) for lead in _LEADS for back in _BACK]
    assert [case for case in cases if not _origin(case).endswith("ROE")] == []


@pytest.mark.parametrize(("body", "word"), _BODIES)
def test_a_body_is_found_in_every_form(body: str, word: str) -> None:
    cases = [form.format(body) for form in (*_SMALL_FORMS, *_COMMALESS)]
    cases = [case[0].upper() + case[1:] for case in cases]
    assert [case for case in cases if word.lower() not in _origin(case).lower()] == []


@pytest.mark.parametrize(
    "text",
    [
        "The blast claims [nine] enemy lives in May.",
        "The port made a road that [nine] people were killed on.",
        "The number of boats, which the port puts at the pier, fell, and [nine] people died.",
        "THE COUNCIL EXPRESSED A WISH FOR PEACE, AND [NINE] PEASANTS WERE KILLED.",
        "WITNESSES CALLED FOR HELP, AND [NINE] PEASANTS WERE KILLED.",
        "IT WAS MADE CLEAR THAT [NINE] PEASANTS WERE KILLED.",
        "THE WOUNDS INDICATED [NINE] PEASANTS WERE KILLED.",
    ],
)
def test_who_only_acts_is_no_source(text: str) -> None:
    assert _origin(text) == ""
