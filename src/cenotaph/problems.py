"""What could not be read or decided, as a value that travels beside the results; and the few exceptions."""

from msgspec import Struct

from cenotaph.model import Span


class Problem(Struct, frozen=True):
    """One thing that could not be read or decided.

    `code` names the kind ("read.encoding"); `message` is one full sentence that says what happened and what to do;
    `where` is the file, line or report it happened in; `span` the place in the report's text, where there is one.
    """

    code: str
    message: str
    where: str
    report: str | None = None
    span: Span | None = None


class CenotaphError(Exception):
    """A condition that stops the whole command. Its text is one full sentence that says what to do.

    `exit_code` is what the command line returns.
    """

    exit_code = 2


def failure(error: Exception) -> str:
    """What broke, in one line without a stop: "ValueError: no such day"."""
    return f"{type(error).__name__}: {error}".partition("\n")[0].rstrip(".")
