"""Attributions without a verb of saying: "in her view", "by the monitors' count", "has made clear that", "as she put it"."""

import pytest

from tests.parsing.sentences import QuoteRow, quotes_of

ACCOUNTS: list[tuple[str, list[QuoteRow]]] = [
    (
        "President Ilse Brandt stayed away. Protocol, in her view, is “for people whose ministries have roofs.”",
        [
            ("indirect", "ilse-brandt", "Protocol"),
            ("mixed", "ilse-brandt", "is “for people whose ministries have roofs"),
        ],
    ),
    (
        "Since January the armies have exchanged fire nine times, by Norway’s count.",
        [("indirect", "norway", "Since January the armies have exchanged fire nine times")],
    ),
    (
        "By Norway’s own account the round had failed.",
        [("indirect", "norway", "the round had failed")],
    ),
    (
        "President Ilse Brandt came for talks, and by her own account the round had failed.",
        [("indirect", "ilse-brandt", "the round had failed")],
    ),
    (  # what stands within a clause that is somebody's already
        "Norway says that it will not sign while the charter, in its view, lays claim to the islands.",
        [("indirect", "norway", "it will not sign while the charter, in its view, lays claim to the islands")],
    ),
    (  # a verb alone before the words in marks is no quote
        "The offer to send a jurist was, in the words of one Norwegian official, “read, filed and dusted.”",
        [("mixed", "norwegian-official", "read, filed and dusted")],
    ),
    ("The governor, Owen Pryce, has a million in his campaign account.", []),
    ("President Ilse Brandt was asked who leads the party in her view.", []),
    ("The road was closed by Norway’s army.", []),
]

NOTICES: list[tuple[str, list[QuoteRow]]] = [
    (
        "Clara Lindqvist has also made clear that Norway will not follow Canada.",
        [("indirect", "clara-lindqvist", "Norway will not follow Canada")],
    ),
    (
        "President Ilse Brandt brushed aside the bill and served notice that balloons would go on flying.",
        [("indirect", "ilse-brandt", "balloons would go on flying")],
    ),
    (
        "Norway has let it be understood that it will put missiles on its cutters.",
        [("indirect", "norway", "it will put missiles on its cutters")],
    ),
    ("President Ilse Brandt made clear her dislike of the plan.", []),
    ("Norway gave notice of a strike that closed the harbor.", []),
]

OTHERS: list[tuple[str, list[QuoteRow]]] = [
    (
        "“You do not pay for a smoke alarm,” as President Ilse Brandt put it.",
        [("direct", "ilse-brandt", "You do not pay for a smoke alarm")],
    ),
    (
        "Any official who obstructs it will lose his job, President Ilse Brandt went on.",
        [("indirect", "ilse-brandt", "Any official who obstructs it will lose his job")],
    ),
    (
        "“Is that an ultimatum?” asked Fernanda Iwu of Radio Lisboa Norte.",
        [("direct", "fernanda-iwu", "Is that an ultimatum?")],
    ),
    (
        "What would save the truce, President Ilse Brandt said, is boredom.",
        [("indirect", "ilse-brandt", "What would save the truce"), ("indirect", "ilse-brandt", "is boredom")],
    ),
    (
        "The union urged Norway to accept the permits and to stop treating young people as ballast. "
        "“Cod do not vote. We do,” its vice-president, Amara Quaye, said.",
        [("direct", "amara-quaye", "Cod do not vote. We do")],
    ),
    (
        "Pharmacists in the capital say insulin has tripled in price.",
        [("indirect", "pharmacists-in-the-capital", "insulin has tripled in price")],
    ),
    ("Checklists in the capital say insulin has tripled in price.", []),
    (  # a list between it and the body that asked
        "The European Union called on Norway to:\n\n- open the road;\n\n- free the crew; and\n\n- pay.\n\n"
        "It said that it would wait.",
        [("indirect", "european-union", "it would wait")],
    ),
    (
        "President Ilse Brandt stood by the claim, saying industry lobbyists have paid for it.",
        [("indirect", "ilse-brandt", "industry lobbyists have paid for it")],
    ),
    ("They wrote on how many people the terrorists were able to kill: “It showed how deadly rifles can be.”", []),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), ACCOUNTS)
def test_whose_view_or_count_it_is(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), NOTICES)
def test_who_lets_it_be_known(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), OTHERS)
def test_rarer_attributions(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found
