"""News to measure speed on: articles of about 500 words, made by a grammar over the language pack's word list, or read from files.

Words are drawn by Zipf's law, words of harm left out. Of a general mix one article in ten tells of casualties, of a war mix three of four;
every article has the numbers of ordinary news (ages, money, scores, dates), and two in five a word of harm where there is none
("killed the bill").
"""

import re
from collections.abc import Callable, Iterator
from itertools import accumulate
from random import Random

from cenotaph.find.text.first_look import first_look, harm_places
from cenotaph.language import load_words
from cenotaph.model import Report
from cenotaph.read import Document, read_paths

MIXES = {"general": 0.10, "war": 0.75}
"""The share of articles that tell of casualties."""

WORDS = 500
_CASUALTY_SENTENCES = (3, 6)
"""How many of an article's sentences tell of casualties, where some do."""

_OF_HARM = re.compile(
    "kill|murder|assassin|execut|slay|slain|slaught|massacr|martyr|behead|lynch|butcher|liquidat|eliminat|neutral|extermin|hang|"
    "gun|shot|shoot|dead|death|dying|die|perish|drown|succumb|suffoc|deceas|fatal|mortal|los[est]|life|live|toll|tally|wound|injur|"
    "maim|hurt|hospital|casualt|victim|captur|abduct|kidnap|detain|detent|arrest|prison|hostage|captiv|custod|seiz|apprehend|intern|"
    "surrender|miss|disappear|vanish|bod[iy]|corpse|remain|cadaver|skelet|coffin|skull|burn|stab|electrocut|incinerat|mow|harm|slash|"
    "sever|wiped|blow|crush|abandon|jail|fall|fell|demise|bur[iy]|funeral|grave|morgue"
)
_PLACES = (
    "Kharkiv",
    "Homel",
    "Izium",
    "Mykolaiv",
    "Aleppo",
    "Goma",
    "Sanaa",
    "Khartoum",
    "Idlib",
    "Bamako",
    "Kabul",
    "Mosul",
)
_SOURCES = (
    "the governor",
    "a spokesman for the ministry",
    "police",
    "the mayor, {name},",
    "two medics",
    "the defence ministry",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMES = (
    "Olena Marchuk",
    "Sami Haddad",
    "Grace Mbeki",
    "Ivan Petrenko",
    "Layla Nasser",
    "Peter Holm",
    "Amadou Diallo",
)
_ORDINARY = (
    "The {a} {n} {v} the {n} of {p} on {day}, and the {a} {n} {v} {d} after {k} {ns}.",
    "{name}, {age}, a {n} from {p}, said that the {ns} of the {a} {n} had {v} {d}.",
    "In {year} the {n} {v} {k},{kkk} {ns}, {pct} per cent more than the {n} before it, which {v} the {ns} in {p}.",
    "“We {v} the {a} {ns} because nobody {v} them,” {name} told the {n}. “It was a {a} {n}.”",
    "The {n} costs {k} million euros and will be {a} when the {ns}, which {v} in {p}, are {a} too.",
    "{p} beat {p} {small} to {small} before {k},000 {ns} at the {a} {n}, where the {n} {v} the {n} on {day}.",
    "According to the {n}, the {ns} of {p} {v} {d}, but the {a} {n} has not {v} a {n} since {year}.",
    "No {n} in the {a} {ns} of {p} has {v} {d} about the {n} that {name} {v} last week.",
)  # fmt: skip
_RARE = "The committee killed the {n} by {k} votes to {small}, and the {ns} {v} the {a} {n} {d}."
_RARELY = 0.02
_CASUALTIES = (
    "At least {k} people were killed and {small} wounded when a {n} was hit in {p} on {day}, {src} said.",
    "{src} said that {k} soldiers had died near {p} and that more than {k} were missing.",
    "The death toll in {p} rose from {small} to {k}, among them {small} children, according to {src}.",
    "A strike on a {n} in {p} killed {name} and wounded {small} others, {src} told reporters.",
    "Between {k} and {k}0 bodies were brought from {p} to a morgue by truck on {day}, {src} said.",
    "The {a} {n} has lost {k},{kkk} troops since the start of the war, {src} claimed; the figure could not be verified.",
)
_SLOT = re.compile(r"\{(\w+)\}")


class Newsroom:
    """A source of articles; one seed gives the same articles every time."""

    def __init__(self, seed: int, words: int = WORDS) -> None:
        self._random, self._length = Random(seed), words
        listed = {line.partition(" ")[0]: line.split()[1:] for line in load_words("words")}
        classes = {"a": "adjective", "n": "noun", "ns": "nouns", "v": "past", "d": "adverb"}
        self._words = {slot: self._shuffled(listed[name]) for slot, name in classes.items()}
        self._weights = {slot: _zipf(len(words)) for slot, words in self._words.items()}

    def articles(self, number: int, share: float) -> Iterator[Report]:
        """So many reports, of which a `share` tell of casualties."""
        for at in range(number):
            violent = self._random.random() < share
            yield Report(
                f"article-{at}", self._article(violent=violent), "2022-03-18", "Benchmark", None, None
            )

    def _shuffled(self, words: list[str]) -> list[str]:
        harmless = sorted(word for word in words if not harm_places(first_look(word)))
        self._random.shuffle(harmless)
        return harmless

    def _article(self, *, violent: bool) -> str:
        sentences = list[str]()
        while sum(sentence.count(" ") + 1 for sentence in sentences) < self._length:
            rare = self._random.random() < _RARELY
            sentences.append(self._sentence(_RARE if rare else self._random.choice(_ORDINARY)))
        if violent:
            for _ in range(self._random.randint(*_CASUALTY_SENTENCES)):
                place = self._random.randrange(len(sentences))
                sentences[place] = self._sentence(self._random.choice(_CASUALTIES))
        return "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))

    def _sentence(self, frame: str) -> str:
        filled = _SLOT.sub(self._fill, _SLOT.sub(self._fill, frame))
        return filled[0].upper() + filled[1:]

    def _fill(self, slot: re.Match[str]) -> str:
        name, random = slot[1], self._random
        if name in self._words:
            return random.choices(self._words[name], cum_weights=self._weights[name])[0]
        return _OTHERS[name](random)


def _zipf(number: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, number + 1)))


_OTHERS: dict[str, Callable[[Random], str]] = {
    "p": lambda random: random.choice(_PLACES),
    "name": lambda random: random.choice(_NAMES),
    "src": lambda random: random.choice(_SOURCES),
    "day": lambda random: random.choice(_DAYS),
    "age": lambda random: str(random.randint(18, 90)),
    "year": lambda random: str(random.randint(1990, 2021)),
    "pct": lambda random: str(random.randint(1, 60)),
    "small": lambda random: str(random.randint(2, 9)),
    "k": lambda random: str(random.randint(10, 400)),
    "kkk": lambda random: f"{random.randrange(1000):03}",
}


def reports_in(paths: list[str]) -> list[Report]:
    """Real reports to measure on: every one that `cenotaph read` would read there."""
    return [one.report for one in read_paths(paths) if isinstance(one, Document)]
