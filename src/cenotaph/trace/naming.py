"""One spelling for the many ways in which the name of a source is written."""

import re
import unicodedata
from functools import cache, lru_cache

from cenotaph.language import load_pack

_TOKEN = re.compile(r"[\w&+]+(?:['’][\w]+)*")
_SHORT_FORM = re.compile(r"(?<=\w) ?\([A-Z]{2,}\)")
_ARTICLES = frozenset(
    ("the", "a", "an", "this", "that", "its", "their", "his", "her", "our", "one", "another")
)
_POSSESSIVE = re.compile(r"['’]s?$")

Tokens = tuple[str, ...]


@lru_cache(20_000)
def folded_tokens(name: str) -> Tokens:
    """The words of a name that are compared: lower case, no accents, articles, possessives or dots, one spelling."""
    plain = unicodedata.normalize("NFKD", _SHORT_FORM.sub("", name).replace(".", ""))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()
    words = (_POSSESSIVE.sub("", word).replace("’", "'") for word in _TOKEN.findall(plain))
    return tuple(_spellings().get(word, word) for word in words if word and word not in _ARTICLES)


def folded_name(name: str) -> str:
    """The folded words as one text: "the Defense Ministry’s" and "Defence ministry" both give "defence ministry"."""
    return " ".join(folded_tokens(name))


@cache
def _spellings() -> dict[str, str]:
    return {key.replace(".", ""): word for key, word in load_pack("sources")["words"]["spellings"].items()}
