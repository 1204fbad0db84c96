"""Who is said to be harmed in one sentence, and how many: the claim grammar over chunks."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cenotaph.find.chunks import Chunks, chunk, is_person_name, name_start
from cenotaph.find.quantities import Quantity
from cenotaph.find.tokens import Tokens, tokenize
from cenotaph.language import load_pack
from cenotaph.model import Harm, Span

_SILENT = frozenset("dv")
_COUNTED = frozenset("XZH")
# Words of harm that give way to any other in the sentence: who was shot and died is dead.
_WEAK = frozenset(("shot", "stabbed", "harmed", "lost", "lose", "loses", "losing"))
_WEAK_COST = 12
_SINGLE_BODY = frozenset(("body", "corpse", "skeleton", "cadaver"))
# Who speaks at the end of a list is no member of it: "killed 12 rebels, a spokesman for the army said".
_SPEAKERS = frozenset(("spokesman", "spokeswoman", "spokesperson", "official", "witness", "source", "monitor"))


_PARTS_OF_BEFORE = re.compile(r"(?P<v>[XZ])[oG]y(?:B|W)|(?:i|Gy|y[iW]i?)B?(?P<w>[XZA](?:(?:,&?|&)[XZA])*)")


class Mention(NamedTuple):
    """People in a sentence who are said to be harmed. Offsets are the report's; `chunk` numbers the people's chunk.

    `whole` is the chunk of the people they are a part of; `doubt` names a hedge on the verb ("may have been killed").
    """

    chunk: int
    harm: Harm
    rule: str
    start: int
    end: int
    low: int | None
    high: int | None
    approx: bool
    victims: Span | None
    name: Span | None
    whole: int | None
    trigger: Span
    doubt: bool


class Rule(NamedTuple):
    """One pattern of the pack `claims`, compiled."""

    name: str
    pattern: re.Pattern[str]
    cost: int
    harm: Harm | None
    every: bool


class Reading(NamedTuple):
    """A rule's reading of one chunk of people: the cheapest wins."""

    cost: int
    harm: Harm
    rule: str
    trigger: int
    doubt: bool


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of the pack, their macros expanded."""
    pack = load_pack("claims")
    return tuple(
        Rule(
            row["name"],
            re.compile(_expand(row["pattern"], pack["macros"])),
            row["cost"],
            row.get("harm"),
            row.get("every", False),
        )
        for row in pack["rule"]
    )


def _expand(pattern: str, macros: dict[str, str]) -> str:
    while True:
        grown = re.sub(r"\{([A-Z]+)\}", lambda match: macros[match.group(1)], pattern)
        if grown == pattern:
            return grown
        pattern = grown


class Sentence:
    """One analysed sentence."""

    def __init__(self, text: str, span: Span) -> None:
        self.text = text
        self.span = span
        self.tokens: Tokens = tokenize(text, span)
        self.chunks: Chunks = chunk(self.tokens)

    def mentions(self, before: Harm | None = None) -> list[Mention]:
        """The people said to be harmed in this sentence, in order; `before` is the harm that the last sentence ends on."""
        readings = self._readings()
        if before is not None:
            self._carry(before, readings)
        self._join_couples(readings)
        wholes = self._parts(readings)
        found = (self._mention(index, readings[index], wholes.get(index)) for index in sorted(readings))
        return [mention for mention in found if mention is not None]

    def _readings(self) -> dict[int, Reading]:
        best: dict[int, Reading] = {}
        kinds = self.chunks.kinds
        for rule in rules():
            for match in rule.pattern.finditer(kinds):
                for index, reading in self._read(rule, match):
                    if index not in best or reading.cost < best[index].cost:
                        best[index] = reading
        for index, reading in self._inner():
            if index not in best or (best[index].cost > 2 and self.chunks.kinds[index] in "XH"):
                best[index] = reading
        _settle_victims(best)
        return {
            index: reading for index, reading in best.items() if not reading.rule.startswith("hypothetical")
        }

    def _read(self, rule: Rule, match: re.Match[str]) -> Iterator[tuple[int, Reading]]:
        trigger, kinds = match.start("t"), self.chunks.kinds
        harm = self._harm(trigger)
        if harm is None or (harm == "bodies") != (rule.harm == "bodies") and kinds[trigger] not in "CHT":
            return
        if rule.harm is not None:
            harm = rule.harm
        hedge = self._hedge(trigger)
        weak = _WEAK_COST if self.tokens.words[self.chunks.lasts[trigger]] in _WEAK else 0
        name = f"hypothetical {rule.name}" if hedge == "hypothetical" else rule.name
        people = (
            [i for i in range(*match.span("v")) if kinds[i] in "XZ"]
            if rule.every
            else list(self._people(*match.span("v")))
        )
        if (
            not people
            and kinds[trigger - 1] in "XZAp"
            and kinds[trigger - 2 : trigger - 1] == "P"
            and trigger == match.end("v")
        ):
            people = [trigger - 1]
        for index in people:
            yield (
                index,
                Reading(abs(index - trigger) + rule.cost + weak, harm, name, trigger, hedge == "doubted"),
            )

    def _people(self, start: int, end: int) -> Iterator[int]:
        """The chunks of a list that are its members: not those inside a prepositional phrase, nor appositions."""
        kinds = self.chunks.kinds
        for index in range(start, end):
            kind = kinds[index]
            if kind not in "XZApH" or (index > start and kinds[index - 1] in "PobG"):
                continue
            if kind == "p" and kinds[index - 1 : index] == "(":
                continue
            if kind == "A" and index > start and self.tokens.words[self.chunks.lasts[index]] in _SPEAKERS:
                continue
            if index - 1 > start and kinds[index - 1] == "," and kind in "Ap" and self._apposed(index, start):
                continue
            yield index

    def _apposed(self, index: int, start: int) -> bool:
        """Whether a member behind a comma only says who the one before it is ("Abu Ali, a commander")."""
        before = next((k for k in reversed(self.chunks.kinds[start : index - 1]) if k in "XZApHdvn"), "")
        return (before in "pA" or (before == "d" and self.chunks.kinds[index] == "A")) and self.chunks.kinds[
            index
        ] != before

    def _harm(self, trigger: int) -> Harm | None:
        """The harm a trigger chunk stands for; killed and wounded in one breath are casualties."""
        first, last = self.chunks.firsts[trigger], self.chunks.lasts[trigger]
        found = [
            e.harm for i in range(first, last + 1) if (e := self.tokens.entries.get(i)) is not None and e.harm
        ]
        if not found:
            return None
        if "killed" in found and "wounded" in found:
            return "casualties"
        return "killed" if "killed" in found else found[-1]

    def _hedge(self, trigger: int) -> str:
        """ "hypothetical" for what may come ("could kill"), "doubted" for what may have been ("may have killed")."""
        first, last = self.chunks.firsts[trigger], self.chunks.lasts[trigger]
        tags = self.tokens.tags[first : last + 1]
        words = self.tokens.words[first : last + 1]
        if "n" in tags or "did not" in words:
            return "hypothetical"
        if "m" in tags:
            done = "S" in tags or words[0] in ("did", "do", "does")
            return ("doubted" if words[0] in ("may", "might", "could") else "") if done else "hypothetical"
        if "t" in tags:
            before = self.tokens.words[first - 1] if first else ""
            return (
                ""
                if before in ("managed", "helped", "began", "continued", "used") or "S" in tags
                else "hypothetical"
            )
        return ""

    def _inner(self) -> Iterator[tuple[int, Reading]]:
        """People whose own noun phrase says the harm: "140 injured people", "22 deaths", "12 dead soldiers"."""
        for index, kind in enumerate(self.chunks.kinds):
            if kind in "XHZpAEC":
                harm = self._inner_harm(index) or (self._group_harm(index) if kind == "Z" else None)
                if harm is not None:
                    yield index, Reading(99, harm, "noun phrase", index, False)

    def _group_harm(self, index: int) -> Harm | None:
        """The harm of a definite group that a number is a part of: "one of the injured persons"."""
        behind = self.chunks.kinds[index + 1 : index + 3]
        return self._inner_harm(index + 2) if behind in ("od", "ov") else None

    def _inner_harm(self, index: int) -> Harm | None:
        kind = self.chunks.kinds[index]
        if kind in "EC" and self._owner(index) is None and not self._is_one_body(index):
            return None
        first, last = self.chunks.firsts[index], self.chunks.lasts[index]
        for token in range(last, first - 1, -1):
            entry = self.tokens.entries.get(token)
            if entry is None or not entry.harm or self.tokens.words[token] in _WEAK:
                continue
            tag = self.tokens.tags[token]
            if tag in "Kh" or (
                tag in "HECZ"
                and kind not in "pA"
                and self.tokens.tags[token + 1 : last + 1].strip("'O") == ""
            ):
                return entry.harm
        return None

    def _join_couples(self, readings: dict[int, Reading]) -> None:
        """ "Roger and Jill Hart" are one mention of two people: the first, a bare given name, goes into the second."""
        for index in [i for i in readings if self._is_couple(i) and i + 2 in readings]:
            del readings[index]

    def _is_couple(self, index: int) -> bool:
        """Whether the chunk is one bare name, joined by "and" to a name of two or more words."""
        chunks = self.chunks
        if chunks.kinds[index : index + 3] != "p&p":
            return False
        if name_start(self.tokens, chunks.firsts[index], chunks.lasts[index]) != chunks.lasts[index]:
            return False
        return chunks.lasts[index + 2] > chunks.firsts[index + 2]

    def _is_one_body(self, index: int) -> bool:
        """ "a body", where no "of" behind it says whose."""
        kinds, tag = self.chunks.kinds, self.tokens.tags[self.chunks.firsts[index]]
        single = self.tokens.words[self.chunks.lasts[index]] in _SINGLE_BODY
        return single and kinds[index] == "C" and tag == "A" and kinds[index + 1 : index + 2] != "o"

    def _owner(self, index: int) -> tuple[int, int] | None:
        """The tokens of the named person whose death or body a phrase is: "Abu Ali's death"."""
        first, last = self.chunks.firsts[index], self.chunks.lasts[index]
        mark = self.tokens.tags.rfind("'", first, last + 1)
        name = name_start(self.tokens, first, mark - 1) if mark > first else None
        if name is None or not is_person_name(self.tokens, first, mark - 1):
            return None
        return name, mark - 1

    def _carry(self, harm: Harm, readings: dict[int, Reading]) -> None:
        """ "One of them was a child", "Among them were two nurses": parts of the people of the sentence before."""
        match = _PARTS_OF_BEFORE.match(self.chunks.kinds)
        for index in range(*match.span(match.lastgroup or 0)) if match else ():
            if self.chunks.kinds[index] in "XZA" and self.chunks.kinds[index - 1 : index] not in ("o", "P"):
                readings.setdefault(index, Reading(50, harm, "part of those before", index, False))

    def _parts(self, readings: dict[int, Reading]) -> dict[int, int]:
        """Parts of a whole named before them take its harm: "12 people, including three children", "five of them"."""
        wholes: dict[int, int] = {}
        kinds = self.chunks.kinds
        for index, kind in enumerate(kinds):
            if kind not in "XZAp" or not self._is_part(index):
                continue
            whole = next((i for i in range(index - 1, -1, -1) if i not in wholes and kinds[i] in "XZH"), None)
            if whole is None or whole not in readings:
                continue
            if index not in readings or readings[index].cost > 1:
                old = readings[whole]
                readings[index] = Reading(50, old.harm, "part of a whole", old.trigger, old.doubt)
            wholes[index] = whole
        return wholes

    def _is_part(self, index: int) -> bool:
        kinds = self.chunks.kinds
        if re.match(r"[XZ][oG][ry]", kinds[index : index + 3]):
            return kinds[index - 1 : index] not in ("P", "b", "o")
        before = kinds[:index]
        return re.search(rf"(?:i|G[yr],?|G[yr]B?|[XZ][-:])(?:{_part_list()})?$", before) is not None

    def _mention(self, index: int, reading: Reading, whole: int | None) -> Mention | None:
        kind = self.chunks.kinds[index]
        first, last = self.chunks.firsts[index], self.chunks.lasts[index]
        trigger = Span(
            self.tokens.starts[self.chunks.firsts[reading.trigger]],
            self.tokens.ends[self.chunks.lasts[reading.trigger]],
        )
        number = next((i for i in range(first, last + 1) if i in self.tokens.quantities), None)
        owner = self._owner(index) if kind in "EC" else None
        if owner is not None:
            (first, last), kind = owner, "p"
        name = name_start(self.tokens, first, last) if kind in "pA" else None
        named = Span(self.tokens.starts[name], self.tokens.ends[last]) if name is not None else None
        if kind in _COUNTED and number is not None:
            quantity = self.tokens.quantities[number]
            if quantity.high == 0 or self._is_share(index, reading, quantity):
                return None
            start, end, bounds = quantity.start, quantity.end, (quantity.low, quantity.high, quantity.approx)
        elif kind == "p" and named is not None:
            start, end, bounds = named.start, named.end, (1, 1, False)
            if index >= 2 and self._is_couple(index - 2):
                start, bounds = self.tokens.starts[self.chunks.lasts[index - 2]], (2, 2, False)
        else:
            start, end, bounds = self.tokens.starts[first], self.tokens.ends[first], (1, 1, False)
        victims = self._victims(
            index, number if number is not None else (first if kind == "A" else first - 1)
        )
        return Mention(
            index,
            reading.harm,
            reading.rule,
            start,
            end,
            *bounds,
            victims,
            named,
            whole,
            trigger,
            reading.doubt,
        )

    def _is_share(self, index: int, reading: Reading, quantity: Quantity) -> bool:
        """A vague share of people already known ("many of their men"), or "so many wounded" with no verb of harm."""
        if quantity.form != "vague":
            return False
        after = self.chunks.kinds[index + 1 : index + 3]
        if after[:1] == "o" and after[1:] in tuple("dTC") and quantity.low in (None, 3):
            return True
        return (
            quantity.low is None
            and reading.rule == "noun phrase"
            and self.tokens.words[self.chunks.firsts[index]].endswith("many")
        )

    def _victims(self, index: int, number: int) -> Span | None:
        """The noun phrase that says who, the quantity apart; behind "of" where the number stands alone."""
        last = self.chunks.lasts[index]
        if number < last:
            return Span(self.tokens.starts[number + 1], self.tokens.ends[last])
        if self.chunks.kinds[index + 1 : index + 2] == "o" and index + 2 < len(self.chunks.kinds):
            first, last = self.chunks.firsts[index + 2], self.chunks.lasts[index + 2]
            return Span(self.tokens.starts[first], self.tokens.ends[last])
        return None


def _settle_victims(best: dict[int, Reading]) -> None:
    """ "Among Friday's victims" are the dead where the sentence tells of dead, the wounded where of wounded."""
    told = [reading.harm for reading in best.values() if reading.harm != "casualties"]
    for index, reading in best.items():
        if (
            told
            and reading.harm == "casualties"
            and reading.rule in ("among the dead", "the dead included", "of the dead")
        ):
            best[index] = reading._replace(harm=told[-1])


@cache
def _part_list() -> str:
    macros = load_pack("claims")["macros"]
    return _expand("{ITEM}{POST}(?:{SEP}{ITEM}{POST})*{SEP}", macros)
