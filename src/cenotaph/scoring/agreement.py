"""How far two readers agree: Cohen's kappa over the verdicts, F1 over what each of them lets stand.

Kappa is agreement beyond chance (J. Cohen, "A coefficient of agreement for nominal scales", 1960): (p - e) / (1 - e), with p the
share of things both judged alike and e the share expected if each had given their verdicts at random. Negative readings
such as "no claim here" are not countable in a text, so that F1 over what stands is told beside it (Hripcsak and
Rothschild 2005, "Agreement, the F-measure, and reliability in information retrieval").
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from cenotaph.judging import in_force
from cenotaph.model import Judgement


class Disagreement(Struct, frozen=True):
    """Something that two readers judged differently: its id, the report, and what each says of it, None where nothing."""

    id: str
    report: str | None
    one: str | None
    other: str | None


class Agreement(Struct, frozen=True):
    """`both` counts what both judged, `alike` what they judged alike. `kappa` is None where chance alone would agree on
    everything; `f1` is over the reports that both have judged in, None where neither lets anything stand."""

    both: int
    alike: int
    kappa: float | None
    f1: float | None
    reports: int
    disagreements: tuple[Disagreement, ...]


class _Opinion(Struct, frozen=True):
    """What a reader makes of one thing: that it is no claim, or that it is one with these fields in the place of what
    was found (or, added, with these fields)."""

    report: str | None
    verdict: str
    fields: tuple[tuple[str, str], ...]

    @property
    def words(self) -> str:
        """The same in words."""
        return ", ".join((self.verdict, *(f"{name} {value}" for name, value in self.fields)))


def agreement(judgements: Iterable[Judgement], one: str, other: str) -> Agreement:
    """How far the readers called `one` and `other` agree. Of each reader's judgements on a thing the last one counts. Who
    accepts a row that others have corrected before their eyes says what they say; who reads blind sees no such row."""
    on: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        on.setdefault(judgement.one, []).append(judgement)
    mine, theirs = _opinions(on, one), _opinions(on, other)
    both = [id_ for id_ in mine if id_ in theirs]
    alike = [id_ for id_ in both if mine[id_] == theirs[id_]]
    reports = {mine[id_].report for id_ in mine} & {theirs[id_].report for id_ in theirs}
    kept, kept_too = _kept(mine, reports), _kept(theirs, reports)
    f1 = 2 * len(kept & kept_too) / (len(kept) + len(kept_too)) if kept or kept_too else None
    apart = [id_ for id_ in both if id_ not in alike]
    apart += [id_ for id_ in {**mine, **theirs} if id_ in (kept ^ kept_too) and id_ not in both]
    return Agreement(
        len(both),
        len(alike),
        _kappa([(mine[id_].verdict, theirs[id_].verdict) for id_ in both]),
        f1,
        len(reports),
        tuple(_disagreement(id_, mine.get(id_), theirs.get(id_)) for id_ in apart),
    )


def _opinions(on: Mapping[str, Sequence[Judgement]], by: str) -> dict[str, _Opinion]:
    """What a reader makes of each thing that they judged and did not take back their judgement on."""
    found = ((id_, _opinion(judgements, by)) for id_, judgements in on.items())
    return {id_: opinion for id_, opinion in found if opinion is not None}


def _opinion(judgements: Sequence[Judgement], by: str) -> _Opinion | None:
    held = in_force([one for one in judgements if one.by == by])
    if not held:
        return None
    last = held[-1]
    if last.verdict == "reject":
        return _Opinion(last.report, "rejected", ())
    before = judgements[: judgements.index(last) + 1]
    # Whoever judges with open eyes says from which row they judged; whoever reads blind has seen their own judgements only.
    seen = before if last.seen is not None else [one for one in before if one.by == by]
    fields = {name: value for one in in_force(seen) for name, value in one.fields}
    verdict = "added" if last.verdict == "add" else "corrected" if fields else "accepted"
    return _Opinion(last.report, verdict, tuple(sorted(fields.items())))


def _kept(opinions: Mapping[str, _Opinion], reports: set[str | None]) -> set[str]:
    return {id_ for id_, one in opinions.items() if one.verdict != "rejected" and one.report in reports}


def _kappa(pairs: list[tuple[str, str]]) -> float | None:
    if not pairs:
        return None
    count = len(pairs)
    alike = sum(one == other for one, other in pairs) / count
    mine, theirs = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(mine[verdict] * theirs[verdict] for verdict in mine) / count**2
    return None if chance == 1 else (alike - chance) / (1 - chance)


def _disagreement(id_: str, one: _Opinion | None, other: _Opinion | None) -> Disagreement:
    judged = one or other
    report = judged.report if judged else None
    return Disagreement(id_, report, one.words if one else None, other.words if other else None)
