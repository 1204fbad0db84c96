"""The profile of a dossier in its ledger: each setting of it is kept, the last one stands."""

import msgspec
from msgspec import Struct

from cenotaph.ledger.batch import Batch, Set
from cenotaph.ledger.database import Connection

_COLUMNS = 'name, text, reason, "by", at'


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
        batch = Batch(connection)
        seq = batch.number("profile")
        older = connection.rows("SELECT seq FROM profile WHERE superseded_by IS NULL ORDER BY seq")
        sets: list[Set] = [("profile", one, "superseded_by", seq) for (one,) in older]
        row = ("profile", (seq, *msgspec.structs.astuple(profile)))
        batch.file("profile", profile.name, {"profile": seq, "by": profile.by}, [row], sets)
        batch.write()


def filed_profiles(connection: Connection) -> list[FiledProfile]:
    """Every profile that was set, oldest first; the last one stands."""
    return [FiledProfile(*row) for row in connection.rows(f"SELECT {_COLUMNS} FROM profile ORDER BY seq")]
