"""Statements as the ledger's table `standing` holds them, packed, and back."""

import msgspec
from msgspec import Struct

from cenotaph.model import Claim, Place, Role, Span
from cenotaph.reconcile import Claimant, Statement

_encode = msgspec.msgpack.Encoder().encode


class _Packed(Struct, frozen=True, array_like=True):
    """A statement as `standing.body` holds it: without the claim's rules and evidence, and without field names."""

    id: str
    report: str
    quantity_text: str
    start: int
    end: int
    harm: str
    low: int | None
    high: int | None
    approx: bool
    side: str | None
    role: Role
    victims_text: str | None
    names: tuple[str, ...]
    place: str | None
    scope: str
    from_: str | None
    until: str | None
    sources: tuple[str, ...]
    stance: str
    part_of: str | None
    place_key: str | None
    sentence: tuple[int, int] | None
    claimant: tuple[str, str, str, str | None, bool]
    testimony: str
    published: str | None
    outlet: str | None
    spot: tuple[str, str, str, str | None, float, float] | None
    within: tuple[str, ...]
    blamed: tuple[str, ...]
    order: int
    former: bool = False


_decoder = msgspec.msgpack.Decoder(_Packed)


def unpacked(body: bytes) -> Statement:
    """The statement of a row's body."""
    one = _decoder.decode(body)
    claim = Claim(
        one.id, one.report, one.quantity_text, one.start, one.end, one.harm, one.low, one.high, one.approx,  # type: ignore[arg-type]
        one.side, one.role, one.victims_text, one.names, one.place, one.scope, one.from_, one.until, one.sources,  # type: ignore[arg-type]
        one.stance, (), one.part_of, (), one.place_key, Span(*one.sentence) if one.sentence else None,  # type: ignore[arg-type]
    )  # fmt: skip
    return Statement(
        claim,
        Claimant(*one.claimant),
        one.testimony,
        one.published,
        one.outlet,
        Place(*one.spot) if one.spot else None,
        one.within,
        one.blamed,
        one.order,
        one.former,
    )


def packed(one: Statement) -> bytes:
    """The body that `unpacked` reads."""
    claim, spot = one.claim, one.place
    return _encode(
        _Packed(
            claim.id, claim.report, claim.quantity_text, claim.start, claim.end, claim.harm, claim.low, claim.high,
            claim.approx, claim.side, claim.role, claim.victims_text, claim.names, claim.place, claim.scope, claim.from_,
            claim.until, claim.sources, claim.stance, claim.part_of, claim.place_key,
            (claim.sentence.start, claim.sentence.end) if claim.sentence else None,
            msgspec.structs.astuple(one.claimant), one.testimony, one.published, one.outlet,
            msgspec.structs.astuple(spot) if spot else None, one.within, one.blamed, one.order, one.former,
        )
    )  # fmt: skip
