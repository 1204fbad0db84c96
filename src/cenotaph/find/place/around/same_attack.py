"""Whether a sentence further down goes on about the people of a claim, or about another attack."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.around.own_days import is_of_older_day
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site
from cenotaph.find.place.war_tolls import is_of_the_land
from cenotaph.find.place.whereabouts import is_avenged, is_looked_back_on
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.persons.names import surnames

FEW = 3  # Two or one dead of one attack are as many as those of another.
RETOLD = 2  # The last sentence that may tell the headline's few dead again.
_DIED = frozenset(
    ("were", verb) for verb in ("killed", "slain", "shot", "targeted", "hit", "struck", "attacked")
)
_AHEAD = 3  # Sentences that may go on about a claim.
_DEAD = frozenset(("killed", "bodies", "casualties"))
_ALSO = ("also", "on")  # "Also on Wednesday".
_SHIFTS = frozenset(
    ("finally", "additionally", "meanwhile", "separately", "elsewhere", "similarly", "likewise")
)
_HURT = frozenset(("killed", "wounded", "missing", "casualties"))
_ONE_BATTLE = frozenset(("clashes",))
_ATTACKS = frozenset(
    ("attacks", "strikes", "airstrikes", "raids", "bombings", "blasts", "explosions", "ambushes", "shootings", "incidents")
)  # fmt: skip
_ANY = (["a"], ["an"], ["one"], ["another"])
_ANOTHER = ("another ", "Another ", "ANOTHER ")
_COUNTED, _NOUN = 40, 12  # Characters; of a place noun before a name.
_VAGUE = (
    "more than", "over ", "at least", "dozens", "several", "scores", "many", "a number", "nearly", "some ", "about ",
    "around ", "as many", "up to",
)  # fmt: skip


class SameAttack:
    """Compares the sentences and counts of one report; `harmed` are the people of its claims."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed]) -> None:
        self._context, self._harmed = context, harmed
        self._by_sentence = defaultdict[int, list[Harmed]](list)
        self._told_in = dict[int, list[Harmed]]()
        for people in harmed:
            self._by_sentence[people.sentence].append(people)

    def is_near(self, people: Harmed, sentence: int) -> bool:
        """Whether one of the next sentences may go on about these people."""
        if sentence - people.sentence > _AHEAD:
            return self.names(people, sentence)
        if self._counts_the_others(sentence):
            return False
        return (
            self.names(people, sentence)
            or self._is_of_this(people, sentence)
            or self._may_be_more_exact(people, sentence)
        )

    def _counts_the_others(self, sentence: int) -> bool:
        """ "The other four were killed in Tellin"."""
        if sentence not in self._by_sentence or "other" not in self._context.bag(sentence):
            return False
        opens = self._context.words(sentence).lows[:2] == ["the", "other"]
        return opens and bool(self._told(sentence))

    def names(self, people: Harmed, sentence: int) -> bool:
        """Whether a sentence tells of violence and names the person: "The strike on Ali in Tellin killed 90"."""
        words, bag = place_words(), self._context.bag(sentence)
        if not people.names or (words.incident | words.violent).isdisjoint(bag):
            return False
        return not surnames(people.names[0]).isdisjoint(bag)

    def _is_of_this(self, people: Harmed, sentence: int) -> bool:
        """Whether a sentence counts nobody else; it may name them."""
        told = self._told(sentence)
        if people.names and told and all(other.names for other in told):
            return False  # Another person's death.
        if all(other.names for other in told) or self._adds(people, sentence):
            return True
        if self._tells_parts(people, sentence):
            return True
        if self._sums_up(people, sentence) or self._context.tells(sentence, "scene-in"):
            return True
        if self._names_the_village(people, sentence):
            return True
        mates = [mate for mate in self._told(people.sentence) if mate is people or not _is_one_of(mate)]
        return any(_may_be(mate, other) for mate in mates for other in told)

    def _names_the_village(self, people: Harmed, sentence: int) -> bool:
        """ "Killed 22 in a village", and next "warplanes struck Haas village, killing at least one teacher" of them."""
        start = self._context.sentences[people.sentence].start
        unnamed = self._context.says(
            people.sentence, "a-village", start, self._context.sentences[people.sentence].end
        )
        if unnamed is None or sentence - people.sentence > RETOLD:
            return False
        spoken = self._context.text[self._context.sentences[sentence].start] in '"“'
        if not spoken and self._context.words(sentence).lows[:1] in _ANY:
            return False
        noun = unnamed.group(1).lower()
        nouns = ("village", "town") if noun in ("village", "town") else (noun,)
        fewer = all((other.low or 0) < (people.low or 0) for other in self._told(sentence))
        return fewer and any(
            any(one in self._context.text[max(0, site.start - _NOUN) : site.end].lower() for one in nouns)
            for site in self._context.sites(sentence)
            if site.lead in place_words().leads | place_words().reached
        )

    def _sums_up(self, people: Harmed, sentence: int) -> bool:
        """Whether a sentence tells the people by kinds: 23 dead, and then "19 fighters and four civilians"."""
        return self._makes_up(people, sentence) and not self._is_by_places(people, sentence)

    def _makes_up(self, people: Harmed, sentence: int) -> bool:
        alike = [other.low or 0 for other in self._told(sentence) if other.harm == people.harm]
        return len(alike) > 1 and sum(alike) == people.low

    def _is_by_places(self, people: Harmed, sentence: int) -> bool:
        """Whether a place stands between the counts, which is that of some: "16 in Tellin and one in Sarmin"."""
        alike = [other for other in self._told(sentence) if other.harm == people.harm]
        first, last = alike[0].end, alike[-1].start
        return any(first <= site.start < last for site in self._context.sites(sentence))

    def _adds(self, people: Harmed, sentence: int) -> bool:
        """Whether a sentence tells of others harmed otherwise in the same attack: "The blast in Tellin also wounded 20"."""
        harms = {other.harm for other in self._told(sentence)}
        if people.harm == "bodies" or not harms <= _HURT - {people.harm}:
            return False
        another = any(self._context.text.startswith(_ANOTHER, other.start) for other in self._told(sentence))
        return another or self._context.tells(sentence, "this-event") is not None

    def _tells_parts(self, people: Harmed, sentence: int) -> bool:
        """ "Among the dead were three children", "three children were among the victims of the raid on": some of these."""
        if self._context.tells(sentence, "among-the-dead") is None:
            return False
        told = self._told(sentence)
        return bool(told) and all(
            other.harm == people.harm and (other.low or 0) < (people.low or 0) for other in told
        )

    def _told(self, sentence: int) -> list[Harmed]:
        """Whom a sentence counts, but for the dead that were avenged ("in response to the death of")."""
        if sentence not in self._told_in:
            start = self._context.sentences[sentence].start
            told = self._by_sentence.get(sentence, [])
            self._told_in[sentence] = [
                one for one in told if not self._context.says(sentence, "avenging", start, one.start)
            ]
        return self._told_in[sentence]

    def _may_be_more_exact(self, people: Harmed, sentence: int) -> bool:
        """Whether another figure may be one of the same people: "more than 20" and then 24, "dozens" and then 31."""
        if not self._context.text[people.start : people.end].lower().startswith(_VAGUE):
            return False
        others = (other for other in self._told(sentence) if other.harm == people.harm)
        return any(other.low is not None and other.low >= (people.low or 0) for other in others)

    def counts_more_alike(self, people: Harmed, sentence: int) -> bool:
        """Whether a sentence counts others harmed alike, who may be of another attack; parts ("including") are not. Near by,
        more can be the same as fewer found before."""
        if "including" in self._context.bag(sentence) or self._tells_parts(people, sentence):
            return False
        alike = _DEAD if people.harm in _DEAD else {people.harm}
        told = [other for other in self._told(sentence) if other.harm in alike]
        if self._context.tells(sentence, "killed-in-it") and len(told) == 1:
            return False  # "Locals said that eight were killed in the incident".
        if sentence - people.sentence <= _AHEAD:
            known = (
                other.low for other in told if other.low is not None
            )  # "As many as 30 may have died" is no other.
            return any(low < (people.low or 0) for low in known)
        return any(not are_as_many(people, other) for other in told)

    def counts_more(self, people: Harmed, sentence: int) -> bool:
        """Whether a sentence counts more people harmed alike."""
        alike = (other for other in self._told(sentence) if other.harm == people.harm)
        return any((other.low or 0) > (people.low or 0) for other in alike)

    def retells(self, people: Harmed, sentence: int) -> bool:
        """Whether a sentence gives the same figure, which is that of one attack then."""
        return (people.low or 0) >= FEW and any(are_as_many(people, other) for other in self._told(sentence))

    def names_again(self, people: Harmed, sentence: int) -> bool:
        """ "Fifteen civilians died in raids in Syria", and next "These civilians were targeted in the town of Tellin"."""
        lows, bag = self._context.words(sentence).lows, self._context.bag(people.sentence)
        again = lows[:1] in (["the"], ["these"]) and lows[1:2] and lows[1] in bag
        return (
            bool(again) and sentence == people.sentence + 1 and any(pair in _DIED for pair in pairwise(lows))
        )

    def opens(self, people: Harmed) -> bool:
        """Whether these are the people of the headline, in it or in the sentences that tell it again."""
        if people.sentence > RETOLD or not self._context.is_headline(0):
            return False
        return any(are_as_many(people, other) for other in self._told(0))

    def is_told_there(self, people: Harmed, sentence: int) -> bool:
        """Whether one of the next sentences tells of the one attack again: by its figure, or "Monday's strike hit a house"."""
        if self.are_several(people) or not self.is_near(people, sentence):
            return False
        if self.retells(people, sentence) or self._sums_up(people, sentence):
            return True
        return self._context.tells(sentence, "attack-hit") is not None

    def is_retold(self, at: int) -> bool:
        """Whether a headline's figure is given again below, with its place."""
        people = self._harmed[at]
        if people.sentence or not self._context.is_headline(0):
            return False
        return any(are_as_many(people, other) for other in self._harmed[at + 1 :])

    def is_placeless(self, people: Harmed) -> bool:
        """Whether people of no known place are of another time or of none, so that the sentences below tell nothing of them."""
        tells = self._context.tells
        return bool(
            people.names
            or people.harm == "casualties"
            or any(tells(people.sentence, kind) for kind in ("unsaid-where", "other-time", "running"))
            or (tells(people.sentence, "period") and not tells(people.sentence, "on-a-day"))
            or is_of_older_day(self._context, people)
            or is_looked_back_on(self._context, people)
            or is_of_the_land(self._context, people)
            or is_avenged(self._context, people)
        )

    def turns_away(self, people: Harmed, sentence: int) -> bool:
        """Whether a sentence goes on to something else ("Meanwhile"), or tells the people of this figure by places."""
        shifts = _SHIFTS & self._context.bag(sentence)
        if shifts and shifts.issuperset(self._context.words(sentence).lows[:1]):
            return True
        also = self._context.bag(sentence).issuperset(_ALSO)
        if also and tuple(self._context.words(sentence).lows[:2]) == _ALSO:
            return True
        if self._makes_up(people, sentence) and self._is_by_places(people, sentence):
            return True
        return self.retells(people, sentence) and any(map(self.is_counted, self._context.sites(sentence)))

    def is_counted(self, site: Site) -> bool:
        """ "Two in Tellin, one in Sarmin": the place of some of several."""
        before = max(0, site.start - _COUNTED)
        return cue("counted-there").found(self._context.text, before, site.start) is not None

    def is_of_another_deed(self, people: Harmed, sentence: int, site: Site) -> bool:
        """ "The attack was claimed by the Falcons, which killed 90 in Tellin": 90 are other people, and Tellin is their place."""
        deed = self._context.says(
            sentence, "deed-of-theirs", self._context.sentences[sentence].start, site.start
        )
        if deed is None:
            return False
        others = (other for other in self._told(sentence) if deed.start() <= other.start < site.start)
        return any(not are_as_many(people, other) for other in others)

    def are_several(self, people: Harmed) -> bool:
        """ "Attacks in two districts": the places below are each of a part; "the latest of several attacks" is one."""
        twin = self._context.tells(people.sentence, "twin-attacks")
        if twin is not None and not twin.group().lower().startswith("two"):
            return False
        several = (place_words().several - _ONE_BATTLE) & self._context.bag(people.sentence)
        return bool(several) and not self._context.tells(people.sentence, "latest")

    def is_the_one(self, people: Harmed, sentence: int) -> bool:
        """ "Five died in Tellin as rebels took three villages", and next "the attack on the Orbo district": one attack all
        the same."""
        if not _ATTACKS.isdisjoint(self._context.bag(people.sentence)):
            return False
        return self._context.tells(sentence, "the-attack-on") is not None

    def are_in_one_village(self, people: Harmed) -> bool:
        """ "Barrel bomb attacks on a town in the north": several, and one town."""
        tells = self._context.tells
        one = tells(people.sentence, "a-village") or tells(people.sentence, "a-building")
        return bool(one) and not tells(people.sentence, "many-attacks")

    def may_be_one(self, people: Harmed, sentence: int) -> bool:
        """Whether "strikes" may be those of one attack, which a sentence goes on about: neither counts them or their places."""
        if self.tells_many(people.sentence) or self.tells_many(sentence):
            return False
        return self._context.words(sentence).lows[:1] not in _ANY

    def tells_many(self, sentence: int) -> bool:
        """Whether a sentence tells of many attacks or their places; twin blasts are at one, and deeds of the past no matter."""
        tells = self._context.tells
        many, past = tells(sentence, "many-attacks"), tells(sentence, "past-deeds")
        if many is None or tells(sentence, "twin-attacks"):
            return False
        return past is None or not past.start() <= many.start() <= past.end()


def are_as_many(people: Harmed, other: Harmed) -> bool:
    """Whether two counts are equal, in figure and harm."""
    return other.low is not None and (other.harm, other.low) == (people.harm, people.low)


def _is_one_of(people: Harmed) -> bool:
    """ "Three women, among them a girl": one of them, whom any other single count would match."""
    return people.whole is not None and (people.low or 0) < RETOLD


def _may_be(people: Harmed, other: Harmed) -> bool:
    """Whether two counts may be of the same people, found dead and killed."""
    alike = people.harm == other.harm or {people.harm, other.harm} <= _DEAD
    return other.low is not None and alike and other.low == people.low
