"""Who says how many, of whom, where: the standing claims by group and claimant."""

from collections.abc import Iterable

from msgspec import Struct

from cenotaph.model import Claim, Report

OWN_VOICE = "the report itself"
"""The claimant of a claim that a report makes in its own voice."""

_NONE = ("", "", "", None)

Kind = tuple[str | None, str, str, str, str | None]


class Group(Struct, frozen=True):
    """The claims of one claimant on the harm of one side's people in one role, scope and place.

    `place` is as the first of the claims writes it; other spellings of one place are the same group. `low` is the
    lowest lower bound and `high` the highest upper bound, None if no claim of the group has one; `open` says that some
    claim has no upper bound, `approx` that some claim's words are rough. Nothing is added together, and parts give no bounds beside their wholes. `claims` counts mentions, `reports` the reports they stand in,
    `denied` the mentions that deny. `latest` is the id of the claim with the latest date, `words` its quantity,
    `sentence` the sentence it stands in.
    """

    side: str | None
    role: str
    harm: str
    scope: str
    place: str | None
    place_key: str | None
    claimant: str
    low: int | None
    high: int | None
    open: bool
    approx: bool
    claims: int
    reports: int
    denied: int
    latest: str
    words: str
    sentence: str | None


class _Gathering:
    """A group while its claims come by; no claim and no report is kept."""

    def __init__(self, first: Claim) -> None:
        self.first = first
        self.low: int | None = None
        self.high: int | None = None
        self.open = self.approx = self.whole = False
        self.claims = self.denied = 0
        self.reports: set[str] = set()
        self.latest: tuple[str, str, str, str | None] = _NONE

    def add(self, claim: Claim, report: Report) -> None:
        """Widen the bounds to this claim's, and keep its words if it is the latest so far. A part of a whole ("a girl among
        them") tells neither, unless the group has only parts."""
        self.claims += 1
        self.denied += claim.stance == "denied"
        self.reports.add(claim.report)
        if claim.part_of is None and not self.whole:
            self.whole, self.low, self.high, self.open, self.approx = True, None, None, False, False
            self.latest = _NONE
        if claim.part_of is None or not self.whole:
            self._widen(claim, report)

    def _widen(self, claim: Claim, report: Report) -> None:
        self.low = (
            claim.low if self.low is None else min(self.low, self.low if claim.low is None else claim.low)
        )
        self.high = (
            claim.high
            if self.high is None
            else max(self.high, self.high if claim.high is None else claim.high)
        )
        self.open |= claim.high is None
        self.approx |= claim.approx
        date = _date(claim, report)
        if not self.latest[1] or date > self.latest[0]:
            self.latest = (date, claim.id, claim.quantity_text, _sentence(claim, report))

    def group(self) -> Group:
        """What was gathered."""
        first, (_, latest, words, sentence) = self.first, self.latest
        return Group(
            side=first.side,
            role=first.role,
            harm=first.harm,
            scope=first.scope,
            place=first.place,
            place_key=first.place_key,
            claimant=_claimant(first),
            low=self.low,
            high=self.high,
            open=self.open,
            approx=self.approx,
            claims=self.claims,
            reports=len(self.reports),
            denied=self.denied,
            latest=latest,
            words=words,
            sentence=sentence,
        )


def summarise(claims: Iterable[tuple[Claim, Report]]) -> list[Group]:
    """One group for each side, role, harm, scope, place and claimant. Kinds with most reports come first, and within
    their kind the claimants with most reports."""
    kinds: dict[Kind, dict[str, _Gathering]] = {}
    for claim, report in claims:
        claimants = kinds.setdefault(_kind(claim), {})
        claimants.setdefault(_claimant(claim).casefold(), _Gathering(claim)).add(claim, report)
    weights = {
        kind: (-len(set().union(*(one.reports for one in found.values()))), -len(found), str(kind))
        for kind, found in kinds.items()
    }
    return [
        group for kind in sorted(kinds, key=weights.__getitem__) for group in _groups(kinds[kind].values())
    ]


def _groups(gathered: Iterable[_Gathering]) -> list[Group]:
    return sorted((one.group() for one in gathered), key=lambda g: (-g.reports, -g.claims, g.claimant))


def _kind(claim: Claim) -> Kind:
    return claim.side, claim.role, claim.harm, claim.scope, claim.where


def _claimant(claim: Claim) -> str:
    return claim.sources[0] if claim.sources else OWN_VOICE


def _sentence(claim: Claim, report: Report) -> str | None:
    return report.text[claim.sentence.start : claim.sentence.end] if claim.sentence else None


def _date(claim: Claim, report: Report) -> str:
    """The claim's date, or its report's; one whose year is not known comes before all others."""
    dated = [date for date in (claim.until, claim.from_) if date and not date.startswith("X")]
    return (*dated, report.published or "")[0]
