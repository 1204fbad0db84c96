"""The order of the stages: reports are read, claims found in them and filed in a ledger."""

from cenotaph.run.codes import is_lost, row_of_problem
from cenotaph.run.count import Count
from cenotaph.run.finder import find_safely
from cenotaph.run.judgement_sheet import judge_sheet
from cenotaph.run.judging import Draft, Judged, Refused, history, judge, judge_one
from cenotaph.run.local import Outcome, Result, file_into, find_reports, read_into
from cenotaph.run.places import keys_of, place_of
from cenotaph.run.register import Repeat
from cenotaph.run.sides import sides_of

__all__ = [
    "Count",
    "Draft",
    "Judged",
    "Outcome",
    "Refused",
    "Repeat",
    "Result",
    "file_into",
    "find_reports",
    "find_safely",
    "history",
    "is_lost",
    "judge",
    "judge_one",
    "judge_sheet",
    "keys_of",
    "place_of",
    "read_into",
    "row_of_problem",
    "sides_of",
]
