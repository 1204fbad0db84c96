"""Where the names of listed agencies and outlets stand in a text, found by their first words and not by one long pattern."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from cenotaph.language import load_pack

_SHORT = 5
_WORD = re.compile(r"\w+")


class ListedName(NamedTuple):
    """A listed name in a text; `outlet` where it stands for one only in patterns that ask for an outlet."""

    start: int
    end: int
    outlet: bool


def listed_names(text: str) -> Iterator[ListedName]:
    """Every listed name that stands in the text as whole words, longer ones first where several begin."""
    table = _by_first_word()
    for word in _WORD.finditer(text):
        for form, outlet in table.get(word[0], ()):
            end = word.start() + len(form)
            if text.startswith(form, word.start()) and not (
                text[end : end + 1].isalnum() or text[end : end + 1] == "_"
            ):
                yield ListedName(word.start(), end, outlet)


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, bool], ...]]:
    """The forms of all listed names under their first words, longest first, and whether each is an outlet's alone."""
    agencies, outlets = _forms("agency"), _forms("outlet")
    agencies |= {form for form in outlets if form.isupper() and len(form) > 2}
    kinds = dict.fromkeys(_with_words(outlets), True) | dict.fromkeys(_with_words(agencies), False)
    found: dict[str, list[tuple[str, bool]]] = {}
    for form, outlet in sorted(kinds.items(), key=lambda one: len(one[0]), reverse=True):
        first = _WORD.match(form)
        if first is not None:
            found.setdefault(first[0], []).append((form, outlet))
    return {word: tuple(forms) for word, forms in found.items()}


def _forms(kind: str) -> set[str]:
    """The names of a kind as they are written, and in capitals."""
    return {form for name in _names(load_pack("sources")[kind]) for form in (name, name.upper())}


def _with_words(forms: set[str]) -> set[str]:
    """Short names also as a word ("Afp")."""
    return forms | {form.capitalize() for form in forms if form.isupper() and 2 < len(form) < _SHORT}


def _names(rows: Iterable[dict[str, list[str]]]) -> Iterator[str]:
    return (str(name) for row in rows for name in (row["name"], *row.get("names", ())))
