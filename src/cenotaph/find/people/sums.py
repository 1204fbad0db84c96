"""Parts told behind their whole without a word for it, known by their sum: "four were wounded, three men and one woman"."""

import re
from collections.abc import Iterator

from cenotaph.find.people.analysis import Analysis
from cenotaph.find.people.claim_rules import expanded
from cenotaph.find.people.reading import Reading

_BEHIND = re.compile(
    expanded(
        "[BVWK]?(?:[Pboc]{NP}n?)*(?:[,;](?P<p>[XZA]{POST}(?:(?:,&?|&)[XZA]{POST})+)|[-:](?P<names>p(?:(?:,&?|&)[pA])+))"
    )
)


def summed(sentence: Analysis, best: dict[int, Reading]) -> Iterator[tuple[int, int]]:
    """Part and whole: numbers behind the word of harm of a number before it that are as many together."""
    for whole, told in list(best.items()):
        match = _BEHIND.match(sentence.kinds, told.trigger + 1) if whole <= told.trigger else None
        if match is None:
            continue
        group = "names" if match["names"] else "p"
        parts = [at for at in range(*match.span(group)) if _is_part(sentence.kinds, at)]
        if sum(_many(sentence, at) for at in parts) == _many(sentence, whole):
            yield from ((at, whole) for at in parts)


def _is_part(kinds: str, at: int) -> bool:
    return kinds[at] in "XZAp" and kinds[at - 1] in ",;&:-"


def _many(sentence: Analysis, at: int) -> int:
    """How many a chunk counts; one for "a woman"."""
    first, last = sentence.edges(at)
    found = (sentence.tokens.quantities.get(token) for token in range(first, last + 1))
    return next((quantity.low or 0 for quantity in found if quantity is not None), 1)
