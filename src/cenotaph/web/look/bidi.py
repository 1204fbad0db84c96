"""Characters that turn the direction of text, or hide in it, made visible: a title must not rewrite the page around it."""

_NAMES = {
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0x200E: "LRM",
    0x200F: "RLM",
    0x061C: "ALM",
}
_SHOWN = {
    **{code: None for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)},
    **{code: f"⟨{name}⟩" for code, name in _NAMES.items()},
}

HIDDEN = frozenset(map(chr, _NAMES))
"""The characters that are named and not obeyed."""


def visible(text: str) -> str:
    """The text with the name of each such character in its place, and without other control characters."""
    return text if text.isascii() and text.isprintable() else text.translate(_SHOWN)


def name_of(character: str) -> str:
    """What such a character is called."""
    return _NAMES[ord(character)]
