"""What the addresses of views on figures ask for: whose people, which harm, where; and what meets it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Annotated, Literal, Protocol

from fastapi import Query
from pydantic import BaseModel, Field

from cenotaph.ledger.plain import plain
from cenotaph.model import Harm, Role, Scope
from cenotaph.reconcile import Statement
from cenotaph.web.pages.windows import PageNumber, Sort


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

    def meets(self, one: "Grouped") -> bool:
        """Whether a figure is on such people."""
        return (
            (not self.side or _has(one.side, self.side))
            and self.harm in ("", one.harm)
            and self.role in ("", one.role)
            and self.scope in ("", getattr(one, "scope", self.scope))
            and (not self.place or _has(one.place, self.place))
        )

    @property
    def asks_nothing(self) -> bool:
        """Whether everything meets it."""
        return not (self.side or self.harm or self.role or self.scope or self.place or self.claimant)

    def told(self, statements: Sequence[Statement]) -> Sequence[Statement]:
        """The statements on such people by such claimants."""
        if self.asks_nothing:
            return statements
        return [
            one for one in statements
            if self.meets(one.claim) and has_words(one.claimant.name, self.claimant)
        ]  # fmt: skip


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
