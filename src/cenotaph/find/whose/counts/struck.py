"""People told of without a count as struck, whom a bare count takes up: "attacked German tourists, killing two"."""

import re
from itertools import islice
from typing import NamedTuple

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import NounKind, kind_of, role_words
from cenotaph.model import Span

_WORD = re.compile(r"[\w-]+")
_MANY = frozenset(
    ("people", "police", "men", "women", "children", "policemen", "servicemen", "seamen", "troops")
)
_GOES_ON = re.compile(
    r"(?:[,.;:)]|$| (?:in|on|at|near|outside|inside|from|of|to|with|during|after|before|as|by|under|while|when|who|that"
    r"|\w+ing|\w+ed|[A-Z\d])\b)",
    re.IGNORECASE,
)
_TARGETS: tuple[NounKind, ...] = ("state", "civilians")
_SOLDIERS = frozenset(("soldier", "soldiers", "troops", "servicemen", "peacekeepers"))
_HEAD = 16  # Characters of a sentence in which a count opens it.
_AHEAD = 90  # Characters before a noun in which its people are told to be struck.
_NATION = 2  # Words between a nation's adjective and a noun.


class Target(NamedTuple):
    """The people struck: their kind, and the nation that stands before their noun."""

    kind: NounKind
    nation: PartyMention | None


def target(context: ClaimContext, people: Harmed) -> Target | None:
    """The people whom the words before a count, or the sentence before one that it opens, tell to be struck."""
    if people.names or not _is_bare_or_noun(people):
        return None
    span = context.sentences[people.sentence]
    if cue("harming-ahead").found(context.text, span.start, people.start):
        return _struck(context, people, people.sentence, Span(span.start, people.start))
    if (
        not people.sentence
        or not _opens(context, people, span.start)
        or context.tells(people.sentence, "own-attack")
    ):
        return None
    before = people.sentence - 1
    told = context.sentences[before]
    if cue("harm-counted").found(context.text, told.start, told.end):
        return None
    return _struck(context, people, before, told) or _passive(context, people, before, told)


def _opens(context: ClaimContext, people: Harmed, start: int) -> bool:
    """Whether a count opens its sentence, or stands right behind "as a result of the blast"."""
    if people.start - start <= _HEAD:
        return True
    return context.says(people.sentence, "as-a-result", start, people.start) is not None


def _is_bare_or_noun(people: Harmed) -> bool:
    """Whether a count has no noun, one that points back, or a noun that may be the one told before."""
    phrase = " ".join((people.victims or "").lower().split())
    return phrase in ("", "people") or phrase in role_words().elliptic or kind_of(phrase) in _TARGETS


def _struck(context: ClaimContext, people: Harmed, sentence: int, span: Span) -> Target | None:
    if cue("strikes-them").needs.isdisjoint(context.bag(sentence)):
        return None
    noun = _last_noun(context.text, span)
    if noun is None or not _is_same(context, people, noun):
        return None
    start = max(span.start, noun.start - _AHEAD)
    verb = cue("strikes-them").found(context.text, start, noun.start)
    if people.victims == "people" and not cue("carrying-ahead").found(context.text, start, noun.start):
        return None  # "Attacked teachers, killing nine people".
    kind = kind_of(context.quote(noun))
    if verb is None or kind is None:
        return None
    return Target(kind, _nation(context, sentence, start + verb.start(), noun))


def _passive(context: ClaimContext, people: Harmed, sentence: int, span: Span) -> Target | None:
    """ "A lorry with Danish soldiers was ambushed": the people of a nation who are the subject of what struck them."""
    if cue("are-struck").needs.isdisjoint(context.bag(sentence)):
        return None
    for mention in context.parties(sentence):
        noun = _noun_behind(context.text, mention.end, span.end)
        if noun is None or mention.glued or mention.party.kind not in ("demonym", "force", "people"):
            continue
        struck = cue("are-struck").found(context.text, noun.end, span.end)
        kind = kind_of(context.quote(noun))
        if struck is None or kind not in _TARGETS or not _is_same(context, people, noun):
            continue
        aboard = cue("aboard-ahead").found(context.text, span.start, mention.start)
        if people.victims != "people" or aboard:
            return Target(kind, mention)
    return None


def _noun_behind(text: str, start: int, end: int) -> Span | None:
    """The noun of several people right behind a nation's adjective."""
    for word in islice(_WORD.finditer(text, start, end), _NATION + 1):
        low = word.group().lower()
        if (low.endswith("s") or low in _MANY) and kind_of(low) in _TARGETS:
            return Span(word.start(), word.end())
    return None


def _is_same(context: ClaimContext, people: Harmed, noun: Span) -> bool:
    """Whether a count's own noun, if it has one, is the one told before."""
    own = (people.victims or "").lower().split()[-1:]
    bare = (
        not own
        or own == ["people"]
        or " ".join((people.victims or "").lower().split()) in role_words().elliptic
    )
    if bare or own == [context.quote(noun).lower()]:
        return True
    return not _SOLDIERS.isdisjoint(own) and kind_of(context.quote(noun)) == "state"


def _last_noun(text: str, span: Span) -> Span | None:
    """The last noun of several people in a stretch of text, if they are a state's or civilians."""
    for word in reversed(list(_WORD.finditer(text, span.start, span.end))):
        low = word.group().lower()
        kind = kind_of(low) if low.endswith("s") or low in _MANY else None
        if kind is not None and _GOES_ON.match(text, word.end()):
            return Span(word.start(), word.end()) if kind in _TARGETS else None
    return None


def _nation(context: ClaimContext, sentence: int, start: int, noun: Span) -> PartyMention | None:
    """The nation's adjective that goes with a noun: "Chinese road engineers"."""
    for mention in context.parties(sentence):
        ahead = start < mention.start and mention.end < noun.start and not mention.glued
        kinds = mention.party.kind in ("demonym", "force", "people") or mention.party.cased
        if ahead and kinds and len(context.text[mention.end : noun.start].split()) <= _NATION:
            return mention
    return None
