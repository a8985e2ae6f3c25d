import pytest

from app.adding.taking_in import settle, take_in
from app.parsing.version import PARSER_VERSION
from app.records import DemarcheError, Document, Parse
from app.store.adding_tables import AdditionState
from app.store.additions import Addition, Given, add_draft, cancel_addition, fetch_addition, queue_addition, take_next
from app.store.database import Store
from app.store.save import save_parse
from tests.factories import make_document, make_mention, make_parse
from tests.papers import TEXT
from tests.store.rows import rows


def parse_plainly(document: Document) -> Parse:
    if "refuse" in document.text:
        raise DemarcheError("a rule refused it")
    if "stumble" in document.text:
        raise ValueError("no root")
    mentions = [make_mention(document, "Ada", "nobody")] if "contradict" in document.text else []
    return make_parse(document, mentions=mentions, parser_version=PARSER_VERSION)


def never(document: Document) -> Parse:
    raise AssertionError("it is parsed again")


def begin(store: Store, text: str, **given: str) -> Addition:
    queue_addition(store, add_draft(store, "Ada Lund", Given(text, **given)))
    taken = take_next(store)
    assert taken is not None
    return taken


def now(store: Store, addition: Addition) -> Addition:
    with store.connect() as connection:
        found = fetch_addition(connection, addition.key)
    assert found is not None
    return found


def test_an_article_comes_into_the_store_with_what_a_person_filled_in(store: Store) -> None:
    addition = begin(store, TEXT, title="The Gates", url="https://example.org/a", file_name="Old name.pdf")
    take_in(store, addition, parse_plainly)
    assert now(store, addition).state is AdditionState.DONE
    assert rows(store, "SELECT slug, title, url, file_name, text FROM document") == [
        ("old-name", "The Gates", "https://example.org/a", "Old name.pdf", TEXT)
    ]
    assert rows(store, "SELECT count(*) FROM document JOIN addition ON document_sha256 = sha256") == [(1,)]


def test_another_text_of_the_same_name_takes_nobodys_place(store: Store) -> None:
    for text in (TEXT, f"{TEXT} Again.", f"{TEXT} And again."):
        take_in(store, begin(store, text, title="New"), parse_plainly)
    slugs = [slug for (slug,) in rows(store, "SELECT slug FROM document ORDER BY id")]
    assert slugs[0].startswith("new-")  # /documents/new is a page
    assert len(set(slugs)) == 3


def test_what_is_stored_already_is_not_parsed_again(store: Store) -> None:
    save_parse(store, make_parse(make_document(TEXT, "gates"), parser_version=PARSER_VERSION))
    addition = begin(store, TEXT)
    take_in(store, addition, never)
    assert now(store, addition).state is AdditionState.DONE
    assert rows(store, "SELECT slug FROM document") == [("gates",)]


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("refuse", "The article could not be parsed: a rule refused it"),
        ("stumble", "could not be parsed: the parser failed on it, which is a fault of Demarche (ValueError: no root)"),
        ("contradict", "contradicts itself, a fault of Demarche"),
    ],
)
def test_what_goes_wrong_is_told_and_nothing_given_is_lost(store: Store, word: str, message: str) -> None:
    addition = begin(store, f"{TEXT} {word}")
    take_in(store, addition, parse_plainly)
    after = now(store, addition)
    assert (after.state, after.given) == (AdditionState.FAILED, addition.given)
    assert message in str(after.message)
    assert rows(store, "SELECT count(*) FROM document") == [(0,)]


def test_what_was_saved_at_the_moment_it_was_cancelled_is_done(store: Store) -> None:
    addition, other = begin(store, TEXT), begin(store, f"{TEXT} Other.")
    save_parse(store, make_parse(make_document(TEXT, "gates")))
    for each in (addition, other):
        cancel_addition(store, each.key)
    assert settle(store, addition.key)
    assert not settle(store, other.key)
    assert [now(store, each).state for each in (addition, other)] == [AdditionState.DONE, AdditionState.CANCELLED]
