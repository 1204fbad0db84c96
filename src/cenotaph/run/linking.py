"""What people judged of testimonies, laid over what tracing found: claims put together or taken apart."""

from hashlib import sha256

from msgspec.structs import replace

from cenotaph.judging import in_force
from cenotaph.ledger import TraceTables
from cenotaph.model import Judgement
from cenotaph.run.trace_world import LedgerWorld
from cenotaph.trace import Path
from cenotaph.trace.world import Telling


def link(world: LedgerWorld, tables: TraceTables) -> None:
    """Let the last judgement on each pair of claims hold in a world that is saved."""
    last = {(one.one, one.other): one for one in in_force(tables.judgements("testimony"))}
    for judgement in last.values():
        found = _tellings(world, tables, judgement)
        if found is not None and judgement.verdict == "accept":
            _join(world, *found, judgement)
        elif found is not None:
            _part(world, *found)


def _tellings(
    world: LedgerWorld, tables: TraceTables, judgement: Judgement
) -> tuple[Telling, Telling] | None:
    """The two claims as they were traced, the earlier one first; None where one is no longer there."""
    rows = tables.claims_told([judgement.one, judgement.other or ""])
    told = sorted((world.told(row[1])[row[0]] for row in rows), key=lambda one: one.order)
    return (told[0], told[1]) if len(told) == 2 else None


def _join(world: LedgerWorld, first: Telling, second: Telling, judgement: Judgement) -> None:
    """All that tell the second testimony tell the first, and go back to its origin."""
    if first.testimony == second.testimony:
        return
    why = f"{judgement.by} judged it to be one testimony with the claim {first.claim}: {judgement.reason}"
    for one in world.members("testimony", second.testimony):
        world.tell(replace(one, testimony=first.testimony, path=Path(first.path.sources, why)))


def _part(world: LedgerWorld, first: Telling, second: Telling) -> None:
    """The later claim becomes a testimony of its own."""
    if first.testimony == second.testimony:
        own = sha256(f"parted\0{second.claim}".encode()).hexdigest()[:16]
        world.tell(replace(second, testimony=own))
