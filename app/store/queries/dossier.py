"""Everything about one actor, for print and for other programs: what its page shows in part, here in full."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection

from app.store.queries.actors import ActorEntry, select_actor, select_documents, select_roles, to_actor
from app.store.queries.columns import DOCUMENT, to_document
from app.store.queries.demands import DemandEntry, select_demands, to_demand
from app.store.queries.outcomes import OutcomeEntry, select_outcomes, to_outcome
from app.store.queries.quotes import QuoteEntry, select_quotes, to_quote
from app.store.queries.statements import Statement, newest, newest_first, newest_linked, rows
from app.store.queries.values import ActorLink, DocumentLink

MOST = 300
PLEDGED = ("promised", "threatened")


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name of the actor, and the documents that use it."""

    name: str
    documents: tuple[DocumentLink, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the actor wants on one topic, newest first."""

    topic: str
    demands: tuple[DemandEntry, ...]


@dataclass(frozen=True, slots=True)
class AskedBy:
    holder: ActorLink
    demands: tuple[DemandEntry, ...]


@dataclass(frozen=True, slots=True)
class Later:
    """An outcome that takes up an earlier one: `step` says how (repeated, carried out, lapsed)."""

    step: str
    outcome: OutcomeEntry


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise or a threat, and what came of it as far as it was found."""

    outcome: OutcomeEntry
    later: tuple[Later, ...]


@dataclass(frozen=True, slots=True)
class FullDossier:
    """One actor; every list holds at most MOST records, the newest, and `cut` names the lists that hold fewer than
    there are."""

    actor: ActorEntry
    roles: tuple[str, ...]
    names: tuple[NameFound, ...]
    wants: tuple[Wanted, ...]
    asked: tuple[AskedBy, ...]
    quotes: tuple[QuoteEntry, ...]
    pledges: tuple[Pledge, ...]
    expected: tuple[OutcomeEntry, ...]
    happened: tuple[OutcomeEntry, ...]
    documents: tuple[DocumentLink, ...]
    cut: tuple[str, ...]


def select_names(id: int) -> Statement:
    sql = f"""SELECT told.name, {DOCUMENT} FROM (SELECT name, document_id FROM alias WHERE actor_id = :id
            ORDER BY length(name) DESC, name, document_id DESC LIMIT {MOST}) AS told
        JOIN document ON document.id = told.document_id ORDER BY length(told.name) DESC, told.name, document.id DESC"""
    return Statement(sql, {"id": id})


def select_steps(keys: Sequence[str]) -> Statement:
    """Which outcome takes up which, by their keys, for the earlier ones with these keys."""
    sql = """SELECT earlier.key AS earlier, later.key AS later, step FROM outcome_step
        JOIN outcome AS earlier ON earlier.id = outcome_step.follows_id
        JOIN outcome AS later ON later.id = outcome_step.outcome_id
        WHERE earlier.key IN (SELECT value FROM json_each(:keys)) ORDER BY later.id"""
    return Statement(sql, {"keys": json.dumps(keys)})


def fetch_full_dossier(connection: Connection, key: str) -> FullDossier | None:
    """The dossier of the actor with this key, or None."""
    found = rows(connection, select_actor(key))
    if not found:
        return None
    id, actor = found[0].id, to_actor(found[0])
    wants = newest("demand", "r.holder_id = :id", MOST)
    asked = newest_linked("demand_addressee", MOST)
    said = newest("quote", "r.speaker_id = :id", MOST)
    done = newest_linked("outcome_actor", MOST)
    outcomes = tuple(map(to_outcome, rows(connection, newest_first(select_outcomes(done, id=id)))))
    pledged = [each for each in outcomes if each.status in PLEDGED]
    counts = {"stated positions": actor.stated, "demands received": actor.asked, "quotes": actor.said}
    return FullDossier(
        actor=actor,
        roles=tuple(row.role for row in rows(connection, select_roles(id))),
        names=fetch_names(connection, id),
        wants=group_by_topic([to_demand(row) for row in rows(connection, newest_first(select_demands(wants, id=id)))]),
        asked=group_by_holder([to_demand(row) for row in rows(connection, newest_first(select_demands(asked, id=id)))]),
        quotes=tuple(map(to_quote, rows(connection, newest_first(select_quotes(said, id=id))))),
        pledges=fetch_pledges(connection, pledged),
        expected=tuple(each for each in outcomes if each.status == "expected"),
        happened=tuple(each for each in outcomes if each.status in ("occurred", "lapsed")),
        documents=tuple(map(to_document, rows(connection, select_documents(id)))),
        cut=tuple(name for name, number in {**counts, "outcomes": actor.done}.items() if number > MOST),
    )


def fetch_names(connection: Connection, id: int) -> tuple[NameFound, ...]:
    found = rows(connection, select_names(id))
    return tuple(
        NameFound(name, tuple(to_document(row) for row in same)) for name, same in groupby(found, lambda row: row.name)
    )


def fetch_pledges(connection: Connection, pledged: Sequence[OutcomeEntry]) -> tuple[Pledge, ...]:
    """The promises and threats with what takes them up; one that only repeats another stands under that one."""
    steps: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows(connection, select_steps([each.key for each in pledged])):
        steps[row.earlier].append((row.later, row.step))
    keys = [later for found in steps.values() for later, _ in found]
    statement = select_outcomes("r.key IN (SELECT value FROM json_each(:keys))", keys=json.dumps(keys))
    later = {each.key: each for each in map(to_outcome, rows(connection, statement))}
    return tuple(
        Pledge(each, tuple(Later(step, later[key]) for key, step in steps[each.key]))
        for each in pledged
        if each.key not in keys
    )


def group_by_topic(demands: Sequence[DemandEntry]) -> tuple[Wanted, ...]:
    """By their first topic: most demands first, "other" last."""
    found: dict[str, list[DemandEntry]] = defaultdict(list)
    for demand in demands:
        found[demand.topics[0] if demand.topics else "other"].append(demand)
    return tuple(Wanted(topic, tuple(found[topic])) for topic in sorted(found, key=lambda each: rank(each, found)))


def rank(topic: str, found: Mapping[str, Sequence[DemandEntry]]) -> tuple[bool, int, str]:
    return topic == "other", -len(found[topic]), topic


def group_by_holder(demands: Sequence[DemandEntry]) -> tuple[AskedBy, ...]:
    """By who asks, in the order of the newest demand of each."""
    found: dict[ActorLink, list[DemandEntry]] = defaultdict(list)
    for demand in demands:
        found[demand.holder].append(demand)
    return tuple(AskedBy(holder, tuple(each)) for holder, each in found.items())
