"""Whose people: nationality words, capitals, metonyms, armed groups and forces, each leading to a side by name.

The words are data: packs/LANGUAGE/nations.toml and packs/LANGUAGE/armed_groups.toml.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal

from msgspec import Struct

from cenotaph.find.text.folding import fold
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


class People(Struct, frozen=True):
    """A people without a state: its countries (ISO 3166), the likeliest first, its armed groups in each, and the one that
    its rebels are in a country where others of its fighters are not."""

    countries: tuple[str, ...]
    groups: Mapping[str, Sequence[str]]
    rebels: Mapping[str, str]


@cache
def nations(language: str = "en") -> Mapping[str, Party]:
    """Folded words to the country or people they stand for; the country's own name wins over a demonym or capital."""
    pack = load_pack("nations", language)
    return _index([*_nation_words(pack["nations"]), *_people_words(pack["peoples"])])


@cache
def demonyms() -> dict[str, str]:
    """The short English name of a country → the first of its people's names, folded."""
    found: dict[str, str] = {}
    for key, party in nations().items():
        if party.kind == "demonym":
            found.setdefault(party.side, key)
    return found


@cache
def country_names() -> dict[str, str]:
    """ISO 3166 code → the short English name that claims carry."""
    return {
        party.iso: party.side
        for party in nations().values()
        if party.kind == "country" and party.iso is not None
    }


@cache
def iso_of(name: str | None) -> str | None:
    """The ISO 3166 code of a country by its short English name."""
    return next((code for code, known in country_names().items() if known == name), None)


@cache
def armed_groups(language: str = "en") -> Mapping[str, Party]:
    """Folded words to the armed group, or to the state whose force they name."""
    pack = load_pack("armed_groups", language)
    return _index([*_group_words(pack["groups"], pack["led"]), *_force_words(pack["forces"])])


@cache
def member_nouns(language: str = "en") -> frozenset[str]:
    """Nouns that mean a group's or force's people when they follow its name ("Hamas fighters")."""
    return frozenset(load_pack("armed_groups", language)["members"])


@cache
def group_sides() -> frozenset[str]:
    """The sides that are armed groups and no state."""
    states = {party.side for party in nations().values()}
    groups = armed_groups().values()
    return frozenset(party.side for party in groups if party.kind == "group" and party.side not in states)


@cache
def leaders_by_name(language: str = "en") -> Mapping[tuple[str, ...], str]:
    """A leader's name as folded words → the armed group led."""
    rows = load_pack("armed_groups", language)["groups"]
    told = ((name, row) for row in rows for name in row.get("leaders", ()))
    return {tuple(fold(name).split()): row.get("side", row["name"]) for name, row in told}


@cache
def leaders(language: str = "en") -> Mapping[str, str]:
    """The last word of a leader's name, folded → the armed group that the leader's men are."""
    rows = load_pack("armed_groups", language)["groups"]
    told = ((name, row) for row in rows for name in row.get("leaders", ()))
    return {fold(name).split()[-1]: row.get("side", row["name"]) for name, row in told}


@cache
def catch_alls(language: str = "en") -> Mapping[str, str]:
    """ISO 3166 code → the side with which a country's unnamed rebels are counted, where its groups are many."""
    rows = load_pack("armed_groups", language)["groups"]
    return {row["countries"][0]: row["name"] for row in rows if row.get("catch_all")}


@cache
def apart_from_rebels(language: str = "en") -> frozenset[str]:
    """The groups whose people are not called rebels where a country's rebels are counted together."""
    rows = load_pack("armed_groups", language)["groups"]
    return frozenset(row["name"] for row in rows if row.get("apart"))


@cache
def fighters_of_peoples() -> frozenset[str]:
    """The groups that fight for a people without a state: no jihadists."""
    return frozenset(
        group for people in peoples().values() for named in people.groups.values() for group in named
    )


@cache
def enemies(language: str = "en") -> Mapping[str, str]:
    """The side of each state at war with one other → that other's side."""
    pairs = load_pack("nations", language)["at_war"]
    return {one: other for pair in pairs for one, other in (pair, reversed(pair))}


@cache
def holders(language: str = "en") -> Mapping[str, str]:
    """The side of each land without an army → the state whose soldiers die there."""
    return dict(load_pack("nations", language)["held"])


@cache
def disputed(language: str = "en") -> Mapping[str, str]:
    """The name of each land that a state holds and others claim → that state's side."""
    return dict(load_pack("nations", language)["disputed"])


@cache
def fights_abroad(language: str = "en") -> frozenset[str]:
    """The states (ISO 3166) whose armies fight on other lands' soil."""
    return frozenset(load_pack("nations", language)["fights_abroad"])


@cache
def at_peace(language: str = "en") -> frozenset[str]:
    """The states (ISO 3166) on whose soil nobody wages war."""
    return frozenset(load_pack("nations", language)["at_peace"])


@cache
def borders(language: str = "en") -> Mapping[str, frozenset[str]]:
    """ISO 3166 code → the neighbours of a land that knew war."""
    pairs: Mapping[str, Sequence[str]] = load_pack("nations", language)["borders"]
    return {iso: frozenset(lands) for iso, lands in pairs.items()}


@cache
def natives(language: str = "en") -> Mapping[str, frozenset[str]]:
    """The side of a country → the countries (ISO 3166) where its people's name means natives of theirs."""
    rows = load_pack("nations", language)["nations"]
    return {row["name"]: frozenset(row["natives"]) for row in rows if "natives" in row}


@cache
def land_marks(language: str = "en") -> Mapping[str, Sequence[str]]:
    """ISO 3166 code → words that tell of a country's courts and police."""
    found: Mapping[str, Sequence[str]] = load_pack("nations", language)["marks"]
    return found


@cache
def unnamed_groups(language: str = "en") -> Mapping[tuple[str, str], str]:
    """ISO 3166 code and adjective → the group meant by "communist guerrillas" there."""
    pack = load_pack("armed_groups", language)
    return {
        (row["countries"][0], word): row.get("name") or row["side"]
        for row in (*pack["groups"], *pack["forces"])
        for word in row.get("unnamed", ())
    }


@cache
def elsewhere(language: str = "en") -> Mapping[tuple[str, str], str]:
    """A group's name and ISO 3166 code → whom that name means in that country."""
    rows = load_pack("armed_groups", language)["groups"]
    return {(row["name"], iso): side for row in rows for iso, side in row.get("elsewhere", {}).items()}


@cache
def peoples(language: str = "en") -> Mapping[str, People]:
    """The name of each people without a state → where it lives and who fights for it."""
    rows = load_pack("nations", language)["peoples"]
    return {
        row["name"]: People(tuple(row["countries"]), row.get("groups", {}), row.get("rebels", {}))
        for row in rows
    }


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


def _group_words(rows: Iterable[Mapping[str, Any]], led: Sequence[str]) -> Iterator[tuple[str, Party]]:
    for row in rows:
        side = row.get("side", row["name"])
        of_leaders = (f"{leader}'s {noun}" for leader in row.get("leaders", ()) for noun in led)
        for word in (row["name"], *row.get("aliases", ()), *row.get("members", ()), *of_leaders):
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
