"""What the workbench offers, in the order of a working day."""

from msgspec import Struct

from cenotaph.web.team import Role


class Entry(Struct, frozen=True):
    """One page under its label, for people of a role; it is marked as the present one where the address begins with one
    of `under`."""

    label: str
    path: str
    under: tuple[str, ...] = ()
    role: Role = "reader"

    def is_here(self, here: str) -> bool:
        """Whether the page at that address belongs to this entry."""
        return here == self.path or any(here == one or here.startswith(f"{one}/") for one in self.under)


class Group(Struct, frozen=True):
    """Entries under a heading."""

    label: str
    entries: tuple[Entry, ...]


NAVIGATION = (
    Group(
        "Work",
        (
            Entry("Overview", "/"),
            Entry("Reports", "/reports", ("/report",)),
            Entry("Review", "/review", ("/review",)),
            Entry("Judgements", "/judgements"),
            Entry("Add reports", "/add", ("/add",), "recorder"),
            Entry("Problems", "/problems"),
        ),
    ),
    Group(
        "What stands",
        (
            Entry("Figures", "/tally", ("/tally",)),
            Entry("Series", "/series"),
            Entry("Disputes", "/disputes", ("/disputes",)),
            Entry("Incidents", "/incidents", ("/incidents",)),
            Entry("Map", "/map"),
            Entry("Path of the dead", "/flow"),
            Entry("Persons", "/persons", ("/persons",)),
        ),
    ),
    Group(
        "On whose word",
        (
            Entry("Origins", "/origins"),
            Entry("Sources", "/sources"),
        ),
    ),
    Group(
        "Rows",
        (
            Entry("Claims", "/claims", ("/claim",)),
            Entry("Handlings", "/handlings", ("/handling",)),
        ),
    ),
    Group(
        "House",
        (
            Entry("Dossier", "/dossier"),
            Entry("Downloads", "/downloads"),
            Entry("Method", "/method"),
            Entry("Team", "/team", (), "editor"),
        ),
    ),
)
