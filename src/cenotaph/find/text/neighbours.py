"""Tags that only the words beside them settle: names in capitals, nouns that look like verbs, surnames."""

import re
from collections.abc import Container, Sequence
from functools import cache

from cenotaph.find.counts.numerals import number_words
from cenotaph.find.text.lexicon import lexicon
from cenotaph.language import load_pack, load_words

_TITLES = frozenset("VJTM")
_BEFORE_NOUNS = frozenset("DAJTQPo'")
_BEFORE_CAPTIVES = frozenset("QAJTDh")
_BEHIND_CAPTIVES = frozenset("MBSKI'")  # "The American hostage was", but "held the American hostage".
_SEVERAL = frozenset(("dozen", "dozens", "scores", "hundreds", "several"))
_CAPTIVES = frozenset(("hostage", "prisoner", "captive"))
_SURNAME_TAGS = frozenset("MNfVGJ")
_UNSETTLED = frozenset("fxkhQURCH")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")  # "In 1986 Omar Said was killed".
_BODIES = frozenset(("body", "bodies"))
_ARTICLES = frozenset("ADQ")
_COUNTING = frozenset("QDA")
_DESCRIBED = _COUNTING | frozenset("boP")
_IN_COMPOUNDS = frozenset("NJVMW")
_ORDINALS = frozenset(("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"))
_HARMING = frozenset(("K", "k", "x"))
_OF_A_PERSON = frozenset(("B", "S", "K", "I", "."))  # Behind "a third".
_ENDING = frozenset(
    ("", "B", "S", ".", ",", ";", ")", "P", "c", "&")
)  # "Bullet wounds", but "blast wounds five".
_SEIZING = frozenset(("seized", "seizing", "seize", "seizes"))  # Things in the plural, sooner than a man.
_HOW = frozenset(("a", "J"))
_SPANS = frozenset(("days", "weeks", "months", "hours", "minutes", "years"))
_NOUNS_TOO = frozenset(("strikes", "hits", "causes"))
_EMPHATIC = frozenset(("himself", "herself", "themselves", "itself"))
_EITHER = frozenset(
    (
        "fighting",
        *_ORDINALS,
        *_NOUNS_TOO,
        *_SPANS,
        *_EMPHATIC,
        "last",
        "some",
        "shot",
        "top",
        "most",
        "there",
        "amount",
        "ago",
        "mostly",
        "mainly",
        "largely",
        "predominantly",
        "may",
        "elderly",
    )
)
_DESCRIBABLE = frozenset("JTMNVvYGHCEaK,")
_COUNTED = frozenset("MNEHF")
_NAMED = frozenset("MVv")
_AUXILIARIES = frozenset("SBm")
_DOING = frozenset("BKIWR")
_NAMES = frozenset("MGNJT")
_CHIEFLY = frozenset(("mostly", "mainly", "largely", "predominantly"))
_PERSONS = frozenset("vVYT")
_FIGHTERS = frozenset("vVY")
_COUNTED_PERSONS = frozenset("vVYTOKWQ,")
_AGED = frozenset(("aged", "ages", "age"))
_LEFT_SO = frozenset(("unsolved", "unpunished", "hospitalized", "hospitalised"))  # Behind "remains".
_REMAINING = frozenset("MVvN,)")
_DONE = frozenset(("K", "I", "h"))  # "Nine wounded there": in that place.


def settled(tags: list[str], words: list[str]) -> str:
    """The tags with those settled that wait for their neighbours, as one string."""
    out = list(tags)
    last = len(tags) - 1
    for at, tag in enumerate(tags):
        if tag not in _UNSETTLED and len(tag) == 1 and words[at] not in _EITHER:
            continue
        if words[at] in _CHIEFLY:
            out[at] = (
                "i"
                if at < last and tags[at + 1] in _PERSONS and at and tags[at - 1] in _COUNTED_PERSONS
                else tag
            )
            continue
        if words[at] == "ago":
            _as_time(out, at)
            continue
        before, after = out[at - 1] if at else "", tags[at + 1] if at < last else ""
        if before == "T" and words[at] == "fighting" and at > 1 and out[at - 2] in _COUNTING:
            before = "Y"  # "A Dane fighting with".
        if words[at] in _ORDINALS and before == "A" and out[at - 2 : at - 1] and out[at - 2] in _HARMING:
            out[at] = (
                "V" if after in _ENDING and after != "&" else tag
            )  # "Killing six and capturing a seventh, ...".
            continue
        if words[at] in _ORDINALS and before == "A" and after == "," and tags[at + 2 : at + 3] == ["r"]:
            out[at] = "V"  # "A fourth, who was hit in the chest, died".
            continue
        if len(tag) == 2:
            seized = before in _HARMING and words[at - 1] in _SEIZING and words[at].endswith("s")
            raw = tags[at - 1] if at else ""
            tag = out[at] = tag[1] if seized else _name_or_noun(tag, raw, before, after)
        if tag == "R":
            out[at] = (
                "J" if words[at] == "alleged" and before in _DESCRIBED else "R"
            )  # "Five alleged rebels".
        elif tag == "U":
            out[at] = "e" if before == "P" and after == "M" and _YEAR.fullmatch(words[at]) else "U"
        elif tag == "Q":
            out[at] = "V" if _is_one_more(words, at) else "U" if _is_second_age(tags, words, at) else "Q"
        elif tag in "CH":
            out[at] = "B" if _remain(tags, words, at) else "N" if _is_no_remains(tags, words, at) else tag
        elif not (tag == "h" and before == "Q" and _is_held(words, at)):
            out[at] = _by_neighbours(tag, words[at], before, after)
    return "".join(out)


def _as_time(tags: list[str], ago: int) -> None:
    """Tag "11 days ago" as a time, like "yesterday"."""
    if ago > 1 and tags[ago - 1] == "N" and tags[ago - 2] in ("U", "Q", "A"):
        tags[ago - 2 : ago + 1] = "eee"


def _remain(tags: list[str], words: list[str], at: int) -> bool:
    """Whether "remains" is a verb behind people: "Omar Said remains in captivity", "the murder of Omar Said remains unsolved"."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    told = tags[at + 1 : at + 2] == ["h"] or behind in _LEFT_SO
    return words[at] == "remains" and at > 0 and tags[at - 1] in _REMAINING and told


def _is_no_remains(tags: list[str], words: list[str], at: int) -> bool:
    """Whether "bodies" are offices, or "remains" a verb ("the front remains quiet")."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    if words[at] in _BODIES:
        return (at > 0 and words[at - 1] in _offices()) or behind in _no_bodies()
    before = tags[at - 1] if at else ""
    after = tags[at + 1] if at + 1 < len(tags) else "."
    if before in ("T", "J") and "Q" in tags[max(0, at - 3) : at]:
        return False  # "Accepted 41 Russian remains".
    return words[at] == "remains" and before not in _ARTICLES and after in ("." if before == "N" else "JaPA")


def _is_held(words: list[str], at: int) -> bool:
    """ "took 250 hostage" tells what was done to them, "one hostage" who it was."""
    if at == 0 or words[at] not in _CAPTIVES:
        return False
    number = words[at - 1].rpartition(" ")[2]
    if number in ("1", "one"):
        return False
    return number[:1].isdigit() or number in _SEVERAL or number in number_words()


def _is_one_more(words: list[str], at: int) -> bool:
    """ "A clerk was killed and a second one was hurt"; but "the second one" is told already."""
    return words[at] == "one" and at > 1 and words[at - 2] == "a" and words[at - 1] in _ORDINALS


def _is_second_age(tags: list[str], words: list[str], at: int) -> bool:
    """The second of two ages: "aged 6 and 7"."""
    return at > 2 and tags[at - 1] == "&" and tags[at - 2] == "U" and words[at - 3] in _AGED


def _name_or_noun(tag: str, raw_before: str, before: str, after: str) -> str:
    if tag[0] == "G":
        return (
            "M" if before == "M" or after in ("M", "CV") or after[:1] == "G" and len(after) == 2 else tag[1]
        )
    if tag[0] == "C":
        return "M" if before == "M" and after not in ("M", "CV") else "V"
    if tag == "Ra":
        return "a"  # "ADAM ROE HEROICALLY FELL".
    if after in (",", "'") and (tag[0] == "O" or before in ("r", "")):
        return "M"
    if tag[0] == "R" and before in ("K", "k", "x"):
        return "M"
    return "M" if before == "M" or after == "M" or raw_before[:1] == "R" and len(raw_before) == 2 else tag[1]


def _by_neighbours(tag: str, word: str, before: str, after: str) -> str:
    if tag == "f":
        if after == "M" and before in _TITLES:
            return "M"
        if after in _AUXILIARIES and before in _NAMES:
            return "N"  # "Protesters in the Amini rallies have been killed".
        described = before in ("M", "K") and after == "N"  # "Rebels seized draft papers".
        described = described or (before == "V" and after in (",", "."))  # "A tourist draw, ...".
        return "N" if before in _BEFORE_NOUNS or described else "W"
    if tag in "xk" and word in lexicon().events:
        behind = before == "'" or (before == "D" and after == "o")
        behind = behind or (
            tag == "x" and (before in _BEFORE_NOUNS or after == "o") and not before == after == "Q"
        )
        behind = behind or (word == "wounds" and before in _IN_COMPOUNDS and after in _ENDING)
        return "E" if behind else tag
    if word == "most":
        return "a" if after == "J" else tag  # "Their most senior officer".
    if word == "may":
        return "e" if before in ("U", "P") else tag  # "SAN SALVADOR, 2 MAY 90", "IN MAY".
    if word == "elderly":
        return tag if after in _DESCRIBABLE else "v"  # "Women, children and elderly".
    if word == "there":
        return "a" if before in _DONE and after not in ("B", "S", "m") else tag  # "Nine were killed there".
    if word == "amount":
        return "W" if after == "t" and before != "D" else tag  # "Victims of violence amount to 900".
    if word == "top":
        return "W" if after == "Q" and before in _COUNTED else tag  # "Losses near Ayr top 1,000".
    if word == "fighting":
        return (
            "w" if before in _FIGHTERS and after in ("P", "+") else tag
        )  # "Two Danes fighting with the rebels".
    if word in _NOUNS_TOO:
        return (
            "N" if before in _BEFORE_NOUNS and before not in ("T", "J", "A") else tag
        )  # "Killed in the strikes".
    if word == "last":
        return "e" if after == "e" else tag  # "Kidnapped last Tuesday by rebels".
    if word == "some":
        return "a" if before == "K" and after in _HOW else tag  # "Dozens wounded some seriously".
    if word in _EMPHATIC:
        named = before in _NAMED and after in _AUXILIARIES  # "Said himself was abducted".
        return "a" if named or (before in _AUXILIARIES and after in _DOING) else tag  # "Was himself killed".
    if word in _SPANS:
        return "e" if before == "v" else tag  # "Kidnapped 25 girls days after the truce".
    if word in _ORDINALS and before == "A":
        return "V" if after in _OF_A_PERSON else tag  # "One was killed and a second was hurt".
    if word == "shot" and before in _ARTICLES and after in _ENDING | {"t"}:
        return "N"  # "Killed by a shot to the head".
    if tag == "h" and word in _CAPTIVES and before in _FIGHTERS:
        return "V" if after in _BEHIND_CAPTIVES else tag
    return "V" if tag == "h" and word in _CAPTIVES and before in _BEFORE_CAPTIVES else tag


def with_surnames(tags: str, words: list[str]) -> str:
    """In capitals, up to two nouns behind a given name are its surname ("DIEGO MORALES"), and a noun between a person's
    title and a name is a given name ("MAYOR NAPOLEON VILLAFUERTE")."""
    out, given = list(tags), load_words("given_names")
    for at in range(1, len(tags) - 1):
        if tags[at : at + 2] in ("NM", "MJ") and words[at - 1] in _titles():
            out[at] = out[at + 1] = "M"  # "POLICEMAN PEDRO ROMAN".
    for at, word in enumerate(words):
        lone = tags[at] == "G" and " " not in word and tags[at + 1 : at + 2] not in ("N", "V", "v")
        if (word == "junior" or lone) and out[max(0, at - 2) : at] == ["M", "M"]:
            out[at] = "M"  # "MARCO TULIO MONTENEGRO".
        if (
            word.endswith("ly")
            and out[max(0, at - 1) : at + 1] == ["B", "M"]
            and tags[at + 1 : at + 2] in tuple("KW")
        ):
            out[at] = "a"  # "WAS SEVERLY BEATEN".
    for at, word in enumerate(words[:-1]):
        if word in given and tags[at] in "MGNV":
            out[at] = "M"
            for behind in range(at + 1, min(at + 3, len(tags))):
                if tags[behind] not in _SURNAME_TAGS:
                    break
                out[behind] = "M"
    return "".join(out)


def with_common_surnames(
    tags: str, words: list[str], entries: Container[int], capitals: Sequence[bool]
) -> str:
    """A noun for people with a capital behind a given name is its surname in prose: "David Hicks", "Tom Farmer".

    `capitals` tells for each word whether it has one; `entries` are the words that the lexicon itself lists.
    """
    out, given = list(tags), load_words("given_names")
    for at in range(1, len(tags)):
        listed = tags[at] == "v" and at in entries
        if tags[at] not in "vV" or listed or not capitals[at] or words[at] in _titles():
            continue
        behind = capitals[at + 1] if at + 1 < len(tags) else False
        if tags[at - 1] == "M" and capitals[at - 1] and words[at - 1] in given and not behind:
            out[at] = "M"
    return "".join(out)


@cache
def _offices() -> frozenset[str]:
    return frozenset(load_pack("lexicon")["offices"])


@cache
def _no_bodies() -> frozenset[str]:
    return frozenset(load_pack("lexicon")["no_bodies"])


@cache
def _titles() -> frozenset[str]:
    """The offices, titles and ranks that stand before a name."""
    pack = load_pack("persons")
    ranks = (name for row in pack["ranks"] for name in row["names"])
    return frozenset((*pack["offices"], *pack["titles"], *ranks))
