"""The sides that a person may mean by a name: a country by its adjective or capital, a group by any of its names."""

from cenotaph.find.text.folding import fold
from cenotaph.find.whose.parties import armed_groups, nations


def sides_of(name: str) -> tuple[str, ...]:
    """The sides as claims carry them ("Russia" for "Russian", "Islamic State" for "ISIS"); none where nobody bears the name."""
    folded = fold(name).removeprefix("the ")
    return tuple(
        dict.fromkeys(index[folded].side for index in (nations(), armed_groups()) if folded in index)
    )
