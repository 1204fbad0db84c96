"""What a pattern cannot do without, so that it is tried only where it can match: letters of tags, pieces of words."""

from collections.abc import Iterable, Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Need = frozenset[str]
_MOST = 12  # Pieces: more take longer to look for than the pattern.
_SHORTEST = 3  # Letters of a piece that tells anything.


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


def stems(pattern: str) -> frozenset[str]:
    """Pieces of words, in small letters, one of which every match of the pattern holds; empty where none are known."""
    found = _pieces(parser.parse(pattern))
    return found if len(found) <= _MOST and all(len(piece) >= _SHORTEST for piece in found) else frozenset()


def _pieces(parts: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Of all that a sequence must hold, the pieces that tell most: the longest, and the fewest of these."""
    options, run = list[frozenset[str]](), ""
    for kind, value in parts:
        if kind is op.LITERAL:
            run += chr(value).lower()
        else:
            options += [frozenset((run,)), _pieces_of_one(kind, value)]
            run = ""
    known = [option for option in (*options, frozenset((run,))) if option and "" not in option]
    return max(known, key=lambda pieces: (min(map(len, pieces)), -len(pieces)), default=frozenset())


def _pieces_of_one(kind: Any, value: Any) -> frozenset[str]:
    if kind is op.SUBPATTERN:
        return _pieces(value[-1])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT) and value[0]:
        return _pieces(value[2])
    ways = [_pieces(way) for way in value[1]] if kind is op.BRANCH else []
    return frozenset[str]().union(*ways) if all(ways) else frozenset()
