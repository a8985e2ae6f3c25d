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
