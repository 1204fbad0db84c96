"""A text as small ASCII letters and spaces, every character in its place: its words are found there by splitting."""

_FLAT = bytes(ord(chr(byte).lower()) if byte < 128 and chr(byte).isalpha() else 32 for byte in range(256))


def flattened(text: str) -> bytes:
    """A text as small ASCII letters and spaces, a byte a character."""
    return text.encode("latin-1", "replace").translate(_FLAT)


def letters_of(text: str) -> str:
    """The same as a string."""
    return flattened(text).decode("ascii")
