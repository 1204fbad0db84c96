"""What the texts leave open about where a report comes from: told as problems, never guessed."""

from collections.abc import Sequence

from cenotaph.problems import Problem

_SHOWN = 3


class LooseEnds:
    """The problems of one report, each once, in the order of finding."""

    def __init__(self, report: str) -> None:
        self._report = report
        self._found: dict[Problem, None] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them."""
        return tuple(self._found)

    def unread(self, reason: str) -> None:
        """Whom the report credits could not be read."""
        self._add(
            "trace.failed",
            f"Whom {self._report} credits could not be read ({reason}), so where it comes from is not sure; "
            "please report this with the text.",
        )

    def tie(self, outlet: str, candidates: Sequence[str]) -> None:
        """Several reports of the outlet that is credited could be the one retold."""
        self._add(
            "trace.tie",
            f"{self._report} credits {outlet}, and several of its reports share as much with it "
            f"({', '.join(candidates[:_SHOWN])}); say which one it retells.",
        )

    def loop(self, other: str) -> None:
        """The report goes back to one that goes back to it."""
        self._add(
            "trace.loop",
            f"{self._report} and {other} go back to each other and no date tells which came first; give them their dates.",
        )

    def disagreement(self, said: Sequence[str]) -> None:
        """Other reports have the same words from different sources."""
        self._add(
            "trace.tie",
            f"{self._report} credits nobody for words that other reports have from different sources: "
            f"{', '.join(list(dict.fromkeys(said))[:_SHOWN])}; check which one it retells.",
        )

    def _add(self, code: str, message: str) -> None:
        self._found[Problem(code, message, self._report, self._report)] = None
