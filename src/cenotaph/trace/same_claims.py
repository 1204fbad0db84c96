"""The same claim in other words: two reports that give one number for one harm to the same people.

Small and round numbers fall on many things, so a number alone never makes a link: the more reports of the ledger carry
it, the more else must agree. Whatever the two claims contradict each other in rules the link out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from datetime import date
from math import log
from typing import NamedTuple

from msgspec.structs import replace

from cenotaph.model import Claim, Span
from cenotaph.trace.echo import Echo, score_of
from cenotaph.trace.sameness import are_two_spots
from cenotaph.trace.source_kinds import is_named
from cenotaph.trace.world import Alike

_HARMS = {"bodies": "killed"}
_ENOUGH = 6.0
_ENOUGH_TOGETHER = 4.0
_MAX_REPORTS = 50
_MAX_LAST = 24
_SMALL = 10
_MAX_CLAIMS = 8
_DAY = len("2024-01-31")
_FEW_DAYS = 4
_NEAR = 2.0
"""Points for two reports that came out within a few days of each other."""

DaysFrom = Callable[[str], int | None]
"""How many days lie between a report and another one; None where a date is not known."""


class _Feature(NamedTuple):
    """What two claims agree in: points for it and words for the sentence; `clash` where they contradict each other."""

    points: float
    words: str
    clash: bool = False


class Likeness(NamedTuple):
    """What a claim of an earlier report (`there`) and one of a report (`here`) agree in: in all so many points."""

    points: float
    there: Claim
    here: Claim
    words: tuple[str, ...]

    def echo(self, other: str, report: str) -> Echo:
        """The two reports' echo of kind "claim"."""
        why = f"Both say {_number(self.there)} {_HARMS.get(self.there.harm, self.there.harm)}; "
        why += ", ".join(words for words in self.words if words) + "."
        score = score_of(self.points / _ENOUGH)
        spans = _span(self.there), _span(self.here)
        return Echo(other, report, "same-origin", "claim", *spans, score, why)


Likenesses = Mapping[tuple[str, str], Likeness]
"""The best likeness between a report and each other one for each number and harm that both give."""


def likenesses(
    claims: Sequence[Claim],
    numbers: MutableMapping[str, Alike],
    days_from: DaysFrom = lambda other: None,
) -> Likenesses:
    """How a report's claims are like those of the reports before it, which `numbers` holds, as far as nothing in them clashes.
    `days_from` says how many days before or after it another report came out."""
    found: dict[tuple[str, str], Likeness] = {}
    for claim in claims:
        if _number(claim) is None:
            continue
        reports = 1 + numbers.get(_base(claim), Alike()).reports
        for other, theirs in _alike(claim, numbers).items():
            key = (other, _base(claim))
            for likeness in (_compare(other, one, claim, reports, days_from) for one in theirs):
                if likeness is not None and (key not in found or likeness.points > found[key].points):
                    found[key] = likeness
    return found


def claim_echoes(
    report: str,
    claims: Sequence[Claim],
    numbers: MutableMapping[str, Alike],
    days_from: DaysFrom = lambda other: None,
) -> list[Echo]:
    """Echoes of kind "claim" between a report and those before it, whose claims `numbers` holds: see `likenesses`."""
    return echoes_of(report, likenesses(claims, numbers, days_from))


def echoes_of(report: str, found: Likenesses) -> list[Echo]:
    """Echoes of kind "claim" between a report and those before it: the best of each pair of reports for each number that both
    give."""
    alike = {key: one for key, one in found.items() if one.points >= _ENOUGH_TOGETHER}
    harms: dict[str, set[str]] = {}
    for other, base in alike:
        harms.setdefault(other, set()).add(base.split(" ", 1)[1])
    # A number of dead and one of wounded that both reports give are rarer together than either alone.
    return [
        one.echo(other, report)
        for (other, _), one in alike.items()
        if one.points >= _ENOUGH or len(harms[other]) > 1
    ]


def leave_out(report: str, cells: Iterable[str], numbers: MutableMapping[str, Alike]) -> None:
    """Take a report's claims out of `numbers` again; `cells` is what `enter` gave for it."""
    for cell in cells:
        known = numbers.get(cell, Alike())
        numbers[cell] = Alike(known.reports - 1, tuple(one for one in known.last if one[0] != report))


def _alike(claim: Claim, numbers: MutableMapping[str, Alike]) -> dict[str, dict[Claim, None]]:
    """By report the claims to compare with. A number that many reports have is compared only in one place, on one day."""
    found: dict[str, dict[Claim, None]] = {}
    base = numbers.get(_base(claim), Alike())
    cells = [numbers.get(cell, Alike()) for cell in _cells(claim)]
    for known in ([base] if base.reports < _MAX_REPORTS and not _is_common(claim) else []) + cells:
        for other, claims in known.last:
            found.setdefault(other, {}).update(dict.fromkeys(claims))
    return found


def enter(report: str, claims: Sequence[Claim], numbers: MutableMapping[str, Alike]) -> tuple[str, ...]:
    """Put a report's claims into `numbers`, for the reports that come after it; under what they stand there."""
    entered: dict[str, list[Claim]] = {}
    for claim in claims:
        if _number(claim) is not None:
            for cell in (_base(claim), *_cells(claim)):
                entered.setdefault(cell, []).append(claim)
    for cell, found in entered.items():
        known = numbers.get(cell, Alike())
        slim = tuple(replace(claim, evidence=(), rules=()) for claim in found[:_MAX_CLAIMS])
        last = (*known.last, (report, slim))
        if cell == _base(found[0]):
            last = last if known.reports < _MAX_REPORTS else ()
        numbers[cell] = Alike(known.reports + 1, last if cell == _base(found[0]) else last[-_MAX_LAST:])
    return tuple(entered)


def _base(claim: Claim) -> str:
    return f"{_number(claim)} {_HARMS.get(claim.harm, claim.harm)}"


def _cells(claim: Claim) -> Iterator[str]:
    """Under what a claim is looked up whose number is common: its number with the place, the day, each name."""
    if _number(claim) is None:
        return
    if claim.place is not None:
        yield f"{_base(claim)} at {_place(claim)}"
    if claim.until is not None and len(claim.until) >= _DAY and "X" not in claim.until:
        yield f"{_base(claim)} on {claim.until[:_DAY]}"
    yield from (f"{_base(claim)} of {name}" for name in claim.names)


def _is_common(claim: Claim) -> bool:
    return (_number(claim) or 0) < _SMALL or not any(figure.isdigit() for figure in claim.quantity_text)


def _compare(a: str, one: Claim, two: Claim, reports: int, days_from: DaysFrom) -> Likeness | None:
    features = [_rarity(one, reports), *(feature(one, two) for feature in _FEATURES)]
    points = sum(feature.points for feature in features)
    if any(feature.clash for feature in features):
        return None
    if points >= _ENOUGH_TOGETHER - _NEAR and _is_near_in_time(one, days_from, a):
        features.append(_Feature(_NEAR, "told within a few days"))
        points += _NEAR
    return Likeness(points, one, two, tuple(feature.words for feature in features))


def _number(claim: Claim) -> int | None:
    return claim.low if claim.low is not None else claim.high


def _span(claim: Claim) -> Span:
    return claim.sentence or Span(claim.start, claim.end)


def _rarity(claim: Claim, reports: int) -> _Feature:
    """Points for the number itself: for its size and its figures other than end zeros, less for each report that has it."""
    number = _number(claim) or 0
    if _is_common(claim):
        return _Feature(-0.6, "a number that many claims share")
    figures = len(str(number).rstrip("0"))
    return _Feature(
        min(1.3 * figures, log(number) / 2) - 0.75 * log(reports / 2),
        f"a number with {figures} figures before its zeros",
    )


def _is_near_in_time(claim: Claim, days_from: DaysFrom, other: str) -> bool:
    """News is retold within days: a number of its own that two reports give within four of them is rarely two things."""
    if _is_common(claim):
        return False
    days = days_from(other)
    return days is not None and days <= _FEW_DAYS


def _same_side(one: Claim, two: Claim) -> _Feature:
    """The people of one place are mostly one side's: then that says little more."""
    is_one_place = _place(one) is not None and _place(one) == _place(two)
    return _agreement(one.side, two.side, 0.75 if is_one_place else 1.5, "the same side's people")


def _same_role(one: Claim, two: Claim) -> _Feature:
    known = [None if claim.role in ("unknown", "mixed") else claim.role for claim in (one, two)]
    return _agreement(known[0], known[1], 0.5, "")


def _same_place(one: Claim, two: Claim) -> _Feature:
    places = [_place(one), _place(two)]
    if None not in places and places[0] == places[1] and not are_two_spots(one, two):
        return _Feature(2.0, "the same place")
    return _Feature(0.0 if None in places else -2.0, "")


def _place(claim: Claim) -> str | None:
    return claim.where


def _same_scope(one: Claim, two: Claim) -> _Feature:
    return _Feature(0.5, "") if one.scope == two.scope else _Feature(-1.0, "")


def _same_date(one: Claim, two: Claim) -> _Feature:
    dates = [claim.until if claim.until and "X" not in claim.until else None for claim in (one, two)]
    if one.scope == two.scope == "incident":
        if _are_near(*dates):
            return _Feature(0.0, "")
        return _agreement(dates[0], dates[1], 2.0, "the same date")
    return _Feature(1.0, "the same date") if dates[0] and dates[0] == dates[1] else _Feature(0.0, "")


def _are_near(one: str | None, two: str | None) -> bool:
    """Whether two dates, both told to the day, are different and no more than three days apart: "on Friday" may be the day of the raid or of the
    statement."""
    try:
        apart = abs((date.fromisoformat(one or "") - date.fromisoformat(two or "")).days)
    except ValueError:
        return False
    return 0 < apart < _FEW_DAYS


def _same_source(one: Claim, two: Claim) -> _Feature:
    """Prosecutors and police are quoted on every attack: only who goes by a name of his own tells one testimony."""
    shared = {
        name.casefold(): name for name in one.sources if name.casefold() in map(str.casefold, two.sources)
    }
    if not shared:
        return _Feature(0.0, "")
    words = f"both on the word of {min(shared)}"
    return _Feature(2.0 if any(map(is_named, shared.values())) else 1.0, words)


def _same_names(one: Claim, two: Claim) -> _Feature:
    """Who is known all over is named in reports of no common testimony: a name alone makes no link, a single word still less."""
    if shared := set(one.names) & set(two.names):
        return _Feature(3.0 if any(" " in name for name in shared) else 1.5, f"both name {min(shared)}")
    return _Feature(0.0, "", bool(one.names and two.names))


def _agreement(one: str | None, two: str | None, points: float, words: str) -> _Feature:
    if one is None or two is None:
        return _Feature(0.0, "")
    return _Feature(points, words) if one == two else _Feature(0.0, "", clash=True)


_FEATURES: tuple[Callable[[Claim, Claim], _Feature], ...] = (
    _same_side,
    _same_role,
    _same_place,
    _same_scope,
    _same_date,
    _same_source,
    _same_names,
)
