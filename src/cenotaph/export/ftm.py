"""FollowTheMoney entities, one a line: what Aleph and OpenSanctions' tools load.

Article (a report), Mention (a claim in it), Event (an attack), Person (a named victim), Organization (a source).
"""

from collections.abc import Iterator, Sequence
from hashlib import sha1
from typing import BinaryIO

import msgspec

from cenotaph.export.dossier import Dossier, Json, Page
from cenotaph.export.events import Event, events, plain_date
from cenotaph.problems import Problem
from cenotaph.rows import ClaimRow, bounds


def write_ftm(dossier: Dossier, out: BinaryIO) -> Sequence[Problem]:
    """Entities in the order in which they refer to each other."""
    out.writelines(msgspec.json.encode(entity) + b"\n" for entity in _entities(dossier))
    return ()


def _entities(dossier: Dossier) -> Iterator[Json]:
    yield from map(_article, dossier.pages.values())
    sources = {origin.name for origin in dossier.origins.values()}
    yield from (_entity("Organization", _id("source", name), name=name) for name in sorted(sources))
    names = {name: claim for claim in dossier.claims.values() for name in claim["names"]}
    yield from (_person(name, claim) for name, claim in names.items())
    yield from (_mention(dossier, claim) for claim in dossier.claims.values())
    yield from map(_event, events(dossier))


def _entity(schema: str, id_: str, **properties: str | Sequence[str] | None) -> Json:
    """An entity; every value is a list there, and what there is not is left out."""
    told = {
        name: [value] if isinstance(value, str) else list(value)
        for name, value in properties.items()
        if value
    }
    return {"id": id_, "schema": schema, "properties": told}


def _id(kind: str, name: str) -> str:
    return f"cenotaph-{kind}-{sha1(name.encode(), usedforsecurity=False).hexdigest()}"


def _article(page: Page) -> Json:
    return _entity(
        "Article",
        _id("report", page.report),
        fileName=page.source,
        title=page.title,
        bodyText=page.text,
        publishedAt=(page.published or "")[:10],
        publisher=page.outlet,
        sourceUrl=page.url,
        mimeType=page.media_type,
        processingAgent=page.reader,
    )


def _person(name: str, claim: ClaimRow) -> Json:
    return _entity("Person", _id("person", name), name=name, notes=claim["sentence"])


def _mention(dossier: Dossier, claim: ClaimRow) -> Json:
    """FollowTheMoney's mention has no offsets; the sentence stands in its note."""
    origin = dossier.origins.get(claim["id"])
    group = ", ".join(filter(None, (claim["side"], claim["role"], claim["harm"], claim["place"])))
    return _entity(
        "Mention",
        f"cenotaph-claim-{claim['id']}",
        document=_id("report", claim["report"]),
        name=f"{claim['quantity_text']}: {group}",
        resolved=_id("source", origin.name) if origin else None,
        detectedSchema="Event",
        contextCountry=(claim["country"] or "").lower(),
    )


def _event(event: Event) -> Json:
    first, (start, end) = event.first, event.dates()
    figures = [
        f"{one.side or 'side unknown'}, {one.role}: {bounds(one.low, one.high)} killed ({one.label})"
        for one in event.tallies
    ]
    return _entity(
        "Event",
        f"cenotaph-event-{event.id}",
        name=f"{first.place or 'Attack'}, {plain_date(end) or 'undated'}",
        summary=figures,
        startDate=plain_date(start),
        endDate=plain_date(end),
        location=first.place,
        country=(event.place.country or "").lower() if event.place else None,
        recordId=event.id,
        proof=sorted({_id("report", claim["report"]) for claim in event.claims}),
    )
