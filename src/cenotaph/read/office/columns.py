"""Which column of a table holds what."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

FIELDS = ("id", "text", "published", "outlet", "title", "url")
"""What a column may hold: the fields of a report."""

_NAMES = {
    "id": ("id", "guid", "article_id", "doc_id", "document_id"),
    "text": ("text", "body", "content", "article", "fulltext", "full_text", "article_text", "maintext", "story"),
    "published": ("published", "date", "published_at", "publish_date", "publication_date", "pubdate", "datetime"),
    "outlet": ("outlet", "source", "publisher", "publication", "newspaper", "media", "site", "source_name"),
    "title": ("title", "headline", "heading"),
    "url": ("url", "link", "address", "source_url", "permalink", "href", "documentidentifier"),
}  # fmt: skip


class Columns(Struct, frozen=True):
    """The number of the column of each field that the table has."""

    of: Mapping[str, int]

    def values(self, row: Sequence[str]) -> dict[str, str]:
        """The fields that a row fills."""
        found = {
            field: row[at].strip() if field != "text" else row[at]
            for field, at in self.of.items()
            if at < len(row)
        }
        return {field: value for field, value in found.items() if value}


def columns_of(header: Sequence[str], named: Mapping[str, str] | None) -> Columns:
    """By the names that the user gave, and by usual names for the rest, in any case."""
    places = {_folded(name): at for at, name in reversed(list(enumerate(header)))}
    found: dict[str, int] = {}
    for field in FIELDS:
        wanted = (named[field],) if named and field in named else _NAMES[field]
        at = next((places[_folded(name)] for name in wanted if _folded(name) in places), None)
        if at is not None:
            found[field] = at
    return Columns(found)


def _folded(name: str) -> str:
    return "_".join(name.lower().replace("-", " ").replace("_", " ").split())
