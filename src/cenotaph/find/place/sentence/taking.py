"""Whether the words before a place lead the harmed there: "treated at a clinic in", and not "carried out an attack in"."""

from collections.abc import Sequence

# What a verb of taking is followed by where it takes nobody: "taken place", "carried out", "taken hostage".
_OTHERWISE = frozenset(("place", "out", "prisoner", "captive", "hostage", "hostages", "part", "over", "aim"))
_NOUNS = frozenset(("aid", "care", "treatment", "surgery"))
_THERE = frozenset(("in", "at", "from", "on", "near", "inside", "outside"))  # And not "an aid worker".


def are_led(words: Sequence[str], verbs: frozenset[str]) -> bool:
    """Whether one of the verbs, or nouns of care, is among the words before a place."""
    for at, low in enumerate(words):
        if low not in verbs:
            continue
        then = words[at + 1] if at + 1 < len(words) else "in"
        if then not in _OTHERWISE and (low not in _NOUNS or then in _THERE):
            return True
    return False
