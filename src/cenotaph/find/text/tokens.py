"""A sentence as tokens and a string of tags, one letter a token, for the grammar to match at the speed of `re`."""

import re
from collections.abc import KeysView
from functools import cached_property

from cenotaph.find.counts.quantities import Quantity, quantities
from cenotaph.find.text.lexicon import Entry, Seconds
from cenotaph.find.text.neighbours import settled, with_common_surnames, with_surnames
from cenotaph.find.text.sentences import is_rank_note
from cenotaph.find.text.word_tags import Case, word_of
from cenotaph.find.value import Value
from cenotaph.find.whose.parties import armed_groups
from cenotaph.model import Span

_TOKEN = re.compile(
    r"[A-Za-z]\.(?:[A-Za-z]\.)+(?:-[a-z]+|[A-Z]\b)?|['’´`][sS]\b"
    r"|[A-Za-z]{1,3}-\d+\b|[^\W\d_]+(?:[-'’](?!(?:[sS]|(?:and|but|when|which|who|including|mostly)(?!-))\b)[^\W\d_]+)*"
    r"|\d+D\b|\d[\d.,:/-]*\d|\d|--+|[^\s\w]|\w+"
)
_ASCII_TOKEN = re.compile(_TOKEN.pattern, re.ASCII)  # The same for ASCII text, where it is quicker.
_LOWER_WORD = re.compile(r"\b[a-z]{4,}")
_CAPITAL = re.compile(r"[A-Z]")
_CAPITAL_WORD = re.compile(r"\b[A-Z][\w'’-]+")
_LONGEST_INITIALS = 10
_LONGEST_GLOSS, _LONGEST_INSERTION = 10, 5  # Pieces with the brackets.
_GOING_ON = frozenset(("OF", "IN", "BY", "WHO"))  # "The massacre [of six priests]" is no gloss.
_JOINING = frozenset(("AND", "OR", "TO"))
_TAKEN_DOWN = frozenset(("RECEIVED", "HEARD", "PUBLISHED"))  # "[NAME AS HEARD]", whatever follows.
_FEW = 5  # Capitals that one word in small letters outweighs.
_SHORT = 3  # Letters of words that headlines leave small.
_TITLE_LENGTH = 24  # A shorter line with capitals is a name as likely as a headline.
# Tags of words that go on with a noun phrase: "the wounded soldiers" is not "the wounded".
_CONTINUES_GROUP = frozenset(("J", "T", "V", "v", "Y", "G", "N", "M", "CV", "H", "C", "Q", "U"))
_OPENING = frozenset(":(-")
_SIGNS = frozenset("\"'.-")  # Tags that the signs beside may change.


class Tokens(Value, frozen=True):
    """The tokens of one sentence.

    `tags` has one letter a token; `words` are lower case, a merged phrase or quantity being one token; `starts`, `ends`
    are offsets in the report's text; `entries` holds what the lexicon says of a token; `quantities` token → quantity.
    """

    text: str
    tags: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    entries: dict[int, Entry]
    quantities: dict[int, Quantity]
    caps: bool

    def is_upper(self, index: int) -> bool:
        """Whether the token is written in capitals."""
        return self.text[self.starts[index] : self.ends[index]].isupper()


def tokenize(text: str, span: Span) -> Tokens:
    """The tokens of the sentence at `span`. Full stops inside it and opening quotation marks are no tokens."""
    start, end = span.start, span.end
    sentence = text[start:end]
    caps = _is_capitals(sentence)
    found = {quantity.start: quantity for quantity in quantities(text, start, end)}
    pattern = _ASCII_TOKEN if sentence.isascii() else _TOKEN
    read = _Tokenizer(text, pattern.findall(text, start, end), start)
    read.take_all(found, caps=caps)
    tags = settled(read.tags, read.words)
    if caps:
        tags = with_surnames(tags, read.words)
    elif "Mv" in tags or "MV" in tags:
        tags = with_common_surnames(
            tags, read.words, read.entries, [text[at].isupper() for at in read.starts]
        )
    return Tokens(text, tags, read.words, read.starts, read.ends, read.entries, read.numbers, caps)


def _is_capitals(piece: str) -> bool:
    """Whether a sentence is in capitals, or a headline with capitals throughout: there a capital tells nothing."""
    if len(piece) <= _TITLE_LENGTH or piece.isupper():
        return piece.isupper()
    if len(_CAPITAL.findall(piece)) <= _FEW and _LOWER_WORD.search(piece):
        return False
    return len(_LOWER_WORD.findall(piece)) * 5 < len(_CAPITAL_WORD.findall(piece))


class _Tokenizer:
    """Reads the pieces of a sentence, left to right, into parallel lists."""

    def __init__(self, text: str, pieces: list[str], start: int) -> None:
        """Takes the pieces of the sentence that starts at `start`."""
        self.text, self.pieces = text, pieces
        self.places = _places(text, pieces, start)
        self.tags: list[str] = []
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.entries: dict[int, Entry] = {}
        self.numbers: dict[int, Quantity] = {}
        self.counted: KeysView[int] = {}.keys()

    def take_all(self, found: dict[int, Quantity], *, caps: bool) -> None:
        """Take all pieces; `found` holds the quantities by their start."""
        pieces, places, tags, words = self.pieces, self.places, self.tags, self.words
        self.counted = found.keys()
        closing = 0
        inside: Case = "capitals" if caps else "inside"
        opening: Case = "capitals" if caps else "opening"
        at, size, case = 0, len(pieces), opening
        while at < size:
            start, piece = places[at], pieces[at]
            if piece == "(" and not caps and tags and (glossed := _gloss(pieces, at)):
                at += glossed
                continue
            opens = piece == "[" and not (caps and tags[-1:] == ["-"])  # "-- [TEXT] POLICE".
            if opens and (closed := _closes(pieces, at, caps=caps)):
                is_gloss = caps and pieces[at + 1] not in _GOING_ON and not _is_filled_in(pieces, at)
                at, closing = (closed + 1, 0) if is_gloss else (at + 1, closed)
                continue
            if at == closing and piece == "]":
                at += 1
                continue
            if start in found:
                at, case = self._take_quantity(at, found[start]), inside
                continue
            tag, low, entry, phrases = word_of(piece, case)
            if entry is not None and entry.harm is not None and not caps and self._is_title(at, entry, case):
                tag, entry, phrases = "M", None, None
            behind = self._take_phrase(at, low, phrases) if phrases is not None else at
            if behind > at:
                at, case = behind, inside
                continue
            at += 1
            if tag in _SIGNS:
                opens = self._take_sign(at - 1, tag, opened=case is opening)
                case = opening if opens else inside
                continue
            # As `_add` does it, in place: nine pieces of ten come this way.
            if entry is not None:
                self.entries[len(tags)] = entry
            tags.append(tag)
            words.append(low)
            self.starts.append(start)
            self.ends.append(start + len(piece))
            case = opening if tag in _OPENING else inside

    def _is_title(self, at: int, entry: Entry, case: Case) -> bool:
        """Whether a word of harm in capitals is part of a name: "Merrill Lynch", "Kill Bill", "The Killing Fields"."""
        piece = self.pieces[at]
        if not piece[0].isupper() or not piece[1:].islower() or (case == "opening" and entry.tag != "x"):
            return False
        if at + 1 < len(self.pieces) and self.places[at + 1] in self.counted:
            return False  # "Airstrikes Kill Over 100".
        if entry.tag == "K" and self.tags[-1:] in (["v"], ["Q"], ["O"]):
            return False  # "35 Civilians Killed in".
        behind = self.pieces[at + 1][:1].isupper() if at + 1 < len(self.pieces) else False
        if case == "opening" or behind:
            return behind and (entry.tag == "x" or self._is_prose)
        return self._is_prose and self.pieces[at - 1][:1].isupper()

    @cached_property
    def _is_prose(self) -> bool:
        """Whether words in small letters outnumber those with capitals, as they do not in most headlines."""
        words = [piece for piece in self.pieces if len(piece) > _SHORT and piece.isalpha()]
        return sum(word[0].isupper() for word in words) * 2 < len(words)

    def _take_sign(self, at: int, tag: str, *, opened: bool) -> bool:
        """Take a sign; whether what follows opens a sentence or quotation. Full stops inside the sentence and opening
        quotation marks are left out."""
        start, piece = self.places[at], self.pieces[at]
        tag = self._apostrophe(start) if piece in ("'", "’") else tag
        if tag == '"' and (not self.tags or self.text[start - 1] in " \n("):
            return True
        if piece == "-" and self._is_broken(at):
            self.tags[-1] = "U" if self.tags[-1] in "UQ" else "J"
            return False
        if piece == "•" and self.tags:
            tag = ";"  # Headlines set in a row.
        if tag == "." and at < len(self.pieces) - 1:
            return opened
        if tag == '"' and self.tags[-1] in "MG" and self._names_a_group(at + 1):
            return False
        self._add(tag, piece.lower().replace("’", "'"), start, start + len(piece), None)
        return tag in _OPENING

    def _is_broken(self, at: int) -> bool:
        """Whether a word in capitals goes on behind its hyphen and a space: "A NON- COMMISSIONED OFFICER", "65-YEAR- OLD"."""
        start, behind = self.places[at], self.pieces[at + 1 : at + 2]
        if (
            not self.tags
            or not self.text[start - 1].isupper()
            or not self.text[start + 1 : start + 2].isspace()
        ):
            return False
        return bool(behind) and behind[0].isupper() and behind[0] not in _JOINING

    def _names_a_group(self, at: int) -> bool:
        """Whether a noun goes on behind a name in quotation marks: 'four members of the "Nour Brigade" militia'."""
        if at >= len(self.pieces) or not self.pieces[at].islower():
            return False
        return word_of(self.pieces[at], "inside").tag in "NvV" and self.places[at] == self.places[at - 1] + 2

    def _apostrophe(self, start: int) -> str:
        """A possessive mark behind a plural ("the soldiers' bodies"), or a quotation mark."""
        before, after = self.text[start - 1 : start], self.text[start + 1 : start + 2]
        return "'" if before in tuple("sSzZxX") and after.isspace() else '"'

    def _take_phrase(self, at: int, low: str, phrases: Seconds) -> int:
        """Take the longest phrase of the lexicon that starts here; the number of the piece behind it, or `at`."""
        second = self.pieces[at + 1].lower() if at + 1 < len(self.pieces) else ""
        for rest, entry in phrases.get(second, ()):
            end = at + 1 + len(rest)
            lows = tuple(piece.lower() for piece in self.pieces[at + 1 : end])
            if self.counted and not self.counted.isdisjoint(self.places[at + 1 : end]):
                continue  # "Shot at least 30 clerks dead".
            if lows == rest and (entry.tag != "Z" or self._stands_alone(end)):
                stop = self.places[end - 1] + len(self.pieces[end - 1])
                self._add(entry.tag, " ".join((low, *rest)), self.places[at], stop, entry)
                return end
        return at

    def _stands_alone(self, behind: int) -> bool:
        """Whether "the wounded" is all, and not the start of "the wounded soldiers"."""
        if behind == len(self.pieces) or not self.pieces[behind][0].isalpha():
            return True
        return word_of(self.pieces[behind], "inside").tag not in _CONTINUES_GROUP

    def _take_quantity(self, at: int, quantity: Quantity) -> int:
        """Take a quantity with what is glued to it ("7-year-old", "1st"); the number of the piece behind it."""
        pieces, places, behind = self.pieces, self.places, at + 1
        while behind < len(pieces) and places[behind] < quantity.end:
            behind += 1
        end = max(quantity.end, places[behind - 1] + len(pieces[behind - 1]))
        if self.text[end : end + 1] == "-" and behind + 1 < len(pieces):
            end = places[behind + 1] + len(pieces[behind + 1])
            behind += 2
        elif behind < len(pieces) and places[behind] == end and pieces[behind].isalpha():
            end += len(pieces[behind])
            behind += 1
        self.numbers[len(self.tags)] = quantity
        filled_in = self.text[places[at] - 2 : places[at]] == " [" and self.text[end : end + 1] == "]"
        tag = "Q" if (quantity.count or filled_in) and end == quantity.end else "U"
        self._add(tag, self.text[quantity.start : quantity.end].lower(), quantity.start, end, None)
        return behind + 1 if self._closes_aside(behind, quantity) else behind

    def _closes_aside(self, behind: int, quantity: Quantity) -> bool:
        """Whether the next piece is the second comma of "scores, and likely hundreds, of people"."""
        if quantity.form != "range" or self.pieces[behind : behind + 2] != [",", "of"]:
            return False
        return "," in self.text[quantity.start : quantity.end]

    def _add(self, tag: str, word: str, start: int, end: int, entry: Entry | None) -> None:
        if entry is not None:
            self.entries[len(self.tags)] = entry
        self.tags.append(tag)
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)


def _closes(pieces: list[str], at: int, *, caps: bool) -> int:
    """The piece that closes an insertion in square brackets ("80 [Daesh] fighters"), 0 where it is long; in capitals, where
    such a gloss only says the name again, 0 where the phrase does not go on behind it as well ("UNION [UP] LEADER"), unless it
    is the wire's own note ("[AS RECEIVED]")."""
    reach = _LONGEST_GLOSS if caps else _LONGEST_INSERTION
    end = next((end for end in range(at + 2, min(at + reach, len(pieces))) if pieces[end] == "]"), 0)
    if not caps or not end or _is_filled_in(pieces, at) or pieces[at + 1] in _GOING_ON:
        return end
    behind = pieces[end + 1] if end + 1 < len(pieces) else ""
    if pieces[end - 2] == "AS" and pieces[end - 1] in _TAKEN_DOWN:
        return end
    return 0 if "INDISTINCT" in pieces[at:end] or behind in _JOINING or not behind.isalpha() else end


def _is_filled_in(pieces: list[str], at: int) -> bool:
    """Whether a number alone stands in square brackets, where the wire was garbled: "AT LEAST [9] PERSONS"."""
    return pieces[at + 1].isdigit() and pieces[at + 2 : at + 3] == ["]"]


def _gloss(pieces: list[str], at: int) -> int:
    """How many pieces initials in brackets take ("the Kurdistan Workers' Party (PKK) militants"), or "(res.)"; else 0."""
    if pieces[at + 2 : at + 4] == [".", ")"] and is_rank_note("(" + pieces[at + 1]):
        return 4
    inside = pieces[at + 1] if pieces[at + 2 : at + 3] == [")"] else ""
    capitals = sum(letter.isupper() for letter in inside)
    initials = inside[:1].isupper() and capitals > 1 and 2 * capitals >= len(inside)  # "(PKK)", "(JeM)".
    initials = initials or inside.lower() in armed_groups()  # "ISIS (Daesh) militants".
    return 3 * (1 < len(inside) < _LONGEST_INITIALS and inside.isalpha() and initials)


def _places(text: str, pieces: list[str], at: int) -> list[int]:
    """Where the pieces of a text from `at` on stand; nothing but white space lies between them."""
    found, find = list[int](), text.index
    for piece in pieces:
        at = find(piece, at)
        found.append(at)
        at += len(piece)
    return found
