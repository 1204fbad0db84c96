"""Names that a report itself introduces as places ("the village of Orbo"), however unknown: they are places wherever they stand."""

import re

from cenotaph.find.place.names.place_words import Known, place_words
from cenotaph.find.text.folding import fold
from cenotaph.find.text.small import opened

_NOUNS = "village|town|city|hamlet|suburb|neighborhood|neighbourhood|settlement|locality"
_OPENING = frozenset(form for noun in _NOUNS.split("|") for form in (noun, f"{noun}s"))
_NAME = r"(?:[Aa]l[- ])?[A-Z][\w’'-]+(?: (?:[Aa]l-)?[A-Z][\w’-]+){0,2}"
_OF = re.compile(
    rf"\b(?P<noun>{_NOUNS}|{_NOUNS.upper()})s? (?:of|OF|called|named|CALLED|NAMED) (?P<name>{_NAME})"
)


def introduced(text: str) -> dict[str, Known]:
    """Folded names → what the report tells of them: the rank of their place noun, no country and no key."""
    nouns = place_words().nouns
    return {
        fold(match["name"]): Known(nouns[match["noun"].lower()], None, None, sure=False)
        for match in opened(_OF, text, _OPENING)
    }
