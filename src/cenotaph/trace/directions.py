"""Which of two reports that share something came out of the other."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec.structs import replace

from cenotaph.trace.credits import Credits
from cenotaph.trace.echo import Echo
from cenotaph.trace.reading import is_later
from cenotaph.trace.shipped import house_of
from cenotaph.trace.source import SourceRef

Houses = Callable[[str], frozenset[SourceRef]]


def directed(echoes: Iterable[Echo], credits: Mapping[str, Credits], origins: Houses) -> Iterator[Echo]:
    """The echoes, those turned to "derived" whose direction is certain: `b` is then the report that came out of `a`.

    A report comes out of another that it credits by its outlet, unless its date speaks against that; and a later copy
    out of an earlier one, unless both go back to a third source.
    """
    for echo in echoes:
        a, b = credits[echo.a], credits[echo.b]
        if b.credits_outlet_of(a) and not is_later(a.published, b.published):
            yield replace(
                echo, relation="derived", why=f"{echo.why} {b.report} credits the outlet of {a.report}."
            )
        elif a.credits_outlet_of(b) and not is_later(b.published, a.published):
            yield _turned(replace(echo, why=f"{echo.why} {a.report} credits the outlet of {b.report}."))
        elif echo.kind != "copy" or _third(a, b, origins):
            yield echo
        elif is_later(b.published, a.published):
            yield replace(echo, relation="derived", why=f"{echo.why} {b.report} is the later one.")
        elif is_later(a.published, b.published):
            yield _turned(replace(echo, why=f"{echo.why} {a.report} is the later one."))
        else:
            yield echo


def _turned(echo: Echo) -> Echo:
    return replace(echo, a=echo.b, b=echo.a, a_span=echo.b_span, b_span=echo.a_span, relation="derived")


def _third(a: Credits, b: Credits, origins: Houses) -> bool:
    """Whether both go back to an outlet that published neither."""
    own = {house_of(outlet) for outlet in (a.outlet, b.outlet) if outlet is not None}
    return any(origin.carries and origin not in own for origin in origins(a.report) & origins(b.report))
