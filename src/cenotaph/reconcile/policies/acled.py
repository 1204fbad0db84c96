"""`acled`: one figure for all the dead of an event, the most conservative one.

Armed Conflict Location & Event Data, FAQ on fatalities (May 2024), read in a copy:
https://amorecanecorsos.com/article/fatalities-acled/3805
"""

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from cenotaph.model import Claim
from cenotaph.reconcile.bounds import has_number
from cenotaph.reconcile.days import covered
from cenotaph.reconcile.policies.common import DENIED, ECHO, NAMED, PERSONS, REVISED
from cenotaph.reconcile.policies.range_ import label_by_agreement
from cenotaph.reconcile.rules import Draft, Options, Policy, Rule
from cenotaph.reconcile.values import Statement

_FAQ = "ACLED, FAQ on fatalities (May 2024); https://amorecanecorsos.com/article/fatalities-acled/3805"
_WORDS = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000}
_WHOLE = ("unknown", "mixed")


def deaths_only(draft: Draft, options: Options) -> Draft:
    """ACLED records deaths, and no injuries."""
    if draft.subject.harm == "killed":
        return draft
    return draft.leaving(draft.used, lambda one: f"ACLED codes fatalities, and this counts {one.claim.harm}.")


def no_side(draft: Draft, options: Options) -> Draft:
    """The figure is of all the dead of the event. (The statements of all sides come together by `Policy.gather`.)"""
    return replace(draft, subject=replace(draft.subject, side=None, role="mixed"))


def conservative(draft: Draft, options: Options) -> Draft:
    """The lowest number that any source gives."""
    return _one_figure(draft, {one.claim.id: one.claim.low for one in draft.used if has_number(one.claim)})


def vague_words(draft: Draft, options: Options) -> Draft:
    """ "Tens" are 10, "dozens" 12, "hundreds" 100."""
    vague = [one for one in draft.used if _word(one.claim) is not None]
    if not vague:
        return draft
    noted = draft.noting(vague, "A word for a number counts as the least that it can mean to ACLED.")
    return _one_figure(
        noted, {one.claim.id: _number(one.claim) for one in draft.used if has_number(one.claim)}
    )


def unknown_number(draft: Draft, options: Options) -> Draft:
    """Deaths without a number count as a small fixed number, and only where nobody gives one."""
    unknown = [one for one in draft.used if not has_number(one.claim)]
    if not unknown or draft.subject.harm != "killed":
        return draft.leaving(unknown, lambda one: f"“{one.claim.quantity_text}” gives no number.")
    if len(unknown) < len(draft.used):
        return draft.leaving(
            unknown, lambda one: f"“{one.claim.quantity_text}” gives no number, and others do."
        )
    fixed = options.unknown_number
    return draft.bounded(
        fixed, fixed, fixed, f"Deaths were reported without a number, which ACLED codes as {fixed}."
    )


def split_over_days(draft: Draft, options: Options) -> Draft:
    """A sum over several days is that of several daily events."""
    spans = [days for one in draft.used if (days := covered(one)) is not None]
    if draft.best is None or not spans or draft.subject.scope != "incident":
        return draft
    length = max(span.length for span in spans)
    if length == 1:
        return draft
    shares = shared_out(draft.best, length)
    return draft.bounded(
        draft.low,
        draft.best,
        draft.high,
        f"Over {length} days, ACLED has an event a day, with {_listed(shares)} deaths.",
    )


def shared_out(number: int, days: int) -> tuple[int, ...]:
    """A number over days as evenly as whole deaths allow, what is left over on the first days."""
    each, over = divmod(number, days)
    return tuple(each + (day < over) for day in range(days))


def _one_figure(draft: Draft, numbers: dict[str, int | None]) -> Draft:
    """All the dead of the subject: the lowest of the figures for all of them, else the sum over people told apart."""
    known = [(one, number) for one in draft.used if (number := numbers.get(one.claim.id)) is not None]
    if not known:
        return draft
    whole = [number for one, number in known if one.claim.side is None]
    total = min(whole) if whole else _of_sides(known)
    why = f"The most conservative figure for all the dead: {total:,}."
    return draft.bounded(total, total, total, why)


def _of_sides(known: Sequence[tuple[Statement, int]]) -> int:
    """The sum over sides of the lowest figure for each: that of all its people, else the sum over their roles."""
    sides: dict[str | None, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for one, number in known:
        sides[one.claim.side]["people" if one.claim.role in _WHOLE else one.claim.role].append(number)
    return sum(
        min(roles["people"]) if "people" in roles else sum(min(numbers) for numbers in roles.values())
        for roles in sides.values()
    )


def _word(claim: Claim) -> int | None:
    """What ACLED takes for a number word; "tens of thousands" is a thousand times ten."""
    words = [word for word in claim.quantity_text.casefold().split() if word in _WORDS]
    if not words or any(sign.isdigit() for sign in claim.quantity_text):
        return None
    number = 1
    for word in words:
        number *= _WORDS[word]
    return number


def _number(claim: Claim) -> int | None:
    word = _word(claim)
    return word if word is not None else claim.low


def _listed(shares: tuple[int, ...]) -> str:
    return f"{shares[0]:,}" if len(set(shares)) == 1 else f"{shares[-1]:,} or {shares[0]:,}"


POLICY = Policy(
    "acled",
    "The most conservative figure, for all sides together",
    _FAQ,
    (
        DENIED,
        ECHO,
        REVISED,
        NAMED,
        Rule("acled.deaths", deaths_only, "Injuries are not recorded.", _FAQ),
        Rule("acled.no-side", no_side, "Fatalities are not attributed to groups: an event has one number.", _FAQ),
        Rule("acled.unknown-number", unknown_number, "Deaths whose number is unknown are coded by a fixed number.", _FAQ,
             read=False),
        Rule("acled.conservative", conservative, "Where reports differ or are vague, the most conservative estimate is "
             "used.", _FAQ),
        Rule("acled.vague", vague_words, "“Tens” are coded 10, “dozens” 12, “hundreds” 100, and so on.", _FAQ),
        PERSONS,
        Rule("acled.split", split_over_days, "What is summed up over several days or places is shared out among them.",
             _FAQ, read=False),
        Rule("acled.dispute", label_by_agreement, "That a number is disputed is said beside it.", _FAQ),
    ),
    gather="acled.no-side",
)  # fmt: skip
