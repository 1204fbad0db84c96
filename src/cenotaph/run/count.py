"""What a run has done so far."""

from collections.abc import Sequence

from cenotaph.problems import Problem
from cenotaph.run.codes import is_lost
from cenotaph.run.local import Outcome
from cenotaph.run.register import Repeat


class Count:
    """Reports newly read with the claims and handlings found in them, reports met again, problems, and those among
    them by which some input was lost."""

    def __init__(self) -> None:
        self.reports = self.claims = self.handlings = self.repeats = self.problems = self.lost = 0

    def __str__(self) -> str:
        counts = ((self.reports, "report"), (self.claims, "claim"), (self.handlings, "handling"))
        return ", ".join(f"{number:,} {thing}{'' if number == 1 else 's'}" for number, thing in counts)

    def add(self, outcome: Outcome) -> Sequence[Problem]:
        """Count one outcome; its problems."""
        problems = self._problems(outcome)
        self.problems += len(problems)
        self.lost += sum(map(is_lost, problems))
        return problems

    def _problems(self, outcome: Outcome) -> Sequence[Problem]:
        if isinstance(outcome, Problem):
            return (outcome,)
        if isinstance(outcome, Repeat):
            self.repeats += 1
            return ()
        self.reports += 1
        self.claims += len(outcome.found.claims)
        self.handlings += len(outcome.found.handlings)
        return outcome.found.problems
