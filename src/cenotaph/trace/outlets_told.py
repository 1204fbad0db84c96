"""The outlets among the credits of a report: those told side by side, and the only one there is."""

from collections.abc import Iterable, Sequence

from cenotaph.trace.credits import Credit, Sources
from cenotaph.trace.mentions import mentioned
from cenotaph.trace.shipped import house_of
from cenotaph.trace.source import SourceRef


def told_apart(cited: Iterable[Sources]) -> list[list[SourceRef]]:
    """The sources of a sentence; as often as one name gives several outlets ("the BBC and Mediazona"), of which none had it
    from the other, once with each of them."""
    every: list[list[SourceRef]] = [[]]
    for sources in cited:
        outlets = [source for source in sources if source.carries]
        if outlets and len(every) > 1 and all(any(one in known for known in every) for one in outlets):
            continue  # One of several outlets side by side, named again.
        if len(outlets) > 1:
            rest = [source for source in sources if not source.carries]
            every = [[*known, *rest, outlet] for known in every for outlet in outlets]
        else:
            every = [[*known, *sources] for known in every]
    return every


def sole_outlet(credits: Iterable[Credit]) -> SourceRef | None:
    """The house of all outlets that a report credits, where it is one and some credit names nobody else."""
    carrying = [credit for credit in credits if credit.carriers]
    houses = {house_of(carrier) for credit in carrying for carrier in credit.carriers}
    return houses.pop() if len(houses) == 1 and any(not credit.named for credit in carrying) else None


def only_mentioned(credits: Sequence[Credit], text: str, own: SourceRef | None) -> SourceRef | None:
    """The only outlet that a report names at all, where it credits neither an outlet nor anybody by name."""
    if any(credit.carriers or any(source.named for source in credit.named) for credit in credits):
        return None
    found = mentioned(text)
    return None if found is None or (own is not None and found == house_of(own)) else found
