"""The ledger, in SQLite or PostgreSQL: reports, claims, handlings and problems; rows are superseded, never overwritten."""

from cenotaph.ledger.errors import LedgerError
from cenotaph.ledger.filing import Filing, Known, Met, Raw, report_key
from cenotaph.ledger.filters import ClaimFilter, HandlingFilter, JudgementFilter
from cenotaph.ledger.listing import Listed, ReportFilter, ReportLine, Window, list_claims, list_reports
from cenotaph.ledger.lookup import the_judgement, the_one
from cenotaph.ledger.name import LedgerName, is_url
from cenotaph.ledger.profiles import FiledProfile, add_profile, filed_profiles
from cenotaph.ledger.provenance import Provenance, ReportRow, report_row
from cenotaph.ledger.query import Ledger
from cenotaph.ledger.standing import Done, StandingRow, StandingTables
from cenotaph.ledger.store import Store
from cenotaph.ledger.summary import Group, summarise
from cenotaph.ledger.traces import Filed, TraceTables

__all__ = [
    "ClaimFilter",
    "Done",
    "Filed",
    "FiledProfile",
    "Filing",
    "Group",
    "HandlingFilter",
    "JudgementFilter",
    "Known",
    "Ledger",
    "LedgerError",
    "LedgerName",
    "Listed",
    "Met",
    "Provenance",
    "Raw",
    "ReportFilter",
    "ReportLine",
    "ReportRow",
    "StandingRow",
    "StandingTables",
    "Store",
    "TraceTables",
    "Window",
    "add_profile",
    "filed_profiles",
    "is_url",
    "list_claims",
    "list_reports",
    "report_key",
    "report_row",
    "summarise",
    "the_judgement",
    "the_one",
]
