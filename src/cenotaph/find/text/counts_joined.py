"""Numbers that another word parts from the people they count: brackets, "and", a stroke, a closing mark."""

from cenotaph.find.text.tokens import Tokens

PERSON_HEADS = frozenset("VvYT")


def counted(tags: str) -> str | None:
    """What a number in brackets makes of the people behind it: "(31) people", "(103) others"."""
    return "X" if tags[-1] in PERSON_HEADS else "Z" if set(tags) == {"O"} else None


def is_quoted_number(tokens: Tokens, number: int, first: int, last: int) -> bool:
    """Whether a closing mark alone stands between a number and the people it counts: '"around thirty" guards'."""
    people = (
        tokens.tags[last] in "vY"
        or tokens.words[last] == "more"
        or (first == last and is_acronym(tokens, last))
    )
    return people and first == number + 2 and tokens.tags[number + 1] == '"'


def shares_noun(tokens: Tokens, kinds: list[str], lasts: list[int]) -> bool:
    """Whether what stands before "and" is a number with an adjective only, or a name or noun in the singular, whose people
    follow: "70 army and rebel fighters", "nine Iraqi and Kurdish officers"."""
    if kinds[-2:-1] == ["u"]:
        tag, word = tokens.tags[lasts[-2]], tokens.words[lasts[-2]]
        return tag in "GT" or (tag == "N" and not word.endswith("s"))
    return kinds[-2:-1] == ["Z"] and tokens.tags[lasts[-2]] in "JT"


def is_either_name(tokens: Tokens, kinds: list[str], lasts: list[int]) -> bool:
    """Whether a number and a name stand before a stroke and its people behind: "20 Boko Haram/ISWAP fighters"."""
    return (
        kinds[-2:-1] in (["u"], ["X"]) and tokens.words[lasts[-1]] == "/" and tokens.tags[lasts[-2]] in "GTM"
    )


def is_acronym(tokens: Tokens, index: int) -> bool:
    return not tokens.caps and tokens.ends[index] - tokens.starts[index] < 6 and tokens.is_upper(index)
