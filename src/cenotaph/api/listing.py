"""What a ledger holds."""

from cenotaph.api.rows import ShownClaim
from cenotaph.ledger import (
    ClaimFilter,
    Group,
    HandlingFilter,
    Ledger,
    LedgerName,
    ReportRow,
    report_row,
    summarise,
    the_one,
)
from cenotaph.model import (
    Action,
    Cargo,
    Claim,
    Harm,
    Means,
    Role,
    Scope,
    Stance,
)
from cenotaph.problems import CenotaphError, Problem
from cenotaph.rows import ClaimRow, HandlingRow, claim_row, handling_row
from cenotaph.run import (
    keys_of,
    sides_of,
)


def claims(
    ledger: LedgerName,
    *,
    side: str | None = None,
    harm: Harm | None = None,
    role: Role | None = None,
    scope: Scope | None = None,
    stance: Stance | None = None,
    place: str | None = None,
    source: str | None = None,
    from_: str | None = None,
    until: str | None = None,
    text: str | None = None,
    report: str | None = None,
    verdict: str | None = None,
) -> list[ClaimRow]:
    """The claims that stand in a ledger and meet every condition given (see `ledger.ClaimFilter`)."""
    wanted = ClaimFilter(
        side=side,
        sides=sides_of(side) if side else (),
        harm=harm,
        role=role,
        scope=scope,
        stance=stance,
        place=place,
        place_keys=keys_of(place) if place else (),
        source=source,
        from_=from_,
        until=until,
        text=text,
        report=report,
        verdict=verdict,
    )
    with Ledger(ledger) as book:
        return [claim_row(one, report_, book.place(one.place_key)) for one, report_ in book.claims(wanted)]


def claim(ledger: LedgerName, id_: str) -> ShownClaim:
    """The one claim whose id begins so. CenotaphError where there is none, or there are several."""
    with Ledger(ledger) as book:
        found, report = the_one(book, id_)
        if not isinstance(found, Claim):
            raise CenotaphError(f"{id_} is a handling and no claim; api.handlings has its row.")
        return ShownClaim(found, report, book.place(found.place_key))


def handlings(
    ledger: LedgerName,
    *,
    cargo: Cargo | None = None,
    action: Action | None = None,
    means: Means | None = None,
    stance: Stance | None = None,
    place: str | None = None,
    source: str | None = None,
    text: str | None = None,
    report: str | None = None,
    verdict: str | None = None,
) -> list[HandlingRow]:
    """The handlings that stand in a ledger and meet every condition given (see `ledger.HandlingFilter`)."""
    wanted = HandlingFilter(
        cargo=cargo,
        action=action,
        means=means,
        stance=stance,
        place=place,
        source=source,
        text=text,
        report=report,
        verdict=verdict,
    )
    with Ledger(ledger) as book:
        return [handling_row(handling, report_) for handling, report_ in book.handlings(wanted)]


def reports(ledger: LedgerName) -> list[ReportRow]:
    """The reports in a ledger, with where their bytes came from."""
    with Ledger(ledger) as book:
        return [report_row(report, provenance) for report, provenance in book.reports()]


def problems(ledger: LedgerName) -> list[Problem]:
    """What could not be read or decided, as far as it still stands."""
    with Ledger(ledger) as book:
        return list(book.problems())


def summary(ledger: LedgerName) -> list[Group]:
    """The claims of a ledger by group and claimant."""
    with Ledger(ledger) as book:
        return summarise(book.claims(ClaimFilter()))
