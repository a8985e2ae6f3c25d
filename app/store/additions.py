"""Articles on their way into the store: kept from the moment somebody gives them, so that nothing is lost on the way.

draft -> queued -> parsing -> done; failed and cancelled ones wait for a person, as drafts do. Every step is one statement
that names the state it starts from: of several who try it, one succeeds.
"""

import secrets
from base64 import b32encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, insert, select, text, update

import app.store.adding_tables  # noqa: F401  (fills the metadata)
from app.store.adding_tables import AdditionState
from app.store.database import Store, writing
from app.store.insert import TABLE

WAITS_FOR_A_PERSON = (AdditionState.DRAFT, AdditionState.FAILED, AdditionState.CANCELLED)
ON_THE_WAY = (AdditionState.QUEUED, AdditionState.PARSING)
MOST_TRIES = 2  # of parsing one article: a second one that ends its process is its own fault
KEPT = timedelta(days=30)  # what nobody looked through
ADDITION, ORIGINAL = TABLE["addition"], TABLE["original"]


@dataclass(frozen=True, slots=True)
class Given:
    """An article as a person gives it; absent where nobody said so yet."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    url: str | None = None
    file_name: str | None = None


@dataclass(frozen=True, slots=True)
class Original:
    file_name: str
    media_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Addition:
    """`message` says what is going on or what went wrong; `document_sha256` is the document's once it is done."""

    key: str
    editor: str
    state: AdditionState
    added_at: datetime
    tries: int
    message: str | None
    document_sha256: str | None
    given: Given


COLUMNS = [ADDITION.c[name] for name in ("key", "editor", "state", "added_at", "tries", "message", "document_sha256")]
DETAILS = [ADDITION.c[name] for name in ("title", "publisher", "published_on", "url", "file_name")]


def add_draft(
    store: Store,
    editor: str,
    given: Given,
    original: Original | None = None,
    state: AdditionState = AdditionState.DRAFT,
    document_sha256: str | None = None,
) -> str:
    """Keep what somebody gives, and the file that it came in; returns the key under which it is found."""
    key = b32encode(secrets.token_bytes(10)).decode("ascii").casefold()
    row = {"key": key, "editor": editor, "state": state, "added_at": datetime.now(UTC), "tries": 0, **details(given)}
    with writing(store) as connection:
        forget_old(connection)
        row |= {"document_sha256": document_sha256, "text": "" if document_sha256 else given.text}
        added = connection.execute(insert(ADDITION).values(row)).inserted_primary_key
        assert added is not None
        if original:
            file = {"file_name": original.file_name, "media_type": original.media_type, "body": original.body}
            connection.execute(insert(ORIGINAL).values(addition_id=added[0], **file))
    return key


def details(given: Given) -> dict[str, object]:
    names = ("title", "publisher", "published_on", "url", "file_name", "text")
    return {name: getattr(given, name) for name in names}


def forget_old(connection: Connection) -> None:
    waiting = ADDITION.c.state.in_(WAITS_FOR_A_PERSON)
    connection.execute(ADDITION.delete().where(waiting, ADDITION.c.added_at < datetime.now(UTC) - KEPT))


def fetch_addition(connection: Connection, key: str) -> Addition | None:
    wanted = select(*COLUMNS, ADDITION.c.text, *DETAILS).where(ADDITION.c.key == key)
    row = connection.execute(wanted).first()
    return Addition(*row[:7], Given(*row[7:])) if row else None


def fetch_state(connection: Connection, key: str) -> AdditionState | None:
    state: AdditionState | None = connection.execute(select(ADDITION.c.state).where(ADDITION.c.key == key)).scalar()
    return state


def fetch_unfinished(connection: Connection, most: int = 50) -> list[Addition]:
    """All that are not done, the oldest first, without their texts."""
    wanted = select(*COLUMNS, text("''"), *DETAILS).where(ADDITION.c.state != AdditionState.DONE)
    return [
        Addition(*row[:7], Given(*row[7:])) for row in connection.execute(wanted.order_by(ADDITION.c.id).limit(most))
    ]


def count_ahead(connection: Connection, key: str) -> int:
    """How many are on the way before this one."""
    sql = """SELECT count(*) FROM addition WHERE state IN ('queued', 'parsing')
        AND id < (SELECT id FROM addition WHERE key = ?)"""
    return int(connection.exec_driver_sql(sql, (key,)).scalar_one())


def count_added(connection: Connection, editor: str, since: timedelta) -> int:
    """How many this editor has given in the time until now."""
    wanted = select(ADDITION.c.id).where(ADDITION.c.editor == editor, ADDITION.c.added_at > datetime.now(UTC) - since)
    return len(connection.execute(wanted).all())


def any_on_the_way(connection: Connection) -> bool:
    sql = "SELECT EXISTS (SELECT 1 FROM addition WHERE state IN ('queued', 'parsing'))"
    return bool(connection.exec_driver_sql(sql).scalar())


def mend_draft(store: Store, key: str, given: Given) -> bool:
    """Keep what a person filled in or mended; False where it does not wait for a person."""
    return step(store, key, WAITS_FOR_A_PERSON, {**details(given)})


def queue_addition(store: Store, key: str) -> bool:
    return step(store, key, WAITS_FOR_A_PERSON, {"state": AdditionState.QUEUED, "message": None, "tries": 0})


def cancel_addition(store: Store, key: str) -> bool:
    message = "Cancelled; nothing of it is in the store."
    return step(store, key, ON_THE_WAY, {"state": AdditionState.CANCELLED, "message": message})


def fail_addition(store: Store, key: str, message: str) -> bool:
    return step(store, key, ON_THE_WAY, {"state": AdditionState.FAILED, "message": message})


def finish_addition(store: Store, key: str, document_sha256: str) -> bool:
    """The document is in the store, whatever somebody wanted meanwhile."""
    values = {"state": AdditionState.DONE, "message": None, "document_sha256": document_sha256, "text": ""}
    return step(store, key, tuple(AdditionState), values)


def tell_stage(store: Store, key: str, message: str) -> bool:
    return step(store, key, (AdditionState.PARSING,), {"message": message})


def discard_addition(store: Store, key: str) -> bool:
    """Forget it and its file; False where it does not wait for a person."""
    with writing(store) as connection:
        waiting = ADDITION.c.state.in_(WAITS_FOR_A_PERSON)
        return connection.execute(ADDITION.delete().where(ADDITION.c.key == key, waiting)).rowcount > 0


def step(store: Store, key: str, states: Iterable[AdditionState], values: Mapping[str, object]) -> bool:
    """Change the addition if it is in one of these states; whether it was."""
    with writing(store) as connection:
        changed = update(ADDITION).where(ADDITION.c.key == key, ADDITION.c.state.in_(states)).values(values)
        return connection.execute(changed).rowcount > 0


def take_next(store: Store) -> Addition | None:
    """The oldest that is queued, now being parsed; None where there is none."""
    with store.connect() as connection:
        if not connection.exec_driver_sql("SELECT EXISTS (SELECT 1 FROM addition WHERE state = 'queued')").scalar():
            return None
    with writing(store) as connection:
        oldest = "SELECT min(id) FROM addition WHERE state = 'queued'"
        sql = f"UPDATE addition SET state = 'parsing', tries = tries + 1 WHERE id = ({oldest}) RETURNING key"
        key = connection.exec_driver_sql(sql).scalar()
        return fetch_addition(connection, key) if key else None


def put_back(store: Store, key: str) -> None:
    """Queue again what was being parsed when the server was stopped: no fault of the article's."""
    step(store, key, (AdditionState.PARSING,), {"state": AdditionState.QUEUED, "message": None, "tries": 0})


def give_back(store: Store, key: str | None = None) -> None:
    """Queue again what was being parsed when its process died (all, where no key is given); what was tried often enough
    fails instead."""
    sql = """UPDATE addition SET state = CASE WHEN tries < :most THEN 'queued' ELSE 'failed' END,
        message = CASE WHEN tries < :most THEN NULL ELSE :message END
        WHERE state = 'parsing' AND key = coalesce(:key, key)"""
    with writing(store) as connection:
        connection.execute(text(sql), {"most": MOST_TRIES, "message": ENDED, "key": key})


ENDED = (
    "The parser was ended twice while it read this article, perhaps for want of memory. Make it shorter, or try again when "
    "the machine has less to do."
)


def fetch_original(connection: Connection, slug: str) -> Original | None:
    """The file that the document with this slug was taken from, where it was uploaded."""
    sql = """SELECT original.file_name, media_type, body FROM document
        JOIN addition ON addition.document_sha256 = document.sha256 JOIN original ON original.addition_id = addition.id
        WHERE document.slug = ? ORDER BY addition.id LIMIT 1"""
    row = connection.exec_driver_sql(sql, (slug,)).first()
    return Original(*row) if row else None
