"""Quotation marks of every sort, paired paragraph by paragraph."""

import pytest

from app.parsing.article import find_paragraphs
from app.parsing.marks import find_marked, uses_single_marks


def marked(text: str) -> list[str]:
    """The words between the outermost marks; those left open end with "…"."""
    found = find_marked(text, find_paragraphs(text, 0))
    return [text[one.start : one.end] + ("" if one.closed else "…") for one in found]


PAIRS = [
    ("He said, “No.”", ["No."]),
    ('He said, "No," and left. "Never."', ["No,", "Never."]),
    ("„Nein“, sagte er.", ["Nein"]),
    ("„Nie”, powiedział.", ["Nie"]),
    ("«Non», dit-il.", ["Non"]),
    ("He said ``no'' and ``never''.", ["no", "never"]),
    ("‘No,’ he said. ‘Never.’", ["No,", "Never."]),
    ("'No,' he said. 'Never.'", ["No,", "Never."]),
    ("‘The workers’ union won’t pay,’ he said. ‘It can’t.’", ["The workers’ union won’t pay,", "It can’t."]),
    ("‘We’re late,’ he said. ‘The ’90s are over.’", ["We’re late,", "The ’90s are over."]),
    ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
    ("“He said “no” to me,” she said.", ["He said “no” to me,"]),
    ("‘He said “no” to me,’ she said. ‘Twice.’", ["He said “no” to me,", "Twice."]),
    ('The 6" gun and the 8" gun fell silent.', []),
    ("The farmers’ league and the miners’ union won’t meet.", []),
    ('“No," he said. "Never,” she said. “Go."', ["No,", "Never,", "Go."]),
    ("“No,“ he said. “Never.“", ["No,", "Never."]),
    ("”No,” he said.", ["No,"]),
    ("“No,”he said,“and never.”", ["No,", "and never."]),
    ('“He said "no" to me," she said. "Twice."', ['He said "no" to me,', "Twice."]),
    ('"He said “no” to me," she said.', ["He said “no” to me,"]),
    ("''He told me, 'No,''' she said. ''And 'never.'''", ["He told me, 'No,'", "And 'never.'"]),
    ("'''Tis the season,'' she said.", ["'Tis the season,"]),
    ('"Yes"—"no"—"perhaps"', ["Yes", "no", "perhaps"]),
    ("“”, he said.", []),
    ("“ ”", []),
    ("No marks at all.", []),
    ("", []),
    ("He left.” She stayed.", []),
    ("“He left. She stayed.", ["He left. She stayed.…"]),
]

PARAGRAPHS = [
    ("“One.\n\n“Two.\n\n“Three.”", ["One.\n\n“Two.\n\n“Three."]),
    ("‘One,’ he said. ‘Two.\n\n‘Three.’", ["One,", "Two.\n\n‘Three."]),
    ('"One.\n\n"Two," he said.', ['One.\n\n"Two,']),
    ("“One.\n\nTwo, he said.\n\n“Three.”", ["One.…", "Three."]),
    ("“One, Brandt said.\n\n“Two,” Mensah said.", ["One, Brandt said.…", "Two,"]),
    ("“One, said Brandt.\n\n“Two,” Mensah said.", ["One, said Brandt.…", "Two,"]),
    ("“One.”\n\n“Two.”", ["One.", "Two."]),
    ("He said: “One.\n\nAnd left.”", ["One.…"]),
    ('"One.\n\n“Two,” he said."', ["One.…", "Two,"]),  # a quotation within a quoted text
]


@pytest.mark.parametrize(("text", "words"), [*PAIRS, *PARAGRAPHS])
def test_words_in_marks(text: str, words: list[str]) -> None:
    assert marked(text) == words


SINGLE = [
    ("‘Yes,’ he said. ‘No,’ she said.", True),
    ("‘They called it “a gift”,’ he said. ‘A “gift”.’", True),
    ("“They called it ‘a gift’,” he said. “A ‘gift’.”", False),
    ("“Yes,” he said. The ‘gift’ was returned.", False),
    ("The ‘gift’ was returned.", False),
    ("It was the farmers’ and the miners’ year; rock ’n’ roll played.", False),
    ("“One.” ‘Two.’ ‘Three.’ “Four.”", False),
]


@pytest.mark.parametrize(("text", "single"), SINGLE)
def test_whether_a_text_quotes_in_single_marks(text: str, single: bool) -> None:
    assert uses_single_marks(text, find_paragraphs(text, 0)) is single


@pytest.mark.parametrize("text", [text for text, _ in (*PAIRS, *PARAGRAPHS)])
def test_marks_lie_around_the_words_in_order_and_apart(text: str) -> None:
    at = 0
    for one in find_marked(text, find_paragraphs(text, 0)):
        assert at <= one.outer_start < one.start < one.end <= one.outer_end <= len(text)
        at = one.outer_end
