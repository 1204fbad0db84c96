"""A report's text as HTML keeps every character in its place, whatever it holds."""

from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cenotaph.web.reading.marks import Mark, paragraphs


class Text(HTMLParser):
    """The text of a page, and the elements in it."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.elements: list[str] = []

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)


def read(html: str) -> Text:
    parser = Text()
    parser.feed(html)
    return parser


letters = st.text(st.sampled_from("ab <>&\"'\n\u202e\u2066й😀"), max_size=60)
spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.booleans()), max_size=8)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(letters, spans)
def test_no_character_is_lost_or_moved(text: str, found: list[tuple[int, int, bool]]) -> None:
    marks = [
        Mark("claim" if claim else "handling", f"m{number}", start, min(start + length, len(text)), "label")
        for number, (start, length, claim) in enumerate(found)
        if start < len(text)
    ]
    page = read("".join(paragraphs(text, marks)))
    assert page.text == text
    assert set(page.elements) <= {"p", "a", "span", "bdi"}
    assert page.elements.count("span") == len(marks)


def test_a_part_begins_where_it_is_asked_to() -> None:
    marks = [Mark("claim", "one", 2, 6, "label")]
    parts = ["".join(paragraphs("abcdefgh", marks, start, start + 4)) for start in (0, 4)]
    assert [read(part).text for part in parts] == ["abcd", "efgh"]
    assert all('data-claim="one"' in part for part in parts)


def test_a_character_that_turns_text_around_is_shut_in_and_named() -> None:
    page = "".join(paragraphs("a\u202eb", []))
    assert '<bdi class="turn" data-name="RLO">\u202e</bdi>' in page
