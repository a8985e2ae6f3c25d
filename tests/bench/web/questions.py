"""What the bench asks of the two stores themselves, to know what pages must hold."""

import sqlite3
from typing import Any

MOST_FACETS = 12


class Archive:
    """The questions that scenarios ask of the stores themselves."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self.raw = raw
        self.quotes: int = self.one("SELECT count(*) FROM flat.quote")
        self.speakers = self.all(
            "SELECT q.speaker_id, a.key, count(*) AS number FROM flat.quote AS q JOIN main.actor AS a ON a.id = q.speaker_id"
            " GROUP BY q.speaker_id ORDER BY number DESC"
        )

    def all(self, sql: str, *values: object) -> list[Any]:
        return self.raw.execute(sql, values).fetchall()

    def one(self, sql: str, *values: object) -> Any:
        return self.raw.execute(sql, values).fetchone()[0]

    def facets(self, speaker: int) -> tuple[int, ...]:
        """The total, and the numbers of each kind and of the most frequent topics."""
        numbers = [self.one("SELECT count(*) FROM flat.quote WHERE speaker_id = ?", speaker)]
        for column in ("kind", "topic"):
            counted = (
                f"SELECT count(*) AS number FROM flat.quote WHERE speaker_id = ? GROUP BY {column} ORDER BY 1 DESC"
            )
            numbers += [number for (number,) in self.all(f"{counted} LIMIT {MOST_FACETS}", speaker)]
        return tuple(numbers)

    def listed(self, order: str, condition: str, *values: object) -> list[Any]:
        """Id, key, day and words of all quotes for which the condition holds."""
        return self.all(
            "SELECT q.id, r.key, q.said_on, q.text FROM flat.quote AS q JOIN main.quote AS r ON r.id = q.id"
            f" JOIN main.document AS d ON d.id = q.document_id WHERE {condition} ORDER BY "
            + order.replace("q.start", "r.start"),
            *values,
        )
