"""How many independent origins stand behind claims, at the most."""

from collections.abc import Iterable

from msgspec import Struct

from cenotaph.trace.source import SourceRef

_SHOWN = 5
_OF_A_SIDE = frozenset(("party", "military", "official"))


class Independence(Struct, frozen=True):
    """An upper bound of the number of independent origins, and the reasons as sentences.

    It is an upper bound since what reports do not say of their sources can only join origins, never part them.
    """

    at_most: int
    reasons: tuple[str, ...]


def independent(origins: Iterable[SourceRef]) -> Independence:
    """How many of the origins can be independent: the voices of one party to a war count as one."""
    groups: dict[str, list[SourceRef]] = {}
    for origin in {origin.key: origin for origin in origins}.values():
        groups.setdefault(voice(origin), []).append(origin)
    reasons = [
        f"{_listed(members)} speak for one side, {members[0].side}, and count as one."
        for members in groups.values()
        if len(members) > 1
    ]
    unnamed = [one for members in groups.values() for one in members if not one.named]
    if len(unnamed) > 1:
        reasons.append(f"Nothing tells whether {_listed(unnamed)} are the same people; each counts as one.")
    if len(groups) > 1:
        reasons.append("What the reports do not say of their sources may join more of them.")
    return Independence(len(groups), tuple(reasons))


def voice(origin: SourceRef) -> str:
    """The key of the one voice that an origin speaks with: its side's where it speaks for a party to the war."""
    if origin.side is not None and origin.kind in _OF_A_SIDE:
        return f"side:{origin.side}"
    return origin.key


def broad_voice(origin: SourceRef) -> str:
    """The same where all bodies of the UN count as one too."""
    return "UN" if origin.kind == "UN" else voice(origin)


def _listed(sources: list[SourceRef]) -> str:
    names = list(dict.fromkeys(source.name for source in sources))
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
