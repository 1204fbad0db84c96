"""Which chunks in the reach of a claim rule are the people it reads: members of a list, not what stands beside them."""

import re

from cenotaph.find.counts.setting import word_lists
from cenotaph.find.people.analysis import Analysis
from cenotaph.find.people.claim_rules import Rule
from cenotaph.find.people.losing import LOSING, is_lost
from cenotaph.find.people.reading import Reading
from cenotaph.find.text.lexicon import lexicon

# Who speaks at the end of a list is no member of it: "killed 12 rebels, a spokesman for the army said".
_SPEAKERS = frozenset(
    ("spokesman", "spokeswoman", "spokesperson", "official", "witness", "source", "monitor")
)
# People in a prepositional phrase right before the word of harm: "following three men being killed", "among 12 dead".
_IN_PHRASE = frozenset(("PX", "PZ", "PA", "Pp", "GX", "GZ"))
# The verb of a speaker behind an apposition, none with its own subject behind it ("a nurse, said police").
_SPEAKS = re.compile(r"R|,[^,;R]{1,6},R(?![pnAXZ])")
_OF = frozenset(("of", "out of"))
_PERSON_WITH_OTHERS = re.compile(r"p(?:[PoG]{1,2}[nvd])*P[vd]$")
_WITH_VERB = re.compile(r"r[WVBR][^,.;XZApr]{0,6}[KID]")
_OF_ALL = re.compile(r"(?:[obGP][nvdupZX])*,[ZXy]")
_OPENED = re.compile(r"[oP]\([^)]*\)$")  # "Men from (a Danish group) Ayr".
_BEFORE = 40  # Characters before a number in which a share of it is told.
_SHARE = re.compile(
    r"\b(?:(?:half|most|majority|many|some|few|percent|per cent|(?:third|quarter|fifth|tenth)s?|(?:in|out of)(?: every)? \w+) of"
    r"(?: the| its| their| his| her| our| these| those)?|(?:all|everyone|everybody) (?:but|except(?: for)?))\s+$"
)
_WHERE = re.compile(r"(?:^|[;&c])P[npo,&P]*$")  # Where: "in Mosul, Iraq".
_ENDS_ASIDE = re.compile(r",(?![XZA])")
_KIN = frozenset(("families", "relatives", "friends", "widows", "mothers", "parents", "orphans", "kin"))
_FIGHTS = frozenset(
    (
        "firefight",
        "gunfight",
        "clash",
        "clashes",
        "fighting",
        "fight",
        "battle",
        "battles",
        "encounter",
        "encounters",
        "shootout",
        "skirmish",
        "skirmishes",
        "war",
        "gunbattle",
        "combat",
        "exchange",
        "altercation",
        "confrontation",
        "struggle",
        "standoff",
        "dispute",
        "duel",
    )
)
_FAMILIES = frozenset(("family", "household", "crew", "group", "team", "party"))
_PLACING = frozenset(("in", "on", "against", "at", "near", "from", "outside", "around", "across", "between"))


def speaks(kinds: str, at: int, reading: Reading) -> bool:
    """Whether the end of a list is the speaker: "killed 53, including 49 guards, Omar Said(, the mayor,) said"."""
    return (
        kinds[at] in "pA"
        and kinds[at - 1 : at] == ","
        and _SPEAKS.match(kinds, at + 1) is not None
        and reading.trigger < at
    )


def members(sentence: Analysis, rule: Rule, match: re.Match[str], trigger: int) -> list[int]:
    """The chunks of people in a rule's match."""
    people = _members(sentence, rule, match, trigger)
    if rule.sure:
        people = [at for at in people if _is_known(sentence.last_word(at))]
    if sentence.last_word(trigger) in LOSING and sentence.kinds[trigger] != "K":
        people = [at for at in people if is_lost(sentence, at, trigger)]
    first = match.start("v")
    return [
        at
        for at in people
        if not _is_shared(sentence, at, trigger)
        and not (at > first > trigger and _starts_anew(sentence.kinds, at))
    ]


def _is_known(noun: str) -> bool:
    """Whether a noun surely is one for people, by the lexicon's own lists."""
    entry = lexicon().words.get(noun)
    return entry is not None and entry.tag in "Vv"


def _starts_anew(kinds: str, at: int) -> bool:
    """Whether people have a verb of their own: "lost 12; two ministers lost their seats", "hurt 9, a clerk who worked there was killed"."""
    if kinds[at - 1] == "," and kinds[at] in "XAp" and _WITH_VERB.match(kinds, at + 1):
        return True
    return kinds[at - 1] == ";" and kinds[at + 1 : at + 2] in tuple("kKIWVBlR")


def _members(sentence: Analysis, rule: Rule, match: re.Match[str], trigger: int) -> list[int]:
    start, end = match.span("v")
    kinds = sentence.kinds
    if rule.lead == "with" and sentence.last_word(start - 2) in _FIGHTS:
        return []  # "Wounded in a firefight with 120 rebels".
    if (towns := kinds.find("nip", start, end)) != -1:
        end = towns + 1  # "The death of four men in cities including Homs and Hama".
    if rule.every:
        return [at for at in range(start, end) if kinds[at] in "XZ"]
    if kinds[start] in "pA" and kinds[end - 1 : trigger + 1] == "dk" and _is_those(sentence, end - 1):
        return []  # "To honour Omar Said and those brave men injured".
    people = [at for at in range(start, end) if _is_member(sentence, at, start)]
    if people == [start] and trigger == end and _PERSON_WITH_OTHERS.match(kinds[start:end]):
        return []  # "Sabra Prison was opened by Omar Said to hold suspects rounded up in May".
    if _accords(sentence, start - 1):
        people = [at for at in people if at != start or kinds[at] != "p"]
    if trigger < end:
        return [at for at in people if sentence.kinds[at] != "p" or kinds[at - 3 : at] not in ("Pp&", "Pp,")]
    if sentence.last_word(start - 1) in _PLACING:
        people = [at for at in people if not _is_placed(kinds, at, start)]
    if len(people) > 1 and people[0] == start and _is_object(sentence, start) and kinds[trigger] != "h":
        return people[1:]
    in_phrase = not people and trigger == end and kinds[trigger - 2 : trigger] in _IN_PHRASE
    return [trigger - 1] if in_phrase and not _is_owner(sentence, trigger - 1) else people


def _is_those(sentence: Analysis, at: int) -> bool:
    """Whether a chunk opens with "those"."""
    return sentence.tokens.words[sentence.chunks.firsts[at]] == "those"


def _accords(sentence: Analysis, at: int) -> bool:
    """Whether a chunk is "according to": "According to Roe, two were killed"."""
    return (
        at >= 0
        and sentence.kinds[at] == "P"
        and sentence.tokens.words[sentence.chunks.firsts[at]].startswith("according")
    )


def _is_shared(sentence: Analysis, at: int, trigger: int) -> bool:
    """Whether a number is that of all of whom only some were harmed ("half of the 900 men were killed"), or of those who
    were not ("all but two were killed")."""
    if sentence.kinds[trigger] not in "KI" or trigger < at:
        return False
    if (
        _OF_ALL.match(sentence.kinds, at + 1)
        and sentence.last_word(at - 1) in _OF
        and _opens(sentence.kinds, at - 1)
    ):
        return True  # "Of the 19 hostages, seven were killed".
    if sentence.last_word(at - 1) == "out of":
        return True  # "Six out of 40 wounded people died".
    start = sentence.tokens.starts[sentence.chunks.firsts[at]]
    before = sentence.tokens.text[max(0, start - _BEFORE) : start].lower()
    return _SHARE.search(before) is not None


def _opens(kinds: str, at: int) -> bool:
    """Whether a clause starts with a chunk."""
    return at == 0 or kinds[at - 1] in ",;&c.:-"


def _is_placed(kinds: str, at: int, start: int) -> bool:
    """Whether a name only tells where: "in Nakyal and Tatta Pani, one person was killed"."""
    subject = at > start and kinds[at + 1 : at + 2] in tuple("BKIkVh")  # "In Geneva, Yusuf Ali was killed".
    return kinds[at] == "p" and not subject and set(kinds[start:at]) <= set("p,&")


def _is_object(sentence: Analysis, at: int) -> bool:
    """Whether people are the object of a verb right before them: "targeting a commander, and nine others were hurt"; but
    "Published April 15 At least 126 people"."""
    if sentence.kinds[at - 1 : at] not in ("w", "W", "f", "k"):
        return False
    return sentence.chunks.lasts[at - 1] + 1 == sentence.chunks.firsts[at]


def _is_member(sentence: Analysis, at: int, start: int) -> bool:
    """Whether a chunk of a list is one of its members: not inside a prepositional phrase, nor an apposition."""
    kinds = sentence.kinds
    kind, before = kinds[at], kinds[at - 1 : at]
    if kind == "Z" and _is_one_thing(sentence, at):
        return False
    if kind == "X" and kinds[at + 1 : at + 3] == "oT" and sentence.last_word(at) in _KIN:
        return False  # "Families of the victims".
    if kind == "A" and _is_family(sentence, at):
        return False  # "A family of five": the five.
    if kind in "XZ" and before == "o" and _is_family(sentence, at - 2):
        return True
    if (
        kind not in "XZApH"
        or (at > start and before in tuple("PobG"))
        or (kind == "p" and before == "(")
        or _is_agent(kinds, at)
        or _is_glossed(sentence, at)
        or (kind == "p" and before == ")" and _OPENED.search(kinds, 0, at))
        or _is_owner(sentence, at)
        or _is_kin_told(sentence, at)
        or _is_another(sentence, at)
    ):
        return False
    if kind == "Z" and kinds[at + 1 : at + 3] == "on" and sentence.last_word(at + 2) in word_lists().things:
        return False  # "Thousands of items of supplies".
    if kind == "p" and kinds[at + 1 : at + 2] == "," and before == "," and _is_one(sentence, at - 2):
        return False  # "Another reporter, Omar Said, was killed".
    if kind == "Z" and kinds[at + 1 : at + 3] == "PE" and sentence.last_word(at + 2) == "losses":
        return False  # "Millions in losses".
    if kind == "p" and before in tuple("kgf") and _tells(sentence, at):
        return False
    if kind == "A" and at > start and sentence.last_word(at) in _SPEAKERS:
        return False
    if kind in "pA" and at > start and _is_vouching(sentence, at, start):
        return False
    if at - 1 <= start or before != ",":
        return True
    return not (kind in "Ap" and _is_apposed(kinds, at, start)) and kinds[at - 2 : at + 2] != "p,Zo"


def _tells(sentence: Analysis, at: int) -> bool:
    """Whether a name right behind the word of harm is who tells of it: '"ten others injured" Omar Said said'."""
    if sentence.kinds[at + 1 : at + 2] == "R":
        return True
    between = sentence.tokens.tags[sentence.chunks.lasts[at - 1] + 1 : sentence.chunks.firsts[at]]
    return '"' in between


def _is_agent(kinds: str, at: int) -> bool:
    """Whether a name is who did it: "men held by Omar Said were killed"; but "told by Omar Said, who was killed"."""
    return kinds[at] == "p" and kinds[at - 1 : at] == "b" and kinds[at + 1 : at + 3] != ",r"


def _is_kin_told(sentence: Analysis, at: int) -> bool:
    """Whether a name is that of somebody of whose kin the harm is told: "Omar Said, whose son was killed"."""
    behind = at + 2
    if sentence.kinds[at] != "p" or sentence.kinds[at + 1 : behind + 1] not in (",d", ",p"):
        return False  # But "Omar Said, whose body was found".
    return sentence.tokens.words[sentence.chunks.firsts[behind]] == "whose"


def _is_owner(sentence: Analysis, at: int) -> bool:
    """Whether a name is whose something is: "a car belonging to Omar Said was hit"."""
    return sentence.kinds[at - 2 : at + 1] == "wPp" and sentence.last_word(at - 2) == "belonging"


def _is_glossed(sentence: Analysis, at: int) -> bool:
    """Whether a word in capitals has a gloss behind it, as initials have: "ELN [ARMY OF NATIONAL LIBERATION]"."""
    first, last = sentence.edges(at)
    glossed = sentence.tokens.caps and first == last and sentence.kinds[at] == "p"
    return glossed and sentence.tokens.words[last + 1 : last + 2] == ["["]


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
    return sentence.kinds[at + 1 : at + 3] in ("on", "oE") and sentence.last_word(at) == "one"


def _is_vouching(sentence: Analysis, at: int, start: int) -> bool:
    """Whether a name behind "and" is still inside "according to": "according to the Armed Conflict & Data Project"."""
    phrase = sentence.kinds.rfind("P", start, at)
    return (
        phrase > start and set(sentence.kinds[phrase + 1 : at]) <= set("ndpA&") and _accords(sentence, phrase)
    )


def _is_apposed(kinds: str, at: int, start: int) -> bool:
    """Whether a member behind a comma only says who the one before it is ("Abu Ali, a commander")."""
    told = kinds[start : at - 1].replace("p,n", "p") if kinds[at] == "A" else kinds[start : at - 1]
    before = next((kind for kind in reversed(told) if kind in "XZApHdvn"), "")
    if kinds[at] == "A" and not _ENDS_ASIDE.match(kinds, at + 1) and _WHERE.search(kinds, 0, at - 1):
        return False  # "In Mosul, Iraq, a policeman was killed".
    if before == "X" and kinds[at] == "A":
        return kinds[at + 1 : at + 2] == "," and kinds[at + 2 : at + 3] != "&"
    return before != kinds[at] and (before in ("p", "A", "") or (before == "d" and kinds[at] == "A"))
