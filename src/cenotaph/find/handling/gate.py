"""Whether words can hold a handling clause at all: a look at each word by itself, long before a sentence is read."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from cenotaph.find.handling.grammar import BUILT_IN, Rule, grammar
from cenotaph.find.handling.settling import BOTH
from cenotaph.find.text.letters import flattened

_REMEMBERED = 1 << 14


_Needs = tuple[tuple[int, tuple[tuple[int, ...], ...]], ...]


class Gate(NamedTuple):
    """Classes as the bits of a number: what a word or phrase is of, and what each rule needs, one number for each need; rules stand under their rarest.

    `phrases` go by their longest word, one of `longest`; `known` are the single words, `asked` those too that stand beside the longest; `carried` has all rules but those that only follow another, `plain` those that need no "they" who were told of before.
    """

    words: dict[bytes, int]
    phrases: dict[bytes, list[tuple[frozenset[bytes], int]]]
    known: frozenset[bytes]
    longest: frozenset[bytes]
    asked: frozenset[bytes]
    plain: _Needs
    carried: _Needs
    always: int


def may_tell(words: frozenset[bytes] | set[bytes], *, carried: bool) -> bool:
    """Whether some rule has in a text of these words (see text/first_look.py) all that it cannot do without."""
    known, mask = gate(), 0
    for bits in map(known.words.__getitem__, known.known & words):
        mask |= bits
    for word in known.longest & words:
        for phrase, bit in known.phrases[word]:
            if not mask & bit and phrase <= words:
                mask |= bit
    return _possible(mask, carried=carried)


@lru_cache(maxsize=_REMEMBERED)
def _possible(mask: int, *, carried: bool) -> bool:
    known = gate()
    present = mask | known.always
    for rarest, rules in known.carried if carried else known.plain:
        if present & rarest and any(_has_all(present, rule) for rule in rules):
            return True
    return False


def _has_all(present: int, needs: tuple[int, ...]) -> bool:
    for need in needs:  # A generator for each of hundreds of rules cost a fortieth of the finder.
        if not present & need:
            return False
    return True


@cache
def gate() -> Gate:
    """The gate of the grammar."""
    known = grammar()
    bits = {letter: 1 << at for at, letter in enumerate(known.letters.values())}
    words: dict[bytes, int] = {}
    phrases: dict[bytes, list[tuple[frozenset[bytes], int]]] = {}
    always = sum(bits[known.letters[name]] for name in BUILT_IN)
    for entry, letter in _entries():
        parts = flattened(entry).split()
        if not parts:  # A sign.
            always |= bits[letter]
        elif len(parts) == 1:
            words[parts[0]] = words.get(parts[0], 0) | bits[letter]
        else:
            phrases.setdefault(max(parts, key=len), []).append((frozenset(parts), bits[letter]))
    plain = _under_rarest(
        _bitwise(rule, bits) for rule in known.rules if not rule.carried and not rule.follows
    )
    every = _under_rarest(_bitwise(rule, bits) for rule in known.rules if not rule.follows)
    single, longest = frozenset(words), frozenset(phrases)
    beside = (parts for options in phrases.values() for parts, _ in options)
    return Gate(words, phrases, single, longest, single.union(*beside), plain, every, always)


def _entries() -> Iterable[tuple[str, str]]:
    """The words and phrases of the grammar with their letters, and those that the words beside them give another."""
    known = grammar()
    yield from known.words.items()
    for options in known.phrases.values():
        yield from ((" ".join(words), letter) for words, letter in options)
    yield "remains", known.letters["body"]
    yield from ((word, known.letters[name]) for word, name in BOTH.items())


def _bitwise(rule: Rule, bits: dict[str, int]) -> tuple[int, ...]:
    """What a rule needs, the rarest first."""
    return tuple(sum(map(bits.__getitem__, need)) for need in sorted(rule.needs, key=len))


def _under_rarest(rules: Iterable[tuple[int, ...]]) -> _Needs:
    """The rest of what each rule needs under its rarest need, each once."""
    found: dict[int, set[tuple[int, ...]]] = {}
    for rarest, *rest in filter(None, rules):
        found.setdefault(rarest, set()).add(tuple(rest))
    return tuple((rarest, ((),) if () in rests else tuple(sorted(rests))) for rarest, rests in found.items())
