"""Tallies: what a policy makes of the statements on each subject, with the reason for every claim used or left out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from cenotaph.problems import Problem
from cenotaph.reconcile.bounds import said
from cenotaph.reconcile.days import as_of
from cenotaph.reconcile.origins import origins_at_most
from cenotaph.reconcile.precision import precision_of, span_of, until_of
from cenotaph.reconcile.rules import Draft, Options, Policy, Subject
from cenotaph.reconcile.subjects import by_subject
from cenotaph.reconcile.values import Incident, Reason, Said, Statement, Tally

_SCOPES = ("cumulative", "holding", "flow", "incident")
_PLAIN = Options()


class Tallies(Struct, frozen=True):
    """The figures, running totals first and attacks by their date, and what could not be decided."""

    tallies: tuple[Tally, ...]
    problems: tuple[Problem, ...] = ()


def tally(
    statements: Sequence[Statement],
    policy: Policy,
    options: Options = _PLAIN,
    incidents: Iterable[Incident] = (),
) -> Tallies:
    """One figure for each subject that the statements speak of, by a policy. Nothing is added together.

    Every statement stands in exactly one figure, among those used or those left out.
    """
    subjects = by_subject(statements, incidents)
    if policy.gather is not None and policy.gather not in options.without:
        subjects = _gathered(subjects)
    parts = _parts(subjects)
    made = [
        _tally(subject, members, parts.get(subject.incident, ()), policy, options)
        for subject, members in subjects.items()
    ]
    problems = tuple(problem for one in made for problem in _to_ask(one, options))
    return Tallies(tuple(sorted(made, key=_place_in_the_table)), problems)


def _gathered(subjects: Mapping[Subject, list[Statement]]) -> dict[Subject, list[Statement]]:
    """All sides and roles of one attack as one subject."""
    found: dict[Subject, list[Statement]] = defaultdict(list)
    for subject, members in subjects.items():
        whole = subject.incident is not None and subject.part is None
        found[replace(subject, side=None, role="mixed") if whole else subject] += members
    return found


def _parts(subjects: Mapping[Subject, list[Statement]]) -> dict[str | None, list[Statement]]:
    found: dict[str | None, list[Statement]] = defaultdict(list)
    for subject, members in subjects.items():
        if subject.part is not None and subject.incident is not None:
            found[subject.incident] += members
    return found


def _tally(
    subject: Subject,
    statements: Sequence[Statement],
    parts: Iterable[Statement],
    policy: Policy,
    options: Options,
) -> Tally:
    draft = policy.decide(Draft(subject, tuple(statements), tuple(parts)), options)
    about = draft.used or tuple(statements)
    span = span_of(about)
    return Tally(
        id=_id(subject),
        policy=policy.name,
        side=draft.subject.side,
        role=draft.subject.role,
        harm=subject.harm,
        scope=subject.scope,
        place=subject.place,
        place_key=subject.place_key,
        from_=span.first.isoformat() if span else subject.start,
        until=span.last.isoformat() if span and subject.scope == "incident" else until_of(about),
        low=draft.low,
        best=draft.best,
        high=draft.high,
        label=draft.label or "provisional",
        origins=origins_at_most(draft.used),
        precision=precision_of(subject, about),
        used=tuple(Reason(one.claim.id, _used(one, draft)) for one in draft.used),
        left_out=draft.left_out,
        said=_said(statements, {one.claim.id for one in draft.used}),
        why=draft.why,
        part=subject.part,
        incident=subject.incident,
        conceded=draft.conceded,
    )


def _used(one: Statement, draft: Draft) -> str:
    """Why a claim is used: what it says and on whose word, and what the policy's rules noted."""
    notes = [note.why for note in draft.notes if note.claim == one.claim.id]
    return " ".join([f"{one.claimant.opening} says {said(one.claim)}.", *notes])


def _said(statements: Sequence[Statement], used: set[str]) -> tuple[Said, ...]:
    """The figures of each claimant in the order of time, each once; claimants in the order in which they were read."""
    found: dict[tuple[str, str, bool], list[Statement]] = defaultdict(list)
    for one in statements:
        days = as_of(one)
        date = days.last.isoformat() if days else ""
        found[one.claimant.key, f"{date} {said(one.claim)}", one.claim.approx].append(one)
    first = {key: at for at, (key, _, _) in reversed(list(enumerate(found)))}
    figures = [_figure(members, used) for members in found.values()]
    return tuple(sorted(figures, key=lambda one: (first[one.claimant.key], one.date or "", one.low or 0)))


def _figure(statements: Sequence[Statement], used: set[str]) -> Said:
    one = statements[0]
    days = as_of(one)
    ids = tuple(each.claim.id for each in statements)
    return Said(
        one.claimant,
        one.claim.low,
        one.claim.high,
        one.claim.approx,
        days.last.isoformat() if days else None,
        ids,
        any(id_ in used for id_ in ids),
    )


def _id(subject: Subject) -> str:
    words = (subject.side, subject.role, subject.harm, subject.scope, subject.place_key, subject.part)
    rest = (subject.incident, subject.start)
    return sha256("\0".join(["tally", *map(str, (*words, *rest))]).encode()).hexdigest()[:16]


def _place_in_the_table(one: Tally) -> tuple[int, int, str, str, str]:
    """Running totals first, those that most claimants speak of at the head; attacks by their date."""
    weight = -len({each.claimant.key for each in one.said}) if one.scope != "incident" else 0
    when = one.from_ or one.until or "~"
    return _SCOPES.index(one.scope), weight, when, one.place or "", one.id


def _to_ask(one: Tally, options: Options) -> Iterable[Problem]:
    """Under the treatment `dialogue` each figure that sources disagree on is a question to them."""
    if one.policy == "every-casualty" and options.treatment == "dialogue" and one.label == "contested":
        why = one.why[-1] if one.why else "Sources disagree."
        yield Problem("reconcile.ask", why, one.place or one.side or one.id)
