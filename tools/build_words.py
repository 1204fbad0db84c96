"""Build the English word list `packs/en/words.txt` from WordNet's database files.

usage: build_words.py WORDNET_DIR OUT   (Debian: the folder /usr/share/wordnet of the package wordnet-base)

Each line is `CLASS word word ...`, the class being the part of speech the word most often has:
person (who somebody is), persons (plural), noun, nouns, verb (base or -s), past, ing, adjective, adverb; "rare-" before
it means that WordNet's tagged texts never use the word, so that in capitals it may well be a name.
WordNet 3.0 is Copyright 2006 by Princeton University; its licence allows the use (see NOTICE).
"""

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

PERSON_FILE = "18"
WORD = re.compile(r"[a-z]{2,}(?:-[a-z]+)*$")
POS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}


def sense_counts(folder: Path) -> dict[str, Counter[str]]:
    """How often each word stands in each part of speech in WordNet's tagged texts."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (folder / "cntlist.rev").read_text("latin-1").splitlines():
        key, _, count = line.split()
        lemma, sense = key.split("%")
        counts[lemma][POS[sense[0]]] += int(count)
    return counts


def index(folder: Path, name: str) -> dict[str, list[str]]:
    """Lemma → its synset offsets, most frequent sense first."""
    found = {}
    for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
        parts = line.split()
        if not line.startswith(" ") and WORD.match(parts[0]):
            found[parts[0]] = parts[-int(parts[2]) :]
    return found


def common(folder: Path, nouns: dict[str, list[str]]) -> set[str]:
    """Lemmas that WordNet writes in lower case at least once (aachen is not one)."""
    lower = set()
    for line in (folder / "data.noun").read_text("latin-1").splitlines():
        if not line.startswith(" "):
            parts = line.split()
            lower.update(w for w in parts[4 : 4 + 2 * int(parts[3], 16) : 2] if w == w.lower())
    return lower & nouns.keys()


def person_nouns(folder: Path, nouns: dict[str, list[str]]) -> set[str]:
    """Nouns one of whose two most frequent senses is a person; names (Mozart) are left out."""
    files, proper = {}, set()
    for line in (folder / "data.noun").read_text("latin-1").splitlines():
        parts = line.split()
        if not line.startswith(" "):
            files[parts[0]] = parts[1]
            if parts[4][0].isupper():
                proper.add(parts[0])
    return {
        lemma
        for lemma, senses in nouns.items()
        if any(files[s] == PERSON_FILE and s not in proper for s in senses[: 2 if len(senses) > 2 else 1])
        and not all(s in proper for s in senses)
    }


def exceptions(folder: Path, name: str) -> dict[str, list[str]]:
    """Lemma → its irregular forms."""
    forms: dict[str, list[str]] = defaultdict(list)
    for line in (folder / f"{name}.exc").read_text("latin-1").splitlines():
        form, *lemmas = line.split()
        for lemma in lemmas:
            forms[lemma].append(form)
    return forms


def plural(word: str) -> str:
    if re.search(r"(s|x|z|ch|sh)$", word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    if word.endswith("man") and word not in ("human", "roman", "german"):
        return word[:-3] + "men"
    return word + "s"


def past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ied"
    return word + "ed"


def ing(word: str) -> str:
    return word[:-1] + "ing" if re.search(r"[^eoy]e$", word) else word + "ing"


def verb_forms(lemma: str, irregular: list[str]) -> set[str]:
    """The -ing and past forms of a verb; regular ones only where no irregular one is listed."""
    forms = set(irregular)
    if not any(form.endswith("ing") for form in forms):
        forms.add(ing(doubled(lemma)))
    if all(form.endswith("ing") for form in forms):
        forms.add(past(doubled(lemma)))
    return forms


def doubled(word: str) -> str:
    """The stem with its last consonant doubled (stop → stopp), for short verbs."""
    return word + word[-1] if re.fullmatch(r"[a-z]*[^aeiou][aeiou][bdgklmnprt]", word) else word


def classes(folder: Path) -> dict[str, str]:
    counts = sense_counts(folder)
    nouns, verbs = index(folder, "noun"), index(folder, "verb")
    adjectives, adverbs = index(folder, "adj"), index(folder, "adv")
    persons, exc_n, exc_v = (
        person_nouns(folder, nouns),
        exceptions(folder, "noun"),
        exceptions(folder, "verb"),
    )
    out: dict[str, str] = {}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for lemma in sorted(common(folder, nouns)):
        one, many = ("person", "persons") if lemma in persons else ("noun", "nouns")
        weight = counts[lemma]["n"] + 0.5
        votes[lemma][one] += weight
        for form in [plural(lemma), *exc_n.get(lemma, [])]:
            votes[form][many] += weight
    for lemma in verbs:
        weight = counts[lemma]["v"] + 0.3
        votes[lemma]["verb"] += weight
        votes[plural(lemma)]["verb"] += weight / 2
        for form in verb_forms(lemma, exc_v.get(lemma, [])):
            votes[form]["ing" if form.endswith("ing") else "past"] += weight
    for lemma in adjectives:
        votes[lemma]["adjective"] += counts[lemma]["a"] + 0.4
    for lemma in adverbs:
        votes[lemma]["adverb"] += counts[lemma]["r"] + 0.35
    for word, vote in votes.items():
        if WORD.match(word):
            best = max(sorted(vote), key=lambda c: vote[c])
            out[word] = f"rare-{best}" if max(vote.values()) < 1 else best
    return out


def main() -> None:
    folder, target = Path(sys.argv[1]), Path(sys.argv[2])
    grouped: dict[str, list[str]] = defaultdict(list)
    for word, name in sorted(classes(folder).items()):
        grouped[name].append(word)
    lines = [f"{name} {' '.join(words)}" for name, words in sorted(grouped.items())]
    target.write_text(
        "# Built by tools/build_words.py from WordNet 3.0 (Princeton University).\n" + "\n".join(lines) + "\n"
    )


if __name__ == "__main__":
    main()
