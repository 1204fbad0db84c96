"""Where reports come from: chains joined across reports, back to the origin.

The origin of a credit is the first source of its chain that has a name. People without a name are known only to whoever
heard them, so the outlet that heard them stands for them: the outlet that the sentence credits, else the only one that
the report credits at all, else the one that other reports credit for the same words, else the report's own.
"""

from collections.abc import Mapping, MutableMapping

from cenotaph.trace.credits import Credits
from cenotaph.trace.neighbours import Neighbours
from cenotaph.trace.one_report import OneReport
from cenotaph.trace.ways import ReportOrigins


class Origins:
    """Works out where reports come from, those they retell before them.

    What is known of a report depends on its own words, on those of the reports that share something with it, and on
    where the reports that it retells come from; so it does not matter in which order reports are asked for. `known`
    holds what was worked out before, and takes what is worked out now.
    """

    def __init__(
        self,
        credits: Mapping[str, Credits],
        neighbours: Neighbours,
        known: MutableMapping[str, ReportOrigins],
    ) -> None:
        self._credits = credits
        self._neighbours = neighbours
        self._known = known
        self._retold: dict[str, tuple[str, ...]] = {}

    def of(self, report: str) -> ReportOrigins:
        """Where a report comes from. A stack and no recursion: chains may be as long as the news is old."""
        waiting = [report]
        while waiting:
            one = waiting[-1]
            missing = [two for two in self._followed(one) if two not in self._known]
            if one in self._known or not missing:
                waiting.pop()
                self._settle(one)
            else:
                waiting += missing
        return self._known[report]

    def _settle(self, report: str) -> None:
        if report not in self._known:
            work = OneReport(report, self._credits, self._neighbours, self._followed(report), self._known)
            self._known[report] = work.done()

    def _retold_by(self, report: str) -> tuple[str, ...]:
        """The reports that a report's words lead to, in circles or not."""
        if report not in self._retold:
            known = self._known.get(report)
            if known is None:
                known = OneReport(report, self._credits, self._neighbours, (), {}).done()
                if not known.retold:
                    self._known[report] = known
            self._retold[report] = known.retold
        return self._retold[report]

    def _followed(self, report: str) -> tuple[str, ...]:
        """The reports that a report's ways go on through: not those that lead back to it."""
        return tuple(one for one in self._retold_by(report) if not self._leads_to(one, report))

    def _leads_to(self, one: str, report: str) -> bool:
        waiting, seen = [one], {one}
        while waiting:
            for other in self._retold_by(waiting.pop()):
                if other == report:
                    return True
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return False
