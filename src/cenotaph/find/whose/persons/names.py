"""Names of persons: the parts by which later mentions know them."""

from functools import lru_cache

from cenotaph.find.text.folding import fold
from cenotaph.find.whose.parties import leaders_by_name

_REMEMBERED = 1 << 10
_TITLES = frozenset(("mr", "mr.", "mrs", "mrs.", "ms", "ms."))


def surnames(name: str) -> set[str]:
    """The folded words by which other mentions know a person: all but a first name and short particles."""
    words = fold(name).split()
    return {word for word in (words[1:] or words) if len(word) > 3} or set(words)


def may_be_one(one: str, other: str) -> bool:
    """Whether a name may be a shorter form of another, or shares two words with it."""
    first, second = _parts(one), _parts(other)
    return first <= second or second <= first or len(first & second) > 1


@lru_cache(maxsize=_REMEMBERED)
def _parts(name: str) -> frozenset[str]:
    """The folded words of a name without titles; remembered, since each name of a list is held against all others."""
    return frozenset(fold(name).split()) - _TITLES


def led_by(name: str) -> str | None:
    """The group of a leader known by name: "bin Laden", "Osama bin Laden"."""
    words = tuple(fold(name).split())
    told = (words[at:] for at in range(max(0, len(words) - 3), len(words)))
    return next((leaders_by_name()[one] for one in told if one in leaders_by_name()), None)
