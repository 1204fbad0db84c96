"""The templates: everything that is put into a page is text, whatever it holds."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from cenotaph import __version__
from cenotaph.rows import as_of, bounds, chain, in_words
from cenotaph.web.look.addresses import claim_address, report_address, with_query
from cenotaph.web.look.bidi import visible
from cenotaph.web.look.words import FIELD_NAMES, HARMS, linked, plural, when


@cache
def environment() -> Environment:
    """The environment of all templates."""
    made = Environment(
        loader=PackageLoader("cenotaph.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "asset": asset,
        "bounds": bounds,
        "claim_address": claim_address,
        "field_names": FIELD_NAMES,
        "harms": HARMS,
        "plural": plural,
        "release": __version__,
        "report_address": report_address,
        "with_query": with_query,
    }
    made.filters |= {
        "as_of": as_of,
        "chain": chain,
        "in_words": in_words,
        "linked": linked,
        "number": lambda value: f"{value:,}",
        "visible": visible,
        "when": when,
    }
    return made


def rendered(name: str, /, **context: Any) -> str:
    """The page of that template."""
    return environment().get_template(name).render(**context)


@cache
def asset(name: str) -> str:
    """The address of a script, style or font, which changes with what is in it."""
    content = files("cenotaph.web").joinpath("static", name).read_bytes()
    return f"/static/{name}?{sha256(content).hexdigest()[:10]}"


def _finalized(value: Any) -> Any:
    """What a template prints: nothing for None, and no character that turns the page around."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
