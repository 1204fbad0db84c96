"""Who is credited: one entry of the source register."""

from typing import Literal

from msgspec import Struct

SourceKind = Literal[
    "party",
    "military",
    "official",
    "medic",
    "resident",
    "eyewitness",
    "NGO",
    "UN",
    "outlet",
    "agency",
    "footage",
    "document",
    "unknown",
]

PROTECTED: frozenset[SourceKind] = frozenset(("medic", "resident", "eyewitness", "NGO"))
"""Kinds whose unnamed people could come to harm if they were told apart."""

CARRIERS: frozenset[SourceKind] = frozenset(("outlet", "agency"))
"""Kinds that hand on what others say."""


class SourceRef(Struct, frozen=True):
    """A source under the one name that all its names lead to.

    `key` is equal for all names of one source; `side` is the party to the war that it belongs to, as claims write it;
    `house` is the key of the source that it belongs to or speaks for (a sister outlet's house, a spokesman's ministry).
    `house_name` is given where the register as shipped does not know that house. An unnamed source has a key only within its report. `protected` marks unnamed people who could come to harm.
    """

    key: str
    name: str
    kind: SourceKind
    side: str | None = None
    named: bool = True
    protected: bool = False
    house: str | None = None
    house_name: str | None = None

    @property
    def carries(self) -> bool:
        """Whether it is an outlet or agency, which hands on what others say."""
        return self.kind in CARRIERS


class RegisterEntry(Struct, frozen=True):
    """A named source of the register, with the names under which reports credit it, the first met first."""

    source: SourceRef
    names: tuple[str, ...] = ()


class SourceCorrection(Struct, frozen=True):
    """What a person says of the source that goes by `name`. None says nothing.

    `same_as` is the name of the source that it is (merge); `apart` says that the name is a source of its own (split);
    `belongs_to` names the house of a sister outlet, which stays an entry of its own; a `side` of "" is none.
    """

    name: str
    same_as: str | None = None
    apart: bool = False
    belongs_to: str | None = None
    kind: SourceKind | None = None
    side: str | None = None
    protected: bool | None = None
