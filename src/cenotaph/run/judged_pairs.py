"""The two ends of a judgement on sameness: reports, claims, names, mentions of persons."""

from cenotaph.judging import WrongValue
from cenotaph.ledger import Ledger, the_one
from cenotaph.model import Claim, Subject

PAIRS: tuple[Subject, ...] = ("echo", "testimony", "source", "person", "incident")
"""What is judged of two things: whether they are the same."""


def end_of(book: Ledger, subject: Subject, name: str) -> str:
    """The whole id of one end of a pair; names of sources stay as they are."""
    if subject == "echo" and next(book.reports(name), None) is None:
        raise WrongValue(f"There is no report {name} in the ledger; see `cenotaph reports`.")
    if subject in ("testimony", "incident"):
        return the_one(book, name)[0].id
    return _mention(book, name) if subject == "person" else name.strip()


def _mention(book: Ledger, name: str) -> str:
    """A mention of a person: a claim that names somebody, with `#` and a number where it names several."""
    prefix, sign, number = name.partition("#")
    claim, _ = the_one(book, prefix)
    names = claim.names if isinstance(claim, Claim) else ()
    if not names or (sign and not (number.isdigit() and 1 <= int(number) <= len(names))):
        raise WrongValue(f"{name} is no mention of a person; see `cenotaph persons`.")
    if len(names) > 1 and not sign:
        raise WrongValue(
            f"{claim.id} names {len(names)} people; say which: {claim.id}#1 to {claim.id}#{len(names)}."
        )
    return f"{claim.id}#{int(number)}" if sign and len(names) > 1 else claim.id
