"""The id of a claim or handling: SHA-256 over what makes it this mention and no other, cut to 16 hex digits."""

from hashlib import sha256

_DIGITS = 16


def claim_id(report: str, start: int, end: int, harm: str) -> str:
    """The id of the claim whose quantity stands there."""
    return sha256(f"claim\0{report}\0{start}\0{end}\0{harm}".encode()).hexdigest()[:_DIGITS]


def handling_id(report: str, start: int, end: int, action: str) -> str:
    """The id of the handling whose clause stands there."""
    return sha256(f"{report}\0{start}\0{end}\0{action}".encode()).hexdigest()[:_DIGITS]
