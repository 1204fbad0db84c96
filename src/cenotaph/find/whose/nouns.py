"""What the nouns of a victims' noun phrase tell: combatants or not, of a state or against one, or nothing."""

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from cenotaph.find.text.folding import fold
from cenotaph.language import load_pack

NounKind = Literal["state", "rebels", "attackers", "fighters", "civilians", "people"]
KINDS: tuple[NounKind, ...] = ("state", "rebels", "attackers", "fighters", "civilians", "people")
COMBATANT: frozenset[NounKind] = frozenset(("state", "rebels", "attackers", "fighters"))

# What stands behind one of these describes the people further and is no head noun.
_TAIL = frozenset(
    (
        "who",
        "whom",
        "that",
        "which",
        "in",
        "at",
        "from",
        "armed",
        "suspected",
        "including",
        "killed",
        "wounded",
        "traveling",
        "travelling",
    )
)
_HARMED = frozenset(("killed", "wounded"))
_SIZES = (3, 2)  # Words of a noun that has several ("prisoners of war").
_MOSTLY = re.compile(r"^people\b.*\b(?:mostly|mainly|including)\b", re.IGNORECASE)
_TOGETHER = re.compile(r"\b(?:and|or|mostly|mainly|as well as)\b|,")


class RoleWords(NamedTuple):
    """The pack `roles`: noun → kind, and the sets of cue words."""

    kinds: dict[str, NounKind]
    elliptic: frozenset[str]
    armed_words: frozenset[str]
    leaders: frozenset[str]
    titles: frozenset[str]
    targets: frozenset[str]
    war: frozenset[str]
    possessives: frozenset[str]
    kin: frozenset[str]
    against_state: frozenset[str]
    callings: frozenset[str]
    organs: frozenset[str]
    state_nouns: frozenset[str]
    not_titles: frozenset[str]
    soldierly: frozenset[str]
    by_sex: frozenset[str]
    callings_of_many: frozenset[str]
    not_of_war: frozenset[str]
    not_soldiers: frozenset[str]


class Noun(NamedTuple):
    """A noun of a phrase at word `at`, and its kind."""

    at: int
    word: str
    kind: NounKind


@cache
def role_words() -> RoleWords:
    """The English nouns and cues."""
    pack = load_pack("roles")
    kinds: dict[str, NounKind] = {fold(noun): kind for kind in reversed(KINDS) for noun in pack[kind]}
    return RoleWords(kinds, *(frozenset(pack[field]) for field in RoleWords._fields[1:]))


def nouns(phrase: str) -> list[Noun]:
    """The nouns of a victims' phrase that tell who its people are, up to its relative clause or adjunct."""
    kinds, words, out = role_words().kinds, fold(phrase).split(), []
    reach = 0
    for at, word in enumerate(words):
        if word in _TAIL and at and words[at : at + 2] != ["armed", "forces"]:
            if word in _HARMED and kinds.get(" ".join(words[at + 1 : at + 2])) not in (None, "people"):
                continue  # "The wounded rebels".
            break
        if at < reach:
            continue
        size = next((n for n in _SIZES if " ".join(words[at : at + n]) in kinds), 1)
        reach, kind = at + size, kinds.get(" ".join(words[at : at + size]))
        if kind is not None:
            out.append(Noun(at, word, kind))
    return out


@lru_cache(maxsize=1 << 14)
def kind_of(phrase: str | None) -> NounKind | None:
    """The kind of the people of a phrase; None where no noun tells."""
    found = nouns(phrase) if phrase else []
    telling = [noun for noun in found if noun.kind != "people"]
    if telling and telling[-1].kind == "fighters":
        return next((noun.kind for noun in telling if noun.kind in ("rebels", "attackers")), "fighters")
    if telling:
        return telling[-1].kind
    return "people" if found else None


@lru_cache(maxsize=1 << 14)
def is_mixed(phrase: str) -> bool:
    """Whether a phrase counts combatants and civilians together ("soldiers and civilians")."""
    telling = [noun for noun in nouns(phrase) if noun.kind != "people"]
    armed = {noun.kind in COMBATANT for noun in telling}
    if _MOSTLY.search(phrase) and armed == {True}:
        return True
    return len(armed) == 2 and bool(_TOGETHER.search(phrase.lower()))


@lru_cache(maxsize=1 << 14)
def is_of_camps(phrase: str) -> bool:
    """Whether a phrase counts a state's people and those who fight it ("rebels, soldiers and clerks")."""
    kinds = {noun.kind for noun in nouns(phrase)}
    return "state" in kinds and not kinds.isdisjoint(("rebels", "attackers"))
