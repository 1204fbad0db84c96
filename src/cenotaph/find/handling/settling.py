"""The classes of words that only the words around decide: remains and bodies of things, "wounded" as a verb."""

from cenotaph.find.handling.grammar import Grammar
from cenotaph.find.handling.unmeant import is_unmeant, looked_at
from cenotaph.find.text.lexicon import lexicon

_ADJECTIVES = ("ified", "human", "mortal", "skeletal", "partial")
_BEFORE_MONTHS = (
    "in",
    "since",
    "of",
    "until",
    "by",
    "from",
    "last",
    "early",
    "late",
    "during",
    "this",
    "next",
)
_EACH = ("all", "both", "each")
_COUNTING = (
    "number",
    "numeral",
    "handover",
    "taking",
    "contain",
    "returned",
    "return",
    "returning",
    "taken",
    "took",
    "got_back",
    "buried",
    "bury",
    "burying",
    "left_behind",
    "thrown",
    "placed",
    "holding",
)
_DESCRIBING = frozenset(("burned", "burnt", "burning", "frozen", "preserved", "refrigerated", "remaining"))
# Nouns that are verbs behind "to" and before whom it is done to, with the class they have then.
BOTH = {
    "airlift": "took",
    "ferry": "took",
    "ship": "took",
    "truck": "took",
    "bus": "took",
    "lift": "took",
    "transport": "took",
    "place": "placed",
    "lower": "placed",
    "hand": "return",
    "exchange": "return",
    "swap": "return",
    "surrender": "return",
    "discard": "left_behind",
}
_ROUGHLY = ("over", "around", "some")
_WHOM = ("determiner", "owning", "number", "numeral", "body", "dead", "wounded", "them")
_DOING = ("name", "person", "fighter", "demonym", "pronoun", "somebody", "be", "have", "kin")
_COMPLEMENTS = frozenset(
    ("a", "an", "the", "one", "our", "very", "as", "under", "unclear", "unknown", "missing")
)
_OWNED = ("determiner", "owning", "name", "number", "numeral", "somebody")
_WOUND_REACH = 5

_LOOKED_AT = frozenset(("may", "claimed", "and", "since", *_EACH, *_ROUGHLY, *_DESCRIBING, *BOTH))


def settled(rules: Grammar, tags: list[str], words: list[str]) -> str:
    """The classes that only the words around decide: remains and bodies of things, "wounded" as a verb."""
    letters = rules.letters
    body, wounded, word = letters["body"], letters["wounded"], letters["word"]
    if "remains" in words:
        for at, low in enumerate(words):
            if low == "remains" and not _is_thing(rules, tags, words, at):
                tags[at] = body
    hurt = letters["injury"] in tags or "hurt" in words
    for at, tag in enumerate(tags):
        if words[at] in _LOOKED_AT:
            tags[at] = _told_by_the_words_around(letters, tags, words, at)
        if hurt and _is_hurt(letters, tags, words, at):
            tags[at] = wounded
        if (tag == wounded and _is_verb(letters, tags, at)) or (
            tag == body and _is_thing(rules, tags, words, at)
        ):
            tags[at] = word
    if not looked_at().isdisjoint(words):
        tags = [word if is_unmeant(letters, tags, words, at) else tag for at, tag in enumerate(tags)]
    return "".join(tags)


def _told_by_the_words_around(letters: dict[str, str], tags: list[str], words: list[str], at: int) -> str:
    """The letter of one of the words looked at: a month or a number's, a describing word, a noun used as a verb."""
    low, before = words[at], tags[at - 1]
    if low == "may" and (words[at - 1] in _BEFORE_MONTHS or _is_month(letters, tags, at)):
        return letters["word"]
    if low in _EACH and before == letters["be"]:
        return letters["adverb"]  # "Were all taken".
    if low in _ROUGHLY and tags[at + 1 : at + 2] in ([letters["number"]], [letters["numeral"]]):
        return letters["determiner"]
    if low == "claimed" and tags[at - 2 : at] == [letters["not"], letters["be"]]:
        return letters["word"]  # By their kin.
    if (low == "and" or low in _DESCRIBING) and _is_describing(letters, tags, words, at):
        return letters["word"]
    if low == "since":
        return letters["adverb"] if before == letters["have"] else tags[at]  # "Had since been taken".
    if low in BOTH and _is_done(letters, tags, words, at):
        return letters[BOTH[low]]
    return tags[at]


def _is_done(letters: dict[str, str], tags: list[str], words: list[str], at: int) -> bool:
    """Whether a noun is a verb: "to ferry the wounded", "rebels swap bodies"."""
    if not at or tags[at + 1 : at + 2] not in [[letters[name]] for name in _WHOM]:
        return False
    if words[at - 1] == "to" or tags[at - 1] in letters["modal"] + letters["not"] + letters["adverb"]:
        return True
    people = [letters[name] for name in ("fighter", "person", "demonym", "medic", "pronoun")]
    return tags[at - 1] in people and words[at - 1].endswith(("s", "men", "they"))


def _is_describing(letters: dict[str, str], tags: list[str], words: list[str], at: int) -> bool:
    """Whether "burned" and "frozen" only tell which bodies, or "and" joins two words that do: "charred and frozen bodies"."""
    if words[at] == "and":
        if not (at and _is_adjective(words[at - 1]) and tags[at - 1] == letters["word"]):
            return False
    elif words[at] not in _DESCRIBING or (at and tags[at - 1] in [letters[name] for name in _DOING]):
        return False
    following = at + 1
    while following < len(tags) and (_is_adjective(words[following]) or tags[following] == letters["adverb"]):
        following += 1
    if words[at] == "and" and following == at + 1:
        return False
    return tags[following : following + 1] == [letters["body"]]


def _is_adjective(word: str) -> bool:
    """Whether a word is mostly an adjective or a participle, or two words joined to one: "flag-draped"."""
    if "-" in word:
        return word.endswith("ed")
    return lexicon().common.get(word) in ("J", "W")


def _is_hurt(letters: dict[str, str], tags: list[str], words: list[str], at: int) -> bool:
    """Whether somebody is one "with a leg wound", "with burns", or "hurt" is what befell those named right before it."""
    people = [letters[name] for name in ("person", "fighter", "kin", "number", "numeral", "name", "somebody")]
    if words[at] == "hurt":
        return (
            at > 0 and tags[at - 1] in people and tags[at + 1 : at + 2] in ([letters["in"]], [letters["by"]])
        )
    if tags[at] not in people or words[at + 1 : at + 2] != ["with"]:
        return False
    behind = tags[at + 2 : at + 2 + _WOUND_REACH]
    joined = next(
        (
            i
            for i, tag in enumerate(behind)
            if tag not in (letters["word"], letters["determiner"], letters["number"])
        ),
        None,
    )
    return joined is not None and behind[joined] == letters["injury"]


def _is_thing(rules: Grammar, tags: list[str], words: list[str], at: int) -> bool:
    """Whether "remains" are of a thing ("a rocket"), "a body" is one of people ("experts"), or what something came from."""
    letters = rules.letters
    of = tags[at + 1 : at + 2] == [letters["of"]]
    if words[at] == "remains" and at and _is_plural(letters, tags[at - 1], words[at - 1]):
        return False  # "the soldiers' remains": of one soldier "remains" may be the verb.
    if words[at] == "remains" and words[at + 1 : at + 2] in (["are"], ["were"], ["have"]):
        return False  # Of the verb it would be "remain".
    if words[at] == "remains" and _is_noun(letters, tags, words, at):
        return False
    if words[at] == "remains" and not of and _is_counted(letters, tags, words, at):
        return False
    if words[at].endswith("remains"):
        return (of and rules.human.isdisjoint(tags[at + 2 : at + 7])) or (words[at] == "remains" and not of)
    if words[at] != "body":
        return False
    if of and words[at - 1 : at] == ["a"]:
        return tags[at + 2 : at + 3] not in [[letters[name]] for name in _OWNED]
    return letters["from"] in tags[max(0, at - 2) : at]


def _is_noun(letters: dict[str, str], tags: list[str], words: list[str], at: int) -> bool:
    """ "Sets of remains", "the soldier remains returned", "remains unearthed in June": no verb "remains" stands so."""
    if words[at - 1 : at] == ["of"] or words[at - 1 : at] == ["human"]:
        return True
    behind = tags[at + 1 : at + 2]
    handled = [letters[name] for name in ("returned", "returning", "exhumed", "found")]
    return bool(behind) and behind[0] in handled or words[at + 1 : at + 2] in (["recovered"], ["repatriated"])


def _is_participle(word: str) -> bool:
    """ "Charred", "flag-draped", "skeletal": what no verb "remains" has as its subject."""
    if word.endswith(_ADJECTIVES) or ("-" in word and word.endswith("ed")):
        return True
    return word.endswith("ed") and word not in lexicon().words and _is_adjective(word)


def _completes(following: list[str]) -> bool:
    """Whether a word stands behind the verb "remains": "remains unclear", "remains a"."""
    return not _COMPLEMENTS.isdisjoint(following) or any(
        lexicon().common.get(word) == "J" for word in following
    )


def _is_plural(letters: dict[str, str], tag: str, word: str) -> bool:
    """Whether a noun is of several, whose "remains" can be no verb: "the captives' remains"."""
    several = word.endswith(("s", "men")) and not word.endswith(("ss", "is", "us"))
    return several and tag not in (letters["name"], letters["determiner"])


def _is_counted(letters: dict[str, str], tags: list[str], words: list[str], at: int) -> bool:
    """ "Received 45 remains", "accepted 41 Russian remains", "the exchange of remains"."""
    if at and _is_participle(words[at - 1]) and not _completes(words[at + 1 : at + 2]):
        return True
    stays = words[at + 1 : at + 2] in (["at"], ["in"], ["on"])
    if stays and tags[at - 1] in letters["fighter"] + letters["person"]:
        return False  # "The injured pupil remains at the clinic".
    counts = [letters[name] for name in _COUNTING]
    people = [letters[name] for name in ("demonym", "dead", "fighter", "person")]
    before = at - 1
    while before > 0 and tags[before] not in counts:
        if tags[before] not in people and not _is_adjective(words[before]):
            break
        before -= 1
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
