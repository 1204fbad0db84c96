"""The words by which a source is told, from the pack `sources`."""

import re
from functools import cache
from typing import cast

from cenotaph.language import load_pack
from cenotaph.trace.naming import folded_name
from cenotaph.trace.source import SourceKind


@cache
def stance() -> re.Pattern[str]:
    """What whoever is called "pro-Kremlin" is for or against: no name of his."""
    return re.compile(rf"(?:{'|'.join(load_pack('sources')['words']['stances'])})-", re.IGNORECASE)


@cache
def kinds() -> dict[str, SourceKind]:
    """The kind that each noun for a source tells."""
    pack = load_pack("sources")["kinds"]
    return {folded_name(word): cast(SourceKind, kind) for kind, words in pack.items() for word in words}


@cache
def anybody() -> frozenset[str]:
    """Nouns that any kind of source may end in: "a medical official", "a police source", "hospital workers"."""
    return frozenset(load_pack("sources")["words"]["anybody"])


@cache
def place_nouns() -> frozenset[str]:
    """Nouns for places that somebody is at the head of."""
    return frozenset(load_pack("sources")["words"]["places"])


@cache
def public_tasks() -> frozenset[str]:
    """What an agency does that is an office and no news agency: "Emergency Management Agency"."""
    return frozenset(load_pack("sources")["words"]["public_tasks"])


@cache
def associations() -> frozenset[str]:
    """What journalists join: "the Palestinian Journalists' Syndicate" is no outlet."""
    return frozenset(load_pack("sources")["words"]["associations"])


@cache
def titled() -> frozenset[str]:
    """Nouns for one person that bodies call themselves by: "Myanmar Witness"."""
    return frozenset(word.capitalize() for word in load_pack("sources")["words"]["titled"])


@cache
def one_of_many() -> frozenset[str]:
    """Nouns for one person among many: "official", "officer"."""
    return frozenset(load_pack("sources")["words"]["one_of_many"])


@cache
def roles() -> frozenset[str]:
    """Nouns for who is at the head of something."""
    return frozenset(map(folded_name, load_pack("sources")["words"]["roles"]))


@cache
def platform() -> re.Pattern[str]:
    """What a network, or the occasion of speaking, adds behind a name: "on his Telegram channel"."""
    words = load_pack("sources")["words"]
    names, occasions = ("|".join(map(re.escape, words[key])) for key in ("platforms", "occasions"))
    owner = r"(?:(?:an?|his|her|its|their|the|state|national|local) ){0,2}"
    stated = rf"(?:in|during|at|on|via|over|through) {owner}(?:[\w-]+ ){{0,2}}(?:{occasions})"
    return re.compile(rf"\s+(?:(?:on|in|via)\s+(?:\w+\s+)?(?:official\s+)?(?:{names})|{stated})\b.*$")


@cache
def of_somebody() -> re.Pattern[str]:
    """Words for one who serves a person of rank and is not that person: "a top adviser to President Ann Roe"."""
    words = load_pack("sources")["words"]
    servants, ranks = ("|".join(map(re.escape, words[key])) for key in ("servants", "ranks"))
    return re.compile(
        rf"(?:[\w-]+ ){{0,4}}(?:{servants})s? (?:to|for|of) (?:the )?(?:[A-Z]\w+ )?(?i:{ranks})\.? [A-Z]"
    )


@cache
def ranks() -> frozenset[str]:
    """Titles of persons of rank."""
    return frozenset(map(folded_name, load_pack("sources")["words"]["ranks"]))


@cache
def stand_ins() -> tuple[str, ...]:
    """Words that only stand for a body named elsewhere."""
    return tuple(map(folded_name, load_pack("sources")["words"]["stand_ins"]))


@cache
def groups_in_words() -> frozenset[str]:
    """Words for people or groups of whom a text often names the one body next: "activists"."""
    return frozenset(map(folded_name, load_pack("sources")["words"]["groups_in_words"]))


@cache
def bodies_by_name() -> frozenset[str]:
    """Nouns for bodies that go by the name of a place or of whom they serve: "the committee of Ayr"."""
    return frozenset(map(folded_name, load_pack("sources")["words"]["bodies_by_name"]))


@cache
def bodies() -> frozenset[str]:
    """Nouns that names of bodies end in."""
    return frozenset(map(folded_name, load_pack("sources")["words"]["bodies"]))


@cache
def common() -> frozenset[str]:
    """Common nouns of people, and words that begin a description: no name by a capital alone."""
    people = {word for word, kind in kinds().items() if word not in bodies() and kind != "UN"}
    return frozenset(
        people
        | {
            "local",
            "regional",
            "provincial",
            "senior",
            "western",
            "medical",
            "another",
            "several",
            "personnel",
            "staff",
            "source",
            "sources",
            "both",
        }
    )


@cache
def prepositions() -> frozenset[str]:
    """Words behind which a name does not go on."""
    return frozenset(load_pack("sources")["words"]["prepositions"])
