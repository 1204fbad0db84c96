"""The grammar of handling clauses: words to classes (one letter each), and rules as patterns over those letters."""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.text.needs import Need, needs
from cenotaph.language import load_pack
from cenotaph.model import Action, Cargo

# Classes that no list of the pack fills: told by the lexicon or by the shape of the token.
BUILT_IN = ("word", "name", "number", "person", "demonym", "comma", "break")
_FIRST_LETTER = 0x100  # from here on every character is one class; none of them means anything in a pattern
_TOKEN = re.compile(
    r"\d[\d.,]*\d(?!\w)|[^\W_]+(?:[-'’.][^\W_]+)*|[,;:.!?…()\[\]|–—&]|(?<=\s)-{1,2}(?=\s)|\n\s*\n"
)
_ASCII_TOKEN = re.compile(_TOKEN.pattern, re.ASCII)  # The same for ASCII text, where it is quicker.
_REMEMBERED = 1 << 16
_CLOSING = ('"', "\u201d")
_TERM_WORDS = 3
_ABBREVIATED = 6  # No abbreviation of a title or a name has more letters.
_MARKED = re.compile(r"@(\([^)]*\)|\w+)")
_MARKS = {",": "comma", "(": "comma", ")": "comma", "[": "comma", "]": "comma", "-": "comma", "--": "comma", "–": "comma", "—": "comma"}  # fmt: skip
_LEXICON_CLASSES = {"V": "person", "v": "person", "Y": "demonym", "T": "demonym", "G": "name"}


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


class Reading(NamedTuple):
    """A sentence as tokens: `tags` has one class letter a token; `words` are lower case; offsets are the report's.

    `closed` numbers the tokens that a quotation of more than a few words ends behind.
    """

    tags: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    closed: frozenset[int]


@cache
def grammar(language: str = "en") -> Grammar:
    """The grammar of packs/LANGUAGE/handling.toml, compiled once."""
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
    sets = _sets(pack["macros"], letters, pack["likes"])
    rules = tuple(_rule(row, sets) for row in pack["rules"])
    verbs = frozenset(letters[name] for name in pack["verbs"])
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


def _sets(macros: dict[str, list[str]], letters: dict[str, str], likes: dict[str, str]) -> dict[str, str]:
    """Every class and macro as a character set; in `likes` are classes whose words count as those of another too."""
    meant = {
        name: letter + "".join(letters[of] for of in likes if likes[of] == name)
        for name, letter in letters.items()
    }
    sets = {name: f"[{chosen}]" for name, chosen in meant.items()}
    for name, members in macros.items():
        left_out = [member[1:] for member in members if member.startswith("-")]
        chosen = "".join(meant[member.lstrip("-")] for member in members if member.lstrip("-") in letters)
        sets[name] = f"[^{chosen}]" if left_out else f"[{chosen}]"
    return sets


def _rule(row: dict[str, Any], sets: dict[str, str]) -> Rule:
    expression = _expression(row["pattern"], sets)
    return Rule(
        name=row["name"],
        action=row["action"],
        pattern=re.compile(expression),
        needs=needs(expression),
        cargo=row.get("cargo"),
        needs_violence=row.get("near") == "violence",
        any_mood=row.get("mood") == "any",
        unless=frozenset(sets[name].strip("[]") for name in row.get("unless", "").split("|") if name),
        only_word=frozenset(row.get("only_word", ())),
        unless_word=frozenset(row.get("unless_word", ())),
        unless_before=frozenset(row.get("unless_before", ())),
        carried=row.get("carried", False),
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


def read_sentence(text: str, start: int, end: int) -> Reading:
    """The tokens of `text[start:end]` with their classes; quotation marks are left out."""
    rules, piece = grammar(), text[start:end]
    spans = [
        match.span() for match in (_ASCII_TOKEN if piece.isascii() else _TOKEN).finditer(text, start, end)
    ]
    if "." in piece[:-1]:
        spans = [span for span in spans if not _is_abbreviating(text, span, start, end)]
    raw = [text[first:last] for first, last in spans]
    lows = _lows(raw, piece)
    tags: list[str] = []
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    caps, index = piece.isupper(), 0
    while index < len(lows):
        low, last = lows[index], index
        options = rules.phrases.get(low)
        length, tag = _phrase(options, lows, index) if options is not None else (0, "")
        if length:
            last = index + length - 1
            low = " ".join(lows[index : last + 1])
        elif low == "remains" and index and _is_owned(text, spans[index - 1][1], spans[index][0]):
            low, tag = "the remains", rules.letters["body"]
        tags.append(tag or _tag(low, raw[index][0], lowercase=caps or index == 0))
        words.append(low)
        starts.append(spans[index][0])
        ends.append(spans[last][1])
        index = last + 1
    return Reading(_settled(rules, tags, words), words, starts, ends, _closed(text, starts, ends))


def _is_owned(text: str, end: int, start: int) -> bool:
    """Whether the word that ends at `end` owns what starts at `start`: "her son's remains", "the captives' remains"."""
    return text[end - 2 : end].lower() in ("'s", "’s") or text[end:start].strip() in ("'", "’")


def _is_abbreviating(text: str, span: tuple[int, int], start: int, end: int) -> bool:
    """Whether a token is the full stop of "Sgt." or of an initial, behind which the sentence goes on."""
    at, behind = span
    if text[at:behind] != "." or behind + 1 >= end or text[behind] not in " ,":
        return False
    word = text[max(start, at - _ABBREVIATED) : at].rpartition(" ")[2]
    return len(word) < _ABBREVIATED and word[:1].isupper()


def _lows(raw: list[str], piece: str) -> list[str]:
    """The tokens of a sentence in lower case, their genitive left out."""
    lows = [word.lower() for word in raw]
    if "'" in piece or "’" in piece:
        return [low.replace("’", "'").removesuffix("'s") for low in lows]
    return lows


def _closed(text: str, starts: list[int], ends: list[int]) -> frozenset[int]:
    """The tokens behind which a quotation ends; one of three words or fewer is a quoted term, not speech."""
    if not starts or not any(mark in text[starts[0] : ends[-1]] for mark in _CLOSING):
        return frozenset()
    closed: set[int] = set()
    opened = -_TERM_WORDS - 1
    for at in range(len(starts) - 1):
        gap = text[ends[at] : starts[at + 1]]
        if not gap.startswith(_CLOSING):
            opened = at + 1 if "\u201c" in gap or '"' in gap else opened
        elif at - opened >= _TERM_WORDS:
            closed.add(at)
    return frozenset(closed)


def _settled(rules: Grammar, tags: list[str], words: list[str]) -> str:
    """The classes that only the words around decide: remains and bodies of things, "wounded" as a verb."""
    letters = rules.letters
    body, wounded, word = letters["body"], letters["wounded"], letters["word"]
    if "remains" in words:
        for at, low in enumerate(words):
            if low == "remains" and not _is_thing(rules, tags, words, at):
                tags[at] = body
    for at, tag in enumerate(tags):
        if words[at] == "may" and _is_month(letters, tags, at):
            tags[at] = word
        if words[at] == "around" and tags[at + 1 : at + 2] in ([letters["number"]], [letters["numeral"]]):
            tags[at] = letters["determiner"]
        if (tag == wounded and _is_verb(letters, tags, at)) or (
            tag == body and _is_thing(rules, tags, words, at)
        ):
            tags[at] = word
    return "".join(tags)


def _is_thing(rules: Grammar, tags: list[str], words: list[str], at: int) -> bool:
    """Whether "remains" are of a thing ("a rocket"), "a body" is one of people ("experts"), or what something came from."""
    letters = rules.letters
    of = tags[at + 1 : at + 2] == [letters["of"]]
    if words[at] == "remains" and at and _is_plural(letters, tags[at - 1], words[at - 1]):
        return False  # "the soldiers' remains": of one soldier "remains" may be the verb.
    if words[at] == "remains" and not of and _is_counted(letters, tags, at):
        return False
    if words[at].endswith("remains"):
        return (of and rules.human.isdisjoint(tags[at + 2 : at + 7])) or (words[at] == "remains" and not of)
    if words[at] != "body":
        return False
    if of and words[at - 1 : at] == ["a"]:
        return tags[at + 2 : at + 3] not in ([letters["determiner"]], [letters["name"]])
    return letters["from"] in tags[max(0, at - 2) : at]


def _is_plural(letters: dict[str, str], tag: str, word: str) -> bool:
    """Whether a noun is of several, whose "remains" can be no verb: "the captives' remains"."""
    several = word.endswith(("s", "men")) and not word.endswith(("ss", "is", "us"))
    return several and tag not in (letters["name"], letters["determiner"])


def _is_counted(letters: dict[str, str], tags: list[str], at: int) -> bool:
    """ "Received 45 remains", "accepted 41 Russian remains", "the exchange of remains"."""
    before = at - 1
    while before > 0 and tags[before] in (letters["demonym"], letters["dead"]):
        before -= 1
    counts = [letters["number"], letters["numeral"], letters["handover"]]
    if before < at - 1:  # "The Palestinian remains".
        counts.append(letters["determiner"])
    return before >= 0 and tags[before] in counts


def _is_month(letters: dict[str, str], tags: list[str], at: int) -> bool:
    """Whether "May" stands beside the number of a day or a year."""
    return letters["number"] in (*tags[at - 1 : at], *tags[at + 1 : at + 2])


def _is_verb(letters: dict[str, str], tags: list[str], at: int) -> bool:
    """Whether "wounded" is what somebody did: right before a number or behind "have"."""
    return tags[at + 1 : at + 2] in ([letters["number"]], [letters["numeral"]]) or (
        at > 0 and tags[at - 1] == letters["have"]
    )


def _phrase(options: list[tuple[list[str], str]], lows: list[str], index: int) -> tuple[int, str]:
    """Length and letter of the longest phrase of `options` that starts at `index`; 0 where there is none."""
    for words, letter in options:
        if lows[index : index + len(words)] == words:
            return len(words), letter
    return 0, ""


@lru_cache(maxsize=_REMEMBERED)
def _tag(low: str, first: str, *, lowercase: bool) -> str:
    """The class of a token that starts with the letter or sign `first`, and is no phrase."""
    known, letters = grammar().words.get(low), grammar().letters
    if known is not None:
        return known
    if not first.isalnum():
        return letters[_MARKS.get(low, "break")]
    if first.isdigit():
        return letters["number"]
    entry = lexicon().words.get(low)
    if entry is not None and entry.tag in _LEXICON_CLASSES:
        return letters[_LEXICON_CLASSES[entry.tag]]
    return letters["name" if first.isupper() and not lowercase else "word"]
