"""Armed men told of without a count whom a bare count takes up: "shot at three gunmen ... two were killed", "19 of them"."""

from typing import NamedTuple

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import NounKind, kind_of

_BARE = frozenset(("others", "other", "them", "of", "more", "men"))
_POINTING = 12  # Characters behind a count in which "of them" stands.
_NEAR = 40  # Characters between armed men and the name of their group.
_POSTS = 60
_OPENING = 14  # Characters of a sentence in which its subject begins.


class Antecedent(NamedTuple):
    """The kind of the armed men told of before, and the group named beside them."""

    kind: NounKind
    group: PartyMention | None


def antecedent(context: ClaimContext, people: Harmed) -> Antecedent | None:
    """The armed men whom a count without a noun of its own takes up from the words before it or the sentence before."""
    if people.names or not _BARE.issuperset((people.victims or "").lower().split()):
        return None
    start = context.sentences[people.sentence].start
    found = _in(context, people, people.sentence, start, people.start)
    if found is not None or not people.sentence:
        return found
    before = context.sentences[people.sentence - 1]
    if context.says(people.sentence, "beaten-off", start, people.start):
        return _attackers(context, people.sentence - 1)
    told = _in(context, people, people.sentence - 1, before.start, before.end)
    apart = told is not None and (
        context.tells(people.sentence, "own-attack") is not None
        or context.says(people.sentence, "people-told", start, people.start) is not None
    )
    return None if apart else told  # Not "The jets struck on. Villagers said six had died".


def _in(context: ClaimContext, people: Harmed, sentence: int, start: int, end: int) -> Antecedent | None:
    struck = context.says(sentence, "armed-struck", start, end)
    if struck is not None:
        deed = context.says(sentence, "their-deed", start + struck.start(1), end)
        return None if deed else _of(context, sentence, start + struck.start(1), struck.group(1))
    post = _post_struck(context, sentence, start, end)
    if post is not None and not context.says(sentence, "people-told", post.end, end):
        return Antecedent("rebels", post)
    acting = context.says(sentence, "armed-acting", start, end)
    if acting is None:
        men = people.harm == "captured" and context.says(sentence, "men-attacking", start, end) is not None
        return Antecedent("attackers", None) if men else None
    if not _takes_up(context, people):
        return None
    if context.says(sentence, "people-told", start + acting.end(1), end):
        return None  # "Gunmen attacked a convoy of soldiers. Two of them were killed".
    return _of(context, sentence, start + acting.start(1), acting.group(1))


def _attackers(context: ClaimContext, sentence: int) -> Antecedent | None:
    """ "The Front attacked Aarhus": the one group that opens a sentence, behind which its attack was beaten off."""
    for mention in context.parties(sentence):
        opens = mention.start - context.sentences[sentence].start <= _OPENING
        if opens and mention.party.kind == "group" and not mention.glued:
            return Antecedent("rebels", mention)
    return None


def _takes_up(context: ClaimContext, people: Harmed) -> bool:
    """Whether a count is of those who acted: "two of them", "all 14", "two were arrested"."""
    if cue("taking-ahead").found(context.text, max(0, people.start - _POSTS), people.start):
        return False  # "Gunmen killed two and took three hostage".
    pointing = cue("of-whom").found(context.text, people.end, people.end + _POINTING)
    every = cue("all-of-them").found(context.text, max(0, people.start - 16), people.end)
    return pointing is not None or people.harm == "captured" or every is not None


def _of(context: ClaimContext, sentence: int, at: int, noun: str) -> Antecedent | None:
    kind = kind_of(noun)
    if kind is None:
        return None
    beside = [
        m
        for m in context.parties(sentence)
        if m.party.kind == "group" and not m.glued and m.end - _NEAR < at < m.end + _NEAR
    ]
    return Antecedent("rebels" if kind == "fighters" else kind, beside[-1] if beside else None)


def _post_struck(context: ClaimContext, sentence: int, start: int, end: int) -> PartyMention | None:
    """ "Raided a camp of the Front", "attacked a Front camp"."""
    for mention in context.parties(sentence):
        if mention.party.kind != "group" or mention.glued or not start <= mention.start < end:
            continue
        ahead = cue("striking-ahead").found(context.text, max(start, mention.start - _POSTS), mention.start)
        if ahead and cue("group-post").found(
            context.text, max(start, mention.start - _POSTS), mention.end + _NEAR
        ):
            return mention
    return None
