"""A corpus of reports with echoes planted at known levels, and traps that are none.

Levels: a copy with 90, 60 or 30% of its words kept; a retelling, and one that makes up 30%; one shared quotation of 15
to 40 words, a short one of 8 to 14, a long one in other words; one shared claim in other words. Traps: header and footer
on all pages of an outlet, with a changing name in them; formulaic briefs on casualties; reports spliced from pieces of
two to five words of the others. Filler text is used once only.
"""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from random import Random
from typing import NamedTuple

import msgspec
from articles import DAYS, NAMES, PLACES, SURNAMES, Grammar, count_words, read_folder
from rewriting import Editor

from cenotaph.model import Claim, Harm, Scope

LEVELS = (
    "copy90",
    "copy60",
    "copy30",
    "retell",
    "retell30",
    "quote",
    "quote_short",
    "quote_reworded",
    "claim",
)
_OUTLETS = tuple(f"{place} {kind}" for place in PLACES[:8] for kind in ("Courier", "Radio", "Wire"))
_BRIEFS = (
    "At least {n} people were killed and {m} wounded when {w} hit {o} in {p} on {d}, {s} said.",
    "The death toll from the strike on {o} in {p} has risen to {n}, {s} said on {d}, adding that {m} people were in hospital.",
    "{w} struck {o} in {p} on {d}, killing {n} civilians and wounding {m} others, according to {s}.",
    "Rescue workers pulled {n} bodies from the rubble of {o} in {p} by {d} evening, {s} reported. Another {m} were injured.",
)
_WEAPONS = ("a missile", "a drone", "a guided bomb", "artillery fire", "a rocket", "two shells", "a mine")
_TARGETS = (
    "a market",
    "a bus stop",
    "a school",
    "a hospital",
    "a station",
    "a power plant",
    "a hotel",
    "a block of flats",
)
_SOURCES = (
    "the regional governor",
    "local officials",
    "the emergency service",
    "police",
    "the mayor",
    "prosecutors",
)
_FURNITURE = (
    "This page of {o} was put together in {p} by the night desk; write to the editor if a name is misspelt, and tell us where.",
    "Support {o}: for the price of a cup of coffee in {p} a reporter can go on working where nobody else does.",
    "{o} is printed in {p} and read in forty countries. No part of it may be passed on without written consent.",
)
_CLAIMS = (
    ("{s} counted {n} bodies of soldiers in {p}, {name} wrote.", "counted {n} bodies"),
    (
        "In {p} the remains of around {n} troops have been collected so far, as {s} put it.",
        "around {n} troops",
    ),
)


class Row(msgspec.Struct):
    """One report of the corpus; `kind` is its level, or "source", "real", "brief", "spliced"."""

    id: str
    outlet: str
    kind: str
    text: str


class Planted(NamedTuple):
    """A corpus: its reports, (source, echo, level) for what was planted, and what a finder would read as claims."""

    rows: list[Row]
    truth: list[tuple[str, str, str]]
    claims: list[tuple[str, Claim]]


class Planter:
    """Builds a corpus; the same arguments give the same corpus."""

    def __init__(self, seed: int, folder: Path | None) -> None:
        self.random = Random(seed)
        self.grammar = Grammar(self.random)
        self.editor = Editor(self.random, self.grammar)
        self.planted = Planted([], [], [])
        real = list(read_folder(folder)) if folder else []
        self.random.shuffle(real)
        self._real = iter(real)
        self._filler: Iterator[str] = chain.from_iterable(self._articles())

    def build(self, reports: int, pairs: int) -> Planted:
        """A corpus of so many reports with so many pairs planted at each level."""
        for level in LEVELS:
            for _ in range(pairs):
                self._plant(level)
        while len(self.planted.rows) < reports // 5:
            self._add("real", next(self._articles()))
        for _ in range(min(2000, reports // 25)):
            self._brief()
        self._splice(reports)
        return self.planted

    def _articles(self) -> Iterator[list[str]]:
        while True:
            yield next(self._real, None) or self.grammar.article(self.random.randrange(220, 700))

    def _new(self, words: float) -> list[str]:
        found: list[str] = []
        size = 0
        while size < words:
            found.append(next(self._filler))
            size += count_words(found[-1])
        return found

    def _plant(self, level: str) -> None:
        random = self.random
        source = next(self._articles())
        if level.startswith("quote"):
            least, most = (8, 14) if level == "quote_short" else (15, 40)
            words = self.grammar.quotation(least, most)
            source.insert(random.randrange(len(source)), self.grammar.quote(words))
            told = self.editor.retell(words) if level == "quote_reworded" else words
            echo = self._scattered(
                [self.grammar.quote(told.rstrip("."))], self._new(random.randrange(260, 480))
            )
        elif level == "claim":
            self._plant_claim(source)
            return
        else:
            echo = getattr(self, f"_{level}")(source)
        first = self._add("source", source)
        second = self._add(level, echo, other_than=first.outlet)
        self.planted.truth.append((first.id, second.id, level))

    def _copy90(self, source: list[str]) -> list[str]:
        return [self.editor.edit(sentence, 0.13) for sentence in source if self.random.random() > 1 / 12]

    def _copy60(self, source: list[str]) -> list[str]:
        kept = [self.editor.edit(sentence, 0.05) for sentence in source if self.random.random() < 0.75]
        cut = len(kept) // 2 if self.random.random() < 0.4 else 0
        return self._scattered(self._new(sum(map(count_words, kept)) * 2 / 3), kept[cut:] + kept[:cut])

    def _copy30(self, source: list[str]) -> list[str]:
        return self._part(source, [self.editor.edit(sentence, 0.06) for sentence in source])

    def _retell(self, source: list[str]) -> list[str]:
        return [self.editor.retell(sentence) for sentence in source if self.random.random() > 0.1]

    def _retell30(self, source: list[str]) -> list[str]:
        return self._part(source, [self.editor.retell(sentence) for sentence in source])

    def _part(self, source: list[str], told: list[str]) -> list[str]:
        """Some neighbouring sentences, together or scattered among new ones that make up 70%."""
        first, size, taken = self.random.randrange(max(1, len(source) // 2)), 0, []
        for sentence in told[first:] + told[:first]:
            if size >= self.random.randrange(100, 156):
                break
            taken.append(sentence)
            size += count_words(sentence)
        new = self._new(size * 7 / 3)
        if self.random.random() < 0.5:
            place = self.random.randrange(len(new) + 1)
            return new[:place] + taken + new[place:]
        return self._scattered(taken, new)

    def _scattered(self, some: list[str], others: list[str]) -> list[str]:
        found = list(others)
        for sentence in some:
            found.insert(self.random.randrange(len(found) + 1), sentence)
        return found

    def _plant_claim(self, source: list[str]) -> None:
        number, place = self.random.randrange(1100, 9900), self.random.choice(PLACES)
        ids: list[str] = []
        for article, (form, quantity) in zip((source, self._new(300)), _CLAIMS, strict=True):
            name = f"{self.random.choice(NAMES)} {self.random.choice(SURNAMES)}"
            said = form.format(s="A medical officer", n=f"{number:,}", p=place, name=name)
            row = self._add("claim" if ids else "source", self._scattered([said], article))
            start = row.text.index(quantity.format(n=f"{number:,}"))
            self._claim(row, start, quantity.format(n=f"{number:,}"), "bodies", number, place, "cumulative")
            ids.append(row.id)
        self.planted.truth.append((ids[0], ids[1], "claim"))

    def _claim(
        self, row: Row, start: int, quantity: str, harm: Harm, number: int, place: str, scope: Scope
    ) -> None:
        claim = Claim(
            f"{row.id}:{start}", row.id, quantity, start, start + len(quantity), harm, number, None, False, "Ruritania",
            "combatants" if harm == "bodies" else "civilians", None, (), place, scope, None, None, (), "asserted",
        )  # fmt: skip
        self.planted.claims.append((row.id, claim))

    def _brief(self) -> None:
        random = self.random
        lines, stated = [], []
        for _ in range(random.randrange(2, 5)):
            dead, place = random.randrange(1, 40), random.choice(PLACES)
            lines.append(
                random.choice(_BRIEFS).format(
                    n=dead, m=random.randrange(2, 120), w=random.choice(_WEAPONS), o=random.choice(_TARGETS),
                    p=place, d=random.choice(DAYS), s=random.choice(_SOURCES),
                )
            )  # fmt: skip
            stated.append((dead, place))
        row = self._add("brief", lines)
        for dead, place in stated:
            self._claim(row, 0, str(dead), "killed", dead, place, "incident")

    def _splice(self, reports: int) -> None:
        words = " ".join(row.text for row in self.planted.rows).split()
        random = self.random
        while len(self.planted.rows) < reports:
            pieces: list[str] = []
            for _ in range(int(random.gauss(123, 40)) if random.random() < 0.9 else 40):
                at = random.randrange(len(words) - 6)
                pieces += words[at : at + random.choice((2, 2, 3, 3, 3, 4, 4, 5))]
            self._add("spliced", [" ".join(pieces)])

    def _add(self, kind: str, sentences: list[str], other_than: str = "") -> Row:
        random = self.random
        outlet = random.choice([name for name in _OUTLETS if name != other_than])
        number = _OUTLETS.index(outlet)
        top, bottom = (
            _FURNITURE[(number + shift) % len(_FURNITURE)].format(o=outlet, p=random.choice(PLACES))
            for shift in (0, 1)
        )
        paragraphs, place = [top], 0
        while place < len(sentences):
            size = random.choice((1, 2, 2, 3))
            paragraphs.append(" ".join(sentences[place : place + size]))
            place += size
        row = Row(f"r{len(self.planted.rows):06d}", outlet, kind, "\n\n".join([*paragraphs, bottom]))
        self.planted.rows.append(row)
        return row


def write_corpus(planted: Planted, folder: Path, seed: int) -> None:
    """Write corpus.jsonl (in random order), truth.tsv and claims.jsonl."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = list(planted.rows)
    Random(seed).shuffle(rows)
    (folder / "corpus.jsonl").write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
    (folder / "truth.tsv").write_text("".join("\t".join(pair) + "\n" for pair in planted.truth))
    (folder / "claims.jsonl").write_bytes(
        b"".join(msgspec.json.encode(claim) + b"\n" for _, claim in planted.claims)
    )
