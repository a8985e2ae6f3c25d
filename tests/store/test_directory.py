"""What editors say of actors reaches the parser before it reads the next article."""

import pytest

from app.parsing.pipeline import parse_document
from app.records import Actor, ActorKind
from app.review.changes import Add, EditActor, MergeActors, SplitActor
from app.review.deciding import decide, undo
from app.store.database import Store
from app.store.directory import fetch_directory
from app.store.save import save_parse
from tests.factories import make_actor, make_document, make_parse, make_quote, make_summit

TEXT = "“No,” the Tide Front said. “Never,” Eda Lund said. Gulf Command left."


@pytest.fixture
def taught(store: Store) -> Store:
    document = make_document(TEXT, "front", published_on="2031-05-07")
    actors = [
        make_actor("Tide Front", "organization"),
        make_actor("Gulf Command", "organization"),
        make_actor("Eda Lund"),
        make_actor("officials", "group"),
    ]
    quotes = [make_quote(document, "No,", speaker="tide-front", source="the Tide Front")]
    save_parse(store, make_summit())
    save_parse(store, make_parse(document, actors=actors, quotes=quotes))
    return store


def test_where_nobody_decided_there_is_no_directory(taught: Store) -> None:
    assert fetch_directory(taught) == ()


def test_names_of_merged_and_renamed_actors_are_known(taught: Store) -> None:
    decide(taught, "ada", MergeActors("gulf-command", "tide-front"))
    decide(taught, "ada", EditActor("tide-front", {"name": "Front of the Tide"}))
    assert fetch_directory(taught) == (
        Actor("tide-front", "Tide Front", ActorKind.ORGANIZATION, ("Gulf Command", "Front of the Tide")),
    )


def test_a_speaker_whom_an_editor_named_is_known(taught: Store) -> None:
    start = TEXT.index("Gulf Command left")
    decide(taught, "ada", Add("front", "demand", start, start + 12, {"holder": "Ida Berg-Ro"}))
    assert [actor.name for actor in fetch_directory(taught)] == ["Ida Berg-Ro"]


def test_what_is_undone_or_no_name_or_a_country_is_not_in_the_directory(taught: Store) -> None:
    event = decide(taught, "ada", MergeActors("gulf-command", "tide-front"))
    undo(taught, "ada", event.id)
    decide(taught, "ada", EditActor("officials", {"role": "of the ministry"}))
    decide(taught, "ada", EditActor("norrland", {"name": "Kingdom of Norrland"}))
    decide(taught, "ada", SplitActor("eda-lund", (), "Berg", ("front",)))
    assert fetch_directory(taught) == ()


@pytest.mark.model
def test_the_parser_takes_the_directory_at_its_word() -> None:
    text = (
        "HALDEN — Gulf Command rejected the offer on Monday. “We want the harbor back,” Gulf Command said. "
        "Officials in Halden did not answer, and ministers left the city by train."
    )
    document = make_document(text)
    directory = (Actor("tide-front", "Tide Front", ActorKind.ORGANIZATION, ("Gulf Command",)),)
    told = parse_document(document, directory)
    assert {actor.key: (actor.name, actor.kind) for actor in told.actors}["tide-front"] == (
        "Tide Front",
        "organization",
    )
    assert {quote.speaker for quote in told.quotes} == {"tide-front"}
    assert "tide-front" not in {actor.key for actor in parse_document(document).actors}
    assert "gulf-command" not in {actor.key for actor in told.actors}
