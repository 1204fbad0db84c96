"""What people make of what was found: judgements on claims and handlings, and what stands after them. Pure."""

from cenotaph.judging.blind import as_found, seen_by
from cenotaph.judging.changes import changed, value
from cenotaph.judging.digest import digest, identified
from cenotaph.judging.fold import Pair, Pairs, added, as_judged, in_force, judged, pairs, undone
from cenotaph.judging.values import CLAIM_FIELDS, HANDLING_FIELDS, Value, WrongValue, checked, read_value

__all__ = [
    "CLAIM_FIELDS",
    "HANDLING_FIELDS",
    "Pair",
    "Pairs",
    "Value",
    "WrongValue",
    "added",
    "as_found",
    "as_judged",
    "changed",
    "checked",
    "digest",
    "identified",
    "in_force",
    "judged",
    "pairs",
    "read_value",
    "seen_by",
    "undone",
    "value",
]
