"""What somebody would run instead of `find`: readers of a text built from spaCy and quantulum3, as far as they are installed.

The least (`least`): spaCy's blank English pipeline splits words, and two patterns of a Matcher look for a number near one of nine words
of harm. No sentences, no other words, no field.

Equal work (`equal`): what a skilled user of spaCy would write to have the words from which `find` makes its rows. It holds the finder's own vocabulary, taken from
the language pack: every word and phrase of harm, words for persons, ranks and peoples, nations, armed groups, number words and vague
quantities, reporting verbs and what can speak, days and months, the places of the gazetteer by their own names. It is made as quick as spaCy
allows: what is looked for by itself is in PhraseMatchers, what patterns ask of a word is a flag of the vocabulary, worked out once a word, and the
tokenizer remembers as many words as the finder does. It stops as early as it can: a text without a word or phrase of harm is only split into words; of the others sentences are made, and a sentence
with harm is tried with the shapes of the claim rules, as far as they can be said of tokens; where one matches, it looks for who is credited, for times,
parties and places there, and reads the numbers. With `numbers=None` those are tokens like numbers; with quantulum3 they are quantities
with values, which is what `find` gives.

What it gives: sentences that may tell of casualties, the spans that matched, and numbers. What it does not give, and `find` does: which
people are counted, who of them is part of whom, accidents told from violence, side, role, place resolved, dates resolved, whom the
report credits across sentences and quotations, stance, the path of the dead. It finds more that is none, having no phrases to read.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cenotaph.find.place.geo.table import PlaceTable
from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.whose.parties import armed_groups, nations
from cenotaph.language import load_pack

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_ALL, _FEWER, _FEW = 1 << 30, 100, 10
_REMEMBERED = 1 << 16  # Words, as the finder does.
Reader = Callable[[str], object]

_NEAR_HARM = ["killed", "wounded", "dead", "died", "injured", "missing", "captured", "bodies", "soldiers"]


def readers() -> Iterator[tuple[str, Reader, int]]:
    """All of them that are installed, by name, and how many texts they are given at most, for some are slow."""
    spacy, quantulum = (find_spec(name) is not None for name in ("spacy", "quantulum3"))
    if spacy:
        yield "spaCy", least(), _ALL
        work = EqualWork()
        yield "equal work", work.read, _ALL
        if quantulum:
            yield "with values", partial(work.read, numbers=quantities()), _FEWER
    if quantulum:
        yield "quantulum3", quantities(), _FEW


def least() -> Reader:
    """spaCy's blank pipeline, and a number near one of nine words."""
    import spacy
    from spacy.matcher import Matcher

    pipeline = spacy.blank("en")
    matcher = Matcher(pipeline.vocab)
    harm = {"LOWER": {"IN": _NEAR_HARM}}
    matcher.add("number before", [[{"LIKE_NUM": True}, {"OP": "?"}, {"OP": "?"}, {"OP": "?"}, harm]])
    matcher.add("number behind", [[harm, {"OP": "?"}, {"LIKE_NUM": True}]])
    return lambda text: matcher(pipeline(text))


def quantities() -> Reader:
    """quantulum3 over a text."""
    from quantulum3 import parser

    parse: Reader = parser.parse
    return parse


class EqualWork:
    """spaCy with the finder's vocabulary, built once; see the head of this file."""

    def __init__(self) -> None:
        """Build the matchers: ten seconds, mostly for the names of places."""
        import spacy
        from spacy.matcher import Matcher, PhraseMatcher

        self._pipeline = spacy.blank("en")
        self._pipeline.tokenizer.max_cache_size = _REMEMBERED
        self._sentencizer = self._pipeline.create_pipe("sentencizer")
        vocab = self._pipeline.vocab
        # Phrases are split by a tokenizer of their own, so that they do not fill up what the other one remembers.
        self._splitter = spacy.blank("en", vocab=vocab).tokenizer
        self._flags = {name: self._flag(words) for name, words in _vocabulary().items()}
        self._harm = PhraseMatcher(vocab, attr="LOWER")
        self._harm.add("harm", list(self._docs([*_vocabulary()["harm"], *_phrases(of_harm=True)])))
        self._shapes, self._credits_and_times = Matcher(vocab, validate=False), Matcher(vocab, validate=False)
        self._shapes.add("shape", shapes(self._flags))
        self._credits_and_times.add("credit or time", credits_and_times(self._flags))
        self._parties = PhraseMatcher(vocab, attr="LOWER")
        self._parties.add("party or phrase", list(self._docs(_phrases(of_harm=False))))
        self._places = PhraseMatcher(vocab)
        self._places.add("place", list(self._docs(_places())))

    def read(self, text: str, numbers: Reader | None = None) -> list[tuple[object, ...]]:
        """The sentences that may tell of casualties, with what was matched in each."""
        doc = self._pipeline.make_doc(text)
        hits = [start for _, start, _ in self._harm(doc)]
        if not hits:
            return []
        sentences = list(self._sentencizer(doc).sents)
        starts = [sentence.start for sentence in sentences]
        harmed = sorted({bisect_right(starts, hit) - 1 for hit in hits})
        return [found for at in harmed if (found := self._sentence(sentences[at], numbers)) is not None]

    def _sentence(self, sentence: "Span", numbers: Reader | None) -> tuple[object, ...] | None:
        people = self._shapes(sentence)
        if not people:
            return None
        words = (self._credits_and_times(sentence), self._parties(sentence), self._places(sentence))
        if numbers is None:
            return sentence, people, words, [token for token in sentence if token.like_num]
        return sentence, people, words, numbers(sentence.text)

    def _flag(self, words: frozenset[str]) -> int:
        """A flag of the vocabulary that a token has where its lower-case form is one of the words."""
        flag: int = self._pipeline.vocab.add_flag(lambda word: word.lower() in words)
        return flag

    def _docs(self, phrases: Iterable[str]) -> Iterable["Doc"]:
        return self._splitter.pipe(phrases)


def _vocabulary() -> dict[str, frozenset[str]]:
    """The finder's single words, by what a pattern asks of them."""
    known, tags = lexicon(), load_pack("lexicon")["tags"]
    reporting, times, numbers = load_pack("reporting"), load_pack("times"), load_pack("quantities")
    people = {word for word, tag in known.common.items() if tag in "Vv"}
    parties = {word for index in (nations(), armed_groups()) for word in index}
    counted = (
        word for name in ("units", "teens", "tens", "scales", "single") for word in numbers["numbers"][name]
    )
    verbs = reporting["verbs"]
    return {
        "harm": frozenset(word for word, entry in known.words.items() if entry.harm),
        "toll": frozenset(load_pack("lexicon")["toll"]["words"]),
        "people": frozenset((*people, *tags["V"], *tags["v"], *parties)),
        "number": frozenset((*counted, *(phrase.split()[0] for phrase in numbers["vague"]))),
        "says": frozenset((*verbs["say"], *verbs["saying"], *verbs["citing"], *verbs["toll"])),
        "speaker": frozenset(
            word for name in ("person", "title", "plural", "body", "document") for word in reporting["nouns"][name]
        ),
        "time": frozenset((*times["months"], *times["weekdays"], "today", "yesterday", "week", "month")),
    }  # fmt: skip


def _phrases(*, of_harm: bool) -> list[str]:
    """The finder's phrases of two words and more."""
    return [
        " ".join((first, *rest))
        for first, seconds in lexicon().phrases.items()
        for options in seconds.values()
        for rest, entry in options
        if bool(entry.harm) is of_harm
    ]


def _places() -> list[str]:
    """The gazetteer's places, each by its own name."""
    table = PlaceTable(Path(str(files("cenotaph").joinpath("data", "places.bin"))))
    return sorted({table.entry(at).name for at in range(len(table))})


def shapes(flags: dict[str, int]) -> list[list[dict[Any, Any]]]:
    """What the claim rules read, as far as it can be said of tokens: people with a number, "a soldier" or a name, before or behind harm."""
    harm, people, toll = ({flags[name]: True} for name in ("harm", "people", "toll"))
    title: dict[Any, Any] = {"IS_TITLE": True}
    article = {"LOWER": {"IN": ["a", "an", "the", "another"]}}
    found = []
    for number in ({"LIKE_NUM": True}, {flags["number"]: True}):
        found += [
            [number, *_up_to(6), harm],  # "12 civilians were killed", "12 dead".
            [harm, *_up_to(4), number],  # "killed at least 12".
            [toll, *_up_to(6), number],  # "The death toll rose to 12".
        ]
    return [
        *found,
        [article, *_up_to(2), people, *_up_to(4), harm],  # "A soldier was killed".
        [harm, *_up_to(2), article, *_up_to(2), people],  # "killed a soldier".
        [title, title, *_up_to(4), harm],  # "Ivan Petrenko was killed".
        [harm, *_up_to(2), title, title],  # "killed Ivan Petrenko".
    ]


def credits_and_times(flags: dict[str, int]) -> list[list[dict[Any, Any]]]:
    """Who is credited with what a sentence tells, and when it was."""
    says, speaker, time = ({flags[name]: True} for name in ("says", "speaker", "time"))
    title: dict[Any, Any] = {"IS_TITLE": True}
    return [
        [speaker, *_up_to(3), says],
        [title, *_up_to(2), says],
        [says, *_up_to(3), speaker],
        [{"LOWER": "according"}, {"LOWER": "to"}, *_up_to(5), speaker],
        [{"LOWER": {"IN": ["on", "since", "in", "by", "until", "last"]}}, time],
        [{"LIKE_NUM": True}, time],
        [time, {"LIKE_NUM": True}],
    ]


def _up_to(number: int) -> list[dict[Any, Any]]:
    """A gap of so many words at most."""
    return [{"IS_PUNCT": False, "OP": f"{{0,{number}}}"}]
