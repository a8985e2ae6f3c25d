"""A parse on its way to a store elsewhere: it comes back the same, and the contract's keys keep their places."""

import json
from dataclasses import replace

import pytest

from app.contract import LineError, format_parse
from app.records import Parse
from app.transfer import Stamp, format_whole_line, read_day, read_stamp, read_whole_line
from tests.factories import make_actor, make_document, make_parse, make_summit

SUMMIT = make_summit()
LINE = format_whole_line(SUMMIT)


@pytest.mark.parametrize(
    "parse",
    [
        SUMMIT,
        replace(SUMMIT, outcomes=tuple(replace(one, question=2, cue="if") for one in SUMMIT.outcomes)),
        make_parse(make_document('“Ja” 🕊 \\ "no"\n', "ünï", url="https://example.org/a?b=1")),
        make_parse(
            make_document("A Norrland envoy."), actors=[make_actor("Ada Lund", side="norrland"), make_actor("Norrland")]
        ),
    ],
)
def test_a_parse_comes_back_as_it_was(parse: Parse) -> None:
    line = format_whole_line(parse)
    assert line.isascii()
    assert "\n" not in line
    assert read_whole_line(line.encode()) == parse


def test_an_actor_that_is_only_a_side_comes_back() -> None:
    side = make_actor("Norrland", "country")
    parse = make_parse(
        make_document("A Norrland envoy."), actors=[make_actor("Ada Lund", side="norrland"), replace(side, names=())]
    )
    line = json.loads(format_whole_line(parse))
    assert [actor["key"] for actor in line["actors"]] == ["ada-lund"]
    assert [actor["key"] for actor in line["sides"]] == ["norrland"]
    assert read_whole_line(format_whole_line(parse).encode()) == parse


def test_what_is_added_follows_the_contracts_keys() -> None:
    plain, whole = format_parse(SUMMIT), json.loads(LINE)
    assert list(whole)[: len(plain)] == list(plain)
    for kind in ("actors", "quotes", "demands", "outcomes"):
        for before, after in zip(plain[kind], whole[kind], strict=True):
            assert list(after.items())[: len(before)] == list(before.items())
    assert list(whole["document"].items())[: len(plain["document"])] == list(plain["document"].items())


def test_the_stamp_is_the_documents_own() -> None:
    document = make_document("Words.", title='"sha256": "' + "0" * 64 + '", "parser_version": "9"')
    line = format_whole_line(make_parse(document, parser_version="2"))
    assert read_stamp(line.encode()) == Stamp(document.sha256, "2")
    assert read_stamp(json.dumps(json.loads(line), separators=(",", ":")).encode()) is None


@pytest.mark.parametrize(("day", "number"), [("2025-08-15", 20250815), (None, 0)])
def test_the_day_is_the_documents_own(day: str | None, number: int) -> None:
    document = make_document('"published_on": "2001-01-01"', title='"published_on": "2001-01-01"', published_on=day)
    assert read_day(format_whole_line(make_parse(document)).encode()) == number


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("{", "", "is not a parse written by"),
        ('"parser_version": "test", ', "", "has a wrong document.parser_version .Field required; write the file with"),
        ('"start": 71', '"start": true', "has a wrong quotes.0.start"),
        ('"start": 71', '"start": "71"', "has a wrong quotes.0.start"),
        ('"kind": "refusal"', '"kind": "wish"', "has a wrong demands.1.kind"),
        ('"topics": ["trade"]', '"topics": ["weather"]', "has a wrong quotes.0.topics.0"),
        ('"said_on": "2031-05-05"', '"said_on": "Monday"', "has a wrong quotes.0.said_on"),
        ('"text": "Open', '"text": "\\\\ud800Open', "is not a parse"),
        ('"names": ["Ada Lund"]', '"names": "Ada Lund"', "has a wrong actors.0.names"),
    ],
)
def test_a_line_of_another_form_is_refused(before: str, after: str, message: str) -> None:
    assert before in LINE
    with pytest.raises(LineError, match=message):
        read_whole_line(LINE.replace(before, after.replace("\\\\", "\\"), 1).encode())
