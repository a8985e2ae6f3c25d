"""One actor in full: the page to print, and the same as Markdown."""

import re

import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from app.main import create_app
from app.store.database import Store
from app.store.save import save_parse
from tests.factories import make_actor, make_document, make_outcome, make_parse

PERMALINK = re.compile(r"http://testserver/(?:quotes|demands|outcomes)/[a-z2-7]{10}")
ADDRESS = re.compile(r"<http://testserver/[^>]+>")


def test_markdown(client: TestClient) -> None:
    answer = client.get("/actors/vladimir-putin.md")
    written = answer.text

    assert answer.headers["content-type"].startswith("text/markdown")
    assert re.findall("^## (.+)$", written, re.MULTILINE) == [
        "Names",
        "What Vladimir Putin wants",
        "Asked of Vladimir Putin",
        "What Vladimir Putin said",
        "Promised and threatened",
        "Expected",
        "What happened",
        "Articles",
    ]
    assert re.findall("^### (.+)$", written, re.MULTILINE) == ["Territory", "Trade and energy"]
    assert r"- 14 August 2031: “The bridge is \<b\>ours\</b\>” — “Donald Trump" in written
    assert "- (refusal) open the bridge at night — " in written


def test_every_record_has_its_permalink_in_both_forms(client: TestClient) -> None:
    page, written = client.get("/actors/donald-trump/dossier").text, client.get("/actors/donald-trump.md").text

    assert set(PERMALINK.findall(written)) == set(PERMALINK.findall(page))
    assert len(set(PERMALINK.findall(page))) == 3
    lines = [line for line in written.splitlines() if line.startswith("- ")]
    assert [line for line in lines if not ADDRESS.search(line)] == []


def test_a_fragment_in_marks_that_stand_outside_of_it_keeps_them(client: TestClient) -> None:
    written = client.get("/actors/kurt-weiss.md").text

    assert "(partly quoted) it was “a toll booth with a flag”" in written


def test_whoever_asks_is_named_with_what_is_asked(client: TestClient) -> None:
    page = client.get("/actors/russia/dossier").text

    assert re.search(r'<h3>By <a class="actor" href="/actors/donald-trump">Donald Trump</a></h3>', page)
    assert "### By Donald Trump" in client.get("/actors/russia.md").text


def test_what_came_of_a_threat_stands_under_it(store: Store) -> None:
    document = make_document("Ada Lund threatened to close the gates. Ada Lund closed the gates.", title="Gates")
    words = {"close the gates": "threatened", "closed the gates": "occurred"}
    outcomes = [make_outcome(document, each, status=status, actors=["ada-lund"]) for each, status in words.items()]
    save_parse(store, make_parse(document, actors=[make_actor("Ada Lund")], outcomes=outcomes))
    with store.begin() as connection:
        connection.execute(text("DELETE FROM outcome_step"))
        ids = "(SELECT id FROM outcome WHERE status = 'occurred'), (SELECT id FROM outcome WHERE status = 'threatened')"
        connection.execute(text(f"INSERT INTO outcome_step SELECT {ids}, 'carried-out', 'close gates'"))
    client = TestClient(create_app(store=store))

    written = client.get("/actors/ada-lund.md").text
    assert re.search(
        r"^- \(threatened\) close the gates .*\n  - \(carried out\) closed the gates ", written, re.MULTILINE
    )
    page = client.get("/actors/ada-lund/dossier").text.split('id="pledged-title"')[1]
    assert page.index("close the gates") < page.index("Carried out:") < page.index("closed the gates")


@pytest.mark.parametrize("path", ["/actors/nobody/dossier", "/actors/nobody.md", "/actors/president-putin/dossier"])
def test_an_actor_that_is_not_there(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("key", ["sundia", "radio-askar", "kurt-weiss"])
def test_an_actor_of_whom_little_is_known(client: TestClient, key: str) -> None:
    assert client.get(f"/actors/{key}/dossier").status_code == 200
    assert "Nothing was found." in client.get(f"/actors/{key}.md").text


def test_the_actor_page_leads_to_it(client: TestClient) -> None:
    assert 'href="/actors/russia/dossier"' in client.get("/actors/russia").text
