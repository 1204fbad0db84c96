"""Rewriting: light edits as a copying editor makes them, and retelling as a second translator does."""

from random import Random

from articles import Grammar

_SWAPS = {
    "said": "stated", "also": "too", "but": "however", "about": "around", "more": "further", "has": "had", "have": "had",
    "is": "was", "are": "were", "because": "since", "not": "never", "many": "numerous", "people": "residents", "the": "this",
    "a": "one", "in": "within", "on": "upon", "with": "alongside", "after": "following", "before": "ahead of", "we": "all of us",
    "they": "these men", "had": "have", "was": "is", "were": "are", "and": "as well as", "that": "which", "when": "as", "to": "towards",
}  # fmt: skip
_FILLERS = ("reportedly", "now", "still", "in fact", "at the time", "once more")


class Editor:
    """Changes words: `strength` is the share that is touched, of which a part is kept, dropped or replaced."""

    def __init__(self, random: Random, grammar: Grammar) -> None:
        self._random = random
        self._grammar = grammar

    def edit(self, sentence: str, strength: float) -> str:
        """The sentence with some words replaced, its order kept."""
        return self._changed(sentence, strength, swaps=0.0)

    def retell(self, sentence: str, strength: float = 0.5) -> str:
        """The sentence told anew: clauses moved, half of the words touched, neighbours swapped."""
        clauses = sentence.rstrip(".").split(", ")
        if len(clauses) > 1 and self._random.random() < 0.6:
            cut = self._random.randrange(1, len(clauses))
            sentence = ", ".join(clauses[cut:] + clauses[:cut]) + "."
        return self._changed(sentence, strength, swaps=0.07)

    def _changed(self, sentence: str, strength: float, *, swaps: float) -> str:
        random = self._random
        words: list[str] = []
        for word in sentence.split():
            words += [word] if random.random() >= strength else self._other(word)
        for place in range(0, len(words) - 1, 2):
            if random.random() < swaps:
                words[place], words[place + 1] = words[place + 1], words[place]
        text = " ".join(words)
        return text[:1].upper() + text[1:]

    def _other(self, word: str) -> list[str]:
        random = self._random
        bare = word.strip('.,“”":;')
        if bare.lower() in _SWAPS:
            return [word.replace(bare, _SWAPS[bare.lower()])]
        if not bare.islower() or random.random() < 0.35:
            return [word] if random.random() < 0.8 else []
        part = "verb" if bare.endswith("ed") else random.choice(("noun", "adjective"))
        changed = word.replace(bare, self._grammar.word(part))
        return [changed, random.choice(_FILLERS)] if random.random() < 0.06 else [changed]
