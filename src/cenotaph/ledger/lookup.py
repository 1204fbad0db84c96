"""One row of a ledger by the beginning of its id."""

from cenotaph.ledger.errors import LedgerError
from cenotaph.ledger.filters import JudgementFilter
from cenotaph.ledger.query import Ledger
from cenotaph.model import Claim, Handling, Judgement, Report


def the_one(book: Ledger, identity: str) -> tuple[Claim | Handling, Report]:
    """The claim or handling whose id begins so, also a rejected one. LedgerError where there is none or more than one."""
    found: list[tuple[Claim | Handling, Report]] = [
        *book.claims_by_id(identity),
        *book.handlings_by_id(identity),
    ]
    if not found:
        raise LedgerError(
            f"No claim or handling in {book.name} has an id that begins with {identity}; see `cenotaph claims`."
        )
    if len(found) > 1:
        raise _ambiguous(identity, [one.id for one, _ in found])
    return found[0]


def the_judgement(book: Ledger, identity: str) -> Judgement | None:
    """The judgement whose id begins so, None where there is none. LedgerError where there is more than one."""
    found = list(book.judgements(JudgementFilter(id=identity)))
    if len(found) > 1:
        raise _ambiguous(identity, [one.id for one in found])
    return found[0] if found else None


def _ambiguous(identity: str, ids: list[str]) -> LedgerError:
    some = ", ".join(id_[: len(identity) + 6] for id_ in ids[:5])
    return LedgerError(f"{len(ids)} ids begin with {identity} ({some}); give more of its letters.")
