"""What lapsed, as wire reports tell it: in the same sentence or in the next."""

import pytest

from tests.parsing.outcomes.test_outcomes import Row, rows

LAPSED: list[tuple[str, list[Row]]] = [
    (
        "Kenya had promised to send 1,000 police officers by January. It never did so.",
        [
            ("promised", "send 1,000 police officers by January", ("kenya",), None),
            ("lapsed", "It never did so", ("kenya",), None),
        ],
    ),
    (
        "The elections that were due in 2022 have still not been held.",
        [("lapsed", "The elections that were due in 2022 have still not been held", (), None)],
    ),
    (
        "The tariffs were to take effect on March 4. At the last minute Trump called them off.",
        [
            ("expected", "The tariffs were to take effect on March 4", (), None),
            ("lapsed", "called them off", ("donald-trump",), None),
        ],
    ),
    (
        "Hamas was supposed to hand over a list of hostages by noon but failed to do so.",
        [("lapsed", "hand over a list of hostages by noon", ("hamas",), None)],
    ),
    (
        "Mexico backed away from its threat to halt water deliveries.",
        [("lapsed", "halt water deliveries", ("mexico",), None)],
    ),
    (
        "The European Union had given Serbia until June to impose sanctions on Russia. June came and went.",
        [("lapsed", "June came and went", ("european-union",), None)],
    ),
    (
        "Washington has yet to deliver the missiles it promised in spring.",
        [("lapsed", "deliver the missiles it promised in spring", ("united-states",), None)],
    ),
    (
        "London had planned to hand over the islands last year, but the treaty was shelved.",
        [("lapsed", "hand over the islands last year", ("united-kingdom",), None)],
    ),
    ("The pipeline was to have opened in 2021.", [("lapsed", "The pipeline was to have opened in 2021", (), None)]),
    ("The prisoner swap fell through on Sunday.", [("lapsed", "The prisoner swap fell through on Sunday", (), None)]),
    ("Japan reneged on a promise to open its rice market.", [("lapsed", "open its rice market", ("japan",), None)]),
    ("Ecuador withdrew its threat to expel the ambassador.", [("lapsed", "expel the ambassador", ("ecuador",), None)]),
    (
        "Zimbabwe has not paid the farmers the compensation it promised in 2020.",
        [("lapsed", "not paid the farmers the compensation it promised in 2020", ("zimbabwe",), None)],
    ),
    (
        "Israel had been due to leave southern Lebanon by Jan. 26, but its troops stayed.",
        [("lapsed", "leave southern Lebanon by Jan. 26", ("israel",), None)],
    ),
    (
        "Armenia and Azerbaijan were expected to sign in Washington in March, but the signing was put off.",
        [("lapsed", "sign in Washington in March", ("armenia", "azerbaijan"), None)],
    ),
    ("Despite the pledge, no aid has reached the camp.", [("lapsed", "no aid has reached the camp", (), None)]),
    ("Macron shelved the trip.", [("lapsed", "shelved the trip", ("emmanuel-macron",), None)]),
    ("The threatened boycott never materialized.", [("lapsed", "The threatened boycott never materialized", (), None)]),
    (
        "The army said in June that it would return to barracks by August. It is still in power.",
        [
            ("promised", "return to barracks by August", ("army",), None),
            ("lapsed", "It is still in power", ("army",), None),
        ],
    ),
    ("Brazil scrapped plans to host the summit.", [("lapsed", "host the summit", ("brazil",), None)]),
    (
        "The Biden administration promised a new consulate in Jerusalem, but it was never built.",
        [("lapsed", "a new consulate in Jerusalem", ("united-states",), None)],
    ),
    (
        "Saudi Arabia put normalization with Israel on hold.",
        [("lapsed", "put normalization with Israel on hold", ("saudi-arabia",), None)],
    ),
    ("The accord’s second phase never began.", [("lapsed", "The accord’s second phase never began", (), None)]),
    (
        "India had warned that it would respond. So far it has not.",
        [("threatened", "respond", ("india",), None), ("lapsed", "it has not", ("india",), None)],
    ),
    (
        "The commission was to be set up within 90 days; four years later it has no members.",
        [("lapsed", "The commission was to be set up within 90 days", (), None)],
    ),
    (
        "The World Bank canceled a loan it had promised Uganda.",
        [("lapsed", "canceled a loan it had promised Uganda", ("world-bank",), None)],
    ),
    (
        "Spain went back on its word and kept the ambassador at home.",
        [("lapsed", "went back on its word", ("spain",), None)],
    ),
    (
        "Eswatini failed to free the two lawmakers as it had agreed.",
        [("lapsed", "free the two lawmakers", ("eswatini",), None)],
    ),
    (
        "The leaders were to have met in Sharm el-Sheikh, but the meeting was canceled.",
        [("lapsed", "met in Sharm el-Sheikh", ("leaders",), None)],
    ),
    (
        "Libya’s rivals were to hold elections in December 2021, but neither side trusted the other with the ballot boxes.",
        [("lapsed", "hold elections in December 2021", ("libyas-rivals",), None)],
    ),
    (
        "The Kremlin announced that Putin would attend, then sent his deputy.",
        [("lapsed", "attend", ("vladimir-putin",), None)],
    ),
    (
        "The Saudis threatened to sell their treasuries. They did nothing of the kind.",
        [
            ("threatened", "sell their treasuries", ("saudi-arabia",), None),
            ("lapsed", "They did nothing of the kind", ("saudi-arabia",), None),
        ],
    ),
    (
        "Malta had agreed to take the survivors but turned the ship away.",
        [("lapsed", "take the survivors", ("malta",), None)],
    ),
    ("Seoul called off the family reunions.", [("lapsed", "called off the family reunions", ("south-korea",), None)]),
    (
        "Washington went back on its promise of a visa for the minister.",
        [("lapsed", "went back on its promise of a visa for the minister", ("united-states",), None)],
    ),
    (
        "Nauru had given the company a year to clean up. The year passed.",
        [("lapsed", "The year passed", ("nauru",), None)],
    ),
    ("The inspection set for May fell through.", [("lapsed", "The inspection set for May fell through", (), None)]),
    (
        "The Congolese army had sworn to retake Goma by Christmas. Christmas came and went.",
        [
            ("threatened", "retake Goma by Christmas", ("democratic-republic-of-the-congo",), None),
            ("lapsed", "Christmas came and went", ("democratic-republic-of-the-congo",), None),
        ],
    ),
    (
        "Denmark’s prime minister put off her visit to Nuuk.",
        [("lapsed", "put off her visit to Nuuk", ("denmarks-prime-minister",), None)],
    ),
    (
        "Bangkok suspended its plan to reopen the checkpoint.",
        [("lapsed", "reopen the checkpoint", ("thailand",), None)],
    ),
    (
        "Mozambique did not pay the families, as it had pledged to do in court.",
        [("lapsed", "not pay the families", ("mozambique",), None)],
    ),
    (
        "The threatened tariffs on French wine were never imposed.",
        [("lapsed", "The threatened tariffs on French wine were never imposed", (), None)],
    ),
    (
        "Belarus reneged on its commitment to release the journalist.",
        [("lapsed", "release the journalist", ("belarus",), None)],
    ),
    (
        "The general never appeared before the court, as he had promised.",
        [("lapsed", "never appeared before the court", ("general",), None)],
    ),
    ("Haiti’s council shelved the referendum.", [("lapsed", "shelved the referendum", ("haitis-council",), None)]),
    ("Britain withdrew the offer of a loan.", [("lapsed", "withdrew the offer of a loan", ("united-kingdom",), None)]),
    ("Talk of a customs union came to nothing.", [("lapsed", "Talk of a customs union came to nothing", (), None)]),
    (
        "Serbia said in May that it would hand over the helicopters. They are still in their hangar at Batajnica.",
        [
            ("promised", "hand over the helicopters", ("serbia",), None),
            ("lapsed", "They are still in their hangar at Batajnica", ("serbia",), None),
        ],
    ),
    (
        "Macron was to have opened the lycée in Erbil, but the trip was scrubbed.",
        [("lapsed", "opened the lycée in Erbil", ("emmanuel-macron",), None)],
    ),
    (
        "Netanyahu scrapped a visit to Budapest after the warrant.",
        [("lapsed", "scrapped a visit to Budapest after the warrant", ("benjamin-netanyahu",), None)],
    ),
    (
        "Uganda’s threat to pull out of Somalia was quietly withdrawn.",
        [("lapsed", "pull out of Somalia", ("uganda",), None)],
    ),
    (
        "The tribunal was supposed to sit in Freetown, but the judges refused to travel.",
        [("lapsed", "sit in Freetown", ("tribunal",), None)],
    ),
    (
        "Ottawa shelved its digital tax a day before it was due.",
        [("lapsed", "shelved its digital tax a day before it was due", ("canada",), None)],
    ),
    (
        "Chad promised in 2020 to free the pilots. It never did so.",
        [("promised", "free the pilots", ("chad",), None), ("lapsed", "It never did so", ("chad",), None)],
    ),
    (
        "Sudan was to hand over the suspects by May. None has been handed over.",
        [
            ("expected", "hand over the suspects by May", ("sudan",), None),
            ("lapsed", "None has been handed over", ("sudan",), None),
        ],
    ),
    (
        "Britain agreed to return the marbles. They are still in London.",
        [
            ("promised", "return the marbles", ("united-kingdom",), None),
            ("lapsed", "They are still in London", ("united-kingdom",), None),
        ],
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "outcomes"), [*LAPSED])
def test_finds(text: str, outcomes: list[Row]) -> None:
    assert rows(text) == outcomes
