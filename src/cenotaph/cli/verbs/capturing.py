"""The verb that fetches pages of the web."""

from pathlib import Path
from typing import BinaryIO

import click

from cenotaph.cli.options import FILE, format_option, ledger_option
from cenotaph.cli.verbs.group import cenotaph


@cenotaph.command
@click.argument("urls", metavar="[URL...]", nargs=-1)
@click.option(
    "--list",
    "listed",
    type=click.File("rb"),
    metavar="FILE",
    help="Also the addresses in this file, one a line; - for standard input.",
)
@click.option(
    "--to",
    "archive",
    type=FILE,
    help="The archive to write; capture-TIME.warc.gz in the current folder if not given.",
)
@ledger_option
@click.option("--no-read", is_flag=True, help="Only write the archive, and read nothing into the ledger.")
@click.option(
    "--max-size",
    type=click.IntRange(min=1),
    metavar="MIB",
    default=32,
    show_default=True,
    help="The most that one page may have.",
)
@click.option(
    "--max-time",
    type=click.FloatRange(min=1),
    metavar="SECONDS",
    default=60,
    show_default=True,
    help="The longest that one page may take.",
)
@click.option(
    "--allow-private", is_flag=True, help="Also fetch from addresses inside a network, such as 127.0.0.1."
)
@format_option
def capture(
    urls: tuple[str, ...],
    listed: BinaryIO | None,
    archive: Path | None,
    ledger: str,
    no_read: bool,
    max_size: int,
    max_time: float,
    allow_private: bool,
    format_: str,
) -> int:
    """Fetch pages into a web archive (WARC) and read it into the ledger.

    Each answer is kept as it came, with its time, the address it came from and its digests. Sites are asked for their
    robots.txt first, and addresses inside a network are refused.

    \b
    Examples:
      cenotaph capture https://example.org/news/17
      cenotaph capture --list links.txt --ledger march.sqlite
      cenotaph capture https://example.org/news/17 --no-read --to evidence.warc.gz
    """
    from cenotaph.cli.captured import Wanted, capture_and_read

    wanted = Wanted(urls, listed, archive, max_size, max_time, allow_private)
    return capture_and_read(wanted, None if no_read else ledger, format_=format_)
