"""Who says what inside one sentence: each reporting verb, "according to" or citation with the words it vouches for."""

import re

from cenotaph.find.credit.forms.chained_credits import chained
from cenotaph.find.credit.forms.cited_credits import (
    as_in,
    briefed,
    citing,
    learned_from,
    reported_as,
    was_told,
    with_reference,
)
from cenotaph.find.credit.forms.claims import claim_that
from cenotaph.find.credit.forms.counts import count_of, figure_given, led_by_count
from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.forms.drawn_on import with_origin
from cenotaph.find.credit.forms.elided_credits import elided, gapped, joined, participle
from cenotaph.find.credit.forms.headlines import headline
from cenotaph.find.credit.forms.inverted_credits import verb_before_subject
from cenotaph.find.credit.forms.labels import label
from cenotaph.find.credit.forms.object_credits import deed_claimed, named, with_object
from cenotaph.find.credit.forms.phrase_credits import (
    according,
    in_document,
    in_words,
    passive,
)
from cenotaph.find.credit.forms.scopes import FINITE, limited
from cenotaph.find.credit.forms.verb_credits import verb_after_subject
from cenotaph.find.credit.tagging.speech_tags import tag_words
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words
from cenotaph.model import Span

_TRIGGER = re.compile(
    "[VGQAtuy]|P(?=xP)|(?:^|(?<=[,|S]))P(?=[CDLNsd])|(?<=[PDCxRNL])d(?=[oyP])|(?<=D)d(?=[bH])|(?:(?<=s)|(?<=s[CxNRKL])|(?<=s[CxNRKL][CxNRKL]))d(?![VGt])"
)
# What may stand between "told the paper" and whoever he says has counted: "that", "on Monday", "as of noon".
_TELLS = re.compile(r"R?(?:P[D#]?R+)?T?(?:,?[SPR][^,;:<>\"|VGIw]{0,20},)?R?")
_BESIDE = re.compile(".?|,S")


def read_sentence(text: str, span: Span) -> tuple[Words, tuple[Anchor, ...]]:
    """The tagged words of one sentence and the credits found in it, left to right."""
    words = tag_words(text, span)
    found: list[Anchor] = []
    for match in _TRIGGER.finditer(words.tags):
        anchor = _anchor(words, text, match.start(), found)
        if anchor is not None and found and found[-1].rule == "named by" and anchor.start < found[-1].start:
            anchor = _brought_out(words, anchor, found.pop())
        if anchor is not None and found and _is_told(words, found[-1], anchor):
            anchor = anchor._replace(rule="said", low=anchor.end, high=len(words.tags), forward=True)
        if anchor is not None and found and _is_heard(found[-1], anchor):
            continue
        if anchor is not None and (_hands_on(words, found, anchor) or _carries(words, found, anchor)):
            found[-1] = _handed_on(words, found[-1], anchor)
            continue
        if (
            anchor is not None
            and (
                not found
                or found[-1].rule == "citing"
                or anchor.start >= found[-1].start
                or _closes_aside(words, found[-1], anchor, match.start())
            )
            and not _inside(found, match.start())
        ):
            found.append(anchor)
            second = gapped(words, text, anchor) if anchor.rule == "put at" else None
            found += [second] if second is not None else []
    found += briefed(words, text, found)
    found += headline(words, text, span, found) or label(words, text, span)
    found.sort(key=lambda anchor: anchor.start)
    return words, limited(words, chained(words, found))


def _is_told(words: Words, before: Anchor, anchor: Anchor) -> bool:
    """Whether what a credit tells opens on another's words: "told the paper that, as of noon, | it had recorded nine dead"."""
    opens = before.forward and before.rule == "said" and before.end <= anchor.start
    behind = (
        anchor.rule == "said after" and _TELLS.fullmatch(words.tags, before.end, anchor.start) is not None
    )
    himself = (
        words.tags[anchor.start] == "I" and words.tags[anchor.start - 1] != ","
    )  # "Told the paper he counted".
    return opens and behind and not himself and FINITE.search(words.tags[anchor.end :]) is not None


def _closes_aside(words: Words, inner: Anchor, anchor: Anchor, verb: int) -> bool:
    """Whether a credit's verb stands behind an aside with a credit of its own: "The mayor of Ayr, which rebels say they hold, | said"."""
    return anchor.start < inner.start and inner.end < verb and words.tags[verb - 1] == ","


def _is_heard(before: Anchor, by: Anchor) -> bool:
    """Whether "by" names who is credited already as the one through whom it came: "said in comments carried by the paper"."""
    return by.rule == "named by" and before.via is not None and before.via.span == by.who.span


def _hands_on(words: Words, found: list[Anchor], anchor: Anchor) -> bool:
    """Whether a credit right behind "according to" names who brought it out: "according to estimates, reported by the paper",
    "according to the port, as cited by the paper"."""
    return (
        anchor.rule == "named by"
        and bool(found)
        and found[-1].rule == "according to"
        and found[-1].via is None
        and _BESIDE.fullmatch(words.tags[found[-1].end : anchor.start]) is not None
    )


def _carries(words: Words, found: list[Anchor], anchor: Anchor) -> bool:
    """Whether "by" names who carried what was just credited: "the army said in a statement carried by the agency",
    "the army said, quoted by the agency", "the army said nine died, as quoted by the agency"."""
    if anchor.rule != "named by" or not found or found[-1].via is not None:
        return False
    if found[-1].rule not in ("said", "said after", "said by"):
        return False
    between = words.tags[found[-1].end : anchor.start]
    quoted = words.lower[anchor.start] in ("quoted", "cited")
    if quoted and between.endswith(",S"):
        return True
    return re.fullmatch(r"PDx?d|,|,?S(?=$)", between) is not None and (
        words.tags[anchor.start - 1] not in ",S" or quoted
    )


def _brought_out(words: Words, anchor: Anchor, by: Anchor) -> Anchor:
    """The credit with whom "by" names before its verb: whoever issued the document, or the mouth it went through."""
    inside = anchor.who.span.start <= by.who.span.start < anchor.who.span.end
    if inside or "w" in words.tags[anchor.start : by.start]:
        return anchor  # "The weekly, which officials call a mouthpiece, reported".
    sets = word_sets()
    own = sets["compiling"] | (set() if anchor.who.head in sets["pictures"] else sets["providing"])
    if anchor.who.kind == "document" and words.lower[by.start] in own:
        return anchor._replace(who=by.who)  # "Figures compiled by the port show".
    return anchor._replace(via=by.who)  # "Officials, quoted by the paper, put the toll at".


def _handed_on(words: Words, origin: Anchor, by: Anchor) -> Anchor:
    """The first credit with the second as the mouth it went through."""
    if origin.forward and FINITE.search(words.tags, origin.end, by.start):
        return origin._replace(
            via=by.who, high=by.start
        )  # "The port said | nine died |, as quoted by the paper".
    low = max(origin.low, by.end) if origin.forward else origin.low
    return origin._replace(via=by.who, end=by.end, low=low)


def _inside(found: list[Anchor], at: int) -> bool:
    """Whether a trigger is part of the last credit already ("according to figures released by the council")."""
    return bool(found) and found[-1].rule in ("according to", "citing") and at < found[-1].end


def _anchor(words: Words, text: str, at: int, before: list[Anchor]) -> Anchor | None:
    """The credit that hangs on the trigger at word `at`, covering all it may cover when alone in the sentence."""
    match words.tags[at]:
        case "A":
            return with_origin(words, text, according(words, text, at))
        case "P":
            if words.lower[at] == "per":
                return according(words, text, at)
            return in_words(words, text, at) or with_reference(words, text, at, before)
        case "Q":
            return citing(words, text, at, before)
        case "G":
            return participle(words, text, at, before)
        case "t" if before and _goes_on_counting(words, at, before[-1]):
            return before[-1]._replace(rule="adding", start=at, end=at + 1, low=at + 1, high=len(words.tags))
        case "t" | "u":
            return (
                figure_given(words, text, at)
                or with_object(words, text, at)
                or joined(words, text, at, before)
            )
        case "y":
            return passive(words, text, at)
        case "d":
            return (
                in_document(words, text, at)
                or count_of(words, text, at)
                or led_by_count(words, text, at)
                or claim_that(words, text, at)
            )
    return (
        figure_given(words, text, at)
        or reported_as(words, text, at)
        or was_told(words, text, at)
        or learned_from(words, text, at)
        or as_in(words, text, at)
        or verb_before_subject(words, text, at)
        or verb_after_subject(words, text, at)
        or named(words, text, at)
        or elided(words, text, at, before)
        or deed_claimed(words, text, at)
    )


def _goes_on_counting(words: Words, at: int, before: Anchor) -> bool:
    """Whether whoever was just credited counts on: "said in a statement putting the toll at", "had reported it giving a toll of"."""
    near = words.lower[at + 1 : at + 5]
    return (
        words.lower[at] in ("giving", "putting")
        and before.end < at
        and not word_sets()["toll_objects"].isdisjoint(near)
    )
