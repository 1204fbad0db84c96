"""Who made the study or report that a text tells from."""

import pytest

from cenotaph.language import load_pack
from cenotaph.trace.documents import is_document, makers

CASES = load_pack("sources")["documents"]


@pytest.mark.parametrize("example", [*CASES["examples"], *CASES["counter"]])
def test_makers_of_documents(example: str) -> None:
    text, _, names = example.partition(" =>")
    assert list(makers(text)) == [name for name in names.strip().split(", ") if name]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the study", True),
        ("The investigation", True),
        ("new report", True),
        ("Mueller Report", False),
        ("the army", False),
        ("researchers in the UK and Sudan", True),
        ("the authors", True),
        ("researchers from the Harbour Institute", False),
    ],
)
def test_words_that_only_say_what_kind_of_document_speaks(name: str, expected: bool) -> None:
    assert is_document(name) is expected
