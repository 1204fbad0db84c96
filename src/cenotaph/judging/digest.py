"""The digest of what a person sees of a claim or handling: an edit that carries another one is made on something older."""

from hashlib import sha256

import msgspec
from msgspec.structs import replace

from cenotaph.model import Claim, Handling, Judgement

_DIGITS = 16


def digest(one: Claim | Handling) -> str:
    """16 hex digits of the SHA-256 of its fields, verdict and changes. The rules and the words that a field was read from
    are left out: a newer finder that reads the same from the same words changes nothing that a person judged."""
    shown = (
        replace(one, rules=(), evidence=(), sentence=None)
        if isinstance(one, Claim)
        else replace(one, rules=(), sentence=None)
    )
    return sha256(msgspec.json.encode(shown)).hexdigest()[:_DIGITS]


def identified(judgement: Judgement) -> Judgement:
    """The judgement under its id, the first 16 hex digits of the SHA-256 of its canonical form without one."""
    canonical = msgspec.json.encode(replace(judgement, id=""))
    return replace(judgement, id=sha256(canonical).hexdigest()[:_DIGITS])
