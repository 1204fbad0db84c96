"""Lists by the page: what an address asks of a list, and the addresses of its other pages."""

from typing import Annotated

from fastapi import Query
from msgspec import Struct

from cenotaph.ledger import Window

PAGE = 50

PageNumber = Annotated[int, Query(ge=1, le=1_000_000, description="Which page of the list, from 1.")]
Sort = Annotated[
    str, Query(max_length=20, pattern="^-?[a-z_]*$", description="The column to sort by, '-' before it.")
]


def window(sort: str, number: int, otherwise: str) -> Window:
    """The window of a list that an address asks for."""
    order = sort or otherwise
    return Window(order.removeprefix("-"), order.startswith("-"), (number - 1) * PAGE, PAGE)


class Pages(Struct, frozen=True):
    """Where a reader of a list is: page `number` of `last`, each of `size` rows."""

    number: int
    total: int
    size: int = PAGE

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // self.size))

    @property
    def first_row(self) -> int:
        """The number of the first row shown."""
        return min(self.total, (self.number - 1) * self.size + 1)

    @property
    def last_row(self) -> int:
        """The number of the last row shown."""
        return min(self.total, self.number * self.size)
