"""The credits of a report, safe against one that breaks their reading."""

from msgspec.structs import replace

from cenotaph.model import Span
from cenotaph.problems import failure
from cenotaph.trace.crediting import credits_of
from cenotaph.trace.credits import Credit, Credits
from cenotaph.trace.reading import Reading
from cenotaph.trace.register import Register


def safe_credits(reading: Reading, register: Register, order: int) -> Credits:
    """Whom a report credits. One that breaks this credits nobody, its `failed` says why, and the others go on."""
    try:
        found = credits_of(reading, register, order)
    except Exception as error:  # noqa: BLE001
        return _uncredited(reading, register, order, failure(error))
    return replace(found, failed=reading.failed)


def _uncredited(reading: Reading, register: Register, order: int, reason: str) -> Credits:
    report = reading.report
    of_claims = {one.id: Credit(one.sentence or Span(one.start, one.end)) for one in reading.claims}
    outlet = register.outlet(report.outlet) if report.outlet else None
    return Credits(report.id, outlet, (), of_claims, published=report.published, order=order, failed=reason)
