"""/review lists what a person must decide anew."""

from dataclasses import replace

from fastapi.testclient import TestClient

from app.main import create_app
from app.review.changes import EditActor
from app.review.deciding import decide
from app.store.database import Store
from app.store.save import save_parse
from tests.factories import make_actor, make_document, make_parse


def test_a_change_of_an_actor_who_has_gone_is_listed(store: Store) -> None:
    document = make_document("Minister Lund left.", "left")
    parse = make_parse(document, actors=[make_actor("Minister Lund")])
    save_parse(store, parse)
    decide(store, "ada", EditActor("minister-lund", {"role": "of water"}))
    client = TestClient(create_app(store=store))
    assert "do nothing any more" not in client.get("/review").text
    save_parse(store, replace(parse, actors=(make_actor("Lund"),), parser_version="newer"))
    page = TestClient(create_app(store=store)).get("/review").text
    assert "do nothing any more" in page
    assert "/actors/minister-lund" in page
