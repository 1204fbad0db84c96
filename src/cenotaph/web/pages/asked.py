"""What the addresses of views on figures ask for: whose people, which harm, where; and what meets it."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Annotated, Literal, Protocol, TypeVar

from fastapi import Query
from pydantic import BaseModel, Field

from cenotaph.ledger.plain import plain
from cenotaph.model import Harm, Role, Scope
from cenotaph.reconcile import Statement
from cenotaph.web.pages.windows import PageNumber, Sort

Thing = TypeVar("Thing")


class GroupAsked(BaseModel):
    """Conditions on a group of people; an empty one asks nothing."""

    side: str = Field(default="", max_length=100)
    harm: Harm | Literal[""] = ""
    role: Role | Literal[""] = ""
    scope: Scope | Literal[""] = ""
    place: str = Field(default="", max_length=100)
    claimant: str = Field(default="", max_length=200)
    sort: Sort = ""
    page: PageNumber = 1

    def among(self, all_: Sequence[Thing], of: Callable[[Thing], "Grouped"]) -> Sequence[Thing]:
        """The things that are on such people; of each, what `of` gives says on whom it is."""
        # One condition after another over all of them: there are far more things than conditions.
        for test in self._tests():
            all_ = [one for one in all_ if test(of(one))]
        return all_

    def _tests(self) -> Iterator[Callable[["Grouped"], bool]]:
        harm, role, scope, side, place = self.harm, self.role, self.scope, self.side, self.place
        if harm:
            yield lambda one: one.harm == harm
        if role:
            yield lambda one: one.role == role
        if scope:
            yield lambda one: getattr(one, "scope", scope) == scope
        if side:
            yield lambda one: _has(one.side, side)
        if place:
            yield lambda one: _has(one.place, place)

    @property
    def asks_nothing(self) -> bool:
        """Whether everything meets it."""
        return not (self.side or self.harm or self.role or self.scope or self.place or self.claimant)

    def told(self, statements: Sequence[Statement]) -> Sequence[Statement]:
        """The statements on such people by such claimants."""
        found = self.among(statements, lambda one: one.claim)
        if self.claimant:
            found = [one for one in found if _has(one.claimant.name, self.claimant)]
        return found


class Grouped(Protocol):
    """Whatever is on one group of people."""

    @property
    def side(self) -> str | None:
        """Whose people."""

    @property
    def role(self) -> str:
        """Combatants or civilians."""

    @property
    def harm(self) -> str:
        """What befell them."""

    @property
    def place(self) -> str | None:
        """Where."""


def has_words(text: str | None, words: str) -> bool:
    """Whether the text has these words, in either case and with or without accents."""
    return not words or _has(text, words)


# A ledger has far more claims than names.
@lru_cache(1 << 14)
def _has(text: str | None, words: str) -> bool:
    return (plain(words) or "") in (plain(text) or "")


Asked = Annotated[GroupAsked, Query()]
