"""A way to ask about people in a text: [[nine]] marks a quantity, ((villagers)) the noun phrase of the last one."""

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest

from cenotaph.find.answers import Side, Told, Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.places import places
from cenotaph.find.text.sentences import sentences
from cenotaph.find.whose.roles.roles import roles
from cenotaph.find.whose.sides import sides
from cenotaph.model import Harm, Report, Scope, Span

_MARK = re.compile(r"\[\[(.*?)\]\]|\(\((.*?)\)\)|\{\{(.*?)\}\}")


class Answers(NamedTuple):
    """What is answered about each of the people marked, in order."""

    context: ClaimContext
    where: list[Where]
    whose: list[Side]
    told: list[Told]

    @property
    def places(self) -> list[str | None]:
        return [where.name for where in self.where]

    @property
    def sides(self) -> list[str | None]:
        return [side.side for side in self.whose]

    @property
    def roles(self) -> list[str]:
        return [told.role for told in self.told]


def _marked(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without its marks, and what each mark holds: its kind and where it stands."""
    plain, marks, at = "", list[tuple[str, int, int]](), 0
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        kind = ("quantity", "victims", "name")[match.lastindex - 1 if match.lastindex else 0]
        start = len(plain)
        plain += match.group(match.lastindex or 0)
        marks.append((kind, start, len(plain)))
        at = match.end()
    return plain + text[at:], marks


def _people(
    text: str, marks: list[tuple[str, int, int]], harm: Harm, scope: Scope, low: int | None
) -> list[Harmed]:
    out: list[Harmed] = []
    spans = sentences(text)
    for kind, start, end in marks:
        if kind == "victims":
            out[-1] = out[-1]._replace(victims=text[start:end], victims_span=Span(start, end))
            continue
        sentence = next(i for i, span in enumerate(spans) if span.start <= start < span.end)
        names = (text[start:end],) if kind == "name" else ()
        out.append(Harmed(sentence, start, end, None, None, names, harm, scope, low=low))
    return out


@pytest.fixture
def ask() -> Callable[..., Answers]:
    """Asks about all people marked in a text; {{Name}} marks a named victim."""

    def answer(
        marked: str, harm: Harm = "killed", scope: Scope = "incident", low: int | None = None
    ) -> Answers:
        text, marks = _marked(marked)
        context = ClaimContext(Report(id="r", text=text), sentences(text))
        people = _people(text, marks, harm, scope, low)
        where = places(context, people)
        whose = sides(context, people, where)
        return Answers(context, where, whose, roles(context, people, whose, where))

    return answer
