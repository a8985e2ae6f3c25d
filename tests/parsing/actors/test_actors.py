"""Who is named: persons under all their forms, countries by their seats, organisations by their short names, and no things."""

import pytest

from app.records import ActorKind
from tests.parsing.sentences import actors_of, parse_text

NAMED: list[tuple[str, dict[str, str]]] = [
    ("President Tomas Varga met Prime Minister Ilse Brandt.", {"tomas-varga": "person", "ilse-brandt": "person"}),
    ("Moscow rejected the offer, and the Kremlin mocked it.", {"russia": "country"}),
    ("Washington and Kyiv agreed on the text.", {"united-states": "country", "ukraine": "country"}),
    ("The White House said nothing.", {"united-states": "country"}),
    ("Talks were held in Moscow on Monday.", {}),
    ("They flew to Washington by way of Paris.", {}),
    ("The Oval Office was full, and Alaska was cold.", {}),
    ("Russian troops crossed the river into Ukraine.", {"russia": "country", "ukraine": "country"}),
    ("The European Union and NATO will pay.", {"european-union": "organization", "nato": "organization"}),
    ("The International Court of Justice ruled on Monday.", {"international-court-of-justice": "organization"}),
    ("Trump called Putin.", {"donald-trump": "person", "vladimir-putin": "person"}),
    ("The Sorrel Strait is closed. The Lisbon Treaty is old. World War II is over.", {}),
    ("“Yesterday” was played at the Rive Bridge on Easter Monday.", {}),
    ("Peace is near. War is far. Bread is dear.", {}),
    ("The Plateau Mothers, an association of the displaced, marched.", {"plateau-mothers": "organization"}),
    ("The newspaper Zarya printed the map.", {"zarya": "organization"}),
    (
        "Ursula von der Leyen, the president of the European Commission, called Narendra Modi.",
        {"ursula-von-der-leyen": "person", "european-commission": "organization", "narendra-modi": "person"},
    ),
    (
        "Crown Prince Mohammed bin Salman hosted Foreign Minister Khalid al-Rashidi.",
        {"mohammed-bin-salman": "person", "khalid-al-rashidi": "person"},
    ),
    ("Jordan said no. Michael Jordan said yes.", {"jordan": "country", "michael-jordan": "person"}),
    ("The Gulf of Mexico and the South China Sea are warm.", {}),
    ("Chad’s government fell.", {"chad": "country"}),
    ("It happened near Lake Chad.", {}),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "named"), NAMED)
def test_who_is_named(text: str, named: dict[str, str]) -> None:
    """Actors that stand there only because somebody acts for them are left aside."""
    found = actors_of(text)
    sides = {actor.side for actor in found.values()} - named.keys()
    assert {key: actor.kind.value for key, actor in found.items() if key not in sides} == named


FORMS: list[tuple[str, str, tuple[str, ...]]] = [
    (
        "President Volodymyr Zelensky left. Zelensky was tired, and President Zelensky slept.",
        "volodymyr-zelensky",
        ("Volodymyr Zelensky", "President Volodymyr Zelensky", "Zelensky", "President Zelensky"),
    ),
    (
        "Prime Minister Ilse Brandt spoke. Ms. Brandt left.",
        "ilse-brandt",
        ("Ilse Brandt", "Prime Minister Ilse Brandt", "Brandt", "Ms. Brandt"),
    ),
    (
        "Foreign Minister Khalid al-Rashidi spoke. Al-Rashidi left.",
        "khalid-al-rashidi",
        ("Khalid al-Rashidi", "Foreign Minister Khalid al-Rashidi", "Al-Rashidi"),
    ),
    (
        "Admiral Harry B. Ravn Jr. spoke. Admiral Ravn left.",
        "harry-b-ravn-jr",
        ("Harry B. Ravn Jr.", "Admiral Harry B. Ravn Jr.", "Ravn", "Admiral Ravn"),
    ),
    (
        "Naghmeh Sorani and her husband, Saeed Sorani, left. Mrs. Sorani wept.",
        "naghmeh-sorani",
        ("Naghmeh Sorani", "Sorani", "Mrs. Sorani"),
    ),
    (
        "Billionaire Tesfa Sorani left. Tesfa Sorani is ill. Mrs. Sorani wept.",
        "tesfa-sorani",
        ("Tesfa Sorani", "Sorani", "Mrs. Sorani"),
    ),
    ("The Halden Courier asked. The Courier printed it.", "halden-courier", ("Halden Courier", "Courier")),
    (
        "The United States left. America is gone, Washington said.",
        "united-states",
        ("United States", "America", "Washington"),
    ),
    ("The World Trade Council met. The WTC voted.", "world-trade-council", ("World Trade Council", "WTC")),
    (
        "Foreign Minister Elena Solberg-Diaz came. Solberg-Diaz left.",
        "elena-solberg-diaz",
        ("Elena Solberg-Diaz", "Foreign Minister Elena Solberg-Diaz", "Solberg-Diaz"),
    ),
    ("Pak Do-hyun, the trade minister, came. Pak left.", "pak-do-hyun", ("Pak Do-hyun", "Pak")),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "key", "forms"), FORMS)
def test_all_forms_of_one_actor(text: str, key: str, forms: tuple[str, ...]) -> None:
    assert actors_of(text)[key].names == forms


@pytest.mark.model
def test_two_persons_of_one_surname_are_never_merged() -> None:
    text = (
        "President Anna Kral met her brother, General Josef Kral, on Monday. Anna Kral said the road was open."
        " Josef Kral said it was shut."
    )
    found = actors_of(text)
    assert {"anna-kral", "josef-kral"} <= found.keys()
    assert not set(found["anna-kral"].names) & set(found["josef-kral"].names)
    assert [one.speaker for one in parse_text(text).quotes] == ["anna-kral", "josef-kral"]


@pytest.mark.model
def test_a_surname_that_two_share_is_nobody_where_both_could_be_meant() -> None:
    text = "President Anna Kral and General Josef Kral arrived in Oslo.\n\n“The road is open,” Kral said."
    assert parse_text(text).quotes == ()
    assert "kral" not in actors_of(text)


@pytest.mark.model
def test_a_father_and_his_son_stay_apart() -> None:
    found = actors_of("President Kurt Weiss left. “It is fair,” said Kurt Weiss Jr., a spokesman.")
    assert [actor.name for actor in found.values()] == ["Kurt Weiss", "Kurt Weiss Jr."]


@pytest.mark.model
def test_well_known_relatives_stay_apart() -> None:
    found = actors_of("Ivanka Trump stayed at home. President Trump flew to Alaska, and Trump was late.")
    assert {"ivanka-trump", "donald-trump"} <= found.keys()
    assert found["ivanka-trump"].names == ("Ivanka Trump",)


@pytest.mark.model
def test_mentions_are_slices_in_order_and_name_actors_of_the_parse() -> None:
    text = "President Tomas Varga met Prime Minister Ilse Brandt of Norway. Varga told Moscow; Brandt told the White House."
    parse = parse_text(text)
    keys = {actor.key for actor in parse.actors}
    starts = [one.passage.start for one in parse.mentions]
    assert starts == sorted(starts)
    assert all(text[one.passage.start : one.passage.end] == one.passage.text for one in parse.mentions)
    assert {one.actor for one in parse.mentions} <= keys
    assert all(actor.side is None or actor.side in keys for actor in parse.actors)


@pytest.mark.model
def test_the_directory_completes_what_an_article_leaves_out() -> None:
    trump = actors_of("Trump said the road was open.")["donald-trump"]
    assert (trump.name, trump.kind, trump.side) == ("Donald Trump", ActorKind.PERSON, "united-states")


@pytest.mark.model
def test_a_body_without_a_country_is_not_that_of_a_country_named_later() -> None:
    found = actors_of(
        "Norway waited. The Foreign Ministry said that Norway was ready.\n\nThe Chinese Foreign Ministry said that China was not."
    )
    assert {"foreign-ministry", "chinese-foreign-ministry"} <= found.keys()
    assert found["foreign-ministry"].side == "norway"


@pytest.mark.model
def test_a_body_named_with_its_country_is_called_by_its_short_name() -> None:
    found = actors_of("The Chinese Foreign Ministry said that it was ready. The Foreign Ministry left.")
    assert "foreign-ministry" not in found
