"""Whether a report is of a land at peace and tells of no war: whoever is harmed there is harmed in a crime or an accident."""

from collections.abc import Sequence

from cenotaph.find.people.conflict import Conflict
from cenotaph.find.people.violence import Violence

_MASSACRE = (
    10  # People killed where guns or bombs are told of: more than a crime, whatever else the report lacks.
)
_MASS = 4  # People harmed at once: fewer are seldom those of an attack that is more than a crime.


def is_of_peace(conflict: Conflict, violence: Violence, counts: Sequence[int] = ()) -> bool:
    """Whether a report has next to no word of war, names no armed group, and is of a land at peace, of none, or tells of a
    disaster anywhere; `counts` are those harmed."""
    most = max(counts, default=0)
    of_few = violence.is_without_war and 0 < most < _MASS
    of_many = most >= _MASSACRE and violence.tells_of_arms
    peaceful = (violence.is_peaceful and not of_many) or of_few
    if not peaceful or conflict.names_group:
        return False
    return violence.is_of_disaster or conflict.is_of_peace
