"""Acts told by plain verbs, turns of phrase that promise, threaten and schedule, and sentences that must yield nothing."""

import pytest

from tests.parsing.outcomes.test_outcomes import Row, rows

MOVING: list[tuple[str, list[Row]]] = [
    (
        "Two Turkish frigates sailed through the strait on Monday.",
        [("occurred", "sailed through the strait on Monday", ("turkey",), None)],
    ),
    (
        "Sudan’s envoys had flown home because the hotel was cold.",
        [("occurred", "flown home", ("sudan",), None)],
    ),
    (
        "Three of the nurses were flown home on Sunday.",
        [("occurred", "Three of the nurses were flown home on Sunday", (), None)],
    ),
    (
        "Egypt sent two tugs to wait off the cape.",
        [("occurred", "sent two tugs to wait off the cape", ("egypt",), None)],
    ),
    (
        "Freight traffic on the canal has fallen by a third since the break.",
        [("occurred", "Freight traffic on the canal has fallen by a third since the break", (), None)],
    ),
    (
        "Iran seized the tanker and, once Iraq had complained to the Arab League, closed its embassy in Baghdad.",
        [
            ("occurred", "seized the tanker", ("iran",), None),
            ("occurred", "complained to the Arab League", ("iraq",), None),
            ("occurred", "closed its embassy in Baghdad", ("iran",), None),
        ],
    ),
    (
        "President Emmanuel Macron told his drivers to fetch the cars.",
        [("occurred", "told his drivers to fetch the cars", ("emmanuel-macron",), None)],
    ),
    (
        "The rebels freed the pilot on Monday.",
        [("occurred", "freed the pilot on Monday", ("rebels",), None)],
    ),
    (
        "Nineteen Armenians crossed the bridge before noon.",
        [("occurred", "Nineteen Armenians crossed the bridge before noon", (), None)],
    ),
    (
        "Bread has gone up by a third in the capital.",
        [("occurred", "Bread has gone up by a third in the capital", (), None)],
    ),
    (
        "Sudan’s army pushed the rebels out of the dam on Friday.",
        [("occurred", "pushed the rebels out of the dam on Friday", ("sudan",), None)],
    ),
    (
        "Swiss engineers patched the dam.",
        [("occurred", "patched the dam", ("switzerland",), None)],
    ),
    (
        "Greece’s coast guard let four smugglers slip away.",
        [("occurred", "let four smugglers slip away", ("greece",), None)],
    ),
    (
        "Burundi’s radio went off the air.",
        [("occurred", "Burundi’s radio went off the air", ("burundi",), None)],
    ),
    (
        "Sudan retaliated by expelling 300 Egyptian teachers.",
        [("occurred", "expelling 300 Egyptian teachers", ("sudan",), None)],
    ),
    (
        "Norway’s answer was to buy 14 tankers.",
        [("occurred", "buy 14 tankers", ("norway",), None)],
    ),
    (
        "Thousands of young men have left.",
        [("occurred", "Thousands of young men have left", (), None)],
    ),
]

COMING: list[tuple[str, list[Row]]] = [
    (
        "Egypt would not exclude a blockade.",
        [("threatened", "a blockade", ("egypt",), None)],
    ),
    (
        "Egypt has committed itself to clearing the minefields by May.",
        [("promised", "clearing the minefields by May", ("egypt",), None)],
    ),
    (
        "The Farmers’ League has warned of a blockade of the port if the levy stays.",
        [("threatened", "a blockade of the port", ("farmers-league",), "if the levy stays")],
    ),
    (
        "Egypt’s minister, Karim Nasr, cautioned that failing a signature by June 1 Egypt would double the tolls.",
        [("threatened", "double the tolls", ("egypt",), "failing a signature by June 1")],
    ),
    (
        "Should either side move a gun, the accord between Egypt and Sudan is void.",
        [
            (
                "expected",
                "the accord between Egypt and Sudan is void",
                ("egypt", "sudan"),
                "Should either side move a gun",
            )
        ],
    ),
    (
        "The first rifles are to be handed in on Sunday.",
        [("expected", "The first rifles are to be handed in on Sunday", (), None)],
    ),
    (
        "President Emmanuel Macron of France assured a rally that the army “leaves the delta in June.”",
        [("promised", "leaves the delta in June", ("france",), None)],
    ),
    (
        "Cairo, the Egyptian capital, has offered to shorten the sentence.",
        [("promised", "shorten the sentence", ("egypt",), None)],
    ),
    (
        "Egypt hinted at a boycott.",
        [("threatened", "a boycott", ("egypt",), None)],
    ),
    (
        "Kenya vowed revenge for the raid.",
        [("threatened", "revenge for the raid", ("kenya",), None)],
    ),
    (
        "Kenya has agreed to a joint inquiry.",
        [("promised", "a joint inquiry", ("kenya",), None)],
    ),
    (
        "Portugal hosts the next round in March.",
        [("expected", "hosts the next round in March", ("portugal",), None)],
    ),
    (
        "The embargo lapses at midnight.",
        [("expected", "The embargo lapses at midnight", (), None)],
    ),
    (
        "Canada looks set to join the pact.",
        [("expected", "join the pact", ("canada",), None)],
    ),
    (
        "Danish officials expect the bridge to be repaired by autumn.",
        [("expected", "the bridge to be repaired by autumn", (), None)],
    ),
    (
        "Fiji reserves the right to leave.",
        [("threatened", "leave", ("fiji",), None)],
    ),
    (
        "Egypt is preparing a ban on Sudanese salt.",
        [("expected", "a ban on Sudanese salt", ("egypt",), None)],
    ),
    (
        "Peter Oakes, an analyst, said on Monday that he expects Sudan to release the boat.",
        [("expected", "release the boat", ("sudan",), None)],
    ),
]

NOT_KEPT: list[tuple[str, list[Row]]] = [
    (
        "Iran promised in May to try the pilots by autumn, but the trial was called off.",
        [("lapsed", "try the pilots by autumn", ("iran",), None)],
    ),
    (
        "Last year Iran proclaimed a levy of 9 euros on every container, only to let it slip out of the budget.",
        [("lapsed", "a levy of 9 euros on every container", ("iran",), None)],
    ),
    (
        "An undertaking by Iran and Iraq to keep the ferries running was broken within a month.",
        [("lapsed", "keep the ferries running", ("iran", "iraq"), None)],
    ),
    (
        "Cuba never sent the doctors that it had promised.",
        [("lapsed", "never sent the doctors that it had promised", ("cuba",), None)],
    ),
    (
        "Peru was supposed to pay in May; it has not.",
        [("lapsed", "pay in May", ("peru",), None)],
    ),
    (
        "An earlier convoy, which Sudan had announced for May, never left the depot.",
        [
            (
                "lapsed",
                "An earlier convoy, which Sudan had announced for May, never left the depot",
                ("sudan",),
                None,
            )
        ],
    ),
    (
        "In 2024 Iran swore to close its airspace to Turkish airlines and never did.",
        [("lapsed", "close its airspace to Turkish airlines", ("iran",), None)],
    ),
    (
        "In May Norway promised the exiles a transmitter and has yet to send it.",
        [("lapsed", "a transmitter", ("norway",), None)],
    ),
    (
        "An earlier convoy, due on March 2, never left Sudan.",
        [("lapsed", "An earlier convoy, due on March 2, never left Sudan", (), None)],
    ),
    (
        "In 1999 Russia promised to pull its last soldiers out. The promise was never kept.",
        [
            ("promised", "pull its last soldiers out", ("russia",), None),
            ("lapsed", "The promise was never kept", ("russia",), None),
        ],
    ),
    (
        "Kenya has pledged 200 million dollars to rebuild the harbor.",
        [("promised", "200 million dollars to rebuild the harbor", ("kenya",), None)],
    ),
    (
        "Norway offered Chad 60 monitors to watch the truce.",
        [("promised", "60 monitors to watch the truce", ("norway",), None)],
    ),
    ("Norway has promised the mayor to repair the bridge.", [("promised", "repair the bridge", ("norway",), None)]),
    (
        "An adviser to Macron said Egypt was prepared to pay half if Sudan opened the road.",
        [("promised", "pay half", ("egypt",), "if Sudan opened the road")],
    ),
    (
        "Egypt will free the crew, but only if Sudan opens the road.",
        [("promised", "free the crew", ("egypt",), "only if Sudan opens the road")],
    ),
    (
        "Unicef warned that flour would run out unless Egypt opened the road.",
        [("expected", "flour would run out", (), "unless Egypt opened the road")],
    ),
    (
        "Macron did not rule out paying for the mast.",
        [("expected", "paying for the mast", ("emmanuel-macron",), None)],
    ),
    (
        "Macron did not rule out closing the port.",
        [("threatened", "closing the port", ("emmanuel-macron",), None)],
    ),
    (
        "In May Norway threatened to put the pilots on trial but then postponed the hearings.",
        [("lapsed", "put the pilots on trial", ("norway",), None)],
    ),
    (
        "The charter was supposed to be signed in June.",
        [("lapsed", "The charter was supposed to be signed in June", (), None)],
    ),
    (
        "If the gas stops, the understanding between Egypt and Sudan ends.",
        [("expected", "the understanding between Egypt and Sudan ends", ("egypt", "sudan"), "If the gas stops")],
    ),
    ("Norway withdrew the case on Monday.", [("occurred", "withdrew the case on Monday", ("norway",), None)]),
    (
        "President Macron was tired. An aide said he would accept an exchange in May.",
        [("promised", "accept an exchange in May", ("emmanuel-macron",), None)],
    ),
    (
        "Iran test-fired a missile over the valley on Monday.",
        [("occurred", "test-fired a missile over the valley on Monday", ("iran",), None)],
    ),
    (
        "Last spring Macron promised the mayor of Lyon a new hospital on the site of the barracks.",
        [("promised", "a new hospital on the site of the barracks", ("emmanuel-macron",), None)],
    ),
]

NOTHING = [
    "Egypt and Sudan left the mediators to sort the envelopes.",
    "The Egyptian foreign minister, Karim Nasr, met the press with a glass of water.",
    "The deputies said that Egypt would settle for less.",
    "Macron said that he would sooner swap the ministers.",
    "Pannor let it be known that nothing had changed.",
    "The generals would have the court moved to the coast.",
    "The envoy knocked twice. No answer came.",
    "Kenya agreed to the plan of the mediators in principle.",
    "Not one soldier had crossed the river.",
    "Asked whether Egypt had offered money for them, Macron said that it had not.",
    "Macron promised voters in Lyon that they would never again queue for gas.",
    "Norway has diverted no water since May.",
    "Macron said that Egypt had given up nothing that it needed.",
    "Analysts wrote in a newspaper that nothing had changed.",
]


@pytest.mark.parametrize(("text", "outcomes"), [*MOVING, *COMING, *NOT_KEPT])
def test_finds(text: str, outcomes: list[Row]) -> None:
    assert rows(text) == outcomes


@pytest.mark.parametrize("text", NOTHING)
def test_finds_nothing(text: str) -> None:
    assert rows(text) == []
