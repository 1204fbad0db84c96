"""Whether one chunk in the reach of a claim rule is one of its people, or only stands beside them: who tells, who did it, an apposition."""

import re

from cenotaph.find.counts.setting import word_lists
from cenotaph.find.people.analysis import AGENTS, Analysis
from cenotaph.find.text.chunks import name_start
from cenotaph.language import load_words

# Who speaks at the end of a list is no member of it: "killed 12 rebels, a spokesman for the army said".
_SPEAKERS = frozenset(
    ("spokesman", "spokeswoman", "spokesperson", "official", "witness", "source", "monitor")
)
_TIED = frozenset(("belonging", "married"))
_QUOTES = frozenset('"“')
_AND_HIMSELF = re.compile(r",[dp][^,.;KIk]{1,8},[KI]")
_OPENED = re.compile(r"[oP]\([^)]*\)$")  # "Men from (a Danish group) Ayr".
_WHERE = re.compile(
    r"(?:^,?|[;&c])P[npo,&P]*$|^P[dv]$"
)  # Where or by whom: "in Mosul, Iraq", "according to the army".
_IN_BRACKETS = re.compile(r"\([^)]*\)")  # "Omar Said (31), a clerk".
_SOURCE_BEFORE = re.compile(r"P[np](?:[Po][ndpvT]){0,2},$")  # "According to Omar Roe of the port,".
_COUNTED_NEXT = re.compile(r"(?:[oP][ndvpu]){0,2},(?:X|H|Z(?![,;]))")
_NAMED_SOURCE = re.compile(r"[ndpA&]*|[dnA],")  # Between "according to" and a name.
_POSTED = re.compile(r"A(?:[oPG][ndu])+,$")
_OFFICE_OF = re.compile(r"[vd](?:on)*o$")  # "President of the court of".
_ENDS_LIST = re.compile(r"(?:[oPG][nudpv])*(?:r|[.;-]|$)")
_TWO_OFFICES = re.compile(r"p,A(?:[oP][nudpv])*&$")
_CREWS = frozenset(("group", "gang", "band", "squad", "patrol", "crew", "unit", "party"))
_OF_WHOM = re.compile(r"(?:[oP][ndv])*,[XZ]")
_FATES = frozenset(("whereabouts", "fate", "fates"))
_ENDS_ASIDE = re.compile(r"(?:[oPbG][nudpv]|&[nv])*[,;](?![XZA])")
_KIN = frozenset(
    (
        "families", "relatives", "friends", "widows", "mothers", "parents", "orphans", "kin", "lawyers", "witnesses",
        "survivors", "colleagues", "neighbours", "neighbors", "supporters", "perpetrators", "suspects", "organisers",
        "organizers", "planners", "masterminds", "attorneys", "photographs", "photos",
    )
)  # fmt: skip
_FRONTING = frozenset(("after", "following", "since", "despite", "with", "before", "amid", "because"))
_ACTS = re.compile(r"(?:[oP][nudv](?:&[nv])?)*[BRVWw]")  # "A number of senators are saying".
_DOES = re.compile(r"p(?:&p)?[BWVf]")
_MONEY = frozenset(("millions", "billions"))
_FAMILIES = frozenset(("family", "household", "crew", "group", "team", "party"))


def is_member(sentence: Analysis, at: int, start: int) -> bool:
    """Whether a chunk of a list is one of its members: not inside a prepositional phrase, nor an apposition."""
    kinds = sentence.kinds
    kind, before = kinds[at], kinds[at - 1 : at]
    if kind == "Z" and _is_one_thing(sentence, at):
        return False
    if kind == "X" and kinds[at + 1 : at + 3] in ("oT", "oE") and sentence.last_word(at) in _KIN:
        return False  # "Families of the victims".
    if kind == "H" and "o" in kinds[max(0, at - 2) : at] and _OF_WHOM.match(kinds, at + 1):
        return False  # "Of its 600 casualties in the war, 115 were killed".
    if kind == "A" and kinds[at - 3 : at] == "Zoy":
        return False  # "One of them a major".
    if kind == "A" and before == "Z":
        return False  # "Five people, one a policeman, were killed".
    if kind == "A" and _is_family(sentence, at):
        return False  # "A family of five": the five.
    if kind in "XZ" and before == "o" and (_is_family(sentence, at - 2) or _is_fate(sentence, at - 2)):
        return True
    if kind == "p" and before == "o" and _is_in_office(sentence, at):
        return True
    if kind == "A" and kinds[at - 4 : at] in ("p,rB", "A,rB"):
        return False  # "Omar Said, who was a clerk, was shot".
    if (
        kind not in "XZApH"
        or (at > start and before in tuple("PobG"))
        or (kind == "p" and before == "(")
        or (kind == "A" and kinds[at - 2 : at] == "p(" and kinds[at + 1 : at + 2] == ")")
        or _is_agent(kinds, at)
        or _is_glossed(sentence, at)
        or (kind == "p" and before == ")" and _OPENED.search(kinds, 0, at))
        or is_owner(sentence, at)
        or _is_in_title(sentence, at)
        or _is_kin_told(sentence, at)
        or _is_another(sentence, at)
        or (before == "," and _opens_clause(sentence, at, start))
        or (kinds[at - 3 : at] == ",p&" and _opens_clause(sentence, at - 2, start))
    ):
        return False
    if kind == "Z" and kinds[at + 1 : at + 3] == "on" and sentence.last_word(at + 2) in word_lists().things:
        return False  # "Thousands of items of supplies".
    if (
        kind == "p"
        and kinds[at + 1 : at + 2] in (",", "K", "I")
        and before == ","
        and _is_one(sentence, at - 2)
    ):
        return False  # "Another reporter, Omar Said, was killed".
    if kind == "p" and _POSTED.search(kinds, start, at) and kinds[at + 1 : at + 2] == ",":
        return False  # "A reporter for the agency, Omar Said, was killed".
    if kind == "Z" and kinds[at + 1 : at + 3] == "PE" and sentence.last_word(at + 2) == "losses":
        return False  # "Millions in losses".
    if kinds[at : at + 2] == "ZZ" and sentence.last_word(at + 1) in _MONEY:
        return False  # "Losses amount to several millions".
    if kind == "p" and before in tuple("kgf") and _tells(sentence, at):
        return False
    if kind == "p" and kinds[at - 2 : at] == "RP" and sentence.last_word(at - 1) == "to":
        return False  # "Confirmed to Radio Ayr that her son had died".
    if kind == "A" and at > start and sentence.last_word(at) in _SPEAKERS:
        return False
    if kind in "pA" and at > start and _is_vouching(sentence, at, start):
        return False
    if kind == "A" and _is_who_vouches(sentence, at):
        return False
    if kind == "A" and kinds[at - 2 : at] == "p-" and kinds[at + 1 : at + 2] in ("-", ","):
        return False  # "Omar Said - a clerk - was killed".
    if (
        kind == "A"
        and before == "&"
        and _TWO_OFFICES.search(kinds, start, at)
        and _ENDS_LIST.match(kinds, at + 1)
    ):
        return False  # "The murder of Omar Said, a friend and a great poet".
    if kind == "A" and before == "," and _is_one(sentence, at - 2) and _ENDS_LIST.match(kinds, at + 1):
        return False  # "Hurt one civilian, a cook who stood there".
    if at - 1 <= start or before != ",":
        return True
    return not (kind in "Ap" and _is_apposed(kinds, at, start)) and not _is_one_apposed(kinds, at)


def _is_fate(sentence: Analysis, at: int) -> bool:
    """Whether a chunk is what became of the people behind its "of": "the whereabouts of two nuns and a priest who were seized"."""
    return sentence.kinds[at : at + 2] == "do" and sentence.last_word(at) in _FATES


def _is_in_office(sentence: Analysis, at: int) -> bool:
    """Whether a name stands behind the office of one person, without a comma: "the president of the court of justice Omar Said
    was shot"; but "the battalion of General Omar Said"."""
    first, last = sentence.edges(at)
    name = name_start(sentence.tokens, first, last)
    if name is None or name == first or sentence.tokens.tags[name - 1] != "N" or name == last:
        return False
    office = _OFFICE_OF.search(sentence.kinds, 0, at)
    named = sentence.tokens.words[name] in load_words("given_names")
    if not named or office is None or sentence.kinds[at + 1 : at + 2] not in tuple("KIDhBV"):
        return False
    return sentence.tokens.tags[sentence.chunks.lasts[office.start()]] == "V"


def _is_one_apposed(kinds: str, at: int) -> bool:
    """Whether "one of" says who the one before is: "Omar Said, one of the guards, was shot"; but "in Ayr, one of the guards was"."""
    told = kinds[at - 2 : at + 2] == "p,Zo"
    return told and not (kinds[at + 3 : at + 4] in ("K", "I") and _WHERE.search(kinds, 0, at - 1))


def _opens_clause(sentence: Analysis, at: int, start: int) -> bool:
    """Whether a definite number begins what a fronted phrase leads to: "After the murder of Omar Said, the 300 judges met"; or
    names that do something: "Regarding the murder of the priests, President Roe told the house"."""
    kinds, words, firsts = sentence.kinds, sentence.tokens.words, sentence.chunks.firsts
    head = max(kinds.rfind(mark, 0, at) for mark in ")-.:") + 1  # Behind the dateline.
    if kinds[at] in "XZ":
        acts = words[firsts[at]] == "the" or _ACTS.match(kinds, at + 1) is not None
        return acts and words[firsts[head]] in _FRONTING
    if kinds[at] != "p" or at == start or kinds[start - 1 : start] != "o":
        return False
    led = kinds[start - 3 : start - 2] in ("P", "w", "c") or kinds[head] in "Pwc"
    return led and _DOES.match(kinds, at) is not None


def _tells(sentence: Analysis, at: int) -> bool:
    """Whether a name right behind the word of harm is who tells of it: '"ten others injured" Omar Said said'."""
    if sentence.kinds[at + 1 : at + 2] == "R":
        return True
    first, last = sentence.edges(at - 1)
    between = sentence.tokens.tags[last + 1 : sentence.chunks.firsts[at]]
    opened = sentence.tokens.text[sentence.tokens.starts[first] - 1]  # 'Accused of "murdering" Omar Said'.
    return '"' in between and opened not in _QUOTES


def _is_agent(kinds: str, at: int) -> bool:
    """Whether people are who did it: "men held by Omar Said were killed"; but "told by Omar Said, who was killed"."""
    told = kinds[at + 1 : at + 2] == "r" or kinds[at + 1 : at + 3] == ",r"
    return kinds[at] in "pXA" and kinds[at - 1 : at] == "b" and not told


def _is_kin_told(sentence: Analysis, at: int) -> bool:
    """Whether a name is that of somebody of whose kin the harm is told: "Omar Said, whose son was killed"."""
    behind = at + 2
    if sentence.kinds[at] not in "pA" or sentence.kinds[at + 1 : behind + 1] not in (",d", ",p"):
        return False  # But "Omar Said, whose body was found".
    if _AND_HIMSELF.match(sentence.kinds, at + 1):
        return False  # "Omar Said, whose son is a judge, was killed".
    return sentence.tokens.words[sentence.chunks.firsts[behind]] == "whose"


def is_of_whose_kin(sentence: Analysis, at: int, trigger: int) -> bool:
    """Whether the word of harm is told of somebody's kin, whatever else is said of him between: "Omar Said, a clerk who has
    written a book and whose son was killed"."""
    kin = trigger - 1
    return (
        at < kin
        and sentence.kinds[kin] in "dvp"
        and sentence.tokens.words[sentence.chunks.firsts[kin]] == "whose"
    )


def is_owner(sentence: Analysis, at: int) -> bool:
    """Whether a name is whose something or somebody is: "a car belonging to Omar Said was hit", "a woman, married to Omar Said, was"."""
    return sentence.kinds[at - 1 : at + 1] == "Pp" and sentence.last_word(at - 2) in _TIED


def _is_glossed(sentence: Analysis, at: int) -> bool:
    """Whether a word in capitals has a gloss behind it, as initials have: "ELN [ARMY OF NATIONAL LIBERATION]"."""
    first, last = sentence.edges(at)
    glossed = sentence.tokens.caps and first == last and sentence.kinds[at] == "p"
    return glossed and sentence.tokens.words[last + 1 : last + 2] == ["["]


def _is_in_title(sentence: Analysis, at: int) -> bool:
    """Whether a name in quotation marks is that of a body, whose noun stands behind it: 'the "Omar Said" committee'."""
    if sentence.kinds[at : at + 2] not in ("pn", "pd"):
        return False
    return sentence.tokens.tags[sentence.chunks.lasts[at] + 1] == '"'


def _is_one(sentence: Analysis, at: int) -> bool:
    """Whether a chunk counts one person: "another reporter"."""
    if sentence.kinds[at] != "X":
        return False
    quantity = sentence.tokens.quantities.get(sentence.chunks.firsts[at])
    return quantity is not None and quantity.low == quantity.high == 1


def _is_another(sentence: Analysis, at: int) -> bool:
    """Whether "another judge" only says who the one named before is: "Omar Said, another judge, was killed"."""
    kinds = sentence.kinds
    aside = kinds[at - 2 : at] == "p," and kinds[at + 1 : at + 2] == "," and kinds[at + 2 : at + 3] != "&"
    return aside and kinds[at - 3 : at - 2] not in tuple("oPbG") and _is_one(sentence, at)


def _is_family(sentence: Analysis, at: int) -> bool:
    """Whether a chunk is a family whose number stands behind it ("a family of five")."""
    return (
        sentence.kinds[at : at + 3] in ("AoZ", "AoX", "doZ", "doX")
        and sentence.last_word(at) in _FAMILIES
        and sentence.last_word(at + 1) == "of"
    )


def _is_one_thing(sentence: Analysis, at: int) -> bool:
    """Whether "one of" picks out a thing and no victim: "in one of the worst attacks, 52 people were killed"."""
    if sentence.kinds[at + 1 : at + 3] == "oE" and sentence.last_word(at + 2) in AGENTS:
        return False  # "One of the murderers was killed".
    one = sentence.last_word(at) in ("one", "near one")  # "Near one of the banks".
    picked = one and sentence.kinds[at + 1 : at + 3] in ("on", "oE")
    return picked and sentence.last_word(at + 2) not in _CREWS  # "Had killed one of the gang".


def _is_vouching(sentence: Analysis, at: int, start: int) -> bool:
    """Whether a name is still inside "according to": behind an "and" ("the Armed Conflict & Data Project") or an office
    ("according to the mayor, Anna Roe")."""
    phrase = sentence.kinds.rfind("P", start, at)
    return (
        phrase > start
        and _NAMED_SOURCE.fullmatch(sentence.kinds, phrase + 1, at) is not None
        and accords(sentence, phrase)
    )


def _is_who_vouches(sentence: Analysis, at: int) -> bool:
    """Whether a chunk only says who the source is, and others are counted behind it: "according to Omar Roe, a doctor at the port,
    12 people were killed"; but "according to the press, a clerk, 34, was killed"."""
    named = _SOURCE_BEFORE.search(sentence.kinds, 0, at)
    if named is None or _COUNTED_NEXT.match(sentence.kinds, at + 1) is None:
        return False
    return accords(sentence, named.start())


def _is_apposed(kinds: str, at: int, start: int) -> bool:
    """Whether a member behind a comma only says who the one before it is ("Abu Ali, a commander")."""
    if (
        kinds[start : at + 1] == "A,A"
        and kinds[at + 1 : at + 2] == ","
        and kinds[at + 2 : at + 3] not in tuple("&XAZ")
    ):
        return True  # "A second hostage, a Dane, died".
    told = _IN_BRACKETS.sub("", kinds[start : at - 1]).replace(
        "p,n" if kinds[at] == "A" else "p,A", "p"
    )  # "Omar Said, a judge, Anna Roe".
    before = next((kind for kind in reversed(told) if kind in "XZApHdvn"), "")
    if kinds[at] == "A" and not _ENDS_ASIDE.match(kinds, at + 1) and _WHERE.search(kinds, 0, at - 1):
        return False  # "In Mosul, Iraq, a policeman was killed".
    if before == "X" and kinds[at] == "A":
        return kinds[at + 1 : at + 2] == "," and kinds[at + 2 : at + 3] != "&"
    return before != kinds[at] and (before in ("p", "A", "") or (before == "d" and kinds[at] == "A"))


def accords(sentence: Analysis, at: int) -> bool:
    """Whether a chunk is "according to": "According to Roe, two were killed"."""
    return (
        at >= 0
        and sentence.kinds[at] == "P"
        and sentence.tokens.words[sentence.chunks.firsts[at]].startswith("according")
    )
