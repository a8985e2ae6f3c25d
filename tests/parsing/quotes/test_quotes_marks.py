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
