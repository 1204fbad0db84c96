"""Articles out of pages built the way news sites build them, in our own words."""

from pathlib import Path

import pytest

from cenotaph.model import Report
from cenotaph.problems import Problem
from cenotaph.read import Document, read_bytes

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
PROSE = (
    "<p>The mayor said on Monday that two men had been killed near the station and that five more were hurt.</p>"
    "<p>She named the men as brothers who sold bread there. Their mother saw the shell come down, she said.</p>"
)


def text_of(markup: str) -> str:
    """The text of an article with that markup after its first paragraphs, less those."""
    page = f"<html><body><article>{PROSE}{markup}</article></body></html>"
    found = next(read_bytes(page.encode(), "a.html"))
    assert isinstance(found, Document)
    return "\n\n".join(found.report.text.split("\n\n")[2:])


def report_of(head: str, body: str = PROSE) -> Report:
    found = next(read_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "a.html"))
    assert isinstance(found, Document)
    return found.report


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_article_is_what_we_would_have_copied_by_hand(path: Path) -> None:
    (document,) = read_bytes(path.read_bytes(), path.name)
    assert isinstance(document, Document)
    assert document.report.text == path.with_suffix(".txt").read_bytes().decode()


def test_a_page_that_opens_with_many_comments_is_told_apart_at_once() -> None:
    page = f"<!DOCTYPE html>{'<!-- begin --> ' * 400}<html><body>{PROSE}</body></html>"
    (document,) = read_bytes(page.encode(), "a")
    assert isinstance(document, Document)


def test_there_are_pages() -> None:
    assert len(PAGES) >= 4


def test_metadata_comes_from_linked_data_meta_tags_and_links() -> None:
    by_name = {}
    for path in PAGES:
        found = next(read_bytes(path.read_bytes(), path.name))
        assert isinstance(found, Document)
        report = found.report
        by_name[path.stem] = (report.title, report.outlet, report.published, report.url)
    assert by_name == {
        "amp": (
            "Refrigerated trucks cross at dusk",
            None,
            "2022-03-20T08:30:00+03:00",
            "https://frontier.example/trucks",
        ),
        "live": ("As it happened: shelling in the east", "Eastern Wire", "2022-03-21", None),
        "portal": (
            "Officials list the dead of the rail station",
            "Portal News",
            "2022-04-12T06:15:00.000Z",
            "https://portal.example/rail-station.html",
        ),
        "wordpress": (
            "Border hospital takes in wounded by night",
            "The Dnieper Courier",
            "2022-03-18T21:40:00+02:00",
            "https://courier.example/2022/03/border-hospital/",
        ),
    }


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2022-03-13T09:00+02:00"}</script>',
         "2022-03-13T09:00+02:00"),
        ('<script type="application/ld+json">{broken</script><meta name="pubdate" content="2022-03-13">', "2022-03-13"),
        ('<meta itemprop="datePublished" content="March 13, 2022 9:00">', "2022-03-13T09:00:00"),
        ('<meta name="date" content="20220313">', "2022-03-13"),
        ("", None),
    ],
)  # fmt: skip
def test_dates_of_pages(head: str, published: str | None) -> None:
    assert report_of(head).published == published


def test_a_date_nobody_can_read_is_a_problem() -> None:
    page = f'<html><head><meta name="date" content="yesterday"></head><body>{PROSE}</body></html>'
    _, problem = read_bytes(page.encode(), "a.html")
    assert isinstance(problem, Problem)
    assert (problem.code, problem.report) == ("read.date", "a")


def test_a_time_element_is_the_last_resort() -> None:
    assert report_of("", PROSE + '<time datetime="2022-03-13T10:00:00+02:00">13 March</time>').published == (
        "2022-03-13T10:00:00+02:00"
    )


@pytest.mark.parametrize(
    "markup",
    [
        "<script>document.write('<p>Forty dead in a script, said the writer of it to all.</p>')</script>",
        "<style>p::before { content: 'Forty dead' }</style>",
        "<!-- <p>Forty dead in a comment.</p> -->",
        "<p hidden>Forty dead, hidden from the reader of the page.</p>",
        '<p style="display: none">Forty dead, hidden from the reader of the page.</p>',
        '<div aria-hidden="true">Forty dead, hidden from the reader of the page.</div>',
        "<template><p>Forty dead in a template.</p></template>",
        "<form><p>Forty dead? Write to us what you saw that night in the town.</p><input></form>",
        '<div class="cookie-banner">We use cookies. They are good for you and for forty others.</div>',
        '<div class="article__share-tools"><a href="#">Share</a> with forty friends</div>',
        '<section class="related-articles"><p>Forty dead in another town, said another mayor on another day.</p></section>',
        "<aside><p>Forty dead in another town, said another mayor on another day.</p></aside>",
        '<div id="disqus_thread"><p>Forty dead I say, I was there with my brother and saw it all.</p></div>',
        "<p>Advertisement</p>",
        "<p>Oops!</p><p>Something went wrong.</p><p>Please try again later.</p>",
        "<p>Sign up for our newsletter to hear of forty things a day.</p>",
        "<p>Read more: <a href='/x'>Forty dead in the market</a></p>",
        "<ul><li><a href='/x'>Forty dead in the market</a></li><li><a href='/y'>Talks go on</a></li></ul>",
        "<h2>Related</h2><p><a href='/x'>Forty dead in the market</a></p>",
    ],
)
def test_furniture_is_left_out(markup: str) -> None:
    assert text_of(f"{markup}<p>It ended there.</p>") == "It ended there."


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<figure><img><figcaption>Five coffins</figcaption></figure>", "Five coffins"),
        ("<ul><li>Two men</li><li>A girl</li></ul>", "Two men\n\nA girl"),
        ("<blockquote>Nobody came.</blockquote>", "Nobody came."),
        ("<table><tr><th>Dead<td>5<tr><th>Hurt<td>12</table>", "Dead\t5\nHurt\t12"),
        ("<p>Five<br><br/>dead", "Five\ndead"),
        ("<p>Five\n   <b>de</b>ad<p>Twelve hurt", "Five dead\n\nTwelve hurt"),
        ("<p>a &lt;5&gt; &amp; b&nbsp;c&#x2014;d &notanentity; &#0;", "a <5> & b\xa0c—d ¬anentity; \ufffd"),
        ("<p>five\u202e daed\u202c \u2066x\u2069 so\u00adft", "five daed x soft"),
        ("<p>one<svg><path d='M0'/><title>icon</title></svg>two<script>x</script>three", "onetwothree"),
        ("<my-list><my-item>Two men</my-item><my-item>A girl</my-item></my-list>", "Two men\n\nA girl"),
        ("<p>the <x-term>dead</x-term> of the town", "the dead of the town"),
        ("<h2>Names</h2><p>Ivan", "Names\n\nIvan"),
        ("<p>5 < 7 and 7 > 5", "5 < 7 and 7 > 5"),
    ],
)
def test_what_is_kept(markup: str, text: str) -> None:
    assert text_of(markup) == text


def test_a_caption_shown_twice_stands_once() -> None:
    caption = "<figcaption>A column of ambulances drives through the town at dusk</figcaption>"
    assert text_of(f"{caption}<p>Two men died.</p>{caption}") == (
        "A column of ambulances drives through the town at dusk\n\nTwo men died."
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("two men  and\n a boy", "two men and a boy"), ("two men &amp; a boy", "two men & a boy"),
        ("two <b> men</b> and", "two men and"), ("two <b>men </b> and", "two men and"), ("two&nbsp; men", "two\xa0 men"),
        ("two &#32; men", "two men"), ("two \u200b men", "two men"), ("two men \xa0 \xa0", "two men"), (" two men ", "two men"),
    ],
)  # fmt: skip
def test_white_space_is_written_once_and_only_between_words(written: str, read: str) -> None:
    assert text_of(f"<p>{written}</p>") == read


def test_a_page_that_is_one_form_is_still_read() -> None:
    found = next(read_bytes(f"<html><body><form>{PROSE}</form></body></html>".encode(), "a.html"))
    assert isinstance(found, Document)


def test_paragraphs_whose_class_sounds_like_furniture_are_read_if_they_are_the_article() -> None:
    page = "<html><body>" + PROSE.replace("<p>", '<p class="related">') * 3 + "</body></html>"
    found = next(read_bytes(page.encode(), "a.html"))
    assert isinstance(found, Document)


def test_the_headline_is_the_heading_that_is_the_title() -> None:
    body = f"<h1>The Courier</h1><h1>Two men killed near the station</h1><div>{PROSE}</div>"
    report = report_of("<title>Two men killed near the station | The Courier</title>", body)
    assert report.text.startswith("Two men killed near the station\n\nThe mayor")


def test_a_page_without_prose_is_a_problem() -> None:
    (problem,) = read_bytes(
        b"<html><body><div id=root></div><script>render()</script></body></html>", "a.html"
    )
    assert isinstance(problem, Problem)
    assert problem.code == "read.html-no-text"


def test_a_page_of_a_few_words_is_read_whole() -> None:
    found = next(
        read_bytes(b"<html><body><nav>Home</nav><div><p>5 dead in Irpin</p></div></body></html>", "a.html")
    )
    assert isinstance(found, Document)
    assert found.report.text == "5 dead in Irpin"
