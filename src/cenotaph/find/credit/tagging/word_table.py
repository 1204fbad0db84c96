"""The words of the language pack by the tag they get in a sentence, and its word lists by name."""

from functools import cache

from cenotaph.language import load_pack

# A word list gives a word its tag; where two lists hold it, the earlier one does.
_GROUPS = (
    ("small", "determiners", "D"),
    ("small", "pronouns", "I"),
    ("small", "speakers_own", "W"),
    ("small", "relatives", "w"),
    ("small", "modals", "M"),
    ("small", "perfect", "H"),
    ("small", "be", "b"),
    ("small", "adverbs", "R"),
    ("small", "subordinators", "S"),
    ("small", "prepositions", "P"),
    ("small", "numbers", "#"),
    ("verbs", "say", "V"),
    ("verbs", "saying", "G"),
    ("verbs", "citing", "Q"),
    ("verbs", "accuse", "u"),
    ("verbs", "toll", "t"),
    ("verbs", "document", "V"),
    ("small", "breakers", "K"),
    ("small", "adjectives", "x"),
    ("nouns", "plural", "N"),
    ("nouns", "title", "L"),
    ("nouns", "person", "N"),
    ("nouns", "body", "N"),
    ("nouns", "document", "d"),
    ("small", "particles", "C"),
)
_FIXED = {"of": "o", "that": "T", "and": "&", "or": "&", "according": "A", "by": "y"}
_LONG_NAME = 8
"""A name of more words that has an "and" is put together from its parts."""


@cache
def nounlike() -> frozenset[str]:
    return frozenset(load_pack("reporting")["verbs"]["nounlike"])


@cache
def odd_names() -> dict[str, list[tuple[str, ...]]]:
    """Listed names of several words that hold a word which is no part of a name elsewhere: the rest by the first word,
    the longest first."""
    pack = load_pack("sources")
    rows = [row for kind in ("agency", "outlet", "NGO") for row in pack[kind]]
    names = [name for row in rows for name in (row["name"], *row.get("names", ()))]
    groups = load_pack("armed_groups")["groups"]
    named = [name for row in groups for name in (row["name"], *row.get("aliases", ()))]
    names += [name for name in named if "(" not in name and any(map(_is_number, name.split()))]
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        first, *rest = name.lower().removeprefix("the ").split()
        plain = "CNxLodP" if len(rest) < _LONG_NAME else "CNxLodP&"
        if rest and any(
            tag_table().get(word, "C") not in plain
            or word in ("the", "to", "by", "without")
            or _is_number(word)
            for word in (first, *rest)
        ):
            found.setdefault(first, []).append(tuple(rest))
    return {first: sorted(rests, key=len, reverse=True) for first, rests in found.items()}


def _is_number(word: str) -> bool:
    """Whether a word of a group's name is a number, or a participle by its look: "the 19 April Movement", "Shining Path"."""
    return word[0].isdigit() or word.endswith("ing")


@cache
def of_only() -> frozenset[str]:
    return frozenset(load_pack("reporting")["verbs"]["with_of"])


@cache
def describing_words() -> frozenset[str]:
    return frozenset(load_pack("reporting")["nouns"]["describing"])


@cache
def holding_words() -> frozenset[str]:
    return frozenset(load_pack("reporting")["small"]["holding"])


@cache
def trigger_words() -> frozenset[str]:
    verbs = load_pack("reporting")["verbs"]
    names = ("say", "saying", "citing", "toll", "accuse", "document", "named_by", "ascertain")
    return frozenset(
        (
            "according",
            "per",
            "words",
            "reference",
            "reports",
            "report",
            "statement",
            "statements",
            "states",
            "saw",
        )
    ).union(*(verbs[name] for name in names), _counts())


def _counts() -> frozenset[str]:
    """The nouns for a count that somebody keeps: "the port's tally", "in the port's records"."""
    verbs, documents = load_pack("reporting")["verbs"], load_pack("reporting")["nouns"]["document"]
    counts = frozenset(verbs["toll_objects"]).intersection(documents) - {"number", "numbers"}
    return counts.union(verbs["kept"])


@cache
def tag_table() -> dict[str, str]:
    pack = load_pack("reporting")
    table = dict(_FIXED)
    for section, name, tag in _GROUPS:
        for word in pack[section][name]:
            table.setdefault(word, tag)
    return table


@cache
def word_sets() -> dict[str, frozenset[str]]:
    """The pack's verb lists, the nouns that cannot speak, and the words of outlets and audiences, by name."""
    pack = load_pack("reporting")
    nouns = pack["nouns"]
    words = {
        **pack["verbs"],
        **{name: nouns[name] for name in ("mute", "motives", "counted", "towns", "of_lands")},
        **pack["outlets"],
    }
    return {name: frozenset(forms) for name, forms in words.items()}
