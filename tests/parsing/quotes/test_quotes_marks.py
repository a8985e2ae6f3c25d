"""Quotation marks as editors mistype them: the quotations and their sources are found all the same."""

import pytest

from tests.parsing.sentences import QuoteRow, quotes_of

BRANDT = "President Ilse Brandt of Norway spoke on Monday.\n\n"
FIRST: QuoteRow = ("direct", "ilse-brandt", "The road is open")
SECOND: QuoteRow = ("direct", "ilse-brandt", "It will stay open.")

MISTYPED: list[tuple[str, list[QuoteRow]]] = [
    ('“The road is open," Brandt said. “It will stay open.”', [FIRST, SECOND]),
    ('"The road is open,” Brandt said. "It will stay open."', [FIRST, SECOND]),
    ('"The road is open,” Brandt said. “It will stay open."', [FIRST, SECOND]),
    ("“The road is open,“ Brandt said. “It will stay open.“", [FIRST, SECOND]),
    ("“The road is open,”Brandt said.“It will stay open.”", [FIRST, SECOND]),
    ("Brandt said,“It will stay open.”", [SECOND]),
    (
        "''They told us, 'The road is open,''' Brandt said. ''It will stay open.''",
        [("direct", "ilse-brandt", "They told us, 'The road is open"), SECOND],
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), MISTYPED)
def test_mistyped_marks(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(BRANDT + text) == found


TITLES: list[tuple[str, list[QuoteRow]]] = [
    ("“The road is open,” Brandt said on “Meet the Press.” “It will stay open.”", [FIRST, SECOND]),
    ('"The road is open," Brandt told "Fox and Friends," reminding the host of the truce.', [FIRST]),
    (
        "Brandt said in her book, “A Road to Oslo,” that the road was open.",
        [("indirect", "ilse-brandt", "the road was open")],
    ),
    ("Brandt starred in the documentary “Winter.”", []),
    ("The “Oslo Today” host Ilse Brandt smiled.", []),
    (
        "Films, Brandt said, are like “Prison Break.”",
        [("indirect", "ilse-brandt", "Films"), ("mixed", "ilse-brandt", "are like “Prison Break")],
    ),
    ("Brandt called the court “a circus.”", [("mixed", "ilse-brandt", "a circus")]),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), TITLES)
def test_titles_are_not_said(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(BRANDT + text) == found


DOUBLED: list[tuple[str, list[QuoteRow]]] = [
    (
        "Brandt called the road ''open.'' In a letter on Monday, Clara Lindqvist wrote: ''It is not.''",
        [("mixed", "ilse-brandt", "open"), ("direct", "clara-lindqvist", "It is not.")],
    ),
    ("But, Brandt said, ''the road is open.''", [("direct", "ilse-brandt", "the road is open.")]),
    (
        "The road, built in May, ''draws crowds,'' Brandt said.",
        [("mixed", "ilse-brandt", "The road, built in May, ''draws crowds")],
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), DOUBLED)
def test_doubled_single_marks_part_sentences_like_others(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(BRANDT + text) == found
