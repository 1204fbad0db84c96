"""The noun phrase that is the subject of a reporting verb."""

import re

from cenotaph.find.speakers import ANYONE, SPEAKER
from cenotaph.find.speech_tags import Words

# What may stand between a subject and its verb: "has also", "on Monday", "last week".
_GAP = r"(?:[RH]|P[D#]?[RN#]+(?![CNLxd])|#R)*"
_APPOSITION = r"(?:,[^,;:<>\"VG]{1,25}){1,2},"
_BOUNDARY = r"(?:^|[-,;:<>&STwG|\"])"
_SUBJECTS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("pronoun", r"(?P<np>I)(?:[RH]|D?R)*$"),
        ("apposition", rf"(?<![PoCxLN])(?P<np>{SPEAKER}{_APPOSITION}){_GAP}$"),
        ("unmarked", rf"(?:^|[|T])(?:R|#R)*(?P<np>D?[Cx]{{0,3}}[CNd](?:PC+)?)D[xCNLdsK]{{1,6}}{_GAP}$"),
        ("relative", rf"(?P<np>{SPEAKER}),?w{_GAP}$"),
        (
            "modified",
            rf"{_BOUNDARY}(?:R|#R)*(?P<np>{SPEAKER})[VK](?:P[D#]?[RCN#xsL]{{1,4}}|R|y[D#]?[CxsLN]{{1,5}})+{_GAP}$",
        ),
        ("clause", rf"{_BOUNDARY}(?:R|#R)*(?P<np>{ANYONE}(?:&{ANYONE})?){_GAP}$"),
        ("phrase", rf"(?P<np>{SPEAKER}(?:&{SPEAKER})?){_GAP}$"),
    )
)
# How many words before the verb are looked at.
_REACH = 34


def subject_before(words: Words, at: int) -> tuple[str, int, int] | None:
    """The noun phrase before the verb at word `at`: the pattern's name and the words it takes."""
    base = max(0, at - _REACH)
    left = words.tags[base:at]
    for name, pattern in _SUBJECTS:
        match = pattern.search(left)
        if match is not None:
            start, end = match.span("np")
            return name, base + _after_object(left, start, end, name), base + end - left[:end].endswith(",")
    return None


def _after_object(left: str, start: int, end: int, name: str) -> int:
    """Where a subject starts that no comma parts from the object of a preposition ("in Douma medical sources said")."""
    if name == "phrase" and start and left[start - 1] in "Po" and left[start] in "Cs":
        match = re.match(r"[Cs]+(?=[xNLd]*[NLd]$)", left[start:end])
        return start + match.end() if match else start
    return start


def plain_head(words: Words, start: int, end: int) -> str:
    """The head noun of a subject, lower case."""
    cut = re.search(r"[oPy,]", words.tags[start + 1 : end])
    return words.lower[start + cut.start() if cut else end - 1]
