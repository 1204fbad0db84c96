"""Whether a name that is read as harmed is a person's: no place's, no group's, no body's, no town that was captured."""

import re

from cenotaph.find.context import ClaimContext
from cenotaph.find.credit.naming.nouns import is_body
from cenotaph.find.people.mentions import Mention
from cenotaph.find.text.folding import fold
from cenotaph.find.text.lexicon import lexicon
from cenotaph.language import load_words
from cenotaph.model import Span

_PLACE_OF = re.compile(
    r"\b(?:city|town|village|region|province|district|settlement|port|island|capital|quarter|neighbou?rhood|suburb|area|governorate|countryside|jurisdiction|department|municipality|canton|hamlet|parish) of\s+$"
    r"|\b(?:cities|towns|villages|regions|provinces|districts|settlements|ports|islands|quarters|suburbs|areas|hamlets|cantons|departments) of\s+(?:[^.;:]{0,60}(?:,|\band)\s+)?$"
)
_ADVERB = re.compile(r"[A-Z][a-z]{4,}ly,")  # "Resultantly," at the head of a sentence.
_TAKEN = re.compile(r"captur|seiz|tak|took", re.IGNORECASE)
_STRAFED = re.compile(r"machine-?gunn", re.IGNORECASE)
_WHO = re.compile(r"\s*,?\s+who\b", re.IGNORECASE)
# What stands behind a person's name alone: an age, or who that is.
_AGED = re.compile(r"(?:,|\s\()\s?(?:aged? )?[1-9]\d(?: years? old)?[,.;)]", re.IGNORECASE)
_APPOSED = re.compile(r",\s(?:(?:an?|the|his|her|their)\s)?((?:\w+\s){0,2}\w+)", re.IGNORECASE)
_HOSTAGE = re.compile(r"\b(?:taken|held|took|kept)\s+(?:hostage|prisoner|captive)\b", re.IGNORECASE)
_HOME = re.compile(r"\b(?:of|from|in|near|at) (?:[A-Z][\w'’-]+ ?){1,3}, \Z")
_QUOTING = re.compile(r"\b[a-z]+(?:ed|es|s|id|aid|ote)[,:]\s+[\"“]\w")
_COMMA = 4  # Characters.
_REGION = 2  # A rank.
_BEFORE = 30  # Characters before a name that tell a place ("the village of Kamenka").


def is_of_people(context: ClaimContext, sentence: int, mention: Mention, surnames: frozenset[str]) -> bool:
    """Whether a mention in a sentence that counts a name counts a person's, not a place's."""
    name = mention.name
    couple = mention.low == mention.high == 2  # "Roger and Jill Hart".
    if name is None or (mention.start != name.start and not couple) or context.quote(name) in surnames:
        return True
    if context.is_in_dateline(name.start) or _quotes(context.text, name.end, mention.trigger.start):
        return False
    if _ADVERB.fullmatch(context.text, name.start, min(name.end + 1, len(context.text))):
        return False
    if _are_many(context.quote(name)):
        return False
    before = context.text[max(0, name.start - _BEFORE) : name.start].lower()
    if _is_person_noun(before):
        return True  # "His daughter Misk".
    sites = context.sites(sentence)
    behind = any(_is_right_behind(context, site.end, name.start) for site in sites) and _is_known(
        context, name
    )
    if _is_told_as_person(context, mention, name):
        return not (
            behind and _is_nobodys(context.quote(name))
        )  # "In Orbo, La Libertad, a clerk was killed".
    if _STRAFED.search(context.quote(mention.trigger)) and _is_nobodys(context.quote(name)):
        return False  # "Planes machinegunned Los Llanitos".
    if _is_bare_capture(context, mention) or _is_taking(context, mention) or _PLACE_OF.search(before):
        return False
    if is_body(context.quote(name).split()[-1].lower()):
        return False  # "The Event Data Project".
    if _is_of_group(context, sentence, name) or _is_land_of_a_home(context, name):
        return False
    full = " " in context.quote(name) and mention.harm != "captured"
    owned = full or before.rstrip().endswith(" of")
    if behind:
        return False
    return not any(
        (site.key is not None or not owned) and site.start <= name.start and name.end <= site.end
        for site in sites
    )


def _quotes(text: str, end: int, harm: int) -> bool:
    """Whether a name says what stands in quotation marks: "Ann Roe, the author, remarked, “More have died”"."""
    return end < harm and _QUOTING.search(text, end, harm) is not None


def _are_many(name: str) -> bool:
    """ "The Committee for Missing Persons": a name that ends in a noun for several people."""
    last = name.split()[-1].lower()
    entry = lexicon().words.get(last)
    return " " in name and "v" in (entry.tag if entry is not None else "", lexicon().common.get(last))


def _is_known(context: ClaimContext, name: Span) -> bool:
    return context.known(fold(context.quote(name))) is not None


def _is_right_behind(context: ClaimContext, end: int, start: int) -> bool:
    """Whether only a comma parts a name from the place before it: "in Quezaltepeque, La Libertad"."""
    return 0 < start - end <= _COMMA and context.text[end:start].strip() == ","


def _is_told_as_person(context: ClaimContext, mention: Mention, name: Span) -> bool:
    """Whether the words behind a name are a person's: "Said, who was captured", "Said, 25, was", "Said was taken hostage"."""
    behind = _WHO.match(context.text, name.end) or _AGED.match(context.text, name.end)
    return (
        behind is not None
        or _is_introduced(context, name)
        or _HOSTAGE.search(context.quote(mention.trigger)) is not None
    )


def _is_introduced(context: ClaimContext, name: Span) -> bool:
    """Whether a name of several words has behind it who that is: "Rosa Pardo, mayor of the town"."""
    if " " not in " ".join(context.quote(name).split()):
        return False
    apposed = _APPOSED.match(context.text, name.end)
    entries = (lexicon().words.get(word) for word in apposed[1].lower().split()) if apposed else ()
    return any(entry is not None and entry.tag == "V" for entry in entries)


def _is_of_group(context: ClaimContext, sentence: int, name: Span) -> bool:
    """ "THREE MEMBERS OF THE POPULAR LIBERATION ARMY, EPL, WERE KILLED": a group's name and no person's."""
    return any(
        mention.party.kind == "group" and mention.start <= name.start and name.end <= mention.end
        for mention in context.parties(sentence)
    )


def _is_land_of_a_home(context: ClaimContext, name: Span) -> bool:
    """ "James Roe of Rochester, New Hampshire, was killed"."""
    if _HOME.search(context.text, max(0, name.start - _BEFORE), name.start) is None:
        return False
    known = context.known(context.quote(name).lower())
    return known is not None and known.rank <= _REGION


def _is_taking(context: ClaimContext, mention: Mention) -> bool:
    """ "The capture of Tel Brak": a town, where no part of the name is a given name."""
    name = context.quote(mention.name) if mention.name is not None else ""
    taking = mention.harm == "captured" and context.quote(mention.trigger).lower().endswith("capture")
    return taking and _is_nobodys(name)


def _is_nobodys(name: str) -> bool:
    """Whether no word of a name is a given name."""
    return load_words("given_names").isdisjoint(name.lower().split())


def _is_person_noun(before: str) -> bool:
    """Whether the words before a name end in a noun for one person."""
    entry = lexicon().words.get(before.split()[-1]) if before.endswith(" ") and before.strip() else None
    return entry is not None and entry.tag == "V"


def _is_bare_capture(context: ClaimContext, mention: Mention) -> bool:
    """A single bare name that was "captured" or "seized" is a town's more often than a man's, and so is a longer one without a
    given name that somebody "captured", and a bare name beside it."""
    if mention.name is None or mention.victims != mention.name:
        return False
    active = mention.trigger.start < mention.start
    first = context.text[mention.start : mention.end].split()[0]  # Of "Roger and Jill Hart".
    name = first if mention.low == 2 else context.quote(mention.name)
    bare = (" " not in name and mention.low != 2) or (active and _is_nobodys(name))
    return bare and mention.harm == "captured" and _TAKEN.search(context.quote(mention.trigger)) is not None
