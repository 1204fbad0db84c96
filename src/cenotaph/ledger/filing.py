"""What goes into a ledger for one report, and the identity by which it is known again."""

from hashlib import sha256

import msgspec
from msgspec import Struct

from cenotaph.model import Claim, Handling, Place, Report
from cenotaph.problems import Problem


class Raw(Struct, frozen=True):
    """The bytes a report was read from. `offsets` is the packed map from its text to them."""

    sha256: str
    data: bytes
    source: str
    media_type: str
    encoding: str | None
    reader: str
    offsets: bytes


class Filing(Struct, frozen=True):
    """One report with all that was found in it, and the places its claims mean; `key` is its `report_key`."""

    key: str
    report: Report
    raw: Raw
    claims: tuple[Claim, ...]
    handlings: tuple[Handling, ...]
    problems: tuple[Problem, ...]
    places: tuple[Place, ...] = ()


class Met(Struct, frozen=True):
    """A source that holds nothing new."""

    source: str


class Known(Struct, frozen=True):
    """A report the ledger has: the id it is filed under, its bytes, and the finder whose work on it stands."""

    id: str
    raw: str
    finder: str | None


def report_key(report: Report, raw_sha256: str) -> str:
    """The SHA-256 of a report's canonical form: its bytes and what was read from them, not the name it goes by."""
    parts = (raw_sha256, report.text, report.published, report.outlet, report.title, report.url)
    return sha256(msgspec.json.encode(parts)).hexdigest()
