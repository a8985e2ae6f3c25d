"""Who speaks where no name stands beside the verb: spokesmen, offices, envoys in apposition, second predicates of one subject."""

import pytest

from tests.parsing.sentences import QuoteRow, quotes_of

BODIES: list[tuple[str, list[QuoteRow]]] = [
    (
        "NATO left the bridge on Monday, a spokesman said.",
        [("indirect", "nato", "NATO left the bridge on Monday")],
    ),
    (
        "The U.S. State Department warned that tariffs would rise. “A relapse has a price,” a spokesman said.",
        [
            ("indirect", "state-department", "tariffs would rise"),
            ("direct", "state-department", "A relapse has a price"),
        ],
    ),
    (
        "Norway denied that its drones had crossed the border. “We never fly there,” a spokeswoman said.",
        [("indirect", "norway", "its drones had crossed the border"), ("direct", "norway", "We never fly there")],
    ),
    (  # a state that does something speaks through nobody whom the sentence names
        "Norway closed the border on Monday, a spokesman said.",
        [("indirect", "spokesman", "Norway closed the border on Monday")],
    ),
    (
        "A White House spokeswoman said the deal would last.",
        [("indirect", "united-states", "the deal would last")],
    ),
    (
        "President Ilse Brandt left for Norway. Her spokeswoman said the deal would last.",
        [("indirect", "spokeswoman", "the deal would last")],
    ),
    (  # whoever speaks for a person, or for a body that nothing names, stays unnamed
        "President Ilse Brandt left. “She is tired,” a spokesman said.",
        [("direct", "spokesman", "She is tired")],
    ),
    (
        "NATO left the bridge. “We are tired,” a spokesman for the strikers said.",
        [("direct", "spokesman-for-the-strikers", "We are tired")],
    ),
    (  # another paragraph is about another
        "NATO left the bridge.\n\n“We are tired,” a spokesman said.",
        [("direct", "spokesman", "We are tired")],
    ),
    (
        "A panel of the United Nations left. A United Nations panel wrote in a report that mortars had turned up.",
        [("indirect", "united-nations-panel", "mortars had turned up")],
    ),
    (
        "Norway and Chad met on Monday; each side says that the other shot first.",
        [("indirect", "norway", "the other shot first")],
    ),
    (
        "Norway will come, its ambassador in Geneva, Qiu Lianhe, said.",
        [("indirect", "qiu-lianhe", "Norway will come")],
    ),
    (
        "Norway will come, its envoy to the United Nations, Ro Lianhe, said.",
        [("indirect", "ro-lianhe", "Norway will come")],
    ),
    (
        "Leila, a nurse at a hospital in Oslo, said the road was shut. “I count pills,” she said.",
        [("indirect", "leila", "the road was shut"), ("direct", "leila", "I count pills")],
    ),
]

SECOND_PREDICATES: list[tuple[str, list[QuoteRow]]] = [
    (
        "Norway’s president, Clara Lindqvist, wants her country to join the European Union and has argued that the road must open.",
        [("indirect", "clara-lindqvist", "the road must open")],
    ),
    (
        "President Clara Lindqvist said the European Commission would hold its fire, but warned that a cut would be answered.",
        [
            ("indirect", "clara-lindqvist", "the European Commission would hold its fire"),
            ("indirect", "clara-lindqvist", "a cut would be answered"),
        ],
    ),
    (  # the subject of a main clause keeps its second verb, whatever helps the first
        "The European Commission would not have one, and said that the dead needed no committee.",
        [("indirect", "european-commission", "the dead needed no committee")],
    ),
    (
        "President Clara Lindqvist met the people to whom Norway owes money and told them that it would not pay.",
        [("indirect", "clara-lindqvist", "it would not pay")],
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), BODIES)
def test_a_source_without_a_name(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), SECOND_PREDICATES)
def test_a_second_verb_of_saying(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found
