"""The contract's JSON form: its keys and their order, names for sides, and what is refused on standard input."""

import json
from datetime import date

import pytest

from app.contract import LineError, format_line, format_parse, read_line
from app.records import (
    Actor,
    ActorKind,
    Demand,
    DemandKind,
    Document,
    Outcome,
    OutcomeStatus,
    Parse,
    Passage,
    Quote,
    QuoteKind,
    Topic,
    hash_text,
)

TEXT = "If Norland agrees, Ada Lund said, “we will talk.” She wants peace."


def cut(words: str) -> Passage:
    start = TEXT.index(words)
    return Passage.cut(TEXT, start, start + len(words))


PARSE = Parse(
    document=Document(
        id="lund", text=TEXT, sha256=hash_text(TEXT), title="Talks", published_on=date(2025, 8, 15), place="Oslo"
    ),
    parser_version="1",
    actors=(
        Actor("ada-lund", "Ada Lund", ActorKind.PERSON, ("Ada Lund",), role="minister", side="norland"),
        Actor("norland", "Norland", ActorKind.COUNTRY, ("Norland",), wikidata="Q1"),
    ),
    quotes=(
        Quote(
            cut("we will talk."), QuoteKind.DIRECT, "ada-lund", cut("Ada Lund"), "marks", "said", ("norland",),
            date(2025, 8, 14),
        ),
    ),
    demands=(Demand(cut("peace"), DemandKind.GOAL, "ada-lund", "verb", "wants", (), (Topic.NEGOTIATIONS,)),),
    outcomes=(
        Outcome(
            cut("we will talk"), OutcomeStatus.PROMISED, "modal", ("ada-lund",), ("norland",),
            cut("If Norland agrees"), (Topic.NEGOTIATIONS,),
        ),
    ),
)  # fmt: skip

FORMATTED = {
    "document": {
        "id": "lund",
        "title": "Talks",
        "publisher": None,
        "published_on": "2025-08-15",
        "place": "Oslo",
        "sha256": hash_text(TEXT),
    },
    "actors": [
        {
            "key": "ada-lund",
            "name": "Ada Lund",
            "names": ["Ada Lund"],
            "kind": "person",
            "role": "minister",
            "side": "Norland",
            "wikidata": None,
        },
        {
            "key": "norland",
            "name": "Norland",
            "names": ["Norland"],
            "kind": "country",
            "role": None,
            "side": None,
            "wikidata": "Q1",
        },
    ],
    "quotes": [
        {
            "start": 35,
            "end": 48,
            "text": "we will talk.",
            "kind": "direct",
            "speaker": "ada-lund",
            "speaker_start": 19,
            "speaker_end": 27,
            "cue": "said",
            "addressees": ["norland"],
            "said_on": "2025-08-14",
        }
    ],
    "demands": [
        {
            "start": 60,
            "end": 65,
            "text": "peace",
            "kind": "goal",
            "holder": "ada-lund",
            "addressees": [],
            "topics": ["negotiations"],
            "cue": "wants",
        }
    ],
    "outcomes": [
        {
            "start": 35,
            "end": 47,
            "text": "we will talk",
            "status": "promised",
            "actors": ["ada-lund"],
            "affected": ["norland"],
            "condition": {"start": 0, "end": 17, "text": "If Norland agrees"},
            "topics": ["negotiations"],
            "occurred_on": None,
        }
    ],
}


def test_a_parse_in_the_contracts_form_and_order() -> None:
    assert json.dumps(format_parse(PARSE)) == json.dumps(FORMATTED)


def test_one_line_of_ascii_that_reads_back_as_the_same_words() -> None:
    line = format_line(PARSE)
    assert line.isascii()
    assert "\n" not in line
    assert json.loads(line) == FORMATTED


def test_a_line_with_all_it_may_say() -> None:
    line = '{"id": "a", "text": "“Ja”", "title": "T", "publisher": "P", "published_on": "2025-08-15", "more": 1}'
    assert read_line(line.encode()) == {
        "id": "a",
        "text": "“Ja”",
        "title": "T",
        "publisher": "P",
        "published_on": date(2025, 8, 15),
    }


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"\xff", "is not UTF-8 at byte 0"),
        (b"{", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"[]", "is not a JSON object"),
        (b'{"text": "a"}', 'has no "id"'),
        (b'{"id": "", "text": "a"}', 'has no "id"'),
        (b'{"id": "a"}', 'has no "text"'),
        (b'{"id": 7, "text": "a"}', 'has as "id" something that is not a string'),
        (b'{"id": "a", "text": "a", "title": []}', 'has as "title" something that is not a string'),
        (b'{"id": "a", "text": "a", "published_on": "Friday"}', "'Friday'"),
    ],
)
def test_a_line_that_is_no_document_is_refused(line: bytes, message: str) -> None:
    with pytest.raises(LineError, match=message):
        read_line(line)
