"""W3C Web Annotation (2017): an annotation for each claim, tied to its words by quotation and by position."""

from collections.abc import Sequence
from typing import BinaryIO

import msgspec

from cenotaph.export.dossier import Dossier, Json, Page
from cenotaph.problems import Problem
from cenotaph.rows import ClaimRow

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
_BODY = (
    "harm",
    "low",
    "high",
    "approx",
    "side",
    "role",
    "names",
    "place",
    "scope",
    "from",
    "until",
    "sources",
    "stance",
)


def write_annotations(dossier: Dossier, out: BinaryIO) -> Sequence[Problem]:
    """One page of annotations in the order of the claims."""
    items = [_annotation(dossier, claim) for claim in dossier.claims.values()]
    page = {
        "@context": CONTEXT,
        "id": "urn:cenotaph:annotations",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }
    out.write(msgspec.json.encode(page))
    return ()


def _annotation(dossier: Dossier, claim: ClaimRow) -> Json:
    page = dossier.pages[claim["report"]]
    return {
        "id": f"urn:cenotaph:claim:{claim['id']}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"type": "Software", "name": f"Cenotaph {dossier.version}"},
        "generated": dossier.made,
        "body": {
            "type": "TextualBody",
            "format": "application/json",
            "value": msgspec.json.encode({name: claim[name] for name in _BODY}).decode(),  # type: ignore[literal-required]
        },
        "target": {
            "source": page.url or f"urn:cenotaph:report:{page.report}",
            "selector": _selectors(claim, page),
        },
    }


def _selectors(claim: ClaimRow, page: Page) -> list[Json]:
    """The quotation with what stands around it; and its place, which counts characters of the report's text."""
    start, end = claim["start"], claim["end"]
    quotation = {
        "type": "TextQuoteSelector",
        "exact": page.text[start:end],
        "prefix": page.text[max(0, start - _AROUND) : start],
        "suffix": page.text[end : end + _AROUND],
    }
    return [quotation, {"type": "TextPositionSelector", "start": start, "end": end}]
