"""Countries that no list knows: shown by an adjective, a capital, what only a state has, or by acting and being a place."""

import pytest

from app.parsing.actors.places import bare, is_demonym, known_places
from tests.parsing.sentences import actors_of

SHOWN: list[tuple[str, set[str]]] = [
    ("Dravonia recalled its envoy. A Dravonian warship turned back.", {"dravonia"}),
    ("Castrovan guns fell silent, and Castrova asked for talks.", {"castrova"}),
    ("Marnesk, the Dravonian capital, slept. Dravonia did not.", {"dravonia"}),
    ("Kaldova’s foreign minister left.", {"kaldova"}),
    ("The government of Nerida fell.", {"nerida"}),
    ("The governments of Nerida and Castrova signed.", {"nerida", "castrova"}),
    ("The Broz Federation said no. Broz will not sign.", {"broz-federation"}),
    ("The Republic of Orsana voted. Orsana was quiet.", {"republic-of-orsana"}),
    ("Floods came in Qarastan. Qarastan has called up its reserves.", {"qarastan"}),
    ("Orvany stood firm. Orvan ships turned back.", {"orvany"}),
    ("Kaldova’s president, Ilse Brandt, left.", {"kaldova"}),
    ("Kaldova recalled its ambassador.", {"kaldova"}),
    ("Kaldova held the ship. Its premier, Ilse Brandt, left.", {"kaldova"}),
    ("They wrote to the embassies of Nerida and Castrova.", {"nerida", "castrova"}),
    ("Norway and Kaldova met. Letters went to Kaldova.", {"norway", "kaldova"}),
    ("France and Chad signed. The French president left.", {"france", "chad"}),
    ("The Netherlands paid. The Dutch were glad.", {"netherlands"}),
    ("South Korea and North Korea met.", {"south-korea", "north-korea"}),
    ("Guinea-Bissau voted, and Papua New Guinea watched.", {"guinea-bissau", "papua-new-guinea"}),
    ("The U.S. left; the U.K. stayed.", {"united-states", "united-kingdom"}),
    ("Georgia and Armenia closed the road.", {"georgia", "armenia"}),
    ("President Maren Vost of Drevia spoke. Nobody listened.", {"drevia"}),
    ("Premier Tomas Illescu of the Orsani Islands left. Orsani ferries waited.", {"orsani-islands"}),
    ("The gas flows through Orland. Orland asked for a share.", {"orland"}),
    ("The monitors come from Norway and Lower Quend.", {"norway", "lower-quend"}),
    ("North Lorrain and South Lorrain met. The South paid.", {"north-lorrain", "south-lorrain"}),
    ("Ostrin, a landlocked neighbor that ships copper, has offered to mediate.", {"ostrin"}),
    ("Norway wrote to Ostrin, an island nation of the south.", {"norway", "ostrin"}),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "countries"), SHOWN)
def test_countries_that_an_article_shows(text: str, countries: set[str]) -> None:
    assert {key for key, actor in actors_of(text).items() if actor.kind.value == "country"} == countries


@pytest.mark.model
@pytest.mark.parametrize(
    ("place", "kinds"),
    [("Port Linnet, Kaldova", ["country"]), ("Anchorage, Alaska", []), ("Kaldova", [])],
)
def test_a_dateline_names_a_country_that_acts(place: str, kinds: list[str]) -> None:
    acting = (
        "Kaldova signed on Monday. The others were slow." if "Kaldova" in place else "Snow fell. They met in Alaska."
    )
    assert [actor.kind.value for actor in actors_of(acting, place).values()] == kinds


NOT_SHOWN = [
    "Brandt spoke. A Brandtian silence followed Ilse Brandt.",
    "The Halden bridge fell. They met in Halden.",
    "Lake Oriel froze. Oriel fishermen waited.",
    "Ilse Marland spoke. Marland left.",
    "Lapland was cold.",
    "Africa signed. African envoys left.",
    "Quebec’s president left.",
    "GROSZ’s president left.",
    "In New Mexico it rained. Latin America waited.",
    "The band Chad & Jeremy played.",
    "Republicans waited. A Republican senator spoke to Republicans, and Democrats heard the Democratic candidate.",
    "The Ohioan spoke to Ohioans. Ohioans listened.",
    "Islam and Islamic law were debated. Christians and a Christian school waited.",
    "Votes from Jane Bush counted. Jane Bush ended the campaign.",
    "The Summit of the Americas opened. The Americas waited.",
    "President Maren Vost of the Harbor Party spoke. President Owen Pryce of Halden University left.",
    "Mayor Ilse Brandt of Halden left.",
    "President Maren Vost of the Tourism Board spoke.",
    "Letters went to Mr. Velde and Mr. Brandt. Brandt and Velde answered.",
    "Teller, a neighbor, waved. Rosa Teller, an elderly neighbor who knew them, wept.",
]


@pytest.mark.model
@pytest.mark.parametrize("text", NOT_SHOWN)
def test_what_is_no_country(text: str) -> None:
    assert [actor.name for actor in actors_of(text).values() if actor.kind.value == "country"] == []


DEMONYMS = [
    ("Castrovan", "Castrova", True),
    ("Orvan", "Orvany", True),
    ("Marrowene", "Marrowen", True),
    ("Ashkari", "Ashkar", True),
    ("Dravonian", "Dravonia", True),
    ("Ruvenian", "Ruvenia", True),
    ("Qarastani", "Qarastan", True),
    ("Lemmish", "Lemmark", True),
    ("Castrova", "Castrova", False),
    ("Castle", "Castrova", False),
    ("Brandy", "Brandt", False),
    ("Neridan", "Nerida", True),
    ("Man", "Ma", False),
]


@pytest.mark.parametrize(("word", "name", "is_one"), DEMONYMS)
def test_adjectives_of_countries(word: str, name: str, is_one: bool) -> None:
    assert is_demonym(word, name) is is_one


def test_a_name_is_known_with_and_without_its_article() -> None:
    places = known_places()
    assert bare("The Netherlands") == "Netherlands"
    assert places.country("the Netherlands") == places.country("Netherlands") == "Netherlands"
    assert places.demonym("Danes") == places.demonym("Danish") == "Denmark"
    assert places.seat("Kremlin") == places.seat("Moscow") == "Russia"
    assert places.country("Atlantis") is None


def test_what_an_article_adds_stays_with_it() -> None:
    copy = known_places().copy()
    copy.add_country("Dravonia", ("Dravonian Republic",), ("Dravonian",))
    assert copy.country("Dravonian Republic") == copy.demonym("Dravonians") == "Dravonia"
    assert known_places().country("Dravonia") is None
