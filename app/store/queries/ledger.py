"""The ledger of promises and threats: each with where it was repeated, and whether it was carried out or lapsed.

The store ties an outcome to an earlier one on evidence alone (store/steps.py); a thread is one that was announced with
all that follows from it.
"""

import json
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from app.records import OutcomeStatus, Step
from app.store.queries.counted import fetch_total
from app.store.queries.filters import OutcomeFilter
from app.store.queries.listing import bound, fetch_known, find_path, select_total, where
from app.store.queries.outcomes import OUTCOMES, OutcomeEntry, select_by_ids, to_outcome
from app.store.queries.statements import Statement, rows

ANNOUNCED = "announced"
LONGEST = 20


@dataclass(frozen=True, slots=True)
class ThreadStep:
    """`step` is announced, or what it is to the step before; `shared` the words by which the two were tied."""

    step: str
    entry: OutcomeEntry
    shared: str


@dataclass(frozen=True, slots=True)
class Thread:
    steps: tuple[ThreadStep, ...]

    @property
    def standing(self) -> str:
        """What came of it: carried-out, lapsed, repeated, or open where nothing more was found."""
        found = [step.step for step in self.steps[1:]]
        return next((str(step) for step in (Step.LAPSED, Step.CARRIED_OUT, Step.REPEATED) if step in found), "open")


@dataclass(frozen=True, slots=True)
class Ledger:
    """`total` is how many threads there are, `followed` in how many of those something came later."""

    threads: tuple[Thread, ...]
    total: int
    followed: int


# With a plus, so that SQLite keeps to the path along which ids come in order.
ANNOUNCED_STATUS = "+outcome.status IN ('promised', 'threatened')"
STEPS = "SELECT outcome_id FROM outcome_step UNION SELECT follows_id FROM outcome_step"


def select_roots(filter: OutcomeFilter, most: int) -> Statement:
    """Ids of what was announced and takes up nothing earlier; first those that something takes up, then the newest.

    The former are found among the few that have to do with a step; the latter in the order of ids, till there are
    enough. `followed` is how many of the former there are, `repeating` how many announced ones take up an earlier one.
    """
    values = bound(filter)
    path = find_path(OUTCOMES, values)
    sql = f"""WITH tied AS MATERIALIZED (
            SELECT outcome.id, EXISTS (SELECT 1 FROM outcome_step AS s WHERE s.outcome_id = outcome.id) AS repeats
            FROM outcome WHERE outcome.id IN ({STEPS}) AND {ANNOUNCED_STATUS} AND {where(OUTCOMES, values)})
        SELECT id, (SELECT count(*) FROM tied WHERE NOT repeats) AS followed,
            (SELECT count(*) FROM tied WHERE repeats) AS repeating
        FROM (SELECT id, TRUE AS taken_up FROM tied WHERE NOT repeats
            UNION ALL SELECT id, FALSE FROM (SELECT {path.id} AS id FROM {path.source} WHERE {path.where}
                AND {ANNOUNCED_STATUS} AND {path.id} NOT IN (SELECT id FROM tied) ORDER BY {path.id} DESC LIMIT {most}))
        ORDER BY taken_up DESC, id DESC LIMIT {most}"""
    return Statement(sql, values)


def fetch_announced(connection: Connection, filter: OutcomeFilter) -> int:
    """How many promises and threats the filter leaves."""
    announced = tuple(
        each for each in (OutcomeStatus.PROMISED, OutcomeStatus.THREATENED) if each in (filter.status or OutcomeStatus)
    )
    if not announced:
        return 0
    chosen = replace(filter, status=announced)
    total = fetch_total(connection, "outcome", chosen, fetch_known(connection, chosen))
    return rows(connection, select_total(OUTCOMES, chosen))[0][0] if total is None else total


def select_steps(roots: list[int]) -> Statement:
    """Every outcome of the threads that begin with the roots, in the order in which they came."""
    sql = f"""WITH RECURSIVE thread(root, id, step, words, depth) AS (
            SELECT value, value, '{ANNOUNCED}', '', 0 FROM json_each(:roots)
            UNION ALL SELECT t.root, s.outcome_id, s.step, s.words, t.depth + 1 FROM thread AS t
                JOIN outcome_step AS s ON s.follows_id = t.id WHERE t.depth < {LONGEST})
        SELECT thread.root, thread.id, thread.step, thread.words FROM thread JOIN outcome ON outcome.id = thread.id
            JOIN document ON document.id = outcome.document_id
        ORDER BY thread.depth > 0, coalesce(document.published_on, ''), document.id, outcome.start"""
    return Statement(sql, {"roots": json.dumps(roots)})


def fetch_ledger(connection: Connection, filter: OutcomeFilter, most: int) -> Ledger:
    """The threads of what the filter leaves, at most `most`."""
    roots = rows(connection, select_roots(filter, most))
    steps = rows(connection, select_steps([row.id for row in roots]))
    ids = json.dumps(list({row.id for row in steps}))
    entries = {row.id: to_outcome(row) for row in rows(connection, select_by_ids(ids))}
    threads: dict[int, tuple[ThreadStep, ...]] = {row.id: () for row in roots}
    for row in steps:
        threads[row.root] = (*threads[row.root], ThreadStep(row.step, entries[row.id], row.words))
    return Ledger(
        threads=tuple(Thread(steps) for steps in threads.values()),
        total=fetch_announced(connection, filter) - roots[0].repeating if roots else 0,
        followed=roots[0].followed if roots else 0,
    )
