"""Which chunks in the reach of a claim rule are the people it reads: members of a list, not what stands beside them."""

import re

from cenotaph.find.counts.setting import word_lists
from cenotaph.find.people.analysis import Analysis, has_given_name
from cenotaph.find.people.claim_rules import Rule
from cenotaph.find.people.losing import LOSING, is_lost
from cenotaph.find.people.membership import accords, is_member, is_of_whose_kin, is_owner
from cenotaph.find.text.lexicon import lexicon

# People in a prepositional phrase right before the word of harm: "following three men being killed", "among 12 dead".
_IN_PHRASE = frozenset(("PX", "PZ", "PA", "Pp", "GX", "GZ"))
_OF = frozenset(("of", "out of"))
_PERSON_WITH_OTHERS = re.compile(r"p(?:[PoG]{1,2}[nvd])*P[vd]$")
_WITH_VERB = re.compile(r"r[WVBR][^,.;XZApr]{0,6}[KID]")
_WITH_OTHER_VERB = re.compile(r"(?:,[And](?:[oP][ndvpu])*)?,?[BWR]")
_WHO_DID = re.compile(r"Zr[kgW][dXZvpAn]")
_GOES_ON = tuple(f",{kind}" for kind in "KIkDhVBW")
_OWN = re.compile(r",r[BW]$")  # "The gunman, who had two wives, was shot".
_AMONG_PLACES = re.compile(r"Pp(?:[&,]|(?:,p)+,?&)$")  # "The killing of clerks in Ayr, Leith, and Dunn".
_OF_ALL = re.compile(r"(?:[obGP][nvdupZX])*,[ZXy]")
_WHO = re.compile(r",(?:[dvnA](?:[oP][nudv])*,)?r")
_OFFICE = re.compile(r"[dnv](?:[oP][nvdu])*,")
# Behind a name that has the verb behind its aside or its list: "according to the army, Omar Said, a clerk, was shot", "in
# Homs, Omar Said and two guards were shot".
_HAS_VERB = re.compile(
    r"\(n\)|(?:,[nAdv][^,;.XZpKIkh]{0,8})+,|(?:[,;]&?p|&p|,[nAdv][^,;.XZpAKIkh]{0,8}(?=[,;]))*[,;]?&p(?:,[nAdv][^,;.XZpAKIkh]{0,8},)?[BVW]?"
    r"|(?:,p)*,?&(?:[XA]|Zo[dv]|d,?(?=p))(?:[oP][nvdpu])*(?:p,?)?[BVW]?"
)
_BEFORE = 40  # Characters before a number in which a share of it is told.
_SHARE = re.compile(
    r"\b(?:(?:half|most|majority|many|some|few|percent|per cent|(?:third|quarter|fifth|tenth)s?|(?:in|out of)(?: every)? \w+) of"
    r"(?: the| its| their| his| her| our| these| those)?|(?:all|everyone|everybody) (?:but|except(?: for)?)|(?:one|two|three|four|nine) in(?: every)?|none of(?:\s+\w+){1,5}?\s+(?:and|or))\s+$"
)
_AGED = re.compile(r"\d+-years?-old\b", re.IGNORECASE)
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
_NAMES = frozenset(("named", "identified", "listed", "names", "identifies"))
_MACHINES = frozenset(
    ("carriers", "bombers", "tankers", "trackers", "players", "carrier", "bomber", "tanker", "player")
)
_HOLDING = frozenset(("hold", "holds", "held", "holding"))
_BANDS = frozenset(("duo", "pair", "trio", "quartet", "threesome", "foursome", "quintet"))
_PLACING = frozenset(("in", "on", "against", "at", "near", "from", "outside", "around", "across", "between"))


def _of_whose(sentence: Analysis, people: list[int]) -> list[int]:
    """ "Said Omar Roe, whose two daughters are among the dead": of a list those whom "whose" begins, not him whose they are."""
    owned = next((at for at in people if sentence.tokens.words[sentence.chunks.firsts[at]] == "whose"), 0)
    return [at for at in people if at >= owned]


def members(sentence: Analysis, rule: Rule, match: re.Match[str], trigger: int) -> list[int]:
    """The chunks of people in a rule's match."""
    if trigger >= match.end("v") and _counts_none(sentence, trigger):
        return []
    people = _of_whose(sentence, _members(sentence, rule, match, trigger))
    if rule.sure:
        loosely = "a" in rule.pattern.groupindex  # Whom armed people take are people.
        held = sentence.last_word(trigger) in _HOLDING
        people = [
            at
            for at in people
            if _is_sure(sentence, at, loosely=loosely) or (held and has_given_name(sentence, at))
        ]
    if sentence.last_word(trigger) in LOSING and sentence.kinds[trigger] != "K":
        people = [at for at in people if is_lost(sentence, at, trigger)]
    if sentence.last_word(trigger) == "lost":
        people = [at for at in people if not _counts_things(sentence, at, trigger)]
    if sentence.last_word(trigger) == "loss":
        people = [at for at in people if not _is_bare_name(sentence, at)]
    first = match.start("v")
    return [
        at
        for at in people
        if not _is_shared(sentence, at, trigger)
        and not is_of_whose_kin(sentence, at, trigger)
        and not _is_denied(sentence, at)
        and not (
            trigger > at
            and _OWN.search(sentence.kinds, 0, at)
            and sentence.kinds[at + 1 : at + 3] in _GOES_ON
        )
        and not (at > first > trigger and _starts_anew(sentence.kinds, at))
    ]


def _counts_none(sentence: Analysis, at: int) -> bool:
    """Whether a count of harm is zero: "Omar Said suffered no injuries"."""
    quantity = (
        sentence.tokens.quantities.get(sentence.chunks.firsts[at]) if sentence.kinds[at] == "H" else None
    )
    return quantity is not None and quantity.high == 0


def _counts_things(sentence: Analysis, at: int, lost: int) -> bool:
    """Whether a number is that of things: "thousands of jobs were lost", "tanks lost: two", but "lost six of their own"."""
    if at > lost and sentence.kinds[lost - 1 : lost] in ("n", "u"):
        return sentence.last_word(lost - 1) in word_lists().things and sentence.kinds[lost + 1] in ":-"
    return sentence.kinds[at : at + 3] == "Zon" and sentence.last_word(at + 2) not in ("own", "souls")


def _is_bare_name(sentence: Analysis, at: int) -> bool:
    """Whether people are one bare name, more often a town's than a man's: "the loss of Idlib"."""
    first, last = sentence.edges(at)
    return sentence.kinds[at] == "p" and first == last


def _is_denied(sentence: Analysis, at: int) -> bool:
    """Whether a name is of somebody who is not the dead: "the dead woman is not Anna Roe", "neither Anna Roe nor her son was"."""
    if sentence.kinds[at] == "p" and sentence.last_word(at - 1) in ("neither", "nor"):
        return True
    if sentence.kinds[max(0, at - 4) : at] == "ZoX&" and sentence.last_word(at - 4) == "none":
        return True  # "None of the four nurses and 100 guests was hurt".
    return sentence.kinds[at - 1 : at] == "B" and sentence.last_word(at - 1).endswith("not")


def _is_sure(sentence: Analysis, at: int, *, loosely: bool) -> bool:
    """Whether the noun of a phrase, or one before a name, surely is one for people, by the lexicon's own lists; `loosely`
    by the word list as well, but for what is a machine as often ("carriers")."""
    first, last = sentence.edges(at)
    if sentence.kinds[at] == "Z":
        if sentence.kinds[at + 1 : at + 3] not in ("od", "ov"):
            return sentence.last_word(at) in _BANDS  # "The trio held since May".
        first, last = sentence.edges(at + 2)  # "Six of their men".
    if loosely and sentence.tokens.tags[last] in "vV":
        return sentence.last_word(at) not in _MACHINES
    words = sentence.tokens.words
    nouns = words[first:last] if sentence.kinds[at] == "p" else [words[last]]
    if sentence.kinds[at] == "p" and _AGED.match(sentence.tokens.text, sentence.tokens.starts[first]):
        return True  # "22-year-old Omar Said".
    entries = map(lexicon().words.get, nouns)
    return any(entry is not None and entry.tag in "VvY" for entry in entries)


def _starts_anew(kinds: str, at: int) -> bool:
    """Whether people have a verb of their own: "lost 12; two ministers lost their seats", "hurt 9, a clerk who worked there was killed"."""
    if kinds[at - 1] == "," and kinds[at] in "XAp" and _WITH_VERB.match(kinds, at + 1):
        return True
    if kinds[at - 1] == "," and kinds[at] == "X" and kinds[at + 1 : at + 2] in ("B", "V", "W"):
        return True  # "The war has killed 900, two ministers have argued".
    if kinds[at - 2 : at] == ";&" and _WITH_OTHER_VERB.match(kinds, at + 1):
        return True  # "Shot Omar Said; and Anna Roe, a clerk, is at home".
    if kinds[at - 1] == "&" and _WHO_DID.match(kinds, at):
        return True  # "One that murdered the priests and another that murdered two maids".
    return kinds[at - 1] == ";" and kinds[at + 1 : at + 2] in tuple("kKIWVBlR")


def _members(sentence: Analysis, rule: Rule, match: re.Match[str], trigger: int) -> list[int]:
    start, end = match.span("v")
    kinds = sentence.kinds
    if trigger < end and (semicolon := _outer(sentence, trigger, start, end)) != -1:
        end = semicolon
    if rule.lead == "with" and sentence.last_word(start - 2) in _FIGHTS:
        return []  # "Wounded in a firefight with 120 rebels".
    if rule.lead == "with" and sentence.last_word(trigger) == "lost":
        return []  # "Contact was lost with four nurses".
    if (towns := kinds.find("nip", start, end)) != -1:
        end = towns + 1  # "The death of four men in cities including Homs and Hama".
    if rule.every:
        return [at for at in range(start, end) if kinds[at] in "XZ"]
    if kinds[start] in "pA" and kinds[end - 1 : trigger + 1] == "dk" and _is_those(sentence, end - 1):
        return []  # "To honour Omar Said and those brave men injured".
    people = [at for at in range(start, end) if is_member(sentence, at, start)]
    if people == [start] and trigger == end and _PERSON_WITH_OTHERS.match(kinds[start:end]):
        return []  # "Sabra Prison was opened by Omar Said to hold suspects rounded up in May".
    if kinds[start - 1 : start] == "b" and end <= trigger and "r" not in kinds[end:trigger]:
        people = [at for at in people if at != start]  # "Shot by two rebels, and a farmer was killed".
    if accords(sentence, start - 1):
        people = [at for at in people if not _is_vouched(kinds, start, at, trigger)]
    if trigger < end:
        listed = start if rule.lead is not None else trigger  # "Injuries to Omar Said, Anna Roe, and a cook".
        return [at for at in people if kinds[at] != "p" or _AMONG_PLACES.search(kinds, listed, at) is None]
    people = [at for at in people if not (kinds[at - 3 : at + 1] == "Pp&p" and _is_from(sentence, at, start))]
    if sentence.last_word(start - 1) in _PLACING:
        people = [
            at for at in people if not _is_placed(sentence, at, start, trigger) or _is_who(sentence, at)
        ]
    if len(people) > 1 and people[0] == start and _is_object(sentence, start) and kinds[trigger] != "h":
        return people[1:]
    in_phrase = not people and trigger == end and kinds[trigger - 2 : trigger] in _IN_PHRASE
    return [trigger - 1] if in_phrase and not is_owner(sentence, trigger - 1) else people


def _is_from(sentence: Analysis, at: int, start: int) -> bool:
    """Whether a bare name is the second of two places that people told before are from: "40 clerks from Ayr and Leith died"."""
    counted = not {"X", "Z"}.isdisjoint(sentence.kinds[start : at - 3])
    return counted and sentence.last_word(at - 3) == "from" and _is_bare_name(sentence, at)


def _outer(sentence: Analysis, trigger: int, start: int, end: int) -> int:
    """The semicolon behind which a longer list than that of the people goes on: "Colonel Roe, for the murder of two nuns; and
    Captain Neto, for theft"; -1 where there is none."""
    kinds = sentence.kinds
    semicolon = kinds.find(";", start, end)
    if semicolon == -1 or ";" in kinds[:trigger]:
        return semicolon
    stop = kinds.find(";", semicolon + 1)
    item = range(semicolon + 1, stop if stop != -1 else len(kinds))
    charged = any(kinds[at - 1 : at + 1] == ",P" and sentence.last_word(at) == "for" for at in item)
    return semicolon if charged else -1


def _is_vouched(kinds: str, start: int, at: int, trigger: int) -> bool:
    """Whether people are whom "according to" names: "a spokesman", "the fort's spokesman, Omar Said"."""
    if at > start and _HAS_VERB.fullmatch(kinds, at + 1, trigger):
        return False
    office = _OFFICE.fullmatch(kinds, start, at) is not None and kinds[at + 1 : at + 2] == ","
    office = office or kinds[start : at + 2] == "p&p,"  # "The Roe Location and Event Data Project,".
    return (kinds[at] in "pA" and at == start) or (kinds[at] == "p" and office)


def _is_those(sentence: Analysis, at: int) -> bool:
    """Whether a chunk opens with "those"."""
    return sentence.tokens.words[sentence.chunks.firsts[at]] == "those"


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


def _is_who(sentence: Analysis, at: int) -> bool:
    """Whether a name goes on with "who": "fired on Omar Said, who died", "on Omar Said, judge of the court, who died"."""
    aside = _WHO.match(sentence.kinds, at + 1)
    return aside is not None and sentence.last_word(aside.end() - 1) == "who"


def _is_placed(sentence: Analysis, at: int, start: int, trigger: int) -> bool:
    """Whether a name only tells where: "in Nakyal and Tatta Pani, one person was killed"."""
    kinds, (first, last) = sentence.kinds, sentence.edges(at)
    subject = at > start and (
        kinds[at + 1 : at + 2] in tuple("BKIkVhD") or _HAS_VERB.fullmatch(kinds, at + 1, trigger) is not None
    )  # "In Geneva, Yusuf Ali was killed", "In Geneva, Yusuf Ali, 34, was killed".
    if kinds[at + 1 : at + 2] == "w":
        subject = (
            sentence.tokens.tags[sentence.chunks.firsts[at + 1]] == "B"
        )  # "In the car Omar Said was driving".
    placed = kinds[at] == "p" and not subject and set(kinds[start:at]) <= set("p,&")
    if not placed or at == start:
        return placed
    titled = "VMM" in sentence.tokens.tags[first : last + 1]  # "The cook Omar Said".
    return not titled and not (kinds[at + 1 : at + 3] == ",A" and has_given_name(sentence, at))


def _is_object(sentence: Analysis, at: int) -> bool:
    """Whether people are the object of a verb right before them: "targeting a commander, and nine others were hurt"; but
    "Published April 15 At least 126 people"."""
    if sentence.kinds[at - 1 : at] not in ("w", "W", "f", "k"):
        return False
    if sentence.last_word(at - 1) in _NAMES:
        return False  # "Named Omar Said and Anna Roe among the dead".
    return sentence.chunks.lasts[at - 1] + 1 == sentence.chunks.firsts[at]
