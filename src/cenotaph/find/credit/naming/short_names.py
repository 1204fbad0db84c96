"""The short name inside a noun phrase: the person behind a title or in apposition, the issuer of a statement, the outlet."""

import re
from functools import cache

from cenotaph.find.credit.naming.nouns import is_person, noun_kinds
from cenotaph.find.credit.naming.outlets import is_outlet, is_source
from cenotaph.find.credit.naming.phrases import (
    MADE_BY,
    behind_date,
    head_of,
    is_acronym,
    joined,
    points_back,
    proper,
)
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words
from cenotaph.find.text.folding import fold
from cenotaph.find.whose.parties import nations
from cenotaph.language import load_pack, load_words

_ARTICLES = ("the", "its", "their", "his", "her", "that", "this")
_APPOSITION = re.compile(r",(?P<name>L*C{1,5})(?:,.*)?$|,(?P<about>.*)$")
_LISTED_BEHIND = re.compile(r",(?P<name>D?[CNLd]{1,6})(?=,|$)")
_IN_A_REPORT = re.compile("(?<=[CN])PDx?d$")
_STUDYING = (
    "analysis",
    "analyses",
    "study",
    "studies",
    "survey",
    "surveys",
    "review",
    "investigation",
    "inquiry",
)
_SITE = re.compile(r"\.(?:com|net|org|info)$")
_GENERAL = frozenset(("media", "press", "news", "hospital"))  # "Media reports" are nobody's in particular.
_OF_WIRE = _GENERAL | {"war", "daily", "weekly", "special", "battle", "field"}  # "A WAR BULLETIN".
# "The head of the villages, in the north of Ayr, | Ann Roe".
_NAME_LAST = re.compile(r"D?[xCsNd]{0,5}L(?:[oP][^,]{1,18})?,[^,]{1,14},(?P<name>C{2,4})$")
_SPOTS = (
    "site",
    "scene",
    "area",
    "areas",
    "field",
    "ground",
    "spot",
    "front",
    "city",
    "town",
    "village",
    "region",
)
_DISTRICTS = ("department", "province", "district", "municipality", "jurisdiction", "canton", "township")
_NAME = re.compile("C{1,4}")
_ROLE_IN = re.compile("[xCN]NPC{1,3}$")  # "Government agent in Ayr".
_NGOS = ("ngo", "tank")  # "The NGO | Save the Children", "think tank | CSIS".
_NEW = ("new", "recent", "latest", "preliminary", "initial", "joint", "internal", "leaked", "separate")
_TWO_NAMES = re.compile("N(?=(C{1,3}&C{1,3}))")
# "The rights group | the Valley Observatory".
_DESCRIBED = re.compile(r"D?[xCNL]{0,5}[NL](?:o[RxCN]{1,3})?(?P<name>D[CxNL]{0,3}[CN](?:PC{1,3})?)$")
# "The campaign group | Women for Peace".
_KIND_AND_NAME = re.compile(r"D?[xCN]{0,4}N(?P<name>[CN]{1,3}PC{1,3})$")
# "Amnesty International, Harbour Watch and the Peace Desk".
_THREE_NAMES = re.compile(r"D?C[CxNd]{1,4}(?:,D?C[CxNd]{1,4}){1,3},?&D?C[CxNd]{1,4}")
_FOR = ("for", "against", "without", "on", "across")
_IN_SERVICE = re.compile(r"[LN]x?[Po]D?[xN]{0,2}L+C{1,5}$")  # "An adviser to President Roe" is not Roe.
_ACRONYM = re.compile(r",C(?:,|$)")
_TITLED = re.compile(r"^(?P<about>.*[LN]|.*[xN]x(?=CC))(?P<name>C{1,5})$")
_NAMED = re.compile("LC{2,}[oP]")
_ISSUED = re.compile(rf"^[D#]*[CxKsL]*d{{1,2}}(?:{MADE_BY}|(?:P?R)*[oP])(?P<by>.+)$")
_COMPOUND = re.compile("[NC]&[D#]*[CxsLN]*N")  # "The Observatory and the state news agency SANA".
_MADE = re.compile(r"^[D#]*(?P<by>[CxKLN]*N)d$")  # "The health ministry statement".
_OWNED = re.compile(
    r"^(?P<by>[D#]*(?:[CxLN]*[CNL][oP])?D?(?:[CxN]+s)?[CxLNd]*s)[CxKLNRd]*d(?:[oP]D?[CxNKLd]{1,4})?$"
)
# "A Reuters survey | of police departments": what it is of has not made it.
_MADE_OF = re.compile(r"[D#]*(?P<by>[CN]{1,4})x?d[oP]")
_IN_JOURNAL = re.compile(r"^[D#]*[CxKsL]*d[KV]?PD?x?(?P<by>C{1,4})$")  # "A study in the Lancet".
_BY_NAME = re.compile(r"^[D#]*(?P<by>C{1,4})x?d$")  # "A Reuters tally".
# An office with the full name of its bearer: a name behind the comma is a place ("Bishop Ann Roe of Ayr, Scotland").
_OFFICE_OF = re.compile(r"D?[xCsN]{0,4}L+[oP][^,;<>\"]*?(?P<name>(?<=[NLd])C{3,4}|CC)$")
_OFFICE_FOR = re.compile(r"D?[xCsN]{0,5}L+[oP]")
_FULL_NAME = re.compile("C[xCo]?C{1,2}")
_PLACE_BEFORE = re.compile(r"^C+(?=[xLNd]*[LNd]$)")
_ROLE_BEHIND = re.compile(r"C{2,4}(?=D?x?L[oP])")


def short_name(words: Words, text: str, start: int, end: int) -> tuple[int, int]:
    """The short name inside a noun phrase: the person behind a title or in apposition, the issuer of a statement."""
    start = behind_date(words, start, end)
    tags = words.tags[start:end]
    comma = tags.find(",")
    if comma >= 0 and _THREE_NAMES.fullmatch(tags) is not None:
        return start, end
    if comma >= 0 and (last := _NAME_LAST.match(tags)) is not None:
        return start + last.start("name"), end
    if comma >= 0:
        short = _ACRONYM.match(tags, comma)
        if short is not None and is_acronym(words, text, start + comma + 1):
            return start + comma + 1, start + comma + 2
        named = _APPOSITION.match(tags, comma)
        if (
            named is not None
            and named["name"]
            and _described(tags[:comma])
            and not _NAMED.search(tags[:comma])
            and not _is_land(words, text, start + named.start("name"), start + named.end("name"))
        ):
            return short_name(words, text, start + named.start("name"), start + named.end("name"))
        if (listed := _listed_behind(words, text, start, end, comma)) is not None:
            return listed
        end, tags = start + comma, tags[:comma]
    end = short_of_role(words, text, start, end)
    tags = words.tags[start:end]
    if (bearer := _bearer(words, start, end)) is not None:
        return bearer, end
    occasion = _IN_A_REPORT.search(words.tags[start:end])
    if occasion is not None and occasion.start() and words.lower[start + occasion.start()] == "in":
        return short_name(words, text, start, start + occasion.start())  # "The AFP in a report".
    if end - start > 1 and _SITE.search(words.lower[end - 1]) is not None:
        return end - 1, end  # "The monitoring website Roe.org".
    if (at := _listed_at_end(words, text, start, end)) is not None:
        return at, end
    if (described := _DESCRIBED.match(tags)) is not None and words.lower[
        start + described.start("name")
    ] == "the":
        return short_name(words, text, start + described.start("name"), end)
    if (at := _behind_kind(words, text, start, end)) is not None:
        return at, end
    if tags.startswith("#D"):
        return short_name(words, text, start + 1, end)
    if (issue := _behind_issue(words, start, end)) is not None:
        return short_name(words, text, issue, end)
    if tags[-1:] == "d" and is_source(joined(text, words, start, end)):
        return start, end  # Iraq Body Count.
    if (maker := _maker(words, text, start, end)) is not None:
        return maker
    for pattern, group in ((_ISSUED, "by"), (_OWNED, "by"), (_MADE, "by"), (_TITLED, "name")):
        match = pattern.match(tags)
        if pattern is _ISSUED and match is not None and _shows(words, start + match.start("by")):
            continue
        if pattern is _TITLED and (_COMPOUND.search(tags) or _IN_SERVICE.search(tags)):
            continue
        if match is not None and _is_inside(words, text, start, start + match.start(group), group):
            low, high = match.span(group)
            if high - low == 1 and group == "name":
                low = len(tags[:low].rstrip("L"))
                return start + low, start + high
            if pattern is _MADE and words.lower[start + high - 1] in (_OF_WIRE if words.upper else _GENERAL):
                continue
            if pattern is _MADE:
                low += words.lower[start + low] in _NEW
            return short_name(words, text, start + low, start + high)
    journal = _IN_JOURNAL.match(tags)
    if journal is not None and words.lower[start + journal.start("by") - 1] in ("in", "the"):
        low, high = journal.span("by")
        if is_outlet(joined(text, words, start + low, start + high)):
            return start + low, start + high
    signed = _BY_NAME.match(tags)
    kind = words.upper and words.lower[end - 2] in _OF_WIRE
    if (
        signed is not None
        and not kind
        and _signs(joined(text, words, start + signed.start("by"), start + signed.end("by")))
    ):
        return start + signed.start("by"), start + signed.end("by")
    return _behind_article(words, text, _outlets_by_kind(words, start, end), end), end


def _maker(words: Words, text: str, start: int, end: int) -> tuple[int, int] | None:
    """The listed body or outlet before its document, whatever that is of: "a | Reuters | survey of police departments"."""
    made = _MADE_OF.match(words.tags, start, end)
    signed = made is not None and _signs(joined(text, words, *made.span("by")))
    return made.span("by") if made is not None and signed else None


def _shows(words: Words, at: int) -> bool:
    """Whether what word `at` opens is what a picture shows or a study looks at: "an image of | a burning bus", "a study of | clinic records"."""
    if words.lower[at - 1] != "of":
        return False
    studied = words.lower[at - 2] in _STUDYING and words.tags[at] not in "DC"
    return studied or words.lower[at - 2] in word_sets()["pictures"]


def _is_land(words: Words, text: str, start: int, end: int) -> bool:
    """Whether a name behind a comma is the land of the town before it, or the town itself: "the mayor of Ayr, | Scotland", "the
    mayor of the capital, | Ayr"."""
    if end - start == 1 and words.lower[start - 2] in word_sets()["towns"]:
        return True
    return words.tags[start - 2] == "C" and fold(joined(text, words, start, end)) in nations()


def _outlets_by_kind(words: Words, start: int, end: int) -> int:
    """Where two outlets' names start behind what they are: "the independent news outlets | Mediazona and Meduza"."""
    named = _TWO_NAMES.search(words.tags, start, end)
    kind = named is not None and words.lower[named.start()] in word_sets()["many_outlets"]
    return named.start() + 1 if named is not None and kind and named.end(1) == end else start


def _behind_kind(words: Words, text: str, start: int, end: int) -> int | None:
    """Where the name of a body with "for" or "against" in it starts behind what it is: "the campaign group | Women for Peace"."""
    named = _KIND_AND_NAME.match(words.tags, start, end)
    if named is None:
        return None
    at = named.start("name")
    kind = noun_kinds().get(words.lower[at - 1]) == "body" and text[words.spans[at - 1][0]].islower()
    inner = words.lower[words.tags.index("P", at)]
    return at if kind and inner in _FOR and text[words.spans[at][0]].isupper() else None


def _listed_behind(words: Words, text: str, start: int, end: int, comma: int) -> tuple[int, int] | None:
    """The listed body in apposition to what it is: "the rights group, | Amnesty International"."""
    named = _LISTED_BEHIND.match(words.tags, start + comma, end)
    if named is None or not _described(words.tags[start : start + comma]):
        return None
    low, high = named.span("name")
    is_known = is_source(joined(text, words, low, high)) or _is_body_in_capitals(words, text, low, high)
    return (low, high) if is_known else None


def _is_body_in_capitals(words: Words, text: str, start: int, end: int) -> bool:
    """Whether words are a body's name by their capitals and its noun: "Port Intel Group"."""
    start += words.tags[start] == "D"
    capitals = all(text[words.spans[at][0]].isupper() for at in range(start, end))
    return (
        end - start > 1 and capitals and not words.upper and noun_kinds().get(words.lower[end - 1]) == "body"
    )


def _listed_at_end(words: Words, text: str, start: int, end: int) -> int | None:
    """Where a listed body's name starts behind what it is ("the rights group | Amnesty International")."""
    for at in range(start + 1, end):
        before = words.lower[at - 1] in _NGOS or (
            words.tags[at - 1] in "NL" and text[words.spans[at - 1][0]].islower()
        )
        if before and text[words.spans[at][0]].isupper() and is_source(joined(text, words, at, end)):
            return at
    return None


def _bearer(words: Words, start: int, end: int) -> int | None:
    """Where the bearer's name starts that ends an office of several words ("the head of the region Ann Roe")."""
    if (behind := _behind_land(words, start, end)) is not None:
        return behind
    office = _OFFICE_OF.match(words.tags, start, end)
    if (
        office is None
        or _IN_SERVICE.search(words.tags, start, end)
        or words.lower[office.start("name")] == "and"
    ):
        return None
    name = office.start("name")
    last = words.lower[name - 1]
    given = words.lower[name] in load_words("given_names") and not words.upper
    return name if words.tags[name - 1] in "NLd" or last in _portfolios() or given else None


def _behind_land(words: Words, start: int, end: int) -> int | None:
    """Where a name starts behind the land of an office: "the UN envoy for Syria | Staffan de Roe"."""
    office = _OFFICE_FOR.match(words.tags, start, end)
    for at in range(office.end() + 1, min(office.end() + 4, end)) if office is not None else ():
        land = " ".join(words.lower[office.end() : at]) if office is not None else ""
        if _FULL_NAME.fullmatch(words.tags, at, end) is not None and fold(land) in nations():
            return at
    return None


def _behind_issue(words: Words, start: int, end: int) -> int | None:
    """Where the outlet starts in "a report in Tuesday's edition of the daily Roe"."""
    return next(
        (
            at + 2
            for at in range(start, end - 2)
            if words.lower[at] in ("edition", "issue") and words.lower[at + 1] == "of"
        ),
        None,
    )


def _behind_article(words: Words, text: str, start: int, end: int) -> int:
    """Where a phrase starts without "its" or the "the" of a name; what points back ("the group") keeps it."""
    if points_back(words, text, start, end, head_of(words, start, end)):
        return start
    while end - start > 1 and words.lower[start] in _ARTICLES:
        if words.lower[start] == "the" and not proper(words, text, start + 1):
            break
        start += 1
    return start


def _is_inside(words: Words, text: str, start: int, at: int, group: str) -> bool:
    """Whether the name found at word `at` of a phrase is the speaker: the issuer ("of", "from", "by") or the bearer of an office."""
    if group == "by":
        if at > start and words.lower[at - 1] == "from":
            return not _is_spot(words, text, at)
        return at == start or words.tags[at - 1] != "P"
    return _titled(words, text, at)


def _is_spot(words: Words, text: str, at: int) -> bool:
    """Whether what follows "reports from" is a spot and nobody who speaks: "the scene", "the site in Ayr"."""
    noun = at + (words.tags[at] == "D")
    name = _NAME.match(words.tags, at)
    if name is not None and not set(_DISTRICTS).isdisjoint(words.lower[name.end() : name.end() + 1]):
        return True  # "A report from Ayr province".
    if words.lower[noun : noun + 1] and words.lower[noun] in _SPOTS:
        return True
    return words.tags[noun : noun + 1] == "x" and words.tags[noun + 1 : noun + 2] not in ("N", "L", "d", "C")


def _titled(words: Words, text: str, name: int) -> bool:
    """Whether the word before a run of capitalised words introduces a name: an office, or a role in lower case."""
    role = words.upper and is_person(words.lower[name - 1])
    return role or words.tags[name - 1] == "L" or text[words.spans[name - 1][0]].islower()


def _described(tags: str) -> bool:
    """Whether a phrase describes rather than names: it ends in an office or role, or starts with an article."""
    return tags[:1] in "D#" or "L" in tags or tags[-1:] in "NL" or _ROLE_IN.search(tags) is not None


def _signs(name: str) -> bool:
    """Whether a name before a document is its issuer's: a listed body or outlet, or initials."""
    return is_source(name) or is_outlet(name) or (name.isupper() and name.isalpha() and len(name) > 2)


@cache
def _portfolios() -> frozenset[str]:
    return frozenset(load_pack("reporting")["bodies"]["portfolios"])


def short_of_role(words: Words, text: str, start: int, end: int) -> int:
    """Where a name ends when its bearer's role follows without a comma ("Jane Roe head of the clinic")."""
    role = _ROLE_BEHIND.match(words.tags, start, end)
    return role.end() if role is not None and text[words.spans[role.end()][0]].islower() else end
