"""The mentions of a report that stand: of people, not of places; harmed in armed violence, not by accident."""

import re
from collections.abc import Iterable, Sequence

from cenotaph.find.context import ClaimContext
from cenotaph.find.people.conflict import Conflict
from cenotaph.find.people.couples import parted
from cenotaph.find.people.mentions import Mention, announced, listed, mentions
from cenotaph.find.people.names import is_of_people
from cenotaph.find.people.peaceful import is_of_peace
from cenotaph.find.people.prisoners import is_taken
from cenotaph.find.people.violence import Violence
from cenotaph.find.text.lists import opens_item
from cenotaph.find.text.triggers import carriers
from cenotaph.find.value import Value
from cenotaph.model import Harm, Span

_THE_VICTIMS = re.compile(r"(?:the|their|these|those|all)\b.*\bvictims$", re.DOTALL)
_DEATHS = frozenset(("killed", "bodies"))
_BEFALLEN = frozenset(("killed", "wounded"))
_BESIDE = ("wounded", "killed", "casualties")
_CARRIED = frozenset(
    ("part of those before", "named as", "listed", "another figure")
)  # Rules without a word of harm of their own.
_SHOT = re.compile(
    r"(?:(?:was|were|been|had)\s+)*shot\s+(?:\w+\s+times\b|(?:\w+\s+){0,2}?in\s+the\s+(?:head|chest|neck|heart|face|back)\b)",
    re.IGNORECASE,
)
# "Has died at 73", "dies at the age of 86": no death in war is told so.
_AT_AN_AGE = re.compile(
    r"(?:has |had )?die[sd] (?:peacefully )?at (?:the age of |age )?[3-9]\d\b(?=\s*(?:[.,;:(–—-]|\n|$))"
)
_WAS_OLD = re.compile(r"\bdied\.\s+(?:He|She) was [7-9]\d\b")
_PLAIN_DEATH = re.compile(r"(?:.*[’']s? )?death|(?:ha[sd] )?die[sd]", re.DOTALL)
_OF_WOUNDS = re.compile(r"\s+(?:from|of)\s+(?:\w+\s+){0,4}(?:wounds?|injur(?:y|ies))\b", re.IGNORECASE)
_ACCUSED = re.compile(
    r"\b(?:suspects?|suspected|accused|charged|responsible|wanted|sought|blamed|convicted|sentenced|arrested|detained)\b"
    r"[^.;]{0,80}\b(?:kill|murder|assassinat|slay|massacr)",
    re.IGNORECASE,
)
_THEY_ARE = re.compile(
    r"(?:their names|they|the (?:\w+ )?(?:suspects|men|individuals|accused|detainees|attackers|prisoners)) (?:are|were|have been)\b",
    re.IGNORECASE,
)
_LINE = 48  # Characters.
_AS = " identified as "
_HE_IS = re.compile(r"(?:(?:H|Sh)e (?:i|wa)s|HE (?:I|WA)S|SHE (?:I|WA)S) (?:[a-z]+ )?[A-Z]")
_VAGUE = 9  # People that "many" stands for.
_HEAD = re.compile(
    r"(?:they|these|those|the \w+|their \w+|it|among|as follows|including|of (?:them|these|those))\b",
    re.IGNORECASE,
)
_NEAR = 6  # Sentences back to the dead whom "the victims" are.


class Candidate(Value, frozen=True):
    """A mention with the number of its sentence."""

    sentence: int
    mention: Mention


def candidates(context: ClaimContext, hits: Sequence[int], violence: Violence) -> list[Candidate]:
    """The mentions of the sentences numbered in `hits` that stand, in the order of the text."""
    found: list[Candidate] = []
    harmed = frozenset(hits)
    list_of: Harm | None = None
    for number in range(hits[0], len(context.sentences)) if hits else ():
        before = found[-1].mention.harm if found and found[-1].sentence == number - 1 else None
        span = context.sentences[number]
        before = None if _names_accused(context, number) else before or _identified(context, found, number)
        alone = before is not None and _is_alone(found)
        opens = list_of is not None and opens_item(context.text, context.sentences, number)
        item = _list_harm(found, number, list_of) if opens else None
        if (
            violence.may_be_armed(span)
            if number in harmed
            else before and _goes_on(context.quote(span), alone=alone)
        ):
            told = mentions(context.text, span, before, _named_harm(found, number), item, alone=alone)
            found += [Candidate(number, mention) for mention in told]
            list_of = announced(context.text, span) or (list_of if item is not None else None)
            if list_of is None and not told and before is not None and _is_head(context.quote(span)):
                list_of = before
        elif before is not None and _is_head(context.quote(span)):
            list_of = before
        elif list_of is not None:
            told = listed(context.text, span, list_of) or (
                mentions(context.text, span, item=item) if item is not None else []
            )
            found += [Candidate(number, mention) for mention in told]
            list_of = list_of if told or item is not None or _is_mark(context.quote(span)) else None
    found = _shot_dead(context, _settled_victims(context, found))
    surnames = _surnames(context, found)
    found = _named_victims(context, found)
    found = [
        one._replace(mention=mention)
        for one in found
        for mention in parted(context.text, one.mention, surnames)
    ]
    return _standing(
        context,
        [one for one in found if is_of_people(context, one.sentence, one.mention, surnames)],
        violence,
    )


def _standing(context: ClaimContext, found: Sequence[Candidate], violence: Violence) -> list[Candidate]:
    """Those harmed in armed violence; parts of people told in the sentence before stand where these do."""
    if not found:
        return []  # What the report is of need not be read.
    told = list[Candidate]()
    counts = [one.mention.low or one.mention.high or _VAGUE for one in found]
    conflict = Conflict(context, [one.sentence for one in found])
    peaceful = is_of_peace(conflict, violence, counts)
    violent = [
        _is_violent(context, one, violence, conflict)
        and not (peaceful and not violence.tells_of_war(context.sentences[one.sentence]))
        for one in found
    ]
    deadly = {
        one.sentence
        for one, armed in zip(found, violent, strict=True)
        if armed and one.mention.harm == "killed"
    }
    for one, armed in zip(found, violent, strict=True):
        goes_on = (
            one.mention.rule in _CARRIED and told and told[-1].sentence in (one.sentence, one.sentence - 1)
        )
        beside = one.sentence in deadly and one.mention.harm in _BESIDE  # "One was killed and 86 were hurt."
        before = ((other.sentence, other.mention) for other in told)
        if armed or goes_on or beside or is_taken(context.text, one.sentence, one.mention, before):
            told.append(one)
    return told


def may_tell(text: str, harmed: Iterable[Span], violence: Violence) -> bool:
    """Whether some sentence with a word of harm can be the first of a report's candidates."""
    return any(
        bool(mentions(text, span)) or announced(text, span) is not None
        for span in harmed
        if violence.may_be_armed(span)
    )


def _settled_victims(context: ClaimContext, found: Sequence[Candidate]) -> list[Candidate]:
    """ "Three of the victims", "the two victims": the dead or the bodies told shortly before, where some are."""
    told, last = list[Candidate](), None
    for one in found:
        words = context.quote(one.mention.trigger).lower()
        if one.mention.harm != "casualties" or not _THE_VICTIMS.match(words):
            last = one if one.mention.harm in _DEATHS else last
        elif last is not None and one.sentence - last.sentence <= _NEAR:
            one = one._replace(mention=one.mention._replace(harm=last.mention.harm))
        told.append(one)
    return told


def _named_victims(context: ClaimContext, found: Sequence[Candidate]) -> list[Candidate]:
    """A person who "is the latest victim" came to the harm that the report tells of elsewhere by that surname, death before wounds."""
    told: dict[str, Harm] = {}
    for one in found:
        if one.mention.name is not None and one.mention.harm in _BEFALLEN:
            surname = context.quote(one.mention.name).split()[-1]
            told[surname] = min(one.mention.harm, told.get(surname, one.mention.harm))
    return [
        one._replace(mention=one.mention._replace(harm=told[surname]))
        if one.mention.name is not None
        and one.mention.harm == "casualties"
        and (surname := context.quote(one.mention.name).split()[-1]) in told
        else one
        for one in found
    ]


def _shot_dead(context: ClaimContext, found: Sequence[Candidate]) -> list[Candidate]:
    """Named people "shot in the head" or "shot nine times" are dead where those told last before them, shortly before, are dead."""
    told, last = list[Candidate](), None
    for one in found:
        if not _is_shot(context, one.mention):
            last = one
        elif last is not None and last.mention.harm in _DEATHS and one.sentence - last.sentence < _NEAR:
            one = one._replace(mention=one.mention._replace(harm="killed"))
        told.append(one)
    return told


def _is_shot(context: ClaimContext, mention: Mention) -> bool:
    named = mention.name is not None and mention.harm == "wounded"
    return named and _SHOT.match(context.text, mention.trigger.start) is not None


def _list_harm(found: Sequence[Candidate], number: int, harm: Harm | None) -> Harm | None:
    """The harm of a list's people: "the casualties" of a toll told shortly before are its dead."""
    near = (
        one.mention.harm
        for one in reversed(found)
        if number - one.sentence <= _NEAR and one.sentence < number
    )
    last = next(near, None)
    return last if harm == "casualties" and last in _DEATHS else harm


def _named_harm(found: Sequence[Candidate], number: int) -> Harm | None:
    """Where the sentence before tells of dead, those identified in this one are they, not the wounded beside them."""
    victims = [one for one in found if one.sentence == number - 1]
    if victims and all(one.mention.harm == "casualties" for one in victims):
        victims = [
            one for one in found if number - one.sentence <= _NEAR
        ]  # "The two victims": told dead before.
    dead = any(one.mention.harm == "killed" for one in victims)
    return "killed" if dead else None


def _is_alone(found: Sequence[Candidate]) -> bool:
    """Whether the last sentence told of one person's harm, whose subject he was: "a clerk was killed"; "he" is that person then."""
    last = found[-1]
    one = last.mention.low == last.mention.high == 1
    several = len(found) > 1 and found[-2].sentence == last.sentence
    suffers = last.mention.trigger.start >= last.mention.start or last.mention.rule == "event"
    return one and suffers and not several


def _identified(context: ClaimContext, found: Sequence[Candidate], number: int) -> Harm | None:
    """The harm of the people told shortly before whom a sentence identifies by the same noun: "the citizen was identified as"."""
    quote = context.quote(context.sentences[number]).lower()
    behind = quote.find(_AS)
    if behind == -1:
        return None
    before = frozenset(quote[:behind].split())
    near = (one for one in reversed(found) if number - one.sentence <= _NEAR)
    told = (one.mention for one in near if one.mention.victims is not None)
    return next((one.harm for one in told if _noun(context, one) in before), None)


def _names_accused(context: ClaimContext, number: int) -> bool:
    """Whether a sentence names those whom the one before accuses of a killing, and nobody harmed: "Two men suspected of killing
    the mayor were held. Their names are"."""
    if not number or _THEY_ARE.match(context.quote(context.sentences[number])) is None:
        return False
    return _ACCUSED.search(context.quote(context.sentences[number - 1])) is not None


def _noun(context: ClaimContext, mention: Mention) -> str:
    """The last word of the noun phrase that says who somebody is."""
    words = context.quote(mention.victims).lower().split() if mention.victims is not None else ()
    return words[-1] if words else ""


def _goes_on(sentence: str, *, alone: bool = False) -> bool:
    """Whether a sentence without a word of harm may count some of those before it ("Two of them were children"), or name the one
    who was `alone`."""
    return (alone and _HE_IS.match(sentence) is not None) or carriers().search(sentence.lower()) is not None


def _is_head(sentence: str) -> bool:
    """Whether a sentence only leads to the list of those told in the one before: "They are:", "As follows:"."""
    return sentence.endswith(":") and len(sentence) < _LINE and _HEAD.match(sentence) is not None


def _is_mark(line: str) -> bool:
    """Whether a line is no more than a list's number ("2."), or as short as a line of names, and no sentence."""
    return len(line) <= len("99.") or (len(line) < _LINE and line[-1:] not in ".!?:")


def _surnames(context: ClaimContext, found: Sequence[Candidate]) -> frozenset[str]:
    """The last words of the full names among the mentions: each alone names the person again."""
    names = (context.quote(one.mention.name).split() for one in found if one.mention.name is not None)
    return frozenset(words[-1] for words in names if len(words) > 1)


def _is_violent(context: ClaimContext, one: Candidate, violence: Violence, conflict: Conflict) -> bool:
    trigger, sentence = one.mention.trigger, context.sentences[one.sentence]
    if _AT_AN_AGE.match(context.text, trigger.start) or _is_obituary(context, one.mention):
        return False
    plain = _is_plain_death(context, one.mention) and not _OF_WOUNDS.match(context.text, trigger.end)
    if plain and violence.is_of_something_else(sentence) and not violence.is_of(conflict):
        return False  # "Since the death of his father Kim Roe in 2011".
    return violence.armed(sentence, context.quote(trigger), conflict)


def _is_plain_death(context: ClaimContext, mention: Mention) -> bool:
    """Whether the death of a person by name is told, and not how it came."""
    return mention.name is not None and bool(_PLAIN_DEATH.fullmatch(context.quote(mention.trigger).lower()))


def _is_obituary(context: ClaimContext, mention: Mention) -> bool:
    """Whether the one whose death is told died old: "Anna Roe has died. She was 83"."""
    if mention.name is None or not _is_plain_death(context, mention):
        return False
    told = _WAS_OLD.search(context.text)
    surname = context.quote(mention.name).split()[-1]
    return told is not None and surname in context.text[: told.start()]
