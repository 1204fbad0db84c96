"""The proper names in a text, kept so that others' sources can be looked up in it."""

import re

from cenotaph.trace.naming import folded_name, folded_tokens
from cenotaph.trace.source import SourceRef
from cenotaph.trace.ways import is_authorities

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’&.-]*\w|[A-Z]"
_RUN = re.compile(rf"(?:{_CAPITAL})(?: (?:(?:of|for|and|the|to|in|on|de|al|el|&) )*(?:{_CAPITAL}))*")
_SHORTEST = 4
"""A name of fewer letters is too often something else."""
_FULL_NAME = 2
_OF_PEOPLE = frozenset(("official", "military", "unknown"))


def proper_names(text: str) -> tuple[str, ...]:
    """The names in a text, folded, each once: words with capitals, and the small words between them."""
    found = (folded_name(run) for run in dict.fromkeys(_RUN.findall(text)))
    return tuple(dict.fromkeys(name for name in found if len(name) >= _SHORTEST))


def names_it(names: tuple[str, ...], source: SourceRef) -> bool:
    """Whether a source is among proper names: by its name, a person by his last name. States, and whoever speaks for all of one,
    are named everywhere."""
    if not source.named or source.kind == "party" or is_authorities(source):
        return False
    wanted = [word for word in _forms(source) if len(word) >= _SHORTEST]
    if source.carries:  # "A panel on Reuters" is not Reuters.
        return any(f"{name} ".startswith(f"{form} ") for form in wanted for name in names)
    return any(f" {form} " in f" {name} " for form in wanted for name in names)


def _forms(source: SourceRef) -> tuple[str, ...]:
    tokens = folded_tokens(source.name)
    is_person = source.kind in _OF_PEOPLE and len(tokens) == _FULL_NAME and source.name.title() == source.name
    return (" ".join(tokens), *(tokens[-1:] if is_person else ()))
