"""Each export is an entry of the journal, with the hash of what was written."""

import io
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import msgspec

from cenotaph.ledger.connection import open_to_read
from cenotaph.run.exporting import Wanted, export


def test_what_was_given_away_can_be_told(ledger: Path) -> None:
    out = io.BytesIO()
    export(ledger, "geojson", out, Wanted(level="country"))
    with closing(open_to_read(ledger)) as connection:
        kind, body = connection.rows("SELECT kind, body FROM journal ORDER BY seq DESC LIMIT 1")[0]
    written = {
        "bytes": len(out.getvalue()),
        "sha256": sha256(out.getvalue()).hexdigest(),
        "places": "country",
    }
    assert (kind, msgspec.json.decode(body)) == ("export", written)
