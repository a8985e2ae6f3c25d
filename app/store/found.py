"""What the parser found in a stored document: kept as a line where decisions changed it, else just what the tables hold."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row

from app.decisions.fields import write_fields
from app.decisions.replay import Reviewed
from app.records import (
    Actor,
    ActorKind,
    Demand,
    DemandKind,
    Document,
    Mention,
    Outcome,
    OutcomeStatus,
    Parse,
    Passage,
    Quote,
    QuoteKind,
    State,
    Topic,
)
from app.store.rows import Rows
from app.transfer import format_whole_line, read_whole_line

NAME = "(SELECT named.key FROM actor AS named WHERE named.id = {})"


def linked(table: str, column: str) -> str:
    """A column of what a link table names, in its order, as JSON."""
    record, _ = table.split("_")
    return f"""(SELECT json_group_array(value) FROM
        (SELECT {column} AS value FROM {table} WHERE {record}_id = r.id ORDER BY nth))"""


ACTOR = NAME.format("actor_id")
SELECT = {
    "document": "SELECT * FROM document WHERE id = ?",
    "actors": f"""SELECT {ACTOR} AS key, name, kind, role, {NAME.format("said.side_id")} AS side, wikidata,
        (SELECT json_group_array(name) FROM alias WHERE document_id = said.document_id AND actor_id = said.actor_id)
        AS names FROM document_actor AS said WHERE document_id = ? ORDER BY actor_id""",
    "mentions": f'SELECT start, "end", text, {ACTOR} AS actor FROM mention WHERE document_id = ? ORDER BY id',
    "quotes": f"""SELECT r.*, {NAME.format("speaker_id")} AS speaker, {linked("quote_addressee", ACTOR)} AS addressees,
        {linked("quote_topic", "topic")} AS topics
        FROM quote AS r WHERE document_id = ? ORDER BY id DESC""",
    "demands": f"""SELECT r.*, {NAME.format("holder_id")} AS holder, {linked("demand_addressee", ACTOR)} AS addressees,
        {linked("demand_topic", "topic")} AS topics
        FROM demand AS r WHERE document_id = ? ORDER BY id DESC""",
    "outcomes": f"""SELECT r.*, {linked("outcome_actor", ACTOR)} AS actors,
        {linked("outcome_affected", ACTOR)} AS affected, {linked("outcome_topic", "topic")} AS topics
        FROM outcome AS r WHERE document_id = ? ORDER BY id DESC""",
    "sentences": 'SELECT start, "end" FROM sentence WHERE document_id = ? ORDER BY start',
}


def keep_found(rows: Rows, document_id: int, found: Parse, reviewed: Reviewed) -> None:
    """Rows for what the parser found, where decisions make something else of it, and for what they set aside."""
    if reviewed.changed:
        without_text = replace(found, document=replace(found.document, text=""))
        rows.waiting["found"] += (document_id, format_whole_line(without_text))
    for one in reviewed.set_aside:
        fields = json.dumps(write_fields(one.record))
        rows.waiting["set_aside"] += (one.key, document_id, one.kind, one.state.value, one.event, fields, one.why)


def fetch_found(connection: Connection, document_id: int) -> Parse:
    """The document's parse as the parser made it."""
    kept = connection.exec_driver_sql("SELECT line FROM found WHERE document_id = ?", (document_id,)).scalar()
    if kept is not None:
        document = to_document(connection.exec_driver_sql(SELECT["document"], (document_id,)).one())
        return replace(read_whole_line(kept.encode()), document=document)
    shown = fetch_shown(connection, document_id)
    return replace(
        shown,
        quotes=tuple(replace(one, key="", state=State.FOUND) for one in shown.quotes),
        demands=tuple(replace(one, key="", state=State.FOUND) for one in shown.demands),
        outcomes=tuple(replace(one, key="", state=State.FOUND) for one in shown.outcomes),
    )


def fetch_shown(connection: Connection, document_id: int) -> Parse:
    """What the tables hold of the document: its parse as people's decisions leave it, with keys and states."""
    document = connection.exec_driver_sql(SELECT["document"], (document_id,)).one()

    def rows(name: str) -> Iterable[Row[Any]]:
        return connection.exec_driver_sql(SELECT[name], (document_id,))

    return Parse(
        to_document(document),
        document.parser_version,
        tuple(map(to_actor, rows("actors"))),
        tuple(Mention(Passage(row.start, row.end, row.text), row.actor) for row in rows("mentions")),
        tuple(map(to_quote, rows("quotes"))),
        tuple(map(to_demand, rows("demands"))),
        tuple(map(to_outcome, rows("outcomes"))),
        tuple((row.start, row.end) for row in rows("sentences")),
    )


def to_document(row: Row[Any]) -> Document:
    return Document(
        row.slug,
        row.text,
        row.sha256,
        row.title,
        row.publisher,
        to_day(row.published_on),
        row.place,
        row.url,
        row.file_name,
        row.body_start,
    )


def to_day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def to_actor(row: Row[Any]) -> Actor:
    return Actor(row.key, row.name, ActorKind(row.kind), tuple(json.loads(row.names)), row.role, row.side, row.wikidata)


def to_quote(row: Row[Any]) -> Quote:
    return Quote(
        Passage(row.start, row.end, row.text),
        QuoteKind(row.kind),
        row.speaker,
        Passage(row.source_start, row.source_end, row.source_text),
        row.rule,
        row.cue,
        tuple(json.loads(row.addressees)),
        to_day(row.said_on),
        to_topics(row),
        row.key,
        State(row.state),
    )


def to_demand(row: Row[Any]) -> Demand:
    passage, addressees = Passage(row.start, row.end, row.text), tuple(json.loads(row.addressees))
    kind, state = DemandKind(row.kind), State(row.state)
    return Demand(passage, kind, row.holder, row.rule, row.cue, addressees, to_topics(row), row.key, state)


def to_outcome(row: Row[Any]) -> Outcome:
    condition = None
    if row.condition_start is not None:
        condition = Passage(row.condition_start, row.condition_end, row.condition_text)
    return Outcome(
        Passage(row.start, row.end, row.text),
        OutcomeStatus(row.status),
        row.rule,
        tuple(json.loads(row.actors)),
        tuple(json.loads(row.affected)),
        condition,
        to_topics(row),
        to_day(row.occurred_on),
        row.cue,
        row.question,
        row.key,
        State(row.state),
    )


def to_topics(row: Row[Any]) -> tuple[Topic, ...]:
    return tuple(map(Topic, json.loads(row.topics)))
