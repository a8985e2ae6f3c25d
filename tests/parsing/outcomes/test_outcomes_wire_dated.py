"""What is scheduled and what happened, as wire reports tell it."""

import pytest

from tests.parsing.outcomes.test_outcomes import Row, rows

EXPECTED: list[tuple[str, list[Row]]] = [
    (
        "Macron travels to Beijing next week for talks with Xi Jinping.",
        [("expected", "travels to Beijing next week for talks with Xi Jinping", ("emmanuel-macron",), None)],
    ),
    (
        "Putin and Modi meet two weeks later in New Delhi.",
        [("expected", "meet two weeks later in New Delhi", ("vladimir-putin", "narendra-modi"), None)],
    ),
    (
        "The first prisoners could be freed as early as Monday, a Red Cross official said.",
        [("expected", "The first prisoners could be freed as early as Monday", (), None)],
    ),
    (
        "The European Union is preparing a 20th package of sanctions.",
        [("expected", "a 20th package of sanctions", ("european-union",), None)],
    ),
    (
        "Moldovans vote on Sunday in a referendum on joining the European Union.",
        [("expected", "vote on Sunday in a referendum on joining the European Union", (), None)],
    ),
    ("Talks resume on Monday.", [("expected", "Talks resume on Monday", (), None)]),
    ("Later this week Rutte heads to Ankara.", [("expected", "heads to Ankara", ("mark-rutte",), None)]),
    (
        "The deportations are set to begin in January.",
        [("expected", "The deportations are set to begin in January", (), None)],
    ),
    (
        "The delegations reconvene on Monday in a smaller room.",
        [("expected", "reconvene on Monday in a smaller room", ("delegations",), None)],
    ),
    (
        "Von der Leyen flies to Delhi later this month to sign the trade deal.",
        [("expected", "flies to Delhi later this month to sign the trade deal", ("ursula-von-der-leyen",), None)],
    ),
    (
        "A presidential election is due in October.",
        [("expected", "A presidential election is due in October", (), None)],
    ),
    ("The new crossing opens in the spring.", [("expected", "The new crossing opens in the spring", (), None)]),
    (
        "Iran’s parliament votes on Sunday on a bill to expel the inspectors.",
        [("expected", "votes on Sunday on a bill to expel the inspectors", ("irans-parliament",), None)],
    ),
    (
        "The exchange could take place as early as this weekend, officials said.",
        [("expected", "The exchange could take place as early as this weekend", (), None)],
    ),
    ("Hearings begin in The Hague on Feb. 12.", [("expected", "Hearings begin in The Hague on Feb. 12", (), None)]),
    (
        "A delegation from the IMF arrives in Lusaka on Tuesday.",
        [("expected", "arrives in Lusaka on Tuesday", ("international-monetary-fund",), None)],
    ),
    (
        "Cuba’s ambassador presents his credentials on Friday.",
        [("expected", "presents his credentials on Friday", ("cubas-ambassador",), None)],
    ),
    (
        "Mediators from three countries fly to Juba on Wednesday.",
        [("expected", "fly to Juba on Wednesday", ("mediators-from-three-countries",), None)],
    ),
    (
        "Norway’s prime minister hosts the survivors at his residence tonight.",
        [("expected", "hosts the survivors at his residence tonight", ("norways-prime-minister",), None)],
    ),
    (
        "The waiver for the refinery expires at the end of the month.",
        [("expected", "The waiver for the refinery expires at the end of the month", (), None)],
    ),
    (
        "The exercises, the largest in a decade, begin on Monday.",
        [("expected", "The exercises, the largest in a decade, begin on Monday", (), None)],
    ),
    ("A verdict is expected before Easter.", [("expected", "A verdict is expected before Easter", (), None)]),
    (
        "Under the draft, prisoners would be exchanged within a week.",
        [("expected", "prisoners would be exchanged within a week", (), None)],
    ),
    (
        "The agreement provides for the withdrawal of all foreign troops.",
        [("expected", "the withdrawal of all foreign troops", (), None)],
    ),
    ("The pact calls for a joint patrol.", [("expected", "a joint patrol", (), None)]),
    ("The text foresees a vote in 2026.", [("expected", "a vote in 2026", (), None)]),
]

OCCURRED: list[tuple[str, list[Row]]] = [
    (
        "Three ships sailed from Odesa on Monday with 60,000 tons of corn.",
        [("occurred", "Three ships sailed from Odesa on Monday with 60,000 tons of corn", (), None)],
    ),
    (
        "The convoy reached Deir al-Zour on Wednesday after three days on the road.",
        [("occurred", "The convoy reached Deir al-Zour on Wednesday after three days on the road", (), None)],
    ),
    (
        "Mohammed bin Salman received the Iranian foreign minister in Jeddah.",
        [("occurred", "received the Iranian foreign minister in Jeddah", ("mohammed-bin-salman",), None)],
    ),
    (
        "The rebels took the airport without a shot.",
        [("occurred", "took the airport without a shot", ("rebels",), None)],
    ),
    (
        "President Aliyev canceled his trip to Moscow.",
        [("lapsed", "canceled his trip to Moscow", ("ilham-aliyev",), None)],
    ),
    (
        "American envoys spent five hours with Putin on Tuesday.",
        [("occurred", "spent five hours with Putin on Tuesday", ("united-states",), None)],
    ),
    (
        "Hackers linked to Pyongyang stole $1.5 billion from an exchange in Dubai.",
        [("occurred", "stole $1.5 billion from an exchange in Dubai", ("hackers",), None)],
    ),
    ("The shooting stopped at noon.", [("occurred", "The shooting stopped at noon", (), None)]),
    (
        "“We took out their radars,” President Donald Trump of the United States said.",
        [("occurred", "took out their radars", ("united-states", "donald-trump"), None)],
    ),
    ("Tripoli broke with Athens over the map.", [("occurred", "broke with Athens over the map", ("libya",), None)]),
    (
        "Shots were exchanged across the Naf River for the third night running.",
        [("occurred", "Shots were exchanged across the Naf River for the third night running", (), None)],
    ),
    (
        "The coast guards of the two countries trained water cannon on each other.",
        [("occurred", "trained water cannon on each other", ("coast-guards-of-the-two-countries",), None)],
    ),
    (
        "Beijing let the two Michaels go within hours of the plea.",
        [("occurred", "let the two Michaels go within hours of the plea", ("china",), None)],
    ),
    ("Two aid trucks entered Gaza on Sunday.", [("occurred", "Two aid trucks entered Gaza on Sunday", (), None)]),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "outcomes"), [*EXPECTED, *OCCURRED])
def test_finds(text: str, outcomes: list[Row]) -> None:
    assert rows(text) == outcomes
