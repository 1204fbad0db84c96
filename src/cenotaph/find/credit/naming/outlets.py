"""Which names are those of outlets, agencies and bodies that the language pack lists, and which two are one."""

import re
from functools import cache, lru_cache

from cenotaph.language import load_pack

_NO_OUTLET = re.compile(
    r"\b(?:press|news) (?:office|service|secretary|centre|center|release|conference|statement)\b",
    re.IGNORECASE,
)

# A station by its letters: "WXYZ", "Ayr's KABC-TV".
_STATION = re.compile(r"\b[A-Z]{2,5}-(?:TV|FM|AM)\b|^(?:the )?[KW][A-Z]{3}$")
# An outlet by its address, or by how it is written: "Roe.com", "9News", "AyrNews".
_WRITTEN = re.compile(r"\b[\w-]{2,}\.(?:com|net)\b|[a-z\d]News\b")


@cache
def outlet_nouns() -> frozenset[str]:
    """Nouns by which a text points back to an outlet ("the network")."""
    return frozenset(load_pack("reporting")["nouns"]["outlets"])


def is_listed(name: str) -> bool:
    """Whether a name is that of an outlet that the language pack lists: the Guardian, and no guardian."""
    return folded(name) in known_outlets() and not name.removeprefix("the ").removeprefix("an ").islower()


def is_source(name: str) -> bool:
    """Whether the language pack lists a body or outlet of that name."""
    return folded(name) in _sources()


@lru_cache(5_000)
def is_charity(name: str) -> bool:
    """Whether the language pack lists an organisation of that name that is no state's and under no arms."""
    return name[:1].isupper() and folded(name) in _charities()


@cache
def _charities() -> frozenset[str]:
    rows = load_pack("sources")["NGO"]
    return frozenset(folded(name) for row in rows for name in (row["name"], *row.get("names", ())))


@lru_cache(5_000)
def is_outlet(name: str) -> bool:
    """Whether a name is that of a news outlet, known or shown by a word such as "radio"."""
    if is_listed(name) or is_listed(re.split("['’]s ", name, maxsplit=1)[0]):
        return True  # "The BBC's Arabic service".
    if _STATION.search(name) is not None or _WRITTEN.search(name) is not None:
        return True
    words = _NO_OUTLET.sub("", name).split()
    media = load_pack("reporting")["outlets"]["words"]
    return any(w.lower().rstrip(".,0123456789") in media for w in words) and any(
        w[0].isupper() for w in words
    )


@lru_cache(5_000)
def same_outlet(name: str, outlet: str) -> bool:
    """Whether two names stand for one outlet: an alias, or one holding all words of the other."""
    a, b = folded(name), folded(outlet)
    known = known_outlets()
    if known.get(a, a) == known.get(b, b):
        return True
    few, many = sorted((set(a.split()), set(b.split())), key=len)
    return bool(few) and few <= many


@lru_cache(5_000)
def folded(name: str) -> str:
    """A name in lower case without articles and signs, for comparing."""
    words = re.sub(r"[^\w/\s-]", "", name.lower().replace("’", "'")).split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


@cache
def known_outlets() -> dict[str, str]:
    """Every known name of an outlet or agency, folded, with the name that its entry goes by."""
    pack = load_pack("sources")
    rows = [row for kind in ("agency", "outlet") for row in pack[kind]]
    return {
        folded(name): folded(row["name"])
        for row in reversed(rows)
        for name in (row["name"], *row.get("names", ()))
    }


@cache
def _sources() -> frozenset[str]:
    """Every listed name of a body or outlet, folded."""
    pack = load_pack("sources")
    rows = [row for kind in ("agency", "outlet", "UN", "NGO", "military", "official") for row in pack[kind]]
    return frozenset(folded(name) for row in rows for name in (row["name"], *row.get("names", ())))
