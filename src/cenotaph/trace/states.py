"""States and armed groups: "Ukraine", "Kyiv", "the Houthis"."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from cenotaph.language import load_pack
from cenotaph.trace.naming import Tokens, folded_name, folded_tokens
from cenotaph.trace.source import SourceRef

_LONGEST_NATION = 6
_INITIALS = 3
"""Names of groups no longer than this spell common words as well ("IS")."""
_DATELINE = re.compile(r"\W*([A-Z][A-Z .'’-]{2,24}|[A-Z][a-z]+)(?:,| ?\(| ?[-–—:] )")
_WORD = re.compile(r"[\w.]+(?:['’]\w+)?")
_COUNTS = frozenset(("figures", "tally", "tallies", "count", "counts", "data", "statistics"))


class Nation(NamedTuple):
    """A nation's name within a name: its side, and the words `start:end` that say so."""

    side: str
    start: int
    end: int


@lru_cache(50_000)
def nation_in(tokens: Tokens) -> Nation | None:
    """The first nation that the words name, by its name or the word for its people."""
    for start in range(len(tokens)):
        for end in range(min(len(tokens), start + _LONGEST_NATION), start, -1):
            name = " ".join(tokens[start:end])
            # "Russias army": texts that went through many hands have lost their apostrophes.
            side = nations().get(name) or nations().get(name.removesuffix("s"))
            if side is not None:
                return Nation(side, start, end)
    return None


def names_nation(name: str) -> bool:
    """Whether a name is a nation's and nothing else."""
    return folded_name(name) in nations()


def is_demonym(name: str) -> bool:
    """Whether a name is the adjective of a nation ("Belarusian"), and not what the nation is called."""
    return folded_name(name) in _adjectives()


def party(folded: str) -> SourceRef | None:
    """A state (by its name, its capital or a word that stands for it) or an armed group."""
    side = nations().get(folded) or seats().get(folded)
    if side is not None:
        return SourceRef(f"state:{side}", side, "party", side)
    return armed_group(folded)


def armed_group(folded: str) -> SourceRef | None:
    """An armed group by one of its names."""
    side = _groups().get(folded)
    return SourceRef(f"group:{side}", side, "party", side) if side is not None else None


def side_in(tokens: Tokens) -> str | None:
    """The state or armed group that the words name first: "a leader of | Hamas"."""
    nation = nation_in(tokens)
    before = tokens if nation is None else tokens[: nation.end]
    return _group_in(before) or (nation.side if nation is not None else None)


def _group_in(tokens: Tokens) -> str | None:
    stretches = (tokens[start:end] for start in range(len(tokens)) for end in range(len(tokens), start, -1))
    names = (" ".join(words) for words in stretches)
    return next((_groups()[name] for name in names if len(name) > _INITIALS and name in _groups()), None)


def state_that_counts(tokens: Tokens) -> SourceRef | None:
    """The state whose figures words say that they are: "official Israeli figures", "a Ukrainian tally"."""
    nation = nation_in(tokens)
    rest = [word for word in tokens if word not in ("official", "government")]
    is_only = nation is not None and len(rest) - 1 == nation.end - nation.start
    return party(folded_name(nation.side)) if nation and is_only and rest[-1] in _COUNTS else None


def authorities(text: str) -> list[tuple[int, str]]:
    """Where a text speaks of a state's authorities, with the state: "Ukrainian authorities", "Russia's army"."""
    plain = [(match.start(), _as_nation(match[0])) for match in _WORD.finditer(text)]
    authority = frozenset(load_pack("sources")["authority"])
    found = []
    for number, (at, _) in enumerate(plain):
        for length in (2, 1):
            name = " ".join(word for _, word in plain[number : number + length])
            behind = plain[number + length : number + length + 1]
            if name in nations() and behind and behind[0][1] in authority:
                found.append((at, nations()[name]))
                break
    return found


def owner_of(office: str, text: str, at: int) -> str | None:
    """The state that "its" points back to before an office whose sentence reaches `at`: "Cairo spoke: its Defence Ministry said"."""
    sentence = max(text.rfind(stop, 0, at) for stop in (". ", "\n")) + 1
    own = text.rfind(f" its {office}", sentence, at)
    words = [_as_nation(match[0]) for match in _WORD.finditer(text[sentence : max(own, sentence)])]
    named = (seats().get(word) or nations().get(word) for word in reversed(words))
    return next((state for state in named if state), None)


def datelined_from(text: str) -> str | None:
    """The state whose capital stands in a text's dateline: "BAKU, December 9. /TASS/." """
    opening = _DATELINE.match(text)
    return seats().get(folded_name(opening[1])) if opening is not None else None


def nation_named_most(text: str) -> str | None:
    """The nation that a text names more often than any other, by its name or the word for its people."""
    most = Counter(_named(text)).most_common(2)
    return None if not most or most[0][1] == most[-1][1] and len(most) > 1 else most[0][0]


def _named(text: str) -> Iterator[str]:
    """The nations that a text names, and not those that a hyphen makes say what something else is ("Iran-backed militias")."""
    words = [
        _as_nation(match[0]) if text[match.end() : match.end() + 1] != "-" else ""
        for match in _WORD.finditer(text)
    ]
    at = 0
    while at < len(words):
        names = {size: " ".join(words[at : at + size]) for size in (2, 1)}
        size = next((size for size, name in names.items() if name in nations()), None)
        if size is not None:
            yield nations()[names[size]]
        at += size or 1


def _as_nation(word: str) -> str:
    """A word of a text as a nation's name is looked up: initials count in capitals alone ("US", "CAR", and no "car"), and a name may have lost its apostrophe
    ("Chads")."""
    folded = next(iter(folded_tokens(word)), "")
    if folded in nations():
        return folded if len(folded) > _INITIALS or word.isupper() else ""
    plain = folded.removesuffix("s")
    return plain if len(plain) > _INITIALS and plain in nations() else folded


@cache
def nations() -> dict[str, str]:
    """The side that each name of a nation and each word for its people stands for."""
    return dict(reversed(list(_words(("demonyms", "aliases")))))


@cache
def _adjectives() -> frozenset[str]:
    nations: list[dict[str, Any]] = load_pack("nations")["nations"]
    names = {folded_name(name) for nation in nations for name in (nation["name"], *nation.get("aliases", ()))}
    return frozenset(folded_name(word) for nation in nations for word in nation.get("demonyms", ())) - names


@cache
def seats() -> dict[str, str]:
    """The side that each capital, and each word that stands for a state, means."""
    return dict(reversed(list(_words(("capitals", "metonyms")))))


def _words(fields: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for land in load_pack("sources")["unrecognised"]:
        yield from ((folded_name(name), land["name"]) for name in (land["name"], *land.get("names", ())))
    nations: list[dict[str, Any]] = load_pack("nations")["nations"]
    for nation in nations:
        yield folded_name(nation["name"]), nation["name"]
    for field in reversed(fields):
        for nation in nations:
            for word in nation.get(field, ()):
                yield folded_name(word), nation["name"]


@cache
def _groups() -> dict[str, str]:
    return {
        folded_name(word): group.get("side", group["name"])
        for group in load_pack("armed_groups")["groups"]
        for word in (group["name"], *group.get("aliases", ()))
    }
