"""What a store holds, in a form that two tests can compare: without ids, which differ from one saving to the next."""

from typing import Any

from sqlalchemy import text

from app.store.database import Store

ACTOR = "(SELECT named.key FROM actor AS named WHERE named.id = {})"
LINKS = "(SELECT group_concat({value}, ' ') FROM (SELECT * FROM {table} WHERE {owner}_id = {owner}.id ORDER BY nth))"
CONTENT = {
    "document": "slug, sha256, text, title, publisher, published_on, place, url, file_name, body_start, "
    "parser_version, added_at",
    "sentence": 'start, "end"',
    "actor": f"key, name, kind, role, {ACTOR.format('actor.side_id')}, wikidata",
    "document_actor": f"{ACTOR.format('actor_id')}, name, kind, role, {ACTOR.format('side_id')}, wikidata",
    "alias": f"{ACTOR.format('actor_id')}, name",
    "mention": f'{ACTOR.format("actor_id")}, start, "end", text',
    "quote": 'key, start, "end", text, kind, {speaker}, source_start, source_end, source_text, cue, said_on, '
    "rule, {addressees}, {topics}",
    "demand": 'key, start, "end", text, kind, {holder}, cue, rule, {addressees}, {topics}',
    "outcome": 'key, start, "end", text, status, condition_start, condition_end, condition_text, occurred_on, '
    "cue, rule, {actors}, {affected}, {topics}",
}


def rows(store: Store, sql: str, **values: Any) -> list[tuple[Any, ...]]:
    with store.connect() as connection:
        return [tuple(row) for row in connection.execute(text(sql), values)]


def content(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that a reader could see, by table, sorted."""
    return {table: sorted(rows(store, select_content(table)), key=repr) for table in CONTENT}


def select_content(table: str) -> str:
    def linked(link: str, value: str) -> str:
        return LINKS.format(table=f"{table}_{link}", owner=table, value=value)

    of_actor = ACTOR.format("actor_id")
    columns = CONTENT[table].format(
        speaker=ACTOR.format("speaker_id"),
        holder=ACTOR.format("holder_id"),
        addressees=linked("addressee", of_actor),
        actors=linked("actor", of_actor),
        affected=linked("affected", of_actor),
        topics=linked("topic", "topic"),
    )
    document = "" if table in ("document", "actor") else "(SELECT slug FROM document WHERE id = document_id), "
    return f"SELECT {document}{columns} FROM {table}"
