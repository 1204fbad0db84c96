"""What the functions take and give: paths, filters, rows that show themselves in a notebook."""

import os
from collections.abc import Iterable, Mapping
from typing import Any, Generic, Literal, TypedDict, TypeVar, cast

from cenotaph.model import (
    Claim,
    Harm,
    Place,
    Report,
    Role,
    Scope,
    Stance,
)
from cenotaph.notebook import claim_page, frame, table_page
from cenotaph.problems import Problem
from cenotaph.rows import claim_row

PathLike = str | os.PathLike[str]
Paths = PathLike | Iterable[PathLike]
RowType = TypeVar("RowType")
PolicyName = Literal["range", "ucdp", "ibc", "airwars", "acled", "every-casualty"]


class Wanted(TypedDict, total=False):
    """Which claims are meant (see `ledger.ClaimFilter`)."""

    side: str
    harm: Harm
    role: Role
    scope: Scope
    stance: Stance
    place: str
    source: str
    from_: str
    until: str
    text: str
    report: str


Traced = Literal["reports", "echoes", "claims"]


class Rows(list[RowType], Generic[RowType]):
    """A list of rows, and beside it what could not be read or decided on the way."""

    def __init__(self, rows: Iterable[RowType] = (), problems: Iterable[Problem] = ()) -> None:
        super().__init__(rows)
        self.problems: list[Problem] = list(problems)

    def frame(self, kind: str | None = None) -> Any:
        """The rows as a data frame of pandas or polars, whichever is installed, or the one named."""
        return frame(cast("list[Mapping[str, Any]]", self), kind)

    def _repr_html_(self) -> str:
        return table_page(cast("list[Mapping[str, Any]]", self), len(self.problems))


class ShownClaim(dict[str, Any]):
    """The row of one claim, which shows itself in a notebook with its words marked."""

    def __init__(self, claim: Claim, report: Report, place: Place | None) -> None:
        row = claim_row(claim, report, place)
        super().__init__(row)
        self._page = claim_page(claim, report, row)

    def _repr_html_(self) -> str:
        return self._page


def strings(paths: Paths) -> list[str]:
    """One path or several, as strings."""
    return [os.fspath(paths)] if isinstance(paths, str | os.PathLike) else [os.fspath(path) for path in paths]
