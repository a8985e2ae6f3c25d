"""Whom a pronoun, a description or an unnamed source stands for, seen by who speaks; in doubt it is nobody."""

import pytest

from tests.parsing.sentences import actors_of, parse_text

PRONOUNS: list[tuple[str, list[str]]] = [
    ("President Tomas Varga left. “I am tired,” he said.", ["tomas-varga"]),
    ("Prime Minister Ilse Brandt met President Tomas Varga. “I am tired,” she said.", ["ilse-brandt"]),
    ("Prime Minister Ilse Brandt met President Tomas Varga. “I am tired,” he said.", ["tomas-varga"]),
    ("Norway left the talks. It said that the map was false.", ["norway"]),
    ("The World Bank closed its office. It said that the city was unsafe.", ["world-bank"]),
    ("Two diplomats left early. They said that the map was false.", ["two-diplomats"]),
    ("President Tomas Varga and General Josef Kral left. They said that the map was false.", ["tomas-varga"]),
    ("It rained. “I am tired,” he said.", []),
    ("“I am tired,” she said.", []),
    (
        "Prime Minister Ilse Brandt said that President Tomas Varga was late. “He is never early,” she added.",
        ["ilse-brandt", "ilse-brandt"],
    ),
    (
        "Ambassador Rania Haddad spoke first. “We are late,” she said.\n\nShe said that the map was false.",
        ["rania-haddad", "rania-haddad"],
    ),
    (
        "Two aides spoke on Monday. With rebel fighters in the hills, they said, the road was closed.",
        ["two-aides"] * 2,
    ),
    ("The Kurds left. The Houthis said they would stay.", ["houthis"]),
    ("The Norwegian government paid Peru. It said that the map was false.", ["norway"]),
    ("Foreign Minister Amina Otieno wrote to her counterpart, Owen Pryce. “You lied,” she wrote.", ["amina-otieno"]),
]

DESCRIPTIONS: list[tuple[str, list[str]]] = [
    ("Foreign Minister Rania Haddad left. The minister said that the map was false.", ["rania-haddad"]),
    (
        "Foreign Minister Rania Haddad met General Josef Kral. The general said that the map was false.",
        ["josef-kral"],
    ),
    (
        "President Tomas Varga met President Ilse Brandt of Peru. The president said that the map was false.",
        ["tomas-varga"],
    ),
    ("Admiral Josef Kral met President Tomas Varga. The admiral said that the map was false.", ["josef-kral"]),
    ("President Tomas Varga of Peru left. The Peruvian leader said that the map was false.", ["tomas-varga"]),
    ("President Tomas Varga of Peru left. The Chilean leader said that the map was false.", ["chilean-leader"]),
    (
        "President Barack Obama left. His administration sold a ship. Cuba bought it, but the administration said that it was old.",
        ["united-states"],
    ),
    (
        "Norway paid Peru. The European Union warned Chile. Any government that leaves, a spokesman said, lies.",
        ["european-union"],
    ),
    (
        "Peru’s trade ministry closed. It rained in Chile. The ministry said that the map was false.",
        ["perus-trade-ministry"],
    ),
    (
        "Sen. Josef Kral met Gov. Ada Lund. The Ohio governor said that it rained. The senator said that it was late.",
        ["ada-lund", "josef-kral"],
    ),
    ("President Tomas Varga left. The new president said that the map was false.", ["new-president"]),
    # one person alone holds the office of a country, named before or after
    ("President Tomas Varga of Peru left. Peru’s president said that the map was false.", ["tomas-varga"]),
    ("The Peruvian president said that the map was false. President Tomas Varga of Peru left.", ["tomas-varga"]),
    ("President Tomas Varga of Peru left. Chile’s president said that the map was false.", ["chiles-president"]),
    (
        "Trade Minister Tomas Varga of Peru left. Peru’s foreign minister said that the map was false.",
        ["perus-foreign-minister"],
    ),
    ("Norway’s deputy foreign minister, Ada Lund, left. Norway’s foreign minister said no.", []),
    (
        "Foreign Minister Ada Lund of Norway left. Norway’s former foreign minister said that it was late.",
        ["norways-former-foreign-minister"],
    ),
    ("The South Korean government said that the map was false.", ["south-korea"]),
    ("The South Koreans said that the map was false.", ["south-korea"]),
    (
        "South Korea objected. The North said that it was late, and the South said that it was early.",
        ["north-korea", "south-korea"],
    ),
    ("South Sudan objected. The South said that it was late.", []),
    ("“It is late,” said its foreign minister, Raj Menon.", ["raj-menon"]),
    ("Its commander, who calls himself Abu Hamza, told the court that it was late.", ["abu-hamza"]),
    (
        "“Is it late?” a reporter from the Halden Courier asked President Tomas Varga. “It is,” he said.",
        ["reporter-from-the-halden-courier", "tomas-varga"],
    ),
    (
        "“Is it late?” a man from Halden News asked Harriet Lockwood. “It is,” she said.",
        ["man-from-halden-news", "harriet-lockwood"],
    ),
    ("Two aides left. It was late, one of them said.", ["two-aides"]),
    ("The United Nations said that it was late. The United Nations Security Council met.", ["united-nations"]),
    ("One colonel said that it was late.", ["colonel"]),
    (
        "The United States quarrels with Brazil. The administration said that it was late.",
        ["united-states"],
    ),
    ("Peru warned Brazil. The administration said that it was late.", ["peru"]),
    ("The Germans said that the map was false.", ["germany"]),
    ("The Chinese said that the map was false.", ["china"]),
    ("The European Union met on Monday. The bloc said that the map was false.", ["european-union"]),
    ("The Norwegian government said that the map was false.", ["norway"]),
    ("Norway’s army said that the map was false.", ["norway"]),
    ("A spokesman for the German Foreign Ministry said that the map was false.", ["german-foreign-ministry"]),
    ("A NATO spokeswoman said that the map was false.", ["nato"]),
    ("A spokeswoman for the Kremlin said that the map was false.", ["russia"]),
    ("President Ilse Brandt’s office said that the map was false.", ["ilse-brandt"]),
    ("Peru’s police said that the map was false.", ["perus-police"]),
    ("President Tomas Varga’s statement said that the map was false.", ["tomas-varga"]),
    ("The ambassador said that the map was false.", ["ambassador"]),
    (
        "One European diplomat said that the map was false. The diplomat said that it was old.",
        ["european-diplomat"] * 2,
    ),
    ("Officials in Oslo said that the map was false. The officials said that it was old.", ["officials-in-oslo"] * 2),
]

UNNAMED: list[tuple[str, str, str, str | None]] = [
    ("People who saw the draft said that it was late.", "People who saw the draft", "group", None),
    ("A couple said that it was late.", "couple", "group", None),
    ("Latinos said that it was late.", "Latinos", "group", None),
    ("Democrats said that it was late.", "Democrats", "group", None),
    ("Most Socialists said that it was late.", "Socialists", "group", None),
    (
        "The deputy head of Peru’s delegation said that it was late.",
        "deputy head of Peru’s delegation",
        "person",
        "peru",
    ),
    ("Two Western diplomats said that it was late.", "Two Western diplomats", "group", None),
    ("A senior Dravonian official said that Dravonia was late.", "senior Dravonian official", "person", "dravonia"),
    ("U.S. officials said that it was late.", "U.S. officials", "group", "united-states"),
    ("Former officials and analysts said that it was late.", "Former officials and analysts", "group", None),
    ("People close to him said that it was late.", "People close to him", "group", None),
    ("A resident of Velmoor said that it was late.", "resident of Velmoor", "person", None),
    ("One Israeli negotiator said that it was late.", "Israeli negotiator", "person", "israel"),
    ("Lawmakers in Velmoor said that it was late.", "Lawmakers in Velmoor", "group", None),
    ("Critics of the plan said that it was late.", "Critics of the plan", "group", None),
    ("The police said that it was late.", "police", "organization", None),
]

NOBODY = [
    "Everyone said that it was late.",
    "Some said that it was late.",
    "Many believe that it was late.",
    "It is said that it was late.",
    "The map said that it was late.",
    "Reporters said that it was late.",
    "Nobody said that it was late.",
    "The weather report said that it would rain.",
]


def speakers(text: str) -> list[str]:
    return [one.speaker for one in parse_text(text).quotes]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), [*PRONOUNS, *DESCRIPTIONS])
def test_who_speaks(text: str, found: list[str]) -> None:
    assert speakers(text) == found


@pytest.mark.model
@pytest.mark.parametrize(("text", "name", "kind", "side"), UNNAMED)
def test_unnamed_sources(text: str, name: str, kind: str, side: str | None) -> None:
    (speaker,) = speakers(text)
    actor = actors_of(text)[speaker]
    assert (actor.name, actor.kind.value, actor.side, actor.role) == (name, kind, side, "")


@pytest.mark.model
@pytest.mark.parametrize("text", NOBODY)
def test_nobody_speaks(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.model
def test_an_unnamed_group_that_says_nothing_is_no_actor() -> None:
    assert actors_of("Two diplomats waited in the hall with the analysts.") == {}


@pytest.mark.model
def test_the_words_that_name_the_speaker_are_kept() -> None:
    text = "Norway’s prime minister, Ilse Brandt, said that the map was false. “It is old,” she said."
    assert [one.source.text for one in parse_text(text).quotes] == ["Ilse Brandt", "she"]
