"""Names that give several sources together: "the BBC and Mediazona", "the Peace Desk together with Harbour Watch"."""

import re
from itertools import pairwise

from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.offices import office_words
from cenotaph.trace.shipped import shipped
from cenotaph.trace.source_kinds import is_named, kind_of
from cenotaph.trace.states import is_demonym, names_nation

_WITH = re.compile(
    r",? (?:together|along|jointly|in (?:partnership|co-?operation|collaboration|conjunction|association)) with (?:the )?"
)
_AND = re.compile(r",? and (?:the |an? )?|, ")
_BOTH = re.compile(r"^[Bb]oth (?=.* and )")
_IN_PLACE = re.compile(r"\w (?:in|from|of|across) (?:the )?[A-Z][\w'’.-]*$")
_MANY = 3
_SHARED = ("sources", "officials", "officers", "workers")


def parts_of(name: str) -> tuple[str, ...]:
    """The sources that a name gives together, where each stands alone, or has a name and made something with the others ("the Peace
    Desk together with Harbour Watch"); else the name itself."""
    makers = _WITH.split(name)
    if len(makers) > 1 and all(map(is_named, makers)):
        return tuple(makers)
    parts = _with_noun([part for part in _AND.split(_BOTH.sub("", name)) if part])
    if len(parts) == 1 or shipped(folded_tokens(name)):
        return (name,)
    if not (all(map(_stands_alone, parts)) or _are_names(parts)):
        return (name,)
    if any(_IN_PLACE.search(one) and names_nation(other) for one, other in pairwise(parts)):
        return (name,)  # "Researchers in Chad and Niger".
    return tuple(parts)


def _are_names(parts: list[str]) -> bool:
    """Whether three and more parts are names of several words, one of them listed: "Amnesty International, Harbour Watch and the Peace Desk"."""
    many = len(parts) >= _MANY and all(" " in part and part[0].isupper() for part in parts)
    return many and any(shipped(folded_tokens(part)) is not None for part in parts)


def _with_noun(parts: list[str]) -> list[str]:
    """The parts with the noun that the last one has for all: "military and police sources" are sources of either."""
    noun = parts[-1].split()[-1] if parts else ""
    if noun not in _SHARED or len(parts[-1].split()) < 2:
        return parts
    return [part if " " in part.strip() or part == parts[-1] else f"{part} {noun}" for part in parts]


def _stands_alone(part: str) -> bool:
    tokens = folded_tokens(part)
    if is_demonym(part):
        return False  # "Belarusian and Ukrainian media".
    return (
        tokens[:1] == ("other",)
        or shipped(tokens) is not None
        or kind_of(part) != "unknown"
        or office_words(tokens)
    )
