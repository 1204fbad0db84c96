"""The proper names in a text, kept so that others' sources can be looked up in it."""

import re
from collections.abc import Mapping

from cenotaph.trace.naming import folded_name, folded_tokens
from cenotaph.trace.source import SourceRef
from cenotaph.trace.ways import is_authorities

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’&.-]*\w|[A-Z]"
_RUN = re.compile(rf"(?:{_CAPITAL})(?: (?:(?:of|for|and|the|to|in|on|de|al|el|&) )*(?:{_CAPITAL}))*")
_SHORTEST = 4
"""A name of fewer letters is too often something else."""
_FULL_NAME = 2
_OF_PEOPLE = frozenset(("official", "military", "unknown"))


def proper_names(text: str) -> dict[str, int]:
    """The names in a text, folded, with where each stands first: words with capitals, and the small words between them."""
    found: dict[str, int] = {}
    for run in _RUN.finditer(text):
        name = folded_name(run[0])
        if len(name) >= _SHORTEST:
            found.setdefault(name, run.start())
    return found


def first_named(names: Mapping[str, int], source: SourceRef) -> int | None:
    """Where a source stands first among proper names: by its name, a person by his last name; None where it does not. States,
    and whoever speaks for all of one, are named everywhere."""
    if not source.named or source.kind == "party" or is_authorities(source):
        return None
    forms = [form for form in _forms(source) if len(form) >= _SHORTEST]
    found = (at for name, at in names.items() if any(_holds(name, form, source) for form in forms))
    return min(found, default=None)


def _holds(name: str, form: str, source: SourceRef) -> bool:
    """Whether a name has all words of another one; an outlet's must come first: "a panel on Reuters" is not Reuters."""
    return f"{name} ".startswith(f"{form} ") if source.carries else f" {form} " in f" {name} "


def _forms(source: SourceRef) -> tuple[str, ...]:
    tokens = folded_tokens(source.name)
    is_person = source.kind in _OF_PEOPLE and len(tokens) == _FULL_NAME and source.name.title() == source.name
    return (" ".join(tokens), *(tokens[-1:] if is_person else ()))
