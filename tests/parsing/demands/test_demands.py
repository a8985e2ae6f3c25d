"""What actors want, rule by rule: sentences with what they must yield."""

import pytest

from app.parsing.article import read_articles
from app.parsing.pipeline import load_model, parse_article
from app.parsing.rules import DEMAND_RULES, RULES, Rule
from app.records import Demand
from tests.factories import make_document

# Each row: the text; then for each demand its kind, its words, its holder and of whom it is asked.
Row = tuple[str, str, str, tuple[str, ...]]


def find(text: str) -> tuple[Demand, ...]:
    (article,) = read_articles(load_model(), [make_document(text)])
    return parse_article(article).demands


def rows(text: str) -> list[Row]:
    return [(one.kind.value, one.passage.text, one.holder, one.addressees) for one in find(text)]


VERBS: list[tuple[str, list[Row]]] = [
    (
        "Turkey urged Greece to withdraw its ships from the channel and to reopen the crossing at Ipsala.",
        [
            ("demand", "withdraw its ships from the channel", "turkey", ("greece",)),
            ("demand", "reopen the crossing at Ipsala", "turkey", ("greece",)),
        ],
    ),
    (
        "President Hana Novak called on Serbia to release the hostages, disarm the militia and apologize.",
        [
            ("demand", "release the hostages", "hana-novak", ("serbia",)),
            ("demand", "disarm the militia", "hana-novak", ("serbia",)),
            ("demand", "apologize", "hana-novak", ("serbia",)),
        ],
    ),
    (
        "Chile is demanding a public apology, the return of the stolen archives and 40 million dollars.",
        [
            ("demand", "a public apology", "chile", ()),
            ("demand", "the return of the stolen archives", "chile", ()),
            ("demand", "40 million dollars", "chile", ()),
        ],
    ),
    (
        "Poland wants the European Union to pay for the fence.",
        [("demand", "pay for the fence", "poland", ("european-union",))],
    ),
    (
        "Georgia would like the fence to stay until spring.",
        [("demand", "the fence to stay until spring", "georgia", ())],
    ),
    (
        "Foreign Minister Lars Holm insisted that the blockade be lifted before any talks.",
        [("demand", "the blockade be lifted before any talks", "lars-holm", ())],
    ),
    (
        "Moscow is demanding that Kyiv hand over two regions, renounce its bid and limit the size of its army.",
        [
            ("demand", "Kyiv hand over two regions", "russia", ("ukraine",)),
            ("demand", "renounce its bid", "russia", ("ukraine",)),
            ("demand", "limit the size of its army", "russia", ("ukraine",)),
        ],
    ),
    (
        "Thailand was insisting on a ceasefire and on the withdrawal of all heavy weapons.",
        [
            ("demand", "a ceasefire", "thailand", ()),
            ("demand", "the withdrawal of all heavy weapons", "thailand", ()),
        ],
    ),
    (
        "Pakistan asked China for a loan of 3 billion dollars.",
        [("demand", "a loan of 3 billion dollars", "pakistan", ("china",))],
    ),
    ("Albania asked not to be left out of the talks.", [("demand", "not to be left out of the talks", "albania", ())]),
    (
        "Iran wants guarantees from the United States and an end to sanctions.",
        [
            ("demand", "guarantees from the United States", "iran", ("united-states",)),
            ("demand", "an end to sanctions", "iran", ()),
        ],
    ),
    (
        "Foreign Minister Lars Holm said he would ask the Security Council to renew the mandate.",
        [("demand", "renew the mandate", "lars-holm", ("united-nations-security-council",))],
    ),
    (
        "Prime Minister Sara Lindgren said she wanted Finland to reopen the border.",
        [("demand", "reopen the border", "sara-lindgren", ("finland",))],
    ),
    ("India seeks to buy gas from Qatar.", [("goal", "buy gas from Qatar", "india", ())]),
    ("Brazil hopes for a quick end to the war.", [("goal", "a quick end to the war", "brazil", ())]),
    ("Japan refuses to recognize the annexation.", [("refusal", "recognize the annexation", "japan", ())]),
    (
        "Kenya rejected the proposal for a joint patrol on Friday.",
        [("refusal", "the proposal for a joint patrol", "kenya", ())],
    ),
    ("Egypt ruled out sending troops to Gaza.", [("refusal", "sending troops to Gaza", "egypt", ())]),
    ("Iran will not accept limits on its missiles.", [("refusal", "limits on its missiles", "iran", ())]),
    (
        "Neither Jordan nor Syria wants a war over water.",
        [("refusal", "a war over water", "jordan", ()), ("refusal", "a war over water", "syria", ())],
    ),
    (
        "President Hana Novak vowed never to negotiate with the rebels.",
        [("refusal", "negotiate with the rebels", "hana-novak", ())],
    ),
]

PASSIVES: list[tuple[str, list[Row]]] = [
    (
        "Morocco was pressed by Spain to take back the migrants.",
        [("demand", "take back the migrants", "spain", ("morocco",))],
    ),
    (
        "Qatar, asked by Washington to expel the group, refused.",
        [("demand", "expel the group", "united-states", ("qatar",))],
    ),
    (
        "Peru was urged by Chile not to reply, and by Brazil to open the gates.",
        [("demand", "not to reply", "chile", ("peru",)), ("demand", "open the gates", "brazil", ("peru",))],
    ),
    ("A joint patrol was rejected by Kenya.", [("refusal", "A joint patrol", "kenya", ())]),
]

NOUNS: list[tuple[str, list[Row]]] = [
    (
        "Tokyo reiterated its call for the immediate release of the crew.",
        [("demand", "the immediate release of the crew", "japan", ())],
    ),
    (
        "Nigeria's appeal to Benin to open the road went unanswered.",
        [("demand", "open the road", "nigeria", ("benin",))],
    ),
    ("Iraq's insistence on a timetable has delayed the deal.", [("demand", "a timetable", "iraq", ())]),
    ("Sudan's goal is to keep the port open.", [("goal", "keep the port open", "sudan", ())]),
    ("Canada has no intention of leaving the treaty.", [("refusal", "leaving the treaty", "canada", ())]),
    ("Hungary is adamant that the pipeline stay open.", [("demand", "the pipeline stay open", "hungary", ())]),
    ("Kim Jong-un is bent on keeping his missiles.", [("goal", "keeping his missiles", "kim-jong-un", ())]),
    ("France is unwilling to send troops.", [("refusal", "send troops", "france", ())]),
]

VOICES: list[tuple[str, list[Row]]] = [
    (
        '"The sanctions must be lifted," Prime Minister Sara Lindgren said. "Russia must stop lecturing us."',
        [
            ("demand", "The sanctions must be lifted", "sara-lindgren", ()),
            ("demand", "stop lecturing us", "sara-lindgren", ("russia",)),
        ],
    ),
    (
        "Iceland must first pay the debt, Prime Minister Sara Lindgren said. It must also reopen the port.",
        [
            ("demand", "pay the debt", "sara-lindgren", ("iceland",)),
            ("demand", "reopen the port", "sara-lindgren", ("iceland",)),
        ],
    ),
    (
        "The White House has made clear that Iran must give up its uranium.",
        [("demand", "give up its uranium", "united-states", ("iran",))],
    ),
    (
        "Foreign Minister Lars Holm said any deal must include a new treaty, a loan for the port and an apology.",
        [
            ("demand", "any deal must include a new treaty", "lars-holm", ()),
            ("demand", "a loan for the port", "lars-holm", ()),
            ("demand", "an apology", "lars-holm", ()),
        ],
    ),
    (
        '"We will never hand over the island," President Hana Novak said.',
        [("refusal", "hand over the island", "hana-novak", ())],
    ),
    (
        "Slovakia said it would not support a new round of sanctions.",
        [("refusal", "support a new round of sanctions", "slovakia", ())],
    ),
    (
        '"Lift the siege and go home," President Hana Novak said.',
        [("demand", "Lift the siege", "hana-novak", ()), ("demand", "go home", "hana-novak", ())],
    ),
    ('"It is time for Russia to leave," President Hana Novak said.', [("demand", "leave", "hana-novak", ("russia",))]),
]

CONDITIONS: list[tuple[str, list[Row]]] = [
    (
        "Israel would release 40 prisoners only if Hamas returned the bodies.",
        [("demand", "Hamas returned the bodies", "israel", ("hamas",))],
    ),
    (
        "Armenia is ready to reopen the border provided that Turkey drops its claims.",
        [("demand", "Turkey drops its claims", "armenia", ("turkey",))],
    ),
    ("Canada will not sign unless the tariffs are lifted.", [("demand", "the tariffs are lifted", "canada", ())]),
    (
        "Cuba's conditions include an end to the embargo, the return of the base and a public apology.",
        [
            ("demand", "an end to the embargo", "cuba", ()),
            ("demand", "the return of the base", "cuba", ()),
            ("demand", "a public apology", "cuba", ()),
        ],
    ),
    ("Norway gave Iceland three weeks to pay the debt.", [("demand", "pay the debt", "norway", ("iceland",))]),
    (
        "Kuwait set a deadline of June 1 for Iraq to clear the mines.",
        [("demand", "clear the mines", "kuwait", ("iraq",))],
    ),
    ("What Vietnam wants is a seat at the table.", [("demand", "a seat at the table", "vietnam", ())]),
]


SECONDS: list[tuple[str, list[Row]]] = [
    (
        "Foreign Minister Lars Holm urged Sudan to spare civilians and Rwanda to withdraw its troops.",
        [
            ("demand", "spare civilians", "lars-holm", ("sudan",)),
            ("demand", "withdraw its troops", "lars-holm", ("rwanda",)),
        ],
    ),
    (
        "Norway told Chad to pay the debt or lose the loan.",
        [("demand", "pay the debt", "norway", ("chad",))],
    ),
    ("Kenya turned the request down.", [("refusal", "the request", "kenya", ())]),
    (
        "Canada has offered 60 observers on condition that Peru guarantees their safety.",
        [("demand", "Peru guarantees their safety", "canada", ("peru",))],
    ),
    (
        "Estonia's demands were threefold: an apology, compensation and the return of the archive.",
        [
            ("demand", "an apology", "estonia", ()),
            ("demand", "compensation", "estonia", ()),
            ("demand", "the return of the archive", "estonia", ()),
        ],
    ),
    (
        "Chad set out its terms. Sudan must reopen the border. It must also release the drivers.",
        [
            ("demand", "reopen the border", "chad", ("sudan",)),
            ("demand", "release the drivers", "chad", ("sudan",)),
        ],
    ),
    ("Jordan said any attack would be answered and called for calm.", [("demand", "calm", "jordan", ())]),
    ("President Hana Novak said she was not going to leave.", [("refusal", "leave", "hana-novak", ())]),
    (
        "“We are not going to pay for the fence,” President Hana Novak said.",
        [("refusal", "pay for the fence", "hana-novak", ())],
    ),
    ("Kenya warned Sudan against closing the port.", [("demand", "against closing the port", "kenya", ("sudan",))]),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "demands"), [*VERBS, *PASSIVES, *NOUNS, *VOICES, *CONDITIONS, *SECONDS])
def test_finds(text: str, demands: list[Row]) -> None:
    assert rows(text) == demands


@pytest.mark.model
@pytest.mark.parametrize("rule", DEMAND_RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_is_found_by_it(rule: Rule) -> None:
    assert rule.name in {one.rule for one in find(rule.example)}


@pytest.mark.model
def test_every_record_is_an_exact_slice_and_names_a_known_rule() -> None:
    text = " ".join(text for text, _ in [*VERBS, *VOICES, *CONDITIONS])
    demands = find(text)
    assert len(demands) > 20
    for one in demands:
        assert text[one.passage.start : one.passage.end] == one.passage.text
        assert one.rule in RULES
