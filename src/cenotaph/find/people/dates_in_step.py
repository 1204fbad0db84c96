"""The same people are harmed on the same day: a name or a figure told twice takes the day that the report tells of it once."""

from collections.abc import Sequence

from cenotaph.find.people.candidates import Candidate
from cenotaph.find.time.named_times import NO_DATE, Dated
from cenotaph.model import Scope

_FIGURE = 5  # Fewer than so many may be others.
_WORDS = 2  # Of a name.


def same_days(
    found: Sequence[Candidate], scopes: Sequence[Scope], dated: Sequence[Dated], names: Sequence[str | None]
) -> list[Dated]:
    """The dates of claims, those of incidents without a day filled in from the same people told elsewhere."""
    out = list(dated)
    for at, one in enumerate(dated):
        if scopes[at] != "incident" or (one.until and len(one.until) >= len("2022-03-13")):
            continue
        days = {
            dated[other]
            for other in range(len(found))
            if other != at
            and scopes[other] == "incident"
            and _is_finer(dated[other], one)
            and _are_same(found, names, at, other)
        }
        if len({(day.from_, day.until) for day in days}) == 1:
            out[at] = days.pop()
    return out


def _is_finer(day: Dated, one: Dated) -> bool:
    """Whether a date tells more than another that it does not contradict."""
    return bool(day.until and day.from_) and (
        one == NO_DATE or one.until is None or (day.until or "").startswith(f"{one.until}-")
    )


def _are_same(found: Sequence[Candidate], names: Sequence[str | None], at: int, other: int) -> bool:
    """Whether two claims are of one person by name, or of one figure that is no small one."""
    one, two = found[at].mention, found[other].mention
    if one.harm != two.harm:
        return False
    if names[at] or names[other]:
        return _is_named_alike(names[at] or "", names[other] or "")
    return (one.low, one.high) == (two.low, two.high) and (one.low or 0) >= _FIGURE and not one.approx


def _is_named_alike(one: str, two: str) -> bool:
    short, long = sorted((one.split(), two.split()), key=len)
    return bool(short) and (short == long or (short[-1:] == long[-1:] and len(short) < _WORDS))
