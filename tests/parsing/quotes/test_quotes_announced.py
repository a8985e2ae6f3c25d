"""Who speaks where no verb of saying has the speaker for its plain subject: names before a colon or an aside, transcripts."""

import pytest

from tests.parsing.sentences import QuoteRow, quotes_of

BRANDT = "President Ilse Brandt of Norway met Clara Lindqvist on Monday.\n\n"
SHUT: QuoteRow = ("direct", "clara-lindqvist", "The road is shut.")
OPEN: QuoteRow = ("direct", "ilse-brandt", "The road is open.")

COLONS: list[tuple[str, list[QuoteRow]]] = [
    ("Lindqvist: “The road is shut.” Brandt: “The road is open.”", [SHUT, OPEN]),
    ("More from Lindqvist: “The road is shut.” [Radio Askar.]", [SHUT]),
    ("OPINIONS DIFFER - Clara Lindqvist: “The road is shut.”", [SHUT]),
    ("There was a letter for Lindqvist: “The road is shut.”", []),
    ("Norway: “The road is shut.”", []),  # a place from which somebody writes, as likely
]

ASIDES: list[tuple[str, list[QuoteRow]]] = [
    ("Of the truce, Lindqvist, who has long opposed it, said, “The road is shut.”", [SHUT]),
    ("The day came after Lindqvist, asked about the road, had said, “The road is shut.”", [SHUT]),
    ("Clara Lindqvist, the former Swedish envoy, tweeted in response: “The road is shut.”", [SHUT]),
    ("As Lindqvist, the envoy, put it, “The road is shut.”", [SHUT]),
]

BESIDE: list[tuple[str, list[QuoteRow]]] = [
    ("“The road is shut.” Lindqvist said.", [SHUT]),
    ("Lindqvist agreed. “The road is shut.”", [SHUT]),
    ("Continued Clara Lindqvist: “The road is shut.”", [SHUT]),
    (
        "Lindqvist is hopeful.\n\n“The road is shut.”\n\n“It will be cleared,” Lindqvist said.",
        [SHUT, ("direct", "clara-lindqvist", "It will be cleared")],
    ),
    (
        "Lindqvist is hopeful.\n\n“The road is shut.”\n\n“It will be cleared,” Brandt said.",
        [("direct", "ilse-brandt", "It will be cleared")],
    ),
    ("Brandt said: “The road is open.” Or ask the other envoy, Lindqvist said. “The road is shut.”", [OPEN, SHUT]),
]

OTHERS: list[tuple[str, list[QuoteRow]]] = [
    (  # within a quoted text another speaks
        'As Radio Askar reported:\n\n"The road is shut.\n\n“The road is open,” Brandt said."',
        [("direct", "radio-askar", "The road is shut."), ("direct", "ilse-brandt", "The road is open")],
    ),
    (
        "Brandt told Lindqvist that Chad “had no road,” adding, “The road is open.”",
        [("mixed", "ilse-brandt", "Chad “had no road"), OPEN],
    ),
    (
        "“The road is shut, no?” Lindqvist went on, as if she had not heard.",
        [("direct", "clara-lindqvist", "The road is shut, no?")],
    ),
    (
        "Anna Kral met Josef Kral. A driver asked for help, and Kral said, “not now.”",
        [],
    ),  # whichever Kral said so, the driver did not
]

TRANSCRIPTS: list[tuple[str, list[QuoteRow]]] = [
    ("Brandt said, “The road is open.”\n\nTranscript as follows:\n\n“The road is open.”", [OPEN, OPEN]),
    (
        "Brandt said, “The road is open.”\n\nTranscript as follows:\n\n“HOST: Is it?\n\n“BRANDT: The road is open.”",
        [OPEN],  # a conversation has more than one speaker
    ),
    ("Transcript as follows:\n\n“The road is open.”", []),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), [*COLONS, *ASIDES, *BESIDE, *OTHERS, *TRANSCRIPTS])
def test_announced_speakers(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(BRANDT + text) == found
