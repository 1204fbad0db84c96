"""The grammar of handling clauses: words to classes (one letter each), and rules as patterns over those letters."""

import re
from functools import cache
from typing import Any, NamedTuple, cast

from cenotaph.find.text.needs import Need, needs
from cenotaph.language import load_pack
from cenotaph.model import Action, Cargo

# Classes that no list of the pack fills: told by the lexicon or by the shape of the token.
BUILT_IN = ("word", "name", "number", "person", "demonym", "comma", "break")
_FIRST_LETTER = 0x100  # from here on every character is one class; none of them means anything in a pattern
_MARKED = re.compile(r"@(\([^)]*\)|\w+)")


class Rule(NamedTuple):
    """One rule: its pattern over class letters, what it says is done, and the conditions it holds under.

    `needs` are sets of letters; without one of each the pattern cannot match.
    """

    name: str
    action: Action
    pattern: re.Pattern[str]
    needs: frozenset[Need]
    cargo: Cargo | None
    needs_violence: bool
    any_mood: bool
    unless: frozenset[str]
    only_word: frozenset[str]
    unless_word: frozenset[str]
    unless_before: frozenset[str]
    carried: bool
    actions: dict[str, Action]
    joins: bool
    follows: bool
    opens: bool


class Grammar(NamedTuple):
    """`words`: word → class letter. `phrases`: first word → (words, letter), longest first. `letters`: class → letter."""

    words: dict[str, str]
    phrases: dict[str, list[tuple[list[str], str]]]
    letters: dict[str, str]
    rules: tuple[Rule, ...]
    verbs: frozenset[str]
    human: frozenset[str]
    illness: frozenset[str]
    managed: frozenset[str]


@cache
def grammar(language: str = "en") -> Grammar:
    """The grammar of packs/LANGUAGE/handling*.toml, compiled once."""
    pack = load_pack("handling", language)
    letters = {name: chr(_FIRST_LETTER + at) for at, name in enumerate([*BUILT_IN, *pack["classes"]])}
    words: dict[str, str] = {}
    phrases: dict[str, list[tuple[list[str], str]]] = {}
    for name, entries in pack["classes"].items():
        for entry in entries:
            first, *rest = entry.split(" ")
            if rest:
                phrases.setdefault(first, []).append(([first, *rest], letters[name]))
            else:
                words.setdefault(entry, letters[name])
    for options in phrases.values():
        options.sort(key=lambda option: -len(option[0]))
    grouped = load_pack("handling_sets", language)
    sets = _sets(grouped["macros"], letters, grouped["likes"])
    deeds = cast(dict[Action, dict[str, list[str]]], load_pack("handling_deeds", language))
    ways = load_pack("handling_ways", language)["ways"]
    rules = (
        *(_way(row, deeds, sets) for row in ways),
        *(_rule(row, sets, {}) for row in worded(language)),
    )
    rules = tuple(sorted(rules, key=lambda rule: rule.follows))
    verbs = frozenset(letters[name] for name in grouped["verbs"])
    return Grammar(
        words,
        phrases,
        letters,
        rules,
        verbs,
        frozenset(sets["human"]),
        frozenset(pack["illness"]),
        frozenset(pack["managed"]),
    )


def worded(language: str = "en") -> list[dict[str, Any]]:
    """The rows of the rules that are said of one action in words of its own."""
    files = load_pack("handling", language)["rules_of"]
    return [row for name in files for row in load_pack(f"handling_{name}", language)["rules"]]


def _sets(
    macros: dict[str, list[str]], letters: dict[str, str], likes: dict[str, list[str]]
) -> dict[str, str]:
    """Every class and macro as a character set; `likes`: class → those whose words count as its own too."""
    meant = {
        name: letter + "".join(map(letters.__getitem__, likes.get(name, ())))
        for name, letter in letters.items()
    }
    sets = {name: f"[{chosen}]" for name, chosen in meant.items()}
    for name, members in macros.items():
        left_out = [member[1:] for member in members if member.startswith("-")]
        chosen = "".join(meant[member.lstrip("-")] for member in members if member.lstrip("-") in letters)
        sets[name] = f"[^{chosen}]" if left_out else f"[{chosen}]"
    return sets


def _way(row: dict[str, Any], deeds: dict[Action, dict[str, list[str]]], sets: dict[str, str]) -> Rule:
    """A way to tell any deed: its pattern holds for the verbs or nouns of every action that the way's `forms` name."""
    actions: dict[str, Action] = {}
    for action, forms in deeds.items():
        for name in (name for form in row["forms"] for name in forms.get(form, ())):
            actions |= {letter: action for letter in sets[name].strip("[]")}
    return _rule(row, {**sets, "deed": f"[{''.join(actions)}]"}, actions)


def _rule(row: dict[str, Any], sets: dict[str, str], actions: dict[str, Action]) -> Rule:
    expression = _expression(row["pattern"], sets)
    return Rule(
        name=row["name"],
        action=row.get("action") or next(iter(actions.values())),
        pattern=re.compile(expression),
        needs=needs(expression),
        cargo=row.get("cargo"),
        needs_violence=row.get("near") == "violence",
        any_mood=row.get("mood") == "any",
        unless=frozenset(
            "".join(sets[name].strip("[]") for name in row.get("unless", "").split("|") if name)
        ),
        only_word=frozenset(row.get("only_word", ())),
        unless_word=frozenset(row.get("unless_word", ())),
        unless_before=frozenset(row.get("unless_before", ())),
        carried=row.get("carried", False),
        actions=actions,
        joins=row.get("joins", False),
        follows=row.get("follows", False),
        opens=row.get("opens", False),
    )


def _expression(pattern: str, sets: dict[str, str]) -> str:
    """A rule's pattern as a regular expression over class letters; `@` becomes the group `do`."""
    marked, marks = _MARKED.subn(r"(?P<DO>\1)", pattern)
    if not marks:
        raise ValueError(
            f"No token is marked with @ in the pattern {pattern!r}; mark the one that says what is done."
        )
    named = re.sub(r"(?<![<\w])[a-z][a-z_]*", lambda match: sets[match.group()], marked)
    lazy = re.sub(r"(\{\d,\d+\})", r"\1?", named)
    return lazy.replace(" ", "").replace("<DO>", "<do>")
