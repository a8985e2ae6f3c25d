"""Clauses whose shape the model often misses: a gerund or a passive as their subject, verbs that report only before "that"."""

import pytest

from tests.parsing.sentences import QuoteRow, quotes_of


def said(words: str) -> QuoteRow:
    return ("indirect", "ilse-brandt", words)


BARE: list[tuple[str, list[QuoteRow]]] = [
    (
        "President Ilse Brandt said seeing so many officers at the harbor was a welcome sight.",
        [said("seeing so many officers at the harbor was a welcome sight")],
    ),
    (
        "President Ilse Brandt says taxing bread encourages savings and growth.",
        [said("taxing bread encourages savings and growth")],
    ),
    (
        "President Ilse Brandt said the rise in prices that Canada decries also makes his election less likely.",
        [said("the rise in prices that Canada decries also makes his election less likely")],
    ),
    (
        "President Ilse Brandt argued that Norway’s support for the tax hurt the party.",
        [said("Norway’s support for the tax hurt the party")],
    ),
    # the words themselves
    ("President Ilse Brandt said the same thing that she had always said.", []),
    ("President Ilse Brandt said a prayer that she had learned in Oslo.", []),
    # what one has, not what one says
    ("President Ilse Brandt maintains a wide lead over Norway’s premier.", []),
    ("President Ilse Brandt claimed victory in a letter.", []),
]

BEFORE_THAT: list[tuple[str, list[QuoteRow]]] = [
    ("President Ilse Brandt allowed that the road was shut.", [said("the road was shut")]),
    ("President Ilse Brandt recognized that the road was shut.", [said("the road was shut")]),
    ("President Ilse Brandt insinuated that the road was shut.", [said("the road was shut")]),
    ("The radio, which allows President Ilse Brandt to speak, has been shut.", []),
    ("After the road was shut, President Ilse Brandt answered with a ban.", []),
    ("President Ilse Brandt judged the road that was shut.", []),
]

SET_OFF: list[tuple[str, list[QuoteRow]]] = [
    (
        "Those who may vote, President Ilse Brandt said, must still register.",
        [said("Those who may vote"), said("must still register")],
    ),
    (
        "If anything, President Ilse Brandt argued in her letter, the road is too wide.",
        [said("If anything"), said("the road is too wide")],
    ),
    (  # a clause that tells of its subject parts nothing
        "Still, President Ilse Brandt, who thinks Canada shut the road, called the premier “a mole.”",
        [said("Canada shut the road"), ("mixed", "ilse-brandt", "a mole")],
    ),
    ("Zoe Emanuel, a baker who advised President Ilse Brandt on flour, has left Oslo.", []),
    (  # what stands before a dash is the reporter's where "that" follows
        "President Ilse Brandt seems tired — she told the radio that the road was shut.",
        [said("the road was shut")],
    ),
    (
        "It is no surprise, President Ilse Brandt said, that the road was shut.",
        [said("It is no surprise"), said("that the road was shut")],
    ),
    # the verb has an object of its own, so that nobody's words stand before it
    ("In May, as the economy was growing, Norway held elections, and Canada sent observers.", []),
    ("Minutes after the voting began, President Ilse Brandt announced four votes for Norway.", []),
    ("On Tuesday, though she was tired, President Ilse Brandt signaled her desire to stay.", []),
    (  # what stands before a quotation of whole sentences is when it was said
        "In Oslo, as a protester was being removed, President Ilse Brandt said, “I want bread.”",
        [("direct", "ilse-brandt", "I want bread.")],
    ),
    (
        "If the road is shut, President Ilse Brandt said, “bread will be dear.”",
        [said("If the road is shut"), ("direct", "ilse-brandt", "bread will be dear.")],
    ),
    (  # the reporter's word for it, behind the attribution
        "Mothers and children would count as groups, President Ilse Brandt said, a policy that may help them stay.",
        [said("Mothers and children would count as groups")],
    ),
    # the source goes on to act
    (
        "Canada had shut the road, President Ilse Brandt said, banging the table.",
        [said("Canada had shut the road")],
    ),
]

AS_TOLD: list[tuple[str, list[QuoteRow]]] = [
    ("But as President Ilse Brandt noted, the road was shut.", [said("the road was shut")]),
    ("Of course, as President Ilse Brandt observed, the road was shut.", [said("the road was shut")]),
    ("As President Ilse Brandt reported just today, the road was shut.", [said("the road was shut")]),
    ("As President Ilse Brandt revealed, the road was shut.", [said("the road was shut")]),
    ("As President Ilse Brandt arrived, the road was shut.", []),
]

ENDS: list[tuple[str, list[QuoteRow]]] = [
    (
        "President Tomas Varga told journalists that Chad had “given up nothing it needed.”",
        [("mixed", "tomas-varga", "Chad had “given up nothing it needed")],
    ),
    (  # the source's next act, with its own subject
        "President Ilse Brandt said the real danger to bread is Norway, and she railed against the moderators.",
        [said("the real danger to bread is Norway")],
    ),
    (  # goes on with what was said
        "President Ilse Brandt said that the road was shut and that she was tired.",
        [said("the road was shut and that she was tired")],
    ),
    (
        "Several diplomats say it’s the leaders, responding to pressure from unions, who have insisted on it.",
        [
            (
                "indirect",
                "several-diplomats",
                "it’s the leaders, responding to pressure from unions, who have insisted on it",
            )
        ],
    ),
    (
        "President Ilse Brandt said the road was shut, adding that Norway would pay.",
        [said("the road was shut"), said("Norway would pay")],
    ),
    (
        "President Ilse Brandt said she treated it as a crucial, although brief, chance to speak.",
        [said("she treated it as a crucial, although brief, chance to speak")],
    ),
]

LOST_SUBJECTS: list[tuple[str, list[QuoteRow]]] = [
    (
        "At the harbor, Jay Deby, the club’s 78-year-old president and general manager, suggested that the road was shut.",
        [("indirect", "jay-deby", "the road was shut")],
    ),
    (
        "Few would admit it, but Senator Jay Deby (a man so boyish that he is taken for a pupil) says he was tired.",
        [("indirect", "jay-deby", "he was tired")],
    ),
    # the verb has another subject
    (
        "After Jay Deby, the club’s president, had left, the drivers said that the road was shut.",
        [("indirect", "drivers", "the road was shut")],
    ),
]

VERDICTS: list[tuple[str, list[QuoteRow]]] = [
    (
        "President Ilse Brandt said that Norway had fired first, a claim that Oslo denies.",
        [said("Norway had fired first")],
    ),
    (
        "President Ilse Brandt said that she would reopen the strait, the first sign of movement in the talks.",
        [said("she would reopen the strait")],
    ),
    (
        "Any government that left, President Ilse Brandt said, could “whistle for the loan,” a sum of 90 million euros.",
        [said("Any government that left"), ("mixed", "ilse-brandt", "could “whistle for the loan")],
    ),
    (  # a thing that she named, not what she said of it
        "President Ilse Brandt said that Norway would leave the pact, an alliance of nine states.",
        [said("Norway would leave the pact, an alliance of nine states")],
    ),
    (  # the noun is a subject
        "President Ilse Brandt said that if Norway fired, the threat would grow.",
        [said("if Norway fired, the threat would grow")],
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), BARE)
def test_clauses_whose_subject_looks_like_an_object(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), BEFORE_THAT)
def test_verbs_that_report_only_before_that(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), SET_OFF)
def test_attributions_between_commas(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), AS_TOLD)
def test_as_somebody_noted(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), ENDS)
def test_where_a_clause_ends(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), LOST_SUBJECTS)
def test_names_that_the_model_does_not_take_for_subjects(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), VERDICTS)
def test_what_the_reporter_calls_it_is_no_part(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found
