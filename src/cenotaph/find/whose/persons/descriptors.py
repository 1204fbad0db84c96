"""Titles and appositions: what stands right beside one mention of a person's name."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from cenotaph.find.answers import Side
from cenotaph.find.context import ClaimContext
from cenotaph.find.text.letters import letters_of
from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import role_words
from cenotaph.find.whose.organs import names_organ
from cenotaph.model import Span

_INITIALS_STOPS = re.compile(r"\b(?:[A-Z]\.){2,}")
_OF_GROUPS = frozenset(
    ("official", "officials", "financier", "treasurer", "comptroller", "recruiter", "fighter", "militant")
    + ("gunman",)
)
_IN_ARMS = ("from-unit", "in-the-ranks")
# Behind a nation: a calling, a comma and what stands of a name before its last word.
_CALLED = re.compile(r"\.?((?: [\w-]+){1,4}),\s(?:(?:[A-Z][\w'’-]*|[A-Z]\.)\s){0,2}")
_SIGNS = ",.;:]["
_WHO = re.compile(r",?\s*(?:\d+,\s*)?who ")
_DASHES = (" --", " –", " —", "—", "–")
_IN_BRACKETS = re.compile(r"[(\[]([A-Z]{2,6})[)\]]")
_TITLE_WORDS = 4  # "PDU deputy leader Ann (Roe)".
_BODY_NAME = 60  # Characters that a body's name and its nation take.
_ACCORDING = "according to "
_REACH = 60  # Characters that a title stretches before a name.


def descriptors(context: ClaimContext, start: int, end: int) -> Iterator[Side]:
    """The groups ("side-member") and nations ("side-title") in titles and appositions beside one mention of a name."""
    text, sentence = context.text, context.sentence_at(start)
    span, cues = context.sentences[sentence], role_words()
    clause = cue("new-clause").found(text, end, span.end)
    after = cue("apposition").found(
        text, end, end + clause.start() + 1 if clause and clause.start() else span.end
    )
    low = max(span.start, start - _REACH, _last_sign(text, start))
    if after is not None and cue("subject-behind").found(text, end, span.end):
        after = None
    if (
        after is not None
        and text[max(0, start - len(_ACCORDING)) : start].lower() == _ACCORDING
        and text[end] != ","
    ):
        after = None  # "According to X the Danish consul struck him".
    clauses = after is not None and _WHO.match(after.group()) is not None
    for first, last in ((low, start), (end, end + after.end() if after else end)):
        words = _words_of(text[first:last])
        ahead = first != end
        told = context.parties(sentence)
        for mention in reversed(told) if ahead else told:
            if ahead and cue("acted").found(text, mention.end, last):
                continue
            if not (first <= mention.start < last) or mention.glued:
                continue
            if not ahead and cue("by-before").found(text, end, mention.start):
                continue  # "X, who was shot by a militant of the Front".
            if not ahead and cue("another-person").found(text, end, mention.start):
                continue  # "X, a miner, Carl Roe, a Danish nurse".
            if mention.party.kind in ("group", "force") and words & (cues.leaders | _OF_GROUPS):
                yield Side(mention.party.side, Span(mention.start, mention.end), "side-member")
            elif (
                is_adjective(text, mention)
                and (
                    (_tell_a_calling(words) and (ahead or not clauses))
                    or (ahead and words & cues.callings_of_many and _are_named_together(text, mention, last))
                    or _is_predicated(text, mention.start, end)
                )
                and not names_organ(text, mention)
            ) or (_is_kin_or_of_party(text, mention, first) or _holds_office(text, mention)):
                yield Side(mention.party.side, Span(mention.start, mention.end), "side-title")
    if text.rfind(", ", max(span.start, start - _REACH), start) >= 0:
        yield from _apposed(context, sentence, start)
    yield from _of_body(context, low, start)
    if _leads_the_group(text, max(span.start, start - _REACH), start) or (
        after and _leads_the_group(text, end, end + after.end())
    ):
        yield from _of_group(context, start)
    if cue("the-fighter").found(text, max(span.start, start - _REACH), start):
        yield from _of_group(context, start)
    for mention in context.parties(sentence):
        armed = mention.party.kind in ("group", "force") and mention.start > end and not mention.glued
        if armed and any(cue(way).found(text, end, mention.start) for way in _IN_ARMS):
            yield Side(mention.party.side, Span(mention.start, mention.end), "side-member")
        led = mention.party.kind == "group" and mention.end < start and not mention.glued
        if (
            led
            and cue("led-by").found(text, mention.end, start)
            and cue("group-leader").found(text, max(span.start, mention.start - _REACH), mention.start)
        ):
            yield Side(mention.party.side, Span(mention.start, mention.end), "side-member")
    if cue("leads-fighters").found(text, end, span.end) and (
        context.tells(sentence, "militant-group")
        or (sentence and context.tells(sentence - 1, "militant-group"))
    ):
        yield from _of_group(context, start)


def _apposed(context: ClaimContext, sentence: int, start: int) -> Iterator[Side]:
    """ "The Dane, X", "the Danish ambassador to Mali, X", "the Front's leader, X": told before the comma that leads to a name."""
    text, envoys = context.text, not cue("envoy-ahead").needs.isdisjoint(context.bag(sentence))
    for mention in context.parties(sentence):
        if mention.party.kind == "group" and cue("groups-leader").found(text, mention.end, start):
            yield Side(mention.party.side, Span(mention.start, mention.end), "side-member")
        if mention.glued or mention.end >= start or mention.party.kind not in ("country", "demonym"):
            continue
        if is_adjective(text, mention) and _is_called(text[mention.end : start]):
            yield Side(mention.party.side, Span(mention.start, mention.end), "side-title")
            return
        the = mention.party.kind == "demonym" and text.startswith(", ", mention.end)
        the = the and text[max(0, mention.start - 4) : mention.start].lower() == "the "
        if (the and cue("name-apposed").found(text, mention.end, start)) or (
            envoys and cue("envoy-ahead").found(text, mention.end, start)
        ):
            yield Side(mention.party.side, Span(mention.start, mention.end), "side-title")


def _of_body(context: ClaimContext, low: int, start: int) -> Iterator[Side]:
    """ "PDU leader X", where the report has told of "the Danish Popular Democratic Union (PDU)"."""
    ahead = context.text[low:start].split()[-_TITLE_WORDS:]
    if role_words().leaders.isdisjoint(word.lower() for word in ahead):
        return
    for match in _IN_BRACKETS.finditer(context.text):
        if match.group(1) not in ahead:
            continue
        first = max(match.start() - _BODY_NAME, _last_sign(context.text, match.start()))
        nations = [m for m in context.named if first <= m.start < match.start() and m.party.kind == "demonym"]
        if nations and not nations[0].glued:
            yield Side(nations[0].party.side, Span(nations[0].start, nations[0].end), "side-title")


def _is_called(between: str) -> bool:
    """Whether between a nation and a name stands a calling and a comma: "a Danish nurse, (Ann) X"."""
    match = _CALLED.fullmatch(between)
    return match is not None and _tell_a_calling(match[1].lower().split()[-2:])


def _tell_a_calling(words: Iterable[str]) -> bool:
    """Whether one of some words is a noun for what somebody is ("leader", "nurse", "anthropologist")."""
    known, common = role_words(), lexicon().common
    return any(word in known.leaders or word in known.callings or common.get(word) == "V" for word in words)


def _are_named_together(text: str, mention: PartyMention, start: int) -> bool:
    """ "Danish nurses Ann Roe and X": the nation of both."""
    return cue("named-together").found(text, mention.end, start) is not None


def _is_kin_or_of_party(text: str, mention: PartyMention, first: int) -> bool:
    """ "The brother of Denmark's first lady", "a member of the Danish Liberal Party"."""
    before = text[max(first, mention.start - _REACH) : mention.start]
    if mention.party.kind in ("country", "demonym") and cue("kin-of-office").found(before):
        return cue("high-office-behind").found(text, mention.end, mention.end + _REACH) is not None
    behind = text[mention.end : mention.end + _REACH].lower().split()[:4]
    party = {word.strip(",.") for word in behind} & {"party"} and mention.party.iso != "US"
    return (
        bool(party)
        and mention.party.kind == "demonym"
        and not role_words().leaders.isdisjoint(_words_of(before))
    )


def _holds_office(text: str, mention: PartyMention) -> bool:
    """ "Iran's ambassador to Lebanon, X"."""
    if mention.party.kind != "country":
        return False
    return cue("envoy-behind").found(text, mention.end, mention.end + _REACH) is not None


def _leads_the_group(text: str, start: int, end: int) -> bool:
    """ "The group's leader": beside a name, on either side."""
    pointed = cue("of-the-group").found(text, start, end)
    return pointed is not None and bool(_words_of(text[start:end]) & role_words().leaders)


def _of_group(context: ClaimContext, start: int) -> Iterator[Side]:
    """The group that "the group" means: of those named before the one that the report names most."""
    named = Counter(m.party.side for m in context.named if m.party.kind == "group" and not m.glued)
    before = [m for m in context.named if m.party.kind == "group" and m.end <= start]
    if before:
        found = max(reversed(before), key=lambda m: named[m.party.side])
        yield Side(found.party.side, Span(found.start, found.end), "side-member")


def _last_sign(text: str, start: int) -> int:
    """Where the last sign before an offset stands that parts a clause, as the full stops of "U.S." do not; -1 where none."""
    piece = _INITIALS_STOPS.sub(lambda found: "_" * len(found.group()), text[max(0, start - _REACH) : start])
    return max(piece.rfind(sign) for sign in _SIGNS) + max(0, start - _REACH)


def is_adjective(text: str, mention: PartyMention) -> bool:
    """Whether a nation is named by its people's name or by initials that stand before a noun ("a US nurse")."""
    return mention.party.kind == "demonym" or (
        mention.party.kind == "country"
        and mention.party.cased
        and text[mention.end : mention.end + 1].isspace()
    )


def _is_predicated(text: str, at: int, end: int) -> bool:
    """Whether a nation's adjective opens an apposition: "X, an American film maker"."""
    ahead = text[max(end, at - 4) : at].lower().replace("\n", " ")
    return at > end and (
        ahead.endswith((" a ", " an ", "rst ", "ond ", "ird ", "nly ")) or ahead.rstrip().endswith(_DASHES)
    )


def _words_of(text: str) -> set[str]:
    """The words of a text in small letters."""
    return set(letters_of(text).split())
