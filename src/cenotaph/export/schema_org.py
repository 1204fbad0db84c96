"""schema.org Claim and ClaimReview as JSON-LD: what is claimed where, and how well each figure stands.

A ClaimReview here reviews the evidence by the policy that it names. It does not say what happened.
"""

from collections.abc import Sequence
from typing import BinaryIO

import msgspec

from cenotaph.export.dossier import Dossier, Json
from cenotaph.problems import Problem
from cenotaph.reconcile import Tally
from cenotaph.rows import ClaimRow, bounds

_LABELS = ("discounted", "contested", "provisional", "weak", "fair", "confirmed")


def write_schema_org(dossier: Dossier, out: BinaryIO) -> Sequence[Problem]:
    """A graph of claims and of one review a figure."""
    claims = [_claim(dossier, claim) for claim in dossier.claims.values()]
    reviews = [_review(dossier, one) for one in dossier.tallies if one.used]
    out.write(msgspec.json.encode({"@context": "https://schema.org", "@graph": [*claims, *reviews]}))
    return ()


def _claim(dossier: Dossier, claim: ClaimRow) -> Json:
    origin = dossier.origins.get(claim["id"])
    seen = {
        "@type": "CreativeWork",
        "name": claim["title"] or claim["report"],
        "datePublished": claim["published"],
    }
    seen |= {"url": claim["url"]} if claim["url"] else {}
    return {
        "@type": "Claim",
        "@id": f"urn:cenotaph:claim:{claim['id']}",
        "text": claim["sentence"] or claim["quantity_text"],
        "name": claim["quantity_text"],
        "appearance": seen,
        "author": {"@type": "Thing", "name": origin.name if origin else claim["outlet"] or claim["report"]},
        "minValue": claim["low"],
        "maxValue": claim["high"],
    }


def _review(dossier: Dossier, one: Tally) -> Json:
    about = [{"@id": f"urn:cenotaph:claim:{reason.claim}"} for reason in one.used]
    rating = {"@type": "Rating", "ratingValue": _LABELS.index(one.label) + 1, "worstRating": 1, "bestRating": len(_LABELS),
              "alternateName": one.label, "ratingExplanation": " ".join(one.why)}  # fmt: skip
    return {
        "@type": "ClaimReview",
        "@id": f"urn:cenotaph:figure:{one.id}",
        "claimReviewed": _words(one),
        "itemReviewed": about,
        "reviewRating": rating,
        "author": {"@type": "Organization", "name": dossier.name},
        "datePublished": dossier.made[:10],
    }


def _words(one: Tally) -> str:
    group = ", ".join(filter(None, (one.side, one.role, one.part, one.harm, one.scope, one.place, one.until)))
    return f"{group}: {bounds(one.low, one.high)}"
