"""The command line. What a machine reads goes to standard output, everything else to standard error.

Each command imports what it needs when it runs: `--help` stays quick, and `serve` never loads the language model.
"""

import gc
import os
import sys
from collections import deque
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app import editor_commands, export_commands
from app.given import name_path, read_each
from app.records import DemarcheError
from app.terminal import load_settings, tell

if TYPE_CHECKING:
    from app.ingest import IngestReport
    from app.settings import Settings

cli = typer.Typer(
    name="demarche",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
cli.add_typer(editor_commands.editors, name="editor")
cli.add_typer(export_commands.exports, name="export")
Workers = Annotated[int, typer.Option(min=1, help="Processes that parse side by side; each takes some 300 MB.")]


@cli.callback()
def demarche() -> None:
    """Who wants what of whom: actors, demands, quotes and outcomes, parsed from news articles about diplomacy.

    \b
    Start with:
      python -m app ingest            parse the articles in seeds/ into the store
      python -m app serve             look at them in a browser
      python -m app editor add NAME   let somebody write over the web

    Settings come from the environment or a file .env: DEMARCHE_STORE (data/demarche.db), DEMARCHE_SEEDS (seeds),
    DEMARCHE_HOST (127.0.0.1), DEMARCHE_PORT (8000).
    """


@cli.command()
def parse(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Text, HTML, Markdown, PDF or Word files, or - for standard input."),
    ],
    workers: Workers = 1,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Add the text and all else that `ingest` needs.")
    ] = False,
) -> None:
    """Print what articles hold, as JSON Lines.

    One JSON object for each document, in the order given; no store is opened. Standard input (-) takes one JSON object
    a line: "id" and "text" and, optionally, "title", "publisher" and "published_on". What cannot be read or parsed gets
    one line on standard error, the rest is still parsed, and the exit status is 1.

    \b
    Examples:
      python -m app parse article.txt > article.jsonl
      python -m app parse --workers 4 articles/*.txt | jq '.demands[].text'
      python -m app parse --with-text articles/*.txt > articles.jsonl
      echo '{"id": "a", "text": "“No,” Ada Lund said."}' | python -m app parse -
    """
    from app.contract import format_line
    from app.parsing.pipeline import parse_each
    from app.parsing.streams import ParseError
    from app.transfer import format_whole_line

    form = format_whole_line if with_text else format_line

    failures: list[str] = []
    names: deque[str] = deque()  # of the documents on their way through the parser
    for _, parsed in parse_each(read_each(files, names, failures), workers):
        name = names.popleft()
        if isinstance(parsed, ParseError):
            failures.append(f"{name}: {parsed}")
            tell(failures[-1])
        else:
            print(form(parsed), flush=True)
    raise typer.Exit(code=bool(failures))


@cli.command()
def ingest(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATHS",
            parser=name_path,
            help="Files or folders, or parses (.jsonl); the seeds where none is given.",
        ),
    ] = None,
    workers: Workers = 1,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on with what is put into the folders, until Ctrl+C.")
    ] = False,
) -> None:
    """Parse documents into the store.

    The store is made, or brought to the newest schema, first. Documents that are there already and unchanged are left
    alone. What cannot be read gets one line on standard error, the rest is still ingested, and the exit status is 1.
    A file .jsonl holds what `parse --with-text` wrote, here or elsewhere: each line is verified and loaded.

    \b
    Examples:
      python -m app ingest
      python -m app ingest --workers 4 ~/articles one-more.html
      python -m app ingest articles.jsonl
      python -m app ingest --watch ~/articles
    """
    from app.ingest import ingest_paths

    settings = load_settings()
    paths = paths or [settings.seeds]
    if watch:
        from app.watching import watch_folders

        tell(f"Watching {', '.join(map(str, paths))} (Ctrl+C stops it)")
        watch_folders(paths, settings, partial(tell_report, settings))
        tell("Stopped; what was taken in is in the store.")
        return
    report = ingest_paths(paths, settings, progress=sys.stderr.isatty(), workers=workers)
    tell_report(settings, report)
    raise typer.Exit(code=bool(report.failed))


def tell_report(settings: "Settings", report: "IngestReport") -> None:
    for line in [*report.failed, *report.barren]:
        tell(line)
    counts = {"added": report.added, "replaced": report.replaced, "unchanged": report.unchanged}
    tell(f"{settings.store}: " + ", ".join(f"{count} {what}" for what, count in counts.items()))
    if report.log_kept:
        tell(f"{settings.store}-wal: stays until a program that has long been reading the store ends; nothing is lost")


@cli.command()
def migrate() -> None:
    """Make the store, or bring it to the newest schema."""
    from app.store.database import migrate as migrate_store

    migrate_store(load_settings().store)


@cli.command()
def check() -> None:
    """Check that the store holds together.

    Every record against the words of its document, every hash and reference, and the schema. What does not hold is
    listed on standard output, and the exit status is then 1.
    """
    from app.store.check import check_store

    store = load_settings().store
    findings = check_store(store)
    for finding in findings:
        print(finding)
    tell(f"{store}: {f'{len(findings)} findings' if findings else 'all is well'}")
    raise typer.Exit(code=bool(findings))


@cli.command()
def rebuild() -> None:
    """Make all records anew from what the parser found and what people decided.

    Nothing is parsed, and nothing changes that was not changed by other means than Demarche's; `check` tells.
    """
    from app.review.rebuilding import rebuild as rebuild_store
    from app.store.database import migrate as migrate_store
    from app.store.database import open_store

    path = load_settings().store
    migrate_store(path)
    store = open_store(path, bulk=True)
    made = rebuild_store(store)
    store.dispose()
    tell(f"{path}: {made} document{'' if made == 1 else 's'} made anew")


@cli.command()
def recount() -> None:
    """Count all that the store holds anew.

    Pages take their totals and the counts beside every choice from counters, which are kept with the records. `check`
    says when they do not agree; this puts them right.
    """
    from app.store.check import recount_store

    store = load_settings().store
    recount_store(store)
    tell(f"{store}: counted anew")


@cli.command()
def backup(
    copy: Annotated[
        Path, typer.Argument(metavar="FILE", parser=name_path, help="The new file; one that exists is not touched.")
    ],
) -> None:
    """Copy the store into a new file, while it is in use.

    The copy is the store as it is at one moment, checked record by record.

    \b
    Examples:
      python -m app backup demarche-2025-11-22.db
      DEMARCHE_STORE=demarche-2025-11-22.db python -m app check
    """
    from app.store.backup import back_up_store

    store = load_settings().store
    back_up_store(store, copy)
    tell(f"{copy}: a copy of {store}, checked")


@cli.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; this machine alone by default.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port; 0 takes any that is free.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that serve; each takes some 100 MB.")] = 1,
) -> None:
    """Serve the pages and print their address.

    \b
    Examples:
      python -m app serve
      python -m app serve --port 8123
      python -m app serve --workers 4
    """
    gc.disable()  # until all is imported: a sixth of the time would go into looking for cycles, of which there are none
    settings = load_settings()
    from app.main import create_app
    from app.serving import serve_app, serve_workers
    from app.store.database import open_store

    given = {name: value for name, value in {"host": host, "port": port}.items() if value is not None}
    settings = settings.model_copy(update=given)
    if workers == 1:
        serve_app(create_app(settings), settings.host, settings.port)
        return
    open_store(settings.store).dispose()  # what is wrong with it is told once, here
    os.environ["DEMARCHE_HOST"] = settings.host  # each worker reads its settings itself
    serve_workers("app.main:create_app", settings.host, settings.port, workers)


def main() -> None:
    try:
        cli()
    except DemarcheError as error:
        tell(str(error))
        sys.exit(1)
