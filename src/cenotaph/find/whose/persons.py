"""Named victims: what stands beside their names, anywhere in the report, that tells whose they are and if they bore arms."""

import re
from collections import Counter
from collections.abc import Iterator

from cenotaph.find.answers import Side
from cenotaph.find.context import ClaimContext
from cenotaph.find.text.letters import letters_of
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import COMBATANT, kind_of, role_words
from cenotaph.find.whose.organs import names_organ
from cenotaph.model import Span

_LETTERS = re.compile(r"[a-z]+")
_INITIALS = re.compile(r"\b[A-Z]\. ?")
_INITIALS_STOPS = re.compile(r"\b(?:[A-Z]\.){2,}")
_CLAUSE = re.compile(r"[.,;:()\[\]]")
_OF_GROUPS = frozenset(("official", "officials", "financier", "recruiter", "fighter", "militant", "gunman"))
_HOME = 70  # Characters behind a name.
_SIGNS = ",.;:]["
_REACH = 60  # Characters that a title stretches before a name.
_TITLE_STOPS = (("gen. ", "gen "), ("col. ", "col "))


def side_of_person(context: ClaimContext, name: str) -> Side | None:
    """The group ("side-member") or else the nation ("side-title") in a title or apposition beside any mention of a name."""
    nation = None
    for mention in mentions(context, name):
        for found in _descriptors(context, mention.start, mention.end):
            if found.rule == "side-member":
                return found
            nation = nation or found
    return nation


def from_us(context: ClaimContext, name: str) -> bool:
    """Whether a person is told to be of a town of the United States, which are written with their state."""
    return any(
        cue("us-home").found(context.text, mention.end, mention.end + _HOME)
        for mention in mentions(context, name)
    )


def member_told(context: ClaimContext, name: str, sentence: int) -> Side | None:
    """The group of a person whom it mourns ("the Front has not confirmed X's death"), of whom the next sentence says that he
    was the group's, or whose killing is that of the group's leader."""
    span = context.sentences[sentence]
    mourned = (_mourner(context, mention.start) for mention in mentions(context, name))
    found = next((side for side in mourned if side is not None), None)
    if found is not None:
        return found
    if sentence + 1 < len(context.sentences) and context.says(
        sentence + 1,
        "he-was-of-it",
        context.sentences[sentence + 1].start,
        context.sentences[sentence + 1].end,
    ):
        groups = [m for m in context.named if m.party.kind == "group" and m.end <= span.end]
        if groups:
            return Side(groups[-1].party.side, Span(groups[-1].start, groups[-1].end), "side-member")
    return _killed_leader(context, name)


def _mourner(context: ClaimContext, start: int) -> Side | None:
    """The group that a sentence says to have confirmed or mourned the death of the person named at an offset."""
    for mention in context.parties(context.sentence_at(start)):
        ahead = mention.party.kind == "group" and mention.end <= start
        if ahead and cue("own-death").found(context.text, mention.end, start):
            return Side(mention.party.side, Span(mention.start, mention.end), "side-member")
    return None


def _killed_leader(context: ClaimContext, name: str) -> Side | None:
    """ "The killing of the Front's leader" in a report that tells of one person's death alone, by the surname."""
    first = next(mentions(context, name), None)
    for mention in context.named:
        if mention.party.kind != "group" or mention.glued:
            continue
        if len(name.split()) > 1 and (
            first is None or abs(context.sentence_at(first.start) - context.sentence_at(mention.start)) > 1
        ):
            continue
        led = cue("leadership").found(context.text, mention.end, mention.end + 40)
        led = led or cue("leader-behind").found(context.text, mention.end, mention.end + 40)
        if led and cue("killing-of").found(context.text, max(0, mention.start - 40), mention.start):
            return Side(mention.party.side, Span(mention.start, mention.end), "side-member")
    return None


def attacked(context: ClaimContext, name: str) -> bool:
    """Whether a person is told to have carried out the attack ("the gunman, identified as X", "X opened fire")."""
    for mention in mentions(context, name):
        sentence, text = context.sentence_at(mention.start), context.text
        span = context.sentences[sentence]
        start = mention.start - len(name.removesuffix(context.quote(mention)))
        start = start if text.startswith(name, start) else mention.start
        if cue("forms-of-attack").found(text, max(span.start, start - 90), start):
            return True
        fought = context.says(sentence, "killed-by-forces", max(span.start, start - 60), start)
        if fought and any(context.tells(i, "clash") for i in _with_next(context, mention.start)):
            return True
        if cue("attacked").found(text, mention.end, min(span.end, mention.end + 70)):
            return True
        if cue("shot-attacker").found(text, mention.end, span.end):
            return True
        if any(context.tells(i, "outlaw") for i in _with_next(context, mention.start)):
            return True
    return False


def _with_next(context: ClaimContext, offset: int) -> range:
    """The sentence of an offset and the one behind it."""
    sentence = context.sentence_at(offset)
    return range(sentence, min(sentence + 2, len(context.sentences)))


def bears_arms(context: ClaimContext, name: str) -> Span | None:
    """Where a rank or a fighter's noun stands beside a mention of a name."""
    told = (
        mention
        for mention in mentions(context, name)
        if _is_titled(context.text, mention, name) or _is_fighter(context.text, mention)
    )
    return next(told, None)


def mentions(context: ClaimContext, name: str) -> Iterator[Span]:
    """The mentions of a person by the last word of the name, which has no letter or figure on either side."""
    text, word = context.text, name.split()[-1]
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


def _descriptors(context: ClaimContext, start: int, end: int) -> Iterator[Side]:
    text, sentence = context.text, context.sentence_at(start)
    span, cues = context.sentences[sentence], role_words()
    clause = cue("new-clause").found(text, end, span.end)
    after = cue("apposition").found(
        text, end, end + clause.start() + 1 if clause and clause.start() else span.end
    )
    low = max(span.start, start - _REACH, _last_sign(text, start))
    for first, last in ((low, start), (end, end + after.end() if after else end)):
        words = _words_of(text[first:last])
        ahead = first != end
        told = context.parties(sentence)
        for mention in reversed(told) if ahead else told:
            if ahead and cue("acted").found(text, mention.end, last):
                continue
            if not (first <= mention.start < last) or mention.glued:
                continue
            if mention.party.kind in ("group", "force") and words & (cues.leaders | _OF_GROUPS):
                yield Side(mention.party.side, Span(mention.start, mention.end), "side-member")
            elif (
                _is_adjective(text, mention)
                and (words & (cues.leaders | cues.callings) or _is_predicated(text, mention.start, end))
                and not names_organ(text, mention)
            ) or _is_kin_or_of_party(text, mention, first):
                yield Side(mention.party.side, Span(mention.start, mention.end), "side-title")
    if _leads_the_group(text, max(span.start, start - _REACH), start) or (
        after and _leads_the_group(text, end, end + after.end())
    ):
        yield from _of_group(context, start)
    if cue("the-fighter").found(text, max(span.start, start - _REACH), start):
        yield from _of_group(context, start)
    for mention in context.parties(sentence):
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
    for mention in context.parties(sentence):
        if mention.party.kind == "group" and cue("leadership").found(text, mention.end, mention.end + 30):
            yield Side(mention.party.side, Span(mention.start, mention.end), "side-member")


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


def _is_adjective(text: str, mention: PartyMention) -> bool:
    """Whether a nation is named by its people's name or by initials that stand before a noun ("a US nurse")."""
    return mention.party.kind == "demonym" or (
        mention.party.kind == "country"
        and mention.party.cased
        and text[mention.end : mention.end + 1].isspace()
    )


def _is_predicated(text: str, at: int, end: int) -> bool:
    """Whether a nation's adjective opens an apposition: "X, an American film maker"."""
    return at > end and text[max(end, at - 4) : at].lower().replace("\n", " ").endswith((" a ", " an "))


def _words_of(text: str) -> set[str]:
    """The words of a text in small letters."""
    return set(letters_of(text).split())


def _is_titled(text: str, mention: Span, name: str) -> bool:
    """ "Major X", "policeman X"."""
    before = _INITIALS.sub("", text[max(0, mention.start - 50) : mention.start]).lower()
    for stop, plain in _TITLE_STOPS:
        before = before.replace(stop, plain)
    words = [
        word for word in _LETTERS.findall(_CLAUSE.split(before)[-1]) if word not in name.lower().split()
    ][-3:]
    return bool(set(words) & role_words().titles) and not set(words) & role_words().not_titles


def _is_fighter(text: str, mention: Span) -> bool:
    """ "X, a field commander of the group"."""
    after = cue("bears-arms").found(text, mention.end, mention.end + 90)
    return after is not None and kind_of(after.group(1)) in COMBATANT
