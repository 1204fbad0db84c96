"""What a source is by its words alone: its kind, and whether the words name anybody."""

import re
from functools import cache, lru_cache

from cenotaph.language import load_pack, load_words
from cenotaph.trace import source_words
from cenotaph.trace.naming import common_words, folded_name, folded_tokens
from cenotaph.trace.source import CARRIERS, SourceKind
from cenotaph.trace.states import names_nation, nation_in

_POST = re.compile(
    r"(?:[Aa]n? |[Tt]he )?(?:[a-z-]+ ){0,2}(?:post|tweet|message|update|thread|release|bulletin)\b"
)
_PAGE = re.compile(
    r"(?:[Aa]n? |[Tt]he )?(?:[\w-]+ ){0,2}(?:channel|page|account|website|press service|press office|press centre|media office) of (?:the )?([A-Z].*)$"
)
_MADE_BY = re.compile(r"^[^A-Z]*\w.* by (?:the )?([A-Z][\w.'’&/-]*(?: [\w.'’&/-]+)*)$")
_MADE_FROM = re.compile(
    r"[^A-Z]*\w.* from (?:the )?([A-Z][\w.'’&/-]*(?: (?:(?:of|for|and|the) )*[\w.'’&/-]+)*)"
)
_KEPT_BY = re.compile(
    r"^(?:[Tt]he )?([A-Z][\w.&/-]*(?: [A-Z][\w.&/-]*){0,4})['’]s (?:[a-z-]+ ){0,4}(?:system|database|platform|tally|count|register|registry|tracker|dashboard|list|log|records|data|figures|monitoring)(?: (?:for|of|on) [a-z ]+)?$"
)
_MADE_IN_FRONT = re.compile(r"^(?:[Aa]n? |[Tt]he )?((?:[A-Z][\w.&/-]*)(?: [A-Z][\w.&/-]*)+)(?: [a-z-]+)+$")
_FOR_A_CAUSE = re.compile(r"(?:[Tt]he )?[A-Z][a-z]+ for (?:the )?[A-Z]")
_NO_NAMES = frozenset(("TV", "FM"))
_SPOKESMAN = re.compile(
    r"(?:[Aa]n? |[Tt]he )?spokes(?:man|woman|person|people) for (?:the )?([A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,5})"
)
_ONE = re.compile(r"(?:an?|one|another|the (?:\w+ ){0,2}\w+['’]s|its) ", re.IGNORECASE)
_UN = "un"
_WORD = re.compile(r"[\w&.+]+(?:['’-][\w]+)*")
# "The New York-based organisation" is not named by where it is.
_BASED = re.compile(
    r"(?:[A-Z][\w.]* ){0,2}[A-Z][\w.]*-(?:based|run|led|owned|backed|funded|linked|controlled|aligned)\b"
)


@lru_cache(5_000)
def kind_of(name: str) -> SourceKind:
    """The kind by the head noun ("a doctor at the main hospital"), else by any other word; "unknown" where none tells."""
    head, rest = ([folded_name(word) for word in words] for words in _head_and_rest(name))
    plain = [word for word in reversed(head) if word not in source_words.anybody()]
    if _UN in head and source_words.kinds().get(head[-1]) not in ("document", "footage"):
        return "UN"
    is_office = len(head) > 1 and head[-1] == "agency" and head[-2] in source_words.public_tasks()
    for word in (*plain, *reversed(head), *rest):
        kind = source_words.kinds().get(word)
        if kind is not None and not (is_office and kind == "agency"):
            is_body = kind in CARRIERS and head[-1] in source_words.associations()
            return "NGO" if is_body or _names_itself(name) else kind
    leads_place = head[-1:] == ["head"] and not source_words.place_nouns().isdisjoint(rest)
    return "official" if is_office or leads_place else "unknown"


def _names_itself(name: str) -> bool:
    """Whether a body goes by a noun for one person: "Myanmar Witness", not "Eye Witness"."""
    head, _ = _head_and_rest(name)
    is_title = (
        len(head) > 1 and head[-1] in source_words.titled() and all(word[:1].isupper() for word in head)
    )
    first = folded_name(head[0]) if is_title else ""
    return bool(first) and first not in common_words()


@lru_cache(5_000)
def is_named(name: str) -> bool:
    """Whether the words name a person or body ("Ihor Taran", "Lviv police"), and do not only describe ("Lviv doctors")."""
    head, _ = _head_and_rest(_BASED.sub("", name))
    if not head:
        return False
    last = head[-1]
    proper = [word for word in head if _is_proper(word) and word not in _NO_NAMES]
    if _names_itself(name) or _is_body_of_name(name) or _is_for_a_cause(name, last):
        return True
    if (
        folded_name(last) in source_words.kinds()
        and folded_name(last) not in source_words.bodies()
        and _is_all_common(head)
    ):
        return False
    if last.islower():
        return bool(proper) and folded_name(last) in source_words.bodies()
    return bool(proper) and (len(head) > 1 or folded_name(last) not in source_words.kinds())


def _is_for_a_cause(name: str, noun: str) -> bool:
    """Whether a group is named by what it is for: "Foundation for Justice, Development and Peace"."""
    return _FOR_A_CAUSE.match(name) is not None and source_words.kinds().get(folded_name(noun)) == "NGO"


def _is_body_of_name(name: str) -> bool:
    """Whether words name a body by where it is or whom it serves: "the resistance committee of Ayr", "Chad's mission to the UN"."""
    found = _BODY_OF.fullmatch(name)
    return found is not None and folded_name(found["noun"]) in source_words.bodies_by_name()


def _is_all_common(words: list[str]) -> bool:
    """Whether words with capitals are all common ones, as in a headline: "Top Commander"."""
    return all(
        folded_name(word) in common_words() or folded_name(word) in source_words.kinds() for word in words
    )


@lru_cache(5_000)
def person_in(name: str) -> str:
    """The person's name at the end of a name with what he is before it ("army spokesman Ihor Taran", "Lt. Gen. Taran",
    "the head of the Lviv Council Ihor Taran"), without where he wrote it; the name itself where there is no more to it."""
    name = source_words.platform().sub("", name)
    if source_words.of_somebody().match(name):
        return name
    words = name.split()
    for size in (2, 3):
        tail = words[-size:]
        if (
            len(words) > size + 1
            and tail[0].lower() in load_words("given_names")
            and all(map(_is_of_a_person, tail))
            and any(
                folded_name(word) in source_words.roles() or folded_name(word) in source_words.ranks()
                for word in words[:-size]
            )
        ):
            return " ".join(tail)
    for at in range(len(words) - 1, 0, -1):
        rest = words[at:]
        if not all(map(_is_of_a_person, rest)):
            break
        if len(rest) in (2, 3) and _ends_in_nation(words[:at]) and has_role(name):
            return " ".join(rest)
        is_rank = folded_name(words[at - 1]) in source_words.ranks()
        if len(rest) > (0 if is_rank else 1) and rest[-1][:1].isalpha() and _is_role(words[:at]):
            return " ".join(rest)
    return name


def _ends_in_nation(words: list[str]) -> bool:
    """Whether words of an office end in the state whose it is: "the Minister of Health of Chad"."""
    return len(words) > 2 and any(names_nation(" ".join(words[-size:])) for size in (1, 2, 3))


def _is_role(words: list[str]) -> bool:
    """Whether words before a name say what the person is."""
    last = folded_name(words[-1])
    people = last in source_words.kinds() and last not in source_words.bodies() and words[-1].islower()
    heads = last in source_words.bodies() and any(folded_name(word) in source_words.roles() for word in words)
    return (
        people
        or heads
        or (last in source_words.ranks() and bool(last))
        or (last in source_words.roles() and words[-1].islower())
    )


def _is_of_a_person(word: str) -> bool:
    """Whether a word may stand in a person's name: capital or particle, and no kind of source."""
    plain = word.removeprefix("al-").removeprefix("el-")
    return (plain[:1].isupper() and folded_name(word) not in source_words.kinds()) or word in (
        "al",
        "bin",
        "de",
        "van",
        "der",
        "von",
    )


@lru_cache(5_000)
def maker_of(name: str) -> str | None:
    """Who made a document that is credited: "a post to Telegram by Nexta", "a Valley Tracker report"; None where none is named
    or it is no document."""
    page = _PAGE.match(name)
    if page is not None:
        return page[1]
    kept = _KEPT_BY.match(name)
    if kept is not None:
        return kept[1]
    if kind_of(name) not in ("document", "footage") and _POST.match(name) is None:
        return None
    behind = _MADE_BY.search(name) or _from_body(name)
    if behind is not None:
        return behind[1]
    before = _MADE_IN_FRONT.match(name)
    if (
        before is None
        or nation_in(folded_tokens(before[1])) is not None
        or not is_named(f"{before[1]} report")
    ):
        return None
    return before[1]


def _from_body(name: str) -> re.Match[str] | None:
    """What a document comes from, if that is a body and no place: "a brief from the | Harbour Institute"."""
    found = _MADE_FROM.fullmatch(name)
    is_one = found is not None and (
        is_body(found[1]) or (found[1].isupper() and nation_in(folded_tokens(found[1])) is None)
    )
    return found if is_one else None


_BODY_OF = re.compile(
    r"(?:[Tt]he |(?:[A-Z][\w-]*['’]s ))?(?:[a-z-]+ ){0,2}(?P<noun>[a-z]+) (?:of|to|in|at) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}"
)


def body_of_researchers(name: str) -> str | None:
    """The body whose researchers or analysts speak for it: "Yale" for "researchers at Yale"."""
    found = _researchers().match(name)
    return found[1] if found is not None and is_named(found[1]) else None


def whose_spokesman(name: str) -> str | None:
    """For whom a spokesman without a name speaks: "Ann Roe" for "a spokeswoman for Ann Roe"; nobody for one who serves a person of
    rank, or for a state, which has many."""
    found = _SPOKESMAN.fullmatch(name)
    if found is None or source_words.of_somebody().match(name) or names_nation(found[1]):
        return None
    return found[1] if is_named(found[1]) else None


def has_role(name: str) -> bool:
    """Whether words for a person say what he is at the head of, or his office: "the head of the port", "mayor"."""
    head, _ = _head_and_rest(name)
    return bool(head) and any(
        folded_name(word) in source_words.roles() or folded_name(word) in source_words.ranks()
        for word in head
    )


def is_one_outlet(name: str) -> bool:
    """Whether words describe one outlet or agency without its name ("a pro-government tabloid")."""
    return _ONE.match(name) is not None and kind_of(name) in CARRIERS and not is_named(name)


def is_somebody(name: str) -> bool:
    """Whether a name is that of anybody at all, and not of footage or papers alone: "a video shows that two died" has yet to tell whose word that is."""
    return is_named(name) or kind_of(name) not in ("footage", "document")


def is_body(name: str) -> bool:
    """Whether a name ends in a noun for a body ("Valley Resistance Committee")."""
    head, _ = _head_and_rest(name)
    return bool(head) and folded_name(head[-1]) in source_words.bodies()


def head_noun(name: str) -> str:
    """The noun that says what a body is, folded: "group" in "the Valley Response group at the port"; "" where there is none."""
    head, _ = _head_and_rest(name)
    return folded_name(head[-1]) if head else ""


def words_of_head(name: str) -> list[str]:
    """The words before the first preposition of a name: "the Ayr committee" in "the Ayr committee for exchanges"."""
    return _head_and_rest(name)[0]


def is_anyone(name: str) -> bool:
    """Whether the words are those for one person among many: "a military official", "the officer"."""
    head, _ = _head_and_rest(name)
    return bool(head) and folded_name(head[-1]) in source_words.one_of_many()


def is_stand_in(name: str) -> bool:
    """Whether the words only stand for a body named elsewhere: "a monitor", "the Britain-based monitoring group"."""
    folded = folded_name(name)
    return any(folded == words or folded.endswith(f" {words}") for words in source_words.stand_ins())


def _is_proper(word: str) -> bool:
    """Whether a word is a name's: it has a capital, and is no nation and no common noun at a sentence's beginning."""
    if word.islower() or not any(letter.isalpha() for letter in word) or source_words.stance().match(word):
        return False
    folded = folded_name(word)
    return bool(folded) and folded not in source_words.common() and nation_in(folded_tokens(word)) is None


def _head_and_rest(name: str) -> tuple[list[str], list[str]]:
    """The words before the first preposition, and those behind it."""
    words = _WORD.findall(name)
    for number, word in enumerate(words):
        if number and word in source_words.prepositions():
            return words[:number], words[number + 1 :]
    return words, []


@cache
def _researchers() -> re.Pattern[str]:
    nouns = "|".join(load_pack("sources")["words"]["researchers"])
    return re.compile(
        rf"(?:(?:[Tt]he|a|an|some) )?(?:[\w-]+ ){{0,2}}(?i:{nouns}) (?:at|from|with|of) (?:the )?([A-Z].*)$"
    )
