"""Who is at work, and what they may do."""

from typing import Literal, get_args

from msgspec import Struct

Role = Literal["reader", "recorder", "editor"]
ROLES: tuple[Role, ...] = get_args(Role)
"""What people may be, each allowed what those before it are: read; judge and add reports; decide for all."""


class Person(Struct, frozen=True):
    """Somebody at work, and the session they are in."""

    name: str
    role: Role
    session: str = ""

    def may(self, role: Role) -> bool:
        """Whether they have that role or a higher one."""
        return ROLES.index(self.role) >= ROLES.index(role)
