from contextlib import suppress
from pathlib import Path

from sqlalchemy import text

from app.store.database import Store, open_store, writing
from app.store.queries.statements import Statement, remembered, rows
from app.store.save import save_parse
from tests.factories import make_summit

COUNT = Statement("SELECT count(*) AS number FROM document", {})


def test_what_is_remembered_is_asked_for_once_while_nobody_writes(store_path: Path) -> None:
    with open_store(store_path).connect() as connection:
        first = remembered(connection, COUNT)

        assert remembered(connection, COUNT) is first
        assert rows(connection, COUNT) == first


def test_what_is_remembered_is_asked_for_anew_after_another_has_written(store_path: Path) -> None:
    store = open_store(store_path)
    with store.connect() as connection:
        before = remembered(connection, COUNT)
        save_parse(open_store(store_path), make_summit())

        assert remembered(connection, COUNT) is before, "within one look at the store nothing changes"
        connection.rollback()
        assert [row.number for row in remembered(connection, COUNT)] == [1]


def test_nothing_is_remembered_of_what_a_writer_takes_back(store: Store) -> None:
    save_parse(store, make_summit())
    with suppress(RuntimeError), writing(store) as connection:
        connection.execute(text("DELETE FROM document"))
        assert remembered(connection, COUNT)[0].number == 0
        raise RuntimeError
    with store.connect() as connection:
        assert remembered(connection, COUNT)[0].number == 1
