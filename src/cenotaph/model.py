"""The frozen values that pass between the stages, each carrying the span of the words it came from.

Offsets count characters (code points) of a report's text, end exclusive. `report.text[span.start:span.end]` is the
quote. Field names follow the codebook (docs/codebook.md); anything more than the codebook asks stands after its fields.
"""

from typing import Literal

from msgspec import Struct

Harm = Literal["killed", "wounded", "missing", "captured", "bodies", "casualties"]
Role = Literal["combatants", "civilians", "mixed", "unknown"]
Scope = Literal["incident", "cumulative", "holding", "flow"]
Stance = Literal["asserted", "doubted", "denied"]
Cargo = Literal["dead", "wounded", "both"]
Action = Literal["held", "moved", "returned", "refused", "abandoned", "buried", "cremated", "overflowing"]
Means = Literal["train", "plane", "truck", "bus", "ambulance", "helicopter", "ship", "other"]
Verdict = Literal["accept", "reject", "correct", "add", "undo"]
Subject = Literal["claim", "handling", "echo", "testimony", "source", "person", "incident"]
Standing = Literal["accepted", "corrected", "added", "rejected"]


class Span(Struct, frozen=True, order=True):
    """A stretch of a report's text: `start` inclusive, `end` exclusive, in characters."""

    start: int
    end: int


class Report(Struct, frozen=True):
    """One document of one outlet. Its text never changes once read.

    `published` is an ISO 8601 date or date-time with its zone kept, or None where the document does not say.
    """

    id: str
    text: str
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None


class Place(Struct, frozen=True):
    """A place of the gazetteer that a name in a text stands for.

    `key` identifies it across spellings ("geonames:627907" for Homel and Gomel); `kind` is its feature class
    ("city", "region", "country", ...); `lat` and `lon` are degrees (WGS 84); `country` is ISO 3166 alpha-2.
    """

    key: str
    name: str
    kind: str
    country: str | None
    lat: float
    lon: float


class Change(Struct, frozen=True):
    """One field that no longer holds what was found in the report.

    `found` is the value that was found, as JSON; `by` is the judgement or the rule of a profile that changed it
    ("judgement:3f2a91c4…", "profile:since"); `why` says in a sentence, a person's own or the rule's, why.
    """

    field: str
    found: str
    by: str
    why: str


class Claim(Struct, frozen=True, rename={"from_": "from"}):
    """One mention in a report of how many are dead, wounded, missing or captured (codebook, "Fields of a claim row").

    `low` and `high` are inclusive bounds, None where open. `from_` and `until` are EDTF dates.
    `rules` names the rules that made the claim; `part_of` is the id of the claim it is a sub-count of;
    `evidence` pairs a field's name with the span of the words it was read from. `verdict` is what people made of it,
    None where nobody has judged it; `changes` are the fields that no longer hold what was found.
    """

    id: str
    report: str
    quantity_text: str
    start: int
    end: int
    harm: Harm
    low: int | None
    high: int | None
    approx: bool
    side: str | None
    role: Role
    victims_text: str | None
    names: tuple[str, ...]
    place: str | None
    scope: Scope
    from_: str | None
    until: str | None
    sources: tuple[str, ...]
    stance: Stance
    rules: tuple[str, ...] = ()
    part_of: str | None = None
    evidence: tuple[tuple[str, Span], ...] = ()
    place_key: str | None = None
    sentence: Span | None = None
    verdict: Standing | None = None
    changes: tuple[Change, ...] = ()

    @property
    def spot(self) -> str | None:
        """The quarter, street or building in small letters where the place is one in a town ("orbo college" of "Orbo
        College in Tellin"), None elsewhere: `place_key` is then the town's."""
        spot, led, _ = (self.place or "").casefold().rpartition(" in ")
        return spot if led else None

    @property
    def where(self) -> str | None:
        """What tells the place from others: its key, else its name without the wider one of "Orbo village (Tellin province)"."""
        return self.place_key or (self.place and self.place.casefold().partition(" (")[0])


class Citation(Struct, frozen=True):
    """One credit that a report gives: the source's name and span, the sentence's number, and whether it is an outlet."""

    name: str
    span: Span
    sentence: int
    outlet: bool


class Handling(Struct, frozen=True):
    """One clause that says the dead or wounded are held, moved, returned, refused, buried (codebook, "handling row").

    `verdict` and `changes` are as in a claim.
    """

    id: str
    report: str
    quote: str
    start: int
    end: int
    cargo: Cargo
    action: Action
    facility: str | None
    place: str | None
    from_place: str | None
    to_place: str | None
    means: tuple[Means, ...]
    sources: tuple[str, ...]
    stance: Stance
    rules: tuple[str, ...] = ()
    sentence: Span | None = None
    verdict: Standing | None = None
    changes: tuple[Change, ...] = ()


class Judgement(Struct, frozen=True):
    """What a person decided about one thing, or about whether two are the same, and why.

    `one` is the id of a claim or handling; for the other subjects `one` and `other`, in order, are the two that the
    judgement takes for the same (accept) or not the same (reject): reports (echo), claims (testimony, incident),
    names of sources, mentions of persons. `fields` pairs the name of a field with its new value as JSON; an added claim
    has all of its fields there. `seen` is the digest of what the person had before their eyes (`judging.digest`).
    `undoes` is the id of an earlier judgement that no longer holds. `at` is an ISO 8601 time. `id` is the SHA-256 of all
    the rest.
    """

    id: str
    subject: Subject
    one: str
    other: str | None
    verdict: Verdict
    fields: tuple[tuple[str, str], ...]
    reason: str
    by: str
    at: str
    seen: str | None = None
    undoes: str | None = None
    report: str | None = None
