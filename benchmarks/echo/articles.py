"""Articles to plant echoes in: made by a grammar over the language pack's word list, or taken from a folder of texts.

The grammar draws words by Zipf's law and has stock phrases, so that articles share what chance makes articles share.
"""

import re
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from random import Random

import msgspec

from cenotaph.language import load_pack, load_words

PLACES = [
    "Varn",
    "Oldesk",
    "Mirna",
    "Tolpa",
    "Gresk",
    "Hulme",
    "Pirova",
    "Stenka",
    "Arlund",
    "Besk",
    "Corvane",
    "Dromin",
    "Elsk",
    "Fenra",
    "Golit",
    "Harnow",
]
NAMES = [
    "Ilse",
    "Marko",
    "Tadeus",
    "Oona",
    "Petra",
    "Viktor",
    "Lena",
    "Anders",
    "Rosa",
    "Dimitar",
    "Salme",
    "Jonas",
    "Edda",
    "Milan",
    "Greta",
    "Tomas",
]
SURNAMES = [
    "Abel",
    "Brandt",
    "Cernik",
    "Dahl",
    "Ekman",
    "Farkas",
    "Gruber",
    "Holt",
    "Ivanek",
    "Jarvi",
    "Kolar",
    "Lund",
    "Moritz",
    "Novak",
    "Orban",
    "Palm",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
STOCK = (
    "for the first time since", "in the wake of", "on the eve of", "at the end of", "according to a statement from",
    "in an attempt to avoid", "as part of an effort to", "over the past few years", "with the help of", "in the face of",
)  # fmt: skip
FRAMES = (
    "the {a} {n} of {p} {v} {d} {n} on {day} {stock} the {n} that {v} the {a} {n}",
    "{name} {sur} , the {n} who {v} the {n} in {p} , {v} that {d} {n} had been {v} by {a} {n}",
    "{stock} {d} {n} , {a} {n} and {a} {n} {v} the {n} near {p}",
    "no {n} has {v} the {n} {d} {a} {n} {v} when the {n} was {v} and the {n} was {v}",
    "the {n} , which {v} {num} {n} in {year} , has {v} its {a} {n} to {p} and to {d} {n}",
    "by {day} the {n} had {v} {num} {n} , {stock} the {a} {n} {v} a {n}",
    "{a} {n} {v} the {n} , but {d} {n} of the {n} {v} {num} {n} before the {n} could be {v}",
    "when {name} {sur} {v} the {a} {n} , {d} {n} {v} and the {n} of {p} {v} a {n}",
)
QUOTED = (
    "{w} {v} the {n} because {d} {n} {v} {d} {a} {n}",
    "{w} {v} {d} {n} into {d} {n}",
    "{d} {a} {n} {v} {w} near the {n}",
    "every {n} in {p} {v} {d} {n}",
    "{d} {n} {v} the {a} {n} of {p}",
    "the {n} {v} {d} {n} until {w} {v}",
    "{w} could not {v} {num} {n}",
    "{d} {n} had {v} {w} for {num} {n}",
    "{a} {n} and {a} {n} {v} {w}",
)
JOINTS = (", and", ", but", "while", "before", "so", "when", ", for", "after", "and then", "as")
_SAID = ("said", "told reporters", "wrote", "recalled", "explained")
_KINDS = {
    "noun": ("noun", "rare-noun"),
    "verb": ("past", "rare-past"),
    "adjective": ("adjective", "rare-adjective"),
}
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"]?\s+(?=[“\"A-Z0-9])")


class Grammar:
    """Sentences, quotations and articles; the same seed gives the same ones."""

    def __init__(self, random: Random) -> None:
        self.random = random
        words = _vocabulary(random)
        self._pools = {
            part: (pool, list(accumulate(1 / (rank + 9) for rank in range(len(pool)))))
            for part, pool in words.items()
        }

    def word(self, part: str) -> str:
        """A word of a part of speech ("noun", "verb", "adjective"), frequent ones more often."""
        pool, weights = self._pools[part]
        return self.random.choices(pool, cum_weights=weights)[0]

    def sentence(self) -> str:
        """One sentence of an article, without quotation marks."""
        return _tidy(self._filled(self.random.choice(FRAMES))) + "."

    def quotation(self, least: int, most: int) -> str:
        """Words of somebody, between so many and so many of them."""
        while True:
            words = self._filled(self.random.choice(QUOTED))
            while count_words(words) < least:
                words += f" {self.random.choice(JOINTS)} {self._filled(self.random.choice(QUOTED))}"
            if least <= count_words(words) <= most:
                return _tidy(words)

    def article(self, words: int) -> list[str]:
        """About so many words in sentences, some of them quoting somebody."""
        found: list[str] = []
        size = 0
        while size < words:
            found.append(
                self.quote(self.quotation(8, 40)) if self.random.random() < 0.12 else self.sentence()
            )
            size += count_words(found[-1])
        return found

    def quote(self, words: str) -> str:
        """A sentence in which somebody says these words."""
        speaker = f"{self.random.choice(NAMES)} {self.random.choice(SURNAMES)}"
        said = self.random.choice(_SAID)
        if self.random.random() < 0.3:
            return f"{speaker} {said}: “{words}.”"
        return f"“{words},” {speaker} {said} on {self.random.choice(DAYS)}."

    def _filled(self, frame: str) -> str:
        return " ".join(self._slot(piece) if piece.startswith("{") else piece for piece in frame.split())

    def _slot(self, piece: str) -> str:
        random = self.random
        match piece.strip("{}"):
            case "n":
                return self.word("noun")
            case "v":
                return self.word("verb")
            case "a":
                return self.word("adjective")
            case "d":
                return random.choice(("the", "a", "their", "this", "another"))
            case "w":
                return random.choice(
                    (
                        "we",
                        "they",
                        "he",
                        "my brother",
                        "the guards",
                        "nobody",
                        "my men",
                        "she",
                        "our neighbours",
                    )
                )
            case "p":
                return random.choice(PLACES)
            case "name":
                return random.choice(NAMES)
            case "sur":
                return random.choice(SURNAMES)
            case "day":
                return random.choice(DAYS)
            case "num":
                return str(random.randrange(2, 4000))
            case "year":
                return str(random.randrange(1950, 2024))
            case _:
                return random.choice(STOCK)


def read_folder(folder: Path) -> Iterator[list[str]]:
    """The articles of a folder as sentences: .txt files, and the "text" of .jsonl rows; those under 60 words are left out."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".txt":
            texts = [path.read_text("utf-8", "replace")]
        elif path.suffix == ".jsonl":
            texts = [msgspec.json.decode(line)["text"] for line in path.read_bytes().splitlines()]
        else:
            continue
        for text in texts:
            if count_words(text) >= 60:
                yield sentences(text)


def sentences(text: str) -> list[str]:
    """The sentences of a text, cut simply: what is cut wrongly is cut wrongly in source and echo alike."""
    return [
        piece.strip() for line in text.split("\n") for piece in _SENTENCE_END.split(line) if piece.strip()
    ]


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(re.findall(r"\w+", text))


def _vocabulary(random: Random) -> dict[str, list[str]]:
    """Words by part of speech: those with a known frequency first, most frequent first, the others behind in any order."""
    rates = {
        word: band["per_million"]
        for band in load_pack("word_frequencies")["band"]
        for word in band["words"].split()
    }
    lines = [line.split() for line in load_words("words")]
    parts: dict[str, list[str]] = {}
    for part, kinds in _KINDS.items():
        pool = sorted(
            {
                word
                for tag, *words in lines
                if tag in kinds
                for word in words
                if word.isalpha() and len(word) > 3
            }
        )
        random.shuffle(pool)
        parts[part] = sorted(pool, key=lambda word: -rates.get(word, 0))[:9000]
    return parts


def _tidy(words: str) -> str:
    words = words.replace(" ,", ",")
    return words[0].upper() + words[1:]
