"""GeoJSON (RFC 7946): a point for each claim that has a place of the gazetteer, and says how exact that is."""

from collections.abc import Sequence
from typing import BinaryIO

import msgspec

from cenotaph.export.dossier import Dossier, Json
from cenotaph.export.notes import counted
from cenotaph.problems import Problem
from cenotaph.rows import ClaimRow


def write_geojson(dossier: Dossier, out: BinaryIO) -> Sequence[Problem]:
    """Claims with coordinates. A region's point is its middle: `precision` tells what kind of place it stands for."""
    placed = [claim for claim in dossier.claims.values() if claim["lat"] is not None]
    features = [_feature(dossier, claim) for claim in placed]
    about = {
        "name": dossier.name,
        "made": dossier.made,
        "version": dossier.version,
        "protected": dossier.protected,
    }
    out.write(msgspec.json.encode({"type": "FeatureCollection", "cenotaph": about, "features": features}))
    return counted(len(dossier.claims) - len(placed), "claims", "they have no place with coordinates")


def _feature(dossier: Dossier, claim: ClaimRow) -> Json:
    place, origin = dossier.places.get(claim["place_key"] or ""), dossier.origins.get(claim["id"])
    told = {name: value for name, value in claim.items() if name not in ("lat", "lon")}
    told |= {
        "precision": place.kind if place else None,
        "testimony": origin.testimony if origin else None,
        "origin": origin.name if origin else None,
    }
    point = {"type": "Point", "coordinates": [claim["lon"], claim["lat"]]}
    return {"type": "Feature", "id": claim["id"], "geometry": point, "properties": told}
