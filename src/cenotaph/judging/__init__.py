"""What people make of what was found: judgements on claims and handlings, and what stands after them. Pure."""

from cenotaph.judging.changes import value
from cenotaph.judging.digest import digest, identified
from cenotaph.judging.fold import added, as_judged, in_force, judged, undone
from cenotaph.judging.values import CLAIM_FIELDS, HANDLING_FIELDS, Value, WrongValue, checked, read_value

__all__ = [
    "CLAIM_FIELDS",
    "HANDLING_FIELDS",
    "Value",
    "WrongValue",
    "added",
    "as_judged",
    "checked",
    "digest",
    "identified",
    "in_force",
    "judged",
    "read_value",
    "undone",
    "value",
]
