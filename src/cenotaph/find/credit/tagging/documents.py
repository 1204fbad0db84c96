"""Words that may be a document, or say which one: "a brief", "a working paper", "a newly published study"."""

from cenotaph.find.credit.tagging.word_table import tag_table, word_sets


def is_paper(lower: list[str], at: int) -> bool:
    """Whether a word that mostly describes ("a brief clash") is a document here: whose it is stands behind it, or a verb."""
    behind = lower[at + 1 : at + 2]
    return not behind or tag_table().get(behind[0], "C") in "PoyVtbHMKTw,;.&" or not behind[0][0].isalnum()


def is_study(lower: list[str], at: int) -> bool:
    """Whether "paper" is a study and no newspaper: "a working paper", "a paper published in"."""
    behind = lower[at + 1 : at + 2]
    before = lower[max(0, at - 4) : at]
    out = bool(behind) and (behind[0] in word_sets()["compiling"] or behind[0] in ("by", "from"))
    brought = not (word_sets()["issues"] - {"read"}).isdisjoint(before)
    return at > 0 and (lower[at - 1] in word_sets()["papers"] or ((out or brought) and "a" in before))


def describes(tags: list[str | None], lower: list[str], at: int) -> bool:
    """Whether a participle right behind "a", "its" or "a newly" only says which document is meant: "a | detailed | study"."""
    before = at - 1 - (tags[at - 1] == "R")
    behind = [tag_table().get(word, "x") for word in lower[at + 1 : at + 4]]
    return (
        lower[before] in ("a", "an", "its", "their", "the")
        and "d" in behind
        and set(behind[: behind.index("d")]) <= {"x", "N", "K"}
    )
