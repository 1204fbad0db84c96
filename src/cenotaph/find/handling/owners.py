"""Whose the dead and wounded of a clause are: not those who only own what is told of, nor those of the clause before."""

from cenotaph.find.handling.grammar import grammar
from cenotaph.find.handling.reading import Reading

_OWNER_REACH = 3
_OWNED = frozenset(
    (
        "boots",
        "clothes",
        "shoes",
        "uniforms",
        "belongings",
        "money",
        "families",
        "relatives",
        "homes",
        "houses",
        "killers",
        "killer",
        "murderers",
        "families and friends",
        "phones",
        "documents",
        "memory",
        "blood",
    )
)
_HOLDER_REACH = 5


def is_anothers(reading: Reading, first: int, last: int) -> bool:
    """ "The dead man's brother", "the weapons of the wounded": what belongs to the dead and wounded, and not they."""
    letters, tags = grammar().letters, reading.tags
    cargo = "".join(letters[name] for name in ("dead", "wounded", "victims"))
    if letters["body"] in tags[first : last + 1]:
        return False
    named = [at for at in range(first, last + 1) if tags[at] in cargo]
    return bool(named) and all(_owns(reading, first, at) for at in named)


def _owns(reading: Reading, first: int, at: int) -> bool:
    """Whether the dead or wounded at a token only own what is told of."""
    letters, tags = grammar().letters, reading.tags
    for owner in range(at, min(at + _OWNER_REACH, len(tags))):
        if owner in reading.owners:
            return letters["body"] not in tags[owner + 1 : owner + _OWNER_REACH]
        if tags[owner + 1 : owner + 2] not in [letters["person"], letters["fighter"], letters["word"]]:
            break
    of = tags.rfind(letters["of"], max(0, at - _HOLDER_REACH), at)
    owned = letters["things"] + letters["kin"]
    return of > 0 and (tags[of - 1] in owned or reading.words[of - 1] in _OWNED)


def is_another(reading: Reading, first: int, do: int) -> bool:
    """ "Nine were injured and residents have been evacuated": the wounded of one clause, others in the next."""
    letters, tags = grammar().letters, reading.tags
    if not first or tags[first] != letters["wounded"] or tags[first - 1] != letters["be"]:
        return False
    joint = tags.find(letters["and"], first, do)
    people = letters["person"] + letters["fighter"] + letters["demonym"]
    counted = "".join(letters[name] for name in ("determiner", "number", "numeral", "word"))
    at = joint + 1
    while 0 < at < do and tags[at] in counted:
        at += 1
    return joint > 0 and tags[at] in people
