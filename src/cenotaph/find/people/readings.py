"""Which people of a sentence the claim rules read as harmed; where rules disagree, the cheapest reading wins."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cenotaph.find.people.analysis import (
    WEAK,
    Analysis,
    harm_of,
    hedge_around,
    hedge_of,
    inner_harm,
    is_couple,
)
from cenotaph.find.people.claim_rules import Rule, part_before, rules_for
from cenotaph.language import load_pack
from cenotaph.model import Harm

_WEAK_COST = 12
_PART_COST = 50
_INNER_COST = 99
# Who speaks at the end of a list is no member of it: "killed 12 rebels, a spokesman for the army said".
_SPEAKERS = frozenset(
    ("spokesman", "spokeswoman", "spokesperson", "official", "witness", "source", "monitor")
)
_GROUP_RULES = frozenset(("among the dead", "the dead included", "of the dead"))
_NAMED_RULES = frozenset(("the dead named", "the dead were named"))
BY_NOUN = _NAMED_RULES | {
    "the dead included",
    "the dead in it included",
}  # Their noun says who the names are.
_OF_BEFORE = re.compile(r"(?P<v>[XZ])[oG]y(?:B|W)|(?:i|Gy|y[iW]i?)B?(?P<w>[XZA](?:(?:,&?|&)[XZA])*)")
_ITEMS = re.compile(r"[XA](?:(?:[obGP][nvdu])*(?:,&?|&)[XA])*")  # "9 soldiers from Ayr and two cooks".
_OF_THEM = re.compile(r"[XZ][oG][ry]")
# "They were identified as X", "the ministry identified the soldiers as X and Y".
_NAMED_AS = re.compile(
    r"(?:^|[,;cr&])(?P<who>[ydvTXZ])(?:[oP][ndvuy])*(?P<v>V)(?P<c>c)(?P<p>[nWw]{0,2}p[^.]*)"
)
_NAMED_THEM = re.compile(r"(?P<v>W)(?P<who>[ydvT])(?P<c>c):?(?P<p>[nWw]{0,2}p[^.]*)")
_THEY_WERE = re.compile(r"^y(?:[rP][^.:]{0,8})?B(?::(?=p)|(?=p,?&?p))(?P<p>p[^.]*)")
_NAMING = frozenset(("identified", "named", "identifies", "names"))
_ATTACKING = frozenset(
    (
        "attacker",
        "attackers",
        "gunman",
        "gunmen",
        "suspect",
        "suspects",
        "assailant",
        "assailants",
        "bomber",
        "bombers",
        "shooter",
    )
)
_LIVES = ("lives", "life")  # "claimed the lives of nine", but not "16,000 wounded of 260,000 men".
_AND_SO_ON = re.compile(r"(?:,[kKI])+(?:,?&[kKI])?")
_ONE_OF = "one of those killed"  # There the "one" only picks out somebody of the number behind it.
# People in a prepositional phrase right before the word of harm: "following three men being killed", "among 12 dead".
_IN_PHRASE = frozenset(("PX", "PZ", "PA", "Pp", "GX", "GZ"))
_PART_MARKS = frozenset("iG-:o")
_PLACING = frozenset(("in", "on", "against", "at", "near", "from", "outside", "around", "across", "between"))


class Reading(NamedTuple):
    """One chunk of people read as harmed: `trigger` is the chunk that says so, `whole` that of the people they are part of."""

    cost: int
    harm: Harm
    rule: str
    trigger: int
    doubt: bool
    whole: int | None = None


def readings(
    sentence: Analysis,
    before: Harm | None = None,
    named: Harm | None = None,
    item: tuple[int, Harm] | None = None,
) -> dict[int, Reading]:
    """Chunk of people → its reading; `before` is the harm that the sentence before ends on, `named` that of those in it
    who may be named in this one, `item` the people that open a line of a list and the list's harm."""
    best = _cheapest(sentence)
    if item is not None:
        _read_item(sentence, *item, best)
    if before is not None:
        for at, reading in best.items():
            if reading.harm == "casualties" and reading.rule in _NAMED_RULES:
                best[at] = reading._replace(harm=before)  # "The victims were named as".
        for at in _named_as(sentence):
            best.setdefault(at, Reading(_PART_COST, named or before, "named as", at, doubt=False))
        _carry(sentence, before, best)
    for at in [at for at in best if is_couple(sentence, at) and at + 2 in best]:
        del best[at]
    _mark_parts(sentence, best)
    for at in [at for at, reading in best.items() if _speaks(sentence.kinds, at, reading)]:
        del best[at]
    return best


def _speaks(kinds: str, at: int, reading: Reading) -> bool:
    """Whether the end of a list is the speaker: "killed 53, including 49 guards, Omar Said said"."""
    return (
        kinds[at] in "pA"
        and kinds[at - 1 : at] == ","
        and kinds[at + 1 : at + 2] == "R"
        and reading.trigger < at
    )


def _cheapest(sentence: Analysis) -> dict[int, Reading]:
    best: dict[int, Reading] = {}
    for rule in rules_for(frozenset(sentence.kinds)):
        for match in rule.pattern.finditer(sentence.kinds):
            for at, reading in _read(sentence, rule, match):
                if at not in best or reading.cost < best[at].cost:
                    best[at] = reading
    for at, reading in _inner(sentence):
        if at not in best or (best[at].cost > 2 and sentence.kinds[at] in "XH"):
            best[at] = reading
    _settle_victims(best)
    for at in [at for at, reading in best.items() if reading.rule == _ONE_OF]:
        best.pop(at - 2, None)
    return {at: reading for at, reading in best.items() if reading.rule != ""}


def _read(sentence: Analysis, rule: Rule, match: re.Match[str]) -> Iterator[tuple[int, Reading]]:
    """A rule's readings of its match; what may only come is read without a rule's name, so as to shut out others."""
    trigger = match.start("t")
    harm = _harm_in_all(sentence, trigger)
    if (
        harm is None
        or not _is_allowed(rule, harm, sentence.kinds[trigger])
        or not _is_led(sentence, rule, match)
    ):
        return
    hedge = hedge_of(sentence, trigger) or hedge_around(sentence, trigger, match.start("v"))
    cost = rule.cost + (_WEAK_COST if sentence.last_word(trigger) in WEAK else 0)
    name = "" if hedge == "hypothetical" else rule.name
    for at in _people(sentence, rule, match, trigger):
        yield at, Reading(abs(at - trigger) + cost, rule.harm or harm, name, trigger, hedge == "doubted")


def _harm_in_all(sentence: Analysis, trigger: int) -> Harm | None:
    """The harm of a trigger and of the verbs strung behind it: "killed, wounded or captured" are casualties."""
    harm = harm_of(sentence, trigger)
    match = _AND_SO_ON.match(sentence.kinds, trigger + 1) if sentence.kinds[trigger] in "Kk" else None
    if match is None or harm is None or harm == "bodies":
        return harm
    strung = {harm_of(sentence, at) for at in range(trigger, match.end()) if sentence.kinds[at] in "kKI"}
    return "casualties" if len(strung) > 1 and "killed" in strung else harm


def _is_allowed(rule: Rule, harm: Harm, kind: str) -> bool:
    """Verbs like "abandon" tell of bodies only in the rule made for them; nouns like "bodies" tell in any."""
    return (harm == "bodies") == (rule.harm == "bodies") or kind in "CHT"


def _is_led(sentence: Analysis, rule: Rule, match: re.Match[str]) -> bool:
    before = sentence.last_word(match.start("v") - 1)
    if before == "of" and sentence.kinds[match.start("t")] == "k" and match.end("t") + 1 == match.start("v"):
        return sentence.last_word(match.start("t")).endswith(_LIVES)
    if rule.words and sentence.last_word(match.start("s")) not in rule.words:
        return False
    return rule.lead is None or before == rule.lead


def _people(sentence: Analysis, rule: Rule, match: re.Match[str], trigger: int) -> list[int]:
    start, end = match.span("v")
    kinds = sentence.kinds
    if (
        towns := kinds.find("nip", start, end)
    ) != -1:  # "the death of four men in cities including Homs and Hama".
        end = towns + 1
    if rule.every:
        return [at for at in range(start, end) if kinds[at] in "XZ"]
    people = [at for at in range(start, end) if _is_member(sentence, at, start)]
    if (
        start
        and kinds[start - 1] == "P"
        and sentence.tokens.words[sentence.chunks.firsts[start - 1]].startswith("according")
    ):
        people = [
            at for at in people if at != start or kinds[at] != "p"
        ]  # "According to Roe, two were killed".
    if trigger > end - 1 and sentence.last_word(start - 1) in _PLACING:
        people = [at for at in people if not _is_placed(kinds, at, start)]
    if len(people) > 1 and people[0] == start and trigger > end - 1 and _is_object(kinds, start):
        people = people[1:]
    if not people and trigger == end and kinds[trigger - 2 : trigger] in _IN_PHRASE:
        return [trigger - 1]
    return people


def _is_placed(kinds: str, at: int, start: int) -> bool:
    """Whether a name only tells where: "in Nakyal and Tatta Pani, one person was killed"."""
    return kinds[at] == "p" and set(kinds[start:at]) <= set("p,&")


def _is_object(kinds: str, at: int) -> bool:
    """Whether people are the object of a verb before them: "targeting a commander, and nine others were hurt"."""
    return kinds[at - 1 : at] in ("w", "W", "f", "k")


def _is_member(sentence: Analysis, at: int, start: int) -> bool:
    """Whether a chunk of a list is one of its members: not inside a prepositional phrase, nor an apposition."""
    kinds = sentence.kinds
    kind, before = kinds[at], kinds[at - 1 : at]
    if kind not in "XZApH" or (at > start and before in tuple("PobG")) or (kind == "p" and before == "("):
        return False
    if kind == "A" and at > start and sentence.last_word(at) in _SPEAKERS:
        return False
    if kind == "p" and at > start and _is_vouching(sentence, at, start):
        return False
    if at - 1 <= start or before != ",":
        return True
    return not (kind in "Ap" and _is_apposed(kinds, at, start)) and kinds[at - 2 : at + 2] != "p,Zo"


def _is_vouching(sentence: Analysis, at: int, start: int) -> bool:
    """Whether a name behind "and" is still inside "according to": "according to the Armed Conflict & Data Project"."""
    phrase = sentence.kinds.rfind("P", start, at)
    return (
        phrase > start
        and set(sentence.kinds[phrase + 1 : at]) <= set("ndp&")
        and (sentence.tokens.words[sentence.chunks.firsts[phrase]].startswith("according"))
    )


def _is_apposed(kinds: str, at: int, start: int) -> bool:
    """Whether a member behind a comma only says who the one before it is ("Abu Ali, a commander")."""
    told = kinds[start : at - 1].replace("p,n", "p") if kinds[at] == "A" else kinds[start : at - 1]
    before = next((kind for kind in reversed(told) if kind in "XZApHdvn"), "")
    if before == "X" and kinds[at] == "A":
        return kinds[at + 1 : at + 2] == ","
    return before != kinds[at] and (before in ("p", "A", "") or (before == "d" and kinds[at] == "A"))


def _inner(sentence: Analysis) -> Iterator[tuple[int, Reading]]:
    """People whose own noun phrase says the harm, or a definite group's of which they are a number."""
    for at, kind in enumerate(sentence.kinds):
        if kind in "XHZpAEC":
            harm = inner_harm(sentence, at)
            if harm is None and kind == "Z" and sentence.kinds[at + 1 : at + 3] in ("od", "ov"):
                harm = inner_harm(sentence, at + 2)
            if harm is not None and not hedge_around(sentence, at, at) and not _is_let_go(sentence, harm):
                harm = "bodies" if harm == "killed" and _is_on_the_way(sentence, at) else harm
                yield at, Reading(_INNER_COST, harm, "noun phrase", at, doubt=False)


def _is_let_go(sentence: Analysis, harm: Harm) -> bool:
    """Prisoners exchanged and hostages freed."""
    return harm == "captured" and not _let_go().isdisjoint(sentence.tokens.words)


def _is_on_the_way(sentence: Analysis, at: int) -> bool:
    """ "Nine dead soldiers were sent home" tells of bodies: the verb behind the people moves them."""
    first, last = sentence.edges(at)
    if "h" not in sentence.tokens.tags[first : last + 1]:
        return False
    verb = next((i for i in range(at + 1, len(sentence.kinds)) if sentence.kinds[i] in "VWB"), None)
    return verb is not None and not _on_the_way().isdisjoint(
        sentence.tokens.words[slice(*sentence.edges(verb))] + [sentence.last_word(verb)]
    )


@cache
def _on_the_way() -> frozenset[str]:
    return frozenset(load_pack("lexicon")["on_the_way"])


@cache
def _let_go() -> frozenset[str]:
    return frozenset(load_pack("lexicon")["let_go"])


def _settle_victims(best: dict[int, Reading]) -> None:
    """ "Among Friday's victims" are the dead where the sentence tells of dead, the wounded where of wounded."""
    told = [reading.harm for reading in best.values() if reading.harm != "casualties"]
    for at, reading in best.items():
        if told and reading.harm == "casualties" and reading.rule in _GROUP_RULES:
            best[at] = reading._replace(harm=told[-1])


def _carry(sentence: Analysis, harm: Harm, best: dict[int, Reading]) -> None:
    """ "One of them was a child", "Among them were two nurses": parts of the people of the sentence before."""
    match = _OF_BEFORE.match(sentence.kinds)
    for at in range(*match.span(match.lastgroup or 0)) if match else ():
        if sentence.kinds[at] in "XZA" and sentence.kinds[at - 1 : at] not in ("o", "P"):
            best.setdefault(at, Reading(_PART_COST, harm, "part of those before", at, doubt=False))


def _read_item(sentence: Analysis, opening: int, harm: Harm, best: dict[int, Reading]) -> None:
    """The people that open a line of a list, and those joined to them ("9 guards and two cooks"), who have no reading yet."""
    end = _ITEMS.match(sentence.kinds, opening)
    for at in range(opening, end.end() if end is not None else opening + 1):
        if sentence.kinds[at] not in "XA":
            continue
        own = best.get(at)
        if own is None or sentence.last_word(own.trigger) in WEAK or own.trigger > at + 2:
            best[at] = Reading(0, harm, "listed", at, doubt=False)


def _named_as(sentence: Analysis) -> list[int]:
    """The names behind "they were identified as", "the ministry named the soldiers as": of the people told before."""
    kinds = sentence.kinds
    were = _THEY_WERE.match(kinds)
    if were is not None and sentence.last_word(0) == "they":
        return [at for at in range(*were.span("p")) if kinds[at] == "p" and kinds[at - 1] in "B:,&;"]
    match = _NAMED_AS.search(kinds) or _NAMED_THEM.search(kinds)
    if match is None or sentence.last_word(match.end("c") - 1) != "as":
        return []
    verb, named = match.start("v"), match.start("who")
    who = sentence.last_word(named)
    if sentence.last_word(verb) not in _NAMING or who in _ATTACKING or who.endswith(("self", "selves")):
        return []
    return [at for at in range(*match.span("p")) if kinds[at] == "p" and kinds[at - 1] in "c:,&;wW"]


def _mark_parts(sentence: Analysis, best: dict[int, Reading]) -> None:
    """Parts of a whole named before them take its harm: "12 people, including three children", "five of them"."""
    kinds, parts = sentence.kinds, set[int]()
    if not best or _PART_MARKS.isdisjoint(kinds):
        return
    for at, kind in enumerate(kinds):
        if kind not in "XZAp" or not _is_part(sentence, at) or _opens_clause(kinds, at, best.get(at)):
            continue
        whole = next((i for i in range(at - 1, -1, -1) if i not in parts and kinds[i] in "XZH"), None)
        if whole is not None and whole in best:
            parts.add(at)
            own = best.get(at)
            said = own is not None and own.trigger > at and _OF_THEM.match(kinds, at) is not None
            best[at] = own._replace(whole=whole) if own and said else _as_part(own, best[whole], whole)


def _opens_clause(kinds: str, at: int, own: Reading | None) -> bool:
    """ "Including three children, 75 people have been injured": behind the list its own subject and verb."""
    return own is not None and kinds[at - 1 : at] == "," and own.trigger == at + 1 and own.cost <= 1


def _as_part(own: Reading | None, whole: Reading, at: int) -> Reading:
    """A part's reading: its own where that is a plain one, else its whole's."""
    if own is not None and own.cost <= 1:
        return own._replace(whole=at)
    return Reading(_PART_COST, whole.harm, "part of a whole", whole.trigger, whole.doubt, at)


def _is_part(sentence: Analysis, at: int) -> bool:
    kinds = sentence.kinds
    if kinds[at - 3 : at] == "ino" and sentence.last_word(at - 2) == "those":
        return True  # "83 bodies, including those of 22 minors".
    if _OF_THEM.match(kinds, at):
        return kinds[at - 1 : at] not in ("P", "b", "o")
    return part_before().search(kinds[:at]) is not None
