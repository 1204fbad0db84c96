"""What kind of speaker a noun stands for: a person, several, a body, a document."""

from functools import cache
from typing import Literal

from cenotaph.language import load_pack

Kind = Literal["person", "plural", "body", "document", "name"]


def is_body(noun: str) -> bool:
    """Whether a lower-case noun is that of a body that can speak."""
    return noun_kinds().get(noun) == "body"


def is_person(noun: str) -> bool:
    """Whether a lower-case noun is that of a person, or a title."""
    return noun_kinds().get(noun) in ("person", "plural")


@cache
def _offices() -> frozenset[str]:
    nouns = load_pack("reporting")["nouns"]
    return frozenset(nouns["title"]) - frozenset(nouns["no_office"])


def is_office(noun: str) -> bool:
    """Whether a lower-case noun is an office or rank, such as has one bearer: no witness, no doctor."""
    return noun in _offices()


def is_single(noun: str) -> bool:
    """Whether a lower-case noun is one person or body that can speak, and so takes no count."""
    return noun_kinds().get(noun) in ("person", "body")


@cache
def noun_kinds() -> dict[str, Kind]:
    nouns = load_pack("reporting")["nouns"]
    order: tuple[tuple[str, Kind], ...] = (
        ("document", "document"),
        ("body", "body"),
        ("title", "person"),
        ("person", "person"),
        ("plural", "plural"),
    )
    return {word: kind for name, kind in order for word in nouns[name]}
