"""Clauses that a noun, an adjective or an infinitive introduces: "voiced fears that", "is convinced that", "was quick to say"."""

import pytest

from tests.parsing.sentences import QuoteRow, quotes_of

SHUT = ("indirect", "ilse-brandt", "the road was shut")

OWNED: list[tuple[str, list[QuoteRow]]] = [
    ("The drivers dismissed President Ilse Brandt’s warning on Tuesday that the road was shut.", [SHUT]),
    ("The drivers dismissed claims by President Ilse Brandt that the road was shut.", [SHUT]),
    ("The drivers dismissed a warning from President Ilse Brandt that the road was shut.", [SHUT]),
    ("President Ilse Brandt was tired. Her argument was that the road was shut.", [SHUT]),
    ("President Ilse Brandt was tired. Her argument, much like Canada’s, was that the road was shut.", [SHUT]),
    (
        "Norway shrugged off Canada’s suspicion that the gas had been sold twice.",
        [("indirect", "canada", "the gas had been sold twice")],
    ),
    # whose claim it is, nobody says
    ("The drivers dismissed claims that the road was shut.", []),
    # the clause is the noun's before it, not the owner's
    ("The drivers dismissed President Ilse Brandt’s response to criticism that the road was shut.", []),
    # what should be done is wanted
    ("Norway repeated its insistence that Canada end all whaling.", []),
    # a relative clause, not what was claimed
    ("The drivers dismissed President Ilse Brandt’s claim that had surprised Norway.", []),
    ("President Ilse Brandt’s statement was a reminder that the road was shut.", []),
]

VOICED: list[tuple[str, list[QuoteRow]]] = [
    ("President Ilse Brandt expressed concern that the road was shut.", [SHUT]),
    ("President Ilse Brandt has made the case for years that the road was shut.", [SHUT]),
    ("In Oslo President Ilse Brandt voiced confidence that the road was shut.", [SHUT]),
    ("President Ilse Brandt has no doubt that the road was shut.", [SHUT]),
    ("President Ilse Brandt sent word that the road was shut.", [SHUT]),
    ("President Ilse Brandt left no doubt that the road was shut.", [SHUT]),
    # what others say or feel
    ("President Ilse Brandt rejected allegations that the road was shut.", []),
    ("President Ilse Brandt heard complaints that the road was shut.", []),
    ("President Ilse Brandt gave the impression that the road was shut.", []),
    # not voiced at all
    ("President Ilse Brandt did not express concern that the road was shut.", []),
    ("President Ilse Brandt made no claim that the road was shut.", []),
    ("President Ilse Brandt refused to give an assurance that the road was shut.", []),
]

CONVINCED: list[tuple[str, list[QuoteRow]]] = [
    ("President Ilse Brandt is convinced that the road was shut.", [SHUT]),
    ("President Ilse Brandt was adamant on Monday that the road was shut.", [SHUT]),
    ("President Ilse Brandt is not sure that the road was shut.", [SHUT]),
    ("President Ilse Brandt was confident the road was shut.", [SHUT]),
    ("President Ilse Brandt made clear on Monday that the road was shut.", [SHUT]),
    (
        "Norway says that the road is open; Canada is convinced that it is shut.",
        [("indirect", "norway", "the road is open"), ("indirect", "canada", "it is shut")],
    ),
    # nobody is sure of it
    ("It is certain that the road was shut.", []),
    ("It was clear to President Ilse Brandt that the road was shut.", []),
    # how much, not what
    ("President Ilse Brandt was worried enough that she called a driver.", []),
    ("President Ilse Brandt was so worried that she called a driver.", []),
    ("President Ilse Brandt was not sure whether the road was shut.", []),
    ("President Ilse Brandt was sure of the road that was shut.", []),
    ("President Ilse Brandt was adamant that the road be shut.", []),
]

INFINITIVES: list[tuple[str, list[QuoteRow]]] = [
    ("President Ilse Brandt was quick to point out that the road was shut.", [SHUT]),
    ("President Ilse Brandt took to the radio to say that the road was shut.", [SHUT]),
    ("President Ilse Brandt is right to note that the road was shut.", [SHUT]),
    ("President Ilse Brandt began to argue that the road was shut.", [SHUT]),
    # what is not said, or not yet
    ("President Ilse Brandt used to drive, and wants to say that the road was shut.", []),
    ("President Ilse Brandt refused to say that the road was shut.", []),
    ("President Ilse Brandt is expected to say that the road was shut.", []),
    ("President Ilse Brandt struggled to explain why the road was shut.", []),
    ("President Ilse Brandt will go to Oslo to say that the road was shut.", []),
    ("President Ilse Brandt did not call to say that the road was shut.", []),
]

SOURCES: list[tuple[str, list[QuoteRow]]] = [
    (
        "Some of Brandt’s allies said that the road was shut.",
        [("indirect", "some-of-brandts-allies", "the road was shut")],
    ),
    ("Most of the drivers said that the road was shut.", [("indirect", "most-of-the-drivers", "the road was shut")]),
    ("Party employees said that the road was shut.", [("indirect", "party-employees", "the road was shut")]),
    (
        "The road was shut on Monday, according to Norwegian and foreign diplomats.",
        [("indirect", "norwegian-and-foreign-diplomats", "The road was shut on Monday")],
    ),
    ("The road was shut, according to  President Ilse Brandt.", [("indirect", "ilse-brandt", "The road was shut")]),
    (
        "Nine in ten Norwegian voters say that the road was shut.",
        [("indirect", "nine-in-ten-norwegian-voters", "the road was shut")],
    ),
    ("The road was shut, according to Vantor.", [("indirect", "vantor", "The road was shut")]),
    ("Vantor has said that the road was shut.", [("indirect", "vantor", "the road was shut")]),
    ("Iranian state media said that the road was shut.", [("indirect", "iranian-state-media", "the road was shut")]),
    (
        "Human rights organizations said the road was shut.",
        [("indirect", "human-rights-organizations", "the road was shut")],
    ),
    # nobody whom the words name
    ("The media said that the road was shut.", []),
    ("Social media said that the road was shut.", []),
    ("The road was shut, according to the Division.", []),
    ("Nine in ten say that the road was shut.", []),
    ("Some said that the road was shut.", []),
    ("Most of the signs said that the road was shut.", []),
    ("History says that the road was shut.", []),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), OWNED)
def test_whose_claim_it_is(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), VOICED)
def test_who_gives_voice_to_it(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), CONVINCED)
def test_who_is_convinced_of_it(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), INFINITIVES)
def test_infinitives_that_tell_what_was_said(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), SOURCES)
def test_sources_without_a_name(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found
