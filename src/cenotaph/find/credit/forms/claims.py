"""Credits of what somebody is said to claim or report, as a noun: "Moscow's claim that", "reports by the press on the capture of"."""

import re

from cenotaph.find.credit.forms.counts import OWNER
from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.naming.speakers import right_of, speaker
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words

# "A report by the paper | on the capture" of nine.
_ABOUT_DEED = re.compile("(?P<by>D?[xCN]{0,5}[CN](?:PC{1,3})?)[oP]D[xKN](?=o)")


def claim_that(words: Words, text: str, at: int) -> Anchor | None:
    """ "Moscow's claim that 2,000 died": whoever's claim it is."""
    if words.tags[at + 1 : at + 2] == "y" and words.lower[at] in word_sets()["claims"]:
        return _claim_by(words, text, at)
    owner = OWNER.search(words.tags[:at])
    if owner is None or words.tags[at + 1 : at + 2] != "T" or words.lower[at] not in word_sets()["claims"]:
        return None
    start, end = owner.span("by")
    who = speaker(words, text, start, end)
    return Anchor("claim that", who, start, at + 2, at + 2, len(words.tags))


def _claim_by(words: Words, text: str, at: int) -> Anchor | None:
    """ "The claim by the port that nine died", "reports by the press on the capture of nine": whoever makes it."""
    if words.lower[at - 1] == "false":
        return None  # Of whoever denies it.
    if (deed := _ABOUT_DEED.match(words.tags, at + 2)) is not None:
        if words.lower[deed.end() - 1] not in word_sets()["deeds"]:
            return None
        who = speaker(words, text, *deed.span("by"))
        return Anchor("claim that", who, at, deed.end(), deed.end(), len(words.tags))
    found = right_of(words, at + 2, text)
    if found is None or words.tags[found[1] : found[1] + 1] != "T":
        return None
    who, after = found
    return Anchor("claim that", who, at, after + 1, after + 1, len(words.tags))
