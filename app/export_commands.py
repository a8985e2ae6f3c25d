"""`python -m app export …`: what the store holds, in the forms of others."""

from pathlib import Path
from typing import Annotated

import typer

from app.terminal import load_settings, tell

exports = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Write what the store holds in other forms.")


@exports.callback()
def export() -> None:
    """Write what the store holds in other forms."""


@exports.command()
def gold(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Made if need be; files of the same name are replaced.")
    ],
    unfinished: Annotated[
        bool, typer.Option("--unfinished", help="Also documents with records that nobody has looked at.")
    ] = False,
) -> None:
    """Write reviewed documents as annotated articles, to measure the parser on: NAME.txt with NAME.json.

    A document is written when people have accepted, corrected, added or rejected every one of its records.

    \b
    Examples:
      python -m app export gold our-articles
      python -m tests.bench.parse --gold our-articles
    """
    from app.review.gold import export_gold
    from app.store.database import open_store

    store = open_store(load_settings().store, read_only=True)
    try:
        report = export_gold(store, folder, unfinished=unfinished)
    finally:
        store.dispose()
    left = f"; {report.unfinished} left out, in which records wait for review" if report.unfinished else ""
    if not report.written and not left:
        left = "; nobody has accepted, corrected or rejected a record yet: begin at /review"
    tell(f"{folder}: {report.written} article{'' if report.written == 1 else 's'}{left}")
