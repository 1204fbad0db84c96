"""People of a lead that the sentences below count again place by place: "four men in the south", one in Tellin and two in Sarmin."""

from collections import defaultdict
from collections.abc import Sequence

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.names.place_words import place_words

_FEW = 3
_PARTS = 6  # Sentences.


class InParts:
    """Looks below the counts of one report; `harmed` are the people of its claims."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed]) -> None:
        self._context, self._known = context, dict[int, bool]()
        self._by_sentence = defaultdict[int, list[Harmed]](list)
        for people in harmed:
            self._by_sentence[people.sentence].append(people)

    def are_told_so(self, people: Harmed) -> bool:
        """Whether these or others of their sentence are counted again place by place."""
        found = self._known.get(people.sentence)
        if found is None:
            found = self._known[people.sentence] = any(
                map(self._is_told_so, self._by_sentence.get(people.sentence, ()))
            )
        return found

    def _is_told_so(self, people: Harmed) -> bool:
        """ "Four were shot in the south", and below "a trader in Narathiwat" and "two engineers in Yala": of several places."""
        if (people.low or 0) < _FEW:
            return False
        parts = dict[str, int]()
        for sentence in range(people.sentence + 1, people.sentence + _PARTS):
            told = [other for other in self._by_sentence.get(sentence, ()) if other.harm == people.harm]
            name = self._first_place(sentence) if told and not told[0].names else None
            if name is not None:
                parts[name] = parts.get(name, 0) + (told[0].low or 0)
        alike = all(part < (people.low or 0) for part in parts.values())
        return len(parts) > 1 and alike and abs(sum(parts.values()) - (people.low or 0)) <= 1

    def _first_place(self, sentence: int) -> str | None:
        """The first name of a place in a sentence that a word of place leads to."""
        led = (site for site in self._context.sites(sentence) if site.lead in place_words().leads)
        return next((self._context.text[site.start : site.end] for site in led), None)
