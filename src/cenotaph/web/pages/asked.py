"""What the addresses of views on figures ask for: whose people, which harm, where; and what meets it."""

from typing import Annotated, Literal, Protocol

from fastapi import Query
from pydantic import BaseModel, Field

from cenotaph.ledger.plain import plain
from cenotaph.model import Harm, Role, Scope
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


def _has(text: str | None, words: str) -> bool:
    return (plain(words) or "") in (plain(text) or "")


Asked = Annotated[GroupAsked, Query()]
