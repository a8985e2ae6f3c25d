"""To whom something was said: those whom the article names as told, asked or written to; the press and a rally are nobody."""

from datetime import date

import pytest

from tests.parsing.sentences import parse_text

# the text; for each quote its speaker and those to whom it was said
Row = tuple[str, tuple[str, ...]]

TOLD: list[tuple[str, list[Row]]] = [
    (
        "President Ilse Brandt told Norway that the road was open.",
        [("ilse-brandt", ("norway",))],
    ),
    (
        "“The road is open,” Ambassador Kofi Mensah told the Security Council.",
        [("kofi-mensah", ("united-nations-security-council",))],
    ),
    ("“The road is open,” President Ilse Brandt told Fox News.", [("ilse-brandt", ("fox-news",))]),
    ("President Ilse Brandt told Iranian state media that the road was open.", [("ilse-brandt", ())]),
    (
        "In a letter to the Security Council, President Ilse Brandt argued that the road was open.",
        [("ilse-brandt", ("united-nations-security-council",))],
    ),
    (
        "“The road is open,” President Ilse Brandt told the Lima newspaper La Mañana.",
        [("ilse-brandt", ("la-manana",))],
    ),
    (
        "“The road is open,” President Ilse Brandt told Radio Askar on Monday.",
        [("ilse-brandt", ("radio-askar",))],
    ),
    (
        "Foreign Minister Hakan Yildiz warned Greece that the strait would be closed.",
        [("hakan-yildiz", ("greece",))],
    ),
    (
        "“We owe you nothing,” Senator Grace Oyelaran wrote to Ambassador Kofi Mensah.",
        [("grace-oyelaran", ("kofi-mensah",))],
    ),
    (
        "In a letter to the Security Council, Colombia wrote that its radar had tracked the drone.",
        [("colombia", ("united-nations-security-council",))],
    ),
    (
        "President Ilse Brandt assured Kenya and Uganda that the dam was safe.",
        [("ilse-brandt", ("kenya", "uganda"))],
    ),
    (
        "“Nothing has changed,” the chancellor, Klara Weiss, told lawmakers in Berlin.",
        [("klara-weiss", ("lawmakers",))],
    ),
    (
        "Chad informed the African Union that it would leave.",
        [("chad", ("african-union",))],
    ),
    (
        "President Ilse Brandt met Ambassador Kofi Mensah in Oslo. “You are late,” she told him.",
        [("ilse-brandt", ("kofi-mensah",))],
    ),
    (
        "Told by Norway that the road was shut, President Ilse Brandt said it was open.",
        [("norway", ()), ("ilse-brandt", ())],
    ),
    (
        "President Ilse Brandt said in an interview with Radio Askar that the road was open.",
        [("ilse-brandt", ("radio-askar",))],
    ),
    (
        "“The road is open,” President Ilse Brandt said in an interview with Radio Askar.",
        [("ilse-brandt", ("radio-askar",))],
    ),
    (
        "Speaking to Radio Askar on Monday, President Ilse Brandt said the road was open.",
        [("ilse-brandt", ("radio-askar",))],
    ),
    (
        "Addressing lawmakers in Oslo, President Ilse Brandt said the road was open.",
        [("ilse-brandt", ("lawmakers-in-oslo",))],
    ),
    (
        "In a phone call with Senator Grace Oyelaran, President Ilse Brandt said the road was open.",
        [("ilse-brandt", ("grace-oyelaran",))],
    ),
    (
        "“The road is open,” President Ilse Brandt wrote in a letter to Senator Grace Oyelaran.",
        [("ilse-brandt", ("grace-oyelaran",))],
    ),
    (
        "Asked by Senator Grace Oyelaran whether it was cold, President Ilse Brandt said it was.",
        [("ilse-brandt", ("grace-oyelaran",))],
    ),
    (
        "In response to a question from Senator Grace Oyelaran, President Ilse Brandt said it was cold.",
        [("ilse-brandt", ("grace-oyelaran",))],
    ),
    (
        "Turning to Senator Grace Oyelaran, President Ilse Brandt said: “You are late.”",
        [("ilse-brandt", ("grace-oyelaran",))],
    ),
    (
        "President Ilse Brandt told the BBC's Today programme that the road was open.",
        [("ilse-brandt", ("bbc",))],
    ),
    (
        "“The road is open,” President Ilse Brandt told El Faro last week.",
        [("ilse-brandt", ("el-faro",))],
    ),
    (
        "President Ilse Brandt told The Associated Press by telephone that the road was open.",
        [("ilse-brandt", ("associated-press",))],
    ),
    (
        "Senator Grace Oyelaran was told by President Ilse Brandt that the road was open.",
        [("ilse-brandt", ("grace-oyelaran",))],
    ),
    (
        "President Ilse Brandt suggested to Senator Grace Oyelaran that the road was open.",
        [("ilse-brandt", ("grace-oyelaran",))],
    ),
    (
        "President Ilse Brandt warned Norway to wait or “face the music.”",
        [("ilse-brandt", ("norway",))],
    ),
    (
        "President Ilse Brandt urged Norway to show “some patience.”",
        [("ilse-brandt", ("norway",))],
    ),
    (
        "According to two aides, President Ilse Brandt told Norway: “Wait for me.”",
        [("ilse-brandt", ("norway",))],
    ),
    (
        "President Ilse Brandt told parliament that the road was open, adding that it would stay so.",
        [("ilse-brandt", ("parliament",)), ("ilse-brandt", ("parliament",))],
    ),
    (
        "Foreign Minister Hakan Yildiz rang up. He told the minister that the road was open.",
        [("hakan-yildiz", ("minister",))],
    ),
]

NOBODY: list[tuple[str, list[Row]]] = [
    ("“The road is open,” President Ilse Brandt told reporters.", [("ilse-brandt", ())]),
    ("“The road is open,” President Ilse Brandt told a rally in Graz.", [("ilse-brandt", ())]),
    ("“The road is open,” President Ilse Brandt told the crowd.", [("ilse-brandt", ())]),
    ("President Ilse Brandt told a news conference that the road was open.", [("ilse-brandt", ())]),
    ("“The road is open,” President Ilse Brandt told journalists in Oslo.", [("ilse-brandt", ())]),
    ("“The road is open,” President Ilse Brandt said in Norway.", [("ilse-brandt", ())]),
    ("“The road is open,” President Ilse Brandt said of Norway.", [("ilse-brandt", ())]),
    ("President Ilse Brandt said that Norway had told Chad a lie.", [("ilse-brandt", ())]),
    ("President Ilse Brandt said to applause that the road was open.", [("ilse-brandt", ())]),
    ("“The road is open,” President Ilse Brandt told herself.", [("ilse-brandt", ())]),
    ("President Ilse Brandt said in a message to news agencies that the road was open.", [("ilse-brandt", ())]),
    ("President Ilse Brandt said at a meeting with Norway that the road was open.", [("ilse-brandt", ())]),
    ("In response to Norway, President Ilse Brandt said the road was open.", [("ilse-brandt", ())]),
    ("President Ilse Brandt told this newspaper that the road was open.", [("ilse-brandt", ())]),
    ("President Ilse Brandt told a group of reporters that the road was open.", [("ilse-brandt", ())]),
    ("President Ilse Brandt said that ships sent to Norway were safe.", [("ilse-brandt", ())]),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "told"), [*TOLD, *NOBODY])
def test_to_whom_it_was_said(text: str, told: list[Row]) -> None:
    assert [(one.speaker, one.addressees) for one in parse_text(text).quotes] == told


FRIDAY = "2025-08-15"
SAID_ON: list[tuple[str, list[int | None]]] = [
    ("President Ilse Brandt said on Thursday that the road was open.", [14]),
    ("“The road is open,” President Ilse Brandt said on Friday.", [15]),
    ("“The road is open,” President Ilse Brandt said last Friday.", [8]),
    ("On Monday, President Ilse Brandt said that the road was open.", [11]),
    ("“The road is open,” President Ilse Brandt said on Aug. 3.", [3]),
    ("“The road is open,” President Ilse Brandt said yesterday.", [14]),
    ("In an interview on Wednesday, President Ilse Brandt said the road was open. “Come and see,” she said.", [13, 13]),
    (
        "“The road is open,” President Ilse Brandt said on Tuesday. “Nobody will close it.”",
        [12, 12],
    ),
    ("The map was ruled out on Monday by Norway’s justice minister, Per Holm. “It is a doodle,” he said.", [11]),
    ("President Ilse Brandt said that the road would open on Thursday.", [None]),
    ("“On Monday we open the road,” President Ilse Brandt said.", [None]),
    ("“The road is open,” President Ilse Brandt said in July.", [None]),
    ("“The road is open,” President Ilse Brandt said last week.", [None]),
    ("“The road is open,” President Ilse Brandt said after Monday’s talks.", [None]),
    ("“The road is open,” President Ilse Brandt said.\n\nOn Monday the envoys left.", [None]),
    ("“The road is open,” President Ilse Brandt has said since Norway left on Monday.", [None]),
    ("The truce of Aug. 4 held. President Ilse Brandt said that the road was open.", [None]),
    ("President Ilse Brandt said the road was open, while Norway is due to speak on Wednesday.", [None]),
    ("Norway left on Monday. President Ilse Brandt says that the road is open.", [None]),
    ("President Ilse Brandt said in televised remarks Wednesday that Oslo would not vote.", [13]),
    (
        "President Ilse Brandt said on Monday that the road was open; Norway said that it was shut.",
        [11, 11],
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "days"), SAID_ON)
def test_the_day_on_which_it_was_said(text: str, days: list[int | None]) -> None:
    """Days of August 2025; the article is of Friday the 15th."""
    expected = [date(2025, 8, day) if day else None for day in days]
    assert [one.said_on for one in parse_text(text, FRIDAY).quotes] == expected
