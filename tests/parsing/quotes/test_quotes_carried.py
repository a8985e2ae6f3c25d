"""Quotations without an attribution of their own: the next sentence, the next paragraph, behind a colon, questions and answers."""

import pytest

from tests.parsing.sentences import QuoteRow, quotes_of

CARRIED: list[tuple[str, list[QuoteRow]]] = [
    (
        "“We asked politely,” President Ilse Brandt said. “Today we ask for the last time.”",
        [("direct", "ilse-brandt", "We asked politely"), ("direct", "ilse-brandt", "Today we ask for the last time.")],
    ),
    (
        "“We asked politely,” President Ilse Brandt said.\n\n“Today we ask for the last time.”",
        [("direct", "ilse-brandt", "We asked politely"), ("direct", "ilse-brandt", "Today we ask for the last time.")],
    ),
    (
        "President Ilse Brandt said: “We did not give away the lake.\n\n“We lent it. The islands are ours.”",
        [("direct", "ilse-brandt", "We did not give away the lake.\n\n“We lent it. The islands are ours.")],
    ),
    (
        "‘We did not give away the lake.\n\n‘We lent it,’ Prime Minister Owen Pryce said. ‘Ask anyone.’",
        [
            ("direct", "owen-pryce", "We did not give away the lake.\n\n‘We lent it"),
            ("direct", "owen-pryce", "Ask anyone."),
        ],
    ),
    (
        "Ambassador Kofi Mensah called them on it:\n\n“You never came to Accra.”",
        [("direct", "kofi-mensah", "You never came to Accra.")],
    ),
    (
        "President Ilse Brandt then addressed the marchers again: “Here is what I regret. I regret the silence.”",
        [("direct", "ilse-brandt", "Here is what I regret. I regret the silence.")],
    ),
    (
        "The marshal is dead. When he died, President Ilse Brandt released the following statement:\n\n“We mourn a stubborn man.”",
        [("direct", "ilse-brandt", "We mourn a stubborn man.")],
    ),
    (
        "Ambassador Kofi Mensah thanked Norway for the boats.\n\n“We needed a friend, and we had one.”",
        [("direct", "kofi-mensah", "We needed a friend, and we had one.")],
    ),
    (
        "Senator Grace Oyelaran shared the news on Monday, writing “Feels great to support an honest man.”",
        [("direct", "grace-oyelaran", "Feels great to support an honest man.")],
    ),
    (
        "Ambassador Kofi Mensah read aloud from a leaked Norwegian memorandum: “The valley can be discussed after the vote.”",
        [("direct", "norway", "The valley can be discussed after the vote.")],
    ),
    (
        "On the wall behind President Ilse Brandt hangs a drawing with a caption in crayon: “Give It Back.”",
        [],
    ),
    (
        "Senator Grace Oyelaran had one question for the general.\n\n“Who gave the order?” she asked.",
        [("direct", "grace-oyelaran", "Who gave the order?")],
    ),
    (
        "President Ilse Brandt said the vote was fair. “I counted it myself,” she said. She stood up. “Twice.”",
        [
            ("indirect", "ilse-brandt", "the vote was fair"),
            ("direct", "ilse-brandt", "I counted it myself"),
            ("direct", "ilse-brandt", "Twice."),
        ],
    ),
    (
        "“No,” President Ilse Brandt said. “Why should I?” the envoy, Rania Haddad, replied.",
        [("direct", "ilse-brandt", "No"), ("direct", "rania-haddad", "Why should I?")],
    ),
    (
        "President Ilse Brandt said, “The road is open. And Ambassador Kofi Mensah left.",
        [("direct", "ilse-brandt", "The road is open. And Ambassador Kofi Mensah left.")],
    ),
    (
        "“The road is open, President Ilse Brandt said.\n\n“Peace is near,” Ambassador Kofi Mensah said.",
        [("direct", "kofi-mensah", "Peace is near")],
    ),
    (  # an answer to a question about her, and not the one quoted before
        "Clara Lindqvist wants a bridge. Norway wrote back that it was under study. Did she feel abandoned?\n\n“I feel studied.”",
        [("indirect", "norway", "it was under study"), ("direct", "clara-lindqvist", "I feel studied.")],
    ),
    (
        "Clara Lindqvist wants a bridge. Would it hold?\n\n“I feel studied.”",
        [],
    ),
    (
        "“Yes.” “No.” The room in Oslo was loud.",
        [],
    ),
    (
        "Norway and Chad signed on Monday.\n\n“A great day.”",
        [],
    ),
]

MISSED: list[tuple[str, list[QuoteRow], str]] = [
    (
        "Foreign Minister Hakan Yildiz laughed. “You have my answer.”",
        [("direct", "hakan-yildiz", "You have my answer.")],
        "whoever only acts before a quotation is not taken for its speaker: it may be an answer to him",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), CARRIED)
def test_words_whose_speaker_is_carried_on(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "found"),
    [pytest.param(text, found, marks=pytest.mark.xfail(reason=why, strict=True)) for text, found, why in MISSED],
)
def test_known_misses(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found
