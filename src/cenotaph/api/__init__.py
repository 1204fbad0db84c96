"""Cenotaph from Python: the verbs of the command line as functions that give rows.

    from cenotaph import api
    rows = api.find("reports/")                      # pandas.DataFrame(rows), polars.DataFrame(list(rows))
    api.read("reports/", ledger="march.sqlite")
    api.claims("march.sqlite", side="Russia", harm="killed")

Rows are plain dicts (`cenotaph.rows`). What could not be read does not raise: it stands in `.problems`. CenotaphError is
raised where the whole call cannot go on (no such ledger, full disk).
"""

from cenotaph.api.judging import judge, judge_sheet, judgements
from cenotaph.api.keeping import refind, verify
from cenotaph.api.listing import claim, claims, handlings, problems, reports, summary
from cenotaph.api.reading import find, find_handlings, find_in_text, read
from cenotaph.api.reckoning import disputes, flow, incidents, matches, persons, series, tally
from cenotaph.api.rows import PathLike, Paths, PolicyName, Rows, RowType, ShownClaim, Traced, Wanted
from cenotaph.api.scoring import score, score_handlings
from cenotaph.api.tracing import sources, trace, trace_files

__all__ = [
    "PathLike",
    "Paths",
    "PolicyName",
    "RowType",
    "Rows",
    "ShownClaim",
    "Traced",
    "Wanted",
    "claim",
    "claims",
    "disputes",
    "find",
    "find_handlings",
    "find_in_text",
    "flow",
    "handlings",
    "incidents",
    "judge",
    "judge_sheet",
    "judgements",
    "matches",
    "persons",
    "problems",
    "read",
    "refind",
    "reports",
    "score",
    "score_handlings",
    "series",
    "sources",
    "summary",
    "tally",
    "trace",
    "trace_files",
    "verify",
]
