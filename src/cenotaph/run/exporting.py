"""Exporting: a ledger → a dossier of plain values → a file."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from hashlib import file_digest
from os import SEEK_END
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from cenotaph import __version__
from cenotaph.export import EXPORTS, Dossier, Origin, Page, Protection, protect
from cenotaph.export.protection import Level, pseudonym
from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.ledger import ClaimFilter, HandlingFilter, Ledger, LedgerName, Provenance, journal
from cenotaph.ledger.connection import open_to_write
from cenotaph.ledger.protection import protection_key
from cenotaph.model import Place, Report
from cenotaph.problems import Problem
from cenotaph.rows import claim_row, handling_row
from cenotaph.run.profiles import options_of, profile_of
from cenotaph.run.reckoning import Reckoning, reckon_ledger
from cenotaph.run.tracing import Tracing, trace_ledger
from cenotaph.trace import Traced


class Wanted(Struct, frozen=True):
    """What to export: the claims that meet a filter, by which policy (the profile's, if none is named), with the places of
    protected people told at which level; `level` None withholds nothing."""

    claims: ClaimFilter = ClaimFilter()
    policy: str | None = None
    level: Level | None = "region"


_ALL = Wanted()


def export(ledger: LedgerName, format_: str, out: BinaryIO, wanted: Wanted = _ALL) -> list[Problem]:
    """Write a ledger in a format of `EXPORTS`; what the format cannot carry comes back as problems.

    The journal gets an entry with the SHA-256 of what was written, before it is given away.
    """
    made = EXPORTS[format_]
    wanted = replace(wanted, policy=made.policy or wanted.policy)
    with TemporaryFile() as file:
        problems = list(made.write(dossier_of(ledger, wanted, raw=made.raw), file))
        size = file.seek(0, SEEK_END)
        file.seek(0)
        digest = file_digest(file, "sha256").hexdigest()
        with closing(open_to_write(ledger)) as connection, connection.transaction():
            body = {"bytes": size, "sha256": digest, "places": wanted.level}
            journal.append(connection, "export", format_, body)
        file.seek(0)
        copyfileobj(file, out)
    return problems


def dossier_of(ledger: LedgerName, wanted: Wanted = _ALL, *, raw: bool = False) -> Dossier:
    """What a ledger holds at this moment, protected as wanted. LedgerError where it cannot be read."""
    tracing = trace_ledger(ledger)
    with Ledger(ledger) as book:
        whole = _dossier(book, tracing, reckon_ledger(ledger, wanted.claims), wanted, raw=raw)
    if wanted.level is None:
        return whole
    regions = {key: found for key, place in whole.places.items() if (found := _coarse(place, wanted.level))}
    return protect(whole, Protection(protection_key(ledger), level=wanted.level, regions=regions))


def unmasked(ledger: LedgerName, name: str) -> list[str]:
    """The names that a pseudonym of this ledger stands for."""
    key, tracing = protection_key(ledger), trace_ledger(ledger)
    known = {one.origin.name for one in tracing.trace.claims}
    known |= {source for one in tracing.trace.claims for source in (*one.claim.names, *one.claim.sources)}
    return sorted(one for one in known if pseudonym(key, one) == name)


def _dossier(book: Ledger, tracing: Tracing, reckoning: Reckoning, wanted: Wanted, *, raw: bool) -> Dossier:
    profile = profile_of(book)
    policy = wanted.policy or profile.policy
    statements = {one.claim.id: one for one in reckoning.statements}
    return Dossier(
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        version=__version__,
        name=profile.title,
        policy=policy,
        claims={
            one.claim.id: claim_row(
                one.claim, tracing.reports[one.claim.report], statements[one.claim.id].place
            )
            for one in tracing.trace.claims
            if one.claim.id in statements
        },
        handlings=tuple(handling_row(*one) for one in book.handlings(HandlingFilter())),
        pages={page.report: page for page in _pages(book, raw=raw)},
        origins={one.claim.id: _origin(one) for one in tracing.trace.claims if one.claim.id in statements},
        tallies=reckoning.tally(policy, options_of(profile)).tallies,
        places={one.place.key: one.place for one in statements.values() if one.place},
    )


def _pages(book: Ledger, *, raw: bool) -> Iterator[Page]:
    for report, provenance in book.reports():
        yield _page(report, provenance, (book.raw(provenance.raw) or b"") if raw else b"")


def _page(report: Report, provenance: Provenance, raw: bytes) -> Page:
    return Page(
        report=report.id,
        text=report.text,
        published=report.published,
        outlet=report.outlet,
        title=report.title,
        url=report.url,
        source=provenance.source,
        media_type=provenance.media_type,
        encoding=provenance.encoding,
        reader=provenance.reader,
        sha256=provenance.raw,
        raw=raw,
    )


def _origin(one: Traced) -> Origin:
    origin = one.origin
    return Origin(one.testimony, origin.name, origin.kind, origin.side, origin.protected)


def _coarse(place: Place, level: Level) -> Place | None:
    """The place's region or country; None where it lies in none."""
    if level == "none":
        return None
    if level == "country":
        return gazetteer().country_of(place)
    step: Place | None = gazetteer().holder(place)
    while step is not None and step.kind not in ("region", "country"):
        step = gazetteer().holder(step)
    return step
