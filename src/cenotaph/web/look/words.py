"""Words for people: what fields and kinds of harm are called on pages."""

import re
from urllib.parse import urlsplit

from markupsafe import Markup

_ADDRESS = re.compile(r"(https?://[^\s;)]+)")

FIELD_NAMES = {
    "quantity_text": "words of the figure",
    "bounds": "bounds",
    "low": "at least",
    "high": "at most",
    "approx": "roughly",
    "harm": "harm",
    "side": "whose people",
    "role": "role",
    "victims_text": "victims",
    "names": "names",
    "place": "place",
    "scope": "scope",
    "from": "from",
    "until": "as of",
    "sources": "on whose word",
    "stance": "stance",
    "cargo": "who",
    "action": "what is done",
    "facility": "facility",
    "from_place": "from",
    "to_place": "to",
    "means": "by",
}
"""A claim's and a handling's fields under the names that pages give them."""

HARMS = {
    "killed": "killed",
    "wounded": "wounded",
    "missing": "missing",
    "captured": "captured",
    "bodies": "bodies counted",
    "casualties": "killed or wounded",
}
"""What each kind of harm is called in a sentence."""


def linked(reference: str) -> Markup:
    """A reference of the program's own tables, with its addresses as links that show whose page they lead to."""
    return Markup("").join(
        Markup('<a href="{}" rel="noreferrer">{}</a>').format(part, urlsplit(part).hostname)
        if part.startswith("http")
        else part
        for part in _ADDRESS.split(reference)
    )


def plural(number: int, thing: str, things: str = "") -> str:
    """ "1 claim", "2,500 claims"."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def when(published: str | None) -> str:
    """The day of a date-time, or nothing."""
    return (published or "")[:10]
