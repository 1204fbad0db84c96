"""What an export is made of: a dossier's rows at one moment, all of it plain values."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from cenotaph.model import Place
from cenotaph.reconcile import Tally
from cenotaph.rows import ClaimRow, HandlingRow

Json = dict[str, Any]
"""One JSON object on its way to a file."""


class Page(Struct, frozen=True):
    """A report with its text, and where its bytes came from.

    `raw` are the bytes themselves, empty unless the format asks for them; `withheld` where protected words stand in them.
    """

    report: str
    text: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    source: str
    media_type: str
    encoding: str | None
    reader: str
    sha256: str
    raw: bytes = b""
    withheld: bool = False


class Origin(Struct, frozen=True):
    """Where a claim comes from: its testimony (shared by claims that retell one account) and the source behind that.

    `protected` marks people who could come to harm if they were told apart.
    """

    testimony: str
    name: str
    kind: str = "unknown"
    side: str | None = None
    protected: bool = False


class Dossier(Struct, frozen=True):
    """Everything that an export may tell. Claims, pages and places are found by their ids and keys.

    `made` is a time with its zone, `tallies` are by `policy`; `protected` says in a sentence what was withheld.
    """

    made: str
    version: str
    name: str
    policy: str
    claims: Mapping[str, ClaimRow]
    handlings: tuple[HandlingRow, ...]
    pages: Mapping[str, Page]
    origins: Mapping[str, Origin]
    tallies: tuple[Tally, ...]
    places: Mapping[str, Place]
    protected: str = "Nothing was withheld."

    def claims_behind(self, tally: Tally) -> list[ClaimRow]:
        """The claims that a figure was made from."""
        return [self.claims[reason.claim] for reason in tally.used if reason.claim in self.claims]

    def place_of(self, tally: Tally) -> Place | None:
        """The gazetteer's place of a figure."""
        return self.places.get(tally.place_key or "")
