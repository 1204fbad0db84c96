"""What leads to a place name: the preposition in front of it, over "the northern city of", and what that tells."""

from cenotaph.find.counts.numerals import number_words
from cenotaph.find.place.names.leading_words import (
    HOLDING,
    NAMED,
    OF_PERSONS,
    PARTICLED,
    PARTLY,
    RAINED,
    REMOTE,
    ROADS,
    SPOTS,
    STANDING,
    STAYING,
    STORMED,
)
from cenotaph.find.place.names.place_words import Gazetteer, known_nation, place_words
from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.text.scan import Words

_COURTS = frozenset(("court", "courts", "tribunal", "summit", "conference", "meeting"))
_GATHERED = _COURTS | {"hearing", "talks", "interview"}
_SAID = frozenset(
    ("said", "told", "says", "spoke", "speaking", "announced", "added", "reported", "condemned")
)
_WHEN = frozenset(("today", "yesterday", "tonight", "here", "held", "late", "early", "earlier"))
_STRUCK = frozenset(
    (
        "outside",
        "near",
        "inside",
        "hits",
        "destroyed",
        "exploded",
        "landed",
        "fire",
        "attacked",
        "stormed",
        "hit",
        "bombed",
        "struck",
        "targeted",
        "into",
        "raided",
    )
)
_REACH = 9  # Words.
_SOME = frozenset(("a", "an", "the", "another", "of", "its", "their", "local"))
_LYING = frozenset(("located", "situated", "lies"))
_BUILDING, _SETTLED = 6, 4
_NO_SIGNS = " \n\u00a0-\"“‘'’("


class Leads:
    """Reads what leads to the words of one sentence; `demonyms` holds where its nationality words start."""

    def __init__(self, text: str, words: Words, demonyms: set[int], gazetteer: Gazetteer) -> None:
        self._text, self._words, self._demonyms, self._gazetteer = text, words, demonyms, gazetteer
        self._pack, self._lexicon = place_words(), lexicon()

    def lead(self, at: int) -> tuple[str, int]:
        """The word that leads to word `at` ("" for none), and the rank of a place noun on the way, 0 for none."""
        lows, pack, rank, back, named = self._words.lows, self._pack, 0, at - 1, False
        while back >= max(0, at - _REACH) and self.runs_on(back + 1):
            low = lows[back]
            if low == "of" and back:
                noun = lows[back - 1]
                if noun == "out":
                    return "from", rank  # "Flown out of Orbia".
                if noun == "front" and lows[back - 2 : back - 1] == ["in"]:
                    return "near", rank
                if noun not in pack.nouns or noun in pack.hits or "political" in lows[back - 2 : back - 1]:
                    return self._of(noun, back - 1) or self._of_part(back - 1), rank
                if noun == "border":
                    return "beyond", rank  # "On the border of".
                rank, back = rank or (0 if noun in SPOTS else pack.nouns[noun]), back - 1
                named = named or self._text[self._words.starts[back]].isupper()
            elif low == "as":
                return ("known", max(rank, 5)) if self._is_known_as(back) else ("of", rank)
            elif low in NAMED and back and lows[back - 1] not in pack.nouns:
                break  # "A guard named".
            elif low in pack.before or low in pack.toward:
                return self._beside(back) or self._apart(back) or self._aimed(back) or low, rank
            elif low in pack.nouns and back == at - 1:
                if self._is_of_another(back):
                    break
                rank = pack.nouns[low]
            elif back == at - 1 and self._is_a_building(back):
                pass
            elif not self._modifies(back) and not (rank and self._may_describe(back)):
                break
            back -= 1
        return "of" if named and rank == _BUILDING else "", rank

    def beside(self, at: int) -> str:
        """What leads to the place noun in front of word `at`, which names it: "near the capital, Sanaa"."""
        noun = self._words.lows[at - 1] if at else ""
        gap = self._text[self._words.ends[at - 1] : self._words.starts[at]] if at else ""
        return self.lead(at - 1)[0] if gap == ", " and self._pack.nouns.get(noun, 9) <= _SETTLED else ""

    def runs_on(self, at: int) -> bool:
        """Whether no sign but a quotation mark or bracket stands before word `at`."""
        gap = self._text[self._words.ends[at - 1] : self._words.starts[at]]
        if "--" in gap or " - " in gap:
            return False  # A dateline's end.
        gap = gap.strip(_NO_SIGNS)
        return not gap or (gap == "s" and self._words.lows[at - 1] in self._pack.nouns)  # "The district's".

    def _is_known_as(self, at: int) -> bool:
        """ "In a place known as"."""
        lows = self._words.lows
        known = at - 2 if lows[at - 1 : at] == ["locally"] else at - 1
        return (
            known > 0
            and lows[known] == "known"
            and not self._pack.called.isdisjoint(lows[max(0, known - _REACH) : known])
        )

    def _of(self, noun: str, at: int) -> str:
        """ "North of", "outskirts of", "the shelling of"; "controls most of" is about no harm."""
        if noun in self._pack.reference:
            before = [low for low in self._words.lows[max(0, at - 3) : at] if low not in REMOTE][-2:]
            return "in" if before == ["in", "the"] else "beyond"
        if (
            noun in self._pack.apart
            or noun in self._pack.offices
            or noun.isdigit()
            or any(self._holds(word) for word in range(max(0, at - 2), at))
        ):
            return "of"
        if noun in OF_PERSONS:
            return "on"  # May be a person.
        return "in" if noun in self._pack.hits or noun in self._pack.incident else ""

    def _holds(self, at: int) -> bool:
        """ "Controls most of", and not the "government-held areas of"."""
        return self._words.lows[at] in HOLDING and self._text[self._words.starts[at] - 1] != "-"

    def _of_part(self, at: int) -> str:
        """ "In front of the town hall of": what leads to a thing that has no place noun, over its adjectives and nouns."""
        lows, pack = self._words.lows, self._pack
        if (
            lows[at] in pack.offices
            or lows[at] in pack.apart
            or lows[at] in pack.bodies
            or not self.runs_on(at + 1)
        ):
            return ""
        for back in range(at - 1, max(-1, at - _REACH), -1):
            if not self.runs_on(back + 1):
                return ""
            low = lows[back]
            if low in pack.before:
                return "on" if low in STANDING else ""  # May be a person ("at the hands of").
            if (
                low not in PARTLY
                and self._lexicon.common.get(low) not in ("J", "N")
                and low not in pack.nouns
            ):
                return ""
        return ""

    def _aimed(self, back: int) -> str:
        """ "Opened fire on", "attacks against": what was hit is the place."""
        before, low = self._words.lows[max(0, back - 1)], self._words.lows[back]
        if low == "for" and before in ("fighting", "fight", "battle", "battles"):
            return low if self._is_nation(back + 1) else "in"  # A recruit fights for a state.
        if low == "against" and before in self._pack.incident:
            return "on"  # May be a person.
        if low in ("toward", "towards") and before in ("infiltrate", "infiltrating", "sneak"):
            return "in"  # They were killed there.
        if low in ("over", "off") and before in PARTICLED:
            return "of"  # "Handing over", "concern over".
        if low == "into" and before in STORMED:
            return "in"  # "Militants sneaked into the village of".
        rained = low == "on" and (before == "fire" or before in RAINED)
        return "in" if rained else ""

    def _is_nation(self, at: int) -> bool:
        known = known_nation("".join(self._words.lows[at : at + 1]))
        return known is not None and known.rank <= 1

    def _beside(self, back: int) -> str:
        """ "Close to", "next to", "30 km from"."""
        if self._is_on_the_road(back):
            return "beyond"
        if self._words.lows[back] == "from" and back and self._words.lows[back - 1] in self._pack.reference:
            return "beyond"
        if self._words.lows[back] == "near" and self._words.lows[max(0, back - 1)] in _LYING:
            return "beyond"
        near = self._words.lows[back] == "to" and self._words.lows[max(0, back - 1)] in (
            "close",
            "next",
            "adjacent",
            "entrance",
        )
        return "near" if near else ""

    def _is_on_the_road(self, back: int) -> bool:
        """ "On the road to", "on the highway from", "on a road leading to": whether word `back` ends that."""
        if self._words.lows[back] not in ("to", "from"):
            return False
        before = self._words.lows[max(0, back - 4) : back]
        at = next((i for i, low in enumerate(before) if low in ROADS), None)
        return at is not None and before[at + 1 :] in ([], ["leading"]) and "on" in before[:at]

    def _is_of_another(self, at: int) -> bool:
        """ "The Belgorod region Ivan Petrov": the place noun at word `at` is that of the name before it."""
        start = self._words.starts[at - 1] if at and self.runs_on(at) else -1
        small = at == 1 or start < 0 or not self._text[start].isupper()
        return (
            not small
            and start not in self._demonyms
            and self._words.lows[at - 1] not in self._pack.directions
        )

    def _apart(self, back: int) -> str:
        """ "Told reporters in Geneva", "born in Mosul": where somebody spoke or comes from, not where harm was done."""
        if self._words.lows[back] not in STAYING:
            return ""  # "Said warplanes targeted".
        near = self._words.lows[max(0, back - 2) : back]
        if near[-1:] and near[-1] in _GATHERED and self._is_struck(back):
            return ""  # "Exploded outside a court in".
        if self._is_harmed(back):
            return ""
        return "from" if near[-1:] and (near[-1] in self._pack.apart or self._is_at_home(near)) else ""

    def _is_harmed(self, back: int) -> bool:
        """ "Killed a reporter in", "abducted two of its correspondents near": those who are no speakers here."""
        at = back - 2
        lows, numbers = self._words.lows, number_words()
        while (
            at > 0
            and self.runs_on(at + 1)
            and (lows[at] in _SOME or lows[at] in numbers or lows[at].isdigit())
        ):
            at -= 1
        return at >= 0 and self.runs_on(at + 1) and lows[at] in self._pack.violent

    def _is_struck(self, back: int) -> bool:
        """Whether a word of violence stands among those before word `back`, and none of speech."""
        words = self._words.lows[max(0, back - _REACH) : back]
        return _SAID.isdisjoint(words) and not (_STRUCK | self._pack.incident).isdisjoint(words)

    def _is_at_home(self, near: list[str]) -> bool:
        """ "Born yesterday in", and not the "intelligence-based operation in" nor "a court bus in"."""
        joined = near[0] in _COURTS and near[-1] not in self._pack.times and near[-1] not in _WHEN
        return near[0] in self._pack.apart and near[-1] not in self._pack.incident and not joined

    def _is_a_building(self, at: int) -> bool:
        """ "At a Kabul restaurant", "in a Zamfara village": a building or village that the town before it is the place of."""
        lows = self._words.lows
        noun = "".join(lows[at + 2 : at + 3])
        building = noun in self._pack.premises or self._pack.nouns.get(noun, 0) in (_BUILDING, _SETTLED)
        return lows[at] in ("a", "an") and building

    def _modifies(self, at: int) -> bool:
        """Whether a word may stand between a preposition and a name: "eastern", "Afghan", "rebel-held", "mostly"."""
        low, end = self._words.lows[at], self._words.ends[at]
        if (
            low in self._pack.directions
            or self._words.starts[at] in self._demonyms
            or low.endswith(("ed", "held", "ly"))
            or low in ("parking", "countrys", "citys")
        ):
            return True
        if "-" in (self._text[end : end + 1], self._text[self._words.starts[at] - 1]) or (
            low == "and" and at and self._words.lows[at - 1] in self._pack.directions
        ):
            return True
        if self.owns_without_sign(at):
            return True
        if low in ("a", "an") and self._words.lows[at + 1] in self._pack.directions:
            return True  # "In a northern Tellin camp".
        known = self._gazetteer(low) if self._text[self._words.starts[at]].isupper() else None
        return self._lexicon.common.get(low) == "J" or (known is not None and known.rank <= 2)

    def owns_without_sign(self, at: int) -> bool:
        """ "Aleppos Salaheddin district": whether word `at` is a town's name that has lost its apostrophe."""
        low, start = self._words.lows[at], self._words.starts[at]
        if (
            len(low) < 5
            or low[-1] != "s"
            or not self._text[start].isupper()
            or self._gazetteer(low) is not None
        ):
            return False
        known = self._gazetteer(low[:-1])
        return known is not None and known.sure and known.country is not None and 2 <= known.rank <= _SETTLED

    def _may_describe(self, at: int) -> bool:
        """Whether word `at` may stand before a place noun: "a mixed", "the mainly Turkomen city of"."""
        low = self._words.lows[at]
        return (
            low in ("a", "an")
            or self._describes(low)
            or (at > 0 and self._text[self._words.starts[at]].isupper())
        )

    def _describes(self, low: str) -> bool:
        """A noun or adjective before a place noun ("the disputed separatist region of")."""
        known = self._lexicon.words.get(low)
        return self._lexicon.common.get(low) in ("J", "N", "V") and (known is None or known.tag in "JVN")
