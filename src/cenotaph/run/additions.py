"""A claim or handling that a person adds where the finder saw none: by the words of the report that say it."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from cenotaph.find.counts.quantities import quantities
from cenotaph.find.identity import claim_id, handling_id
from cenotaph.find.text.sentences import sentences
from cenotaph.judging import Value, WrongValue, checked, read_value
from cenotaph.model import Claim, Handling, Place, Report, Span
from cenotaph.run.places import likeliest

_PLAIN_CLAIM = {
    "low": "null", "high": "null", "approx": "false", "side": "null", "role": '"unknown"', "victims_text": "null",
    "names": "[]", "place": "null", "from": "null", "until": "null", "sources": "[]", "stance": '"asserted"',
}  # fmt: skip
_PLAIN_HANDLING = {
    "facility": "null", "place": "null", "from_place": "null", "to_place": "null", "means": "[]", "sources": "[]",
    "stance": '"asserted"',
}  # fmt: skip
_NEEDED: dict[type[Claim] | type[Handling], tuple[str, ...]] = {
    Claim: ("harm", "scope"),
    Handling: ("cargo", "action"),
}
_WHERE = ("words", "start", "end")


class Addition(Struct, frozen=True):
    """What is added, all its fields as JSON, and the gazetteer's place that it means."""

    one: Claim | Handling
    fields: tuple[tuple[str, str], ...]
    place: Place | None


def addition(report: Report, fields: Mapping[str, Value]) -> Addition:
    """The claim, or where `action` is given the handling, that stands at `words` (or from `start` to `end`) of the
    report. Bounds that are not given are read from the words. WrongValue where it cannot be one."""
    kind: type[Claim | Handling] = Handling if "action" in fields else Claim
    span = _span(report, fields)
    given = {name: read_value(kind, name, new) for name, new in fields.items() if name not in _WHERE}
    for name in _NEEDED[kind]:
        if name not in given:
            raise WrongValue(
                f"To add to {report.id}, say its {' and '.join(_NEEDED[kind])}; {name} is missing."
            )
    return _claim(report, span, given) if kind is Claim else _handling(report, span, given)


def _claim(report: Report, span: Span, given: dict[str, str]) -> Addition:
    words = report.text[span.start : span.end]
    read = dict(_bounds_in(report, span)) if {"low", "high"}.isdisjoint(given) else {}
    at = {"quantity_text": words, "start": span.start, "end": span.end, "sentence": _sentence(report, span)}
    place = likeliest(msgspec.json.decode(given["place"])) if "place" in given else None
    fields = _PLAIN_CLAIM | read | given | _packed(at | {"place_key": place.key if place else None})
    identity = claim_id(report.id, span.start, span.end, msgspec.json.decode(given["harm"]))
    one = msgspec.convert(_values(fields) | {"id": identity, "report": report.id}, Claim)
    checked(one)
    if one.low is None and one.high is None and not one.approx:
        raise WrongValue(f"“{words}” in {report.id} says no number; give low, high or both.")
    return Addition(one, tuple(sorted(fields.items())), place)


def _handling(report: Report, span: Span, given: dict[str, str]) -> Addition:
    at = {"quote": report.text[span.start : span.end], "start": span.start, "end": span.end}
    fields = _PLAIN_HANDLING | given | _packed(at | {"sentence": _sentence(report, span)})
    identity = handling_id(report.id, span.start, span.end, msgspec.json.decode(given["action"]))
    one = msgspec.convert(_values(fields) | {"id": identity, "report": report.id}, Handling)
    return Addition(one, tuple(sorted(fields.items())), None)


def _span(report: Report, fields: Mapping[str, Value]) -> Span:
    words = fields.get("words")
    if isinstance(words, str) and words:
        return _only_place(report, words)
    start, end = (_number(fields.get(name)) for name in ("start", "end"))
    if start is None or end is None or not 0 <= start < end <= len(report.text):
        raise WrongValue(
            f"Say which words of {report.id} are added: words that stand in it once, or start and end "
            f"(characters from 0 to {len(report.text)})."
        )
    return Span(start, end)


def _only_place(report: Report, words: str) -> Span:
    times = report.text.count(words)
    if times != 1:
        where = "nowhere" if not times else f"{times} times"
        raise WrongValue(
            f"“{words}” stands {where} in {report.id}; give words that stand in it once, or start and end."
        )
    start = report.text.index(words)
    return Span(start, start + len(words))


def _number(value: Value) -> int | None:
    text = str(value)
    return int(text) if value is not None and text.isascii() and text.isdigit() else None


def _bounds_in(report: Report, span: Span) -> Iterator[tuple[str, str]]:
    """What the words themselves count."""
    found = quantities(report.text, span.start, span.end)
    if len(found) == 1:
        (one,) = found
        yield from _packed({"low": one.low, "high": one.high, "approx": one.approx}).items()


def _sentence(report: Report, span: Span) -> dict[str, int] | None:
    around = next((one for one in sentences(report.text) if one.start <= span.start < one.end), None)
    return {"start": around.start, "end": around.end} if around else None


def _packed(values: dict[str, Any]) -> dict[str, str]:
    return {name: msgspec.json.encode(value).decode() for name, value in values.items()}


def _values(fields: dict[str, str]) -> dict[str, Any]:
    return {name: msgspec.json.decode(value) for name, value in fields.items()}
