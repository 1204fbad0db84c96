"""The words the grammar knows: a tag a word or phrase, and the harm that a word of harm stands for."""

from functools import cache
from itertools import product
from typing import NamedTuple

from cenotaph.find.value import Value
from cenotaph.find.whose.parties import armed_groups, nations
from cenotaph.language import load_pack, load_words
from cenotaph.model import Harm

# What a form of a harm word is tagged with. Later forms give way to earlier ones ("wounded": past before count).
FORM_TAGS = {
    "past": "K",
    "ing": "k",
    "base": "x",
    "died": "I",
    "state": "h",
    "event": "E",
    "count": "H",
    "group": "Z",
}
CLASS_TAGS = {
    "person": "V", "persons": "v", "noun": "N", "nouns": "N", "verb": "f", "past": "W", "ing": "w", "adjective": "J", "adverb": "a",
}  # fmt: skip


class Entry(Value, frozen=True):
    """What the lexicon says of one word or phrase: its tag, and its harm if it has one."""

    tag: str
    harm: Harm | None = None
    name: str | None = None


Seconds = dict[str, list[tuple[tuple[str, ...], Entry]]]
Phrases = dict[str, Seconds]


class Lexicon(NamedTuple):
    """`words`: lower-case word → entry. `phrases`: first word → second word → (words behind the first, entry), longest first.

    `common` tells how a word not in `words` is most often used (see tools/build_words.py), `rare` which are rarely used;
    `events` are verbs of harm that are nouns as well ("murder")."""

    words: dict[str, Entry]
    phrases: Phrases
    common: dict[str, str]
    rare: frozenset[str]
    events: frozenset[str]
    cased: dict[str, Entry]


@cache
def lexicon() -> Lexicon:
    """The English lexicon, built from its packs once."""
    entries: dict[str, Entry] = {}
    for phrase, entry in [*_harm_entries(), *_toll_entries(), *_tag_entries(), *_party_entries()]:
        entries.setdefault(phrase, entry)
    words = {phrase: entry for phrase, entry in entries.items() if " " not in phrase}
    common, rare = _common_words()
    harms = load_pack("lexicon")["harm"].values()
    events = frozenset(
        word for forms in harms for word in (*forms["base"], *forms["ing"]) if word in forms["event"]
    )
    return Lexicon(words, _phrases(entries), common, rare, events, _cased_entries())


def _phrases(entries: dict[str, Entry]) -> Phrases:
    phrases: Phrases = {}
    for phrase, entry in entries.items():
        first, *rest = phrase.split(" ")
        if rest:
            phrases.setdefault(first, {}).setdefault(rest[0], []).append((tuple(rest), entry))
    for seconds in phrases.values():
        for options in seconds.values():
            options.sort(key=lambda option: -len(option[0]))
    return phrases


def _harm_entries() -> list[tuple[str, Entry]]:
    harms = load_pack("lexicon")["harm"]
    suffered = [
        (" ".join(filter(None, words)), Entry("I", harm))
        for harm, forms in harms.items()
        for joined in forms.get("combined", ())
        for words in product(joined["verbs"], joined["adjectives"], joined["nouns"])
    ]
    return suffered + [
        (phrase, Entry("C" if harm == "bodies" and form in ("count", "event") else tag, harm))
        for form, tag in FORM_TAGS.items()
        for harm, forms in harms.items()
        for phrase in forms[form]
        if form != "group" or " " in phrase
    ]


def _toll_entries() -> list[tuple[str, Entry]]:
    toll = load_pack("lexicon")["toll"]
    others = [
        (word, Entry("F", harm)) for harm in ("wounded", "captured", "casualties") for word in toll[harm]
    ]
    return [*others, *((word, Entry("F", "killed")) for word in toll["words"])]


def _tag_entries() -> list[tuple[str, Entry]]:
    return [(word, Entry(tag)) for tag, words in load_pack("lexicon")["tags"].items() for word in words]


def _party_entries() -> list[tuple[str, Entry]]:
    """Countries and groups are names (G), their people plural nouns (Y) or words that can be either (T); names that end
    in a noun for people are such nouns ("UN troops")."""
    out = []
    for index in (nations(), armed_groups()):
        for word, party in index.items():
            if not party.cased:
                out.append((word, Entry(_party_tag(word, party.kind), None, party.side)))
    return out


def _party_tag(word: str, kind: str) -> str:
    if kind not in ("demonym", "people"):
        first, _, last = word.rpartition(" ")
        people = load_pack("lexicon")["tags"]["v"]
        of_people = (
            last in people or word.split()[0] in people
        )  # "Volunteers for the Defence of the Homeland".
        return "v" if first and of_people else "G"
    return "Y" if word.endswith(("s", "men")) and not word.endswith(("ss", "ese")) else "T"


def _cased_entries() -> dict[str, Entry]:
    """Names that count only where the text has them in capitals ("US", "IS")."""
    return {
        word: Entry("T" if party.iso and len(word) < 4 else "G", None, party.side)
        for index in (nations(), armed_groups())
        for word, party in index.items()
        if party.cased and " " not in word
    }


def _common_words() -> tuple[dict[str, str], frozenset[str]]:
    tags: dict[str, str] = {}
    rare: set[str] = set()
    for line in load_words("words"):
        name, _, joined = line.partition(" ")
        words = joined.split(" ")
        tags.update(dict.fromkeys(words, CLASS_TAGS[name.removeprefix("rare-")]))
        if name.startswith("rare-"):
            rare.update(words)
    return tags, frozenset(rare)
