"""Whom a description stands for: "the group", "a monitor", "the commission", "the mayor"."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property

from msgspec.structs import replace

from cenotaph.language import load_pack
from cenotaph.model import Span
from cenotaph.trace.credits import Credit
from cenotaph.trace.institutions import is_institution
from cenotaph.trace.media_next import agency_of, outlet_next
from cenotaph.trace.mentions import mentioned
from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.same_bodies import body_meant
from cenotaph.trace.shipped import house_of, is_listed_person
from cenotaph.trace.source import SourceKind, SourceRef
from cenotaph.trace.source_kinds import head_noun, is_anyone, is_body, is_stand_in, kind_of
from cenotaph.trace.source_words import groups_in_words
from cenotaph.trace.states import side_in
from cenotaph.trace.titles import (
    holder,
    local_offices,
    office_beside,
    offices_of_people,
    post_in,
    posts_beside,
    speaking_for_others,
    titles_beside,
)

_BODIES = ("official", "military", "UN", "NGO")
_HEADS = r"(?:head|chief|director|director-general|commander|commander-in-chief|boss|chairman|chairwoman|secretary-general)"
_HEAD_OF = re.compile(
    rf"(?:[Tt]he |[Ii]ts )?(?:\w+ )?{_HEADS} of (?:the )?(.+)|(?:the )?(.+?)(?:['’]s)? {_HEADS}"
)
_SERVES = re.compile(r"(?:[Aa]n? |[Tt]he )?(?:\w+['’]s )?(?:adviser|advisor|aide)(?: to (?:the )?.+)?")
_SPEAKER_OF = re.compile(r"spokes(?:man|woman|person) (?:for|of) (?:the )?(.+)")
_SERVANT = "adviser"
_WHOSE = 2
"""Words of a title from which on it tells whose spokesman somebody is."""
_NEAR = 120
_NEXT = 450


class StandIns:
    """Which body "the group", "a monitor" means: the one of its kind with a name that the report credits, else the only
    listed one that its text names."""

    def __init__(self, credits: Iterable[Credit], text: str, identify: Callable[[str], SourceRef]) -> None:
        self._text = text
        self._identify = identify
        self._credited: dict[str, set[SourceRef]] = {}
        self._credits = tuple(credits)
        voices = [one for credit in self._credits for one in (*credit.named, *credit.described)]
        self._bodies = tuple(dict.fromkeys(house_of(one) for one in voices))
        for credit in self._credits:
            for source in (*credit.named, *credit.carriers):
                if source.named:
                    self._credited.setdefault(source.kind, set()).add(house_of(source))

    @cached_property
    def _nameless(self) -> frozenset[str]:
        """The keys of those of whom their sentence or what follows says that they are not to be known."""
        said = load_pack("sources")["words"]["nameless"]
        ends = [*(one.span.start for one in self._credits[1:]), len(self._text)]
        hidden = (
            one
            for one, end in zip(self._credits, ends, strict=False)
            if any(words in self._text[one.span.start : max(end, one.span.end)][:_NEXT] for words in said)
        )
        return frozenset(
            one.key for credit in hidden for one in (*credit.named, *credit.described) if not one.named
        )

    def _person(self, described: SourceRef, where: Span) -> SourceRef | None:
        if described.key in self._nameless:
            return None
        return self.bearer(described, where) or self.named_next(described, where)

    def meant(self, described: SourceRef) -> SourceRef | None:
        """The body that a description stands for: "the commission", "a group of lawyers" for the one credited body whose name ends so."""
        words = folded_tokens(described.name)
        is_short = len(words) == 1 or is_stand_in(described.name) or words[:2] == ("group", "of")
        ending = {
            source
            for sources in self._credited.values()
            for source in sources
            if is_short and head_noun(source.name) == words[-1]
        }
        if len(ending) == 1:
            return ending.pop()
        if not is_stand_in(described.name):
            return None
        kinds: tuple[SourceKind, ...] = ("NGO", "UN") if described.kind == "unknown" else (described.kind,)
        credited = {source for source in self._credited.get("unknown", ()) if is_body(source.name)}
        credited |= {
            source for kind in kinds for source in self._credited.get(kind, ()) if not _is_somebody(source)
        }
        if len(credited) > 1:
            return None
        mentions = (mentioned(self._text, kind) for kind in kinds)
        return next(iter(credited), None) or next((one for one in mentions if one is not None), None)

    def _body(self, described: SourceRef) -> SourceRef | None:
        """The body that a description means, be it by what it is or by its words."""
        return self.meant(described) or body_meant(described, self._bodies)

    def _institution(self, described: SourceRef) -> SourceRef | None:
        return self._body(described) if is_institution(described.name) else None

    def bearer(self, described: SourceRef, where: Span) -> SourceRef | None:
        """The person with a name whose post a description tells: the one credited person to whom the text gives that post, or
        who speaks in the next credit with no post told ("The mayor said ... Ann Roe said ...")."""
        post = _post_in(described.name)
        if post is None:
            official = self._same_official(where) if is_anyone(described.name) else None
            return official if official and self._is_of_same_body(described, official) else None
        people = {
            source.name: source
            for one in self._credits
            for source in one.named
            if source.named and source.kind != "party"
        }
        bearers = [
            one
            for name, one in people.items()
            if not is_body(name)
            and post in posts_beside(name, self._text)
            and self._speaks_for(name, described.name)
        ]
        if len(bearers) == 1:
            return bearers[0]
        name = None if bearers else holder(described.name, self._text)
        if name is not None and self._speaks_for(name, described.name):
            return self._identify(name)
        alone = post in offices_of_people() or _HEAD_OF.fullmatch(described.name) is not None
        alone = alone or post == _SERVANT
        speaker = self._next_speaker(post, where) if alone and not bearers else None
        if speaker is None or not _is_person(speaker) or posts_beside(speaker.name, self._text):
            return None
        known = is_listed_person(speaker) and post in local_offices()
        return None if known else speaker  # A president is no provincial governor.

    def headed(self, described: SourceRef) -> SourceRef | None:
        """The body for which its head speaks, whom the text names nowhere: "UNICEF's director", "the head of the army of Chad"."""
        found = _HEAD_OF.fullmatch(described.name)
        names = [one for one in found.groups() if one] if found is not None else []
        names += [
            name.rpartition(" ")[0].removesuffix("'s").removesuffix("’s") for name in names if " " in name
        ]
        bodies = map(self._identify, names)
        return next((one for one in bodies if one.key.startswith("source:") and one.kind in _BODIES), None)

    def _speaks_for(self, name: str, description: str) -> bool:
        """Whether one named may be the spokesman that words describe: not if those tell whose, and the words beside the name tell
        nothing of the kind ("a spokesman for the port" is not "police spokesman Ann Roe")."""
        of = _SPEAKER_OF.search(description)
        if of is None:
            return True
        body = set(folded_tokens(of[1]))
        beside = (title.rsplit(". ")[-1] for title in titles_beside(name, self._text))
        titles = [set(folded_tokens(title)) for title in beside]
        return any(len(title) < _WHOSE or title & body for title in titles)

    def _next_speaker(self, post: str, where: Span) -> SourceRef | None:
        """Who is named alone in the next credit that does not tell the same post again."""
        end = where.end
        for credit in self._credits:
            if credit.span.start <= where.start:
                continue
            far = (
                _NEXT if end == where.end and not where.start else _NEAR
            )  # A headline's text may open on other things.
            if credit.span.start - end > far:
                return None
            voices = (*credit.named, *credit.described)
            if voices and all(not one.named and _post_in(one.name) == post for one in voices):
                end = credit.span.end
                continue
            named = [one for one in credit.named if one.named]
            return named[0] if len(named) == 1 else None
        return None

    def _same_official(self, where: Span) -> SourceRef | None:
        """The local official who is named right behind words for "an official" who spoke to nobody in particular."""
        here = next((one for one in self._credits if one.span == where), None)
        behind = next((one for one in self._credits if one.span.start > where.start), None)
        if here is None or here.carriers or behind is None or behind.span.start - where.end > _NEAR:
            return None
        people = [one for one in behind.named if posts_beside(one.name, self._text) & local_offices()]
        return people[0] if len(people) == 1 and len(behind.named) == 1 else None

    def named_next(self, described: SourceRef, where: Span) -> SourceRef | None:
        """Who is meant where a text first says only what somebody is, and names him next: "activists said ... The Ayr Committee
        said", "an army spokesman said ... Lieutenant Roe said". He must be what the words say, and the only one named there."""
        behind = (one for one in self._credits if 0 < one.span.start - where.start and one.named)
        named = (one for one in behind if any(source.named for source in one.named))
        credit = next((one for one in named if not self._are_others(described, one.named)), None)
        if credit is None or credit.span.start - where.end > _NEXT or len(credit.named) > 1:
            return None
        return next((one for one in credit.named if self._may_be(described, one)), None)

    def _are_others(self, described: SourceRef, sources: Iterable[SourceRef]) -> bool:
        """Whether the text calls the one who is named something else: "an aid group" is not "advocacy group NetBlocks"."""
        words = set(folded_tokens(described.name))
        called = (self._called(one.name) for one in sources)
        return not words.isdisjoint(groups_in_words()) and all(one and one not in words for one in called)

    def _called(self, name: str) -> str | None:
        """What kind of group the words right before a name say that it is: "advocacy"."""
        found = re.search(
            rf"(?i)\b([a-z]+) ({'|'.join(groups_in_words())}) (?:the )?{re.escape(name)}\b", self._text
        )
        return found[1].lower() if found is not None else None

    def _may_be(self, described: SourceRef, source: SourceRef) -> bool:
        words = set(folded_tokens(described.name))
        if not words.isdisjoint(groups_in_words()):
            return source.kind == "NGO" or (source.kind in ("unknown", "activist") and is_body(source.name))
        if not is_anyone(described.name) and post_in(described.name) not in speaking_for_others():
            return False
        office = office_beside(source.name, self._text)
        is_person = source.key.startswith("name:") and not is_body(source.name)
        return (
            is_person
            and office is not None
            and described.kind in ("unknown", office[0])
            and self._is_of_same_body(described, source)
            and self._speaks_for(source.name, described.name)
        )

    def _is_of_same_body(self, described: SourceRef, source: SourceRef) -> bool:
        """Whether the words beside a name have one of the proper names in a description, if that has any: "a spokesman for the
        Ayr Foundation" is nobody of another one."""
        proper = {
            word
            for word in described.name.split()[1:]
            if word[:1].isupper() and side_in(folded_tokens(word)) is None
        }
        return not proper or any(
            not proper.isdisjoint(words.split()) for words in titles_beside(source.name, self._text)
        )

    def resolved(self, credit: Credit) -> Credit:
        """The credit with the monitor, agency, outlet or person that a description stands for."""
        named = tuple(
            one
            if one.named
            else self._institution(one) or self._person(one, credit.span) or self.headed(one) or one
            for one in credit.named
        )
        meant = {
            one.key: self._body(one) or self._person(one, credit.span) or self.headed(one)
            for one in credit.described
        }
        found = {key: source for key, source in meant.items() if source is not None and not source.carries}
        outlets = {
            one.key: outlet_next(one, credit.span, self._credits)
            for one in credit.described
            if not credit.carriers
        }
        carriers = tuple(one for one in outlets.values() if one is not None)
        said = tuple(
            dict.fromkeys(
                agency_of(one, credit.span, self._credits, self._text) or one for one in credit.carriers
            )
        )
        if not found and not carriers and (said, named) == (credit.carriers, credit.named):
            return credit
        known = {*found, *(key for key, one in outlets.items() if one is not None)}
        return replace(
            credit,
            carriers=(*said, *carriers),
            named=tuple(dict.fromkeys((*named, *found.values()))),
            described=tuple(source for source in credit.described if source.key not in known),
            by_name=credit.by_name or bool(carriers),
        )


def _post_in(description: str) -> str | None:
    """The word for an office in words for one person: of whoever serves a holder of one, that he does."""
    return _SERVANT if _SERVES.fullmatch(description) is not None else post_in(description)


def _is_somebody(source: SourceRef) -> bool:
    """Whether a source that no list has is one person, and no body: "activist Roe"."""
    return source.key.startswith("name:") and not is_body(source.name) and source.name[:1].islower()


def _is_person(source: SourceRef) -> bool:
    """Whether a source is somebody by his own name, and no body."""
    is_learned = source.key.startswith("name:") and kind_of(source.name) == "unknown"
    return is_learned or is_listed_person(source)
