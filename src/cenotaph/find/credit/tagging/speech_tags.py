"""A sentence as words and a string of one-letter tags, so that who-says-what is a matter of regexes over the tags.

Tags: V reporting verb, G its participle, Q citing verb, t toll verb, u "accused", D determiner, # number, I pronoun,
W "we", w relative, T "that", P preposition, o "of", y "by", A "according", S subordinator, & "and"/"or", H perfect
auxiliary, b form of be or a negation, M modal, R adverb or time word, N noun that can speak, d document, L title,
C capitalised, s possessive, K other verb, x anything else, | a break between sentences that stand run together;
and , ; : - < > " as themselves. Glosses in brackets are passed over: "the Front [FMLN]", "the Observatory (SOHR)".
"""

import re
from functools import cache, lru_cache

from cenotaph.find.credit.naming.phrases import demonyms
from cenotaph.find.credit.tagging.cutting import word_matches
from cenotaph.find.credit.tagging.datelines import months, without_dateline
from cenotaph.find.credit.tagging.dates import with_dates
from cenotaph.find.credit.tagging.documents import describes, is_paper, is_study
from cenotaph.find.credit.tagging.hidden_names import (
    capital_runs,
    numbered,
    services,
    unit_numbers,
    unquoted_names,
    with_names,
)
from cenotaph.find.credit.tagging.long_names import with_and
from cenotaph.find.credit.tagging.titles import without_titles
from cenotaph.find.credit.tagging.verb_groups import (
    GOING,
    MAKING,
    STRESSING,
    as_one,
    ascertained,
    called_to_say,
    gone_on,
    made_known,
    stressed,
)
from cenotaph.find.credit.tagging.verb_or_noun import settled
from cenotaph.find.credit.tagging.word_table import (
    describing_words,
    holding_words,
    nounlike,
    odd_names,
    of_only,
    tag_table,
    trigger_words,
    word_sets,
)
from cenotaph.find.credit.tagging.words import Words
from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.text.small import letters
from cenotaph.language import load_pack, load_words
from cenotaph.model import Span

_BRACKETS = ("(", "[")
# Tags that a capital inside a sentence puts in doubt: "Said" may be a name.
_DOUBTED_CAPITALS = frozenset("VGtuQMKx")
# A sentence without a word in small letters is set in capitals, as old wire copy is.
_SMALL = re.compile(r"\b[a-z]{3}")
# A name that goes on with a figure: "the Channel 24 news agency".
_NUMBERED = re.compile(r"(?<=DC)#(?=x{0,2}N)|(?<=DCC)#(?=x{0,2}N)")
# Names that look like participles: "Mohammed", "Khaled", "Saeed", "Fred".
_GIVEN_NAME = re.compile(r"(?:hamm?ed|hmed|[as]yed|haled|ajed|aeed|rashed|fahed|[nj]aved|^reed|fred|^ted)$")
# "The port's | confirmed | death toll", "the port's | monthly | count".
_OF_COUNT = re.compile(r"(?<=s)[KVR](?=[xN]{0,2}d)")
_MARKS = {"“": "<", "”": ">", "–": "-", "—": "-", "‘": "<", "'": "<", ".": "|"}
_FIGURED = re.compile(r"\d+(?:st|nd|rd|th)")
# A dateline is no longer.
_DATELINE_WORDS = 16
_VOUCHING = frozenset(("saw", "established"))
_SHORT_NAME = 5  # Letters: "Emily,", "Italy," and "Sicily," stand first seldom, "Separately," often.


def tag_words(text: str, span: Span) -> Words:
    """The tagged words of `text[span]`; spans count from the start of `text`."""
    matches = word_matches(text, span)
    if any(match.group() == "-" for match in matches) and "--" in text:
        matches = [
            match for match in matches if match.group() != "-"
        ]  # "CEASE - FIRE", where a dash is "--".
    raw = [match.group() for match in matches]
    spans = [match.span() for match in matches]
    lower = [word.lower() for word in raw]
    upper = _SMALL.search(text, span.start, span.end) is None
    tags = list(map(tag_table().get, lower))
    for at, tag in enumerate(tags):
        if tag is None or (tag in _DOUBTED_CAPITALS and at and not upper and raw[at][0].isupper()):
            tags[at] = _by_shape(raw[at], lower[at], tag, upper)
        elif tag == "V" and lower[at] in of_only() and lower[at + 1 : at + 2] != ["of"]:
            tags[at] = "K"
        elif lower[at] in _VOUCHING and _vouches(lower, at):
            tags[at] = "V"
        elif tag in ("w", "b") and not upper and raw[at].isupper():
            tags[at] = "C"  # The WHO, IS.
        elif tag == "W" and raw[at][:3] == "WHO" and not upper:
            tags[at] = "s"
        elif lower[at] == "most" and lower[at + 1 : at + 2] == ["recent"]:
            tags[at] = "x"
        elif tag == "S" and lower[at] == "since" and tags[at - 1] == "H":
            tags[at] = "R"  # "Has since claimed".
        elif tag == "S" and lower[at] == "so" and lower[at + 1 : at + 2] == ["far"]:
            tags[at] = "R"  # "Has so far claimed".
        elif tag == "d" and lower[at] in describing_words() and not is_paper(lower, at):
            tags[at] = "x"
        elif lower[at] == "paper" and is_study(lower, at):
            tags[at] = "d"  # "A working paper".
        elif lower[at] in ("daily", "weekly") and tag_table().get("".join(lower[at + 1 : at + 2])) == "d":
            tags[at] = "x"  # "Its weekly bulletin".
        elif tag == "V" and at and lower[at].endswith("ed") and describes(tags, lower, at):
            tags[at] = "x"  # "A detailed study".
        if (
            tags[at] == "K"
            and at
            and lower[at] in holding_words()
            and tags[at - 1] == "C"
            and lower[at + 1 : at + 2] != ["on"]
        ):
            tags[at] = "x"  # "Houthi owned media".
    if upper and tags:
        tags = _plain_words(months(tags, lower) if "may" in lower else tags, lower)
    documents = tags[1:2] == ["d"] or (tags[1:2] == ["V"] and lower[1] in nounlike())
    shouted = not upper and raw[:1] and raw[0].isupper() and lower[0] not in _common()
    if tags[:1] == ["C"] and documents and lower[0].endswith("ed") and not shouted:
        tags[0] = "x"  # "Leaked documents", "UNCONFIRMED reports".
    if (
        tags[:1] == ["C"]
        and "-" not in lower[0]
        and _GIVEN_NAME.search(lower[0]) is None
        and lower[0].endswith(("ing", "ed"))
        and tags[1:2] != ["C"]
        and (upper or not raw[0].isupper())
    ):
        tags[0] = "K"
    if tags[:3] == ["R", "C", ","] and lower[0].endswith("day"):
        tags[0] = "C"  # "Sunday Roe, the commissioner, said".
    if tags[:2] == ["C", ","] and lower[0].endswith("ly") and len(lower[0]) > _SHORT_NAME:
        tags[0] = "R"  # "Separately, it reported".
    found = Words(spans, lower, "".join(filter(None, tags)), upper)
    if "v" in found.tags or not nounlike().isdisjoint(lower):
        found = settled(found, text)
    if "both" in lower or "each" in lower:
        found = found._replace(tags=as_one(found))
    if '"' in found.tags or "<" in found.tags:
        found = unquoted_names(found, text)
    if "intelligence" in found.lower:
        found = found._replace(tags=services(found))
    if "no" in found.lower:
        found = found._replace(tags=unit_numbers(found, text))
    if not odd_names().keys().isdisjoint(lower):
        found = found._replace(tags=with_names(found, raw))
    if not upper:
        found = found._replace(tags=capital_runs(found, raw))
    if "s" in found.tags:
        found = found._replace(tags=_OF_COUNT.sub("x", found.tags))
    if "&" in found.tags:
        found = found._replace(tags=with_and(found, raw))
    if not word_sets()["ascertain"].isdisjoint(lower):
        found = found._replace(tags=ascertained(found))
    if "on" in lower and not GOING.isdisjoint(lower):
        found = found._replace(tags=gone_on(found))
    if not STRESSING.isdisjoint(lower):
        found = found._replace(tags=stressed(found))
    if "T" in found.tags and not (word_sets()["opinions"] | word_sets()["repeating"] | MAKING).isdisjoint(
        lower
    ):
        found = found._replace(tags=made_known(found))
    if "T" in found.tags and not word_sets()["calling"].isdisjoint(lower):
        found = found._replace(tags=called_to_say(found))
    if "RL" in found.tags and "first" in lower:
        found = found._replace(tags=_firsts(found))
    if "#L" in found.tags or "s#" in found.tags:
        found = found._replace(tags=_ordinals(found))
    if "C#" in found.tags or "N#" in found.tags:
        found = found._replace(tags=numbered(found, raw, _NUMBERED.sub("C", found.tags)))
    return without_titles(with_dates(without_dateline(found, text)), text)


def _plain_words(tags: list[str | None], lower: list[str]) -> list[str | None]:
    """The tags of copy in capitals with common words as no names, unless a name goes on in them: "THE SAME UNIT".

    The word that opens a sentence may be anybody, as in any copy, unless a document follows ("INITIAL REPORTS").
    """
    found = list(tags)
    first = tags.index("-", 0, _DATELINE_WORDS) + 1 if "-" in tags[:_DATELINE_WORDS] else 0
    for at in range(first, len(tags)):
        opens = at == first and not (
            tags[at + 1 : at + 2] == ["d"] or not nounlike().isdisjoint(lower[at + 1 : at + 2])
        )
        office = found[at - 2 : at] == ["N", "o"] and tags[at + 1 : at + 2] in (["V"], ["-"])
        if office:
            continue  # "THE DEPARTMENT OF HEALTH SAID".
        if tags[at] == "C" and not opens and found[at - 1 : at] != ["C"] and _is_plain(lower[at]):
            found[at] = "x"
        elif (
            tags[at] == "P"
            and lower[at - 1 : at] == ["the"]
            and (lower[at] == "up" or tags[at + 1 : at + 2] in (["V"], ["H"]))
        ):
            found[at] = "C"  # "THE UP SAID".
    return found


@lru_cache(20_000)
def _is_plain(word: str) -> bool:
    """Whether a word in capitals is a common one, and no nation's adjective, nor one that people are named with."""
    lex = lexicon()
    known = word in lex.common and word not in lex.rare
    named = word in demonyms() or word in load_words("word_names") or word in load_words("given_names")
    return known and not named


@cache
def _common() -> frozenset[str]:
    """The words that are common in news."""
    bands = load_pack("word_frequencies")["band"]
    return frozenset(word for band in bands for word in band["words"].split()) | {"unconfirmed"}


def _ordinals(words: Words) -> str:
    """The tags with "1st" in "1st Lt." as part of the rank, and "5th" in "the town's 5th brigade" as no count."""
    tags = list(words.tags)
    for at in range(len(tags) - 1):
        if tags[at] == "#" and tags[at - 1] == "s" and _FIGURED.fullmatch(words.lower[at]) is not None:
            tags[at] = "x"
        if (
            tags[at] == "#"
            and tags[at + 1] == "L"
            and words.lower[at] in ("1st", "2nd", "3rd", "first", "second")
        ):
            tags[at] = "L"
    return "".join(tags)


def _firsts(words: Words) -> str:
    """The tags with "first" as part of an office: "the first lady", "the First Deputy Minister"."""
    pairs = zip(words.tags, words.tags[1:] + " ", words.lower, strict=True)
    return "".join("L" if word == "first" and behind == "L" else tag for tag, behind, word in pairs)


def _vouches(lower: list[str], at: int) -> bool:
    """Whether a word that mostly tells of something else is one of saying here: "reporters saw", "has established that"."""
    if lower[at] == "saw":
        return at > 0 and lower[at - 1] in word_sets()["seers"]
    return lower[at + 1 : at + 2] == ["that"]


def may_credit(text: str, span: Span) -> bool:
    """Whether a sentence holds any word that a credit hangs on; a quick look before the words are tagged."""
    return not trigger_words().isdisjoint(letters(text)[span.start : span.end].split())


_MEASURE = re.compile(r"\d+-(?!year)[a-z]+")  # "A 40-page report".
_CHANNEL_NAME = re.compile(r"\d{1,2}(?:News|Media|Live)\w*(?:\.\w+)*")


@lru_cache(20_000)
def _by_shape(word: str, low: str, tag: str | None, upper: bool) -> str:
    """The tag of a word that no list holds, by its look."""
    first = word[:1]
    if not word or first in _BRACKETS:
        return "|"
    if not first.isalnum():
        return _MARKS.get(word, "-" if first == "-" else first)
    if first.isdigit():
        if _MEASURE.fullmatch(low) is not None:
            return "x"
        return "C" if _CHANNEL_NAME.fullmatch(word) is not None else "#"
    if low.endswith(("'s", "’s", "s'", "s’", "z'", "z’", "x'", "x’")):
        return "s"
    if tag is not None:
        return "v" if tag == "V" else "C"
    if first.islower() and low in word_sets()["kept"]:
        return "d"  # "The port's register", no "Security Tracker".
    if low.startswith(("mid-", "early-", "late-")):
        return "R"  # "In mid-August".
    if low.endswith("ly") and len(low) > 4 and (upper or first.islower()):
        return "R"
    if (upper or first.islower()) and low.endswith(("ed", "ing")) and "-" not in low and len(low) > 4:
        return "K"
    return "C" if first.isupper() or word[1:2].isupper() or low.startswith(("al-", "el-")) else "x"
