"""`python -m app editor …`: who may write over the web, and what was refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from app.terminal import load_settings, tell

if TYPE_CHECKING:
    from app.store.database import Store

Name = Annotated[str, typer.Argument(metavar="NAME", help="As it will stand beside each change in the history.")]
editors = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Who may write over the web.")


@editors.command()
def add(name: Name) -> None:
    """Add an editor and print the token to sign in with, once.

    The store keeps only the token's hash. With the first editor, the person at the machine needs a sign-in as well.

    \b
    Examples:
      python -m app editor add "Ada Lund"
    """
    from app.store.editors import add_editor

    with opened() as store:
        token = add_editor(store, name)
    tell(f"{name}: may write. This token is shown only now; give it to nobody else:")
    print(token)


@editors.command()
def revoke(name: Name) -> None:
    """Take away the right to write, at once, in every browser."""
    from app.store.editors import revoke_editor

    with opened() as store:
        revoke_editor(store, name)
    tell(f"{name}: may no longer write; what this editor did stays in the history")


@editors.command("list")
def list_all() -> None:
    """List the editors, a line each: name, since when, and until when where it was revoked."""
    from app.store.editors import fetch_editors

    with opened() as store:
        for editor in fetch_editors(store):
            until = f"\trevoked {editor.revoked_at:%Y-%m-%d %H:%M}" if editor.revoked_at else ""
            print(f"{editor.name}\tsince {editor.added_at:%Y-%m-%d %H:%M}{until}")


@editors.command()
def audit(most: Annotated[int, typer.Option(min=1, help="How many, the newest first.")] = 100) -> None:
    """List refused attempts to write, a line each: when (UTC), why, from which address, what for, by whom if known."""
    from app.store.refusals import fetch_refusals

    with opened() as store:
        for each in fetch_refusals(store, most):
            print(
                f"{each.at:%Y-%m-%d %H:%M:%S}\t{each.kind}\t{each.client}\t{each.request}\t{each.editor or ''}".rstrip()
            )


@contextmanager
def opened() -> "Iterator[Store]":
    from app.store.database import migrate, open_store

    path = load_settings().store
    migrate(path)
    store = open_store(path)
    try:
        yield store
    finally:
        store.dispose()
