"""What is promised and threatened, as wire reports tell it: whose will it is and on what condition."""

import pytest

from tests.parsing.outcomes.test_outcomes import Row, rows

PROMISED: list[tuple[str, list[Row]]] = [
    (
        "The South Korean presidential office said Seoul would resume rice shipments to the North before the end of the year.",
        [("promised", "resume rice shipments to the North before the end of the year", ("south-korea",), None)],
    ),
    (
        "Japan offered a 500 million dollar credit line, 40 locomotives and a team of port engineers.",
        [
            ("promised", "a 500 million dollar credit line", ("japan",), None),
            ("promised", "40 locomotives", ("japan",), None),
            ("promised", "a team of port engineers", ("japan",), None),
        ],
    ),
    (
        "In exchange for the release of the two engineers, Iran would free a French cyclist held since last year.",
        [
            (
                "promised",
                "free a French cyclist held since last year",
                ("iran",),
                "In exchange for the release of the two engineers",
            )
        ],
    ),
    (
        "As part of the deal, Washington would lift sanctions on the Syrian central bank.",
        [("promised", "lift sanctions on the Syrian central bank", ("united-states",), None)],
    ),
    (
        "The Houthis said they would stop firing on commercial ships as long as the truce in Gaza held.",
        [("promised", "stop firing on commercial ships", ("houthis",), "as long as the truce in Gaza held")],
    ),
    (
        "The draft commits Serbia to recognizing Kosovo’s passports and license plates.",
        [("promised", "recognizing Kosovo’s passports and license plates", ("serbia",), None)],
    ),
    (
        "Hungary said it would drop its veto on accession talks with Ukraine on condition of a waiver for its nuclear plant.",
        [
            (
                "promised",
                "drop its veto on accession talks with Ukraine",
                ("hungary",),
                "on condition of a waiver for its nuclear plant",
            )
        ],
    ),
    (
        "Asked about the pipeline, the prime minister said Bulgaria would keep gas flowing to Serbia.",
        [("promised", "keep gas flowing to Serbia", ("bulgaria",), None)],
    ),
    (
        "A Kremlin spokesman said Russia would reply to the American paper within days.",
        [("promised", "reply to the American paper within days", ("russia",), None)],
    ),
    (
        "Brazil said it was open to hosting a peace conference.",
        [("promised", "hosting a peace conference", ("brazil",), None)],
    ),
    (
        "In return Washington is to remove the bank from its blacklist.",
        [("promised", "remove the bank from its blacklist", ("united-states",), None)],
    ),
    (
        "China has assured Pakistan of a further loan of two billion dollars.",
        [("promised", "a further loan of two billion dollars", ("china",), None)],
    ),
    ("The Swiss stand ready to provide the venue.", [("promised", "provide the venue", ("switzerland",), None)]),
    (
        "Morocco guaranteed that the fishermen would be home within the week.",
        [("promised", "the fishermen would be home within the week", ("morocco",), None)],
    ),
    (
        "Officials in Ankara said Turkey would let the ships pass.",
        [("promised", "let the ships pass", ("turkey",), None)],
    ),
]

THREATENED: list[tuple[str, list[Row]]] = [
    (
        "North Korea said on Sunday it would conduct further nuclear tests.",
        [("threatened", "conduct further nuclear tests", ("north-korea",), None)],
    ),
    (
        "Brussels would answer with duties of its own, the trade commissioner said.",
        [("threatened", "answer with duties of its own", ("european-union",), None)],
    ),
    (
        "Unless the detained crew is freed by Friday, Seoul will freeze the remaining funds, the foreign ministry said.",
        [("threatened", "freeze the remaining funds", ("south-korea",), "Unless the detained crew is freed by Friday")],
    ),
    (
        "Islamabad made clear that any move to divert the river would be treated as an act of war.",
        [("threatened", "any move to divert the river would be treated as an act of war", ("pakistan",), None)],
    ),
    (
        "“There will be consequences,” Putin said, “if foreign troops appear in Odesa.”",
        [("threatened", "There will be consequences", ("vladimir-putin",), "if foreign troops appear in Odesa")],
    ),
    (
        "Kim Yo Jong said the North would blow up the liaison office.",
        [("threatened", "blow up the liaison office", ("north-korea",), None)],
    ),
    (
        "“They will pay a very big price,” Trump said, “if they do not make a deal.”",
        [("threatened", "pay a very big price", ("donald-trump",), "if they do not make a deal")],
    ),
    (
        "Tokyo would tighten export controls if Moscow did not return the trawlers, the minister said.",
        [("threatened", "tighten export controls", ("japan",), "if Moscow did not return the trawlers")],
    ),
    (
        "The prime minister has said Israel will keep the Rafah crossing closed until all the bodies are returned.",
        [("threatened", "keep the Rafah crossing closed until all the bodies are returned", ("israel",), None)],
    ),
    (
        "The Taliban said they would retaliate at a time of their choosing.",
        [("threatened", "retaliate at a time of their choosing", ("taliban",), None)],
    ),
    (
        "India’s foreign ministry said New Delhi would keep the Indus treaty in abeyance until Pakistan abandoned terrorism.",
        [("threatened", "keep the Indus treaty in abeyance until Pakistan abandoned terrorism", ("india",), None)],
    ),
    (
        "Any attack on the island would draw an American response, Biden said.",
        [("threatened", "Any attack on the island would draw an American response", ("joe-biden",), None)],
    ),
    (
        "“If it’s not done by Tuesday, all hell will break loose,” the president-elect, Donald Trump, said.",
        [("threatened", "all hell will break loose", ("donald-trump",), "If it’s not done by Tuesday")],
    ),
    (
        "Trump, who had given Putin 50 days, said he would shorten the deadline to 10 or 12 days.",
        [("threatened", "shorten the deadline to 10 or 12 days", ("donald-trump",), None)],
    ),
    (
        "“They should know that we will hunt them down,” Prime Minister Benjamin Netanyahu of Israel said.",
        [("threatened", "hunt them down", ("israel", "benjamin-netanyahu"), None)],
    ),
    (
        "Washington put Ottawa on notice that it would raise the duty on lumber to 45 percent unless the tax was repealed.",
        [("threatened", "raise the duty on lumber to 45 percent", ("united-states",), "unless the tax was repealed")],
    ),
    (
        "Uganda threatened its neighbor with a closure of the border and the expulsion of its students.",
        [
            ("threatened", "a closure of the border", ("uganda",), None),
            ("threatened", "the expulsion of its students", ("uganda",), None),
        ],
    ),
    (
        "The opposition has vowed to bring the capital to a standstill.",
        [("threatened", "bring the capital to a standstill", ("opposition",), None)],
    ),
    (
        "The Emirates said they would downgrade relations unless the article was withdrawn.",
        [("threatened", "downgrade relations", ("united-arab-emirates",), "unless the article was withdrawn")],
    ),
    (
        "Zambia’s creditors said they would call in the loans if no plan was presented by March.",
        [("threatened", "call in the loans", ("zambias-creditors",), "if no plan was presented by March")],
    ),
    (
        "Russia is prepared to take by force what it cannot get by talks, Putin said.",
        [("threatened", "take by force what it cannot get by talks", ("russia",), None)],
    ),
    (
        "Guyana threatened that any ship crossing the line would be seized.",
        [("threatened", "any ship crossing the line would be seized", ("guyana",), None)],
    ),
    (
        "Kyiv has warned Bratislava that the valves will be closed for good if the arrears are not paid.",
        [("threatened", "the valves will be closed for good", ("ukraine",), "if the arrears are not paid")],
    ),
    (
        "Bahrain told the airline that its landing rights would be withdrawn.",
        [("threatened", "its landing rights would be withdrawn", ("bahrain",), None)],
    ),
    (
        "Putin warned that any strike on the bridge would bring a response within the hour.",
        [("threatened", "any strike on the bridge would bring a response within the hour", ("vladimir-putin",), None)],
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "outcomes"), [*PROMISED, *THREATENED])
def test_finds(text: str, outcomes: list[Row]) -> None:
    assert rows(text) == outcomes
