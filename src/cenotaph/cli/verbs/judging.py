"""The verb by which a person has the last word on what was found."""

from pathlib import Path

import click

from cenotaph.cli.options import FILE, filter_options, format_option, ledger_option
from cenotaph.cli.verbs.group import cenotaph
from cenotaph.model import Subject, Verdict

_FIELDS = (
    ("--harm", "The right value of a field: what befell them."),
    ("--low", "The least it can mean."),
    ("--high", "The most it can mean."),
    ("--approx", "true or false: whether the words are rough."),
    ("--side", "Whose people they are."),
    ("--role", "Who they are."),
    ("--victims-text", "The words for the victims."),
    ("--names", "Those named, with ; between them."),
    ("--place", "Where."),
    ("--scope", "incident, cumulative, holding or flow."),
    ("--from", "First date covered."),
    ("--until", "Last date covered, as of which it holds."),
    ("--sources", "On whose word, from the origin outward, with ; between them."),
    ("--stance", "How it is put forward."),
    ("--part-of", "The id of the claim that it is a part of."),
    ("--cargo", "Of a handling: dead, wounded or both."),
    ("--action", "Of a handling: what was done."),
    ("--facility", "Of a handling: the hospital, morgue, cemetery."),
    ("--from-place", "Of a handling: from where."),
    ("--to-place", "Of a handling: to where."),
    ("--means", "Of a handling: how, with ; between several."),
    ("--kind", "Of a source: what it is (military, medic, outlet, ...)."),
    ("--belongs-to", "Of a source: the house that it belongs to or speaks for."),
    ("--protected", "Of a source: true or false, whether it could come to harm if told."),
    ("--words", "Of what is added: its words, which must stand in the report once."),
    ("--start", "Of what is added, instead of --words: its first character, counted from 0."),
    ("--end", "Of what is added: the character after its last."),
)


@cenotaph.command
@click.argument("identity", metavar="[ID]", required=False)
@click.argument("verdict", metavar="[VERDICT]", required=False)
@click.option("--reason", help="Why; whoever reads the ledger later sees it.")
@click.option("--by", metavar="NAME", envvar="CENOTAPH_BY", show_envvar=True, help="Who judges.")
@filter_options(*_FIELDS)
@filter_options(
    (
        "--subject",
        "What ID and --other are, to say that they are the same (accept) or not (reject); a source alone can be corrected.",
        Subject,
    ),
    ("--other", "The second of a pair."),
    ("--seen", "The digest of what you saw; if it has changed since, nothing is filed."),
)
@click.option("--sheet", type=FILE, help="File the judgements of a CSV, Excel or JSON-lines file instead.")
@click.option("--history", is_flag=True, help="Show what was judged of ID, or everything that was judged.")
@ledger_option
@format_option
def judge(
    identity: str | None,
    verdict: Verdict | None,
    reason: str | None,
    by: str | None,
    sheet: Path | None,
    history: bool,
    ledger: str,
    format_: str,
    **given: str | None,
) -> int:
    """Accept, reject, correct or add a claim or handling; undo a judgement.

    VERDICT is accept, reject, correct, add or undo. ID is the beginning of the id of a claim or handling, of a judgement
    to undo, of the report to add to. Nothing is overwritten: what was found stays, and the judgement stands over it with
    its reason and its name. `null` empties a field.

    \b
    Examples:
      cenotaph judge 3f2a91 accept --reason "read it on the page" --by "A. Lenz"
      cenotaph judge 3f2a91 correct --side Russia --low 2500 --high null --reason "says at least" --by "A. Lenz"
      cenotaph judge 3f2a91 reject --reason "a figure of 2014" --by "A. Lenz"
      cenotaph judge bucha add --words "two medics" --harm wounded --scope incident --reason "missed" --by "A. Lenz"
      cenotaph judge 3f2a91 undo --reason "was right after all" --by "A. Lenz"
      cenotaph judge "Valley Tracker" accept --subject source --other VT --reason "its short form" --by "A. Lenz"
      cenotaph judge "Valley Tracker" correct --subject source --kind NGO --reason "says so" --by "A. Lenz"
      cenotaph judge --history 3f2a91
      cenotaph judge --sheet reviewed.csv --by "A. Lenz"
    """
    from cenotaph.cli.judged import file_one, file_sheet, print_history

    if history:
        return print_history(ledger, identity, format_=format_)
    if sheet is not None:
        return file_sheet(ledger, sheet, by=by, format_=format_)
    if identity is None or verdict is None:
        raise click.UsageError("Name an ID and a VERDICT, or a --sheet, or ask for --history.")
    return file_one(ledger, identity, verdict, reason=reason or "", by=by or "", given=given, format_=format_)
