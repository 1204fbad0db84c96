"""What a person is by the words that a text puts beside the name: "Ayr's mayor, Ann Roe", "Ann Roe, the governor of Osh"."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from cenotaph.language import load_pack
from cenotaph.trace.naming import folded_name, folded_tokens
from cenotaph.trace.shipped import body_named
from cenotaph.trace.source import SourceKind, SourceRef
from cenotaph.trace.source_kinds import kind_of
from cenotaph.trace.states import names_nation, side_in

_NEAR = 90
_OF_STATE: frozenset[SourceKind] = frozenset(("official", "military"))
_WHO = re.compile(r"\bwho\b")  # No health organisation.
_PAST = re.compile(r"(?i)\b(?:former|formerly|ex|late|once)\b")  # Who speaks for it no more.
_SPOKEN_FOR: frozenset[SourceKind] = frozenset(("NGO", "UN"))


@lru_cache(1_000)
def office_beside(name: str, text: str) -> tuple[SourceKind, str | None] | None:
    """The kind and side of the office that a text gives the person it calls `name`, where it gives one; the side is None where
    the office names no state."""
    offices = (_office(found["title"], found["head"]) for found in _titles(name, text))
    return next((office for office in offices if office is not None), None)


@lru_cache(1_000)
def body_beside(name: str, text: str) -> SourceRef | None:
    """The listed NGO or body of the UN for which a text says that the person speaks whom it calls `name`: "Amnesty's director, Ann Roe"."""
    titles = (title for title in titles_beside(name, text) if _PAST.search(title) is None)
    bodies = (body_named(_WHO.sub("", title)) for title in titles)
    return next((one for one in bodies if one is not None and one.kind in _SPOKEN_FOR), None)


@lru_cache(1_000)
def posts_beside(name: str, text: str) -> frozenset[str]:
    """The words for the offices that a text gives the person it calls `name`: {"mayor"}."""
    return frozenset(found["head"].lower() for found in _titles(name, text))


def titles_beside(name: str, text: str) -> Iterator[str]:
    """What a text calls the person of that name, wherever it does: "governor of the Osh region"."""
    return (found["title"] for found in _titles(name, text))


def post_in(description: str) -> str | None:
    """The word for the office in words for one person without a name: "mayor" in "the Kremlin-backed mayor of the city"."""
    found = _post().match(description)
    return found["head"].lower() if found is not None else None


def holder(description: str, text: str) -> str | None:
    """The one person to whom a text gives, right before his name, the post that words for a person tell: "mayor Ann Roe" for
    "its mayor"; the head of a body must be that body's."""
    found = _post().match(description)
    if found is None:
        return None
    head = found["head"]
    body = description[found.end("head") :].removeprefix(" of ").removeprefix("the ").strip()
    if head.lower() in offices_of_people():
        names = _holders(head, r"(?: of (?:the )?[A-Z][\w-]+)?", text)
    elif body[:1].isupper():
        names = _holders(rf"{re.escape(body)}['’]s? {head}", "", text) | _holders(
            head, f" of (?:the )?{re.escape(body)}", text
        )
    else:
        return None
    return names.pop() if len(names) == 1 else None


def _holders(post: str, behind: str, text: str) -> set[str]:
    found = re.finditer(rf"\b(?i:{post}){behind},? ((?:[A-Z][\w’'-]+ ){{1,2}}[A-Z][\w’'-]+)", text)
    return {match[1] for match in found if not names_nation(match[1].split()[0])}


def _titles(name: str, text: str) -> Iterator[re.Match[str]]:
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        left, right = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() :][:_NEAR]
        found = _before().search(left) or _behind().match(right)
        if found is not None:
            yield found


def _office(title: str, head: str) -> tuple[SourceKind, str | None] | None:
    """What a title says: "prosecutor general" is no general, and a head is of the kind of what he heads, if that is a state's."""
    side = side_in(folded_tokens(title))
    own = kind_of(head)
    if own in _OF_STATE:
        return own, side
    kind = kind_of(title)
    if kind in _OF_STATE:
        return kind, side
    return ("official", side) if own == "unknown" and folded_name(head) not in _of_anything() else None


@cache
def _before() -> re.Pattern[str]:
    """ "The governor of the Osh region, | Ann Roe", "army spokesman Lt. | Ann Roe"; the name follows at the end."""
    word = r"[\w’'.&/-]+"
    ranks = r"(?:(?:\w{2,9}\.|(?-i:[A-Z])[\w-]+) ){0,2}"
    return re.compile(
        rf"(?P<title>(?:{word} ){{0,4}}?\b(?P<head>{_heads()})(?: general)?(?: (?:of|for|in|at) (?:{word} ?){{1,7}}?)?),? {ranks}$",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    """ "Ann Roe, | the governor of the Osh region"."""
    word = r"[\w’'.&/-]+"
    return re.compile(
        rf"(?:,| \(|, who is|, who was) ?(?P<title>(?:an? |the )?(?:{word} ){{0,4}}?\b(?P<head>{_heads()})\b(?: general)?(?: (?:of|for|in|at) (?:{word} ?){{1,6}})?)",
        re.IGNORECASE,
    )


@cache
def _post() -> re.Pattern[str]:
    return re.compile(rf"(?:[\w’'.-]+ ){{0,5}}?(?P<head>{_heads()})(?: (?:of|for|in)\b.*)?$", re.IGNORECASE)


@cache
def _heads() -> str:
    words = (*offices_of_people(), *_of_anything())
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def offices_of_people() -> frozenset[str]:
    """Words for offices that a person holds alone: "mayor"."""
    return frozenset(load_pack("sources")["words"]["offices_of_people"])


@cache
def speaking_for_others() -> frozenset[str]:
    """Words for those who speak for a body, of whom there may be many: "spokesman"."""
    return frozenset(load_pack("sources")["words"]["speaking_for_others"])


@cache
def local_offices() -> frozenset[str]:
    """Words for those who speak for a town, a region or an office of it: "an official" is often one of them."""
    return frozenset(load_pack("sources")["words"]["local_offices"])


@cache
def _of_anything() -> frozenset[str]:
    """Words for whoever heads something, a state's or not."""
    return frozenset(load_pack("sources")["words"]["heads_of_anything"])
