"""Whose people: nationality words, capitals, metonyms, armed groups and forces, each leading to a side by name.

The words are data: packs/LANGUAGE/nations.toml and packs/LANGUAGE/armed_groups.toml.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Literal

from msgspec import Struct

from cenotaph.find.folding import fold
from cenotaph.language import load_pack

PartyKind = Literal["country", "demonym", "capital", "metonym", "people", "group", "force"]


class Party(Struct, frozen=True):
    """What a word or phrase says about whose people somebody is.

    `side` is the name that claims carry ("Russia", "Hamas"); `kind` is how the words stand for it; `iso` is the
    ISO 3166 code of the country (of a group: of its main country, None where it has none); `cased` means that
    the words count only where the text has them in capitals ("US", "IS").
    """

    side: str
    kind: PartyKind
    iso: str | None
    cased: bool


@cache
def nations(language: str = "en") -> Mapping[str, Party]:
    """Folded words to the country or people they stand for; the country's own name wins over a demonym or capital."""
    pack = load_pack("nations", language)
    return _index([*_nation_words(pack["nations"]), *_people_words(pack["peoples"])])


@cache
def armed_groups(language: str = "en") -> Mapping[str, Party]:
    """Folded words to the armed group, or to the state whose force they name."""
    pack = load_pack("armed_groups", language)
    return _index([*_group_words(pack["groups"]), *_force_words(pack["forces"])])


@cache
def member_nouns(language: str = "en") -> frozenset[str]:
    """Nouns that mean a group's or force's people when they follow its name ("Hamas fighters")."""
    return frozenset(load_pack("armed_groups", language)["members"])


def _nation_words(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Party]]:
    kinds: tuple[tuple[str, PartyKind], ...] = (
        ("aliases", "country"),
        ("demonyms", "demonym"),
        ("capitals", "capital"),
        ("metonyms", "metonym"),
    )
    for row in rows:
        yield row["name"], Party(row["name"], "country", row["iso"], cased=False)
        for field, kind in kinds:
            for word in row.get(field, ()):
                yield word, Party(row["name"], kind, row["iso"], cased=word.isupper())


def _people_words(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Party]]:
    for row in rows:
        for word in row["demonyms"]:
            yield word, Party(row["name"], "people", row["countries"][0], cased=False)


def _group_words(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Party]]:
    for row in rows:
        side = row.get("side", row["name"])
        for word in (row["name"], *row.get("aliases", ()), *row.get("members", ())):
            yield word, Party(side, "group", next(iter(row["countries"]), None), cased=word.isupper())


def _force_words(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Party]]:
    for row in rows:
        for word in row["aliases"]:
            yield word, Party(row["side"], "force", next(iter(row["countries"]), None), cased=word.isupper())


def _index(words: Iterable[tuple[str, Party]]) -> dict[str, Party]:
    """First entry wins; a word given both in capitals and not ("ISIS", "Isis") counts in either case."""
    index: dict[str, Party] = {}
    for word, party in words:
        key = fold(word)
        known = index.setdefault(key, party)
        if known.cased and not party.cased and known.side == party.side:
            index[key] = party
    return index
