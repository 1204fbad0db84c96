"""The program itself: what `cenotaph --help` says, and the order in which it lists its verbs."""

import click

from cenotaph import __version__


class InOrder(click.Group):
    """A group that lists its verbs in the order of a working day, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs as they were defined."""
        return list(self.commands)


@click.group(cls=InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
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
      cenotaph trace reports/                      which reports retell one source, and what they changed
      cenotaph tally --side Russia --harm killed   what figures stand, by a published policy, and why

    \b
    Exit codes:
      0  all done
      1  done, but some input could not be read (each is named on standard error)
      2  wrong use, or it cannot go on (no such ledger, disk full, ...)
      130  stopped by Ctrl-C; what was filed stands
    """
