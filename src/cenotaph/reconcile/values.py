"""What reconciling takes and gives: statements in; incidents, series, disputes and tallies out, each with its reasons.

Dates are EDTF as in the codebook; bounds are inclusive, None where open. Claims are named by their ids.
"""

from typing import Literal

from msgspec import Struct

from cenotaph.model import Claim, Harm, Place, Role, Scope

Label = Literal["provisional", "weak", "fair", "confirmed", "contested", "discounted"]
"""How well a figure stands, in the words of the field: Airwars' grades, and IBC's "provisional"."""

Turn = Literal["first", "rise", "same", "fall", "restart"]
"""What a running total did since the claimant's last one."""


class Claimant(Struct, frozen=True):
    """Who stands behind a claim. All voices of one party to the war are one claimant ("Kyiv", "the General Staff").

    `key` is equal for all its names and for no other claimant; `kind` is as the source register has it; `side` is the
    party that it speaks for, None where it speaks for none.
    """

    key: str
    name: str
    kind: str = "unknown"
    side: str | None = None
    named: bool = True

    @property
    def opening(self) -> str:
        """Its name as it opens a sentence: descriptions are written in small letters elsewhere."""
        return self.name if self.named else self.name[:1].upper() + self.name[1:]


class Statement(Struct, frozen=True):
    """A claim with what weighs it: whose word it is, the testimony it retells, when and by whom it was published.

    Claims of one `testimony` are one account told by several reports. `within` holds the keys of the places that hold
    the claim's place, the smallest first, without the country. `blamed` names the sides whose attack the claim's sentence
    speaks of. `order` is the claim's number in the order of reading. `former` says that its report tells a newer figure in
    the same breath ("risen from 52 to 57").
    """

    claim: Claim
    claimant: Claimant
    testimony: str
    published: str | None = None
    outlet: str | None = None
    place: Place | None = None
    within: tuple[str, ...] = ()
    blamed: tuple[str, ...] = ()
    order: int = 0
    former: bool = False


class Reason(Struct, frozen=True):
    """Why a claim was used or left out, in one sentence."""

    claim: str
    why: str


class Join(Struct, frozen=True):
    """Why a claim belongs to an incident: the claim of the incident that it is most like, a score from 0 to 1, a sentence."""

    claim: str
    to: str
    score: float
    why: str


class Incident(Struct, frozen=True, rename={"from_": "from"}):
    """Claims on one attack, in the order of reading. `id` is made from the first one's and never changes.

    `parts` pairs each sub-count with the claim that is its whole; `blamed` are the sides that some claim's sentence
    says attacked.
    """

    id: str
    place: str | None
    place_key: str | None
    from_: str | None
    until: str | None
    claims: tuple[str, ...]
    joins: tuple[Join, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    blamed: tuple[str, ...] = ()


class Step(Struct, frozen=True):
    """One figure of a series: the claims that give it, its date, and what it did to the last one, in words too."""

    claims: tuple[str, ...]
    date: str | None
    low: int | None
    high: int | None
    turn: Turn
    why: str


class Series(Struct, frozen=True):
    """One claimant's running totals on the same people and harm in one place, the earliest first."""

    id: str
    claimant: Claimant
    side: str | None
    role: Role
    harm: Harm
    place: str | None
    steps: tuple[Step, ...]


class Position(Struct, frozen=True):
    """What one claimant holds in a dispute, with the claims that say so, and the names of those it cannot hold with."""

    claimant: Claimant
    low: int | None
    high: int | None
    date: str | None
    claims: tuple[str, ...]
    against: tuple[str, ...] = ()


class Dispute(Struct, frozen=True, rename={"from_": "from"}):
    """Claimants whose figures for the same people, harm, scope and time cannot all hold; `why` names two that cannot."""

    id: str
    side: str | None
    role: Role
    harm: Harm
    scope: Scope
    place: str | None
    from_: str | None
    until: str | None
    positions: tuple[Position, ...]
    why: str


class Precision(Struct, frozen=True):
    """How exactly a figure is dated and placed, in UCDP's scales (GED codebook 23.1): `event_clarity` 1–2, `date_prec`
    1–5, `where_prec` 1–7."""

    event_clarity: int
    date_prec: int
    where_prec: int


class Said(Struct, frozen=True):
    """One figure of one claimant within a tally, the claims that give it, and whether it was used."""

    claimant: Claimant
    low: int | None
    high: int | None
    approx: bool
    date: str | None
    claims: tuple[str, ...]
    used: bool


class Tally(Struct, frozen=True, rename={"from_": "from"}):
    """The figure for one group by one policy: low, best, high, how well it stands, and why.

    `part` says which part of a whole the figure is ("children"), None for the whole. `origins` is how many independent
    origins stand behind the claims used, at the most. Every claim on the group is in `used` or `left_out`.
    """

    id: str
    policy: str
    side: str | None
    role: Role
    harm: Harm
    scope: Scope
    place: str | None
    place_key: str | None
    from_: str | None
    until: str | None
    low: int | None
    best: int | None
    high: int | None
    label: Label
    origins: int
    precision: Precision
    used: tuple[Reason, ...]
    left_out: tuple[Reason, ...]
    said: tuple[Said, ...]
    why: tuple[str, ...]
    part: str | None = None
    incident: str | None = None
    conceded: tuple[int | None, int | None] | None = None
