"""Listed bodies behind words for their people and branches: "Amnesty's office in Chad", "the head of the WHO", "a UN spokesman"."""

import re
from functools import cache

from cenotaph.language import load_pack
from cenotaph.trace.naming import Tokens, folded_tokens
from cenotaph.trace.shipped import is_listed_person, shipped, telling_word
from cenotaph.trace.source import SourceRef
from cenotaph.trace.source_kinds import has_role
from cenotaph.trace.source_words import prepositions
from cenotaph.trace.states import names_nation

_ARTICLE = re.compile(r"^(?:an?|the|one|another) ", re.IGNORECASE)
_SOMEWHERE = re.compile(
    r"(.+? (?:mission|office|offices|branch|team|teams|delegation|chapter|peacekeepers)) (?:to|in|for|at|on|across) "
)
_RUN_ON = re.compile(r".*?\b(?P<last>[a-z-]+s?) (?P<name>[A-Z][\w.-]*(?: [\w.-]+)*)")
_BODIES = frozenset(("official", "military", "UN", "NGO"))
_INITIALS = 3
"""Names of states no longer than this spell common words as well ("CAR")."""


def body_behind(name: str, tokens: Tokens) -> SourceRef | None:
    """The listed body or person behind a name that is no entry's."""
    return (
        _branch_of(name)
        or _of_listed_body(tokens)
        or _headed(tokens)
        or _at_the_end(name)
        or _behind_run_on(name)
    )


def is_no_name(known: SourceRef, name: str, tokens: Tokens) -> bool:
    """Whether words only spell the name of a listed source: "an observer" is not The Observer, nor "car" a state."""
    if known.kind == "party":
        return _is_common(name) and len("".join(tokens)) <= _INITIALS
    is_word = known.carries or (known.kind == "NGO" and len(tokens) == 1)
    return is_word and (_is_common(name) or _in_small_letters(known, name))


def _branch_of(name: str) -> SourceRef | None:
    """The listed body whose branch or people somewhere are meant: "the UN mission to the country", "Amnesty's office in Chad"."""
    found = _SOMEWHERE.match(name)
    body = shipped(folded_tokens(found[1])) if found is not None else None
    return body if body is not None and body.kind in ("UN", "NGO") else None


def _behind_run_on(name: str) -> SourceRef | None:
    """The listed outlet or body at the end of words that lost the comma before it: "the strikes | RIA news agency"."""
    found = _RUN_ON.fullmatch(name)
    if found is None or found["last"] in load_pack("sources")["words"]["prepositions"]:
        return None
    known = shipped(folded_tokens(found["name"]))
    if (
        known is None
        or known.kind not in ("agency", "outlet", "NGO")
        or _in_small_letters(known, found["name"])
    ):
        return None
    return known


def _of_listed_body(tokens: Tokens) -> SourceRef | None:
    """The listed body for which somebody speaks who is only said to be one of its ("a State Department official"), or the person
    whose office speaks ("Ann Roe's office")."""
    words = load_pack("sources")["words"]
    known = shipped(tokens[:-1]) if len(tokens) > 1 else None
    if known is None:
        return None
    if is_listed_person(known):
        return known if tokens[-1] == "office" else None
    if known.name == f"Government of {known.side}":
        return None  # "US government officials" are US officials, whom somebody else must know.
    return known if tokens[-1] in words["speaking_for_bodies"] and known.kind in _BODIES else None


def _headed(tokens: Tokens) -> SourceRef | None:
    """The listed body whose head is meant: "the head of the WHO", "UNICEF's deputy executive director"."""
    plain = tuple(word for word in tokens if word != "deputy")
    for size, head in _heads():
        ends, opens = plain[-size:] == head, plain[: size + 1] == (*head, "of")
        body = shipped(plain[:-size] if ends else plain[size + 1 :]) if ends or opens else None
        if body is not None and body.kind in _BODIES and _is_under_no_arms(body):
            return body
    return None


def _is_under_no_arms(body: SourceRef) -> bool:
    """Whether a body is no armed group, whose head is whoever the text calls so, and no person."""
    return not is_listed_person(body) and (body.side is None or names_nation(body.side))


@cache
def _heads() -> tuple[tuple[int, Tokens], ...]:
    """Words for the head of a body, longer ones first, with how many they are."""
    folded = sorted(
        map(folded_tokens, load_pack("sources")["words"]["heads_of_bodies"]), key=len, reverse=True
    )
    return tuple((len(head), head) for head in folded)


def _at_the_end(name: str) -> SourceRef | None:
    """The listed person whose name stands behind what he is: "the WHO's Director-General Tedros Adhanom"."""
    words = name.split()
    for size in (3, 2):
        person = shipped(folded_tokens(" ".join(words[-size:]))) if len(words) > size else None
        if person is not None and is_listed_person(person) and words[-size - 1] not in prepositions():
            return person if has_role(name) else None
    return None


def _is_common(name: str) -> bool:
    """Whether words are no name whatever they spell: "an observer" is not The Observer."""
    plain = _ARTICLE.sub("", name)
    return plain.islower() and not any(letter.isdigit() or letter == "." for letter in plain)


def _in_small_letters(known: SourceRef, name: str) -> bool:
    """Whether the words have the word that tells an entry in small letters alone: "an Iraqi diplomat" is not The Diplomat, "the
    Anadolu agency" is the Anadolu Agency."""
    last = telling_word(folded_tokens(known.name))
    same = [word for word in name.split() if folded_tokens(word) == last]
    return bool(same) and all(map(_is_common, same))
