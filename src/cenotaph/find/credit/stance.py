"""Whether a text asserts a figure, doubts it, or denies it (codebook, `stance`)."""

import re
from functools import cache, cached_property
from typing import Literal, NamedTuple

from cenotaph.find.credit.presupposed import presupposes
from cenotaph.find.text.first_look import FirstLook, first_look
from cenotaph.find.text.sentences import paragraph_of, paragraph_starts
from cenotaph.find.text.word_filter import WordFilter
from cenotaph.language import load_pack
from cenotaph.model import Harm, Report, Span, Stance

Kind = Literal["hedge", "unverified", "denied"]
Finding = tuple[Stance, str, Span | None]

_KINDS: tuple[Kind, ...] = ("hedge", "unverified", "denied")
_ASSERTED: Finding = ("asserted", "", None)
_CLAUSE = re.compile(
    r"[;:]|,\s+(?:and|but|while|whereas|although|as|who|which|where|after|when)\b|[,–—]", re.IGNORECASE
)
_OPENS = re.compile(
    r"\W*(?:while|although|though|but|even though)?\s*(?:the|this|that|these|those|it|its|their)\b",
    re.IGNORECASE,
)
# "Roe's death": the doubt is about one person's.
_DEATH_OF = re.compile(r"([A-Z][\w-]+)['’]s? (?:death|killing|murder|capture)\b")
# "The rebels' claim that nine died could not be confirmed": what is doubted stands before the figure.
_CLAIMED = re.compile(
    r"\b(?:claims?|reports?|assertions?|accounts?|statements?|allegations?) that\b[^.;]*$", re.IGNORECASE
)
_KNOWN = re.compile(r"\bof (?:the|these|those) $", re.IGNORECASE)
_REACH = 3
# How many characters of a sentence are read around a figure.
_NEAR = 600


class Rule(NamedTuple):
    """One compiled cue of the pack; `same_sentence` where it doubts no figure of a sentence before.

    `next_only` where it doubts none but the figures of the sentence right before.
    `bare` where it needs no word for the figure, unless it goes on with "of" something else.
    `unless_known` where it doubts no figure that is told as known ("the murder of the two").
    """

    name: str
    pattern: re.Pattern[str]
    same_sentence: bool
    next_only: bool
    bare: bool
    unless_known: bool


class Stances:
    """Reads the stance of figures in one report."""

    def __init__(self, report: Report, sentence_spans: list[Span], seen: FirstLook | None = None) -> None:
        # Line ends as spaces, so that a cue is found across the lines of wrapped copy; offsets stay.
        self._text = report.text.replace("\n", " ").replace("\r", " ")
        self._report, self._seen = report, seen or first_look(self._text)
        self._spans, self._bags = sentence_spans, dict[int, frozenset[bytes]]()
        self._paragraphs: list[int] | None = None

    def stance(self, sentence_index: int, start: int, end: int, harm: Harm = "killed") -> Finding:
        """The stance towards the figure at `start:end` of sentence `sentence_index`, the rule, and the cue's span."""
        return (
            self._denied(sentence_index, start, end)
            or self._hedged(sentence_index, start, end)
            or self._unverified(sentence_index, start, end)
            or self._doubted_later(sentence_index, start, end, harm)
            or _ASSERTED
        )

    def _denied(self, index: int, start: int, end: int) -> Finding | None:
        """The words before the figure deny it, and do not take it for granted."""
        low = max(self._spans[index].start, start - _NEAR)
        for rule in self._worth_trying("denied", index):
            match = rule.pattern.search(self._text[low:start])
            if match is not None and not presupposes(self._text, low + match.start(), start, end):
                return "denied", rule.name, Span(low + match.start(), low + match.end())
        return None

    def _hedged(self, index: int, start: int, end: int) -> Finding | None:
        """A hedge stands in the figure's own clause."""
        rules = self._worth_trying("hedge", index)
        low, high = self._clause(index, start, end) if rules else (0, 0)
        for rule in rules:
            match = rule.pattern.search(self._text, low, high)
            known = rule.unless_known and _KNOWN.search(self._text, low, start) is not None
            if match is not None and not known:
                return "doubted", rule.name, Span(*match.span())
        return None

    def _worth_trying(self, kind: Kind, index: int) -> tuple[Rule, ...]:
        """The rules of a kind, none for a sentence that has no stem of theirs."""
        stemmed = self._stemmed[kind]
        return _rules(kind) if stemmed and not stemmed.isdisjoint(self._words(index)) else ()

    @cached_property
    def _stemmed(self) -> dict[Kind, frozenset[bytes]]:
        """The words of the report that have a stem of the rules of a kind."""
        words = _any_stemmed().of(self._seen.words)
        return {kind: stemmed.of(words) for kind, stemmed in _stemmed().items()}

    def _words(self, index: int) -> frozenset[bytes]:
        if index not in self._bags:
            self._bags[index] = self._seen.words_in(self._spans[index])
        return self._bags[index]

    def _clause(self, index: int, start: int, end: int) -> tuple[int, int]:
        span = self._spans[index]
        low, high = max(span.start, start - _NEAR), min(span.end, end + _NEAR)
        for match in _CLAUSE.finditer(self._text, low, start):
            low = match.end()
        stop = _CLAUSE.search(self._text, end, high)
        if stop is not None and stop.start() == end and stop.group().lower().endswith("who"):
            stop = _CLAUSE.search(
                self._text, stop.end(), high
            )  # What befell "Ann Roe, who was apparently killed".
        return low, high if stop is None else stop.start()

    def _unverified(self, index: int, start: int, end: int) -> Finding | None:
        """The rest of the figure's own sentence says that it is not verified."""
        low, high = max(self._spans[index].start, start - _NEAR), min(self._spans[index].end, end + _NEAR)
        for rule in self._worth_trying("unverified", index):
            match = rule.pattern.search(self._text, end, high)
            if match is None:
                continue
            claimed = _CLAIMED.search(self._text[low:start]) and not _CLAUSE.search(
                self._text, end, match.start()
            )
            if claimed or _about_figure(self._text[end:high]) or _stands_bare(rule, match):
                return "doubted", rule.name, Span(*match.span())
        return None

    def _doubted_later(self, index: int, start: int, end: int, harm: Harm) -> Finding | None:
        """A sentence right behind doubts the figure, or one a little later "both claims" or "the death toll"."""
        for number in range(index + 1, min(index + 1 + _REACH, len(self._spans))):
            span = self._spans[number]
            piece = self._text[span.start : min(span.end, span.start + _NEAR)]
            for rule in self._worth_trying("unverified", number):
                too_far = rule.same_sentence or (rule.next_only and number > index + 1)
                match = None if too_far else rule.pattern.search(piece)
                if match is not None and self._refers(
                    piece, match.start(), (index, number), self._text[start:end], harm
                ):
                    return "doubted", rule.name, Span(span.start + match.start(), span.start + match.end())
        return None

    def _refers(self, piece: str, cue: int, numbers: tuple[int, int], quantity: str, harm: Harm) -> bool:
        """Whether a doubt in a later sentence falls on the figure: it speaks of figures, near enough, and of this harm."""
        words = piece.lower()
        index, number = numbers
        named = _DEATH_OF.search(piece)
        if named is not None and named[1] not in quantity:
            return False
        about_deaths = any(word in words for word in load_pack("stance")["words"]["deaths"])
        if about_deaths and (harm != "killed" or quantity.lower() in ("a", "an", "one")):
            return False
        if not _about_figure(words) or (not _OPENS.match(piece) and cue > 60):
            return False
        several = not _several().isdisjoint(re.findall(r"[a-z]+", words))
        if number == index + 1:
            return True
        return (several or about_deaths) and self._paragraph(index) >= self._paragraph(number) - about_deaths

    def _paragraph(self, index: int) -> int:
        if self._paragraphs is None:
            self._paragraphs = paragraph_starts(self._report.text)
        return paragraph_of(self._paragraphs, self._spans[index].start)


def _stands_bare(rule: Rule, match: re.Match[str]) -> bool:
    return (
        rule.bare
        and re.match(r"\s*(?:of|for|that|on)\b", match.string[match.end() : match.end() + 8]) is None
    )


def _about_figure(piece: str) -> bool:
    return not _figure_words().isdisjoint(re.findall(r"[a-z]+", piece.lower()))


@cache
def _rules(kind: Kind) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            rule["name"],
            re.compile(rule["pattern"], re.IGNORECASE),
            rule.get("same_sentence", False),
            rule.get("next_only", False),
            rule.get("bare", False),
            rule.get("unless_known", False),
        )
        for rule in load_pack("stance")[kind]
    )


@cache
def _stemmed() -> dict[Kind, WordFilter[bytes]]:
    """Sorts out the words with a stem of each kind; of a stem of several words the first will do."""
    return {kind: _having(load_pack("stance")["stems"][kind]) for kind in _KINDS}


@cache
def _any_stemmed() -> WordFilter[bytes]:
    """Sorts out the words with a stem of any kind, which are few: the rest need not be looked up for each."""
    return _having([stem for kind in _KINDS for stem in load_pack("stance")["stems"][kind]])


def _having(stems: list[str]) -> WordFilter[bytes]:
    heads = ("^" * stem.startswith(" ") + stem.split()[0] for stem in stems)
    pattern = re.compile("|".join(heads).encode())
    return WordFilter(lambda word: pattern.search(word) is not None)


@cache
def _figure_words() -> frozenset[str]:
    return frozenset(load_pack("stance")["words"]["figure"])


@cache
def _several() -> frozenset[str]:
    return frozenset(load_pack("stance")["words"]["several"])
