"""Deciding: a change becomes an event, and the documents that it is about are saved anew, in one transaction."""

from collections.abc import Iterable
from dataclasses import replace

from app.decisions.events import Action, Event
from app.decisions.versions import follow
from app.review.actors import draft_actor_event, linked_actors
from app.review.changes import (
    Accept,
    Add,
    Change,
    ChangeError,
    ConflictError,
    Correct,
    EditActor,
    MergeActors,
    Reject,
    SplitActor,
)
from app.review.drafts import DRAFT
from app.review.records import draft_addition, draft_record_event
from app.review.undoing import check_undo
from app.store.database import Store, writing
from app.store.events import add_event, fetch_actor_events, fetch_decisions, fetch_event, fetch_events_about
from app.store.found import fetch_found
from app.store.queries import Connection
from app.store.save import find_stored, save_batch
from app.store.targets import fetch_document_id, fetch_documents_naming

BATCH = 200  # documents saved anew at a time
LONGEST_REASON = 2000


def decide(store: Store, editor: str, change: Change, *, expected: int | None = None, reason: str = "") -> Event:
    """Carry the change out, and return the event that keeps it.

    `expected` is the id of the newest event about the same record or actor that the editor had seen, 0 for none; None
    asks for no comparison. Raises ConflictError where there are newer ones, ChangeError where the change cannot be made,
    and StoreError where SQLite fails; nothing is changed then.
    """
    with writing(store) as connection:
        if expected is not None and not isinstance(change, Add):
            check_conflict(connection, change, expected)
        match change:
            case Accept() | Reject() | Correct():
                event = draft_record_event(connection, change)
            case Add():
                event = draft_addition(connection, change)
            case MergeActors() | SplitActor() | EditActor():
                event = draft_actor_event(connection, change)
        return keep(connection, replace(event, editor=editor, reason=check_reason(reason)))


def undo(store: Store, editor: str, event_id: int, reason: str = "") -> Event:
    """Take back the change with this id, which may itself be an undo; returns the event that says so.

    Newer changes stay. Raises ChangeError where one of them rests on this one, or where there is nothing to undo.
    """
    with writing(store) as connection:
        event = fetch_event(connection, event_id)
        if event is None or event.action is Action.REPLACE:
            raise ChangeError("There is no change with this number that could be undone.")
        about = {
            one.id: one
            for key in (event.key, event.other)
            if key
            for one in fetch_events_about(connection, event.record, key)
        }
        root, revives = check_undo(event, list(about.values()))
        document = current_text(connection, root)
        before, after = (root.before, root.after) if revives else (root.after, root.before)
        taken_back = replace(
            DRAFT,
            editor=editor,
            action=Action.UNDO,
            record=root.record,
            key=root.key,
            other=root.other,
            document=document,
            before=before,
            after=after,
            reason=check_reason(reason),
            undoes=event.id,
        )
        return keep(connection, taken_back)


def check_reason(reason: str) -> str:
    if len(reason) > LONGEST_REASON:
        raise ChangeError(f"Give the reason in at most {LONGEST_REASON} characters.", "reason")
    return " ".join(reason.split())


def check_conflict(connection: Connection, change: Change, expected: int) -> None:
    match change:
        case Accept(record, key) | Reject(record, key) | Correct(record, key, _):
            newer = fetch_events_about(connection, record, key, expected)
        case MergeActors(actor, _) | SplitActor(actor) | EditActor(actor):
            newer = fetch_events_about(connection, "actor", actor, expected)
        case _:
            newer = []
    if newer:
        raise ConflictError(tuple(newer))


def current_text(connection: Connection, event: Event) -> str | None:
    """The hash of the text in which the event's record now stands."""
    if event.document is None:
        return None
    replaced = fetch_decisions(connection, [event.document]).replaced
    return follow(event.document, event.id, replaced)


def keep(connection: Connection, draft: Event) -> Event:
    """Write the event down and save the documents that it is about anew."""
    keys = linked_actors(fetch_actor_events(connection), draft) if draft.record == "actor" else set()
    event = add_event(connection, draft)
    if event.record == "actor":
        save_again(connection, fetch_documents_naming(connection, keys))
    elif event.document:
        document_id = fetch_document_id(connection, "sha256", event.document)
        save_again(connection, [] if document_id is None else [document_id])
    return event


def save_again(connection: Connection, document_ids: Iterable[int]) -> None:
    """Save the documents from what the parser found in them, as the decisions now are."""
    ids = list(document_ids)
    for at in range(0, len(ids), BATCH):
        parses = [fetch_found(connection, id_) for id_ in ids[at : at + BATCH]]
        save_batch(connection, parses, find_stored(connection, [parse.document for parse in parses]))
