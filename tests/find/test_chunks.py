"""Tokens and chunks: the letters the grammar matches, for words whose use only their neighbours tell."""

import pytest

from cenotaph.find.people.analysis import analyse
from cenotaph.find.people.hedges import hedge_of
from cenotaph.model import Span


def kinds(text: str) -> str:
    return analyse(text, Span(0, len(text))).kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five soldiers were killed", "XK"),
        ("The blast killed five", "nkZ"),
        ("A rebel leader died", "AI"),
        ("Nine wounded men were freed", "XV"),
        ("the bodies of three women", "CoX"),
        ("Nabil Haddad was abducted", "pK"),
        ("eight vehicles were burned", "nV"),
        ("The death toll rose to 40", "LWPZ"),
        ("THE MURDER OF JORGE MORALES", "Eop"),
        ("MAYOR NAPOLEON VILLAFLOR WAS SHOT DEAD", "pK"),
        ("Amina Yusuf, 31, was wounded", "p,n,K"),
        ("dozens of villagers fled", "ZovW"),
        ("a 9-year-old girl was hurt", "AK"),
        ("the wounded were moved", "TV"),
        ("the wounded soldiers were moved", "TV"),
        ("the six soldiers'\nmurder was told", "HV"),
    ],
)
def test_a_sentence_as_letters(text: str, expected: str) -> None:
    assert kinds(text) == expected


def test_tokens_keep_their_place() -> None:
    text = "Reports say: “more than 2,500 soldiers’ bodies” were moved."
    sentence = analyse(text, Span(0, len(text)))
    words = [
        text[start:end].lower()
        for start, end in zip(sentence.tokens.starts, sentence.tokens.ends, strict=True)
    ]
    assert words == [word.replace("'", "’") for word in sentence.tokens.words]
    assert len(sentence.tokens.tags) == len(words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("could kill ten men", "hypothetical"),
        ("may have killed ten men", "doubted"),
        ("did not kill ten men", "hypothetical"),
        ("have killed ten men", ""),
        ("managed to kill ten men", ""),
        ("to kill ten men", "hypothetical"),
    ],
)
def test_what_may_come_is_told_from_what_was_done(text: str, expected: str) -> None:
    sentence = analyse(text, Span(0, len(text)))
    verb = next(at for at, kind in enumerate(sentence.kinds) if kind in "fkK")
    assert hedge_of(sentence, verb) == expected


def test_a_phrase_does_not_cut_a_number_s_qualifier() -> None:
    assert kinds("Gunmen shot at least nine farmers") == "vkX"
    assert kinds("Gunmen shot at nine farmers") == "vWX"
