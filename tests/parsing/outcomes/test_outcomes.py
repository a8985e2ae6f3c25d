"""What was promised, threatened and planned: sentences with what they must yield, rule by rule."""

import pytest

from app.parsing.article import read_articles
from app.parsing.pipeline import load_model, parse_article
from app.parsing.rules import OUTCOME_RULES, RULES, Rule
from app.records import Outcome
from tests.factories import make_document

# Each row: the text; then for each outcome its status, its words, who does it and the words of its condition.
Row = tuple[str, str, tuple[str, ...], str | None]


def find(text: str) -> tuple[Outcome, ...]:
    (article,) = read_articles(load_model(), [make_document(text)])
    return parse_article(article).outcomes


def rows(text: str) -> list[Row]:
    return [
        (one.status.value, one.passage.text, one.actors, one.condition.text if one.condition else None)
        for one in find(text)
    ]


PROMISES: list[tuple[str, list[Row]]] = [
    (
        "The map, two diplomats said, was old.\n\nGeneral Josef Kral and his aides said that they planned to visit Bergen.",
        [("expected", "visit Bergen", ("josef-kral",), None)],
    ),
    (
        "Egypt agreed to open the crossing and to let 40 trucks through every day.",
        [
            ("promised", "open the crossing", ("egypt",), None),
            ("promised", "let 40 trucks through every day", ("egypt",), None),
        ],
    ),
    (
        "Norway’s offer to pay for the monitors pleased Sudan.",
        [("promised", "pay for the monitors", ("norway",), None)],
    ),
    (
        "Saudi Arabia is prepared to normalize ties with Israel once a Palestinian state is established.",
        [("promised", "normalize ties with Israel", ("saudi-arabia",), "once a Palestinian state is established")],
    ),
    (
        "Germany has offered two air-defense batteries and 40 engineers.",
        [("promised", "two air-defense batteries and 40 engineers", ("germany",), None)],
    ),
    (
        "President Emmanuel Macron of France said that Paris would recognize Palestine in September.",
        [("promised", "recognize Palestine in September", ("france",), None)],
    ),
    (
        "Armenia agreed to hand over four villages in return for a peace treaty.",
        [("promised", "hand over four villages", ("armenia",), "in return for a peace treaty")],
    ),
    (
        "Kenya said that it had agreed to reopen the border by March, provided that the attacks stop.",
        [("promised", "reopen the border by March", ("kenya",), "provided that the attacks stop")],
    ),
    (
        "Under the draft, Sudan would withdraw its troops from the valley and Egypt would reopen the canal."
        " The two sides would accept a joint patrol.",
        [
            ("promised", "withdraw its troops from the valley", ("sudan",), None),
            ("promised", "reopen the canal", ("egypt",), None),
            ("promised", "accept a joint patrol", ("sudan", "egypt"), None),
        ],
    ),
    (
        "Macron said that he would invite Zelensky to the talks, potentially flying him to Paris.",
        [
            ("promised", "invite Zelensky to the talks", ("emmanuel-macron",), None),
            ("promised", "flying him to Paris", ("emmanuel-macron",), None),
        ],
    ),
    (
        "Egypt assured the mediators that food would enter the port within a week.",
        [("promised", "food would enter the port within a week", ("egypt",), None)],
    ),
    (
        "Iran would no longer insist on the return of the ship, Foreign Minister Abbas Araghchi said.",
        [("promised", "no longer insist on the return of the ship", ("iran",), None)],
    ),
]

THREATS: list[tuple[str, list[Row]]] = [
    (
        "Turkey threatened to veto the treaty and to recall its ambassador unless Sweden extradited 30 people.",
        [
            ("threatened", "veto the treaty", ("turkey",), "unless Sweden extradited 30 people"),
            ("threatened", "recall its ambassador", ("turkey",), "unless Sweden extradited 30 people"),
        ],
    ),
    (
        "Iran warned that it would close the Strait of Hormuz if the United States attacked its nuclear sites.",
        [("threatened", "close the Strait of Hormuz", ("iran",), "if the United States attacked its nuclear sites")],
    ),
    (
        "Unless Moscow agrees to a truce, Washington will arm Kyiv, Secretary of State Marco Rubio warned.",
        [("threatened", "arm Kyiv", ("united-states",), "Unless Moscow agrees to a truce")],
    ),
    (
        "Otherwise, Marco Rubio said, the United States would walk away from the negotiations.",
        [("threatened", "walk away from the negotiations", ("united-states",), "Otherwise")],
    ),
    (
        "“If Hamas does not release the hostages by Saturday, we will resume the bombing,”"
        " Israeli Prime Minister Benjamin Netanyahu said.",
        [
            (
                "threatened",
                "resume the bombing",
                ("benjamin-netanyahu",),
                "If Hamas does not release the hostages by Saturday",
            )
        ],
    ),
    (
        "Should the lunch fail, Canada will restore its tariffs, Canadian Prime Minister Mark Carney said.",
        [("threatened", "restore its tariffs", ("canada",), "Should the lunch fail")],
    ),
    (
        "“If it is a bad meeting, I am not calling anybody. I am going home,” President Emmanuel Macron of France said.",
        [
            ("threatened", "not calling anybody", ("emmanuel-macron",), "If it is a bad meeting"),
            ("threatened", "going home", ("emmanuel-macron",), "If it is a bad meeting"),
        ],
    ),
    (
        "Without an agreement by Oct. 15, Russia would route its gas through Turkey, Russian Foreign Minister Sergey Lavrov said.",
        [("threatened", "route its gas through Turkey", ("russia",), "Without an agreement by Oct. 15")],
    ),
    (
        "Chad threatened to seize and burn the boats.",
        [("threatened", "seize and burn the boats", ("chad",), None)],
    ),
    (
        "Chad threatened to leave and seize the boats.",
        [("threatened", "leave", ("chad",), None), ("threatened", "seize the boats", ("chad",), None)],
    ),
    (
        "The Houthis vowed to attack ships “until the siege of Gaza ends.”",
        [("threatened", "attack ships “until the siege of Gaza ends", ("houthis",), None)],
    ),
    (
        "Iran must hand over its uranium or face military action, Trump said.",
        [("threatened", "face military action", ("donald-trump",), None)],
    ),
    ("Macron refused to rule out force.", [("threatened", "force", ("emmanuel-macron",), None)]),
    ("Trump is threatening India with steep tariffs.", [("threatened", "steep tariffs", ("donald-trump",), None)]),
    (
        "Mexico said that it could decide to withdraw from the pact if the United States raised its tariffs.",
        [("threatened", "withdraw from the pact", ("mexico",), "if the United States raised its tariffs")],
    ),
]

SCHEDULES: list[tuple[str, list[Row]]] = [
    (
        "Macron is due in Cairo on Monday and plans to visit two refugee camps.",
        [
            ("expected", "due in Cairo on Monday", ("emmanuel-macron",), None),
            ("expected", "visit two refugee camps", ("emmanuel-macron",), None),
        ],
    ),
    (
        "The delegations of Egypt and Sudan are scheduled to meet again on Friday.",
        [("expected", "meet again on Friday", ("egypt", "sudan"), None)],
    ),
    (
        "The United States and Japan are to hold joint exercises in the Pacific next month.",
        [("expected", "hold joint exercises in the Pacific next month", ("united-states", "japan"), None)],
    ),
    (
        "Without a deal by Friday, tariffs on Brazilian goods will rise to 50%.",
        [("expected", "tariffs on Brazilian goods will rise to 50%", (), "Without a deal by Friday")],
    ),
    (
        "Analysts expect Russia to escalate its attacks this winter.",
        [("expected", "escalate its attacks this winter", ("russia",), None)],
    ),
    (
        "“If Ukraine signs on Monday, Putin will be back for the ports by spring,” said Jane Doe, an analyst in London.",
        [("expected", "be back for the ports by spring", ("vladimir-putin",), "If Ukraine signs on Monday")],
    ),
]


WHO_SAYS_IT: list[tuple[str, list[Row]]] = [
    (
        "“They can have our forgiveness,” President Emmanuel Macron of France said.",
        [("promised", "They can have our forgiveness", ("emmanuel-macron", "france"), None)],
    ),
    (
        "Turkish Foreign Minister Hakan Fidan of Turkey said that the money would be on the account by July 1.",
        [("promised", "the money would be on the account by July 1", ("hakan-fidan", "turkey"), None)],
    ),
    (
        "Turkey's President Recep Tayyip Erdogan offered to host talks in Istanbul.",
        [("promised", "host talks in Istanbul", ("recep-tayyip-erdogan",), None)],
    ),
    (
        "In 2021 France gave Mali thirty days to vacate the base, on pain of a blockade.",
        [("threatened", "a blockade", ("france",), None)],
    ),
    (
        "If Iran fails to comply, Japan will put missiles on its cutters, Japanese Prime Minister Aiko Sato said.",
        [("threatened", "put missiles on its cutters", ("japan",), "If Iran fails to comply")],
    ),
    (
        "Under the mandate agreed last month, Iran will hand over its ledgers.",
        [("promised", "hand over its ledgers", ("iran",), None)],
    ),
    (
        "Armenia and Azerbaijan have agreed to withdraw their lawsuits, to open embassies within six months"
        " and to keep troops off their border.",
        [
            ("promised", "withdraw their lawsuits", ("armenia", "azerbaijan"), None),
            ("promised", "open embassies within six months", ("armenia", "azerbaijan"), None),
            ("promised", "keep troops off their border", ("armenia", "azerbaijan"), None),
        ],
    ),
    (
        "A first report is expected by the end of May.",
        [("expected", "A first report is expected by the end of May", (), None)],
    ),
    (
        "The next president takes office on Nov. 15.",
        [("expected", "The next president takes office on Nov. 15", (), None)],
    ),
]


AFFECTED = [
    ("Trump is threatening India with steep tariffs.", ("india",)),
    ("Israel released 90 Egyptian prisoners to Egypt.", ("egypt",)),
    ("Russia lifted its ban on Polish apples and wrote to Poland.", ("poland",)),
    ("Iran seized a tanker in the Gulf.", ()),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "outcomes"), [*PROMISES, *THREATS, *SCHEDULES, *WHO_SAYS_IT])
def test_finds(text: str, outcomes: list[Row]) -> None:
    assert rows(text) == outcomes


@pytest.mark.model
@pytest.mark.parametrize(("text", "affected"), AFFECTED)
def test_on_whom_it_falls(text: str, affected: tuple[str, ...]) -> None:
    assert find(text)[0].affected == affected


@pytest.mark.model
@pytest.mark.parametrize("rule", OUTCOME_RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_is_found_by_it(rule: Rule) -> None:
    assert rule.name in {one.rule for one in find(rule.example)}


@pytest.mark.model
def test_every_record_is_an_exact_slice_and_names_a_known_rule() -> None:
    text = " ".join(text for text, _ in [*PROMISES, *THREATS, *SCHEDULES])
    outcomes = find(text)
    assert len(outcomes) > 30
    for one in outcomes:
        assert text[one.passage.start : one.passage.end] == one.passage.text
        assert one.rule in RULES


MISSED = [
    ("Macron has a plan in his pocket: a lease on the port.", "an offer told by no verb of offering"),
    ("Egypt told the mediators that the gate was as good as open.", "a promise told as a state"),
]


@pytest.mark.model
@pytest.mark.parametrize(
    "text", [pytest.param(text, marks=pytest.mark.xfail(reason=reason, strict=True)) for text, reason in MISSED]
)
def test_known_misses(text: str) -> None:
    assert rows(text)
