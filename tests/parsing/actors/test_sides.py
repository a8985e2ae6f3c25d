"""For whom an actor acts: the country or organisation that its role, its name or the passage names."""

import pytest

from tests.parsing.sentences import actors_of

SIDES: list[tuple[str, str, str | None]] = [
    ("Norwegian Prime Minister Ilse Brandt left.", "ilse-brandt", "norway"),
    ("Norway’s prime minister, Ilse Brandt, left.", "ilse-brandt", "norway"),
    ("President Ilse Brandt of Norway left.", "ilse-brandt", "norway"),
    ("Ilse Brandt, the prime minister of Norway, left.", "ilse-brandt", "norway"),
    ("Ilse Brandt, a former U.S. ambassador to Chad, left.", "ilse-brandt", "united-states"),
    ("Norway agreed. Its water minister, Ilse Brandt, left.", "ilse-brandt", "norway"),
    ("Ilse Brandt, the secretary general of NATO, left.", "ilse-brandt", "nato"),
    ("European Commission President Ilse Brandt left.", "ilse-brandt", "european-commission"),
    ("United Nations Special Envoy Rania Haddad left.", "rania-haddad", "united-nations"),
    ("Ilse Brandt, a senior fellow at the Lindholm Institute, left.", "ilse-brandt", None),
    ("Ilse Brandt, a farmer, left.", "ilse-brandt", None),
    ("Quebec’s premier, Ilse Brandt, left.", "ilse-brandt", None),
    ("Marco Rubio left.", "marco-rubio", "united-states"),
    ("The Norwegian Grain Council left Norway.", "norwegian-grain-council", "norway"),
    ("The World Bank left.", "world-bank", None),
    ("Peru’s National Water Board left.", "national-water-board", "peru"),
    ("Norway left.", "norway", None),
    ("Two Norwegian officials said that it was late.", "two-norwegian-officials", "norway"),
    ("Two officials said that it was late.", "two-officials", None),
    (
        "Norway and Chad met in Oslo. Norway’s prime minister, Ilse Brandt, and Chad’s president, Ali Deby, signed.",
        "ali-deby",
        "chad",
    ),
    (
        "Norway and Chad are at odds. Norway signed. Chad did not. Prime Minister Ilse Brandt expelled Chad’s envoy.",
        "ilse-brandt",
        "chad",
    ),
    (
        "Norway’s president, Ali Deby, spoke. Norway and Chad waited. Norway said so, and President Ilse Brandt of the north left"
        " for Chad.",
        "ilse-brandt",
        "chad",
    ),
    ("Norway wrote to Russia. Ilse Brandt, its Russian counterpart, left.", "ilse-brandt", "russia"),
    (
        "President Ilse Brandt of Norway wrote to Chad. Her justice minister, Per Holm, left.",
        "per-holm",
        "norway",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "key", "side"), SIDES)
def test_sides(text: str, key: str, side: str | None) -> None:
    found = actors_of(text)
    assert found[key].side == side
    assert side is None or side in found


@pytest.mark.model
@pytest.mark.parametrize(("place", "side"), [("Oslo", "norway"), ("Oslo, Norway", "norway"), (None, None)])
def test_whose_president_goes_without_saying_at_home(place: str | None, side: str | None) -> None:
    text = (
        "President Ilse Brandt will speak. Norway and Chad waited. Norway waited longer than Chad and Peru. Peru left."
    )
    assert actors_of(text, place)["ilse-brandt"].side == side


BYSTANDERS = [
    "Ilse Brandt was born in Norway.",
    "The ship sank near Malta, said Ilse Brandt.",
    "The gas flows through Ukraine, said Ilse Brandt.",
]


@pytest.mark.model
@pytest.mark.parametrize("text", BYSTANDERS)
def test_a_country_that_is_only_a_place_is_left_out(text: str) -> None:
    assert [actor.name for actor in actors_of(text).values() if actor.kind.value == "country"] == []
