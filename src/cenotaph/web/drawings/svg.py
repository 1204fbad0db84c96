"""The few elements that drawings are made of. Looks come from drawings.css, by class."""

from html import escape

from markupsafe import Markup

from cenotaph.web.look.bidi import visible


def element(name: str, text: str | None = None, /, *children: str, **attributes: object) -> str:
    """One element; `class_` is its class, other underscores are dashes, and None leaves an attribute out."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_number(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = (escape(visible(text)) if text is not None else "") + "".join(children)
    return f"<{name}{given}>{inner}</{name}>"


def drawing(
    width: float,
    height: float,
    title: str,
    description: str,
    *children: str,
    class_: str,
    **attributes: object,
) -> Markup:
    """The whole drawing; its title and description are what a screen reader says."""
    return Markup(
        element(
            "svg",
            None,
            element("title", title),
            element("desc", description),
            *children,
            class_=f"drawing {class_}",
            viewBox=f"0 0 {width:g} {height:g}",
            role="group",
            aria_label=title,
            xmlns="http://www.w3.org/2000/svg",
            **attributes,
        )
    )


def link(address: str, title: str, *children: str, **attributes: object) -> str:
    """A part of a drawing that leads somewhere, with what it says when it is pointed at."""
    return element(
        "a", None, element("title", title), *children, href=address, aria_label=visible(title), **attributes
    )


def path(points: list[tuple[float, float]]) -> str:
    """The points as the commands of a path."""
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _number(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
