"""How far two readers agree: Cohen's kappa over the verdicts, F1 over what each of them lets stand.

Kappa is agreement beyond chance (J. Cohen, "A coefficient of agreement for nominal scales", 1960): (p - e) / (1 - e), with p the
share of things both judged alike and e the share expected if each had given their verdicts at random. Negative readings
such as "no claim here" are not countable in a text, so that F1 over what stands is told beside it (Hripcsak and
Rothschild 2005, "Agreement, the F-measure, and reliability in information retrieval").
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from cenotaph.judging import in_force
from cenotaph.model import Judgement


class Disagreement(Struct, frozen=True):
    """Something that two readers judged differently: its id, the report, and both verdicts, None where one has none."""

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


def agreement(judgements: Iterable[Judgement], one: str, other: str) -> Agreement:
    """How far the readers called `one` and `other` agree. Of each reader's judgements on a thing the last one counts; a
    correction is alike if it gives the same fields the same values."""
    every = list(judgements)
    mine, theirs = _verdicts(every, one), _verdicts(every, other)
    both = [id_ for id_ in mine if id_ in theirs]
    alike = [id_ for id_ in both if _said(mine[id_]) == _said(theirs[id_])]
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


def _verdicts(judgements: Iterable[Judgement], by: str) -> dict[str, Judgement]:
    """The last judgement of a reader on each thing, of those they did not take back."""
    own = [one for one in judgements if one.by == by]
    return {one.one: one for one in in_force(own)}


def _kept(verdicts: Mapping[str, Judgement], reports: set[str | None]) -> set[str]:
    return {id_ for id_, one in verdicts.items() if one.verdict != "reject" and one.report in reports}


def _said(one: Judgement) -> tuple[str, tuple[tuple[str, str], ...]]:
    return one.verdict, one.fields


def _kappa(pairs: list[tuple[str, str]]) -> float | None:
    if not pairs:
        return None
    count = len(pairs)
    alike = sum(one == other for one, other in pairs) / count
    mine, theirs = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(mine[verdict] * theirs[verdict] for verdict in mine) / count**2
    return None if chance == 1 else (alike - chance) / (1 - chance)


def _disagreement(id_: str, one: Judgement | None, other: Judgement | None) -> Disagreement:
    judged = one or other
    report = judged.report if judged else None
    return Disagreement(id_, report, one.verdict if one else None, other.verdict if other else None)
