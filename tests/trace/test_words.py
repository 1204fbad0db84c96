"""Words as numbers: folding, offsets, speech, and the language pack's lists."""

import pytest

from cenotaph.trace.speech import find_speech
from cenotaph.trace.stems import canonical_stems
from cenotaph.trace.weights import word_frequencies
from cenotaph.trace.words import batches, read_words, stem_hashes, word_hashes


def passages(text: str) -> list[tuple[str, bool]]:
    batch = read_words([text])
    found = find_speech(batch)
    return [
        (text[batch.starts[first] : batch.ends[last - 1]], bool(quoted))
        for first, last, quoted in zip(found.firsts, found.lasts, found.quoted, strict=True)
    ]


def test_case_accents_and_marks_do_not_tell_words_apart() -> None:
    assert list(word_hashes("Bogotá, SAID!")) == list(word_hashes("bogota said"))
    assert list(word_hashes("morgue")) != list(word_hashes("morgues"))


def test_a_word_has_one_hash_wherever_it_stands() -> None:
    texts = [f"{'x ' * number}stretcher" for number in range(0, 3000, 97)]
    found = {
        int(batch.hashes[batch.bounds[at + 1] - 1])
        for batch in batches(texts)
        for at in range(len(batch.bounds) - 1)
    }
    assert found == {int(word_hashes("stretcher")[0])}


def test_words_know_where_they_stand() -> None:
    batch = read_words(["Né à Žilina 😀.", "", "2,500 men"])
    assert list(batch.bounds) == [0, 3, 3, 6]
    spans = [
        (int(start - batch.firsts[0]), int(end - batch.firsts[0]))
        for start, end in zip(batch.starts[:3], batch.ends)
    ]
    assert spans == [(0, 2), (3, 4), (5, 11)]
    assert list(batch.is_plain) == [True, False, True, False, False, True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'He wrote: "We buried them by the road at night." Nothing else.',
            ["We buried them by the road at night"],
        ),
        (
            "‘It’s the soldiers’ bread that we ate all week,’ she said.",
            ["It’s the soldiers’ bread that we ate all week"],
        ),
        (
            "“One carriage was full of boots.\n“Another one held the letters,” he said.",
            ["One carriage was full of boots", "Another one held the letters"],
        ),
        ('The "so-called" list of 12\' boards is long.', []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [words for words, quoted in passages(text) if quoted] == expected


def test_a_quotation_of_two_sentences_is_a_passage_and_so_is_each_sentence() -> None:
    text = "“Nobody came to the gate for them. We counted forty names on the wall.”"
    assert [words for words, _ in passages(text)] == [
        "Nobody came to the gate for them. We counted forty names on the wall",
        "Nobody came to the gate for them",
        "We counted forty names on the wall",
    ]


def test_a_sentence_with_a_reporting_word_is_reported_speech() -> None:
    text = "Snow fell. The miller said that his cart had been taken by deserters. The road is closed all day now."
    assert passages(text) == [("The miller said that his cart had been taken by deserters", False)]


def test_every_entry_of_the_synonyms_is_read() -> None:
    bodies, corpse, dog = canonical_stems(stem_hashes(["bodies", "corpse", "dog"]))
    assert bodies == corpse != dog


def test_rare_words_weigh_more_than_common_ones() -> None:
    of, after, hospital, apricot = word_frequencies().weights(word_hashes("of after hospital apricot"))
    assert of == 0 < after < hospital < apricot
