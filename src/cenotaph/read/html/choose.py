"""Which blocks of a page are the report: the element that holds its prose, less furniture, plus headline and captions."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from cenotaph.language import load_pack
from cenotaph.read.furniture import furniture_rule
from cenotaph.read.html.blocks import Block, Blocks
from cenotaph.read.html.markup import Markup

# What never holds a report's words, whatever it says.
_NEVER = frozenset(
    {
        "script", "style", "noscript", "template", "svg", "iframe", "select", "datalist", "object", "embed",
        "audio", "video", "canvas", "map", "textarea", "title", "head", "math", "input", "amp-sidebar",
        "amp-ad", "amp-consent", "amp-social-share",
    }
)  # fmt: skip
# What holds none unless it holds nearly all: some pages are one form, some hide their article from those who don't pay.
_SELDOM = frozenset({"nav", "footer", "form", "button", "dialog", "menu", "label", "aside"})
_ROLES = frozenset(
    {"navigation", "contentinfo", "dialog", "alertdialog", "search", "menu", "menubar", "toolbar", "alert"}
)
_HIDDEN = re.compile(
    r"(?:^|\s)hidden(?:\s|=|$)|aria-hidden\s*=\s*[\"']?true|display\s*:\s*none|clip\s*:\s*rect", re.IGNORECASE
)
_NAMED = re.compile(r"(?:class|id|role|data-component|data-testid|hidden|style)\b", re.IGNORECASE)
_TOKEN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CAPTION = re.compile(r"caption|cutline|image-?(?:desc|text|info)|photo-?desc", re.IGNORECASE)
_BODY_NAME = re.compile(
    r"articlebody|(?:article|story|entry|post|news)[-_]{0,2}(?:body|content|text)(?![a-z])|body[-_]{0,2}(?:content|copy|text)(?![a-z])",
    re.IGNORECASE,
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# An element is the report's body while it holds this share of its parent's prose.
_BODY_SHARE = 0.85
# A class may call furniture only what holds less than this share of the page's prose.
_FURNITURE_SHARE = 0.5
# Prose that a body has at least.
_BODY = 200
_REPEATED = 40


class _Marks(Struct, frozen=True):
    words: frozenset[str]
    parts: re.Pattern[str]


@cache
def _marks() -> _Marks:
    pack = load_pack("furniture")
    return _Marks(frozenset(pack["marks"]), re.compile("|".join(map(re.escape, pack["parts"]))))


def choose_blocks(markup: Markup, title: str | None) -> list[Block]:
    """The blocks of the report in the order of the page, the headline first; `title` tells which one that is."""
    found = Blocks(markup)
    never = bytearray(tag in _NEVER for tag in markup.tags)
    weights = _weights(markup, found.without(_drop(markup, never)))
    marked = _marked_elements(markup, weights, _named_body(markup, weights))
    blocks = found.without(_drop(markup, marked))
    weights = _weights(markup, blocks)
    if not weights[0]:
        # A page too short for prose, such as one line in a paragraph: all that is no furniture.
        return list(_clean(markup, blocks))
    body = _named_body(markup, weights) or _heaviest(markup, weights)
    return list(_clean(markup, _report(markup, blocks, body, title or "")))


def _drop(markup: Markup, dropped: bytearray) -> bytearray:
    """Drop all that stands inside a dropped element too."""
    for element, parent in enumerate(markup.parents):
        dropped[element] |= dropped[parent]
    return dropped


def _marked_elements(markup: Markup, weights: list[int], body: int) -> bytearray:
    """What its tag, role, class or id calls furniture, unless it holds the body or a good part of the prose."""
    most = weights[body] * _FURNITURE_SHARE
    alike: Counter[str] = Counter()
    for weight, written in zip(weights, markup.attributes, strict=True):
        alike[written] += weight
    around = {body}
    while body:
        body = markup.parents[body]
        around.add(body)
    dropped = bytearray(tag in _NEVER for tag in markup.tags)
    known: dict[str, bool] = {}
    for element, tag in enumerate(markup.tags):
        if element in around or dropped[element]:
            continue
        if dropped[markup.parents[element]]:
            dropped[element] = True
        elif tag in _SELDOM:
            dropped[element] = weights[element] <= most or len(around) > 1
        elif alike[markup.attributes[element]] <= most or len(around) > 1:
            written = markup.attributes[element]
            if written not in known:
                known[written] = _marked(markup, element)
            dropped[element] = known[written]
    return dropped


def _named_body(markup: Markup, weights: list[int]) -> int:
    """The element that its markup calls the article's body; 0 if none does, or several share the prose."""
    named = [
        element
        for element, written in enumerate(markup.attributes)
        if weights[element] >= _BODY and _BODY_NAME.search(written)
    ]
    if not named:
        return 0
    best = max(named, key=weights.__getitem__)
    inner = set(named)
    outer = [element for element in named if markup.parents[element] not in inner]
    return best if weights[best] >= _BODY_SHARE * sum(weights[element] for element in outer) else 0


def _marked(markup: Markup, element: int) -> bool:
    written = markup.attributes[element]
    if not _NAMED.search(written):
        return False
    attributes = markup.attribute(element)
    if _HIDDEN.search(written) or attributes.get("role") in _ROLES:
        return True
    names = " ".join(
        attributes.get(key, "") for key in ("class", "id", "data-component", "data-testid")
    ).lower()
    if _CAPTION.search(names):
        return False
    marks = _marks()
    return bool(marks.parts.search(names)) or any(
        token in marks.words or token.partition("-")[0] in marks.words for token in _TOKEN.findall(names)
    )


def _weights(markup: Markup, blocks: list[Block]) -> list[int]:
    """The prose inside each element."""
    weights = [0] * len(markup.tags)
    for block in blocks:
        weights[block.element] += block.prose
    for element in range(len(weights) - 1, 0, -1):
        weights[markup.parents[element]] += weights[element]
    return weights


def _heaviest(markup: Markup, weights: list[int]) -> int:
    """Go down from the page, to an <article> at most, as long as one child holds nearly all the prose."""
    body = 0
    best: dict[int, int] = {}
    for element in range(1, len(weights)):
        parent = markup.parents[element]
        if weights[element] > weights[best.get(parent, parent)] * (parent in best):
            best[parent] = element
    while body in best and markup.tags[body] != "article":
        child = best[body]
        if markup.tags[child] == "p" or weights[child] < _BODY_SHARE * weights[body]:
            break
        body = child
    return body


def _report(markup: Markup, blocks: list[Block], body: int, title: str) -> list[Block]:
    """The headline, then what stands between it and the body that reads like a report, then the body."""
    inside = _descendants(markup, body)
    positions = [index for index, block in enumerate(blocks) if inside[block.element]]
    first, last = positions[0], positions[-1]
    headings = [index for index, block in enumerate(blocks[: last + 1]) if markup.tags[block.element] == "h1"]
    titled = [index for index in headings if _same_title(blocks[index].text, title)]
    within = [index for index in headings if index >= first]
    headline = (titled or within[:1] or headings)[-1:]
    if not headline:
        return [blocks[index] for index in positions]
    start = headline[0]
    lead = [blocks[start]]
    for index, block in enumerate(
        blocks[:first] if start < first else blocks[first:start], 0 if start < first else first
    ):
        if _is_caption(markup, block) or (block.prose and (index > start or not titled)):
            lead.append(block)
    return lead + [blocks[index] for index in positions if index > start]


def _same_title(heading: str, title: str) -> bool:
    """Whether a heading is the page's title, with or without the outlet's name behind it."""
    short, long = sorted((heading.casefold(), title.casefold()), key=len)
    return len(short) > 12 and (short in long or short[:40] == long[:40])


def _descendants(markup: Markup, top: int) -> bytearray:
    inside = bytearray(len(markup.tags))
    inside[top] = True
    for element in range(top + 1, len(inside)):
        inside[element] = inside[markup.parents[element]]
    return inside


def _is_caption(markup: Markup, block: Block) -> bool:
    """Whether a block stands in a <figcaption> or in what its class calls a caption."""
    element = block.element
    for _ in range(4):
        if markup.tags[element] == "figcaption" or _CAPTION.search(markup.attributes[element]):
            return True
        element = markup.parents[element]
    return False


def _clean(markup: Markup, blocks: list[Block]) -> Iterator[Block]:
    """Leave out lines of furniture, lists of links, captions said before, and headings that nothing follows."""
    seen: set[str] = set()
    heading: Block | None = None
    for number, block in enumerate(blocks):
        key = block.text.casefold()
        repeated = len(key) >= _REPEATED and key in seen
        if repeated or furniture_rule(block.text) or _is_links(markup, block):
            continue
        seen.add(key)
        if number and markup.tags[block.element] in _HEADINGS - {"h1"}:
            heading = block
            continue
        if heading is not None:
            yield heading
            heading = None
        yield block


def _is_links(markup: Markup, block: Block) -> bool:
    """A block that is nothing but a link, and no heading."""
    if markup.tags[block.element] in _HEADINGS:
        return False
    return block.linked > 0.8 * block.letters and not (block.letters > 200 or _is_caption(markup, block))
