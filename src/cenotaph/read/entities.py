"""Documents of Aleph and other tools that export FollowTheMoney entities: their fields under the names of a record."""

from collections.abc import Mapping
from typing import Any

from cenotaph.read.dates import iso_date

_DATES = ("publishedAt", "date", "authoredAt")
_OUTLETS = ("publisher", "author")
_ADDRESSES = ("sourceUrl", "publisherUrl")


def record_of_entity(entity: Mapping[str, Any]) -> dict[str, Any] | None:
    """The record that an entity with a text makes (`bodyText`, schemata Document, Article and the like); None if it is
    no entity, and a record without a text if it has none."""
    properties = entity.get("properties")
    if not isinstance(entity.get("schema"), str) or not isinstance(properties, dict):
        return None
    return {
        "id": entity.get("id"),
        "text": "\n\n".join(_values(properties, "bodyText")) or None,
        "published": next(filter(iso_date, _values(properties, *_DATES)), None),
        "outlet": next(iter(_values(properties, *_OUTLETS)), None),
        "title": next(iter(_values(properties, "title", "fileName")), None),
        "url": next(iter(_values(properties, *_ADDRESSES)), None),
    }


def _values(properties: Mapping[str, Any], *names: str) -> list[str]:
    """Every value is a list there; some exports write a single one bare."""
    found: list[str] = []
    for name in names:
        given = properties.get(name)
        found += [one for one in (given if isinstance(given, list) else [given]) if isinstance(one, str)]
    return found
