"""The table of verbs. A verb's module is loaded when it is called or its help is asked for."""

from importlib import import_module

import click

from cenotaph import __version__

VERBS = {
    "find": "cenotaph.cli.find:find",
    "read": "cenotaph.cli.read:read",
    "claims": "cenotaph.cli.lists:claims",
    "handlings": "cenotaph.cli.lists:handlings",
    "reports": "cenotaph.cli.lists:reports",
    "problems": "cenotaph.cli.lists:problems",
    "show": "cenotaph.cli.show:show",
    "score": "cenotaph.cli.score:score",
}
"""Each verb's module and function, in the order in which help lists them."""


class Verbs(click.Group):
    """A group whose commands are loaded one by one, so that starting stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of a working day."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of that name, or None."""
        if cmd_name not in VERBS:
            return None
        module, _, function = VERBS[cmd_name].partition(":")
        command = getattr(import_module(module), function)
        return command if isinstance(command, click.Command) else None


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version=__version__, prog_name="cenotaph")
def cenotaph() -> None:
    """Reads reports on a war and keeps an auditable ledger of who says how many are dead, wounded, missing or
    captured, on whose word, in which sentence.

    \b
    Examples:
      cenotaph find report.txt                     claims of one report, as a table
      cenotaph read reports/                       a folder of reports into cenotaph.sqlite
      cenotaph claims --side Russia --harm killed  what stands, filtered
      cenotaph show 3f2a91                         one claim in its sentence, with its rules and report

    \b
    Exit codes:
      0  all done
      1  done, but some input could not be read (each is named on standard error)
      2  wrong use, or it cannot go on (no such ledger, disk full, ...)
      130  stopped by Ctrl-C; what was filed stands
    """
