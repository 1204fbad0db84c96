"""What a format cannot carry, said in one sentence."""

from collections import Counter
from collections.abc import Sequence

from cenotaph.problems import Problem
from cenotaph.reconcile import Tally


def left_out(tallies: Sequence[Tally], why: str) -> list[Problem]:
    """One problem that counts the figures left out, by harm; none where nothing was."""
    if not tallies:
        return []
    kinds = ", ".join(
        f"{number} {harm}" for harm, number in Counter(one.harm for one in tallies).most_common()
    )
    message = f"The file leaves out {len(tallies)} figures ({kinds}), since {why}; export jsonl or xlsx to have all."
    return [Problem("export.left-out", message, "export")]


def counted(number: int, things: str, why: str) -> list[Problem]:
    """The same for anything that is counted."""
    if not number:
        return []
    message = f"The file leaves out {number} {things}, since {why}; export jsonl or xlsx to have all."
    return [Problem("export.left-out", message, "export")]
