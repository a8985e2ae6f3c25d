"""Records as JSON: the same records as on the pages, each an exact slice of its document."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.store.database import Store
from app.store.save import save_parse
from tests.factories import make_actor, make_document, make_parse, make_quote
from tests.pages.conftest import watch_statements
from tests.store.queries.stored import fill

NAMES = ("quotes", "demands", "outcomes", "actors", "documents")


def get(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    return answer.json()


def walk(client: TestClient, path: str, name: str) -> list[Any]:
    """Every record from this address on, following `next`."""
    found = []
    address: str | None = path
    while address:
        page = get(client, address)
        found += page[name]
        address = page["next"]
    return found


def test_a_quote_has_words_place_people_and_document(client: TestClient) -> None:
    page = get(client, "/api/v1/quotes?speaker=vladimir-putin")
    (quote,) = page["quotes"]

    assert (page["total"], page["next"]) == (1, None)
    assert quote == {
        "key": quote["key"],
        "url": f"http://testserver/quotes/{quote['key']}",
        "kind": "direct",
        "text": "The bridge is <b>ours</b>",
        "start": 99,
        "end": 124,
        "speaker": {"key": "vladimir-putin", "name": "Vladimir Putin"},
        "source": {"text": "Vladimir Putin", "start": 19, "end": 33},
        "addressees": [{"key": "radio-askar", "name": "Radio Askar"}],
        "said_on": "2031-08-14",
        "topics": ["territory"],
        "cue": "said",
        "rule": quote["rule"],
        "state": "found",
        "document": "bridge-talks",
    }
    assert page["documents"] == {
        "bridge-talks": {
            "key": "bridge-talks",
            "url": "http://testserver/documents/bridge-talks",
            "title": "“Donald Trump urged Vladimir Putin to open the bridge. Russia refused…”",
            "publisher": None,
            "published_on": "2031-08-15",
        }
    }


@pytest.mark.parametrize("name", ["quotes", "demands", "outcomes"])
def test_every_record_is_a_slice_of_its_document(client: TestClient, name: str) -> None:
    records = walk(client, f"/api/v1/{name}", name)
    texts = {
        each["key"]: get(client, f"/api/v1/documents/{each['key']}")["text"]
        for each in walk(client, "/api/v1/documents", "documents")
    }

    assert records
    for record in records:
        text = texts[record["document"]]
        parts = [record, *(record[part] for part in ("source", "condition") if record.get(part))]
        assert all(text[part["start"] : part["end"]] == part["text"] for part in parts)


@pytest.mark.parametrize("name", NAMES)
def test_pages_of_any_length_hold_the_same_records_in_the_same_order(client: TestClient, name: str) -> None:
    whole = get(client, f"/api/v1/{name}")

    assert whole["total"] == len(whole[name]) > 1
    assert whole["next"] is None
    assert walk(client, f"/api/v1/{name}?limit=1", name) == walk(client, f"/api/v1/{name}?limit=2", name) == whole[name]


@pytest.mark.parametrize("name", NAMES)
def test_one_record_is_what_the_list_shows(client: TestClient, name: str) -> None:
    record = get(client, f"/api/v1/{name}")[name][0]
    alone = get(client, f"/api/v1/{name}/{record['key']}")

    assert {field: alone[field] for field in record} == record
    beside = "documents" if "document" in record else "text" if name == "documents" else None
    assert set(alone) - set(record) == {beside} - {None}
    if "document" in record:
        assert list(alone["documents"]) == [record["document"]]


@pytest.mark.parametrize("name", ["quotes", "demands", "outcomes"])
def test_a_page_says_once_what_each_of_its_documents_is(store: Store, name: str) -> None:
    client = TestClient(create_app(store=fill(store, copies=2)))
    page = get(client, f"/api/v1/{name}")

    assert set(page["documents"]) == {record["document"] for record in page[name]}
    assert len(page["documents"]) > 1
    for key, document in page["documents"].items():
        whole = get(client, f"/api/v1/documents/{key}")
        assert document["key"] == key
        assert {field: document[field] for field in ("url", "publisher", "published_on")} == {
            field: whole[field] for field in ("url", "publisher", "published_on")
        }


@pytest.mark.parametrize("name", NAMES)
def test_records_have_the_fields_that_were_asked_for_in_their_order(client: TestClient, name: str) -> None:
    whole = get(client, f"/api/v1/{name}")
    for field in whole[name][0]:
        fields = [field, "key"] if field != "key" else ["key"]
        page = get(client, f"/api/v1/{name}?fields={','.join(fields)}")
        assert [list(record.items()) for record in page[name]] == [
            [(each, record[each]) for each in fields] for record in whole[name]
        ]
        assert ("documents" in page) == (field == "document" or name == "documents")


def test_the_next_page_has_the_same_fields(client: TestClient) -> None:
    records = walk(client, "/api/v1/quotes?fields=text,speaker&limit=1", "quotes")

    assert len(records) > 1
    assert all(list(record) == ["text", "speaker"] for record in records)


def test_several_topics_and_actors_keep_their_order(store: Store) -> None:
    document = make_document("Ada Lund told Ben Okt and Ann Arp: “Open the gate.”")
    actors = [make_actor(name) for name in ("Ada Lund", "Ben Okt", "Ann Arp")]
    quote = make_quote(
        document,
        "Open the gate",
        speaker="ada-lund",
        source="Ada Lund",
        addressees=["ben-okt", "ann-arp"],
        topics=["trade", "ceasefire"],
    )
    save_parse(store, make_parse(document, actors=actors, quotes=[quote]))
    client = TestClient(create_app(store=store))
    (record,) = get(client, "/api/v1/quotes")["quotes"]
    line = client.get("/api/v1/quotes.csv").text

    assert record["topics"] == ["trade", "ceasefire"]
    assert record["addressees"] == [{"key": "ben-okt", "name": "Ben Okt"}, {"key": "ann-arp", "name": "Ann Arp"}]
    assert ',ben-okt ann-arp,"Ben Okt; Ann Arp",' in line
    assert ",trade ceasefire," in line


@pytest.mark.parametrize("name", NAMES)
def test_the_page_links_to_what_it_shows(client: TestClient, name: str) -> None:
    page = client.get(f"/{name}?sort=oldest" if name != "actors" else "/actors?sort=name").text
    addresses = [part.split('"')[0] for part in page.split('href="')[1:] if part.startswith("/api/v1/")]

    csv, json = addresses
    assert f"{get(client, json)['total']} " in page
    assert client.get(csv).text.count("\r\n") == get(client, json)["total"] + 1


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("quotes?kind=nonsense", 400, "kind=nonsense is none of: direct, mixed, indirect"),
        ("quotes?speeker=ada-lund", 400, "speeker=ada-lund is not a parameter"),
        ("quotes?speaker=nobody", 404, "the key nobody"),
        ("quotes?limit=0", 400, "from 1 to 1000"),
        ("quotes?limit=1001", 400, "from 1 to 1000"),
        ("quotes?limit=%F0%9D%9F%97", 400, "from 1 to 1000"),
        ("quotes?limit=9" + "9" * 5000, 400, "from 1 to 1000"),
        ("quotes?before=abc", 400, "next"),
        ("quotes?after=abc", 410, "after=abc: the record behind which this page begins is gone"),
        ("actors?after=nobody", 410, "begin with the first page"),
        ("quotes.csv?limit=5", 400, "limit=5 is not a parameter"),
        ("quotes.csv?verbatim=maybe", 400, "verbatim can only be on"),
        ("quotes?fields=key,nonsense", 400, "fields: nonsense is none of: key, url, kind, text"),
        ("quotes?fields=", 400, "is none of"),
        ("quotes.csv?fields=key,source,source_start", 400, "fields: source_start is none of: key, url"),
        ("poems", 404, "There are: quotes, demands, outcomes, actors, documents"),
        ("poems.csv", 404, "There are: quotes"),
        ("quotes/aaaaaaaaaa", 404, "has the key aaaaaaaaaa"),
        ("poems/aaaaaaaaaa", 404, "There are: quotes"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(client: TestClient, path: str, status: int, words: str) -> None:
    answer = client.get(f"/api/v1/{path}")

    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/json")
    assert words in answer.json()["error"]
    assert "etag" not in answer.headers


def test_an_answer_has_a_tag(client: TestClient) -> None:
    answer = client.get("/api/v1/quotes")

    assert client.get("/api/v1/quotes", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


@pytest.mark.parametrize("path", [*(f"/api/v1/{name}" for name in NAMES), "/api/v1/quotes?speaker=ada-lund"])
def test_statements_do_not_grow_with_the_store(store: Store, path: str) -> None:
    fill(store)
    counts = []
    for _ in range(2):
        with watch_statements(store) as asked:
            assert TestClient(create_app(store=store)).get(path).status_code == 200
        counts.append(len(asked))
        fill(store, copies=30)

    assert counts[0] == counts[1] <= 9


@pytest.mark.parametrize("path", ["/api/v1/quotes", "/api/v1/quotes.csv"])
def test_records_are_packed_for_those_who_take_it_so(client: TestClient, path: str) -> None:
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    packed = client.get(path, headers={"Accept-Encoding": "gzip"})

    assert "content-encoding" not in plain.headers
    assert (packed.headers["content-encoding"], packed.headers["vary"]) == ("gzip", "Accept-Encoding")
    assert packed.content == plain.content
