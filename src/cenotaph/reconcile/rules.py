"""How a policy is made: rules, one after another, turn the statements on one subject into a figure.

A rule leaves statements out, sets bounds or a label, and says why. Each one follows a published sentence and names it,
and can be switched off by its code, so that anybody can see what it does to a figure.
"""

from collections.abc import Callable, Iterable
from typing import Literal, Self

from msgspec import Struct
from msgspec.structs import replace

from cenotaph.model import Harm, Role, Scope
from cenotaph.reconcile.bounds import Bounds
from cenotaph.reconcile.values import Label, Reason, Statement

Treatment = Literal["range", "prioritise", "defer", "pending", "dialogue"]
"""What may be done where sources disagree: Standards for Casualty Recording (2016), p. 25."""


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """What a dossier may set. Sources are meant by name or by kind ("UN", "military"), without regard to case.

    `prefer` lists sources that are relied on, best first; `unreliable` those that are not. `minimum_origins` is how many
    independent origins a figure needs to be corroborated. `treatment` is what `every-casualty` does with disagreement.
    `unknown_number` is what `acled` takes for deaths without a number. `without` names rules that are switched off.
    """

    prefer: tuple[str, ...] = ()
    unreliable: tuple[str, ...] = ()
    minimum_origins: int = 2
    treatment: Treatment = "range"
    unknown_number: Literal[3, 10] = 3
    without: tuple[str, ...] = ()


class Subject(Struct, frozen=True):
    """What a figure is about: whose people, what befell them, where, and in which sense of "how many".

    `part` says which part of a whole they are; `incident` is the attack; `start` the day from which a running total
    counts, where it is not the war's.
    """

    side: str | None
    role: Role
    harm: Harm
    scope: Scope
    place: str | None
    place_key: str | None
    part: str | None = None
    incident: str | None = None
    start: str | None = None


class Draft(Struct, frozen=True):
    """A figure in the making: the statements still in, those left out with the reason, and what the rules have set.

    `parts` are the sub-counts of these statements, which are figures of their own.
    """

    subject: Subject
    used: tuple[Statement, ...]
    parts: tuple[Statement, ...] = ()
    left_out: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    low: int | None = None
    best: int | None = None
    high: int | None = None
    label: Label | None = None
    why: tuple[str, ...] = ()
    conceded: Bounds | None = None

    def leaving(self, statements: Iterable[Statement], why: Callable[[Statement], str]) -> Self:
        """Without some of the statements."""
        gone = {one.claim.id: Reason(one.claim.id, why(one)) for one in statements}
        kept = tuple(one for one in self.used if one.claim.id not in gone)
        return replace(self, used=kept, left_out=(*self.left_out, *gone.values()))

    def noting(self, statements: Iterable[Statement], why: str) -> Self:
        """With a reason why these statements are used as they are."""
        return replace(self, notes=(*self.notes, *(Reason(one.claim.id, why) for one in statements)))

    def bounded(self, low: int | None, best: int | None, high: int | None, why: str) -> Self:
        """With a figure."""
        return replace(self, low=low, best=best, high=high, why=(*self.why, why))

    def labelled(self, label: Label, why: str) -> Self:
        """With a label."""
        return replace(self, label=label, why=(*self.why, why))


class Rule(Struct, frozen=True):
    """One rule: its code, what it does, the published rule in our words, and where that stands.

    `read` says whether the rule was read in the document named, or only in material that quotes it.
    """

    code: str
    apply: Callable[[Draft, Options], Draft]
    published: str
    reference: str
    read: bool = True


class Policy(Struct, frozen=True):
    """A named way from statements to a figure.

    `gather` is the code of the rule by which all the dead of one attack are one figure, whatever their side; None where
    sides are told apart. `headline` are the labels of the figures that go into a total, None for all.
    """

    name: str
    title: str
    reference: str
    rules: tuple[Rule, ...]
    gather: str | None = None
    headline: frozenset[Label] | None = None

    def decide(self, draft: Draft, options: Options) -> Draft:
        """The figure that the rules make of the statements."""
        for rule in self.rules:
            if rule.code not in options.without:
                draft = rule.apply(draft, options)
        return draft
