"""Nouns of which only being counted shows that they name people: "40 Taliban", "three fedayeen"."""

from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.text.tokens import Tokens
from cenotaph.find.whose.parties import armed_groups

_COLLECTIVE = frozenset(("militia", "infantry", "enemy", "gendarmerie", "clergy", "youth", "laity"))


def is_collective(tokens: Tokens, index: int) -> bool:
    """Whether a noun without plural names people when counted: "40 Taliban", "12 enemy", "350 militia"."""
    word = tokens.words[index]
    party = armed_groups().get(word)
    return word in _COLLECTIVE or (party is not None and party.kind != "country")


def may_be_people(tokens: Tokens, index: int) -> bool:
    """Whether a plural that no list knows may well name people ("three jihadis", "two fedayeen")."""
    word = tokens.words[index]
    return word not in lexicon().common and word not in lexicon().words and word.endswith(("s", "een", "iya"))
