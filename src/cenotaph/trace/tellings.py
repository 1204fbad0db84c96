"""The claims of a report with the ways to their origins."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cenotaph.model import Claim
from cenotaph.trace.credits import Credit, Credits
from cenotaph.trace.sameness import Linked, buckets, same_thing
from cenotaph.trace.source import SourceRef
from cenotaph.trace.ways import Path, ReportOrigins
from cenotaph.trace.world import Telling


def tellings_of(claims: Sequence[Claim], credits: Credits, origins: ReportOrigins) -> Iterator[Telling]:
    """Each claim with the way to its origin. A figure told again in the report's own voice has the origin that the
    report gives for it elsewhere."""
    stated: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.sources:
            for number in buckets(claim):
                stated[number].append(claim)
    for place, claim in enumerate(claims):
        teller = _teller(claim, stated)
        found = origins.of_claims[teller.id]
        path = found[0] if found else _own_voice(credits, credits.of_claims[teller.id])
        if teller is not claim:
            path = Path(path.sources, f"The report repeats its own figure. {path.why}")
        yield Telling(claim.id, claim.report, (credits.order, place), path)


def _teller(claim: Claim, stated: dict[int, list[Claim]]) -> Claim:
    """The claim that has the source for this one's figure."""
    if claim.sources:
        return claim
    again = (one for number in sorted(buckets(claim)) for one in stated[number])
    return next((one for one in again if same_thing(claim, one, Linked(one_report=True))), claim)


def _own_voice(credits: Credits, credit: Credit) -> Path:
    """Nobody with a name stands behind the claim: its outlet does, or whoever the report describes, or the report."""
    own = credits.outlet
    if own is not None:
        return Path((own,), f"{own.name} says it in its own voice.")
    if credit.described:
        return Path(credit.described[:1], "The report names nobody, and its outlet is not known.")
    source = SourceRef(f"in:{credits.report}", credits.report, "document", named=False)
    return Path((source,), "The report says it in its own voice, and its outlet is not known.")
