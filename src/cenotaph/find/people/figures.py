"""Another figure for those told in the sentence before: "The rebels put the figure at 30", "he put it at 21"."""

import re

from cenotaph.find.people.analysis import Analysis
from cenotaph.find.text.triggers import figures

_GIVEN = (
    re.compile(r"[WfR](?P<what>[dny])P(?P<v>Z)(?![hkKLo])"),  # "Put the figure at 30".
    re.compile(r"(?P<what>[dnA])o(?P<v>Z)(?=[,.;&c]|$)"),  # "Gave a figure of 30".
    re.compile(
        r"^(?:P[ndv](?:o[nd])?,?)?(?P<what>[dn])(?:B|W)(?:n?,?P)?(?P<v>Z)(?=[,.;&c]|$)"
    ),  # "Other estimates are higher, at about 80", "for Denmark the figure is 40".
    re.compile(r"(?:^|[;c&])(?P<what>[dnyL])[VW]P(?P<v>Z)(?![hkKLo])"),  # "This was later updated to 80".
)
_FIGURES = frozenset(
    (
        "this",
        "that",
        "toll",
        "figure",
        "number",
        "total",
        "count",
        "tally",
        "estimate",
        "estimates",
        "numbers",
        "it",
    )
)


def other_figures(sentence: Analysis) -> list[int]:
    """The numbers that a sentence gives for those of the one before it."""
    words = sentence.tokens
    if figures().search(words.text[words.starts[0] : words.ends[-1]].lower()) is None:
        return []
    found = (match for pattern in _GIVEN for match in pattern.finditer(sentence.kinds))
    return sorted(
        {match.start("v") for match in found if sentence.last_word(match.start("what")) in _FIGURES}
    )
