"""Whom "he" and "she" stand for beside a quotation: the nearest person of whom the passage tells, and not the one told of most."""

import pytest

from tests.parsing.sentences import QuoteRow, quotes_of

PRONOUNS: list[tuple[str, list[QuoteRow]]] = [
    (  # the paragraph before is about somebody, though another was told of more
        "Amina Otieno runs the harbor. She likes it. She has run it for years.\n\n"
        "On Monday, Clara Lindqvist came by. Nobody met her.\n\n“I was early,” she said.",
        [("direct", "clara-lindqvist", "I was early")],
    ),
    (  # a paragraph in which nobody who fits does anything leaves the one before in place
        "Amina Otieno runs the harbor. She likes it.\n\nThe road to it was built by Owen Pryce.\n\n“I was early,” she said.",
        [("direct", "amina-otieno", "I was early")],
    ),
    (  # a name whose gender nothing tells, in front of a verb of saying that the analysis misses
        "Amina Otieno runs the harbor.\n\nAt 2:30 Annelise Vogt announced that it was shut.\n\n“I was early,” she said.",
        [("indirect", "annelise-vogt", "it was shut"), ("direct", "annelise-vogt", "I was early")],
    ),
    (  # "King" in the name of a college tells nothing of a gender
        "President Ilse Brandt left on Monday. I met Ngozi Oakfield, who taught law at King's College London for years. "
        "“It is only paint,” she says.",
        [("direct", "ngozi-oakfield", "It is only paint")],
    ),
    (  # whoever speaks for a body is somebody whom a pronoun can mean; then the body speaks
        "Kaja Kallas came on Monday.\n\nAsked about the deadline, the European Commission spokesperson paused. "
        "“The text is clear,” she said.",
        [("direct", "european-commission", "The text is clear")],
    ),
    (  # somebody without a name who did what the one named did not
        "Clara Lindqvist came on Monday. President Owen Pryce did not answer, but a minister did. “Words are cheap,” she said.",
        [("direct", "minister", "Words are cheap")],
    ),
    (  # not whoever happens to be near: the passage is about another
        "Clara Lindqvist runs the harbor. A clerk brought tea.\n\n“Words are cheap,” she said.",
        [("direct", "clara-lindqvist", "Words are cheap")],
    ),
    (  # of several clauses before a semicolon the last one's subject
        "President Owen Pryce has offered a road, and Finance Minister Pavel Adeyemi is tempted; "
        "he has argued that the suit is costly.",
        [("indirect", "pavel-adeyemi", "the suit is costly")],
    ),
    (  # but not the subject of what one of them said
        "President Owen Pryce says that Pavel Adeyemi will come; he has argued that the suit is costly.",
        [
            ("indirect", "owen-pryce", "Pavel Adeyemi will come"),
            ("indirect", "owen-pryce", "the suit is costly"),
        ],
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), PRONOUNS)
def test_whom_a_pronoun_beside_a_quotation_means(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found
