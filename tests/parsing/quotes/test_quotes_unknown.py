"""Words of a source that nobody can name are nobody's: they are never given to somebody who is named near by."""

import pytest

from tests.parsing.sentences import parse_text

UNKNOWN: list[tuple[str, list[str]]] = [
    ("Ilse Brandt left. A campaign of the senator's said Brandt was “not a real friend of the people.”", []),
    (
        "A dogcatcher pointed out that Ilse Brandt was once for many things, including “big roads, big bridges and wars.”",
        [],
    ),
    ("“It is cold,” Ilse Brandt said.\n\n“There was blood on the road,” the cat wrote. “It was bad.”", ["It is cold"]),
    (
        "Ilse Brandt voted. Norway helped some friends who thought the bill too long.\n\n“I will look into it.”",
        ["the bill"],
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "quoted"), UNKNOWN)
def test_what_nobody_known_says_is_given_to_nobody(text: str, quoted: list[str]) -> None:
    found = [one.passage.text for one in parse_text(text).quotes]
    assert len(found) <= len(quoted)
    assert all(any(words in one for words in quoted) for one in found)


# the text; who speaks, quote by quote
SPEAKERS: list[tuple[str, list[str]]] = [
    (
        "“You are great,” Kofi Mensah assured Ilse Brandt, after Ilse Brandt assured him that people liked him. “Thank you.”",
        ["kofi-mensah", "ilse-brandt", "kofi-mensah"],
    ),
    (
        "While Kofi Mensah, the minister, laid out a vision for “a tax that rewards work,” Ilse Brandt used her speech to sing.",
        ["kofi-mensah"],
    ),
    ("Ilse Brandt’s exile goes on. Citing “duties in Norway,” Kofi Mensah told Radio Askar why.", ["kofi-mensah"]),
    ("Ilse Brandt left.\n\n“Who knows?” Kofi Mensah told Radio Askar when asked how it went.", ["kofi-mensah"]),
    (
        "Both were glad. Kofi Mensah, the head of the club, said in a statement. “There are no ballots.”",
        ["kofi-mensah"],
    ),
    ("Ilse Brandt left, with Kofi Mensah tweeting that it was a “shame” and asking, “Why now?”", ["kofi-mensah"] * 2),
    ("Norway urged Kofi Mensah to show “some patience with his neighbors.”", ["norway"]),
    (
        "Diplomats in Oslo said the road was shut. “There is snow,” said one. “It is deep.”",
        ["diplomats-in-oslo"] * 3,
    ),
    ("Chad Public Advocate Ilse Brandt spoke. “It is cold,” Brandt said.", ["ilse-brandt"]),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_the_speaker_and_not_somebody_near_by(text: str, speakers: list[str]) -> None:
    assert [one.speaker for one in parse_text(text).quotes] == speakers
