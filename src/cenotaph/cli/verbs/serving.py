"""The verb that serves the workbench."""

import click

from cenotaph.cli.options import ledger_option
from cenotaph.cli.verbs.group import cenotaph


@cenotaph.command
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS",
              help="The address to answer on; any but this machine's own needs --accounts.")  # fmt: skip
@click.option("--port", type=click.IntRange(1, 65535), default=8471, show_default=True, help="The port.")
@click.option("--as", "person", default="local", show_default=True, metavar="NAME",
              help="Who judges, where nobody logs in.")  # fmt: skip
@click.option("--open", "browse", is_flag=True, help="Open the workbench in the browser.")
def serve(ledger: str, host: str, port: int, person: str, browse: bool) -> None:
    """Serve the workbench: pages for reading reports, judging claims and telling where each figure comes from.

    It answers on this machine alone, works without a network and makes the ledger if there is none. Ctrl-C stops it.

    \b
    Examples:
      cenotaph serve
      cenotaph serve --ledger march.sqlite --open
      cenotaph serve --as anna --port 8500
    """
    from cenotaph.web import Settings, serve

    serve(Settings(ledger, host, port, person=person), browse=browse)
