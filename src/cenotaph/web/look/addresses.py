"""The addresses of pages, made in one place so that each can be sent and found again."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

Value = str | int | None


def report_address(id_: str, **query: Value) -> str:
    """The reading room of a report. An id may hold anything, also slashes."""
    if id_.strip(".") == "":
        return with_query("/report", {"id": id_, **query})
    return with_query(f"/report/{quote(id_, safe='')}", query)


def claim_address(id_: str) -> str:
    """The page of a claim."""
    return f"/claim/{quote(id_, safe='')}"


def with_query(path: str, query: Mapping[str, Value]) -> str:
    """The path with what the query asks; what is None or empty is left out."""
    asked = {name.rstrip("_"): value for name, value in query.items() if value not in (None, "")}
    return f"{path}?{urlencode(asked)}" if asked else path


def own_address(back: str) -> str:
    """An address of this server; anything else could lead a person who follows it to another site."""
    is_own = back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable()
    return back if is_own else "/"
