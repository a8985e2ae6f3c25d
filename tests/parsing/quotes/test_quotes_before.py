"""Words that follow a verb of saying or thinking: she said that …; she said, “…”."""

import pytest

from tests.parsing.sentences import QuoteRow, quotes_of

CLAUSES: list[tuple[str, list[QuoteRow]]] = [
    ("President Tomas Varga said that the road was open.", [("indirect", "tomas-varga", "the road was open")]),
    ("Norway said the road was open.", [("indirect", "norway", "the road was open")]),
    (
        "Officials in Jakarta said on Monday that the two ships had turned back.",
        [("indirect", "officials-in-jakarta", "the two ships had turned back")],
    ),
    (
        "Mexico’s central bank said inflation would fall below 4 percent by May.",
        [("indirect", "mexicos-central-bank", "inflation would fall below 4 percent by May")],
    ),
    (
        "The Kremlin denied that its ships had crossed the line.",
        [("indirect", "russia", "its ships had crossed the line")],
    ),
    (
        "Two Western diplomats believe that the offer will be withdrawn.",
        [("indirect", "two-western-diplomats", "the offer will be withdrawn")],
    ),
    (
        "Ambassador Kofi Mensah argued that the ban was illegal and that Ghana would be compensated.",
        [("indirect", "kofi-mensah", "the ban was illegal and that Ghana would be compensated")],
    ),
    (
        "Finland said that it had done its part, but that Russia had not.",
        [("indirect", "finland", "it had done its part, but that Russia had not")],
    ),
    (
        "Senator Grace Oyelaran told the Senate that the money was gone.",
        [("indirect", "grace-oyelaran", "the money was gone")],
    ),
    (
        "In a letter to the Security Council, Colombia wrote that its radar had tracked the drone.",
        [("indirect", "colombia", "its radar had tracked the drone")],
    ),
    (
        "Analysts say the army is stretched thin.",
        [("indirect", "analysts", "the army is stretched thin")],
    ),
    (
        "Prime Minister Ilse Brandt hinted that the embassy might close.",
        [("indirect", "ilse-brandt", "the embassy might close")],
    ),
    (
        "The envoy, Rania Haddad, has repeatedly warned that time is short.",
        [("indirect", "rania-haddad", "time is short")],
    ),
    (
        "Algeria’s ambassador to France, Yacine Belkacem, who was recalled in June, said the rift was not over.",
        [("indirect", "yacine-belkacem", "the rift was not over")],
    ),
    (
        "A spokeswoman for President Tomas Varga said he was resting.",
        [("indirect", "spokeswoman-for-president-tomas-varga", "he was resting")],
    ),
    (
        "Spain announced that it would pay the fine.",
        [("indirect", "spain", "it would pay the fine")],
    ),
    (
        "The report said that 3,000 houses had burned. Oxfam wrote it.",
        [],
    ),
]

MARKED: list[tuple[str, list[QuoteRow]]] = [
    ("President Tomas Varga said, “The road is open.”", [("direct", "tomas-varga", "The road is open.")]),
    (
        "Prime Minister Ilse Brandt was blunt: “There is no plan.”",
        [("direct", "ilse-brandt", "There is no plan.")],
    ),
    (
        "Ambassador Kofi Mensah said in Accra: “We waited nine years. We can wait nine more.”",
        [("direct", "kofi-mensah", "We waited nine years. We can wait nine more.")],
    ),
    (
        "Senator Grace Oyelaran said the bill was “dead, buried and forgotten.”",
        [("mixed", "grace-oyelaran", "the bill was “dead, buried and forgotten")],
    ),
    (
        "Serbia said that “nobody ever won a war with a tariff.”",
        [("direct", "serbia", "nobody ever won a war with a tariff.")],
    ),
    (
        'Foreign Minister Hakan Yildiz asked, "Who benefits?"',
        [("direct", "hakan-yildiz", "Who benefits?")],
    ),
    (
        "Amnesty International said: ‘The men are well.’ The ‘road’ stays shut, it said.",
        [
            ("direct", "amnesty-international", "The men are well."),
            ("mixed", "amnesty-international", "The ‘road’ stays shut"),
        ],
    ),
    (
        "President Tomas Varga posted on X: “Sleep well. The border is guarded.”",
        [("direct", "tomas-varga", "Sleep well. The border is guarded.")],
    ),
    (
        "He was, Prime Minister Ilse Brandt said of President Tomas Varga, “a man of his word, when he remembers it.”",
        [
            ("indirect", "ilse-brandt", "He was"),
            ("direct", "ilse-brandt", "a man of his word, when he remembers it."),
        ],
    ),
    (
        "Brazil warned that any “adventure” in the strait would be met “with the full weight of the law” at once.",
        [
            (
                "mixed",
                "brazil",
                "any “adventure” in the strait would be met “with the full weight of the law” at once",
            )
        ],
    ),
    (
        "Peru’s statement read: “The fishing season is closed.”",
        [("direct", "peru", "The fishing season is closed.")],
    ),
]

CHAINED: list[tuple[str, list[QuoteRow]]] = [
    (
        "President Tomas Varga said the road was open and warned that it would not stay open.",
        [("indirect", "tomas-varga", "the road was open"), ("indirect", "tomas-varga", "it would not stay open")],
    ),
    (
        "Ambassador Kofi Mensah called the minutes a forgery and said that Ghana had its own copy.",
        [("indirect", "kofi-mensah", "Ghana had its own copy")],
    ),
    (
        "Norway said that Chad had told it that the road was open.",
        [("indirect", "norway", "Chad had told it that the road was open")],
    ),
    (
        "Prime Minister Ilse Brandt shrugged, lit a cigarette and said that the vote could wait.",
        [("indirect", "ilse-brandt", "the vote could wait")],
    ),
    (
        "Turkey said the ship was empty; Greece said it carried rockets.",
        [("indirect", "turkey", "the ship was empty"), ("indirect", "greece", "it carried rockets")],
    ),
    (
        "While Turkey said the ship was empty, Greece insisted that it carried rockets.",
        [("indirect", "turkey", "the ship was empty"), ("indirect", "greece", "it carried rockets")],
    ),
    (
        "Senator Grace Oyelaran said she had read the treaty, that she had found no map in it and that she would vote no.",
        [
            (
                "indirect",
                "grace-oyelaran",
                "she had read the treaty, that she had found no map in it and that she would vote no",
            )
        ],
    ),
    (
        "President Tomas Varga left early, but his foreign minister, Ana Kral, said the talks had gone well.",
        [("indirect", "ana-kral", "the talks had gone well")],
    ),
]


MISSED: list[tuple[str, list[QuoteRow], str]] = [
    (
        "The Taliban said in a statement: ‘The prisoners are well.’ They added: ‘They will be freed.’",
        [("direct", "taliban", "The prisoners are well."), ("direct", "taliban", "They will be freed.")],
        "an organization is referred to as “they” only where nobody else could be",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), [*CLAUSES, *MARKED, *CHAINED])
def test_words_behind_a_verb_of_saying(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "found"),
    [pytest.param(text, found, marks=pytest.mark.xfail(reason=why, strict=True)) for text, found, why in MISSED],
)
def test_known_misses(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found
