"""Report in, claims and handlings out. Pure functions: no database, no network, no clock."""
