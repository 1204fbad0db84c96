"""One spelling for the many ways in which the name of a source is written."""

import re
import unicodedata
from functools import cache, lru_cache

from cenotaph.language import load_pack, load_words

_TOKEN = re.compile(r"[\w&+]+(?:['’][\w]+)*")
_SHORT_FORM = re.compile(r"(?<=\w) ?\([A-Z]{2,}\)")
_GLOSS = re.compile(r"\(([A-Z][A-Z.]{1,7})\)")
_LONG_FORM, _MOST_WORDS = 120, 10
# A name in capitals that ends right before its short form, small words inside.
_IN_CAPITALS = re.compile(r"(?:[A-Z][\w'’-]+(?: (?:of|for|and|the|to|in))* )+([A-Z][\w'’-]+)$")
_WEB = re.compile(r"\bwww\.|(?<=\w)\.(?:com|net|org|info)\b")
_ARTICLES = frozenset(
    ("the", "a", "an", "this", "that", "its", "their", "his", "her", "our", "one", "another")
)
_ARTICLE = re.compile(r"(?:The|An?|One|Another|Its|Their|His|Her|Our)\b")
_POSSESSIVE = re.compile(r"['’]s?$")
_PRONOUN = re.compile(r"\bus\b")
"""Written small, "us" is nobody's country."""

Tokens = tuple[str, ...]


@lru_cache(20_000)
def folded_tokens(name: str) -> Tokens:
    """The words of a name that are compared: lower case, no accents, articles, possessives or dots, one spelling."""
    plain = unicodedata.normalize(
        "NFKD", _WEB.sub("", _PRONOUN.sub("", _SHORT_FORM.sub("", name))).replace(".", "")
    )
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()
    words = (_POSSESSIVE.sub("", word).replace("’", "'") for word in _TOKEN.findall(plain))
    return tuple(_spellings().get(word, word) for word in words if word and word not in _ARTICLES)


def folded_name(name: str) -> str:
    """The folded words as one text: "the Defense Ministry’s" and "Defence ministry" both give "defence ministry"."""
    return " ".join(folded_tokens(name))


def glosses(text: str) -> dict[str, str]:
    """Short forms that a text explains, with what they stand for: {"VT": "Valley Tracker"} for "the Valley Tracker (VT)"."""
    found: dict[str, str] = {}
    for match in _GLOSS.finditer(text):
        words = text[max(0, match.start() - _LONG_FORM) : match.start()].rstrip(", ").split()[-_MOST_WORDS:]
        for start, word in enumerate(words):
            if word[0].isupper() and _abbreviates(match[1], words[start:]):
                found.setdefault(match[1], " ".join(words[start:]))
                break
        else:
            _add_foreign(found, match[1], " ".join(words))
    return found


def _add_foreign(found: dict[str, str], short: str, before: str) -> None:
    """Add a short form whose letters are those of another tongue: "the Valley Protection Units (JPG)"; the name must end in a noun for a body."""
    named = _IN_CAPITALS.search(before)
    if named is not None and _singular(named[1]) in load_pack("sources")["words"]["bodies"]:
        found.setdefault(short, named[0].removeprefix("The "))


def without_opening_capital(description: str) -> str:
    """A description without the capital that it has at the beginning of a sentence: "An analyst", "The mayor"."""
    article = _ARTICLE.match(description)
    return description[0].lower() + description[1:] if article is not None else description


def _singular(word: str) -> str:
    return word.lower().removesuffix("s")


def _abbreviates(short: str, words: list[str]) -> bool:
    """Whether a short form is made of the first letters of words, small words left out or not."""
    capitals = "".join(word[0] for word in words if word[0].isupper())
    every = "".join(word[0] for word in words).upper()
    return short.replace(".", "").upper() in (capitals, every)


@cache
def _spellings() -> dict[str, str]:
    return {key.replace(".", ""): word for key, word in load_pack("sources")["words"]["spellings"].items()}


@cache
def common_words() -> frozenset[str]:
    """Common words of English, lower case: a name of one of them alone may be none ("Time")."""
    return frozenset(word for line in load_words("words") for word in line.split())
