"""Names of persons: the parts by which later mentions know them."""

from cenotaph.find.text.folding import fold

_TITLES = frozenset(("mr", "mr.", "mrs", "mrs.", "ms", "ms."))


def surnames(name: str) -> set[str]:
    """The folded words by which other mentions know a person: all but a first name and short particles."""
    words = fold(name).split()
    return {word for word in (words[1:] or words) if len(word) > 3} or set(words)


def may_be_one(one: str, other: str) -> bool:
    """Whether a name may be a shorter form of another, or shares two words with it."""
    first, second = set(fold(one).split()) - _TITLES, set(fold(other).split()) - _TITLES
    return first <= second or second <= first or len(first & second) > 1
