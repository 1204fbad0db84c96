"""Cenotaph reads reports on a war and keeps an auditable ledger of who says how many are dead."""

__version__ = "0.1.0"
