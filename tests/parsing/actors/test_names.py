"""Runs of capitals parted into titles and names: without the model where words alone decide."""

import pytest
from spacy.tokens import Doc as Analysis
from spacy.vocab import Vocab

from app.parsing.actors.names import find_names
from app.parsing.actors.places import known_places
from app.parsing.actors.titles import part_run
from app.parsing.article import read_articles
from app.parsing.model import load_model
from app.parsing.tokens import Doc
from tests.factories import make_document

PARTED: list[tuple[str, list[tuple[str, str]]]] = [
    ("Marco Rubio", [("", "Marco Rubio")]),
    ("Secretary of State Marco Rubio", [("Secretary of State", "Marco Rubio")]),
    ("President Tomas Varga", [("President", "Tomas Varga")]),
    ("Deputy Foreign Minister Rania Haddad", [("Deputy Foreign Minister", "Rania Haddad")]),
    ("Zambaran Foreign Minister Celso Aldana", [("Zambaran Foreign Minister", "Celso Aldana")]),
    ("Norwegian Prime Minister Ilse Brandt", [("Norwegian Prime Minister", "Ilse Brandt")]),
    ("Sir Owen Pryce", [("Sir", "Owen Pryce")]),
    ("Gen. Min Aung Thet", [("Gen.", "Min Aung Thet")]),
    ("Lt. Gen. Paul Okafor", [("Lt. Gen.", "Paul Okafor")]),
    (
        "United Nations Special Envoy Rania Haddad",
        [("", "United Nations"), ("United Nations Special Envoy", "Rania Haddad")],
    ),
    ("France President Luc Moreau", [("", "France"), ("France President", "Luc Moreau")]),
    ("Chad Prime Minister", [("", "Chad")]),
    ("Foreign Minister", []),
    ("President", []),
    ("United States", [("", "United States")]),
    ("White House", [("", "White House")]),
    ("House of Commons Speaker Owen Pryce", [("House of Commons Speaker", "Owen Pryce")]),
    ("Dr. Amina Otieno", [("Dr.", "Amina Otieno")]),
    ("Crown Prince Faisal", [("Crown Prince", "Faisal")]),
]


@pytest.mark.parametrize(("run", "parts"), PARTED)
def test_titles_are_parted_from_names(run: str, parts: list[tuple[str, str]]) -> None:
    doc = Doc(run, [Analysis(Vocab(), run.split())])
    found = part_run(doc, 0, len(doc), known_places().copy())
    assert [(name.title, name.text) for name in found] == parts


def names(text: str) -> list[str]:
    (article,) = read_articles(load_model(), [make_document(text)])
    return [name.text for name in find_names(article, known_places().copy())]


RUNS: list[tuple[str, list[str]]] = [
    ("The envoy met Elena Solberg-Diaz in Oslo.", ["Elena Solberg-Diaz", "Oslo"]),
    ("He wrote to Ursula von der Leyen.", ["Ursula von der Leyen"]),
    ("They heard Mohammed bin Salman speak.", ["Mohammed bin Salman"]),
    ("Then Khalid al-Rashidi spoke.", ["Khalid al-Rashidi"]),
    ("The minister, Pak Do-hyun, left.", ["Pak Do-hyun"]),
    ("The premier, Seán O’Casey, spoke to Jean-Luc Beaumont.", ["Seán O’Casey", "Jean-Luc Beaumont"]),
    ("A call from J. D. Harlan came.", ["J. D. Harlan"]),
    (
        "They asked the Organization for Security and Co-operation in Europe.",
        ["Organization for Security and Co-operation in Europe"],
    ),
    ("They asked the International Court of Justice.", ["International Court of Justice"]),
    ("They asked the Ministry of Defense and Norway.", ["Ministry of Defense", "Norway"]),
    ("The Grain Traders’ Council met.", ["Grain Traders’ Council"]),
    ("In Norway the Labor Party lost.", ["Norway", "Labor Party"]),
    ("Ilse Brandt and Tomas Varga met.", ["Ilse Brandt", "Tomas Varga"]),
    ("Brandt of Norway met Varga.", ["Brandt", "Norway", "Varga"]),
    ("On Monday, in March, they met.", []),
    ("We met. He left. They stayed.", []),
    ("The foreign minister left.", []),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), RUNS)
def test_runs_of_capitals(text: str, found: list[str]) -> None:
    assert names(text) == found
