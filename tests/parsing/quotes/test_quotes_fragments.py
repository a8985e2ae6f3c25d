"""A few words in marks under a verb of their speaker (called it “piracy”), and words in marks that are nobody's."""

import pytest

from tests.parsing.sentences import QuoteRow, quotes_of

LABELS: list[tuple[str, list[QuoteRow]]] = [
    ("Greece called the seizure “piracy with a receipt.”", [("mixed", "greece", "piracy with a receipt")]),
    (
        "President Tomas Varga described the talks as “a walk in fog.”",
        [("mixed", "tomas-varga", "a walk in fog")],
    ),
    (
        "Foreign Minister Hakan Yildiz dismissed the map as a “doodle.”",
        [("mixed", "hakan-yildiz", "doodle")],
    ),
    (
        "Ambassador Kofi Mensah accused the council of “selective grief.”",
        [("mixed", "kofi-mensah", "selective grief")],
    ),
    ("Norway hailed “a new beginning.”", [("mixed", "norway", "a new beginning")]),
    (  # the verb of asking gives the speaker, not the nearer verb of working
        "Japan pledged machines and asked both armies to let its engineers work “without a flag in the field.”",
        [("mixed", "japan", "without a flag in the field")],
    ),
    (
        "Senator Grace Oyelaran spoke of “a long winter” and left.",
        [("mixed", "grace-oyelaran", "a long winter")],
    ),
    (
        "Prime Minister Ilse Brandt, who has called the court “a circus,” did not attend.",
        [("mixed", "ilse-brandt", "a circus")],
    ),
    ("Chad denounced what it called a “foreign plot.”", [("mixed", "chad", "foreign plot")]),
    ("Turkey demanded “a written apology.”", [("mixed", "turkey", "a written apology")]),
    (
        "The seizure was denounced by Greece as “piracy.”",
        [("mixed", "greece", "piracy")],
    ),
    (
        "President Tomas Varga thanked “the mothers of Brno” for their patience.",
        [("mixed", "tomas-varga", "the mothers of Brno")],
    ),
    (
        "Peru voiced “deep concern” over the arrests and “the silence that followed.”",
        [("mixed", "peru", "deep concern"), ("mixed", "peru", "the silence that followed")],
    ),
]

NOBODYS: list[tuple[str, str]] = [
    ("a scare quote", "The “peace” lasted nine days in Sudan."),
    ("a program", "The army calls in reserves under the “Iron Gate” program."),
    ("a song", "The band played “Yesterday” as the guests of Norway arrived."),
    ("a book", "Her first novel, “The Salt Road,” was set in Chad."),
    ("a film", "President Tomas Varga watched “The Third Man” on the plane."),
    ("a name of a thing", "Turkey’s newest drone, the “Falcon,” flew over the strait."),
    ("a term", "Such “snapback” clauses are common in treaties with Iran."),
    ("a so-called", "The so-called “Group of Friends” met in Geneva."),
    ("a reporter's question", "Was it false? Nobody in Norway would say."),
    ("asked whether", "President Tomas Varga was asked whether the road was open."),
    ("asked if", "Reporters asked Ambassador Kofi Mensah if he would resign."),
    ("no comment", "The White House declined to comment."),
    ("urged to", "Norway urged Chad to reopen the border."),
    ("threatened to", "Turkey threatened to walk out."),
    ("demanded that", "Greece demanded that the crew be freed."),
    ("accused without marks", "Chad accused Sudan of arming rebels."),
    ("acknowledged a noun", "President Tomas Varga acknowledged the difficulties."),
    ("blamed", "Peru blamed the weather for the delay."),
    ("a passive without a source", "It was said that the road was open."),
    ("a rumor", "Rumors that the bank was broke spread in Lima."),
    ("a noun of saying alone", "The announcement came hours after the strike."),
    ("a sign", "A sign at the border read “Welcome.”"),
    ("a clock", "The clock struck nine and the lights in Oslo went out."),
    ("what a map shows", "Satellite images show that the base has been rebuilt."),
]

MISSED: list[tuple[str, list[QuoteRow], str]] = [
    (
        "“Madness” is what the Irish premier, Niamh Doherty, called it.",
        [("mixed", "niamh-doherty", "Madness")],
        "the verb of naming stands in a clause behind the marked words, not above them",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), LABELS)
def test_fragments_under_a_verb_of_their_speaker(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(("what", "text"), NOBODYS)
def test_words_that_are_nobodys(what: str, text: str) -> None:
    assert quotes_of(text) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "found"),
    [pytest.param(text, found, marks=pytest.mark.xfail(reason=why, strict=True)) for text, found, why in MISSED],
)
def test_known_misses(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found
