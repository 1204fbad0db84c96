"""Who speaks: noun phrases of a tagged sentence as short names, with what is needed to resolve later mentions."""

import re
from typing import NamedTuple

from cenotaph.find.credit.naming.inner_outlets import outlet_inside, outlet_of
from cenotaph.find.credit.naming.nouns import Kind, noun_kinds
from cenotaph.find.credit.naming.outlets import known_outlets
from cenotaph.find.credit.naming.phrases import (
    MADE_BY,
    body_behind,
    handed_on,
    head_of,
    is_acronym,
    joined,
    points_back,
    span_of,
)
from cenotaph.find.credit.naming.short_names import short_name, short_of_role
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words
from cenotaph.find.text.folding import fold
from cenotaph.find.whose.parties import nations
from cenotaph.language import load_pack
from cenotaph.model import Span

_OF = r"(?:[CxsLNd]|(?<=s)R)"  # "At the town's only clinic".
# A noun phrase that can speak wherever it stands, and one that only a clause boundary before it lets us trust.
_DATED = "(?:R#|#R)(?=[xCN]{1,5}d)"  # "A February 13 Red Cross report".
SPEAKER = rf"(?:[D#]+(?:K|R(?=d))?|D{_DATED})?[CxsLNd]{{0,7}}[NLCd](?:[oP](?:DK|[D#]*){_OF}{{1,10}})*"
ANYONE = rf"(?:[D#]+(?:K|R(?=d))?|D{_DATED})?[CxsLNd]{{1,8}}(?:(?<=C)#)?(?:[oP][D#]*{_OF}{{1,6}}){{0,4}}"
_ON_THE_RIGHT = re.compile(
    rf"(?:D{_DATED}|[D#]+R?)?K?[CxsLNdW]{{1,9}}(?:(?:(?<=d){MADE_BY}|(?:(?<=d)(?:P?R)+)?[oP]|[KV]?y)[D#]*K?{_OF}{{1,7}})*(?:&D?[CxsLNd]{{0,5}}[NLCd](?=$|[,;:.<>\"RwP|-]))?"
)
_ACTORS = frozenset(
    (
        "rebels",
        "militants",
        "gunmen",
        "terrorists",
        "forces",
        "troops",
        "soldiers",
        "jets",
        "warplanes",
        "insurgents",
        "fighters",
    )
)
_ARMS = frozenset(("regime", "government", "army", "security"))
_NAMED_SELF = re.compile(
    r"(?:who (?:identified|named|called) (?:himself|herself)|who (?:only )?gave (?:his|her) (?:full |first )?name"
    r"|who asked to be (?:identified|named)|whose name was given) (?:only |simply )?as "
)
_NAME = re.compile("C{1,4}")
_BEARS = re.compile("L(?!L*s)")  # No "attorney general's office".
_BEARER = re.compile(r"D?[xCN]{0,3}L+C{2,4}(?=oD[xN])")
# What copy in capitals calls a body by from then on: "THE ARMED FORCES PRESS COMMITTEE (COPREFA)", "THE FRONT [FMLN]".
_INITIALS = re.compile(r"\s*[(\[]([A-Z][A-Z-]{1,9})[)\]]")
_NAMED_BEHIND = re.compile(r",(?:Dx{0,2}[NL](?=C))?(L*C{2,4})(?=$|[,;<>\"(P])")


_ON_A_PAGE = re.compile(r"D?x{0,2}[dx]P(?P<owner>D?[CxNL]{0,3}s)[CxN]{1,3}$")
_OWN_PAGE = re.compile(r"(?P<owner>D?[CxNLd]{0,6}s)[CxN]{1,2}$")
_ON_A_SITE = re.compile(r"D?x{0,2}[dx]PD?(?P<site>C{1,2})(?:P?R|PC{1,2})*y(?P<by>.+)")
# "The commissioner for information | and communication, Ann Roe".
_JOINED_BEHIND = re.compile(r"&D?[CxN]{1,3},(L*C{2,4})(?=$|[,;<>\"(P])")


class Speaker(NamedTuple):
    """One who is credited. `name` is the short name as written; `definite` where it points back ("he", "the source");
    `about` holds the words of the whole phrase, for telling which one "the minister" means.
    """

    name: str
    span: Span
    kind: Kind
    head: str
    definite: bool
    about: frozenset[str] = frozenset()


def speaker(words: Words, text: str, start: int, end: int) -> Speaker:
    """The speaker that the words `start:end` (a noun phrase, appositions included) stand for."""
    start, end = _of_page(words, start, end)
    low, high = short_name(words, text, start, _short_of_language(words, start, end))
    if (owner := _owner_told_before(words, low, high)) is not None:
        return owner._replace(name=joined(text, words, low - 1, high))
    low, high = outlet_inside(words, text, low, high)
    name = outlet_of(joined(text, words, low, high))
    tags, head = words.tags[low:high], head_of(words, low, high)
    about, span = frozenset(words.lower[start:end]), span_of(words, low, high)
    if words.upper and noun_kinds().get(head) == "body" and (initials := _INITIALS.match(text, span.end)):
        return Speaker(initials[1], Span(*initials.span(1)), "name", head, False, about)
    if tags == "I":
        return Speaker(name, span, _pronoun_kind(head), head, True, about)
    phrase = re.split("[oP]", words.tags[start:end], maxsplit=1)[0]
    kind = _kind(tags, head) if (low, high) == (start, end) or _BEARS.search(phrase) is None else "person"
    return Speaker(name, span, kind, head, points_back(words, text, low, high, head), about)


def _owner_told_before(words: Words, low: int, high: int) -> Speaker | None:
    """Whose document it is, where that is somebody named before: "according to | the newspaper |'s report"."""
    if words.tags[low:high] != "s" or words.lower[low - 1 : low] != ["the"]:
        return None
    head = re.split("['’]", words.lower[low], maxsplit=1)[0]
    if head not in load_pack("reporting")["nouns"]["anaphors"]:
        return None
    kind = noun_kinds().get(head, "name")
    return Speaker("", span_of(words, low - 1, high), kind, head, True, frozenset(("the", head)))


def _short_of_language(words: Words, start: int, end: int) -> int:
    """Where a station's name ends before what it speaks: "RADIO AYR | IN SPANISH"."""
    for at in range(start + 1, end - 1):
        if words.lower[at] == "in" and words.lower[at + 1] in word_sets()["languages"]:
            return at
    return end


def _of_page(words: Words, start: int, end: int) -> tuple[int, int]:
    """Whose page a document stands on, or whose it is that stands on a site: "a message on | the ministry | 's Telegram channel", "a post
    on Telegram by | the governor"."""
    page = _ON_A_PAGE.match(words.tags, start, end) or _OWN_PAGE.match(words.tags, start, end)
    if page is not None and words.lower[end - 1] in word_sets()["pages"]:
        return page.span("owner")
    site = _ON_A_SITE.match(words.tags, start, end)
    if site is not None and words.lower[site.end("site") - 1] in word_sets()["sites"]:
        return site.start("by"), end
    return start, end


def pointed_at(words: Words, at: int, pronoun: str) -> Speaker:
    """The speaker that a pronoun in another case ("him", "his") at word `at` stands for."""
    about = frozenset((pronoun,))
    return Speaker(pronoun, span_of(words, at, at + 1), _pronoun_kind(pronoun), pronoun, True, about)


def right_of(words: Words, start: int, text: str) -> tuple[Speaker, int] | None:
    """The speaker whose noun phrase starts at word `start`, and the word behind it; None where none starts there."""
    if words.tags[start : start + 1] == "I":
        return speaker(words, text, start, start + 1), start + 1
    match = _ON_THE_RIGHT.match(words.tags, start)
    if match is None:
        return None
    low, high = _of_page(words, start, match.end())
    if low > start:
        found = right_of(words, low, text) if high == match.end() else None
        return found or (speaker(words, text, low, high), match.end())
    end = _short_of_actor(
        words, start, short_of_role(words, text, start, _short_of_matter(words, start, match.end()))
    )
    if (alias := _self_named(words, end)) is not None:
        return speaker(words, text, *alias), alias[1]
    end = _short_of_figure(words, start, _short_of_onlooker(words, start, end))
    if (short := _short_of_site(words, start, end)) < end:
        return speaker(words, text, start, short), end
    end = _short_of_company(
        words, start, _short_of_reference(words, start, _short_of_talk(words, start, end))
    )
    named = _NAMED_BEHIND.match(words.tags, end) or _JOINED_BEHIND.match(words.tags, end)
    if words.tags[end : end + 3] in (",C,", ",C") and is_acronym(words, text, end + 1):
        return speaker(words, text, end + 1, end + 2), end + 2
    if (
        named is not None
        and (
            words.tags[end - 1] != "C"
            or "and" in words.lower[start:end]
            or _is_person(words, text, *named.span(1))
        )
        and _is_office(words, start, end)
    ):
        return speaker(words, text, named.start(1), named.end(1)), named.end(1)
    if (name := body_behind(words, text, start, end)) is not None:
        return speaker(words, text, *name), name[1]
    return speaker(words, text, start, end), end


def _self_named(words: Words, at: int) -> tuple[int, int] | None:
    """The name by which somebody goes who is described first: "a resident | who identified himself as Ann Roe"."""
    if words.tags[at : at + 1] != "w":
        return None
    said = _NAMED_SELF.match(" ".join(words.lower[at : at + 10]))
    if said is None:
        return None
    start = at + len(said.group().split())
    name = _NAME.match(words.tags, start)
    return (start, name.end()) if name is not None else None


def _short_of_actor(words: Words, start: int, end: int) -> int:
    """Where a name ends before those who acted, without a comma: "according to the Observatory | rebels killed nine"."""
    if end - start < 2 or words.tags[end : end + 1] != "K" or words.lower[end - 1] not in _ACTORS:
        return end
    if words.lower[end].endswith("ing"):
        return end
    at = end - 1 - (words.lower[end - 2] in _ARMS)
    told = at > start and (words.tags[at - 1] == "N" or words.lower[at - 1] in known_outlets())
    return at if told else end


def _short_of_matter(words: Words, start: int, end: int) -> int:
    """Where a bearer's name ends before what he told of: "the announcement made by President Ann Roe | of the arrest of nine"."""
    bearer = _BEARER.match(words.tags, start, end)
    return end if bearer is None else bearer.end()


def _short_of_onlooker(words: Words, start: int, end: int) -> int:
    """Where a document ends when an outlet has seen it ("a spy report | seen by the paper") or, if it is a named body's, brought it out."""
    for at in range(start, end - 1):
        named = not {"C", "N"}.isdisjoint(words.tags[start:at])
        if handed_on(words, at) and (named or words.lower[at] in word_sets()["seeing"]):
            return at
    return end


def _short_of_figure(words: Words, start: int, end: int) -> int:
    """Where a document ends that is one of a figure: "a navy estimate | of 300 dead"."""
    of = words.tags.find("do#", start, end)
    return end if of < 0 else of + 1


def _short_of_site(words: Words, start: int, end: int) -> int:
    """Where a name ends when the site it wrote on follows: "reported by the governor Ann Roe | on Telegram"."""
    for at in range(start + 1, end - 1):
        if words.lower[at] in ("on", "via") and not word_sets()["sites"].isdisjoint(
            words.lower[at + 1 : end]
        ):
            return at
    return end


def _short_of_reference(words: Words, start: int, end: int) -> int:
    """Where a name ends when it refers to another: "reported by Ukrinform | with reference to the mayor"."""
    for at in range(start + 1, end - 1):
        if words.lower[at] == "with" and words.lower[at + 1] == "reference":
            return at
    return end


def _short_of_talk(words: Words, start: int, end: int) -> int:
    """Where a name ends when the occasion on which he spoke follows: "stated by Ann Roe | in an interview with the paper"."""
    for at in range(start + 1, end - 2):
        talks = words.lower[at] in ("in", "during") and words.tags[at + 1] == "D"
        if talks and not (word_sets()["talking"] | word_sets()["occasions"]).isdisjoint(
            words.lower[at + 2 : min(at + 4, end)]
        ):
            return at
    return end


def _short_of_company(words: Words, start: int, end: int) -> int:
    """Where a name ends before what goes along with it: "according to the Local Committees | with planes overhead",
    "according to Reuters | over a dozen raids", or what it is about."""
    for at in range(start + 1, end - 1):
        company = words.lower[at] == "with" and words.tags[at - 1] in "CN" and "C" in words.tags[start:at]
        counts = words.lower[at] in ("over", "about", "around") and "#" in words.tags[at + 1 : at + 3]
        over = words.lower[at] in ("over", "amid") and words.tags[at - 1] in "CN"
        if company or counts or over:
            return at  # "Named by the port | over the killings".
    return end


def untitled(who: Speaker) -> Speaker:
    """A speaker without the office before a surname: whom "he" means is named, not addressed."""
    *offices, surname = who.name.split()
    named = noun_kinds().get(surname.lower()) not in ("plural", "document")  # "Official sources".
    if named and offices and all(noun_kinds().get(word.lower().rstrip(".")) == "person" for word in offices):
        return who._replace(name=surname)
    return who


def is_unarmed(who: Speaker) -> bool:
    """Whether somebody can only be one who counts the dead: a body by its noun that is neither under arms nor of the state."""
    bodies = load_pack("reporting")["bodies"]
    arms = frozenset((*bodies["armed"], *bodies["under_arms"], "army", "front", "movement", "state", "party"))
    peaceful = not who.about.isdisjoint(bodies["peaceful"]) or who.head in word_sets()["watching"]
    return arms.isdisjoint(who.about) and (peaceful or who.kind == "body")


def is_preliminary(who: Speaker) -> bool:
    """Whether a source is nobody's data in particular ("preliminary figures"), such as another speaker goes by."""
    name = who.name.lower().removeprefix("the ").removeprefix("an ").removeprefix("a ")
    return name.startswith(("preliminary ", "initial ", "latest ")) or name.endswith("evidence")


def _is_person(words: Words, text: str, start: int, end: int) -> bool:
    """Whether a name behind an office and its place is a person's and no land's: "the mayor of Ayr, | Ann Roe"."""
    land = words.lower[start] in word_sets()["of_lands"] or fold(joined(text, words, start, end)) in nations()
    return not words.upper and not land


def _is_office(words: Words, start: int, end: int) -> bool:
    """Whether a phrase names an office or role that one person holds, or whom people work for."""
    return (
        words.lower[end - 1] == "employer"
        or "L" in words.tags[start:end]
        or noun_kinds().get(head_of(words, start, end)) == "person"
    )


def _kind(tags: str, head: str) -> Kind:
    if "&" in tags:
        return "plural"
    if tags[-1:] == "d":
        return "document"  # "A working paper".
    known = noun_kinds().get(head)
    if known is not None:
        return known
    return "name"


def _pronoun_kind(pronoun: str) -> Kind:
    kinds: dict[str, Kind] = {"it": "body", "they": "plural"}
    return kinds.get(pronoun, "person")
