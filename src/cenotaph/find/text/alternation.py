"""One regular expression for many words that share beginnings: `re` tries a tree of letters, not word after word."""

import re
from collections.abc import Iterable

Tree = dict[str, "Tree"]
_END = ""  # Marks, as a key, that a word ends at this node.


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that matches any of the words where a word starts; `*` ends in any letters, `?` is one letter.

    A word without `*` at its end matches only where it ends as a word.
    """
    tree: Tree = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return re.compile(rf"\b{_expression(tree)}")


def _expression(tree: Tree) -> str:
    parts = [_branch(letter, below) for letter, below in sorted(tree.items(), reverse=True)]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _branch(letter: str, below: Tree) -> str:
    if letter == _END:
        return r"\b"
    if letter == "*":
        return r"\w*"
    return (r"\w" if letter == "?" else re.escape(letter)) + _expression(below)
