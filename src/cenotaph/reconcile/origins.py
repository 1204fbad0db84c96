"""How many independent origins stand behind statements, at the most."""

from collections.abc import Iterable

from cenotaph.reconcile.values import Statement


def origins_at_most(statements: Iterable[Statement]) -> int:
    """The number of different claimants, since all voices of one side are one claimant already.

    It is an upper bound: what reports do not say of their sources can only join origins, never part them.
    """
    return len({one.claimant.key for one in statements})


def listed(names: Iterable[str], *, most: int = 4) -> str:
    """Names in a row for a sentence: "Kyiv, NATO and 3 more"."""
    found = list(dict.fromkeys(names))
    if len(found) > most:
        return f"{', '.join(found[:most])} and {len(found) - most} more"
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)
