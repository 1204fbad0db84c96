"""The version of a ledger, by which what was worked out from it is known to be of it as it is now."""

from cenotaph.ledger import Ledger, LedgerName

Version = tuple[int, ...]
"""How far findings, judgements and profiles are filed."""

LARGE = 400
"""Findings from which on a ledger is worked out in a process of its own; fewer take a few seconds."""


def version_of(ledger: LedgerName) -> Version:
    """Changes whenever a finding, a judgement or a profile is filed."""
    with Ledger(ledger) as book:
        return tuple(int(book.select(f"SELECT coalesce(max(seq), 0) FROM {table}")[0][0])
                     for table in ("finding", "judgement", "profile"))  # fmt: skip


def is_large(version: Version) -> bool:
    """Whether the ledger is a large one."""
    return version[0] >= LARGE
