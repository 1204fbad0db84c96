"""The command line: one short function a verb, and the exit codes."""

import os
import sys
from typing import NoReturn

import click

from cenotaph.cli.verbs import cenotaph
from cenotaph.problems import CenotaphError

OK, SOME_LOST, CANNOT, INTERRUPTED = 0, 1, 2, 130
"""All done · done, but some input was lost · wrong use, or it cannot go on · stopped by Ctrl-C."""

_FILED = "; what was filed stands, run the same command again to go on"


def main() -> NoReturn:
    """Run the command line and exit with its code.

    Click's own `main` is left aside, since for it a reader that stops early (`cenotaph claims | head`) is a failure.
    """
    try:
        with cenotaph.make_context("cenotaph", sys.argv[1:]) as context:
            code = cenotaph.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as exit_:
        code = exit_.exit_code
    except click.ClickException as error:
        error.show()
        code = CANNOT
    except CenotaphError as error:
        click.echo(f"cenotaph: {error}", err=True)
        code = error.exit_code
    except KeyboardInterrupt:
        click.echo(f"cenotaph: stopped{_FILED if sys.argv[1:2] == ['read'] else ''}.", err=True)
        code = INTERRUPTED
    except BrokenPipeError:
        code = OK
    except OSError as error:
        click.echo(
            f"cenotaph: the output could not be written ({error.strerror}); make room and run it again.",
            err=True,
        )
        code = CANNOT
    _leave(code or OK)


def _leave(code: int) -> NoReturn:
    """Python writes what is left in its buffers on the way out, and would complain where nobody listens any more."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
