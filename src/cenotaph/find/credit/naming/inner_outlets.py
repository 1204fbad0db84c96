"""The outlet inside a noun phrase: "the official Xinhua", "SANA's reporter"."""

from cenotaph.find.credit.naming.outlets import folded, is_listed, known_outlets
from cenotaph.find.credit.naming.phrases import joined
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words


def outlet_inside(words: Words, text: str, start: int, end: int) -> tuple[int, int]:
    """The listed outlet in a phrase that says what it is ("the official | Xinhua", "the semi-official | Fars | news agency")."""
    kinds = word_sets()["kinds"]
    first = low = start + (words.tags[start] == "D")
    while low < end - 1 and (words.lower[low] in kinds or words.lower[low].endswith("-based")):
        low += 1
    if low <= first:
        return start, end
    for at in range(
        first, low + 1
    ):  # "The official | Syrian Arab News Agency": a word for a kind may be the name's.
        for high in range(end, at, -1) if text[words.spans[at][0]].isupper() else ():
            if is_listed(joined(text, words, at, high)):
                return at, high
            if words.lower[high - 1] not in kinds:
                break
    return start, end


def outlet_of(name: str) -> str:
    """The outlet behind "SANA's reporter", "a CNN correspondent"; any other name as it is."""
    first, _, last = name.removeprefix("a ").removeprefix("an ").rpartition(" ")
    if last.lower() not in ("reporter", "correspondent", "journalist", "newsman"):
        return name
    for outlet in (first.removesuffix("'s").removesuffix("’s"), first.removesuffix("s")):
        if folded(outlet) in known_outlets():
            return outlet
    return name
