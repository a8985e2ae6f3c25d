"""What a store holds comes through every migration."""

import importlib
import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command

from app.store.check import check_store
from app.store.database import alembic_config, migrate, open_store, writing
from app.store.save import save_verified
from tests.factories import make_document, make_parse, make_summit
from tests.store.rows import content

ORDER = importlib.import_module("migrations.versions.0008_order_and_counters")


def test_ids_come_into_the_order_of_time(store_path: Path) -> None:
    store = open_store(store_path)
    undated = make_parse(make_document("Nothing is known.", id="undated"))
    old = make_parse(make_document("Long ago.", id="old", published_on="1999-01-01"))
    save_verified(store, [make_summit(), undated, old])
    before = content(store)
    with writing(store) as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.downgrade(config, "0007")
    store.dispose()
    with closing(sqlite3.connect(store_path, isolation_level=None)) as raw:
        number_from_one(raw)
        assert raw.execute("SELECT slug FROM document ORDER BY id").fetchall() == [("undated",), ("old",), ("summit",)]

    migrate(store_path)

    store = open_store(store_path)
    assert content(store) == before
    store.dispose()
    assert check_store(store_path) == []


def test_sentences_keep_their_places(store_path: Path) -> None:
    store = open_store(store_path)
    save_verified(store, [make_summit(), make_parse(make_document("Nothing. Nobody.", id="nothing"))])
    before = content(store)
    with writing(store) as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.downgrade(config, "0010")
        assert connection.exec_driver_sql("SELECT nth FROM sentence ORDER BY nth").scalars().all() == [0, 0, 1, 1, 2, 3]
    store.dispose()

    migrate(store_path)

    store = open_store(store_path)
    assert content(store) == before
    store.dispose()
    assert check_store(store_path) == []


def number_from_one(raw: sqlite3.Connection) -> None:
    """Ids as they were before: 1, 2, 3 … in no order of time."""
    children = {"document": [f"{table}.document_id" for table in ORDER.OF_DOCUMENT.split()], **ORDER.OF_RECORD}
    for table, columns in children.items():
        ids = [id_ for (id_,) in raw.execute(f"SELECT id FROM {table} ORDER BY id")]
        for new, old in enumerate(ids, start=1):
            for changed, column in [(table, "id"), *(each.split(".") for each in columns)]:
                raw.execute(f"UPDATE {changed} SET {column} = ? WHERE {column} = ?", (new, old))
