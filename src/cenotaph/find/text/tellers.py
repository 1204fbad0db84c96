"""Where a number's people end and other words follow without a comma: who tells of them ("kills 12 NGO", "killed 60 militants
media reported"), or the sentence behind a headline ("kills 18 New toll", "killed 40 attackers Russias ministry said")."""

from cenotaph.find.text.tokens import Tokens

_TELLERS = frozenset(
    (
        "monitor",
        "ngo",
        "source",
        "sources",
        "media",
        "observatory",
        "watchdog",
        "report",
        "reports",
        "agency",
        "television",
        "tv",
    )
)
_OF_TELLERS = frozenset(
    (
        "medical",
        "security",
        "local",
        "military",
        "state",
        "state-run",
        "hospital",
        "opposition",
        "news",
        "official",
        "officials",
    )
)
_POSTS = frozenset(
    (
        "head",
        "director",
        "leader",
        "commander",
        "chief",
        "spokesman",
        "spokeswoman",
        "member",
        "secretary",
        "deputy",
        "chairman",
    )
)
_LOST = frozenset(("casualties", "losses", "deaths", "fatalities"))
_ONE = 1
_MASSES = ("people", "children")
_PEOPLE = frozenset("VvYTG")


def told_from(tokens: Tokens, first: int, last: int, *, harmed: bool) -> int | None:
    """The token behind the people of a counted noun phrase from token `first` to `last`, None where they end it; `harmed`
    tells that a verb of harm stands right before the phrase."""
    if tokens.tags[first] == "O":
        return first + 1 if first < last and _is_speaker(tokens, first + 1, last) else None
    number = tokens.tags.index("Q", first)
    for at in range(number + 1, last + 1):
        if _is_lost_by(tokens, at, last):
            return at + 1
        begin = _teller(tokens, number, at) if tokens.words[at] in _TELLERS else at
        if begin is not None and (
            begin < at or tokens.words[at] in _TELLERS or _is_behind(tokens, number, at, last)
        ):
            return begin
    if number < last and (
        (harmed and _is_heading(tokens, number + 1, last)) or _is_speaker(tokens, number + 1, last)
    ):
        return number + 1
    return None


def _is_lost_by(tokens: Tokens, at: int, last: int) -> bool:
    """Whether behind a word of harm those follow who suffered it: "includes 40 casualties Danish forces suffered"."""
    lost = at < last and tokens.words[at] in _LOST and tokens.tags[at + 1] in "TG"
    return lost and tokens.tags[last + 1 : last + 2] in ("W", "B")


def _is_speaker(tokens: Tokens, at: int, last: int) -> bool:
    """Whether at a word of harm the people end, and a name behind it tells: "left 12 injured Omar Said said"."""
    names = tokens.tags[at + 1 : last + 1]
    if tokens.tags[at] == "K" and set(names) == {"J"}:
        return True  # "Four captured alive".
    told = tokens.tags[at] in "Kh" and set(names) == {"M"} and tokens.tags[last + 1 : last + 2] == "R"
    return told and not tokens.caps and (len(names) > 1 or tokens.is_upper(last))


def post_from(tokens: Tokens, first: int, last: int) -> int | None:
    """The token of the post that stands behind a full name without a comma ("Omar Said head of the clinic"), if one does."""
    name = tokens.tags[first:last].lstrip("VJNT")  # "Judge Omar Said member of".
    named = len(name) > 1 and set(name) == {"M"} and tokens.tags[last + 1 : last + 2] == "o"
    return last if named and tokens.words[last] in _POSTS and not _is_capital(tokens, last) else None


def _teller(tokens: Tokens, number: int, at: int) -> int | None:
    """Where those begin who tell, of whom `at` is the last word; None where they are the people counted ("two sources")."""
    begin = at
    while begin - 1 > number and tokens.words[begin - 1] in _OF_TELLERS:
        begin -= 1
    if begin - 1 == number:
        many = tokens.quantities[number].low != _ONE and not tokens.words[at].endswith("s")
        return begin if many else None
    if begin < at and tokens.tags[number + 1 : begin] in ("T", "G") and not tokens.words[at].endswith("s"):
        return number + 1  # "Kills six Syrian state TV".
    return begin if tokens.tags[begin - 1] in "vO" else None


def _is_behind(tokens: Tokens, number: int, at: int, last: int) -> bool:
    """Whether the word before has ended the people: "14 others local", "40 attackers Russias", "dozens more Syrias agency"."""
    if at - 1 == number:
        return False
    word, tag = tokens.words[at - 1], tokens.tags[at - 1]
    if word == "others":
        return True
    if tokens.caps or not _is_capital(tokens, at):
        return False
    if tag == "v":
        return word.endswith(("s", "men", *_MASSES))
    return tag == "O" and _PEOPLE.isdisjoint(tokens.tags[at : last + 1])


def _is_heading(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a capital behind the number opens something else that names no people: "kills 58 Observatory"."""
    others = _PEOPLE.isdisjoint(tokens.tags[at : last + 1]) and not tokens.words[last].endswith("s")
    return others and not tokens.caps and _is_capital(tokens, at)


def _is_capital(tokens: Tokens, at: int) -> bool:
    return tokens.text[tokens.starts[at]].isupper()
