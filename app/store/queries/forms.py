"""How SQLite writes each kind of record: as an object of JSON, and as a line of CSV. docs/api.md describes both.

It writes them itself because that takes least: a thousand records become one value, where otherwise Python would make
a thousand rows, as many objects of them, and text again (docs/adr/0017).

The shapes are promises: a name may be added in a later version, none is renamed, removed or given another meaning
under /api/v1/.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.store.queries.actors import ACTORS, ASKED, DOCUMENTS_OF, DONE, SAID, STATED
from app.store.queries.columns import HEADING
from app.store.queries.demands import DEMANDS
from app.store.queries.documents import COUNT, DOCUMENTS
from app.store.queries.family import Family
from app.store.queries.filters import ActorFilter, DemandFilter, DocumentFilter, Filter, OutcomeFilter, QuoteFilter
from app.store.queries.outcomes import OUTCOMES
from app.store.queries.parts import (
    Cell,
    Cells,
    Members,
    actor_cells,
    actor_object,
    actor_objects,
    address,
    bare,
    columns,
    gather,
    passage,
    several_cells,
    topic_array,
    words,
    write_object,
)
from app.store.queries.quotes import QUOTES

IN_DOCUMENT = {"document": "CROSS JOIN document ON document.id = r.document_id"}


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of record, with its `members` as an object of JSON and its `cells` as a line of CSV.

    `source` is the table, joined by its id to `given.value`; `joins` what else they read, by the name that it has in
    their SQL.
    """

    family: Family
    filter: type[Filter]
    source: str
    joins: Mapping[str, str]
    members: Members
    cells: Cells

    def read_for(self, written: str) -> str:
        """The source with those of the joins that this SQL reads."""
        return " ".join([self.source, *(join for name, join in self.joins.items() if f"{name}." in written)])


def source_of(table: str) -> str:
    return f"{table} AS r ON r.id = given.value"


def join_actor(name: str) -> Mapping[str, str]:
    """The actor whom a record names in a column of its own, and its document."""
    return {**IN_DOCUMENT, name: f"CROSS JOIN actor AS {name} ON {name}.id = r.{name}_id"}


def about_cells(table: str) -> Cells:
    """What ends every line of a record that lies in a document."""
    return {
        "topics": Cell(gather(f"{table}_topic", "group_concat(topic, ' ')")),
        **words(cue="r.cue", rule="r.rule"),
        **bare({"state": "r.state", "document_key": "document.slug"}),
        **words(document=HEADING, publisher="document.publisher"),
        **bare(columns("published_on", table="document")),
    }


PLACE: Cells = {**words(text="r.text"), **bare({"start": "r.start", "end": 'r."end"'})}
RULE: Members = {**columns("cue", "rule", "state"), "document": "document.slug"}
CONDITION = write_object(passage("condition_"))
QUOTE = Form(
    QUOTES,
    QuoteFilter,
    source_of("quote"),
    join_actor("speaker"),
    members={
        "key": "r.key",
        "url": address("quotes"),
        "kind": "r.kind",
        **passage(),
        "speaker": actor_object("speaker"),
        "source": write_object(passage("source_")),
        "addressees": actor_objects("quote_addressee"),
        "said_on": "r.said_on",
        "topics": topic_array("quote"),
        **RULE,
    },
    cells={
        **bare({"key": "r.key"}),
        **words(url=address("quotes")),
        **bare({"kind": "r.kind"}),
        **actor_cells("speaker"),
        **PLACE,
        **words(source="r.source_text"),
        **several_cells("quote_addressee", "addressee_keys", "addressees"),
        **bare(columns("said_on")),
        **about_cells("quote"),
    },
)
DEMAND = Form(
    DEMANDS,
    DemandFilter,
    source_of("demand"),
    join_actor("holder"),
    members={
        "key": "r.key",
        "url": address("demands"),
        "kind": "r.kind",
        **passage(),
        "holder": actor_object("holder"),
        "addressees": actor_objects("demand_addressee"),
        "topics": topic_array("demand"),
        **RULE,
    },
    cells={
        **bare({"key": "r.key"}),
        **words(url=address("demands")),
        **bare({"kind": "r.kind"}),
        **actor_cells("holder"),
        **PLACE,
        **several_cells("demand_addressee", "addressee_keys", "addressees"),
        **about_cells("demand"),
    },
)
OUTCOME = Form(
    OUTCOMES,
    OutcomeFilter,
    source_of("outcome"),
    IN_DOCUMENT,
    members={
        "key": "r.key",
        "url": address("outcomes"),
        "status": "r.status",
        **passage(),
        "actors": actor_objects("outcome_actor"),
        "affected": actor_objects("outcome_affected"),
        "condition": f"json(CASE WHEN r.condition_text IS NULL THEN 'null' ELSE {CONDITION} END)",
        "occurred_on": "r.occurred_on",
        "topics": topic_array("outcome"),
        **RULE,
    },
    cells={
        **bare({"key": "r.key"}),
        **words(url=address("outcomes")),
        **bare({"status": "r.status"}),
        **several_cells("outcome_actor", "actor_keys", "actors"),
        **several_cells("outcome_affected", "affected_keys", "affected"),
        **words(condition="r.condition_text"),
        **PLACE,
        **bare(columns("occurred_on")),
        **about_cells("outcome"),
    },
)
ACTOR_COUNTS = {"stated": STATED, "asked": ASKED, "said": SAID, "done": DONE, "documents": DOCUMENTS_OF}
SIDE = f"json(CASE WHEN side.id IS NULL THEN 'null' ELSE {actor_object('side')} END)"
ACTOR = Form(
    ACTORS,
    ActorFilter,
    "actor ON actor.id = given.value",
    {"side": "LEFT JOIN actor AS side ON side.id = actor.side_id"},
    members={
        "key": "actor.key",
        "url": address("actors", "actor.key"),
        **columns("name", "kind", table="actor"),
        "role": "nullif(actor.role, '')",
        "side": SIDE,
        "wikidata": "actor.wikidata",
        "counts": write_object(ACTOR_COUNTS),
    },
    cells={
        **bare({"key": "actor.key"}),
        **words(url=address("actors", "actor.key"), name="actor.name"),
        **bare({"kind": "actor.kind"}),
        **words(role="actor.role"),
        **actor_cells("side"),
        **words(wikidata="actor.wikidata"),
        **bare(ACTOR_COUNTS),
    },
)
DOCUMENT_COUNTS = {f"{record}s": COUNT.format(record) for record in ("quote", "demand", "outcome")}
ORIGIN = {"url": address("documents", "document.slug"), "title": "document.title", "publisher": "document.publisher"}
FILE = {"source_url": "document.url", "file_name": "document.file_name"}
DOCUMENT = Form(
    DOCUMENTS,
    DocumentFilter,
    "document ON document.id = given.value",
    {},
    members={
        "key": "document.slug",
        **ORIGIN,
        **columns("published_on", "place", table="document"),
        **FILE,
        **columns("sha256", "parser_version", "body_start", table="document"),
        "counts": write_object(DOCUMENT_COUNTS),
    },
    cells={
        **bare({"key": "document.slug"}),
        **words(**ORIGIN),
        **bare(columns("published_on", table="document")),
        **words(place="document.place", **FILE),
        **bare(columns("sha256", table="document")),
        **words(parser_version="document.parser_version"),
        **bare(columns("body_start", table="document")),
        **bare(DOCUMENT_COUNTS),
    },
)
FORMS = {form.family.table + "s": form for form in (QUOTE, DEMAND, OUTCOME, ACTOR, DOCUMENT)}
# What a page of records says once of each document that they lie in.
DOCUMENT_MEMBERS = {
    "key": "document.slug",
    "url": address("documents", "document.slug"),
    "title": HEADING,
    **columns("publisher", "published_on", table="document"),
}
