"""The profile of a dossier in its ledger: each setting of it is kept, the last one stands."""

from msgspec import Struct

from cenotaph.ledger.database import Connection

_COLUMNS = 'name, text, reason, "by", at'
_ADD = f"INSERT INTO profile (seq, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"


class FiledProfile(Struct, frozen=True):
    """A profile as it was set: its name, its TOML text, why, by whom and when (ISO 8601)."""

    name: str
    text: str
    reason: str
    by: str
    at: str


def add_profile(connection: Connection, profile: FiledProfile) -> None:
    """File it over the one that stood."""
    with connection.transaction():
        seq = int(connection.rows("SELECT coalesce(max(seq), 0) + 1 FROM profile")[0][0])
        connection.execute("UPDATE profile SET superseded_by = ? WHERE superseded_by IS NULL", (seq,))
        values = (profile.name, profile.text, profile.reason, profile.by, profile.at)
        connection.execute(_ADD, (seq, *values))


def filed_profiles(connection: Connection) -> list[FiledProfile]:
    """Every profile that was set, oldest first; the last one stands."""
    return [FiledProfile(*row) for row in connection.rows(f"SELECT {_COLUMNS} FROM profile ORDER BY seq")]
