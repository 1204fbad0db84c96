"""Which people of a sentence the claim rules read as harmed; where rules disagree, the cheapest reading wins."""

import re
from collections.abc import Iterator

from cenotaph.find.people.analysis import AGENTS, WEAK, Analysis, harm_of, is_couple
from cenotaph.find.people.captors import is_captor
from cenotaph.find.people.claim_rules import Rule, rules_for
from cenotaph.find.people.figures import other_figures
from cenotaph.find.people.hedges import hedge_around, hedge_of
from cenotaph.find.people.list_items import read_item
from cenotaph.find.people.losses import settle_losses
from cenotaph.find.people.members import members
from cenotaph.find.people.naming import named_as
from cenotaph.find.people.own_harm import own_harm
from cenotaph.find.people.parts import PART_COST, carry, mark_parts
from cenotaph.find.people.precedence import BY_NOUN, GROUP_RULES, NAMED_RULES, goes_before
from cenotaph.find.people.reading import Reading
from cenotaph.find.people.speaking import speaks
from cenotaph.find.people.sums import summed
from cenotaph.model import Harm

_WEAK_COST = 12
_LIVES = (
    "lives",
    "life",
    "throats",
    "throat",
)  # "claimed the lives of nine", but not "16,000 wounded of 260,000 men".
_AND_SO_ON = re.compile(r"(?:,[kKIhD])+(?:,?&[kKIhDW])?|&[kKIhD](?![XZA])")
_BEFORE_IT = re.compile(r"(?:[kfg],)+$")
_NAMED_AND = "named and killed"  # There the names are those of the number before them.
_INJURED_TOO = frozenset(("wounded", "injured"))  # "Lost 90 men, dead and wounded".
_INJURED = frozenset(("with injuries", "taken with injuries"))
_BEFORE_NOUN = "reduced passive before a noun"  # There of things taken those who take them may be told.
_SOME_OF = "of the so many people killed"
_SOME_TAKEN = "some of those taken"
_OF_ONE = frozenset(("was", "has", "is"))  # "One of the two clerks who was killed".
_ONE_OF = "one of those killed"  # There the "one" only picks out somebody of the number behind it.


def readings(
    sentence: Analysis,
    before: Harm | None = None,
    named: Harm | None = None,
    item: tuple[int, Harm] | None = None,
    *,
    alone: bool = False,
) -> dict[int, Reading]:
    """Chunk of people → its reading; `before` is the harm that the sentence before ends on, `named` that of those in it
    who may be named in this one, `item` the people that open a line of a list and the list's harm; `alone` tells that the
    sentence before tells of one person's harm."""
    best = _cheapest(sentence)
    if item is not None:
        read_item(sentence, *item, best)
    if before is not None:
        for at, reading in best.items():
            by_name = reading.rule in BY_NOUN and sentence.kinds[at] == "p"  # "The victim is Omar Said".
            if reading.harm == "casualties" and (reading.rule in NAMED_RULES or by_name):
                best[at] = reading._replace(harm=before)  # "The victims were named as".
        for at in named_as(sentence, alone=alone):
            best.setdefault(at, Reading(PART_COST, named or before, "named as", at, doubt=False))
        carry(sentence, before, best)
        for at in other_figures(sentence):
            best.setdefault(at, Reading(PART_COST, named or before, "another figure", at, doubt=False))
    for at in [at for at in best if is_couple(sentence, at) and at + 2 in best]:
        del best[at]
    for at, whole in summed(sentence, best):
        best.setdefault(at, best[whole]._replace(cost=PART_COST, rule="part of a whole", whole=whole))
    mark_parts(sentence, best)
    settle_losses(best, sentence, before)
    for at in [at for at, reading in best.items() if speaks(sentence.kinds, at, reading)]:
        del best[at]
    return best


def _cheapest(sentence: Analysis) -> dict[int, Reading]:
    best: dict[int, Reading] = {}
    words = frozenset(sentence.tokens.words)
    for rule in rules_for(frozenset(sentence.kinds)):
        if not rule.may_match(words):
            continue
        for at, reading in _all(sentence, rule):
            if at not in best or goes_before(sentence, reading, best[at]):
                best[at] = reading
    for at, reading in own_harm(sentence):
        if at not in best or _is_plainer(sentence, at, best[at], reading):
            best[at] = reading
    _settle_victims(best)
    for at in [at for at, reading in best.items() if reading.rule == _ONE_OF]:
        alike = at - 2 in best and best[at - 2].trigger == best[at].trigger
        if alike and not _are_some(sentence, at - 2, best[at - 2]):
            del best[at - 2]
    for at in [at for at, reading in best.items() if reading.rule == _NAMED_AND]:
        for named in range(at + 1, best[at].trigger):
            best.pop(named, None)
    return {at: reading for at, reading in best.items() if reading.rule != ""}


def _all(sentence: Analysis, rule: Rule) -> Iterator[tuple[int, Reading]]:
    """A rule's readings of a sentence. Where a match reads nobody, another may begin inside it: "witnesses in the case of the
    six priests killed"."""
    kinds, empty = sentence.kinds, 0
    match = rule.pattern.search(kinds)
    while match is not None:
        inside = match.start() < empty
        told = [] if inside and _is_of_another(sentence, match) else list(_read(sentence, rule, match))
        yield from told
        empty = empty if told else max(empty, match.end())
        match = rule.pattern.search(kinds, match.end() if told else match.start() + 1)


def _is_of_another(sentence: Analysis, match: re.Match[str]) -> bool:
    """Whether the verb is that of the noun before: "the spouse of a general was killed"; but "of a general who was killed",
    yet not "residents of Orbo who had been taken"."""
    kinds, people, trigger = sentence.kinds, match.start("v"), match.start("t")
    if kinds[people - 1 : people] not in tuple("oPbGc") or kinds[trigger] not in "KIhD":
        return False
    first, last = sentence.edges(people)
    home = kinds[people - 2 : people + 1] in ("vop", "vPp", "dop", "dPp") and first == last
    if home and sentence.tokens.tags[sentence.chunks.lasts[people - 2]] == "v":
        return sentence.tokens.words[sentence.chunks.firsts[trigger]] not in _OF_ONE
    return "r" not in kinds[people:trigger]


def _are_some(sentence: Analysis, at: int, told: Reading) -> bool:
    """Whether a number before "of" tells some of those harmed, and does not only pick out one of whom more is told."""
    return told.rule == _SOME_OF or (told.rule == _SOME_TAKEN and sentence.last_word(at) != "one")


def _is_plainer(sentence: Analysis, at: int, told: Reading, own: Reading) -> bool:
    """Whether what people's noun says goes before what a word further off says of them; bodies are neither wounded nor missing."""
    if own.harm == "bodies" and told.harm in ("wounded", "missing"):
        return True
    if own.harm == "wounded" and told.rule.startswith("toll"):
        return True  # "The death toll rose to 27 and 90 wounded people".
    if own.harm == "casualties" and told.rule in _INJURED:
        return False  # "Three victims with burns".
    return told.cost > 2 and sentence.kinds[at] in "XH" and not _is_worse(told, own)


def _is_worse(told: Reading, own: Reading) -> bool:
    """Whether what befell people is worse than what their noun says: hostages or wounded who were killed are dead."""
    if told.harm != "killed" or told.rule == "":
        return False
    return own.harm == "captured" or (
        own.harm in ("wounded", "casualties") and told.rule in ("passive", "died")
    )


def _read(sentence: Analysis, rule: Rule, match: re.Match[str]) -> Iterator[tuple[int, Reading]]:
    """A rule's readings of its match; what may only come is read without a rule's name, so as to shut out others."""
    trigger = match.start("t")
    if rule.tail and not _is_followed(sentence, rule, range(*match.span("v"))):
        return
    if rule.name == _ONE_OF and sentence.tokens.words[sentence.chunks.firsts[trigger]] in _OF_ONE:
        return
    harm = _harm_in_all(sentence, trigger) or (rule.harm if rule.gives else None)
    if (
        harm is None
        or not _is_allowed(rule, harm, sentence.kinds[trigger])
        or not _is_led(sentence, rule, match)
    ):
        return
    hedge = hedge_of(sentence, trigger) or hedge_around(sentence, trigger, match.start("v"))
    weak = (
        sentence.last_word(trigger) in WEAK
        and "or" not in sentence.tokens.words[slice(*sentence.edges(trigger))]
    )
    if weak and rule.name == _BEFORE_NOUN:
        return  # "Nine gunmen machinegunned a bus".
    cost = rule.cost + (_WEAK_COST if weak else 0)
    name = "" if hedge == "hypothetical" else rule.name
    for at in members(sentence, rule, match, trigger):
        yield at, Reading(abs(at - trigger) + cost, rule.harm or harm, name, trigger, hedge == "doubted")


def _is_followed(sentence: Analysis, rule: Rule, people: range) -> bool:
    """Whether a word that the rule asks for stands right behind one of the people: "gunned four clerks down"."""
    words = sentence.tokens.words
    behind = (sentence.chunks.lasts[at] + 1 for at in people)
    return any(word in rule.tail for at in behind for word in words[at : at + 1])


def _harm_in_all(sentence: Analysis, trigger: int) -> Harm | None:
    """The harm of a trigger and of the verbs strung behind it: "killed, wounded or captured", "dead, missing or captured" are casualties."""
    harm = harm_of(sentence, trigger)
    if harm == "casualties" and sentence.kinds[trigger : trigger + 2] == "Lk":
        return harm_of(sentence, trigger + 1)  # "The number of victims killed has reached 90".
    if sentence.kinds[trigger : trigger + 3] in ("LoT", "LoE"):
        return harm_of(sentence, trigger + 2) or harm  # "The toll of the wounded", "the tally of casualties".
    if sentence.kinds[trigger : trigger + 4] in ("LoXk", "LoZk"):
        return harm_of(sentence, trigger + 3) or harm  # "A toll of nine people wounded".
    if harm == "wounded" and trigger and sentence.kinds[trigger - 1] == sentence.kinds[trigger]:
        return (
            "casualties" if harm_of(sentence, trigger - 1) == "killed" else harm
        )  # "Bomb kills wounds dozens".
    first, end = _strung(sentence, trigger)
    if first == end or harm is None or harm == "bodies":
        return harm
    words = range(sentence.chunks.firsts[first], sentence.chunks.lasts[end - 1] + 1)
    entries = sentence.tokens.entries
    in_turn = [one for word in words if word in entries and (one := entries[word].harm)]
    strung = set(in_turn)
    either = "or" in sentence.tokens.words[words.start : words.stop]
    if harm == "captured" and in_turn[-1] == "killed" and not either:
        return "killed"  # "Abducted and murdered".
    apart = strung if either else strung - {"missing"}
    return "casualties" if len(apart) > 1 and (either or "killed" in strung) else harm


def _strung(sentence: Analysis, trigger: int) -> tuple[int, int]:
    """The chunks of the verbs strung behind a word of harm, and before it where its people stand behind ("killed, wounded or
    captured 300"); an empty stretch where there are none."""
    kinds = sentence.kinds
    if kinds[trigger] not in "KkhD":
        return trigger, trigger
    before = _BEFORE_IT.search(kinds, 0, trigger) if kinds[trigger] == "k" else None
    match = _AND_SO_ON.match(kinds, trigger + 1)
    both = kinds[trigger : trigger + 3] == "h&k" and sentence.last_word(trigger + 2) in _INJURED_TOO
    if match is not None and match.group()[0] == "&" and sentence.last_word(trigger + 1) != "or" and not both:
        match = None  # "Were wounded and missing work".
    if before is None and match is None:
        return trigger, trigger
    return (
        before.start() if before is not None else trigger,
        match.end() if match is not None else trigger + 1,
    )


def _is_allowed(rule: Rule, harm: Harm, kind: str) -> bool:
    """Verbs like "abandon" tell of bodies only in the rule made for them; nouns like "bodies" tell in any."""
    if rule.name in _INJURED:
        return harm == "wounded"  # "Charged with murder".
    if rule.name == _BEFORE_NOUN:
        return harm != "captured"  # "Nine gunmen seized weapons".
    if rule.tail and rule.harm == "missing":
        return True  # "Buried nine under the rubble".
    if kind == "h" and rule.harm == "bodies":
        return harm in ("killed", "bodies")  # "Had taken four soldiers hostage".
    return (harm == "bodies") == (rule.harm == "bodies") or kind in "CHTh"


def _is_led(sentence: Analysis, rule: Rule, match: re.Match[str]) -> bool:
    before = sentence.last_word(match.start("v") - 1)
    trigger = match.start("t")
    if sentence.kinds[trigger] == "E" and sentence.last_word(trigger) in AGENTS and rule.name != "event":
        return False  # "The murderers numbered 40".
    if before == "of" and sentence.kinds[trigger] == "k" and match.end("t") + 1 == match.start("v"):
        return sentence.last_word(match.start("t")).endswith(_LIVES)
    if rule.words and sentence.last_word(match.start("s")) not in rule.words:
        return False
    if rule.where and sentence.last_word(match.start("w")) not in rule.where:
        return False
    if rule.opens and sentence.first_word(match.start("v")) not in rule.opens:
        return False
    if "a" in rule.pattern.groupindex and not is_captor(sentence, match.end("a") - 1, match.start("t")):
        return False
    return rule.lead is None or before == rule.lead


def _settle_victims(best: dict[int, Reading]) -> None:
    """ "Among Friday's victims" are the dead where the sentence tells of dead, the wounded where of wounded."""
    told = [reading.harm for reading in best.values() if reading.harm != "casualties"]
    for at, reading in best.items():
        if told and reading.harm == "casualties" and reading.rule in GROUP_RULES | NAMED_RULES:
            best[at] = reading._replace(harm=told[-1])
        if reading.rule == "toll" and reading.harm == "casualties" and set(told) == {"killed"}:
            best[at] = reading._replace(
                harm="killed"
            )  # "Two died, bringing the number of casualties to seven".
