"""The name told behind one person who is counted: "a guard, Omar Said, died", "a guard named Omar Said"."""

import re

from cenotaph.find.people.analysis import Analysis
from cenotaph.find.people.speaking import SPEAKS

_CALLED = re.compile(r"(?:[oPG][nduv])*(?:,|-|(?P<verb>[WV])c?)(?P<name>p)(?=[;.)KIBkrW-]|,(?!p)|$)")
_NAMED = frozenset(("named", "identified", "called"))


def called_behind(sentence: Analysis, at: int) -> int | None:
    """The chunk of the name of the one person whom chunk `at` counts, where it stands right behind and is not the speaker's."""
    if at < 0 or not _counts_one(sentence, at):
        return None
    called = _CALLED.match(sentence.kinds, at + 1)
    if called is None or SPEAKS.match(sentence.kinds, called.end("name")):
        return None
    verb = called.start("verb")
    return called.start("name") if verb < 0 or sentence.last_word(verb) in _NAMED else None


def _counts_one(sentence: Analysis, at: int) -> bool:
    if sentence.kinds[at] not in "XZ":
        return sentence.kinds[at] == "A"
    quantity = sentence.tokens.quantities.get(sentence.chunks.firsts[at])
    return quantity is not None and quantity.low == quantity.high == 1
