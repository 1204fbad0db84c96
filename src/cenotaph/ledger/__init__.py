"""The ledger: one SQLite file of reports, claims, handlings and problems; rows are superseded, never overwritten."""

from cenotaph.ledger.errors import LedgerError
from cenotaph.ledger.filing import Filing, Known, Raw, report_key
from cenotaph.ledger.filters import ClaimFilter, HandlingFilter
from cenotaph.ledger.query import Ledger, Provenance, row_of_report
from cenotaph.ledger.store import Store
from cenotaph.ledger.summary import Group, summarise

__all__ = [
    "ClaimFilter",
    "Filing",
    "Group",
    "HandlingFilter",
    "Known",
    "Ledger",
    "LedgerError",
    "Provenance",
    "Raw",
    "Store",
    "report_key",
    "row_of_report",
    "summarise",
]
