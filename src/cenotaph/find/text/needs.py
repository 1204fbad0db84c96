"""What a pattern over one-letter tags cannot do without, so that it is tried only where it can match."""

from collections.abc import Iterable, Iterator
from re import _constants as op  # type: ignore[attr-defined, unused-ignore]
from re import _parser as parser  # type: ignore[attr-defined, unused-ignore]
from typing import Any

Need = frozenset[str]


def needs(pattern: str) -> frozenset[Need]:
    """Sets of letters of each of which a string must hold one for the pattern to match in it.

    Read from the tree that `re` itself parses the pattern to: nothing else tells as surely what is optional.
    """
    return frozenset(_of_all(parser.parse(pattern)))


def _of_all(parts: Iterable[tuple[Any, Any]]) -> Iterator[Need]:
    for kind, value in parts:
        yield from _of_one(kind, value)


def _of_one(kind: Any, value: Any) -> Iterator[Need]:
    if kind is op.LITERAL:
        yield frozenset(chr(value))
    elif kind is op.IN and all(part is op.LITERAL for part, _ in value):
        yield frozenset(chr(letter) for _, letter in value)
    elif kind in (op.SUBPATTERN, op.ASSERT):
        yield from _of_all(value[-1])
    elif kind in (op.MAX_REPEAT, op.MIN_REPEAT) and value[0]:
        yield from _of_all(value[2])
    elif kind is op.BRANCH:
        yield from _of_any([frozenset(_of_all(way)) for way in value[1]])


def _of_any(ways: list[frozenset[Need]]) -> Iterator[Need]:
    """Of alternatives one need is known: something that one of them needs."""
    if all(ways):
        yield frozenset[str]().union(*(min(way, key=lambda need: (len(need), sorted(need))) for way in ways))
