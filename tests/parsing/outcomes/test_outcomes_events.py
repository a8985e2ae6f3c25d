"""What happened and what lapsed: sentences with what they must yield, and sentences that must yield nothing."""

import pytest

from tests.parsing.outcomes.test_outcomes import Row, rows

EVENTS: list[tuple[str, list[Row]]] = [
    (
        "Israel struck a missile depot near Damascus on Sunday, killing four soldiers, Syria said.",
        [("occurred", "struck a missile depot near Damascus on Sunday, killing four soldiers", ("israel",), None)],
    ),
    (
        "Russia and Ukraine exchanged 300 prisoners on Tuesday under a deal brokered by Turkey.",
        [
            (
                "occurred",
                "exchanged 300 prisoners on Tuesday under a deal brokered by Turkey",
                ("russia", "ukraine"),
                None,
            )
        ],
    ),
    (
        "China imposed tariffs of 15% on American coal and suspended imports of soybeans from three companies.",
        [
            ("occurred", "imposed tariffs of 15% on American coal", ("china",), None),
            ("occurred", "suspended imports of soybeans from three companies", ("china",), None),
        ],
    ),
    (
        "Poland closed its border with Belarus after Belarusian drones crossed into its airspace.",
        [
            ("occurred", "closed its border with Belarus", ("poland",), None),
            ("occurred", "crossed into its airspace", ("belarus",), None),
        ],
    ),
    (
        "Lebanon’s government ordered the army to disarm Hezbollah by the end of the year.",
        [("occurred", "ordered the army to disarm Hezbollah by the end of the year", ("lebanon",), None)],
    ),
    (
        "The United States vetoed the resolution; Russia abstained.",
        [("occurred", "vetoed the resolution", ("united-states",), None), ("occurred", "abstained", ("russia",), None)],
    ),
    (
        "Iran paraded a new missile through its capital.",
        [("occurred", "paraded a new missile through its capital", ("iran",), None)],
    ),
    (
        "Egypt responded by cutting the pipeline to the plains.",
        [("occurred", "cutting the pipeline to the plains", ("egypt",), None)],
    ),
    (
        "Three Russian journalists were arrested in Warsaw in May and sentenced in June to four years for espionage.",
        [
            ("occurred", "Three Russian journalists were arrested in Warsaw in May", (), None),
            ("occurred", "sentenced in June to four years for espionage", (), None),
        ],
    ),
    (
        "The second round of talks between Egypt and Sudan collapsed on Friday.",
        [
            (
                "occurred",
                "The second round of talks between Egypt and Sudan collapsed on Friday",
                ("egypt", "sudan"),
                None,
            )
        ],
    ),
    (
        "Oil prices jumped 4% after Iran seized a tanker in the Gulf.",
        [("occurred", "Oil prices jumped 4%", (), None), ("occurred", "seized a tanker in the Gulf", ("iran",), None)],
    ),
    (
        "A mortar round fell near the village shortly after 2 a.m.",
        [("occurred", "A mortar round fell near the village shortly after 2 a.m.", (), None)],
    ),
    (
        "About 40,000 people have fled the city since fighting began in April.",
        [("occurred", "About 40,000 people have fled the city", (), None)],
    ),
    (
        "It was a war that had driven 600,000 people from their homes.",
        [("occurred", "driven 600,000 people from their homes", (), None)],
    ),
    (
        "Iran, which mined the strait last year, signed the pact.",
        [("occurred", "mined the strait last year", ("iran",), None), ("occurred", "signed the pact", ("iran",), None)],
    ),
    (
        "The inspectors have been locked out since Iran tore the seals off the cameras.",
        [
            ("occurred", "The inspectors have been locked out", ("iran",), None),
            ("occurred", "tore the seals off the cameras", ("iran",), None),
        ],
    ),
    (
        "The Herders’ Union lost nine members to Turkish bombs.",
        [("occurred", "lost nine members to Turkish bombs", ("turkey",), None)],
    ),
    ("They argued that it was Sudan that tore up the treaty.", [("occurred", "tore up the treaty", ("sudan",), None)]),
    (
        "Macron broke off the talks that night and recalled his ambassador.",
        [
            ("occurred", "broke off the talks that night", ("emmanuel-macron",), None),
            ("occurred", "recalled his ambassador", ("emmanuel-macron",), None),
        ],
    ),
]

LAPSES: list[tuple[str, list[Row]]] = [
    (
        "In June Canada said it would tax the electricity; it never did.",
        [("lapsed", "tax the electricity", ("canada",), None)],
    ),
    (
        "The Taliban have repeatedly pledged to let girls return to school, but they have never done so.",
        [("lapsed", "let girls return to school", ("taliban",), None)],
    ),
    (
        "Colombia had agreed to take back the migrants, then turned the planes around.",
        [("lapsed", "take back the migrants", ("colombia",), None)],
    ),
    (
        "In 2025 Kenya announced a tariff of 40% on wheat, then let the date pass without a word.",
        [("lapsed", "a tariff of 40% on wheat", ("kenya",), None)],
    ),
    (
        "A promise by both armies of Egypt and Sudan to pull back from the valley was never kept.",
        [("lapsed", "pull back from the valley", ("egypt", "sudan"), None)],
    ),
    (
        "Trump gave Iran a deadline, which expired last Friday, to make a deal.",
        [("lapsed", "a deadline, which expired last Friday", ("donald-trump",), None)],
    ),
    (
        "An earlier exchange of prisoners, planned for April 9, never took place.",
        [("lapsed", "An earlier exchange of prisoners, planned for April 9, never took place", (), None)],
    ),
    (
        "A meeting of Putin and Trump was called off with a day’s notice.",
        [
            (
                "lapsed",
                "A meeting of Putin and Trump was called off with a day’s notice",
                ("vladimir-putin", "donald-trump"),
                None,
            )
        ],
    ),
    (
        "Egypt promised to admit 15 trucks a day. None came.",
        [("promised", "admit 15 trucks a day", ("egypt",), None), ("lapsed", "None came", ("egypt",), None)],
    ),
    (
        "Egypt agreed to open the road. The road stayed shut.",
        [("promised", "open the road", ("egypt",), None), ("lapsed", "The road stayed shut", ("egypt",), None)],
    ),
    (
        "Iran was to have paid each family 2,000 dollars by Christmas.",
        [("lapsed", "paid each family 2,000 dollars by Christmas", ("iran",), None)],
    ),
]

DONE_BY_WHOM: list[tuple[str, list[Row]]] = [
    (
        "Syria’s president, Ahmed al-Sharaa, had the envoy put on a plane.",
        [("occurred", "had the envoy put on a plane", ("ahmed-al-sharaa",), None)],
    ),
    (
        "Egypt began shelling the port in May and stopped releasing prisoners.",
        [
            ("occurred", "began shelling the port in May", ("egypt",), None),
            ("occurred", "stopped releasing prisoners", ("egypt",), None),
        ],
    ),
    (
        "Macron told his negotiators to pack and to say nothing.",
        [("occurred", "told his negotiators to pack and to say nothing", ("emmanuel-macron",), None)],
    ),
    (
        "At least 12 people were killed in an Israeli airstrike on Gaza City.",
        [("occurred", "At least 12 people were killed in an Israeli airstrike on Gaza City", ("israel",), None)],
    ),
    (
        "A cloud killed 61 people in the town.",
        [("occurred", "A cloud killed 61 people in the town", (), None)],
    ),
    (
        "IAEA inspectors left Iran on July 4.",
        [("occurred", "left Iran on July 4", ("international-atomic-energy-agency",), None)],
    ),
    (
        "The leaders of Egypt and Sudan met in Cairo on Monday.",
        [("occurred", "met in Cairo on Monday", ("egypt", "sudan"), None)],
    ),
]

LAPSES_TOLD_IN_PASSING: list[tuple[str, list[Row]]] = [
    ("Iran skipped a payment in March.", [("lapsed", "skipped a payment in March", ("iran",), None)]),
    (
        "In 2019 Egypt promised Sudan a helicopter and gave it a bus.",
        [("lapsed", "a helicopter", ("egypt",), None)],
    ),
    (
        "In 2022 Egypt said that it would ratify the treaty by Christmas, and did not.",
        [("lapsed", "ratify the treaty by Christmas", ("egypt",), None)],
    ),
    (
        "The pass, which Sudan had undertaken to open by May, is shut.",
        [("lapsed", "open by May", ("sudan",), None)],
    ),
    (
        "Twice since May Iran has announced that it would impound tankers; both dates went by.",
        [("lapsed", "impound tankers", ("iran",), None)],
    ),
]

NOTHING = [
    "The market is open, as President Hana Novak had threatened to do in February.",
    "The war in Chad goes on. It took months and several calls with President Idriss Deby for Egypt to shift course.",
    "Macron had no answer and the aides had nothing left but their notes.",
    "Hungary broke ranks on the way out.",
    "The foreign minister spent the weekend at his farm and read three novels.",
    "Thousands of people attended the concert in Warsaw, which was organized by a radio station.",
    "France has long supported the two-state solution, and its diplomats admire the Saudi crown prince.",
    "The general, who commanded the troops that invaded Kuwait in 1990, said he was tired.",
    "Did Russia attack the convoy? Nobody knows.",
    "Russia did not attack the convoy, and Ukraine has not sent any troops.",
    "If Russia had invaded Finland, Sweden would have joined the war.",
    "The truce nearly collapsed on Thursday.",
    "Rwanda denied that its troops had crossed the border.",
    "Lavrov accused NATO of expanding toward Russia’s borders.",
    "Manchester United beat Real Madrid 2-1 on Saturday.",
    "The film, in which a spy kills a minister, won two prizes.",
    "The company said its profits rose 5% last year.",
    "Egypt rejected the demand within minutes.",
    "Sudan issued its list first.",
    "Egypt would confirm only that Sudan was a country with a coast.",
    "The strike by airline pilots ended on Monday.",
    "Turkey asked if Greece would reopen the crossing.",
    "The aim is to end the war.",
    "Italy said that it would not send troops to the strait.",
    "Whether Egypt will sign is unclear.",
    "Troops that Egypt will send are young.",
    "Egypt had hoped to close the border.",
    "Guns Fall Quiet as Egypt and Sudan Sign Truce",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "outcomes"), [*EVENTS, *LAPSES, *DONE_BY_WHOM, *LAPSES_TOLD_IN_PASSING])
def test_finds(text: str, outcomes: list[Row]) -> None:
    assert rows(text) == outcomes


@pytest.mark.model
@pytest.mark.parametrize("text", NOTHING)
def test_finds_nothing(text: str) -> None:
    assert rows(text) == []


MISSED = [
    ("By dawn the drones were over the lake again.", "an act told as a state"),
    ("A go-between took the letter into the hills.", "a doer that names nobody whom the cast knows"),
]


@pytest.mark.model
@pytest.mark.parametrize(
    "text", [pytest.param(text, marks=pytest.mark.xfail(reason=reason, strict=True)) for text, reason in MISSED]
)
def test_known_misses(text: str) -> None:
    assert rows(text)
