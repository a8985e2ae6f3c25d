"""What the article says a person is: a title, a noun, an apposition or a relative clause; unnamed people have no role."""

import pytest

from tests.parsing.sentences import actors_of

ROLES: list[tuple[str, str, str]] = [
    ("President Tomas Varga left.", "tomas-varga", "President"),
    ("Secretary of State Marco Rubio left.", "marco-rubio", "Secretary of State"),
    ("Zambaran Foreign Minister Celso Aldana left.", "celso-aldana", "Zambaran Foreign Minister"),
    ("Ruvenia’s Finance Minister Ada Lund left.", "ada-lund", "Ruvenia’s Finance Minister"),
    ("Montague’s justice minister, Ada Lund, left.", "ada-lund", "Montague’s justice minister"),
    ("Norway left. Its water minister, Ada Lund, stayed.", "ada-lund", "water minister"),
    ("The journalist Ada Lund left.", "ada-lund", "journalist"),
    (
        "Ada Lund, a senior fellow at the Lindholm Institute, left.",
        "ada-lund",
        "a senior fellow at the Lindholm Institute",
    ),
    (
        "Ada Lund, a former U.S. ambassador to the North Atlantic Treaty Organization, left.",
        "ada-lund",
        "a former U.S. ambassador to the North Atlantic Treaty Organization",
    ),
    (
        "Ada Lund, who teaches naval law at the University of Sund, left.",
        "ada-lund",
        "teaches naval law at the University of Sund",
    ),
    ("Ada Lund, the bank’s chairwoman, who was ill, left.", "ada-lund", "the bank’s chairwoman"),
    ("Ada Lund, 61, a retired judge, left.", "ada-lund", "a retired judge"),
    ("Ada Lund, director of the Lindholm Institute, left.", "ada-lund", "director of the Lindholm Institute"),
    ("President Tomas Varga, officials said, left.", "tomas-varga", "President"),
    ("She has turned heads in Beijing. Admiral Anders Falk left.", "anders-falk", "Admiral"),
    ("Mr. Falk, officials said, left. Falk, aides say, is ill.", "falk", ""),
    ("Ada Lund, then became a judge.", "ada-lund", ""),
    ("Ada Lund, then the minister, left.", "ada-lund", "then the minister"),
    ("Colonel Anders Falk left.", "anders-falk", "Colonel"),
    (
        "Colonel Anders Falk, the commander of the northern front, left.",
        "anders-falk",
        "the commander of the northern front",
    ),
    ("Norway left. Its envoy to the talks, Count Anders Falk, stayed.", "anders-falk", "envoy to the talks"),
    ("Count Anders Falk left.", "anders-falk", "Count"),
    (
        "The Front’s political leader, who goes by the name Comrade Falk, left.",
        "falk",
        "The Front’s political leader",
    ),
    ("Dr. Ada Lund left.", "ada-lund", ""),
    ("Mr. Varga left. Tomas Varga was late.", "tomas-varga", ""),
    ("“I left,” said Ada Lund.", "ada-lund", ""),
    ("Ada Lund said that, a day later, the minister left.", "ada-lund", ""),
    ("The head of delegation, Ada Lund, left.", "ada-lund", "The head of delegation"),
    ("Ada Lund of the Seabird Alliance left.", "ada-lund", "of the Seabird Alliance"),
    ("Former Prime Minister Ada Lund left.", "ada-lund", "Former Prime Minister"),
    ("Norway left. Its ambassador to the agency, Ada Lund, stayed.", "ada-lund", "ambassador to the agency"),
    ("A spokeswoman for the bank, Ada Lund, left.", "ada-lund", "A spokeswoman for the bank"),
    ("The bank will wait, its vice-president for Africa, Ada Lund, said.", "ada-lund", "vice-president for Africa"),
    ("“I waited,” said Ada Lund, a baker.", "ada-lund", "a baker"),
    ("“I waited,” said Ada Lund, a day later.", "ada-lund", ""),
    ("Colonel Anders Falk, a man of 38, left.", "anders-falk", "a man of 38"),
    ("Colonel Anders Falk, a keen swimmer, left.", "anders-falk", "Colonel"),
    ("Opposition leader Ada Lund left.", "ada-lund", "Opposition leader"),
    # a title that several share
    ("Foreign Ministers Ada Lund of Norway and Ali Deby of Chad met.", "ada-lund", "Foreign Minister"),
    ("Foreign Ministers Ada Lund of Norway and Ali Deby of Chad met.", "ali-deby", "Foreign Minister"),
    ("Norwegian Senators Xu Tal, Bo Tun and Mi Lau voted.", "mi-lau", "Norwegian Senator"),
    ("Former Secretaries of State Ada Lund and Bo Tun wrote.", "bo-tun", "Former Secretary of State"),
    ("Sens. Xu Tal and Bo Tun voted.", "bo-tun", "Sen."),
    ("Presidents Ada Lund and Ali Deby met, Bo Tun said.", "bo-tun", ""),
    ("Former Mexican presidents Ada Lund and Ali Deby met.", "ali-deby", "Former Mexican president"),
    ("The economists Ada Lund and Ali Deby met.", "ali-deby", "economist"),
    # a relative clause that tells a trade, an office held or what somebody calls himself
    ("“No,” said Ada Lund, who trades camels.", "ada-lund", "trades camels"),
    (
        "“No,” said Ada Lund, who was his private secretary at the time.",
        "ada-lund",
        "was his private secretary at the time",
    ),
    (
        "“No,” said Ada Lund, who calls herself the premier of the north.",
        "ada-lund",
        "calls herself the premier of the north",
    ),
    (
        "“No,” said Ada Lund, who planned the air defenses for a decade.",
        "ada-lund",
        "planned the air defenses for a decade",
    ),
    ("“No,” said Ada Lund, who was ill.", "ada-lund", ""),
    ("“No,” said Ada Lund, who calls it a farce.", "ada-lund", ""),
    ("“No,” said Ada Lund, who plans a visit.", "ada-lund", ""),
    ("“No,” said Ada Lund, who wants a visit.", "ada-lund", ""),
    # a noun behind “a”, kin and a rank give way to what follows
    ("They had sent an observer, Ada Lund.", "ada-lund", "observer"),
    ("A spokeswoman, Ada Lund, said that it was late.", "ada-lund", "spokeswoman"),
    ("They asked a mediator, Ada Lund, a retired judge, to wait.", "ada-lund", "a retired judge"),
    ("His daughter, Ada Lund, a dentist in Lima, waited.", "ada-lund", "a dentist in Lima"),
    ("Admiral Sir Owen Pryce, a former governor, left.", "owen-pryce", "a former governor"),
    # no words that go on with a clause
    ("A coalition to oust Col. Ali Deby left.", "ali-deby", "Col."),
    ("For Ada Lund, the worst attack on a president in a decade was a shock.", "ada-lund", ""),
    ("Peru asked Chad. Its chairman, Sultan Varga, left.", "varga", "chairman"),
    # what is said of several is nobody's, unless he is one of them
    ("Ada Lund and Per Holm, the likely candidates of both parties, left.", "per-holm", ""),
    ("He met one of Norway’s richest men, Per Holm, in Lima.", "per-holm", "one of Norway’s richest men"),
    ("“No,” said Ada Lund, his chief of staff.", "ada-lund", "chief of staff"),
    ("Ada Lund, one that will lead the group, left.", "ada-lund", ""),
    ("He is called the father of the nation. He charmed Ada Lund.", "ada-lund", ""),
    # a sentence of its own
    ("“She can,” said Per Holm. Holm is chief executive of the bank.", "per-holm", "chief executive of the bank"),
    ("Ada Lund has been Norway’s chief negotiator for a year.", "ada-lund", "Norway’s chief negotiator"),
    ("As Norway’s envoy, Ada Lund has spent a year in Lima.", "ada-lund", "Norway’s envoy"),
    ("Norway waited. Ada Lund is an economist at the bank.", "ada-lund", "an economist at the bank"),
    ("Ada Lund said no. Ada Lund is a strong leader for Norway.", "ada-lund", ""),
    ("Ada Lund said no. Ada Lund is not the president of Chad.", "ada-lund", ""),
    ("“No,” said Ada Lund. Bo Tun says that Lund is the founder of the militia.", "ada-lund", ""),
    # the office by which a feature calls the one with whom it begins
    ("Ada Lund keeps a jar of sand. Norway’s defence minister is late.", "ada-lund", "Norway’s defence minister"),
    ("Ada Lund keeps a jar. As Norway’s envoy to Chad, she has spent a year.", "ada-lund", "Norway’s envoy to Chad"),
    ("Norway’s president will wait.\n\n“We wait,” said Ada Lund.", "ada-lund", "Norway’s president"),
    ("The Environment Secretary had waited.\n\n“For whom?” said Ada Lund.", "ada-lund", "Environment Secretary"),
    ("Norway’s president met Chad’s envoy, Ali Deby.\n\n“We wait,” said Ada Lund.", "ada-lund", ""),
    ("Norway’s president will wait.\n\n“We wait,” said Ada Lund, a baker.", "ada-lund", "a baker"),
    ("Norway’s president will wait.\n\nThe police found Ada Lund.", "ada-lund", ""),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "key", "role"), ROLES)
def test_roles(text: str, key: str, role: str) -> None:
    assert actors_of(text)[key].role == role


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Two Western diplomats said that it was late.",
        "Norway said that it was late.",
        "The World Bank said that it was late.",
    ],
)
def test_only_named_persons_have_a_role(text: str) -> None:
    assert [actor.role for actor in actors_of(text).values()] == [""]
