"""Words that are verb or noun: "the port | reports", "three | reports"."""

import re

from cenotaph.find.credit.tagging.word_table import nounlike, word_sets
from cenotaph.find.credit.tagging.words import Words

# "Citing a confidential UN | report".
_CITED = re.compile(r"Q[Ds][xCNsK]{0,4}$")
_BEHIND_ACCORDING = re.compile("APD?(?:R#|#[RC])?[xCNs]{1,3}$")  # "According to (2 May) US estimates".
_PARTICIPLES = ("set", "put", "read", "charged", "related")  # Of the words that are nouns as often.
# "9News": a name that begins with a channel's number.
_ONE = re.compile("D[xCKN]{1,4}$")


def _is_passed_on(words: Words, at: int) -> bool:
    """Whether what stands behind "report" says whose it is or who has it: "seen by", "published by"."""
    return words.lower[at] in word_sets()["seeing"] | word_sets()["compiling"]


def _is_one(words: Words, tags: list[str], at: int) -> bool:
    """Whether "a" opens the phrase that ends in a word which is no verb then: "a UN report", but "a UN envoy reports"."""
    phrase = _ONE.search("".join(tags[:at]))
    return phrase is not None and words.lower[phrase.start()] in ("a", "an")


def _stands_beside(words: Words, tags: list[str], at: int) -> bool:
    """Whether a word says of whoever stands before it what his figure is beside another one: "the port | matches what", "the army | echoes an"."""
    behind = words.lower[at + 1 : at + 2]
    return (
        tags[at - 1 : at] != []
        and tags[at - 1] in "NLC"
        and behind != []
        and (tags[at + 1] in "wD" or behind == ["with"])
    )


def settled(words: Words, text: str) -> Words:
    """Settle words that are verb or noun ("reports"), capitalised verbs in headlines, names like "United States"."""
    tags = list(words.tags)
    headline = sum(text[start].isupper() for start, _ in words.spans) * 2 > len(tags)
    for at, tag in enumerate(tags):
        low = words.lower[at]
        if tag == "v":
            tags[at] = tag = "V" if headline else "C"
        if low in word_sets()["matching"] and _stands_beside(words, tags, at):
            tags[at] = "K"
        elif low in nounlike() and tag in "VQt":
            previous, following = tags[at - 1] if at else "", tags[at + 1] if at + 1 < len(tags) else ""
            if low == "states" and previous == "C" and words.lower[at - 1] == "united":
                tags[at] = "C"
            elif tag == "t" and following == "D":
                continue  # "An officer put the toll at".
            elif low in _PARTICIPLES and following == "y":
                tags[at] = "K"  # "An ambush set by rebels".
            elif (
                previous in "D#oPys"
                or (previous == "R" and tags[at - 2 : at - 1] in (["D"], ["s"]))
                or following in ("o", "b", "H", "V", "M", "y", "t")
                or words.lower[at + 1 : at + 2] == ["from"]
                or (low in ("report", "reports") and following in ("K", "V") and _is_passed_on(words, at + 1))
                or (
                    previous in "xsLK&"
                    and following != "T"
                    and words.lower[at + 1 : at + 3] != ["to", "have"]
                    and (following != ":" or at + 2 < len(tags))
                    and not (previous == "L" and (following in ("", "#") or (at == 1 and following in "NCD")))
                )
                or (previous == "V" and words.lower[at - 1] in word_sets()["deny"])
                or (previous == "N" and tags[at - 2] in "oP" and following in (",", ""))
                or _BEHIND_ACCORDING.search("".join(tags[:at])) is not None
                or _CITED.search("".join(tags[:at])) is not None
                or (low in ("report", "estimate", "claim", "count") and _is_one(words, tags, at))
                or (low == "report" and headline and previous == "C" and following == "")
                or (low == "report" and words.upper and following == "," and tags[at - 2 : at] == ["D", "C"])
            ):
                tags[at] = "d"
    return words._replace(tags="".join(tags))
