"""A tolerant HTML parser that keeps the offset of everything, in linear time and without recursion.

It knows what the reading of articles needs of the HTML standard's tree rules: void elements, implied end tags of
paragraphs, list items and cells, raw text of scripts. Broken markup is never an error.
"""

import re
from collections import Counter
from html import unescape

# The next tag, or else what begins a comment, a declaration or a tag without an end. Possessive, so that a tag that never
# ends costs one look at the rest of the page and not a search among its quotes.
_OTHER = r"<(?:/?[a-zA-Z]|!--|[!?/])"
_TAG = re.compile(rf"<(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>|({_OTHER})")
_BARE_TAG = re.compile(rf"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>|({_OTHER})")
_ATTRIBUTE = re.compile(r"([^\s\"'>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]++)))?+")
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr",
    }
)  # fmt: skip
_HEAD = frozenset({"script", "style", "title", "noscript", "base", "template"})
_RAW = frozenset({"script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"})
# What stands on lines of its own. All else runs on in its line, as in a browser, but for elements of a page's own
# making ("news-body"), which are blocks outside of paragraphs and headings.
_BLOCKS = frozenset(
    {
        "html", "head", "body", "address", "article", "aside", "blockquote", "caption", "center", "col", "colgroup",
        "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav",
        "ol", "optgroup", "option", "p", "pre", "search", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_PHRASES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
_CELL = frozenset({"td", "th"})
_IMPLIED: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": _CELL,
    "th": _CELL,
    "tr": _CELL | {"tr"},
    "tbody": _CELL | {"tr", "thead", "tbody"},
    "tfoot": _CELL | {"tr", "tbody"},
    "option": frozenset({"option"}),
}
# Pages close these early and go on.
_NEVER_ENDED = frozenset({"body", "html"})
_LOOK_BACK = 64


class Markup:
    """A page's elements and texts as parallel lists.

    Element 0 is the page itself. `tags[i]`, `parents[i]` and `attributes[i]` (as written) describe element `i`, which
    stands after its parent; `owners[i]` is the block element around it, or itself. `texts` lists stretches of text in
    order: start and end offset in the page, and the element they stand in; a line break is an empty stretch at its
    <br>, a new block is marked by (-1, -1, its element). `raw_texts` has the insides of scripts and titles.
    """

    def __init__(self, page: str) -> None:
        self.page = page
        self.tags = ["#page"]
        self.parents = [0]
        self.attributes = [""]
        self.owners = [0]
        self.raw_texts: dict[int, tuple[int, int]] = {}
        self.texts: list[tuple[int, int, int]] = []

    def attribute(self, element: int) -> dict[str, str]:
        """The attributes of an element, names in lower case, entities resolved."""
        written = self.attributes[element]
        if not written or written.isspace():
            return {}
        found = _ATTRIBUTE.findall(written)
        return {
            name.lower(): unescape(double or single or bare) for name, double, single, bare in reversed(found)
        }


def parse(page: str) -> Markup:
    """The elements and texts of a page."""
    parser = _Parser(page)
    parser.run()
    return parser.markup


class _Parser:
    def __init__(self, page: str) -> None:
        self.page = page
        self.markup = Markup(page)
        self.stack = [0]
        self.blocks = [0]
        self.open_blocks: Counter[str] = Counter()
        self.open_inline: Counter[str] = Counter()
        self.never: set[str] = set()
        self.search = _TAG.search

    def run(self) -> None:
        """One pass over the page."""
        page, at, texts, stack = self.page, 0, self.markup.texts, self.stack
        while found := self.search(page, at):
            start, end = found.span()
            if at < start:
                texts.append((at, start, stack[-1]))
            slash, name, attributes, other = found.groups()
            if other:
                at = self._other(start, other)
            elif slash:
                self._end(name.lower())
                at = end
            else:
                at = self._start(name.lower(), attributes, start, end)
        if at < len(page):
            texts.append((at, len(page), stack[-1]))

    def _other(self, start: int, opening: str) -> int:
        """Pass over what begins with "<" at `start` and is no whole tag; the offset after it."""
        if opening == "<!--":
            return self._until("-->", start + 2, len(self.page))
        if not opening[-1].isalpha():
            return self._until(">", start, len(self.page))
        if self.search == _BARE_TAG.search:
            return len(self.page)
        # Some quote never ends: from here on quotes are not to be trusted.
        self.search = _BARE_TAG.search
        return start

    def _until(self, mark: str, start: int, otherwise: int) -> int:
        """The offset after the next `mark`. What was once not found is not looked for again."""
        if mark in self.never:
            return otherwise
        found = self.page.find(mark, start)
        if found >= 0:
            return found + len(mark)
        self.never.add(mark)
        return otherwise

    def _raw_text(self, name: str, start: int) -> int:
        """The text of a script or a title, where tags are no tags. One that never ends is taken as empty."""
        if name in self.never:
            return start
        found = re.compile(rf"</{name}\b", re.IGNORECASE).search(self.page, start)
        if found is None:
            self.never.add(name)
            return start
        self.markup.raw_texts[self.stack[-1]] = (start, found.start())
        return found.start()

    def _start(self, name: str, attributes: str, start: int, end: int) -> int:
        """Take a tag; the offset after it and after the raw text that it opens."""
        markup = self.markup
        block = name in _BLOCKS or ("-" in name and markup.tags[self.blocks[-1]] not in _PHRASES)
        if block:
            self._imply_ends(name)
        element = len(markup.tags)
        markup.tags.append(name)
        markup.parents.append(self.stack[-1])
        markup.attributes.append(attributes)
        markup.owners.append(element if block else markup.owners[self.stack[-1]])
        if name == "br":
            markup.texts.append((start, start, element))
        if block:
            markup.texts.append((-1, -1, element))
        closed = attributes.endswith("/")
        if not (name in _VOID or (closed and self._in_drawing())):
            self.stack.append(element)
            (self.open_blocks if block else self.open_inline)[name] += 1
            if block:
                self.blocks.append(element)
        return self._raw_text(name, end) if name in _RAW and not closed else end

    def _in_drawing(self) -> bool:
        """Whether a tag's closing slash means what it says, which in HTML it does inside SVG and MathML alone."""
        return bool(self.open_inline["svg"] or self.open_inline["math"])

    def _imply_ends(self, name: str) -> None:
        tags, closes = self.markup.tags, _IMPLIED.get(name, frozenset())
        while (last := tags[self.blocks[-1]]) == "p" or last in closes:
            self._pop_to(self.blocks[-1])
        if last == "head" and name not in _HEAD:
            self._pop_to(self.blocks[-1])

    def _end(self, name: str) -> None:
        tags = self.markup.tags
        if name in _NEVER_ENDED:
            return
        if self.open_blocks[name]:
            while tags[self.blocks[-1]] != name:
                self._pop_to(self.blocks[-1])
            self._pop_to(self.blocks[-1])
        elif self.open_inline[name]:
            self._end_inline(name)

    def _end_inline(self, name: str) -> None:
        """An inline element ends only inside its block, and not from far."""
        for element in reversed(self.stack[-_LOOK_BACK:]):
            if self.markup.tags[element] == name:
                self._pop_to(element)
                return
            if element == self.blocks[-1]:
                return

    def _pop_to(self, element: int) -> None:
        """Close an open element and all that is open inside it."""
        tags = self.markup.tags
        while True:
            last = self.stack.pop()
            if last == self.blocks[-1]:
                self.blocks.pop()
                self.open_blocks[tags[last]] -= 1
                self.markup.texts.append((-1, -1, self.blocks[-1]))
            else:
                self.open_inline[tags[last]] -= 1
            if last == element:
                return
