"""For whom an actor acts: the country or organisation that its role, its name or the passage names."""

import pytest

from tests.parsing.sentences import actors_of

SIDES: list[tuple[str, str, str | None]] = [
    ("Two aides left. Their leader, Ilse Brandt, stayed.", "ilse-brandt", None),  # nobody acts for the unnamed
    ("The minister met his South Korean counterpart, Han Min-koo, on Monday.", "han-min-koo", "south-korea"),
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
    ("Chad waited. Kremlin spokesman Pavel Orlov left.", "pavel-orlov", "russia"),
    ("Chad waited. The White House press secretary, Ada Bloom, left.", "ada-bloom", "united-states"),
    ("Chad waited. The BBC’s Moscow correspondent, Ada Bloom, left.", "ada-bloom", None),
    ("Chad sold oil to America. Secretary of State Ada Bloom left for Chad.", "ada-bloom", "united-states"),
    ("America waited for Chad. Ada Bloom, Chad’s Secretary of State for Defence, left America.", "ada-bloom", "chad"),
    ("Chad waited. A State Department official said that it was late.", "state-department-official", "united-states"),
    ("Ilse Brandt, the premier of Quebec, left.", "ilse-brandt", "canada"),
    (
        "CHAD\n\nChad waited for Norway. Chad waited.\n\nNORWAY\n\nForeign Minister Ilse Brandt left.",
        "ilse-brandt",
        "norway",
    ),
    ("Quebec’s premier, Ilse Brandt, left.", "ilse-brandt", "canada"),
    ("Crimea’s premier, Ilse Brandt, left.", "ilse-brandt", None),
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
        "Norway and Chad are at odds. Norway signed. Chad did not. Prime Minister Ilse Brandt expelled Norway’s envoy.",
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

# What the passage tells: (text, key, side)
PASSAGES: list[tuple[str, str, str | None]] = [
    # an office that few have
    (
        "Iran objected. Britain left. Iran paid. The Foreign Secretary, Ilse Brandt, laughed.",
        "ilse-brandt",
        "united-kingdom",
    ),
    (
        "Iran objected. Iran left. Chad paid. Chad left. The Foreign Secretary, Ilse Brandt, laughed.",
        "ilse-brandt",
        None,
    ),
    (
        "Chad objected. The European Union left. Chad paid. Ilse Brandt, the European commissioner for energy, laughed.",
        "ilse-brandt",
        "european-union",
    ),
    # what somebody was once tells nothing of those who come after
    (
        "Norway and Chad quarrel. Per Holm, the bank’s envoy and a former foreign minister of Peru, hopes for a date. Holm"
        " waits. Holm smiled.\n\nPresident Ali Deby laughed.",
        "ali-deby",
        None,
    ),
    (
        "The World Bank met. Ilse Brandt, the bank’s envoy and a former foreign minister of Peru, hopes for a date.",
        "ilse-brandt",
        "world-bank",
    ),
    # the subject of the sentence before, not what an if-clause supposes, nor the other party
    (
        "Norway and Chad quarrel. Norway has let slip that it may pay. If Chad frees the sailors, Finance Minister Per Holm said,"
        " the bank will open. Chad waits.",
        "per-holm",
        "norway",
    ),
    (
        "Norway and Chad quarrel. Norway said that it would pay. The offer, read out by Foreign Minister Ilse Brandt in Chad, was"
        " late. Chad laughed.",
        "ilse-brandt",
        "norway",
    ),
    (
        "Norway and Chad quarrel. If the talks fail, Chad will recall its envoy from Norway, President Ali Deby told reporters.",
        "ali-deby",
        "chad",
    ),
    (
        "President Ilse Brandt expelled Chad’s envoy from Norway. Norway was calm. Chad was not.",
        "ilse-brandt",
        "norway",
    ),
    # a possessor in the role goes before whatever stands near
    (
        "Chad laughed at Norway. Norway’s foreign minister, Ilse Brandt, demands that Chad pay. Chad will not.",
        "ilse-brandt",
        "norway",
    ),
    ("Norway spoke. Its ambassador to Peru, Per Holm, left. Peru and Norway waited.", "per-holm", "norway"),
    ("Norway’s ambassador in Lima, Per Holm, left for Peru.", "per-holm", "norway"),
    # bodies of a state, and those who lead them
    (
        "Chad and Norway quarrel. President Ali Deby of Chad is squeezed at home. The Anchor League, whose ten deputies keep him"
        " in office, wants more. Norway watches Chad.",
        "anchor-league",
        "chad",
    ),
    (
        "Norway and Chad quarrel. Chad’s president, Ali Deby, spoke. He asked the Planters’ Party, his smallest ally, to wait."
        " Its leader, Moussa Haroun, agreed. Norway smiled.",
        "moussa-haroun",
        "chad",
    ),
    ("The Supreme Court of Norway ruled. Norway obeyed.", "supreme-court-of-norway", "norway"),
    ("The University of Norway met. Norway listened.", "university-of-norway", None),
    (
        "Norway met Chad. Norway’s fisheries minister, Per Holm, spoke. Chad spoke. The Union of Students urged Holm to give the"
        " vote back. Norway may. Chad may not.",
        "union-of-students",
        "norway",
    ),
    # nobody demands of his own country, nor accuses it
    (
        "Norway and Chad quarrel. Chad called it maintenance. “It is theft,” President Ilse Brandt said. She demanded that Chad"
        " pay. Norway waits.",
        "ilse-brandt",
        "norway",
    ),
    # nothing is guessed beyond a country that is nearer
    (
        "Norway sold Chad its ships, and Norway and Chad were glad. Peru bought none. Foreign Minister Ilse Brandt was glad.",
        "ilse-brandt",
        None,
    ),
    # the subject of the same sentence, however seldom named
    (
        "Norway and Chad quarrel, and Norway and Chad wait. Peru closed its border, as President Ali Deby had threatened to do.",
        "ali-deby",
        "peru",
    ),
    (
        "The European Union waited. China sold steel to China. The trade commissioner, Per Holm, left.",
        "per-holm",
        "european-union",
    ),
    (
        "Should Norway refuse, the World Bank will wait, its vice-president for Africa, Per Holm, said.",
        "per-holm",
        "world-bank",
    ),
    ("Norway and Chad met. Norway agreed to wait for Chad. “It is late,” said Per Holm, the host.", "per-holm", None),
    # whose office another holds
    (
        "Norway’s president, Ali Deby, spoke. Norway and Chad waited. The court’s president, Per Holm, waited in Norway. The"
        " president, Ilse Brandt, did not. Norway said so to Chad.",
        "ilse-brandt",
        "chad",
    ),
    # organisations that have members
    (
        "The World Bank was asked. A spokesman for the bank, Per Holm, said that it would wait.",
        "per-holm",
        "world-bank",
    ),
    ("Chad appealed to the United Nations. The secretary general, Ilse Brandt, left.", "ilse-brandt", "united-nations"),
    (
        "Interpol was asked by Chad to help. A spokeswoman for the agency, Ilse Brandt, said that it had.",
        "ilse-brandt",
        "interpol",
    ),
    # citizens, kin, and who acts for nobody
    (
        "Norway and Chad met. Norway is uneasy. “It is late,” said Pål Berg, a baker. Chad waits.",
        "pal-berg",
        None,
    ),
    (
        "Norway and Chad met. Chad is uneasy. “It is late,” said Pål Berg, a baker in Oslo. Chad waits.",
        "pal-berg",
        "norway",
    ),
    (
        "Norway and Chad met. Norway is uneasy. “It is late,” said Pål Berg, a historian. Chad waits.",
        "pal-berg",
        None,
    ),
    (
        "“It is late,” said Ilse Brandt, a fellow at the Lindholm Institute who advised Norway’s last two premiers. Chad waits.",
        "ilse-brandt",
        "norway",
    ),
]
# The place of the dateline: (place, text, key, side)
HOMES: list[tuple[str | None, str, str, str | None]] = [
    (
        "Port Linnet",
        "Kaldova closed its ports to Nerida on Friday. Nerida complained of the government of Kaldova.\n\nThe decision rests with"
        " Justice Minister Ilse Brandt. Nerida waits.",
        "ilse-brandt",
        "kaldova",
    ),
    (
        "Oslo",  # a host, of which little is said
        "Chad and Peru met. Chad was late. Peru was not. Chad left. Peru stayed.\n\n“We are here,” Foreign Minister Ali Deby"
        " said.",
        "ali-deby",
        "peru",
    ),
    (
        "Oslo, Norway",  # no host: the article begins with its president
        "Prime Minister Ilse Brandt offered rice to Chad on Monday. Chad was late. Norway objected. Norway paid. Chad left.",
        "ilse-brandt",
        "norway",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "key", "side"), PASSAGES)
def test_sides_told_by_the_passage(text: str, key: str, side: str | None) -> None:
    assert actors_of(text)[key].side == side


@pytest.mark.model
@pytest.mark.parametrize(("place", "text", "key", "side"), HOMES)
def test_sides_told_by_the_dateline(place: str | None, text: str, key: str, side: str | None) -> None:
    assert actors_of(text, place)[key].side == side


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Chad acted. Its president told the Senate that the Senate had to choose.", None),
        ("The United States acted. The Senate said that it would choose.", "united-states"),
    ],
)
def test_a_name_that_bodies_of_many_states_have_means_one_beside_its_country_only(text: str, side: str | None) -> None:
    found = actors_of(text)
    assert (found["united-states-senate"].side if "united-states-senate" in found else None) == side


@pytest.mark.model
@pytest.mark.parametrize(("text", "key", "side"), SIDES)
def test_sides(text: str, key: str, side: str | None) -> None:
    found = actors_of(text)
    assert found[key].side == side
    assert side is None or side in found


@pytest.mark.model
@pytest.mark.parametrize(("place", "side"), [("Oslo", "norway"), ("Oslo, Norway", "norway"), (None, None)])
def test_whose_leader_goes_without_saying_at_home(place: str | None, side: str | None) -> None:
    text = "Prime Minister Ilse Brandt will speak. Norway and Chad waited. Norway waited longer than Chad and Peru. Peru left."
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
