"""Words parted by their attribution: “That chapter,” he added, “is closed.”, and what hangs on participles of saying."""

import pytest

from tests.parsing.sentences import QuoteRow, quotes_of

PARTED: list[tuple[str, list[QuoteRow]]] = [
    (
        "“That chapter,” President Tomas Varga added, “is closed.”",
        [("direct", "tomas-varga", "That chapter"), ("direct", "tomas-varga", "is closed.")],
    ),
    (
        "“If the gates stay shut,” said Ambassador Kofi Mensah, “Ghana will look elsewhere.”",
        [
            ("direct", "kofi-mensah", "If the gates stay shut"),
            ("direct", "kofi-mensah", "Ghana will look elsewhere."),
        ],
    ),
    (
        "“We are tired,” Senator Grace Oyelaran said. “We are not beaten.”",
        [("direct", "grace-oyelaran", "We are tired"), ("direct", "grace-oyelaran", "We are not beaten.")],
    ),
    (
        "The delegations, Prime Minister Ilse Brandt said, “have paused, nothing more.”",
        [("indirect", "ilse-brandt", "The delegations"), ("direct", "ilse-brandt", "have paused, nothing more.")],
    ),
    (
        "‘You cannot,’ said Foreign Minister Owen Pryce, ‘eat a communique.’",
        [("direct", "owen-pryce", "You cannot"), ("direct", "owen-pryce", "eat a communique.")],
    ),
    (
        "The ban, Turkey said, would be lifted in stages.",
        [("indirect", "turkey", "The ban"), ("indirect", "turkey", "would be lifted in stages")],
    ),
    (
        "“Peace,” the envoy, Rania Haddad, said on Friday, “is not a photograph.”",
        [("direct", "rania-haddad", "Peace"), ("direct", "rania-haddad", "is not a photograph.")],
    ),
    (
        "“We waited,” Ambassador Kofi Mensah said, his voice breaking. “Nobody came.”",
        [("direct", "kofi-mensah", "We waited"), ("direct", "kofi-mensah", "Nobody came.")],
    ),
    (
        "“It is late,” Finland’s president, Aino Salo, told her hosts, “but not too late.”",
        [("direct", "aino-salo", "It is late"), ("direct", "aino-salo", "but not too late.")],
    ),
    (
        "The vote, analysts said, was never close.",
        [("indirect", "analysts", "The vote"), ("indirect", "analysts", "was never close")],
    ),
    (
        '"Tell them," President Tomas Varga said, "that the door is open," and he left.',
        [("direct", "tomas-varga", "Tell them"), ("direct", "tomas-varga", "that the door is open")],
    ),
]

PARTICIPLES: list[tuple[str, list[QuoteRow]]] = [
    (
        "President Tomas Varga left early, saying that the road was open.",
        [("indirect", "tomas-varga", "the road was open")],
    ),
    (
        "Norway recalled its envoy, citing what it called “a campaign of lies.”",
        [("mixed", "norway", "a campaign of lies")],
    ),
    (
        "Prime Minister Ilse Brandt waved the text away, adding: “I have read better menus.”",
        [("direct", "ilse-brandt", "I have read better menus.")],
    ),
    (
        "Chad has closed its border, arguing that the rebels are armed from abroad.",
        [("indirect", "chad", "the rebels are armed from abroad")],
    ),
    (
        "“We had no choice,” Ambassador Kofi Mensah said, adding that the order came from above.",
        [("direct", "kofi-mensah", "We had no choice"), ("indirect", "kofi-mensah", "the order came from above")],
    ),
    (
        "Warning that the dam could break, Laos asked its neighbors for pumps.",
        [("indirect", "laos", "the dam could break")],
    ),
    (
        "Speaking in Lima on Monday, Foreign Minister Hakan Yildiz said the ship was empty.",
        [("indirect", "hakan-yildiz", "the ship was empty")],
    ),
    (
        "The ship turned back on Monday, fearing a storm.",
        [],
    ),
    (
        "Senator Grace Oyelaran voted no, calling the bill “a blank check.”",
        [("mixed", "grace-oyelaran", "a blank check")],
    ),
    (
        "Quoting her grandmother, Prime Minister Ilse Brandt said, “Bread first.”",
        [("direct", "ilse-brandt", "Bread first.")],
    ),
    (
        "The dam broke because, officials said, nobody had looked at it for years.",
        [("indirect", "officials", "nobody had looked at it for years")],
    ),
    (
        "Norway called the claim absurd, since, President Tomas Varga said, the recorder lies in a lake.",
        [("indirect", "tomas-varga", "the recorder lies in a lake")],
    ),
    (
        "Although, President Tomas Varga said, the road was open, nobody came.",
        [("indirect", "tomas-varga", "the road was open, nobody came")],
    ),
    (
        "The road was shut, and, according to Prime Minister Ilse Brandt, it will stay shut.",
        [("indirect", "ilse-brandt", "it will stay shut")],
    ),
    (
        "The treasury is empty, according to Prime Minister Ilse Brandt, and he hopes to borrow more.",
        [("indirect", "ilse-brandt", "The treasury is empty")],
    ),
]


MISSED: list[tuple[str, list[QuoteRow], str]] = [
    (
        "“A man who burns a bridge,” Prime Minister Ilse Brandt said — she did not name him — “should learn to swim.”",
        [("direct", "ilse-brandt", "A man who burns a bridge"), ("direct", "ilse-brandt", "should learn to swim.")],
        "an aside with a verb of its own stands between the attribution and the second part",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), [*PARTED, *PARTICIPLES])
def test_parted_words_and_participles(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "found"),
    [pytest.param(text, found, marks=pytest.mark.xfail(reason=why, strict=True)) for text, found, why in MISSED],
)
def test_known_misses(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found
