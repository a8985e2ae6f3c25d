"""Whom a surname means that two people of the article share: by title, by what the article has called them so far, or nobody."""

import pytest

from tests.parsing.sentences import actors_of, parse_text

BOTH = "President Anna Kral arrived in Oslo. Her brother, General Josef Kral, stayed at home.\n\n"
CALLED = (
    "President Anna Kral arrived in Oslo. Kral met the king, and Kral thanked him.\n\n"
    "Her brother, General Josef Kral, stayed at home.\n\n"
)

SPOKEN = "Ines Marin said on Monday that the road was open. Her husband, Paul Marin, runs a bank in Oslo.\n\n"
FATHER = "“I do,” Brent Tozer III said. Tozer was five when his father, Brent Tozer, Jr., wrote the book.\n\n"
SONS = "Kurt Weiss Jr. left. His father, Kurt Weiss Sr., stayed.\n\n"

SHARED = [
    (BOTH + "“The road is open,” Mrs. Kral said.", ["anna-kral"]),
    (BOTH + "“The road is open,” Mr. Kral said.", ["josef-kral"]),
    (BOTH + "“The road is open,” General Kral said.", ["josef-kral"]),
    (BOTH + "“The road is open,” Kral said.", []),
    (CALLED + "“The road is open,” Kral said.", ["anna-kral"]),
    (CALLED.rstrip() + " “The road is open,” Kral said.", []),  # the paragraph has named another
    (CALLED + "“The road is open,” Josef Kral said. “It is shut,” Anna Kral said.", ["josef-kral", "anna-kral"]),
    (SPOKEN + "“We shall see,” Marin said.", ["ines-marin", "ines-marin"]),
    (SPOKEN + "“I pay,” Paul Marin said.\n\n“We shall see,” Marin said.", ["ines-marin", "paul-marin"]),  # both speak
    (SPOKEN.rstrip() + " “We shall see,” Marin said.", ["ines-marin"]),
    (SPOKEN + "Her brother, Ole Marin, said he was ill.\n\n“We shall see,” Marin said.", ["ines-marin", "ole-marin"]),
    (FATHER + "“You are with us,” Tozer says.", ["brent-tozer-iii", "brent-tozer-iii"]),
    (SONS + "“It is our club,” Weiss said.", []),
    (SONS + "“It is our club,” the younger Weiss said.", ["kurt-weiss-jr"]),
    (SONS + "“It was never his,” the elder Weiss said.", ["kurt-weiss-sr"]),
    ("Anna Kral left.\n\n“It is mine,” the elder Kral said.", []),
    ("Jack Smit was shot. His brother, Omar Smit, told the police why.\n\n“He ran,” Smit said.", ["omar-smit"]),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "speakers"), SHARED)
def test_a_surname_that_two_share(text: str, speakers: list[str]) -> None:
    assert [one.speaker for one in parse_text(text).quotes] == speakers


@pytest.mark.model
def test_a_short_given_name_is_the_same_persons() -> None:
    text = "Kenneth Varga arrived in Oslo. “The road is open,” Ken Varga said. “It is,” Varga added."
    assert {one.speaker for one in parse_text(text).quotes} == {"kenneth-varga"}
    assert "ken-varga" not in actors_of(text)


@pytest.mark.model
def test_a_wife_is_not_he() -> None:
    text = "Kurt Weiss met the pope. His wife, Tova, was at the meeting. He said that it was short."
    assert [one.speaker for one in parse_text(text).quotes] == ["kurt-weiss"]


@pytest.mark.model
def test_other_given_names_are_other_persons() -> None:
    assert {"ted-varga", "edward-varga"} <= actors_of("Edward Varga met Ted Varga in Oslo.").keys()


BARE_POSTS = [
    ("Zubra Alid, vice chairwoman for the campaign, arrived.", {"Zubra Alid"}),
    ("Zubra Alid, senior adviser for policy, arrived.", {"Zubra Alid"}),
    ("The train stops in Nova Sund, home of the envoy, and in Oslo.", set[str]()),
    ("They sell Acme Gold, winter coats and hats.", set[str]()),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "people"), BARE_POSTS)
def test_a_post_without_an_article_behind_the_comma_makes_a_person(text: str, people: set[str]) -> None:
    assert {one.name for one in actors_of(text).values()} == people


@pytest.mark.model
def test_whoever_a_surname_names_is_the_one_named_in_full() -> None:
    actors = actors_of("Pak Seo-lan keeps a jar of sand. “It is late,” Pak said. Mira Tolm waved. “It is,” Tolm said.")
    assert {"pak-seo-lan", "mira-tolm"} <= actors.keys()
    assert "pak" not in actors
    assert "tolm" not in actors


SINGLE_NAMES = [
    ("The rapper Tozo shared the song.", {"Tozo"}),
    ("Oslo spokesman Tozo shared the song.", {"Tozo"}),
    ("Band member Tozo wrote “It feels great to be here.”", {"Tozo"}),
    ("They met the spokesman in London.", set[str]()),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "people"), SINGLE_NAMES)
def test_a_single_name_behind_the_noun_of_a_person_is_a_persons(text: str, people: set[str]) -> None:
    assert {one.name for one in actors_of(text).values() if one.kind == "person"} == people
