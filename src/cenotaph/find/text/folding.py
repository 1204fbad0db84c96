"""One spelling for the many ways in which a name is written: case, accents, apostrophes, hyphens and dots folded."""

import unicodedata

_DROPPED = "'`.’‘ʼʻʾʿʹ´′"
_SPACED = "-_/,()\u2010\u2011\u2012\u2013\u2014\u00a0"
# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a",
}  # fmt: skip
_TABLE = str.maketrans({**dict.fromkeys(_DROPPED), **dict.fromkeys(_SPACED, " "), **_LETTERS})


def fold(name: str) -> str:
    """`name` in the form that is compared: "Al-Qa'ida" and "AL QAIDA" both give "al qaida", "Bogotá" gives "bogota"."""
    folded = name.lower().translate(_TABLE)
    if not folded.isascii():
        marked = unicodedata.normalize("NFKD", folded)
        folded = "".join(letter for letter in marked if not unicodedata.combining(letter))
    return " ".join(folded.split())
