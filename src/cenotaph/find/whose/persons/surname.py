"""The mentions of one surname in a report, and what is told beside them, each looked at once."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from cenotaph.find.answers import Side
from cenotaph.find.context import ClaimContext
from cenotaph.find.whose.countries.known import well_known
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import COMBATANT, kind_of, role_words
from cenotaph.find.whose.parties import country_names
from cenotaph.find.whose.persons.descriptors import descriptors
from cenotaph.model import Span

_LETTERS = re.compile(r"[a-z]+")
_INITIALS = re.compile(r"\b[A-Z]\. ?")
_CLAUSE = re.compile(r"[.,;:()\[\]]")
_BEHIND = re.compile(r",[^.;:]*")  # An apposition and what goes on behind it.
_TITLE = 60  # Characters beside a name.
_WHOLE_NAME = 2  # Words.
# Between a rank and the name whose it is: "commander of Ayr (Roe)", "Sgt First Class (Roe)".
_LED_ON = frozenset(
    (
        "of",
        "for",
        "in",
        "at",
        "from",
        "the",
        "class",
        "staff",
        "al",
        "el",
        "abu",
        "bin",
        "ibn",
        "de",
        "del",
        "van",
        "von",
        "is",
        "was",
        "are",
        "were",
        "as",
    )
)
# "X, and policeman Y", "X, police commander Colonel Y": the rank is that of the next in a list.
_NEXT_LISTED = re.compile(
    r"\s*,\s*(?:(?i:and)\s|(?:[\w-]+\s){0,3}?(?i:commander|chief|leader|officer|soldier|policeman|captain|colonel|general)\s"
    r"(?!(?i:of|for|in|at|from|who|and|with|by)\b)[A-Z][\w-]+\s[A-Z])"
)
_HOME = 70  # Characters behind a name.
_APPOSED = re.compile(r"\s*, an? ", re.IGNORECASE)
_PAST = frozenset(("former", "retired", "ex"))
_TITLE_STOPS = (("gen. ", "gen "), ("col. ", "col "))
_OFFICES = re.compile(r"\b(attorney|secretary|surgeon|director|consul|governor|solicitor)[ -]general\b")


class Surname:
    """The last word of a name, by which later mentions know a person, where it has no letter or figure on either side."""

    def __init__(self, context: ClaimContext, word: str) -> None:
        self._context = context
        self._mentions = list(_mentions(context.text, word))
        self._struck: dict[tuple[int, int], bool] = {}

    @property
    def first(self) -> Span | None:
        """The first mention."""
        return self._mentions[0] if self._mentions else None

    @cached_property
    def side(self) -> Side | None:
        """The group in a title or apposition beside any mention, or else the nation."""
        nation = None
        for mention in self._mentions:
            for found in descriptors(self._context, mention.start, mention.end):
                if found.rule == "side-member":
                    return found
                nation = nation or found
        return nation

    @cached_property
    def home(self) -> Side | None:
        """The nation of the town behind a mention: one of the United States, written with its state, or a well-known one
        ("X, a Vienna nurse", "X, 31, of Leeds,")."""
        text = self._context.text
        for mention in self._mentions:
            if (land := self._land_behind(mention)) is not None:
                return land
            if cue("us-home").found(text, mention.end, mention.end + _HOME):
                return Side("United States", None, "side-home")
            words = self._town_behind(mention).title().split()
            if words and (side := _nation_of(words)) is not None:
                return Side(side, None, "side-home")
        return None

    def _town_behind(self, mention: Span) -> str:
        """The town of which somebody is said to be, or nothing."""
        text, end = self._context.text, mention.end + _HOME
        if (of_town := cue("home-town").found(text, mention.end, end)) is not None:
            return of_town.group(1)
        of_town = cue("towns-man").found(text, mention.end, end)
        if of_town is None or role_words().callings.isdisjoint(of_town.group().lower().split()):
            return ""
        return of_town.group(1)

    def _land_behind(self, mention: Span) -> Side | None:
        """ "Cindar Fernado of Mexico, ..."."""
        text = self._context.text
        for party in self._context.parties(self._context.sentence_at(mention.start)):
            of_land = (
                party.party.kind == "country" and self._context.plain[mention.end : party.start] == " of "
            )
            if of_land and text[party.end : party.end + 1] in (",", ";", ".", " ", ")") and not party.glued:
                return Side(party.party.side, Span(party.start, party.end), "side-home")
        return None

    @cached_property
    def mourner(self) -> Side | None:
        """The group that a sentence says to have confirmed or mourned the death."""
        mourned = (self._mourner_at(mention.start) for mention in self._mentions)
        return next((side for side in mourned if side is not None), None)

    def _mourner_at(self, start: int) -> Side | None:
        context = self._context
        for mention in context.parties(context.sentence_at(start)):
            ahead = mention.party.kind == "group" and mention.end <= start
            if ahead and cue("own-death").found(context.text, mention.end, start):
                return Side(mention.party.side, Span(mention.start, mention.end), "side-member")
        return None

    @cached_property
    def is_politician(self) -> bool:
        """Whether somebody is told beside a mention to stand for an office or to have left the armed group: "the Front's
        presidential candidate X", "X, a former guerrilla"."""
        return any(self._tells_politics(mention) for mention in self._mentions)

    def _tells_politics(self, mention: Span) -> bool:
        text, span = self._context.text, self._context.sentences[self._context.sentence_at(mention.start)]
        ahead = _CLAUSE.split(text[max(span.start, mention.start - _TITLE) : mention.start])[-1]
        behind = _BEHIND.match(text, mention.end, min(span.end, mention.end + _TITLE))
        return any(cue("politician").found(words) for words in (ahead, behind[0] if behind else ""))

    def attacked(self, name: str) -> bool:
        """Whether the person of a whole name is told to have carried out the attack."""
        return any(self._attacked_at(mention, name) for mention in self._mentions)

    def _attacked_at(self, mention: Span, name: str) -> bool:
        start = mention.start - len(name.removesuffix(self._context.quote(mention)))
        start = start if self._context.text.startswith(name, start) else mention.start
        found = self._struck.get((mention.start, start))
        if found is None:
            found = self._struck[mention.start, start] = _struck(self._context, start, mention)
        return found

    def bears_arms(self, name: str) -> Span | None:
        """The first mention beside which a rank or a fighter's noun stands that is no part of the whole name."""
        parts = frozenset(name.lower().split())
        told = (
            mention
            for mention, words, fights in zip(self._mentions, self._ahead, self._fights, strict=True)
            if fights
            or (
                _is_titled([word for word in words if word not in parts][-3:])
                and not _is_of_another(words, parts)
            )
        )
        return next(told, None)

    @cached_property
    def _ahead(self) -> list[list[str]]:
        """The words of the clause before each mention."""
        return [_words_ahead(self._context.text, mention) for mention in self._mentions]

    @cached_property
    def _fights(self) -> list[bool]:
        """Whether "a field commander of the group" and the like stands behind each mention."""
        return [_is_fighter(self._context.text, mention) for mention in self._mentions]


def _mentions(text: str, word: str) -> Iterator[Span]:
    at, size = text.find(word), len(word)
    while at >= 0:
        whole = _is_edge(text, at) and _is_edge(text, at + size)
        if whole:
            yield Span(at, at + size)
        at = text.find(word, at + (size if whole else 1))


def _is_edge(text: str, at: int) -> bool:
    """Whether a word starts or ends at an offset, as `re` has it for "\\b"."""
    before, behind = text[at - 1 : at] if at else "", text[at : at + 1]
    return (before.isalnum() or before == "_") != (behind.isalnum() or behind == "_")


def _nation_of(town: Sequence[str]) -> str | None:
    return country_names().get(well_known(" ".join(town)) or well_known(town[0]) or "")


def _struck(context: ClaimContext, start: int, mention: Span) -> bool:
    """Whether the one whose name starts at an offset is told beside a mention to have carried out the attack."""
    sentence, text = context.sentence_at(mention.start), context.text
    span = context.sentences[sentence]
    near = range(sentence, min(sentence + 2, len(context.sentences)))
    if cue("forms-of-attack").found(text, max(span.start, start - 90), start):
        return True
    fought = context.says(sentence, "killed-by-forces", max(span.start, start - 60), start)
    if fought and any(context.tells(i, "clash") for i in near):
        return True
    return (
        cue("attacked").found(text, mention.end, min(span.end, mention.end + 70)) is not None
        or cue("shot-attacker").found(text, mention.end, span.end) is not None
        or any(context.tells(i, "outlaw") for i in near)
    )


def _words_ahead(text: str, mention: Span) -> list[str]:
    before = _INITIALS.sub("", text[max(0, mention.start - 50) : mention.start]).lower()
    for stop, plain in _TITLE_STOPS:
        before = before.replace(stop, plain)
    before = _OFFICES.sub(r"\1", before)  # No general.
    return _LETTERS.findall(_CLAUSE.split(before)[-1])


def _is_titled(words: list[str]) -> bool:
    """ "Major X", "policeman X"."""
    known = role_words()
    return not known.titles.isdisjoint(words) and known.not_titles.isdisjoint(words)


def _is_of_another(words: list[str], parts: frozenset[str]) -> bool:
    """Whether the rank before a surname is that of a namesake or of who acts on him: "married to Major Bo (Roe)", "Gen. Lind praised (Roe)"."""
    if len(parts) < _WHOLE_NAME:
        return False
    last = max(at for at, word in enumerate(words) if word in role_words().titles)
    between = [word for word in words[last + 1 :] if word not in parts]
    return bool(between) and _LED_ON.isdisjoint(between)


def _is_fighter(text: str, mention: Span) -> bool:
    """ "X, a field commander of the group"."""
    after = cue("bears-arms").found(text, mention.end, mention.end + 90)
    if after is None or _NEXT_LISTED.match(after.group()) is not None:
        return False
    told = _LETTERS.findall(after.group(1).lower())
    if told[:1] and told[0] in role_words().kin:
        return False  # "X, wife of the commander".
    words = set(told)
    served = "serv" in after.group() and not role_words().armed_words.isdisjoint(words)
    return served or kind_of(after.group(1)) in COMBATANT or _serves_too(after)


def _serves_too(after: re.Match[str]) -> bool:
    """ ", a conscript and a cook on board", and no ", a former general and a baker"."""
    first = after.group(1).lower().partition(" and ")[0]
    told = _APPOSED.match(after.group()) is not None and _PAST.isdisjoint(first.split())
    return told and kind_of(first) in COMBATANT
