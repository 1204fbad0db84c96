"""Whole reports with marks: `[[34]]` is killed; a letter behind tells another harm: w wounded, m missing, c captured, b bodies, l casualties."""

import re

from cenotaph.find.finder import find
from cenotaph.model import Report

_MARK = re.compile(r"\[\[(.*?)\]\](?:([wmcbl])(?![a-z]))?")
_HARMS = {"w": "wounded", "m": "missing", "c": "captured", "b": "bodies", "l": "casualties", None: "killed"}


def marked(case: str) -> list[tuple[str, str]]:
    """The quantities marked in a case, each with its harm."""
    return [(match[1], _HARMS[match[2]]) for match in _MARK.finditer(case)]


def told(case: str) -> list[tuple[str, str]]:
    """Those that the finder tells of in the case without its marks."""
    found = find(Report("r", _MARK.sub(r"\1", case), "2024-05-06")).claims
    return [(claim.quantity_text, claim.harm) for claim in found]
