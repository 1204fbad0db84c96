"""W3C PROV as PROV-JSON: from raw bytes to text, from text to claims, and on whose word.

bytes ← text (read by a reader) ← claim (found by rules) → testimony → origin. Names of relations follow PROV-DM.
"""

from collections.abc import Sequence
from typing import BinaryIO

import msgspec

from cenotaph.export.dossier import Dossier, Json, Page
from cenotaph.problems import Problem
from cenotaph.rows import ClaimRow

_PREFIXES = {"cenotaph": "urn:cenotaph:", "sha256": "urn:sha256:", "dcterms": "http://purl.org/dc/terms/"}


class _Document:
    """A PROV-JSON document that grows: each kind of record by its id."""

    def __init__(self) -> None:
        self.records: dict[str, Json] = {}

    def add(self, kind: str, id_: str, **told: object) -> str:
        """One record under its id; what is None is left out."""
        kept = {name.replace("__", ":"): value for name, value in told.items() if value is not None}
        self.records.setdefault(kind, {})[id_] = kept
        return id_

    def relate(self, kind: str, **told: str) -> None:
        """A relation, which needs no name of its own."""
        known = self.records.setdefault(kind, {})
        known[f"_:{kind}{len(known) + 1}"] = {f"prov:{role}": id_ for role, id_ in told.items()}


def write_prov(dossier: Dossier, out: BinaryIO) -> Sequence[Problem]:
    """Every claim with all that it was derived from."""
    document = _Document()
    for page in dossier.pages.values():
        _add_page(document, page)
    for claim in dossier.claims.values():
        _add_claim(document, dossier, claim)
    out.write(msgspec.json.encode({"prefix": _PREFIXES, **document.records}))
    return ()


def _add_page(document: _Document, page: Page) -> None:
    raw = document.add(
        "entity", f"sha256:{page.sha256}", dcterms__format=page.media_type, dcterms__source=page.source
    )
    text = document.add(
        "entity", _report(page.report), dcterms__title=page.title, dcterms__issued=page.published
    )
    reading = document.add("activity", f"cenotaph:reading/{_slug(page.report)}", prov__label=page.reader)
    document.relate("used", activity=reading, entity=raw)
    document.relate("wasGeneratedBy", entity=text, activity=reading)
    document.relate("wasDerivedFrom", generatedEntity=text, usedEntity=raw)
    if page.outlet:
        outlet = document.add("agent", f"cenotaph:outlet/{_slug(page.outlet)}", prov__label=page.outlet)
        document.relate("wasAttributedTo", entity=text, agent=outlet)


def _add_claim(document: _Document, dossier: Dossier, claim: ClaimRow) -> None:
    id_ = document.add("entity", f"cenotaph:claim/{claim['id']}", prov__value=claim["quantity_text"],
                       cenotaph__harm=claim["harm"], cenotaph__low=claim["low"], cenotaph__high=claim["high"])  # fmt: skip
    finding = document.add(
        "activity", f"cenotaph:finding/{_slug(claim['report'])}", prov__label=f"Cenotaph {dossier.version}"
    )
    document.relate("used", activity=finding, entity=_report(claim["report"]))
    document.relate("wasGeneratedBy", entity=id_, activity=finding)
    # A quotation is a derivation of that kind (PROV-DM 5.2.3).
    document.relate("wasDerivedFrom", generatedEntity=id_, usedEntity=_report(claim["report"]))
    origin = dossier.origins.get(claim["id"])
    if origin is not None:
        testimony = document.add("entity", f"cenotaph:testimony/{origin.testimony}")
        agent = document.add("agent", f"cenotaph:source/{_slug(origin.name)}", prov__label=origin.name)
        document.relate("wasDerivedFrom", generatedEntity=id_, usedEntity=testimony)
        document.relate("wasAttributedTo", entity=testimony, agent=agent)


def _report(id_: str) -> str:
    return f"cenotaph:report/{_slug(id_)}"


def _slug(name: str) -> str:
    """A name as the local part of a qualified name: letters and digits of any script, the rest as hyphens."""
    return "".join(letter if letter.isalnum() else "-" for letter in name).strip("-") or "unnamed"
