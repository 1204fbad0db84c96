"""What a person writes down about the rows of a ledger, made into judgements and filed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from cenotaph.judging import (
    Value,
    WrongValue,
    as_judged,
    checked,
    digest,
    identified,
    in_force,
    read_value,
    seen_by,
    undone,
    value,
)
from cenotaph.ledger import JudgementFilter, Ledger, LedgerName, Store, the_judgement, the_one
from cenotaph.model import Claim, Handling, Judgement, Place, Subject, Verdict
from cenotaph.problems import CenotaphError, Problem
from cenotaph.run.additions import addition
from cenotaph.run.judged_pairs import PAIRS, end_of
from cenotaph.run.judged_sources import known_source, read_source_fields
from cenotaph.run.places import likeliest


class Draft(Struct, frozen=True, kw_only=True):
    """What a person writes down. `id` is the beginning of the id of a claim, a handling or (to undo it) a judgement; of
    a report for what is to be added; of a pair, the first, and `other` the second. `fields` are new values as a person
    writes them; `seen` is the digest of what the person saw, and None says that it was just now looked up. In a `blind`
    reading the person saw what was found and their own judgements alone, so that nothing can have changed meanwhile."""

    id: str
    verdict: Verdict
    reason: str
    by: str
    fields: Mapping[str, Value] = {}
    seen: str | None = None
    blind: bool = False
    subject: Subject | None = None
    other: str | None = None
    where: str = ""


class Judged(Struct, frozen=True):
    """What was filed, and what was not and why."""

    filed: tuple[Judgement, ...]
    problems: tuple[Problem, ...]


class Refused(CenotaphError):
    """The one judgement that was asked for was not filed; `problem` says why (its code is judge.stale where the thing
    has changed since it was seen)."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def judge_one(ledger: LedgerName, draft: Draft) -> Judgement:
    """File one judgement. Refused where it cannot be filed, LedgerError where the ledger cannot be read or written."""
    done = judge(ledger, [draft])
    if done.problems:
        raise Refused(done.problems[0])
    return done.filed[0]


def judge(ledger: LedgerName, drafts: Sequence[Draft]) -> Judged:
    """File what people wrote down, all that can be. A draft that is wrong, says nothing new, or was made on something
    that has changed since is a problem. LedgerError where the ledger cannot be read or written."""
    problems: list[Problem] = []
    ready: dict[str, Judgement] = {}
    places: list[Place] = []
    with Ledger(ledger) as book:
        for draft in drafts:
            try:
                one = _judgement(book, draft, places)
                ready[one.id] = one
            except CenotaphError as error:
                problems.append(_wrong(draft, error))
    with Store(ledger) as store:
        refused = store.judge(list(ready.values()), places)
    filed = tuple(one for id_, one in ready.items() if id_ not in refused)
    return Judged(filed, (*problems, *refused.values()))


def _wrong(draft: Draft, error: CenotaphError) -> Problem:
    before = f"{draft.where}: " if draft.where else ""
    return Problem("judge.wrong", f"{before}{error}", draft.where or draft.id)


def _judgement(book: Ledger, draft: Draft, places: list[Place]) -> Judgement:
    for name, text in (("a reason", draft.reason), ("the name of who judges", draft.by)):
        if not text.strip():
            raise WrongValue(f"A judgement on {draft.id} needs {name}; nobody could follow it later without.")
    if draft.subject == "source" and draft.verdict == "correct":
        return _source_correction(book, draft)
    if draft.subject in PAIRS and draft.verdict != "undo":
        return _pair(book, draft)
    if draft.other is not None and draft.verdict != "undo":
        raise WrongValue(
            f"To judge {draft.id} and {draft.other} together, say what they are: {', '.join(PAIRS)}."
        )
    return _MAKERS[draft.verdict](book, draft, places)


def _verdict(book: Ledger, draft: Draft, places: list[Place]) -> Judgement:
    """Accept or reject."""
    one, _ = the_one(book, draft.id)
    if draft.fields:
        raise WrongValue(f"To change {', '.join(draft.fields)} of {one.id}, the verdict must be correct.")
    _must_be_new(draft, _on(book, one.id, _subject(one)))
    return _made(draft, one)


def _must_be_new(draft: Draft, said: Sequence[Judgement]) -> None:
    """WrongValue where the same person said the same last, so that a sheet filed twice adds nothing."""
    last = in_force(said)[-1:]
    if last and (last[0].by, last[0].verdict) == (draft.by.strip(), draft.verdict):
        raise WrongValue(f"{draft.by} has said {draft.verdict} of {draft.id} already, at {last[0].at}.")


def _correction(book: Ledger, draft: Draft, places: list[Place]) -> Judgement:
    one = _before_the_eyes(book, draft)
    read = {name: read_value(type(one), name, new) for name, new in draft.fields.items()}
    changed = {name: new for name, new in read.items() if new != value(one, name)}
    if not changed:
        raise WrongValue(
            f"The correction of {one.id} names no field whose value would change; see `cenotaph show {one.id}`."
        )
    if isinstance(one, Claim) and "place" in changed:
        named = msgspec.json.decode(changed["place"], type=str | None)
        place = likeliest(named, one) if named else None
        places += [place] if place else []
        changed["place_key"] = f'"{place.key}"' if place else "null"
    judgement = _made(draft, one, tuple(sorted(changed.items())))
    checked(as_judged(one, [judgement]))
    return judgement


def _before_the_eyes(book: Ledger, draft: Draft) -> Claim | Handling:
    """What stands, or to a blind reader what was found with their own judgements on it."""
    one, _ = the_one(book, draft.id)
    if not draft.blind:
        return one
    return next(iter(seen_by([one], _on(book, one.id, _subject(one)), draft.by.strip())), one)


def _addition(book: Ledger, draft: Draft, places: list[Place]) -> Judgement:
    report = next((report for report, _ in book.reports(draft.id)), None)
    if report is None:
        raise WrongValue(f"There is no report {draft.id} in the ledger to add to; see `cenotaph reports`.")
    new = addition(report, draft.fields)
    places += [new.place] if new.place else []
    return _identified(draft, _subject(new.one), new.one.id, fields=new.fields, report=report.id)


def _undoing(book: Ledger, draft: Draft, places: list[Place]) -> Judgement:
    """Of the judgement named, or of the last one that holds on the claim or handling named."""
    undone = the_judgement(book, draft.id) or _last(book, draft.id)
    if undone not in in_force(_on(book, undone.one)):
        raise WrongValue(
            f"The judgement {undone.id} does not hold any more; see `cenotaph judge --history {undone.one}`."
        )
    return _identified(
        draft, undone.subject, undone.one, other=undone.other, undoes=undone.id, report=undone.report
    )


def _pair(book: Ledger, draft: Draft) -> Judgement:
    """Two things that are the same or not: reports, claims, names."""
    if draft.verdict not in ("accept", "reject"):
        raise WrongValue(f"Of a pair one can only say accept or reject (or undo that), not {draft.verdict}.")
    if draft.other is None or draft.subject is None:
        raise WrongValue(
            f"To judge whether {draft.id} and another are one {draft.subject}, name the other too."
        )
    one, other = sorted(end_of(book, draft.subject, name) for name in (draft.id, draft.other))
    if one == other:
        raise WrongValue(f"{one} is the same as itself; name two to judge.")
    _must_be_new(
        draft, [said for said in _on(book, one, draft.subject) if (said.one, said.other) == (one, other)]
    )
    return _identified(draft, draft.subject, one, other=other)


def _source_correction(book: Ledger, draft: Draft) -> Judgement:
    """What the source of a name is. Said of every report that credits the name."""
    if draft.other is not None:
        raise WrongValue(
            f"A correction is of one source; of {draft.id} and {draft.other} say accept or reject."
        )
    name, fields = known_source(book, draft.id), read_source_fields(draft.fields)
    last = [one for one in in_force(_on(book, name, "source")) if one.other is None][-1:]
    if last and (last[0].by, last[0].fields) == (draft.by.strip(), fields):
        raise WrongValue(f"{draft.by} has said this of {name} already, at {last[0].at}.")
    return _identified(draft, "source", name, fields=fields)


_Maker = Callable[[Ledger, Draft, list[Place]], Judgement]
_MAKERS: dict[Verdict, _Maker] = {
    "accept": _verdict,
    "reject": _verdict,
    "correct": _correction,
    "add": _addition,
    "undo": _undoing,
}


def _made(draft: Draft, one: Claim | Handling, fields: tuple[tuple[str, str], ...] = ()) -> Judgement:
    seen = None if draft.blind else draft.seen or digest(one)
    return _identified(draft, _subject(one), one.id, fields=fields, seen=seen, report=one.report)


def _subject(one: Claim | Handling) -> Subject:
    return "claim" if isinstance(one, Claim) else "handling"


def _identified(
    draft: Draft,
    subject: Subject,
    one: str,
    *,
    other: str | None = None,
    fields: tuple[tuple[str, str], ...] = (),
    seen: str | None = None,
    undoes: str | None = None,
    report: str | None = None,
) -> Judgement:
    at = datetime.now(UTC).isoformat(timespec="seconds")
    by, reason = draft.by.strip(), draft.reason.strip()
    return identified(
        Judgement("", subject, one, other, draft.verdict, fields, reason, by, at, seen, undoes, report)
    )


def history(book: Ledger, identity: str | None) -> list[tuple[Judgement, bool]]:
    """What was judged of the claim, handling or name (or the judgement itself), oldest first, each with whether it
    holds; without one, all that was ever judged. A prefix is enough for an id."""
    found = list(book.judgements(JudgementFilter())) if identity is None else _judged_on(book, identity)
    gone = undone(found)
    return [(one, one.id not in gone) for one in found]


def _judged_on(book: Ledger, identity: str) -> list[Judgement]:
    exactly = _on(book, identity)
    if exactly:
        return exactly
    named = the_judgement(book, identity)
    return _on(book, named.one if named else the_one(book, identity)[0].id)


def _on(book: Ledger, target: str, subject: Subject | None = None) -> list[Judgement]:
    return list(book.judgements(JudgementFilter(on=target, subject=subject)))


def _last(book: Ledger, identity: str) -> Judgement:
    one, _ = the_one(book, identity)
    held = in_force(_on(book, one.id, _subject(one)))
    if not held:
        raise WrongValue(f"Nobody has judged {one.id}, so there is nothing to undo.")
    return held[-1]
