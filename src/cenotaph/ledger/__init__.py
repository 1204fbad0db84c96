"""The ledger: one SQLite file of reports, claims, handlings and problems."""
