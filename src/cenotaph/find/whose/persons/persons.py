"""Named victims: what stands beside their names, anywhere in the report, that tells whose they are and if they bore arms."""

from collections.abc import Iterator
from functools import cached_property

from cenotaph.find.answers import Side
from cenotaph.find.context import ClaimContext
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.persons.surname import Surname
from cenotaph.model import Span


class Persons:
    """One report's named people; what stands beside a surname is looked at once, however many people bear it."""

    def __init__(self, context: ClaimContext) -> None:
        self._context = context
        self._known: dict[str, Surname] = {}

    def side(self, name: str) -> Side | None:
        """The group ("side-member") or else the nation ("side-title") in a title or apposition beside any mention of a name."""
        return self._of(name).side

    def home(self, name: str) -> Side | None:
        """The nation of the town that a person is told to be of."""
        return self._of(name).home

    def member(self, name: str, sentence: int) -> Side | None:
        """The group of a person whom it mourns ("the Front has not confirmed X's death"), of whom the next sentence says that
        he was the group's, or whose killing is that of the group's leader."""
        return (
            self._of(name).mourner or self._of_group_before(sentence) or next(self._killed_leader(name), None)
        )

    def is_politician(self, name: str) -> bool:
        """Whether a person of an armed group is told to stand for an office, or to have left it."""
        return self._of(name).is_politician

    def attacked(self, name: str) -> bool:
        """Whether a person is told to have carried out the attack ("the gunman, identified as X", "X opened fire")."""
        return self._of(name).attacked(name)

    def bears_arms(self, name: str) -> Span | None:
        """Where a rank or a fighter's noun stands beside a mention of a name."""
        return self._of(name).bears_arms(name)

    def _of(self, name: str) -> Surname:
        word = name.split()[-1]
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = Surname(self._context, word)
        return known

    def _of_group_before(self, sentence: int) -> Side | None:
        """The last group named when the next sentence says of a person that he was of it."""
        context = self._context
        if sentence + 1 >= len(context.sentences):
            return None
        span, following = context.sentences[sentence], context.sentences[sentence + 1]
        if not context.says(sentence + 1, "he-was-of-it", following.start, following.end):
            return None
        groups = [m for m in context.named if m.party.kind == "group" and m.end <= span.end]
        return (
            Side(groups[-1].party.side, Span(groups[-1].start, groups[-1].end), "side-member")
            if groups
            else None
        )

    def _killed_leader(self, name: str) -> Iterator[Side]:
        """ "The killing of the Front's leader" in a report that tells of one person's death alone, by the surname."""
        context, first = self._context, self._of(name).first
        for mention in self._killed_leaders:
            if len(name.split()) == 1 or (
                first is not None
                and abs(context.sentence_at(first.start) - context.sentence_at(mention.start)) <= 1
            ):
                yield Side(mention.party.side, Span(mention.start, mention.end), "side-member")

    @cached_property
    def _killed_leaders(self) -> list[PartyMention]:
        """The mentions of groups whose leader's killing is told of."""
        return [mention for mention in self._context.named if self._is_of_killed_leader(mention)]

    def _is_of_killed_leader(self, mention: PartyMention) -> bool:
        text = self._context.text
        if mention.party.kind != "group" or mention.glued:
            return False
        led = cue("leadership").found(text, mention.end, mention.end + 40)
        led = led or cue("leader-behind").found(text, mention.end, mention.end + 40)
        return (
            led is not None
            and cue("killing-of").found(text, max(0, mention.start - 40), mention.start) is not None
        )
