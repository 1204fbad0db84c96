"""How far each credit of a sentence reaches: clauses with a credit of their own are not covered by another."""

import re

from cenotaph.find.credit.forms.background import background
from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.naming.outlets import is_outlet
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words

_OPEN_END = 10_000
CONTRAST = frozenset(("while", "but", "whereas", "although", "though", "and"))


_PLAIN_OPENINGS = ("but", "so", "yet")  # "But the port said nine died, including two cooks".
_GOING_ON = frozenset(("including", "among", "along", "with", "of", "bringing", "whom"))
_RENEWING = ("updating", "revising")  # "Nine died the mayor said updating a toll of eight".
_ASIDE = re.compile(",P?D?[R#]{1,3},")
_COUNTS = re.compile("K[^,]*#[^,]*,$")  # "In May a strike on a base killed 70 men,".
_GERUND = re.compile(r"K(?:[yPo]D?[xCN]{1,4}){0,3}K[RP]{0,3}#")  # "Shelling by rebels killed 19".
_OCCASION = re.compile(r"[R#]|DR|P[D#]?[xCRNLds#]{1,4}")
_NAME_QUOTED = re.compile('[<"][^<>"]{1,3}[>"]')  # "He spoke at the "Old Harbour" inn".
_WHERE = re.compile(r",S[^,;:]+,$")  # "In the camp, where aid has run out, officials say".
_ISSUED = re.compile(r"^(PDx{0,2}[xd])V(?=[PyR])")  # "In a statement posted on Telegram,".
_DESCRIBING = re.compile(r"(?<=D)K(?=[xN])")  # "In a breaking alert".
# "Found 90 dead, more than | the 31 deaths that | the port admits": the figure that another is held against.
_HELD_AGAINST = re.compile(r"D[xKR]{0,2}#[CxKNR]{0,3}(?P<that>[TV]?)$")
_CLAIMS = frozenset(("claimed", "claims", "claim", "insists", "insisted", "maintains", "maintained"))
# A clause with a subject and figure of its own: "in Ayr alone | the number is put at 90".
_BUT = re.compile(r",S(?:P[DCxN]{1,4})?R?,?(?=[DCN#])[^,;T]*#")
_AGAINST = frozenset(
    (
        "above",
        "beyond",
        "below",
        "than",
        "exceeding",
        "exceeds",
        "exceed",
        "exceeded",
        "against",
        "double",
        "twice",
        "triple",
        "times",
    )
)
# Tags that only a clause with a verb or object of its own has.
FINITE = re.compile(r"[bHMKVTI#wt]")


def clause_end(tags: str, after: int) -> int:
    """The first comma behind word `after` that encloses no mere time (", on Saturday,"), or the sentence's end."""
    comma = tags.find(",", after)
    while comma >= 0 and (aside := _ASIDE.match(tags, comma)) is not None:
        comma = tags.find(",", aside.end())
    return comma if comma >= 0 else len(tags)


def is_clause(words: Words, start: int) -> bool:
    """Whether the words from `start` to the sentence's end hold more than times and places."""
    return _behind_occasion(words, start) < len(words.tags)


def is_adverbial(before: str) -> bool:
    """Whether all that stands before a subject is an opening like "On Sunday," or "In Kherson,"."""
    if before.endswith(","):
        opens = (before[0] in "PRSKGQ#" and _GERUND.match(before) is None) or re.fullmatch(
            r"D[xR]*R,", before
        ) is not None
        counts = before[0] in "PR#" and _COUNTS.search(before) is not None
        plain = _ISSUED.sub(r"\1", _WHERE.sub(",", before))
        return opens and not counts and not re.search(r"[bHMVI]", plain)
    plain = _DESCRIBING.sub("x", before)
    return before[:1] in ("P", "R") and "," not in before and not re.search(r"[bHMVIKw]", plain)


def continued(words: Words, after: int, start: int) -> int:
    """How far a credit behind its words reaches on: to the end where "and", "including" or a quotation goes on."""
    at = _behind_occasion(words, after)
    comma = words.tags[at : at + 1] == ","
    at += comma
    tag, word = words.tags[at : at + 1], words.lower[at] if at < len(words.lower) else ""
    goes_on = (
        (tag in ("&", "<", '"', "G", "Q") and _NAME_QUOTED.match(words.tags, at) is None)
        or word in _GOING_ON
        or (comma and tag == "K" and word.endswith("ing"))
        or word in word_sets()["going_on_harming"]
        or word in _RENEWING
    )
    return len(words.tags) if goes_on else start


def _behind_occasion(words: Words, at: int) -> int:
    """The first word behind "on Friday", "in a statement", "at a news conference"."""
    while at < len(words.tags) and words.lower[at] not in _GOING_ON:
        occasion = _OCCASION.match(words.tags, at)
        if occasion is None:
            break
        at = occasion.end()
    return at


def limited(words: Words, found: list[Anchor]) -> tuple[Anchor, ...]:
    """The credits with what they cover cut where the next clause has a credit of its own."""
    limited: list[Anchor] = []
    for number, anchor in enumerate(found):
        low, high = max(anchor.low, _held_against(words, anchor)), anchor.high
        for other in found[number + 1 :]:
            high = min(high, _cut_behind(words, anchor, other), _held_against(words, other) or high)
        if number and not anchor.forward and not _held_against(words, found[number - 1]):
            low = max(low, _cut_before(words, found[number - 1], anchor))
        plain = words.lower[0] in _PLAIN_OPENINGS or _is_as(words, anchor)
        if anchor.forward and _opens_subordinate(words.tags, anchor.start) and not plain:
            aside = (
                words.tags[anchor.end : anchor.end + 1] == ","
            )  # "Although today, according to X, nine died".
            high = min(high, clause_end(words.tags, anchor.end + aside))
        if anchor.forward and any(_encloses(other, anchor) for other in found[:number]):
            high = min(high, clause_end(words.tags, anchor.end))
        low, high = _within_piece(words, anchor, low, min(high, _contradicted(words, anchor)))
        limited.append(anchor._replace(low=low, high=high))
    return tuple(limited)


def _contradicted(words: Words, anchor: Anchor) -> int:
    """Where the report itself contradicts what somebody only claims: "Chad claimed that 40 had died, | but in Ayr alone 90 did"."""
    if not anchor.forward or _CLAIMS.isdisjoint(words.lower[anchor.start : anchor.end]):
        return _OPEN_END
    against = _BUT.search(words.tags, anchor.end)
    is_but = against is not None and words.lower[against.start() + 1] == "but"
    return against.start() if against is not None and is_but else _OPEN_END


def _held_against(words: Words, anchor: Anchor) -> int:
    """Where the figure starts that a credit behind it is for alone, since another figure is held against it; 0 without one."""
    figure = _HELD_AGAINST.search(words.tags, 0, anchor.start)
    if figure is None or anchor.low >= anchor.start or "#" not in words.tags[: figure.start()]:
        return 0
    before = words.lower[max(0, figure.start() - 2) : figure.start()]
    held = before[-1:] == ["of"] and before[:1] == ["instead"] or not _AGAINST.isdisjoint(before[-1:])
    return figure.start() if held else 0


def _encloses(outer: Anchor, inner: Anchor) -> bool:
    """Whether a credit stands between another one's subject and its verb: "The mayor of Ayr, which rebels say they hold, said"."""
    return outer.start < inner.start and inner.end < outer.end


def _within_piece(words: Words, anchor: Anchor, low: int, high: int) -> tuple[int, int]:
    """The covered words kept between breaks, and short of background."""
    low = max(low, words.tags.rfind("|", 0, anchor.start) + 1)
    stop = words.tags.find("|", anchor.end)
    high = min(high, stop) if stop >= 0 else high
    return low, background(words, anchor.end, high) if anchor.forward else high


def _cut_behind(words: Words, anchor: Anchor, other: Anchor) -> int:
    """Where a credit's words end because a later clause has its own: at its conjunction, or at the credit behind it."""
    if other.start <= anchor.end:
        return _OPEN_END
    if not anchor.forward and not other.forward:
        return anchor.start
    if other.rule == "relative clause" and words.lower[other.start - 1] == "what" and anchor.forward:
        return other.start - 1  # "The army said it fired, in what the port said was": the rest is the port's.
    if anchor.forward and not other.forward and other.high <= other.start:
        # "X told envoys ..., Y said Thursday, after clashes left dozens dead": behind Y's credit neither vouches.
        ends = other.start
    else:
        ends = _OPEN_END
    conjunction = _conjunction(words, anchor.end, other.start, at_end=other.forward)
    if conjunction is None or other.rule in ("adding", "citing"):
        return ends
    return conjunction


def _cut_before(words: Words, previous: Anchor, anchor: Anchor) -> int:
    """Where the words of a credit behind them start: after the clause that an earlier credit has to itself."""
    if previous.end >= anchor.start - 1 or anchor.rule == "citing":
        return previous.low
    if not previous.forward:
        carried = is_outlet(anchor.who.name) and not FINITE.search(words.tags[previous.end : anchor.start])
        return previous.low if carried else previous.end  # "..., Roe said on Monday, the agency reported".
    conjunction = _conjunction(words, previous.end, anchor.start, at_end=False)
    return 0 if conjunction is None else conjunction


def _conjunction(words: Words, start: int, end: int, *, at_end: bool) -> int | None:
    """The last conjunction between two credits that parts their clauses; `at_end`: right before the second subject."""
    between = words.tags[start:end]
    if at_end:
        match = re.search(r"(?:[,;-]?(?:S|&|P)|;)(?:R|P[D#]?[xCRNLds#]{1,4},?|,)*$", between)
        if match is None or (
            match.group().lstrip(",;-")[:1] == "P"
            and words.lower[start + match.start() + 1] not in ("with", "despite")
        ):
            return None
        return start + match.start()
    for index in range(end - 1, start, -1):
        if words.tags[index] == ";" or (words.lower[index] in CONTRAST and words.tags[index - 1] == ","):
            return index
    return None


def _is_as(words: Words, anchor: Anchor) -> bool:
    """ "As the minister declared, ...": what follows is his word."""
    opens = anchor.start > 0 and words.lower[anchor.start - 1] == "as"
    return opens and words.tags[anchor.end : anchor.end + 1] == ","


def _opens_subordinate(tags: str, start: int) -> bool:
    """Whether a credit stands in a subordinate clause that opens its sentence ("While officials said ...,")."""
    return re.match(r"R*S(?:R|P[D#]?[xCRNLds#]{1,4})*$", tags[:start]) is not None and start > 0
