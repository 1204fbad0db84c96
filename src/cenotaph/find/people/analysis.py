"""One sentence analysed: its tokens and chunks, and what the grammar asks of a chunk."""

import re
from functools import lru_cache

from cenotaph.find.text.chunks import Chunks, chunk, is_person_name, name_start
from cenotaph.find.text.tokens import Tokens, tokenize
from cenotaph.find.value import Value
from cenotaph.language import load_words
from cenotaph.model import Harm, Span

# Words of harm that give way to any other in the sentence: who was shot, or taken to hospital, and died is dead.
WEAK = frozenset(
    (
        "shot",
        "machinegunned",
        "machine-gunned",
        "hospital",
        "stabbed",
        "harmed",
        "lost",
        "lose",
        "loses",
        "losing",
    )
)
_BODY = frozenset(("body", "corpse", "skeleton", "cadaver"))
_OF_MANY = frozenset(("losses", "casualties"))
_BONES = frozenset(("bones", "skulls"))
AGENTS = frozenset(("assassin", "assassins", "killer", "killers", "murderer", "murderers"))
_BODIES = re.compile("C|H")  # Beside bodies "100 fallen soldiers" are bodies too.
_REMEMBERED = 8  # Sentences.
_NO_MORE = frozenset(("surviving", "former"))


class Analysis(Value, frozen=True):
    """A sentence as tokens and chunks; `kinds` has one letter a chunk (see text/chunks.py). Chunks are named by their number."""

    tokens: Tokens
    chunks: Chunks
    kinds: str

    def edges(self, at: int) -> tuple[int, int]:
        """The first and last token of a chunk."""
        return self.chunks.firsts[at], self.chunks.lasts[at]

    def span(self, at: int) -> Span:
        """The words of a chunk."""
        return self.between(*self.edges(at))

    def between(self, first: int, last: int) -> Span:
        """The words from one token to another."""
        return Span(self.tokens.starts[first], self.tokens.ends[last])

    def last_word(self, at: int) -> str:
        """The last word of a chunk, in lower case."""
        return self.tokens.words[self.chunks.lasts[at]]

    def first_word(self, at: int) -> str:
        """The first word of a chunk, in lower case: of a number its qualifier."""
        return self.tokens.words[self.chunks.firsts[at]].partition(" ")[0]


@lru_cache(maxsize=_REMEMBERED)
def analyse(text: str, span: Span) -> Analysis:
    """The sentence at `span` of a report's text; remembered, since it is asked for mentions and for a list's head."""
    tokens = tokenize(text, span)
    chunks = chunk(tokens)
    return Analysis(tokens, chunks, chunks.kinds)


def harm_of(sentence: Analysis, at: int) -> Harm | None:
    """The harm that a chunk stands for; killed and wounded in one breath are casualties."""
    first, last = sentence.edges(at)
    told = [token for token in range(first, last + 1) if token in sentence.tokens.entries]
    found = [harm for token in told if (harm := sentence.tokens.entries[token].harm)]
    if len(found) > 1 and sentence.tokens.words[told[-1]] == "lost":
        found.pop()  # "Was hit by a bullet and lost an eye".
    if "or" in sentence.tokens.words[first:last] and len(set(found)) > 1:
        return _either(sentence, told)
    if sentence.kinds[at] == "C" and found[-1:] == ["bodies"]:
        return "bodies"  # "The burned bodies".
    if "killed" in found:
        deadly = found[-1] == "killed" and sentence.kinds[at] == "I"  # "Was wounded and later died".
        return "casualties" if "wounded" in found and not deadly else "killed"
    if not found and sentence.kinds[at] in "dv" and "fallen" in sentence.tokens.words[first:last]:
        return "killed"
    return found[-1] if found else None


def _either(sentence: Analysis, told: list[int]) -> Harm | None:
    """What harms that "or" joins come to: casualties, but "shot or beheaded" are killed."""
    tokens = sentence.tokens
    plain = {
        harm for token in told if (harm := tokens.entries[token].harm) and tokens.words[token] not in WEAK
    }
    return plain.pop() if len(plain) == 1 else "casualties"


def inner_harm(sentence: Analysis, at: int) -> Harm | None:
    """The harm that people's own noun phrase tells: "140 injured people", "22 deaths", "Abu Ali's death"."""
    kind = sentence.kinds[at]
    if kind in "EC" and owner_of(sentence, at) is None and not _is_one_body(sentence, at):
        return None
    first, last = sentence.edges(at)
    tokens = sentence.tokens
    if kind == "E" and tokens.words[last] in _OF_MANY:
        return None  # "Karl Roe's losses" are those of his men.
    if tokens.words[last] in _BONES:
        return None  # "The saint's bones"; but "the bones of 20 people were found".
    if tokens.words[last] in AGENTS or not _NO_MORE.isdisjoint(tokens.words[first:last]):
        return None  # "Two killers of the mayor", "40 surviving victims", "several former hostages".
    for token in range(last, first - 1, -1):
        if tokens.words[token] == "fallen" and kind in "XA":
            return "bodies" if _BODIES.search(sentence.kinds) else "killed"
        entry = tokens.entries.get(token)
        if entry is None or not entry.harm or tokens.words[token] in WEAK:
            continue
        is_head = tokens.tags[token + 1 : last + 1].strip("'O") == ""
        if entry.harm == "casualties" and is_head and "h" in tokens.tags[first:token]:
            continue  # "Several apparently dead victims".
        if tokens.tags[token] in "Kh" or (tokens.tags[token] in "HECZ" and kind not in "pA" and is_head):
            return entry.harm
    return None


def _is_one_body(sentence: Analysis, at: int) -> bool:
    """ "a body", where no "of" behind it says whose."""
    article = sentence.tokens.tags[sentence.chunks.firsts[at]] == "A"
    owned = sentence.kinds[at + 1 : at + 2] == "o"
    return sentence.kinds[at] == "C" and article and not owned and sentence.last_word(at) in _BODY


def owner_of(sentence: Analysis, at: int) -> tuple[int, int] | None:
    """The tokens of the named person whose death or body a phrase is: "Abu Ali's death"."""
    first, last = sentence.edges(at)
    mark = sentence.tokens.tags.rfind("'", first, last + 1)
    if (
        sentence.last_word(at) in AGENTS
        or mark <= first
        or not is_person_name(sentence.tokens, first, mark - 1)
    ):
        return None
    name = name_start(sentence.tokens, first, mark - 1)
    return (name, mark - 1) if name is not None else None


def is_couple(sentence: Analysis, at: int) -> bool:
    """Whether the chunk is one bare name joined by "and" to a name of two or more words ("Roger and Jill Hart")."""
    if sentence.kinds[at : at + 3] != "p&p" or sentence.kinds[at - 1 : at] in ("o", "P"):
        return False  # "Omar Said of Milan and Anna Roe".
    first, last = sentence.edges(at)
    longer = sentence.edges(at + 2)
    kin = sentence.tokens.tags[first]
    # "Brothers Roger and John Hart", "sister and brother Anna and John Hart".
    bare = first == last or kin == "v" or (kin == "V" and sentence.kinds[at - 1 : at] == "&")
    named = name_start(sentence.tokens, *longer) == longer[0]  # Not "Roger and the clerk Jill Hart".
    return bare and named and name_start(sentence.tokens, first, last) == last and longer[1] > longer[0]


def has_given_name(sentence: Analysis, at: int) -> bool:
    """Whether a name is a person's by its first word: "holds Omar Said", but not "holds Aleppo"."""
    first, last = sentence.edges(at)
    return first < last and sentence.tokens.words[first] in load_words("given_names")
