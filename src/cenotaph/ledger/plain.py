"""Letters as they are compared: small, without accents, one kind of apostrophe."""

import sys
import unicodedata

_SAME = {"’": "'", "ı": "i", "ł": "l"}


def plain(text: str | None) -> str | None:
    """The SQL function `plain`."""
    if text is None or text.isascii():
        return text and text.lower()
    folded = text.casefold()
    for letter, same in _SAME.items():
        folded = folded.replace(letter, same)
    letters = unicodedata.normalize("NFKD", folded)
    for sign in filter(unicodedata.combining, set(letters)):
        letters = letters.replace(sign, "")
    return letters


def plain_in_postgresql() -> str:
    """The same as an SQL function. `lower` knows fewer letters than `casefold`: ß and ς are told by name."""
    folded = 'lower($1 COLLATE "und-x-icu")'
    for letter, same in {"ß": "ss", "ς": "σ", **_SAME}.items():
        folded = f"replace({folded}, '{letter}', '{same.replace(chr(39), chr(39) * 2)}')"
    return (
        "CREATE OR REPLACE FUNCTION plain(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS "
        f"$$SELECT regexp_replace(normalize({folded}, NFKD), '[{_combining()}]', '', 'g') COLLATE \"C\"$$"
    )


def _combining() -> str:
    """Ranges of all signs that stand over or under a letter, as a regular expression writes them."""
    codes = [code for code in range(sys.maxunicode + 1) if unicodedata.combining(chr(code))]
    starts = [code for code in codes if not unicodedata.combining(chr(code - 1))]
    ends = [code for code in codes if not unicodedata.combining(chr(code + 1))]
    return "".join(f"\\U{start:08x}-\\U{end:08x}" for start, end in zip(starts, ends, strict=True))
